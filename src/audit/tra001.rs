//! TRA001: quoted words that must be a translation.
//!
//! In: direct claims of speakers of countries where French is not spoken. Out: a note, once for each speaker, where nothing tells
//! in which language the words were said: « “Nous avons gagné”, a dit le président russe. »

use super::{Context, Finds, Rule};
use crate::analysis::Claim;
use crate::contract::Level;
use crate::lexicon::SenseKind;
use crate::lexicon::fold::fold;
use crate::lexicon::signs::{SignKind, words};
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("TRA001", Level::Note, 1, run);

const WORDS: usize = 4;

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen = Vec::new();
    let mut candidates = c
        .claims()
        .filter(|(_, x)| quoted(c, x).is_some())
        .peekable();
    if candidates.peek().is_none() || c.has(Span::new(0, c.text.len() as u32), SignKind::Language) {
        return;
    }
    for (i, claim) in candidates {
        let Some((source, quote)) = claim.source.zip(quoted(c, claim)) else {
            continue;
        };
        if seen.contains(&source.entity) {
            continue;
        }
        seen.push(source.entity);
        if let Some(country) = foreign(c, claim) {
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
    quotes.find(|q| c.ground.within(*q).len() >= WORDS)
}

/// Gives the country that the words of the source name, when French is not spoken there.
fn foreign<'a>(c: Context<'a>, claim: &Claim) -> Option<&'a str> {
    let source = claim.source?;
    let name = c.name(source);
    let span = source.span.map_or("", |s| s.of(c.text));
    let aliases = c
        .entity(Some(source))
        .into_iter()
        .flat_map(|e| e.aliases.iter());
    let all = [name, span].into_iter().chain(aliases.map(String::as_str));
    let countries: Vec<&str> = all.flat_map(|words| nations(c, words)).collect();
    let first = *countries.first()?;
    let french = |country: &&str| francophone(c, country);
    (!countries.iter().any(french)).then_some(first)
}

/// The countries behind the adjectives and names in some words.
fn nations<'a>(c: Context<'a>, text: &str) -> Vec<&'a str> {
    const KINDS: [SenseKind; 2] = [SenseKind::Nation, SenseKind::Country];
    let cut = words(text).filter_map(|(a, b)| text.get(a..b));
    let sense = |word: &str| {
        let entry = c.lexicon.find(&fold(word))?;
        let mut senses = c.lexicon.senses(entry);
        let id = senses.find(|s| KINDS.contains(&s.kind))?.id;
        c.lexicon.name(id).map(|n| n.country.as_str())
    };
    cut.filter_map(sense).collect()
}

fn francophone(c: Context<'_>, country: &str) -> bool {
    let key = fold(country);
    let keys: Vec<&str> = words(&key).filter_map(|(a, b)| key.get(a..b)).collect();
    let mut found = false;
    for (i, word) in keys.iter().enumerate() {
        let near = |n: isize| keys.get(i.checked_add_signed(n)?).copied();
        c.lexicon.signs().at(word, near, |kind, _, count| {
            found |= kind == SignKind::Francophone && count == keys.len();
        });
    }
    found
}
