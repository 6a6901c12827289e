//! One article's claims and marks against those of a reader.
//!
//! In: the annotation, the report and the text. Out: how many the program has right, gives, and should give. Contents agree when
//! four words in five are common to both: « la zone restera fermée » and « la zone restera fermée mardi ». An optional claim, and
//! the outer reading of a chain, excuse what the program gives there.

use std::collections::BTreeSet;
use std::fmt;
use std::iter::Sum;

use selon::contract::{self, Report, Source};

use super::{Claim, Gold, Place, names};

/// Contents that are one at all.
const PAIRED: f64 = 0.3;
/// Contents that agree.
const AGREED: f64 = 0.8;
/// Sources and cues that agree.
const HALF: f64 = 0.5;
/// Contents of an outer reading, and marks, that agree.
const NEARLY: f64 = 0.9;

/// Numbers of the words under a stretch.
type Cover = BTreeSet<usize>;

/// How many are right, given and wanted.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    right: u32,
    given: u32,
    wanted: u32,
}

impl Tally {
    fn new(right: usize, given: usize, wanted: usize) -> Self {
        Self {
            right: right as u32,
            given: given as u32,
            wanted: wanted as u32,
        }
    }

    /// Gives the harmonic mean of precision and recall, in points.
    pub(super) fn f1(self) -> f64 {
        let all = self.given + self.wanted;
        if all == 0 {
            return 100.0;
        }
        200.0 * f64::from(self.right) / f64::from(all)
    }

    /// Counts what is given and not right, and what is wanted and not found.
    pub(super) fn wrong(self) -> u32 {
        self.given + self.wanted - 2 * self.right
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |a, b| Self {
            right: a.right + b.right,
            given: a.given + b.given,
            wanted: a.wanted + b.wanted,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            right,
            given,
            wanted,
        } = self;
        write!(
            f,
            "{:.1} ({right} right of {given} given and {wanted} wanted)",
            self.f1()
        )
    }
}

/// What one article comes to.
pub(super) struct Score {
    /// Claims whose content agrees.
    pub(super) claims: Tally,
    /// Claims whose content, cue, source, speaker and agency agree.
    pub(super) tuples: Tally,
    /// Marks whose class agrees.
    pub(super) marks: Tally,
}

/// The words of an article, in code points.
struct Words(Vec<Place>);

impl Words {
    fn of(text: &str) -> Self {
        let mut words: Vec<Place> = Vec::new();
        for (start, c) in (0..).zip(text.chars()) {
            if !c.is_alphanumeric() && c != '_' {
                continue;
            }
            let end = start + 1;
            match words.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => words.push(Place { start, end }),
            }
        }
        Self(words)
    }

    fn under(&self, places: impl IntoIterator<Item = Place>) -> Cover {
        places
            .into_iter()
            .flat_map(|place| {
                let first = self.0.partition_point(|word| word.end <= place.start);
                let last = self.0.partition_point(|word| word.start < place.end);
                first..last
            })
            .collect()
    }
}

/// Scores one article.
pub(super) fn score(gold: &Gold, report: &Report, text: &str) -> Score {
    let words = Words::of(text);
    let sheet = Sheet::new(gold, report, &words);
    let pairs = sheet.pairs();
    let found = |j: usize| pairs.iter().any(|(_, other)| *other == j);
    let extra: Vec<usize> = (0..sheet.given.len()).filter(|j| !found(*j)).collect();
    let given = pairs.len() + extra.len() - sheet.excused(&extra);
    let agreed = |(i, j): &(usize, usize)| alike(&sheet.wanted[*i].1, &sheet.given[*j].1) >= AGREED;
    let whole = |(i, j): &(usize, usize)| {
        let (wanted, given) = (sheet.wanted[*i].0, sheet.given[*j].0);
        agreed(&(*i, *j)) && tuple(wanted, given, &words)
    };
    let right = |test: &dyn Fn(&(usize, usize)) -> bool| pairs.iter().filter(|p| test(p)).count();
    Score {
        claims: Tally::new(right(&agreed), given, sheet.wanted.len()),
        tuples: Tally::new(right(&whole), given, sheet.wanted.len()),
        marks: marks(gold, report, &words),
    }
}

