//! Whole reports, kept as files in `snapshots/`.
//!
//! In: the articles of `tests/articles`. Out: for each the text report and a list of its claims, one a line, where a claim
//! such as « On a vu le toit partir comme une crêpe » stands with its rule, cue, source and chain.

use std::fmt::Write;
use std::fs;

use insta::{assert_snapshot, with_settings};
use selon::catalogue::Lang;
use selon::contract::{Claim, Kind, Report, Source};
use selon::report::text::Page;
use selon::report::{json, text};

use crate::corpus::{Sample, articles, project, report};

/// The article whose report is kept whole.
const WHOLE: &str = "tumen-ferry";

/// Holds that `shown` is what the file `name` in `snapshots/` has.
fn hold(name: &str, shown: &str) {
    with_settings!({
        snapshot_path => "../../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        assert_snapshot!(name, shown);
    });
}

fn read(sample: &Sample) -> Report {
    let mut report = report(&sample.name, &sample.text);
    // Both change with every edit of the data or release, and say nothing about the article.
    "[lexicon]".clone_into(&mut report.lexicon);
    "[version]".clone_into(&mut report.selon);
    report
}

fn line(claim: &Claim) -> String {
    let kind = match claim.kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
        _ => "another kind",
    };
    let content: Vec<&str> = claim.content.iter().map(|s| s.text.as_str()).collect();
    let cue = claim.cue.as_ref().map_or("—", |cue| cue.text.as_str());
    let source = claim.source.as_ref().map_or("—".to_owned(), speaker);
    let relays: Vec<String> = claim.relays.iter().map(|r| speaker(&r.source)).collect();
    let agency = claim.agency.as_deref().unwrap_or("—");
    let flags: Vec<&str> = [
        (claim.modality.conditional, "conditional"),
        (claim.modality.negated, "negated"),
    ]
    .into_iter()
    .filter_map(|(set, name)| set.then_some(name))
    .collect();
    let fields = [
        format!(
            "{} {kind} {} \"{}\"",
            claim.id,
            claim.rule,
            content.join(" […] ")
        ),
        cue.to_owned(),
        source,
        or_dash(&relays.join(" ← ")),
        agency.to_owned(),
        or_dash(&flags.join(" ")),
    ];
    fields.join(" | ").replace('\n', "\\n")
}

fn speaker(source: &Source) -> String {
    let words = source.text.as_deref().unwrap_or("—");
    let entity = source.entity.as_deref().unwrap_or("—");
    format!("{words} → {entity}")
}

fn or_dash(words: &str) -> String {
    if words.is_empty() { "—" } else { words }.to_owned()
}

#[test]
fn keeps_the_text_report_of_every_article() {
    for sample in articles() {
        let mut shown = String::new();
        text::article(&read(&sample), &Page::new(100, false, Lang::En), &mut shown);
        hold(&format!("{}.report", sample.name), &shown);
    }
}

#[test]
fn keeps_the_claims_of_every_article() {
    for sample in articles() {
        let mut shown = String::from(
            "id kind rule \"content\" | cue | source → entity | relays | agency | flags\n",
        );
        for claim in &read(&sample).claims {
            let _ = writeln!(shown, "{}", line(claim));
        }
        hold(&format!("{}.claims", sample.name), &shown);
    }
}

#[test]
fn keeps_one_report_whole() {
    let sample = articles()
        .into_iter()
        .find(|sample| sample.name == WHOLE)
        .expect("the article is there");
    let mut bytes = Vec::new();
    json::indented(&read(&sample), &mut bytes);
    let shown = String::from_utf8(bytes).expect("JSON is UTF-8");
    hold(&format!("{WHOLE}.json"), &shown);
}

#[test]
fn keeps_no_report_of_an_article_that_is_gone() {
    let names: Vec<String> = articles().into_iter().map(|sample| sample.name).collect();
    for entry in fs::read_dir(project("snapshots")).expect("the snapshots are there") {
        let file = entry.expect("the folder can be listed").file_name();
        let file = file.to_string_lossy();
        let article = [".report.snap", ".claims.snap"]
            .iter()
            .find_map(|ending| file.strip_suffix(ending));
        if let Some(article) = article.filter(|name| *name != "formats") {
            assert!(names.iter().any(|name| name == article), "snapshots/{file}");
        }
    }
}
