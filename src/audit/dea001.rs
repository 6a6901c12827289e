//! DEA001: a death announced without family, company or authority as its source.
//!
//! In: the headline and the lead. Out: a remark where a named person is said to have died and nothing tells who announced it:
//! « La chanteuse Maud Kerbrat est morte mardi. »

use super::{Context, Finds, Rule};
use crate::contract::{Level, SourceType, Zone};
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("DEA001", Level::Check, 8, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for sign in c.ground.signs.iter().filter(|s| s.kind == SignKind::Death) {
        if c.zone(sign.span.start) != Some(Zone::Lead) || !announces(c, sign.word) {
            continue;
        }
        let sentence = c.sentence(sign.span.start);
        let before = Span::new(sentence.start, sign.span.start);
        let Some((entity, _)) = c.named(before, &[SourceType::Person]) else {
            continue;
        };
        if !announced(c, sentence) {
            let name = c.analysis.entities.get(entity).map_or("", |e| &e.name);
            finds.add("rules.DEA001", sentence).with("name", name);
        }
        return;
    }
}

/// `est morte`, `s'est éteint`, `est décédé`: the verb of the announcement, not a death in passing.
fn announces(c: Context<'_>, word: usize) -> bool {
    matches!(c.ground.key(word), "est" | "s'" | "a")
        || matches!(c.ground.key(word.saturating_sub(1)), "est")
}

/// Somebody told it, in the sentence or anywhere in a claim; or it is long ago.
fn announced(c: Context<'_>, sentence: Span) -> bool {
    let told = |span: &Span| c.has(*span, SignKind::Death);
    let long_ago = c.ground.within(sentence).any(|at| {
        let key = c.ground.key(at);
        let year = key.len() == 4 && key.bytes().all(|b| b.is_ascii_digit());
        year || key == "ans" && c.ground.key(at.saturating_sub(3)) == "a"
    });
    long_ago
        || c.told(sentence)
        || c.claims_over(sentence).next().is_some()
        || c.claims().any(|(_, claim)| claim.content.iter().any(told))
        || c.prose().take(6).any(|b| by_kin(c, b.span))
}

/// `a annoncé sa famille`: kin and a word of telling in one paragraph.
fn by_kin(c: Context<'_>, paragraph: Span) -> bool {
    let tells = |s: &super::ground::Sign| {
        let key = c.ground.key(s.word);
        s.kind == SignKind::Sourcing
            && (key.starts_with("annon") || key.starts_with("confirm") || key == "a")
    };
    c.has(paragraph, SignKind::Kin) && c.ground.signs_in(paragraph).any(tells)
}
