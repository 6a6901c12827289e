//! Noun phrases: determiner, modifiers, head, `de`-chains, names, brackets.
//!
//! In: tokens from a position on. Out: a [`NounPhrase`], as « le procureur de la République de Bergerac, Hélène Bastide » with
//! its apposition. `de`-chains stay inside; `à`, `dans`, `sur` close the phrase unless a role takes them.

mod extension;

use super::Run;
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

/// The tokens of an article up to where a phrase must end. Whatever reads on from a token gives the first token behind what it has read.
#[derive(Clone, Copy)]
struct Words<'a>(&'a [Token]);

/// A noun phrase as it was read.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// The phrase.
    pub(super) noun: NounPhrase,
    /// The least end within which it would have been read the same.
    pub(super) least: usize,
}

/// Reads the noun phrase that begins at `start`, in the tokens of an article up to where it must end.
pub(super) fn noun_phrase(tokens: &[Token], start: usize) -> Option<Found> {
    let words = Words(tokens);
    let first = words.get(start)?;
    let alone = Classes::SUBJ.or(Classes::PRON).or(Classes::TONIC);
    let free = (first.kind == Kind::Word) & first.is(alone) & !first.is(Classes::REL);
    if free && !(first.is(Classes::DET) && words.opens_nominal(start + 1)) {
        Some(words.pronoun(start, first))
    } else {
        words.common_or_proper(start)
    }
}

impl<'a> Words<'a> {
    /// Looks at a token.
    #[inline]
    fn get(self, at: usize) -> Option<&'a Token> {
        self.0.get(at)
    }

    /// Tells whether the token at `at` fulfils `test`.
    #[inline]
    fn has(self, at: usize, test: impl FnOnce(&Token) -> bool) -> bool {
        self.get(at).is_some_and(test)
    }

    /// Goes on behind all tokens in a row that fulfil `test`.
    #[inline]
    fn behind_all(self, mut at: usize, test: impl Fn(&Token) -> bool) -> usize {
        while self.has(at, &test) {
            at += 1;
        }
        at
    }

    /// Goes on behind determiners: one or none as a rule, so that only a second one is asked for with a branch.
    #[inline]
    fn behind_determiners(self, at: usize) -> usize {
        let behind = at + usize::from(self.has(at, determiner));
        if self.has(behind, determiner) {
            self.behind_all(behind, determiner)
        } else {
            behind
        }
    }

    /// Tells whether something that a determiner may lead in stands at `at`.
    fn opens_nominal(self, at: usize) -> bool {
        self.has(at, |t| nominal(t) || t.kind == Kind::Open)
    }

    fn pronoun(self, start: usize, head: &Token) -> Found {
        let mut end = start + 1;
        // `selon lui | de la mort des moutons`
        if head.is(Classes::PRON) && !head.is(Classes::TONIC) {
            while let Some(next) = self.chain(end) {
                end = next;
            }
        }
        let noun = NounPhrase {
            start,
            end,
            head: start,
            agreement: agreement(head),
            sort: Sort::Pronoun,
        };
        Found { noun, least: end }
    }

    fn common_or_proper(self, start: usize) -> Option<Found> {
        let named = self.addressed(start);
        let body = self.behind_determiners(named);
        let mut end = self.modifiers_or_mark(body)?;
        let head = body + head_of(self.0.get(body..end)?);
        let mut enumerates = false;
        while let Some(next) = self.extension(body, end) {
            enumerates |= self.has(end, |t| t.kind == Kind::Comma);
            end = next;
        }
        let word = self.get(head)?;
        let first = self.get(named).filter(|_| body > named);
        let noun = NounPhrase {
            start,
            end,
            head,
            agreement: first.map_or(agreement(word), |d| merge(agreement(d), agreement(word))),
            sort: if word.capital() && first.is_none() {
                Sort::Proper
            } else {
                Sort::Common
            },
        };
        // Whether a determiner alone would be a pronoun, and whether a comma goes on, depends on what stands behind.
        let least = if enumerates {
            self.0.len()
        } else {
            end.max(start + 2)
        };
        Some(Found { noun, least })
    }

    /// Reads over a form of address before the article of an office: `Madame la ministre`, `Son Excellence Monsieur le Premier ministre`.
    #[inline]
    fn addressed(self, start: usize) -> usize {
        if self.has(start, title) {
            self.behind_address(start)
        } else {
            start
        }
    }

    #[inline(never)]
    fn behind_address(self, start: usize) -> usize {
        let office = self.behind_all(start, title);
        let held = self.has(office, determiner) && self.has(office + 1, |t| t.is(Classes::ROLE));
        if held { office } else { start }
    }

    /// Nominal words, or a medium in marks.
    #[inline]
    fn modifiers_or_mark(self, at: usize) -> Option<usize> {
        let end = self.modifiers(at);
        if end > at {
            return Some(end);
        }
        self.has(at, |t| t.kind == Kind::Open)
            .then(|| self.medium_mark(at))
            .flatten()
    }

    /// Nominal words in a row; adverbs of degree may stand between. A first name behind a medium begins another phrase.
    fn modifiers(self, start: usize) -> usize {
        let mut at = start;
        let mut medium = false;
        while let Some(token) = self.get(at) {
            let taken = if (token.kind == Kind::Word) & nominal_word(token) {
                1
            } else {
                self.modifier(at, token)
            };
            let named = token.is(Classes::FIRST_NAME) & token.capital();
            let apart = medium & named;
            if (taken == 0) | apart {
                break;
            }
            at += taken;
            let last = if taken == 1 {
                Some(token)
            } else {
                self.get(at - 1)
            };
            medium = last.is_some_and(only_medium);
        }
        at
    }

    /// Gives the length of a number with its unit of time, or of an adverb of degree with the word that it grades; 0 for anything else.
    #[inline]
    fn modifier(self, at: usize, token: &Token) -> usize {
        let number = token.kind == Kind::Number;
        let degree = (token.kind == Kind::Word) & token.is(Classes::ADV) & (token.span.len() <= 6);
        if !(number | degree) {
            return 0;
        }
        let Some(next) = self.get(at + 1) else {
            return usize::from(number);
        };
        // `81 % des Espagnols`, `deux heures`
        let unit = next.kind == Kind::Other || next.kind == Kind::Word && next.is(Classes::TIME);
        match () {
            () if number => 1 + usize::from(unit),
            () if nominal(next) && !next.capital() => 2,
            () => 0,
        }
    }
}

