//! The frozen table from look-up keys to senses, read in place without decoding.
//!
//! In: bytes that the builder packed (at build time for `grammar/`, at run time for `--lexicon`). Out: for « déclaré »
//! its classes and senses. Open addressing with linear probing; every record is stored once.

use std::borrow::Cow;

use super::beginnings::{Beginnings, PACKED};
use super::classes::Classes;

pub use super::pack::{Packer, phrase_tokens};

pub(super) const HEADER: usize = 20;
const ENTRY: usize = 12;
/// Bytes of a record before its senses: classes, kinds of senses, and their number.
const RECORD: usize = 13;
/// Bytes of a sense: its kind, its mask, its id and its inflection.
const SENSE: usize = 6;
/// Bytes of a start of a phrase: its number and its entry.
const START: usize = 12;

/// Stands for a full stop behind the words of a phrase; see [`step`].
pub const STOP: u64 = 0x2E;

/// What a form can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// Sort of sense.
    pub kind: SenseKind,
    /// Words of the name that must begin with a capital (bit per word); bit 7: all capitals.
    pub mask: u8,
    /// Index in the table of that kind.
    pub id: u16,
    /// Inflection, packed.
    pub morph: Morph,
}

impl Sense {
    fn unpacked([kind, mask, id, id_high, morph, morph_high]: [u8; SENSE]) -> Self {
        Self {
            kind: SenseKind::from_byte(kind),
            mask,
            id: u16::from_le_bytes([id, id_high]),
            morph: Morph(u16::from_le_bytes([morph, morph_high])),
        }
    }
}

macro_rules! kinds {
    ($($name:ident = $n:literal, $doc:literal;)*) => {
        /// Sort of sense.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum SenseKind { $(#[doc = $doc] $name = $n,)* }
        impl SenseKind {
            fn from_byte(byte: u8) -> Self {
                match byte { $($n => Self::$name,)* _ => Self::Word }
            }
        }
    };
}

kinds! {
    Word = 0, "Function word or homograph.";
    Verb = 1, "Form of a general verb.";
    Cue = 2, "Form of a cue verb; id of the head.";
    CueNoun = 3, "Noun that attributes.";
    Role = 4, "Role noun.";
    Collective = 5, "Institution noun.";
    Org = 6, "Proper name of an organisation.";
    Agency = 7, "News agency.";
    Media = 8, "Medium.";
    MediaNoun = 9, "Noun of media.";
    FirstName = 10, "First name.";
    Country = 11, "Country.";
    Nation = 12, "Adjective or demonym; id of the country.";
    Capital = 13, "Seat of a government; id of the country.";
    Seat = 14, "Building that stands for an institution.";
    City = 15, "Town or region.";
    Document = 16, "Document or event.";
    Time = 17, "Time word.";
    Anon = 18, "Anonymity phrase.";
    CuePreposition = 19, "Prepositional cue.";
    Semi = 20, "Semi-auxiliary.";
    Marker = 21, "Abbreviation or naming word.";
}

/// Inflection in sixteen bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Morph(pub u16);

impl Morph {
    /// Feminine.
    pub const FEMININE: u16 = 1 << 8;
    /// Masculine.
    pub const MASCULINE: u16 = 1 << 9;
    /// Plural.
    pub const PLURAL: u16 = 1 << 7;
    /// Singular.
    pub const SINGULAR: u16 = 1 << 10;

    /// Mood: 0 none, 1 indicative, 2 conditional, 3 subjunctive, 4 imperative, 5 infinitive, 6 and 7 participles.
    #[must_use]
    pub const fn mood(self) -> u16 {
        self.0 & 7
    }

    /// Tense: 0 present, 1 imperfect, 2 past historic, 3 future.
    #[must_use]
    pub const fn tense(self) -> u16 {
        (self.0 >> 3) & 3
    }

    /// Person, 0 for none.
    #[must_use]
    pub const fn person(self) -> u16 {
        (self.0 >> 5) & 3
    }

