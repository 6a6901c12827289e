//! The audit: from what was read to what an auditor should look at, one rule a file.
//!
//! In: an [`Article`] and its [`Analysis`]. Out: [`Finding`]s, gravest first: « “Le pont a tenu”. » without a speaker in reach is
//! a remark of the rule `SRC001`. A rule describes the text; it judges neither what is said nor who says it.

mod anchors;
mod ano001;
mod ano002;
mod ano003;
mod chn001;
mod chn002;
mod chn003;
mod context;
mod crd001;
mod cue001;
mod dea001;
mod doc001;
mod finding;
mod ground;
mod headline;
mod id001;
mod led001;
mod limits;
mod mod001;
mod mod002;
mod mod003;
mod mood;
mod num001;
mod relay;
mod rep001;
mod rule;
mod sentence;
mod src001;
mod src002;
mod src003;
mod tra001;

use crate::analyser::Analyser;
#[cfg(feature = "cli")]
use crate::analyser::Scratch;
use crate::analysis::Analysis;
use crate::article::Article;
use crate::catalogue::Lang;
use crate::contract::Report;

use anchors::Anchors;
#[cfg(feature = "cli")]
pub(crate) use anchors::Hints;
pub(crate) use context::Context;
pub use finding::Finding;
pub(crate) use finding::Finds;
pub(crate) use limits::found as limits;
pub use rule::{Choice, Rule, rule};

/// The rules, by code.
pub static RULES: &[Rule] = &[
    ano001::RULE,
    ano002::RULE,
    ano003::RULE,
    chn001::RULE,
    chn002::RULE,
    chn003::RULE,
    crd001::RULE,
    cue001::RULE,
    dea001::RULE,
    doc001::RULE,
    id001::RULE,
    led001::RULE,
    limits::LONG_SENTENCE,
    mod001::RULE,
    mod002::RULE,
    mod003::RULE,
    num001::RULE,
    limits::UNPAIRED,
    limits::REVERSED,
    headline::ABSENT,
    headline::RECOMPOSED,
    headline::OTHER,
    rep001::RULE,
    src001::RULE,
    src002::RULE,
    src003::RULE,
    tra001::RULE,
];

impl Analyser {
    /// Gives the remarks of the chosen rules on an article, gravest first, then in the order of the text.
    #[must_use]
    pub fn audit(&self, article: &Article, analysis: &Analysis, choice: &Choice) -> Vec<Finding> {
        let anchors = Anchors::of_text(&article.text, self.lexicon());
        self.found(article, analysis, choice, anchors)
    }

    /// Gives the same remarks, sooner, by what `scratch` still holds of the article: it is the one that was read last.
    #[cfg(feature = "cli")]
    pub(crate) fn audit_with(
        &self,
        scratch: &mut Scratch,
        article: &Article,
        analysis: &Analysis,
        choice: &Choice,
    ) -> Vec<Finding> {
        let tokens = scratch.tokens();
        let anchors = Anchors::of_tokens(&article.text, self.lexicon(), tokens);
        self.found(article, analysis, choice, anchors)
    }

    fn found(
        &self,
        article: &Article,
        analysis: &Analysis,
        choice: &Choice,
        anchors: Anchors,
    ) -> Vec<Finding> {
        let ground = ground::Ground::new(&article.text, self.lexicon(), anchors);
        let context = Context::new(article, analysis, self.lexicon(), &ground);
        let mut finds = Finds::new(&article.text);
        for (rule, level) in choice.rules() {
            finds.of(rule, level);
            (rule.run)(context, &mut finds);
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
