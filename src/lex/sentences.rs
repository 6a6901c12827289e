//! Sentences that know abbreviations and marks.
//!
//! In: tokens with paired marks. Out: ranges of tokens. A quotation stays in one sentence with the words that attribute it:
//! « "Non. Jamais." », a lancé Mme Diop, is one.

use super::Sentence;
use super::marks::Pair;
use super::token::{Kind, Token};

/// Cuts the tokens into sentences, which end with one of the `signs`; a sentence longer than `limit` tokens is cut softly.
pub(super) fn cut(
    tokens: &[Token],
    pairs: &[Pair],
    blocks: &[(usize, usize)],
    signs: &[u32],
    limit: usize,
    out: &mut Vec<Sentence>,
) {
    let limit = limit.max(1);
    let mut cutter = Cutter {
        tokens,
        blocks,
        start: 0,
        block: 0,
        out,
    };
    for i in signs.iter().map(|i| *i as usize) {
        let Some(token) = tokens.get(i).filter(|token| may_end(token.kind)) else {
            continue;
        };
        cutter.cut_before(i, limit);
        let breaks =
            token.kind == Kind::Break && (token.mark == 0 || !crosses(pairs, token.mark, i));
        let ends = breaks | (token.mark == 0) & ends_here(tokens, i);
        if ends || i + 1 - cutter.start >= limit {
            cutter.end(i + 1, !ends);
        }
    }
    cutter.cut_before(tokens.len(), limit);
    cutter.push(tokens.len(), false);
}

/// The place in the article where the next sentence begins.
struct Cutter<'a> {
    tokens: &'a [Token],
    /// The blocks that begin behind this place, or are not yet told of.
    blocks: &'a [(usize, usize)],
    start: usize,
    block: usize,
    out: &'a mut Vec<Sentence>,
}

impl Cutter<'_> {
    /// Cuts softly what is too long before the token at `i`.
    fn cut_before(&mut self, i: usize, limit: usize) {
        while i - self.start >= limit {
            self.end(self.start + limit, true);
        }
    }

    /// Ends the sentence before the token at `end`.
    fn end(&mut self, end: usize, cut: bool) {
        while let [(first, index), rest @ ..] = self.blocks
            && *first < end
        {
            if *first >= self.start {
                self.block = *index;
            }
            self.blocks = rest;
        }
        self.push(end, cut);
        self.start = end;
        if let Some((_, index)) = self.blocks.first().filter(|(first, _)| *first <= end) {
            self.block = *index;
        }
    }

    /// Adds the sentence that ends before the token at `end`, when it has words.
    fn push(&mut self, end: usize, cut: bool) {
        let words = self.tokens.get(self.start..end).is_some_and(|t| {
            t.iter()
                .any(|t| matches!(t.kind, Kind::Word | Kind::Number))
        });
        if words {
            self.out.push(Sentence {
                start: self.start,
                end,
                block: self.block,
                cut,
            });
        }
    }
}

/// Tells whether a sentence may end with such a token.
fn may_end(kind: Kind) -> bool {
    const ENDS: u32 = 1 << Kind::Period as u32
        | 1 << Kind::Exclaim as u32
        | 1 << Kind::Close as u32
        | 1 << Kind::ParenClose as u32
        | 1 << Kind::Break as u32;
    ENDS >> kind as u32 & 1 != 0
}

/// Tells whether the mark goes on after the token at `i`.
fn crosses(pairs: &[Pair], mark: u16, i: usize) -> bool {
    pairs.get(mark as usize - 1).is_some_and(|p| p.close > i)
}

/// Tells whether a sentence ends with the sign at `i`, which stands outside marks.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "what stands there cannot be foreseen"
)]
fn ends_here(tokens: &[Token], i: usize) -> bool {
    let kind = |i: usize| tokens.get(i).map_or(Kind::Break, |t| t.kind);
    let (sign, next) = (kind(i), kind(i + 1));
    let starts = (STARTS >> next as u32 & 1 != 0)
        | (next == Kind::Word) & tokens.get(i + 1).is_some_and(Token::capital);
    let closes = (sign == Kind::ParenClose)
        | (sign == Kind::Close) & (next != Kind::Dash) & (next != Kind::ParenOpen);
    let before = tokens.get(i.wrapping_sub(1));
    let said = closes & before.is_some_and(Token::final_sign);
    starts & ((sign == Kind::Period) | (sign == Kind::Exclaim) | said)
}

/// What a sentence starts with besides a word with its capital.
const STARTS: u32 = 1 << Kind::Number as u32
    | 1 << Kind::Open as u32
    | 1 << Kind::Dash as u32
    | 1 << Kind::ParenOpen as u32
    | 1 << Kind::Break as u32;
