//! Whether a clause still wants its verb.
//!
//! In: a form that may be a noun or a verb, with the words around it. Out: yes or no: in « Le ministre assure que l'armée manque de tout »
//! nothing but `manque` can be the verb, in « La date limite est passée » `limite` is none.

use super::{Context, FINITE, NOMINAL};
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;

impl Context<'_> {
    /// Tells whether the clause wants a verb, and a subject stands right before: « l'armée | manque de tout ». Two nouns in a row
    /// (`un point presse`) have their verb elsewhere. `et menace de saisir` goes on with the subject before.
    pub(super) fn wanted(&self) -> bool {
        let b = self.before;
        if b.is(Classes::CONJ) {
            return self.token.is(Classes::CUE)
                && self.after.is(Classes::DE)
                && self.after2.is(Classes::INF);
        }
        let agrees = !(b.is(Classes::PLURAL) && self.token.is(Classes::SINGULAR));
        agrees && self.behind_noun_phrase() && !self.verb_in_clause()
    }

    /// Tells whether a determiner with a noun, or a name, stands right before.
    pub(super) fn behind_noun_phrase(&self) -> bool {
        // `Le politologue Jean Roy (Liège) | doute de la réforme`
        if self.before.kind == Kind::ParenClose {
            let words = self.tokens.get(..self.at).unwrap_or_default();
            let open = words
                .iter()
                .rev()
                .take(7)
                .position(|t| t.kind == Kind::ParenOpen);
            return open
                .and_then(|n| words.iter().rev().nth(n + 1))
                .is_some_and(|t| t.capital() && t.kind == Kind::Word);
        }
        let inner = |t: &&Token| {
            let other = Classes::VERBAL
                .or(Classes::PREP)
                .or(Classes::ADV)
                .or(Classes::CLITIC)
                .or(Classes::SUBJ)
                .or(Classes::DET)
                .or(Classes::OPENER)
                .or(Classes::SUB)
                .or(Classes::CONJ)
                .or(Classes::REL)
                .or(Classes::WH)
                .or(Classes::NEG)
                .or(Classes::TIME)
                .or(Classes::REASON);
            t.kind == Kind::Word && !t.is(other)
        };
        let words = self.tokens.get(..self.at).unwrap_or_default();
        let noun = words.iter().rev().take(3).take_while(inner).count();
        let determiner = words.iter().rev().nth(noun);
        noun > 0
            && (self.before.capital()
                || determiner.is_some_and(|t| t.is(Classes::DET.or(Classes::PREP_DET))))
    }

    /// Tells whether a finite verb stands elsewhere in the clause, between the nearest signs, conjunctions and relatives.
    pub(super) fn verb_in_clause(&self) -> bool {
        let verb = |t: &Token| t.is(FINITE) && !t.is(NOMINAL);
        let outside = |t: &&Token| {
            let links = Classes::SUB
                .or(Classes::REL)
                .or(Classes::CONJ)
                .or(Classes::WH);
            t.kind != Kind::Word && t.kind != Kind::Number || t.is(links)
        };
        let (before, after) = self.tokens.split_at(self.at);
        before.iter().rev().take_while(|t| !outside(t)).any(verb)
            || after.iter().skip(1).take_while(|t| !outside(t)).any(verb)
    }
}
