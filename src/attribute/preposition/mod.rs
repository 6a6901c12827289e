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
use crate::lex::token::Kind;
use crate::lexicon::{Classes, SenseKind};
use crate::pieces::Scene;

pub(super) use relative::owner;

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
            out.extend(believing::pronoun(scene, at));
            continue;
        };
        match scene
            .lexicon
            .meta()
            .tags
            .get(sense.id as usize)
            .map_or("", String::as_str)
        {
            "selon" => out.extend(selon::family(scene, at, "selon")),
            "words-of" => out.extend(selon::family(scene, at, "words-of")),
            "a-en-croire" => out.extend(selon::family(scene, at, "a-en-croire")),
            "a-entendre" => out.extend(selon::listening(scene, at)),
            "source-de" => out.extend(unnamed::source(scene, at)),
            "pour" => out.extend(pour::opinion(scene, at)),
            _ => {}
        }
    }
}
