//! Quotation marks: speech, a term, a title, and which claim they belong to.
//!
//! In: the pairs of marks of an article with its statements. Out: one [`Mark`] a pair: in « Le maire a dit « tenir bon » » speech.

use crate::analysis::Mark;
use crate::contract::MarkClass;
use crate::discourse::{Statement, marks};
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

/// For each pair: the statement that holds it, and whether it is the whole of a segment.
fn owners(scene: &Scene<'_>, chained: &[Statement]) -> Vec<Option<(usize, bool)>> {
    scene
        .pairs
        .iter()
        .map(|p| {
            let inner = Run::new(p.open + 1, p.close.max(p.open + 1));
            chained
                .iter()
                .enumerate()
                .filter_map(|(i, c)| {
                    let run = c
                        .reading
                        .content
                        .iter()
                        .find(|r| r.overlaps(inner) || r.contains(Run::new(p.open, p.close)))?;
                    Some((
                        i,
                        *run == scene.trimmed(inner) || inner.contains(*run),
                        run.end - run.start,
                    ))
                })
                .min_by_key(|(_, _, size)| *size)
                .map(|(i, whole, _)| (i, whole))
        })
        .collect()
}
