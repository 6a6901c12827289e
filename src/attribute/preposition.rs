//! Prepositional cues: `selon X`, `d'après X`, `pour X`, `de source Y`, `à en croire X`, and the relative `selon qui`.
//!
//! In: tokens of a prepositional cue with a noun phrase behind them. Out: readings with the clause before or after: « Selon les
//! pompiers, [dix maisons ont brûlé] », « [Le bilan s'alourdit], selon Tokyo ». `selon` that means "depending on" has no source.

use super::features::Feature;
use super::incise::{source_end, source_phrase};
use super::{Reading, Runs, Who};
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, SenseKind, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Proposes a reading for each prepositional cue.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for at in scene.sentence.start..scene.sentence.end {
        let Some(token) = scene
            .token(at)
            .filter(|t| t.kind == Kind::Word && t.is(Classes::PREP))
        else {
            continue;
        };
        let Some(sense) = scene.lexicon.sense(token.entry, SenseKind::CuePreposition) else {
            out.extend(believing(scene, at));
            continue;
        };
        match scene
            .lexicon
            .meta()
            .tags
            .get(sense.id as usize)
            .map_or("", String::as_str)
        {
            "selon" => out.extend(selon(scene, at, "selon")),
            "words-of" => out.extend(selon(scene, at, "words-of")),
            "a-en-croire" => out.extend(selon(scene, at, "a-en-croire")),
            "source-de" => out.extend(source_of(scene, at)),
            "pour" => out.extend(pour(scene, at)),
            _ => {}
        }
    }
}

/// The source behind a prepositional cue, with the end of everything that belongs to it.
fn source_after(scene: &Scene<'_>, at: usize, limit: usize) -> Option<(Phrase, usize, Adjuncts)> {
    let np = scene.noun(at + 1, limit)?;
    let mut phrase = Phrase::plain(np);
    phrase.run.end = scene.long_phrase_end(&np, limit);
    let mut end = phrase.run.end;
    if scene.kind(end) == Kind::Comma {
        let role = scene.noun(end + 1, limit).filter(|n| {
            let proper = scene.token(n.start).is_some_and(Token::capital)
                && !scene.is(n.start, Classes::DET);
            let titled = (n.start..n.end).any(|i| scene.is(i, Classes::ROLE))
                || !scene.is(n.start, Classes::DET)
                    && scene.token(np.end - 1).is_some_and(Token::capital)
                    && !scene.is(n.start, Classes::TIME);
            let stop = matches!(
                scene.kind(scene.long_phrase_end(n, limit)),
                Kind::Comma | Kind::Period | Kind::Break
            );
            (proper || titled) && stop && !scene.is(n.start, Classes::SUBJ)
        });
        if let Some(n) = role {
            end = scene.long_phrase_end(&n, limit);
            phrase.run.end = end;
            phrase.apposition = Some(n);
        }
    }
    let mut adjuncts = Adjuncts::new();
    let mut after = end;
    for _ in 0..4 {
        let Some(word) = insertion(scene, after, limit) else {
            break;
        };
        let stop = (word..limit)
            .find(|i| {
                matches!(
                    scene.kind(*i),
                    Kind::Comma | Kind::Semicolon | Kind::Break | Kind::Period | Kind::Colon
                )
            })
            .unwrap_or(limit);
        adjuncts.push(Run::new(word, stop));
        after = stop;
    }
    Some((phrase, after, adjuncts))
}

