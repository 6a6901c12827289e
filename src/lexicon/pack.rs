//! Packs what the builder found into the bytes of a [`Table`].
//!
//! In: keys with their classes and senses. Out: bytes that are read in place. « conférence de presse » is packed with its start
//! « conférence de », so that a look-up can stop where no phrase goes on.

use std::collections::{BTreeMap, BTreeSet};

use super::beginnings::Beginnings;
use super::classes::Classes;
use super::closed;
use super::table::{HEADER, STOP, Sense, SenseKind, Table, hash, number, step};

/// Packs rows into a table.
#[derive(Debug, Default)]
pub struct Packer {
    forms: BTreeMap<String, Row>,
}

#[derive(Debug, Default, Clone)]
struct Row {
    classes: Classes,
    phrase_words: u8,
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

    /// Gives the keys of which the classes or one of the senses is asked for.
    pub fn keys_of(&self, classes: Classes, kinds: &[SenseKind]) -> impl Iterator<Item = &String> {
        let asked = move |row: &Row| {
            row.classes.has(classes) || row.senses.iter().any(|s| kinds.contains(&s.kind))
        };
        let forms = self.forms.iter().filter(move |(_, row)| asked(row));
        forms.map(|(key, _)| key)
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
        let (mut entries, mut strings, mut records) = (Vec::new(), Vec::new(), Vec::new());
        let mut known: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
        let forms = self.numbered();
        let nothing = (String::new(), Row::default());
        for form in &forms {
            let (key, row) = form.unwrap_or((&nothing.0, &nothing.1));
            let record = row.bytes();
            let offset = *known.entry(record.clone()).or_insert_with(|| {
                let at = records.len() as u32;
                records.extend_from_slice(&record);
                at
            });
            entries.extend_from_slice(&(strings.len() as u32).to_le_bytes());
            entries.extend_from_slice(&[key.len() as u8, row.phrase_words, 0, 0]);
            entries.extend_from_slice(&offset.to_le_bytes());
            strings.extend_from_slice(key.as_bytes());
        }
        let slots = ((self.forms.len() + closed::RESERVED as usize) * 2).next_power_of_two();
        let index = index(&forms, slots);
        let starts = starts(&forms);
        let mut out = Vec::with_capacity(
            HEADER + slots * 4 + entries.len() + strings.len() + records.len() + starts.len() * 12,
        );
        for n in [
            slots as u32,
            forms.len() as u32,
            strings.len() as u32,
            records.len() as u32,
            starts.len() as u32,
        ] {
            out.extend_from_slice(&n.to_le_bytes());
        }
        for n in index {
            out.extend_from_slice(&n.to_le_bytes());
        }
        out.extend(entries);
        out.extend(strings);
        out.extend(records);
        let mut beginnings = Beginnings::default();
        for (number, entry) in starts {
            out.extend_from_slice(&number.to_le_bytes());
            out.extend_from_slice(&entry.to_le_bytes());
            if number != 0 {
                beginnings.add(number);
            }
        }
        out.extend(beginnings.pack());
        out
    }

    /// Gives the forms in the order of their numbers, from 1: the closed-class words have theirs, and keep them free.
    fn numbered(&self) -> Vec<Option<(&String, &Row)>> {
        let mut forms: Vec<_> = closed::words()
            .map(|w| self.forms.get_key_value(w))
            .collect();
        forms.resize(closed::RESERVED as usize, None);
        let known: BTreeSet<&str> = closed::words().collect();
        let others = self.forms.iter();
        forms.extend(
            others
                .filter(|(k, _)| !known.contains(k.as_str()))
                .map(Some),
        );
        forms
    }

    /// Notes at the first word of each phrase how many words the longest one has.
    fn note_phrases(&mut self) {
        let firsts: Vec<(String, u8)> = self
            .forms
            .keys()
            .filter_map(|key| match phrase_tokens(key).as_slice() {
                words @ [first, _, ..] => Some(((*first).to_owned(), words.len() as u8)),
                _ => None,
            })
            .collect();
        for (first, words) in firsts {
            let row = self.forms.entry(first).or_default();
            row.phrase_words = row.phrase_words.max(words);
        }
    }
}

/// Gives the slots of the keys: the number of a form and the upper bits of its hash, with linear probing.
fn index(forms: &[Option<(&String, &Row)>], slots: usize) -> Vec<u32> {
    let mut index = vec![0u32; slots];
    let keys = forms.iter().zip(1u32..);
    for (key, number) in keys.filter_map(|(form, n)| Some((form.as_ref()?.0, n))) {
        let hash = hash(key);
        let mut slot = hash as usize & (slots - 1);
        while index.get(slot).is_some_and(|n| *n != 0) {
            slot = (slot + 1) & (slots - 1);
        }
        if let Some(place) = index.get_mut(slot) {
            // There are more slots than entries, so that the number leaves the upper bits to the hash.
            *place = number | hash & !(slots as u32 - 1);
        }
    }
    index
}

