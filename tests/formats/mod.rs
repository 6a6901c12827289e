//! The formats of `selon audit`: the same analyses in each of them, and nothing that a hostile article could do.
//!
//! In: two small articles, one of them with « Le pont tiendra » between marks that do not close. Out: documents that other
//! programs can read.

mod hostile;
mod page;
mod sarif;

use std::io::Read;

use insta::{assert_snapshot, with_settings};
use serde_json::Value;

use crate::desk::{Desk, Run};

/// An article in a file.
const BRIDGE: &str = "Le pont de Vernoux sera fermé\n\n\
    VERNOUX, 12 mars (AFP) - « Le pont ne tiendra pas l'hiver », a déclaré mardi la maire, Anne Kervadec.\n\n\
    Le préfet a dénoncé une »agression« contre les services de l'État. Selon la presse locale, les travaux dureraient « deux ans ».\n";

/// An article in a line, with an address, and marks that do not close.
fn feed() -> String {
    let line = serde_json::json!({
        "id": "a1",
        "url": "https://journal.example/pont",
        "title": "Pont : \"deux ans\" de travaux",
        "outlet": "Le Journal; de l'Ouest",
        "published": "2026-03-12",
        "text": "Le pont sera fermé.\n\n« Il ne tiendra pas l'hiver, a dit la maire de Vernoux.",
    });
    format!("{line}\n")
}

/// Writes the articles.
fn desk(name: &str) -> Desk {
    let desk = Desk::new(&format!("formats-{name}"));
    desk.file("le pont.txt", BRIDGE);
    desk.file("feed.jsonl", feed());
    desk
}

/// Audits both articles for marks that were not read.
fn audit(desk: &Desk, arguments: &[&str]) -> Run {
    let fixed = [
        "audit",
        "le pont.txt",
        "feed.jsonl",
        "--isolated",
        "--select",
        "QUO001,QUO002,MOD001",
    ];
    let run = desk.selon(&[&fixed, arguments].concat());
    assert_eq!(run.code, Some(0), "{}", run.complaint);
    run
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).expect("the output is JSON")
}

/// Holds that `shown` is what the file `formats.NAME` in `snapshots/` has.
fn hold(name: &str, shown: &str) {
    with_settings!({
        snapshot_path => "../../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        assert_snapshot!(format!("formats.{name}"), shown);
    });
}

fn hold_json(name: &str, shown: &Value) {
    hold(
        name,
        &serde_json::to_string_pretty(shown).expect("JSON can be written"),
    );
}

#[test]
fn shows_the_line_that_a_remark_is_about() {
    hold(
        "text",
        &audit(&desk("text"), &["--format", "text", "--lang", "fr"]).out,
    );
}

#[test]
fn writes_one_line_a_remark() {
    hold(
        "concise",
        &audit(&desk("concise"), &["--format", "concise", "--lang", "fr"]).out,
    );
}

#[test]
fn writes_tables_in_two_dialects() {
    let desk = desk("csv");
    let french = audit(&desk, &["--format", "csv", "--lang", "fr"]).out;
    assert!(
        french.starts_with('\u{feff}') && french.ends_with("\r\n"),
        "{french}"
    );
    hold(
        "csv-fr",
        &french.replace("\r\n", "\n").replace('\u{feff}', "<BOM>"),
    );
    let plain = audit(
        &desk,
        &[
            "--format",
            "csv",
            "--csv-dialect",
            "rfc4180",
            "--lang",
            "en",
        ],
    )
    .out;
    hold("csv-rfc4180", &plain.replace("\r\n", "\n"));
    let none = desk
        .selon(&["audit", "none.txt", "--format", "csv", "--lang", "en"])
        .out;
    assert!(none.starts_with("Article,Outlet,"), "{none}");
}

/// Gives a part of a workbook.
pub(super) fn part(workbook: &[u8], name: &str) -> String {
    let mut archive =
        zip::ZipArchive::new(std::io::Cursor::new(workbook)).expect("it is a workbook");
    let mut text = String::new();
    let mut part = archive.by_name(name).expect("the part is there");
    part.read_to_string(&mut text).expect("the part is UTF-8");
    text
}

#[test]
fn writes_a_workbook_with_a_column_for_the_decision() {
    let desk = desk("xlsx");
    audit(
        &desk,
        &["--format", "xlsx", "--lang", "fr", "-o", "remarques.xlsx"],
    );
    let book = std::fs::read(desk.path("remarques.xlsx")).expect("the workbook is there");
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<autoFilter ref=\"A1:O4\"/>"), "{sheet}");
    assert!(
        sheet.contains("state=\"frozen\"") && !sheet.contains("<f>"),
        "{sheet}"
    );
    assert_eq!(sheet.matches("<row ").count(), 4, "{sheet}");
    let words = part(&book, "xl/sharedStrings.xml");
    for word in [
        "Décision",
        "QUO002",
        "limite de lecture",
        "Le Journal; de l'Ouest",
    ] {
        assert!(words.contains(word), "{words}");
    }
    assert!(part(&book, "xl/workbook.xml").contains("name=\"Remarques\""));
    // Nothing of the day on which it is written: the same remarks give the same bytes.
    assert!(part(&book, "docProps/core.xml").contains(">2000-01-01T00:00:00Z<"));
}