/// What may stand between a source and the clause that it says: relatives, participles, reasons of anonymity, carriers, times, and
/// between commas anything without a finite verb that begins with neither a determiner nor a name: `, qui publie …`, `cité par
/// l'agence X`, `, daté du 11 mai`, `, et que le journal a pu consulter`. Gives its first word.
fn insertion(scene: &Scene<'_>, at: usize, limit: usize) -> Option<usize> {
    let comma = scene.kind(at) == Kind::Comma;
    let word = at + usize::from(comma);
    let relative = |i: usize| {
        scene.is(i, Classes::REL)
            || scene.is(i, Classes::PREP)
                && scene.is(i + 1, Classes::REL)
                && !scene.is(i + 1, Classes::DET)
    };
    let participle = scene.is(word, Classes::PPART.or(Classes::PRESPART))
        && !(comma && scene.is(word, Classes::FINITE));
    let further = scene.is(word, Classes::CONJ)
        && (relative(word + 1) || scene.one_of(word + 1, closed!["que", "qu'"]));
    let agent = !comma && scene.one_of(word, closed!["par"]);
    let opens = relative(word)
        || participle
        || further
        || agent
        || scene.is(word, Classes::OPENER.or(Classes::REASON))
        || scene.carrier_at(word, limit)
        || !comma && scene.time_phrase(word, limit).is_some()
        || comma && verbless(scene, word, limit);
    opens.then_some(word)
}

/// Tells whether a small word opens a phrase without a finite verb up to the next comma.
fn verbless(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    let subject = Classes::DET
        .or(Classes::SUBJ)
        .or(Classes::PRON)
        .or(Classes::NUM)
        .or(Classes::PREP)
        .or(Classes::PREP_DET)
        .or(Classes::ADV)
        .or(Classes::TIME)
        .or(Classes::SUB)
        .or(Classes::CONJ)
        .or(Classes::NEG)
        .or(Classes::FINITE)
        .or(Classes::CLITIC);
    let small = scene.kind(at) == Kind::Word
        && !scene.is(at, subject)
        && !scene.token(at).is_some_and(Token::capital);
    let end = (at..limit).find(|i| scene.kind(*i) == Kind::Comma);
    small && end.is_some_and(|end| !(at..end).any(|i| scene.is(i, Classes::FINITE)))
}

/// `À l'en croire, P`: the pronoun inside the cue names the source.
fn believing(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    let believed = scene.one_of(at, closed!["à"])
        && scene.one_of(at + 1, closed!["l'", "les"])
        && scene.one_of(at + 2, closed!["en"])
        && scene.one_of(at + 3, closed!["croire"]);
    if !believed {
        return None;
    }
    let end = at + 4;
    let start = clause_start(scene, at);
    let initial = (start..at).all(|i| !matches!(scene.kind(i), Kind::Word | Kind::Number));
    let content = if initial {
        Runs::from_iter([behind(scene, end)?])
    } else {
        around(scene, start, at, end).0
    };
    let number = if scene.one_of(at + 1, closed!["les"]) {
        Classes::PLURAL
    } else {
        Classes::SINGULAR
    };
    let pronoun = NounPhrase {
        start: at + 1,
        end: at + 2,
        head: at + 1,
        agreement: number,
        sort: Sort::Pronoun,
    };
    let cue = Some(Run::new(at, end));
    let who = Who::Words(Phrase::plain(pronoun));
    Some(Reading::new("a-en-croire", cue, who, content).with(Feature::Preposition, 26))
}

