//! Rows of the language data as they stand in `grammar/` and in files given by `--lexicon`.
//!
//! In: TOML, one row a line: `"marteler" = { class = "assert", stance = "intense", frames = ["que", "incise"] }`.
//! Out: typed rows, or an error with file, line and key.

mod constructions;
mod frames;
mod names;
mod nouns;
mod verbs;
mod words;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use constructions::{Construction, Constructions, Example, read_constructions};
pub use frames::{Frame, frame_set};
pub use names::{City, Country, FirstName, Outlet, Party, Seat};
pub use nouns::{Circle, Collective, CueNoun, Document, Gender, MediaNoun, Role};
pub use verbs::{Act, CueVerb, SemiVerb, Stance};
pub use words::{CuePreposition, Homograph, Prefer, Tagged, Word};

/// What a row error looks like before it gets its public form: file, line, key and problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// File as given.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// Key of the row, when the line has one.
    pub key: String,
    /// What is wrong.
    pub problem: String,
}

impl std::fmt::Display for RowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "`{}`, line {}, key `{}`: {}",
            self.file, self.line, self.key, self.problem
        )
    }
}

type Rows<T> = BTreeMap<String, T>;

/// All tables of one or several files.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Tables {
    /// Cue verbs and verbal phrases by lemma.
    pub cue_verb: Rows<CueVerb>,
    /// Nouns that attribute.
    pub cue_noun: Rows<CueNoun>,
    /// Prepositional cues.
    pub cue_preposition: Rows<CuePreposition>,
    /// Semi-auxiliaries by infinitive.
    pub semi_verb: Rows<SemiVerb>,
    /// News agencies by id.
    pub agency: Rows<Outlet>,
    /// Other media by id.
    pub media: Rows<Outlet>,
    /// Nouns of media.
    pub media_noun: Rows<MediaNoun>,
    /// Roles, professions and person nouns.
    pub role: Rows<Role>,
    /// Institutions and groups.
    pub collective: Rows<Collective>,
    /// Documents and events of speech.
    pub document: Rows<Document>,
    /// Anonymity phrases.
    pub anonymity: Rows<Tagged>,
    /// Time words.
    pub time: Rows<Tagged>,
    /// Closed classes.
    pub word: Rows<Word>,
    /// Countries and territories.
    pub country: Rows<Country>,
    /// Buildings and places that stand for an institution.
    pub seat: Rows<Seat>,
    /// First names.
    pub first_name: Rows<FirstName>,
    /// Towns and regions.
    pub city: Rows<City>,
    /// Parties, unions and movements.
    pub party: Rows<Party>,
    /// Forms that are a verb and something else.
    pub homograph: Rows<Homograph>,
    /// Abbreviations, naming words.
    pub marker: Rows<Tagged>,
    /// Words that an audit looks for.
    pub sign: Rows<super::signs::SignRow>,
}

/// Reads the tables of one file.
///
/// # Errors
/// When a row is broken: the file, the line and the key.
pub fn read_tables(file: &str, text: &str) -> Result<Tables, RowError> {
    toml::from_str(text).map_err(|e| row_error(file, text, &e))
}

fn row_error(file: &str, text: &str, error: &toml::de::Error) -> RowError {
    let start = error.span().map_or(0, |s| s.start);
    let before = text.get(..start).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let row = text.lines().nth(line - 1).unwrap_or("");
    let key = row
        .split_once('=')
        .map_or(row, |(k, _)| k)
        .trim()
        .trim_matches('"')
        .to_owned();
    RowError {
        file: file.to_owned(),
        line,
        key,
        problem: error.message().replace('\n', " "),
    }
}

macro_rules! merge {
    ($into:ident, $from:ident, $($field:ident),*) => { $($into.$field.extend($from.$field);)* };
}

impl Tables {
    /// Adds the rows of another file; a later row replaces an earlier one of the same key.
    pub fn extend(&mut self, other: Self) {
        merge!(
            self,
            other,
            cue_verb,
            cue_noun,
            cue_preposition,
            semi_verb,
            agency,
            media,
            media_noun,
            role,
            collective,
            document,
            anonymity,
            time,
            word,
            country,
            seat,
            first_name,
            city,
            party,
            homograph,
            marker,
            sign
        );
    }
}
