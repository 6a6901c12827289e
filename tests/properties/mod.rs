//! What holds for any text: slices that give back their words, one result for both normal forms, no panic.
//!
//! In: articles, random strings such as « ‹ selon », 🙂 \n “ », and hostile shapes. Out: their reports, held to the contract.

use std::fmt::Write;

use proptest::prelude::*;
use selon::contract::{Claim, Report, Stretch};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::corpus::{Sample, annotated, articles, report};

/// Gives every object of a report that has a place in the text, wherever it stands.
fn places<'v>(value: &'v Value, path: &str, out: &mut Vec<(String, &'v Value)>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("start") {
                out.push((path.to_owned(), value));
            }
            for (name, field) in fields {
                places(field, &format!("{path}.{name}"), out);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, &format!("{path}[{at}]"), out);
            }
        }
        _ => {}
    }
}

/// Holds that every stretch of the report gives back its words when the text is cut by code points.
fn hold_slices(name: &str, text: &str, report: &Report) {
    let points: Vec<char> = text.chars().collect();
    let value = serde_json::to_value(report).expect("a report is JSON");
    let mut found = Vec::new();
    places(&value, "", &mut found);
    for (path, place) in found {
        if place["start"].is_null() {
            assert!(
                place["end"].is_null() && place["text"].is_null(),
                "{name}, {path}: {place}"
            );
            continue;
        }
        let point = |field: &str| place[field].as_u64().and_then(|n| usize::try_from(n).ok());
        let range = point("start")
            .zip(point("end"))
            .map(|(start, end)| start..end);
        let slice = range.and_then(|range| points.get(range));
        let slice: Option<String> = slice.map(|points| points.iter().collect());
        assert_eq!(
            slice.as_deref(),
            place["text"].as_str(),
            "{name}, {path}: {place}"
        );
        assert!(
            may_be_empty(&path) || place["start"] != place["end"],
            "{name}, {path} is empty: {place}"
        );
    }
}

/// Tells whether a place may hold no words: a pair of marks may be empty, and a mark left open may end the text.
fn may_be_empty(path: &str) -> bool {
    [".marks", ".findings", ".quotes"]
        .iter()
        .any(|part| path.contains(part))
}

/// Holds that claims, their segments and quotes, and marks stand in the order of the text.
fn hold_order(name: &str, report: &Report) {
    let starts = |claim: &Claim| claim.content.first().map(|segment| segment.start);
    for claim in &report.claims {
        assert!(!claim.content.is_empty(), "{name}: {claim:?}");
        for part in [&claim.content, &claim.quotes] {
            let apart = |pair: &[Stretch]| pair[0].end <= pair[1].start;
            assert!(part.windows(2).all(apart), "{name}: {claim:?}");
        }
    }
    for pair in report.claims.windows(2) {
        assert!(starts(&pair[0]) <= starts(&pair[1]), "{name}: {pair:#?}");
    }
    for pair in report.marks.windows(2) {
        assert!(pair[0].start <= pair[1].start, "{name}: {pair:#?}");
    }
}

/// Holds that ids are unique and that nothing points to a claim or an entity that is not there.
fn hold_references(name: &str, report: &Report) {
    let mut claims: Vec<&str> = report.claims.iter().map(|c| c.id.as_str()).collect();
    let mut entities: Vec<&str> = report.entities.iter().map(|e| e.id.as_str()).collect();
    for ids in [&mut claims, &mut entities] {
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: an id stands twice in {ids:?}");
    }
    let of_marks = report.marks.iter().filter_map(|m| m.claim.as_deref());
    let of_findings = report.findings.iter().filter_map(|f| f.claim.as_deref());
    for id in of_marks.chain(of_findings) {
        assert!(claims.contains(&id), "{name}: no claim `{id}`");
    }
    let relays = |claim: &'_ Claim| {
        claim
            .relays
            .iter()
            .map(|r| r.source.clone())
            .collect::<Vec<_>>()
    };
    let sources = report
        .claims
        .iter()
        .flat_map(|claim| claim.source.clone().into_iter().chain(relays(claim)));
    for id in sources.filter_map(|source| source.id) {
        assert!(entities.contains(&id.as_str()), "{name}: no entity `{id}`");
    }
}

fn hold_contract(name: &str, text: &str) -> Report {
    let report = report(name, text);
    hold_slices(name, text, &report);
    hold_order(name, &report);
    hold_references(name, &report);
    report
}

fn hold_round_trip(name: &str, report: &Report) {
    let bytes = serde_json::to_vec(report).expect("a report is JSON");
    let back: Report = serde_json::from_slice(&bytes).expect("a report reads its own JSON");
    assert_eq!(&back, report, "{name}");
}

/// Gives what two normal forms of a text must have in common.
fn composed(report: &Report) -> Vec<String> {
    let nfc = |words: &str| words.nfc().collect::<String>();
    report
        .claims
        .iter()
        .map(|claim| {
            let mut shown = claim.rule.clone();
            for segment in &claim.content {
                let _ = write!(shown, " | {}", nfc(&segment.text));
            }
            let speaker = claim.source.as_ref().and_then(|s| s.text.as_deref());
            let _ = write!(
                shown,
                " | {} | {:?}",
                nfc(speaker.unwrap_or_default()),
                claim.agency
            );
            shown
        })
        .collect()
}

#[test]
fn slices_of_articles_give_back_their_words() {
    for Sample { name, text } in articles() {
        let report = hold_contract(&name, &text);
        hold_round_trip(&name, &report);
    }
}

#[test]
fn slices_of_annotated_articles_give_back_their_words() {
    let samples = annotated();
    if samples.is_empty() {
        println!("skipped: there are no annotated articles beside the project");
    }
    for Sample { name, text } in samples {
        let report = hold_contract(&name, &text);
        hold_round_trip(&name, &report);
    }
}

