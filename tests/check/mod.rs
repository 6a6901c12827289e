//! Regression checks as a project meets them: each kind of change is told, by article, and nothing else is.
//!
//! In: a small corpus, snapshots of it, and one edit such as « a déclaré la maire » to « a déclaré le préfet ». Out: what is told, and
//! the exit code.

use std::fs;

use crate::desk::{Desk, Run};

/// Direct, with a person.
const BRIDGE: &str = "Le pont sera fermé\n\n« Le pont ne tiendra pas l'hiver », a déclaré la maire, Anne Kervadec.\n";
/// Through an agency, and unconfirmed.
const SHOT: &str = "Le tir aurait échoué, selon l'agence KCNA.\n\nSelon le ministère, le trafic reprendra lundi.\n";

fn desk(name: &str) -> Desk {
    let desk = Desk::new(&format!("check-{name}"));
    desk.file("corpus/bridge.txt", BRIDGE);
    desk.file("corpus/nord/shot.txt", SHOT);
    let run = check(&desk, &["corpus", "--update"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.complaint);
    desk
}

fn check(desk: &Desk, arguments: &[&str]) -> Run {
    let fixed = [
        "check",
        "--baseline",
        "snapshots",
        "--isolated",
        "--lang",
        "en",
        "--select",
        "QUO",
    ];
    desk.selon(&[&fixed, arguments].concat())
}

/// Edits an article and gives what is told about it.
fn told(desk: &Desk, article: &str, from: &str, to: &str) -> String {
    let text = desk.read(article);
    assert!(text.contains(from), "{text}");
    desk.file(article, text.replace(from, to));
    let run = check(desk, &["corpus"]);
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.complaint);
    assert!(run.out.starts_with(&format!("{article}\n")), "{}", run.out);
    run.out
}

