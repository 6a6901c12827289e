//! Sources without a name: `de source hospitalière, P` and `P, de source policière`.
//!
//! In: the cue `de source`. Out: a reading: « De source judiciaire, deux hommes sont en garde à vue. »

use super::super::features::Feature;
use super::super::unnamed::{source_end, source_phrase};
use super::super::{Reading, Who};
use super::clause::clause_start;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::{Run, Scene};

/// `de source hospitalière, P` and `P, de source policière`.
pub(super) fn source(scene: &Scene<'_>, at: usize) -> Option<Reading> {
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
    let phrase = source_phrase(at, end);
    let start = clause_start(scene, at);
    let initial =
        (start..at).all(|i| !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open));
    let content = if initial {
        if scene.kind(after) != Kind::Comma {
            return None;
        }
        Run::new(after + 1, scene.clause_end(after + 1, None))
    } else if scene.behind_comma(at) {
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
