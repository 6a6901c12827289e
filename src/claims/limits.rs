//! What the reading of an article has met of doubtful text.
//!
//! In: the lexed article. Out: stray, reversed and unclosed marks, sentences that were cut: « Il a dit « non » has an unclosed mark.

use crate::analysis::Limit;
use crate::lex::Lexed;
use crate::span::Span;

/// Lists the limits that were met.
pub(super) fn met(lexed: &Lexed) -> Vec<Limit> {
    let mut found: Vec<Limit> = lexed.stray.iter().map(|s| Limit::Stray(*s)).collect();
    for pair in &lexed.pairs {
        if pair.reversed {
            found.push(Limit::Reversed(pair.inner));
        } else if !pair.closed {
            found.push(Limit::Unclosed(pair.inner));
        }
    }
    for s in lexed.sentences.iter().filter(|s| s.cut) {
        let span = |i: usize| lexed.tokens.get(i).map_or(Span::default(), |t| t.span);
        found.push(Limit::LongSentence(
            span(s.start).to(span(s.end.saturating_sub(1))),
        ));
    }
    found
}
