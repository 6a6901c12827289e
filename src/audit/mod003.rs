//! MOD003: a conditional that turns indicative later in the text.
//!
//! In: conditionals, and later sentences in the article's own voice. Out: a remark where the same thing is first hearsay and then a
//! fact: « Le navire aurait coulé lundi », and further down « le navire a coulé lundi ».

use std::borrow::Cow;

use super::mood::{self, Conditional};
use super::{Context, Finds, Rule};
use crate::contract::Level;
use crate::lexicon::Classes;
use crate::lexicon::signs::Word;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("MOD003", Level::Check, 5, run);

/// Words shared beside the participle, at least.
const SHARED: usize = 2;

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let verbs = mood::in_prose(c).iter();
    for &verb in verbs.filter(|v| c.mark(v.span).is_none()) {
        let sentence = c.sentence(verb.span.start);
        let later = asserted(c, verb, sentence);
        if let Some(later) = later.filter(|_| !mood::hypothetical(c, sentence)) {
            let found = finds.add("rules.MOD003", later);
            found.with("words", verb.span.of(c.text));
        }
    }
}

/// Finds the same participle after an auxiliary in the indicative, in a later sentence that shares most of the words.
fn asserted(c: Context<'_>, verb: Conditional, sentence: Span) -> Option<Span> {
    let mut again = c.ground.again(verb.participle, sentence.end).into_iter();
    again.find_map(|word| {
        if !stated(c, word) {
            return None;
        }
        let place = Span::new(word.start, word.end);
        let later = c.sentence(place.start);
        let own = c.mark(place).is_none() && c.claims_over(later).next().is_none();
        let stated = own
            && alike(c, (sentence, verb.participle), (later, word))
            && !mood::hypothetical(c, later);
        stated.then_some(later)
    })
}

/// Two sentences, each with its participle, share most of the words beside it.
fn alike(c: Context<'_>, (first, own): (Span, Word), (second, other): (Span, Word)) -> bool {
    let wanted: Vec<_> = content(c, first, own).collect();
    let said: Vec<_> = content(c, second, other).collect();
    let shared = said.iter().filter(|w| wanted.contains(w)).count();
    shared >= SHARED && shared * 2 >= wanted.len().min(said.len())
}

/// An auxiliary in the indicative stands before the participle.
fn stated(c: Context<'_>, participle: Word) -> bool {
    let mut before = c.ground.backwards(participle).take(3);
    let auxiliary = before.find(|word| c.is(*word, Classes::AVOIR) || c.is(*word, Classes::ETRE));
    auxiliary.is_some_and(|word| {
        let denied = |word| matches!(&*c.key(word), "n'" | "ne");
        !c.ground.backwards(word).next().is_some_and(denied)
            && !c.is(word, Classes::COND)
            && c.is(word, Classes::FINITE)
    })
}

/// The words of a sentence that say what it is about.
fn content(c: Context<'_>, sentence: Span, but: Word) -> impl Iterator<Item = Cow<'_, str>> {
    let words = c.words(sentence).filter(move |word| *word != but);
    let about = |key: &Cow<'_, str>| {
        key.chars().count() > 3 || key.starts_with(|x: char| x.is_ascii_digit())
    };
    words.map(move |word| c.key(word)).filter(about)
}
