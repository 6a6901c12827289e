//! MOD001: a sourced conditional.
//!
//! In: claims. Out: a note where the article marks what a named source says as unconfirmed: « Selon Kyodo, un navire aurait coulé. »

use super::{Context, Finds, Rule, context, mood};
use crate::analysis::Claim;
use crate::contract::{Kind, Level};

pub(super) const RULE: Rule = Rule::new("MOD001", Level::Note, 3, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for (i, claim) in c.claims() {
        let hearsay = claim.conditional && claim.kind != Kind::Direct;
        if let Some(source) = claim.source.filter(|_| hearsay && !conditioned(c, claim)) {
            let found = finds.add("rules.MOD001", context::place(claim)).about(i);
            found.with("source", c.name(source));
        }
    }
}

/// A condition stands in the content: `il viendrait si on l'invitait`.
fn conditioned(c: Context<'_>, claim: &Claim) -> bool {
    claim.content.iter().any(|s| mood::hypothetical(c, *s))
}
