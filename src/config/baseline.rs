//! Baselines: the remarks that were there already, so that only new ones count.
//!
//! In: remarks, or a file that holds them. Out: a file, or whether a remark is known. A remark is known by its article and
//! its fingerprint: « On tient bon » without a speaker is known after an edit elsewhere, and new in another article.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Root;
use crate::Error;
use crate::contract::{ArticleInfo, Finding};

/// The version of the file.
const VERSION: u32 = 1;

/// The remarks that are known, by article and fingerprint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Baseline {
    root: Root,
    articles: Articles,
}

/// What a remark was about, by article and fingerprint.
type Articles = BTreeMap<String, BTreeMap<String, String>>;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "selon-baseline")]
    version: u32,
    articles: Articles,
}

impl Baseline {
    /// Begins one that will lie in `file`; names of articles are relative to its folder.
    #[must_use]
    pub fn beside(file: &Path) -> Self {
        Self {
            root: Root::beside(file),
            articles: Articles::new(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Input`] when it cannot be read or holds something else.
    pub fn from_file(file: &Path) -> Result<Self, Error> {
        let fault = |problem: String| fault(file, problem);
        let text = fs::read_to_string(file)
            .map_err(|error| fault(format!("the baseline could not be read: {error}")))?;
        let read: File = serde_json::from_str(&text)
            .map_err(|error| fault(format!("the file is no baseline: {error}")))?;
        if read.version != VERSION {
            return Err(fault(format!(
                "expected a baseline of version {VERSION}, found version {}",
                read.version
            )));
        }
        Ok(Self {
            articles: read.articles,
            ..Self::beside(file)
        })
    }

    /// Adds the remarks on an article.
    pub fn add(&mut self, article: &ArticleInfo, findings: &[Finding]) {
        if findings.is_empty() {
            return;
        }
        let known = self
            .articles
            .entry(self.name(article.path.as_deref(), &article.id))
            .or_default();
        for finding in findings {
            known.insert(finding.fingerprint.clone(), about(finding));
        }
    }

    /// Names an article as this file does.
    pub(super) fn name(&self, path: Option<&str>, id: &str) -> String {
        self.root.article(path, id)
    }

    /// Tells whether a remark on the article of this name is known.
    pub(super) fn has(&self, name: &str, fingerprint: &str) -> bool {
        let known = self.articles.get(name);
        known.is_some_and(|known| known.contains_key(fingerprint))
    }

    /// Writes the file.
    ///
    /// # Errors
    /// [`Error::Input`] when it cannot be written.
    pub fn write(&self, file: &Path) -> Result<(), Error> {
        let whole = File {
            version: VERSION,
            articles: self.articles.clone(),
        };
        let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        text.push('\n');
        fs::write(file, text)
            .map_err(|error| fault(file, format!("the baseline could not be written: {error}")))
    }
}

/// Says for a reader of the file what a remark is about: its code, and the beginning of the words.
fn about(finding: &Finding) -> String {
    let words = finding.span.as_ref().map_or("", |span| span.text.as_str());
    let mut words = words.split_whitespace();
    let start: Vec<_> = words.by_ref().take(12).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{} {}{more}", finding.code, start.join(" "))
        .trim_end()
        .to_owned()
}

fn fault(file: &Path, problem: String) -> Error {
    Error::Input {
        name: file.to_string_lossy().into_owned(),
        problem,
        help: "`selon audit FILES --write-baseline FILE` writes a new one".to_owned(),
    }
}
