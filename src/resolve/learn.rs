//! What the first pass learns: names with their roles, media, and descriptions that may get a name later.
//!
//! In: described phrases in the order of the text. Out: entities: « Yann Le Bihan, 42 ans, président du comité » and « M. Le Bihan »
//! are one person with one role.

use super::entity::{Entity, EntityId, compatible};
use super::forms::{same_person, spelt_out, words_within};
use super::names::Described;
use super::outlets::Outlet;
use super::{Pending, Register, Words};
use crate::contract::SourceType;
use crate::lexicon::Classes;
use crate::lexicon::fold::fold;
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
                phrase: d.phrase.clone(),
                lemma,
                agreement: d.agreement,
            });
        }
    }

    /// A definite description with a name takes up the indefinite one before it: « un porte-parole du ministère » …
    /// « le porte-parole, Shen Wenbo ».
    pub(crate) fn introduce(&mut self, entity: EntityId, d: &Described) {
        let Some(lemma) = d.lemma.filter(|_| d.definite && !d.phrase.is_empty()) else {
            return;
        };
        let found = self.pending.iter().rposition(|p| {
            p.lemma == lemma
                && compatible(p.agreement, d.agreement)
                && words_within(&d.phrase, &p.phrase)
        });
        if let Some(at) = found
            && let Some(e) = self.entities.get_mut(entity)
        {
            e.introduced.push(self.pending.remove(at).phrase);
        }
    }

    /// Adds a role that stands behind a name: « Yann Le Bihan, 42 ans, docker à la retraite ».
    pub(crate) fn describe_further(&mut self, entity: EntityId, d: &Described) {
        if let Some(e) = self.entities.get_mut(entity) {
            e.learn_roles(&d.roles);
            e.learn_agreement(d.agreement);
            e.learn_phrase(&d.phrase);
            e.country = e.country.or(d.country);
            e.uncertain &= d.corporate;
        }
    }

    /// Learns a named phrase without asking who it is in context: the first pass over an article.
    pub(crate) fn learn(&mut self, d: &Described, w: Words<'_>) -> Option<EntityId> {
        if d.coordinated {
            return None;
        }
        if let Some(outlet) = d.outlet {
            return Some(self.outlet(outlet, d, w));
        }
        let name = d.name?;
        if d.doubtful
            && !self
                .entities
                .iter()
                .any(|e| same_person(&e.words, &d.words))
        {
            return None;
        }
        Some(self.person(d, name, w))
    }

    fn outlet(&mut self, outlet: Outlet, d: &Described, w: Words<'_>) -> EntityId {
        let name = match outlet {
            Outlet::Known(id) => w
                .lexicon
                .name(id)
                .map_or(String::new(), |n| n.shown.clone()),
            Outlet::Named(span) => span.of(w.text).to_owned(),
        };
        if let Some(found) = self
            .entities
            .iter()
            .position(|e| e.outlet == Some(outlet) || e.outlet.is_some() && e.name == name)
        {
            if let Some(e) = self.entities.get_mut(found) {
                e.learn_alias(d.span);
            }
            return found;
        }
        let roles = match outlet {
            Outlet::Known(id) => w.lexicon.name(id).map_or(Vec::new(), |n| n.isa.clone()),
            Outlet::Named(_) => d.roles.clone(),
        };
        let key = fold(&name);
        self.push(Entity {
            name: spelt_out(d.span.of(w.text)).unwrap_or(name),
            key,
            kind: d.kind,
            outlet: Some(outlet),
            agreement: d.agreement,
            roles,
            aliases: vec![d.span],
            ..Entity::default()
        })
    }

    pub(super) fn push(&mut self, entity: Entity) -> EntityId {
        self.entities.push(entity);
        self.entities.len() - 1
    }

    /// Finds or makes the person of a name; the longer form becomes the name.
    fn person(&mut self, d: &Described, name: Span, w: Words<'_>) -> EntityId {
        let both_full = |e: &Entity| e.words.len() > 1 && d.words.len() > 1;
        let found = self.entities.iter().position(|e| {
            !e.words.is_empty()
                && same_person(&e.words, &d.words)
                && (compatible(e.agreement, d.agreement) || both_full(e))
        });
        let id = found.unwrap_or_else(|| {
            let name = name.of(w.text).to_owned();
            self.push(Entity {
                key: fold(&name),
                name,
                words: d.words.clone(),
                kind: SourceType::Person,
                agreement: Classes::SINGULAR,
                uncertain: d.uncertain,
                first: d.span.start,
                ..Entity::default()
            })
        });
        if let Some(e) = self.entities.get_mut(id) {
            e.uncertain &= d.uncertain;
            let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>();
            if d.words.len() > e.words.len()
                || d.words.len() == e.words.len() && letters(&d.words) > letters(&e.words)
            {
                e.words.clone_from(&d.words);
                name.of(w.text).clone_into(&mut e.name);
                e.key = fold(&e.name);
            }
            if name.of(w.text) != e.name {
                e.learn_alias(name);
            }
            e.learn_roles(&d.roles);
            e.learn_agreement(d.agreement);
            e.learn_phrase(&d.phrase);
            e.country = e.country.or(d.country);
        }
        id
    }
}
