//! Lines of a fixed width, back to paragraphs.
//!
//! In: the lines of an article. Out: paragraphs; « La grève | continue dans le port » is one that the width of a wire broke in two.

use super::{Line, ended, shorter};

/// Joins the lines of paragraphs that a fixed width broke.
pub(super) fn joined(text: &str, mut lines: Vec<Line>) -> Vec<Line> {
    let wrapped = hard_wrapped(text, &lines);
    let mut kept = 0;
    for at in 1..lines.len() {
        let (before, line) = (lines[at - 1], lines[at]);
        if runs_on(text, &lines[kept], &before, &line, wrapped) {
            lines[kept].span.end = line.span.end;
        } else {
            kept += 1;
            lines[kept] = line;
        }
    }
    lines.truncate(kept + 1);
    lines
}

/// Tells whether `line` goes on where the line `before` broke off.
fn runs_on(text: &str, last: &Line, before: &Line, line: &Line, wrapped: bool) -> bool {
    if line.gap || line.furniture.is_some() || last.furniture.is_some() {
        return false;
    }
    let (before, words) = (before.span.of(text), line.span.of(text));
    // Most lines that stand together are paragraphs, which end.
    if !wrapped && ended(before) {
        return false;
    }
    let small = words.starts_with(|c: char| c.is_lowercase() || matches!(c, '»' | ')' | ','));
    let broken = small && !shorter(before, 50) && !ended(before);
    let starts = words.starts_with(['-', '–', '—', '•', '*']);
    broken || wrapped && !starts && (small || !shorter(before, 55))
}

/// Tells whether most lines end in the middle of a sentence at the same width.
fn hard_wrapped(text: &str, lines: &[Line]) -> bool {
    // Lines of more bytes than any hundred letters have: where there are many of them nothing is wrapped.
    let ahead = lines.split_last().map_or(lines, |(_, ahead)| ahead);
    let wide = ahead.iter().filter(|line| line.span.len() > 400).count();
    if 4 * wide > ahead.len() {
        return false;
    }
    let (mut full, mut broken, mut long) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [words, next] = [pair[0].span.of(text), pair[1].span.of(text)];
        if !shorter(words, 101) {
            long += 1;
        } else if !shorter(words, 55) && !pair[1].gap {
            full += 1;
            broken += usize::from(!ended(words) && next.starts_with(char::is_lowercase));
        }
    }
    full >= 3 && full > 4 * long && broken * 3 >= full
}
