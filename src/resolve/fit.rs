//! Whether an entity is of the sort that a description can take up.
//!
//! In: an entity and a description. Out: yes or no: « le groupe lyonnais » can be `Verralis`, « l'avocat de Luc Roy » is not Luc Roy.

use super::Words;
use super::entity::{Entity, compatible};
use super::forms::same_person;
use super::names::Described;
use crate::contract::SourceType;

/// A person with a name, of the gender and number of a description.
pub(super) fn named_person(e: &Entity, d: &Described) -> bool {
    e.kind == SourceType::Person
        && !e.nameless
        && compatible(e.agreement, d.agreement)
        && !same_person(&e.words, &d.owner)
}

/// A name that may be a firm's, or a body of which the article has not told the sort.
pub(super) fn company(e: &Entity, d: &Described, firm: bool) -> bool {
    firm && !e.nameless
        && e.members == 0
        && compatible(e.agreement, d.agreement)
        && (e.uncertain || e.kind == SourceType::Institution && e.roles.is_empty())
}

/// A body with a name, not a description: `Enedis`, `la CGT`, `la société Enedis`.
pub(super) fn bears_name(e: &Entity) -> bool {
    let determiner = |w: &str| matches!(w, "le" | "la" | "les" | "Le" | "La" | "Les");
    let mut words = e
        .name
        .split([' ', '\'', '’'])
        .skip_while(|w| determiner(w) || w.len() == 1)
        .take(2);
    e.members == 0 && (!e.nameless || words.any(|w| w.starts_with(char::is_uppercase)))
}

/// A capitalised word behind the first: the description names what it belongs to.
pub(super) fn further_names(d: &Described, w: Words<'_>) -> bool {
    let words = d.span.of(w.text).trim_start();
    words.bytes().enumerate().any(|(at, byte)| {
        // No capital begins with a smaller byte than these.
        (byte.is_ascii_uppercase() || byte >= 0xC3)
            && words
                .get(..at)
                .is_some_and(|w| w.ends_with(char::is_whitespace))
            && words
                .get(at..)
                .is_some_and(|w| w.starts_with(char::is_uppercase))
    })
}

/// A person, named or not; `je` and `on` take up nobody.
pub(super) fn human(e: &Entity) -> bool {
    let pronoun = || e.nameless && e.roles.is_empty() && !e.name.contains(' ');
    matches!(e.kind, SourceType::Person | SourceType::Anonymous) && !pronoun()
}
