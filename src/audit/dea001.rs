//! DEA001: a death announced without family, company or authority as its source.
//!
//! In: the headline and the lead. Out: a remark where a named person is said to have died and nothing tells who announced it:
//! « La chanteuse Maud Kerbrat est morte mardi. »

use super::{Context, Finds, Rule};
use crate::contract::{Level, SourceType, Zone};
use crate::lexicon::signs::{SignKind, Word};
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("DEA001", Level::Check, 8, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for sign in c.signs(c.whole(), SignKind::Death) {
        if c.zone(sign.span.start) != Some(Zone::Lead) || !announces(c, sign.first) {
            continue;
        }
        let sentence = c.sentence(sign.span.start);
        let before = Span::new(sentence.start, sign.span.start);
        let Some((entity, _)) = c.named(before, &[SourceType::Person]) else {
            continue;
        };
        if !announced(c, sentence) {
            let name = c.analysis.entities.get(entity).map_or("", |e| e.name);
            finds.add("rules.DEA001", sentence).with("name", name);
        }
        return;
    }
}

/// `est morte`, `s'est éteint`, `est décédé`: the verb of the announcement, not a death in passing.
fn announces(c: Context<'_>, word: Word) -> bool {
    matches!(&*c.key(word), "est" | "s'" | "a") || c.key(c.ground.before(word, 1)) == "est"
}

/// Somebody told it, in the sentence or anywhere in a claim; or it is long ago.
fn announced(c: Context<'_>, sentence: Span) -> bool {
    let told = |span: &Span| c.has(*span, SignKind::Death);
    let long_ago = c.words(sentence).any(|word| {
        let key = c.key(word);
        let year = key.len() == 4 && key.bytes().all(|b| b.is_ascii_digit());
        year || key == "ans" && c.key(c.ground.before(word, 3)) == "a"
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
        let key = c.key(s.first);
        key.starts_with("annon") || key.starts_with("confirm") || key == "a"
    };
    let told = || c.signs(paragraph, SignKind::Sourcing);
    c.has(paragraph, SignKind::Kin) && told().iter().any(tells)
}