/// Gives the slots of the starts of phrases, and of the phrases, with their entries: open addressing with linear probing.
fn starts(forms: &[Option<(&String, &Row)>]) -> Vec<(u64, u32)> {
    let mut starts: BTreeMap<u64, u32> = BTreeMap::new();
    let keys = forms
        .iter()
        .zip(1..)
        .filter_map(|(form, n)| Some((form.as_ref()?.0, n)));
    for (key, entry) in keys {
        let words = phrase_tokens(key).len();
        for start in cuts(key).iter().filter(|words| words.len() > 1) {
            let number = walk(start, &mut starts);
            starts.insert(number, entry);
        }
        // The full stop of an abbreviation is a sign of its own until it is known to be one.
        for start in key.strip_suffix('.').map_or(Vec::new(), cuts) {
            let number = if words > 2 {
                walk(&start, &mut starts)
            } else {
                start_of(&start)
            };
            starts.insert(step(number, STOP), entry);
        }
    }
    let count = (starts.len() * 2).next_power_of_two().max(4);
    let mut slots = vec![(0, 0); count];
    for (number, entry) in starts {
        let mut slot = (number >> 32) as usize & (count - 1);
        while slots.get(slot).is_some_and(|(known, _)| *known != 0) {
            slot = (slot + 1) & (count - 1);
        }
        if let Some(place) = slots.get_mut(slot) {
            *place = (number, entry);
        }
    }
    slots
}

/// Adds the starts of a phrase that are longer than a word, and gives the number of the whole.
fn walk(words: &[&str], starts: &mut BTreeMap<u64, u32>) -> u64 {
    let mut number = start_of(words.get(..1).unwrap_or_default());
    for word in words.iter().skip(1) {
        number = step(number, self::number(word));
        starts.entry(number).or_insert(0);
    }
    number
}

/// Gives the number of the start of a phrase.
fn start_of(words: &[&str]) -> u64 {
    let mut numbers = words.iter().map(|word| number(word));
    let first = numbers.next().unwrap_or_default();
    numbers.fold(first, step)
}

impl Row {
    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(13 + self.senses.len() * 6);
        let kinds = |set: u32, s: &Sense| set | 1 << s.kind as u32;
        out.extend_from_slice(&self.classes.0.to_le_bytes());
        out.extend_from_slice(&self.senses.iter().fold(0, kinds).to_le_bytes());
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

/// Gives the ways in which the lexer may cut a key: at spaces, and behind an apostrophe or not, as in « d'aujourd'hui ».
fn cuts(key: &str) -> Vec<Vec<&str>> {
    let mut ways: Vec<Vec<&str>> = vec![Vec::new()];
    for part in key.split(' ').filter(|part| !part.is_empty()) {
        let apostrophes: Vec<usize> = part
            .match_indices('\'')
            .map(|(at, sign)| at + sign.len())
            .filter(|at| *at < part.len())
            .take(3)
            .collect();
        let mut longer = Vec::new();
        for chosen in 0..1u32 << apostrophes.len() {
            let mut words = Vec::new();
            let mut rest = part;
            for (i, at) in apostrophes
                .iter()
                .enumerate()
                .filter(|(i, _)| chosen >> i & 1 == 1)
            {
                debug_assert!(i < 3, "no more apostrophes are taken");
                let cut = at - (part.len() - rest.len());
                let (word, more) = rest.split_at_checked(cut).unwrap_or((rest, ""));
                words.push(word);
                rest = more;
            }
            words.push(rest);
            longer.extend(ways.iter().map(|way| [way.as_slice(), &words].concat()));
        }
        ways = longer;
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::{Classes, Packer, cuts};
    use crate::lexicon::table::{STOP, Table, number, step};

    fn table() -> Table {
        let mut packer = Packer::default();
        packer.add("corée du nord", Classes::COUNTRY, None);
        packer.add("selon", Classes::PREP, None);
        packer.add("etc.", Classes::ABBREVIATION, None);
        Table::new(packer.pack().into())
    }

    #[test]
    fn finds_what_was_packed_and_nothing_else() {
        let table = table();
        let selon = table.find("selon").unwrap_or_default();
        assert_eq!(table.classes(selon), Classes::PREP);
        assert_eq!(
            table.phrase_words(table.find("corée").unwrap_or_default()),
            3
        );
        assert_eq!(table.find("selo"), None);
    }

    #[test]
    fn walks_phrases_word_by_word() {
        let table = table();
        let two = step(number("corée"), number("du"));
        assert_eq!(table.start(two).map(|entry| entry.0), Some(0));
        let three = step(two, number("nord"));
        assert_eq!(table.start(three), table.find("corée du nord"));
        assert_eq!(table.start(step(two, number("sud"))), None);
        let stopped = step(number("etc"), STOP);
        assert_eq!(table.start(stopped), table.find("etc."));
    }

    #[test]
    fn cuts_behind_an_apostrophe_or_not() {
        let ways = cuts("dès aujourd'hui");
        assert_eq!(
            ways,
            [vec!["dès", "aujourd'hui"], vec!["dès", "aujourd'", "hui"]]
        );
        assert_eq!(cuts("c'est l'été").len(), 4);
    }
}
