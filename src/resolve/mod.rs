//! From mentions to entities: names, aliases, roles, acronyms, pronouns, with a salience list.
//!
//! In: the phrases of an article in the order of the text. Out: the entity of each. « Le Bihan », « le capitaine » and « il »
//! after « le capitaine Yoann Le Bihan » are he; when nobody fits, nobody is named: silence is better than the wrong person.

mod anaphora;
mod body;
mod circle;
mod demonym;
pub(crate) mod entity;
mod few;
mod fit;
mod folded;
mod forms;
mod group;
mod holder;
mod learn;
mod name_word;
pub(crate) mod names;
mod number;
pub(crate) mod outlets;
mod particle;
mod parts;
mod person;
mod phrases;
mod possessive;
mod pronoun;
mod salience;
mod seen;
mod sorts;
#[cfg(test)]
mod tests;
pub(crate) mod traits;

use crate::contract::SourceType;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use entity::{Entities, Entity, EntityId};
use folded::{Folded, Told};
use group::Joint;
pub(crate) use group::Link;
use name_word::NameWord;
use names::Described;
pub(crate) use person::NICKNAME;
use pronoun::Unmet;
pub(crate) use pronoun::Voice;
use salience::Mention;
pub(crate) use salience::Rank;
use seen::Seen;
use sorts::{Crowd, Sorts};

/// An indefinite description that may get a name later: « un porte-parole du ministère ».
#[derive(Clone, Debug)]
struct Pending {
    phrase: Span,
    lemma: u16,
    agreement: Classes,
}

/// A role phrase of an entity (`ministre de l'intérieur`).
#[derive(Clone, Copy, Debug)]
struct Phrase {
    told: Told,
    entity: EntityId,
}

/// The entities of one article, and what was mentioned when.
#[derive(Debug, Default)]
pub(crate) struct Register {
    /// All entities.
    pub entities: Entities,
    /// The entities by their sorts.
    sorts: Sorts,
    /// Number of the name of each entity, without determiner.
    keys: Vec<u64>,
    /// The entities that have a person's name, in order.
    persons: Vec<EntityId>,
    /// Some person's surname may begin like a determiner (`Mathis Le Goaziou`).
    articled: bool,
    /// Role phrases of all entities, twelve of each at most.
    phrases: Vec<Phrase>,
    /// First words of the role phrases.
    heads: Seen,
    /// Words of persons' names.
    names: Seen,
    /// All numbers of names, role phrases and acronyms.
    known: Seen,
    /// Acronyms.
    acronyms: Vec<(u64, EntityId)>,
    /// Indefinite descriptions that introduced a person before the name came (`un porte-parole du ministère`).
    introduced: Vec<(u64, EntityId)>,
    mentions: Vec<Mention>,
    /// Those who are mentioned.
    mentioned: Crowd,
    speaker: Option<EntityId>,
    /// Mentions side by side.
    joint: Option<Joint>,
    /// The last two named together.
    pair: Option<[EntityId; 2]>,
    /// Pronouns that nobody named before them fits.
    unmet: Vec<Unmet>,
    /// Those of them that a name behind them has met.
    met: Vec<(u32, EntityId)>,
    pending: Vec<Pending>,
    /// The medium that relayed last.
    relay: Option<EntityId>,
    /// The last phrases resolved, by their first byte and length: who is meant does not change when a phrase is asked twice.
    answered: Vec<(Span, EntityId)>,
    /// The last first byte of them.
    answered_upto: u32,
    /// The role phrases of the entities.
    folded: Folded,
    /// The words that are looked up at the moment, folded.
    key: String,
}

/// The text and the lexicon, which names are read from.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The language data.
    pub lexicon: &'a Lexicon,
}

impl Register {
    /// Forgets everything; an article with this text follows.
    pub(crate) fn clear(&mut self, text: &str) {
        self.entities.clear();
        self.sorts.clear();
        self.keys.clear();
        self.persons.clear();
        self.articled = false;
        self.phrases.clear();
        self.heads.clear();
        self.names.clear();
        self.known.clear();
        self.acronyms.clear();
        self.introduced.clear();
        self.folded.read(text);
        self.mentions.clear();
        self.mentioned = Crowd::NOBODY;
        self.pending.clear();
        self.answered.clear();
        self.answered_upto = 0;
        self.relay = None;
        self.speaker = None;
        self.joint = None;
        self.pair = None;
        self.unmet.clear();
        self.met.clear();
    }

