//! What a sentence has for a chain to hang on, by one look at all of its words.
//!
//! In: the tokens of a sentence. Out: whether it may name a medium, or refer to one: « Le pont a rouvert, a-t-il dit au micro de Radio
//! Vernay » may name one.

use super::media::MEDIA;
use crate::lex::token::{Shape, Token};
use crate::lexicon::Classes;

/// The words of a sentence, taken together.
#[derive(Clone, Copy)]
pub(super) struct Look {
    classes: Classes,
    /// A capital stands behind several words that are one entry.
    joined: bool,
}

impl Look {
    /// Takes the tokens of a sentence together.
    pub(super) fn at(tokens: &[Token]) -> Self {
        const BEHIND: u32 = Shape::PHRASE.0.trailing_zeros() - Shape::CAPITAL.0.trailing_zeros();
        let (mut classes, mut joined, mut before) = (0, 0, 0);
        for token in tokens {
            classes |= token.classes.0;
            joined |= before & token.shape.0;
            before = token.shape.0 >> BEHIND & Shape::CAPITAL.0;
        }
        Self {
            classes: Classes(classes),
            joined: joined != 0,
        }
    }

    /// Tells whether a medium may be named: a known one, one behind a noun of media (`micro` is one), or one behind `au micro de`.
    pub(super) const fn medium(self) -> bool {
        self.joined || self.classes.has(MEDIA)
    }

    /// Tells whether a verb may be reflexive (`se référant à`).
    pub(super) const fn reflexive(self) -> bool {
        self.classes.has(Classes::SE)
    }
}
