//! The journalistic conditional in words: `aurait` or `serait` with a participle.
//!
//! In: a place. Out: each such verb outside marks, with its participle: `aurait signé` in « Le maire aurait signé l'accord. »

use super::Context;
use crate::lexicon::Classes;
use crate::lexicon::signs::{Head, Word};
use crate::span::Span;

/// A verb in the past conditional, or in the passive conditional.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditional {
    pub(super) participle: Word,
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
    let all = c.ground.anchors.conditionals.as_slice();
    let from = all.partition_point(|at| *at < place.start);
    let later = all.get(from..).unwrap_or_default();
    let own = later.iter().take_while(move |at| **at < place.end);
    own.filter_map(move |at| {
        let verb = c.ground.word_at(*at)?;
        let known = AUXILIARIES.contains(&&*c.key(verb)) && verb.end <= place.end;
        known.then(|| conditional(c, place.start, verb)).flatten()
    })
}

/// Gives the conditionals of the running text, paragraph by paragraph.
pub(super) fn in_prose(c: Context<'_>) -> &[Conditional] {
    c.ground.conditionals.get_or_init(|| {
        if c.ground.anchors.conditionals.is_empty() {
            return Vec::new();
        }
        c.prose()
            .flat_map(|block| conditionals(c, block.span))
            .collect()
    })
}

fn conditional(c: Context<'_>, start: u32, verb: Word) -> Option<Conditional> {
    let before = c.ground.backwards(verb).take(2);
    let mut before = before.take_while(|word| word.start >= start);
    if before.any(|word| OWN.contains(&&*c.key(word))) {
        return None;
    }
    let rest = Span::new(verb.end, c.text.len() as u32);
    let mut after = c.words(rest).take(4);
    let participle = after.find(|word| c.is(*word, Classes::PPART))?;
    let mut between = c.words(Span::new(verb.end, participle.start));
    let mut plain = || between.all(|word| c.is(word, Classes::ADV) || c.is(word, Classes::NEG));
    let span = Span::new(verb.start, participle.end);
    let words = span.of(c.text);
    let broken = words.contains(['.', ',', '«', '"', '“', ';', ':']) && !plain();
    (!broken && !UNREAL.contains(&&*c.key(participle))).then_some(Conditional { participle, span })
}

/// The first letters of words that state a condition.
const CONDITIONS: [Head; 6] = [
    Head::of_letters(*b"si\0\0\0\0\0\0"),
    Head::of_letters(*b"s\0\0\0\0\0\0\0"),
    Head::of_letters(*b"sans\0\0\0\0"),
    Head::of_letters(*b"sinon\0\0\0"),
    Head::of_letters(*b"quand\0\0\0"),
    Head::of_letters(*b"fallait\0"),
];

/// Tells whether a sentence states a condition or asks.
pub(super) fn hypothetical(c: Context<'_>, sentence: Span) -> bool {
    let condition = |word: &Word| match &*c.key(*word) {
        "si" | "sans" | "sinon" | "quand" | "fallait" => true,
        "s'" => c.key(c.ground.after(*word)).starts_with("il"),
        _ => false,
    };
    let mut may_be = c
        .words(sentence)
        .filter(|word| CONDITIONS.contains(&word.head));
    sentence.of(c.text).contains('?') || may_be.any(|word| condition(&word))
}
