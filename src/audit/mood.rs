//! The journalistic conditional in words: `aurait` or `serait` with a participle.
//!
//! In: a place. Out: each such verb outside marks, with its participle: `aurait signé` in « Le maire aurait signé l'accord. »

use super::Context;
use crate::lexicon::Classes;
use crate::span::Span;

/// A verb in the past conditional, or in the passive conditional.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditional {
    /// Index of the auxiliary.
    pub(super) verb: usize,
    /// Index of the participle.
    pub(super) participle: usize,
    /// From the auxiliary to the participle.
    pub(super) span: Span,
}

const AUXILIARIES: &[&str] = &["aurait", "auraient", "serait", "seraient"];

/// Participles of wishes and of what was not: `aurait dû`, `aurait pu`.
const UNREAL: &[&str] = &[
    "pu",
    "dû",
    "fallu",
    "voulu",
    "aimé",
    "préféré",
    "souhaité",
    "pensé",
    "cru",
    "dit",
    "mérité",
    "suffi",
    "imaginé",
    "mieux",
];

/// Subjects and negations that rarely go with hearsay.
const OWN: &[&str] = &[
    "je", "j'", "nous", "vous", "on", "n'", "ne", "tu", "ce", "c'",
];

/// Gives the conditionals of a place that may tell hearsay; none in a sentence with a condition.
pub(super) fn conditionals(c: Context<'_>, place: Span) -> impl Iterator<Item = Conditional> {
    let words = c.ground.within(place);
    let start = words.start;
    let all = c.ground.conditionals.as_slice();
    let from = all.partition_point(|at| *at < start);
    let later = all.get(from..).unwrap_or_default();
    let own = later.iter().take_while(move |at| **at < words.end);
    own.filter_map(move |at| {
        let known = AUXILIARIES.contains(&c.ground.key(*at));
        known.then(|| conditional(c, start, *at)).flatten()
    })
}

fn conditional(c: Context<'_>, start: usize, verb: usize) -> Option<Conditional> {
    let before = verb.saturating_sub(2).max(start);
    if (before..verb).any(|at| OWN.contains(&c.ground.key(at))) {
        return None;
    }
    let participle = (verb + 1..verb + 5).find(|at| c.is(*at, Classes::PPART))?;
    let between = verb + 1..participle;
    let plain = between
        .clone()
        .all(|at| c.is(at, Classes::ADV) || c.is(at, Classes::NEG));
    let span = c.ground.span(verb, participle + 1);
    let words = span.of(c.text);
    let broken = words.contains(['.', ',', '«', '"', '“', ';', ':']) && !plain;
    (!broken && !UNREAL.contains(&c.ground.key(participle))).then_some(Conditional {
        verb,
        participle,
        span,
    })
}

/// Tells whether a sentence states a condition or asks.
pub(super) fn hypothetical(c: Context<'_>, sentence: Span) -> bool {
    let words = c.ground.within(sentence);
    let condition = |at| {
        matches!(
            c.ground.key(at),
            "si" | "s'" | "sans" | "sinon" | "quand" | "fallait"
        )
    };
    words
        .clone()
        .any(|at| condition(at) && c.ground.key(at) != "s'")
        || words
            .into_iter()
            .any(|at| c.ground.key(at) == "s'" && c.ground.key(at + 1).starts_with("il"))
        || sentence.of(c.text).contains('?')
}
