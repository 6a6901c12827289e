//! What carries a noun phrase on: `de`-chains, enumerations, brackets, names in marks, links of roles.
//!
//! In: the tokens behind the nominal words of a phrase. Out: where the phrase goes on to: in « le maire (PS) de Rouen » over the bracket and
//! over `de Rouen`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::verify;
use nom::multi::many0_count;
use nom::sequence::{delimited, pair, preceded};

use super::super::input::{Found, Tokens, one, sign};
use super::{LINKS, conjunction, determiner, link_de, modifiers, nominal};
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};

/// What carries a noun phrase on behind its nominal words; the next word or sign tells what it can be.
#[inline]
pub(super) fn extension<'a>(body: Tokens<'a>, input: Tokens<'a>) -> Found<'a, ()> {
    match input.first() {
        Some(t) if t.kind == Kind::Word && t.is(LINKS) => {
            alt((chain, superlative, role_link(body))).parse(input)
        }
        Some(t) if t.kind == Kind::ParenOpen => {
            let (behind, ()) = bracket(input)?;
            Ok((name(body, behind).unwrap_or(behind), ()))
        }
        Some(t) if t.kind == Kind::Open => title_mark(input),
        Some(t) if t.kind == Kind::Comma => enumerated(input),
        _ => Err(nom::Err::Error(())),
    }
}

/// A member of an enumeration that `et` closes: `le Service de la chasse, | de la pêche | et de la faune`.
fn enumerated(input: Tokens<'_>) -> Found<'_, ()> {
    let member = |input| {
        let (rest, _) = one(link_de).parse(input)?;
        modifiers(rest.skip_all(determiner))
    };
    let (rest, ()) = preceded(sign(Kind::Comma), member).parse(input)?;
    let further = alt((sign(Kind::Comma).map(|_| ()), one(conjunction).map(|_| ())));
    let _ = preceded(further, member).parse(rest)?;
    Ok((rest, ()))
}

/// `de` with what follows: `de la République`, `d'Alès`, `des affaires étrangères et de la défense`; behind the name of a medium `des`
/// begins another phrase: `ont dit à l'AFP | des témoins`.
pub(super) fn chain(input: Tokens<'_>) -> Found<'_, ()> {
    let medium = |t: &Token| {
        t.is(Classes::MEDIA.or(Classes::AGENCY)) && !t.is(Classes::MEDIA_NOUN.or(Classes::WEAK))
    };
    let article = |t: &Token| t.is(Classes::INDEF) && t.is(Classes::PLURAL);
    if input.first().is_some_and(article) && input.previous().is_some_and(medium) {
        return Err(nom::Err::Error(()));
    }
    let coordinated = preceded(one(conjunction), one(link_de));
    let (rest, _) = alt((one(link_de), coordinated)).parse(input)?;
    alt((modifiers, medium_mark)).parse(rest.skip_all(determiner))
}

/// A medium in marks, as Swiss papers write it: `nos confrères de la «NZZ»`.
pub(super) fn medium_mark(input: Tokens<'_>) -> Found<'_, ()> {
    let medium = |t: &Token| t.kind == Kind::Word && t.is(Classes::MEDIA.or(Classes::AGENCY));
    delimited(sign(Kind::Open), one(medium), sign(Kind::Close))
        .map(|_| ())
        .parse(input)
}

/// `le plus récent`, `la moins chère`, behind the noun.
fn superlative(input: Tokens<'_>) -> Found<'_, ()> {
    let degree = |t: &Token| t.kind == Kind::Word && t.is(Classes::NEG) && t.is(Classes::ADV);
    let small = |t: &Token| t.kind == Kind::Word && nominal(t) && !t.capital();
    (one(determiner), one(degree), one(small))
        .map(|_| ())
        .parse(input)
}

/// An acronym or a party in brackets: `(OCHA)`.
fn bracket(input: Tokens<'_>) -> Found<'_, ()> {
    let short = verify(
        many0_count(one(|t| {
            matches!(
                t.kind,
                Kind::Word | Kind::Number | Kind::Dash | Kind::Comma | Kind::Other
            )
        })),
        |n| (1..=4).contains(n),
    );
    delimited(sign(Kind::ParenOpen), short, sign(Kind::ParenClose))
        .map(|_| ())
        .parse(input)
}

/// The name behind the bracket of a role: `le maire (PS) | Ahmed Roy`.
fn name<'a>(body: Tokens<'a>, behind: Tokens<'a>) -> Option<Tokens<'a>> {
    let role = |t: &Token| t.kind == Kind::Word && t.is(Classes::ROLE.or(Classes::TITLE));
    let part = |t: &Token| t.kind == Kind::Word && t.capital() && nominal(t);
    let rest = behind.skip_all(part);
    (rest.at > behind.at && body.up_to(behind.at).iter().any(role)).then_some(rest)
}

/// A name in marks: `l'opération « Sokola »`; that of a body may be a sentence (`le collectif « Touche pas à ma forêt »`).
fn title_mark(input: Tokens<'_>) -> Found<'_, ()> {
    let body = |t: &Token| t.is(Classes::COLLECTIVE) && !t.is(Classes::ROLE);
    let most = if input.previous().is_some_and(body) {
        7
    } else {
        3
    };
    let name = verify(
        pair(
            one(|t| t.capital() && t.kind == Kind::Word),
            many0_count(one(|t| matches!(t.kind, Kind::Word | Kind::Number))),
        ),
        |(_, n)| *n <= most,
    );
    delimited(sign(Kind::Open), name, sign(Kind::Close))
        .map(|_| ())
        .parse(input)
}

/// `à`, `chez`, `pour`, `en` after a role: `analyste chez Northgate`, `adjoint à la sécurité`.
fn role_link<'a>(body: Tokens<'a>) -> impl Parser<Tokens<'a>, Output = (), Error = ()> {
    move |input: Tokens<'a>| {
        let link = |t: &Token| t.kind == Kind::Word && t.is(Classes::ROLE_LINK);
        let (rest, _) = one(link).parse(input)?;
        // `l'Association pour la nuit noire`: a body bears its purpose in its name.
        let purpose = input.first().is_some_and(|t| closed!["pour"].has(t.entry));
        let role = |t: &Token| {
            t.kind == Kind::Word
                && (t.is(Classes::ROLE) || purpose && t.capital() && t.is(Classes::COLLECTIVE))
        };
        if !body.up_to(input.at).iter().any(role) {
            return Err(nom::Err::Error(()));
        }
        let rest = rest.skip_all(determiner);
        let elsewhere = Classes::TIME.or(Classes::MEDIA).or(Classes::CARRIER);
        if !purpose && rest.first().is_some_and(|t| t.is(elsewhere)) {
            return Err(nom::Err::Error(()));
        }
        modifiers(rest)
    }
}
