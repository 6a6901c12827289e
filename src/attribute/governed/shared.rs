//! Sources that several cues share.
//!
//! In: a cue without a subject of its own. Out: the cue before that lends its source, or the subject of the main verb: for `promis`
//! in « Le maire a salué un accord et promis de payer » that of `a salué`.

use super::super::Who;
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::pieces::Scene;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::subject::Subject;

/// Tells whether a bare participle continues a compound tense before it.
pub(super) fn shares_auxiliary(scene: &Scene<'_>, index: usize) -> bool {
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
pub(super) fn shared(scene: &Scene<'_>, index: usize) -> Who {
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
pub(crate) fn main_subject(scene: &Scene<'_>, at: usize) -> Who {
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
