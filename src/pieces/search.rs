//! Search for tokens of one sort, 64 at a time.
//!
//! In: tokens and a test. Out: the places of those that fulfil it: the verb forms of « Il dit qu'il part » without a branch for each word.

use crate::lex::token::Token;

/// Gives the indices of the tokens that fulfil `test`, the first token being number `first`; nobody can foresee where one does, so
/// that 64 tokens are tested at a time without branches.
pub(crate) fn places<F: FnMut(&Token) -> bool>(
    tokens: &[Token],
    first: usize,
    test: F,
) -> Places<'_, F> {
    Places {
        rest: tokens,
        next: first,
        set: 0,
        start: first,
        test,
    }
}

/// The places that are still to come.
pub(crate) struct Places<'a, F> {
    /// The tokens that are not tested yet, the first of them being number `next`.
    rest: &'a [Token],
    next: usize,
    /// Which of the tokens from number `start` on fulfil the test and are still to be given.
    set: u64,
    start: usize,
    test: F,
}

impl<F: FnMut(&Token) -> bool> Iterator for Places<'_, F> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.set == 0 {
            let (chunk, rest) = self.rest.split_at(self.rest.len().min(64));
            if chunk.is_empty() {
                return None;
            }
            for (i, token) in chunk.iter().enumerate() {
                self.set |= u64::from((self.test)(token)) << i;
            }
            self.start = self.next;
            self.next += chunk.len();
            self.rest = rest;
        }
        let place = self.start + self.set.trailing_zeros() as usize;
        self.set &= self.set - 1;
        Some(place)
    }
}

/// Gives the index of the first token that fulfils `test`: 16 are tested at a time.
#[inline]
pub(super) fn first(tokens: &[Token], mut test: impl FnMut(&Token) -> bool) -> Option<usize> {
    for (n, chunk) in tokens.chunks(16).enumerate() {
        let mut set = 0_u32;
        for (i, token) in chunk.iter().enumerate() {
            set |= u32::from(test(token)) << i;
        }
        if set != 0 {
            return Some(n * 16 + set.trailing_zeros() as usize);
        }
    }
    None
}

/// Gives the index of the last token that fulfils `test`: 16 are tested at a time.
#[inline]
pub(super) fn last(tokens: &[Token], mut test: impl FnMut(&Token) -> bool) -> Option<usize> {
    let mut end = tokens.len();
    for chunk in tokens.rchunks(16) {
        end -= chunk.len();
        let mut set = 0_u32;
        for (i, token) in chunk.iter().enumerate() {
            set |= u32::from(test(token)) << i;
        }
        if set != 0 {
            return Some(end + set.ilog2() as usize);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{first, last, places};
    use crate::lex::token::{Kind, Token};

    #[test]
    fn finds_places_beyond_the_first_64_tokens() {
        let mut tokens = [Token::default(); 150];
        for at in [0, 63, 64, 149] {
            tokens[at].kind = Kind::Comma;
        }
        let found: Vec<usize> = places(&tokens, 7, |t| t.kind == Kind::Comma).collect();
        assert_eq!(found, [7, 70, 71, 156]);
        let comma = |t: &Token| t.kind == Kind::Comma;
        assert_eq!(first(&tokens[1..], comma), Some(62));
        assert_eq!(first(&tokens[65..149], comma), None);
        assert_eq!(last(&tokens[..149], comma), Some(64));
        assert_eq!(last(&tokens[65..149], comma), None);
    }
}
