//! A small cache before the lexicon: news repeats its words, and one look-up of a frequent word is enough.
//!
//! In: the bytes of a word. Out: what the lexicon said of it before. « déclaré » is asked ten thousand times a second, and always
//! has the same answer. Exact: whole keys are compared.

use crate::lexicon::{Classes, Entry};

use super::scan::Key;
use super::token::Shape;

/// Bits of the number of a slot for words.
const WORDS: u32 = 13;

/// What is known of a word as it is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Classes, names without their capitals left out.
    pub(super) classes: Classes,
    /// Entry of the lexicon.
    pub(super) entry: Entry,
    /// Number of its key, for phrases.
    pub(super) number: u64,
    /// What `mark` of a token holds until marks are paired.
    pub(super) mark: u16,
    /// How it is written.
    pub(super) shape: Shape,
    /// Whether the grammar of characters reads it as one word wherever [`super::scan`] finds it.
    pub(super) whole: bool,
}

const FACTORS: [u64; 3] = [
    0x9E37_79B9_7F4A_7C15,
    0xC2B2_AE3D_27D4_EB4F,
    0x1656_67B1_9E37_79F9,
];

/// Words under their keys, two to a slot: the first one stays, so that rare words do not drive out frequent ones.
struct Words<K>(Vec<Slot<K>>);

/// Two short words fill one line of the processor's cache.
#[derive(Clone, Copy, Default)]
#[repr(align(64))]
struct Slot<K>([(K, Known); 2]);

impl<K: Copy + Default + Eq> Words<K> {
    fn new() -> Self {
        Self(vec![Slot::default(); 1 << WORDS])
    }

    #[inline]
    fn get(&self, slot: u64, key: K) -> Option<&Known> {
        let Slot(words) = self.0.get((slot >> (64 - WORDS)) as usize)?;
        // Which of the two it is cannot be foreseen, that it is one of them can.
        let (found, known) = &words[usize::from(words[0].0 != key)];
        (*found == key).then_some(known)
    }

    fn put(&mut self, slot: u64, key: K, known: Known) {
        if let Some(Slot([first, second])) = self.0.get_mut((slot >> (64 - WORDS)) as usize) {
            let free = first.0 == K::default() || first.0 == key;
            *(if free { first } else { second }) = (key, known);
        }
    }
}

/// The cache of one worker; it belongs to one lexicon.
pub(super) struct Cache {
    /// Words of at most eight bytes: four in five.
    short: Words<u64>,
    long: Words<[u64; 3]>,
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
            short: Words::new(),
            long: Words::new(),
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

    /// Gives what is known of a word of at most eight bytes.
    #[inline]
    pub(super) fn short(&self, key: u64) -> Option<&Known> {
        self.short.get(slot([key, 0, 0]), key)
    }

    /// Gives what is known of a word.
    pub(super) fn word(&self, Key(key): Key) -> Option<&Known> {
        let slot = slot(key);
        if key[1] == 0 {
            self.short.get(slot, key[0])
        } else {
            self.long.get(slot, key)
        }
    }

    /// Notes that a known word is one wherever it stands.
    pub(super) fn note_whole(&mut self, key: Key) {
        if let Some(known) = self.word(key).filter(|known| !known.whole) {
            let known = Known {
                whole: true,
                ..*known
            };
            self.note(key, known);
        }
    }

    /// Remembers what is known of a word.
    pub(super) fn note(&mut self, Key(key): Key, known: Known) {
        let slot = slot(key);
        if key[1] == 0 {
            self.short.put(slot, key[0], known);
        } else {
            self.long.put(slot, key, known);
        }
    }
}

/// Mixes a key; the upper bits are the number of a slot.
#[inline]
fn slot(key: [u64; 3]) -> u64 {
    let parts = key.into_iter().zip(FACTORS);
    parts.fold(0, |mixed, (part, factor)| mixed ^ part.wrapping_mul(factor))
}
