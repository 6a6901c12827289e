//! Incises: the cue stands after, inside or between the words that it attributes, verb before subject.
//!
//! In: finite cue groups behind a comma or a closing mark. Out: readings for « P », a déclaré X · « P1, a dit X, P2 » ·
//! P, a annoncé X · « P », a-t-il ajouté · P, a-t-on appris auprès de X · « On tient bon », grimace Léa (a verb of no list).

use super::features::Feature;
use super::{Reading, Runs, Who};
use crate::lex::token::{Kind, Token};
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Proposes a reading for each incise.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for cue in scene.cues.iter().filter(|c| c.form == Form::Finite) {
        out.extend(incise(scene, cue));
    }
}

/// Where an incise stands: the first token of the interruption, and its mark level.
struct Place {
    /// Comma, mark or dash before the cue.
    edge: usize,
    /// Whether the incise stands inside a mark.
    inside: bool,
    /// Whether words in marks stand directly before.
    after_mark: bool,
}

fn place(scene: &Scene<'_>, start: usize) -> Option<Place> {
    let mut at = start.checked_sub(1)?;
    // `nous a confié X`, `comme l'a rappelé X`: object pronouns stand before the cue.
    while at > scene.sentence.start
        && !matches!(
            scene.word(start).as_bytes(),
            [.., b'o', b'n', b's'] | [.., b'e', b'z']
        )
        && (scene.is(at, Classes::CLITIC) || scene.one_of(at, closed!["nous", "vous", "l'"]))
        && (matches!(scene.kind(at - 1), Kind::Comma | Kind::Close | Kind::Dash)
            || scene.one_of(at - 1, closed!["comme"]))
    {
        at -= 1;
    }
    // `« P », — a dit X`
    if scene.kind(at) == Kind::Dash
        && matches!(scene.kind(at.wrapping_sub(1)), Kind::Comma | Kind::Close)
    {
        at -= 1;
    }
    let level = scene.level(start);
    let inside = level != 0;
    let place = |edge, after_mark| {
        Some(Place {
            edge,
            inside,
            after_mark,
        })
    };
    match scene.kind(at) {
        Kind::Comma => {
            let before = at.checked_sub(1)?;
            let close = scene.kind(before) == Kind::Close && scene.pair_closing(before).is_some();
            place(if close { before } else { at }, close)
        }
        // Without a comma the quotation must open its clause: in « la tempête « Barnabé » a touché terre » it is part of the subject.
        Kind::Close
            if scene
                .pair_closing(at)
                .is_some_and(|(_, p)| opens_clause(scene, p.open)) =>
        {
            place(at, true)
        }
        Kind::Exclaim | Kind::Dash if inside || scene.kind(at) == Kind::Exclaim => place(at, false),
        Kind::Word
            if scene.one_of(at, closed!["comme", "ainsi que"])
                && scene.kind(at.wrapping_sub(1)) == Kind::Comma =>
        {
            place(at - 1, false)
        }
        _ => None,
    }
}

fn opens_clause(scene: &Scene<'_>, open: usize) -> bool {
    scene.before(open).is_none_or(|t| {
        matches!(
            t.kind,
            Kind::Colon
                | Kind::Comma
                | Kind::Dash
                | Kind::Semicolon
                | Kind::Break
                | Kind::Period
                | Kind::Exclaim
                | Kind::ParenOpen
                | Kind::Other
        ) || t.is(Classes::SUB.or(Classes::FINITE).or(Classes::CONJ))
    })
}

fn incise(scene: &Scene<'_>, cue: &Cue) -> Option<Reading> {
    let speaks =
        scene.takes(cue, Frame::Incise) || cue.inverted.is_some() && scene.takes(cue, Frame::Que);
    let place = place(scene, cue.start)?;
    if !speaks && !(place.after_mark && scene.takes(cue, Frame::Que)) {
        return None;
    }
    if scene
        .complement(cue)
        .is_some_and(|c| c.rule == "que-clause" && cue.inverted.is_none())
    {
        return None;
    }
    let limit = scene.level_end(cue.start);
    let (who, end, adjuncts, sureness, rule) = who(scene, cue, limit)?;
    build(scene, cue, &place, who, end, adjuncts).map(|mut r| {
        if let Some(rule) = rule.filter(|_| r.rule != "dialogue-dash") {
            r.rule = rule;
        }
        r.of_verb(cue).with(Feature::Subject, sureness)
    })
}

