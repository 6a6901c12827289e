//! Snapshots: one file an article, in TOML, with nothing in it that changes without the reading.
//!
//! In: a [`Report`]. Out: its claims and remarks in their order: « On tient bon », a dit la maire, is a `[[claim]]` with `words` and
//! `source`. Offsets, sureness, versions and paths of the machine are left out.

use serde::{Deserialize, Serialize};

use crate::contract::{Claim, Finding, Kind, Report, Source};
use crate::report::one_line;

/// The version of the file.
const VERSION: u32 = 1;

/// What is read in one article.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Snapshot {
    /// The version of the file.
    pub snapshot: u32,
    /// The name of the article, relative to the folder that the snapshots lie in.
    pub article: String,
    /// Statements in the order of the text.
    #[serde(default, rename = "claim", skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Statement>,
    /// Remarks in the order of the text.
    #[serde(default, rename = "remark", skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

/// One statement.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Statement {
    /// What is said; the parts of an interrupted statement are joined by `[…]`.
    pub words: String,
    /// How the words stand in the text.
    pub kind: Kind,
    /// The words that attribute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<String>,
    /// Who says it: the words at the cue and, when they are others, who that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Through whom it came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relays: Vec<String>,
    /// The agency or medium that the sentence names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The article presents it as unconfirmed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub conditional: bool,
    /// The cue is negated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
}

/// One remark.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Remark {
    /// Its code.
    pub code: String,
    /// The words that it is about.
    #[serde(default)]
    pub words: String,
}

impl Snapshot {
    /// Keeps what is read in an article of this name.
    #[must_use]
    pub fn new(article: String, report: &Report) -> Self {
        let mut findings: Vec<&Finding> = report.findings.iter().collect();
        findings.sort_by_key(|one| (one.span.as_ref().map(|span| span.start), one.code.as_str()));
        Self {
            snapshot: VERSION,
            article,
            claims: report.claims.iter().map(statement).collect(),
            remarks: findings.into_iter().map(remark).collect(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with the text, on one line.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let read: Self =
            toml::from_str(text).map_err(|error| error.message().replace('\n', "; "))?;
        if read.snapshot == VERSION {
            Ok(read)
        } else {
            Err(format!(
                "expected version {VERSION}, found version {}",
                read.snapshot
            ))
        }
    }

    /// Gives the text of the file.
    #[must_use]
    pub fn text(&self) -> String {
        let text = toml::to_string(self);
        debug_assert!(text.is_ok(), "a snapshot is always TOML");
        format!(
            "# What selon reads in an article; `selon check --update` writes it.\n\n{}",
            text.unwrap_or_default()
        )
    }
}

fn statement(claim: &Claim) -> Statement {
    let parts: Vec<_> = claim
        .content
        .iter()
        .map(|part| one_line(&part.text))
        .collect();
    Statement {
        words: parts.join(" […] "),
        kind: claim.kind,
        cue: claim.cue.as_ref().map(|cue| one_line(&cue.text)),
        source: claim.source.as_ref().map(named),
        relays: claim
            .relays
            .iter()
            .map(|relay| named(&relay.source))
            .collect(),
        agency: claim.agency.clone(),
        conditional: claim.modality.conditional,
        negated: claim.modality.negated,
    }
}

fn remark(finding: &Finding) -> Remark {
    let words = finding.span.as_ref().map(|span| one_line(&span.text));
    Remark {
        code: finding.code.clone(),
        words: words.unwrap_or_default(),
    }
}

fn named(source: &Source) -> String {
    let known = |words: &Option<String>| words.as_deref().map(one_line).unwrap_or_default();
    match (known(&source.text), known(&source.entity)) {
        (words, entity) if entity.is_empty() || words == entity => words,
        (words, entity) => format!("{words} → {entity}").trim_start().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample;

    #[test]
    fn reads_what_it_writes() {
        let snapshot = Snapshot::new("a.txt".to_owned(), &sample());
        assert_eq!(
            Snapshot::from_text(&snapshot.text()).as_ref(),
            Ok(&snapshot)
        );
        insta::assert_snapshot!(snapshot.text(), @r#"
        # What selon reads in an article; `selon check --update` writes it.

        snapshot = 1
        article = "a.txt"

        [[claim]]
        words = "Le pont rouvrira […] lundi | à midi"
        kind = "direct"
        cue = "a dit"
        source = "le maire → Loïc Kervadec"
        relays = ["l'agence TASS → TASS"]
        agency = "tass"
        conditional = true

        [[claim]]
        words = "Le pont rouvrira […] lundi | à midi"
        kind = "indirect"
        "#);
    }

    #[test]
    fn refuses_other_files() {
        assert!(Snapshot::from_text("a = 1").is_err());
        assert!(
            Snapshot::from_text("snapshot = 2\narticle = \"a\"")
                .is_err_and(|told| told.contains("version 2"))
        );
    }
}
