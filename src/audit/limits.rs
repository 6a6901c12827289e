//! LIM001, QUO001, QUO002: what the program could not read as it stands.
//!
//! In: the limits of an analysis. Out: remarks of the lowest level; a mark left open, as in « On tient bon, a dit le maire, hides
//! where somebody's words end.

use super::{Finds, Rule, rule};
use crate::analysis::{Analysis, Limit};
use crate::contract::Level;

pub(super) const LONG_SENTENCE: Rule = Rule::new("LIM001", Level::Limit, 0, |context, finds| {
    each(context.analysis, "LIM001", finds);
});

pub(super) const UNPAIRED: Rule = Rule::new("QUO001", Level::Limit, 0, |context, finds| {
    each(context.analysis, "QUO001", finds);
});

pub(super) const REVERSED: Rule = Rule::new("QUO002", Level::Limit, 0, |context, finds| {
    each(context.analysis, "QUO002", finds);
});

fn each(analysis: &Analysis, code: &str, finds: &mut Finds<'_>) {
    for limit in &analysis.limits {
        let (own, message, span) = match *limit {
            Limit::Stray(s) => ("QUO001", "rules.QUO001-stray", s),
            Limit::Unclosed(s) => ("QUO001", "rules.QUO001-open", s),
            Limit::Reversed(s) => ("QUO002", "rules.QUO002", s),
            Limit::LongSentence(s) => ("LIM001", "rules.LIM001", s),
        };
        if own == code {
            finds.add(message, span);
        }
    }
}

/// Gives the limits alone, for reports that make no audit.
pub(crate) fn found(text: &str, analysis: &Analysis) -> Vec<super::Finding> {
    if analysis.limits.is_empty() {
        return Vec::new();
    }
    let mut finds = Finds::new(text);
    for code in ["LIM001", "QUO001", "QUO002"] {
        if let Some(rule) = rule(code) {
            finds.of(rule, rule.level);
            each(analysis, code, &mut finds);
        }
    }
    let mut found = finds.printed();
    found.sort_by_key(|f| (f.span, f.code));
    found
}
