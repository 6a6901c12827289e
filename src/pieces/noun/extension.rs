//! What carries a noun phrase on: `de`-chains, enumerations, brackets, names in marks, links of roles.
//!
//! In: the tokens behind the nominal words of a phrase. Out: where the phrase goes on to: in « le maire (PS) de Rouen » over the bracket and
//! over `de Rouen`.

use super::super::anchors::Signs;
use super::{LINKS, Words, conjunction, determiner, link_de, nominal};
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};

/// The signs that may carry a phrase on.
const SIGNS: Signs = Signs::of(&[Kind::ParenOpen, Kind::Open, Kind::Comma]);

impl Words<'_> {
    /// What carries a noun phrase with its body at `body` on behind its nominal words; the next word or sign tells what it can be.
    #[inline]
    pub(super) fn extension(self, body: usize, at: usize) -> Option<usize> {
        let token = self.get(at)?;
        if token.kind == Kind::Word {
            if !token.is(LINKS) {
                return None;
            }
            return self.chain(at).or_else(|| self.linked(body, at, token));
        }
        if SIGNS.has(token) {
            self.behind_sign(body, at, token.kind)
        } else {
            None
        }
    }

    /// What a word other than `de` and a conjunction carries on with.
    #[inline]
    fn linked(self, body: usize, at: usize, token: &Token) -> Option<usize> {
        if !token.is(Classes::DET.or(Classes::ROLE_LINK)) {
            return None;
        }
        self.superlative(at).or_else(|| self.role_link(body, at))
    }

    /// What a sign carries on with.
    #[inline(never)]
    fn behind_sign(self, body: usize, at: usize, sign: Kind) -> Option<usize> {
        match sign {
            Kind::ParenOpen => {
                let behind = self.bracket(at)?;
                Some(self.name(body, behind).unwrap_or(behind))
            }
            Kind::Open => self.title_mark(at),
            _ => self.enumerated(at),
        }
    }

    /// A member of an enumeration that `et` closes: `le Service de la chasse, | de la pêche | et de la faune`.
    fn enumerated(self, comma: usize) -> Option<usize> {
        let end = self.member(comma + 1)?;
        let further = self.has(end, |t| t.kind == Kind::Comma || conjunction(t));
        self.member(end + 1).filter(|_| further).map(|_| end)
    }

    /// `de` with the nominal words behind it.
    fn member(self, at: usize) -> Option<usize> {
        if !self.has(at, link_de) {
            return None;
        }
        let body = self.behind_determiners(at + 1);
        Some(self.modifiers(body)).filter(|end| *end > body)
    }

    /// `de` with what follows: `de la République`, `d'Alès`, `des affaires étrangères et de la défense`; behind the name of a medium `des`
    /// begins another phrase: `ont dit à l'AFP | des témoins`.
    pub(super) fn chain(self, at: usize) -> Option<usize> {
        let token = self.get(at)?;
        let link = if link_de(token) {
            at
        } else if conjunction(token) && self.has(at + 1, link_de) {
            at + 1
        } else {
            return None;
        };
        let article = token.is(Classes::INDEF) & token.is(Classes::PLURAL);
        if article && at.checked_sub(1).is_some_and(|i| self.has(i, outlet)) {
            return None;
        }
        self.modifiers_or_mark(self.behind_determiners(link + 1))
    }

    /// A medium in marks, as Swiss papers write it: `nos confrères de la «NZZ»`.
    #[inline(never)]
    pub(super) fn medium_mark(self, at: usize) -> Option<usize> {
        let medium = |t: &Token| t.kind == Kind::Word && t.is(Classes::MEDIA.or(Classes::AGENCY));
        let whole = self.has(at, |t| t.kind == Kind::Open)
            && self.has(at + 1, medium)
            && self.has(at + 2, |t| t.kind == Kind::Close);
        whole.then_some(at + 3)
    }

    /// `le plus récent`, `la moins chère`, behind the noun.
    #[inline]
    fn superlative(self, at: usize) -> Option<usize> {
        let degree = |t: &Token| t.kind == Kind::Word && t.is(Classes::NEG) && t.is(Classes::ADV);
        let small = |t: &Token| t.kind == Kind::Word && nominal(t) && !t.capital();
        let graded =
            self.has(at, determiner) && self.has(at + 1, degree) && self.has(at + 2, small);
        graded.then_some(at + 3)
    }

    /// An acronym or a party in brackets: `(OCHA)`.
    fn bracket(self, open: usize) -> Option<usize> {
        let inside = |t: &Token| {
            matches!(
                t.kind,
                Kind::Word | Kind::Number | Kind::Dash | Kind::Comma | Kind::Other
            )
        };
        let close = self.behind_all(open + 1, inside);
        let short = (open + 2..=open + 5).contains(&close);
        (short && self.has(close, |t| t.kind == Kind::ParenClose)).then_some(close + 1)
    }

    /// The name behind the bracket of a role: `le maire (PS) | Ahmed Roy`.
    fn name(self, body: usize, behind: usize) -> Option<usize> {
        let role = |t: &Token| t.kind == Kind::Word && t.is(Classes::ROLE.or(Classes::TITLE));
        let part = |t: &Token| t.kind == Kind::Word && t.capital() && nominal(t);
        let end = self.behind_all(behind, part);
        (end > behind && self.0.get(body..behind)?.iter().any(role)).then_some(end)
    }

    /// A name in marks: `l'opération « Sokola »`; that of a body may be a sentence (`le collectif « Touche pas à ma forêt »`).
    fn title_mark(self, open: usize) -> Option<usize> {
        let body = |t: &Token| t.is(Classes::COLLECTIVE) && !t.is(Classes::ROLE);
        let of_body = open.checked_sub(1).is_some_and(|i| self.has(i, body));
        let most = if of_body { 7 } else { 3 };
        if !self.has(open + 1, |t| t.capital() && t.kind == Kind::Word) {
            return None;
        }
        let part = |t: &Token| matches!(t.kind, Kind::Word | Kind::Number);
        let close = self.behind_all(open + 2, part);
        let short = close - (open + 2) <= most;
        (short && self.has(close, |t| t.kind == Kind::Close)).then_some(close + 1)
    }

    /// `à`, `chez`, `pour`, `en` after a role: `analyste chez Northgate`, `adjoint à la sécurité`.
    #[inline]
    fn role_link(self, body: usize, at: usize) -> Option<usize> {
        let token = self.get(at)?;
        if !token.is(Classes::ROLE_LINK) {
            return None;
        }
        // `l'Association pour la nuit noire`: a body bears its purpose in its name.
        let purpose = closed!["pour"].has(token.entry);
        let role = |t: &Token| {
            (t.kind == Kind::Word)
                & (t.is(Classes::ROLE) | purpose & t.capital() & t.is(Classes::COLLECTIVE))
        };
        if !self.0.get(body..at)?.iter().any(role) {
            return None;
        }
        let object = self.behind_determiners(at + 1);
        let elsewhere = Classes::TIME.or(Classes::MEDIA).or(Classes::CARRIER);
        if !purpose && self.has(object, |t| t.is(elsewhere)) {
            return None;
        }
        Some(self.modifiers(object)).filter(|end| *end > object)
    }
}

/// Tells whether a token names a medium or an agency, and is no ordinary word.
fn outlet(token: &Token) -> bool {
    token.is(Classes::MEDIA.or(Classes::AGENCY)) && !token.is(Classes::MEDIA_NOUN.or(Classes::WEAK))
}
