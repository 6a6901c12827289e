//! Clauses, infinitives and objects that a cue governs.
//!
//! In: cue groups with their complements. Out: readings such as « a déclaré que [P] », « accusant [Y de P] », « estimé que [Q] »
//! in a coordination, with the subject found before the cue or shared with the cue before.

use super::complement::Complement;
use super::features::Feature;
use super::{Reading, Who};
use crate::lex::token::{Kind, Token};
use crate::lexicon::rows::{Act, Frame};
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::subject::Subject;
use crate::pieces::{Run, Scene};

/// Proposes one reading per cue with a complement.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for (i, cue) in scene.cues.iter().enumerate() {
        if let Some(complement) = scene.complement(cue)
            && let Some(reading) = governed(scene, i, cue, complement)
        {
            out.push(reading);
        }
    }
}

fn governed(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<Reading> {
    let (rule, who, sureness) = source(scene, index, cue, complement)?;
    if who == Who::Nobody && cue.form == Form::Finite
        || generic(scene, who) && !complement.quotation
    {
        return None;
    }
    let who = locative(scene, who);
    if suggests(scene, cue) && matches!(who, Who::Words(p) if !may_speak(scene, &p)) {
        return None;
    }
    if complement.weight < 34 && matches!(who, Who::Words(p) if !may_speak(scene, &p)) {
        return None;
    }
    let end = if complement.rule == "colon-cue" && complement.quotation {
        scene.pair_at(complement.start).map(|(_, p)| p.close + 1)?
    } else {
        scene.clause_end(complement.start, Some(cue))
    };
    let (who, end) = match opening(scene, cue, complement.start, end) {
        Some((subject, comma)) => (Who::Words(subject), comma),
        None => (who, end),
    };
    let clause = complement.rule == "que-clause";
    if clause && !(complement.start..end).any(|i| scene.is(i, Classes::FINITE)) {
        return None;
    }
    let end = if complement.weight < 32 {
        object_end(scene, cue, complement.start, end)
    } else {
        end
    };
    let content = Run::new(complement.start, end);
    let mut reading = Reading::new(rule, Some(Run::new(cue.start, cue.end)), who, [content])
        .of_verb(cue)
        .with(Feature::Frame, complement.weight)
        .with(Feature::Source, sureness);
    reading.adjuncts.clone_from(&complement.adjuncts);
    let (_, mut after) = scene.adjuncts(
        if scene.kind(end) == Kind::Comma {
            end + 1
        } else {
            end
        },
        scene.sentence.end,
    );
    reading.adjuncts.append(&mut after);
    if cue.withheld {
        reading = reading.with(Feature::Withheld, -6);
    }
    Some(reading)
}

/// `on` without a body that it stands for (`on craint que`): the narrator's own voice.
fn generic(scene: &Scene<'_>, who: Who) -> bool {
    matches!(who, Who::Words(p) if scene.one_of(p.main.start, closed!["on", "l'on"]))
        && locative(scene, who) == who
}

/// Verbs that documents and facts govern too (`prouve que`, `montre que`): with a thing as subject they report nobody.
fn suggests(scene: &Scene<'_>, cue: &Cue) -> bool {
    let heads = &scene.lexicon.meta().heads;
    let row = heads
        .get(cue.head as usize)
        .and_then(|h| h.rows.get(cue.row as usize));
    row.is_some_and(|r| matches!(r.act, Act::Suggest | Act::Confirm))
}

/// An object holds no finite verb outside its relatives: `et` (or a comma) before one gives the word back to the main clause; and a
/// quotation alone ends with its closing mark before a comma.
fn object_end(scene: &Scene<'_>, owner: &Cue, start: usize, end: usize) -> usize {
    let opens = Classes::REL.or(Classes::SUB).or(Classes::WH);
    let light = Classes::NEG
        .or(Classes::SE)
        .or(Classes::CLITIC)
        .or(Classes::ADV);
    if let Some((_, pair)) = scene.pair_at(start)
        && scene.kind(pair.close + 1) == Kind::Comma
        && pair.close + 1 < end
        && !scene.is(pair.close + 2, Classes::CONJ)
    {
        return pair.close + 1;
    }
    let mut relative = false;
    let mut at = start;
    while at < end {
        // `se dit « abandonnée » par le canton, à qui elle reproche …`: the narrator goes on behind the attribute.
        let told_of = scene.kind(at) == Kind::Comma
            && (scene.is(at + 1, Classes::PREP) && scene.is(at + 2, Classes::REL)
                || scene.is(at + 1, Classes::REL)
                    && !scene.one_of(at + 1, closed!["que", "qu'", "qui"]));
        if told_of && owner.frames & Frame::Attr.bit() != 0 {
            return at;
        }
        relative |= scene.is(at, opens) || scene.is(at, Classes::INF);
        let joint =
            scene.kind(at) == Kind::Comma || scene.one_of(at, closed!["et", "mais", "puis"]);
        if joint && !relative {
            let mut verb = at + 1;
            while verb < end
                && scene.is(verb, light)
                && !scene.is(verb, Classes::DET.or(Classes::PREP))
            {
                verb += 1;
            }
            // `a regretté X, salué Y`: a further participle of the same compound tense.
            let further = owner.compound
                && scene
                    .cues
                    .iter()
                    .any(|c| c.start == verb && c.form == Form::Bare);
            if further && scene.is(verb + 1, Classes::DET) {
                return at;
            }
            let cue = scene
                .cues
                .iter()
                .any(|c| c.verb == verb && c.form == Form::Finite);
            if scene.is(verb, Classes::FINITE)
                && (cue || !scene.is(verb, Classes::NOUN.or(Classes::ADJ)))
            {
                return at;
            }
        }
        at = scene.step(at);
    }
    end
}

/// `Au ministère, on qualifie …`, `du côté de la ligue, on parle …`: `on` speaks for the body that the adjunct names.
fn locative(scene: &Scene<'_>, who: Who) -> Who {
    let Who::Words(phrase) = who else { return who };
    if !scene.one_of(phrase.main.start, closed!["on", "l'on"])
        || phrase.main.end > phrase.main.start + 1
    {
        return who;
    }
    let body = Classes::COLLECTIVE
        .or(Classes::ORG)
        .or(Classes::ROLE)
        .or(Classes::SEAT)
        .or(Classes::MEDIA)
        .or(Classes::ANON);
    let mut at = phrase.main.start;
    while let Some(before) = scene.step_back(at) {
        at = before;
        // `De source diplomatique, on estime que P`
        if scene.one_of(at, closed!["de source", "de sources"]) {
            let end = super::incise::source_end(scene, at, phrase.main.start);
            return Who::Words(super::incise::source_phrase(scene, at, end));
        }
        let side = scene.one_of(
            at,
            closed!["du côté de", "du côté du", "du côté d'", "chez"],
        );
        let place = scene.is(at, Classes::PREP) && !scene.is(at, Classes::DE);
        let names =
            |i: usize| scene.is(i, body) || side && scene.token(i).is_some_and(Token::capital);
        if place
            && let Some(np) = scene.noun(at + 1, phrase.main.start)
            && (np.start..np.end).any(names)
        {
            return Who::Words(crate::pieces::subject::Phrase::plain(np));
        }
    }
    who
}

/// Tells whether a subject can say something: a thing or an event (`la journée promet d'être longue`) cannot.
fn may_speak(scene: &Scene<'_>, phrase: &crate::pieces::subject::Phrase) -> bool {
    let speaks = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::AGENCY)
        .or(Classes::MEDIA)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::FIRST_NAME)
        .or(Classes::ANON)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::SEAT)
        .or(Classes::TITLE)
        .or(Classes::DOCUMENT)
        .or(Classes::CARRIER)
        .or(Classes::NATION)
        .or(Classes::CUE_NOUN);
    let np = &phrase.main;
    let first = np.start + usize::from(scene.is(np.start, Classes::DET));
    let known = |i: usize| {
        scene.is(i, speaks)
            || scene.kind(i) == Kind::Word && scene.token(i).is_some_and(Token::capital)
    };
    if np.sort == crate::pieces::noun::Sort::Pronoun {
        return !scene.one_of(np.start, closed!["cela", "ça", "ce", "c'", "rien", "tout"]);
    }
    // `un deuxième`, `deux clients sur quatre`, `l'un d'eux`: a number or an ordinal stands for persons named before.
    let counted = scene.is(np.head, Classes::ORDINAL.or(Classes::NUM))
        || scene.is(np.start, Classes::NUM) && !scene.is(np.start, Classes::DET);
    known(np.head)
        || counted
        || known(first)
        || phrase.apposition.is_some()
        || (np.head..np.end).any(|i| {
            scene.kind(i) == Kind::Word
                && scene.token(i).is_some_and(Token::capital)
                && !scene.is(i, Classes::PLACE)
        })
}

