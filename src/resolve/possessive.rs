//! Possessives: whose `sa fille`, `son avocat`, `le sien` is.
//!
//! In: a description with a possessive. Out: somebody of its own, called by the owner: after « Léa Blin a gagné », « sa fille » is « la
//! fille de Léa Blin ».

use super::entity::{Entity, EntityId};
use super::names::Described;
use super::sorts::Crowd;
use super::{Register, Words};
use crate::contract::SourceType;
use crate::lexicon::Classes;

impl Register {
    /// `Son porte-parole`: the owner is the last salient entity.
    pub(super) fn possessed(&mut self, d: &Described, at: usize, w: Words<'_>) -> EntityId {
        let named = |e: &Entity| !e.nameless && !e.name.is_empty();
        // A medium that passed words on has no wife, nor a technical director.
        let relays = |e: &Entity| matches!(e.kind, SourceType::Media | SourceType::Agency);
        let owner = self
            .salient(at, 160, Crowd::ANYBODY, |e| named(e) && !relays(e))
            .or_else(|| self.salient(at, 160, Crowd::ANYBODY, named));
        let own = d.span.of(w.text).to_owned();
        // « ne mâche pas ses mots : « P » »: the possessive alone is its owner.
        if let Some(owner) = owner.filter(|_| !own.contains(char::is_whitespace)) {
            return owner;
        }
        let name = owner
            .and_then(|o| self.entities.get(o))
            .map_or_else(|| own.clone(), |o| of_owner(&own, d.agreement, &o.name));
        let key = self.key_of(&name);
        if let Some(found) = self.keys.iter().position(|k| *k == key) {
            return found;
        }
        let told = self.folded.add(w.text, d.phrase);
        let id = self.describe(d, told, key, w);
        if let Some(e) = self.entities.get_mut(id) {
            e.name = name;
            e.owned = true;
        }
        id
    }
}

/// Names what is somebody's: `sa fille` of Léa Blin is `la fille de Léa Blin`, `son avocate` of Ali Roy `l'avocate d'Ali Roy`.
fn of_owner(own: &str, agreement: Classes, owner: &str) -> String {
    let noun = own.split_once(char::is_whitespace).map_or(own, |(_, n)| n);
    let vowel = |word: &str| {
        let first = word.chars().next().unwrap_or_default().to_lowercase();
        first.clone().any(|c| "aeiouyàâéèêëîïôöûüœ".contains(c))
    };
    let article = match () {
        () if agreement.has(Classes::PLURAL) && !agreement.has(Classes::SINGULAR) => "les ",
        () if vowel(noun) => "l'",
        () if agreement.has(Classes::FEMININE) && !agreement.has(Classes::MASCULINE) => "la ",
        () if own.to_lowercase().starts_with("sa ") => "la ",
        () => "le ",
    };
    let (head, rest) = owner.split_once(' ').unwrap_or(("", owner));
    let link = match head.to_lowercase().as_str() {
        "le" => return format!("{article}{noun} du {rest}"),
        "les" => return format!("{article}{noun} des {rest}"),
        _ if vowel(owner) => "d'",
        _ => "de ",
    };
    format!("{article}{noun} {link}{owner}")
}
