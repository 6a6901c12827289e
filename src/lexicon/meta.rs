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
    /// For each row how its tail begins: a quick look at the next words rules most phrases out.
    pub openings: Vec<Opening>,
    /// How any of the tails begins.
    pub phrases: Opening,
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
        self.openings = rows.iter().map(Opening::of_row).collect();
        self.phrases = Opening::default();
        for opening in &self.openings {
            self.phrases.add(*opening);
        }
        self.plain = self.openings.partition_point(|o| o.first != 0) as u16;
        self.rows = rows;
    }

    /// Gives the index of the first row that may stand where words that begin so follow.
    #[must_use]
    pub fn first_row(&self, next: Opening) -> usize {
        if self.phrases.meets(next) {
            0
        } else {
            self.plain as usize
        }
    }
}

/// The first two bytes of words as sets of bits; small letters and capitals are alike.
#[derive(Debug, Default, Clone, Copy, Serialize, Deserialize)]
pub struct Opening {
    /// The first bytes; 0 for no word.
    pub first: u64,
    /// The second bytes.
    pub second: u64,
    /// Whether the row needs the reflexive pronoun.
    pub reflexive: bool,
}

impl Opening {
    /// Gives how a word of the text begins; the apostrophe of print is like the straight one.
    #[must_use]
    pub fn of(word: &[u8]) -> Self {
        let second = match word.get(1) {
            Some(0xE2) => b'\'',
            Some(byte) => *byte,
            None => b' ',
        };
        Self {
            first: word.first().map_or(0, |byte| Self::bit(*byte)),
            second: Self::bit(second),
            reflexive: false,
        }
    }

    /// Gives how the tail of a row begins. The letter that the text may have decomposed stands for any.
    fn of_row(row: &CueRow) -> Self {
        let word = row.tail.first().map_or(&[][..], |w| w.as_bytes());
        let any = word.get(1).is_some_and(|byte| *byte >= 0xC0);
        let opening = Self::of(word);
        Self {
            second: if any { u64::MAX } else { opening.second },
            reflexive: row.reflexive,
            ..opening
        }
    }

    /// Takes in how another word begins.
    pub fn add(&mut self, other: Self) {
        self.first |= other.first;
        self.second |= other.second;
    }

    /// Tells whether a word may begin both ways: neither the first bytes nor the second ones rule it out.
    #[must_use]
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        (self.first & other.first).min(self.second & other.second) != 0
    }

    const fn bit(byte: u8) -> u64 {
        // Letters without and with accents must not meet.
        let places = if byte.is_ascii() { 64 } else { 32 };
        1 << ((byte | 0x20) % places)
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
