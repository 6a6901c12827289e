//! The program as users run it: what it prints, what it complains about, and how it exits.
//!
//! In: files written for the test, such as one with « Selon KCNA, le tir a eu lieu vendredi. » Out: the two streams and
//! the exit code of `selon`.

use std::process::Stdio;

use crate::desk::{Desk, Run};

/// A sentence with a claim.
const SENTENCE: &str =
    "Selon le maire, le pont rouvrira lundi. « Le pont est sûr », a déclaré le maire.\n";

/// Runs `extract` on a bad input and a good one.
fn beside_a_good_file(desk: &Desk, bad: &str) -> Run {
    let good = desk.file("good.txt", SENTENCE);
    desk.selon(&["extract", bad, &good])
}

#[test]
fn tells_a_missing_file_and_reads_the_others() {
    let desk = Desk::new("missing");
    beside_a_good_file(&desk, "none.txt").complains("none.txt", "no such file");
}

#[test]
fn tells_an_empty_file_and_reads_the_others() {
    let desk = Desk::new("empty");
    let bad = desk.file("empty.txt", " \n");
    beside_a_good_file(&desk, &bad).complains("empty.txt", "found no text");
    let bad = desk.file("empty.jsonl", "\n\n");
    beside_a_good_file(&desk, &bad).complains("empty.jsonl", "found no line");
}

