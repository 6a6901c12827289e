//! `Pour X, P`: somebody's view.
//!
//! In: the cue `pour`. Out: a reading for a person or body at the start of a clause, with a comma or a mark behind it: « Pour le
//! syndicat, rien n'est réglé. »

use super::super::features::Feature;
use super::super::speaker::person_or_body;
use super::super::{Reading, Who};
use super::clause::{behind, clause_start};
use super::relative::relative;
use super::source::source_after;
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Reads `pour X` as the source of a clause.
pub(super) fn opinion(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    if let Some(reading) = relative(scene, at) {
        return Some(reading);
    }
    let (phrase, end, _) = source_after(scene, at, scene.level_end(at))?;
    let first = phrase.main.start;
    let reason = scene.kind(first) == Kind::Number
        || scene.is(first, Classes::NUM)
        || (first..phrase.main.end).any(|i| scene.is(i, Classes::TIME));
    if reason || !person_or_body(scene, &phrase) {
        return None;
    }
    let content = if ends_headline(scene, at, &phrase) {
        scene
            .pair_closing(at - 1)
            .map(|(_, p)| Run::new(p.open, at))?
    } else {
        opened(scene, at, end)?
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

/// Tells whether `pour X` ends a headline behind a quotation, or a sentence with no verb but `être`: in « Le maire a promis « un plan »
/// pour les écoles » nobody's view is given.
fn ends_headline(scene: &Scene<'_>, at: usize, phrase: &Phrase) -> bool {
    let told = (scene.sentence.start..at).any(|i| {
        scene.level(i) == 0 && scene.is(i, Classes::FINITE) && !scene.is(i, Classes::ETRE)
    });
    !told
        && scene.before(at).is_some_and(|t| t.kind == Kind::Close)
        && matches!(scene.kind(phrase.run.end), Kind::Break | Kind::Period)
}

/// The clause that `Pour X,` opens.
fn opened(scene: &Scene<'_>, at: usize, end: usize) -> Option<Run> {
    let leading = (clause_start(scene, at)..at).all(|i| {
        !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open)
            || scene.is(i, Classes::CONJ.or(Classes::ADV).or(Classes::PREP))
            || i + 4 > at && scene.behind_comma(at)
    });
    if !leading || scene.kind(end) == Kind::Colon {
        return None;
    }
    let content = behind(scene, end)?;
    let clause = (content.start..content.end).any(|i| scene.is(i, Classes::FINITE))
        || scene.kind(content.start) == Kind::Open;
    clause.then_some(content)
}
