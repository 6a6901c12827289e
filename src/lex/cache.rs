//! A small cache before the lexicon: news repeats its words, and one look-up of a frequent word is enough.
//!
//! In: the bytes of a word, or two neighbours. Out: what the lexicon said of them before. « de la » is asked ten thousand times
//! a second, and always has the same answer. Exact: whole keys are compared.

use crate::lexicon::{Classes, Entry};

use super::scan::Key;
use super::token::Shape;

/// Bits of the number of a slot for words.
const WORDS: u32 = 13;
/// Bits of the number of a slot for the steps into phrases.
const STEPS: u32 = 15;

/// What is known of a word as it is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Classes, names without their capitals left out.
    pub(super) classes: Classes,
    /// Entry of the lexicon.
    pub(super) entry: Entry,
    /// Number behind the first word of a phrase; 0 when no phrase has it there.
    pub(super) later: u32,
    /// What `mark` of a token holds until marks are paired.
    pub(super) mark: u16,
    /// How it is written.
    pub(super) shape: Shape,
    /// Whether the grammar of characters reads it as one word wherever [`super::scan`] finds it.
    pub(super) whole: bool,
}

/// The start of a phrase and the word behind it as one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Step(u64);

impl Step {
    pub(super) fn new(start: Entry, later: u32) -> Self {
        Self(u64::from(start.0) << 32 | u64::from(later))
    }

    fn slot(self) -> usize {
        (self.0.wrapping_mul(FACTORS[0]) >> (64 - STEPS)) as usize
    }
}

const FACTORS: [u64; 3] = [
    0x9E37_79B9_7F4A_7C15,
    0xC2B2_AE3D_27D4_EB4F,
    0x1656_67B1_9E37_79F9,
];

/// Words under their keys, two to a slot: the first one stays, so that rare words do not drive out frequent ones.
struct Words<K>(Vec<[(K, Known); 2]>);

impl<K: Copy + Default + Eq> Words<K> {
    fn new() -> Self {
        Self(vec![Default::default(); 1 << WORDS])
    }

    #[inline]
    fn get(&self, slot: u64, key: K) -> Option<&Known> {
        let [first, second] = self.0.get((slot >> (64 - WORDS)) as usize)?;
        if first.0 == key {
            Some(&first.1)
        } else {
            (second.0 == key).then_some(&second.1)
        }
    }

    fn put(&mut self, slot: u64, key: K, known: Known) {
        if let Some([first, second]) = self.0.get_mut((slot >> (64 - WORDS)) as usize) {
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
    steps: Vec<(Step, Entry)>,
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
            steps: vec![Default::default(); 1 << STEPS],
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

    /// Remembers what is known of a word.
    pub(super) fn note(&mut self, Key(key): Key, known: Known) {
        let slot = slot(key);
        if key[1] == 0 {
            self.short.put(slot, key[0], known);
        } else {
            self.long.put(slot, key, known);
        }
    }

    /// Gives the longer start of a phrase, or 0 when none begins so; nothing when that is not known yet.
    #[inline]
    pub(super) fn step(&self, step: Step) -> Option<Entry> {
        let (known, entry) = self.steps.get(step.slot())?;
        (*known == step).then_some(*entry)
    }

    /// Remembers where a step leads.
    pub(super) fn note_step(&mut self, step: Step, entry: Entry) {
        if let Some(slot) = self.steps.get_mut(step.slot()) {
            *slot = (step, entry);
        }
    }
}

/// Mixes a key; the upper bits are the number of a slot.
#[inline]
fn slot([a, b, c]: [u64; 3]) -> u64 {
    let [x, y, z] = FACTORS;
    a.wrapping_mul(x) ^ b.wrapping_mul(y) ^ c.wrapping_mul(z)
}