type Named = (Who, usize, Adjuncts, i16, Option<&'static str>);

fn who(scene: &Scene<'_>, cue: &Cue, limit: usize) -> Option<Named> {
    if let Some(pronoun) = cue.inverted {
        let (end, adjuncts) = scene.adjuncts(cue.end, limit);
        let row = scene
            .lexicon
            .meta()
            .heads
            .get(cue.head as usize)
            .and_then(|h| h.rows.get(cue.row as usize));
        let from_document = scene.among_inverted(pronoun, "il")
            && row.is_some_and(|r| r.impersonal)
            && scene.is(cue.end, Classes::DE);
        if scene.among_inverted(pronoun, "on") || from_document {
            return Some(impersonal(scene, cue, limit));
        }
        let end = if scene.kind(end.wrapping_sub(1)) == Kind::Comma {
            end - 1
        } else {
            end
        };
        return Some((
            Who::Inverted(pronoun),
            end,
            adjuncts,
            12,
            Some("incise-pronoun"),
        ));
    }
    if let Some((phrase, adjuncts)) = scene.inverted_subject(cue.end, limit)
        && scene.ends_incise(phrase.run.end)
        && agrees(cue, &phrase)
        && !person_clash(scene, cue, &phrase)
    {
        let rule = if scene.takes(cue, Frame::Que)
            && scene.word(cue.verb).starts_with("appri")
            && phrase_is_media(scene, &phrase)
        {
            Some("incise-impersonal")
        } else {
            None
        };
        let who = if rule.is_some() {
            learnt_from(scene, &phrase, &adjuncts)
        } else {
            Who::Words(phrase)
        };
        return Some((who, phrase.run.end, adjuncts, 12, rule));
    }
    None
}

/// `a appris franceinfo de sources syndicales`: the sources speak, the medium relays.
fn learnt_from(scene: &Scene<'_>, phrase: &Phrase, adjuncts: &[Run]) -> Who {
    for run in adjuncts {
        if scene.one_of(run.start, closed!["de source", "de sources"]) {
            return Who::Words(source_phrase(scene, run.start, run.end));
        }
        if (scene.is(run.start, Classes::DE)
            || scene.one_of(
                run.start,
                closed!["auprès de", "auprès du", "auprès d'", "auprès des"],
            ))
            && let Some(np) = scene.noun(run.start + 1, scene.sentence.end)
        {
            return Who::Words(Phrase::plain(np));
        }
    }
    Who::Words(*phrase)
}

fn phrase_is_media(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    (phrase.run.start..phrase.run.end).any(|i| scene.is(i, Classes::MEDIA))
}

/// `a-t-on appris auprès de X`, `indique-t-on de source judiciaire`, `balaie-t-on dans l'entourage de X`.
fn impersonal(scene: &Scene<'_>, cue: &Cue, limit: usize) -> Named {
    // `a-t-on précisé de même source`: whoever spoke last.
    if scene.one_of(cue.end, closed!["source"]) {
        return (
            Who::Running,
            cue.end + 1,
            Adjuncts::new(),
            8,
            Some("incise-impersonal"),
        );
    }
    let (mut at, mut adjuncts) = (cue.end, Adjuncts::new());
    for _ in 0..6 {
        // `de source judiciaire`: one prepositional cue.
        if scene.one_of(at, closed!["de source", "de sources"])
            || scene.one_of(at, closed!["de", "d'"]) && scene.is(at + 1, Classes::ANON)
        {
            let end = source_end(scene, at, limit);
            return (
                Who::Words(source_phrase(scene, at, end)),
                end,
                adjuncts,
                12,
                Some("incise-impersonal"),
            );
        }
        let place = scene.is(at, Classes::PREP)
            && !scene.is(at, Classes::TIME)
            && scene.time_phrase(at, limit).is_none();
        if place && !scene.one_of(at, closed!["en", "par", "avant", "après", "depuis"]) {
            let start = at + 1;
            if let Some(np) = scene.noun(start, limit) {
                let mut phrase = Phrase::plain(np);
                phrase.run.end = scene.long_phrase_end(&np, limit);
                return (
                    Who::Words(phrase),
                    phrase.run.end,
                    adjuncts,
                    12,
                    Some("incise-impersonal"),
                );
            }
        }
        let next = scene.adjunct(at, limit, &mut adjuncts);
        if next == at {
            break;
        }
        at = next;
    }
    (Who::Running, at, adjuncts, 2, Some("incise-impersonal"))
}

/// Gives the end of `de source proche du dossier`.
pub(super) fn source_end(scene: &Scene<'_>, at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    while end < limit
        && (crate::pieces::noun::nominal(scene.token(end).unwrap_or(&Token::default()))
            || scene.is(end, Classes::DE)
            || scene.is(end, Classes::ANON)
            || scene.one_of(
                end,
                closed![
                    "à",
                    "la",
                    "le",
                    "l'",
                    "au",
                    "aux",
                    "proche",
                    "proches",
                    "proche de",
                    "proche du",
                    "proche d'",
                    "proche des",
                    "proches de",
                    "proches du",
                    "proches d'",
                    "proches des",
                    "en",
                    "les",
                ],
            ))
        && scene.kind(end) == Kind::Word
        && !(scene.is(end, Classes::PPART) && !scene.is(end, Classes::ADJ.or(Classes::NOUN)))
        && scene.time_phrase(end, limit).is_none()
    {
        end += 1;
    }
    end
}

/// Makes a phrase of `source judiciaire` inside `de source judiciaire`.
pub(super) fn source_phrase(_scene: &Scene<'_>, at: usize, end: usize) -> Phrase {
    let np = crate::pieces::noun::NounPhrase {
        start: at,
        end,
        head: at,
        agreement: Classes::NONE,
        sort: crate::pieces::noun::Sort::Common,
    };
    Phrase {
        run: Run::new(at, end),
        main: np,
        apposition: None,
    }
}

fn agrees(cue: &Cue, phrase: &Phrase) -> bool {
    let number = Classes::PLURAL.or(Classes::SINGULAR);
    let (verb, noun) = (cue.agreement & number, phrase.main.agreement & number);
    verb == Classes::NONE
        || noun.0.count_ones() != 1
        || verb == noun
        || phrase.run.end > phrase.main.end
}

/// An object pronoun or a time cannot be the subject.
fn person_clash(scene: &Scene<'_>, _cue: &Cue, phrase: &Phrase) -> bool {
    (phrase.run.start..phrase.run.end)
        .all(|i| scene.is(i, Classes::TIME) || scene.kind(i) == Kind::Number)
        || scene.is(phrase.main.head, Classes::TIME) && phrase.main.end == phrase.main.head + 1
}

/// Builds the content around an incise.
fn build(
    scene: &Scene<'_>,
    cue: &Cue,
    place: &Place,
    who: Who,
    end: usize,
    adjuncts: Adjuncts,
) -> Option<Reading> {
    let mut content = Runs::new();
    let limit = scene.level_end(cue.start);
    let rule;
    if place.inside {
        let mark = scene.level(cue.start) as usize - 1;
        let pair = scene.pairs.get(mark)?;
        let start = if scene.kind(pair.open) == Kind::Open {
            pair.open + 1
        } else {
            pair.open
        };
        content.push(Run::new(start, place.edge));
        let rest = rest_start(scene, end, limit);
        if rest < limit {
            content.push(Run::new(rest, limit));
        }
        rule = "incise-medial";
    } else {
        let start = content_start(scene, place.edge, cue);
        let left = Run::new(start, place.edge + usize::from(place.after_mark));
        let only_mark = scene
            .pair_at(first_word(scene, left))
            .is_some_and(|(_, p)| p.close + 1 >= left.end);
        let around = goes_on(scene, end);
        if cue.inverted.is_none()
            && !around
            && !only_mark
            && !main_verb(scene, left)
            && opens_with_speaker(scene, left)
        {
            return None;
        }
        let dialogue = scene.kind(scene.sentence.start) == Kind::Dash;
        if !only_mark
            && !dialogue
            && !place.after_mark
            && cue.inverted.is_none()
            && !matches!(who, Who::Words(p) if speaking_head(scene, &p))
        {
            return None;
        }
        content.push(left);
        rule = if only_mark || place.after_mark {
            "incise-inverted"
        } else {
            "incise-indirect"
        };
        if around && !only_mark {
            content.push(Run::new(end + 1, scene.clause_end(end + 1, None)));
        } else {
            content.extend(resumed(scene, end, only_mark));
        }
    }
    let dash = !place.inside && !place.after_mark && scene.kind(scene.sentence.start) == Kind::Dash;
    let rule = if dash { "dialogue-dash" } else { rule };
    let quoted = place.after_mark || place.inside || dash;
    let mut reading = Reading::new(
        if content.len() > 1 && rule == "incise-inverted" {
            "incise-split"
        } else {
            rule
        },
        Some(Run::new(cue.start, cue.end)),
        who,
        content,
    )
    .with(Feature::Incise, 24)
    .with(Feature::Mark, if quoted { 10 } else { 0 });
    reading.adjuncts = adjuncts;
    Some(reading)
}

/// Tells whether a finite verb goes on behind the comma at `at`: « Le musée, précise la conservatrice, n'ouvrira qu'à l'automne. »
fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    let light = Classes::NEG.or(Classes::SE).or(Classes::CLITIC);
    // `, indique une analyse, a annoncé le chercheur`: a second incise behind the first.
    let incise = scene
        .cues
        .iter()
        .any(|c| c.start == at + 1 && scene.complement(c).is_none());
    !incise
        && scene.kind(at) == Kind::Comma
        && (scene.is(at + 1, Classes::FINITE)
            || scene.is(at + 1, light)
                && !scene.is(at + 1, Classes::DET)
                && scene.is(at + 2, Classes::FINITE))
        && scene.kind(at + 2) != Kind::Inverted
}