#[test]
fn points_at_words_by_quoting_and_by_counting_them() {
    let run = audit(
        &desk("webannotation"),
        &["--format", "webannotation", "--lang", "fr"],
    );
    let annotations = json(&run);
    hold_json("webannotation", &annotations);
    let texts = [
        BRIDGE.to_owned(),
        serde_json::from_str::<Value>(&feed()).expect("it is JSON")["text"]
            .as_str()
            .expect("the text is a string")
            .to_owned(),
    ];
    for target in annotations
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["target"].as_array())
        .flatten()
    {
        let (quote, place) = (&target["selector"][0], &target["selector"][1]);
        let text = &texts[usize::from(target["source"] == "https://journal.example/pont")];
        let at =
            |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("small");
        let words: String = text.chars().take(at("end")).skip(at("start")).collect();
        assert_eq!(quote["exact"], words.as_str());
        let around = [&quote["prefix"], &quote["exact"], &quote["suffix"]]
            .map(|part| part.as_str().expect("words"));
        assert!(text.contains(&around.concat()), "{quote}");
    }
}

#[test]
fn makes_payloads_for_articles_with_an_address_and_tells_of_the_others() {
    let desk = desk("hypothesis");
    let fixed = [
        "audit",
        "--isolated",
        "--format",
        "hypothesis",
        "--lang",
        "fr",
        "--select",
        "QUO001,QUO002,MOD001",
    ];
    let run = desk.selon(&[&fixed[..], &["feed.jsonl", "--group", "g7"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.complaint);
    hold_json("hypothesis", &run.lines()[0]);
    let run = desk.selon(&[&fixed[..], &["feed.jsonl", "le pont.txt", "--group", "g7"]].concat());
    assert_eq!((run.code, run.lines().len()), (Some(2), 1));
    assert!(
        run.complaint.contains("found none of 1"),
        "{}",
        run.complaint
    );
    let run = desk.selon(&[&fixed[..], &["feed.jsonl"]].concat());
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.complaint.contains("--group"), "{}", run.complaint);
}

#[test]
fn describes_statements_without_a_verdict() {
    let run = audit(&desk("claims"), &["--format", "claims", "--lang", "fr"]);
    hold_json("claims", &json(&run));
    for verdict in ["ClaimReview", "Rating", "verdict"] {
        assert!(!run.out.contains(verdict), "{}", run.out);
    }
}

#[test]
fn tells_nothing_of_somebody_who_has_not_said_something() {
    let desk = desk("negated");
    desk.file("not.txt", "Le maire n'a pas déclaré que le pont tiendra.\n");
    let read =
        |format: &str| json(&desk.selon(&["audit", "not.txt", "--lang", "fr", "--format", format]));
    assert_eq!(read("claims")["@graph"], serde_json::json!([]));
    let annotations = read("webannotation").to_string();
    assert!(annotations.contains("à la négation"), "{annotations}");
}

#[test]
fn lets_a_desk_bring_a_template() {
    let desk = desk("template");
    desk.file(
        "liste.html.j2",
        "{% for report in reports %}<h2>{{ report.article.title }}</h2>\n{% for claim in report.claims %}\
         <p>{{ claim.source.entity or claim.source.text }} : {{ claim.content[0].text }}</p>\n{% endfor %}{% endfor %}",
    );
    hold(
        "template",
        &audit(&desk, &["--format", "template:liste.html.j2"]).out,
    );
}

#[test]
fn tells_what_is_wrong_in_a_template_and_ends_an_endless_one() {
    let desk = desk("broken-template");
    let told = |source: &str, words: &str| {
        desk.file("t.txt", source);
        let run = desk.selon(&["audit", "le pont.txt", "--format", "template:t.txt"]);
        assert_eq!(run.code, Some(2), "{source}");
        assert!(
            run.complaint.contains("`t.txt`") && run.complaint.contains(words),
            "{}",
            run.complaint
        );
    };
    told("\n{% for x in reports %}", "line 2");
    told("{{ reports[0].nothing.more }}", "undefined");
    told("{% include '/etc/passwd' %}", "line 1");
    told(
        "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
        "more steps",
    );
    let run = desk.selon(&["audit", "le pont.txt", "--format", "template:none.txt"]);
    assert!(
        run.complaint
            .contains("`none.txt`: the template could not be read"),
        "{}",
        run.complaint
    );
}

#[test]
fn names_the_nearest_format() {
    let run = desk("names").selon(&["audit", "le pont.txt", "--format", "cvs"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.complaint.contains("did you mean `csv`?"),
        "{}",
        run.complaint
    );
}

#[test]
fn writes_json_that_its_schema_describes() {
    let desk = desk("schema");
    let schema: Value =
        serde_json::from_str(&desk.selon(&["schema"]).out).expect("the schema is JSON");
    let sound = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let reports = json(&audit(&desk, &["--format", "json"]));
    let lines = audit(&desk, &["--format", "jsonl"]).lines();
    assert_eq!(reports.as_array(), Some(&lines));
    for report in &lines {
        let told: Vec<_> = sound
            .iter_errors(report)
            .map(|error| error.to_string())
            .collect();
        assert!(told.is_empty(), "{told:?}");
    }
    assert!(!sound.is_valid(&serde_json::json!({"schema": 1})));
}
