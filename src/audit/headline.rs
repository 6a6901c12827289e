//! QUO003, QUO004, QUO005: a quotation of the headline that the text does not hold, recomposes, or gives to somebody else.
//!
//! In: marks of the headline, and those of the text. Out: at most one remark a mark: the headline says « Tout est perdu » where the
//! text has « Rien n'est perdu ».

use super::{Context, Finds, Rule};
use crate::analysis::Mark;
use crate::contract::{Level, MarkClass, SourceType, Zone};
use crate::lexicon::signs::Word;
use crate::span::Span;

pub(super) const ABSENT: Rule = Rule::new("QUO003", Level::Check, 7, |c, finds| {
    each(c, finds, Held::Nowhere, "rules.QUO003");
});

pub(super) const RECOMPOSED: Rule = Rule::new("QUO004", Level::Check, 6, |c, finds| {
    each(c, finds, Held::InParts, "rules.QUO004");
});

pub(super) const OTHER: Rule = Rule::new("QUO005", Level::Check, 8, |c, finds| {
    each(c, finds, Held::ByOther, "rules.QUO005");
});

/// How the text holds a quotation of the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    Nowhere,
    InParts,
    ByOther,
    Whole,
}

/// Shorter quotations are words that headlines set apart.
const WORDS: usize = 3;

fn each(c: Context<'_>, finds: &mut Finds<'_>, wanted: Held, message: &'static str) {
    let judged = c.ground.headline.get_or_init(|| {
        let marks = c.analysis.marks.iter().filter(|mark| quoted(c, mark));
        marks.map(|mark| (*mark, held(c, mark))).collect()
    });
    for (mark, _) in judged.iter().filter(|(_, held)| *held == wanted) {
        let found = finds.add(message, mark.inner);
        found.claim = mark.claim;
    }
}

/// Some words of speech in the headline of an article that goes on.
fn quoted(c: Context<'_>, mark: &Mark) -> bool {
    mark.class == MarkClass::Speech
        && c.zone(mark.inner.start) == Some(Zone::Headline)
        && c.words(mark.inner).nth(WORDS - 1).is_some()
        && c.prose().nth(1).is_some()
}

fn held(c: Context<'_>, mark: &Mark) -> Held {
    let said: Vec<Word> = c.words(mark.inner).collect();
    // A headline puts an article before words that the text fits into its own sentence.
    let said = match said.split_first() {
        Some((first, rest)) if ARTICLES.contains(&&*c.key(*first)) => rest,
        _ => &said,
    };
    // Looks into the article after its headline.
    let body = c.analysis.headline.map_or(0, |h| h.end);
    let starts = said.first().map(|first| c.ground.again(*first, body));
    let starts = starts.unwrap_or_default();
    if let Some(place) = starts.iter().find_map(|start| whole(c, *start, said)) {
        return if by_other(c, mark, place) {
            Held::ByOther
        } else {
            Held::Whole
        };
    }
    let parts = starts.iter().any(|start| recomposed(c, *start, said));
    if parts { Held::InParts } else { Held::Nowhere }
}

const ARTICLES: &[&str] = &[
    "un", "une", "le", "la", "les", "l'", "des", "de", "du", "d'",
];

/// Tells whether two words have one key.
fn same(c: Context<'_>, a: Word, b: Word) -> bool {
    a.head == b.head && c.key(a) == c.key(b)
}

/// Gives the words from a word on.
fn from(c: Context<'_>, start: Word) -> impl Iterator<Item = Word> {
    c.words(Span::new(start.start, c.text.len() as u32))
}

/// Finds the words, from one on, in the same order without a gap.
fn whole(c: Context<'_>, start: Word, said: &[Word]) -> Option<Span> {
    let mut words = from(c, start);
    let mut place = Span::new(start.start, start.end);
    for word in said {
        let other = words.next().filter(|other| same(c, *word, *other))?;
        place.end = other.end;
    }
    Some(place)
}

/// Most words stand in the text from one on, in the same order and close together, but not side by side.
fn recomposed(c: Context<'_>, start: Word, said: &[Word]) -> bool {
    let near: Vec<Word> = from(c, start).take(said.len() * 2 + REACH).collect();
    let mut left = near.as_slice();
    let kept = said.iter().filter(|word| {
        let found = left.iter().position(|other| same(c, *other, **word));
        left = found.and_then(|at| left.get(at + 1..)).unwrap_or(left);
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
            .all(|e| super::context::proper(e.name) && e.name.contains(' '))
        && !alike(first.name, second.name)
        && !second.aliases(c.text).iter().any(|a| alike(a, first.name))
}

/// One name is part of the other.
fn alike(a: &str, b: &str) -> bool {
    a.contains(b) || b.contains(a) || a.rsplit(' ').next() == b.rsplit(' ').next()
}