#[test]
fn keeps_one_readable_file_an_article() {
    let desk = desk("files");
    insta::assert_snapshot!(desk.read("snapshots/corpus/nord/shot.txt.toml"), @r#"
    # What selon reads in an article; `selon check --update` writes it.

    snapshot = 1
    article = "corpus/nord/shot.txt"

    [[claim]]
    words = "Le tir aurait échoué"
    kind = "indirect"
    cue = "selon"
    source = "l'agence KCNA → KCNA"
    agency = "kcna"
    conditional = true

    [[claim]]
    words = "le trafic reprendra lundi"
    kind = "indirect"
    cue = "Selon"
    source = "le ministère"
    "#);
    let run = check(&desk, &["corpus"]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (Some(0), "2 articles read, 0 differences\n")
    );
}

#[test]
fn tells_each_kind_of_change() {
    let bridge = "corpus/bridge.txt";
    let shot = "corpus/nord/shot.txt";
    let changes = [
        (
            "added",
            bridge,
            "Kervadec.\n",
            "Kervadec.\n\nSelon le préfet, une déviation ouvrira mardi.\n",
            "+ added « une déviation ouvrira mardi »",
        ),
        (
            "lost",
            shot,
            "Selon le ministère, le",
            "Le",
            "- lost « le trafic reprendra lundi »",
        ),
        (
            "source",
            bridge,
            "la maire, Anne Kervadec",
            "le préfet, Jean Guivarch",
            "~ source « Le pont ne tiendra pas l'hiver »",
        ),
        (
            "agency",
            shot,
            "KCNA",
            "Yonhap",
            "~ agency « Le tir aurait échoué »: kcna → yonhap",
        ),
        (
            "relay",
            shot,
            "Selon le ministère",
            "Selon KCNA, citant le ministère",
            "~ relay « le trafic reprendra lundi »: — → ",
        ),
        (
            "modality",
            shot,
            "aurait échoué",
            "a échoué",
            "~ modality « Le tir a échoué »: conditional → —",
        ),
        (
            "wording",
            bridge,
            "ne tiendra pas l'hiver",
            "ne tiendra pas cet hiver",
            "~ wording « Le pont ne tiendra pas cet hiver »",
        ),
        ("remark", bridge, " »,", ",", "+ remark QUO001"),
    ];
    for (name, article, from, to, words) in changes {
        let desk = desk(&format!("kind-{name}"));
        let out = told(&desk, article, from, to);
        assert!(out.contains(words), "{name}: {out}");
        // What is accepted is no difference any more.
        assert_eq!(check(&desk, &["corpus", "--update"]).code, Some(0));
        assert_eq!(check(&desk, &["corpus"]).code, Some(0));
    }
}

#[test]
fn tells_missing_and_unreferenced_snapshots() {
    let desk = desk("stale");
    desk.file("corpus/new.txt", BRIDGE);
    fs::remove_file(desk.path("corpus/bridge.txt")).expect("it can be removed");
    let run = check(&desk, &["corpus"]);
    assert_eq!(run.code, Some(1));
    for words in [
        "corpus/new.txt: no snapshot yet",
        "corpus/bridge.txt.toml: snapshot without an article in this run",
        "2 articles read, 2 differences",
    ] {
        assert!(run.out.contains(words), "{}", run.out);
    }
    let run = check(&desk, &["corpus", "--update"]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert_eq!(
        check(&desk, &["corpus", "--update", "--prune"]).code,
        Some(0)
    );
    assert_eq!(check(&desk, &["corpus"]).code, Some(0));
}

#[test]
fn deletes_nothing_when_an_article_could_not_be_read() {
    let desk = desk("unread");
    let run = check(
        &desk,
        &["corpus/bridge.txt", "none.txt", "--update", "--prune"],
    );
    assert_eq!(run.code, Some(2));
    assert!(fs::exists(desk.path("snapshots/corpus/nord/shot.txt.toml")).is_ok_and(|there| there));
}

#[test]
fn tells_the_same_whatever_the_order_and_the_way_of_the_paths() {
    let desk = desk("order");
    desk.file("corpus/bridge.txt", "Rien.\n");
    desk.file("corpus/nord/shot.txt", "Rien.\n");
    let out = |arguments: &[&str]| {
        let run = check(&desk, arguments);
        assert_eq!(run.code, Some(1), "{}", run.complaint);
        run.out
    };
    let whole = out(&["corpus"]);
    let (bridge, shot) = (
        desk.path("corpus/bridge.txt"),
        "./corpus/../corpus/nord/shot.txt",
    );
    assert_eq!(out(&[shot, &bridge]), whole);
    assert_eq!(out(&[&bridge, shot, "--jobs", "1"]), whole);
    let inner = desk.command(&[
        "check",
        "..",
        "--baseline",
        "../../snapshots",
        "--isolated",
        "--lang",
        "en",
        "--select",
        "QUO",
    ]);
    let mut inner = inner;
    inner.current_dir(desk.path("corpus/nord"));
    assert_eq!(
        Run::of(inner.output().expect("the program starts")).out,
        whole
    );
    let kept = desk.read("snapshots/corpus/bridge.txt.toml");
    assert!(
        !whole.contains(env!("CARGO_TARGET_TMPDIR")) && !kept.contains(env!("CARGO_TARGET_TMPDIR"))
    );
}

#[test]
fn keeps_the_articles_of_one_file_apart_and_refuses_two_of_one_name() {
    let desk = desk("feed");
    let line = |id: &str| serde_json::json!({"id": id, "text": BRIDGE}).to_string();
    desk.file(
        "corpus/feed.jsonl",
        format!("{}\n{}\n", line("a/1"), line("a/2")),
    );
    assert_eq!(check(&desk, &["corpus", "--update"]).code, Some(0));
    assert!(
        desk.read("snapshots/corpus/feed.jsonl/a%2F1.toml")
            .contains("corpus/feed.jsonl#a/1")
    );
    let run = check(&desk, &["corpus", "corpus/bridge.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.complaint
            .contains("`corpus/bridge.txt`: expected one article of this name"),
        "{}",
        run.complaint
    );
}

#[test]
fn tells_a_broken_snapshot() {
    let desk = desk("broken");
    desk.file(
        "snapshots/corpus/bridge.txt.toml",
        "snapshot = 1\nsurprise = true\n",
    );
    let run = check(&desk, &["corpus"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.complaint
            .contains("bridge.txt.toml`: the file is no snapshot"),
        "{}",
        run.complaint
    );
    assert!(
        desk.selon(&["check", "corpus"])
            .complaint
            .contains("--baseline")
    );
}
