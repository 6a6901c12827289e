//! Insertions: what stands between two commas before a verb.
//!
//! In: the two commas. Out: whether it is passed over, apposed to the subject, or is the subject. In « Le maire, interrogé lundi, a promis
//! de réparer » the participle is passed over; in « Hier, la préfète en visite à Lodève, a promis d'agir » a subject
//! stands there.

use super::noun::{NounPhrase, Sort};
use super::subject::{Phrase, Subject};
use super::{Run, Scene};
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;

/// What stands between two commas.
pub(super) enum Insertion {
    /// A phrase beside the subject before it.
    Apposition(NounPhrase),
    /// A participle, a relative clause, a time: the subject stands before it.
    Skip,
    /// The subject itself.
    Subject(Phrase),
}

impl Scene<'_> {
    /// Finds the comma before `end`, in the same clause.
    pub(super) fn comma_before(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..60 {
            at = self.step_back(at)?;
            match self.kind(at) {
                Kind::Comma => return Some(at),
                Kind::Semicolon | Kind::Colon | Kind::Break | Kind::Period => return None,
                _ => {}
            }
        }
        None
    }

    /// Decides what stands between the comma at `start` and the one at `end`.
    pub(super) fn insertion(&self, start: usize, end: usize) -> Option<Insertion> {
        let first = start + 1;
        if passed_over(self.token(first)?) {
            return Some(Insertion::Skip);
        }
        // Without a noun phrase: participles with an adverb or an adjective in front.
        let np = self.noun(first, end);
        Some(np.map_or(Insertion::Skip, |np| self.noun_insertion(np, start, end)))
    }

    fn noun_insertion(&self, np: NounPhrase, start: usize, end: usize) -> Insertion {
        if self.only_time(&np) {
            return Insertion::Skip;
        }
        let determined = self.is(np.start, Classes::DET);
        let apposed = matches!(self.chunk_before(start), Subject::Phrase(p) if p.run.end == start
            && (p.main.sort != Sort::Pronoun && self.may_be_apposed(&p.main, &np)
                || np.end + 3 >= end && !determined));
        if apposed {
            return Insertion::Apposition(np);
        }
        let named = determined || self.is(np.start, Classes::NUM) || np.sort != Sort::Common;
        if named && (np.end == end || self.is(np.end, Classes::PREP.or(Classes::PPART))) {
            return Insertion::Subject(Phrase {
                run: Run::new(np.start, end),
                ..Phrase::plain(np)
            });
        }
        Insertion::Skip
    }
}

/// Tells whether a word opens an insertion that names nobody: `, interrogé lundi,`, `, qui préside la séance,`, `, dans la soirée,`.
fn passed_over(first: &Token) -> bool {
    let opens = Classes::REL
        .or(Classes::PRESPART)
        .or(Classes::TONIC)
        .or(Classes::TIME)
        .or(Classes::REASON);
    let leads = Classes::ADV
        .or(Classes::PREP)
        .or(Classes::SUB)
        .or(Classes::PREP_DET);
    first.kind == Kind::Word
        && (first.is(opens)
            || first.is(Classes::PPART) && !first.is(Classes::FINITE)
            || first.is(leads) && !first.is(Classes::DET))
}
