//! Rows of constructions: each form in which French attributes, with the sentences that test it.
//!
//! In: the constructions of a file. Out: typed rows; « Selon le préfet, la route est coupée. » is an example that must match.

use serde::{Deserialize, Serialize};

use super::{RowError, row_error};

/// One construction with the examples that test it.
#[derive(Debug, Deserialize, Serialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct Construction {
    /// Kebab-case id, the `rule` of a claim.
    pub id: String,
    /// Family: the file that holds the parser.
    pub family: String,
    /// One line for readers.
    pub explains: String,
    /// The form.
    pub ebnf: String,
    /// Sentences that it must match.
    #[serde(rename = "match")]
    pub matches: Vec<Example>,
    /// Look-alikes that it must not match.
    #[serde(rename = "reject")]
    pub rejects: Vec<String>,
}

/// A sentence with the claim expected in it.
#[derive(Debug, Deserialize, Serialize, Clone, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Segments of the content.
    pub content: Vec<String>,
    /// The cue, empty for none.
    pub cue: String,
    /// The source, empty for none.
    pub source: String,
    /// Words that name the nearest relay.
    pub relay: String,
    /// Agency id.
    pub agency: String,
    /// Who speaks, in the fullest form.
    pub resolved: String,
    /// Journalistic conditional.
    pub conditional: bool,
}

/// The constructions of one file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constructions {
    /// Rows.
    pub construction: Vec<Construction>,
}

/// Reads constructions.
///
/// # Errors
/// When a row is broken: the file, the line and the key.
pub fn read_constructions(file: &str, text: &str) -> Result<Vec<Construction>, RowError> {
    let rows: Constructions = toml::from_str(text).map_err(|e| row_error(file, text, &e))?;
    Ok(rows.construction)
}
