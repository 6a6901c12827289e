//! Which entities are of a sort at all: most descriptions take up nobody, and one look tells it.
//!
//! In: entities as they are made and what is learnt of them. Out: [`Crowd`]s: before « le groupe lyonnais » an article that names no
//! body has nobody to ask.

use super::entity::{Entity, EntityId};
use crate::contract::SourceType;

/// Some entities, a bit for each by its number; those from [`Crowd::SHARED`] on share the last bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Crowd(u64);

impl Crowd {
    /// Nobody.
    pub(super) const NOBODY: Self = Self(0);
    /// Anybody.
    pub(super) const ANYBODY: Self = Self(u64::MAX);
    /// The first number whose bit is not its own.
    const SHARED: usize = 63;

    /// Gives one entity, and those that share its bit.
    pub(super) const fn of(entity: EntityId) -> Self {
        Self(
            1 << if entity < Self::SHARED {
                entity
            } else {
                Self::SHARED
            },
        )
    }

    /// Gives the entities of which this is not certain: those that share a bit are always among them.
    const fn others(self) -> Self {
        Self(!self.0 | 1 << Self::SHARED)
    }

    /// Tells whether nobody is among them; `true` is certain.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Tells whether an entity may be among them; `false` is certain.
    pub(super) const fn may_have(self, entity: EntityId) -> bool {
        self.0 & Self::of(entity).0 != 0
    }

    /// Gives those who are in both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Gives those who are in one of them.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds an entity.
    pub(super) fn add(&mut self, entity: EntityId) {
        self.0 |= Self::of(entity).0;
    }

    /// Takes an entity out, where its bit is its own.
    pub(super) fn refuse(&mut self, entity: EntityId) {
        self.0 &= !Self::of(entity).0 | 1 << Self::SHARED;
    }

    /// Gives the numbers of those who may be among them, of `all` entities.
    pub(super) fn ids(self, all: usize) -> impl Iterator<Item = EntityId> {
        let mut own = self.0 & !(1 << Self::SHARED);
        let near = std::iter::from_fn(move || {
            let id = own.trailing_zeros() as usize;
            own &= own.wrapping_sub(1);
            (id < u64::BITS as usize).then_some(id)
        });
        let shared = self.0 >> Self::SHARED != 0;
        let first = if shared { Self::SHARED.min(all) } else { all };
        near.chain(first..all)
    }
}

/// The entities of one article by their sorts. A sort that an entity leaves later keeps it: what is told is who may be of it.
#[derive(Debug)]
pub(super) struct Sorts {
    kinds: [Crowd; KINDS],
    /// They have a name.
    named: Crowd,
    /// One word that may be a person's or a firm's.
    uncertain: Crowd,
    /// Several who are named together.
    several: Crowd,
    /// A role is known of them; nobody who shares a bit.
    told: Crowd,
    /// By the number of a role modulo 64.
    roles: [Crowd; 64],
}

const KINDS: usize = SourceType::Unknown as usize + 1;

impl Default for Sorts {
    fn default() -> Self {
        Self {
            kinds: [Crowd::NOBODY; KINDS],
            named: Crowd::NOBODY,
            uncertain: Crowd::NOBODY,
            several: Crowd::NOBODY,
            told: Crowd::NOBODY,
            roles: [Crowd::NOBODY; 64],
        }
    }
}

impl Sorts {
    /// Forgets all.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes up a new entity.
    pub(super) fn add(&mut self, id: EntityId, e: &Entity) {
        let of = |yes: bool| Crowd(Crowd::of(id).0 & u64::from(yes).wrapping_neg());
        if let Some(kind) = self.kinds.get_mut(e.kind as usize) {
            kind.add(id);
        }
        self.named = self.named.or(of(!e.nameless));
        self.uncertain = self.uncertain.or(of(e.uncertain));
        self.learn_roles(id, &e.roles);
    }

    /// Takes up roles of an entity.
    pub(super) fn learn_roles(&mut self, id: EntityId, roles: &[u16]) {
        for role in roles {
            self.told.add(id);
            if let Some(known) = self.roles.get_mut(usize::from(*role) % 64) {
                known.add(id);
            }
        }
    }

    /// Takes up several who are named together.
    pub(super) fn join(&mut self, id: EntityId) {
        self.several.add(id);
    }

    /// Gives those of a kind.
    pub(super) fn of(&self, kind: SourceType) -> Crowd {
        let known = self.kinds.get(kind as usize);
        known.copied().unwrap_or(Crowd::ANYBODY)
    }

    /// Gives the persons who have a name.
    pub(super) fn persons(&self) -> Crowd {
        self.of(SourceType::Person).and(self.named)
    }

    /// Gives institutions and media.
    pub(super) fn bodies(&self) -> Crowd {
        let media = self.of(SourceType::Media).or(self.of(SourceType::Agency));
        self.of(SourceType::Institution).or(media)
    }

    /// Gives those with a name that may be a firm's, or a body's of which no sort is known.
    pub(super) fn companies(&self) -> Crowd {
        let body = self.of(SourceType::Institution).and(self.untold());
        self.uncertain.or(body).and(self.named)
    }

    /// Gives those of whom no role is known.
    pub(super) const fn untold(&self) -> Crowd {
        self.told.others()
    }

    /// Gives those who are several, named together.
    pub(super) const fn several(&self) -> Crowd {
        self.several
    }

    /// Gives those who have a role.
    pub(super) fn role(&self, role: u16) -> Crowd {
        let known = self.roles.get(usize::from(role) % 64);
        known.copied().unwrap_or(Crowd::ANYBODY)
    }

    /// Gives those who have one of some roles.
    pub(super) fn roles(&self, roles: &[u16]) -> Crowd {
        let each = roles.iter().map(|r| self.role(*r));
        each.fold(Crowd::NOBODY, Crowd::or)
    }
}

#[cfg(test)]
mod tests {
    use super::{Crowd, Sorts};
    use crate::contract::SourceType;
    use crate::resolve::entity::Entity;

    #[test]
    fn never_misses_an_entity_however_many_there_are() {
        let mut sorts = Sorts::default();
        for id in 0..90 {
            let mut e = Entity {
                kind: SourceType::Person,
                nameless: id % 2 == 0,
                ..Entity::default()
            };
            if id % 3 == 0 {
                e.learn_roles(&[id]);
            }
            sorts.add(usize::from(id), &e);
        }
        let ids = |crowd: Crowd| crowd.ids(90).collect::<Vec<_>>();
        let has = |crowd: Crowd, wanted: &dyn Fn(usize) -> bool| {
            (0..90)
                .filter(|id| wanted(*id))
                .all(|id| ids(crowd).contains(&id) && crowd.may_have(id))
        };
        assert!(has(sorts.persons(), &|id| id % 2 == 1));
        assert!(has(sorts.untold(), &|id| id % 3 != 0));
        assert!(has(sorts.role(66), &|id| id == 66));
        assert!(sorts.role(1).is_empty() && sorts.bodies().is_empty());
        assert!(!ids(sorts.persons()).contains(&2) && !ids(sorts.untold()).contains(&3));
    }

    #[test]
    fn refuses_only_whose_bit_is_their_own() {
        let mut crowd = Crowd::of(5).or(Crowd::of(70));
        for id in [5, 70] {
            crowd.refuse(id);
        }
        assert!(!crowd.may_have(5) && crowd.may_have(70) && !crowd.is_empty());
    }
}
