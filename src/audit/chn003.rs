//! CHN003: a vague relay that is never named later.
//!
//! In: claims that came through « des médias » or « la presse locale ». Out: a note where no medium is named after.

use super::context::speakers;
use super::{Context, Finds, Rule, context, relay};
use crate::analysis::Claim;
use crate::contract::Level;
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("CHN003", Level::Note, 4, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for (i, claim) in c.claims() {
        let Some(place) = vague(c, claim) else {
            continue;
        };
        let later = c.claims().skip(i + 1).any(|(_, x)| named(c, x));
        if !later {
            let found = finds.add("rules.CHN003", place).about(i);
            found.with("relay", place.of(c.text));
            return;
        }
    }
}

fn vague(c: Context<'_>, claim: &Claim) -> Option<Span> {
    let mut spans = speakers(claim).filter_map(|s| s.span);
    // `La Presse` is a newspaper of Montreal.
    let common = |s: &Span| {
        let mut later = c.words(*s).skip(1);
        !later.any(|word| context::capital(word.of(c.text)))
    };
    spans.find(|s| c.has(*s, SignKind::VagueRelay) && common(s))
}

fn named(c: Context<'_>, claim: &Claim) -> bool {
    claim.agency.is_some()
        || speakers(claim).any(|s| relay::medium(s.kind) && context::proper(c.name(s)))
}
