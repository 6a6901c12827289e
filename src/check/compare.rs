//! Comparison of two snapshots, claim by claim.
//!
//! In: what was read and what is read. Out: [`Difference`]s: a claim whose words are the same, or nearly, is the same claim with
//! something changed; « On tient bon » that nobody says any more is a source that changed, not a claim that came and one that went.

use std::collections::BTreeMap;

use super::snapshot::{Remark, Snapshot, Statement};

/// Words of a thousand that two claims have in common when they are taken for one.
const ALIKE: u32 = 500;
/// Pairs of claims that are compared word by word, at most.
const PAIRS: usize = 250_000;

/// Something that is read otherwise than before.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Difference {
    /// A claim that was not there.
    Added(Statement),
    /// A claim that is gone.
    Lost(Statement),
    /// A claim with one part that has changed: its words now, the name of the part, before, and after.
    Changed {
        /// The words of the claim, as they are now.
        words: String,
        /// `source`, `agency`, `relay`, `modality` or `wording`.
        part: &'static str,
        /// What it was.
        before: String,
        /// What it is.
        after: String,
    },
    /// A remark that was not there.
    RemarkAdded(Remark),
    /// A remark that is gone.
    RemarkLost(Remark),
}

/// Compares what was read with what is read now.
#[must_use]
pub fn compare(before: &Snapshot, after: &Snapshot) -> Vec<Difference> {
    let mut pairs = Pairs::new(before, after);
    pairs.join(|old, new| old == new);
    pairs.join(|old, new| old.words == new.words);
    pairs.join_alike();
    let mut differences = Vec::new();
    for (at, new) in after.claims.iter().enumerate() {
        match pairs.old_of(at) {
            Some(old) => changes(old, new, &mut differences),
            None => differences.push(Difference::Added(new.clone())),
        }
    }
    differences.extend(pairs.lost().cloned().map(Difference::Lost));
    remarks(before, after, &mut differences);
    differences
}

/// Which claim of before is which claim of now.
struct Pairs<'a> {
    old: &'a [Statement],
    new: &'a [Statement],
    /// By index of `new`.
    joined: Vec<Option<usize>>,
    /// By index of `old`.
    taken: Vec<bool>,
}

impl<'a> Pairs<'a> {
    fn new(before: &'a Snapshot, after: &'a Snapshot) -> Self {
        Self {
            old: &before.claims,
            new: &after.claims,
            joined: vec![None; after.claims.len()],
            taken: vec![false; before.claims.len()],
        }
    }

    /// Joins the claims that are still alone and the same, in their order.
    fn join(&mut self, same: impl Fn(&Statement, &Statement) -> bool) {
        let mut by_words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, old) in self.old.iter().enumerate().rev() {
            if !self.is_taken(at) {
                by_words.entry(&old.words).or_default().push(at);
            }
        }
        for (at, new) in self.new.iter().enumerate() {
            if self.old_of(at).is_some() {
                continue;
            }
            let Some(olds) = by_words.get_mut(new.words.as_str()) else {
                continue;
            };
            let fits = |old: &usize| self.old.get(*old).is_some_and(|old| same(old, new));
            if let Some(place) = olds.iter().rposition(fits) {
                let old = olds.remove(place);
                self.pair(old, at);
            }
        }
    }

    /// Joins the rest by how many words they share, the most alike first.
    fn join_alike(&mut self) {
        let alone: Vec<usize> = (0..self.new.len())
            .filter(|at| self.old_of(*at).is_none())
            .collect();
        let left: Vec<usize> = (0..self.old.len())
            .filter(|at| !self.is_taken(*at))
            .collect();
        if alone.len().saturating_mul(left.len()) > PAIRS {
            return;
        }
        let mut alike: Vec<(u32, usize, usize)> = Vec::new();
        for at in &alone {
            for old in &left {
                if let (Some(one), Some(other)) = (self.old.get(*old), self.new.get(*at)) {
                    let share = likeness(&one.words, &other.words);
                    if share >= ALIKE {
                        alike.push((1000 - share, *at, *old));
                    }
                }
            }
        }
        alike.sort_unstable();
        for (_, at, old) in alike {
            if self.old_of(at).is_none() && !self.is_taken(old) {
                self.pair(old, at);
            }
        }
    }

    fn pair(&mut self, old: usize, new: usize) {
        if let (Some(joined), Some(taken)) = (self.joined.get_mut(new), self.taken.get_mut(old)) {
            *joined = Some(old);
            *taken = true;
        }
    }

    fn old_of(&self, new: usize) -> Option<&'a Statement> {
        self.old.get(self.joined.get(new).copied().flatten()?)
    }

    fn is_taken(&self, old: usize) -> bool {
        self.taken.get(old).copied().unwrap_or_default()
    }

    fn lost(&self) -> impl Iterator<Item = &'a Statement> {
        let pairs = self.old.iter().zip(&self.taken);
        pairs.filter(|(_, taken)| !**taken).map(|(old, _)| old)
    }
}

