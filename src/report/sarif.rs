//! SARIF 2.1.0: remarks for code hosts and review tools.
//!
//! In: [`Audited`] articles. Out: one log with one run. Columns count code points; what a baseline knows is there and `unchanged`,
//! what somebody has set aside is there with the reason: « Le pont tiendra, a-t-il dit, is a result of rule `QUO001`.

mod rules;

use std::io::Write;

use serde::Serialize;

use self::rules::driver;
use super::format::{Document, Format, Frame, Streamed, items};
use super::passage::encoded;
use super::{Audited, Place};
use crate::audit::RULES;
use crate::catalogue::Lang;
use crate::contract::{ArticleInfo, Finding, Level};

/// Where the schema of the format is published.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Sarif {
    /// Language of the remarks.
    pub lang: Lang,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    kind: &'static str,
    level: &'static str,
    message: Message<'a>,
    locations: [Location; 1],
    partial_fingerprints: Prints<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression<'a>>,
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Prints<'a> {
    #[serde(rename = "selon/v1")]
    selon: &'a str,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    justification: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// Why a result is there.
#[derive(Clone, Copy)]
enum Standing<'a> {
    Counts,
    Known,
    SetAside(&'a str),
}

impl Format for Sarif {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        let counted = audited
            .report
            .findings
            .iter()
            .map(|f| (f, Standing::Counts));
        let known = audited.known.iter().map(|f| (f, Standing::Known));
        let aside = audited.suppressed.iter();
        let aside = aside.map(|(f, reason)| (f, Standing::SetAside(reason)));
        let all: Vec<_> = counted.chain(known).chain(aside).collect();
        let ends = all.iter().flat_map(|(finding, _)| {
            let span = finding.span.as_ref();
            span.map_or([0, 0], |span| [span.start, span.end])
        });
        let places = audited.located(ends);
        let results = all
            .iter()
            .zip(places.chunks_exact(2))
            .map(|((finding, standing), ends)| outcome(audited, finding, *standing, ends));
        items(results, out);
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        let driver = serde_json::to_string(&driver(self.lang)).unwrap_or_default();
        let head = format!(
            "{{\"version\":\"2.1.0\",\"$schema\":\"{SCHEMA}\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\
             \"columnKind\":\"unicodeCodePoints\",\"language\":\"{}\",\"results\":[\n",
            self.lang.tag()
        );
        Box::new(Streamed::new(
            out,
            Frame {
                empty: format!("{}]}}]}}\n", head.trim_end()).into(),
                head: head.into(),
                between: ",\n",
                foot: "\n]}]}\n",
            },
        ))
    }
}

fn outcome<'a>(
    audited: &Audited<'_>,
    finding: &'a Finding,
    standing: Standing<'a>,
    ends: &[Place],
) -> Outcome<'a> {
    let state = match standing {
        Standing::Known => "unchanged",
        _ => "new",
    };
    let reason = match standing {
        Standing::SetAside(reason) => Some(reason),
        _ => None,
    };
    Outcome {
        rule_id: &finding.code,
        rule_index: RULES.iter().position(|rule| rule.code == finding.code),
        kind: kind(finding.level),
        level: level(finding.level),
        message: Message {
            text: &finding.message,
        },
        locations: [location(&audited.report.article, finding, ends)],
        partial_fingerprints: Prints {
            selon: &finding.fingerprint,
        },
        baseline_state: audited.compared.then_some(state),
        suppressions: reason
            .map(|justification| Suppression {
                kind: "external",
                justification,
            })
            .into_iter()
            .collect(),
    }
}

/// What the program could not read is no failure of the article.
fn kind(level: Level) -> &'static str {
    match level {
        Level::Limit => "informational",
        Level::Note | Level::Check => "fail",
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Limit => "none",
        Level::Note => "note",
        Level::Check => "warning",
    }
}

/// Says where a remark stands; an article inside a file of many has a name instead of lines.
fn location(article: &ArticleInfo, finding: &Finding, ends: &[Place]) -> Location {
    let path = article.path.as_deref().unwrap_or(&article.id);
    let own = path == article.id;
    let region = match (ends, &finding.span) {
        ([start, end], Some(_)) if own => Some(Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }),
        _ => None,
    };
    let logical = (!own).then(|| Logical {
        fully_qualified_name: article.id.clone(),
    });
    Location {
        physical_location: Physical {
            artifact_location: Artifact { uri: encoded(path) },
            region,
        },
        logical_locations: logical.into_iter().collect(),
    }
}
