//! The choice among readings: the best set without conflicts.
//!
//! In: all proposed readings of a sentence. Out: those that stay: each cue used once, one owner for each mark, and where one
//! content lies inside another both stay (that is how chains nest). Integer weights on named features decide.

use super::Reading;
use crate::lex::token::Kind;
use crate::lexicon::Classes;
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
            .is_some_and(|kept| kept.iter().any(|k| conflict(k, &reading)));
        if !clashes {
            out.push(reading);
        }
    }
    drop_own_words(scene, first, out);
    fold_prepositions(first, out);
    drop_fragments(scene, first, out);
    if let Some(kept) = out.get_mut(first..) {
        kept.sort_by_key(|r| (r.extent().start, r.cue.map_or(0, |c| c.start)));
    }
}

/// `« P », a lancé le maire, selon des propos rapportés par X`: the preposition comments on the incise, whose source is nearer.
fn fold_prepositions(first: usize, out: &mut Vec<Reading>) {
    let comments = |outer: &Reading, inner: &Reading| {
        outer.rule.starts_with("selon")
            && inner.rule.starts_with("incise")
            && inner
                .cue
                .is_some_and(|c| outer.content.iter().any(|r| r.contains(c)))
    };
    let mut at = first;
    while at < out.len() {
        let Some(outer) = out.get(at).cloned() else {
            break;
        };
        let inner = out.iter_mut().skip(first).find(|r| comments(&outer, r));
        if let Some(inner) = inner {
            inner.adjuncts.extend(outer.adjuncts);
            out.remove(at);
        } else {
            at += 1;
        }
    }
}

/// A quoted object inside a reported clause (`a dit que Moscou répondrait « de façon symétrique »`) is part of the report, unless the
/// outer source is a medium that only relays.
fn drop_fragments(scene: &Scene<'_>, first: usize, out: &mut Vec<Reading>) {
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
    let medium = |r: &Reading| matches!(r.who, super::Who::Words(p) if (p.run.start..p.run.end).any(|i| scene.is(i, Classes::MEDIA.or(Classes::AGENCY).or(Classes::MEDIA_NOUN))));
    let clauses: Vec<Run> = out
        .get(first..)
        .unwrap_or(&[])
        .iter()
        .filter(|r| {
            matches!(
                r.rule,
                "que-clause" | "participle-que" | "coordinated-cue" | "gerund" | "infinitive-tail"
            ) && !medium(r)
        })
        .flat_map(|r| r.content.iter().copied())
        .collect();
    let mut at = 0;
    out.retain(|r| {
        at += 1;
        at <= first || !weak(r) || !r.cue.is_some_and(|c| clauses.iter().any(|q| q.contains(c)))
    });
}

/// What a speaker reports inside a quotation stays his words: an inner report survives only with marks of its own.
fn drop_own_words(scene: &Scene<'_>, first: usize, out: &mut Vec<Reading>) {
    let quoted: Vec<Run> = out
        .get(first..)
        .unwrap_or(&[])
        .iter()
        .filter(|r| r.cue.is_none_or(|c| scene.level(c.start) == 0))
        .flat_map(|r| r.content.iter().copied())
        .collect();
    let mut at = 0;
    out.retain(|r| {
        at += 1;
        let level = r.cue.map_or(0, |c| scene.level(c.start));
        let inside = level != 0 && r.cue.is_some_and(|c| quoted.iter().any(|q| q.contains(c)));
        let marked = r.content.iter().any(|c| {
            (c.start..c.end).any(|i| scene.kind(i) == Kind::Open) || scene.level(c.start) != level
        });
        at <= first || !inside || marked || r.rule.starts_with("incise")
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
