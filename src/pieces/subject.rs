//! The subject of a verb group, before it or inverted after it.
//!
//! In: the position of a verb group. Out: the noun phrase with its appositions: in « Sa présidente, la juge Chirwa, a assuré »
//! both halves; over relatives, participles and adverbials between commas.

use super::noun::{NounPhrase, nominal};
use super::{Run, Scene};
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};

/// A phrase that names a source: its words, its main noun phrase, and its apposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// All words.
    pub run: Run,
    /// The noun phrase that the verb agrees with.
    pub main: NounPhrase,
    /// A second noun phrase set beside it.
    pub apposition: Option<NounPhrase>,
}

impl Phrase {
    /// Takes a noun phrase alone.
    #[must_use]
    pub(crate) const fn plain(np: NounPhrase) -> Self {
        Self {
            run: Run::new(np.start, np.end),
            main: np,
            apposition: None,
        }
    }
}

/// What stands to the left of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A phrase of its own.
    Phrase(Phrase),
    /// `qui`: the phrase before it, if one was found.
    Relative(Option<Phrase>),
    /// Nothing: the subject of the verb before is meant.
    Shared,
}

impl Scene<'_> {
    /// Finds the subject of the verb group that begins at `verb`.
    #[must_use]
    pub(crate) fn subject_before(&self, verb: usize) -> Subject {
        let mut end = verb;
        for _ in 0..6 {
            while self.before(end).is_some_and(skipped_before_verb)
                && !self.starts_adverbial(end - 1)
            {
                end -= 1;
            }
            if end == verb
                && self.one_of(end.wrapping_sub(1), closed!["lui", "leur"])
                && self.before(end - 1).is_some_and(|t| t.kind == Kind::Word)
            {
                end -= 1;
            }
            let Some(before) = self.before(end) else {
                return Subject::Shared;
            };
            if before.kind == Kind::Comma {
                let chunk_end = end - 1;
                let Some(start) = self.comma_before(chunk_end) else {
                    return self.whole(Run::new(self.clause_start(chunk_end), chunk_end));
                };
                if let Some(found) = self.over_insertion(start, chunk_end) {
                    match found {
                        Insertion::Apposition(second) => {
                            return self.with_apposition(start, second);
                        }
                        Insertion::Skip => {
                            end = start;
                            continue;
                        }
                        Insertion::Subject(phrase) => return Subject::Phrase(phrase),
                    }
                }
                return Subject::Shared;
            }
            if before.kind == Kind::ParenClose {
                let Some(open) = (self.sentence.start..end)
                    .rev()
                    .find(|i| self.kind(*i) == Kind::ParenOpen)
                else {
                    return Subject::Shared;
                };
                let whole = self.whole(Run::new(self.clause_start(open), end));
                if matches!(whole, Subject::Phrase(_)) {
                    return whole;
                }
                end = open;
                continue;
            }
            if before.kind == Kind::Word
                && before.is(Classes::REL)
                && self.one_of(end - 1, closed!["qui"])
            {
                return Subject::Relative(self.antecedent(end - 1));
            }
            let whole = self.whole(Run::new(self.clause_start(end), end));
            return match whole {
                Subject::Phrase(phrase) => Subject::Phrase(self.named_before(phrase)),
                other => other,
            };
        }
        Subject::Shared
    }

    /// « Barroso, le président de la commission se dit rassuré »: the comma behind the apposition is missing, and the name opens the
    /// sentence.
    fn named_before(&self, phrase: Phrase) -> Phrase {
        let comma = phrase.main.start.checked_sub(1).filter(|c| {
            self.kind(*c) == Kind::Comma
                && self.is(phrase.main.start, Classes::DET)
                && !self.is(phrase.main.start, Classes::INDEF)
        });
        let name = comma
            .filter(|_| self.is(phrase.main.head, Classes::ROLE))
            .and_then(|c| self.noun(self.sentence.start, c).filter(|np| np.end == c))
            .filter(|np| {
                np.sort == super::noun::Sort::Proper
                    && !self.is(
                        np.start,
                        Classes::PPART
                            .or(Classes::PRESPART)
                            .or(Classes::ADV)
                            .or(Classes::PREP)
                            .or(Classes::SUB)
                            .or(Classes::OPENER),
                    )
                    && !(np.start..np.end)
                        .any(|i| self.is(i, Classes::PLACE.or(Classes::COUNTRY).or(Classes::TIME)))
            });
        name.map_or(phrase, |main| Phrase {
            run: Run::new(main.start, phrase.run.end),
            main,
            apposition: Some(phrase.main),
        })
    }

    /// Finds the phrase that a relative pronoun at `at` refers to.
    #[must_use]
    pub(crate) fn antecedent(&self, at: usize) -> Option<Phrase> {
        let mut end = at;
        if self.before(end).is_some_and(|t| t.kind == Kind::Comma) {
            end -= 1;
        }
        if self
            .before(end)
            .is_some_and(|t| t.is(Classes::PREP) && t.kind == Kind::Word)
        {
            end -= 1;
            if self.before(end).is_some_and(|t| t.kind == Kind::Comma) {
                end -= 1;
            }
        }
        let last = self.phrase_ending(end)?;
        let Some(comma) = last
            .start
            .checked_sub(1)
            .filter(|i| self.kind(*i) == Kind::Comma)
        else {
            return Some(Phrase::plain(last));
        };
        let first = self
            .phrase_ending(comma)
            .filter(|np| np.sort != super::noun::Sort::Pronoun && self.may_be_apposed(np, &last));
        Some(first.map_or(Phrase::plain(last), |main| Phrase {
            run: Run::new(main.start, last.end),
            main,
            apposition: Some(last),
        }))
    }

    /// Finds the longest noun phrase that ends exactly at `end`.
    #[must_use]
    pub(crate) fn phrase_ending(&self, end: usize) -> Option<NounPhrase> {
        let floor = end.saturating_sub(24).max(self.sentence.start);
        let mut start = end;
        while let Some(before) = start.checked_sub(1).filter(|b| *b >= floor) {
            let t = self.token(before)?;
            let inside = matches!(
                t.kind,
                Kind::Word
                    | Kind::Number
                    | Kind::ParenOpen
                    | Kind::ParenClose
                    | Kind::Open
                    | Kind::Close
            ) && !t.is(Classes::FINITE.or(Classes::SUB).or(Classes::REL));
            if !inside
                || t.kind == Kind::Word
                    && t.is(Classes::PREP)
                    && !t.is(Classes::DE.or(Classes::ROLE_LINK).or(Classes::DET))
            {
                break;
            }
            start = before;
        }
        (start..end).find_map(|s| {
            self.noun(s, end)
                .filter(|np| np.end == end && self.starts_phrase(s))
        })
    }

    fn starts_phrase(&self, at: usize) -> bool {
        !self.before(at).is_some_and(|b| {
            b.kind == Kind::Word && b.is(Classes::DE) && self.before(at - 1).is_some_and(nominal)
        })
    }

    fn may_be_apposed(&self, main: &NounPhrase, second: &NounPhrase) -> bool {
        let proper =
            |np: &NounPhrase| (np.start..np.end).any(|i| self.token(i).is_some_and(Token::capital));
        let role = |np: &NounPhrase| (np.start..np.end).any(|i| self.is(i, Classes::ROLE));
        (proper(second) || role(second))
            && (proper(main) || role(main))
            && !self.is(main.start, Classes::TIME)
    }

    /// Reads a run as phrase: the first noun phrase that is no object of a preposition, to the end of the run.
    fn whole(&self, run: Run) -> Subject {
        let mut at = run.start;
        while at < run.end {
            if self.is(at, Classes::PREP) && !self.is(at, Classes::DET)
                || self.is(at, Classes::PREP_DET)
                    && self.kind(at) == Kind::Word
                    && !self.is(at, Classes::INDEF)
            {
                let object = at + 1;
                at = self.noun(object, run.end).map_or(object, |np| np.end);
                continue;
            }
            if self.is(at, Classes::TIME) && !self.is(at, Classes::ROLE)
                || self.is(at, Classes::CONJ)
            {
                at += 1;
                continue;
            }
            if let Some(np) = self.noun(at, run.end) {
                if self.only_time(&np) && np.end < run.end {
                    at = np.end;
                    continue;
                }
                return Subject::Phrase(self.extended(np, run.end));
            }
            at = self.step(at);
        }
        Subject::Shared
    }

    /// Takes what follows the noun phrase up to `end`, and a coordinated one before it.
    fn extended(&self, np: NounPhrase, end: usize) -> Phrase {
        let mut phrase = Phrase::plain(np);
        if np.sort != super::noun::Sort::Pronoun {
            phrase.run.end = end.max(np.end);
        }
        while phrase.run.end > np.end
            && self.before(phrase.run.end).is_some_and(|t| {
                t.kind == Kind::Word
                    && (t.is(Classes::ADV) && !t.is(Classes::ADJ) || t.is(Classes::TONIC))
            })
        {
            phrase.run.end -= 1;
        }
        phrase
    }

    fn only_time(&self, np: &NounPhrase) -> bool {
        (np.start..np.end).any(|i| self.is(i, Classes::TIME))
            && !(np.start..np.end).any(|i| self.is(i, Classes::ROLE.or(Classes::COLLECTIVE)))
            || (np.start..np.end).all(|i| matches!(self.kind(i), Kind::Number))
    }

    /// Gives the start of the clause chunk that ends at `end`: behind a comma, a conjunction, a verb, a mark.
    fn clause_start(&self, end: usize) -> usize {
        let mut at = end;
        while let Some(before) = self.step_back(at) {
            let Some(t) = self.token(before) else { break };
            let stop = match t.kind {
                Kind::Comma
                | Kind::Semicolon
                | Kind::Colon
                | Kind::Dash
                | Kind::Break
                | Kind::Exclaim
                | Kind::Period
                | Kind::ParenOpen => true,
                Kind::Open => self.pair_at(before).is_none_or(|(_, p)| p.close >= end),
                Kind::Word => {
                    let conjunction = t.is(Classes::SUB.or(Classes::REL)) && !t.is(Classes::PREP);
                    let verb = t.is(Classes::FINITE);
                    conjunction
                        || verb
                        || (t.is(Classes::CONJ) && self.clause_before_conjunction(before, end))
                }
                _ => false,
            };
            if stop {
                break;
            }
            at = before;
        }
        at
    }

    /// Tells whether `et` at `at` joins clauses and not noun phrases: a verb or nothing nominal before it.
    fn clause_before_conjunction(&self, at: usize, end: usize) -> bool {
        if self.one_of(at, closed!["mais", "or", "car", "ni", "puis"]) {
            return true;
        }
        if self.is(at + 1, Classes::DE) {
            return false;
        }
        let Some(np) = self.phrase_ending(at) else {
            return true;
        };
        let further = self.before(np.start);
        let object = further.is_some_and(|t| {
            t.kind == Kind::Word
                && (t.is(Classes::PREP) && !t.is(Classes::DE) || t.is(Classes::VERBAL))
                || t.kind == Kind::Close
        });
        object || self.noun(at + 1, end).is_none()
    }

    fn comma_before(&self, end: usize) -> Option<usize> {
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
    fn over_insertion(&self, start: usize, end: usize) -> Option<Insertion> {
        let first = start + 1;
        let t = self.token(first)?;
        if t.kind == Kind::Word
            && (t.is(Classes::REL)
                || t.is(Classes::PRESPART)
                || (t.is(Classes::PPART) && !t.is(Classes::FINITE))
                || t.is(Classes::TONIC)
                || t.is(Classes::TIME)
                || t.is(Classes::REASON))
        {
            return Some(Insertion::Skip);
        }
        if t.kind == Kind::Word
            && t.is(Classes::ADV
                .or(Classes::PREP)
                .or(Classes::SUB)
                .or(Classes::PREP_DET))
            && !t.is(Classes::DET)
        {
            return Some(Insertion::Skip);
        }
        let np = self.noun(first, end);
        if let Some(np) = np {
            if self.only_time(&np) {
                return Some(Insertion::Skip);
            }
            let left = self.whole(Run::new(self.clause_start(start), start));
            let apposed = matches!(left, Subject::Phrase(p) if p.run.end == start && self.may_be_apposed(&p.main, &np) && p.main.sort != super::noun::Sort::Pronoun);
            if apposed
                || (np.end + 3 >= end
                    && matches!(left, Subject::Phrase(p) if p.run.end == start)
                    && self.apposed_without_name(&np))
            {
                return Some(Insertion::Apposition(np));
            }
            let named = self.is(np.start, Classes::DET.or(Classes::NUM))
                || np.sort != super::noun::Sort::Common;
            if named && (np.end == end || self.is(np.end, Classes::PREP.or(Classes::PPART))) {
                return Some(Insertion::Subject(Phrase {
                    run: Run::new(np.start, end),
                    main: np,
                    apposition: None,
                }));
            }
        }
        // A participial phrase with an adverb or an adjective in front.
        Some(Insertion::Skip)
    }

    fn apposed_without_name(&self, np: &NounPhrase) -> bool {
        !self.is(np.start, Classes::DET)
    }

    fn with_apposition(&self, comma: usize, second: NounPhrase) -> Subject {
        match self.whole(Run::new(self.clause_start(comma), comma)) {
            Subject::Phrase(p) => Subject::Phrase(Phrase {
                run: Run::new(p.run.start, second.end),
                main: p.main,
                apposition: Some(second),
            }),
            other => other,
        }
    }

    fn starts_adverbial(&self, at: usize) -> bool {
        self.is(at, Classes::PREP)
    }
}

enum Insertion {
    Apposition(NounPhrase),
    Skip,
    Subject(Phrase),
}

fn skipped_before_verb(t: &Token) -> bool {
    t.kind == Kind::Word
        && (t.is(Classes::ADV)
            || t.is(Classes::CLITIC) && !t.is(Classes::DET.or(Classes::SUBJ))
            || t.is(Classes::NEG) && !t.is(Classes::SUBJ))
        && !t.is(Classes::TONIC.or(Classes::SUBJ).or(Classes::PRON))
}
