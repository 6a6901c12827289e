//! What a rule sees of one article.
//!
//! In: the article, its analysis and the language data. Out: references that cost nothing to copy; for « Selon KCNA, le tir a
//! réussi. » the claim, the words of its source and the block in which it stands.

use crate::analysis::Analysis;
use crate::article::{Article, Layout};
use crate::lexicon::Lexicon;

/// One article as the rules see it.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(super) article: &'a Article,
    pub(super) text: &'a str,
    pub(super) analysis: &'a Analysis,
    pub(super) lexicon: &'a Lexicon,
    pub(super) layout: &'a Layout,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        article: &'a Article,
        analysis: &'a Analysis,
        lexicon: &'a Lexicon,
        layout: &'a Layout,
    ) -> Self {
        Self {
            article,
            text: &article.text,
            analysis,
            lexicon,
            layout,
        }
    }
}
