//! Rows of proper names: media, countries, seats of power, first names, towns and parties.
//!
//! In: `"Kremlin" = { article = "le", gender = "m", stands-for = "présidence russe" }`. Out: a typed row, which gives « Le Kremlin
//! a démenti » the Russian presidency as its source.

use serde::Deserialize;

use super::nouns::Gender;

/// An agency or another medium.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Outlet {
    /// Name to show.
    pub name: String,
    /// All forms in French text.
    #[serde(default)]
    pub names: Vec<String>,
    /// Forms that count only in capitals.
    #[serde(default)]
    pub acronyms: Vec<String>,
    /// Adjectives that identify it after `l'agence`.
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Sort of medium.
    #[serde(default)]
    pub kind: String,
    /// Country of the seat.
    #[serde(default)]
    pub country: String,
    /// Who controls it: state, public, cooperative or private.
    #[serde(default)]
    pub control: String,
    /// Source and year of that judgement.
    #[serde(default)]
    pub control_source: String,
    /// Wikidata item, where certain.
    #[serde(default)]
    pub wikidata: String,
    /// Web domains.
    #[serde(default)]
    pub domains: Vec<String>,
    /// The name alone is an ordinary word.
    #[serde(default)]
    pub weak: bool,
}

/// A country or territory.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Country {
    /// Article: le, la, l', les or none.
    #[serde(default)]
    pub article: String,
    /// Gender.
    #[serde(default)]
    pub gender: Gender,
    /// Seat of the government.
    #[serde(default)]
    pub capital: String,
    /// Further spellings of the seat.
    #[serde(default)]
    pub capitals: Vec<String>,
    /// Inhabitants.
    #[serde(default)]
    pub demonym: Vec<String>,
    /// Adjectives.
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Other names.
    #[serde(default)]
    pub names: Vec<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub iso: String,
}

/// A building or place that stands for an institution.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Seat {
    /// Article.
    #[serde(default)]
    pub article: String,
    /// Gender.
    #[serde(default)]
    pub gender: Gender,
    /// The institution.
    pub stands_for: String,
    /// Country.
    #[serde(default)]
    pub country: String,
    /// Sort of body.
    #[serde(rename = "type", default)]
    pub kind: String,
    /// Other spellings.
    #[serde(default)]
    pub names: Vec<String>,
    /// More often just a place.
    #[serde(default)]
    pub weak: bool,
}

/// A first name.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FirstName {
    /// Gender.
    pub gender: Gender,
    /// Also an ordinary word or place.
    #[serde(default)]
    pub weak: bool,
}

/// A town or region.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct City {
    /// Country.
    #[serde(default)]
    pub country: String,
    /// Sort of place.
    #[serde(default)]
    pub kind: String,
}

/// A party, union or movement.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Party {
    /// Gender.
    #[serde(default)]
    pub gender: Gender,
    /// Other names.
    #[serde(default)]
    pub names: Vec<String>,
    /// Country.
    #[serde(default)]
    pub country: String,
    /// Plural.
    #[serde(default)]
    pub plural: bool,
}
