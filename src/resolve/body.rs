//! Nouns of bodies that take up one with a name: `le groupe`, `l'avionneur américain`, `le quotidien montréalais`, `l'entreprise de
//! Mountain View`.
//!
//! In: a description headed by a noun of firms, media, clubs or institutions. Out: the body: « Boeing a publié ses résultats.
//! L'avionneur américain prévoit un bénéfice. »

use super::entity::{Entity, EntityId, compatible};
use super::fit::{bears_name, company};
use super::names::Described;
use super::{Register, Words, same_number};
use crate::contract::SourceType;

/// Tokens within which a noun of bodies takes up one of which the article has not told the sort.
const NEAR: usize = 80;

/// Tokens within which it takes up one of that very sort.
const FAR: usize = 260;

impl Register {
    /// `le gestionnaire`, `l'établissement public`: a noun of bodies takes up the last named one of that sort, or one of which the
    /// article has told no sort.
    pub(super) fn body(&mut self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        if !(d.corporate || d.kind == SourceType::Institution) || d.possessive {
            return None;
        }
        let fits = |e: &Entity| {
            e.kind == SourceType::Institution
                && bears_name(e)
                && same_number(e, d)
                && (d.lemma.is_some_and(|l| e.has_role(l))
                    || e.roles.is_empty() && e.country.is_none() && d.kind == e.kind)
        };
        let found = self.salient(at, NEAR, fits)?;
        self.learn_of(found, d, w);
        Some(found)
    }

    /// A noun of firms with more behind it (`le géant suédois de la mode`): the last body of that sort, or one of which no sort
    /// is known.
    pub(super) fn firm(
        &mut self,
        d: &Described,
        names: bool,
        at: usize,
        w: Words<'_>,
    ) -> Option<EntityId> {
        let lemma = d.lemma?;
        // `hebdomadaire satirique` is a `hebdomadaire`.
        let long = w.lexicon.lemma(lemma);
        let short = long.split_once(' ').map(|(first, _)| first);
        let wider = |e: &Entity| {
            short.is_some_and(|short| e.roles.iter().any(|r| w.lexicon.lemma(*r) == short))
        };
        let alike = |e: &Entity| {
            sort_of(e)
                && (e.has_role(lemma) || wider(e))
                && compatible(e.agreement, d.agreement)
                && same_number(e, d)
        };
        let firm = d.firm(w.lexicon);
        // `l'ONG de défense des droits humains`: without an article the complement tells the sort.
        let words = d.phrase.of(w.text);
        let behind = words.split_once(' ').map_or("", |(_, rest)| rest);
        let qualified =
            (behind.starts_with("de ") || behind.starts_with("d'") || behind.starts_with("d’"))
                && !["de la ", "de l'", "de l’"]
                    .iter()
                    .any(|link| behind.starts_with(link));
        // With a place behind it only a firm is one known: « le tribunal de Lyon » is no other tribunal.
        let open = if names {
            (firm || w.lexicon.lemma(lemma) == "institution") && d.seated()
        } else {
            d.modified(w.lexicon) || qualified && d.kind == SourceType::Institution
        };
        let told = if open {
            self.salient(at, FAR, alike)
        } else {
            None
        };
        let unknown = |e: &Entity| {
            company(e, d, true)
                || d.corporate && sort_of(e) && d.roles.iter().any(|r| e.has_role(*r))
        };
        let found = told.or_else(|| {
            let near = || {
                self.speaker
                    .filter(|s| {
                        self.recent(*s, at, NEAR) && self.entities.get(*s).is_some_and(unknown)
                    })
                    .or_else(|| self.salient(at, NEAR, unknown))
            };
            if firm && !names { near() } else { None }
        })?;
        self.learn_of(found, d, w);
        Some(found)
    }
}

/// A named body or medium.
fn sort_of(e: &Entity) -> bool {
    let body = matches!(
        e.kind,
        SourceType::Institution | SourceType::Media | SourceType::Agency
    );
    body && bears_name(e)
}
