//! ANO003: vague experts or observers.
//!
//! In: claims. Out: a remark where a claim rests on a group that nobody can ask: « Les observateurs jugent l'accord fragile. »

use super::{Context, Finds, Rule};
use crate::contract::{Level, Zone};
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("ANO003", Level::Check, 3, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen: Vec<Option<usize>> = Vec::new();
    for (i, claim) in c.claims() {
        let told = matches!(claim.zone, Zone::Lead | Zone::Body);
        let Some(source) = claim.source.filter(|_| told) else {
            continue;
        };
        let Some(span) = source.span.filter(|s| vague(c, *s)) else {
            continue;
        };
        if seen.contains(&source.entity) || named_later(c, span) {
            continue;
        }
        seen.push(source.entity);
        let found = finds.add("rules.ANO003", span).about(i);
        found.with("source", span.of(c.text));
    }
}

/// A vague authority in the plural, without the name of a body or a person; `les chercheurs` are mostly those of before.
fn vague(c: Context<'_>, span: Span) -> bool {
    let kind = match &*c.key(c.ground.word_from(span.start)) {
        "les" => SignKind::Observers,
        "des" | "certains" | "certaines" | "plusieurs" | "beaucoup" | "de" | "d'" | "nombre"
        | "quelques" => SignKind::Experts,
        _ => return false,
    };
    let mut later = c.words(span).filter(|word| word.start > span.start);
    c.has(span, kind) && !later.any(|word| super::context::capital(word.of(c.text)))
}

/// A list of names after a colon or a dash makes a group of people out of the crowd.
fn named_later(c: Context<'_>, span: Span) -> bool {
    let sentence = c.sentence(span.start);
    let rest = Span::new(span.end, sentence.end).of(c.text);
    rest.trim_start().starts_with([':', '(', '–', '—'])
        || rest.trim_start().starts_with(", dont")
        || rest.trim_start().starts_with(", comme")
}