/// How many words of a thousand two texts have in common (Dice).
fn likeness(one: &str, other: &str) -> u32 {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let mut total: u32 = 0;
    for word in one.split_whitespace() {
        *counts.entry(word).or_default() += 1;
        total += 1;
    }
    let mut shared: u32 = 0;
    for word in other.split_whitespace() {
        total += 1;
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    (2000 * shared).checked_div(total).unwrap_or(1000)
}

fn changes(old: &Statement, new: &Statement, differences: &mut Vec<Difference>) {
    let own = |words: &Option<String>| words.clone().unwrap_or_default();
    let parts = [
        ("wording", wording(old, new), wording(new, old)),
        ("source", own(&old.source), own(&new.source)),
        ("relay", old.relays.join(" ← "), new.relays.join(" ← ")),
        ("agency", own(&old.agency), own(&new.agency)),
        ("modality", modality(old), modality(new)),
    ];
    for (part, before, after) in parts {
        if before != after {
            differences.push(Difference::Changed {
                words: new.words.clone(),
                part,
                before,
                after,
            });
        }
    }
}

/// Gives what is worded otherwise than in `other`: words, cue, and how they stand in the text.
fn wording(one: &Statement, other: &Statement) -> String {
    let mut parts = Vec::new();
    if one.words != other.words {
        parts.push(one.words.clone());
    }
    if one.cue != other.cue {
        parts.push(format!("({})", one.cue.as_deref().unwrap_or("—")));
    }
    if one.kind != other.kind {
        parts.push(format!("[{}]", format!("{:?}", one.kind).to_lowercase()));
    }
    parts.join(" ")
}

fn modality(statement: &Statement) -> String {
    let flags = [
        (statement.conditional, "conditional"),
        (statement.negated, "negated"),
    ];
    let set: Vec<_> = flags
        .iter()
        .filter(|(set, _)| *set)
        .map(|(_, name)| *name)
        .collect();
    set.join(", ")
}

fn remarks(before: &Snapshot, after: &Snapshot, differences: &mut Vec<Difference>) {
    let mut counts: BTreeMap<&Remark, i64> = BTreeMap::new();
    for remark in &after.remarks {
        *counts.entry(remark).or_default() += 1;
    }
    for remark in &before.remarks {
        *counts.entry(remark).or_default() -= 1;
    }
    for (remark, count) in counts {
        for _ in 0..count.abs() {
            differences.push(if count > 0 {
                Difference::RemarkAdded(remark.clone())
            } else {
                Difference::RemarkLost(remark.clone())
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample;

    fn snapshot() -> Snapshot {
        Snapshot::new("a.txt".to_owned(), &sample())
    }

    /// Changes something and gives the names of the differences.
    fn told(change: impl FnOnce(&mut Snapshot)) -> Vec<&'static str> {
        let (before, mut after) = (snapshot(), snapshot());
        change(&mut after);
        let name = |difference: &Difference| match difference {
            Difference::Added(_) => "added",
            Difference::Lost(_) => "lost",
            Difference::Changed { part, .. } => part,
            Difference::RemarkAdded(_) => "remark added",
            Difference::RemarkLost(_) => "remark lost",
        };
        compare(&before, &after).iter().map(name).collect()
    }

    #[test]
    fn names_each_kind_of_change() {
        assert!(told(|_| {}).is_empty());
        assert_eq!(told(|now| now.claims.truncate(1)), ["lost"]);
        assert_eq!(told(|now| now.claims[0].source = None), ["source"]);
        assert_eq!(told(|now| now.claims[0].relays.clear()), ["relay"]);
        assert_eq!(told(|now| now.claims[0].agency = None), ["agency"]);
        assert_eq!(told(|now| now.claims[0].negated = true), ["modality"]);
        assert_eq!(
            told(|now| now.claims[0].words = "Le pont rouvrira […] mardi".to_owned()),
            ["wording"]
        );
        assert_eq!(
            told(|now| now.claims[0].words = "Rien de tout cela".to_owned()),
            ["added", "lost"]
        );
        let remark = Remark {
            code: "SRC001".to_owned(),
            words: String::new(),
        };
        assert_eq!(
            told(|now| now.remarks.push(remark.clone())),
            ["remark added"]
        );
    }

    #[test]
    fn takes_claims_that_moved_for_the_same() {
        assert!(told(|now| now.claims.reverse()).is_empty());
    }

    #[test]
    fn gives_up_on_pairs_when_there_are_too_many() {
        let many = |letter: char| {
            let mut many = snapshot();
            let one = many.claims[0].clone();
            many.claims = (0..600)
                .map(|n| Statement {
                    words: format!("{letter}{n} pont pont pont"),
                    ..one.clone()
                })
                .collect();
            many
        };
        assert_eq!(compare(&many('a'), &many('b')).len(), 1200);
    }
}
