//! What is known of an article before anything is attributed.
//!
//! In: an article and buffers to reuse. Out: sentences with their cue groups, and the names met in each: « Le maire Léa Blin a dit
//! que … » has the cue « a dit » and one name.

use super::Lists;
use crate::article::{Article, Layout, Limits};
#[cfg(feature = "cli")]
use crate::audit::Hints;
use crate::discourse::{Mentioned, Mentions};
#[cfg(feature = "cli")]
use crate::lex::token::Token;
use crate::lex::{Lexed, Sentence};
use crate::lexicon::Lexicon;
use crate::pieces::anchors::Anchors;
use crate::pieces::cue::{Cue as Group, cues};
use crate::pieces::memo::Memo;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;

/// Buffers that are reused from article to article, one set per thread.
#[derive(Debug, Default)]
pub struct Scratch {
    lexed: Lexed,
    groups: Vec<Group>,
    ranges: Vec<(usize, usize, Anchors)>,
    memo: Memo,
    mentions: Mentions,
    register: Register,
    pub(super) lists: Lists,
    #[cfg(feature = "cli")]
    hints: Hints,
}

impl Scratch {
    /// Gives the tokens of the article that was read last, and what an audit has learned of their words.
    #[cfg(feature = "cli")]
    pub(crate) fn tokens(&mut self) -> (&[Token], &mut Hints) {
        (&self.lexed.tokens, &mut self.hints)
    }

    /// Lexes the article, groups its cues and learns its names.
    pub(super) fn prepare<'a>(
        &'a mut self,
        article: &'a Article,
        lexicon: &'a Lexicon,
        limits: &Limits,
    ) -> Prepared<'a> {
        let layout = article.layout();
        let text = article.text.as_str();
        self.clear(text);
        self.lexed.read(text, &layout, lexicon, limits);
        self.group_cues(text, lexicon);
        let parts = Parts {
            text,
            lexicon,
            lexed: &self.lexed,
            groups: &self.groups,
            ranges: &self.ranges,
            memo: &self.memo,
        };
        let scenes: Vec<Scene<'_>> = parts.scenes().collect();
        self.mentions.learn(&scenes, &mut self.register);
        Prepared {
            parts,
            scenes,
            layout,
            mentions: &self.mentions,
            register: &mut self.register,
        }
    }

    /// Forgets the article before; one with this text follows.
    fn clear(&mut self, text: &str) {
        self.groups.clear();
        self.ranges.clear();
        self.mentions.clear();
        self.register.clear(text);
    }

    /// Groups the cues of each sentence.
    fn group_cues(&mut self, text: &str, lexicon: &Lexicon) {
        for sentence in &self.lexed.sentences {
            let start = self.groups.len();
            let tokens = &self.lexed.tokens;
            let anchors = cues(text, tokens, *sentence, lexicon, &mut self.groups);
            self.ranges.push((start, self.groups.len(), anchors));
        }
        self.memo.clear(self.lexed.tokens.len(), self.groups.len());
    }
}

/// An article cut into sentences with their cue groups and names, before anything is attributed.
pub(crate) struct Prepared<'a> {
    pub(super) parts: Parts<'a>,
    /// The scene of each sentence.
    pub(crate) scenes: Vec<Scene<'a>>,
    pub(super) layout: Layout,
    mentions: &'a Mentions,
    pub(super) register: &'a mut Register,
}

impl<'a> Prepared<'a> {
    /// Gives the names met in a sentence.
    pub(super) fn mentioned_in(&self, number: usize) -> &'a [Mentioned] {
        self.mentions.of(number)
    }
}

/// What the scenes of an article share.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub lexed: &'a Lexed,
    groups: &'a [Group],
    ranges: &'a [(usize, usize, Anchors)],
    memo: &'a Memo,
}

impl<'a> Parts<'a> {
    /// Gives the scene of each sentence.
    fn scenes(self) -> impl Iterator<Item = Scene<'a>> {
        let whole = self.whole();
        let sentences = self.lexed.sentences.iter().zip(self.ranges);
        sentences.map(move |(sentence, (start, end, anchors))| Scene {
            cues: self.groups.get(*start..*end).unwrap_or_default(),
            anchors: *anchors,
            sentence: *sentence,
            own: whole
                .own
                .get(sentence.start..sentence.end)
                .unwrap_or_default(),
            ..whole
        })
    }

    /// Gives what the tokens of a run are, when it lies in the sentence with this number; else it may have everything.
    pub(crate) fn anchors(&self, number: usize, run: Run) -> Anchors {
        let sentence = self.lexed.sentences.get(number);
        let own = sentence.is_some_and(|s| s.start <= run.start && run.end <= s.end);
        let ranges = self.ranges.get(number).filter(|_| own);
        ranges.map_or(Anchors::ANY, |(_, _, anchors)| *anchors)
    }

    /// Gives the article as one scene without cues.
    pub(crate) fn whole(&self) -> Scene<'a> {
        Scene {
            text: self.text,
            tokens: &self.lexed.tokens,
            pairs: &self.lexed.pairs,
            lexicon: self.lexicon,
            sentence: Sentence {
                start: 0,
                end: self.lexed.tokens.len(),
                block: 0,
                cut: false,
            },
            own: &self.lexed.tokens,
            cues: &[],
            anchors: Anchors::ANY,
            memo: self.memo,
        }
    }
}
