//! What many reports come to: claims, remarks and sources, counted.
//!
//! In: one report after the other. Out: sums for the summary, which grow with the number of sources: « Selon KCNA, le tir a eu
//! lieu » adds one to `KCNA`.

use std::collections::BTreeMap;

use super::line::one_line;
use super::statement::name;
use crate::catalogue::{Lang, count, fill};
use crate::contract::{Kind, Level, Report};

/// What many reports come to, for the summary; it grows with the number of sources, not of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// Number of articles.
    pub articles: usize,
    /// Number of claims: direct, mixed, indirect.
    pub kinds: [usize; 3],
    /// Claims that the article presents as unconfirmed.
    pub conditional: usize,
    /// Claims with a negated cue.
    pub negated: usize,
    /// Claims without a named source.
    pub unnamed: usize,
    /// Remarks: to check, to note, limits of the program.
    pub levels: [usize; 3],
    /// Claims per source, by its fullest name.
    pub sources: BTreeMap<String, usize>,
    /// Claims per agency or medium that the text names.
    pub agencies: BTreeMap<String, usize>,
    /// Articles per credited agency.
    pub credits: BTreeMap<String, usize>,
}

impl Tally {
    /// Counts one report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut tally = Self {
            articles: 1,
            ..Self::default()
        };
        for claim in &report.claims {
            let kind = match claim.kind {
                Kind::Direct => 0,
                Kind::Mixed => 1,
                Kind::Indirect => 2,
            };
            tally.kinds[kind] += 1;
            tally.conditional += usize::from(claim.modality.conditional);
            tally.negated += usize::from(claim.modality.negated);
            match claim.source.as_ref().and_then(name) {
                Some(source) => *tally.sources.entry(one_line(source)).or_default() += 1,
                None => tally.unnamed += 1,
            }
            if let Some(agency) = &claim.agency {
                *tally.agencies.entry(agency.clone()).or_default() += 1;
            }
        }
        for finding in &report.findings {
            let at = match finding.level {
                Level::Check => 0,
                Level::Note => 1,
                Level::Limit => 2,
            };
            tally.levels[at] += 1;
        }
        tally
            .credits
            .extend(report.article.credits.iter().map(|id| (id.clone(), 1)));
        tally
    }

    /// Adds what another tally has counted.
    pub fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.kinds
            .iter_mut()
            .zip(other.kinds)
            .for_each(|(sum, more)| *sum += more);
        self.levels
            .iter_mut()
            .zip(other.levels)
            .for_each(|(sum, more)| *sum += more);
        self.conditional += other.conditional;
        self.negated += other.negated;
        self.unnamed += other.unnamed;
        add(&mut self.sources, other.sources);
        add(&mut self.agencies, other.agencies);
        add(&mut self.credits, other.credits);
    }

    /// Number of remarks.
    #[must_use]
    pub fn remarks(&self) -> usize {
        self.levels.iter().sum()
    }

    /// Number of claims.
    #[must_use]
    pub fn claims(&self) -> usize {
        self.kinds.iter().sum()
    }
}

fn add(sum: &mut BTreeMap<String, usize>, more: BTreeMap<String, usize>) {
    for (name, count) in more {
        *sum.entry(name).or_default() += count;
    }
}

/// The most frequent first, then by name.
pub(super) fn ranked(counts: &BTreeMap<String, usize>) -> Vec<(&str, usize)> {
    let mut ranked: Vec<_> = counts
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    ranked
}

/// How the claims of a tally divide.
pub(super) fn kinds(tally: &Tally, lang: Lang) -> String {
    let [direct, mixed, indirect] = tally.kinds;
    let counts = [
        ("direct", direct),
        ("mixed", mixed),
        ("indirect", indirect),
        ("conditional", tally.conditional),
        ("negated", tally.negated),
        ("unnamed", tally.unnamed),
    ]
    .map(|(name, count)| (name, count.to_string()));
    fill(
        lang,
        "report.kinds",
        &counts.each_ref().map(|(n, c)| (*n, c.as_str())),
    )
}

/// How the remarks of a tally divide.
pub(super) fn remarks(tally: &Tally, lang: Lang) -> String {
    let [check, note, limit] = tally.levels.map(|n| n.to_string());
    let with = [("check", &*check), ("note", &*note), ("limit", &*limit)];
    let levels = fill(lang, "report.remarks-levels", &with);
    format!(
        "{}: {levels}",
        count(lang, "report.remarks", tally.remarks())
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample;

    #[test]
    fn counts_the_same_in_one_go_and_in_two() {
        let mut twice = Tally::of(&sample());
        twice.add(Tally::of(&sample()));
        assert_eq!(
            (
                twice.articles,
                twice.claims(),
                twice.conditional,
                twice.unnamed
            ),
            (2, 4, 2, 2)
        );
        assert_eq!(ranked(&twice.sources), [("Loïc Kervadec", 2)]);
    }
}
