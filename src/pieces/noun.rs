//! Noun phrases: determiner, modifiers, head, `de`-chains, names, brackets.
//!
//! In: tokens from a position on. Out: a [`NounPhrase`], as « le procureur de la République de Bergerac, Hélène Bastide » with
//! its apposition. `de`-chains stay inside; `à`, `dans`, `sur` close the phrase unless a role takes them.

mod extension;

use nom::Parser;
use nom::branch::alt;
use nom::multi::many0_count;

use super::Run;
use super::input::{Found, Tokens, one};
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Classes;
use extension::{chain, extension, medium_mark};

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
    .or(Classes::OPENER)
    .or(Classes::TIME);

/// Classes of words that are nouns or adjectives although they may be something else.
const NAMING: Classes = Classes::NOUN
    .or(Classes::ADJ)
    .or(Classes::ROLE)
    .or(Classes::COLLECTIVE)
    .or(Classes::DOCUMENT);

/// Classes of small words that no capital makes a name.
const SMALL: Classes = Classes::DET
    .or(Classes::PREP)
    .or(Classes::CONJ)
    .or(Classes::SUB);

/// Classes of words that may carry a noun phrase on.
const LINKS: Classes = Classes::DE
    .or(Classes::CONJ)
    .or(Classes::DET)
    .or(Classes::ROLE_LINK);

/// Tells whether a token can be a noun, an adjective or a name.
#[must_use]
#[inline]
pub(crate) fn nominal(token: &Token) -> bool {
    token.kind == Kind::Word && nominal_word(token) || token.kind == Kind::Number
}

/// Tells it of a word; without branches, for nobody can foresee what the next word is.
#[inline]
fn nominal_word(token: &Token) -> bool {
    let open = !token.is(OUTSIDE) & !plain_adverb(token);
    let kept = token.is(NAMING) & !token.is(SMALL.or(Classes::FINITE));
    let inside = !token.shape.has(Shape::INITIAL) & (token.span.len() > 1);
    let plain = !token.is(SMALL.or(Classes::FINITE).or(Classes::SUBJ));
    open | kept | (inside | plain) & token.capital()
}

#[inline]
fn plain_adverb(token: &Token) -> bool {
    token.is(Classes::ADV) & !token.is(Classes::ADJ.or(Classes::NOUN))
}

#[inline]
fn determiner(t: &Token) -> bool {
    (t.kind == Kind::Word) & t.is(Classes::DET) & !t.is(Classes::SUBJ)
}

/// `de`, `d'`, `du`, `des` as links.
#[inline]
fn link_de(t: &Token) -> bool {
    (t.kind == Kind::Word) & t.is(Classes::DE)
}

#[inline]
fn conjunction(t: &Token) -> bool {
    (t.kind == Kind::Word) & t.is(Classes::CONJ)
}

/// Reads one noun phrase that begins at the first token.
pub(super) fn noun_phrase(input: Tokens<'_>) -> Found<'_, NounPhrase> {
    alt((pronoun, common_or_proper)).parse(input)
}

fn pronoun(input: Tokens<'_>) -> Found<'_, NounPhrase> {
    let free = |t: &Token| {
        (t.kind == Kind::Word)
            & t.is(Classes::SUBJ.or(Classes::PRON).or(Classes::TONIC))
            & !t.is(Classes::REL)
    };
    let determines = |t: &Token| {
        t.is(Classes::DET)
            && input
                .peek(1)
                .is_some_and(|n| nominal(n) || n.kind == Kind::Open)
    };
    let (rest, head) = one(|t| free(t) && !determines(t)).parse(input)?;
    // `selon lui | de la mort des moutons`
    let (rest, _) = if head.is(Classes::PRON) && !head.is(Classes::TONIC) {
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
            agreement: agreement(head),
            sort: Sort::Pronoun,
        },
    ))
}

