//! MOD002: a conditional without any source.
//!
//! In: sentences. Out: a remark where hearsay stands in the conditional and nobody is named for it, gravest when it accuses a
//! named person: « L'ancien trésorier Loïc Roy aurait détourné 40 000 euros. »

use super::{Context, Finds, Rule, mood};
use crate::contract::{Level, SourceType};
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("MOD002", Level::Check, 8, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut last = Span::default();
    for &verb in mood::in_prose(c) {
        let sentence = c.sentence(verb.span.start);
        if sentence == last || c.mark(verb.span).is_some() || !unsourced(c, sentence, verb) {
            continue;
        }
        last = sentence;
        let grave = c.has(sentence, SignKind::Accusation)
            && c.named(sentence, &[SourceType::Person]).is_some();
        let key = if grave {
            "rules.MOD002-person"
        } else {
            "rules.MOD002"
        };
        let found = finds.add(key, sentence);
        found.with("words", verb.span.of(c.text));
        if grave {
            found.graver();
        }
    }
}

/// No claim, no cue and no condition in the sentence, and no claim in the one before.
fn unsourced(c: Context<'_>, sentence: Span, verb: mood::Conditional) -> bool {
    if c.claims_over(sentence).next().is_some() {
        return false;
    }
    let before = sentence.start.saturating_sub(2);
    let near = c
        .block(before)
        .map_or(sentence, |_| c.sentence(before).to(sentence));
    let mut before = c.words(Span::new(sentence.start, verb.span.start));
    !before.any(|word| matches!(&*c.key(word), "que" | "qu'"))
        && !mood::hypothetical(c, sentence)
        && !c.has(sentence, SignKind::Sourcing)
        && c.claims_over(near).next().is_none()
        && !c.words(near).any(|word| c.prepositional(word))
}
