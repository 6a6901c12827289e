//! The subject of a verb group, before it.
//!
//! In: the position of a verb group. Out: the noun phrase with its appositions: in « Sa présidente, la juge Chirwa, a assuré »
//! both halves; over relatives, participles and adverbials between commas.

use std::ops::ControlFlow;

use super::anchors::KindSet;
use super::insertion::Insertion;
use super::noun::{NounPhrase, Sort, nominal};
use super::{Run, Scene};
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::Closed;
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
            run: np.run(),
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

/// The signs behind which a clause may begin, and those over which its start is looked for.
const BEGINNING: KindSet = KindSet::of(&[
    Kind::Comma,
    Kind::Semicolon,
    Kind::Colon,
    Kind::Dash,
    Kind::Break,
    Kind::Exclaim,
    Kind::Period,
    Kind::ParenOpen,
    Kind::ParenClose,
    Kind::Open,
    Kind::Close,
]);

/// The classes of words behind which a clause may begin.
const BEGINS: Classes = Classes::SUB
    .or(Classes::REL)
    .or(Classes::FINITE)
    .or(Classes::CONJ);

impl Scene<'_> {
    /// Finds the subject of the verb group that begins at `verb`.
    #[must_use]
    pub(crate) fn subject_before(&self, verb: usize) -> Subject {
        let mut end = self.addressee_before(self.light_words_before(verb), verb);
        for _ in 0..6 {
            match self.subject_ending(end) {
                ControlFlow::Break(subject) => return subject,
                ControlFlow::Continue(further) => end = self.light_words_before(further),
            }
        }
        Subject::Shared
    }

    /// Steps back over `lui` and `leur` directly before the verb, unless a mark stands before them.
    fn addressee_before(&self, at: usize, verb: usize) -> usize {
        let dative = at == verb
            && self.one_of(at.wrapping_sub(1), closed!["lui", "leur"])
            && self.before(at - 1).is_some_and(|t| t.kind == Kind::Word);
        at - usize::from(dative)
    }

    /// Steps back over adverbs, clitics and negation.
    fn light_words_before(&self, mut at: usize) -> usize {
        loop {
            // `s'en est pris à`, `en a profité`: no preposition stands before a finite verb.
            let pronoun = self.one_of(at.wrapping_sub(1), closed!["en", "y"])
                && self.is(at, Classes::FINITE)
                && at > self.sentence.start;
            let light =
                self.before(at).is_some_and(skipped_before_verb) && !self.is(at - 1, Classes::PREP);
            if !(pronoun || light) {
                return at;
            }
            at -= 1;
        }
    }

    /// Decides what ends at `end`: a subject, or something behind which the search goes on.
    fn subject_ending(&self, end: usize) -> ControlFlow<Subject, usize> {
        let Some(before) = self.before(end) else {
            return ControlFlow::Break(Subject::Shared);
        };
        match before.kind {
            Kind::Comma => self.subject_over_comma(end - 1),
            Kind::ParenClose => self.subject_over_bracket(end),
            Kind::Word if before.is(Classes::REL) && self.one_of(end - 1, closed!["qui"]) => {
                ControlFlow::Break(Subject::Relative(self.antecedent(end - 1)))
            }
            _ if let Some(phrase) = self.told_of_by_relative(end) => {
                ControlFlow::Break(Subject::Phrase(phrase))
            }
            _ => ControlFlow::Break(match self.chunk_before(end) {
                Subject::Phrase(phrase) => Subject::Phrase(self.named_before(phrase)),
                other => other,
            }),
        }
    }

    /// Finds the phrase before a relative clause that ends at `end` without a comma: « Un gérant qui détient le titre | dit … ».
    fn told_of_by_relative(&self, end: usize) -> Option<Phrase> {
        const RELATIVES: Closed = closed!["qui", "que", "qu'", "dont", "où"];
        let floor = end.saturating_sub(25).max(self.sentence.start);
        if !(self.anchors.word(Classes::REL) && self.holds(Run::new(floor, end), Classes::REL)) {
            return None;
        }
        let mut verbs = 0;
        let mut at = end;
        loop {
            at = self.step_back(at).filter(|i| *i >= floor)?;
            let token = self.token(at)?;
            if token.kind != Kind::Word {
                if matches!(token.kind, Kind::Number | Kind::Close) {
                    continue;
                }
                return None;
            }
            if token.is(Classes::REL) && self.one_of(at, RELATIVES) {
                let noun = self.before(at).is_some_and(|t| {
                    t.kind == Kind::Word && !t.is(Classes::VERBAL.or(Classes::ADV))
                });
                return if verbs == 1 && noun {
                    self.antecedent(at)
                } else {
                    None
                };
            }
            if token.is(Classes::SUB.or(Classes::CONJ)) {
                return None;
            }
            verbs += usize::from(token.is(Classes::FINITE));
        }
    }

    /// Looks for the subject before a verb that stands behind a comma.
    fn subject_over_comma(&self, comma: usize) -> ControlFlow<Subject, usize> {
        let Some(start) = self.comma_before(comma) else {
            return ControlFlow::Break(self.chunk_before(comma));
        };
        match self.insertion(start, comma) {
            Some(Insertion::Skip) => ControlFlow::Continue(start),
            Some(Insertion::Apposition(second)) => {
                ControlFlow::Break(self.with_apposition(start, second))
            }
            Some(Insertion::Subject(phrase)) => ControlFlow::Break(Subject::Phrase(phrase)),
            None => ControlFlow::Break(Subject::Shared),
        }
    }

    /// Looks for the subject before a verb that stands behind a bracket: `Rose Ndiaye (PS) | estime`.
    fn subject_over_bracket(&self, end: usize) -> ControlFlow<Subject, usize> {
        let open = (self.sentence.start..end)
            .rev()
            .find(|i| self.kind(*i) == Kind::ParenOpen);
        let Some(open) = open else {
            return ControlFlow::Break(Subject::Shared);
        };
        match self.whole(Run::new(self.clause_start(open), end)) {
            found @ Subject::Phrase(_) => ControlFlow::Break(found),
            _ => ControlFlow::Continue(open),
        }
    }

    /// Reads the clause chunk that ends at `end` as a subject.
    pub(super) fn chunk_before(&self, end: usize) -> Subject {
        self.whole(Run::new(self.clause_start(end), end))
    }

    /// Finds the phrase that a relative pronoun at `at` refers to.
    #[must_use]
    pub(crate) fn antecedent(&self, at: usize) -> Option<Phrase> {
        let comma =
            |i: usize| i - usize::from(self.before(i).is_some_and(|t| t.kind == Kind::Comma));
        let mut end = comma(at);
        if self
            .before(end)
            .is_some_and(|t| t.is(Classes::PREP) && t.kind == Kind::Word)
        {
            end = comma(end - 1);
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
            .filter(|np| np.sort != Sort::Pronoun && self.may_be_apposed(np, &last));
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

    /// Tells whether no `de` ties what begins at `at` to a noun before it.
    fn starts_phrase(&self, at: usize) -> bool {
        !self.before(at).is_some_and(|b| {
            b.kind == Kind::Word && b.is(Classes::DE) && self.before(at - 1).is_some_and(nominal)
        })
    }

    /// Reads a run as phrase: the first noun phrase that is no object of a preposition, to the end of the run.
    fn whole(&self, run: Run) -> Subject {
        let led_in = Classes::PREP
            .or(Classes::PREP_DET)
            .or(Classes::TIME)
            .or(Classes::CONJ);
        let mut at = run.start;
        while at < run.end {
            if !self.is(at, led_in) {
                // A noun phrase that may be the subject.
            } else if self.is(at, Classes::PREP) && !self.is(at, Classes::DET)
                || self.is(at, Classes::PREP_DET) && !self.is(at, Classes::INDEF)
            {
                let object = at + 1;
                at = self.noun(object, run.end).map_or(object, |np| np.end);
                continue;
            } else if self.is(at, Classes::TIME) && !self.is(at, Classes::ROLE)
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
        if np.sort != Sort::Pronoun {
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

    /// Tells whether a phrase is nothing but a time or a number.
    pub(super) fn only_time(&self, np: &NounPhrase) -> bool {
        self.holds(np.run(), Classes::TIME)
            && !self.holds(np.run(), Classes::ROLE.or(Classes::COLLECTIVE))
            || (np.start..np.end).all(|i| matches!(self.kind(i), Kind::Number))
    }

    /// Gives the start of the clause chunk that ends at `end`: behind a comma, a conjunction, a verb, a mark.
    fn clause_start(&self, end: usize) -> usize {
        let may_begin = |t: &Token| BEGINNING.has(t) | (t.kind == Kind::Word) & t.is(BEGINS);
        let mut at = end;
        while let Some(found) = self.last_in(Run::new(self.sentence.start, at), may_begin) {
            at = found + 1;
            let Some(before) = self.step_back(at) else {
                break;
            };
            let Some(t) = self.token(before) else { break };
            // « Le bourgmestre (PS), … », « Le maire (PS) de Rouen a estimé »
            let bracket = (self.sentence.start..before).rev().take(12);
            if t.kind == Kind::ParenClose
                && let Some(open) = bracket
                    .into_iter()
                    .find(|i| self.kind(*i) == Kind::ParenOpen)
            {
                at = open;
                continue;
            }
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
                return at;
            }
            at = before;
        }
        self.sentence.start.min(at)
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
}

fn skipped_before_verb(t: &Token) -> bool {
    t.kind == Kind::Word
        && (t.is(Classes::ADV)
            || t.is(Classes::CLITIC) && !t.is(Classes::DET.or(Classes::SUBJ))
            || t.is(Classes::NEG) && !t.is(Classes::SUBJ))
        && !t.is(Classes::TONIC.or(Classes::SUBJ).or(Classes::PRON))
}