    /// Tells whether a flag is set.
    #[must_use]
    pub const fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }
}

/// A packed table.
#[derive(Clone, Debug)]
pub struct Table {
    bytes: Cow<'static, [u8]>,
    mask: u32,
    entries: usize,
    strings: usize,
    records: usize,
    starts: usize,
    starts_mask: u32,
}

/// Where a form was found; 0 is no entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Entry(pub u32);

/// Marks an entry of the user's overlay.
pub const OVERLAY: u32 = 1 << 31;

impl Entry {
    /// Gives its number in the table that it is of.
    #[must_use]
    pub const fn of_table(self) -> u32 {
        self.0 & !OVERLAY
    }

    /// Tells whether it is that of a closed-class word of the built-in table, or of no word at all.
    #[must_use]
    #[inline]
    pub const fn closed(self) -> bool {
        self.0 <= super::closed::RESERVED
    }
}

#[inline]
fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..at + 4)
        .and_then(|b| b.try_into().ok())
        .map_or(0, u32::from_le_bytes)
}

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Hashes a key: multiply and rotate over eight bytes at a time.
#[must_use]
pub fn hash(key: &str) -> u32 {
    folded(number(key))
}

fn folded(number: u64) -> u32 {
    (number ^ (number >> 32)) as u32
}

/// Gives the number of a word, which [`hash`] is made of.
#[must_use]
pub fn number(key: &str) -> u64 {
    let (whole, rest) = key.as_bytes().as_chunks::<8>();
    let mut h = FIRST;
    for word in whole {
        h = mix(h, u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        let tail = rest.iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b));
        h = mix(h, tail);
    }
    h
}

const FIRST: u64 = 0x51_7c_c1_b7_27_22_0a_95;

const fn mix(h: u64, word: u64) -> u64 {
    (h.rotate_left(5) ^ word).wrapping_mul(FACTOR)
}

/// Gives the [`number`] of a word of 1 to 24 bytes, whose bytes are given eight to a number, filled up with zeros.
#[must_use]
pub fn number_of(parts: [u64; 3], len: usize) -> u64 {
    let parts = parts.iter().take(len.div_ceil(8));
    parts.fold(FIRST, |h, part| mix(h, *part))
}

/// Gives the number of the start of a phrase that goes on with a word: of the words « conférence » and « de », then of both
/// and « presse ». Among a million starts of 64 bits no two are likely to be the same.
#[inline]
#[must_use]
pub const fn step(start: u64, word: u64) -> u64 {
    (start.rotate_left(23) ^ word).wrapping_mul(FACTOR)
}

