//! SRC001: quoted speech of four words or more without a source in reach.
//!
//! In: marks of speech. Out: a remark where no claim says who speaks, and nobody in the sentence could: « “On ne tiendra pas
//! ainsi.” » between two paragraphs.

use super::{Context, Finds, Rule};
use crate::analysis::Mark;
use crate::contract::{Level, MarkClass, Zone};
use crate::lexicon::Classes;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("SRC001", Level::Note, 6, run);

/// Shorter quotations are mostly terms.
const WORDS: usize = 4;

/// Words that may be, or lead to, a source.
const SPEAKERS: [Classes; 10] = [
    Classes::ROLE,
    Classes::COLLECTIVE,
    Classes::ORG,
    Classes::DOCUMENT,
    Classes::CARRIER,
    Classes::AGENCY,
    Classes::MEDIA,
    Classes::MEDIA_NOUN,
    Classes::NATION,
    Classes::CUE_NOUN,
];

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for mark in &c.analysis.marks {
        if mark.class != MarkClass::Speech || attributed(c, mark) {
            continue;
        }
        let long = c.words(mark.inner).nth(WORDS - 1).is_some();
        if long && in_text(c, mark) && clause(c, mark.inner) && !sourced(c, mark) {
            let found = finds.add("rules.SRC001", mark.inner);
            found.claim = mark.claim;
        }
    }
}

/// A headline is held against the text by other rules, and a caption is short of room.
fn in_text(c: Context<'_>, mark: &Mark) -> bool {
    let zone = c.zone(mark.inner.start);
    matches!(zone, Some(Zone::Lead | Zone::Body))
}

/// A verb stands in the words: they were said, they name nothing.
fn clause(c: Context<'_>, inner: Span) -> bool {
    let mut words = c.words(inner);
    let verb = |word| c.is(word, Classes::FINITE) && !c.is(word, Classes::NOUN | Classes::ADJ);
    let subject = |word| c.is(word, Classes::SUBJ);
    words.clone().any(verb) && words.any(subject)
}

/// The mark, or a mark around it, has a speaker.
fn attributed(c: Context<'_>, mark: &Mark) -> bool {
    let claims = &c.analysis.claims;
    let speaks = |m: &Mark| claims.get(m.claim?)?.source;
    let mut around = c.analysis.marks.iter();
    speaks(mark).is_some() || around.any(|m| m.inner.contains(mark.inner) && speaks(m).is_some())
}

/// Looks for a speaker in the sentence of a mark.
fn sourced(c: Context<'_>, mark: &Mark) -> bool {
    let sentence = c
        .sentence(mark.inner.start.saturating_sub(2))
        .to(mark.inner);
    let sentence = sentence.to(c.sentence(mark.inner.end.saturating_sub(1)));
    let claimed = c.claims_over(sentence).any(|(_, x)| x.source.is_some());
    claimed || speaker(c, sentence, mark.inner) || introduced(c, sentence)
}

/// Somebody in the sentence, outside the mark, may be the one who speaks.
fn speaker(c: Context<'_>, sentence: Span, inner: Span) -> bool {
    let start = c.ground.word_from(sentence.start).start;
    c.words(sentence).any(|word| {
        let place = Span::new(word.start, word.end);
        let name = word.start > start && super::context::capital(word.of(c.text));
        let possible = || c.cue(word) || SPEAKERS.iter().any(|class| c.is(word, *class));
        !inner.overlaps(place) && (name || possible())
    })
}

/// A colon ends the paragraph or the sentence before.
fn introduced(c: Context<'_>, sentence: Span) -> bool {
    let before = Span::new(0, sentence.start).of(c.text);
    before
        .trim_end_matches(|x: char| x.is_whitespace() || "«\"“".contains(x))
        .ends_with(':')
}
