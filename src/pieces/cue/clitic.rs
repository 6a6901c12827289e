//! Clitics and negation around a verb group.
//!
//! In: the first word of the group. Out: the group with what belongs to it: in « Le préfet ne s'y est pas opposé » the words `ne s'y`.

use super::Group;
use super::auxiliary::Left;
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::lexicon::closed::closed;

impl Group<'_> {
    /// Takes clitics and negation directly before the group.
    pub(super) fn clitics(&self, left: &mut Left) {
        for _ in 0..4 {
            let Some(before) = self.before(left.start).filter(|t| may_belong(t)) else {
                return;
            };
            if before.is(Classes::SE) && before.span.len() <= 4 {
                left.reflexive |= !left.own_reflexive;
            } else if negation(before) {
                left.negated = true;
            } else if !self.belongs(before, left.start) {
                return;
            }
            left.start -= 1;
        }
    }

    /// Tells whether the word before `at` belongs to the group that begins there. `me`, `lui`, `l'` belong to the verb but not to the
    /// cue; only negation may stand before them.
    fn belongs(&self, before: &Token, at: usize) -> bool {
        let adverbial = closed!["y", "en"].has(before.entry)
            && !self.token(at).is_some_and(|t| t.is(Classes::PRESPART));
        adverbial
            || object(before)
                && at
                    .checked_sub(2)
                    .and_then(|i| self.token(i))
                    .is_some_and(negation)
    }

    /// Tells whether `se` stands directly before the verb at `at`, or before one clitic there.
    pub(super) fn reflexive_before(&self, at: usize) -> bool {
        (1..=2).any(|n| {
            at.checked_sub(n)
                .and_then(|i| self.token(i))
                .is_some_and(|t| t.kind == Kind::Word && t.is(Classes::SE))
        })
    }

    /// Tells whether `pas`, `jamais` or `guère` follows inside the group.
    pub(super) fn negation_after(&self, verb: usize, end: usize) -> bool {
        (verb + 1..end).any(|i| {
            self.token(i)
                .is_some_and(|t| closed!["pas", "jamais", "guère"].has(t.entry))
        })
    }
}

/// Tells whether a token is one of the small words that may belong to a verb; most words before one are not.
fn may_belong(t: &Token) -> bool {
    let small = closed!["ne", "n'", "y", "en", "l'", "le", "la", "les"];
    let light = t.is(Classes::SE.or(Classes::CLITIC)) | small.has(t.entry);
    (t.kind == Kind::Word) & light
}

fn negation(t: &Token) -> bool {
    closed!["ne", "n'"].has(t.entry)
}

/// `me`, `lui`, `l'`, and no determiner.
fn object(t: &Token) -> bool {
    !t.is(Classes::DET)
        && (t.is(Classes::CLITIC) && !t.is(Classes::SUBJ.or(Classes::PREP))
            || closed!["l'", "le", "la", "les"].has(t.entry))
}
