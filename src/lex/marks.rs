//! Pairs of quotation marks, found with a stack.
//!
//! In: tokens with `Mark` signs. Out: pairs, nested ones too, and what could not be paired. It knows marks turned the wrong
//! way (« d' »agression » »), marks left open at the end of a paragraph, and quotes that repeat a mark at each paragraph.

mod decide;

use std::ops::Range;

use decide::{Action, decide};

use super::token::{Kind, Token};
use crate::span::Span;

/// One pair of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Index of the opening token.
    pub open: usize,
    /// Index of the closing token, or of the last token inside when the mark was left open.
    pub close: usize,
    /// The words inside, without marks and outer white space.
    pub inner: Span,
    /// Number of the mark around it, from 1; 0 for none.
    pub outer: u16,
    /// Whether a closing sign was found.
    pub closed: bool,
    /// Whether the signs stand the wrong way round.
    pub reversed: bool,
}

impl Pair {
    /// Gives the pair of an opening token inside `outer`, without its other sign.
    fn left_open(open: usize, outer: Option<&Waiting>, reversed: bool) -> Self {
        Self {
            open,
            close: open,
            inner: Span::default(),
            outer: outer.map_or(0, Waiting::number),
            closed: false,
            reversed,
        }
    }
}

struct Waiting {
    sign: char,
    token: usize,
    pair: usize,
}

impl Waiting {
    /// Gives the number of the pair, from 1.
    fn number(&self) -> u16 {
        self.pair as u16 + 1
    }
}

/// Pairs the marks among the `signs` of an article; sets their `kind`, and `mark` of each token inside. A sign without a pair becomes
/// `Other`.
///
/// Depth is limited to `depth` open marks: a further opening sign is not paired.
pub(crate) fn pair_marks(
    text: &str,
    tokens: &mut [Token],
    signs: &[u32],
    pairs: &mut Vec<Pair>,
    stray: &mut Vec<Span>,
    depth: usize,
) {
    let mut stack: Vec<Waiting> = Vec::new();
    let mut inside = 0;
    let mut first = 0;
    for i in signs.iter().map(|i| *i as usize) {
        let Some(token) = tokens
            .get(i)
            .filter(|t| matches!(t.kind, Kind::Mark | Kind::Break))
        else {
            continue;
        };
        let token = *token;
        enclose(tokens, first..i, inside);
        first = i + 1;
        match token.kind {
            Kind::Mark => {
                let action = decide(text, tokens, i, &stack, depth);
                apply(
                    action,
                    sign_of(text, &token),
                    tokens,
                    i,
                    &mut stack,
                    pairs,
                    stray,
                );
            }
            _ => end_of_block(text, tokens, i, &mut stack, pairs),
        }
        inside = stack.last().map_or(0, Waiting::number);
        if let Some(t) = tokens.get_mut(i) {
            t.mark = if t.kind == Kind::Open {
                around(&stack)
            } else {
                inside
            };
        }
    }
    let end = tokens.len();
    enclose(tokens, first..end, inside);
    close_all(tokens, end, &mut stack, pairs, 0);
    for pair in pairs.iter_mut() {
        pair.inner = inner_span(text, tokens, pair);
    }
}

/// Notes the mark around the tokens of a range; most stand in none.
fn enclose(tokens: &mut [Token], range: Range<usize>, mark: u16) {
    if mark != 0 {
        for token in tokens.get_mut(range).unwrap_or_default() {
            token.mark = mark;
        }
    }
}

/// Gives the number of the mark around the last one that was opened.
fn around(stack: &[Waiting]) -> u16 {
    let outer = stack.iter().rev().nth(1);
    outer.map_or(0, Waiting::number)
}

fn apply(
    action: Action,
    sign: char,
    tokens: &mut [Token],
    i: usize,
    stack: &mut Vec<Waiting>,
    pairs: &mut Vec<Pair>,
    stray: &mut Vec<Span>,
) {
    let Some(token) = tokens.get_mut(i) else {
        return;
    };
    match action {
        Action::Open { reversed } => {
            if pairs.len() >= usize::from(u16::MAX) - 1 {
                token.kind = Kind::Other;
                return;
            }
            token.kind = Kind::Open;
            pairs.push(Pair::left_open(i, stack.last(), reversed));
            let pair = pairs.len() - 1;
            stack.push(Waiting {
                sign,
                token: i,
                pair,
            });
        }
        Action::Close { depth } => {
            token.kind = Kind::Close;
            close_all(tokens, i, stack, pairs, depth + 1);
            if let Some(w) = stack.pop()
                && let Some(pair) = pairs.get_mut(w.pair)
            {
                pair.close = i;
                pair.closed = true;
            }
        }
        Action::Continue => token.kind = Kind::Other,
        Action::Stray => {
            token.kind = Kind::Other;
            stray.push(token.span);
        }
    }
}

/// Closes what stays open at the end of a block, unless the next block repeats the mark.
fn end_of_block(
    text: &str,
    tokens: &[Token],
    i: usize,
    stack: &mut Vec<Waiting>,
    pairs: &mut [Pair],
) {
    let Some(top) = stack.last() else { return };
    let opened = tokens.get(top.token).map_or('"', |t| sign_of(text, t));
    let next = tokens
        .get(i + 1)
        .filter(|t| t.kind == Kind::Mark)
        .map(|t| sign_of(text, t));
    let goes_on = match (opened, next) {
        ('«', Some('»')) => true,
        ('«', Some('«')) | ('“', Some('“')) => closes_later(text, tokens, i + 1),
        _ => false,
    };
    if !goes_on || stack.len() > 1 {
        close_all(tokens, i, stack, pairs, 0);
    }
}

/// Tells whether the block that starts at token `i` with an opening mark closes more marks than it opens after it.
fn closes_later(text: &str, tokens: &[Token], i: usize) -> bool {
    let mut depth = 0i32;
    for t in tokens
        .iter()
        .skip(i + 1)
        .take_while(|t| t.kind != Kind::Break)
        .filter(|t| t.kind == Kind::Mark)
    {
        match sign_of(text, t) {
            '«' | '“' => depth += 1,
            '»' | '”' => depth -= 1,
            _ => {}
        }
    }
    depth < 0
}

fn close_all(
    tokens: &[Token],
    i: usize,
    stack: &mut Vec<Waiting>,
    pairs: &mut [Pair],
    keep: usize,
) {
    while stack.len() > keep {
        if let Some(w) = stack.pop()
            && let Some(pair) = pairs.get_mut(w.pair)
        {
            pair.close = i.min(tokens.len()).saturating_sub(1).max(w.token);
        }
    }
}

fn sign_of(text: &str, token: &Token) -> char {
    token.span.of(text).chars().next().unwrap_or(' ')
}

fn inner_span(text: &str, tokens: &[Token], pair: &Pair) -> Span {
    let start = tokens.get(pair.open).map_or(0, |t| t.span.end);
    let end = tokens
        .get(pair.close)
        .map_or(start, |t| {
            if pair.closed {
                t.span.start
            } else {
                t.span.end
            }
        })
        .max(start);
    trimmed(text, Span::new(start, end))
}

/// Gives the span without white space at its ends.
#[must_use]
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len()) as u32;
    Span::new(
        start,
        (span.start + words.trim_end().len() as u32).max(start),
    )
}
