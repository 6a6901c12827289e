//! CRD001: the credit of a dispatch is missing on text that reads as agency copy.
//!
//! In: datelines, signatures and speech given to an agency. Out: a note where the text has them and credits nobody: a closing
//! `mnd-sb/fal` after « a-t-il dit à l'AFP ».

use super::{Context, Finds, Rule, context};
use crate::analysis::Claim;
use crate::article::BlockKind;
use crate::contract::Level;
use crate::lexicon::Classes;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("CRD001", Level::Note, 4, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    if !c.analysis.layout.credits.is_empty() {
        return;
    }
    if let Some(place) = dateline(c).or_else(|| signature(c)) {
        finds.add("rules.CRD001", place);
    } else if let Some((agency, i)) = confidant(c) {
        let place = context::place(&c.analysis.claims[i]);
        let found = finds.add("rules.CRD001-given", place).about(i);
        found.with("agency", agency);
    }
}

fn dateline(c: Context<'_>) -> Option<Span> {
    let (block, length) = c.layout.datelines.first()?;
    let start = c.layout.blocks.get(*block)?.span.start;
    let span = Span::new(start, start + length);
    // A date alone (`12 mars - `) is how some sites begin; agencies put the place first, in capitals.
    let first = c.ground.word_from(span.start);
    let place = first.of(c.text);
    let capitals = place.chars().count() > 2 && place.chars().all(char::is_uppercase);
    let known = [Classes::PLACE, Classes::CAPITAL, Classes::COUNTRY];
    let known = known.iter().any(|class| c.is(first, *class)) || span.of(c.text).contains(',');
    (capitals && known).then_some(span)
}

/// The initials of those who wrote and edited a dispatch: `mnd-sb/fal`.
fn signature(c: Context<'_>) -> Option<Span> {
    let last = c.layout.blocks.iter().rev().take(4);
    let mut furniture = last.filter(|b| b.kind == BlockKind::Furniture);
    let block = furniture.find(|b| {
        let words = b.span.of(c.text);
        let parts = words.split(['/', '-']);
        words.contains('/')
            && parts.clone().count() <= 6
            && parts
                .into_iter()
                .all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()))
    })?;
    Some(block.span)
}

/// An agency to which two speakers or more spoke, and the claim that says so first.
fn confidant<'a>(c: Context<'a>) -> Option<(&'a str, usize)> {
    let given = |(i, claim): (usize, &'a Claim)| {
        let relay = claim.relays.last()?.source.span?;
        let before = Span::new(relay.start.saturating_sub(8), relay.start).of(c.text);
        let to = before.trim_end().ends_with(['à', 'À']) || relay.of(c.text).starts_with("à ");
        let id = claim.agency.as_deref()?;
        let speaker = claim.source?.entity?;
        let agency = || c.lexicon.outlet(id).is_some_and(|n| n.sort == "agency");
        (to && agency()).then_some((id, i, speaker))
    };
    let all: Vec<(&str, usize, usize)> = c.claims().filter_map(given).collect();
    let two = |(id, _, speaker): &&(&str, usize, usize)| {
        all.iter()
            .any(|(other, _, who)| other == id && who != speaker)
    };
    all.iter().find(two).map(|(id, i, _)| (*id, *i))
}
