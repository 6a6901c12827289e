//! Carriers: the agency or medium through which a claim came.
//!
//! In: a claim. Out: its carrier, unless the article itself comes from there: in « a-t-il dit à l'AFP » of an article that credits
//! AFP nobody stands between.

use super::Context;
use crate::analysis::{Claim, Source};
use crate::contract::SourceType;

/// Gives the medium or agency that carried the words of somebody else.
pub(super) fn carrier(c: Context<'_>, claim: &Claim) -> Option<Source> {
    let relays = claim.relays.iter().rev().map(|r| r.source);
    let carrier = relays.into_iter().find(|s| medium(s.kind))?;
    let speaker = claim.source?;
    (!own(c, claim, carrier) && speaker.entity != carrier.entity).then_some(carrier)
}

pub(super) fn medium(kind: SourceType) -> bool {
    matches!(kind, SourceType::Agency | SourceType::Media)
}

/// The article credits the agency, or is published by the medium.
fn own(c: Context<'_>, claim: &Claim, carrier: Source) -> bool {
    let credited = claim
        .agency
        .as_ref()
        .is_some_and(|id| c.analysis.layout.credits.contains(id));
    let name = c.name(carrier);
    let outlet = c
        .article
        .outlet
        .as_deref()
        .is_some_and(|o| o.eq_ignore_ascii_case(name));
    credited || outlet
}
