//! Pieces: cue groups, noun phrases and clause ends, over the tokens of one sentence.
//!
//! In: tokens with classes, paired marks. Out: what the constructions combine; in « Le maire, interrogé lundi, a promis de
//! réparer » the subject of `a promis` is found over the phrase between the commas.

pub(crate) mod adjunct;
pub(crate) mod anchors;
mod apposition;
mod border;
mod breaker;
mod clause;
mod coordination;
pub(crate) mod cue;
mod input;
mod insertion;
mod inversion;
pub(crate) mod memo;
pub(crate) mod noun;
pub(crate) mod search;
pub(crate) mod subject;
mod time;

use crate::attribute::complement::{self, Complement};
use crate::lex::Sentence;
use crate::lex::marks::Pair;
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::Closed;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use anchors::{Anchors, KindSet};
use cue::Cue;
use memo::Memo;
use noun::{NounPhrase, noun_phrase};

/// A run of tokens: first, and first after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Run {
    /// First token.
    pub start: usize,
    /// First token after the run.
    pub end: usize,
}

impl Run {
    /// Builds a run.
    #[must_use]
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Tells whether nothing is in the run.
    #[must_use]
    pub(crate) const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Tells whether `other` lies wholly inside.
    #[must_use]
    pub(crate) const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two share a token.
    #[must_use]
    pub(crate) const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// One sentence with everything that the constructions look at.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The article's text.
    pub text: &'a str,
    /// All tokens of the article.
    pub tokens: &'a [Token],
    /// All pairs of marks.
    pub pairs: &'a [Pair],
    /// The language data.
    pub lexicon: &'a Lexicon,
    /// The sentence.
    pub sentence: Sentence,
    /// Its tokens.
    pub own: &'a [Token],
    /// Its cue groups.
    pub cues: &'a [Cue],
    /// What its tokens are, in one look.
    pub anchors: Anchors,
    /// What was asked before.
    pub memo: &'a Memo,
}

