//! Sources behind prepositions, with what is inserted before the clause.
//!
//! In: the token of a preposition. Out: the source and the end of everything that belongs to it: « Selon le préfet, cité par
//! l'agence, la digue tient » has « cité par l'agence » as an insertion.

use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::noun::NounPhrase;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// The source behind a prepositional cue, with the end of everything that belongs to it.
pub(super) fn source_after(
    scene: &Scene<'_>,
    at: usize,
    limit: usize,
) -> Option<(Phrase, usize, Adjuncts)> {
    let np = scene.noun(at + 1, limit)?;
    let mut phrase = Phrase::plain(np);
    phrase.run.end = scene.long_phrase_end(&np, limit);
    if let Some(role) = apposed(scene, &np, phrase.run.end, limit) {
        phrase.run.end = scene.long_phrase_end(&role, limit);
        phrase.apposition = Some(role);
    }
    let (end, adjuncts) = insertions(scene, phrase.run.end, limit);
    Some((phrase, end, adjuncts))
}

/// The name or role between commas behind a source: `selon le maire, Léa Blin, P`.
fn apposed(scene: &Scene<'_>, np: &NounPhrase, end: usize, limit: usize) -> Option<NounPhrase> {
    if scene.kind(end) != Kind::Comma {
        return None;
    }
    scene.noun(end + 1, limit).filter(|n| {
        let bare = !scene.is(n.start, Classes::DET);
        let proper = scene.token(n.start).is_some_and(Token::capital) && bare;
        let titled = (n.start..n.end).any(|i| scene.is(i, Classes::ROLE))
            || bare
                && scene.token(np.end - 1).is_some_and(Token::capital)
                && !scene.is(n.start, Classes::TIME);
        let stop = matches!(
            scene.kind(scene.long_phrase_end(n, limit)),
            Kind::Comma | Kind::Period | Kind::Break
        );
        (proper || titled) && stop && !scene.is(n.start, Classes::SUBJ)
    })
}

/// What is inserted between a source and its clause, with the end of it.
fn insertions(scene: &Scene<'_>, mut at: usize, limit: usize) -> (usize, Adjuncts) {
    let mut adjuncts = Adjuncts::new();
    for _ in 0..4 {
        let Some(word) = insertion(scene, at, limit) else {
            break;
        };
        at = (word..limit)
            .find(|i| {
                matches!(
                    scene.kind(*i),
                    Kind::Comma | Kind::Semicolon | Kind::Break | Kind::Period | Kind::Colon
                )
            })
            .unwrap_or(limit);
        adjuncts.push(Run::new(word, at));
    }
    (at, adjuncts)
}

/// What may stand between a source and the clause that it says: relatives, participles, reasons of anonymity, carriers, times, and
/// between commas anything without a finite verb that begins with neither a determiner nor a name: `, qui publie …`, `cité par
/// l'agence X`, `, daté du 11 mai`, `, et que le journal a pu consulter`. Gives its first word.
fn insertion(scene: &Scene<'_>, at: usize, limit: usize) -> Option<usize> {
    let comma = scene.kind(at) == Kind::Comma;
    let word = at + usize::from(comma);
    let relative = |i: usize| {
        scene.is(i, Classes::REL)
            || scene.is(i, Classes::PREP)
                && scene.is(i + 1, Classes::REL)
                && !scene.is(i + 1, Classes::DET)
    };
    let participle = scene.is(word, Classes::PPART.or(Classes::PRESPART))
        && !(comma && scene.is(word, Classes::FINITE));
    let further = scene.is(word, Classes::CONJ)
        && (relative(word + 1) || scene.one_of(word + 1, closed!["que", "qu'"]));
    let agent = !comma && scene.one_of(word, closed!["par"]);
    let opens = relative(word)
        || participle
        || further
        || agent
        || scene.is(word, Classes::OPENER.or(Classes::REASON))
        || scene.carrier_at(word, limit)
        || !comma && scene.time_phrase(word, limit).is_some()
        || comma && verbless(scene, word, limit);
    opens.then_some(word)
}

/// Tells whether a small word opens a phrase without a finite verb up to the next comma.
fn verbless(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    let subject = Classes::DET
        .or(Classes::SUBJ)
        .or(Classes::PRON)
        .or(Classes::NUM)
        .or(Classes::PREP)
        .or(Classes::PREP_DET)
        .or(Classes::ADV)
        .or(Classes::TIME)
        .or(Classes::SUB)
        .or(Classes::CONJ)
        .or(Classes::NEG)
        .or(Classes::FINITE)
        .or(Classes::CLITIC);
    let small = scene.kind(at) == Kind::Word
        && !scene.is(at, subject)
        && !scene.token(at).is_some_and(Token::capital);
    let end = (at..limit).find(|i| scene.kind(*i) == Kind::Comma);
    small && end.is_some_and(|end| !(at..end).any(|i| scene.is(i, Classes::FINITE)))
}
