//! Entities of one article: persons, institutions, agencies, with all that was learnt of them.
//!
//! In: names and roles as mentions give them. Out: one entry each, with the fullest name; « Mme Berthomieu », « la ministre »
//! and « Anne-Laure Berthomieu » are one.

use std::ops::{Deref, DerefMut};

use super::name_word::NameWord;
use super::outlets::Outlet;
use crate::contract::SourceType;
use crate::lexicon::Classes;
use crate::span::Span;

/// Index of an entity.
pub(crate) type EntityId = usize;

/// Somebody or something that the article names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entity {
    /// Fullest name, or the words of the first description.
    pub name: String,
    /// Words of the name, for persons.
    pub words: Vec<NameWord>,
    /// Sort of speaker.
    pub kind: SourceType,
    /// Gender and number, as far as known.
    pub agreement: Classes,
    /// Lemma ids of roles and their hypernyms.
    pub roles: Vec<u16>,
    /// One bit for each role, by its number modulo 64.
    pub(super) marks: u64,
    /// Parts of society that its roles belong to.
    pub circles: u16,
    /// The narrator told what happened to it: judged, hurt, dismissed.
    pub struck: bool,
    /// The narrator told that it came to see a place or people.
    pub visiting: bool,
    /// Named first as the subject of a verb of saying, with nothing told of who it is.
    pub speaks: bool,
    /// How many are named together (`Anne Roy et Luc Petit`); none for one alone.
    pub members: u8,
    /// Other forms met, as they stand.
    pub aliases: Vec<Span>,
    /// Country of a person's role.
    pub country: Option<u16>,
    /// Agency or medium.
    pub outlet: Option<Outlet>,
    /// One word with nothing that tells a person from a firm (`Verralis`).
    pub uncertain: bool,
    /// First byte at which the article names it.
    pub first: u32,
    /// Only a description, no name (`une source proche du dossier`).
    pub nameless: bool,
    /// Told by whom it belongs to (`sa famille`).
    pub owned: bool,
}

impl Entity {
    /// Makes it nobody again, and keeps the room that its lists have.
    fn clear(&mut self) {
        self.name.clear();
        self.words.clear();
        self.roles.clear();
        self.aliases.clear();
        self.marks = 0;
        self.circles = 0;
        self.struck = false;
        self.visiting = false;
        self.members = 0;
        self.speaks = false;
        self.kind = SourceType::default();
        self.agreement = Classes::NONE;
        self.country = None;
        self.outlet = None;
        self.uncertain = false;
        self.first = 0;
        self.nameless = false;
        self.owned = false;
    }

    /// Adds roles.
    pub(crate) fn learn_roles(&mut self, roles: &[u16]) {
        let marks = roles.iter().fold(0, |marks, role| marks | mark(*role));
        // Mostly nothing was known, and no two roles share a mark, so that none comes twice.
        if self.roles.is_empty() && marks.count_ones() as usize == roles.len() {
            self.roles.extend_from_slice(roles);
            self.marks = marks;
            return;
        }
        for role in roles {
            if !self.has_role(*role) {
                self.marks |= mark(*role);
                self.roles.push(*role);
            }
        }
    }

    /// Tells whether a role is known of it.
    pub(super) fn has_role(&self, role: u16) -> bool {
        self.marks & mark(role) != 0 && self.roles.contains(&role)
    }

    /// Adds what a mention tells of gender and number, where nothing was known.
    pub(crate) fn learn_agreement(&mut self, agreement: Classes) {
        for set in [GENDER, NUMBER] {
            if !(self.agreement & set).0.is_power_of_two() {
                self.agreement = self.agreement.without(set) | (agreement & set);
            }
        }
    }

    /// Adds another form of the name.
    pub(crate) fn learn_alias(&mut self, span: Span) {
        if self.aliases.len() < 12 && !self.aliases.contains(&span) {
            self.aliases.push(span);
        }
    }
}

/// The entities of one article; behind them lie some of the articles before, whose lists are used again.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    all: Vec<Entity>,
    len: usize,
}

/// Entities kept for the next article.
const SPARE: usize = 256;

impl Entities {
    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.all.truncate(SPARE);
        self.len = 0;
    }

    /// Adds one of whom nothing is known.
    pub(super) fn add(&mut self) -> Option<&mut Entity> {
        if self.len == self.all.len() {
            self.all.push(Entity::default());
        }
        let new = self.all.get_mut(self.len)?;
        self.len += 1;
        new.clear();
        Some(new)
    }
}

impl Deref for Entities {
    type Target = [Entity];

    fn deref(&self) -> &[Entity] {
        self.all.get(..self.len).unwrap_or(&[])
    }
}

impl DerefMut for Entities {
    fn deref_mut(&mut self) -> &mut [Entity] {
        self.all.get_mut(..self.len).unwrap_or(&mut [])
    }
}

fn mark(role: u16) -> u64 {
    1 << (role % 64)
}

const GENDER: Classes = Classes::FEMININE.or(Classes::MASCULINE);
const NUMBER: Classes = Classes::PLURAL.or(Classes::SINGULAR);

/// Tells whether gender and number of two mentions can go together; unknown fits all.
#[must_use]
pub(crate) fn compatible(a: Classes, b: Classes) -> bool {
    // Of two classes, two sets that share none and are not empty have one each.
    let differ = |set: Classes| {
        let (x, y) = (a & set, b & set);
        !x.has(y) && x != Classes::NONE && y != Classes::NONE
    };
    !differ(GENDER) && !differ(NUMBER)
}
