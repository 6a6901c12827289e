//! The configuration as users meet it: where it is found, what it changes, and what is told when it is broken.
//!
//! In: a folder with `selon.toml` and articles whose marks do not close, such as « Le pont tiendra. Out: the remarks that are
//! left, and the exit code.

use std::fs;

use crate::desk::{Desk, Run};

/// A quotation that is never closed: `QUO001`, at level `limit`.
const OPEN: &str = "Le maire a parlé. « Le pont tiendra, a-t-il dit.\n";
/// Marks turned the wrong way: `QUO002`, at level `limit`.
const REVERSED: &str = "Le maire a dénoncé une »agression« contre le pont.\n";

/// The codes of the remarks, one a line of the concise format.
fn codes(run: &Run) -> Vec<String> {
    run.out
        .lines()
        .filter_map(|line| line.split(' ').nth(1))
        .map(str::to_owned)
        .collect()
}

/// Audits the article and gives the codes that were told.
fn told(desk: &Desk, arguments: &[&str]) -> Vec<String> {
    let run = desk.selon(&[&["audit", "--format", "concise"], arguments].concat());
    assert_eq!(run.code, Some(0), "{}", run.complaint);
    codes(&run)
}

fn desk(name: &str, config: &str) -> Desk {
    let desk = Desk::new(&format!("config-{name}"));
    desk.file("selon.toml", config);
    desk.file("inner/both.txt", format!("{OPEN}\n{REVERSED}"));
    desk
}

fn fingerprint(desk: &Desk, code: &str) -> String {
    let run = desk.selon(&["extract", "--isolated", "inner/both.txt"]);
    let report = &run.lines()[0];
    let findings = report["findings"].as_array().expect("findings are a list");
    let found = findings.iter().find(|finding| finding["code"] == code);
    let print = &found.expect("the code is found")["fingerprint"];
    print
        .as_str()
        .expect("a fingerprint is a string")
        .to_owned()
}

#[test]
fn finds_the_file_in_the_folders_above_and_can_be_told_not_to() {
    let desk = desk("found", "ignore = [\"QUO002\"]\n");
    assert_eq!(told(&desk, &["inner/both.txt"]), ["QUO001"]);
    assert_eq!(
        told(&desk, &["--isolated", "inner/both.txt"]),
        ["QUO001", "QUO002"]
    );
    let inner = desk
        .command(&["audit", "--format", "concise", "both.txt"])
        .current_dir(desk.path("inner"))
        .output();
    assert_eq!(
        codes(&Run::of(inner.expect("the program starts"))),
        ["QUO001"]
    );
    desk.file("other.toml", "ignore = [\"QUO\"]\n");
    assert!(told(&desk, &["--config", "other.toml", "inner/both.txt"]).is_empty());
}

#[test]
fn lets_arguments_go_before_the_file() {
    let desk = desk("arguments", "select = [\"QUO001\"]\nignore = [\"LIM\"]\n");
    assert_eq!(told(&desk, &["inner/both.txt"]), ["QUO001"]);
    assert_eq!(
        told(&desk, &["--select", "QUO", "inner/both.txt"]),
        ["QUO001", "QUO002"]
    );
    assert_eq!(
        told(
            &desk,
            &["--select", "ALL", "--ignore", "QUO001", "inner/both.txt"]
        ),
        ["CUE001", "QUO002"]
    );
    assert_eq!(
        told(
            &desk,
            &["--select", "QUO001", "--ignore", "QUO", "inner/both.txt"]
        ),
        ["QUO001"]
    );
}

