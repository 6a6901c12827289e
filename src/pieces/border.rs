//! Where a subject behind its verb ends and the saying goes on.
//!
//! In: a noun phrase and the position of a preposition behind or inside it. Out: whether the preposition tells of the saying: in « a
//! lancé la ministre aux élus » the phrase `aux élus` does, in « a lancé l'adjoint aux sports » nothing does.

use super::noun::{NounPhrase, Sort};
use super::{Run, Scene};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};

/// Somebody's name or what stands before it.
const NAMED: Classes = Classes::FIRST_NAME.or(Classes::TITLE).or(Classes::ROLE);

impl Scene<'_> {
    /// Steps over words between two commas that say how the speaker looks or feels, when somebody is named behind them: `, la voix
    /// tremblante, | Karim Benali`, `, fataliste, | le maire`.
    pub(super) fn behind_attitude(&self, start: usize, limit: usize) -> usize {
        let names = Classes::ROLE
            .or(Classes::COLLECTIVE)
            .or(Classes::ORG)
            .or(Classes::ANON)
            .or(Classes::MEDIA_NOUN)
            .or(Classes::DOCUMENT)
            .or(Classes::TITLE);
        let Some(np) = self.noun(start, limit) else {
            return start;
        };
        let nobody = np.sort == Sort::Common
            && !self.holds(np.run(), names)
            && !(np.start..np.end).any(|i| self.capital(i));
        let end = self.long_phrase_end(&np, limit);
        let next = end + 1;
        let somebody = || {
            self.noun(next, limit).is_some_and(|n| {
                n.sort != Sort::Pronoun
                    && (self.holds(n.run(), names) || (n.start..n.end).any(|i| self.capital(i)))
            })
        };
        if nobody && self.kind(end) == Kind::Comma && somebody() {
            next
        } else {
            start
        }
    }

    /// Ends a subject before the adjunct of the saying that its noun phrase took for a complement: `la ministre | à Paul Vidal`.
    pub(super) fn without_adjunct(&self, mut np: NounPhrase) -> NounPhrase {
        if let Some(cut) = (np.head + 1..np.end).find(|i| self.leaves_subject(&np, *i)) {
            np.end = cut;
        }
        np
    }

    /// Tells whether the preposition at `at` tells of the saying and not of the subject before it.
    pub(super) fn leaves_subject(&self, np: &NounPhrase, at: usize) -> bool {
        if !self.is(at, Classes::PREP) || self.is(at, Classes::DE) {
            return false;
        }
        let definite = !self.is(np.start, Classes::INDEF);
        self.listener_at(at)
            || self.name_before(np, at)
            || definite && (self.one_of(at, closed!["avec"]) || self.holds_office(np, at))
    }

    /// `à ses collaborateurs`, `aux députés`, `à Paul Vidal`: those who are spoken to.
    fn listener_at(&self, at: usize) -> bool {
        if !self.one_of(at, closed!["à", "au", "aux"]) {
            return false;
        }
        let mut word = at + 1;
        if self.is(word, Classes::POSS.or(Classes::TONIC)) {
            return true;
        }
        while self.is(word, Classes::DET) {
            word += 1;
        }
        self.is(word, Classes::FIRST_NAME.or(Classes::TITLE))
            && !self.is(word, Classes::WEAK.or(Classes::PLACE))
            || self.is(word, Classes::ROLE) && !self.capital(word)
    }

    /// A person's name ends before `at`: nothing but `de` can add to it.
    fn name_before(&self, np: &NounPhrase, at: usize) -> bool {
        let part = |i: usize| i > np.start && self.capital(i - 1);
        let mut first = at;
        while part(first) {
            first -= 1;
        }
        let elsewhere = Classes::PLACE
            .or(Classes::COUNTRY)
            .or(Classes::ORG)
            .or(Classes::COLLECTIVE);
        first < at
            && !self.holds(Run::new(first, at), elsewhere)
            && (self.is(first, NAMED) || first > np.start && self.is(first - 1, NAMED))
    }

    /// `le maire | à Bruxelles`, `la ministre | dans l'hémicycle`: who holds an office is known already, and where he is said to be is
    /// where he speaks. An envoy's post belongs to him (`l'ambassadeur à Londres`).
    fn holds_office(&self, np: &NounPhrase, at: usize) -> bool {
        let place = Classes::PLACE
            .or(Classes::COUNTRY)
            .or(Classes::SEAT)
            .or(Classes::ORG)
            .or(Classes::COLLECTIVE);
        let object = at + 1 + usize::from(self.is(at + 1, Classes::DET));
        let bare = !self.holds(Run::new(np.head + 1, at), Classes::PPART.or(Classes::ROLE));
        self.is(np.head, Classes::OFFICE)
            && bare
            && !self.one_of(np.head, closed!["ambassadeur", "ambassadrice"])
            && (self.one_of(at, closed!["dans"]) || self.capital(object) && self.is(object, place))
    }
}
