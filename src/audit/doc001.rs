//! DOC001: a document without an issuer.
//!
//! In: claims whose source is a document. Out: a note where it comes from nobody: « Selon une étude, le café protège. »

use super::{Context, Finds, Rule};
use crate::contract::{Level, SourceType, Zone};
use crate::lexicon::Classes;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("DOC001", Level::Note, 4, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen = Vec::new();
    for (i, claim) in c.claims() {
        let Some(source) = claim.source.filter(|s| s.kind == SourceType::Document) else {
            continue;
        };
        let Some(span) = source.span.filter(|s| bare(c, *s)) else {
            continue;
        };
        let relayed = !claim.relays.is_empty() || claim.agency.is_some();
        let told = matches!(claim.zone, Zone::Lead | Zone::Body);
        if relayed || !told || seen.contains(&source.entity) || issued(c, span) {
            continue;
        }
        seen.push(source.entity);
        let found = finds.add("rules.DOC001", span).about(i);
        found.with("source", span.of(c.text));
    }
}

/// An indefinite noun without the complement or the adjective of an issuer.
fn bare(c: Context<'_>, span: Span) -> bool {
    let mut words = c.words(span);
    let first = words.next().map(|word| c.key(word)).unwrap_or_default();
    let indefinite = matches!(&*first, "un" | "une");
    let issuer = Classes::NATION | Classes::ORG | Classes::COLLECTIVE | Classes::DE;
    indefinite && !words.any(|word| super::context::capital(word.of(c.text)) || c.is(word, issuer))
}

/// The words after it say who made it: `publiée par`, `de l'Inserm`, `signé`.
fn issued(c: Context<'_>, span: Span) -> bool {
    let sentence = c.sentence(span.start);
    let rest = c.words(Span::new(span.end, sentence.end));
    rest.take(12).any(|word| {
        let by = matches!(
            &*c.key(word),
            "par" | "du" | "signé" | "signée" | "commandé" | "commandée"
        );
        by || super::context::capital(word.of(c.text))
    })
}
