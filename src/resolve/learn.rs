//! What the first pass learns: names with their roles, media, and descriptions that may get a name later.
//!
//! In: described phrases in the order of the text. Out: entities: « Yann Le Bihan, 42 ans, président du comité » and « M. Le Bihan »
//! are one person with one role.

use super::entity::{Entity, EntityId, compatible};
use super::folded::Told;
use super::forms::{same_person, shortened, spelt_out, words_within};
use super::name_word::NameWord;
use super::names::Described;
use super::number::number;
use super::outlets::Outlet;
use super::{Pending, Phrase, Register, Words};
use crate::contract::SourceType;
use crate::lexicon::Classes;
use crate::lexicon::fold::fold_into;
use crate::span::Span;

impl Register {
    /// Notes an indefinite description of the first pass: the name may follow (`le porte-parole, Shen Wenbo`).
    pub(crate) fn note(&mut self, d: &Described) {
        let plural = d.agreement.has(Classes::PLURAL);
        if let Some(lemma) = d
            .lemma
            .filter(|_| d.indefinite && !plural && !d.coordinated)
        {
            self.pending.push(Pending {
                phrase: d.phrase,
                lemma,
                agreement: d.agreement,
            });
        }
    }

    /// A definite description with a name takes up the indefinite one before it: « un porte-parole du ministère » …
    /// « le porte-parole, Shen Wenbo ».
    pub(crate) fn introduce(&mut self, entity: EntityId, d: &Described, w: Words<'_>) {
        let Some(lemma) = d.lemma.filter(|_| d.definite && !d.phrase.is_empty()) else {
            return;
        };
        let alike = |p: &Pending| p.lemma == lemma && compatible(p.agreement, d.agreement);
        if !self.pending.iter().any(alike) {
            return;
        }
        let short = self.folded.add(w.text, d.phrase);
        for at in (0..self.pending.len()).rev() {
            let Some(pending) = self.pending.get(at).filter(|p| alike(p)) else {
                continue;
            };
            let long = self.folded.add(w.text, pending.phrase);
            let same = words_within(self.folded.of(short.words), self.folded.of(long.words));
            self.folded.drop_last(long.words);
            if same {
                self.pending.remove(at);
                self.known.add(long.number);
                self.introduced.push((long.number, entity));
                break;
            }
        }
        self.folded.drop_last(short.words);
    }

    /// Notes somebody who speaks at the first mention.
    pub(crate) fn heard(&mut self, entity: EntityId, at: u32) {
        if let Some(e) = self.entities.get_mut(entity) {
            e.speaks |= e.first == at;
        }
    }

    /// Adds a role that stands behind a name: « Yann Le Bihan, 42 ans, docker à la retraite ».
    pub(crate) fn describe_further(&mut self, entity: EntityId, d: &Described, w: Words<'_>) {
        self.learn_of(entity, d, w);
        if let Some(e) = self.entities.get_mut(entity) {
            e.uncertain &= d.corporate;
        }
    }

    /// Adds what a description tells of somebody: roles, gender and number, country.
    pub(super) fn learn_of(&mut self, entity: EntityId, d: &Described, w: Words<'_>) {
        let Some(e) = self.entities.get_mut(entity) else {
            return;
        };
        e.country = e.country.or(d.country);
        e.learn_agreement(d.agreement);
        if d.learnt != Some(entity) {
            self.learn_role(entity, d, w);
        }
    }

    /// Adds the roles of a description to somebody.
    #[inline(never)]
    fn learn_role(&mut self, entity: EntityId, d: &Described, w: Words<'_>) {
        let Some(e) = self.entities.get_mut(entity) else {
            return;
        };
        e.learn_roles(&d.roles);
        self.sorts.learn_roles(entity, &d.roles);
        e.circles |= d.circles;
        if !d.phrase.is_empty() {
            let told = self.folded.add(w.text, d.phrase);
            if !self.learn_phrase(entity, told) {
                self.folded.drop_last(told.words);
            }
        }
    }

    /// Adds a role phrase to an entity; tells whether it is new.
    pub(super) fn learn_phrase(&mut self, entity: EntityId, told: Told) -> bool {
        let mut own = self.phrases.iter().filter(|p| p.entity == entity);
        let new = own.clone().count() < 12 && own.all(|p| p.told.number != told.number);
        if new {
            self.tell(entity, told);
        }
        new
    }

    /// Notes a role phrase of an entity.
    pub(super) fn tell(&mut self, entity: EntityId, told: Told) {
        self.heads.add(told.head);
        self.known.add(told.number);
        self.phrases.push(Phrase { told, entity });
    }

    /// Learns a named phrase without asking who it is in context: the first pass over an article.
    #[inline]
    pub(crate) fn learn(&mut self, d: &Described, w: Words<'_>) -> Option<EntityId> {
        // Most phrases name nobody.
        if d.coordinated | (d.outlet.is_none() & d.name.is_none()) {
            return None;
        }
        self.learn_named(d, w)
    }

    #[inline(never)]
    fn learn_named(&mut self, d: &Described, w: Words<'_>) -> Option<EntityId> {
        if let Some(outlet) = d.outlet {
            return Some(self.outlet(outlet, d, w));
        }
        let name = d.name?;
        if d.doubtful && self.namesakes(d, same_person).next().is_none() {
            return None;
        }
        Some(self.person(d, name, w))
    }

