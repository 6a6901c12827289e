//! A quotation whose speaker is the subject of what follows, as reportages begin.
//!
//! In: a sentence and the one before. Out: a statement whose content is that sentence, or the quotation that opens this one: « « J'ai
//! tout perdu. » Fatou Diop, 54 ans, montre les murs noircis. »

use super::quoted_whole;
use crate::attribute::features::Feature;
use crate::attribute::{Reading, Who};
use crate::lex::Sentence;
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::pieces::subject::{Phrase, Subject};
use crate::pieces::{Run, Scene};

/// Reads a quotation that is a sentence of its own, or stands before a comma, with a person's name as the next subject.
pub(super) fn read(scene: &Scene<'_>, before: Option<Sentence>) -> Option<Reading> {
    let first = scene.sentence.start;
    if !scene.anchors.word(Classes::FIRST_NAME.or(Classes::TITLE)) {
        return None;
    }
    let marked = |at: usize| scene.tokens.get(at).is_some_and(|t| t.kind == Kind::Open);
    if !marked(first) && !before.is_some_and(|b| marked(b.start)) {
        return None;
    }
    let (home, content) = if let Some((_, pair)) = scene.pair_at(first) {
        let apart = pair.closed && scene.kind(pair.close + 1) == Kind::Comma;
        (
            scene.sentence,
            apart.then(|| Run::new(first, pair.close + 1))?,
        )
    } else {
        let before = before.filter(|b| b.block == scene.sentence.block)?;
        let whole = quoted_whole(scene, before);
        (before, whole.then(|| Run::new(before.start, before.end))?)
    };
    let from = if home == scene.sentence {
        content.end
    } else {
        first
    };
    let earlier = scene.at_sentence(home);
    if !spoken(&earlier, content) {
        return None;
    }
    let who = person(scene, from)?;
    let content = earlier.trimmed(content);
    Some(
        Reading::new("next-speaker", None, Who::Words(who), [content]).with(Feature::Continues, 12),
    )
}

/// Tells whether a quotation is an utterance: it has a finite verb.
fn spoken(scene: &Scene<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| scene.is(i, Classes::FINITE))
}

/// The person who is named as subject of the first finite verb behind `from`.
fn person(scene: &Scene<'_>, from: usize) -> Option<Phrase> {
    let verb = (from..scene.sentence.end).find(|i| {
        scene.level(*i) == 0 && scene.is(*i, Classes::FINITE) && !scene.is(*i, Classes::NOUN)
    })?;
    let relative = (from..verb).find(|i| scene.is(*i, Classes::REL));
    let verb = relative.unwrap_or(verb);
    let Subject::Phrase(phrase) = scene.subject_before(verb) else {
        return None;
    };
    let named = (phrase.main.start..phrase.main.end).any(|i| {
        scene.is(i, Classes::FIRST_NAME.or(Classes::TITLE))
            && scene.token(i).is_some_and(Token::capital)
    });
    let contrast = (from..verb).any(|i| scene.is(i, Classes::TONIC.or(Classes::CONJ)));
    (named && phrase.run.start >= from && !contrast).then_some(phrase)
}
