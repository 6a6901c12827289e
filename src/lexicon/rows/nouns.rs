//! Rows of common nouns: those that attribute, persons, bodies, documents and media.
//!
//! In: `"communiqué" = { gender = "m", carrier = true, source = true }`. Out: a typed row, which lets « Le communiqué précise que
//! la ligne rouvrira » have a source.

use serde::{Deserialize, Serialize};

use super::frames::Frame;

/// Grammatical gender.
#[derive(Debug, Deserialize, Serialize, Clone, Copy, PartialEq, Eq, Default)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// Masculine.
    M,
    /// Feminine.
    F,
    /// Either.
    #[default]
    Mf,
}

/// A noun that attributes.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CueNoun {
    /// Gender.
    pub gender: Gender,
    /// The verb of the same act.
    #[serde(default)]
    pub verb: String,
    /// Complements that make it a cue.
    pub frames: Vec<Frame>,
    /// Used in the plural only.
    #[serde(default)]
    pub plural: bool,
}

/// A noun of media.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MediaNoun {
    /// Gender.
    pub gender: Gender,
    /// Sort of medium.
    pub kind: String,
}

/// A part of society to which a role belongs: one person is mostly known in one.
#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Circle {
    /// Party to a case, or struck by an event.
    Case,
    /// Judges and prosecutors.
    Bench,
    /// Counsel.
    Bar,
    /// Police.
    Police,
    /// Medicine.
    Care,
    /// Farming and fishing.
    Land,
    /// Teaching.
    School,
    /// Trade and craft.
    Trade,
    /// Politics.
    Politics,
    /// Head of a state or a government.
    Head,
    /// Speaks for somebody else.
    Voice,
    /// Religion.
    Faith,
    /// Sport.
    Sport,
    /// Belongs to the place or the event that is told, not to who comes there.
    Local,
}

impl Circle {
    /// Gives its bit in a set.
    #[must_use]
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A role, profession or person noun.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Role {
    /// Gender.
    pub gender: Gender,
    /// The masculine row.
    #[serde(default)]
    pub lemma: String,
    /// Hypernyms, direct ones.
    #[serde(default)]
    pub isa: Vec<String>,
    /// Irregular plural.
    #[serde(default)]
    pub plural: String,
    /// Title of address.
    #[serde(default)]
    pub title: bool,
    /// Parts of society; hyponyms inherit them.
    #[serde(default)]
    pub circle: Vec<Circle>,
}

/// An institution or group noun.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Collective {
    /// Gender.
    pub gender: Gender,
    /// Sort of body.
    #[serde(rename = "type")]
    pub kind: String,
    /// Hypernyms, direct ones.
    #[serde(default)]
    pub isa: Vec<String>,
    /// A proper name.
    #[serde(default)]
    pub proper: bool,
    /// Used in the plural.
    #[serde(default)]
    pub plural: bool,
    /// Other names.
    #[serde(default)]
    pub names: Vec<String>,
}

/// A document or event of speech.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Document {
    /// Gender.
    pub gender: Gender,
    /// Carries somebody's words (`dans un communiqué`).
    #[serde(default)]
    pub carrier: bool,
    /// Can itself be the source.
    #[serde(default)]
    pub source: bool,
    /// An event of speech.
    #[serde(default)]
    pub event: bool,
    /// Names the medium next (`entretien au Monde`).
    #[serde(default)]
    pub media: bool,
    /// Irregular plural.
    #[serde(default)]
    pub plural: String,
}
