//! `À l'en croire`: the pronoun inside the cue names the source.
//!
//! In: a preposition. Out: a reading: « À l'en croire, la digue tiendra. »

use super::super::features::Feature;
use super::super::{Reading, Runs, Who};
use super::clause::{around, behind, clause_start};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Tells whether the cue begins at `at`.
#[inline]
pub(super) fn believed(scene: &Scene<'_>, at: usize) -> bool {
    scene.one_of(at + 3, closed!["croire"])
        && scene.one_of(at, closed!["à"])
        && scene.one_of(at + 1, closed!["l'", "les"])
        && scene.one_of(at + 2, closed!["en"])
}

/// `À l'en croire, P`: the pronoun inside the cue names the source.
pub(super) fn pronoun(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    let end = at + 4;
    let start = clause_start(scene, at);
    let initial = (start..at).all(|i| !matches!(scene.kind(i), Kind::Word | Kind::Number));
    let content = if initial {
        Runs::from_iter([behind(scene, end)?])
    } else {
        around(scene, start, at, end).0
    };
    let number = if scene.one_of(at + 1, closed!["les"]) {
        Classes::PLURAL
    } else {
        Classes::SINGULAR
    };
    let pronoun = NounPhrase {
        start: at + 1,
        end: at + 2,
        head: at + 1,
        agreement: number,
        sort: Sort::Pronoun,
    };
    let cue = Some(Run::new(at, end));
    let who = Who::Words(Phrase::plain(pronoun));
    Some(Reading::new("a-en-croire", cue, who, content).with(Feature::Preposition, 26))
}
