//! What carries a noun phrase on: `de`-chains, enumerations, brackets, names in marks, links of roles.
//!
//! In: the tokens behind the nominal words of a phrase. Out: where the phrase goes on to: in « le maire (PS) de Rouen » over the bracket and
//! over `de Rouen`.

use nom::combinator::verify;
use nom::multi::{many0_count, many1_count};
use nom::sequence::{delimited, preceded};
use nom::{Input, Parser};

use super::super::anchors::KindSet;
use super::super::input::{Found, Tokens, one, sign};
use super::{LINKS, Words, conjunction, determiner, link_de, nominal};
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};

/// The signs that may carry a phrase on.
const SIGNS: KindSet = KindSet::of(&[Kind::ParenOpen, Kind::Open, Kind::Comma]);

impl<'a> Words<'a> {
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
        self.behind(at, superlative)
            .or_else(|| self.role_link(body, at))
    }

    /// What a sign carries on with.
    #[inline(never)]
    fn behind_sign(self, body: usize, at: usize, sign: Kind) -> Option<usize> {
        match sign {
            Kind::ParenOpen => {
                let behind = self.behind(at, bracket)?;
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

    /// The name behind the bracket of a role: `le maire (PS) | Ahmed Roy`.
    fn name(self, body: usize, behind: usize) -> Option<usize> {
        let role = |t: &Token| t.kind == Kind::Word && t.is(Classes::ROLE.or(Classes::TITLE));
        let part = |t: &Token| t.kind == Kind::Word && t.capital() && nominal(t);
        let end = self.behind_all(behind, part);
        (end > behind && self.0.get(body..behind)?.iter().any(role)).then_some(end)
    }

    /// Gives the first token behind what a parser reads from `at` on.
    #[inline]
    fn behind<T>(
        self,
        at: usize,
        mut parser: impl Parser<Tokens<'a>, Output = T, Error = ()>,
    ) -> Option<usize> {
        let (rest, _) = parser.parse(Tokens(self.0.get(at..)?)).ok()?;
        Some(self.0.len() - rest.input_len())
    }

    /// A medium in marks.
    #[inline(never)]
    pub(super) fn medium_mark(self, at: usize) -> Option<usize> {
        self.behind(at, medium_mark)
    }

    /// A name in marks; that of a body may be a sentence (`le collectif « Touche pas à ma forêt »`).
    fn title_mark(self, open: usize) -> Option<usize> {
        let body = |t: &Token| t.is(Classes::COLLECTIVE) && !t.is(Classes::ROLE);
        let of_body = open.checked_sub(1).is_some_and(|i| self.has(i, body));
        self.behind(open, title_mark(if of_body { 7 } else { 3 }))
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

/// A medium in marks, as Swiss papers write it: `nos confrères de la «NZZ»`.
fn medium_mark(input: Tokens<'_>) -> Found<'_, &Token> {
    let medium = |t: &Token| t.kind == Kind::Word && t.is(Classes::MEDIA.or(Classes::AGENCY));
    delimited(sign(Kind::Open), one(medium), sign(Kind::Close)).parse(input)
}

/// `le plus récent`, `la moins chère`, behind the noun.
fn superlative(input: Tokens<'_>) -> Found<'_, &Token> {
    let degree = |t: &Token| t.kind == Kind::Word && t.is(Classes::NEG) && t.is(Classes::ADV);
    let small = |t: &Token| t.kind == Kind::Word && nominal(t) && !t.capital();
    preceded((one(determiner), one(degree)), one(small)).parse(input)
}

/// An acronym or a party in brackets: `(OCHA)`.
fn bracket(input: Tokens<'_>) -> Found<'_, usize> {
    let inside = |t: &Token| {
        matches!(
            t.kind,
            Kind::Word | Kind::Number | Kind::Dash | Kind::Comma | Kind::Other
        )
    };
    let short = verify(many1_count(one(inside)), |n| *n <= 4);
    delimited(sign(Kind::ParenOpen), short, sign(Kind::ParenClose)).parse(input)
}

/// A name of a capital and at most so many words more in marks: `l'opération « Sokola »`.
fn title_mark<'a>(most: usize) -> impl Parser<Tokens<'a>, Output = usize, Error = ()> {
    let first = one(|t| t.capital() && t.kind == Kind::Word);
    let part = one(|t| matches!(t.kind, Kind::Word | Kind::Number));
    let name = preceded(first, verify(many0_count(part), move |n| *n <= most));
    delimited(sign(Kind::Open), name, sign(Kind::Close))
}
