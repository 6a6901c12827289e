//! LED001: a lead that asserts a contestable fact without a source.
//!
//! In: the first sentence of the first paragraph. Out: a remark where it lays blame or states wrongdoing in the article's own
//! voice: « La mairie a sciemment laissé l'école se dégrader. »

use super::{Context, Finds, Rule};
use crate::article::BlockKind;
use crate::contract::{Level, Zone};
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("LED001", Level::Check, 6, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut blocks = c.layout.blocks.iter();
    let lead = blocks.find(|b| b.kind == BlockKind::Prose && b.zone == Zone::Lead);
    let Some(lead) = lead else {
        return;
    };
    let sentence = c.sentence(lead.span.start);
    let mut signs = c.signs(sentence, SignKind::Contestable).into_iter();
    let sign = signs.find(|s| c.mark(s.span).is_none());
    if let Some(sign) = sign
        && !supported(c, lead.span, sentence)
    {
        let found = finds.add("rules.LED001", sentence);
        found.with("words", sign.span.of(c.text));
    }
}

/// A source, a cue, a court or the conditional stands in the lead.
fn supported(c: Context<'_>, lead: Span, sentence: Span) -> bool {
    c.claims_over(lead).next().is_some()
        || c.told(sentence)
        || c.has(sentence, SignKind::Settled)
        || super::mood::conditionals(c, sentence).next().is_some()
        || sentence.of(c.text).contains(['?', '«', '"', '“'])
}