fn selon(scene: &Scene<'_>, at: usize, family: &'static str) -> Option<Reading> {
    let relatives = closed![
        "que",
        "qu'",
        "si",
        "qui",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
        "ce",
    ];
    if scene.kind(at + 1) != Kind::Word || scene.one_of(at + 1, relatives) {
        return relative(scene, at).or_else(|| what(scene, at));
    }
    let limit = scene.level_end(at);
    let (phrase, end, mut adjuncts) = source_after(scene, at, limit)?;
    let rules = match family {
        "selon" => ["selon-initial", "selon-medial", "selon-final"],
        "words-of" => ["words-of"; 3],
        _ => ["a-en-croire"; 3],
    };
    let strong = family != "selon" || speaker_like(scene, &phrase);
    let start = clause_start(scene, at);
    let light = Classes::CONJ.or(Classes::SUB).or(Classes::ADV);
    let initial = (start..at).all(|i| {
        !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open) || scene.is(i, light)
    });
    // `car selon eux, P`, `et que, selon les calculs, P`: a conjunction right before it opens the clause.
    let comma = usize::from(scene.before(at).is_some_and(|t| t.kind == Kind::Comma));
    let initial = initial
        || at > comma
            && scene.is(at - comma - 1, Classes::CONJ.or(Classes::SUB))
            && scene.kind(end) == Kind::Comma;
    let set_off = scene.before(at).is_none_or(|t| t.kind == Kind::Comma) || initial;
    let closed = matches!(
        scene.kind(end),
        Kind::Comma | Kind::Period | Kind::Break | Kind::Close
    );
    // An unknown noun is a source when it is plural with a complement (`les sondages de sortie des urnes`) or has something added
    // to it (`le consensus compilé par l'entreprise`).
    let plural =
        phrase.main.agreement.has(Classes::PLURAL) && phrase.main.end > phrase.main.head + 1;
    let specific = plural || !adjuncts.is_empty();
    if !strong && !(set_off && closed && specific && scene.is(phrase.main.start, Classes::DET)) {
        return None;
    }
    let (content, place) = if initial {
        (Runs::from_iter([behind(scene, end)?]), 0)
    } else {
        around(scene, start, at, end)
    };
    let rule = rules.get(place).copied()?;
    adjuncts.push(phrase.run);
    let mut reading = Reading::new(
        rule,
        Some(Run::new(at, at + 1)),
        Who::Words(phrase),
        content,
    )
    .with(Feature::Preposition, 26)
    .with(Feature::Source, if strong { 8 } else { 0 });
    reading.adjuncts = adjuncts;
    Some(reading)
}

/// The clause behind `Selon X,`.
fn behind(scene: &Scene<'_>, end: usize) -> Option<Run> {
    let from = match scene.kind(end) {
        Kind::Open => end,
        Kind::Comma | Kind::Colon => end + 1,
        _ => return None,
    };
    Some(Run::new(from, scene.clause_end(from, None)))
}

/// The clause before `, selon X`, and its rest when it goes on behind: with 1 for medial, 2 for final.
fn around(scene: &Scene<'_>, start: usize, at: usize, end: usize) -> (Runs, usize) {
    let comma = scene.before(at).is_some_and(|t| t.kind == Kind::Comma);
    let mut content = Runs::from_iter([Run::new(start, at - usize::from(comma))]);
    let next = end + 1;
    let other = scene.is(
        next,
        Classes::REL
            .or(Classes::PRESPART)
            .or(Classes::TIME)
            .or(Classes::OPENER),
    ) || scene
        .cues
        .iter()
        .any(|c| c.start > end && c.start <= end + 3)
        || scene.one_of(
            next,
            closed![
                "citant",
                "mais",
                "et",
                "dont",
                "qui",
                "tandis que",
                "alors que",
                "alors qu'",
            ],
        )
        || scene.kind(next) == Kind::Break;
    if scene.kind(end) != Kind::Comma || other {
        return (content, 2);
    }
    content.push(Run::new(next, scene.clause_end(next, None)));
    (content, 1)
}

/// `selon ce qu'a rapporté l'agence APS`.
fn what(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    if !scene.one_of(at + 1, closed!["ce", "ce que", "ce qu'"]) {
        return None;
    }
    let cue = scene
        .cues
        .iter()
        .find(|c| c.start > at && c.start <= at + 4)?;
    let limit = scene.level_end(at);
    let (phrase, _) = scene.inverted_subject(cue.end, limit)?;
    let start = clause_start(scene, at);
    let edge = if scene.before(at).is_some_and(|t| t.kind == Kind::Comma) {
        at - 1
    } else {
        at
    };
    (start < edge).then(|| {
        Reading::new(
            "selon-final",
            Some(Run::new(at, cue.end)),
            Who::Words(phrase),
            [Run::new(start, edge)],
        )
        .with(Feature::Preposition, 24)
    })
}

