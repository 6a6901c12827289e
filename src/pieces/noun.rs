//! Noun phrases: determiner, modifiers, head, `de`-chains, names, brackets.
//!
//! In: tokens from a position on. Out: a [`NounPhrase`], as « le procureur de la République de Bergerac, Hélène Bastide » with
//! its apposition. `de`-chains stay inside; `à`, `dans`, `sur` close the phrase unless a role takes them.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
use nom::multi::{many0_count, many1_count};
use nom::sequence::{delimited, pair, preceded};

use super::Run;
use super::input::{Found, Tokens, class, one, sign};
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Classes;

/// A noun phrase: token indices of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    /// First token.
    pub start: usize,
    /// First token after the phrase.
    pub end: usize,
    /// Head noun, pronoun or first word of the name.
    pub head: usize,
    /// Union of what determiner and head say of gender and number.
    pub agreement: Classes,
    /// What sort of phrase it is.
    pub sort: Sort,
}

impl NounPhrase {
    /// Gives its words.
    #[must_use]
    pub(crate) const fn run(&self) -> Run {
        Run::new(self.start, self.end)
    }
}

/// What a noun phrase is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A pronoun.
    Pronoun,
    /// A phrase without a capital in its head.
    Common,
    /// A proper name without a common noun.
    Proper,
}

/// Classes of words that can never stand inside a noun phrase without a link.
const OUTSIDE: Classes = Classes::PREP
    .or(Classes::CONJ)
    .or(Classes::SUB)
    .or(Classes::REL)
    .or(Classes::WH)
    .or(Classes::SUBJ)
    .or(Classes::NEG)
    .or(Classes::FINITE)
    .or(Classes::INF)
    .or(Classes::PRESPART)
    .or(Classes::CLITIC)
    .or(Classes::DET)
    .or(Classes::PRON)
    .or(Classes::REASON)
    .or(Classes::OPENER);

/// Tells whether a token can be a noun, an adjective or a name.
#[must_use]
pub(crate) fn nominal(token: &Token) -> bool {
    match token.kind {
        Kind::Number => true,
        Kind::Word => {
            let noun = Classes::NOUN
                .or(Classes::ADJ)
                .or(Classes::ROLE)
                .or(Classes::COLLECTIVE)
                .or(Classes::DOCUMENT);
            let kept = token.is(noun)
                && !token.is(Classes::FINITE
                    .or(Classes::PREP)
                    .or(Classes::DET)
                    .or(Classes::SUB)
                    .or(Classes::CONJ));
            let inside =
                token.capital() && !token.shape.has(Shape::INITIAL) && token.span.len() > 1;
            let name = inside
                || token.capital()
                    && !token.is(Classes::DET
                        .or(Classes::PREP)
                        .or(Classes::SUBJ)
                        .or(Classes::CONJ)
                        .or(Classes::SUB))
                    && !token.is(Classes::FINITE);
            kept || name || (!token.is(OUTSIDE) && !plain_adverb(token) && !token.is(Classes::TIME))
        }
        _ => false,
    }
}

fn plain_adverb(token: &Token) -> bool {
    token.is(Classes::ADV) && !token.is(Classes::ADJ.or(Classes::NOUN))
}

fn determiner(t: &Token) -> bool {
    t.kind == Kind::Word && t.is(Classes::DET) && !t.is(Classes::SUBJ)
}

/// `de`, `d'`, `du`, `des` as links.
fn link_de(t: &Token) -> bool {
    t.kind == Kind::Word && t.is(Classes::DE)
}

