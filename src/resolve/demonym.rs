//! Demonyms that stand for the person told of: `le Serbe`, `la Namuroise`, `le Genevois de 38 ans`.
//!
//! In: a definite description of one capitalised word. Out: the person: « Milan Petrovic a perdu. « C'était dur », a dit le Serbe. »

use super::entity::{Entity, EntityId};
use super::fit::named_person;
use super::names::Described;
use super::{Register, Words};
use crate::contract::SourceType;
use crate::lexicon::Classes;

/// Endings of the names of inhabitants.
const ENDINGS: [&str; 13] = [
    "ais", "aise", "ois", "oise", "ien", "ienne", "éen", "éenne", "ain", "aine", "ard", "arde",
    "asque",
];

/// Tells whether a description is one word for an inhabitant, with or without an age behind it.
fn inhabitant(d: &Described, w: Words<'_>) -> bool {
    let words = d.span.of(w.text);
    let bare = words
        .split_once([' ', '\'', '’'])
        .map_or(words, |(_, rest)| rest);
    let (word, rest) = bare.split_once([' ', ',']).unwrap_or((bare, ""));
    let tail = rest.trim_start().trim_start_matches("de ");
    let plain = rest.is_empty() || tail.starts_with(|c: char| c.is_ascii_digit());
    let lower = word.chars().skip(1).all(|c| !c.is_uppercase());
    plain
        && lower
        && word.starts_with(char::is_uppercase)
        && (d.country.is_some() || word.len() > 5 && ENDINGS.iter().any(|e| word.ends_with(e)))
}

impl Register {
    /// The person whom a demonym takes up.
    pub(super) fn demonym(&mut self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        let single = d.definite && !d.agreement.has(Classes::PLURAL);
        let unknown = matches!(d.kind, SourceType::Unknown | SourceType::Person);
        if !(single & unknown) || d.lemma.is_some() || !inhabitant(d, w) {
            return None;
        }
        let person = |e: &Entity| {
            named_person(e, d)
                && (e.country.is_none() || d.country.is_none() || e.country == d.country)
        };
        let native = |e: &Entity| person(e) && d.country.is_some() && e.country == d.country;
        let among = self.sorts.persons();
        let found = self
            .salient(at, 200, among, native)
            .or_else(|| self.salient(at, 200, among, person))?;
        self.learn_of(found, d, w);
        Some(found)
    }
}
