//! The form of a cue group: finite, participle, gerund, infinitive or passive.
//!
//! In: the verb form and what stands to its left. Out: a [`Form`]: in « Il a jugé le projet utile, promis un vote » the bare participle
//! `promis`, in « Elle dit non » the finite verb `dit`, which could be a participle too.

use super::auxiliary::Left;
use super::{AUX, Form, Group, adverb};
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;

impl Group<'_> {
    /// Decides the form of the group.
    pub(super) fn form(&self, token: &Token, left: &Left) -> Option<Form> {
        if left.auxiliary.is_some() || left.finite.is_some() {
            return self.form_with_auxiliary(left);
        }
        let participle = token.is(Classes::PPART);
        match () {
            () if (token.is(Classes::PRESPART) || left.participle) && left.gerund => {
                Some(Form::Gerund)
            }
            () if token.is(Classes::PRESPART) || left.participle => Some(Form::Participle),
            () if token.is(Classes::INF) => Some(Form::Infinitive),
            () if token.is(Classes::FINITE) && (!participle || self.finite_reading(left)) => {
                Some(Form::Finite)
            }
            () if participle => Some(Form::Bare),
            () => None,
        }
    }

    fn form_with_auxiliary(&self, left: &Left) -> Option<Form> {
        if left.passive && !left.reflexive {
            return Some(Form::Passive);
        }
        if left.finite.is_some() {
            return Some(Form::Finite);
        }
        let auxiliary = left.auxiliary.and_then(|a| self.token(a))?;
        Some(if auxiliary.is(Classes::INF) {
            Form::Infinitive
        } else {
            Form::Participle
        })
    }

    /// Decides `dit`, `écrit`, `promis` without auxiliary: finite after a subject, a clitic or where an incise stands.
    fn finite_reading(&self, left: &Left) -> bool {
        let Some(before) = self.before(left.start) else {
            return true;
        };
        let next = self.token(left.start + 1);
        // `, écrit notamment le quotidien X`
        let after = if next.is_some_and(adverb) {
            self.token(left.start + 2)
        } else {
            next
        };
        match before.kind {
            Kind::Comma => {
                after.is_some_and(|t| t.kind == Kind::Inverted || t.is(Classes::DET) || t.capital())
                    || left.reflexive
                    || !self.compound_before(left.start)
            }
            Kind::Word if before.is(Classes::CONJ) => {
                left.reflexive || !self.compound_before(left.start)
            }
            Kind::Word => !before.is(Classes::PREP) || left.reflexive,
            _ => true,
        }
    }

    /// Tells whether the last finite verb before is the auxiliary of a participle: then a bare participle continues it.
    fn compound_before(&self, at: usize) -> bool {
        let level = self.token(at).map_or(0, |t| t.mark);
        (self.sentence.start..at)
            .rev()
            .find(|i| {
                self.token(*i).is_some_and(|t| {
                    t.kind == Kind::Word && t.mark == level && t.is(Classes::FINITE)
                })
            })
            .is_some_and(|i| self.token(i).is_some_and(|t| t.is(AUX)))
    }
}
