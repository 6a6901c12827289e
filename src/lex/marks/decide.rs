//! Whether a quotation mark opens, closes, repeats an open mark, or belongs to none.
//!
//! In: a sign, its neighbours and the marks that are open. Out: what it does: in « d' »agression » » the first sign opens, though it
//! is turned the wrong way.

use super::{Waiting, sign_of};
use crate::lex::token::{Kind, Shape, Token};

#[derive(Clone, Copy)]
pub(super) enum Action {
    Open { reversed: bool },
    Close { depth: usize },
    Continue,
    Stray,
}

/// How a sign stands between what is before it and what follows.
struct Setting {
    /// White space or the start of a block is before it.
    spaced_before: bool,
    next: Option<char>,
    may_open: bool,
}

impl Setting {
    fn of(text: &str, token: &Token, may_open: bool) -> Self {
        let after = text.get(token.span.end as usize..);
        Self {
            spaced_before: token.shape.has(Shape::SPACED) || token.shape.has(Shape::BLOCK_START),
            next: after.and_then(|t| t.chars().next()),
            may_open,
        }
    }

    /// Tells whether no word begins behind the sign.
    fn ends(&self) -> bool {
        spaced_or_sign(self.next)
    }

    /// Tells whether the sign touches the word before it and none behind it.
    fn closes(&self) -> bool {
        !self.spaced_before && self.ends()
    }

    fn open(&self, reversed: bool) -> Action {
        if self.may_open {
            Action::Open { reversed }
        } else {
            Action::Stray
        }
    }
}

/// Finds the innermost open mark with one of these signs.
fn open_at(stack: &[Waiting], signs: &[char]) -> Option<usize> {
    stack.iter().rposition(|w| signs.contains(&w.sign))
}

/// Decides for the sign at `i`, with the marks that are open and the most there may be.
pub(super) fn decide(
    text: &str,
    tokens: &[Token],
    i: usize,
    stack: &[Waiting],
    depth: usize,
) -> Action {
    let Some(token) = tokens.get(i) else {
        return Action::Stray;
    };
    let sign = sign_of(text, token);
    let setting = Setting::of(text, token, stack.len() < depth);
    let block_start = token.shape.has(Shape::BLOCK_START);
    if block_start && !stack.is_empty() && continues(stack, tokens, i, sign) {
        return Action::Continue;
    }
    let close_or = |signs: &[char], other: Action| {
        open_at(stack, signs).map_or(other, |depth| Action::Close { depth })
    };
    match sign {
        '«' if setting.closes() => close_or(&['»'], setting.open(false)),
        '“' if setting.closes() => close_or(&['„', '“'], setting.open(false)),
        '«' | '„' | '‟' | '‘' | '‹' | '“' => setting.open(false),
        '»' => guillemet(stack, &setting),
        '”' if setting.ends() => close_or(&['“', '„', '"', '”'], Action::Stray),
        '”' => close_or(&['“', '„', '"', '”'], setting.open(false)),
        '›' => close_or(&['‹'], Action::Stray),
        '"' => straight(text, token, stack, &setting),
        _ => Action::Stray,
    }
}

/// Decides for the closing guillemet, which may be turned the wrong way.
fn guillemet(stack: &[Waiting], setting: &Setting) -> Action {
    let facing = |depth: &usize| stack.get(*depth).is_some_and(|w| w.sign == '«');
    let fits = |depth: &usize| facing(depth) || !setting.spaced_before || setting.ends();
    if let Some(depth) = open_at(stack, &['«', '»']).filter(fits) {
        return Action::Close { depth };
    }
    if !setting.ends() {
        return setting.open(true);
    }
    let last = open_at(stack, &['"', '“']).filter(|d| d + 1 == stack.len());
    last.map_or(Action::Stray, |depth| Action::Close { depth })
}

/// Decides for the straight mark, which opens and closes alike.
fn straight(text: &str, token: &Token, stack: &[Waiting], setting: &Setting) -> Action {
    let Setting {
        spaced_before,
        next,
        may_open,
    } = *setting;
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
