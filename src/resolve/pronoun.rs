//! Pronouns: whom `il`, `elles`, `ce dernier` take up, and those that come before the name.
//!
//! In: a pronoun and what is said in its name. Out: the entity: in « Le tribunal a condamné Luc Roy. « Je ne regrette rien », a-t-il
//! dit » no court says `je`; in « « On tiendra », dit-elle. Awa Diop dirige le port » she is named behind the pronoun.

use super::entity::{Entity, EntityId, compatible};
use super::fit::human;
use super::names::Described;
use super::salience::Rank;
use super::sorts::Crowd;
use super::{Register, same_number};
use crate::contract::SourceType;
use crate::lexicon::Classes;

/// What the words around a pronoun tell of whom it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Nothing.
    #[default]
    Any,
    /// Somebody who speaks: a person goes before the body that has dealt with that person.
    Aloud,
    /// Somebody whose words are quoted: a person goes before a body that has not spoken.
    Quoted,
    /// Somebody who says `je`: a person.
    Own,
}

/// A pronoun that nobody named before it fits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unmet {
    at: usize,
    /// Byte behind the pronoun.
    end: u32,
    agreement: Classes,
}

/// Tokens behind a pronoun within which the name it stands for may come.
const AHEAD: usize = 45;

/// Tokens within which a pronoun is taken up.
const WINDOW: usize = 260;

impl Register {
    /// Finds whom a pronoun stands for.
    pub(super) fn pronoun(&mut self, d: &Described, at: usize, voice: Voice) -> Option<EntityId> {
        let Some(found) = self.antecedent(d, at, voice) else {
            if !d.agreement.has(Classes::PLURAL) {
                self.unmet.push(Unmet {
                    at,
                    end: d.span.end,
                    agreement: d.agreement,
                });
            }
            return None;
        };
        if let Some(e) = self.entities.get_mut(found).filter(|e| !e.nameless) {
            e.learn_agreement(d.agreement);
        }
        Some(found)
    }

    fn antecedent(&self, d: &Described, at: usize, voice: Voice) -> Option<EntityId> {
        // The medium that was told, or a body that belongs to somebody, is not taken up unless it spoke.
        let beside = |id: EntityId, e: &Entity| {
            e.owned && e.kind != SourceType::Person
                || e.outlet.is_some() && self.speaker != Some(id)
        };
        let fits = |id: EntityId, e: &Entity| {
            compatible(e.agreement, d.agreement)
                && same_number(e, d)
                && e.kind != SourceType::Document
                && !beside(id, e)
        };
        let person = |id: EntityId, e: &Entity| fits(id, e) && human(e);
        let single = !d.agreement.has(Classes::PLURAL);
        let dealt = match voice {
            Voice::Any => None,
            _ if !single => None,
            Voice::Aloud => self.dealt_with(at, true, person),
            Voice::Quoted => self
                .dealt_with(at, true, person)
                .or_else(|| self.before_body(at, person)),
            Voice::Own => self.dealt_with(at, false, person),
        };
        let tonic = || {
            d.tonic
                .then(|| self.salient_by_id(at, WINDOW, self.human(), person))?
        };
        dealt
            .or_else(tonic)
            .or_else(|| self.salient_by_id(at, WINDOW, Crowd::ANYBODY, fits))
    }

    /// Those who may be persons, named or not.
    pub(super) fn human(&self) -> Crowd {
        let unnamed = self.sorts.of(SourceType::Anonymous);
        self.sorts.of(SourceType::Person).or(unnamed)
    }

    /// The person with whom a body has dealt since a person was the subject: « Le club a prolongé Luc Roy. »
    fn dealt_with(
        &self,
        at: usize,
        direct: bool,
        fits: impl Fn(EntityId, &Entity) -> bool,
    ) -> Option<EntityId> {
        let mut object = None;
        for m in self.looking_back(at, WINDOW) {
            let Some(e) = self.entities.get(m.entity).filter(|_| m.rank != Rank::Said) else {
                continue;
            };
            match (m.rank, human(e)) {
                (Rank::Subject, true) if fits(m.entity, e) => {
                    return (!direct).then_some(m.entity);
                }
                (Rank::Subject, false) if object.is_some() => {
                    return object.filter(|_| !direct || self.speaker != Some(m.entity));
                }
                (Rank::Subject, false) if direct => return None,
                (Rank::Object, true)
                    if object.is_none() && (m.direct || !direct) && fits(m.entity, e) =>
                {
                    object = Some(m.entity);
                }
                _ => {}
            }
        }
        object.filter(|_| !direct)
    }

    /// A person who was the subject before a body that has said nothing: « Luc Roy préside le club. Le club est né en 1990. »
    fn before_body(&self, at: usize, fits: impl Fn(EntityId, &Entity) -> bool) -> Option<EntityId> {
        /// Tokens within which a person stays before a body.
        const NEAR: usize = 60;
        for m in self.looking_back(at, NEAR) {
            let e = self
                .entities
                .get(m.entity)
                .filter(|_| m.rank == Rank::Subject);
            match e {
                Some(e) if human(e) && fits(m.entity, e) => {
                    return (!e.struck).then_some(m.entity);
                }
                Some(_) if self.speaker == Some(m.entity) => return None,
                _ => {}
            }
        }
        None
    }

    /// `cette même source`: the last one who is not named.
    pub(super) fn same_source(&self, d: &Described, at: usize) -> Option<EntityId> {
        let fits = |e: &Entity| {
            e.kind == SourceType::Anonymous
                && compatible(e.agreement, d.agreement)
                && same_number(e, d)
        };
        let anonymous = d.kind == SourceType::Anonymous;
        let among = self.sorts.of(SourceType::Anonymous);
        anonymous.then(|| self.salient(at, WINDOW, among, fits))?
    }

    /// `ce dernier`: the last one mentioned, subject or not.
    pub(super) fn latest(&self, d: &Described, at: usize) -> Option<EntityId> {
        let fits = |e: &Entity| {
            compatible(e.agreement, d.agreement)
                && same_number(e, d)
                && e.kind != SourceType::Document
        };
        let last = |said: bool| {
            self.looking_back(at, WINDOW)
                .filter(|m| said || m.rank != Rank::Said)
                .find(|m| self.entities.get(m.entity).is_some_and(fits))
                .map(|m| m.entity)
        };
        last(false).or_else(|| last(true))
    }

    /// Gives the pronoun that a subject named behind it answers: the last byte of it.
    pub(super) fn meet(&mut self, entity: EntityId, at: usize) {
        let Some(e) = self.entities.get(entity) else {
            return;
        };
        if !human(e) || e.nameless {
            return;
        }
        let (near, agreement) = (at.saturating_sub(AHEAD), e.agreement);
        let met = |u: &Unmet| u.at >= near && u.at < at && compatible(u.agreement, agreement);
        let ends = self
            .unmet
            .iter()
            .filter(|u| met(u))
            .map(|u| (u.end, entity));
        self.met.extend(ends);
        self.unmet.retain(|u| !met(u) && u.at >= near);
    }

    /// Takes the pronouns that have been met since, each by the byte behind it.
    pub(crate) fn met(&mut self) -> impl Iterator<Item = (u32, EntityId)> + '_ {
        self.met.drain(..)
    }
}
