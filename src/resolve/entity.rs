//! Entities of one article: persons, institutions, agencies, with all that was learnt of them.
//!
//! In: names and roles as mentions give them. Out: one entry each, with the fullest name; « Mme Berthomieu », « la ministre »
//! and « Anne-Laure Berthomieu » are one.

use super::names::Outlet;
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
    /// The same without determiner, folded.
    pub key: String,
    /// Words of the name, folded, for persons.
    pub words: Vec<String>,
    /// Sort of speaker.
    pub kind: SourceType,
    /// Gender and number, as far as known.
    pub agreement: Classes,
    /// Lemma ids of roles and their hypernyms.
    pub roles: Vec<u16>,
    /// Whole role phrases, folded (`ministre de l'intérieur`).
    pub phrases: Vec<String>,
    /// Other forms met, as they stand.
    pub aliases: Vec<Span>,
    /// Country of a person's role.
    pub country: Option<u16>,
    /// Acronym, folded.
    pub acronym: Option<String>,
    /// Agency or medium.
    pub outlet: Option<Outlet>,
    /// Only a description, no name (`une source proche du dossier`).
    pub nameless: bool,
}

impl Entity {
    /// Adds roles.
    pub(crate) fn learn_roles(&mut self, roles: &[u16]) {
        for role in roles {
            if !self.roles.contains(role) {
                self.roles.push(*role);
            }
        }
    }

    /// Adds what a mention tells of gender and number, where nothing was known.
    pub(crate) fn learn_agreement(&mut self, agreement: Classes) {
        for set in [
            Classes::FEMININE.or(Classes::MASCULINE),
            Classes::PLURAL.or(Classes::SINGULAR),
        ] {
            if (self.agreement & set).0.count_ones() != 1 {
                self.agreement = self.agreement.without(set) | (agreement & set);
            }
        }
    }

    /// Adds a role phrase.
    pub(crate) fn learn_phrase(&mut self, phrase: &str) {
        if !phrase.is_empty()
            && !self.phrases.iter().any(|p| p == phrase)
            && self.phrases.len() < 12
        {
            self.phrases.push(phrase.to_owned());
        }
    }

    /// Adds another form of the name.
    pub(crate) fn learn_alias(&mut self, span: Span) {
        if self.aliases.len() < 12 && !self.aliases.contains(&span) {
            self.aliases.push(span);
        }
    }
}

/// Tells whether gender and number of two mentions can go together; unknown fits all.
#[must_use]
pub(crate) fn compatible(a: Classes, b: Classes) -> bool {
    [
        Classes::FEMININE.or(Classes::MASCULINE),
        Classes::PLURAL.or(Classes::SINGULAR),
    ]
    .iter()
    .all(|set| {
        let (x, y) = (a & *set, b & *set);
        x.0.count_ones() != 1 || y.0.count_ones() != 1 || x == y
    })
}
