//! The frozen table from look-up keys to senses, read in place without decoding.
//!
//! In: bytes that the builder packed (at build time for `grammar/`, at run time for `--lexicon`). Out: for « déclaré »
//! its classes and senses. Open addressing with linear probing; every record is stored once.

use std::borrow::Cow;

use super::classes::Classes;

const HEADER: usize = 16;
const ENTRY: usize = 12;

/// Begins the keys that no text spells: each names a word that is the second of some phrase.
pub const SECOND: char = '\u{1}';

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
}

/// Where a form was found; 0 is no entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Entry(pub u32);

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..at + 4)
        .and_then(|b| b.try_into().ok())
        .map_or(0, u32::from_le_bytes)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes
        .get(at..at + 2)
        .and_then(|b| b.try_into().ok())
        .map_or(0, u16::from_le_bytes)
}

/// Hashes a key: multiply and rotate over eight bytes at a time.
#[must_use]
pub fn hash(key: &str) -> u32 {
    let mix = |h: u64, word: u64| (h.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (whole, rest) = key.as_bytes().as_chunks::<8>();
    let mut h: u64 = 0x51_7c_c1_b7_27_22_0a_95;
    for word in whole {
        h = mix(h, u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        let tail = rest.iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b));
        h = mix(h, tail);
    }
    (h ^ (h >> 32)) as u32
}

impl Table {
    /// Reads a packed table in place.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Self {
        let slots = u32_at(&bytes, 0).max(1);
        let count = u32_at(&bytes, 4) as usize;
        let strings_len = u32_at(&bytes, 8) as usize;
        let entries = HEADER + slots as usize * 4;
        let strings = entries + count * ENTRY;
        Self {
            mask: slots - 1,
            entries,
            strings,
            records: strings + strings_len,
            bytes,
        }
    }

    /// Finds a key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Entry> {
        let hash = hash(key);
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
            if len == key.len() && self.bytes.get(start..start + len) == Some(key.as_bytes()) {
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

    /// Gives the number of words of the longest phrase that goes on behind this form of two words or more; 0 for none.
    #[must_use]
    pub fn further(&self, entry: Entry) -> u8 {
        self.bytes
            .get(self.entries + (entry.0 as usize).saturating_sub(1) * ENTRY + 6)
            .copied()
            .unwrap_or(0)
    }

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

    /// Gives the senses of a form.
    pub fn senses(&self, entry: Entry) -> impl Iterator<Item = Sense> + '_ {
        let at = self.record(entry);
        let count = if entry.0 == 0 {
            0
        } else {
            self.bytes.get(at + 8).copied().unwrap_or(0) as usize
        };
        (0..count).map(move |i| {
            let s = at + 9 + i * 6;
            Sense {
                kind: SenseKind::from_byte(self.bytes.get(s).copied().unwrap_or(0)),
                mask: self.bytes.get(s + 1).copied().unwrap_or(0),
                id: u16_at(&self.bytes, s + 2),
                morph: Morph(u16_at(&self.bytes, s + 4)),
            }
        })
    }
}

/// Packs rows into a table.
#[derive(Debug, Default)]
pub struct Packer {
    forms: std::collections::BTreeMap<String, Row>,
}

#[derive(Debug, Default, Clone)]
struct Row {
    classes: Classes,
    phrase_words: u8,
    further: u8,
    senses: Vec<Sense>,
}

impl Packer {
    /// Adds classes and a sense to a key.
    pub fn add(&mut self, key: &str, classes: Classes, sense: Option<Sense>) {
        if key.is_empty() || key.len() > 250 {
            return;
        }
        let row = self.forms.entry(key.to_owned()).or_default();
        row.classes |= classes;
        if let Some(sense) = sense
            && !row.senses.contains(&sense)
            && row.senses.len() < 200
        {
            row.senses.push(sense);
        }
    }

    /// Copies what another table knows of a key, so that an overlay is complete.
    pub fn seed(&mut self, key: &str, table: &Table) {
        if let Some(entry) = table.find(key) {
            let row = self.forms.entry(key.to_owned()).or_default();
            row.classes |= table.classes(entry);
            row.phrase_words = row.phrase_words.max(table.phrase_words(entry));
            for sense in table.senses(entry) {
                if !row.senses.contains(&sense) {
                    row.senses.push(sense);
                }
            }
        }
    }

