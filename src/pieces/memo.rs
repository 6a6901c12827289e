//! What one article has already asked of its tokens: noun phrases and the complements of cues.
//!
//! In: a question of a [`Scene`](super::Scene). Out: the answer, found once. In « Le maire a dit que le pont tient » six constructions ask
//! what stands at `le pont`, and five what `a dit` governs.

use std::cell::{Cell, OnceCell};

use super::noun::NounPhrase;
use crate::attribute::complement::Complement;

/// Places for noun phrases: a power of two, more than the words of most articles.
const PLACES: usize = 512;

/// The answers of one article; cleared before the next.
#[derive(Debug)]
pub(crate) struct Memo {
    /// Where and how far a noun phrase was looked for, as one number; 0 for a place where none was.
    asked: Box<[Cell<u64>]>,
    nouns: Box<[Cell<Option<NounPhrase>>]>,
    complements: Vec<OnceCell<Option<Complement>>>,
}

impl Default for Memo {
    fn default() -> Self {
        Self {
            asked: vec![Cell::default(); PLACES].into(),
            nouns: vec![Cell::default(); PLACES].into(),
            complements: Vec::new(),
        }
    }
}

impl Memo {
    /// Forgets everything; an article with `cues` cue groups follows.
    pub(crate) fn clear(&mut self, cues: usize) {
        for asked in &mut self.asked {
            *asked.get_mut() = 0;
        }
        self.complements.clear();
        self.complements.resize_with(cues, OnceCell::new);
    }

    /// Gives the noun phrase at `at` that ends at or before `end`, read by `read` when it is not known.
    #[inline]
    pub(super) fn noun(
        &self,
        at: usize,
        end: usize,
        read: impl FnOnce() -> Option<NounPhrase>,
    ) -> Option<NounPhrase> {
        let place = at % PLACES;
        let (Some(asked), Some(noun)) = (self.asked.get(place), self.nouns.get(place)) else {
            return read();
        };
        let range = (at as u64) << 32 | end as u64;
        if asked.get() != range {
            noun.set(read());
            asked.set(range);
        }
        noun.get()
    }

    /// Gives the complement of the cue with this number, found by `find` when it is not known.
    pub(super) fn complement(
        &self,
        cue: usize,
        find: impl FnOnce() -> Option<Complement>,
    ) -> Option<&Complement> {
        self.complements.get(cue)?.get_or_init(find).as_ref()
    }
}
