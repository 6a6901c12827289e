//! Tokens as input for nom, so that the grammar of phrases is written with the same combinators as that of characters.
//!
//! In: the tokens of an article and a range. Out: parsers over them; positions stay those of the article.

use nom::{IResult, Input, Needed, Parser};

use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;

/// A range of tokens that is still to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tokens<'a> {
    all: &'a [Token],
    /// Index of the next token.
    pub at: usize,
    /// First token after the range.
    pub end: usize,
}

/// Result of a parser over tokens; without an error value, so that failure costs nothing.
pub(crate) type Found<'a, T> = IResult<Tokens<'a>, T, ()>;

impl<'a> Tokens<'a> {
    /// Takes the tokens from `at` up to `end`.
    #[must_use]
    pub(crate) fn new(all: &'a [Token], at: usize, end: usize) -> Self {
        Self {
            all,
            at,
            end: end.min(all.len()).max(at),
        }
    }

    /// Looks at the next token.
    #[must_use]
    pub(crate) fn first(&self) -> Option<&'a Token> {
        self.peek(0)
    }

    /// Looks `n` tokens ahead.
    #[must_use]
    pub(crate) fn peek(&self, n: usize) -> Option<&'a Token> {
        if self.at + n < self.end {
            self.all.get(self.at + n)
        } else {
            None
        }
    }

    /// Looks at the token before the range.
    #[must_use]
    pub(super) fn previous(&self) -> Option<&'a Token> {
        self.at.checked_sub(1).and_then(|i| self.all.get(i))
    }

    /// Goes on behind `n` tokens.
    #[must_use]
    pub(crate) fn skip(self, n: usize) -> Self {
        Self {
            at: (self.at + n).min(self.end),
            ..self
        }
    }

    fn slice(&self) -> &'a [Token] {
        self.all.get(self.at..self.end).unwrap_or(&[])
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = Token;
    type Iter = std::iter::Copied<std::slice::Iter<'a, Token>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.end - self.at
    }

    fn take(&self, index: usize) -> Self {
        Self {
            end: (self.at + index).min(self.end),
            ..*self
        }
    }

    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.slice().iter().position(|t| predicate(*t))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.slice().iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.input_len()))
        }
    }
}

/// Reads one token that fulfils `test`.
pub(crate) fn one<'a>(
    test: impl Fn(&Token) -> bool,
) -> impl Parser<Tokens<'a>, Output = Token, Error = ()> {
    move |input: Tokens<'a>| match input.first() {
        Some(token) if test(token) => Ok((input.skip(1), *token)),
        _ => Err(nom::Err::Error(())),
    }
}

/// Reads one word of a class.
pub(crate) fn class<'a>(classes: Classes) -> impl Parser<Tokens<'a>, Output = Token, Error = ()> {
    one(move |t| t.kind == Kind::Word && t.is(classes))
}

/// Reads one sign.
pub(crate) fn sign<'a>(kind: Kind) -> impl Parser<Tokens<'a>, Output = Token, Error = ()> {
    one(move |t| t.kind == kind)
}

impl nom::Offset for Tokens<'_> {
    fn offset(&self, second: &Self) -> usize {
        second.at - self.at
    }
}
