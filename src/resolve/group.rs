//! Persons and bodies named together: `Anne Roy et Luc Petit` are whom `ils`, `les deux élus` and `le couple` take up.
//!
//! In: mentions side by side and what stands between them. Out: one entity for all of them: « La CGT et la FSU appellent à la
//! grève. Elles dénoncent un budget « d'austérité ». »

use super::entity::{Entity, EntityId, compatible};
use super::forms::strip_determiner;
use super::names::Described;
use super::number::number;
use super::salience::Rank;
use super::{Register, Words};
use crate::contract::SourceType;
use crate::lexicon::Classes;
use crate::lexicon::fold::fold_into;
use crate::span::Span;

/// What stands between two mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// More than a comma or `et`.
    Apart,
    /// A comma.
    Comma,
    /// `et`.
    And,
}

/// A mention, or several side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    /// First byte of the first.
    start: u32,
    /// Token behind the last.
    end: u32,
    members: u8,
    first: EntityId,
    agreement: Classes,
    rank: Rank,
    kind: SourceType,
    /// It is no one of several: a plural, a pronoun, somebody new.
    apart: bool,
}

impl Joint {
    /// Tells whether they are persons, or bodies; nothing of what does not stand together with others.
    fn persons(&self) -> Option<bool> {
        let persons = match self.kind {
            SourceType::Person => true,
            SourceType::Institution | SourceType::Government => false,
            _ => return None,
        };
        (!self.apart).then_some(persons)
    }
}

const GENDER: Classes = Classes::FEMININE.or(Classes::MASCULINE);

impl Register {
    /// Gives the token behind the last mention.
    pub(crate) fn joint_end(&self) -> Option<usize> {
        self.joint.map(|j| j.end as usize)
    }

    /// Notes a mention beside the last one; behind `et` all of them become one entity.
    pub(crate) fn join(
        &mut self,
        entity: EntityId,
        (d, end): (&Described, usize),
        link: Link,
        (at, rank): (usize, Rank),
        w: Words<'_>,
    ) {
        let Some(e) = self.entities.get(entity) else {
            return;
        };
        let new = Joint {
            start: first_byte(d),
            end: end as u32,
            members: 1,
            first: entity,
            agreement: e.agreement & GENDER,
            rank,
            kind: e.kind,
            apart: e.agreement.has(Classes::PLURAL) | d.pronoun | d.indefinite,
        };
        let before = self.joint.replace(new);
        // Mostly a mention stands alone, and nobody asks what it is.
        if link != Link::Apart
            && let Some(before) = before
        {
            self.beside(before, new, link, (d.span.end, at), w);
        }
    }

    /// Takes two mentions together, the last byte and the first token of the second given.
    #[inline(never)]
    fn beside(
        &mut self,
        before: Joint,
        new: Joint,
        link: Link,
        (end, at): (u32, usize),
        w: Words<'_>,
    ) {
        let persons = new.persons();
        if persons.is_none() || persons != before.persons() {
            return;
        }
        let joint = Joint {
            end: new.end,
            members: before.members + 1,
            agreement: both(before.agreement, new.agreement),
            ..before
        };
        self.joint = Some(joint);
        if link == Link::And {
            self.group(joint, end, at, w);
            if joint.members == 2 {
                self.pair = Some([joint.first, new.first]);
            }
        }
    }

    fn group(&mut self, joint: Joint, end: u32, at: usize, w: Words<'_>) {
        let name = Span::new(joint.start, end).of(w.text);
        self.key.clear();
        fold_into(name, &mut self.key);
        let key = number(strip_determiner(&self.key).as_bytes());
        let known = self.keys.iter().rposition(|k| *k == key);
        let id = known.unwrap_or_else(|| {
            self.push(key, |e| {
                e.name.push_str(name);
                e.nameless = true;
                e.kind = match joint.kind {
                    SourceType::Person => SourceType::Person,
                    _ => SourceType::Institution,
                };
            })
        });
        if let Some(e) = self.entities.get_mut(id) {
            e.members = joint.members;
            e.agreement = joint.agreement | Classes::PLURAL;
        }
        self.sorts.join(id);
        self.mention(id, at, joint.rank);
        self.joint = None;
    }

    /// `le premier`, `la seconde` of two who were named together.
    pub(super) fn one_of_two(&self, d: &Described, w: Words<'_>) -> Option<EntityId> {
        let [first, second] = self.pair?;
        let word = d.span.of(w.text).split_once(' ').map(|(_, word)| word)?;
        let found = match word {
            "premier" | "première" => first,
            "second" | "seconde" => second,
            _ => return None,
        };
        let known = self.entities.get(found)?;
        (d.definite && compatible(known.agreement, d.agreement)).then_some(found)
    }

    /// `les deux ministres`, `le couple`: those named together last.
    pub(super) fn together(&self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        let several = self.sorts.several().and(self.mentioned);
        if several.is_empty() {
            return None;
        }
        let words = d.span.of(w.text);
        let mut parts = words.split_whitespace();
        let (first, second) = (parts.next()?, parts.next()?);
        let count = match second {
            "deux" => 2,
            "trois" => 3,
            "quatre" => 4,
            "couple" | "duo" | "tandem" | "binôme" | "époux" if parts.next().is_none() => 2,
            "trio" if parts.next().is_none() => 3,
            _ => return None,
        };
        let plural = Classes::PLURAL | (d.agreement & GENDER);
        let many = first.eq_ignore_ascii_case("les");
        let body = many && (d.kind == SourceType::Institution || d.lemma.is_none());
        let fits = |e: &Entity| {
            e.members == count
                && (e.kind == SourceType::Institution) == body
                && (!many || body || compatible(e.agreement, plural))
        };
        (d.definite).then(|| self.salient(at, 200, several, fits))?
    }
}

/// Gender of all taken together: one man makes it masculine, and one of whom nothing is known leaves it open.
fn both(a: Classes, b: Classes) -> Classes {
    match () {
        () if a == Classes::MASCULINE || b == Classes::MASCULINE => Classes::MASCULINE,
        () if a == b => a,
        () => Classes::NONE,
    }
}

/// Where the name of several begins: behind `les ministres`, where one noun tells what all of them are.
fn first_byte(d: &Described) -> u32 {
    match d.name {
        Some(name) if d.agreement.has(Classes::PLURAL) => name.start,
        _ => d.span.start,
    }
}
