//! ANO002: an anonymous source that judges a named person.
//!
//! In: claims. Out: a remark where somebody without a name blames or belittles somebody with one: « “Roy est ingérable”, confie un
//! cadre du parti. »

use super::{Context, Finds, Rule};
use crate::analysis::Claim;
use crate::contract::{Level, SourceType};
use crate::lexicon::rows::Act;
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("ANO002", Level::Check, 7, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for (i, claim) in c.claims() {
        let anonymous = claim.source.filter(|s| s.kind == SourceType::Anonymous);
        let Some((source, who)) = anonymous.and_then(|s| Some((s, target(c, claim)?))) else {
            continue;
        };
        let place = super::context::place(claim);
        let found = finds.add("rules.ANO002", place).about(i);
        found.with("source", c.name(source)).with("person", who);
    }
}

/// Gives the named person whom the content blames.
fn target<'a>(c: Context<'a>, claim: &Claim) -> Option<&'a str> {
    let blames = matches!(c.act(claim), Some((Act::Accuse | Act::Criticise, _)));
    claim.content.iter().find_map(|span| {
        let (entity, named) = c.named(*span, &[SourceType::Person])?;
        let blow = c.has(*span, SignKind::Blow) || done(c, Span::new(named.end, span.end));
        let name = c.analysis.entities.get(entity)?.name;
        (blames || blow).then_some(name)
    })
}

/// Wrongdoing after the name, and not suffered: `a été agressé` blames somebody else.
fn done(c: Context<'_>, after: Span) -> bool {
    let signs = c.signs(after, SignKind::Accusation);
    signs.iter().any(|s| {
        let before = c.key(c.ground.before(s.first, 1));
        !matches!(&*before, "été" | "contre" | "victime")
    })
}
