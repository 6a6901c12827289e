//! The clause that a prepositional cue comments on.
//!
//! In: where the cue stands and where its source ends. Out: the clause before, behind or around it: « Le bilan, selon Tokyo, s'alourdit »
//! has two segments.

use super::super::Runs;
use super::super::incise::main_verb;
use super::source::{set_off, source_after};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::{Run, Scene};

/// The clause behind `Selon X,`.
pub(super) fn behind(scene: &Scene<'_>, end: usize) -> Option<Run> {
    let from = match scene.kind(end) {
        Kind::Open => end,
        Kind::Comma | Kind::Colon => end + 1,
        _ => return None,
    };
    Some(Run::new(from, scene.clause_end(from, None)))
}

/// The clause before `, selon X`, and its rest when it goes on behind: with 1 for medial, 2 for final.
pub(super) fn around(scene: &Scene<'_>, start: usize, at: usize, end: usize) -> (Runs, usize) {
    let sign = scene
        .before(at)
        .is_some_and(|t| matches!(t.kind, Kind::Comma | Kind::ParenOpen));
    let left = Run::new(start, at - usize::from(sign));
    let mut content = Runs::from_iter([left]);
    let rest = match scene.kind(end) {
        Kind::Comma if aside(scene, at, left).is_some() => {
            return (Runs::from_iter(aside(scene, at, left)), 2);
        }
        Kind::Comma => resumed(scene, left, end + 1),
        Kind::ParenClose if scene.kind(at - 1) == Kind::ParenOpen => resumed(scene, left, end + 1),
        Kind::Word | Kind::Number | Kind::Open if !sign => loose(scene, end),
        _ => None,
    };
    let place = 2 - usize::from(rest.is_some());
    content.extend(rest);
    (content, place)
}

/// `, à tort selon lui,`: a phrase between commas that the cue comments on alone.
fn aside(scene: &Scene<'_>, at: usize, left: Run) -> Option<Run> {
    let loose = scene.before(at).is_some_and(|t| t.kind == Kind::Word);
    let near = at.saturating_sub(8).max(left.start);
    let comma = (near..at).rev().find(|i| scene.kind(*i) == Kind::Comma)?;
    let run = Run::new(comma + 1, at);
    let verb = scene.holds(run, Classes::FINITE);
    (loose && !verb && comma > left.start).then_some(run)
}

/// What goes on behind the comma or the bracket: always when the words before still want their verb (« Le chantier, selon X, | sera
/// achevé »), else when nothing else begins there.
fn resumed(scene: &Scene<'_>, left: Run, next: usize) -> Option<Run> {
    if matches!(scene.kind(next), Kind::Break | Kind::Period) {
        return None;
    }
    let other = scene.is(
        next,
        Classes::REL
            .or(Classes::PRESPART)
            .or(Classes::TIME)
            .or(Classes::OPENER),
    ) || scene
        .cues
        .iter()
        .any(|c| c.start >= next && c.start <= next + 2)
        || scene.one_of(
            next,
            closed![
                "citant",
                "mais",
                "et",
                "dont",
                "qui",
                "tandis que",
                "alors que",
                "alors qu'",
            ],
        );
    if other && !wants_verb(scene, left) {
        return None;
    }
    let run = Run::new(next, scene.clause_end(next, None));
    (!counted_apart(scene, run)).then_some(run)
}

/// Tells whether words have no main verb yet, or end in an auxiliary whose participle is to come.
pub(super) fn wants_verb(scene: &Scene<'_>, left: Run) -> bool {
    let Some(last) = left.end.checked_sub(1).filter(|i| *i >= left.start) else {
        return false;
    };
    let auxiliary = Classes::AVOIR.or(Classes::ETRE).or(Classes::SEMI);
    let split = scene.is(last, Classes::FINITE) && scene.is(last, auxiliary);
    split || scene.kind(last) != Kind::Close && !main_verb(scene, left)
}

/// `3 000 selon la police, | 12 000 selon les organisateurs`: a count of its own, with a source of its own.
fn counted_apart(scene: &Scene<'_>, run: Run) -> bool {
    scene.selon_at(run.end) && !scene.holds(run, Classes::FINITE)
}

/// The rest of a clause that a cue without commas interrupts: « Le conflit a fait selon l'ONU | plus de 150 000 morts ».
fn loose(scene: &Scene<'_>, end: usize) -> Option<Run> {
    let object = Classes::DET
        .or(Classes::NUM)
        .or(Classes::FINITE)
        .or(Classes::NEG);
    let goes_on = scene.kind(end) == Kind::Number
        || scene.kind(end) == Kind::Open
        || scene.is(end, object) && !scene.is(end, Classes::TIME)
        || scene.one_of(end, closed!["à", "jusqu'à", "jusqu'au", "jusqu'aux"])
            && (scene.kind(end + 1) == Kind::Number || scene.is(end + 1, Classes::NUM));
    goes_on.then(|| Run::new(end, scene.clause_end(end, None)))
}

/// Where the clause that a preposition comments on begins: the sentence, a colon, a semicolon, `que` of another cue.
pub(super) fn clause_start(scene: &Scene<'_>, at: usize) -> usize {
    let mut i = at;
    let mut start = if scene.level(at) == 0 {
        scene.sentence.start
    } else {
        at
    };
    while let Some(before) = scene.step_back(i) {
        if scene.level(before) != scene.level(at) && scene.kind(before) != Kind::Open {
            return start;
        }
        i = before;
        if let Some(end) = other_count(scene, i) {
            return end;
        }
        // `(32 % selon l'OCDE)`, `– 14 millions selon le parti –`
        let bracket = scene.kind(i) == Kind::ParenOpen
            || scene.kind(i) == Kind::Dash
                && i > scene.sentence.start
                && (at..at + 10).any(|k| scene.kind(k) == Kind::Dash);
        if bracket && i + 1 < at {
            return i + 1;
        }
        if scene.kind(i) == Kind::Open && scene.pair_at(i).is_some_and(|(_, p)| p.close >= at) {
            return i + 1;
        }
        // `« P », alors qu'ils discutaient de Q, selon X`: where a report ends before `alors que`, another begins.
        let meanwhile = scene.one_of(i, closed!["alors que", "alors qu'"])
            && i > scene.sentence.start + 1
            && scene.kind(i - 1) == Kind::Comma
            && scene.kind(i - 2) == Kind::Close;
        if meanwhile
            || matches!(scene.kind(i), Kind::Colon | Kind::Semicolon)
            || scene.one_of(i, closed!["que", "qu'"])
                && scene.cues.iter().any(|c| c.end <= i && c.end + 12 > i)
                && scene.is(i, Classes::SUB)
        {
            return i + 1;
        }
        start = i;
    }
    start
}

/// `3 000 selon la police et | 12 000 selon la CGT`: behind a cue without a comma and its source another clause begins.
fn other_count(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let count = scene.is(at, Classes::PREP)
        && scene.one_of(at, closed!["selon", "d'après"])
        && !set_off(scene, at);
    if !count {
        return None;
    }
    let (_, end, _) = source_after(scene, at, scene.level_end(at))?;
    let joined = scene.kind(end) == Kind::Comma || scene.is(end, Classes::CONJ);
    joined.then_some(end + 1)
}