    /// Gives the keys that were added.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.forms.keys()
    }

    /// Tells whether a key was added.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.forms.contains_key(key)
    }

    /// Gives the classes of a key so far.
    #[must_use]
    pub fn classes(&self, key: &str) -> Classes {
        self.forms.get(key).map_or(Classes::NONE, |r| r.classes)
    }

    /// Removes classes from a key.
    pub fn remove(&mut self, key: &str, classes: Classes) {
        if let Some(row) = self.forms.get_mut(key) {
            row.classes = row.classes.without(classes);
        }
    }

    /// Lays the table out.
    #[must_use]
    pub fn pack(mut self) -> Vec<u8> {
        self.note_phrases();
        let slots = (self.forms.len() * 2).next_power_of_two().max(4);
        let (mut index, mut entries, mut strings, mut records) =
            (vec![0u32; slots], Vec::new(), Vec::new(), Vec::new());
        let mut known: std::collections::BTreeMap<Vec<u8>, u32> = std::collections::BTreeMap::new();
        for (number, (key, row)) in self.forms.iter().enumerate() {
            let record = row.bytes();
            let offset = *known.entry(record.clone()).or_insert_with(|| {
                let at = records.len() as u32;
                records.extend_from_slice(&record);
                at
            });
            entries.extend_from_slice(&(strings.len() as u32).to_le_bytes());
            entries.extend_from_slice(&[key.len() as u8, row.phrase_words, row.further, 0]);
            entries.extend_from_slice(&offset.to_le_bytes());
            strings.extend_from_slice(key.as_bytes());
            let hash = hash(key);
            let mut slot = hash as usize & (slots - 1);
            while index.get(slot).is_some_and(|n| *n != 0) {
                slot = (slot + 1) & (slots - 1);
            }
            if let Some(place) = index.get_mut(slot) {
                // There are more slots than entries, so that the number leaves the upper bits to the hash.
                *place = (number as u32 + 1) | hash & !(slots as u32 - 1);
            }
        }
        let mut out =
            Vec::with_capacity(HEADER + slots * 4 + entries.len() + strings.len() + records.len());
        for n in [
            slots as u32,
            self.forms.len() as u32,
            strings.len() as u32,
            records.len() as u32,
        ] {
            out.extend_from_slice(&n.to_le_bytes());
        }
        for n in index {
            out.extend_from_slice(&n.to_le_bytes());
        }
        out.extend(entries);
        out.extend(strings);
        out.extend(records);
        out
    }

    /// Notes at the first word of each phrase how many words the longest one has.
    fn note_phrases(&mut self) {
        let firsts: Vec<(String, u8)> = self
            .forms
            .keys()
            .filter_map(|key| {
                let words = phrase_tokens(key);
                (words.len() > 1).then(|| {
                    (
                        words.first().map_or(String::new(), |w| (*w).to_owned()),
                        words.len() as u8,
                    )
                })
            })
            .collect();
        for (first, words) in firsts {
            let row = self.forms.entry(first).or_default();
            row.phrase_words = row.phrase_words.max(words);
        }
        // The first two words of a longer phrase are an entry too, so that a look-up can stop after two.
        let starts: Vec<String> = self
            .forms
            .keys()
            .filter(|k| phrase_tokens(k).len() > 2)
            .map(|k| first_two(k))
            .collect();
        for start in starts {
            self.forms.entry(start).or_default();
        }
        self.note_further();
        let seconds: Vec<String> = self
            .forms
            .keys()
            .filter_map(|k| phrase_tokens(k).get(1).map(|w| format!("{SECOND}{w}")))
            .collect();
        for second in seconds {
            self.forms.entry(second).or_default();
        }
    }
}

impl Packer {
    /// Notes at each form that begins a longer phrase behind its second word how many words the longest one has.
    fn note_further(&mut self) {
        let mut longer: Vec<(String, u8)> = Vec::new();
        for key in self.forms.keys() {
            let words = phrase_tokens(key);
            let mut end = words.first().map_or(0, |w| w.len());
            for word in words.iter().skip(1).take(words.len().saturating_sub(2)) {
                end += key.get(end..).map_or(0, |rest| rest.find(*word).unwrap_or(0)) + word.len();
                let start = key.get(..end).unwrap_or_default().to_owned();
                longer.push((start, words.len() as u8));
            }
        }
        for (start, words) in longer {
            if let Some(row) = self.forms.get_mut(&start) {
                row.further = row.further.max(words);
            }
        }
    }
}

impl Row {
    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(9 + self.senses.len() * 6);
        out.extend_from_slice(&self.classes.0.to_le_bytes());
        out.push(self.senses.len() as u8);
        for s in &self.senses {
            out.push(s.kind as u8);
            out.push(s.mask);
            out.extend_from_slice(&s.id.to_le_bytes());
            out.extend_from_slice(&s.morph.0.to_le_bytes());
        }
        out
    }
}

/// Cuts a key into the words that the lexer will see: at spaces and after apostrophes.
#[must_use]
pub fn phrase_tokens(key: &str) -> Vec<&str> {
    key.split(' ')
        .flat_map(|part| part.split_inclusive('\''))
        .filter(|w| !w.is_empty())
        .collect()
}

/// Gives the first two words of a phrase as they stand in its key.
fn first_two(key: &str) -> String {
    let words = phrase_tokens(key);
    let (first, second) = (
        words.first().copied().unwrap_or_default(),
        words.get(1).copied().unwrap_or_default(),
    );
    if first.ends_with('\'') {
        format!("{first}{second}")
    } else {
        format!("{first} {second}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Classes, Packer, Table};

    #[test]
    fn finds_what_was_packed_and_nothing_else() {
        let mut packer = Packer::default();
        packer.add("corée du nord", Classes::COUNTRY, None);
        packer.add("selon", Classes::PREP, None);
        let table = Table::new(packer.pack().into());
        let selon = table.find("selon").unwrap_or_default();
        assert_eq!(table.classes(selon), Classes::PREP);
        assert_eq!(
            table.phrase_words(table.find("corée").unwrap_or_default()),
            3
        );
        let start = table.find("corée du").unwrap_or_default();
        assert_eq!(table.further(start), 3);
        assert_eq!(table.further(selon), 0);
        assert_eq!(table.find("selo"), None);
    }
}
