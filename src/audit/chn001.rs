//! CHN001: a claim known only through a relay.
//!
//! In: claims with a chain. Out: a note, once for each speaker and medium, where nobody else heard the words: « Le Kremlin,
//! cité par TASS, dément. »

use super::{Context, Finds, Rule, context, relay};
use crate::contract::Level;

pub(super) const RULE: Rule = Rule::new("CHN001", Level::Note, 3, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen = Vec::new();
    for (i, claim) in c.claims() {
        let Some((carrier, source)) = relay::carrier(c, claim).zip(claim.source) else {
            continue;
        };
        let pair = (source.entity, carrier.entity);
        if seen.contains(&pair) {
            continue;
        }
        seen.push(pair);
        let found = finds.add("rules.CHN001", context::place(claim)).about(i);
        found
            .with("source", c.name(source))
            .with("relay", c.name(carrier));
    }
}