/// `X, selon qui P`, `un rapport selon lequel P`, `X, pour qui P`.
fn relative(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    if !scene.one_of(
        at + 1,
        closed!["qui", "lequel", "laquelle", "lesquels", "lesquelles"],
    ) {
        return None;
    }
    let comma = scene.before(at).is_some_and(|t| t.kind == Kind::Comma);
    let phrase = scene
        .antecedent(if comma { at - 1 } else { at })
        .or_else(|| scene.antecedent(at))?;
    let from = at + 2;
    if !(from..scene.level_end(from))
        .any(|i| scene.is(i, Classes::FINITE) || scene.kind(i) == Kind::Open)
    {
        return None;
    }
    let end = scene.main_verb_after(from, scene.clause_end(from, None));
    let noun = scene.is(phrase.main.head, Classes::CUE_NOUN) && !scene.one_of(at, closed!["pour"]);
    let cue = if noun {
        Run::new(phrase.main.head, phrase.main.head + 1)
    } else {
        Run::new(at, at + 2)
    };
    let who = if noun {
        owner(scene, &phrase)
    } else {
        Who::Words(phrase)
    };
    Some(
        Reading::new("selon-relative", Some(cue), who, [Run::new(from, end)])
            .with(Feature::Preposition, 26)
            .with(Feature::Relative, 4),
    )
}

/// `les allégations de certains médias`: whose allegations.
pub(super) fn owner(scene: &Scene<'_>, phrase: &Phrase) -> Who {
    let of = (phrase.main.head + 1..phrase.main.end).find(|i| scene.is(*i, Classes::DE));
    of.and_then(|i| scene.noun(i + 1, phrase.run.end))
        .map_or(Who::Nobody, |np| Who::Words(Phrase::plain(np)))
}

/// `de source hospitalière, P` and `P, de source policière`.
fn source_of(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    let limit = scene.level_end(at);
    let end = source_end(scene, at, limit);
    if end == at + 1 {
        return None;
    }
    let mut after = end;
    let mut adjuncts = Adjuncts::new();
    if scene.is(after, Classes::PPART) || scene.one_of(after, closed!["citée", "citées"]) {
        let stop = (after..limit)
            .find(|i| scene.kind(*i) == Kind::Comma)
            .unwrap_or(limit);
        adjuncts.push(Run::new(after, stop));
        after = stop;
    }
    // `De source diplomatique, on estime que P`: the verb is the cue, and `on` its source.
    if scene.kind(after) == Kind::Comma && scene.one_of(after + 1, closed!["on", "l'on"]) {
        return None;
    }
    let phrase = source_phrase(scene, at, end);
    let start = clause_start(scene, at);
    let initial =
        (start..at).all(|i| !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open));
    let content = if initial {
        if scene.kind(after) != Kind::Comma {
            return None;
        }
        Run::new(after + 1, scene.clause_end(after + 1, None))
    } else if scene.before(at).is_some_and(|t| t.kind == Kind::Comma) {
        Run::new(start, at - 1)
    } else {
        return None;
    };
    let mut reading = Reading::new(
        "source-de",
        Some(Run::new(at, at + 1)),
        Who::Words(phrase),
        [content],
    )
    .with(Feature::Preposition, 28);
    reading.adjuncts = adjuncts;
    Some(reading)
}

