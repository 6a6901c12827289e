//! The pipeline in one place: article → lex → pieces → attribute → resolve → discourse → chain.
//!
//! In: an [`Article`]. Out: its [`Analysis`]. Build one [`Analyser`] and call it from as many threads as there are; « Selon les
//! pompiers, dix maisons ont brûlé. » gives the same result in each.

mod built_in;
mod prepared;

use crate::analysis::Analysis;
use crate::article::{Article, Limits};
use crate::attribute::{self, Reading};
use crate::chain::{self, Chained};
use crate::claims;
use crate::discourse::{self, Statement};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::pieces::Scene;
use crate::resolve::Register;
use built_in::BUILT_IN;

pub(crate) use prepared::Parts;
use prepared::Prepared;
pub use prepared::Scratch;

/// Reads articles with one set of language data.
#[derive(Debug, Clone)]
pub struct Analyser {
    lexicon: Lexicon,
    limits: Limits,
}

impl Default for Analyser {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyser {
    /// Builds an analyser with the built-in language data.
    #[must_use]
    pub fn new() -> Self {
        Self {
            lexicon: BUILT_IN.clone(),
            limits: Limits::default(),
        }
    }

    /// Builds an analyser with the rows of user files (name as given, text) on top of the built-in data.
    ///
    /// # Errors
    /// [`Error::Lexicon`] when a row is broken: the file, the line and the key.
    pub fn with_lexicon(files: &[(String, String)]) -> Result<Self, Error> {
        let lexicon = BUILT_IN
            .clone()
            .extended(files)
            .map_err(|e| Error::Lexicon {
                file: e.file,
                line: e.line,
                key: e.key,
                problem: e.problem,
            })?;
        Ok(Self {
            lexicon,
            limits: Limits::default(),
        })
    }

    /// Gives the language data.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads one article.
    #[must_use]
    pub fn analyse(&self, article: &Article) -> Analysis {
        self.analyse_with(&mut Scratch::default(), article)
    }

    /// Reads one article with reused buffers.
    #[must_use]
    pub fn analyse_with(&self, scratch: &mut Scratch, article: &Article) -> Analysis {
        let mut prepared = self.prepare(scratch, article);
        let parts = prepared.parts;
        let scenes: Vec<Scene<'_>> = parts.scenes().collect();
        // One stage after the other for all sentences: the code of a stage stays in the cache of the processor.
        let (readings, counts) = attributed(&scenes);
        let statements = followed(&scenes, &mut prepared, readings, &counts);
        let Prepared {
            layout, register, ..
        } = prepared;
        let chained = chained(&scenes, &parts, statements, register);
        claims::analysis(&parts, &register.entities, layout, chained)
    }

    /// Lexes the article, groups its cues and learns its names.
    pub(crate) fn prepare<'a>(
        &'a self,
        scratch: &'a mut Scratch,
        article: &'a Article,
    ) -> Prepared<'a> {
        scratch.prepare(article, &self.lexicon, &self.limits)
    }

    /// Puts an analysis into the form of the output contract.
    #[must_use]
    pub fn report(&self, article: &Article, analysis: &Analysis) -> crate::contract::Report {
        crate::report::assemble::report(article, analysis, self.lexicon.hash())
    }
}

/// Reads each sentence: all readings in the order of the text, and how many each sentence has.
fn attributed(scenes: &[Scene<'_>]) -> (Vec<Reading>, Vec<usize>) {
    let mut readings = Vec::new();
    let counts = scenes
        .iter()
        .map(|scene| {
            let before = readings.len();
            attribute::read(scene, &mut readings);
            readings.len() - before
        })
        .collect();
    (readings, counts)
}

/// Follows the speakers through the article.
fn followed(
    scenes: &[Scene<'_>],
    prepared: &mut Prepared<'_>,
    readings: Vec<Reading>,
    counts: &[usize],
) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut readings = readings.into_iter();
    for (number, (scene, count)) in scenes.iter().zip(counts).enumerate() {
        let place = discourse::Place {
            number,
            before: number
                .checked_sub(1)
                .and_then(|n| prepared.parts.lexed.sentences.get(n))
                .copied(),
            layout: &prepared.layout,
            mentioned: prepared.mentioned_in(number),
        };
        let own = readings.by_ref().take(*count).collect();
        discourse::follow(scene, place, own, prepared.register, &mut statements);
    }
    let (layout, register) = (&prepared.layout, &mut *prepared.register);
    discourse::interview::answers(scenes, layout, register, &mut statements);
    statements
}

/// Finds the chain from the speaker to the outlet for each statement.
fn chained(
    scenes: &[Scene<'_>],
    parts: &Parts<'_>,
    statements: Vec<Statement>,
    register: &mut Register,
) -> Vec<Chained> {
    let mut chained = Vec::new();
    let mut rest = statements.into_iter().peekable();
    for scene in scenes {
        let own = |s: &Statement| {
            let sentence = parts.lexed.sentences.get(s.sentence);
            sentence.is_some_and(|x| *x == scene.sentence)
        };
        let mut part = Vec::new();
        while let Some(next) = rest.next_if(own) {
            part.push(next);
        }
        let mut folded = chain::fold(scene, part, register);
        carry_over(&mut folded, &chained);
        chained.extend(folded);
    }
    chained
}

/// A quotation that continues without a cue keeps the chain of the statement before.
fn carry_over(folded: &mut [Chained], before: &[Chained]) {
    for one in folded
        .iter_mut()
        .filter(|c| c.statement.continues.is_some())
    {
        if let Some(last) = before.last().filter(|l| {
            l.statement.source.map(|s| s.entity) == one.statement.source.map(|s| s.entity)
        }) {
            one.agency.clone_from(&last.agency);
            one.relays.clone_from(&last.relays);
        }
    }
}
