//! What a sentence has that constructions hang on: one look tells which of them need not be tried.
//!
//! In: the tokens of a sentence. Out: the union of the classes of its words, and the sorts of its signs: « Le pont tient. » has neither a
//! mark nor a colon, so that nobody looks for quotations in it.

use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Classes;

/// From the bit of a capital to that of several words that are one entry.
const BEHIND: u32 = Shape::PHRASE.0.trailing_zeros() - Shape::CAPITAL.0.trailing_zeros();

/// What the tokens of a sentence are, taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Anchors {
    words: Classes,
    /// A bit for each sort of token.
    kinds: u16,
    /// The numbers of the marks around its tokens, taken together.
    inside: u16,
    /// The shape of the last token.
    last: u8,
    /// Not 0 when a capital stands behind several words that are one entry.
    joined: u8,
}

impl Anchors {
    /// A sentence at which nobody has looked: it may have everything.
    pub(crate) const ANY: Self = Self {
        words: Classes(u64::MAX),
        kinds: u16::MAX,
        inside: u16::MAX,
        last: u8::MAX,
        joined: u8::MAX,
    };

    /// Takes a token up.
    #[inline]
    pub(super) fn add(&mut self, token: &Token) {
        let word = u64::from(token.kind == Kind::Word);
        self.words.0 |= token.classes.0 & word.wrapping_neg();
        self.kinds |= 1 << token.kind as u16;
        self.inside |= token.mark;
        self.joined |= self.last & (token.shape.0 & Shape::CAPITAL.0) << BEHIND;
        self.last = token.shape.0;
    }

    /// Tells whether a capital may stand behind several words that are one entry (`micro de`).
    #[must_use]
    #[inline]
    pub(crate) const fn joined(self) -> bool {
        self.joined != 0
    }

    /// Tells whether a word of one of the classes may be there.
    #[must_use]
    #[inline]
    pub(crate) const fn word(self, classes: Classes) -> bool {
        self.words.has(classes)
    }

    /// Tells whether a token of this sort may be there.
    #[must_use]
    #[inline]
    pub(crate) const fn sign(self, kind: Kind) -> bool {
        self.kinds & 1 << kind as u16 != 0
    }

    /// Tells whether a quotation mark may be there, or words inside one.
    #[must_use]
    #[inline]
    pub(crate) const fn marks(self) -> bool {
        self.inside != 0 || self.sign(Kind::Open) || self.sign(Kind::Close)
    }
}

#[cfg(test)]
mod tests {
    use super::Anchors;
    use crate::lex::token::{Kind, Token};
    use crate::lexicon::Classes;

    #[test]
    fn knows_words_signs_and_marks_of_what_it_took_up() {
        let mut anchors = Anchors::default();
        let number = Token {
            kind: Kind::Number,
            classes: Classes::TIME,
            mark: 2,
            ..Token::default()
        };
        let word = Token {
            classes: Classes::PREP,
            ..Token::default()
        };
        for token in [number, word] {
            anchors.add(&token);
        }
        assert!(anchors.word(Classes::PREP) && !anchors.word(Classes::TIME));
        assert!(anchors.sign(Kind::Number) && !anchors.sign(Kind::Open));
        assert!(anchors.marks() && !Anchors::default().marks());
        assert!(Anchors::ANY.word(Classes::TIME) && Anchors::ANY.sign(Kind::Colon));
    }
}