    /// Remembers the medium that relayed last.
    pub(crate) fn relayed_by(&mut self, entity: Option<EntityId>) {
        self.relay = entity.or(self.relay);
    }

    /// Gives the medium that `l'agence` or `le quotidien` takes up, when that is what relayed last.
    #[must_use]
    pub(crate) fn relaying(&self, lemma: Option<u16>) -> Option<EntityId> {
        let lemma = lemma?;
        self.relay
            .filter(|id| self.entities.get(*id).is_some_and(|e| e.has_role(lemma)))
    }

    /// Resolves a phrase in context at token `at`; `None` when nobody fits.
    pub(crate) fn resolve(&mut self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        self.resolve_said(d, at, Voice::Any, w)
    }

    /// Resolves the source of words that tell something of who says them.
    pub(crate) fn resolve_said(
        &mut self,
        d: &Described,
        at: usize,
        voice: Voice,
        w: Words<'_>,
    ) -> Option<EntityId> {
        if (d.name.is_some() | d.outlet.is_some())
            && let Some(known) = self.learn(d, w)
        {
            return Some(known);
        }
        // Mostly a phrase stands behind all that were answered.
        if d.span.start <= self.answered_upto {
            let mut answered = self.answered.iter().rev().take(24);
            if let Some((_, known)) = answered.find(|(s, _)| s.start == d.span.start) {
                return Some(*known);
            }
        }
        let found = self.refer(d, at, voice, w)?;
        self.answered.push((d.span, found));
        self.answered_upto = self.answered_upto.max(d.span.start);
        Some(found)
    }

    /// Finds whom a phrase without a name of its own means.
    fn refer(&mut self, d: &Described, at: usize, voice: Voice, w: Words<'_>) -> Option<EntityId> {
        if d.pronoun | d.resuming | d.possessive {
            return self.take_up(d, at, voice, w);
        }
        let (whole, told, key) = self.folded.add_both(w.text, d.span, d.phrase);
        let known = self.by_surname(whole);
        let Some(known) = known.or_else(|| self.described(d, told, key, at, w)) else {
            return Some(self.describe(d, told, key, w));
        };
        self.folded.drop_last(whole);
        Some(known)
    }

    /// Finds whom a word means that always takes up somebody.
    #[inline(never)]
    fn take_up(
        &mut self,
        d: &Described,
        at: usize,
        voice: Voice,
        w: Words<'_>,
    ) -> Option<EntityId> {
        match () {
            () if d.pronoun => self.pronoun(d, at, voice),
            () if d.resuming => self.latest(d, at),
            () => Some(self.possessed(d, at, w)),
        }
    }

    /// Finds whom a description means that is known already.
    fn described(
        &mut self,
        d: &Described,
        told: Told,
        key: u64,
        at: usize,
        w: Words<'_>,
    ) -> Option<EntityId> {
        let new = d.indefinite | d.coordinated | d.acronym.is_some();
        let back = !new && (d.definite | d.demonstrative || !bears_own_name(d, w));
        if back
            && d.kind == SourceType::Person
            && let Some(known) = self.holder(d, told)
        {
            return Some(known);
        }
        // Mostly the article has said neither before.
        if self.known.may_have(key) | self.known.may_have(told.number)
            && let Some(known) = self.same_words(d, told, key, at)
        {
            self.learn_of_body(known, d);
            return Some(known);
        }
        if back {
            self.anaphora(d, told, at, w)
        } else {
            None
        }
    }

    /// `l'OMS` tells more of « l'Organisation mondiale de la santé (OMS) »: that it is an agency of the United Nations.
    fn learn_of_body(&mut self, known: EntityId, d: &Described) {
        if let Some(e) = self.entities.get_mut(known)
            && e.kind == SourceType::Institution
            && d.kind == SourceType::Institution
        {
            e.learn_roles(&d.roles);
            self.sorts.learn_roles(known, &d.roles);
        }
    }