impl<'a> Scene<'a> {
    /// Gives what names are read from.
    #[must_use]
    pub(crate) fn words(&self) -> crate::resolve::Words<'a> {
        crate::resolve::Words {
            text: self.text,
            lexicon: self.lexicon,
        }
    }

    /// Looks at another sentence of the article, as if it had no cues.
    #[must_use]
    pub(crate) fn at_sentence(&self, sentence: Sentence) -> Self {
        let own = self.tokens.get(sentence.start..sentence.end);
        Self {
            sentence,
            own: own.unwrap_or(&[]),
            cues: &[],
            anchors: Anchors::ANY,
            ..*self
        }
    }

    /// Looks at a token of the sentence.
    #[must_use]
    #[inline]
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.own.get(at.wrapping_sub(self.sentence.start))
    }

    /// Looks at the token before `at`.
    #[must_use]
    #[inline]
    pub(crate) fn before(&self, at: usize) -> Option<&'a Token> {
        at.checked_sub(1).and_then(|i| self.token(i))
    }

    /// Gives the sort of a token; `Break` outside the sentence.
    #[must_use]
    #[inline]
    pub(crate) fn kind(&self, at: usize) -> Kind {
        self.token(at).map_or(Kind::Break, |t| t.kind)
    }

    /// Tells whether the token at `at` is a word of one of the classes.
    #[must_use]
    #[inline]
    pub(crate) fn is(&self, at: usize, classes: Classes) -> bool {
        self.token(at)
            .is_some_and(|t| (t.kind == Kind::Word) & t.is(classes))
    }

    /// Gives the tokens of a run, as far as they are of the sentence.
    #[inline]
    fn inside(&self, run: Run) -> &'a [Token] {
        let end = run.end.min(self.sentence.end);
        let start = run.start.max(self.sentence.start);
        self.tokens.get(start..end).unwrap_or(&[])
    }

    /// Tells whether a word of the run is of one of the classes.
    #[must_use]
    pub(crate) fn holds(&self, run: Run, classes: Classes) -> bool {
        // All are looked at: where the first of them stands nobody can foresee.
        self.inside(run).iter().fold(false, |found, t| {
            found | (t.kind == Kind::Word) & t.is(classes)
        })
    }

    /// Gives the first token of a run within the sentence that fulfils `test`; the end of the run when none does.
    #[inline]
    fn first_in(&self, run: Run, test: impl FnMut(&Token) -> bool) -> usize {
        let found = search::first(self.inside(run), test);
        found.map_or(run.end.max(run.start), |n| {
            run.start.max(self.sentence.start) + n
        })
    }

    /// Gives the last token of a run within the sentence that fulfils `test`.
    #[inline]
    fn last_in(&self, run: Run, test: impl FnMut(&Token) -> bool) -> Option<usize> {
        let found = search::last(self.inside(run), test);
        found.map(|n| run.start.max(self.sentence.start) + n)
    }

    /// Tells whether the token at `at` begins with a capital.
    fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::capital)
    }

    /// Tells whether the word at `at` is an adverb and nothing that links: `notamment`, not `après`.
    fn plain_adverb(&self, at: usize) -> bool {
        self.is(at, Classes::ADV) && !self.is(at, Classes::PREP.or(Classes::SUB))
    }

    /// Gives the words of a token.
    #[must_use]
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |t| t.span.of(self.text))
    }

    /// Tells whether the token is one of some closed-class words.
    #[must_use]
    #[inline]
    pub(crate) fn one_of(&self, at: usize, words: Closed) -> bool {
        self.token(at)
            .is_some_and(|t| (t.kind == Kind::Word) & words.has(t.entry))
    }

    /// Gives the places of the tokens of the sentence that fulfil `test`.
    pub(crate) fn places<'s>(
        &'s self,
        test: impl FnMut(&Token) -> bool + 's,
    ) -> impl Iterator<Item = usize> + 's {
        search::places(self.own, self.sentence.start, test)
    }

    /// Reads a noun phrase at `at`, not beyond `end`.
    #[must_use]
    pub(crate) fn noun(&self, at: usize, end: usize) -> Option<NounPhrase> {
        // A mark opens one too: `« Mediapart » affirme que P`.
        const OPENING: KindSet = KindSet::of(&[Kind::Word, Kind::Number, Kind::Open]);
        let end = end.min(self.sentence.end);
        let token = self.tokens.get(at)?;
        if (at >= end) | !OPENING.has(token) {
            return None;
        }
        self.memo.noun(at, end, || {
            noun_phrase(self.tokens.get(..end).unwrap_or(self.tokens), at)
        })
    }

    /// Gives what a cue of the sentence governs.
    #[must_use]
    pub(crate) fn complement(&self, cue: &Cue) -> Option<&'a Complement> {
        self.memo
            .complement(cue.number, || complement::of(self, cue))
    }

    /// Finds what the cues of the sentence govern, before the constructions ask.
    pub(crate) fn find_complements(&self) {
        for cue in self.cues {
            let _ = self.complement(cue);
        }
    }

    /// Tells whether a cue has something to govern.
    fn has_complement(&self, cue: &Cue) -> bool {
        self.complement(cue).is_some()
    }

    /// Tells whether the frame is in the set of a cue.
    #[must_use]
    #[inline]
    #[expect(
        clippy::unused_self,
        reason = "reads as the other questions that a construction asks the scene"
    )]
    pub(crate) fn takes(&self, cue: &Cue, frame: Frame) -> bool {
        cue.frames & frame.bit() != 0
    }

    /// Gives the pair of marks that opens at `at`.
    #[must_use]
    #[inline]
    pub(crate) fn pair_at(&self, at: usize) -> Option<(usize, &'a Pair)> {
        if self.kind(at) != Kind::Open {
            return None;
        }
        let index = self.pairs.binary_search_by(|p| p.open.cmp(&at)).ok()?;
        self.pairs.get(index).map(|p| (index, p))
    }

    /// Gives the pair of marks that closes at `at`.
    #[must_use]
    pub(crate) fn pair_closing(&self, at: usize) -> Option<(usize, &'a Pair)> {
        if self.kind(at) != Kind::Close {
            return None;
        }
        let opened = self.pairs.partition_point(|p| p.open < at);
        let mut before = self.pairs.iter().enumerate().take(opened).rev();
        before.find(|(_, p)| p.closed && p.close == at)
    }

    /// Gives the next token at the same level: the one behind a whole quotation when a mark opens here.
    #[must_use]
    #[inline]
    pub(crate) fn step(&self, at: usize) -> usize {
        match self.pair_at(at) {
            Some((_, pair)) => (pair.close + 1).max(at + 1),
            None => at + 1,
        }
    }

    /// Gives the previous token at the same level.
    #[must_use]
    pub(crate) fn step_back(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1).filter(|b| *b >= self.sentence.start)?;
        match self.pair_closing(before) {
            Some((_, pair)) if pair.open >= self.sentence.start => Some(pair.open),
            _ => Some(before),
        }
    }

    /// Gives the mark level of a token: the number of the mark that it stands in.
    #[must_use]
    #[inline]
    pub(crate) fn level(&self, at: usize) -> u16 {
        match self.token(at) {
            Some(t) => t.mark,
            None => 0,
        }
    }

    /// Gives the span of a run of tokens, without final signs and outer marks.
    #[must_use]
    pub(crate) fn span(&self, run: Run) -> Span {
        let first = self.tokens.get(run.start).map_or(0, |t| t.span.start);
        let last = run
            .end
            .checked_sub(1)
            .and_then(|i| self.tokens.get(i))
            .map_or(first, |t| t.span.end);
        Span::new(first, last.max(first))
    }

    /// Shrinks a run: final signs, lone dashes and marks around the whole go.
    #[must_use]
    pub(crate) fn trimmed(&self, mut run: Run) -> Run {
        loop {
            while !run.is_empty() && self.trims_right(run) {
                run.end -= 1;
            }
            while !run.is_empty() && self.trims_left(run) {
                run.start += 1;
            }
            let inner = self.unmarked(run);
            if inner == run {
                return run;
            }
            run = inner;
        }
    }

    /// Takes away a mark that opens at the start of a run and closes at its end or beyond.
    fn unmarked(&self, run: Run) -> Run {
        match self.pair_at(run.start) {
            Some((_, p)) if p.close + 1 == run.end || !p.closed && p.close + 1 >= run.end => {
                Run::new(run.start + 1, run.end - usize::from(p.closed))
            }
            Some((_, p)) if p.close >= run.end => Run::new(run.start + 1, run.end),
            _ => run,
        }
    }

    fn trims_left(&self, run: Run) -> bool {
        self.token(run.start).is_none_or(|t| LEFT.has(t))
    }

    fn trims_right(&self, run: Run) -> bool {
        let last = run.end - 1;
        let Some(token) = self.token(last) else {
            return true;
        };
        RIGHT.has(token)
            || token.kind == Kind::Close
                && self
                    .pair_closing(last)
                    .is_none_or(|(_, p)| p.open < run.start)
    }
}

/// The signs that no content begins with.
const LEFT: KindSet = KindSet::of(&[
    Kind::Comma,
    Kind::Colon,
    Kind::Dash,
    Kind::Period,
    Kind::Semicolon,
    Kind::Break,
]);

/// The signs that no content ends with.
const RIGHT: KindSet = KindSet::of(&[
    Kind::Comma,
    Kind::Period,
    Kind::Exclaim,
    Kind::Semicolon,
    Kind::Colon,
    Kind::Dash,
    Kind::Break,
    Kind::Open,
]);
