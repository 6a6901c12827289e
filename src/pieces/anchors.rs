//! What a sentence has that constructions hang on: one look tells which of them need not be tried.
//!
//! In: the tokens of a sentence. Out: the union of the classes of its words, and the sorts of its signs: « Le pont tient. » has neither a
//! mark nor a colon, so that nobody looks for quotations in it.

use super::cue::{Cue, Form};
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Classes;

/// From the bit of a capital to that of several words that are one entry.
const BEHIND: u32 = Shape::PHRASE.0.trailing_zeros() - Shape::CAPITAL.0.trailing_zeros();
/// A set of sorts of tokens, asked without a branch: which sort comes next nobody can foresee.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KindSet(u16);

impl KindSet {
    /// Builds a set.
    #[must_use]
    pub(crate) const fn of(kinds: &[Kind]) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < kinds.len() {
            set |= 1 << kinds[i] as u16;
            i += 1;
        }
        Self(set)
    }

    /// Tells whether a token is of one of the sorts.
    #[must_use]
    #[inline]
    pub(crate) const fn has(self, token: &Token) -> bool {
        self.0 >> token.kind as u16 & 1 != 0
    }
}

/// What constructions hang on, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs(u8);

impl Needs {
    /// A cue group.
    pub(crate) const CUE: Self = Self(1);
    /// A passive or a bare participle as cue group.
    pub(crate) const PASSIVE: Self = Self(1 << 1);
    /// A quotation mark, or words inside one.
    pub(crate) const MARK: Self = Self(1 << 2);
    /// A preposition.
    pub(crate) const PREPOSITION: Self = Self(1 << 3);
    /// A colon.
    pub(crate) const COLON: Self = Self(1 << 4);
    /// An opening bracket.
    pub(crate) const BRACKET: Self = Self(1 << 5);
    /// A noun that attributes.
    pub(crate) const CUE_NOUN: Self = Self(1 << 6);

    /// Gives both.
    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn when(self, there: bool) -> u8 {
        if there { self.0 } else { 0 }
    }
}

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
    /// What of all that constructions ask for.
    met: Needs,
}

impl Anchors {
    /// A sentence at which nobody has looked: it may have everything.
    pub(crate) const ANY: Self = Self {
        words: Classes(u64::MAX),
        kinds: u16::MAX,
        inside: u16::MAX,
        last: u8::MAX,
        joined: u8::MAX,
        met: Needs(u8::MAX),
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

    /// Notes what is there for the constructions, when all tokens of the sentence are taken up and its cue groups known.
    pub(super) fn settle(&mut self, cues: &[Cue]) {
        let passive = |c: &Cue| matches!(c.form, Form::Passive | Form::Bare);
        self.met = Needs(
            Needs::CUE.when(!cues.is_empty())
                | Needs::PASSIVE.when(cues.iter().any(passive))
                | Needs::MARK.when(self.marks())
                | Needs::PREPOSITION.when(self.word(Classes::PREP))
                | Needs::COLON.when(self.sign(Kind::Colon))
                | Needs::BRACKET.when(self.sign(Kind::ParenOpen))
                | Needs::CUE_NOUN.when(self.word(Classes::CUE_NOUN)),
        );
    }

    /// Tells whether everything that a construction hangs on may be there.
    #[must_use]
    #[inline]
    pub(crate) const fn meet(self, needs: Needs) -> bool {
        self.met.0 & needs.0 == needs.0
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
    use super::{Anchors, Needs};
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
        anchors.settle(&[]);
        assert!(anchors.meet(Needs::MARK.and(Needs::PREPOSITION)));
        assert!(!anchors.meet(Needs::MARK.and(Needs::CUE)));
        assert!(anchors.marks() && !Anchors::default().marks());
        assert!(Anchors::ANY.word(Classes::TIME) && Anchors::ANY.sign(Kind::Colon));
    }
}
