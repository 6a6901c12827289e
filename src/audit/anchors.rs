//! Anchors: words by which signs and conditionals may be found, met once before the rules ask for them.
//!
//! In: the text of an article. Out: where signs may stand, and of which kinds: in « L’élu n’a pas répondu » the word `répondu`.

#[cfg(feature = "cli")]
mod tokens;

use crate::lexicon::Lexicon;
use crate::lexicon::signs::{Head, Kinds, SignKind, Signs, cut};
use crate::span::Span;
#[cfg(feature = "cli")]
pub(crate) use tokens::Hints;

/// The kinds of signs that rules look for in long places, and whose words are rare: the places of others are read when a rule asks.
pub(super) const WATCHED: Kinds = {
    let kinds = [
        SignKind::Accusation,
        SignKind::Blow,
        SignKind::Casualty,
        SignKind::Contestable,
        SignKind::Death,
        SignKind::Disclosure,
        SignKind::Experts,
        SignKind::Kin,
        SignKind::Language,
        SignKind::Observers,
        SignKind::Reason,
        SignKind::Reply,
        SignKind::Settled,
        SignKind::Troops,
        SignKind::VagueRelay,
    ];
    let (mut watched, mut n) = (Kinds::one(kinds[0]), 1);
    while n < kinds.len() {
        watched = watched.and(Kinds::one(kinds[n]));
        n += 1;
    }
    watched
};

/// A word by which signs may be found: its first byte, and the kinds of the signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) start: u32,
    pub(super) kinds: Kinds,
}

/// The anchors of one article in the order of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Anchors {
    pub(super) signs: Vec<Anchor>,
    /// First bytes of the words that may be conditionals of an auxiliary.
    pub(super) conditionals: Vec<u32>,
}

impl Anchors {
    /// Finds the anchors of a text.
    pub(super) fn of_text(text: &str, lexicon: &Lexicon) -> Self {
        let mut anchors = Self::default();
        anchors.add(text, Span::new(0, text.len() as u32), lexicon.signs());
        anchors
    }

    /// Adds the anchors of a stretch of the text.
    fn add(&mut self, text: &str, place: Span, signs: &Signs) {
        cut(place.of(text), |word| {
            let start = place.start + word.start;
            let kinds = signs.kinds(word.head).both(WATCHED);
            if kinds != Kinds::default() {
                self.signs.push(Anchor { start, kinds });
            }
            if conditional(word.head) {
                self.conditionals.push(start);
            }
        });
    }
}

/// Tells whether a word may be a conditional of `avoir` or `être` in the third person.
#[inline]
fn conditional(head: Head) -> bool {
    const AURAI: Head = Head::of_letters(*b"aurait\0\0");
    const SERAI: Head = Head::of_letters(*b"serait\0\0");
    head.agrees(AURAI, 5) || head.agrees(SERAI, 5)
}
