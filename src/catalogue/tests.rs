//! What must hold of every row: both languages, the same placeholders, no word that judges.

use std::collections::BTreeSet;

use super::{AREAS, Lang, Row, count, fill, filled, find};

/// Beginnings of words that would judge what somebody says, or grade an article: they stand nowhere in the catalogue.
const FRENCH: &[&str] = &[
    "vrai",
    "faux",
    "fausse",
    "fiable",
    "douteu",
    "suspect",
    "erreur",
    "erroné",
    "violation",
    "mensong",
];
const ENGLISH: &[&str] = &[
    "true",
    "truth",
    "untrue",
    "false",
    "reliab",
    "unreliab",
    "suspicious",
    "dubious",
    "error",
    "violation",
];

fn rows() -> impl Iterator<Item = (String, &'static Row)> {
    AREAS.iter().flat_map(|area| {
        area.rows
            .iter()
            .map(|(key, row)| (format!("{}.{key}", area.name), row))
    })
}

fn placeholders(template: &str) -> BTreeSet<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

#[test]
fn every_file_can_be_read() {
    for area in &AREAS {
        assert!(!area.rows.is_empty(), "{}", area.name);
    }
}

#[test]
fn every_row_has_words_in_both_languages_with_the_same_placeholders() {
    for (key, row) in rows() {
        assert!(!row.en.trim().is_empty(), "{key} has no English");
        assert!(!row.fr.trim().is_empty(), "{key} has no French");
        assert_eq!(placeholders(&row.en), placeholders(&row.fr), "{key}");
    }
}

#[test]
fn no_row_judges() {
    for (key, row) in rows() {
        for (text, forbidden) in [(&row.fr, FRENCH), (&row.en, ENGLISH)] {
            let judged = words(text).find(|w| forbidden.iter().any(|f| w.starts_with(f)));
            assert_eq!(judged, None, "{key}: {text}");
        }
    }
}

#[test]
fn every_count_has_one_and_many() {
    for (key, _) in rows() {
        let other = match (key.strip_suffix("-one"), key.strip_suffix("-many")) {
            (Some(stem), _) => format!("{stem}-many"),
            (_, Some(stem)) => format!("{stem}-one"),
            _ => continue,
        };
        assert!(find(Lang::En, &other).is_some(), "{key} without {other}");
    }
}

#[test]
fn fills_placeholders_once() {
    assert_eq!(
        filled("{a} et {b}", &[("a", "{b}"), ("b", "c")]),
        "{b} et c"
    );
    assert_eq!(filled("{a {b}", &[("b", "c")]), "{a {b}");
    assert_eq!(fill(Lang::Fr, "report.sources", &[]), "sources");
}

#[test]
fn counts_in_the_grammar_of_the_language() {
    assert_eq!(count(Lang::En, "report.articles", 0), "0 articles");
    assert_eq!(count(Lang::Fr, "report.articles", 0), "0 article");
    assert_eq!(count(Lang::Fr, "report.claims", 2), "2 propos attribués");
}
