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
    let mut found: Vec<Mark> = scene
        .pairs
        .iter()
        .zip(owners(scene, chained))
        .filter(|(p, _)| !p.inner.is_empty())
        .map(|(p, o)| Mark {
            inner: p.inner,
            class: marks::class(scene, p, o.is_some(), o.is_some_and(|(_, w)| w)),
            claim: o.map(|(c, _)| c),
        })
        .collect();
    marks::repeat_terms(scene.text, &mut found);
    for mark in &mut found {
        mark.claim = mark.claim.filter(|_| mark.class == MarkClass::Speech);
    }
    found
}

/// For each pair: the statement that holds it, with the shortest segment, and whether it is the whole of that segment.
fn owners(scene: &Scene<'_>, statements: &[Statement]) -> Vec<Option<(usize, bool)>> {
    let segments: Vec<(usize, Run)> = (0..)
        .zip(statements)
        .flat_map(|(i, s)| s.reading.content.iter().map(move |run| (i, *run)))
        .collect();
    let owner = |p: &Pair| {
        let inner = Run::new(p.open + 1, p.close.max(p.open + 1));
        let outer = Run::new(p.open, p.close);
        // Most segments lie wholly before the pair or behind it.
        let near = |run: Run| (run.start <= inner.end) & (run.end > outer.start);
        let holds = |run: Run| near(run) && (run.overlaps(inner) || run.contains(outer));
        let (i, run) = shortest(&segments, holds)?;
        Some((i, inner.contains(run) || run == scene.trimmed(inner)))
    };
    scene.pairs.iter().map(owner).collect()
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
