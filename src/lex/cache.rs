//! A small cache before the lexicon: news repeats its words, and one look-up of a frequent word is enough.
//!
//! In: the bytes of a word, or the entries of two neighbours. Out: what the lexicon said of them before. « de la » is asked
//! ten thousand times a second, and always has the same answer. Direct-mapped, and exact: whole keys are compared.

use crate::lexicon::{Classes, Entry};
use crate::span::Span;

use super::token::Shape;

/// Bits of the number of a slot for words; a slot holds two, so that a rare word does not drive out a frequent one.
const WORDS: u32 = 13;
/// Bits of the number of a slot for pairs.
const PAIRS: u32 = 13;

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
    /// Whether some phrase has it as its second word.
    pub(super) second: bool,
}

/// A word of 1 to 24 bytes as three numbers, filled up with zeros: no word holds a zero byte, so no two have one key.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Key([u64; 3]);

impl Key {
    #[inline]
    fn of(text: &[u8], span: Span) -> Option<Self> {
        let (start, len) = (span.start as usize, span.len() as usize);
        if len == 0 || len > 24 {
            return None;
        }
        let further = |n: usize| {
            if len > n {
                eight(text, start + n, len - n)
            } else {
                0
            }
        };
        Some(Self([eight(text, start, len), further(8), further(16)]))
    }

    #[inline]
    fn slot(self) -> usize {
        let Self([a, b, c]) = self;
        let mixed = a.wrapping_mul(FACTOR).rotate_left(29) ^ b;
        let mixed = mixed.wrapping_mul(FACTOR).rotate_left(29) ^ c;
        (mixed.wrapping_mul(FACTOR) >> (64 - WORDS)) as usize
    }
}

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Reads the first eight of `len` bytes from `at` on as one number; what stands behind the word counts as zero.
#[inline]
fn eight(text: &[u8], at: usize, len: usize) -> u64 {
    let whole = text
        .get(at..at + 8)
        .and_then(|b| b.try_into().ok())
        .map(u64::from_le_bytes);
    match whole {
        Some(whole) if len >= 8 => whole,
        Some(whole) => whole & ((1 << (8 * len)) - 1),
        None => text
            .get(at..at + len.min(8))
            .unwrap_or_default()
            .iter()
            .rev()
            .fold(0, |n, b| n << 8 | u64::from(*b)),
    }
}

/// The cache of one worker; it belongs to one lexicon.
pub(super) struct Cache {
    words: Vec<[(Key, Known); 2]>,
    /// Entries of two words that begin no phrase.
    pairs: Vec<u64>,
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
            pairs: vec![0; 1 << PAIRS],
            lexicon: String::new(),
        }
    }
}

/// Two entries as one number.
fn pair(first: Entry, second: u32) -> u64 {
    u64::from(first.0) << 32 | u64::from(second)
}

fn pair_slot(pair: u64) -> usize {
    (pair.wrapping_mul(FACTOR) >> (64 - PAIRS)) as usize
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

    /// Gives what is known of the word at `span`, asking `find` the first time.
    #[inline]
    pub(super) fn word(&mut self, text: &str, span: Span, find: impl FnOnce() -> Known) -> Known {
        let Some(key) = Key::of(text.as_bytes(), span) else {
            return find();
        };
        let Some([first, second]) = self.words.get_mut(key.slot()) else {
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

    /// Tells whether two words are known to begin no phrase.
    pub(super) fn begins_nothing(&self, first: Entry, second: u32) -> bool {
        let pair = pair(first, second);
        self.pairs.get(pair_slot(pair)) == Some(&pair)
    }

    /// Remembers that two words begin no phrase.
    pub(super) fn note_nothing(&mut self, first: Entry, second: u32) {
        let pair = pair(first, second);
        if let Some(slot) = self.pairs.get_mut(pair_slot(pair)) {
            *slot = pair;
        }
    }
}
