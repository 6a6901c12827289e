//! The tokens of a block so far, and where a phrase may begin among them.
//!
//! In: words as the lexicon knows them, and signs. Out: tokens, with a note where two of them begin a phrase: « conférence de » may go
//! on with `presse`.

use crate::lex::cache::Known;
use crate::lex::phrases::{self, Head};
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Lexicon;
use crate::lexicon::table::step;
use crate::span::Span;

/// The tokens of a block that is being read.
pub(super) struct Row<'a> {
    pub(super) tokens: &'a mut Vec<Token>,
    /// Tokens that begin a phrase with the next one.
    pub(super) heads: &'a mut Vec<Head>,
    /// Numbers of the words; 0 for signs.
    pub(super) numbers: &'a mut Vec<u64>,
    pub(super) lexicon: &'a Lexicon,
    /// Number of the last token.
    pub(super) before: u64,
    /// 1 when a phrase may begin with the last token, else 0: a number, so that one branch asks for this and for the next word.
    pub(super) begins: u64,
}

impl Row<'_> {
    /// Adds a word or a number.
    #[inline]
    pub(super) fn add(&mut self, span: Span, kind: Kind, spaced: bool, known: &Known) {
        self.head(known.number);
        self.before = known.number;
        self.begins = phrases::begins(known.mark);
        self.numbers.push(known.number);
        self.tokens.push(Token {
            span,
            classes: known.classes,
            entry: known.entry,
            kind,
            shape: Shape(known.shape.0 | shape(spaced).0),
            mark: known.mark,
        });
    }

    /// Adds a sign.
    pub(super) fn add_sign(&mut self, span: Span, kind: Kind, spaced: bool) {
        self.push(Token {
            span,
            kind,
            shape: shape(spaced),
            ..Token::default()
        });
    }

    /// Adds a token that no phrase begins with.
    pub(super) fn push(&mut self, token: Token) {
        self.begins = 0;
        self.numbers.push(0);
        self.tokens.push(token);
    }

    /// Notes that the last token begins a phrase, or the start of one, with the next one.
    #[inline]
    pub(super) fn head(&mut self, next: u64) {
        // Where no phrase begins the set is always asked the same, so that little of it is read.
        let start = step(self.before, next) * self.begins;
        if self.lexicon.beginning(start) & self.begins != 0 {
            self.begin(start);
        }
    }

    #[inline(never)]
    fn begin(&mut self, start: u64) {
        if let Some(entry) = self.lexicon.start(start) {
            let at = self.tokens.len().saturating_sub(1);
            self.heads.push(Head { at, start, entry });
        }
    }
}

fn shape(spaced: bool) -> Shape {
    Shape(u8::from(spaced) * Shape::SPACED.0)
}
