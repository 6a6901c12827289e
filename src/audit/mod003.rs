//! MOD003: a conditional that turns indicative later in the text.
//!
//! In: conditionals, and later sentences in the article's own voice. Out: a remark where the same thing is first hearsay and then a
//! fact: « Le navire aurait coulé lundi », and further down « le navire a coulé lundi ».

use super::mood::{self, Conditional};
use super::{Context, Finds, Rule};
use crate::contract::Level;
use crate::lexicon::Classes;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("MOD003", Level::Check, 5, run);

/// Words shared beside the participle, at least.
const SHARED: usize = 2;

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut verbs = Vec::new();
    for block in c.prose() {
        verbs.extend(mood::conditionals(c, block.span).filter(|v| c.mark(v.span).is_none()));
    }
    for verb in verbs {
        let sentence = c.sentence(verb.span.start);
        if mood::hypothetical(c, sentence) {
            continue;
        }
        if let Some(later) = asserted(c, verb, sentence) {
            let found = finds.add("rules.MOD003", later);
            found.with("words", verb.span.of(c.text));
        }
    }
}

/// Finds the same participle after an auxiliary in the indicative, in a later sentence that shares most of the words.
fn asserted(c: Context<'_>, verb: Conditional, sentence: Span) -> Option<Span> {
    let wanted: Vec<&str> = content(c, sentence, verb.participle).collect();
    let after = c.ground.within(sentence).end;
    (after..c.ground.words.len()).find_map(|at| {
        if c.ground.key(at) != c.ground.key(verb.participle) || !stated(c, at) {
            return None;
        }
        let place = c.ground.span(at, at + 1);
        let later = c.sentence(place.start);
        let own = c.mark(place).is_none() && c.claims_over(later).next().is_none();
        let said: Vec<&str> = content(c, later, at).collect();
        let shared = said.iter().filter(|w| wanted.contains(w)).count();
        let same = shared >= SHARED && shared * 2 >= wanted.len().min(said.len());
        (own && same && !mood::hypothetical(c, later)).then_some(later)
    })
}

/// An auxiliary in the indicative stands before the participle.
fn stated(c: Context<'_>, participle: usize) -> bool {
    let from = participle.saturating_sub(3);
    let mut before = (from..participle).rev();
    let auxiliary = before.find(|at| c.is(*at, Classes::AVOIR) || c.is(*at, Classes::ETRE));
    auxiliary.is_some_and(|at| {
        let denied = at > 0 && matches!(c.ground.key(at - 1), "n'" | "ne");
        !denied && !c.is(at, Classes::COND) && c.is(at, Classes::FINITE)
    })
}

/// The words of a sentence that say what it is about.
fn content(c: Context<'_>, sentence: Span, but: usize) -> impl Iterator<Item = &str> {
    let words = c.ground.within(sentence);
    let about = move |at: &usize| {
        let key = c.ground.key(*at);
        *at != but && (key.chars().count() > 3 || key.starts_with(|x: char| x.is_ascii_digit()))
    };
    words.filter(about).map(move |at| c.ground.key(at))
}
