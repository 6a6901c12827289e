//! TRA001: quoted words that must be a translation.
//!
//! In: direct claims of speakers of countries where French is not spoken. Out: a note, once for each speaker, where nothing tells
//! in which language the words were said: « “Nous avons gagné”, a dit le président russe. »

use std::borrow::Cow;

use super::context::find_word;
use super::ground::key;
use super::{Context, Finds, Rule};
use crate::analysis::Claim;
use crate::contract::Level;
use crate::lexicon::SenseKind;
use crate::lexicon::fold::fold;
use crate::lexicon::signs::{Kinds, SignKind, Word, cut, words};
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("TRA001", Level::Note, 1, run);

const WORDS: usize = 4;

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen = Vec::new();
    for (i, claim) in c.claims() {
        let source = claim.source.filter(|s| !seen.contains(&s.entity));
        let Some((source, quote)) = source.and_then(|s| Some((s, quoted(c, claim)?))) else {
            continue;
        };
        seen.push(source.entity);
        if let Some(country) = foreign(c, claim) {
            if c.has(c.whole(), SignKind::Language) {
                return;
            }
            let found = finds.add("rules.TRA001", quote).about(i);
            found
                .with("source", c.name(source))
                .with("country", country);
        }
    }
}

/// Gives the first quotation of four words or more.
fn quoted(c: Context<'_>, claim: &Claim) -> Option<Span> {
    let mut quotes = claim.quotes.iter().copied();
    quotes.find(|q| c.words(*q).nth(WORDS - 1).is_some())
}

/// Gives the country that the words of the source name, when French is not spoken there.
fn foreign<'a>(c: Context<'a>, claim: &Claim) -> Option<&'a str> {
    let source = claim.source?;
    let name = c.name(source);
    let span = source.span.map_or("", |s| s.of(c.text));
    let aliases = c.entity(Some(source)).map(|e| e.aliases(c.text));
    let mut countries = Vec::new();
    nations(c, name, &mut countries);
    for words in std::iter::once(span).chain(aliases.unwrap_or_default()) {
        // A part of the name has none but its countries.
        if find_word(name, words).is_none() {
            nations(c, words, &mut countries);
        }
    }
    let first = *countries.first()?;
    let french = |country: &&str| francophone(c, country);
    (!countries.iter().any(french)).then_some(first)
}

/// Adds the countries behind the adjectives and names in some words.
fn nations<'a>(c: Context<'a>, text: &str, countries: &mut Vec<&'a str>) {
    const KINDS: [SenseKind; 2] = [SenseKind::Nation, SenseKind::Country];
    let country = |word: &str| {
        let mut senses = c.lexicon.senses(c.lexicon.find(&key(word))?);
        let id = senses.find(|s| KINDS.contains(&s.kind))?.id;
        c.lexicon.name(id).map(|n| n.country.as_str())
    };
    let nations = &c.lexicon.sieves().nations;
    cut(text, |word| {
        if nations.has(word.head) {
            countries.extend(country(word.of(text)));
        }
    });
}

fn francophone(c: Context<'_>, country: &str) -> bool {
    let key = fold(country);
    let words: Vec<Word> = words(&key, 0, key.len()).collect();
    let mut found = false;
    for (i, word) in words.iter().enumerate() {
        let near = |n: isize| {
            let word = words.get(i.checked_add_signed(n)?)?;
            Some(Cow::Borrowed(word.of(&key)))
        };
        let french = (word.head, Kinds::one(SignKind::Francophone));
        let whole = |_, _, count| found |= count == words.len();
        c.lexicon.signs().at(french, near, whole);
    }
    found
}
