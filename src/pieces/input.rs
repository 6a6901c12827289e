//! Tokens as input for nom, so that the grammar of phrases is written with the same combinators as that of characters.
//!
//! In: the tokens of an article and a range. Out: parsers over them; positions stay those of the article.

use nom::{IResult, Input, Needed, Parser};

use crate::lex::token::{Kind, Token};

/// A range of tokens that is still to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tokens<'a> {
    /// The tokens of the article up to the end of the range.
    all: &'a [Token],
    /// Index of the next token.
    pub at: usize,
}

/// Result of a parser over tokens; without an error value, so that failure costs nothing.
pub(crate) type Found<'a, T> = IResult<Tokens<'a>, T, ()>;

impl<'a> Tokens<'a> {
    /// Takes the tokens from `at` up to `end`.
    #[must_use]
    pub(crate) fn new(all: &'a [Token], at: usize, end: usize) -> Self {
        Self {
            all: all.get(..end).unwrap_or(all),
            at,
        }
    }

    /// Looks at the next token.
    #[must_use]
    #[inline]
    pub(crate) fn first(&self) -> Option<&'a Token> {
        self.all.get(self.at)
    }

    /// Looks `n` tokens ahead.
    #[must_use]
    #[inline]
    pub(crate) fn peek(&self, n: usize) -> Option<&'a Token> {
        self.all.get(self.at + n)
    }

    /// Gives the tokens from this place up to another.
    #[must_use]
    pub(super) fn up_to(&self, end: usize) -> &'a [Token] {
        self.all.get(self.at..end).unwrap_or(&[])
    }

    /// Looks at the token before the range.
    #[must_use]
    pub(super) fn previous(&self) -> Option<&'a Token> {
        self.at.checked_sub(1).and_then(|i| self.all.get(i))
    }

    /// Goes on behind `n` tokens.
    #[must_use]
    #[inline]
    pub(crate) fn skip(self, n: usize) -> Self {
        Self {
            at: (self.at + n).min(self.all.len()),
            ..self
        }
    }

    /// Goes on behind all tokens in a row that fulfil `test`.
    #[must_use]
    #[inline]
    pub(super) fn skip_all(mut self, test: impl Fn(&Token) -> bool) -> Self {
        while self.first().is_some_and(&test) {
            self.at += 1;
        }
        self
    }

    fn slice(&self) -> &'a [Token] {
        self.up_to(self.all.len())
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = Token;
    type Iter = std::iter::Copied<std::slice::Iter<'a, Token>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.all.len() - self.at
    }

    fn take(&self, index: usize) -> Self {
        Self {
            all: self.all.get(..self.at + index).unwrap_or(self.all),
            at: self.at,
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

/// Gives the indices of the tokens that fulfil `test`, the first token being number `first`; nobody can foresee where one does, so
/// that 64 tokens are tested at a time without branches.
pub(crate) fn places<'a>(
    tokens: &'a [Token],
    first: usize,
    mut test: impl FnMut(&Token) -> bool + 'a,
) -> impl Iterator<Item = usize> + 'a {
    tokens.chunks(64).enumerate().flat_map(move |(n, chunk)| {
        let mut set = 0_u64;
        for (i, token) in chunk.iter().enumerate() {
            set |= u64::from(test(token)) << i;
        }
        std::iter::from_fn(move || {
            let place = first + n * 64 + set.trailing_zeros() as usize;
            let some = set != 0;
            set &= set.wrapping_sub(1);
            some.then_some(place)
        })
    })
}

/// Reads one token that fulfils `test`.
#[inline]
pub(crate) fn one<'a>(
    test: impl Fn(&Token) -> bool,
) -> impl Parser<Tokens<'a>, Output = &'a Token, Error = ()> {
    move |input: Tokens<'a>| match input.first() {
        Some(token) if test(token) => Ok((input.skip(1), token)),
        _ => Err(nom::Err::Error(())),
    }
}

/// Reads one sign.
#[inline]
pub(crate) fn sign<'a>(kind: Kind) -> impl Parser<Tokens<'a>, Output = &'a Token, Error = ()> {
    one(move |t| t.kind == kind)
}

impl nom::Offset for Tokens<'_> {
    fn offset(&self, second: &Self) -> usize {
        second.at - self.at
    }
}

#[cfg(test)]
mod tests {
    use super::places;
    use crate::lex::token::{Kind, Token};

    #[test]
    fn finds_places_beyond_the_first_64_tokens() {
        let mut tokens = [Token::default(); 150];
        for at in [0, 63, 64, 149] {
            tokens[at].kind = Kind::Comma;
        }
        let found: Vec<usize> = places(&tokens, 7, |t| t.kind == Kind::Comma).collect();
        assert_eq!(found, [7, 70, 71, 156]);
    }
}