/// Finds who governs the cue, and names the construction by its form.
fn source(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<(&'static str, Who, i16)> {
    match cue.form {
        Form::Passive => agent(scene, complement).map(|who| (complement.rule, who, 4)),
        Form::Finite => Some(finite(scene, index, cue, complement)),
        Form::Bare => (scene
            .before(cue.start)
            .is_some_and(|t| t.kind == Kind::Comma || t.is(Classes::CONJ.or(Classes::ADV)))
            && shares_auxiliary(scene, index))
        .then(|| ("coordinated-cue", shared(scene, index), 6)),
        Form::Participle | Form::Gerund => participle(scene, index, cue, complement),
        Form::Infinitive => infinitive(scene, index, cue, complement),
    }
}

fn agent(scene: &Scene<'_>, complement: &Complement) -> Option<Who> {
    let by = complement
        .adjuncts
        .iter()
        .find(|r| scene.one_of(r.start, closed!["par"]))?;
    let np = scene.noun(by.start + 1, by.end)?;
    Some(Who::Words(crate::pieces::subject::Phrase::plain(np)))
}

fn finite(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> (&'static str, Who, i16) {
    if let Some(pronoun) = cue.inverted {
        return (complement.rule, Who::Inverted(pronoun), 6);
    }
    match scene.subject_before(cue.start) {
        Subject::Phrase(phrase) => {
            let first = Who::Words(phrase);
            (complement.rule, first, 8)
        }
        Subject::Relative(Some(phrase)) => (complement.rule, Who::Words(phrase), 6),
        Subject::Relative(None) => (complement.rule, shared(scene, index), 2),
        Subject::Shared => {
            let coordinated = scene
                .before(cue.start)
                .is_some_and(|t| t.kind == Kind::Comma || t.is(Classes::CONJ.or(Classes::ADV)));
            let who = shared(scene, index);
            if who == Who::Running && !coordinated {
                return (complement.rule, Who::Nobody, 0);
            }
            (
                if coordinated {
                    "coordinated-cue"
                } else {
                    complement.rule
                },
                who,
                4,
            )
        }
    }
}

fn participle(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<(&'static str, Who, i16)> {
    let clause = matches!(complement.rule, "que-clause" | "si-clause");
    let rule = match cue.form {
        Form::Gerund => "gerund",
        _ if clause => "participle-que",
        _ => "participle-object",
    };
    let mut edge = cue.start;
    while scene.before(edge).is_some_and(|t| {
        t.kind == Kind::Word && (t.is(Classes::CLITIC.or(Classes::SE)) && !t.is(Classes::DET))
    }) || scene.one_of(edge.wrapping_sub(1), closed!["en", "tout", "tout en"])
    {
        edge -= 1;
    }
    let attached = scene
        .before(edge)
        .is_some_and(|t| t.kind == Kind::Word && !t.is(Classes::CONJ.or(Classes::ADV)));
    if cue.form == Form::Participle && attached {
        let np = scene.phrase_ending(edge)?;
        if let Some(who) = publisher(scene, &np) {
            return Some((rule, who, 5));
        }
        return Some((
            rule,
            Who::Words(crate::pieces::subject::Phrase::plain(np)),
            5,
        ));
    }
    Some((rule, shared(scene, index), 5))
}

/// `a émis un communiqué affirmant que P`, `a réfuté l'idée d'un prêt par l'État affirmant : « P »`: the subject of the sentence speaks,
/// not the text that it publishes or the agent of a noun.
fn publisher(scene: &Scene<'_>, np: &crate::pieces::noun::NounPhrase) -> Option<Who> {
    let before = scene.before(np.start)?;
    let published = scene.is(np.head, Classes::DOCUMENT.or(Classes::CARRIER))
        && scene.is(np.start, Classes::INDEF)
        && before.kind == Kind::Word
        && (before.is(Classes::VERBAL.or(Classes::TIME)) || before.is(Classes::ADV))
        && !before.is(Classes::PREP);
    let agent = scene.one_of(np.start - 1, closed!["par"]);
    if !(published || agent) {
        return None;
    }
    match main_subject(scene, np.start) {
        who @ Who::Words(_) => Some(who),
        _ => None,
    }
}

fn infinitive(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<(&'static str, Who, i16)> {
    let mut edge = cue.start;
    while scene.before(edge).is_some_and(|t| {
        t.kind == Kind::Word && (t.is(Classes::CLITIC.or(Classes::SE)) && !t.is(Classes::DET))
    }) {
        edge -= 1;
    }
    let before = edge.checked_sub(1)?;
    let narrative = scene.one_of(before, closed!["de", "d'"])
        && scene.one_of(before.wrapping_sub(1), closed!["et"]);
    if scene.one_of(before, closed!["de", "d'"])
        && let Some(np) = scene.phrase_ending(before)
        && scene.one_of(np.start.wrapping_sub(1), closed!["et"])
        && (scene.sentence.start..np.start)
            .filter(|i| scene.kind(*i) == Kind::Word)
            .count()
            == 1
    {
        return Some((
            "infinitive-tail",
            Who::Words(crate::pieces::subject::Phrase::plain(np)),
            5,
        ));
    }
    let tail = scene.one_of(before, closed!["après"]) && cue.compound
        || scene.one_of(
            before,
            closed!["avant de", "avant d'", "afin de", "afin d'"],
        )
        || scene.one_of(before, closed!["de", "d'"])
            && scene.one_of(before.wrapping_sub(1), closed!["avant", "loin"]);
    let purpose = scene.one_of(before, closed!["pour", "sans"])
        && (complement.quotation
            || matches!(
                complement.rule,
                "que-clause" | "quoted-object" | "colon-cue" | "prepositional-quoted"
            ));
    let to = scene.one_of(before, closed!["à"]) && complement.rule == "que-clause";
    if to {
        return match scene.phrase_ending(before) {
            Some(np) => Some((
                "infinitive-tail",
                Who::Words(crate::pieces::subject::Phrase::plain(np)),
                3,
            )),
            None => None,
        };
    }
    (narrative || tail || purpose).then(|| ("infinitive-tail", shared(scene, index), 4))
}

/// `Estimant que P, le tribunal a rejeté`: a participle, gerund or `après avoir` at the start of the sentence belongs to the
/// subject of the main clause, and its content ends at the comma before it.
fn opening(
    scene: &Scene<'_>,
    cue: &Cue,
    from: usize,
    end: usize,
) -> Option<(crate::pieces::subject::Phrase, usize)> {
    if !matches!(cue.form, Form::Participle | Form::Gerund | Form::Infinitive) {
        return None;
    }
    let lead = (scene.sentence.start..cue.start).all(|i| {
        !matches!(scene.kind(i), Kind::Word)
            || scene.one_of(i, closed!["en", "tout", "tout en", "après", "mais", "et"])
    });
    let mut at = from;
    while lead && at < end {
        if scene.kind(at) == Kind::Comma
            && let Some(np) = scene.noun(at + 1, scene.sentence.end)
        {
            let verb = scene.is(np.end, Classes::FINITE)
                || scene.is(np.end, Classes::NEG.or(Classes::SE))
                    && scene.is(np.end + 1, Classes::FINITE);
            if verb {
                return Some((crate::pieces::subject::Phrase::plain(np), at));
            }
        }
        at = scene.step(at);
    }
    None
}

/// Tells whether a bare participle continues a compound tense before it.
fn shares_auxiliary(scene: &Scene<'_>, index: usize) -> bool {
    let Some(cue) = scene.cues.get(index) else {
        return false;
    };
    scene
        .cues
        .get(..index)
        .is_some_and(|c| c.iter().any(|c| c.compound || c.form == Form::Bare))
        || (scene.sentence.start..cue.start).any(|i| {
            scene.is(i, Classes::AVOIR)
                && scene.is(i, Classes::FINITE)
                && scene.is(i + 1, Classes::PPART)
        })
}

/// The source of the last cue before this one that stands at the same level, or the subject of the main verb.
fn shared(scene: &Scene<'_>, index: usize) -> Who {
    let Some(cue) = scene.cues.get(index) else {
        return Who::Running;
    };
    let level = scene.level(cue.start);
    let earlier = scene.cues.get(..index).unwrap_or(&[]);
    let inside = |c: &Cue| {
        earlier.iter().any(|e| {
            e.end <= c.start
                && scene.complement(e).is_some_and(|k| {
                    k.start <= c.start && c.start < scene.clause_end(k.start, Some(e))
                })
        })
    };
    let candidate = earlier.iter().rev().find(|c| {
        scene.level(c.start) == level
            && matches!(c.form, Form::Finite | Form::Passive)
            && usable(scene, c)
            && !inside(c)
    });
    match candidate {
        Some(c) => Who::SameAs(c.start),
        None => main_subject(scene, cue.start),
    }
}

/// Tells whether a cue before may lend its source: it has a complement or is an incise.
fn usable(scene: &Scene<'_>, cue: &Cue) -> bool {
    scene.complement(cue).is_some()
        || cue.inverted.is_some()
        || scene
            .inverted_subject(cue.end, scene.sentence.end)
            .is_some()
        || matches!(scene.subject_before(cue.start), Subject::Phrase(_))
}

/// The subject of the last finite verb before `at` at the same level.
pub(super) fn main_subject(scene: &Scene<'_>, at: usize) -> Who {
    let mut i = at;
    while let Some(before) = scene.step_back(i) {
        i = before;
        if scene.kind(i) == Kind::Semicolon {
            break;
        }
        if scene.is(i, Classes::FINITE) && scene.kind(i) == Kind::Word {
            let start = scene
                .cues
                .iter()
                .find(|c| (c.start..c.end).contains(&i))
                .map_or(i, |c| c.start);
            match scene.subject_before(start) {
                Subject::Phrase(phrase) => return Who::Words(phrase),
                Subject::Relative(_) | Subject::Shared => {}
            }
        }
    }
    Who::Running
}
