//! The choice among readings: the best set without conflicts.
//!
//! In: all proposed readings of a sentence. Out: those that stay: each cue used once, one owner for each mark, and where one
//! content lies inside another both stay (that is how chains nest). Integer weights on named features decide.

use super::{Reading, Runs};
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::pieces::{Run, Scene};

/// Moves the best set to `out`, in the order of the text.
pub(super) fn best(scene: &Scene<'_>, proposed: &mut Vec<Reading>, out: &mut Vec<Reading>) {
    if proposed.len() > 1 {
        proposed.sort_by(|a, b| {
            b.weight
                .cmp(&a.weight)
                .then_with(|| a.extent().cmp(&b.extent()))
                .then_with(|| a.rule.cmp(b.rule))
        });
        drop_conflicts(proposed);
        drop_own_words(scene, proposed);
        fold_prepositions(proposed);
        drop_fragments(scene, proposed);
        proposed.sort_by_key(|r| (r.extent().start, r.cue.map_or(0, |c| c.start)));
    }
    out.append(proposed);
}

/// Of two readings in conflict the one that stands first stays.
fn drop_conflicts(readings: &mut Vec<Reading>) {
    let mut kept = 0;
    for next in 0..readings.len() {
        let (before, rest) = readings.split_at(next);
        let clashes = rest
            .first()
            .is_some_and(|new| before.iter().take(kept).any(|k| conflict(k, new)));
        if !clashes {
            readings.swap(kept, next);
            kept += 1;
        }
    }
    readings.truncate(kept);
}

/// `« P », a lancé le maire, selon des propos rapportés par X`: the preposition comments on the incise, whose source is nearer.
fn fold_prepositions(readings: &mut Vec<Reading>) {
    let comments = |outer: &Reading, inner: &Reading| {
        inner.rule.starts_with("incise")
            && inner
                .cue
                .is_some_and(|c| outer.content.iter().any(|r| r.contains(c)))
    };
    let mut at = 0;
    while let Some(outer) = readings.get(at) {
        let inner = if outer.rule.starts_with("selon") {
            readings.iter().position(|r| comments(outer, r))
        } else {
            None
        };
        if let Some(inner) = inner {
            let outer = readings.remove(at);
            if let Some(inner) = readings.get_mut(inner - usize::from(inner > at)) {
                inner.adjuncts.extend(outer.adjuncts);
            }
        } else {
            at += 1;
        }
    }
}

/// A quoted object inside a reported clause (`a dit que Moscou répondrait « de façon symétrique »`) is part of the report, unless the
/// outer source is a medium that only relays.
fn drop_fragments(scene: &Scene<'_>, readings: &mut Vec<Reading>) {
    let weak = |r: &Reading| {
        matches!(
            r.rule,
            "quoted-object"
                | "prepositional-quoted"
                | "object-attribute"
                | "infinitive-de"
                | "infinitive-a"
        )
    };
    if !readings.iter().any(weak) {
        return;
    }
    let medium = |r: &Reading| matches!(r.who, super::Who::Words(p) if scene.holds(p.run, Classes::MEDIA.or(Classes::AGENCY).or(Classes::MEDIA_NOUN)));
    let clauses: Runs = readings
        .iter()
        .filter(|r| {
            matches!(
                r.rule,
                "que-clause" | "participle-que" | "coordinated-cue" | "gerund" | "infinitive-tail"
            ) && !medium(r)
        })
        .flat_map(|r| r.content.iter().copied())
        .collect();
    let inside = |r: &Reading| r.cue.is_some_and(|c| clauses.iter().any(|q| q.contains(c)));
    readings.retain(|r| !weak(r) || !inside(r));
}

/// What a speaker reports inside a quotation stays his words: an inner report survives only with marks of its own.
fn drop_own_words(scene: &Scene<'_>, readings: &mut Vec<Reading>) {
    let level = |r: &Reading| r.cue.map_or(0, |c| scene.level(c.start));
    if readings.iter().all(|r| level(r) == 0) {
        return;
    }
    let quoted: Runs = readings
        .iter()
        .filter(|r| level(r) == 0)
        .flat_map(|r| r.content.iter().copied())
        .collect();
    readings.retain(|r| {
        let level = level(r);
        let inside = level != 0 && r.cue.is_some_and(|c| quoted.iter().any(|q| q.contains(c)));
        let marked = || {
            r.content.iter().any(|c| {
                (c.start..c.end).any(|i| scene.kind(i) == Kind::Open)
                    || scene.level(c.start) != level
            })
        };
        !inside || r.rule.starts_with("incise") || marked()
    });
}

fn conflict(kept: &Reading, new: &Reading) -> bool {
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
