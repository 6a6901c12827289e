//! ANO001: an anonymous source without a stated reason.
//!
//! In: claims. Out: a remark at the first claim of each unnamed source for which the text gives no ground: « une source proche du
//! dossier » without « sous couvert d'anonymat ».

use super::{Context, Finds, Rule};
use crate::analysis::Claim;
use crate::contract::{Level, SourceType, Zone};
use crate::lexicon::SenseKind;
use crate::lexicon::meta::Noun;
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("ANO001", Level::Check, 4, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen: Vec<usize> = Vec::new();
    for (i, claim) in c.claims() {
        let Some((source, entity)) = claim.source.and_then(|s| Some((s, s.entity?))) else {
            continue;
        };
        if seen.contains(&entity) || !unnamed(c, claim) {
            continue;
        }
        seen.push(entity);
        if !reasoned(c, entity) {
            let place = source.span.unwrap_or_else(|| super::context::place(claim));
            let found = finds.add("rules.ANO001", place).about(i);
            found.with("source", place.of(c.text));
        }
    }
}

/// An insider or an official without a name; a passer-by, a crowd and a vague authority are something else.
fn unnamed(c: Context<'_>, claim: &Claim) -> bool {
    let Some(source) = claim.source.filter(|s| s.kind == SourceType::Anonymous) else {
        return false;
    };
    let told = matches!(claim.zone, Zone::Lead | Zone::Body);
    let insider = |span| (c.has(span, SignKind::Unnamed) || official(c, span)) && !named(c, span);
    told && source.span.is_some_and(insider)
}

/// A name follows as apposition: `un diplomate européen, Piet Van Aken`.
fn named(c: Context<'_>, span: Span) -> bool {
    let after = Span::new(span.end, c.sentence(span.start).end).of(c.text);
    let name = after
        .strip_prefix(", ")
        .is_some_and(super::context::capital);
    name && !after.contains('»')
}

/// Nouns of those who speak for an office or from inside one.
const OFFICES: &[&str] = &[
    "dirigeant",
    "représentant",
    "conseiller",
    "diplomate",
    "cadre",
    "élu",
    "haut fonctionnaire",
    "magistrat",
    "officier",
    "policier",
    "ministre",
    "parlementaire",
    "député",
    "sénateur",
];

/// `un diplomate européen`: an indefinite article and the noun of an office.
fn official(c: Context<'_>, span: Span) -> bool {
    let mut words = c.words(span).take(4);
    let first = words.next().map(|word| c.key(word)).unwrap_or_default();
    let indefinite = matches!(
        &*first,
        "un" | "une" | "deux" | "trois" | "plusieurs" | "l'"
    );
    let office = |word| {
        let entry = c.lexicon.find(&c.key(word));
        let role = entry.and_then(|e| c.lexicon.sense(e, SenseKind::Role));
        let noun = role.and_then(|s| c.lexicon.meta().nouns.get(s.id as usize));
        let is = |lemma: &u16| OFFICES.contains(&c.lexicon.lemma(*lemma));
        // A `chef de rayon` is a `responsable` too: only the word itself counts.
        let named = |n: &Noun| c.lexicon.lemma(n.lemma).ends_with("responsable");
        noun.is_some_and(|n| named(n) || n.isa.iter().any(is))
    };
    indefinite && words.any(office)
}

/// Looks for a reason in every paragraph in which the source speaks, and in the one after.
fn reasoned(c: Context<'_>, entity: usize) -> bool {
    let own = c
        .claims()
        .filter(|(_, x)| x.source.is_some_and(|s| s.entity == Some(entity)));
    let mut places = own
        .filter_map(|(_, x)| c.block(x.content.first()?.start))
        .map(|b| b.span);
    places.any(|place| {
        let next = c.layout.blocks.iter().find(|b| b.span.start > place.end);
        let reach = next.map_or(place, |b| Span::new(place.start, b.span.end));
        c.has(reach, SignKind::Reason)
    })
}
