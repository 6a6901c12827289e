//! QUO003, QUO004, QUO005: a quotation of the headline that the text does not hold, recomposes, or gives to somebody else.
//!
//! In: marks of the headline, and those of the text. Out: at most one remark a mark: the headline says « Tout est perdu » where the
//! text has « Rien n'est perdu ».

use super::{Context, Finds, Rule};
use crate::analysis::Mark;
use crate::contract::{Level, MarkClass, SourceType, Zone};
use crate::span::Span;

pub(super) const ABSENT: Rule = Rule::new("QUO003", Level::Check, 7, |c, finds| {
    each(
        c,
        finds,
        |held| matches!(held, Held::Nowhere),
        "rules.QUO003",
    );
});

pub(super) const RECOMPOSED: Rule = Rule::new("QUO004", Level::Check, 6, |c, finds| {
    each(
        c,
        finds,
        |held| matches!(held, Held::InParts),
        "rules.QUO004",
    );
});

pub(super) const OTHER: Rule = Rule::new("QUO005", Level::Check, 8, |c, finds| {
    each(
        c,
        finds,
        |held| matches!(held, Held::ByOther),
        "rules.QUO005",
    );
});

/// How the text holds a quotation of the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Nowhere,
    InParts,
    ByOther,
    Whole,
}

/// Shorter quotations are words that headlines set apart.
const WORDS: usize = 3;

fn each(c: Context<'_>, finds: &mut Finds<'_>, wanted: fn(Held) -> bool, message: &'static str) {
    if c.prose().count() < 2 {
        return;
    }
    for mark in &c.analysis.marks {
        let title = c.zone(mark.inner.start) == Some(Zone::Headline);
        let long = c.ground.within(mark.inner).len() >= WORDS;
        if title && long && mark.class == MarkClass::Speech && wanted(held(c, mark)) {
            let found = finds.add(message, mark.inner);
            found.claim = mark.claim;
        }
    }
}

fn held(c: Context<'_>, mark: &Mark) -> Held {
    let mut said = keys(c, mark.inner);
    // A headline puts an article before words that the text fits into its own sentence.
    if said.first().is_some_and(|w| ARTICLES.contains(w)) {
        said.remove(0);
    }
    let body = body(c);
    let place = at(c, body.clone(), &said);
    if let Some(place) = place {
        return if by_other(c, mark, place) {
            Held::ByOther
        } else {
            Held::Whole
        };
    }
    let parts = body.into_iter().any(|start| recomposed(c, start, &said));
    if parts { Held::InParts } else { Held::Nowhere }
}

const ARTICLES: &[&str] = &[
    "un", "une", "le", "la", "les", "l'", "des", "de", "du", "d'",
];

/// The words of the article after its headline.
fn body(c: Context<'_>) -> std::ops::Range<usize> {
    let end = c.analysis.headline.map_or(0, |h| h.end);
    c.ground.words.partition_point(|w| w.span.start < end)..c.ground.words.len()
}

fn keys(c: Context<'_>, place: Span) -> Vec<&str> {
    c.ground.within(place).map(|at| c.ground.key(at)).collect()
}

/// Finds words in the same order without a gap.
fn at(c: Context<'_>, body: std::ops::Range<usize>, said: &[&str]) -> Option<Span> {
    let fits = |start: &usize| {
        said.iter()
            .enumerate()
            .all(|(n, key)| c.ground.key(start + n) == *key)
    };
    let start = body.into_iter().find(fits)?;
    Some(c.ground.span(start, start + said.len()))
}

/// Most words stand in the text in the same order and close together, but not side by side.
fn recomposed(c: Context<'_>, start: usize, said: &[&str]) -> bool {
    if said
        .first()
        .is_none_or(|first| *first != c.ground.key(start))
    {
        return false;
    }
    let end = start + said.len() * 2 + REACH;
    let mut at = start;
    let kept = said.iter().filter(|key| {
        let found = (at..end).find(|place| c.ground.key(*place) == **key);
        at = found.map_or(at, |place| place + 1);
        found.is_some()
    });
    let kept = kept.count();
    kept >= WORDS && kept * 4 >= said.len() * 3
}

/// Words that a headline may leave out, beside as many as it keeps.
const REACH: usize = 10;

/// Headline and text name two different speakers.
fn by_other(c: Context<'_>, mark: &Mark, place: Span) -> bool {
    let claims = &c.analysis.claims;
    let speaker = |m: &Mark| c.entity(claims.get(m.claim?)?.source);
    let Some(first) = speaker(mark) else {
        return false;
    };
    let Some(second) = c.mark(place).and_then(speaker) else {
        return false;
    };
    first.kind == SourceType::Person
        && second.kind == SourceType::Person
        && [first, second]
            .iter()
            .all(|e| super::context::proper(&e.name) && e.name.contains(' '))
        && !alike(&first.name, &second.name)
        && !second.aliases.iter().any(|a| alike(a, &first.name))
}

/// One name is part of the other.
fn alike(a: &str, b: &str) -> bool {
    a.contains(b) || b.contains(a) || a.rsplit(' ').next() == b.rsplit(' ').next()
}
