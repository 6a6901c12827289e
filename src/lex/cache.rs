//! A small cache before the lexicon: news repeats its words, and one look-up of a frequent word is enough.
//!
//! In: the bytes of a word, or two neighbours. Out: what the lexicon said of them before. « de la » is asked ten thousand times
//! a second, and always has the same answer. Exact: whole keys are compared.

use crate::lexicon::{Classes, Entry};

use super::scan::Key;
use super::token::Shape;

/// Bits of the number of a slot for words; a slot holds two, so that a rare word does not drive out a frequent one.
const WORDS: u32 = 13;
/// Bits of the number of a slot for pairs that begin no phrase.
const NOTHING: u32 = 13;
/// Bits of the number of a slot for pairs that are a phrase.
const PHRASES: u32 = 10;

/// What is known of a word as it is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Classes, names without their capitals left out.
    pub(super) classes: Classes,
    /// Entry of the lexicon.
    pub(super) entry: Entry,
    /// Number as the second word of a phrase; 0 when no phrase has it there.
    pub(super) second: u32,
    /// Greatest number of words of a phrase that begins with it.
    pub(super) phrase_words: u8,
    /// How it is written.
    pub(super) shape: Shape,
    /// Whether it is an abbreviation when a full stop follows.
    pub(super) dotted: bool,
    /// Whether the grammar of characters reads it as one word wherever [`super::scan`] finds it.
    pub(super) whole: bool,
}

/// Two words that are a phrase, and no longer phrase begins with them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Phrase {
    /// Entry of the lexicon; 0 when these capitals make no phrase.
    pub(super) entry: Entry,
    /// Classes with these capitals.
    pub(super) classes: Classes,
}

/// Two neighbours as one number: the entry of the first and the number of the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pair(u64);

impl Pair {
    pub(super) fn new(first: Entry, second: u32) -> Self {
        Self(u64::from(first.0) << 32 | u64::from(second))
    }

    fn slot(self, bits: u32) -> usize {
        (self.0.wrapping_mul(FACTORS[0]) >> (64 - bits)) as usize
    }
}

const FACTORS: [u64; 3] = [
    0x9E37_79B9_7F4A_7C15,
    0xC2B2_AE3D_27D4_EB4F,
    0x1656_67B1_9E37_79F9,
];

fn word_slot(key: Key) -> usize {
    let Key([a, b, c]) = key;
    let [x, y, z] = FACTORS;
    let mixed = a.wrapping_mul(x) ^ b.wrapping_mul(y) ^ c.wrapping_mul(z);
    (mixed >> (64 - WORDS)) as usize
}

/// The cache of one worker; it belongs to one lexicon.
pub(super) struct Cache {
    words: Vec<[(Key, Known); 2]>,
    nothing: Vec<Pair>,
    phrases: Vec<(Pair, u8, Phrase)>,
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
            words: vec![Default::default(); 1 << WORDS],
            nothing: vec![Pair::default(); 1 << NOTHING],
            phrases: vec![Default::default(); 1 << PHRASES],
            lexicon: String::new(),
        }
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

    /// Gives what is known of a word that is one wherever it stands.
    #[inline]
    pub(super) fn whole(&self, key: Key) -> Option<&Known> {
        let [first, second] = self.words.get(word_slot(key))?;
        if first.0 == key {
            return Some(&first.1).filter(|known| known.whole);
        }
        (second.0 == key && second.1.whole).then_some(&second.1)
    }

    /// Gives what is known of a word, asking `find` the first time.
    pub(super) fn word(&mut self, key: Option<Key>, find: impl FnOnce() -> Known) -> Known {
        let Some(key) = key else {
            return find();
        };
        let Some([first, second]) = self.words.get_mut(word_slot(key)) else {
            return find();
        };
        if first.0 == key {
            return first.1;
        }
        if second.0 == key {
            return second.1;
        }
        *second = std::mem::replace(first, (key, find()));
        first.1
    }

    /// Notes that the word is one wherever it stands.
    pub(super) fn note_whole(&mut self, key: Key) {
        for (known, word) in self.words.get_mut(word_slot(key)).into_iter().flatten() {
            word.whole |= *known == key;
        }
    }

    /// Tells whether two words are known to begin no phrase.
    #[inline]
    pub(super) fn begins_nothing(&self, pair: Pair) -> bool {
        self.nothing.get(pair.slot(NOTHING)) == Some(&pair)
    }

    /// Remembers that two words begin no phrase.
    pub(super) fn note_nothing(&mut self, pair: Pair) {
        if let Some(slot) = self.nothing.get_mut(pair.slot(NOTHING)) {
            *slot = pair;
        }
    }

    /// Gives the phrase that two words are with these capitals, when it is known.
    pub(super) fn phrase(&self, pair: Pair, capitals: u8) -> Option<Phrase> {
        let (known, with, phrase) = self.phrases.get(pair.slot(PHRASES))?;
        (*known == pair && *with == capitals).then_some(*phrase)
    }

    /// Remembers the phrase that two words are with these capitals.
    pub(super) fn note_phrase(&mut self, pair: Pair, capitals: u8, phrase: Phrase) {
        if let Some(slot) = self.phrases.get_mut(pair.slot(PHRASES)) {
            *slot = (pair, capitals, phrase);
        }
    }
}
