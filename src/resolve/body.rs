//! Nouns of bodies that take up one with a name: `le groupe`, `l'avionneur américain`, `le quotidien montréalais`, `l'entreprise de
//! Mountain View`.
//!
//! In: a description headed by a noun of firms, media, clubs or institutions. Out: the body: « Boeing a publié ses résultats.
//! L'avionneur américain prévoit un bénéfice. »

use super::entity::{Entity, EntityId, compatible};
use super::fit::{bears_name, company, further_names};
use super::names::Described;
use super::sorts::Crowd;
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
        let told = d.lemma.map_or(Crowd::NOBODY, |l| self.sorts.role(l));
        let among = self.sorts.of(SourceType::Institution);
        let among = among.and(self.sorts.untold().or(told));
        let found = self.salient(at, NEAR, among, fits)?;
        self.learn_of(found, d, w);
        Some(found)
    }

    /// A noun of firms with more behind it (`le géant suédois de la mode`): the last body of that sort, or one of which no sort
    /// is known.
    pub(super) fn firm(&mut self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        let lemma = d.lemma?;
        let bodies = self.sorts.bodies().and(self.mentioned);
        let companies = self.sorts.companies().and(self.mentioned);
        if bodies.or(companies).is_empty() {
            return None;
        }
        // `hebdomadaire satirique` is a `hebdomadaire`.
        let long = w.lexicon.lemma(lemma).as_bytes();
        let space = long.iter().position(|b| *b == b' ');
        let sort = Sort {
            lemma,
            short: space.and_then(|end| long.get(..end)),
        };
        let alike = match space {
            Some(_) => bodies,
            None => bodies.and(self.sorts.role(lemma)),
        };
        let unknown = if d.corporate {
            companies.or(bodies.and(self.sorts.roles(&d.roles)))
        } else {
            companies
        };
        let firm = !unknown.is_empty() && d.firm(w.lexicon);
        if alike.is_empty() && !firm {
            return None;
        }
        let names = !d.bare && !d.demonstrative && further_names(d, w);
        let found = self.of_that_sort(d, sort, at, (alike, names), w);
        let found = found.or_else(|| {
            let asked = firm && !names;
            asked.then(|| self.of_no_sort(d, at, unknown))?
        })?;
        self.learn_of(found, d, w);
        Some(found)
    }

    /// The last body of a crowd of which the article has told the noun itself; `names` tells whether a name stands in the
    /// description.
    fn of_that_sort(
        &self,
        d: &Described,
        sort: Sort<'_>,
        at: usize,
        (among, names): (Crowd, bool),
        w: Words<'_>,
    ) -> Option<EntityId> {
        if among.is_empty() || !open(d, sort.lemma, names, w) {
            return None;
        }
        let alike = |e: &Entity| {
            sort.holds(e, w)
                && compatible(e.agreement, d.agreement)
                && same_number(e, d)
                && sort_of(e)
        };
        self.salient(at, FAR, among, alike)
    }

    /// The last speaker or body of a crowd that may be of the sort, for all that the article tells.
    fn of_no_sort(&self, d: &Described, at: usize, among: Crowd) -> Option<EntityId> {
        let unknown = |e: &Entity| {
            company(e, d, true)
                || d.corporate && sort_of(e) && d.roles.iter().any(|r| e.has_role(*r))
        };
        let spoke = |s: &EntityId| {
            among.may_have(*s)
                && self.recent(*s, at, NEAR)
                && self.entities.get(*s).is_some_and(unknown)
        };
        self.speaker
            .filter(spoke)
            .or_else(|| self.salient(at, NEAR, among, unknown))
    }
}

/// A noun of bodies, with the wider one that is its first word.
#[derive(Clone, Copy)]
struct Sort<'a> {
    lemma: u16,
    short: Option<&'a [u8]>,
}

impl Sort<'_> {
    /// Tells whether the article has called somebody by one of the two.
    fn holds(&self, e: &Entity, w: Words<'_>) -> bool {
        let wider = |short: &[u8]| {
            let held = |r: &u16| w.lexicon.lemma(*r).as_bytes() == short;
            e.roles.iter().any(held)
        };
        e.has_role(self.lemma) || self.short.is_some_and(wider)
    }
}

/// Tells whether a noun of bodies may mean any of its sort: with a place behind it only a firm is one known, and « le tribunal de
/// Lyon » is no other tribunal.
fn open(d: &Described, lemma: u16, names: bool, w: Words<'_>) -> bool {
    if names {
        return d.seated() && (d.firm(w.lexicon) || w.lexicon.lemma(lemma) == "institution");
    }
    // `l'ONG de défense des droits humains`: without an article the complement tells the sort.
    let qualified = || {
        let words = d.phrase.of(w.text);
        let behind = words.split_once(' ').map_or("", |(_, rest)| rest);
        let links = ["de ", "d'", "d’"];
        links.iter().any(|link| behind.starts_with(link))
            && !["de la ", "de l'", "de l’"]
                .iter()
                .any(|link| behind.starts_with(link))
    };
    d.modified(w.lexicon) || d.kind == SourceType::Institution && qualified()
}

/// A named body or medium.
fn sort_of(e: &Entity) -> bool {
    let body = matches!(
        e.kind,
        SourceType::Institution | SourceType::Media | SourceType::Agency
    );
    body && bears_name(e)
}
