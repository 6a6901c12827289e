//! Tokens as input for nom, so that the grammar of phrases is written with the same combinators as that of characters.
//!
//! In: the tokens of an article from a place on. Out: parsers over them: `sign(Kind::Open)` reads the mark of « l'opération « Sokola » ».
//! What every word of an article passes through is written out in [`super::noun`], without combinators.

use nom::{IResult, Input, Needed, Parser};

use crate::lex::token::{Kind, Token};

/// Tokens that are still to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tokens<'a>(pub(super) &'a [Token]);

/// Result of a parser over tokens; without an error value, so that failure costs nothing.
pub(super) type Found<'a, T> = IResult<Tokens<'a>, T, ()>;

impl<'a> Input for Tokens<'a> {
    type Item = Token;
    type Iter = std::iter::Copied<std::slice::Iter<'a, Token>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.0.len()
    }

    fn take(&self, index: usize) -> Self {
        Self(self.0.get(..index).unwrap_or(self.0))
    }

    fn take_from(&self, index: usize) -> Self {
        Self(self.0.get(index..).unwrap_or_default())
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(|t| predicate(*t))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.0.iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.0.len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.0.len()))
        }
    }
}

/// Reads one token that fulfils `test`.
#[inline]
pub(super) fn one<'a>(
    test: impl Fn(&Token) -> bool,
) -> impl Parser<Tokens<'a>, Output = &'a Token, Error = ()> {
    move |input: Tokens<'a>| match input.0.split_first() {
        Some((token, rest)) if test(token) => Ok((Tokens(rest), token)),
        _ => Err(nom::Err::Error(())),
    }
}

/// Reads one sign.
#[inline]
pub(super) fn sign<'a>(kind: Kind) -> impl Parser<Tokens<'a>, Output = &'a Token, Error = ()> {
    one(move |t| t.kind == kind)
}
