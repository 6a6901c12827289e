//! The choice among readings: the best set without conflicts.
//!
//! In: all proposed readings of a sentence. Out: those that stay: each cue used once, one owner for each mark, and where one
//! content lies inside another both stay (that is how chains nest). Integer weights on named features decide.

use super::Reading;
use crate::pieces::{Run, Scene};

/// Keeps the best set, in the order of the text.
pub(super) fn best(scene: &Scene<'_>, mut proposed: Vec<Reading>, out: &mut Vec<Reading>) {
    proposed.sort_by(|a, b| {
        b.weight
            .cmp(&a.weight)
            .then(a.extent().cmp(&b.extent()))
            .then(a.rule.cmp(b.rule))
    });
    let first = out.len();
    for reading in proposed {
        let clashes = out
            .get(first..)
            .is_some_and(|kept| kept.iter().any(|k| conflict(scene, k, &reading)));
        if !clashes {
            out.push(reading);
        }
    }
    if let Some(kept) = out.get_mut(first..) {
        kept.sort_by_key(|r| (r.extent().start, r.cue.map_or(0, |c| c.start)));
    }
}

fn conflict(scene: &Scene<'_>, kept: &Reading, new: &Reading) -> bool {
    let _ = scene;
    if let (Some(a), Some(b)) = (kept.cue, new.cue)
        && a.overlaps(b)
    {
        return true;
    }
    let (a, b) = (kept.extent(), new.extent());
    if a == b || kept.content == new.content {
        return !(nests(kept, new) || nests(new, kept));
    }
    let crossing = a.overlaps(b) && !a.contains(b) && !b.contains(a);
    let cue_inside = |outer: &Reading, inner: &Reading| {
        outer
            .content
            .iter()
            .any(|r| inner.cue.is_some_and(|c| r.overlaps(c)))
    };
    if crossing {
        return true;
    }
    // One content inside the other: fine when the inner reading's cue lies in the outer content (a nested report).
    let shares = kept
        .content
        .iter()
        .any(|r| new.content.iter().any(|s| r.overlaps(*s)));
    shares && !cue_inside(kept, new) && !cue_inside(new, kept)
}

/// Tells whether `inner` stands with its cue inside the content of `outer`.
fn nests(outer: &Reading, inner: &Reading) -> bool {
    inner.cue.is_some_and(|c| {
        outer
            .content
            .iter()
            .any(|r| r.contains(Run::new(c.start, c.end)))
    })
}