/// Reads one noun phrase that begins at the first token.
pub(super) fn noun_phrase(input: Tokens<'_>) -> Found<'_, NounPhrase> {
    alt((pronoun, common_or_proper)).parse(input)
}

fn pronoun(input: Tokens<'_>) -> Found<'_, NounPhrase> {
    let free = |t: &Token| {
        t.kind == Kind::Word
            && t.is(Classes::SUBJ.or(Classes::PRON).or(Classes::TONIC))
            && !t.is(Classes::REL)
    };
    let determines = |t: &Token| {
        t.is(Classes::DET)
            && input
                .peek(1)
                .is_some_and(|n| nominal(n) || n.kind == Kind::Open)
    };
    let (rest, head) = verify(one(free), |t| !determines(t)).parse(input)?;
    let (rest, _) = if head.is(Classes::PRON) {
        many0_count(chain).parse(rest)?
    } else {
        (rest, 0)
    };
    Ok((
        rest,
        NounPhrase {
            start: input.at,
            end: rest.at,
            head: input.at,
            agreement: agreement(&head),
            sort: Sort::Pronoun,
        },
    ))
}

fn common_or_proper(input: Tokens<'_>) -> Found<'_, NounPhrase> {
    let (rest, det) = opt(pair(one(determiner), many0_count(one(determiner)))).parse(input)?;
    let body = rest;
    let (rest, _) = alt((modifiers, medium_mark)).parse(body)?;
    let head = head_of(body, rest.at);
    let (rest, _) = many0_count(extension(body)).parse(rest)?;
    let first = det.map(|(d, _)| d);
    let token = body.peek(head - body.at).copied().unwrap_or_default();
    let bare_small = first.is_none() && !token.capital() && token.kind != Kind::Number;
    let sort = if token.capital() && first.is_none() {
        Sort::Proper
    } else {
        Sort::Common
    };
    let mut agreement = agreement(&token);
    if let Some(d) = first {
        agreement = merge(self::agreement(&d), agreement);
    }
    if bare_small
        && !token.is(Classes::ROLE
            .or(Classes::ANON)
            .or(Classes::COLLECTIVE)
            .or(Classes::TITLE)
            .or(Classes::DOCUMENT))
        && token.entry.0 == 0
        && rest.at == body.at
    {
        return Err(nom::Err::Error(()));
    }
    Ok((
        rest,
        NounPhrase {
            start: input.at,
            end: rest.at,
            head,
            agreement,
            sort,
        },
    ))
}

/// One or more nominal words in a row; adverbs of degree may stand between.
fn modifiers(input: Tokens<'_>) -> Found<'_, usize> {
    let named = |i: Tokens<'_>| {
        i.first()
            .is_some_and(|t| t.is(Classes::FIRST_NAME) && t.capital())
            && i.at > input.at
            && i.previous().is_some_and(|t| t.is(Classes::MEDIA))
    };
    many1_count(preceded(not(one_input(named)), modifier)).parse(input)
}

/// A nominal word, a number with its unit of time, or an adverb of degree with the word that it grades.
fn modifier(input: Tokens<'_>) -> Found<'_, ()> {
    let degree = |t: &Token| t.is(Classes::ADV) && t.span.len() <= 6;
    let next = |test: fn(&Token) -> bool| input.peek(1).is_some_and(test);
    let unit = |t: &Token| t.kind == Kind::Word && t.is(Classes::TIME);
    let graded = |t: &Token| nominal(t) && !t.capital();
    match input.first() {
        Some(t) if t.kind == Kind::Number => {
            // `81 % des Espagnols`, `deux heures`
            let sign = next(|t| t.kind == Kind::Other);
            Ok((input.skip(1 + usize::from(sign || next(unit))), ()))
        }
        Some(t) if nominal(t) => Ok((input.skip(1), ())),
        Some(t) if t.kind == Kind::Word && degree(t) && next(graded) => Ok((input.skip(2), ())),
        _ => Err(nom::Err::Error(())),
    }
}

/// Succeeds without reading anything when the input fulfils `test`: a medium before it, a first name next.
fn one_input<'a>(
    test: impl Fn(Tokens<'a>) -> bool,
) -> impl Parser<Tokens<'a>, Output = (), Error = ()> {
    move |input: Tokens<'a>| {
        if test(input) {
            Ok((input, ()))
        } else {
            Err(nom::Err::Error(()))
        }
    }
}

/// What carries a noun phrase on behind its nominal words; the next sign tells which it can be.
fn extension<'a>(body: Tokens<'a>) -> impl Parser<Tokens<'a>, Output = usize, Error = ()> {
    move |input: Tokens<'a>| match input.first().map(|t| t.kind) {
        Some(Kind::Word) => alt((chain, superlative, role_link(body))).parse(input),
        Some(Kind::ParenOpen) => bracket(input).map(|(rest, n)| match name(body, rest) {
            Some(behind) => (behind, n),
            None => (rest, n),
        }),
        Some(Kind::Open) => title_mark(input),
        _ => Err(nom::Err::Error(())),
    }
}

