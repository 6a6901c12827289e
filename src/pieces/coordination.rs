//! Coordination: whether `et` ends a reported clause or joins two things inside it.
//!
//! In: the position behind the conjunction and the cue that owns the clause. Out: whether the clause ends there. In « Il a dit que le pont
//! tient et promis une visite » it does, in « Il dit que le pont tient et résiste » it does not.

use super::cue::{Cue, Form, number_of};
use super::{Run, Scene};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, SenseKind, closed};

impl Scene<'_> {
    /// Tells whether a finite verb behind a conjunction directly before `at` cannot be joined to one in the clause from `from` on: there is none
    /// (« accuse Israël de violer la trêve et | réclame »), or its tense is another (« que le texte serait retiré et | a présenté ses
    /// excuses »).
    pub(super) fn verb_without_partner(
        &self,
        from: usize,
        at: usize,
        limit: usize,
        owner: &Cue,
    ) -> bool {
        let light = Classes::NEG.or(Classes::SE).or(Classes::CLITIC);
        let mut verb = at;
        while verb < limit
            && verb < at + 3
            && (self.is(verb, light) && !self.is(verb, Classes::DET)
                || self.one_of(verb, closed!["en", "y"]))
        {
            verb += 1;
        }
        let finite = |i: usize| self.is(i, Classes::FINITE) && self.level(i) == self.level(at);
        if !finite(verb) || self.is(verb, Classes::NOUN.or(Classes::ADJ)) {
            return false;
        }
        // « que les salaires augmentaient et ont doublé »: it must agree with the speaker.
        let number = Classes::PLURAL.or(Classes::SINGULAR);
        let (own, other) = (self.agreement(owner) & number, self.verb_number(verb));
        if own.0.is_power_of_two() && other != Classes::NONE && own != other {
            return false;
        }
        let Some(partner) = (from..at.saturating_sub(1)).rev().find(|i| finite(*i)) else {
            return self.level(from) == self.level(at) || self.kind(from) == Kind::Open;
        };
        let aux = Classes::AVOIR.or(Classes::ETRE);
        let perfect = self.is(verb, aux)
            && self.tense(verb) == Some(0)
            && (self.is(verb + 1, Classes::PPART) || self.is(verb + 2, Classes::PPART));
        // Under a present (« note que la victime connaissait l'auteur et a porté plainte ») no tense is shifted.
        owner.compound
            && perfect
            && (self.is(partner, Classes::COND) || self.tense(partner) == Some(1))
    }

    /// Gives the tense of a finite indicative verb form that has one tense only: 0 present, 1 imperfect.
    fn tense(&self, at: usize) -> Option<u16> {
        let entry = self.token(at)?.entry;
        let mut found = None;
        for sense in self.lexicon.senses(entry) {
            let verb = matches!(
                sense.kind,
                SenseKind::Cue | SenseKind::Verb | SenseKind::Semi
            );
            if verb && sense.morph.mood() == 1 {
                match found {
                    Some(tense) if tense != sense.morph.tense() => return None,
                    _ => found = Some(sense.morph.tense()),
                }
            }
        }
        found
    }

    /// Tells whether the cue that follows a conjunction directly before `at` goes on with the saying.
    pub(super) fn breaks_at_coordination(
        &self,
        at: usize,
        limit: usize,
        owner: Option<&Cue>,
    ) -> bool {
        let Some(cue) = self.cues.iter().find(|c| c.start >= at && c.start < limit) else {
            return false;
        };
        if self.level(cue.start) != self.level(at) {
            return false;
        }
        if !self.has_complement(cue) {
            return cue.start == at && owner.is_some_and(|o| self.gives_back(cue, o));
        }
        let before = Classes::CLITIC
            .or(Classes::ADV)
            .or(Classes::SUBJ)
            .or(Classes::NEG);
        if cue.start <= at + 2 && (at..cue.start).all(|i| self.is(i, before)) {
            return self.carries_on(cue, at, owner);
        }
        self.new_speaker(cue, at, limit)
    }

    /// Tells whether a cue directly behind the conjunction stands beside the owner, not inside what the owner reports.
    fn carries_on(&self, cue: &Cue, at: usize, owner: Option<&Cue>) -> bool {
        match (cue.form, owner) {
            (Form::Bare, Some(o)) => o.compound || o.form == Form::Bare,
            (Form::Finite, Some(o)) => {
                self.is(at, Classes::SUBJ)
                    || self.same_subject(o, cue)
                        && (o.form == Form::Finite && o.compound == cue.compound || cue.compound)
            }
            (Form::Infinitive, Some(o)) => o.form == Form::Infinitive,
            (Form::Participle | Form::Gerund, _) => true,
            (Form::Finite, None) => self.is(at, Classes::SUBJ),
            _ => false,
        }
    }

    /// Tells whether a new subject with a cue of its own stands at `at`: `et son avocat a assuré que`.
    fn new_speaker(&self, cue: &Cue, at: usize, limit: usize) -> bool {
        cue.form == Form::Finite
            && cue.start < at + 14
            && self.noun(at, limit).is_some_and(|np| {
                np.end <= cue.start && (np.end..cue.start).all(|i| !self.is(i, Classes::FINITE))
            })
            && !self.holds(Run::new(at, cue.start), Classes::SUB)
    }

    /// Tells whether a finite verb behind `et` agrees with the subject of the owner and not with the verb before it: « [rappelle] que les
    /// salaires baissent et | réclame une prime ».
    fn gives_back(&self, cue: &Cue, owner: &Cue) -> bool {
        let simple = |c: &Cue| c.form == Form::Finite && !c.compound;
        let own = self.agreement(cue);
        if !(simple(cue) && simple(owner)) || own == Classes::NONE || own != self.agreement(owner) {
            return false;
        }
        let before = (owner.end..cue.start)
            .rev()
            .find(|i| self.is(*i, Classes::FINITE))
            .map_or(Classes::NONE, |i| self.verb_number(i));
        before != Classes::NONE && before != own
    }

    /// Gives the number of a finite verb form, when it has one number only.
    fn verb_number(&self, at: usize) -> Classes {
        let entry = self.token(at).map_or_else(Default::default, |t| t.entry);
        number_of(self.lexicon, entry)
    }

    /// Tells whether two finite cues can share a subject: their numbers do not differ.
    fn same_subject(&self, a: &Cue, b: &Cue) -> bool {
        let number = |c: &Cue| self.agreement(c) & (Classes::PLURAL | Classes::SINGULAR);
        let (x, y) = (number(a), number(b));
        x == Classes::NONE || y == Classes::NONE || x == y
    }
}