#[test]
fn tells_a_binary_file_and_reads_the_others() {
    let desk = Desk::new("binary");
    let bad = desk.file("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    beside_a_good_file(&desk, &bad).complains("photo.png", "found binary data");
    let bad = desk.file("wide.txt", b"\xff\xfeS\0e\0l\0o\0n\0");
    beside_a_good_file(&desk, &bad).complains("wide.txt", "found UTF-16");
}

#[test]
fn tells_where_a_file_stops_being_utf8_and_reads_the_others() {
    let desk = Desk::new("charset");
    let bad = desk.file("latin.txt", b"Paris\nL'\xe9t\xe9 est fini.\n");
    beside_a_good_file(&desk, &bad).complains("latin.txt", "at byte 8, line 2");
}

#[test]
fn tells_a_folder_without_an_article_and_reads_the_others() {
    let desk = Desk::new("barren");
    desk.file("folder/inner/picture.png", b"x");
    beside_a_good_file(&desk, "folder").complains("folder", "found none");
}

#[test]
fn tells_an_article_over_the_limit_and_reads_the_others() {
    let desk = Desk::new("limit");
    let bad = desk.file("long.txt", vec![b'a'; (16 << 20) + 1]);
    beside_a_good_file(&desk, &bad).complains("long.txt", "too long");
}

#[test]
fn tells_the_line_of_broken_json_and_reads_the_others() {
    let desk = Desk::new("json");
    let good = format!(
        "{{\"id\": \"one\", \"text\": {}}}\n",
        serde_json::Value::from(SENTENCE)
    );
    let lines = [
        good.as_str(),
        "{\"id\": \"two\"\n",
        "\n",
        "{\"id\": 4}\n",
        &good.replace("one", "five"),
    ]
    .concat();
    let file = desk.file("feed.jsonl", lines);
    let run = desk.selon(&["extract", &file]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.ids(), ["one", "five"]);
    assert!(
        run.complaint.contains("`feed.jsonl:2`"),
        "{}",
        run.complaint
    );
    assert!(
        run.complaint
            .contains("`feed.jsonl:4`: the line is no article: missing field `text`"),
        "{}",
        run.complaint
    );
}

#[test]
fn tells_a_broken_row_of_a_lexicon_and_reads_the_articles() {
    let desk = Desk::new("lexicon");
    let good = desk.file("good.txt", SENTENCE);
    let table = desk.file(
        "mine.toml",
        "[cue-verb]\n\"broken\" = { class = \"shout\" }\n",
    );
    let run = desk.selon(&["extract", &good, "--lexicon", &table]);
    run.complains("mine.toml", "line 2");
    assert!(run.complaint.contains("key `broken`"), "{}", run.complaint);
    desk.selon(&["extract", &good, "--lexicon", "none.toml"])
        .complains("none.toml", "no such file");
}

#[test]
fn refuses_unknown_formats_and_commands() {
    let desk = Desk::new("usage");
    let good = desk.file("good.txt", SENTENCE);
    for arguments in [
        &["extract", "--format", "xml", &good][..],
        &["extract"],
        &["weigh"],
        &["audit", "--jobs", "0", &good],
    ] {
        let run = desk.selon(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.complaint.contains("error"), "{}", run.complaint);
    }
}

#[test]
fn reads_folders_recursively_and_by_path() {
    let desk = Desk::new("folder");
    for name in ["d/b/2.txt", "d/a.txt", "d/b/1.md", "d/c.html"] {
        desk.file(name, SENTENCE);
    }
    desk.file(
        "d/b/3.ndjson",
        "{\"id\": 3, \"text\": \"Oui.\"}\n{\"text\": \"Non.\"}",
    );
    let run = desk.selon(&["extract", "d"]);
    assert_eq!(run.code, Some(0), "{}", run.complaint);
    assert_eq!(
        run.ids(),
        ["d/a.txt", "d/b/1.md", "d/b/2.txt", "3", "d/b/3.ndjson:2"]
    );
}

#[test]
fn reads_standard_input_as_text_or_as_json_lines() {
    let desk = Desk::new("stdin");
    let run = desk.fed(&["extract", "-"], SENTENCE.as_bytes());
    assert_eq!((run.code, run.ids()), (Some(0), vec!["-".to_owned()]));
    assert!(run.lines()[0]["article"]["path"].is_null());
    let run = desk.fed(
        &["extract", "-"],
        b"\n {\"id\": \"a\", \"text\": \"Oui.\"}\n{\"id\": 2, \"text\": \"Non.\"}",
    );
    assert_eq!(
        (run.code, run.ids()),
        (Some(0), vec!["a".to_owned(), "2".to_owned()])
    );
    assert_eq!(desk.fed(&["extract", "-"], b"").code, Some(2));
}

#[test]
fn skips_a_byte_order_mark() {
    let desk = Desk::new("mark");
    let plain = desk.file("plain.txt", SENTENCE);
    let marked = desk.file("marked.txt", format!("\u{feff}{SENTENCE}"));
    let claims = |name: &str| desk.selon(&["extract", name]).lines()[0]["claims"].clone();
    assert_eq!(claims(&plain), claims(&marked));
}

#[test]
fn prints_the_same_for_any_number_of_jobs_in_the_order_of_the_input() {
    let desk = Desk::new("jobs");
    let mut feed = String::new();
    for id in 0..300 {
        let text = SENTENCE.repeat(id % 7 + 1);
        feed.push_str(&serde_json::json!({"id": id, "text": text}).to_string());
        feed.push_str(if id % 50 == 9 { "\n{}\n" } else { "\n" });
    }
    let feed = desk.file("feed.jsonl", feed);
    let good = desk.file("good.txt", SENTENCE);
    let files = [good.as_str(), "none.txt", &feed, &good];
    for command in [
        &["extract"][..],
        &["extract", "--format", "json"],
        &["audit"],
        &["audit", "--format", "markdown"],
        &["audit", "--format", "sarif"],
        &["audit", "--format", "csv"],
        &["audit", "--format", "claims"],
    ] {
        let run = |jobs| desk.selon(&[command, &["--jobs", jobs], &files].concat());
        let (one, two) = (run("1"), run("2"));
        assert!(one.out == two.out, "{command:?}");
        assert_eq!(one.complaint, two.complaint);
        assert_eq!(one.code, Some(2));
    }
    let ids = desk.selon(&["extract", &feed]).ids();
    assert_eq!(ids, (0..300).map(|id| id.to_string()).collect::<Vec<_>>());
}

#[test]
fn writes_an_array_or_lines() {
    let desk = Desk::new("framing");
    let good = desk.file("good.txt", SENTENCE);
    for command in [
        ["extract", "--format", "json"],
        ["audit", "--format", "json"],
    ] {
        let run = desk.selon(&[&command[..], &[&good, &good]].concat());
        let array: Vec<serde_json::Value> =
            serde_json::from_str(&run.out).expect("the output is an array");
        assert_eq!(array.len(), 2);
        assert_eq!(
            desk.selon(&[&command[..], &["none.txt"]].concat()).out,
            "[]\n"
        );
    }
}

#[test]
fn prints_offsets_that_give_the_words_back() {
    let desk = Desk::new("offsets");
    let text = format!("Le pont de l'Île\n\nDAKAR, 12 mars (AFP) - É😀 {SENTENCE}");
    let good = desk.file("good.txt", &text);
    let report = &desk.selon(&["extract", &good]).lines()[0];
    assert_eq!(report["article"]["credits"], serde_json::json!(["afp"]));
    let claims = report["claims"].as_array().expect("claims are a list");
    assert!(!claims.is_empty());
    for stretch in claims
        .iter()
        .flat_map(|claim| claim["content"].as_array().expect("content is a list"))
    {
        let at = |key: &str| {
            stretch[key]
                .as_u64()
                .and_then(|at| usize::try_from(at).ok())
                .unwrap_or_default()
        };
        let words: String = text.chars().take(at("end")).skip(at("start")).collect();
        assert_eq!(stretch["text"].as_str(), Some(words.as_str()));
    }
}

#[test]
fn has_colours_only_on_demand() {
    let desk = Desk::new("colours");
    let good = desk.file("good.txt", SENTENCE);
    let coloured = |arguments: &[&str], variable: Option<(&str, &str)>| {
        let mut command = desk.command(&[&["audit", &good][..], arguments].concat());
        let output = command.envs(variable).output().expect("the program starts");
        Run::of(output).out.contains('\u{1b}')
    };
    assert!(!coloured(&[], None));
    assert!(coloured(&["--color", "always"], None));
    assert!(!coloured(
        &["--color", "never"],
        Some(("CLICOLOR_FORCE", "1"))
    ));
    assert!(!coloured(&[], Some(("NO_COLOR", "1"))));
    let complaint = desk.selon(&["audit", "none.txt"]).complaint;
    assert!(!complaint.contains('\u{1b}'), "{complaint}");
}

#[test]
fn reports_claims_with_their_sources_and_sums_them_up() {
    let desk = Desk::new("audit");
    let good = desk.file("good.txt", SENTENCE);
    let run = desk.selon(&["audit", &good]);
    assert_eq!(run.code, Some(0), "{}", run.complaint);
    for words in [
        "good.txt",
        "Le pont est sûr",
        "source: le maire",
        "1 article, ",
    ] {
        assert!(run.out.contains(words), "{}", run.out);
    }
    let table = desk.selon(&["audit", "--format", "markdown", &good]).out;
    assert!(
        table.contains("| # | Words | Source |") && table.contains("## Summary"),
        "{table}"
    );
}

#[test]
fn explains_rules_and_names_the_nearest_for_unknown_ones() {
    let desk = Desk::new("explain");
    let good = desk.file("good.txt", SENTENCE);
    let report = &desk.selon(&["extract", &good]).lines()[0];
    let rule = report["claims"][0]["rule"]
        .as_str()
        .expect("a claim has a rule")
        .to_owned();
    let run = desk.selon(&["explain", &rule]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out.starts_with(&rule) && run.out.contains("does not match"),
        "{}",
        run.out
    );
    let run = desk.selon(&["explain", &format!("{rule}x")]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(
        run.complaint.contains(&format!("did you mean `{rule}`")),
        "{}",
        run.complaint
    );
}

#[test]
fn tells_what_it_knows_about_a_word() {
    let desk = Desk::new("word");
    let run = desk.selon(&["lexicon", "déclare"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("déclarer"), "{}", run.out);
    let run = desk.selon(&["lexicon", "xyzzy"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(
        run.complaint.contains("`xyzzy`") && run.complaint.contains("help: "),
        "{}",
        run.complaint
    );
}

#[test]
fn prints_schema_completions_and_manual() {
    let desk = Desk::new("docs");
    let schema: serde_json::Value =
        serde_json::from_str(&desk.selon(&["schema"]).out).expect("the schema is JSON");
    assert_eq!(schema["title"], "Report");
    for shell in ["bash", "zsh", "fish"] {
        let script = desk.selon(&["completions", shell]).out;
        assert!(
            script.contains("extract") && script.contains("webannotation"),
            "{shell}"
        );
    }
    assert!(desk.selon(&["man"]).out.contains(".TH selon"));
    assert!(desk.selon(&["man", "audit"]).out.contains("color"));
    assert_eq!(desk.selon(&["man", "weigh"]).code, Some(2));
}

#[test]
fn ends_quietly_when_nobody_reads_on() {
    let desk = Desk::new("pipe");
    let feed = "{\"text\": \"Oui.\"}\n".repeat(20_000);
    let feed = desk.file("feed.jsonl", feed);
    let mut command = desk.command(&["extract", &feed]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let run = Run::of(child.wait_with_output().expect("the program ends"));
    assert_eq!((run.code, run.complaint.as_str()), (Some(0), ""));
}