/// Tells whether the head of a phrase can speak: without marks before it, an object (`souligne la volonté de deux pays`) must
/// not be taken for an inverted subject.
fn speaking_head(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let speaks = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::AGENCY)
        .or(Classes::MEDIA)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::ANON)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::SEAT)
        .or(Classes::TITLE)
        .or(Classes::DOCUMENT)
        .or(Classes::CARRIER)
        .or(Classes::FIRST_NAME);
    let np = &phrase.main;
    let first = np.start + usize::from(scene.is(np.start, Classes::DET));
    [np.head, first].iter().any(|i| {
        scene.is(*i, speaks)
            || scene.kind(*i) == Kind::Word && scene.token(*i).is_some_and(Token::capital)
    }) || np.sort == crate::pieces::noun::Sort::Pronoun
}

/// Tells whether a run holds a finite verb that is no part of a relative clause.
fn main_verb(scene: &Scene<'_>, run: Run) -> bool {
    let mut relative = false;
    let mut at = run.start;
    while at < run.end {
        if scene.kind(at) == Kind::Comma {
            relative = false;
        }
        relative |= scene.is(at, Classes::REL);
        if scene.is(at, Classes::FINITE) && !relative {
            return true;
        }
        at = scene.step(at);
    }
    false
}

/// Tells whether a run begins with somebody who can be the subject of the verb that follows.
fn opens_with_speaker(scene: &Scene<'_>, run: Run) -> bool {
    let mut at = first_word(scene, run);
    for _ in 0..4 {
        let Some(np) = scene.noun(at, run.end) else {
            match (at..run.end).find(|i| scene.kind(*i) == Kind::Comma) {
                Some(comma) => at = comma + 1,
                None => return false,
            }
            continue;
        };
        if phrase_is_human(scene, &Phrase::plain(np)) {
            return true;
        }
        at = np.end + 1;
    }
    false
}