/// Claims of an article with the words of their contents.
struct Sheet<'a> {
    words: &'a Words,
    wanted: Vec<(&'a Claim, Cover)>,
    optional: Vec<Cover>,
    given: Vec<(&'a contract::Claim, Cover)>,
}

impl<'a> Sheet<'a> {
    fn new(gold: &'a Gold, report: &'a Report, words: &'a Words) -> Self {
        let cover = |claim: &Claim| words.under(claim.content.iter().copied());
        let required = gold.claims.iter().filter(|c| !c.optional);
        let optional = gold.claims.iter().filter(|c| c.optional);
        let given = report.claims.iter().map(|claim| {
            let places = claim.content.iter().map(|s| Place {
                start: s.start,
                end: s.end,
            });
            (claim, words.under(places))
        });
        Self {
            words,
            wanted: required.map(|claim| (claim, cover(claim))).collect(),
            optional: optional.map(cover).collect(),
            given: given.collect(),
        }
    }

    /// Pairs claims wanted with claims given: the most alike first, then those with the right source, then in the order of the text.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        for (i, (claim, content)) in self.wanted.iter().enumerate() {
            for (j, (other, cover)) in self.given.iter().enumerate() {
                let like = alike(content, cover);
                if like >= PAIRED {
                    all.push((like, source(claim, other, self.words), i, j));
                }
            }
        }
        all.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then(b.1.cmp(&a.1))
                .then((a.2, a.3).cmp(&(b.2, b.3)))
        });
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (_, _, i, j) in all {
            if pairs.iter().all(|(a, b)| *a != i && *b != j) {
                pairs.push((i, j));
            }
        }
        pairs
    }

    /// Counts those of `extra` that an optional claim, each one at most, or the outer reading of a chain excuses.
    fn excused(&self, extra: &[usize]) -> usize {
        let mut left: Vec<&Cover> = self.optional.iter().collect();
        extra
            .iter()
            .filter(|j| {
                let (claim, cover) = &self.given[**j];
                let excuse = left.iter().position(|optional| {
                    alike(optional, cover) >= PAIRED || share(optional, cover) >= AGREED
                });
                excuse.map(|at| left.remove(at)).is_some() || self.outer(claim, cover)
            })
            .count()
    }

    fn outer(&self, given: &contract::Claim, cover: &Cover) -> bool {
        let Some(named) = given.source.as_ref().and_then(place) else {
            return false;
        };
        let named = self.words.under([named]);
        self.wanted.iter().any(|(claim, content)| {
            share(cover, content) >= NEARLY
                && claim
                    .relays
                    .iter()
                    .any(|relay| alike(&self.words.under([*relay]), &named) >= HALF)
        })
    }
}

/// Gives the smaller of the shares that two stretches have in common.
fn alike(a: &Cover, b: &Cover) -> f64 {
    share(a, b).min(share(b, a))
}

/// Gives the share of `part` that is in `whole`.
fn share(whole: &Cover, part: &Cover) -> f64 {
    if part.is_empty() {
        return 0.0;
    }
    let both = part.intersection(whole).count() as u32;
    f64::from(both) / f64::from(part.len() as u32)
}

fn place(source: &Source) -> Option<Place> {
    let (start, end) = (source.start?, source.end?);
    Some(Place { start, end })
}

/// Gives the name that the program resolves a source to, else its words.
fn speaker(given: &contract::Claim) -> &str {
    let source = given.source.as_ref();
    let name = source.and_then(|s| s.entity.as_deref().filter(|name| !name.is_empty()));
    name.or_else(|| source?.text.as_deref()).unwrap_or_default()
}

/// Tells whether the source is the one wanted, by its words or by its name. Where no words name it, nobody is right too.
fn source(wanted: &Claim, given: &contract::Claim, words: &Words) -> bool {
    let entity = given.source.as_ref().and_then(|s| s.entity.as_deref());
    let by_name = names::same(&wanted.resolved, entity.unwrap_or_default());
    let Some(at) = wanted.source else {
        return speaker(given).is_empty() || by_name;
    };
    let Some(source) = &given.source else {
        return false;
    };
    let by_words =
        place(source).is_some_and(|named| alike(&words.under([at]), &words.under([named])) >= HALF);
    by_words || by_name
}

/// Tells whether the cue is the one wanted, or another of the same chain is; a part of the cue will do, a stretch around it not.
fn cue(wanted: &Claim, given: &contract::Claim, words: &Words) -> bool {
    let Some(at) = wanted.cue else {
        return true;
    };
    let expected = words.under([at]);
    let relays = given.relays.iter().filter_map(|relay| relay.cue.as_ref());
    given.cue.iter().chain(relays).any(|cue| {
        let found = words.under([Place {
            start: cue.start,
            end: cue.end,
        }]);
        alike(&expected, &found) >= HALF || !found.is_empty() && found.is_subset(&expected)
    })
}

/// Tells whether everything but the content agrees.
fn tuple(wanted: &Claim, given: &contract::Claim, words: &Words) -> bool {
    source(wanted, given, words)
        && cue(wanted, given, words)
        && names::same(&wanted.resolved, speaker(given))
        && wanted.agency == given.agency
}

fn marks(gold: &Gold, report: &Report, words: &Words) -> Tally {
    let mut left: Vec<&contract::Mark> = report.marks.iter().collect();
    let mut right = 0;
    for mark in &gold.marks {
        let inside = words.under([mark.place]);
        let same = |found: &&contract::Mark| {
            let (start, end) = (found.start, found.end);
            alike(&inside, &words.under([Place { start, end }])) >= NEARLY
        };
        if let Some(at) = left.iter().position(same) {
            right += usize::from(left.remove(at).class == mark.class);
        }
    }
    Tally::new(right, report.marks.len(), gold.marks.len())
}

#[test]
fn compares_stretches_by_their_words() {
    let words = Words::of("La zone reste fermée, dit-on.");
    let content = words.under([Place { start: 0, end: 20 }]);
    let shorter = words.under([Place { start: 3, end: 21 }]);
    assert_eq!(content.len(), 4);
    assert_eq!(
        (alike(&content, &shorter), share(&content, &shorter)),
        (0.75, 1.0)
    );
}
