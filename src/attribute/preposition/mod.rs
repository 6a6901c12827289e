//! Prepositional cues: `selon X`, `d'après X`, `pour X`, `de source Y`, `à en croire X`, and the relative `selon qui`.
//!
//! In: tokens of a prepositional cue with a noun phrase behind them. Out: readings with the clause before or after: « Selon les
//! pompiers, [dix maisons ont brûlé] », « [Le bilan s'alourdit], selon Tokyo ». `selon` that means "depending on" has no source.

mod believing;
mod clause;
mod insertion;
mod pour;
mod relative;
mod selon;
mod source;
mod unnamed;

use super::Reading;
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, Entry, SenseKind, closed};
use crate::pieces::Scene;

pub(super) use relative::owner;

/// Proposes a reading for each prepositional cue.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    // Most prepositions are closed-class words that attribute nothing.
    let words = scene.lexicon.cue_prepositions().or(closed!["à"]);
    let preposition = |t: &Token| (t.kind == Kind::Word) & t.is(Classes::PREP);
    for at in scene.places(preposition) {
        let entry = scene.token(at).map_or_else(Entry::default, |t| t.entry);
        if !words.has(entry) & entry.closed() {
            continue;
        }
        let reading = if scene.lexicon.cue_preposition(entry) {
            read(scene, at, entry)
        } else if believing::believed(scene, at) {
            believing::pronoun(scene, at)
        } else {
            continue;
        };
        out.extend(reading);
    }
}

/// Reads one prepositional cue by the family that the lexicon names.
fn read(scene: &Scene<'_>, at: usize, entry: Entry) -> Option<Reading> {
    let sense = scene.lexicon.sense(entry, SenseKind::CuePreposition)?;
    match scene.lexicon.meta().tags.get(sense.id as usize)?.as_str() {
        "selon" => selon::family(scene, at, "selon"),
        "words-of" => selon::family(scene, at, "words-of"),
        "a-en-croire" => selon::family(scene, at, "a-en-croire"),
        "a-entendre" => selon::listening(scene, at),
        "source-de" => unnamed::source(scene, at),
        "pour" => pour::opinion(scene, at),
        _ => None,
    }
}