fn first_word(scene: &Scene<'_>, run: Run) -> usize {
    (run.start..run.end)
        .find(|i| !matches!(scene.kind(*i), Kind::Comma | Kind::Dash | Kind::Break))
        .unwrap_or(run.start)
}

/// Where the words go on inside a mark after the incise: behind its comma, or in the next sentence.
fn rest_start(scene: &Scene<'_>, end: usize, limit: usize) -> usize {
    let mut at = end;
    if scene.kind(at) == Kind::Comma && !scene.is(at + 1, Classes::REL.or(Classes::PRESPART)) {
        return at + 1;
    }
    while at < limit {
        let t = scene.kind(at);
        if matches!(t, Kind::Period | Kind::Exclaim) {
            return at + 1;
        }
        at = scene.step(at);
    }
    limit
}

/// Where the words before an incise begin: the sentence, a colon, a semicolon, or the end of another incise.
fn content_start(scene: &Scene<'_>, edge: usize, cue: &Cue) -> usize {
    let mut at = edge + usize::from(scene.kind(edge) == Kind::Close);
    let mut start = scene.sentence.start;
    while let Some(before) = scene.step_back(at) {
        at = before;
        match scene.kind(at) {
            Kind::Colon | Kind::Semicolon => {
                start = at + 1;
                break;
            }
            Kind::Comma
                if scene
                    .cues
                    .iter()
                    .any(|c| c.start == at + 1 && c.start < cue.start && c.inverted.is_some()) =>
            {
                break;
            }
            _ => {}
        }
    }
    start
}

