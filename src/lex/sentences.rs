//! Sentences that know abbreviations and marks.
//!
//! In: tokens with paired marks. Out: ranges of tokens. A quotation stays in one sentence with the words that attribute it:
//! « "Non. Jamais." », a lancé Mme Diop, is one.

use super::Sentence;
use super::marks::Pair;
use super::token::{Kind, Token};

/// Cuts the tokens into sentences; a sentence longer than `limit` tokens is cut softly.
pub(super) fn cut(
    tokens: &[Token],
    pairs: &[Pair],
    blocks: &[(usize, usize)],
    limit: usize,
    out: &mut Vec<Sentence>,
) {
    let mut start = 0;
    let mut block = 0;
    let mut next_block = 0;
    let mut next = 0;
    while let Some(ahead) = tokens.get(next..(start + limit.max(1)).min(tokens.len()))
        && !ahead.is_empty()
    {
        let found = ahead.iter().position(|token| may_end(token.kind));
        let i = next + found.unwrap_or(ahead.len() - 1);
        let Some(token) = tokens.get(i) else {
            break;
        };
        next = i + 1;
        let long = next - start >= limit;
        if found.is_none() && !long {
            break;
        }
        while let Some((first, index)) = blocks.get(next_block).filter(|(first, _)| *first <= i) {
            if *first >= start {
                block = *index;
            }
            next_block += 1;
        }
        let breaks =
            token.kind == Kind::Break && (token.mark == 0 || !crosses(pairs, token.mark, i));
        let ends = breaks || token.mark == 0 && ends_here(tokens, i);
        if ends || long {
            push(tokens, start, next, block, long && !ends, out);
            start = next;
            block = blocks
                .get(next_block)
                .filter(|(first, _)| *first <= start)
                .map_or(block, |(_, index)| *index);
        }
    }
    push(tokens, start, tokens.len(), block, false, out);
}

/// Tells whether a sentence may end with such a token.
fn may_end(kind: Kind) -> bool {
    use Kind::{Break, Close, Exclaim, ParenClose, Period};
    matches!(kind, Period | Exclaim | Close | ParenClose | Break)
}

fn push(
    tokens: &[Token],
    start: usize,
    end: usize,
    block: usize,
    cut: bool,
    out: &mut Vec<Sentence>,
) {
    let words = tokens.get(start..end).is_some_and(|t| {
        t.iter()
            .any(|t| matches!(t.kind, Kind::Word | Kind::Number))
    });
    if words {
        out.push(Sentence {
            start,
            end,
            block,
            cut,
        });
    }
}

/// Tells whether the mark goes on after the token at `i`.
fn crosses(pairs: &[Pair], mark: u16, i: usize) -> bool {
    pairs.get(mark as usize - 1).is_some_and(|p| p.close > i)
}

/// Tells whether a sentence ends with the token at `i`, which stands outside marks.
fn ends_here(tokens: &[Token], i: usize) -> bool {
    let Some(token) = tokens.get(i) else {
        return true;
    };
    let next = tokens.get(i + 1);
    let starts = next.is_none_or(starts_sentence);
    match token.kind {
        Kind::Period => starts && !matches!(next.map(|t| t.kind), Some(Kind::Close)),
        Kind::Exclaim => starts && next.is_none_or(|t| t.kind != Kind::Close),
        Kind::Close => {
            let before = i.checked_sub(1).and_then(|b| tokens.get(b));
            before.is_some_and(Token::final_sign)
                && starts
                && !matches!(next.map(|t| t.kind), Some(Kind::Dash | Kind::ParenOpen))
        }
        Kind::ParenClose => {
            let before = i.checked_sub(1).and_then(|b| tokens.get(b));
            before.is_some_and(Token::final_sign) && starts
        }
        _ => false,
    }
}

fn starts_sentence(token: &Token) -> bool {
    match token.kind {
        Kind::Word => token.capital(),
        Kind::Number | Kind::Open | Kind::Dash | Kind::ParenOpen | Kind::Break => true,
        _ => false,
    }
}
