//! Role phrases: who was called what, and whom the same words, or some of them, take up.
//!
//! In: a description and the role phrases of the entities. Out: the entity: « le collectif de défense des femmes » is the
//! « collectif de défense des droits des femmes ».

use super::entity::{EntityId, compatible};
use super::fit::named_person;
use super::folded::Told;
use super::forms::words_within;
use super::names::Described;
use super::sorts::Crowd;
use super::{Phrase, Register, Words};
use crate::contract::SourceType;

impl Register {
    /// The named person of a role: the one whose role phrase agrees with all words of the description.
    #[inline(never)]
    pub(super) fn holder(&self, d: &Described, told: Told) -> Option<EntityId> {
        let lemma = d.lemma.filter(|_| d.kind == SourceType::Person)?;
        let nobody = self.sorts.persons().and(self.sorts.role(lemma)).is_empty();
        if nobody || d.bare && !d.office || d.demonstrative {
            return None;
        }
        let phrase = self.folded.of(told.words);
        let holds = |p: &&Phrase| {
            let known = self.folded.of(p.told.words);
            self.entities
                .get(p.entity)
                .is_some_and(|e| named_person(e, d) && e.has_role(lemma))
                && (p.told.number == told.number
                    || words_within(phrase, known)
                    || p.told.spaced && words_within(known, phrase))
        };
        one_of(self.alike(told).filter(holds))
    }

    /// The entity whose role phrase is that of a description, begins with it, or has all words of it.
    #[inline(never)]
    pub(super) fn by_phrase(&self, d: &Described, told: Told, at: usize) -> Option<EntityId> {
        if told.is_empty() || d.bare && d.kind == SourceType::Person && !d.corporate {
            return None;
        }
        if d.bare || !told.single {
            self.alike(told).next()?;
        }
        let phrase = self.folded.of(told.words);
        let agrees = |p: &Phrase| {
            let entity = self.entities.get(p.entity);
            entity.filter(|e| compatible(e.agreement, d.agreement))
        };
        if d.bare {
            let begins = |p: &Phrase| {
                if p.told.head != told.head {
                    return false;
                }
                let rest = self.folded.of(p.told.words).strip_prefix(phrase);
                rest.is_some_and(|r| r.starts_with(' ')) && agrees(p).is_some_and(|e| e.nameless)
            };
            return self.salient_phrase(at, begins);
        }
        let known = self.known.may_have(told.number);
        let exact = |p: &Phrase| known && p.told.number == told.number && agrees(p).is_some();
        let longer = |p: &Phrase| {
            (told.single || p.told.head == told.head)
                && self.folded.of(p.told.words).starts_with(phrase)
                && agrees(p).is_some()
        };
        // « le collectif de défense des femmes » of « un collectif de défense des droits des femmes ».
        let shorter = d.kind != SourceType::Person && told.spaced;
        let shortened = |p: &Phrase| {
            shorter
                && p.told.head == told.head
                && words_within(phrase, self.folded.of(p.told.words))
                && agrees(p).is_some_and(|e| e.nameless)
        };
        let first = || {
            let known = self.phrases.iter().filter(|p| exact(p));
            known.map(|p| p.entity).min()
        };
        self.salient_phrase(at, exact)
            .or_else(first)
            .or_else(|| self.salient_phrase(at, longer))
            .or_else(|| self.salient_phrase(at, shortened))
    }

    /// The most salient entity with a role phrase that fits; most often none does.
    fn salient_phrase(&self, at: usize, fits: impl Fn(&Phrase) -> bool) -> Option<EntityId> {
        let of = |id| self.phrases.iter().any(|p| p.entity == id && fits(p));
        let mut among = Crowd::NOBODY;
        for phrase in self.phrases.iter().filter(|p| fits(p)) {
            among.add(phrase.entity);
        }
        self.salient_by_id(at, usize::MAX, among, |id, _| of(id))
    }

    /// `le premier ministre` of somebody called `chef du gouvernement` before: the only one known by a wider word.
    pub(super) fn narrower(&self, d: &Described, w: Words<'_>) -> Option<EntityId> {
        if !d.office || self.sorts.persons().is_empty() {
            return None;
        }
        let wider = |p: &&Phrase| {
            self.entities
                .get(p.entity)
                .is_some_and(|e| named_person(e, d))
                && d.roles.iter().any(|r| {
                    let rest = self
                        .folded
                        .of(p.told.words)
                        .strip_prefix(w.lexicon.lemma(*r));
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
                })
        };
        one_of(self.phrases.iter().filter(wider))
    }
}

/// The one entity that all of some phrases belong to.
fn one_of<'a>(mut phrases: impl Iterator<Item = &'a Phrase>) -> Option<EntityId> {
    let one = phrases.next()?.entity;
    phrases.all(|p| p.entity == one).then_some(one)
}
