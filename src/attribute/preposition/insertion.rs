//! What is inserted between a source behind a preposition and its clause.
//!
//! In: the end of the source. Out: the end of the insertions, and the runs of them: in « Selon la juge, qui se dit inquiète, la digue
//! cède » the relative clause.

use super::source::apposed;
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// What is inserted between a source and its clause, with the end of it.
pub(super) fn insertions(
    scene: &Scene<'_>,
    phrase: &Phrase,
    limit: usize,
    set_off: bool,
) -> (usize, Adjuncts) {
    let mut at = phrase.run.end;
    let mut adjuncts = Adjuncts::new();
    for _ in 0..4 {
        let found = passed(scene, at, limit)
            .or_else(|| insertion(scene, at, limit).map(|word| up_to_comma(scene, word, limit)))
            .or_else(|| attached(scene, at, limit).filter(|_| set_off))
            .or_else(|| beside(scene, phrase, at, limit));
        let Some(run) = found else { break };
        at = run.end;
        adjuncts.push(run);
    }
    (at, adjuncts)
}

/// From a word to the next comma or stop.
fn up_to_comma(scene: &Scene<'_>, word: usize, limit: usize) -> Run {
    let mut at = word;
    while at < limit {
        if matches!(
            scene.kind(at),
            Kind::Comma
                | Kind::Semicolon
                | Kind::Break
                | Kind::Period
                | Kind::Colon
                | Kind::ParenClose
        ) {
            break;
        }
        at = scene.step(at);
    }
    Run::new(word, at.min(limit))
}

/// `lui-même`, `(CGT, FO, CFDT)`: what stands directly behind the source.
fn passed(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Run> {
    let himself = closed!["lui-même", "elle-même", "eux-mêmes", "elles-mêmes"];
    if scene.one_of(at, himself) {
        return Some(Run::new(at, at + 1));
    }
    let connective = scene.is(at, Classes::ADV) && scene.kind(at + 1) == Kind::Comma;
    if connective {
        return Some(Run::new(at, at + 1));
    }
    if scene.kind(at) != Kind::ParenOpen {
        return None;
    }
    let close = (at..limit.min(at + 16)).find(|i| scene.kind(*i) == Kind::ParenClose)?;
    Some(Run::new(at, close + 1))
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
    let agent = scene.one_of(word + 1, closed!["par"]);
    let participle = scene.is(word, Classes::PPART.or(Classes::PRESPART))
        && !(comma && scene.is(word, Classes::FINITE) && !agent)
        || scene.is(word, Classes::SE) && scene.is(word + 1, Classes::PRESPART);
    let further = scene.is(word, Classes::CONJ)
        && (relative(word + 1) || scene.one_of(word + 1, closed!["que", "qu'"]));
    let opens = relative(word)
        || participle
        || further
        || !comma && scene.one_of(word, closed!["par"])
        || scene.is(word, Classes::OPENER.or(Classes::REASON))
        || scene.carrier_at(word, limit)
        || !comma && scene.time_phrase(word, limit).is_some()
        || comma && verbless(scene, word, limit);
    opens.then_some(word)
}

/// A complement without a comma before it: `un sondage Ifop | pour le JDD,`, `l'hebdomadaire | de mercredi,`.
fn attached(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Run> {
    let both = scene.one_of(at, closed!["comme"]) && scene.is(at + 1, Classes::PREP);
    let link = both || scene.is(at, Classes::PREP) && !scene.selon_at(at);
    if !link {
        return None;
    }
    let run = up_to_comma(scene, at, limit);
    let clause = scene.holds(run, Classes::FINITE);
    (scene.kind(run.end) == Kind::Comma && !clause).then_some(run)
}

/// What is set beside a person between commas: a second name or role, an age, a house, a post, another person.
fn beside(scene: &Scene<'_>, phrase: &Phrase, at: usize, limit: usize) -> Option<Run> {
    if scene.kind(at) != Kind::Comma {
        return None;
    }
    let run = up_to_comma(scene, at + 1, limit);
    let others = joined(scene, run);
    let closed =
        scene.kind(run.end) == Kind::Comma && (others || !scene.holds(run, Classes::FINITE));
    let person = (phrase.run.start..phrase.run.end).any(|i| {
        scene.is(i, Classes::ROLE.or(Classes::FIRST_NAME))
            || scene.token(i).is_some_and(Token::capital)
    });
    let second = at > phrase.run.end && apposed(scene, &phrase.main, at, limit).is_some();
    let fits = second || aged(scene, run) || of_house(scene, run) || at_post(scene, run) || others;
    (closed && person && fits).then_some(run)
}

/// `, 34 ans,`.
fn aged(scene: &Scene<'_>, run: Run) -> bool {
    run.end == run.start + 2
        && scene.kind(run.start) == Kind::Number
        && scene.one_of(run.start + 1, closed!["ans"])
}

/// `, du Centre de crise,`, `, chez Amnesty depuis dix ans,`.
fn of_house(scene: &Scene<'_>, run: Run) -> bool {
    let house = Classes::COLLECTIVE.or(Classes::ORG).or(Classes::MEDIA);
    let town = Classes::PLACE.or(Classes::COUNTRY).or(Classes::TIME);
    let mut words = run.start + 1..run.end;
    scene.one_of(run.start, closed!["chez"])
        || scene.is(run.start, Classes::DE)
            && words.any(|i| {
                scene.is(i, house)
                    || scene.token(i).is_some_and(Token::capital) && !scene.is(i, town)
            })
}

/// `, en exil à Dakar depuis deux ans,`: a state with a place or a time of its own.
fn at_post(scene: &Scene<'_>, run: Run) -> bool {
    let other = Classes::PLACE.or(Classes::COUNTRY).or(Classes::TIME);
    scene.one_of(run.start, closed!["en"])
        && scene.kind(run.start + 1) == Kind::Word
        && !scene.is(run.start + 1, other)
        && scene.one_of(
            run.start + 2,
            closed!["à", "au", "aux", "depuis", "auprès de", "auprès du"],
        )
}

/// `, et son collègue Urs Brändli,`, `, et les associations qui la soutiennent,`.
fn joined(scene: &Scene<'_>, run: Run) -> bool {
    scene.one_of(run.start, closed!["et"])
        && scene
            .noun(run.start + 1, run.end)
            .map(|np| scene.long_phrase_end(&np, run.end))
            .is_some_and(|end| end == run.end || scene.is(end, Classes::REL))
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
    small && end.is_some_and(|end| !scene.holds(Run::new(at, end), Classes::FINITE))
}
