//! The output contract, version 1: what JSON, templates and other programs see.
//!
//! In: an [`Article`](crate::Article) and its [`Analysis`](crate::Analysis). Out: one JSON object per article, with
//! offsets in Unicode code points of the decoded text, end exclusive: slicing « Selon KCNA, … » by them gives back `text`.
//! Fields are only ever added; `schema` rises when one changes its meaning.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of this contract.
pub const SCHEMA: u32 = 1;

/// One article with everything that was read in it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Report {
    /// Version of the contract.
    pub schema: u32,
    /// Version of the program.
    pub selon: String,
    /// Hash of the language data, so that two runs can be compared.
    pub lexicon: String,
    /// The article.
    pub article: ArticleInfo,
    /// Statements in the order of the text.
    pub claims: Vec<Claim>,
    /// Pairs of quotation marks in the order of the text.
    pub marks: Vec<Mark>,
    /// Who is named in the article.
    pub entities: Vec<Entity>,
    /// What an auditor should look at.
    pub findings: Vec<Finding>,
}

/// Where an article comes from.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct ArticleInfo {
    /// Identifier as given by the input, else the path.
    pub id: String,
    /// Path as given on the command line.
    pub path: Option<String>,
    /// Headline, from the metadata or the first line.
    pub title: Option<String>,
    /// Outlet, from the metadata.
    pub outlet: Option<String>,
    /// Address, from the metadata.
    pub url: Option<String>,
    /// Date of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Ids of the agencies that the article credits (`(AFP)`, `avec Reuters`).
    pub credits: Vec<String>,
    /// SHA-256 of the decoded text in UTF-8.
    pub sha256: String,
}

/// A stretch of text, in code points, end exclusive.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Stretch {
    /// First code point.
    pub start: u32,
    /// First code point after the stretch.
    pub end: u32,
    /// The words themselves.
    pub text: String,
}

/// How the words of a claim stand in the text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Kind {
    /// Wholly inside quotation marks.
    Direct,
    /// In the narrator's syntax, with at least one quoted fragment.
    Mixed,
    /// Without quotation marks.
    Indirect,
}

/// The words that attribute.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Cue {
    /// First code point.
    pub start: u32,
    /// First code point after the cue.
    pub end: u32,
    /// The words themselves.
    pub text: String,
    /// Lemma: an infinitive, a preposition or a noun.
    pub lemma: String,
}

/// What sort of speaker a source is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SourceType {
    /// One person.
    Person,
    /// An organisation, a company, a court, a force.
    Institution,
    /// A government or a country that stands for it.
    Government,
    /// A news agency.
    Agency,
    /// Another medium.
    Media,
    /// A report, a study, a text.
    Document,
    /// A group of people.
    Collective,
    /// Somebody who is not identifiable.
    Anonymous,
    /// Nothing in the words tells.
    #[default]
    Unknown,
}

/// Whom a cue names, and who that is.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Source {
    /// First code point; absent when no words at the cue name the source.
    pub start: Option<u32>,
    /// First code point after the words.
    pub end: Option<u32>,
    /// The words themselves.
    pub text: Option<String>,
    /// The fullest name that the article gives.
    pub entity: Option<String>,
    /// What sort of speaker it is.
    #[serde(rename = "type")]
    pub kind: SourceType,
    /// Id of the entity in `entities`.
    pub id: Option<String>,
}

/// A further source of the chain, the one nearest to the speaker first.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Relay {
    /// The words that attribute to the relay, when there are any.
    pub cue: Option<Cue>,
    /// The relay.
    pub source: Source,
}

/// In which part of the article a claim stands.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Zone {
    /// Title line.
    Headline,
    /// Short summary between the title and the text.
    Standfirst,
    /// First paragraph.
    Lead,
    /// Running text.
    #[default]
    Body,
    /// Words under a picture.
    Caption,
}

/// How the article presents a claim.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Modality {
    /// The journalistic conditional marks it as unconfirmed.
    pub conditional: bool,
    /// The cue is negated.
    pub negated: bool,
}

/// One statement with its source.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Claim {
    /// Id within the article.
    pub id: String,
    /// How the words stand in the text.
    pub kind: Kind,
    /// What is said: one segment, or several when the cue interrupts it.
    pub content: Vec<Stretch>,
    /// Quoted fragments inside the content.
    pub quotes: Vec<Stretch>,
    /// The words that attribute.
    pub cue: Option<Cue>,
    /// Who says it.
    pub source: Option<Source>,
    /// Through whom it came.
    pub relays: Vec<Relay>,
    /// Id of the agency or medium that the sentence names in the chain.
    pub agency: Option<String>,
    /// Where it stands.
    pub zone: Zone,
    /// Date of the saying, `YYYY-MM-DD`, when the text gives one.
    pub said_at: Option<String>,
    /// How the article presents it.
    pub modality: Modality,
    /// Id of the construction that found it; `selon explain RULE` tells more.
    pub rule: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f32,
    /// The features that decided.
    pub basis: Vec<String>,
}

/// What a pair of quotation marks does.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MarkClass {
    /// Holds somebody's words.
    Speech,
    /// Holds a title, a nickname, a foreign or so-called word.
    Term,
}

/// One pair of quotation marks, without the marks themselves.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Mark {
    /// First code point inside.
    pub start: u32,
    /// First code point after the inside.
    pub end: u32,
    /// The words inside.
    pub text: String,
    /// Speech or term.
    pub class: MarkClass,
    /// Id of the claim that it belongs to.
    pub claim: Option<String>,
}

/// Somebody or something that the article names.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Entity {
    /// Id within the article.
    pub id: String,
    /// Fullest name.
    pub name: String,
    /// What sort of speaker it is.
    #[serde(rename = "type")]
    pub kind: SourceType,
    /// Other forms met in the article.
    pub aliases: Vec<String>,
}

/// How grave a finding is.
#[derive(
    Clone, Copy, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord,
)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Level {
    /// The program could not read something; it never counts against an article.
    Limit,
    /// Worth knowing.
    Note,
    /// To be looked at.
    Check,
}

/// Something an auditor should look at.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq)]
pub struct Finding {
    /// Stable code.
    pub code: String,
    /// How grave it is.
    pub level: Level,
    /// One sentence.
    pub message: String,
    /// Where it is.
    pub span: Option<Stretch>,
    /// Id of the claim that it is about.
    pub claim: Option<String>,
    /// Stable under edits elsewhere in the article.
    pub fingerprint: String,
}
