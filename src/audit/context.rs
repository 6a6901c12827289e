//! What a rule sees of one article.
//!
//! In: the article, its analysis and the language data. Out: references that cost nothing to copy, and the questions that
//! several rules ask: in which sentence « Selon KCNA, le tir a réussi » stands, whose words it reports, whether a name is in it.

use std::borrow::Cow;

use super::ground::{Ground, Sign};
use crate::analysis::{Analysis, Claim, Entity, Mark, Source};
use crate::article::{Article, Block, BlockKind, Layout};
use crate::contract::{SourceType, Zone};
use crate::lexicon::meta::CueRow;
use crate::lexicon::rows::{Act, Frame, Stance};
use crate::lexicon::signs::{Kinds, SignKind, Word};
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
    pub(super) fn entity(self, source: Option<Source>) -> Option<Entity<'a>> {
        self.analysis.entities.get(source?.entity?)
    }

    /// Gives the name of a source, else its words.
    pub(super) fn name(self, source: Source) -> &'a str {
        let words = || source.span.map_or("", |s| s.of(self.text));
        self.entity(Some(source)).map_or_else(words, |e| e.name)
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

    /// Gives the signs of one kind that lie in a place.
    pub(super) fn signs(self, place: Span, kind: SignKind) -> Vec<Sign> {
        self.ground.signs(place, Kinds::one(kind))
    }

    /// Gives the place of the whole text.
    pub(super) fn whole(self) -> Span {
        Span::new(0, self.text.len() as u32)
    }

    /// Finds the first named person or organisation in a place: the entity and where it is named.
    pub(super) fn named(self, place: Span, kinds: &[SourceType]) -> Option<(usize, Span)> {
        let mut found: Option<(usize, Span)> = None;
        for (i, entity) in self.analysis.entities.iter().enumerate() {
            if !kinds.contains(&entity.kind) || !capital(entity.name) {
                continue;
            }
            let Some(span) = self.place_of(entity, place) else {
                continue;
            };
            if found.is_none_or(|(_, s)| span.start < s.start) && proper(entity.name) {
                found = Some((i, span));
            }
        }
        found
    }

    /// Finds where an entity is named in a place: by its whole name, or for a person by the last word of it.
    pub(super) fn place_of(self, entity: Entity<'_>, place: Span) -> Option<Span> {
        let words = place.of(self.text);
        let whole = find_word(words, entity.name);
        let last = last(entity.name);
        let person = entity.kind == SourceType::Person && capital(last) && last.len() > 2;
        let (at, length) = whole
            .map(|at| (at, entity.name.len()))
            .or_else(|| Some((find_word(words, last).filter(|_| person)?, last.len())))?;
        let start = place.start + at as u32;
        Some(Span::new(start, start + length as u32))
    }

    /// Gives the words that lie in a place.
    pub(super) fn words(self, place: Span) -> impl Iterator<Item = Word> + Clone + use<'a> {
        self.ground.words(place)
    }

    /// Gives the key of a word.
    pub(super) fn key(self, word: Word) -> Cow<'a, str> {
        self.ground.key(word)
    }

    /// Tells whether a word may be of a class, alone or with the words that hyphens join to it.
    pub(super) fn is(self, word: Word, class: Classes) -> bool {
        let holds = |key: &str| {
            let entry = self.lexicon.find(key);
            entry.is_some_and(|e| self.lexicon.classes(e).has(class))
        };
        let key = self.key(word);
        holds(&key) || {
            let next = self.joined(word);
            next.is_some_and(|next| holds(&format!("{key}-{}", self.key(next))))
        }
    }

    /// Gives the word that a hyphen joins to a word.
    fn joined(self, word: Word) -> Option<Word> {
        let rest = Span::new(word.end, self.text.len() as u32).of(self.text);
        let hyphen = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '\u{2011}'))?;
        let next = self.ground.after(word);
        (next.start == word.end + hyphen.len_utf8() as u32).then_some(next)
    }

    /// Tells whether a cue, or `selon` and its like, stands in a place.
    pub(super) fn told(self, place: Span) -> bool {
        let mut words = self.words(place);
        words.any(|word| self.prepositional(word) || self.cue(word))
    }

    /// Tells whether a word is `selon`, or the second one of `d'après`.
    pub(super) fn prepositional(self, word: Word) -> bool {
        match &*self.key(word) {
            "selon" => true,
            "après" => self.key(self.ground.before(word, 1)) == "d'",
            _ => false,
        }
    }

    /// Tells whether a word may be a cue by itself; `laisser` is one only in `laisser entendre`.
    pub(super) fn cue(self, word: Word) -> bool {
        let entry = self.lexicon.find(&self.key(word));
        let sense = entry.and_then(|e| self.lexicon.sense(e, SenseKind::Cue));
        let head = sense.and_then(|s| self.lexicon.meta().heads.get(s.id as usize));
        let told = Frame::Que.bit() | Frame::Incise.bit();
        let alone = |row: &CueRow| row.tail.is_empty() && row.frames & told != 0;
        head.is_some_and(|h| h.rows.iter().any(alone))
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
    capital(name)
        && capital(last(name))
        && !name.split([' ', '\u{a0}']).next().is_some_and(article)
        && name.chars().nth(2).is_some()
}

/// Gives the last word of a name.
pub(super) fn last(name: &str) -> &str {
    let bytes = name.as_bytes();
    let space = |at: &usize| {
        let before = bytes.get(at.saturating_sub(2)..*at);
        matches!(before, Some([.., b' '] | [0xC2, 0xA0]))
    };
    let start = (1..=bytes.len()).rev().find(space);
    start.and_then(|start| name.get(start..)).unwrap_or(name)
}

/// Tells whether a word with a capital is an article, a pronoun or the like.
fn article(word: &str) -> bool {
    matches!(
        word,
        "Le" | "La"
            | "Les"
            | "Un"
            | "Une"
            | "Des"
            | "Ce"
            | "Cette"
            | "Ces"
            | "Son"
            | "Sa"
            | "Ses"
            | "Il"
            | "Elle"
            | "Ils"
            | "Elles"
            | "On"
            | "Mon"
            | "Ma"
            | "Mes"
            | "Notre"
            | "Nos"
            | "Leur"
            | "Leurs"
            | "Ceux"
            | "Celui"
            | "Celle"
            | "Plusieurs"
            | "Certains"
            | "Deux"
            | "Trois"
            | "De"
            | "Du"
            | "Au"
            | "Aux"
            | "Aucun"
            | "Aucune"
            | "Chaque"
            | "Tous"
            | "Toutes"
            | "Personne"
            | "Je"
            | "Nous"
            | "Vous"
    )
}

pub(super) fn capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    }
}

/// Finds `name` in `words` where no letter stands at either side.
pub(super) fn find_word(words: &str, name: &str) -> Option<usize> {
    let first = *name.as_bytes().first()?;
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut from = 0;
    for at in memchr::memchr_iter(first, words.as_bytes()) {
        let found = words.get(at..).and_then(|w| w.strip_prefix(name));
        let Some(after) = found.filter(|_| at >= from) else {
            continue;
        };
        let before = words.get(..at).and_then(|w| w.chars().next_back());
        if !letter(before) && !letter(after.chars().next()) {
            return Some(at);
        }
        from = at + name.len();
    }
    None
}
