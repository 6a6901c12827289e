//! NUM001: a toll or a figure of troops without a source.
//!
//! In: figures beside words for the dead, the hurt or soldiers. Out: a remark where neither the sentence nor its paragraph says who
//! counted: « Le séisme a fait 214 morts. »

use super::{Context, Finds, Rule, mood};
use crate::contract::{Level, Zone};
use crate::lexicon::Classes;
use crate::lexicon::signs::{Kinds, SignKind, Word};
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("NUM001", Level::Check, 5, run);

const COUNTED: Kinds = Kinds::one(SignKind::Casualty).and(Kinds::one(SignKind::Troops));

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut last = Span::default();
    for sign in c.ground.signs(c.whole(), COUNTED) {
        let Some(number) = number(c, sign.first) else {
            continue;
        };
        let sentence = c.sentence(sign.span.start);
        let zone = c.zone(sign.span.start);
        let read = matches!(zone, Some(Zone::Lead | Zone::Body));
        if !read
            || sentence == last
            || c.mark(sign.span).is_some()
            || sourced(c, sentence, sign.kind)
        {
            continue;
        }
        last = sentence;
        let place = Span::new(number.start, sign.first.end);
        finds
            .add("rules.NUM001", place)
            .with("words", place.of(c.text));
    }
}

/// Gives the figure before a word, at most three words away, when it is no year, age or date.
fn number(c: Context<'_>, word: Word) -> Option<Word> {
    let mut before = c.ground.backwards(word).take(3);
    let number = before.find(|word| figure(c, *word))?;
    let place = Span::new(number.start, word.end).of(c.text);
    let unit = c.key(c.ground.after(number));
    let other = matches!(
        &*unit,
        "ans" | "heures" | "jours" | "mois" | "minutes" | "euros" | "kilomètres" | "km"
    );
    (!other && !place.contains(['.', ',', '(', ';', ':'])).then_some(number)
}

/// Digits that are no year, or a number in letters above one.
fn figure(c: Context<'_>, word: Word) -> bool {
    let key = c.key(word);
    if key.bytes().all(|b| b.is_ascii_digit()) && !key.is_empty() {
        return !(key.len() == 4 && (key.starts_with("19") || key.starts_with("20"))) && key != "1";
    }
    let many = matches!(
        &*key,
        "dizaines"
            | "centaines"
            | "milliers"
            | "dizaine"
            | "centaine"
            | "millier"
            | "vingtaine"
            | "trentaine"
    );
    many || c.is(word, Classes::NUM) && !matches!(&*key, "un" | "une")
}

/// A source, a claim or a date of long ago in the sentence; a claim in the paragraph or about the same toll.
fn sourced(c: Context<'_>, sentence: Span, kind: SignKind) -> bool {
    let paragraph = c.block(sentence.start).map_or(sentence, |b| b.span);
    let year = c.words(sentence).any(|word| {
        let key = word.of(c.text);
        key.len() == 4
            && (key.starts_with("19") || key.starts_with("20"))
            && key.bytes().all(|b| b.is_ascii_digit())
    });
    let told = || {
        c.claims()
            .any(|(_, x)| x.content.iter().any(|s| c.has(*s, kind)))
    };
    year || c.has(sentence, SignKind::Sourcing)
        || c.has(sentence, SignKind::Settled)
        || c.claims_over(paragraph).next().is_some()
        || mood::conditionals(c, sentence).next().is_some()
        || told()
}
