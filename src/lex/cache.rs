//! A small cache before the lexicon: news repeats its words, and one look-up of a frequent word is enough.
//!
//! In: the raw bytes of a word (or of two neighbouring words). Out: what the lexicon said of the same bytes before. « de la » is
//! asked ten thousand times a second, and always has the same answer. Direct-mapped, and exact: the bytes are compared.

use crate::lexicon::{Classes, Entry};

use super::token::Shape;

const SLOTS: usize = 1 << 13;
const LONGEST: usize = 23;

/// What is known of a word as it is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Entry of the lexicon.
    pub(super) entry: Entry,
    /// Classes, names without their capitals left out.
    pub(super) classes: Classes,
    /// How it is written.
    pub(super) shape: Shape,
    /// Greatest number of words of a phrase that begins with it.
    pub(super) phrase_words: u8,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    len: u8,
    bytes: [u8; LONGEST],
    known: Known,
}

/// The cache of one worker; it belongs to one lexicon.
pub(super) struct Cache {
    words: Vec<Slot>,
    /// Pairs of words that begin no phrase.
    pairs: Vec<Slot>,
    lexicon: String,
}

impl std::fmt::Debug for Cache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cache")
            .field("lexicon", &self.lexicon)
            .finish_non_exhaustive()
    }
}

impl Default for Cache {
    fn default() -> Self {
        Self {
            words: vec![Slot::default(); SLOTS],
            pairs: vec![Slot::default(); SLOTS],
            lexicon: String::new(),
        }
    }
}

fn hash(bytes: &[u8]) -> usize {
    let mut h: u64 = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        h = (h.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    (h >> 40) as usize & (SLOTS - 1)
}

impl Slot {
    fn holds(&self, bytes: &[u8]) -> bool {
        self.len as usize == bytes.len() && self.bytes.get(..bytes.len()) == Some(bytes)
    }

    fn fill(&mut self, bytes: &[u8], known: Known) {
        self.len = bytes.len() as u8;
        for (to, from) in self.bytes.iter_mut().zip(bytes) {
            *to = *from;
        }
        self.known = known;
    }
}

impl Cache {
    /// Forgets everything when another lexicon is used.
    pub(super) fn belong_to(&mut self, lexicon: &str) {
        if self.lexicon != lexicon {
            *self = Self {
                lexicon: lexicon.to_owned(),
                ..Self::default()
            };
        }
    }

    /// Gives what is known of a word, asking `find` the first time.
    pub(super) fn word(&mut self, word: &str, find: impl FnOnce() -> Known) -> Known {
        let bytes = word.as_bytes();
        if bytes.len() > LONGEST || bytes.is_empty() {
            return find();
        }
        let Some(slot) = self.words.get_mut(hash(bytes)) else {
            return find();
        };
        if !slot.holds(bytes) {
            slot.fill(bytes, find());
        }
        slot.known
    }

    /// Tells whether two words are known to begin no phrase.
    pub(super) fn begins_nothing(&self, pair: &str) -> bool {
        let bytes = pair.as_bytes();
        bytes.len() <= LONGEST && self.pairs.get(hash(bytes)).is_some_and(|s| s.holds(bytes))
    }

    /// Remembers that two words begin no phrase.
    pub(super) fn note_nothing(&mut self, pair: &str) {
        let bytes = pair.as_bytes();
        if bytes.len() <= LONGEST
            && !bytes.is_empty()
            && let Some(slot) = self.pairs.get_mut(hash(bytes))
        {
            slot.fill(bytes, Known::default());
        }
    }
}
