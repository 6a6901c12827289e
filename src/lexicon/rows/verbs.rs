//! Rows of verbs: what a cue does, how the narrator stands to it, and what may stand before it.
//!
//! In: `"marteler" = { class = "assert", stance = "intense", frames = ["que", "incise"] }`. Out: a typed row, which makes
//! « Il martèle que la ligne rouvrira » a claim.

use serde::{Deserialize, Serialize};

use super::frames::Frame;

/// A cue verb: what it does and with which complements it is a cue.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CueVerb {
    /// What the speaker does.
    pub class: Act,
    /// How the narrator stands to it.
    pub stance: Stance,
    /// Complements that make it a cue.
    pub frames: Vec<Frame>,
    /// Preposition of the target, when fixed.
    pub prep: Option<String>,
    /// Also works impersonally (`il ressort de X que`).
    #[serde(default)]
    pub impersonal: bool,
}

/// A verb that may stand between the subject and a cue in the infinitive.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SemiVerb {
    /// Link word: `de`, `à`, `par` or none.
    #[serde(default)]
    pub link: String,
    /// Reflexive.
    #[serde(default)]
    pub reflexive: bool,
    /// The saying did not happen (`refuser de dire`).
    #[serde(default)]
    pub negative: bool,
}

/// What a speaker does with words.
#[derive(Debug, Deserialize, Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Act {
    Assert,
    Announce,
    Confirm,
    Deny,
    Promise,
    Ask,
    Order,
    Accuse,
    Judge,
    Warn,
    Praise,
    Criticise,
    Quote,
    Write,
    Learn,
    Explain,
    Suggest,
    Reveal,
    Emotion,
    Expressive,
}

/// How the narrator stands to the words that the cue reports.
#[derive(Debug, Deserialize, Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Stance {
    Neutral,
    Factive,
    Distancing,
    Intense,
}
