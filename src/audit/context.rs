//! What a rule sees of one article.
//!
//! In: the article, its analysis and the language data. Out: references that cost nothing to copy, and the questions that
//! several rules ask: in which sentence « Selon KCNA, le tir a réussi » stands, whose words it reports, whether a name is in it.

use super::ground::Ground;
use crate::analysis::{Analysis, Claim, Entity, Mark, Source};
use crate::article::{Article, Block, BlockKind, Layout};
use crate::contract::{SourceType, Zone};
use crate::lexicon::meta::CueRow;
use crate::lexicon::rows::{Act, Frame, Stance};
use crate::lexicon::signs::SignKind;
use crate::lexicon::{Classes, Lexicon, SenseKind};
use crate::span::Span;

/// One article as the rules see it.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(super) article: &'a Article,
    pub(super) text: &'a str,
    pub(super) analysis: &'a Analysis,
    pub(super) lexicon: &'a Lexicon,
    pub(super) layout: &'a Layout,
    pub(super) ground: &'a Ground<'a>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        article: &'a Article,
        analysis: &'a Analysis,
        lexicon: &'a Lexicon,
        ground: &'a Ground<'a>,
    ) -> Self {
        Self {
            article,
            text: &article.text,
            analysis,
            lexicon,
            layout: &analysis.layout,
            ground,
        }
    }

    /// Gives the claims with their indices.
    pub(super) fn claims(self) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.analysis.claims.iter().enumerate()
    }

    /// Gives the claims of which some words lie in a place.
    pub(super) fn claims_over(self, place: Span) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.claims()
            .filter(move |(_, c)| parts(c).any(|s| s.overlaps(place)))
    }

    /// Gives the entity of a source.
    pub(super) fn entity(self, source: Option<Source>) -> Option<&'a Entity> {
        self.analysis.entities.get(source?.entity?)
    }

    /// Gives the name of a source, else its words.
    pub(super) fn name(self, source: Source) -> &'a str {
        let words = || source.span.map_or("", |s| s.of(self.text));
        self.entity(Some(source)).map_or_else(words, |e| &e.name)
    }

    /// Gives the block that holds a byte.
    pub(super) fn block(self, at: u32) -> Option<&'a Block> {
        let behind = self.layout.blocks.partition_point(|b| b.span.end <= at);
        let block = self.layout.blocks.get(behind)?;
        (block.span.start <= at).then_some(block)
    }

    /// Gives the blocks that the grammar reads, without headings, captions and the title.
    pub(super) fn prose(self) -> impl Iterator<Item = &'a Block> {
        self.layout.blocks.iter().filter(|b| {
            b.kind == BlockKind::Prose && !matches!(b.zone, Zone::Headline | Zone::Caption)
        })
    }

    /// Gives the zone of a byte; furniture has none.
    pub(super) fn zone(self, at: u32) -> Option<Zone> {
        let block = self.block(at)?;
        (block.kind == BlockKind::Prose).then_some(block.zone)
    }

    /// Gives the sentence that holds a byte, within its block.
    pub(super) fn sentence(self, at: u32) -> Span {
        let Some(block) = self.block(at) else {
            return Span::new(at, at);
        };
        let (mut start, mut rest) = (block.span.start, block.span.of(self.text));
        while let Some(length) = super::sentence::end(rest) {
            let end = start + length as u32;
            if end > at {
                return Span::new(start, end);
            }
            let next = rest.get(length..).unwrap_or("");
            let blank = next.len() - next.trim_start().len();
            start = end + blank as u32;
            rest = next.trim_start();
        }
        Span::new(start.min(at), block.span.end)
    }

    /// Gives the mark of speech or term that holds a place.
    pub(super) fn mark(self, place: Span) -> Option<&'a Mark> {
        let mut marks = self.analysis.marks.iter();
        marks.find(|m| m.inner.contains(place))
    }

    /// Tells whether a sign of one kind lies in a place.
    pub(super) fn has(self, place: Span, kind: SignKind) -> bool {
        self.ground.has(place, kind)
    }

    /// Finds the first named person or organisation in a place: the entity and where it is named.
    pub(super) fn named(self, place: Span, kinds: &[SourceType]) -> Option<(usize, Span)> {
        let mut found: Option<(usize, Span)> = None;
        for (i, entity) in self.analysis.entities.iter().enumerate() {
            if !kinds.contains(&entity.kind) || !proper(&entity.name) {
                continue;
            }
            let Some(span) = self.place_of(entity, place) else {
                continue;
            };
            if found.is_none_or(|(_, s)| span.start < s.start) {
                found = Some((i, span));
            }
        }
        found
    }

    /// Finds where an entity is named in a place: by its whole name, or for a person by the last word of it.
    pub(super) fn place_of(self, entity: &Entity, place: Span) -> Option<Span> {
        let words = place.of(self.text);
        let whole = find_word(words, &entity.name);
        let last = entity.name.rsplit([' ', '\u{a0}']).next().unwrap_or("");
        let person = entity.kind == SourceType::Person && capital(last) && last.len() > 2;
        let (at, length) = whole
            .map(|at| (at, entity.name.len()))
            .or_else(|| Some((find_word(words, last).filter(|_| person)?, last.len())))?;
        let start = place.start + at as u32;
        Some(Span::new(start, start + length as u32))
    }

    /// Tells whether a word may be of a class, alone or with the words that hyphens join to it.
    pub(super) fn is(self, at: usize, class: Classes) -> bool {
        let holds = |key: &str| {
            let entry = self.lexicon.find(key);
            entry.is_some_and(|e| self.lexicon.classes(e).has(class))
        };
        if holds(self.ground.key(at)) {
            return true;
        }
        let joined = |at: usize| self.joined(at).then(|| at + 1);
        let Some(next) = joined(at) else {
            return false;
        };
        let pair = format!("{}-{}", self.ground.key(at), self.ground.key(next));
        holds(&pair)
    }

    /// Tells whether a hyphen joins a word to the next.
    fn joined(self, at: usize) -> bool {
        let end = |at: usize| self.ground.words.get(at).map(|w| w.span);
        let pair = end(at).zip(end(at + 1));
        pair.is_some_and(|(a, b)| {
            matches!(Span::new(a.end, b.start).of(self.text), "-" | "\u{2011}")
        })
    }

    /// Tells whether a cue, or `selon` and its like, stands in a place.
    pub(super) fn told(self, place: Span) -> bool {
        let mut words = self.ground.within(place);
        words.any(|at| {
            let key = self.ground.key(at);
            let before = self.ground.key(at.saturating_sub(1));
            let prepositional = key == "selon" || key == "après" && before == "d'";
            prepositional || self.cue(at)
        })
    }

    /// Tells whether a word may be a cue by itself; `laisser` is one only in `laisser entendre`.
    pub(super) fn cue(self, at: usize) -> bool {
        let entry = self.lexicon.find(self.ground.key(at));
        let sense = entry.and_then(|e| self.lexicon.sense(e, SenseKind::Cue));
        let head = sense.and_then(|s| self.lexicon.meta().heads.get(s.id as usize));
        let told = Frame::Que.bit() | Frame::Incise.bit();
        let alone = |row: &CueRow| row.tail.is_empty() && row.frames & told != 0;
        head.is_some_and(|h| h.rows.iter().any(alone))
    }

    /// Gives the words of the text behind a word.
    pub(super) fn word(self, at: usize) -> &'a str {
        self.ground
            .words
            .get(at)
            .map_or("", |w| w.span.of(self.text))
    }

    /// Gives what the speaker of a claim does, by the language data.
    pub(super) fn act(self, claim: &Claim) -> Option<(Act, Stance)> {
        let row = self.lexicon.cue_row(&claim.cue.as_ref()?.lemma)?;
        Some((row.act, row.stance))
    }
}

