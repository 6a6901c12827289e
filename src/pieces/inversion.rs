//! Subjects behind their verb, and where the incise around them may end.
//!
//! In: the position behind a verb group. Out: the subject with the adjuncts around it: in « a déclaré mardi la maire de Lodève, élue en
//! mars » the phrase `la maire de Lodève`.

use super::Scene;
use super::adjunct::Adjuncts;
use super::noun::{NounPhrase, Sort};
use super::subject::Phrase;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};

impl Scene<'_> {
    /// Reads an inverted subject at `at`, adjuncts before it passed over; gives it with the adjuncts.
    #[must_use]
    pub(crate) fn inverted_subject(&self, at: usize, limit: usize) -> Option<(Phrase, Adjuncts)> {
        let (mut start, mut passed) = self.adjuncts_before_subject(at, limit);
        // An adjunct may have swallowed what is really the subject's start: try without the last comma.
        if self.kind(start) == Kind::Comma {
            start = self.behind_attitude(start + 1, limit);
        }
        let np = self
            .noun(start, limit)
            .or_else(|| self.taken_back(&mut passed, limit))?;
        let np = self.without_adjunct(np);
        if np.sort == Sort::Pronoun && self.is(np.start, Classes::SUBJ) {
            return None;
        }
        let mut phrase = Phrase::plain(np);
        phrase.run.end = self.long_phrase_end(&np, limit);
        self.appose(&mut phrase, limit);
        let (_, mut after) = self.adjuncts(phrase.run.end, limit);
        passed.append(&mut after);
        Some((phrase, passed))
    }

    /// Takes a subject with `des` back from the adjunct that ran on over it: `ont dit aux enquêteurs | des voisins`.
    fn taken_back(&self, passed: &mut Adjuncts, limit: usize) -> Option<NounPhrase> {
        let last = passed.last_mut()?;
        let des = (last.start + 1..last.end).find(|i| self.indefinite_plural(*i))?;
        last.end = des;
        self.noun(des, limit)
    }

    /// Lets a subject run on over its complements, up to punctuation or an adjunct of the saying.
    #[must_use]
    pub(crate) fn long_phrase_end(&self, np: &NounPhrase, limit: usize) -> usize {
        let mut end = np.end;
        while end < limit {
            let next = if self.is(end, Classes::CONJ) && self.one_of(end, closed!["et", "ou"]) {
                self.coordinated_end(end, limit)
            } else if let Some(agent) = self.agent_end(end, limit) {
                Some(agent)
            } else if self.closes_subject(np, end, limit) {
                None
            } else if self.is(end, Classes::PPART.or(Classes::ADJ))
                && !self.is(end, Classes::FINITE)
            {
                Some(end + 1)
            } else {
                self.complement_end(end, limit)
            };
            let Some(next) = next else { return end };
            end = next;
        }
        end
    }

    /// Gives the end of the agent of a participle in the phrase: `un comité mandaté | par Ottawa`; a medium that asked is none of it.
    fn agent_end(&self, at: usize, limit: usize) -> Option<usize> {
        let participle = self
            .before(at)
            .is_some_and(|t| t.kind == Kind::Word && t.is(Classes::PPART));
        if !participle || !self.one_of(at, closed!["par"]) {
            return None;
        }
        let channel = Classes::MEDIA.or(Classes::AGENCY).or(Classes::CARRIER);
        let run = self.prepositional(at, limit)?;
        (!self.holds(run, channel) && self.is(run.start + 1, Classes::DET)
            || self.capital(run.start + 1))
        .then_some(run.end)
    }

    /// Gives the end of what `et` adds to a subject: `et son avocat`, `effectuée en Russie et aux États-Unis`.
    fn coordinated_end(&self, conjunction: usize, limit: usize) -> Option<usize> {
        let place = self.prepositional(conjunction + 1, limit).filter(|run| {
            !self.is(run.end, Classes::FINITE) && self.is(run.start, Classes::PREP_DET)
        });
        if let Some(run) = place {
            return Some(run.end);
        }
        self.noun(conjunction + 1, limit)
            .filter(|np| !self.is(np.end, Classes::FINITE))
            .map(|np| np.end)
    }

    /// Gives the end of a complement of the subject; a time with `à` belongs to the saying.
    fn complement_end(&self, at: usize, limit: usize) -> Option<usize> {
        self.prepositional(at, limit)
            .filter(|run| {
                !self.one_of(run.start, closed!["à", "au", "aux"])
                    || !self.is(run.end - 1, Classes::TIME)
            })
            .map(|run| run.end)
    }

    /// Tells whether an adjunct of the saying begins at `at`: the subject ends before it.
    fn closes_subject(&self, np: &NounPhrase, at: usize, limit: usize) -> bool {
        self.carrier_at(at, limit)
            || self.leaves_subject(np, at)
            || self.is(at, Classes::OPENER)
            || self.time_phrase(at, limit).is_some()
            || self.media_adjunct(at, limit)
            || self.selon_at(at)
            || self.one_of(
                at,
                closed![
                    "après", "avant", "depuis", "pendant", "par", "lundi", "malgré", "tout",
                    "sans", "sous", "contre", "selon",
                ],
            )
    }

    /// Tells whether an incise may end at `at`.
    #[must_use]
    pub(crate) fn ends_incise(&self, at: usize) -> bool {
        self.kind(at) == Kind::Open
            || self.closing_sign(at)
            || self.time_phrase(at, self.sentence.end).is_some()
            || self.is(at, Classes::PRON) && self.word(at).contains("-même")
            || self.is(
                at,
                Classes::PREP
                    .or(Classes::OPENER)
                    .or(Classes::TIME)
                    .or(Classes::PRESPART)
                    .or(Classes::REL)
                    .or(Classes::ADV)
                    .or(Classes::SUB)
                    .or(Classes::PPART)
                    .or(Classes::CONJ),
            )
    }

    /// Tells whether a sign stands at `at` behind which a phrase cannot go on.
    pub(super) fn closing_sign(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Kind::Comma
                | Kind::Period
                | Kind::Exclaim
                | Kind::Semicolon
                | Kind::Close
                | Kind::Break
                | Kind::Colon
                | Kind::Dash
                | Kind::ParenOpen
        )
    }
}
