//! Rows of the language data as they stand in `grammar/` and in files given by `--lexicon`.
//!
//! In: TOML, one row a line: `"marteler" = { class = "assert", stance = "intense", frames = ["que", "incise"] }`.
//! Out: typed rows, or an error with file, line and key.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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

macro_rules! frames {
    ($($name:ident = $text:literal, $bit:literal, $doc:literal;)*) => {
        /// A complement with which a verb is a cue.
        #[derive(Debug, Deserialize, Serialize, Clone, Copy, PartialEq, Eq)]
        pub enum Frame { $(#[doc = $doc] #[serde(rename = $text)] $name,)* }

        impl Frame {
            /// Gives the bit of the frame in a set.
            #[must_use]
            pub const fn bit(self) -> u32 {
                match self { $(Self::$name => 1 << $bit,)* }
            }

            /// Names the frames of a set.
            #[must_use]
            pub fn names(set: u32) -> Vec<&'static str> {
                let mut names = Vec::new();
                $(if set & Self::$name.bit() != 0 { names.push($text); })*
                names
            }
        }
    };
}

frames! {
    Que = "que", 0, "`V que P`.";
    Si = "si", 1, "`V si P` and other indirect questions.";
    Inf = "inf", 2, "`V` with a bare infinitive.";
    DeInf = "de-inf", 3, "`V (à Y) de` with an infinitive.";
    AInf = "a-inf", 4, "`V à` with an infinitive.";
    NpDeInf = "np-de-inf", 5, "`V Y de` with an infinitive or noun.";
    NpAInf = "np-a-inf", 6, "`V Y à` with an infinitive or noun.";
    NpComme = "np-comme", 7, "`V Y comme Z`.";
    NpDe = "np-de", 8, "`V Y de Z`, an attribute.";
    NpAttr = "np-attr", 9, "`V Y` with an adjective as attribute.";
    Attr = "attr", 10, "Reflexive with an attribute.";
    Quote = "quote", 11, "Object that holds quotation marks.";
    DeQuote = "de-quote", 12, "`de` and a noun phrase that holds marks.";
    AQuote = "a-quote", 13, "`à` and a noun phrase that holds marks.";
    ContreQuote = "contre-quote", 14, "`contre` and a noun phrase that holds marks.";
    SurQuote = "sur-quote", 15, "`sur` and a noun phrase that holds marks.";
    DeCeQue = "de-ce-que", 16, "`de ce que P`.";
    Incise = "incise", 17, "May stand as an incise.";
    Colon = "colon", 18, "Announces a quotation after a colon.";
    SelonLequel = "selon-lequel", 19, "Noun with `selon lequel P`.";
}

/// Folds frames into a set.
#[must_use]
pub fn frame_set(frames: &[Frame]) -> u32 {
    frames.iter().fold(0, |set, f| set | f.bit())
}

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

/// A preposition or prepositional phrase that attributes.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CuePreposition {
    /// The construction that it takes part in.
    pub construction: String,
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

/// A noun of media.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MediaNoun {
    /// Gender.
    pub gender: Gender,
    /// Sort of medium.
    pub kind: String,
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

/// Reads the tables of one file.
///
/// # Errors
/// When a row is broken: the file, the line and the key.
pub fn read_tables(file: &str, text: &str) -> Result<Tables, RowError> {
    toml::from_str(text).map_err(|e| row_error(file, text, &e))
}

/// Reads constructions.
///
/// # Errors
/// When a row is broken: the file, the line and the key.
pub fn read_constructions(file: &str, text: &str) -> Result<Vec<Construction>, RowError> {
    let rows: Constructions = toml::from_str(text).map_err(|e| row_error(file, text, &e))?;
    Ok(rows.construction)
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