/// `Pour X, P`: a person or body, at the start of a clause, with a comma or a mark behind it.
fn pour(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    if let Some(reading) = relative(scene, at) {
        return Some(reading);
    }
    let start = clause_start(scene, at);
    let leading = (start..at).all(|i| {
        !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open)
            || scene.is(i, Classes::CONJ.or(Classes::ADV).or(Classes::PREP))
            || i + 4 > at && scene.before(at).is_some_and(|t| t.kind == Kind::Comma)
    });
    let headline = scene.before(at).is_some_and(|t| t.kind == Kind::Close);
    let limit = scene.level_end(at);
    let (phrase, end, _) = source_after(scene, at, limit)?;
    let first = phrase.main.start;
    let reason = scene.kind(first) == Kind::Number
        || scene.is(first, Classes::NUM)
        || (first..phrase.main.end).any(|i| scene.is(i, Classes::TIME));
    if reason || !person_or_body(scene, &phrase) {
        return None;
    }
    let content = if headline && matches!(scene.kind(phrase.run.end), Kind::Break | Kind::Period) {
        scene
            .pair_closing(at - 1)
            .map(|(_, p)| Run::new(p.open, at))?
    } else {
        if !leading || !matches!(scene.kind(end), Kind::Comma | Kind::Open) {
            return None;
        }
        let from = if scene.kind(end) == Kind::Open {
            end
        } else {
            end + 1
        };
        let stop = scene.clause_end(from, None);
        let clause =
            (from..stop).any(|i| scene.is(i, Classes::FINITE)) || scene.kind(from) == Kind::Open;
        if !clause {
            return None;
        }
        Run::new(from, stop)
    };
    Some(
        Reading::new(
            "pour-initial",
            Some(Run::new(at, at + 1)),
            Who::Words(phrase),
            [content],
        )
        .with(Feature::Preposition, 16),
    )
}

fn person_or_body(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let body = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::FIRST_NAME)
        .or(Classes::SEAT)
        .or(Classes::TITLE)
        .or(Classes::AGENCY)
        .or(Classes::ANON);
    scene.is(phrase.main.start, Classes::TONIC)
        || (phrase.main.start..phrase.main.end).any(|i| scene.is(i, body))
        || phrase.apposition.is_some()
        || scene.token(phrase.main.start).is_some_and(Token::capital)
            && !scene.is(phrase.main.start, Classes::PLACE.or(Classes::DET))
}

/// A source that can say something: its head is a known noun, a name, a pronoun or a document, or what it is made of belongs
/// to one (`les prévisions de l'entreprise`). A work of art says nothing (`d'après un roman de Zola`).
fn speaker_like(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let body = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::AGENCY)
        .or(Classes::MEDIA)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::FIRST_NAME)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::SEAT)
        .or(Classes::TITLE);
    let words = Classes::ANON
        .or(Classes::DOCUMENT)
        .or(Classes::CARRIER)
        .or(Classes::TONIC)
        .or(Classes::PRON)
        .or(Classes::CUE_NOUN);
    let np = &phrase.main;
    let capital =
        |i: usize| scene.kind(i) == Kind::Word && scene.token(i).is_some_and(Token::capital);
    if scene.is(np.head, Classes::WORK) && !scene.is(np.head, body) {
        return false;
    }
    let first = np.start + usize::from(scene.is(np.start, Classes::DET));
    let head = [np.head, first]
        .iter()
        .any(|i| scene.is(*i, body.or(words)) || capital(*i));
    head || (np.start..phrase.run.end).any(|i| scene.is(i, body) || capital(i))
}

/// Where the clause that a preposition comments on begins: the sentence, a colon, a semicolon, `que` of another cue.
fn clause_start(scene: &Scene<'_>, at: usize) -> usize {
    let mut i = at;
    let mut start = if scene.level(at) == 0 {
        scene.sentence.start
    } else {
        at
    };
    while let Some(before) = scene.step_back(i) {
        if scene.level(before) != scene.level(at) && scene.kind(before) != Kind::Open {
            return start;
        }
        i = before;
        if scene.kind(i) == Kind::Open && scene.pair_at(i).is_some_and(|(_, p)| p.close >= at) {
            return i + 1;
        }
        // `« P », alors qu'ils discutaient de Q, selon X`: where a report ends before `alors que`, another begins.
        let meanwhile = scene.one_of(i, closed!["alors que", "alors qu'"])
            && i > scene.sentence.start + 1
            && scene.kind(i - 1) == Kind::Comma
            && scene.kind(i - 2) == Kind::Close;
        if meanwhile
            || matches!(scene.kind(i), Kind::Colon | Kind::Semicolon)
            || scene.one_of(i, closed!["que", "qu'"])
                && scene.cues.iter().any(|c| c.end <= i && c.end + 12 > i)
                && scene.is(i, Classes::SUB)
        {
            return i + 1;
        }
        start = i;
    }
    start
}
