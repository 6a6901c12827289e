//! REP001: an accusation of a named person or company with no reply found in the text.
//!
//! In: claims that accuse. Out: a remark where the one accused neither speaks nor was asked: « Il accuse Nadège Roy d'avoir
//! détourné des fonds. », and nothing more.

use super::context::speakers;
use super::{Context, Finds, Rule, context};
use crate::analysis::Claim;
use crate::contract::{Level, SourceType};
use crate::lexicon::rows::Act;
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("REP001", Level::Check, 9, run);

const TARGETS: &[SourceType] = &[SourceType::Person, SourceType::Institution];

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen: Vec<usize> = Vec::new();
    for (i, claim) in c.claims() {
        let Some((entity, place)) = accused(c, claim) else {
            continue;
        };
        if seen.contains(&entity) || answered(c, entity, i) {
            continue;
        }
        seen.push(entity);
        let name = c.analysis.entities.get(entity).map_or("", |e| &e.name);
        let found = finds.add("rules.REP001", place).about(i);
        found.with("name", name);
    }
}

/// Gives whom a claim accuses: the name with which its content begins.
fn accused(c: Context<'_>, claim: &Claim) -> Option<(usize, Span)> {
    if !matches!(c.act(claim), Some((Act::Accuse, _))) || claim.negated {
        return None;
    }
    let content = claim.content.first()?;
    let words = c.ground.within(*content);
    let start = c.ground.span(words.start, words.end.min(words.start + 8));
    let (entity, place) = c.named(start, TARGETS)?;
    let own = claim.source.is_some_and(|s| s.entity == Some(entity));
    (!own).then_some((entity, context::place(claim).to(place)))
}

/// Looks for an answer: words of the accused, of a counsel or of those around, or the sign of one anywhere in the text.
fn answered(c: Context<'_>, entity: usize, accusation: usize) -> bool {
    let whole = Span::new(0, c.text.len() as u32);
    let speaks = |(i, claim): (usize, &Claim)| {
        i != accusation
            && speakers(claim).any(|s| {
                let kin = s.span.is_some_and(|span| c.has(span, SignKind::Kin));
                s.entity == Some(entity) || kin
            })
    };
    c.claims().any(speaks) || c.has(whole, SignKind::Reply)
}
