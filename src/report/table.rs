//! Tables: one row a remark, for CSV and workbooks alike.
//!
//! In: an [`Audited`] article. Out: rows with the same columns: the remark that « On tient bon » has no speaker is a row with its
//! article, line, code and words.

use serde::{Deserialize, Serialize};

use super::{Audited, label, level, one_line, speaker, visible};
use crate::catalogue::{Lang, find};

/// The columns, by their keys in the catalogue.
pub(super) const COLUMNS: [&str; 14] = [
    "article",
    "outlet",
    "published",
    "title",
    "url",
    "line",
    "column",
    "code",
    "level",
    "remark",
    "words",
    "source",
    "reading",
    "fingerprint",
];

/// What stands in a cell.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[serde(untagged)]
pub(super) enum Cell {
    /// A number to count or to sort by.
    Number(f64),
    /// Words on one line.
    Words(String),
}

/// The heading of a column.
pub(super) fn heading(column: &str, lang: Lang) -> &'static str {
    find(lang, &format!("formats.column-{column}")).unwrap_or_default()
}

/// Gives the rows of an article.
pub(super) fn rows(audited: &Audited<'_>, lang: Lang) -> Vec<Vec<Cell>> {
    let article = &audited.report.article;
    let words = |words: &str| Cell::Words(visible(words));
    let known = |field: &Option<String>| words(field.as_deref().unwrap_or_default());
    let row = |(place, finding): (super::Place, &crate::contract::Finding)| {
        let claim = audited.claim(finding);
        let span = finding.span.as_ref().map_or("", |span| span.text.as_str());
        let source = claim.map(|claim| one_line(&speaker(claim, lang)));
        let reading = claim.map(|claim| f64::from((claim.confidence * 100.0).round()) / 100.0);
        vec![
            words(&label(&audited.report)),
            known(&article.outlet),
            known(&article.published),
            known(&article.title),
            known(&article.url),
            Cell::Number(f64::from(place.line)),
            Cell::Number(f64::from(place.column)),
            words(&finding.code),
            words(level(finding.level, lang)),
            words(&finding.message),
            words(span),
            known(&source),
            reading.map_or_else(|| words(""), Cell::Number),
            words(&finding.fingerprint),
        ]
    };
    audited.placed().into_iter().map(row).collect()
}