/// A second segment after an incise: `, sauf …`, `, « P2 »`; relatives, participles and adjuncts of the saying are none.
fn resumed(scene: &Scene<'_>, end: usize, quoted: bool) -> Option<Run> {
    if scene.kind(end) != Kind::Comma {
        return None;
    }
    let at = end + 1;
    let limit = scene.sentence.end;
    if at >= limit || scene.kind(at) == Kind::Break {
        return None;
    }
    if scene.kind(at) == Kind::Open {
        return Some(Run::new(at, scene.clause_end(at, None)));
    }
    if quoted {
        return None;
    }
    let adjunct = scene.is(
        at,
        Classes::REL
            .or(Classes::PRESPART)
            .or(Classes::OPENER)
            .or(Classes::TIME)
            .or(Classes::PPART)
            .or(Classes::REASON)
            .or(Classes::TONIC),
    ) || scene.one_of(
        at,
        closed![
            "avant de",
            "avant d'",
            "tout",
            "tout en",
            "en",
            "dont",
            "sous",
            "alors que",
            "selon",
            "d'après",
            "mais",
            "bien que",
            "avant",
            "après",
            "cité",
            "citant",
            "ce",
            "dans",
            "lors",
            "sur",
            "par",
            "au",
            "à",
            "confirmant",
            "sans",
            "tandis que",
            "comme",
            "puis",
        ],
    ) || scene.selon_at(at)
        || scene.carrier_at(at, limit)
        || scene
            .cues
            .iter()
            .any(|c| c.start <= at + 1 && c.start >= at);
    let named = scene.noun(at, limit).is_some_and(|np| {
        matches!(scene.kind(np.end), Kind::Comma | Kind::Period | Kind::Break)
            && np.end + 1 >= limit
    });
    if adjunct || named {
        return None;
    }
    Some(Run::new(at, scene.clause_end(at, None)))
}

/// « P », X a lancé hier: a short subject before the verb, directly behind a quotation that opens the sentence.
pub(super) fn propose_subject_first(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    let first = (scene.sentence.start..scene.sentence.end)
        .find(|i| matches!(scene.kind(*i), Kind::Open | Kind::Word | Kind::Number));
    let Some((_, pair)) = first
        .and_then(|i| scene.pair_at(i))
        .filter(|(_, p)| p.closed)
    else {
        return;
    };
    let mut start = pair.close + 1;
    while matches!(scene.kind(start), Kind::Comma | Kind::Dash) {
        start += 1;
    }
    let Some(np) = scene
        .noun(start, scene.sentence.end)
        .filter(|_| start > pair.close + 1)
    else {
        return;
    };
    let Some(cue) = scene
        .cues
        .iter()
        .find(|c| c.start == np.end && c.form == Form::Finite && c.inverted.is_none())
    else {
        return;
    };
    let phrase = Phrase::plain(np);
    let pronoun = scene.is(np.start, Classes::SUBJ);
    if scene.takes(cue, Frame::Incise)
        && (pronoun || phrase_is_human(scene, &phrase))
        && scene.complement(cue).is_none()
    {
        let content = [Run::new(pair.open, pair.close + 1)];
        let reading = Reading::new(
            "incise-subject-first",
            Some(Run::new(cue.start, cue.end)),
            Who::Words(phrase),
            content,
        );
        out.push(reading.of_verb(cue).with(Feature::Incise, 16));
    }
}

