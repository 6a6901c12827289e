//! The audit: from what was read to what an auditor should look at, one rule a file.
//!
//! In: an [`Article`] and its [`Analysis`]. Out: [`Finding`]s, gravest first: « “Le pont a tenu”. » without a speaker in reach is
//! a remark of the rule `SRC001`. A rule describes the text; it judges neither what is said nor who says it.

mod context;
mod finding;
mod limits;
mod rule;

use crate::analyser::Analyser;
use crate::analysis::Analysis;
use crate::article::Article;
use crate::catalogue::Lang;
use crate::contract::Report;

pub(crate) use context::Context;
pub use finding::Finding;
pub(crate) use finding::Finds;
pub(crate) use limits::found as limits;
pub use rule::{Choice, Rule, rule};

/// The rules, by code.
pub static RULES: &[Rule] = &[limits::LONG_SENTENCE, limits::UNPAIRED, limits::REVERSED];

impl Analyser {
    /// Gives the remarks of the chosen rules on an article, gravest first, then in the order of the text.
    #[must_use]
    pub fn audit(&self, article: &Article, analysis: &Analysis, choice: &Choice) -> Vec<Finding> {
        let layout = article.layout();
        let context = Context::new(article, analysis, self.lexicon(), &layout);
        let mut finds = Finds::new(&article.text);
        for (rule, level) in choice.rules() {
            finds.of(rule, level);
            (rule.run)(&context, &mut finds);
        }
        finds.sorted()
    }

    /// Puts an analysis and its remarks into the form of the output contract; the messages are in the language given.
    #[must_use]
    pub fn audited(
        &self,
        article: &Article,
        analysis: &Analysis,
        findings: &[Finding],
        lang: Lang,
    ) -> Report {
        let hash = self.lexicon().hash();
        crate::report::assemble::audited(article, analysis, hash, findings, lang)
    }
}
