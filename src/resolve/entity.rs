//! Entities of one article: persons, institutions, agencies, with all that was learnt of them.
//!
//! In: names and roles as mentions give them. Out: one entry each, with the fullest name; « Mme Berthomieu », « la ministre »
//! and « Anne-Laure Berthomieu » are one.

use crate::contract::SourceType;
use crate::lexicon::Classes;

/// Index of an entity.
pub type EntityId = usize;

/// Somebody or something that the article names.
#[derive(Clone, Debug, Default)]
pub struct Entity {
    /// Fullest name.
    pub name: String,
    /// Words of the name, folded, for persons.
    pub words: Vec<String>,
    /// Sort of speaker.
    pub kind: SourceType,
    /// Gender and number, as far as known.
    pub agreement: Classes,
    /// Lemmas of roles and their hypernyms.
    pub roles: Vec<String>,
    /// Whole role phrases, folded (`ministre de l'intérieur`).
    pub phrases: Vec<String>,
    /// Other forms met.
    pub aliases: Vec<String>,
    /// Agency or medium id.
    pub outlet: Option<String>,
    /// Only a description, no name (`une source proche du dossier`).
    pub nameless: bool,
}

impl Entity {
    /// Adds a role with its hypernyms.
    pub fn learn_roles(&mut self, roles: &[String]) {
        for role in roles {
            if !self.roles.contains(role) {
                self.roles.push(role.clone());
            }
        }
    }

    /// Adds what a mention tells of gender and number, where nothing was known.
    pub fn learn_agreement(&mut self, agreement: Classes) {
        let gender = Classes::FEMININE.or(Classes::MASCULINE);
        if (self.agreement & gender).0.count_ones() != 1 {
            self.agreement |= agreement & gender;
        }
        let number = Classes::PLURAL.or(Classes::SINGULAR);
        if (self.agreement & number) == Classes::NONE {
            self.agreement |= agreement & number;
        }
    }

    /// Adds another form of the name.
    pub fn learn_alias(&mut self, alias: &str) {
        if !alias.is_empty() && alias != self.name && !self.aliases.iter().any(|a| a == alias) && self.aliases.len() < 12 {
            self.aliases.push(alias.to_owned());
        }
    }
}

/// Tells whether gender and number of two mentions can go together; unknown fits all.
#[must_use]
pub fn compatible(a: Classes, b: Classes) -> bool {
    [Classes::FEMININE.or(Classes::MASCULINE), Classes::PLURAL.or(Classes::SINGULAR)].iter().all(|set| {
        let (x, y) = (a & *set, b & *set);
        x.0.count_ones() != 1 || y.0.count_ones() != 1 || x == y
    })
}