/// A finite verb of no list between a quotation and a subject: by construction it introduces speech.
pub(super) fn propose_open_verbs(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for at in scene.sentence.start..scene.sentence.end {
        let Some(place) = verb_edge(scene, at) else {
            continue;
        };
        let Some(group) = open_group(scene, at) else {
            continue;
        };
        let limit = scene.level_end(at);
        let (who, end, adjuncts) = match group.pronoun {
            Some(p) if scene.among_inverted(p, "on") || scene.among_inverted(p, "ce") => continue,
            Some(p) => {
                let (end, adjuncts) = scene.adjuncts(group.run.end, limit);
                (Who::Inverted(p), end, adjuncts)
            }
            None => {
                let Some((phrase, adjuncts)) = scene.inverted_subject(group.run.end, limit) else {
                    continue;
                };
                let human = phrase_is_human(scene, &phrase);
                if !(human && scene.ends_incise(phrase.run.end)) {
                    continue;
                }
                (Who::Words(phrase), phrase.run.end, adjuncts)
            }
        };
        let cue = Cue {
            number: usize::MAX,
            start: group.run.start,
            end: group.run.end,
            verb: at,
            form: Form::Finite,
            head: u16::MAX,
            row: 0,
            frames: Frame::Incise.bit(),
            inverted: group.pronoun,
            agreement: Classes::NONE,
            negated: false,
            conditional: false,
            withheld: false,
            compound: false,
        };
        if let Some(mut reading) = build(scene, &cue, &place, who, end, adjuncts) {
            reading.rule = "incise-open-verb";
            out.push(reading.with(Feature::OpenVerb, -8));
        }
    }
}

struct OpenGroup {
    run: Run,
    pronoun: Option<usize>,
}

fn verb_edge(scene: &Scene<'_>, at: usize) -> Option<Place> {
    let token = scene.token(at).filter(|t| t.kind == Kind::Word)?;
    let verbal = token.is(Classes::FINITE)
        && !token.is(Classes::PREP.or(Classes::ADV).or(Classes::CONJ))
        || token.entry.0 == 0 && !token.capital();
    let reflexive = token.is(Classes::SE);
    if !(verbal || reflexive) || scene.cues.iter().any(|c| (c.start..c.end).contains(&at)) {
        return None;
    }
    let place = place(scene, at)?;
    let direct = matches!(
        scene.kind(at - 1),
        Kind::Comma | Kind::Close | Kind::Exclaim | Kind::Dash
    );
    (direct && (place.after_mark || place.inside)).then_some(place)
}

fn open_group(scene: &Scene<'_>, at: usize) -> Option<OpenGroup> {
    let mut verb = at;
    if scene.is(at, Classes::SE) {
        verb += 1;
    }
    let mut end = verb + 1;
    let mut pronoun = None;
    if scene.kind(end) == Kind::Inverted {
        pronoun = Some(end);
        end += 1;
    }
    if scene.is(verb, Classes::AVOIR.or(Classes::ETRE)) {
        while scene.is(end, Classes::ADV) {
            end += 1;
        }
        if !scene.is(end, Classes::PPART) {
            return None;
        }
        end += 1;
    } else if !scene.is(verb, Classes::FINITE) {
        let unknown = scene.token(verb)?.entry.0 == 0 && scene.word(verb).ends_with('e');
        if !unknown && pronoun.is_none() {
            return None;
        }
    }
    while scene.is(end, Classes::ADV) && !scene.is(end, Classes::PREP) {
        end += 1;
    }
    Some(OpenGroup {
        run: Run::new(at, end),
        pronoun,
    })
}

/// A phrase that can speak: a role, a collective, a name, a pronoun.
pub(super) fn phrase_is_human(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let speaks = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::AGENCY)
        .or(Classes::MEDIA)
        .or(Classes::FIRST_NAME)
        .or(Classes::ANON)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::SEAT)
        .or(Classes::TITLE)
        .or(Classes::NATION);
    (phrase.run.start..phrase.run.end).any(|i| {
        scene.is(i, speaks)
            || scene.kind(i) == Kind::Word && scene.token(i).is_some_and(Token::capital)
    })
}

impl Scene<'_> {
    /// Tells whether an inverted token is this pronoun.
    #[must_use]
    pub(crate) fn among_inverted(&self, at: usize, pronoun: &str) -> bool {
        self.word(at)
            .trim_start_matches(['-', 't', 'T'])
            .trim_start_matches('-')
            .eq_ignore_ascii_case(pronoun)
    }
}
