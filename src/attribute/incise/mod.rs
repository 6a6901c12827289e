//! Incises: the cue stands after, inside or between the words that it attributes, verb before subject.
//!
//! In: finite cue groups behind a comma or a closing mark. Out: readings for « P », a déclaré X · « P1, a dit X, P2 » ·
//! P, a annoncé X · « P », a-t-il ajouté · P, a-t-on appris auprès de X · « On tient bon », grimace Léa (a verb of no list).

mod content;
mod leading;
mod place;
mod speaker_first;
mod subject;
mod unlisted_verb;

use super::Reading;
use super::features::Feature;
use crate::lexicon::rows::Frame;
use crate::pieces::Scene;
use crate::pieces::cue::{Cue, Form};

pub(super) use content::main_verb;
pub(super) use speaker_first::propose as propose_speaker_first;
pub(super) use subject::learnt_from;
pub(super) use unlisted_verb::propose as propose_unlisted_verbs;

/// Proposes a reading for each incise.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    let verbal = |c: &&Cue| {
        c.form == Form::Finite
            // `est-il précisé sur le site`
            || c.form == Form::Passive && c.inverted.is_some_and(|p| scene.among_inverted(p, "il"))
    };
    for cue in scene.cues.iter().filter(verbal) {
        if let Some(reading) = incise(scene, cue).or_else(|| leading::read(scene, cue)) {
            out.push(reading);
        }
    }
}

fn incise(scene: &Scene<'_>, cue: &Cue) -> Option<Reading> {
    let speaks =
        scene.takes(cue, Frame::Incise) || cue.inverted.is_some() && scene.takes(cue, Frame::Que);
    let place = place::of(scene, cue.start)?;
    if !speaks && !(place.after_mark && scene.takes(cue, Frame::Que)) {
        return None;
    }
    if scene
        .complement(cue)
        .is_some_and(|c| c.rule == "que-clause" && cue.inverted.is_none())
    {
        return None;
    }
    let named = subject::of(scene, cue, scene.level_end(cue.start))?;
    let (rule, sureness) = (named.rule, named.sureness);
    let mut reading = content::around(scene, cue, &place, named)?;
    if let Some(rule) = rule.filter(|_| reading.rule != "dialogue-dash") {
        reading.rule = rule;
    }
    reading.set_verb(cue);
    reading.add(Feature::Subject, sureness);
    Some(reading)
}
