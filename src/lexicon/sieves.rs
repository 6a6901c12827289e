//! Sieves: sets that tell of most words at once that they are none of a sort, without a look-up.
//!
//! In: the forms of a sort, gathered when the data was packed. Out: their first letters, for the rules of an audit: of « le président
//! russe » only `russe` is looked up when a country is asked for.

use super::Classes;
use super::meta::Meta;
use super::rows::Act;
use super::signs::{Head, Heads, words};

/// The classes of pronouns that stand for a person or a thing.
pub const PRONOUNS: Classes = Classes::SUBJ.or(Classes::TONIC).or(Classes::DEM);

/// The sorts that rules ask for. Of a form of several words the first counts.
#[derive(Debug, Default)]
pub struct Sieves {
    /// Countries and their people.
    pub nations: Heads,
    /// Forms of the classes of [`PRONOUNS`].
    pub pronouns: Heads,
    /// Cues that accuse, by their lemmas.
    pub accusations: Heads,
}

impl Sieves {
    pub(super) fn new(meta: &Meta) -> Self {
        let mut sieves = Self::default();
        for key in meta.nations.lines() {
            sieves.nations.add(first(key));
        }
        for key in meta.pronouns.lines() {
            sieves.pronouns.add(first(key));
        }
        let rows = meta.heads.iter().flat_map(|head| &head.rows);
        for row in rows.filter(|row| row.act == Act::Accuse) {
            sieves.accusations.add(Head::of(&row.lemma));
        }
        sieves
    }
}

/// Gives the head of the first word of a key.
#[must_use]
pub fn first(key: &str) -> Head {
    let first = words(key, 0, key.len()).next();
    first.unwrap_or_default().head
}
