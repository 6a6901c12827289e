//! Clauses, infinitives and objects that a cue governs.
//!
//! In: cue groups with their complements. Out: readings such as « a déclaré que [P] », « accusant [Y de P] », « estimé que [Q] »
//! in a coordination, with the subject found before the cue or shared with the cue before.

use super::complement::{self, Complement};
use super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::subject::Subject;
use crate::pieces::{Run, Scene};

/// Proposes one reading per cue with a complement.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for (i, cue) in scene.cues.iter().enumerate() {
        if let Some(complement) = complement::of(scene, cue)
            && let Some(reading) = governed(scene, i, cue, complement)
        {
            out.push(reading);
        }
    }
}

fn governed(scene: &Scene<'_>, index: usize, cue: &Cue, complement: Complement) -> Option<Reading> {
    let (rule, who, sureness) = source(scene, index, cue, &complement)?;
    let end = if complement.rule == "colon-cue" && complement.quotation {
        scene.pair_at(complement.start).map(|(_, p)| p.close + 1)?
    } else {
        scene.clause_end(complement.start, Some(cue))
    };
    let content = Run::new(complement.start, end);
    let mut reading = Reading::new(rule, Some(Run::new(cue.start, cue.end)), who, vec![content])
        .of_verb(*cue)
        .with("frame", complement.weight)
        .with("source", sureness);
    reading.adjuncts = complement.adjuncts;
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
        reading = reading.with("withheld", -6);
    }
    Some(reading)
}

/// Finds who governs the cue, and names the construction by its form.
fn source(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<(&'static str, Who, i32)> {
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
        .find(|r| scene.among(r.start, &["par"]))?;
    let np = scene.noun(by.start + 1, by.end)?;
    Some(Who::Words(crate::pieces::subject::Phrase::plain(np)))
}

fn finite(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> (&'static str, Who, i32) {
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
            if who == Who::Running && !coordinated && scene.before(cue.start).is_some() {
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
) -> Option<(&'static str, Who, i32)> {
    let clause = matches!(complement.rule, "que-clause" | "si-clause");
    let rule = match cue.form {
        Form::Gerund => "gerund",
        _ if clause => "participle-que",
        _ => "participle-object",
    };
    let mut edge = cue.start;
    while scene.before(edge).is_some_and(|t| {
        t.kind == Kind::Word && (t.is(Classes::CLITIC.or(Classes::SE)) && !t.is(Classes::DET))
    }) || scene.among(edge.wrapping_sub(1), &["en", "tout", "tout en"])
    {
        edge -= 1;
    }
    let attached = scene
        .before(edge)
        .is_some_and(|t| t.kind == Kind::Word && !t.is(Classes::CONJ.or(Classes::ADV)));
    if cue.form == Form::Participle && attached {
        let np = scene.phrase_ending(edge)?;
        return Some((
            rule,
            Who::Words(crate::pieces::subject::Phrase::plain(np)),
            5,
        ));
    }
    Some((rule, shared(scene, index), 5))
}

fn infinitive(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<(&'static str, Who, i32)> {
    let mut edge = cue.start;
    while scene.before(edge).is_some_and(|t| {
        t.kind == Kind::Word && (t.is(Classes::CLITIC.or(Classes::SE)) && !t.is(Classes::DET))
    }) {
        edge -= 1;
    }
    let before = edge.checked_sub(1)?;
    let narrative =
        scene.among(before, &["de", "d'"]) && scene.among(before.wrapping_sub(1), &["et"]);
    let tail = scene.among(before, &["avant de", "avant d'", "afin de", "afin d'"])
        || scene.among(before, &["de", "d'"])
            && scene.among(before.wrapping_sub(1), &["avant", "loin"]);
    let purpose = scene.among(before, &["pour", "sans"])
        && (complement.quotation
            || matches!(
                complement.rule,
                "que-clause" | "quoted-object" | "colon-cue" | "prepositional-quoted"
            ));
    let to = scene.among(before, &["à"]) && complement.rule == "que-clause";
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
    let candidate = earlier.iter().rev().find(|c| {
        scene.level(c.start) == level
            && matches!(c.form, Form::Finite | Form::Passive)
            && usable(scene, c)
    });
    match candidate {
        Some(c) => Who::SameAs(c.start),
        None => main_subject(scene, cue.start),
    }
}

/// Tells whether a cue before may lend its source: it has a complement or is an incise.
fn usable(scene: &Scene<'_>, cue: &Cue) -> bool {
    complement::of(scene, cue).is_some()
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
