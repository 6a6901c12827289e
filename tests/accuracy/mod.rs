//! How much of the articles written for this project the program reads as a reader does.
//!
//! In: `tests/articles` and what readers found in them, in `tests/gold`: in « « On a vu le toit partir comme une crêpe », témoigne
//! le gardien » one claim of the keeper. Out: an F1 for claims, for claims with their speaker, and for marks, each held to a floor.

mod names;
mod score;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::corpus::{articles, project, report};
use score::{Score, Tally};

// Floors in points of F1, 1.5 below what was reached on 2026-11-21 (93.5, 83.9 and 96.0): raise them when the program has
// become better, lower them only with the reason in the commit.

/// Contents that agree.
const CLAIMS: f64 = 92.0;
/// Contents that agree with cue, source, speaker and agency.
const TUPLES: f64 = 82.4;
/// Marks with the right class.
const MARKS: f64 = 94.5;

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

/// The scores of all articles, by name.
static SCORES: LazyLock<Vec<(String, Score)>> = LazyLock::new(|| {
    let read = |gold: Gold| {
        let path = project("tests/articles").join(format!("{}.txt", gold.doc));
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
    annotations().into_iter().map(read).collect()
});

fn annotations() -> Vec<Gold> {
    let folder = fs::read_dir(project("tests/gold")).expect("the annotations are there");
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

/// Holds that the sum of `part` over all articles reaches `floor`.
fn hold(what: &str, floor: f64, part: impl Fn(&Score) -> Tally) {
    let all: Tally = SCORES.iter().map(|(_, score)| part(score)).sum();
    let mut worst: Vec<(&str, Tally)> = SCORES
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
    hold("claims", CLAIMS, |score| score.claims);
}

#[test]
fn knows_who_says_it_and_through_whom() {
    hold("claims with cue, speaker and agency", TUPLES, |score| {
        score.tuples
    });
}

#[test]
fn knows_what_quotation_marks_do() {
    hold("marks", MARKS, |score| score.marks);
}

#[test]
fn every_article_is_annotated() {
    let annotated: Vec<&str> = SCORES.iter().map(|(name, _)| name.as_str()).collect();
    let written: Vec<String> = articles().into_iter().map(|sample| sample.name).collect();
    assert_eq!(annotated, written);
}
