//! What the table's ids stand for: cue verbs with their frames, names with their owners, roles with their hypernyms.
//!
//! In: rows. Out: vectors that senses index, packed with postcard; « l'agence nord-coréenne » leads to KCNA through them.

use serde::{Deserialize, Serialize};

use super::rows::{Act, Gender, Stance};
use super::signs::SignKind;

/// All tables behind the ids.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct Meta {
    /// Cue verbs by head infinitive.
    pub heads: Vec<Head>,
    /// Nouns that attribute.
    pub cue_nouns: Vec<CueNoun>,
    /// Names: agencies, media, countries, seats, organisations.
    pub names: Vec<Name>,
    /// Roles and collectives: nouns with hypernyms.
    pub nouns: Vec<Noun>,
    /// Kinds of tagged words and flags of documents.
    pub tags: Vec<String>,
    /// Semi-auxiliaries.
    pub semis: Vec<Semi>,
    /// Feminine adjective of an agency (`nord-coréenne`) and index of its name.
    pub agency_adjectives: Vec<(String, u16)>,
    /// Web domain and index of the outlet.
    pub domains: Vec<(String, u16)>,
    /// Lemmas of nouns and hypernyms, folded; hypernyms are indices in it.
    pub lemmas: Vec<String>,
    /// Words and phrases that an audit looks for, with what each is a sign of.
    pub signs: Vec<(String, SignKind)>,
    /// Forms of countries and their people, as keys, one a line.
    pub nations: String,
    /// Forms of pronouns that stand for a person or a thing, as keys, one a line.
    pub pronouns: String,
    /// SHA-256 of all rows, first 12 hexadecimal digits.
    pub hash: String,
}

/// A cue verb as conjugated, with its rows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Head {
    /// Infinitive that is conjugated.
    pub infinitive: String,
    /// Rows: plain, reflexive, phrases; longest tail first.
    pub rows: Vec<CueRow>,
    /// For each row the bit of the byte that its tail begins with, 0 without a tail: a quick look at the next words rules most
    /// phrases out.
    pub openings: Vec<u64>,
    /// The union of those bits.
    pub phrases: u64,
    /// Index of the first row without a tail.
    pub plain: u16,
}

impl Head {
    /// Sets the rows, longest tail first.
    pub fn set_rows(&mut self, mut rows: Vec<CueRow>) {
        rows.sort_by(|a, b| {
            b.tail
                .len()
                .cmp(&a.tail.len())
                .then_with(|| a.lemma.cmp(&b.lemma))
        });
        let first = |r: &CueRow| r.tail.first().and_then(|w| w.bytes().next());
        self.openings = rows
            .iter()
            .map(|r| first(r).map_or(0, Self::opening))
            .collect();
        self.phrases = self.openings.iter().fold(0, |set, bit| set | bit);
        self.plain = self.openings.partition_point(|bit| *bit != 0) as u16;
        self.rows = rows;
    }

    /// Gives the index of the first row that may stand where words with these opening bits follow.
    #[must_use]
    pub fn first_row(&self, opening: u64) -> usize {
        if self.phrases & opening == 0 {
            self.plain as usize
        } else {
            0
        }
    }

    /// Gives the bit of a first byte, small letters and capitals alike.
    #[must_use]
    pub const fn opening(byte: u8) -> u64 {
        1 << (byte.to_ascii_lowercase() % 64)
    }
}

/// One row of a cue verb.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CueRow {
    /// Lemma as in the data.
    pub lemma: String,
    /// Words after the verb (`savoir` of `faire savoir`), as keys.
    pub tail: Vec<String>,
    /// Needs the reflexive pronoun.
    pub reflexive: bool,
    /// Set of frames.
    pub frames: u32,
    /// Act.
    pub act: Act,
    /// Stance.
    pub stance: Stance,
    /// Also impersonal.
    pub impersonal: bool,
}

/// A noun that attributes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CueNoun {
    /// Lemma.
    pub lemma: String,
    /// Set of frames.
    pub frames: u32,
}

/// A name and what it stands for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Name {
    /// Id of the row (agency id, slug) or the key.
    pub id: String,
    /// Name to show.
    pub shown: String,
    /// Sort: agency, media, platform, country, seat, org, party.
    pub sort: String,
    /// Gender.
    pub gender: Gender,
    /// Country of the seat.
    pub country: String,
    /// Control of a medium, its source and year.
    pub control: String,
    /// Source and year of that judgement.
    pub control_source: String,
    /// Wikidata item.
    pub wikidata: String,
    /// Institution that a seat stands for.
    pub stands_for: String,
    /// Also an ordinary word.
    pub weak: bool,
    /// Hypernyms, closed under is-a, as lemma ids.
    pub isa: Vec<u16>,
    /// Plural.
    pub plural: bool,
}

/// A role or collective noun.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Noun {
    /// Lemma (masculine singular), as lemma id.
    pub lemma: u16,
    /// Gender.
    pub gender: Gender,
    /// Hypernyms, closed under is-a, with the lemma itself, as lemma ids.
    pub isa: Vec<u16>,
    /// Sort of body, for collectives.
    pub kind: String,
    /// Title of address.
    pub title: bool,
    /// Parts of society that the role belongs to, one bit each.
    pub circles: u16,
}

/// A verb between the subject and a cue in the infinitive.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Semi {
    /// Infinitive.
    pub infinitive: String,
    /// Link word or empty.
    pub link: String,
    /// Needs the reflexive pronoun.
    pub reflexive: bool,
    /// The saying did not happen.
    pub negative: bool,
}