    /// A surname that begins like a determiner: `Le Goaziou` of Mathis Le Goaziou.
    #[inline]
    fn by_surname(&self, words: folded::Words) -> Option<EntityId> {
        if self.articled {
            self.of_surname(self.folded.of(words))
        } else {
            None
        }
    }

    #[inline(never)]
    fn of_surname(&self, folded: &str) -> Option<EntityId> {
        let first = match folded.as_bytes() {
            [b'l', b'e' | b'a', b' ', ..] | [b'd', b'u', b' ', ..] => 2,
            [b'd', b'e', b's', b' ', ..] => 3,
            _ => return None,
        };
        let (first, rest) = (folded.get(..first)?, folded.get(first + 1..)?);
        if rest.contains(' ') {
            return None;
        }
        let surname = [first, rest].map(NameWord::of_folded);
        self.persons()
            .find(|(_, e)| e.words.len() > 2 && e.words.ends_with(&surname))
            .map(|(id, _)| id)
    }

    /// Gives the entities that have a person's name.
    fn persons(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        let entity = |id: &EntityId| self.entities.get(*id).map(|e| (*id, e));
        self.persons.iter().filter_map(entity)
    }

    /// Gives the role phrases that begin with the same word.
    fn alike(&self, told: Told) -> impl Iterator<Item = &Phrase> {
        let some = self.heads.may_have(told.head);
        let phrases = if some { self.phrases.as_slice() } else { &[] };
        phrases.iter().filter(move |p| p.told.head == told.head)
    }

    /// Gives the role phrases of one entity that begin with the same word.
    fn alike_of(&self, entity: EntityId, told: Told) -> impl Iterator<Item = &Phrase> {
        self.alike(told).filter(move |p| p.entity == entity)
    }

    /// The same words, or the acronym, of an entity already known.
    #[inline(never)]
    fn same_words(&self, d: &Described, told: Told, key: u64, at: usize) -> Option<EntityId> {
        let numbered = |list: &[(u64, EntityId)], number: u64| {
            let known = list.iter().filter(|(n, _)| *n == number);
            known.map(|(_, id)| *id).max()
        };
        let introduced = numbered(&self.introduced, told.number).filter(|_| !told.is_empty());
        let phrased = || {
            let known = self.phrases.iter().filter(|p| p.told.number == told.number);
            known.map(|p| p.entity).max()
        };
        let phrased = if d.bare || told.is_empty() {
            None
        } else {
            phrased()
        };
        let found = self
            .keys
            .iter()
            .rposition(|k| *k == key)
            .max(numbered(&self.acronyms, key))
            .max(introduced)
            .max(phrased)?;
        let role = d.bare && d.kind == SourceType::Person && !d.office;
        if role && !self.recent(found, at, 260) {
            return None;
        }
        if d.indefinite && self.introduced.contains(&(told.number, found)) {
            return Some(found);
        }
        let named = self
            .entities
            .get(found)
            .is_some_and(|e| e.kind == SourceType::Person && !e.nameless);
        (!(d.indefinite && named)).then_some(found)
    }

    /// Makes a new entity of a description.
    fn describe(&mut self, d: &Described, told: Told, key: u64, w: Words<'_>) -> EntityId {
        let id = self.push(key, |e| {
            e.name.push_str(d.full.unwrap_or(d.span).of(w.text));
            e.kind = d.kind;
            e.agreement = d.agreement;
            e.learn_roles(&d.roles);
            e.circles = d.circles;
            e.country = d.country;
            e.nameless = true;
        });
        if !told.is_empty() {
            self.tell(id, told);
        }
        if let Some(acronym) = d.acronym {
            let number = self.key_of(acronym.of(w.text));
            self.known.add(number);
            self.acronyms.push((number, id));
        }
        id
    }
}

/// Tells whether a description without an article begins with a capital, and a name of its own (`SOS Phoques`), which takes up nobody.
fn bears_own_name(d: &Described, w: Words<'_>) -> bool {
    let words = d.span.of(w.text);
    words.starts_with(char::is_uppercase) && words.as_bytes().contains(&b' ')
}

/// A plural pronoun or noun needs a plural antecedent, and the other way round.
fn same_number(e: &Entity, d: &Described) -> bool {
    let plural = |c: Classes| c.has(Classes::PLURAL) && !c.has(Classes::SINGULAR);
    plural(d.agreement) == plural(e.agreement)
}
