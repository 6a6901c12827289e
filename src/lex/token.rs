//! Tokens: 24 bytes each, copied freely.
//!
//! In: what the lexer saw. Out: the span, the classes and the shape of one word or sign, such as `-t-il` in « a-t-il dit ».

use crate::lexicon::{Classes, Entry};
use crate::span::Span;

/// A word or a sign of the text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Token {
    /// Where it stands, in bytes of the article.
    pub span: Span,
    /// What it can be.
    pub classes: Classes,
    /// Entry of the lexicon; 0 for none.
    pub entry: Entry,
    /// Sort of token.
    pub kind: Kind,
    /// How it is written.
    pub shape: Shape,
    /// Number of the innermost mark around it, from 1; 0 for none.
    pub mark: u16,
}

/// Sort of token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word, a hyphenated word, or several words that are one entry.
    #[default]
    Word,
    /// A number with its separators.
    Number,
    /// `-t-il`, `-elle`: an inverted subject pronoun.
    Inverted,
    /// `,`
    Comma,
    /// `.`
    Period,
    /// `!`, `?` or `…`
    Exclaim,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// Opening quotation mark.
    Open,
    /// Closing quotation mark.
    Close,
    /// `(` or `[`
    ParenOpen,
    /// `)` or `]`
    ParenClose,
    /// A dash between spaces.
    Dash,
    /// End of a block.
    Break,
    /// A quotation mark that waits for its pair.
    Mark,
    /// Anything else.
    Other,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(pub u8);

impl Shape {
    /// Begins with a capital.
    pub(crate) const CAPITAL: Self = Self(1);
    /// All capitals, two letters at least.
    pub(crate) const ALL_CAPITALS: Self = Self(2);
    /// Ends with an apostrophe.
    pub(crate) const ELIDED: Self = Self(4);
    /// White space (or the start of a block) before it.
    pub(crate) const SPACED: Self = Self(8);
    /// First word of a sentence.
    pub(crate) const INITIAL: Self = Self(16);
    /// Several words that are one entry.
    pub(crate) const PHRASE: Self = Self(32);
    /// First token of a block.
    pub(crate) const BLOCK_START: Self = Self(64);
    /// A word whose classes are not settled before its neighbours are known.
    pub(crate) const OPEN: Self = Self(128);

    /// Tells whether a flag is set.
    #[must_use]
    pub(crate) const fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    /// Sets a flag.
    pub(crate) fn set(&mut self, flag: Self) {
        self.0 |= flag.0;
    }
}

impl Token {
    /// Tells whether the token has one of the classes.
    #[must_use]
    pub(crate) const fn is(&self, classes: Classes) -> bool {
        self.classes.has(classes)
    }

    /// Tells whether it begins with a capital.
    #[must_use]
    pub(crate) const fn capital(&self) -> bool {
        self.shape.has(Shape::CAPITAL)
    }

    /// Tells whether it ends a sentence when a new one follows.
    #[must_use]
    pub(crate) const fn final_sign(&self) -> bool {
        matches!(self.kind, Kind::Period | Kind::Exclaim)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn stays_small() {
        assert_eq!(size_of::<super::Token>(), 24);
    }
}
