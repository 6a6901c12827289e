//! Who was mentioned when, and who is most salient for what refers back.
//!
//! In: mentions in the order of the text. Out: in « Mme Roy a reçu M. Petit. Elle a dit que P. » the last one before `elle` that
//! fits; subjects and speakers go before others.

use super::Register;
use super::entity::{Entity, EntityId};
use super::fit::human;
use super::sorts::Crowd;

/// One mention of an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    at: u32,
    pub(super) entity: EntityId,
    pub(super) rank: Rank,
    /// The object of a verb, or who acts in the passive.
    pub(super) direct: bool,
    /// The farthest token of this mention and all before it: where a window has passed it, looking back ends.
    reach: u32,
}

impl Mention {
    /// Gives the token at which it stands.
    const fn at(&self) -> usize {
        self.at as usize
    }
}

/// How much a mention weighs for what refers back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Inside what somebody says.
    Said,
    /// The narrator's, behind a verb or a preposition.
    Object,
    /// The narrator's subject, or a speaker.
    Subject,
}

impl Register {
    /// Forgets who was mentioned, at a heading or a new interview turn; the entities stay.
    pub(crate) fn reset_salience(&mut self) {
        self.mentions.clear();
        self.mentioned = Crowd::NOBODY;
        self.joint = None;
        self.speaker = None;
    }

    /// Remembers who spoke last.
    pub(crate) fn spoke(&mut self, entity: EntityId, at: usize) {
        self.speaker = Some(entity);
        self.mention(entity, at, Rank::Subject);
    }

    /// Gives who spoke last.
    #[must_use]
    pub(crate) fn speaker(&self) -> Option<EntityId> {
        self.speaker
    }

    /// Gives who goes on speaking at a token: the last speaker, or a person whom the narrator has made the subject since.
    #[must_use]
    pub(crate) fn running(&self, at: usize) -> Option<EntityId> {
        let subject = self
            .looking_back(at, 60)
            .find(|m| m.rank == Rank::Subject && self.entities.get(m.entity).is_some_and(human));
        // `je` and `on` that nothing resolves name nobody who could go on.
        let named = |id: &EntityId| {
            self.entities
                .get(*id)
                .is_some_and(|e| !(e.nameless && e.roles.is_empty() && e.name.chars().count() <= 3))
        };
        subject.map(|m| m.entity).or(self.speaker.filter(named))
    }

    /// Remembers a mention at a token.
    pub(crate) fn mention(&mut self, entity: EntityId, at: usize, rank: Rank) {
        if rank == Rank::Subject && !self.unmet.is_empty() {
            self.meet(entity, at);
        }
        let at = at as u32;
        let reach = self.mentions.last().map_or(at, |m| m.reach.max(at));
        self.mentioned.add(entity);
        self.mentions.push(Mention {
            at,
            entity,
            rank,
            direct: false,
            reach,
        });
    }

    /// Tells that the last mention is the object of a verb, or who acts in the passive.
    pub(crate) fn dealt(&mut self) {
        if let Some(m) = self.mentions.last_mut() {
            m.direct = true;
        }
    }

    /// Gives the mentions before `at` within a window of tokens, the last first.
    pub(super) fn looking_back(&self, at: usize, window: usize) -> impl Iterator<Item = &Mention> {
        let from = at.saturating_sub(window - 1);
        let far = at.checked_sub(window);
        self.mentions
            .iter()
            .rev()
            .take_while(move |m| far.is_none_or(|far| m.reach as usize > far))
            .filter(move |m| from <= m.at() && m.at() < at)
    }

    /// Tells whether an entity was mentioned within a window of tokens.
    pub(super) fn recent(&self, entity: EntityId, at: usize, window: usize) -> bool {
        self.mentioned.may_have(entity)
            && self
                .mentions
                .iter()
                .rev()
                .take_while(|m| at < (m.reach as usize).saturating_add(window))
                .any(|m| m.entity == entity && m.at() <= at && at - m.at() < window)
    }

    /// The most salient entity of a crowd before `at` that fits: subjects and speakers before others, nearer before farther.
    pub(super) fn salient(
        &self,
        at: usize,
        window: usize,
        among: Crowd,
        fits: impl Fn(&Entity) -> bool,
    ) -> Option<EntityId> {
        self.salient_by_id(at, window, among, |_, e| fits(e))
    }

    /// The same, for what has to be looked up by the entity's number.
    #[inline]
    pub(super) fn salient_by_id(
        &self,
        at: usize,
        window: usize,
        among: Crowd,
        fits: impl Fn(EntityId, &Entity) -> bool,
    ) -> Option<EntityId> {
        let among = among.and(self.mentioned);
        if among.is_empty() {
            return None;
        }
        self.most_salient(at, window, among, &fits)
    }

    /// One function for all who ask, so that its code stays in the cache.
    #[inline(never)]
    fn most_salient(
        &self,
        at: usize,
        window: usize,
        mut among: Crowd,
        fits: &dyn Fn(EntityId, &Entity) -> bool,
    ) -> Option<EntityId> {
        /// Tokens behind a subject within which it goes before what was mentioned since.
        const LEAD: usize = 90;
        let mut last: Option<&Mention> = None;
        let far = at.checked_sub(window);
        for m in self.mentions.iter().rev() {
            if far.is_some_and(|far| m.reach as usize <= far) {
                break;
            }
            if !among.may_have(m.entity) || m.at() >= at || at - m.at() >= window {
                continue;
            }
            let beyond = |l: &Mention| l.rank > Rank::Said && m.reach as usize + LEAD <= l.at();
            if last.is_some_and(beyond) {
                break;
            }
            if last.is_some_and(|l| m.rank <= l.rank) {
                continue;
            }
            let entity = self.entities.get(m.entity);
            if !entity.is_some_and(|e| fits(m.entity, e)) {
                // Who does not fit is mentioned more than once, and need not be asked again.
                among.refuse(m.entity);
                if among.is_empty() {
                    break;
                }
                continue;
            }
            if m.rank == Rank::Subject {
                let near =
                    |l: &Mention| l.rank == Rank::Said || l.at().saturating_sub(m.at()) < LEAD;
                return match last {
                    Some(l) if !near(l) => Some(l.entity),
                    _ => Some(m.entity),
                };
            }
            last = Some(m);
        }
        last.map(|m| m.entity)
    }
}