/// Gives the source and the relays of a claim.
pub(super) fn speakers(claim: &Claim) -> impl Iterator<Item = Source> {
    let relays = claim.relays.iter().map(|r| r.source);
    claim.source.into_iter().chain(relays)
}

/// The words of a claim: content, cue and source.
pub(super) fn parts(claim: &Claim) -> impl Iterator<Item = Span> {
    let cue = claim.cue.as_ref().map(|c| c.span);
    let source = claim.source.and_then(|s| s.span);
    claim.content.iter().copied().chain(cue).chain(source)
}

/// The place of a claim: its cue, else the first words of its content.
pub(super) fn place(claim: &Claim) -> Span {
    let content = claim.content.first().copied();
    content.unwrap_or_default()
}

/// Tells whether a name is a proper one: no article, a capital at the start of its first and last word.
pub(super) fn proper(name: &str) -> bool {
    let mut words = name.split([' ', '\u{a0}']);
    let first = words.next().unwrap_or("");
    let last = words.next_back().unwrap_or(first);
    capital(first) && capital(last) && !ARTICLES.contains(&first) && name.chars().count() > 2
}

const ARTICLES: &[&str] = &[
    "Le",
    "La",
    "Les",
    "Un",
    "Une",
    "Des",
    "Ce",
    "Cette",
    "Ces",
    "Son",
    "Sa",
    "Ses",
    "Il",
    "Elle",
    "Ils",
    "Elles",
    "On",
    "Mon",
    "Ma",
    "Mes",
    "Notre",
    "Nos",
    "Leur",
    "Leurs",
    "Ceux",
    "Celui",
    "Celle",
    "Plusieurs",
    "Certains",
    "Deux",
    "Trois",
    "De",
    "Du",
    "Au",
    "Aux",
    "Aucun",
    "Aucune",
    "Chaque",
    "Tous",
    "Toutes",
    "Personne",
    "Je",
    "Nous",
    "Vous",
];

pub(super) fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Finds `name` in `words` where no letter stands at either side.
pub(super) fn find_word(words: &str, name: &str) -> Option<usize> {
    if name.is_empty() {
        return None;
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    words.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = words.get(..*at).and_then(|w| w.chars().next_back());
        let after = words.get(at + name.len()..).and_then(|w| w.chars().next());
        !letter(before) && !letter(after)
    })
}
