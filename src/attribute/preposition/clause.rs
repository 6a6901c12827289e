//! The clause that a prepositional cue comments on.
//!
//! In: where the cue stands and where its source ends. Out: the clause before, behind or around it: « Le bilan, selon Tokyo, s'alourdit »
//! has two segments.

use super::super::Runs;
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
    let comma = scene.behind_comma(at);
    let mut content = Runs::from_iter([Run::new(start, at - usize::from(comma))]);
    let next = end + 1;
    let other = scene.is(
        next,
        Classes::REL
            .or(Classes::PRESPART)
            .or(Classes::TIME)
            .or(Classes::OPENER),
    ) || scene
        .cues
        .iter()
        .any(|c| c.start > end && c.start <= end + 3)
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
        )
        || scene.kind(next) == Kind::Break;
    if scene.kind(end) != Kind::Comma || other {
        return (content, 2);
    }
    content.push(Run::new(next, scene.clause_end(next, None)));
    (content, 1)
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