/// `de` with what follows: `de la République`, `d'Alès`, `des affaires étrangères et de la défense`; behind the name of a medium `des`
/// begins another phrase: `ont dit à l'AFP | des témoins`.
fn chain(input: Tokens<'_>) -> Found<'_, usize> {
    let medium = |t: &Token| {
        t.is(Classes::MEDIA.or(Classes::AGENCY)) && !t.is(Classes::MEDIA_NOUN.or(Classes::WEAK))
    };
    let article = |t: &Token| t.is(Classes::INDEF) && t.is(Classes::PLURAL);
    if input.first().is_some_and(article) && input.previous().is_some_and(medium) {
        return Err(nom::Err::Error(()));
    }
    let coordinated = preceded(class(Classes::CONJ), one(link_de));
    let (rest, _) = alt((one(link_de), coordinated)).parse(input)?;
    let (rest, _) = many0_count(one(determiner)).parse(rest)?;
    alt((modifiers, medium_mark)).parse(rest)
}

/// A medium in marks, as Swiss papers write it: `nos confrères de la «NZZ»`.
fn medium_mark(input: Tokens<'_>) -> Found<'_, usize> {
    let medium = |t: &Token| t.kind == Kind::Word && t.is(Classes::MEDIA.or(Classes::AGENCY));
    delimited(sign(Kind::Open), one(medium), sign(Kind::Close))
        .parse(input)
        .map(|(rest, _)| (rest, 1))
}

/// `le plus récent`, `la moins chère`, behind the noun.
fn superlative(input: Tokens<'_>) -> Found<'_, usize> {
    let degree = |t: &Token| t.kind == Kind::Word && t.is(Classes::NEG) && t.is(Classes::ADV);
    let small = |t: &Token| t.kind == Kind::Word && nominal(t) && !t.capital();
    (one(determiner), one(degree), one(small))
        .map(|_| 1)
        .parse(input)
}

/// An acronym or a party in brackets: `(OCHA)`.
fn bracket(input: Tokens<'_>) -> Found<'_, usize> {
    let short = verify(
        many0_count(one(|t| {
            matches!(t.kind, Kind::Word | Kind::Number | Kind::Dash | Kind::Comma)
        })),
        |n| (1..=4).contains(n),
    );
    delimited(sign(Kind::ParenOpen), short, sign(Kind::ParenClose)).parse(input)
}

/// The name behind the bracket of a role: `le maire (PS) | Ahmed Roy`.
fn name<'a>(body: Tokens<'a>, behind: Tokens<'a>) -> Option<Tokens<'a>> {
    let role = (0..behind.at - body.at).any(|i| {
        body.peek(i)
            .is_some_and(|t| t.is(Classes::ROLE.or(Classes::TITLE)) && t.kind == Kind::Word)
    });
    let part = |t: &Token| t.kind == Kind::Word && t.capital() && nominal(t);
    let (rest, _) = many1_count(one(part)).parse(behind).ok()?;
    role.then_some(rest)
}

/// A name in marks: `l'opération « Sokola »`.
fn title_mark(input: Tokens<'_>) -> Found<'_, usize> {
    let name = verify(
        pair(
            one(|t| t.capital() && t.kind == Kind::Word),
            many0_count(one(|t| matches!(t.kind, Kind::Word | Kind::Number))),
        ),
        |(_, n)| *n <= 3,
    );
    delimited(sign(Kind::Open), name, sign(Kind::Close))
        .parse(input)
        .map(|(rest, (_, n))| (rest, n))
}

/// `à`, `chez`, `pour`, `en` after a role: `analyste chez Northgate`, `adjoint à la sécurité`.
fn role_link<'a>(body: Tokens<'a>) -> impl Parser<Tokens<'a>, Output = usize, Error = ()> {
    move |input: Tokens<'a>| {
        let link = |t: &Token| t.kind == Kind::Word && t.is(Classes::ROLE_LINK);
        let (rest, _) = one(link).parse(input)?;
        let roles = (body.at..input.at).any(|i| {
            body.peek(i - body.at)
                .is_some_and(|t| t.is(Classes::ROLE) && t.kind == Kind::Word)
        });
        if !roles {
            return Err(nom::Err::Error(()));
        }
        let (rest, _) = many0_count(one(determiner)).parse(rest)?;
        if rest
            .first()
            .is_some_and(|t| t.is(Classes::TIME.or(Classes::MEDIA).or(Classes::CARRIER)))
        {
            return Err(nom::Err::Error(()));
        }
        modifiers(rest)
    }
}

/// The head: the first role, institution or document; else the first noun; else the first word.
fn head_of(body: Tokens<'_>, end: usize) -> usize {
    let known = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::DOCUMENT)
        .or(Classes::CARRIER)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::ANON)
        .or(Classes::CUE_NOUN);
    let token = |i: usize| body.peek(i - body.at);
    let range = body.at..end.max(body.at + 1);
    range
        .clone()
        .find(|i| {
            token(*i).is_some_and(|t| {
                t.is(known) && !(t.capital() && !t.is(Classes::ROLE.or(Classes::COLLECTIVE)))
            })
        })
        .or_else(|| {
            range
                .clone()
                .find(|i| token(*i).is_some_and(|t| t.is(Classes::NOUN)))
        })
        .or_else(|| {
            range.clone().find(|i| {
                token(*i).is_some_and(|t| {
                    t.kind == Kind::Word && !t.is(Classes::ADJ.or(Classes::NUM).or(Classes::NATION))
                })
            })
        })
        .unwrap_or(body.at)
}

fn agreement(token: &Token) -> Classes {
    token.classes & (Classes::PLURAL | Classes::SINGULAR | Classes::FEMININE | Classes::MASCULINE)
}

/// What the determiner says goes before what the noun says.
fn merge(first: Classes, second: Classes) -> Classes {
    let number = Classes::PLURAL.or(Classes::SINGULAR);
    let gender = Classes::FEMININE.or(Classes::MASCULINE);
    let pick = |set: Classes| {
        if decided(first & set) {
            first & set
        } else {
            second & set
        }
    };
    pick(number) | pick(gender)
}

fn decided(set: Classes) -> bool {
    set.0.is_power_of_two()
}