#[test]
fn reads_both_normal_forms_alike() {
    for Sample { name, text } in articles() {
        let (nfc, nfd): (String, String) = (text.nfc().collect(), text.nfd().collect());
        assert_ne!(nfc, nfd, "{name} has an accent");
        let (nfc, nfd) = (hold_contract(&name, &nfc), hold_contract(&name, &nfd));
        for (nfc, nfd) in composed(&nfc).into_iter().zip(composed(&nfd)) {
            assert_eq!(nfc, nfd, "{name}");
        }
        assert_eq!(nfc.claims.len(), nfd.claims.len(), "{name}");
        assert_eq!(nfc.marks.len(), nfd.marks.len(), "{name}");
    }
}

/// Gives one piece of a text: a word, a cue, a mark, punctuation, a line break, or something foreign.
fn fragment() -> impl Strategy<Value = &'static str> {
    let words = &[
        "le maire",
        "Ana Ruiz",
        "elle",
        "il",
        "le président russe",
        "KCNA",
        "l'AFP",
        "une source",
        "M.",
        "le pont",
        "rouvrira",
        "a",
        "été",
        "e\u{301}te\u{301}",
        "n'",
        "d\u{2019}",
        "qui",
        "lundi",
        "1 500",
        "141 km/h",
        "12 h 05",
        "5'10\"",
        "de",
        "à",
        "que",
        "qu'",
    ][..];
    let cues = &[
        "a déclaré",
        "a-t-il ajouté",
        "selon",
        "Selon",
        "citant",
        "affirmant que",
        "d'après",
        "de source",
        "cité par",
        "aurait",
        "a promis de",
        "dit-elle",
        "accuse",
        "qualifie",
        "dans un communiqué",
        "à en croire",
        "(AFP)",
        "interrogé par",
        "pour",
    ][..];
    let marks = &[
        "«", "»", "\"", "“", "”", "‹", "›", "„", "'", "’", "« ", " »", "—", "– ",
    ][..];
    let signs = &[
        " ", " ", " ", ", ", ". ", ": ", " : ", "; ", "!", "?", "…", "...", "(", ")", "\n", "\n\n",
        "\r\n", "\t", "\u{a0}", "\u{202f}",
    ][..];
    let foreign = &[
        "🙂",
        "👩‍👩‍👧",
        "\u{301}",
        "\u{feff}",
        "\0",
        "Москва",
        "北京",
        "\u{202e}",
        "ß",
        "İ",
        "ﬁ",
        "\u{2028}",
    ][..];
    prop_oneof![
        4 => prop::sample::select(words),
        3 => prop::sample::select(cues),
        4 => prop::sample::select(marks),
        6 => prop::sample::select(signs),
        1 => prop::sample::select(foreign),
    ]
}

proptest! {
    #[test]
    fn any_text_of_french_pieces_keeps_the_contract(pieces in prop::collection::vec(fragment(), 0..60)) {
        let text = pieces.concat();
        let report = hold_contract("random", &text);
        hold_round_trip("random", &report);
    }

    #[test]
    fn any_text_of_french_words_keeps_the_contract(pieces in prop::collection::vec(fragment(), 0..60)) {
        let text = pieces.join(" ");
        hold_contract("random", &text);
    }

    #[test]
    fn any_text_at_all_keeps_the_contract(text in "\\PC{0,80}|(?s).{0,80}") {
        hold_contract("random", &text);
    }
}

/// Every way of putting up to four of the pieces that quotations are made of side by side.
#[test]
fn every_short_text_keeps_the_contract() {
    let pieces = [
        "« ", " »", "\"", "Ana", " a dit", " que ", ", ", ".", ":", "\n", "é",
    ];
    let mut texts = vec![String::new()];
    for _ in 0..4 {
        let longer = texts
            .iter()
            .flat_map(|text| pieces.iter().map(move |piece| format!("{text}{piece}")));
        texts = longer.collect();
        for text in &texts {
            hold_contract(text, text);
        }
    }
}

#[test]
fn every_beginning_of_an_article_keeps_the_contract() {
    let sample = articles().into_iter().next().expect("there is an article");
    let ends = sample.text.char_indices().map(|(at, _)| at).step_by(7);
    for end in ends {
        let (beginning, _) = sample.text.split_at(end);
        hold_contract(&sample.name, beginning);
    }
}

#[test]
fn handles_ten_thousand_nested_marks() {
    for (open, close) in [
        ("« ", " »"),
        ("“", "”"),
        ("‹", "›"),
        ("\"", "\""),
        ("(", ")"),
        ("« “", "” »"),
    ] {
        let (open, close) = (open.repeat(10_000), close.repeat(10_000));
        hold_contract(
            "nested",
            &format!("{open}On tient{close}, a déclaré le maire."),
        );
        hold_contract("opened", &format!("Le maire a déclaré : {open}On tient."));
        hold_contract("closed", &format!("On tient{close}, a déclaré le maire."));
    }
}

#[test]
fn handles_a_line_of_a_megabyte_without_punctuation() {
    for words in [
        "le pont rouvrira lundi ",
        "selon ",
        "que ",
        "a déclaré ",
        "Ana ",
        "mot",
    ] {
        hold_contract("long", &words.repeat(1_000_000 / words.len()));
    }
}

#[test]
fn handles_a_hundred_thousand_commas() {
    for (commas, count) in [
        (",", 100_000),
        (", ", 100_000),
        ("selon, ", 100_000),
        ("« a », ", 50_000),
        (", selon KCNA", 5_000),
        ("dit-il, ", 5_000),
    ] {
        hold_contract("commas", &commas.repeat(count));
    }
}
