//! The language data: its form, its size, and the examples that every construction carries.
//!
//! In: `grammar/`. Out: for each example, such as « À en croire le gardien du phare, la lampe n'a pas faibli », whether
//! the construction it stands under reads it as its row says. Examples that the program does not read yet stand in
//! `tests/known-gaps.txt`: one that is not listed must pass, one that is listed must fail.

mod example;
mod gaps;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::{ANALYSER, articles, report};
use example::{CONTEXTS, Verdict, matched, own_parser, rejected};
use gaps::Gap;

/// Tries every example of every construction, and gives those that fail with the reason.
fn failures() -> BTreeMap<Gap, Vec<String>> {
    let mut failures: BTreeMap<Gap, Vec<String>> = BTreeMap::new();
    let mut note = |gap: Gap, verdict: Verdict| {
        if let Err(reason) = verdict {
            failures.entry(gap).or_default().push(reason);
        }
    };
    for construction in ANALYSER.lexicon().constructions() {
        for example in &construction.matches {
            let gap = Gap::new(&construction.id, "match", &example.text);
            note(gap, matched(&construction.id, example));
        }
        for text in &construction.rejects {
            let gap = Gap::new(&construction.id, "reject", text);
            note(gap, rejected(&construction.id, text));
        }
    }
    failures
}

#[test]
fn every_construction_reads_its_examples_and_leaves_its_look_alikes_alone() {
    let failures = failures();
    if gaps::to_be_updated() {
        gaps::write(&failures);
        return;
    }
    let mut complaints = Vec::new();
    let mut listed = gaps::read();
    for (gap, reasons) in &failures {
        let known = listed.remove(gap).unwrap_or_default();
        if known < reasons.len() {
            complaints.push(format!("fails: {gap}\n    {}", reasons.join("\n    ")));
        }
        if known > reasons.len() {
            complaints.push(format!("fails less often than it is listed: {gap}"));
        }
    }
    complaints.extend(
        listed
            .keys()
            .map(|gap| format!("is listed and passes, or is no longer an example: {gap}")),
    );
    assert!(
        complaints.is_empty(),
        "{}\n\n{} differ from tests/known-gaps.txt; after a deliberate change, SELON_UPDATE_GAPS=1 writes it anew",
        complaints.join("\n"),
        complaints.len()
    );
}

#[test]
fn every_construction_has_enough_examples() {
    for construction in ANALYSER.lexicon().constructions() {
        let (id, matches, rejects) = (
            &construction.id,
            construction.matches.len(),
            construction.rejects.len(),
        );
        assert!(matches >= 3, "`{id}` must match only {matches} sentences");
        assert!(rejects >= 2, "`{id}` must reject only {rejects} sentences");
        assert!(!construction.explains.is_empty(), "`{id}` explains nothing");
        assert!(!construction.ebnf.is_empty(), "`{id}` shows no form");
    }
}

#[test]
fn every_row_has_its_parser() {
    let without: Vec<&str> = ANALYSER
        .lexicon()
        .constructions()
        .iter()
        .filter(|c| !CONTEXTS.contains(&c.family.as_str()))
        .filter(|c| !c.matches.iter().any(|e| own_parser(&c.id, e)))
        .map(|c| c.id.as_str())
        .collect();
    assert_eq!(
        without,
        gaps::ROWS_WITHOUT_PARSER,
        "rows that no parser reads under their own id"
    );
}

#[test]
fn every_example_expects_words_of_its_own_text() {
    for construction in ANALYSER.lexicon().constructions() {
        for example in &construction.matches {
            let parts = [&example.cue, &example.source, &example.relay];
            for part in example.content.iter().chain(parts) {
                assert!(
                    example.text.contains(part.as_str()),
                    "`{}` expects `{part}`, which is not in `{}`",
                    construction.id,
                    example.text
                );
            }
            assert!(
                !example.content.is_empty(),
                "`{}` expects no content in `{}`",
                construction.id,
                example.text
            );
        }
    }
}

#[test]
fn every_parser_has_its_row() {
    let constructions = ANALYSER.lexicon().constructions();
    let rows: BTreeSet<&str> = constructions.iter().map(|c| c.id.as_str()).collect();
    let mut texts: Vec<String> = articles().into_iter().map(|sample| sample.text).collect();
    for construction in constructions {
        texts.extend(construction.matches.iter().map(|e| e.text.clone()));
        texts.extend(construction.rejects.iter().cloned());
    }
    let mut strangers: BTreeMap<String, String> = BTreeMap::new();
    for text in &texts {
        for claim in report("example", text).claims {
            if !rows.contains(claim.rule.as_str()) {
                let words = claim.content.into_iter().map(|s| s.text).collect();
                strangers.entry(claim.rule).or_insert(words);
            }
        }
    }
    assert!(
        strangers.is_empty(),
        "rules without a row, each with a content that it gave: {strangers:#?}"
    );
}
