//! How much of the articles written for this project the program reads as a reader does.
//!
//! In: `tests/articles` and what readers found in them, in `tests/gold`, and the articles of `tests/gold/second` with theirs: in « « On a
//! vu le toit partir comme une crêpe », témoigne le gardien » one claim of the keeper. Out: an F1 for claims, for claims with their
//! speaker, and for marks, each held to a floor, for each of the two sets.

mod names;
mod score;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::corpus::{articles, project, report};
use score::{Score, Tally};

// Floors in points of F1, 1.5 below what was reached on 2026-11-21: raise them when the program has become better, lower them
// only with the reason in the commit.

/// Articles that readers have annotated.
struct Set {
    /// Folder of the annotations.
    annotations: &'static str,
    /// Folder of the articles.
    articles: &'static str,
    /// Contents that agree.
    claims: f64,
    /// Contents that agree with cue, source, speaker and agency.
    tuples: f64,
    /// Marks with the right class.
    marks: f64,
}

const FIRST: Set = Set {
    annotations: "tests/gold",
    articles: "tests/articles",
    claims: 93.2,
    tuples: 86.9,
    marks: 94.5,
};

const SECOND: Set = Set {
    annotations: "tests/gold/second",
    articles: "tests/gold/second",
    claims: 89.7,
    tuples: 73.8,
    marks: 97.1,
};

/// How many articles a failure names.
const WORST: usize = 5;

/// What a reader found in one article; offsets in code points.
#[derive(Deserialize)]
struct Gold {
    doc: String,
    sha256: String,
    claims: Vec<Claim>,
    marks: Vec<Mark>,
}

/// One statement as a reader marked it.
#[derive(Deserialize)]
struct Claim {
    content: Vec<Place>,
    cue: Option<Place>,
    source: Option<Place>,
    resolved: String,
    agency: Option<String>,
    optional: bool,
    relays: Vec<Place>,
}

/// One pair of quotation marks as a reader classed it.
#[derive(Deserialize)]
struct Mark {
    #[serde(flatten)]
    place: Place,
    class: selon::contract::MarkClass,
}

/// A stretch of text in code points, end exclusive.
#[derive(Clone, Copy, Deserialize)]
struct Place {
    start: u32,
    end: u32,
}

/// The scores of the articles of both sets, by name.
static SCORES: [LazyLock<Vec<(String, Score)>>; 2] = [
    LazyLock::new(|| scores(&FIRST)),
    LazyLock::new(|| scores(&SECOND)),
];

fn scores(set: &Set) -> Vec<(String, Score)> {
    let read = |gold: Gold| {
        let path = project(set.articles).join(format!("{}.txt", gold.doc));
        let text = fs::read_to_string(path).expect("the annotated article is there");
        let found = report(&gold.doc, &text);
        assert_eq!(
            found.article.sha256, gold.sha256,
            "`{}` has changed since it was annotated",
            gold.doc
        );
        let score = score::score(&gold, &found, &text);
        (gold.doc, score)
    };
    annotations(set).into_iter().map(read).collect()
}

fn annotations(set: &Set) -> Vec<Gold> {
    let folder = fs::read_dir(project(set.annotations)).expect("the annotations are there");
    let mut paths: Vec<_> = folder
        .map(|e| e.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    paths.sort();
    paths.iter().map(|path| annotation(path)).collect()
}

fn annotation(path: &Path) -> Gold {
    let text = fs::read_to_string(path).expect("an annotation is UTF-8");
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Holds that the sum of `part` over all articles of a set reaches its floor.
fn hold(what: &str, floor: impl Fn(&Set) -> f64, part: impl Fn(&Score) -> Tally) {
    for (set, scores) in [&FIRST, &SECOND].into_iter().zip(&SCORES) {
        hold_set(
            &format!("{what} of {}", set.annotations),
            floor(set),
            scores,
            &part,
        );
    }
}

fn hold_set(what: &str, floor: f64, scores: &[(String, Score)], part: impl Fn(&Score) -> Tally) {
    let all: Tally = scores.iter().map(|(_, score)| part(score)).sum();
    let mut worst: Vec<(&str, Tally)> = scores
        .iter()
        .map(|(name, score)| (name.as_str(), part(score)))
        .collect();
    worst.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.wrong()));
    let listed: Vec<String> = worst
        .iter()
        .take(WORST)
        .map(|(name, tally)| format!("    {name}: {tally}"))
        .collect();
    assert!(
        all.f1() >= floor,
        "{what}: expected F1 of at least {floor}, found {all}; most wrong in\n{}",
        listed.join("\n")
    );
}

#[test]
fn finds_what_is_said() {
    hold("claims", |set| set.claims, |score| score.claims);
}

#[test]
fn knows_who_says_it_and_through_whom() {
    hold(
        "claims with cue, speaker and agency",
        |set| set.tuples,
        |score| score.tuples,
    );
}

#[test]
fn knows_what_quotation_marks_do() {
    hold("marks", |set| set.marks, |score| score.marks);
}

#[test]
fn every_article_is_annotated() {
    let annotated: Vec<&str> = SCORES[0].iter().map(|(name, _)| name.as_str()).collect();
    let written: Vec<String> = articles().into_iter().map(|sample| sample.name).collect();
    assert_eq!(annotated, written);
}
