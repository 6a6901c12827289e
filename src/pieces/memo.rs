//! What one article has already asked of its tokens: noun phrases and the complements of cues.
//!
//! In: a question of a [`Scene`](super::Scene). Out: the answer, found once. In « Le maire a dit que le pont tient » six constructions ask
//! what stands at `le pont`, and five what `a dit` governs.

use std::cell::{Cell, OnceCell};

use super::noun::{Found, NounPhrase, Sort};
use crate::attribute::complement::Complement;
use crate::lexicon::Classes;

/// The answers of one article; cleared before the next.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    /// By first token.
    nouns: Vec<Cell<Known>>,
    complements: Vec<OnceCell<Option<Complement>>>,
}

/// What is known of the noun phrase at a token, in 20 bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// How far it was looked for; 0 where nobody looked.
    asked: u32,
    /// The least end within which it would have been read the same.
    least: u32,
    end: u32,
    head: u32,
    agreement: u16,
    /// `None` where none was found.
    sort: Option<Sort>,
}

/// The lowest of the classes that tell gender and number.
const LOWEST: u32 = Classes::PLURAL.0.trailing_zeros();

impl Known {
    fn new(asked: usize, found: Option<Found>) -> Self {
        let asked = asked as u32;
        let Some(Found { noun, least }) = found else {
            return Self {
                asked,
                least: asked,
                ..Self::default()
            };
        };
        Self {
            asked,
            least: least as u32,
            end: noun.end as u32,
            head: noun.head as u32,
            agreement: (noun.agreement.0 >> LOWEST) as u16,
            sort: Some(noun.sort),
        }
    }

    fn noun(self, start: usize) -> Option<NounPhrase> {
        let sort = self.sort?;
        Some(NounPhrase {
            start,
            end: self.end as usize,
            head: self.head as usize,
            agreement: Classes(u64::from(self.agreement) << LOWEST),
            sort,
        })
    }
}

impl Memo {
    /// Forgets everything; an article with so many tokens and cue groups follows.
    pub(crate) fn clear(&mut self, tokens: usize, cues: usize) {
        self.nouns.clear();
        self.nouns.resize(tokens, Cell::default());
        self.complements.clear();
        self.complements.resize_with(cues, OnceCell::new);
    }

    /// Gives the noun phrase at `at` that ends at or before `end`, read by `read` when it is not known.
    #[inline]
    pub(super) fn noun(
        &self,
        at: usize,
        end: usize,
        read: impl FnOnce() -> Option<Found>,
    ) -> Option<NounPhrase> {
        let Some(place) = self.nouns.get(at) else {
            return read().map(|found| found.noun);
        };
        let known = place.get();
        if (known.least..=known.asked).contains(&(end as u32)) {
            return known.noun(at);
        }
        let found = read();
        place.set(Known::new(end, found));
        found.map(|found| found.noun)
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