/// Tells whether a word is a form of address.
#[inline]
fn title(token: &Token) -> bool {
    (token.kind == Kind::Word) & token.is(Classes::TITLE)
}

/// Tells whether a token is the name of a medium and can be none of a person.
#[inline]
fn only_medium(token: &Token) -> bool {
    token.is(Classes::MEDIA) & !token.is(Classes::FIRST_NAME.or(Classes::TITLE))
}

/// The head: the first role, institution or document; else the first noun; else the first word.
fn head_of(words: &[Token]) -> usize {
    // Rank and place as one number, so that no branch asks which word is the better head.
    let ranked = (0_u64..).zip(words).map(|(at, t)| rank(t) << 32 | at);
    let best = ranked.min().unwrap_or(0);
    if best >> 32 == UNFIT {
        0
    } else {
        best as u32 as usize
    }
}

/// The rank of a word that cannot be a head.
const UNFIT: u64 = 3;

/// Gives the rank of a word as head: 0 for the best.
#[inline]
fn rank(token: &Token) -> u64 {
    let capital = Classes::ROLE.or(Classes::COLLECTIVE);
    let small = Classes::DOCUMENT
        .or(Classes::CARRIER)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::ANON)
        .or(Classes::CUE_NOUN);
    let other = Classes::ADJ.or(Classes::NUM).or(Classes::NATION);
    let known = token.is(capital) | token.is(small) & !token.capital();
    let noun = known | token.is(Classes::NOUN);
    let plain = noun | (token.kind == Kind::Word) & !token.is(other);
    UNFIT - u64::from(known) - u64::from(noun) - u64::from(plain)
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
