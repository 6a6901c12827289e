//! Packs what the builder found into the bytes of a [`Table`](super::table::Table).
//!
//! In: keys with their classes and senses. Out: bytes that are read in place. « conférence de presse » is packed with its start
//! « conférence de », and `presse` as a word that stands behind others.

use super::classes::Classes;
use super::table::{BESIDE, DOTTED, HEADER, LATER, Sense, Table, hash};

/// Packs rows into a table.
#[derive(Debug, Default)]
pub struct Packer {
    forms: std::collections::BTreeMap<String, Row>,
}

#[derive(Debug, Default, Clone)]
struct Row {
    classes: Classes,
    phrase_words: u8,
    flags: u8,
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
            entries.extend_from_slice(&[key.len() as u8, row.phrase_words, row.flags, 0]);
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

    /// Notes what the words of phrases need to be found together.
    fn note_phrases(&mut self) {
        let mut starts: Vec<String> = Vec::new();
        let mut firsts: Vec<(String, u8)> = Vec::new();
        let mut beside: Vec<(String, u8)> = Vec::new();
        for (key, row) in &self.forms {
            if let Some(stem) = key.strip_suffix('.')
                && row.classes.has(Classes::ABBREVIATION)
            {
                beside.push((format!("{BESIDE}{stem}"), DOTTED));
            }
            let words = phrase_tokens(key);
            let [first, later @ ..] = words.as_slice() else {
                continue;
            };
            if later.is_empty() {
                continue;
            }
            firsts.push(((*first).to_owned(), words.len() as u8));
            beside.extend(later.iter().map(|word| (format!("{BESIDE}{word}"), LATER)));
            starts.extend((2..words.len()).map(|count| start(&words, count)));
        }
        // The number of words of the longest phrase stands at the first one of each.
        for (first, words) in firsts {
            let row = self.forms.entry(first).or_default();
            row.phrase_words = row.phrase_words.max(words);
        }
        // The starts of a longer phrase are entries too, so that a look-up can stop where no phrase goes on.
        for start in starts {
            self.forms.entry(start).or_default();
        }
        for (key, flag) in beside {
            self.forms.entry(key).or_default().flags |= flag;
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

/// Gives the first words of a phrase as they stand in its key.
fn start(words: &[&str], count: usize) -> String {
    let mut start = String::new();
    for word in words.iter().take(count) {
        if !start.is_empty() && !start.ends_with('\'') {
            start.push(' ');
        }
        start.push_str(word);
    }
    start
}

#[cfg(test)]
mod tests {
    use super::{Classes, Packer};
    use crate::lexicon::table::{BESIDE, LATER, Table};

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
        let later = table.find(&format!("{BESIDE}nord")).unwrap_or_default();
        assert_eq!(table.flags(later), LATER);
        assert!(table.find("corée du").is_some());
        assert_eq!(table.find("selo"), None);
    }
}
