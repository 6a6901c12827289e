//! The lexicon: what the grammar knows of words.
//!
//! In: rows of `grammar/`, packed at build time, and rows that a user adds. Out: classes and senses of a form: in « le Kremlin
//! a démenti », `kremlin` is a seat that stands for the Russian presidency, `démenti` a participle of a cue verb and a noun.
//!
//! The module uses nothing of the crate, so that the build script can include it.

mod beginnings;
pub mod classes;
pub mod closed;
pub mod compile;
pub mod conjugate;
mod describe;
pub mod eight;
pub mod fold;
pub mod meta;
pub mod pack;
pub mod rows;
pub mod sieves;
pub mod signs;
pub mod table;

use std::sync::{Arc, OnceLock};

use beginnings::Beginnings;
pub use classes::Classes;
use closed::Closed;
pub(crate) use closed::closed;
pub use meta::Meta;
pub use rows::{Circle, Construction, Example, Gender, RowError};
use table::OVERLAY;
pub use table::{Entry, Morph, Sense, SenseKind, Table};

/// The built-in data, and what a user added.
#[derive(Debug, Clone)]
pub struct Lexicon {
    table: Table,
    overlay: Option<Arc<Table>>,
    /// Of both tables.
    beginnings: Beginnings,
    meta: Arc<Meta>,
    /// The closed-class words of the built-in table that are prepositional cues.
    cue_prepositions: Closed,
    constructions: fn() -> &'static [Construction],
    /// Indexed when an audit first asks.
    signs: Arc<OnceLock<signs::Signs>>,
    /// Gathered when an audit first asks.
    sieves: Arc<OnceLock<sieves::Sieves>>,
    /// Ids of the names of media and agencies in the order of theirs, sorted when somebody first asks.
    outlets: Arc<OnceLock<Vec<u16>>>,
}

impl Lexicon {
    /// Puts packed parts together.
    #[must_use]
    pub fn new(table: Table, meta: Meta, constructions: fn() -> &'static [Construction]) -> Self {
        let cue = |entry| table.has(entry, SenseKind::CuePreposition);
        Self {
            cue_prepositions: Closed::of_entries(cue),
            beginnings: table.beginnings(),
            table,
            overlay: None,
            meta: Arc::new(meta),
            constructions,
            signs: Arc::default(),
            sieves: Arc::default(),
            outlets: Arc::default(),
        }
    }

    /// Adds the rows of user files on top, in order; a later row replaces an earlier one of the same key.
    ///
    /// # Errors
    /// When a row is broken: the file, the line and the key.
    pub fn extended(self, files: &[(String, String)]) -> Result<Self, RowError> {
        let mut tables = rows::Tables::default();
        let mut hash = self.meta.hash.clone();
        for (name, text) in files {
            tables.extend(rows::read_tables(name, text)?);
            hash = format!("{hash}+{:08x}", table::hash(text));
        }
        let mut compiler = compile::Compiler::new(Some((&self.table, Meta::clone(&self.meta))));
        compiler
            .add(&tables, &[])
            .map_err(|(key, problem)| place(files, &key, problem))?;
        let (bytes, meta) = compiler.finish(hash);
        let overlay = Table::new(bytes.into());
        let mut beginnings = self.table.beginnings();
        beginnings.add_all(&overlay.beginnings());
        Ok(Self {
            overlay: Some(Arc::new(overlay)),
            beginnings,
            meta: Arc::new(meta),
            signs: Arc::default(),
            sieves: Arc::default(),
            outlets: Arc::default(),
            ..self
        })
    }

