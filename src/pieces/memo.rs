//! What one article has already asked of its tokens: noun phrases and the complements of cues.
//!
//! In: a question of a [`Scene`](super::Scene). Out: the answer, found once. In « Le maire a dit que le pont tient » six constructions ask
//! what stands at `le pont`, and five what `a dit` governs.

use std::cell::{Cell, OnceCell};

use super::noun::NounPhrase;
use crate::attribute::complement::Complement;

/// Places for noun phrases: a power of two, more than the words of most sentences.
const PLACES: usize = 128;

/// A noun phrase that was asked for.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    /// Where and how far it was looked for; nothing has both zero.
    range: (usize, usize),
    found: Option<NounPhrase>,
}

/// The answers of one article; cleared before the next.
#[derive(Debug)]
pub(crate) struct Memo {
    nouns: Box<[Cell<Asked>]>,
    complements: Vec<OnceCell<Option<Complement>>>,
}

impl Default for Memo {
    fn default() -> Self {
        Self {
            nouns: vec![Cell::default(); PLACES].into(),
            complements: Vec::new(),
        }
    }
}

impl Memo {
    /// Forgets everything; an article with `cues` cue groups follows.
    pub(crate) fn clear(&mut self, cues: usize) {
        self.nouns.fill_with(Cell::default);
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
        let Some(place) = self.nouns.get(at % PLACES) else {
            return read();
        };
        let known = place.get();
        if known.range == (at, end) {
            return known.found;
        }
        let found = read();
        place.set(Asked {
            range: (at, end),
            found,
        });
        found
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