#[test]
fn refuses_a_code_that_no_rule_has() {
    let desk = desk("codes", "");
    let run = desk.selon(&["audit", "--select", "SCR001", "inner/both.txt"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.complaint.contains("did you mean"), "{}", run.complaint);
}

#[test]
fn ignores_codes_by_path_whatever_the_way_the_path_is_given() {
    let desk = desk(
        "paths",
        "[per-path-ignores]\n\"inner/**\" = [\"QUO001\"]\n\"*.txt\" = [\"QUO002\"]\n",
    );
    for path in [
        "inner/both.txt",
        "./inner/../inner/both.txt",
        &desk.path("inner/both.txt"),
    ] {
        assert_eq!(told(&desk, &[path]), ["QUO002"], "{path}");
    }
    desk.file("selon.toml", "[per-path-ignores]\n\"a[\" = [\"QUO001\"]\n");
    let run = desk.selon(&["audit", "inner/both.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.complaint.contains("line 2, key `a[`"),
        "{}",
        run.complaint
    );
}

#[test]
fn sets_levels_and_fails_on_them() {
    let desk = desk(
        "levels",
        "fail-on = \"note\"\n[levels]\nQUO = \"note\"\nQUO002 = \"check\"\n",
    );
    let code = |arguments: &[&str]| {
        desk.selon(&[&["audit", "inner/both.txt"], arguments].concat())
            .code
    };
    assert_eq!(code(&[]), Some(1));
    assert_eq!(code(&["--fail-on", "check"]), Some(1));
    assert_eq!(code(&["--fail-on", "check", "--ignore", "QUO002"]), Some(0));
    assert_eq!(code(&["--fail-on", "never"]), Some(0));
    assert_eq!(code(&["--isolated"]), Some(0));
    assert_eq!(code(&["--isolated", "--fail-on", "limit"]), Some(1));
    assert_eq!(code(&["none.txt"]), Some(2));
}

#[test]
fn shows_the_ten_gravest_remarks_on_a_desk() {
    let desk = desk("desk", "profile = \"desk\"\n[levels]\nQUO002 = \"check\"\n");
    let text = format!("{}{REVERSED}", format!("{OPEN}\n").repeat(14));
    desk.file("long.txt", text);
    let run = desk.selon(&["audit", "--format", "concise", "long.txt"]);
    assert_eq!(run.code, Some(1));
    let shown = codes(&run);
    assert_eq!((shown.len(), shown[9].as_str()), (10, "QUO002"));
    let whole = desk.selon(&[
        "audit",
        "--format",
        "concise",
        "--profile",
        "research",
        "long.txt",
    ]);
    let whole = codes(&whole);
    let marks = whole.iter().filter(|code| code.starts_with("QUO"));
    assert_eq!(marks.count(), 15);
}

#[test]
fn sets_one_remark_aside_with_a_reason_and_tells_when_it_is_gone() {
    let desk = desk("suppress", "");
    let print = fingerprint(&desk, "QUO001");
    let row = |print: &str, reason: &str| {
        desk.file(
            "selon.toml",
            format!("[[suppress]]\nfingerprint = \"{print}\"\nreason = \"{reason}\"\n"),
        );
    };
    row(&print, "citation reprise telle quelle");
    assert_eq!(told(&desk, &["inner/both.txt"]), ["QUO002"]);
    let text = desk.selon(&["audit", "--lang", "fr", "inner/both.txt"]).out;
    assert!(text.contains("  1 remarque, 1 écartée\n"), "{text}");
    row("0123456789abcdef", "vu");
    let run = desk.selon(&["audit", "--format", "concise", "inner/both.txt"]);
    assert_eq!((run.code, codes(&run).len()), (Some(0), 2));
    assert!(
        run.complaint.contains("line 2, key `0123456789abcdef`"),
        "{}",
        run.complaint
    );
    row(&print, " ");
    let run = desk.selon(&["audit", "inner/both.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.complaint.contains("line 3, key `reason`"),
        "{}",
        run.complaint
    );
}

#[test]
fn tells_what_is_wrong_in_the_file_and_reads_no_article() {
    let desk = desk("broken", "ignore = []\nselct = [\"QUO\"]\n");
    for command in ["audit", "extract"] {
        let run = desk.selon(&[command, "inner/both.txt"]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        for words in [
            "`selon.toml`, line 2, key `selct`",
            "help: did you mean `select`?",
        ] {
            assert!(run.complaint.contains(words), "{}", run.complaint);
        }
    }
    let run = desk.selon(&["audit", "--config", "none.toml", "inner/both.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(run.complaint.contains("`none.toml`"), "{}", run.complaint);
}

#[test]
fn reads_lexicons_beside_the_file_and_names_outlets_by_domain() {
    let desk = desk(
        "data",
        "lexicon = [\"mots.toml\"]\n[outlets]\n\"journal.example\" = \"Le Journal\"\n",
    );
    desk.file(
        "mots.toml",
        "[cue-verb]\n\"trompeter\" = { class = \"assert\", stance = \"intense\", frames = [\"incise\", \"que\", \"quote\"] }\n",
    );
    let line = serde_json::json!({
        "id": "a", "url": "https://www.journal.example/pont", "text": "Le maire a trompeté que le pont tiendra.",
    });
    desk.file("inner/feed.jsonl", line.to_string());
    let read = |arguments: &[&str]| {
        desk.selon(&[&["extract", "inner/feed.jsonl"], arguments].concat())
            .lines()
    };
    let with = &read(&[])[0];
    assert_eq!(with["article"]["outlet"], "Le Journal");
    assert_eq!(with["claims"][0]["cue"]["lemma"], "trompeter");
    let without = &read(&["--isolated"])[0];
    assert!(without["article"]["outlet"].is_null() && without["claims"][0].is_null());
}

#[test]
fn counts_only_remarks_that_the_baseline_does_not_know() {
    let desk = desk("baseline", "fail-on = \"limit\"\n");
    let audit = |arguments: &[&str]| {
        desk.selon(&[&["audit", "--format", "concise", "inner"], arguments].concat())
    };
    assert_eq!(audit(&["--write-baseline", "known.json"]).code, Some(0));
    let first = desk.read("known.json");
    assert!(
        first.contains("\"inner/both.txt\"") && first.contains("QUO001"),
        "{first}"
    );
    let run = audit(&["--baseline", "known.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    // An edit elsewhere changes nothing; a new remark, and the same one in another article, count.
    desk.file(
        "inner/both.txt",
        format!("Un mot de plus.\n\n{OPEN}\n{REVERSED}"),
    );
    assert_eq!(audit(&["--baseline", "known.json"]).code, Some(0));
    desk.file("inner/new.txt", OPEN);
    let run = audit(&["--baseline", "known.json"]);
    assert_eq!((run.code, codes(&run).len()), (Some(1), 1));
    fs::rename(desk.path("inner/new.txt"), desk.path("inner/a.txt")).expect("it can be renamed");
    audit(&["--write-baseline", "known.json"]);
    assert!(
        !desk
            .read("known.json")
            .contains(env!("CARGO_TARGET_TMPDIR"))
    );
    desk.file("known.json", "{}");
    let run = audit(&["--baseline", "known.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(
        run.complaint
            .contains("`known.json`: the file is no baseline"),
        "{}",
        run.complaint
    );
}

#[test]
fn writes_into_a_file_and_tells_when_it_cannot() {
    let desk = desk("output", "");
    let run = desk.selon(&[
        "audit",
        "--format",
        "concise",
        "inner/both.txt",
        "-o",
        "out.txt",
    ]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    assert_eq!(desk.read("out.txt").lines().count(), 2);
    let run = desk.selon(&["audit", "inner/both.txt", "--output", "none/out.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.complaint
            .contains("`none/out.txt`: could not be written"),
        "{}",
        run.complaint
    );
}

#[test]
fn describes_the_file_by_a_schema_that_fits_it() {
    let desk = desk("schema", "");
    let schema: serde_json::Value =
        serde_json::from_str(&desk.selon(&["schema", "config"]).out).expect("the schema is JSON");
    let sound = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let read = |text: &str| {
        let table: toml::Table = toml::from_str(text).expect("it is TOML");
        serde_json::to_value(table).expect("TOML becomes JSON")
    };
    assert!(sound.is_valid(&read(
        "profile = \"desk\"\nselect = [\"SRC\"]\n[levels]\nSRC001 = \"note\"\n[[suppress]]\nfingerprint = \"a\"\nreason = \"b\"\n"
    )));
    assert!(!sound.is_valid(&read("selct = []\n")));
    assert!(!sound.is_valid(&read("[levels]\nSRC001 = \"grave\"\n")));
    assert!(!sound.is_valid(&read("[[suppress]]\nfingerprint = \"a\"\n")));
}
