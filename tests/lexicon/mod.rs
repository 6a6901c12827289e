//! Rows that users add at run time.
//!
//! In: files such as `desk.toml` with `"gazouiller" = { … }`. Out: « La pluie cessera, gazouille le ministre. » has a
//! source, or an error that says which file, line and key is wrong.

use selon::contract::{Report, SourceType};
use selon::{Analyser, Error};

use crate::corpus::{report, report_by};

const VERB: &str = "[cue-verb]\n\"gazouiller\" = { class = \"assert\", stance = \"neutral\", frames = [\"incise\", \"que\", \"quote\"] }\n";

fn file(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

fn with(rows: &str) -> Analyser {
    Analyser::with_lexicon(&[file("desk.toml", rows)]).expect("the rows are sound")
}

/// Gives file, line, key and problem of the error that broken rows cause.
fn complaint(rows: &str) -> (String, usize, String, String) {
    match Analyser::with_lexicon(&[file("desk.toml", rows)]) {
        Err(Error::Lexicon {
            file,
            line,
            key,
            problem,
        }) => (file, line, key, problem),
        Err(other) => panic!("expected an error of the lexicon, found {other:?}"),
        Ok(_) => panic!("expected an error, found an analyser"),
    }
}

fn lemmas(report: &Report) -> Vec<&str> {
    report
        .claims
        .iter()
        .filter_map(|claim| claim.cue.as_ref().map(|cue| cue.lemma.as_str()))
        .collect()
}

#[test]
fn finds_a_new_verb_in_all_its_forms() {
    let analyser = with(VERB);
    for (text, cue) in [
        (
            "Le ministre a gazouillé que la pluie cesserait.",
            "a gazouillé",
        ),
        ("Le ministre gazouillera que la pluie cesse.", "gazouillera"),
        ("« La pluie cessera », gazouille le ministre.", "gazouille"),
        (
            "La pluie cessera, gazouillaient les ministres.",
            "gazouillaient",
        ),
    ] {
        let report = report_by(&analyser, "desk", text);
        let cues: Vec<&str> = report
            .claims
            .iter()
            .filter_map(|claim| claim.cue.as_ref().map(|c| c.text.as_str()))
            .collect();
        assert_eq!(cues, [cue], "{text}");
        assert_eq!(lemmas(&report), ["gazouiller"], "{text}");
        let source = report.claims[0].source.as_ref().expect("somebody says it");
        let named = source.text.as_deref().expect("words name the source");
        assert!(named.contains("ministre"), "{text}: {named}");
    }
}

#[test]
fn does_not_know_the_verb_without_its_row() {
    let text = "Le ministre a gazouillé que la pluie cesserait.";
    assert_eq!(report("desk", text).claims, []);
}

#[test]
fn keeps_what_is_built_in_beside_new_rows() {
    let text = "Le maire a déclaré que le pont rouvrirait lundi.";
    let plain = report("desk", text);
    let extended = report_by(&with(VERB), "desk", text);
    assert_eq!(lemmas(&plain), ["déclarer"]);
    assert_eq!(extended.claims, plain.claims);
    assert_ne!(
        extended.lexicon, plain.lexicon,
        "the hash tells that the data differ"
    );
}

#[test]
fn gives_a_new_agency_its_id() {
    let rows = "[agency]\nborea = { name = \"Borea Press\", names = [\"Borea Press\", \"agence Borea\"], acronyms = [\"BORP\"] }\n";
    let analyser = with(rows);
    for text in [
        "Selon Borea Press, le tir a eu lieu vendredi.",
        "Le tir a eu lieu vendredi, a annoncé l'agence Borea.",
        "Selon BORP, le tir a eu lieu vendredi.",
    ] {
        let report = report_by(&analyser, "desk", text);
        assert_eq!(report.claims.len(), 1, "{text}");
        assert_eq!(report.claims[0].agency.as_deref(), Some("borea"), "{text}");
        let kind = report.claims[0].source.as_ref().map(|source| source.kind);
        assert_eq!(kind, Some(SourceType::Agency), "{text}");
    }
}

#[test]
fn reads_several_files_and_lets_the_later_row_win() {
    let first = file(
        "a.toml",
        "[agency]\nborea = { name = \"Borea\", names = [\"Borea Press\"] }\n",
    );
    let second = file(
        "b.toml",
        "[agency]\nborea = { name = \"Nordica\", names = [\"Nordica Press\"] }\n",
    );
    let analyser =
        Analyser::with_lexicon(&[first, second, file("c.toml", VERB)]).expect("the rows are sound");
    let agency = |text| {
        report_by(&analyser, "desk", text)
            .claims
            .first()
            .and_then(|claim| claim.agency.clone())
    };
    assert_eq!(
        agency("Selon Nordica Press, le tir a eu lieu vendredi.").as_deref(),
        Some("borea")
    );
    assert_eq!(
        agency("Selon Borea Press, le tir a eu lieu vendredi."),
        None
    );
    assert!(!analyser.lexicon().describe("gazouillait").is_empty());
}

#[test]
fn tells_file_line_and_key_of_a_broken_row() {
    let rows = format!(
        "{VERB}\"piailler\" = {{ class = \"assert\", stance = \"loud\", frames = [\"que\"] }}\n"
    );
    let (file, line, key, problem) = complaint(&rows);
    assert_eq!(
        (file.as_str(), line, key.as_str()),
        ("desk.toml", 3, "piailler")
    );
    assert!(problem.contains("loud"), "{problem}");
}

#[test]
fn tells_a_field_that_no_row_has() {
    let rows = "[agency]\nborea = { name = \"Borea\", colour = \"blue\" }\n";
    let (_, line, key, problem) = complaint(rows);
    assert_eq!((line, key.as_str()), (2, "borea"));
    assert!(problem.contains("colour"), "{problem}");
}

#[test]
fn tells_a_table_that_does_not_exist() {
    let (file, line, _, problem) =
        complaint("\n[cue-verbs]\n\"gazouiller\" = { class = \"assert\" }\n");
    assert_eq!((file.as_str(), line), ("desk.toml", 2));
    assert!(problem.contains("cue-verbs"), "{problem}");
}

#[test]
fn tells_a_verb_that_cannot_be_conjugated() {
    let rows = format!(
        "{VERB}\"gazou\" = {{ class = \"assert\", stance = \"neutral\", frames = [\"que\"] }}\n"
    );
    let (file, line, key, problem) = complaint(&rows);
    assert_eq!(
        (file.as_str(), line, key.as_str()),
        ("desk.toml", 3, "gazou")
    );
    assert!(problem.contains("conjugated"), "{problem}");
}

#[test]
fn says_an_error_in_one_sentence_with_help() {
    let error = Analyser::with_lexicon(&[file("desk.toml", "[cue-verb]\n\"gazou\" = 1\n")])
        .expect_err("a number is no row");
    let message = error.to_string();
    assert!(
        message.starts_with("`desk.toml`, line 2, key `gazou`: "),
        "{message}"
    );
    assert!(message.contains("\n  help: "), "{message}");
}
