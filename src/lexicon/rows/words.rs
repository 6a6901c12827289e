//! Rows of function words, of words with a kind, and of forms that are a verb and something else.
//!
//! In: `"montre" = { noun = "f", prefer = "verb" }`. Out: a typed row, by which « Le rapport montre que » has a verb and « une
//! montre » a noun.

use serde::Deserialize;

use super::nouns::Gender;

/// A preposition or prepositional phrase that attributes.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CuePreposition {
    /// The construction that it takes part in.
    pub construction: String,
}

/// A word or phrase with a kind.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tagged {
    /// The kind.
    pub kind: String,
}

/// A function word.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Word {
    /// Classes.
    pub class: Vec<String>,
    /// Gender, where it has one.
    #[serde(default)]
    pub gender: Gender,
    /// Number, where it has one: `s` or `p`.
    #[serde(default)]
    pub number: String,
}

/// A form that is a verb and something else.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Homograph {
    /// Gender when it is a noun.
    pub noun: Option<Gender>,
    /// The noun is plural.
    #[serde(default)]
    pub plural: bool,
    /// Also an adjective.
    #[serde(default)]
    pub adj: bool,
    /// Also a function word.
    #[serde(default)]
    pub other: bool,
    /// What it is without help from the context.
    pub prefer: Prefer,
}

/// What an ambiguous form is without help from the context.
#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Prefer {
    Noun,
    Adj,
    Verb,
    Other,
}