impl Table {
    /// Reads a packed table in place.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Self {
        let slots = u32_at(&bytes, 0).max(1);
        let count = u32_at(&bytes, 4) as usize;
        let strings_len = u32_at(&bytes, 8) as usize;
        let records_len = u32_at(&bytes, 12) as usize;
        let entries = HEADER + slots as usize * 4;
        let strings = entries + count * ENTRY;
        Self {
            mask: slots - 1,
            entries,
            strings,
            records: strings + strings_len,
            starts: strings + strings_len + records_len,
            starts_mask: u32_at(&bytes, 16).max(1) - 1,
            bytes,
        }
    }

    /// Finds a key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Entry> {
        self.find_as(key.as_bytes(), number(key))
    }

    /// Finds a key whose number is known.
    #[must_use]
    pub fn find_as(&self, key: &[u8], number: u64) -> Option<Entry> {
        let hash = folded(number);
        let mut slot = hash & self.mask;
        loop {
            let found = u32_at(&self.bytes, HEADER + slot as usize * 4);
            if found == 0 {
                return None;
            }
            // The bits of the hash that choose no slot stand above the number: most other keys end here, unread.
            let number = found & self.mask;
            if found & !self.mask != hash & !self.mask {
                slot = (slot + 1) & self.mask;
                continue;
            }
            let at = self.entries + (number as usize - 1) * ENTRY;
            let start = self.strings + u32_at(&self.bytes, at) as usize;
            let len = *self.bytes.get(at + 4)? as usize;
            if len == key.len() && self.bytes.get(start..start + len) == Some(key) {
                return Some(Entry(number));
            }
            slot = (slot + 1) & self.mask;
        }
    }

    /// Gives the greatest number of words of a phrase that begins with this form; 0 for none.
    #[must_use]
    pub fn phrase_words(&self, entry: Entry) -> u8 {
        self.bytes
            .get(self.entries + (entry.0 as usize).saturating_sub(1) * ENTRY + 5)
            .copied()
            .unwrap_or(0)
    }

    /// Finds the start of a phrase by its number, see [`step`]; entry 0 when the words are no entry themselves.
    #[inline]
    #[must_use]
    pub fn start(&self, number: u64) -> Option<Entry> {
        let mut slot = (number >> 32) as u32 & self.starts_mask;
        loop {
            let at = self.starts + slot as usize * START;
            let found = self.bytes.get(at..at + START)?;
            match found.first_chunk().map_or(0, |n| u64::from_le_bytes(*n)) {
                0 => return None,
                known if known == number => return Some(Entry(u32_at(found, 8))),
                _ => slot = (slot + 1) & self.starts_mask,
            }
        }
    }

    /// Gives the set that most starts of no phrase are not in.
    pub(super) fn beginnings(&self) -> Beginnings {
        let packed = self.bytes.len().saturating_sub(PACKED);
        Beginnings::packed(self.bytes.get(packed..).unwrap_or_default())
    }

    #[inline]
    fn record(&self, entry: Entry) -> usize {
        self.records
            + u32_at(
                &self.bytes,
                self.entries + (entry.0 as usize).saturating_sub(1) * ENTRY + 8,
            ) as usize
    }

    /// Gives the classes of a form.
    #[must_use]
    pub fn classes(&self, entry: Entry) -> Classes {
        let at = self.record(entry);
        Classes(u64::from(u32_at(&self.bytes, at)) | u64::from(u32_at(&self.bytes, at + 4)) << 32)
    }

    /// Tells whether a form has a sense of a kind.
    #[must_use]
    #[inline]
    pub fn has(&self, entry: Entry, kind: SenseKind) -> bool {
        entry.0 != 0 && u32_at(&self.bytes, self.record(entry) + 8) & 1 << kind as u32 != 0
    }

    /// Gives the senses of a form.
    pub fn senses(&self, entry: Entry) -> impl Iterator<Item = Sense> + '_ {
        self.packed_senses(entry)
            .iter()
            .copied()
            .map(Sense::unpacked)
    }

    /// Gives the first sense of one kind.
    #[must_use]
    pub fn sense(&self, entry: Entry, kind: SenseKind) -> Option<Sense> {
        let record = self.bytes.get(self.record(entry)..)?;
        let (head, rest) = record.split_first_chunk::<RECORD>()?;
        let &[.., a, b, c, d, count] = head;
        let kinds = u32::from_le_bytes([a, b, c, d]);
        if entry.0 == 0 || kinds & 1 << kind as u32 == 0 {
            return None;
        }
        let mut senses = rest.as_chunks::<SENSE>().0.iter().take(usize::from(count));
        senses
            .find(|sense| sense.first() == Some(&(kind as u8)))
            .copied()
            .map(Sense::unpacked)
    }

    /// Gives the senses of a form as they are stored.
    fn packed_senses(&self, entry: Entry) -> &[[u8; SENSE]] {
        let at = self.record(entry) + RECORD;
        let senses = self.bytes.get(at - 1..).and_then(|bytes| {
            let (count, rest) = bytes.split_first().filter(|_| entry.0 != 0)?;
            rest.get(..usize::from(*count) * SENSE)
        });
        senses.unwrap_or(&[]).as_chunks::<SENSE>().0
    }
}