fn common_or_proper(input: Tokens<'_>) -> Found<'_, NounPhrase> {
    let named = addressed(input);
    let body = named.skip_all(determiner);
    let (rest, ()) = alt((modifiers, medium_mark)).parse(body)?;
    let words = body.up_to(rest.at);
    let head = head_of(words);
    let mut rest = rest;
    while let Ok((next, ())) = extension(body, rest) {
        rest = next;
    }
    let noun = words.get(head).copied().unwrap_or_default();
    let first = named.first().filter(|_| body.at > named.at);
    Ok((
        rest,
        NounPhrase {
            start: input.at,
            end: rest.at,
            head: body.at + head,
            agreement: first.map_or(agreement(&noun), |d| merge(agreement(d), agreement(&noun))),
            sort: if noun.capital() && first.is_none() {
                Sort::Proper
            } else {
                Sort::Common
            },
        },
    ))
}

/// Reads over a form of address before the article of an office: `Madame la ministre`, `Son Excellence Monsieur le Premier ministre`.
fn addressed(input: Tokens<'_>) -> Tokens<'_> {
    let title = |t: &Token| t.kind == Kind::Word && t.is(Classes::TITLE);
    if !input.first().is_some_and(title) {
        return input;
    }
    let rest = input.skip_all(title);
    let office =
        rest.first().is_some_and(determiner) && rest.peek(1).is_some_and(|t| t.is(Classes::ROLE));
    if office { rest } else { input }
}

/// One or more nominal words in a row; adverbs of degree may stand between. A first name behind a medium begins another phrase.
fn modifiers(input: Tokens<'_>) -> Found<'_, ()> {
    let named = |t: &Token| t.is(Classes::FIRST_NAME) & t.capital();
    let medium = |t: &Token| t.is(Classes::MEDIA) && !t.is(Classes::FIRST_NAME.or(Classes::TITLE));
    let mut rest = input;
    while let Ok((next, ())) = modifier(rest) {
        let behind = rest.at > input.at && rest.previous().is_some_and(medium);
        if behind && rest.first().is_some_and(named) {
            break;
        }
        rest = next;
    }
    if rest.at == input.at {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, ()))
}

/// A nominal word, a number with its unit of time, or an adverb of degree with the word that it grades.
#[inline]
fn modifier(input: Tokens<'_>) -> Found<'_, ()> {
    let next = |test: fn(&Token) -> bool| input.peek(1).is_some_and(test);
    let taken = match input.first() {
        Some(t) if t.kind == Kind::Word => {
            let degree = || t.is(Classes::ADV) && t.span.len() <= 6;
            match () {
                () if nominal_word(t) => 1,
                () if degree() && next(|t| nominal(t) && !t.capital()) => 2,
                () => 0,
            }
        }
        // `81 % des Espagnols`, `deux heures`
        Some(t) if t.kind == Kind::Number => {
            let unit =
                next(|t| t.kind == Kind::Other || t.kind == Kind::Word && t.is(Classes::TIME));
            1 + usize::from(unit)
        }
        _ => 0,
    };
    if taken == 0 {
        return Err(nom::Err::Error(()));
    }
    Ok((input.skip(taken), ()))
}

/// The head: the first role, institution or document; else the first noun; else the first word.
fn head_of(words: &[Token]) -> usize {
    let known = |t: &Token| {
        let capital = Classes::ROLE.or(Classes::COLLECTIVE);
        let small = Classes::DOCUMENT
            .or(Classes::CARRIER)
            .or(Classes::MEDIA_NOUN)
            .or(Classes::ANON)
            .or(Classes::CUE_NOUN);
        t.is(capital) || t.is(small) && !t.capital()
    };
    let other = Classes::ADJ.or(Classes::NUM).or(Classes::NATION);
    if words.len() < 2 {
        return 0;
    }
    let words = || words.iter();
    words()
        .position(known)
        .or_else(|| words().position(|t| t.is(Classes::NOUN)))
        .or_else(|| words().position(|t| t.kind == Kind::Word && !t.is(other)))
        .unwrap_or(0)
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
