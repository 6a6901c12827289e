//! Pairs of quotation marks, found with a stack.
//!
//! In: tokens with `Mark` signs. Out: pairs, nested ones too, and what could not be paired. It knows marks turned the wrong
//! way (« d' »agression » »), marks left open at the end of a paragraph, and quotes that repeat a mark at each paragraph.

use super::token::{Kind, Shape, Token};
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

struct Waiting {
    sign: char,
    token: usize,
    pair: usize,
}

/// Pairs the marks of an article; sets `kind` and `mark` of each token. A sign without a pair becomes `Other`.
///
/// Depth is limited to `depth` open marks: a further opening sign is not paired.
pub(crate) fn pair_marks(
    text: &str,
    tokens: &mut [Token],
    pairs: &mut Vec<Pair>,
    stray: &mut Vec<Span>,
    depth: usize,
) {
    let mut stack: Vec<Waiting> = Vec::new();
    let mut inside = 0;
    for i in 0..tokens.len() {
        let Some(token) = tokens.get_mut(i) else {
            break;
        };
        if !matches!(token.kind, Kind::Mark | Kind::Break) {
            token.mark = inside;
            continue;
        }
        let token = *token;
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
            Kind::Break => end_of_block(text, tokens, i, &mut stack, pairs),
            _ => {}
        }
        inside = stack.last().map_or(0, |w| w.pair as u16 + 1);
        if let Some(t) = tokens.get_mut(i) {
            let own = matches!(t.kind, Kind::Open | Kind::Close);
            t.mark = if own && t.kind == Kind::Open {
                stack
                    .len()
                    .checked_sub(2)
                    .and_then(|n| stack.get(n))
                    .map_or(0, |w| w.pair as u16 + 1)
            } else {
                inside
            };
        }
    }
    let end = tokens.len();
    close_all(tokens, end, &mut stack, pairs, 0);
    for pair in pairs.iter_mut() {
        pair.inner = inner_span(text, tokens, pair);
    }
}

#[derive(Clone, Copy)]
enum Action {
    Open { reversed: bool },
    Close { depth: usize },
    Continue,
    Stray,
}

fn decide(text: &str, tokens: &[Token], i: usize, stack: &[Waiting], depth: usize) -> Action {
    let Some(token) = tokens.get(i) else {
        return Action::Stray;
    };
    let sign = sign_of(text, token);
    let block_start = token.shape.has(Shape::BLOCK_START);
    let spaced_before = token.shape.has(Shape::SPACED) || block_start;
    let next = text
        .get(token.span.end as usize..)
        .and_then(|t| t.chars().next());
    let spaced_after = next.is_none_or(char::is_whitespace);
    let may_open = stack.len() < depth;
    let open_at = |signs: &[char]| stack.iter().rposition(|w| signs.contains(&w.sign));
    if block_start && !stack.is_empty() && continues(stack, tokens, i, sign) {
        return Action::Continue;
    }
    let open_or_stray = |reversed| {
        if may_open {
            Action::Open { reversed }
        } else {
            Action::Stray
        }
    };
    let close_or =
        |found: Option<usize>, other: Action| found.map_or(other, |depth| Action::Close { depth });
    match sign {
        '«' if !spaced_before && spaced_or_sign(next) && open_at(&['»']).is_some() => {
            close_or(open_at(&['»']), Action::Stray)
        }
        '«' | '„' | '‟' | '‘' => open_or_stray(false),
        '‹' => open_or_stray(false),
        '“' => {
            if !spaced_before && spaced_or_sign(next) && open_at(&['„', '“']).is_some() {
                close_or(open_at(&['„', '“']), Action::Stray)
            } else {
                open_or_stray(false)
            }
        }
        '»' => match open_at(&['«', '»']) {
            Some(depth)
                if stack.get(depth).is_some_and(|w| {
                    w.sign == '«' || !spaced_before || spaced_after || spaced_or_sign(next)
                }) =>
            {
                Action::Close { depth }
            }
            _ if !spaced_after && !spaced_or_sign(next) => open_or_stray(true),
            _ => close_or(
                open_at(&['"', '“']).filter(|d| d + 1 == stack.len()),
                Action::Stray,
            ),
        },
        '”' => close_or(
            open_at(&['“', '„', '"', '”']),
            if spaced_or_sign(next) {
                Action::Stray
            } else {
                open_or_stray(false)
            },
        ),
        '›' => close_or(open_at(&['‹']), Action::Stray),
        '"' => straight(text, token, stack, spaced_before, next, may_open),
        _ => Action::Stray,
    }
}

/// Decides for the straight mark, which opens and closes alike.
fn straight(
    text: &str,
    token: &Token,
    stack: &[Waiting],
    spaced_before: bool,
    next: Option<char>,
    may_open: bool,
) -> Action {
    let before = text
        .get(..token.span.start as usize)
        .and_then(|t| t.chars().next_back());
    let after_digit = before.is_some_and(|c| c.is_ascii_digit());
    let opening = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '[' | '\'' | '’' | '-' | '–' | '—' | '«' | '“' | ':' | '/'
            )
    });
    let known = stack.iter().rposition(|w| w.sign == '"');
    match known {
        Some(depth) if depth + 1 == stack.len() => Action::Close { depth },
        Some(depth) if !opening || spaced_or_sign(next) => Action::Close { depth },
        Some(_) | None if (opening || spaced_before) && may_open && next.is_some() => {
            Action::Open { reversed: false }
        }
        None if after_digit => Action::Stray,
        None if stack.last().is_some_and(|w| w.sign == '“' || w.sign == '«')
            && spaced_or_sign(next) =>
        {
            Action::Close {
                depth: stack.len() - 1,
            }
        }
        None if may_open && next.is_some_and(char::is_alphanumeric) => {
            Action::Open { reversed: false }
        }
        _ => Action::Stray,
    }
}

fn spaced_or_sign(next: Option<char>) -> bool {
    next.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '…' | '»' | '”' | '"'
            )
    })
}

/// Tells whether a sign at the start of a block repeats a mark that is open from an earlier block.
fn continues(stack: &[Waiting], tokens: &[Token], i: usize, sign: char) -> bool {
    let Some(top) = stack.last() else {
        return false;
    };
    let crossed = tokens
        .get(top.token..i)
        .is_some_and(|t| t.iter().any(|t| t.kind == Kind::Break));
    crossed && (matches!((top.sign, sign), ('«', '«' | '»')) || top.sign == sign)
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
            token.kind = Kind::Open;
            let outer = stack.last().map_or(0, |w| w.pair as u16 + 1);
            if pairs.len() >= usize::from(u16::MAX) - 1 {
                token.kind = Kind::Other;
                return;
            }
            pairs.push(Pair {
                open: i,
                close: i,
                inner: Span::default(),
                outer,
                closed: false,
                reversed,
            });
            stack.push(Waiting {
                sign,
                token: i,
                pair: pairs.len() - 1,
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
