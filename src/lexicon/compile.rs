//! From rows to the packed table: conjugates, inflects, folds, and numbers the names.
//!
//! In: the [`Tables`] of `grammar/` (or of a user's file on top of them). Out: table bytes and [`Meta`]. The build script and
//! `--lexicon` run this same code, so that « Le maire a martelé que non » is read alike wherever the row of `marteler` stands.

mod capitals;
mod inflection;
mod names;
mod nouns;
mod verbs;
mod words;

use std::collections::BTreeMap;

use super::classes::Classes;
use super::fold::fold;
use super::meta::Meta;
use super::rows::Tables;
use super::sieves::PRONOUNS;
use super::signs::SignKind;
use super::table::{Morph, Packer, Sense, SenseKind, Table};
use capitals::{capital_mask, unaccented_start};
pub use inflection::plural;

/// Compiles rows into a table on top of `meta`.
pub struct Compiler<'a> {
    packer: Packer,
    meta: Meta,
    lemma_ids: BTreeMap<String, u16>,
    base: Option<&'a Table>,
}

impl<'a> Compiler<'a> {
    /// Starts from nothing, or from the table and numbering of the built-in data.
    #[must_use]
    pub fn new(base: Option<(&'a Table, Meta)>) -> Self {
        let (base, meta) = base.map_or((None, Meta::default()), |(t, m)| (Some(t), m));
        let lemma_ids = meta
            .lemmas
            .iter()
            .enumerate()
            .map(|(i, l)| (l.clone(), i as u16))
            .collect();
        Self {
            packer: Packer::default(),
            meta,
            lemma_ids,
            base,
        }
    }

    /// Numbers a lemma.
    fn lemma(&mut self, lemma: &str) -> u16 {
        let key = fold(lemma);
        if let Some(id) = self.lemma_ids.get(&key) {
            return *id;
        }
        let id = self.meta.lemmas.len() as u16;
        self.meta.lemmas.push(key.clone());
        self.lemma_ids.insert(key, id);
        id
    }

    fn lemmas(&mut self, words: &[impl AsRef<str>]) -> Vec<u16> {
        words.iter().map(|w| self.lemma(w.as_ref())).collect()
    }

    /// Adds all rows and the infinitives of the general verbs.
    ///
    /// # Errors
    /// When a cue verb cannot be conjugated: its key and the reason.
    pub fn add(&mut self, tables: &Tables, verbs: &[&str]) -> Result<(), (String, String)> {
        for verb in verbs {
            self.general_verb(verb);
        }
        self.cue_verbs(tables)?;
        self.cue_nouns(tables);
        self.cue_prepositions(tables);
        self.semi_verbs(tables)?;
        self.names(tables);
        self.nouns(tables);
        self.words(tables);
        self.homographs(tables);
        self.signs(tables);
        Ok(())
    }

    fn signs(&mut self, tables: &Tables) {
        let own = tables.sign.iter();
        let own = own.flat_map(|(key, row)| row.kinds.iter().map(|kind| (key.clone(), *kind)));
        let unnamed = tables.anonymity.iter();
        let unnamed = unnamed
            .filter_map(|(key, row)| Some((key.clone(), SignKind::of_anonymity(&row.kind)?)));
        self.meta.signs.extend(own.chain(unnamed));
    }

    /// Packs the table; `hash` names the language data.
    #[must_use]
    pub fn finish(mut self, hash: String) -> (Vec<u8>, Meta) {
        if let Some(base) = self.base {
            let keys: Vec<String> = self.packer.keys().cloned().collect();
            for key in keys {
                self.packer.seed(&key, base);
            }
        }
        let nations = [SenseKind::Nation, SenseKind::Country];
        for key in self.packer.keys_of(Classes::NONE, &nations) {
            self.meta.nations.extend([key.as_str(), "\n"]);
        }
        for key in self.packer.keys_of(PRONOUNS, &[]) {
            self.meta.pronouns.extend([key.as_str(), "\n"]);
        }
        self.meta.agency_adjectives.sort();
        self.meta.domains.sort();
        self.meta.hash = hash;
        (self.packer.pack(), self.meta)
    }

    fn put(&mut self, key: &str, classes: Classes, kind: SenseKind, id: usize, morph: u16) {
        let sense = Sense {
            kind,
            mask: 0,
            id: id as u16,
            morph: Morph(morph),
        };
        self.add_sense(key, classes | inflection::number(morph), sense);
    }

    /// Puts a proper name: remembers which of its words must be capitalised.
    fn put_name(
        &mut self,
        text: &str,
        classes: Classes,
        kind: SenseKind,
        id: usize,
        all_caps: bool,
    ) {
        let mask = if all_caps { 0x80 } else { capital_mask(text) };
        let sense = Sense {
            kind,
            mask,
            id: id as u16,
            morph: Morph(0),
        };
        self.add_sense(text, classes, sense);
    }

    /// Adds a sense to the key of a text, and to its key without accents on capitals.
    fn add_sense(&mut self, text: &str, classes: Classes, sense: Sense) {
        let folded = fold(text);
        self.packer.add(&folded, classes, Some(sense));
        if let Some(plain) = unaccented_start(&folded) {
            self.packer.add(&plain, classes, Some(sense));
        }
    }
}
