//! Modality: what an article does not confirm.
//!
//! In: a reading. Out: whether it stands in the journalistic conditional: « Le suspect aurait fui, selon la police. »

use super::construction::Construction;
use crate::attribute::{Reading, Verb};
use crate::lexicon::{Classes, closed};
use crate::pieces::anchors::Anchors;
use crate::pieces::cue::Form;
use crate::pieces::{Run, Scene};

/// The journalistic conditional: a conditional verb of the content outside marks, without a `si`-clause, polite or modal form.
pub(super) fn unconfirmed(
    scene: &Scene<'_>,
    reading: &Reading,
    construction: Construction,
    anchors: Anchors,
) -> bool {
    if reading.verb.is_some_and(|v| v.conditional && v.compound) {
        return true;
    }
    if !anchors.word(Classes::COND) {
        return false;
    }
    let finite = |v: &Verb| v.form == Form::Finite && !is_past(scene, v);
    let past = || construction.reported && reading.verb.is_some_and(|v| !finite(&v));
    reading
        .content
        .iter()
        .any(|run| conditional(scene, *run, past) && !hypothetical(scene, *run))
}

/// Tells whether a segment holds a `si`-clause.
fn hypothetical(scene: &Scene<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| scene.one_of(i, closed!["si", "s'"]) && !scene.is(i, Classes::ADV))
}

/// Tells whether a segment holds an unconfirmed conditional; behind a cue in the past only a compound one counts.
fn conditional(scene: &Scene<'_>, run: Run, past: impl Fn() -> bool) -> bool {
    let tokens = scene.tokens.get(run.start..run.end).unwrap_or(&[]);
    if !tokens.iter().any(|t| t.is(Classes::COND)) {
        return false;
    }
    let (level, past) = (scene.level(run.start), past());
    let mut at = run.start;
    while at < run.end {
        if scene.is(at, Classes::COND)
            && !scene.is(at, Classes::FUTURE)
            && scene.level(at) == level
            && (compound(scene, at) || !past && !modal(scene, at) && level == 0)
        {
            return true;
        }
        at = scene.step(at);
    }
    false
}

/// With `être` it may be a passive that is still to come (`seraient versées`): the future in the past.
fn compound(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, Classes::AVOIR) && (at + 1..at + 4).any(|i| scene.is(i, Classes::PPART))
}

fn modal(scene: &Scene<'_>, at: usize) -> bool {
    [
        "pourrait",
        "pourraient",
        "devrait",
        "devraient",
        "faudrait",
        "voudrait",
        "aimerait",
    ]
    .contains(&scene.word(at))
}

fn is_past(scene: &Scene<'_>, verb: &Verb) -> bool {
    verb.compound
        || scene.token(verb.at as usize).is_some_and(|t| {
            scene
                .lexicon
                .senses(t.entry)
                .any(|s| s.morph.mood() == 1 && matches!(s.morph.tense(), 1 | 2))
        })
}
