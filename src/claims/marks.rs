//! Quotation marks: speech, a term, a title, and which claim they belong to.
//!
//! In: the pairs of marks of an article with its statements. Out: one [`Mark`] a pair: in « Le maire a dit « tenir bon » » speech.

use crate::analysis::Mark;
use crate::contract::MarkClass;
use crate::discourse::{Statement, marks};
use crate::lex::marks::Pair;
use crate::pieces::{Run, Scene};

/// Classifies the pairs of an article.
pub(super) fn classified(scene: &Scene<'_>, chained: &[Statement]) -> Vec<Mark> {
    let mut found = Vec::with_capacity(scene.pairs.len());
    if scene.pairs.is_empty() {
        return found;
    }
    let segments = segments(chained);
    for pair in scene.pairs.iter().filter(|p| !p.inner.is_empty()) {
        let owner = owner(scene, &segments, pair);
        let whole = owner.is_some_and(|(_, whole)| whole);
        found.push(Mark {
            inner: pair.inner,
            class: marks::class(scene, pair, owner.is_some(), whole),
            claim: owner.map(|(claim, _)| claim),
        });
    }
    marks::repeat_terms(scene.text, &mut found);
    for mark in &mut found {
        mark.claim = mark.claim.filter(|_| mark.class == MarkClass::Speech);
    }
    found
}

/// Gives the segments of all statements, each with the number of its own.
fn segments(statements: &[Statement]) -> Vec<(usize, Run)> {
    let mut segments = Vec::with_capacity(statements.len() * 2);
    for (number, statement) in statements.iter().enumerate() {
        let content = statement.reading.content.iter();
        segments.extend(content.map(|run| (number, *run)));
    }
    segments
}

/// Gives the statement that holds a pair, with the shortest segment, and whether the pair is the whole of that segment.
fn owner(scene: &Scene<'_>, segments: &[(usize, Run)], pair: &Pair) -> Option<(usize, bool)> {
    let inner = Run::new(pair.open + 1, pair.close.max(pair.open + 1));
    let outer = Run::new(pair.open, pair.close);
    // Most segments lie wholly before the pair or behind it.
    let near = |run: Run| run.start <= inner.end && run.end > outer.start;
    let holds = |run: Run| near(run) && (run.overlaps(inner) || run.contains(outer));
    let (number, run) = shortest(segments, holds)?;
    Some((number, inner.contains(run) || run == scene.trimmed(inner)))
}

/// Finds the shortest segment that holds something; of each statement the first one counts.
fn shortest(segments: &[(usize, Run)], holds: impl Fn(Run) -> bool) -> Option<(usize, Run)> {
    let size = |run: Run| run.end - run.start;
    let mut found: Option<(usize, Run)> = None;
    let mut last = None;
    for (i, run) in segments {
        if holds(*run) && last.replace(*i) != Some(*i) {
            found = found
                .filter(|(_, best)| size(*best) <= size(*run))
                .or(Some((*i, *run)));
        }
    }
    found
}