    /// Finds the entry of a folded key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Entry> {
        self.find_as(key.as_bytes(), table::number(key))
    }

    /// Finds the entry of a folded key whose [`table::number`] is known.
    #[must_use]
    pub fn find_as(&self, key: &[u8], number: u64) -> Option<Entry> {
        let own = self.overlay.as_ref();
        if let Some(found) = own.and_then(|o| o.find_as(key, number)) {
            return Some(Entry(found.0 | OVERLAY));
        }
        self.table.find_as(key, number)
    }

    #[inline]
    fn part(&self, entry: Entry) -> (&Table, Entry) {
        match &self.overlay {
            Some(overlay) if entry.0 & OVERLAY != 0 => (overlay, Entry(entry.of_table())),
            _ => (&self.table, entry),
        }
    }

    /// Gives the classes of an entry.
    #[must_use]
    pub fn classes(&self, entry: Entry) -> Classes {
        let (table, entry) = self.part(entry);
        table.classes(entry)
    }

    /// Gives the greatest number of words of a phrase that begins with this entry.
    #[must_use]
    pub fn phrase_words(&self, entry: Entry) -> u8 {
        let (table, entry) = self.part(entry);
        table.phrase_words(entry)
    }

    /// Gives a number whose lowest bit is set when [`Self::start`] may find `number`; of most that it does not find, this tells faster.
    #[inline]
    #[must_use]
    pub fn beginning(&self, number: u64) -> u64 {
        self.beginnings.bits(number)
    }

    /// Finds the start of a phrase by its number, see [`table::step`]; entry 0 when the words are no entry themselves.
    #[inline]
    #[must_use]
    pub fn start(&self, number: u64) -> Option<Entry> {
        let base = || self.table.start(number);
        match self.overlay.as_ref().and_then(|o| o.start(number)) {
            None => base(),
            Some(Entry(0)) => base().or(Some(Entry(0))),
            Some(found) => Some(Entry(found.0 | OVERLAY)),
        }
    }

    /// Gives the senses of an entry.
    pub fn senses(&self, entry: Entry) -> impl Iterator<Item = Sense> + '_ {
        let (table, entry) = self.part(entry);
        table.senses(entry)
    }

    /// Tells whether an entry has the sense of a prepositional cue.
    #[must_use]
    #[inline]
    pub fn cue_preposition(&self, entry: Entry) -> bool {
        if entry.0 <= closed::RESERVED {
            return self.cue_prepositions.has(entry);
        }
        let (table, own) = self.part(entry);
        table.has(own, SenseKind::CuePreposition)
    }

    /// Gives the closed-class words that have that sense.
    #[must_use]
    pub fn cue_prepositions(&self) -> closed::Closed {
        self.cue_prepositions
    }

    /// Gives the first sense of one kind.
    #[must_use]
    pub fn sense(&self, entry: Entry, kind: SenseKind) -> Option<Sense> {
        let (table, own) = self.part(entry);
        table.sense(own, kind)
    }

    /// Gives the tables behind the ids.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Gives the words and phrases that an audit looks for.
    #[must_use]
    pub fn signs(&self) -> &signs::Signs {
        self.signs
            .get_or_init(|| signs::Signs::new(&self.meta.signs))
    }

    /// Gives the sets that tell of most words that they are none of a sort.
    #[must_use]
    pub fn sieves(&self) -> &sieves::Sieves {
        self.sieves.get_or_init(|| sieves::Sieves::new(&self.meta))
    }

    /// Gives the name of a medium or an agency by its id.
    #[must_use]
    pub fn outlet(&self, id: &str) -> Option<&meta::Name> {
        let names = &self.meta.names;
        let outlets = self.outlets.get_or_init(|| {
            let all = names.iter().enumerate();
            let outlets = all.filter(|(_, name)| !name.control.is_empty());
            let mut outlets: Vec<u16> = outlets.map(|(at, _)| at as u16).collect();
            outlets.sort_by_key(|at| names.get(*at as usize).map(|name| &name.id));
            outlets
        });
        let later = |at: &u16| {
            names
                .get(*at as usize)
                .filter(|name| name.id.as_str() >= id)
        };
        let first = outlets.partition_point(|at| later(at).is_none());
        later(outlets.get(first)?).filter(|name| name.id == id)
    }

    /// Gives the row of a cue verb by its lemma as in the data.
    #[must_use]
    pub fn cue_row(&self, lemma: &str) -> Option<&meta::CueRow> {
        let row = |word: &str| {
            let sense = self.sense(self.find(word)?, SenseKind::Cue)?;
            let head = self.meta.heads.get(sense.id as usize)?;
            head.rows.iter().find(|row| row.lemma == lemma)
        };
        // `s'indigner` and `faire savoir` are conjugated on one of their words.
        if lemma.bytes().any(|b| matches!(b, b' ' | b'\'')) {
            lemma.split([' ', '\'']).find_map(row)
        } else {
            row(lemma)
        }
    }

    /// Gives the name behind a sense of a named kind.
    #[must_use]
    pub fn name(&self, id: u16) -> Option<&meta::Name> {
        self.meta.names.get(id as usize)
    }

    /// Gives a lemma by its id.
    #[must_use]
    pub fn lemma(&self, id: u16) -> &str {
        self.meta.lemmas.get(id as usize).map_or("", String::as_str)
    }

    /// Gives the hash of the language data.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.meta.hash
    }

    /// Gives the constructions with their examples, by id.
    #[must_use]
    pub fn constructions(&self) -> &'static [Construction] {
        (self.constructions)()
    }

    /// Gives the id of the medium that owns a web host (`www.lemonde.fr`).
    #[must_use]
    pub fn media_by_domain(&self, host: &str) -> Option<&str> {
        let host = host.strip_prefix("www.").unwrap_or(host);
        let at = self
            .meta
            .domains
            .binary_search_by(|(d, _)| d.as_str().cmp(host))
            .ok()?;
        let (_, id) = self.meta.domains.get(at)?;
        self.name(*id).map(|n| n.id.as_str())
    }
}

fn place(files: &[(String, String)], key: &str, problem: String) -> RowError {
    let quoted = format!("\"{key}\"");
    for (name, text) in files {
        for (i, line) in text.lines().enumerate() {
            let start = line.trim_start();
            if start.starts_with(&quoted)
                || start.split_once('=').is_some_and(|(k, _)| k.trim() == key)
            {
                return RowError {
                    file: name.clone(),
                    line: i + 1,
                    key: key.to_owned(),
                    problem,
                };
            }
        }
    }
    RowError {
        file: files.first().map_or(String::new(), |f| f.0.clone()),
        line: 0,
        key: key.to_owned(),
        problem,
    }
}