    #[inline(never)]
    fn outlet(&mut self, outlet: Outlet, d: &Described, w: Words<'_>) -> EntityId {
        let listed = match outlet {
            Outlet::Known(id) => w.lexicon.name(id),
            Outlet::Named(_) => None,
        };
        let name = match outlet {
            Outlet::Known(_) => listed.map_or("", |n| n.shown.as_str()),
            Outlet::Named(span) => span.of(w.text),
        };
        let same = |e: &Entity| e.outlet == Some(outlet) || e.outlet.is_some() && e.name == name;
        if let Some(found) = self.entities.iter().position(same) {
            if let Some(e) = self.entities.get_mut(found) {
                e.learn_alias(d.span);
            }
            return found;
        }
        let key = self.key_of(name);
        self.push(key, |e| {
            match spelt_out(d.span.of(w.text)) {
                Some(long) => e.name = long,
                None => e.name.push_str(name),
            }
            e.kind = d.kind;
            e.outlet = Some(outlet);
            e.agreement = d.agreement;
            let roles = match outlet {
                Outlet::Known(_) => listed.map_or(&[][..], |n| &n.isa),
                Outlet::Named(_) => &d.roles,
            };
            e.learn_roles(roles);
            e.aliases.push(d.span);
        })
    }

    /// Adds an entity that `fill` describes; `key` is the number of its name without determiner.
    pub(super) fn push(&mut self, key: u64, fill: impl FnOnce(&mut Entity)) -> EntityId {
        let id = self.entities.len();
        self.keys.push(key);
        self.known.add(key);
        if let Some(entity) = self.entities.add() {
            fill(entity);
            self.sorts.add(id, entity);
        }
        id
    }

    /// Gives the number of a name.
    pub(super) fn key_of(&mut self, name: &str) -> u64 {
        self.key.clear();
        fold_into(name, &mut self.key);
        number(self.key.as_bytes())
    }

    /// Finds or makes the person of a name; the longer form becomes the name.
    fn person(&mut self, d: &Described, name: Span, w: Words<'_>) -> EntityId {
        let both_full = |e: &Entity| e.words.len() > 1 && d.words.len() > 1;
        // `le docteur Roy` may be a woman.
        let told = if d.epicene {
            d.agreement.without(Classes::MASCULINE)
        } else {
            d.agreement
        };
        let agrees = |e: &Entity| compatible(e.agreement, told) || both_full(e);
        let found = self
            .namesakes(d, same_person)
            .find(|(_, e)| agrees(e))
            .or_else(|| self.namesakes(d, shortened).find(|(_, e)| agrees(e)))
            .map(|(id, _)| id);
        let written = name.of(w.text);
        let id = match found {
            Some(id) => {
                if self.entities.get(id).is_some_and(|e| fuller(d, e)) {
                    self.rename(id, d, written);
                }
                id
            }
            None => self.new_person(d, written),
        };
        if let Some(e) = self.entities.get_mut(id) {
            e.uncertain &= d.uncertain;
            if written != e.name {
                e.learn_alias(name);
            }
        }
        self.learn_of(id, d, w);
        id
    }

    /// Gives the persons whose name can be the one of a description; their names share a word with it.
    fn namesakes(
        &self,
        d: &Described,
        alike: impl Fn(&[NameWord], &[NameWord]) -> bool,
    ) -> impl Iterator<Item = (EntityId, &Entity)> {
        let some = d.words.iter().any(|w| self.names.may_have(w.number));
        let persons = if some { self.persons.as_slice() } else { &[] };
        let entity = |id: &EntityId| self.entities.get(*id).map(|e| (*id, e));
        let all = persons.iter().filter_map(entity);
        all.filter(move |(_, e)| alike(&e.words, &d.words))
    }

    /// Notes the words of a person's name.
    fn note_name(&mut self, d: &Described) {
        let articles = [&b"le"[..], b"la", b"du", b"des"].map(number);
        self.articled |= matches!(&*d.words, [_, .., w, _] if articles.contains(&w.number));
        for word in d.words.iter() {
            self.names.add(word.number);
            if word.parts != [0; 2] {
                for part in word.parts {
                    self.names.add(part.into());
                }
            }
        }
    }

    #[inline(never)]
    fn new_person(&mut self, d: &Described, written: &str) -> EntityId {
        let key = self.key_of(written);
        self.persons.push(self.entities.len());
        self.note_name(d);
        self.push(key, |e| {
            e.name.push_str(written);
            e.words.extend_from_slice(&d.words);
            e.kind = SourceType::Person;
            e.agreement = Classes::SINGULAR;
            e.uncertain = d.uncertain;
            e.first = d.span.start;
        })
    }

    /// Takes the name of a description for a person.
    #[inline(never)]
    fn rename(&mut self, id: EntityId, d: &Described, written: &str) {
        self.note_name(d);
        let key = self.key_of(written);
        self.known.add(key);
        if let Some(place) = self.keys.get_mut(id) {
            *place = key;
        }
        if let Some(e) = self.entities.get_mut(id) {
            e.words.clear();
            e.words.extend_from_slice(&d.words);
            written.clone_into(&mut e.name);
        }
    }
}

/// Tells whether a description has a fuller name of a person than was known.
fn fuller(d: &Described, e: &Entity) -> bool {
    let letters = |words: &[NameWord]| words.iter().map(|w| u32::from(w.bytes)).sum::<u32>();
    let (new, old) = (d.words.len(), e.words.len());
    new > old || new == old && letters(&d.words) > letters(&e.words)
}
