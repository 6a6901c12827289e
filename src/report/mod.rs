//! Reports: what an analysis looks like to people and programs. They decide nothing.
//!
//! In: [`Report`](crate::contract::Report)s of the contract. Out: text, Markdown or JSON: « Selon KCNA, le tir a eu lieu vendredi. » is one numbered
//! entry with `KCNA` as its source. Wording is neutral: a report never says that a statement or a source is right.

pub(crate) mod assemble;
mod audited;
#[cfg(feature = "report")]
pub mod claims;
pub mod concise;
#[cfg(feature = "report")]
pub mod csv;
pub mod format;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "report")]
pub mod hypothesis;
pub mod json;
mod line;
pub mod markdown;
mod origin;
#[cfg(feature = "report")]
mod passage;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(feature = "report")]
pub mod sarif;
mod statement;
#[cfg(feature = "report")]
mod table;
mod tally;
#[cfg(feature = "report")]
pub mod template;
pub mod text;
#[cfg(feature = "report")]
pub mod webannotation;
#[cfg(feature = "report")]
pub mod xlsx;

pub use audited::{Audited, Place};
pub use tally::Tally;

use crate::catalogue::{Lang, say};
use crate::contract::Level;

pub(crate) use line::one_line;
use line::{excerpt, obeyed, visible};
use origin::{label, origin};
#[cfg(any(feature = "report", feature = "html"))]
use statement::name;
use statement::{chain, manner, said, speaker, sureness};
use tally::{kinds, ranked, remarks};

/// The word of a level.
pub(crate) fn level(level: Level, lang: Lang) -> &'static str {
    let key = match level {
        Level::Check => "report.level-check",
        Level::Note => "report.level-note",
        Level::Limit => "report.level-limit",
    };
    say(lang, key)
}
