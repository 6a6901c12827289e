//! SRC003: an article with a single source.
//!
//! In: claims. Out: a remark where three claims or more all come from one speaker: only « le maire » speaks in a whole article.

use super::{Context, Finds, Rule, context};
use crate::contract::Level;

pub(super) const RULE: Rule = Rule::new("SRC003", Level::Note, 2, run).off();

/// Fewer claims say little about an article.
const CLAIMS: usize = 3;

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut sources = c.claims().filter_map(|(i, claim)| Some((i, claim.source?)));
    let Some((first, source)) = sources.next() else {
        return;
    };
    let alone = source.entity.is_some() && sources.all(|(_, s)| s.entity == source.entity);
    if alone && c.analysis.claims.len() >= CLAIMS {
        let place = context::place(&c.analysis.claims[first]);
        let found = finds.add("rules.SRC003", place).about(first);
        found.with("source", c.name(source));
    }
}
