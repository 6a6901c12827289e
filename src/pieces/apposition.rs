//! Appositions: two phrases beside one another that name the same person or body.
//!
//! In: a phrase and what stands behind or before its comma. Out: the phrase with its apposition: in « a dit Rose Ndiaye, vendeuse de
//! beignets près du marché central » both halves.

use super::noun::{NounPhrase, Sort};
use super::subject::{Phrase, Subject};
use super::{Run, Scene};
use crate::lex::token::Kind;
use crate::lexicon::Classes;

impl Scene<'_> {
    /// Adds the apposition that follows a comma: `, vendeuse de beignets près du marché central`.
    pub(crate) fn appose(&self, phrase: &mut Phrase, limit: usize) {
        if self.kind(phrase.run.end) != Kind::Comma {
            return;
        }
        let Some(np) = self.noun(phrase.run.end + 1, limit) else {
            return;
        };
        if np.sort == Sort::Pronoun || !self.heads_apposition(&np, &phrase.main) {
            return;
        }
        let end = self.long_phrase_end(&np, limit);
        if self.closes_apposition(end, limit) {
            phrase.run.end = end;
            phrase.apposition = Some(np);
        }
    }

    /// Tells whether a phrase behind the comma may say who `main` is.
    fn heads_apposition(&self, np: &NounPhrase, main: &NounPhrase) -> bool {
        let full_name =
            np.end > np.start + 2 && self.capital(np.end - 1) && self.capital(np.end - 2);
        self.is(main.head, Classes::ROLE) && (full_name || self.capital(np.start))
            || self.holds(np.run(), Classes::ROLE)
            || self.capital(main.end - 1)
                && self.kind(np.start) == Kind::Word
                && !self.is(np.start, Classes::DET.or(Classes::TIME))
    }

    /// Tells whether an apposition may end at `at`.
    fn closes_apposition(&self, at: usize, limit: usize) -> bool {
        let follows = Classes::PREP
            .or(Classes::REL)
            .or(Classes::OPENER)
            .or(Classes::PRESPART)
            .or(Classes::TIME);
        !self.is(at, Classes::FINITE)
            && (at >= limit || self.closing_sign(at) || self.is(at, follows) || self.selon_at(at))
    }

    /// « Delcourt, le président du port se dit rassuré »: the comma behind the apposition is missing, and the name opens the
    /// sentence.
    pub(super) fn named_before(&self, phrase: Phrase) -> Phrase {
        let role = self.is(phrase.main.start, Classes::DET)
            && !self.is(phrase.main.start, Classes::INDEF)
            && self.is(phrase.main.head, Classes::ROLE);
        let name = phrase
            .main
            .start
            .checked_sub(1)
            .filter(|c| role && self.kind(*c) == Kind::Comma)
            .and_then(|c| self.noun(self.sentence.start, c).filter(|np| np.end == c))
            .filter(|np| self.names_person(np));
        name.map_or(phrase, |main| Phrase {
            run: Run::new(main.start, phrase.run.end),
            main,
            apposition: Some(phrase.main),
        })
    }

    /// Tells whether a phrase is a bare name, and none of a place or a time.
    fn names_person(&self, np: &NounPhrase) -> bool {
        let leads = Classes::PPART
            .or(Classes::PRESPART)
            .or(Classes::ADV)
            .or(Classes::PREP)
            .or(Classes::SUB)
            .or(Classes::OPENER);
        let elsewhere = Classes::PLACE.or(Classes::COUNTRY).or(Classes::TIME);
        np.sort == Sort::Proper && !self.is(np.start, leads) && !self.holds(np.run(), elsewhere)
    }

    /// Tells whether two phrases can name the same: each holds a name or a role.
    pub(super) fn may_be_apposed(&self, main: &NounPhrase, second: &NounPhrase) -> bool {
        let names = |np: &NounPhrase| {
            (np.start..np.end).any(|i| self.capital(i) || self.is(i, Classes::ROLE))
        };
        names(second) && names(main) && !self.is(main.start, Classes::TIME)
    }

    /// Gives the subject before the comma with the apposition behind it.
    pub(super) fn with_apposition(&self, comma: usize, second: NounPhrase) -> Subject {
        match self.chunk_before(comma) {
            Subject::Phrase(p) => Subject::Phrase(Phrase {
                run: Run::new(p.run.start, second.end),
                main: p.main,
                apposition: Some(second),
            }),
            other => other,
        }
    }
}
