//! Where a clause ends and begins.
//!
//! In: a position and the cue groups of the sentence. Out: token positions. A reported clause runs to the end of the sentence
//! unless a breaker stops it: in « a dit que la pluie cesserait, ajoutant que … » the comma before the participle.
//! (In a treebank the end of the sentence alone is right for 86 % of reported `que`-clauses.)

use super::adjunct::SELON;
use super::anchors::KindSet;
use super::cue::{Cue, Form};
use super::{Run, Scene};
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::Closed;
use crate::lexicon::{Classes, closed};

/// The words that may end a clause without a comma before them.
const BREAKING: Closed = closed![
    "et",
    "mais",
    "ou",
    "puis",
    "tandis que",
    "tandis qu'",
    "en",
    "tout",
    "tout en",
    "avant de",
    "avant d'",
]
.or(SELON);

/// The signs that may end a clause, and those over which its end is looked for.
const ENDING: KindSet = KindSet::of(&[
    Kind::Semicolon,
    Kind::Break,
    Kind::Comma,
    Kind::Dash,
    Kind::Open,
]);

impl Scene<'_> {
    /// Finds the end of the clause that begins at `from`, whose content belongs to `owner`.
    #[must_use]
    pub(crate) fn clause_end(&self, from: usize, owner: Option<&Cue>) -> usize {
        let limit = self.level_end(from);
        // Most words end nothing; whether one may is found for many at once.
        let may_end = |t: &Token| ENDING.has(t) | (t.kind == Kind::Word) & BREAKING.has(t.entry);
        let mut at = self.first_in(Run::new(from, limit), may_end);
        while at < limit {
            let stop = match self.kind(at) {
                Kind::Word => self.breaks_at_word(at, from, limit, owner),
                Kind::Semicolon | Kind::Break => true,
                Kind::Comma | Kind::Dash => self.breaks_after_comma(at, limit, owner),
                _ => false,
            };
            if stop {
                return at;
            }
            at = self.first_in(Run::new(self.step(at), limit), may_end);
        }
        // A mark that was left open may have led beyond.
        limit
    }

    /// Ends a clause that belongs to a subject before the verb of that subject: « l'idée que le pont tienne | a fait rire ». A second
    /// finite verb without a word that opens a clause in between is the main verb.
    #[must_use]
    pub(crate) fn main_verb_after(&self, from: usize, end: usize) -> usize {
        let opens = Classes::SUB
            .or(Classes::REL)
            .or(Classes::CONJ)
            .or(Classes::WH);
        let mut seen = None;
        let mut at = from;
        while at < end {
            if self.kind(at) == Kind::Comma && self.verb_resumes(at) {
                return at;
            }
            if self.is(at, opens) || matches!(self.kind(at), Kind::Comma | Kind::Colon) {
                seen = None;
            } else if self.is(at, Classes::FINITE) && !self.is(at, Classes::NOUN.or(Classes::ADJ)) {
                let aux = Classes::AVOIR.or(Classes::ETRE);
                let next = |s: usize| self.is(at, aux) && !self.is(s, aux);
                if seen.is_some_and(|s| at > s + 1 || next(s)) {
                    return at - usize::from(self.light_before(at));
                }
                seen = Some(at);
            }
            at = self.step(at);
        }
        end
    }

    /// Tells whether a finite verb goes on behind the comma, without an inverted pronoun: « qui tient la barre, | ne répond plus ».
    pub(super) fn verb_resumes(&self, comma: usize) -> bool {
        let light = Classes::NEG.or(Classes::SE);
        (self.is(comma + 1, Classes::FINITE)
            || self.is(comma + 1, light) && self.is(comma + 2, Classes::FINITE))
            && self.kind(comma + 2) != Kind::Inverted
    }

    /// Tells whether negation, a clitic or a reflexive stands directly before the verb.
    fn light_before(&self, verb: usize) -> bool {
        let light = Classes::CLITIC.or(Classes::SE);
        // `ne` belongs to the verb behind it, `plus` to the one before: « qu'il ne naviguerait plus | est inscrit ».
        self.one_of(verb.wrapping_sub(1), closed!["ne", "n'"])
            || self
                .before(verb)
                .is_some_and(|t| t.is(light) && !t.is(Classes::DET))
    }

    /// Gives the end of the sentence, or of the mark that `from` stands in.
    #[must_use]
    pub(crate) fn level_end(&self, from: usize) -> usize {
        let level = self.level(from);
        let own = self.kind(from) == Kind::Open;
        let mark = level
            .checked_sub(1)
            .and_then(|i| self.pairs.get(i as usize));
        match mark {
            Some(pair) if !own || pair.open < from => {
                (pair.close + usize::from(!pair.closed)).min(self.sentence.end)
            }
            _ => self.sentence.end,
        }
    }

    /// Tells whether the clause that began at `from` ends before the word at `at`, one of [`BREAKING`], without a comma.
    fn breaks_at_word(&self, at: usize, from: usize, limit: usize, owner: Option<&Cue>) -> bool {
        if at == from {
            return false;
        }
        if self.is(at, Classes::CONJ) && self.one_of(at, closed!["et", "mais", "ou", "puis"]) {
            let mut next = at + 1;
            while next < limit && self.plain_adverb(next) {
                next += 1;
            }
            return self.breaks_at_coordination(next, limit, owner)
                || owner.is_some_and(|o| self.verb_without_partner(from, next, limit, o));
        }
        if self.one_of(at, closed!["tandis que", "tandis qu'"]) {
            return self.cues.iter().any(|c| {
                c.start > at
                    && c.start < limit
                    && c.start < at + 12
                    && c.form == Form::Finite
                    && self.has_complement(c)
            });
        }
        self.selon_at(at) && self.level(at) == self.level(from) || self.gerund_at(at)
    }
}
