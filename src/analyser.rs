//! The pipeline in one place: article → lex → pieces → attribute → resolve → discourse → chain.
//!
//! In: an [`Article`]. Out: its [`Analysis`]. Build one [`Analyser`] and call it from as many threads as there are; « Selon les
//! pompiers, dix maisons ont brûlé. » gives the same result in each.

mod built_in;
mod prepared;

use crate::analysis::Analysis;
use crate::article::{Article, Limits};
use crate::attribute::{self, Proposals, Reading};
use crate::chain;
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
        let mut lists = std::mem::take(&mut scratch.lists);
        lists.clear();
        let mut prepared = self.prepare(scratch, article);
        let parts = prepared.parts;
        // One stage after the other for all sentences: the code of a stage stays in the cache of the processor.
        let Lists {
            proposals,
            readings,
            counts,
            ..
        } = &mut lists;
        attribute::read(&prepared.scenes, proposals, readings, counts);
        followed(&mut prepared, &mut lists);
        let Prepared {
            scenes,
            layout,
            register,
            ..
        } = prepared;
        chained(&scenes, &mut lists.statements, register);
        let analysis = claims::analysis(&parts, &register.entities, layout, &lists.statements);
        scratch.lists = lists;
        analysis
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

/// What the stages hand on, in the order of the text.
#[derive(Debug, Default)]
struct Lists {
    proposals: Proposals,
    readings: Vec<Reading>,
    /// How many readings each sentence has.
    counts: Vec<usize>,
    statements: Vec<Statement>,
}

impl Lists {
    fn clear(&mut self) {
        self.readings.clear();
        self.counts.clear();
        self.statements.clear();
    }
}

/// Follows the speakers through the article.
fn followed(prepared: &mut Prepared<'_>, lists: &mut Lists) {
    let statements = &mut lists.statements;
    let mut readings = lists.readings.drain(..);
    let mut before = None;
    let scenes = prepared.scenes.as_slice();
    for (number, (scene, count)) in scenes.iter().zip(&lists.counts).enumerate() {
        let place = discourse::Place {
            number,
            before: before.replace(scene.sentence),
            layout: &prepared.layout,
            mentioned: prepared.mentioned_in(number),
        };
        let own = readings.by_ref().take(*count);
        discourse::follow(scene, place, own, prepared.register, statements);
    }
    let (layout, register) = (&prepared.layout, &mut *prepared.register);
    discourse::interview::answers(scenes, layout, register, statements);
}

/// Finds the chain from the speaker to the outlet for each statement.
fn chained(scenes: &[Scene<'_>], statements: &mut Vec<Statement>, register: &mut Register) {
    let mut start = 0;
    for (number, scene) in scenes.iter().enumerate() {
        let rest = statements.iter().skip(start);
        let own = rest.take_while(|s| s.sentence == number).count();
        start = chain::fold(scene, statements, start..start + own, register);
    }
}
