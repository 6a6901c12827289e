//! Hypothesis: one payload of its API a remark, one a line, to be posted to `/api/annotations`.
//!
//! In: [`Audited`] articles with an address. Out: lines such as `{"uri": …, "group": …}`; a passage such as « On tient bon » is found
//! again by its words, since a page counts its characters in a way of its own.

use std::io::{self, Write};

use serde::Serialize;

use super::format::{Document, Format};
use super::markdown::escaped;
use super::passage::{Passages, Selector, followed};
use super::{Audited, Tally, level};
use crate::Error;
use crate::catalogue::Lang;

/// Stands for an article that has remarks and no address.
const NOWHERE: &[u8] = b"-";

/// The format.
#[derive(Clone, Debug)]
pub struct Hypothesis {
    /// Id of the group that the annotations belong to.
    pub group: String,
    /// Language of the remarks.
    pub lang: Lang,
}

#[derive(Serialize)]
struct Payload<'a> {
    uri: &'a str,
    group: &'a str,
    text: String,
    tags: [&'a str; 3],
    document: About<'a>,
    target: [Target<'a>; 1],
    permissions: Permissions,
}

#[derive(Serialize)]
struct About<'a> {
    title: Vec<&'a str>,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector<'a>>,
}

/// Who may read: the members of the group, never everybody.
#[derive(Serialize)]
struct Permissions {
    read: [String; 1],
}

impl Format for Hypothesis {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        let report = &audited.report;
        if report.findings.is_empty() {
            return;
        }
        let Some(uri) = report.article.url.as_deref().filter(|url| followed(url)) else {
            out.extend_from_slice(NOWHERE);
            return;
        };
        let passages = Passages::new(audited);
        for finding in &report.findings {
            let payload = Payload {
                uri,
                group: &self.group,
                text: escaped(&finding.message),
                tags: ["selon", &finding.code, level(finding.level, self.lang)],
                document: About {
                    title: report.article.title.as_deref().into_iter().collect(),
                },
                target: [Target {
                    source: uri,
                    selector: finding
                        .span
                        .iter()
                        .map(|span| passages.quote(span))
                        .collect(),
                }],
                permissions: Permissions {
                    read: [format!("group:{}", self.group)],
                },
            };
            let written = serde_json::to_writer(&mut *out, &payload);
            debug_assert!(written.is_ok(), "a payload is always JSON");
            out.push(b'\n');
        }
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Lines { out, nowhere: 0 })
    }
}

struct Lines<'a> {
    out: &'a mut dyn Write,
    nowhere: usize,
}

impl Document for Lines<'_> {
    fn push(&mut self, article: &[u8]) -> io::Result<()> {
        if article == NOWHERE {
            self.nowhere += 1;
            return Ok(());
        }
        self.out.write_all(article)
    }

    fn finish(self: Box<Self>, _: &Tally) -> io::Result<()> {
        self.out.flush()?;
        if self.nowhere == 0 {
            return Ok(());
        }
        Err(io::Error::other(Error::Input {
            name: "hypothesis".to_owned(),
            problem: format!(
                "expected an address of every article with remarks, found none of {}",
                self.nowhere
            ),
            help: "give articles as JSON Lines with a `url`; the others were written".to_owned(),
        }))
    }
}
