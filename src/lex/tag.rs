//! Ambiguous forms, decided by their neighbours: determiner, clitic, agreement and position.
//!
//! In: the tokens of a sentence. Out: the same tokens with fewer classes. In « la demande a été déposée » the determiner makes
//! `demande` a noun; in « il demande un délai » the pronoun makes it a verb.

mod verb;
mod wanted;

use super::places::Places;
use super::token::{Kind, Shape, Token};
use super::{Sentence, given};
use crate::lexicon::{Classes, Entry, closed};
use crate::span::Span;

const NOMINAL: Classes = Classes::NOUN
    .or(Classes::ADJ)
    .or(Classes::ROLE)
    .or(Classes::COLLECTIVE)
    .or(Classes::DOCUMENT)
    .or(Classes::CARRIER)
    .or(Classes::CUE_NOUN)
    .or(Classes::TIME);
const FINITE: Classes = Classes::FINITE.or(Classes::COND).or(Classes::FUTURE);

/// What a name is never.
pub(super) const NO_NAME: Classes = Classes::VERBAL
    .or(Classes::CUE)
    .or(Classes::SEMI)
    .or(Classes::COND)
    .or(Classes::FUTURE)
    .or(Classes::AVOIR)
    .or(Classes::ETRE)
    .or(Classes::ADV)
    .or(Classes::PREP);

/// What stands before the first and behind the last token of a sentence.
const NOTHING: Token = Token {
    span: Span::new(0, 0),
    classes: Classes::NONE,
    entry: Entry(0),
    kind: Kind::Break,
    shape: Shape(0),
    mark: 0,
};

/// Gives [`Shape::OPEN`] to a word whose neighbours, or its place in a sentence, may take classes away; most words are what they are.
pub(super) fn openness(classes: Classes, entry: Entry, shape: Shape) -> Shape {
    let only_verb = !classes.has(Classes::VERBAL) && classes.has(Classes::CUE.or(Classes::SEMI));
    let open = neighbours_decide(classes, entry)
        || only_verb
        || shape.has(Shape::CAPITAL) && classes.has(NO_NAME)
        || given::may_be_relative(entry);
    if open { Shape::OPEN } else { Shape(0) }
}

/// Decides the tokens of the sentences, left to right.
pub(super) fn decide(tokens: &mut [Token], sentences: &[Sentence], places: &Places) {
    let mut signs = places.signs.iter().map(|i| *i as usize).peekable();
    let mut open = places.open.iter().map(|i| *i as usize).peekable();
    for Sentence { start, end, .. } in sentences {
        begin(tokens, *start, *end);
        while let Some(i) = signs.next_if(|i| *i < *end) {
            let begins = |token: &Token| {
                token.final_sign() | matches!(token.kind, Kind::Colon | Kind::Open | Kind::Dash)
            };
            if (*start..*end - 1).contains(&i) && tokens.get(i).is_some_and(begins) {
                begin(tokens, i + 1, *end);
            }
        }
        while let Some(i) = open.next_if(|i| *i < *end) {
            if i >= *start
                && let Some(tokens) = tokens.get_mut(*start..*end)
            {
                decide_word(tokens, i - start);
            }
        }
    }
}

/// Notes that the first word in a range of tokens begins a sentence, or what is written like one.
fn begin(tokens: &mut [Token], start: usize, end: usize) {
    let tokens = tokens.get_mut(start..end).unwrap_or_default();
    let first = tokens.iter().position(|token| token.kind == Kind::Word);
    let Some(tokens) = first.and_then(|first| tokens.get_mut(first..)) else {
        return;
    };
    let given = given::at_start(tokens);
    if let Some(token) = tokens.first_mut() {
        token.classes = given.unwrap_or(token.classes);
        token.shape.set(Shape::INITIAL);
    }
}

/// Decides an open word of a sentence.
fn decide_word(tokens: &mut [Token], i: usize) {
    let may_be_settled = Shape(Shape::CAPITAL.0 | Shape::PHRASE.0);
    if tokens.get(i).is_some_and(|t| t.shape.has(may_be_settled)) {
        settle(tokens, i);
    }
    let classes = decided(Context::new(tokens, i).classes());
    if let Some(token) = tokens.get_mut(i) {
        token.classes = classes;
    }
}

/// Takes away what a name or a phrase is not, whatever its neighbours are.
fn settle(tokens: &mut [Token], i: usize) {
    let before = i.checked_sub(1).and_then(|before| tokens.get(before));
    let before = *before.unwrap_or(&NOTHING);
    let inside = |token: &&mut Token| !token.shape.has(Shape::INITIAL);
    if let Some(token) = tokens.get_mut(i).filter(inside) {
        token.classes = match given::relative(&before, token) {
            Some(relative) => relative,
            None if token.capital() => capitalised(*token),
            None => token.classes,
        };
    }
}

/// Tells whether the neighbours have something to decide.
#[inline]
fn neighbours_decide(classes: Classes, entry: Entry) -> bool {
    classes.has(FINITE.or(Classes::PPART))
        || classes.has(Classes::DET) && classes.has(Classes::SUBJ.or(Classes::CLITIC))
        || entry.0 == 0 && classes == Classes::ADV
}

/// Takes away what only a verb can be.
#[inline]
fn decided(classes: Classes) -> Classes {
    if classes.has(Classes::VERBAL) {
        classes
    } else {
        classes.without(Classes::CUE.or(Classes::SEMI))
    }
}

/// A token and its neighbours.
struct Context<'a> {
    tokens: &'a [Token],
    at: usize,
    token: &'a Token,
    before: &'a Token,
    before2: &'a Token,
    after: &'a Token,
    after2: &'a Token,
}

impl<'a> Context<'a> {
    #[inline]
    fn new(tokens: &'a [Token], i: usize) -> Self {
        let get = |at: usize| tokens.get(at).unwrap_or(&NOTHING);
        Self {
            tokens,
            at: i,
            token: get(i),
            before: get(i.wrapping_sub(1)),
            before2: get(i.wrapping_sub(2)),
            after: get(i + 1),
            after2: get(i + 2),
        }
    }

    /// Decides between the classes that are still open.
    #[inline]
    fn classes(&self) -> Classes {
        let mut classes = self.token.classes;
        if classes.has(Classes::DET) {
            classes = self.determiner(classes);
        }
        if classes.has(FINITE.or(Classes::PPART)) {
            self.verb(classes)
        } else if self.token.entry.0 == 0
            && classes == Classes::ADV
            && self.behind_determiner_of_noun()
        {
            Classes::NONE
        } else {
            classes
        }
    }

    /// `le` may be a clitic, `ce` a subject.
    #[inline]
    fn determiner(&self, mut classes: Classes) -> Classes {
        if classes.has(Classes::SUBJ) {
            let verb = self.after.is(Classes::ETRE
                .or(Classes::REL)
                .or(Classes::NEG)
                .or(Classes::SUB))
                || self.after.kind != Kind::Word
                    && self.after.kind != Kind::Open
                    && self.after.kind != Kind::Number;
            classes = classes.without(if verb {
                Classes::DET
            } else {
                Classes::SUBJ.or(Classes::PRON)
            });
        }
        if !(classes.has(Classes::DET) && classes.has(Classes::CLITIC)) {
            return classes;
        }
        // Most often no verb follows.
        let verb = FINITE.or(Classes::INF).or(Classes::PRESPART);
        if self.after.is(verb) {
            self.article_or_clitic(classes)
        } else {
            classes.without(Classes::CLITIC)
        }
    }

    /// `-ment` makes adverbs and nouns alike: behind a determiner it is a noun.
    fn behind_determiner_of_noun(&self) -> bool {
        let determiner = Classes::DET
            .or(Classes::PREP_DET)
            .or(Classes::DE)
            .or(Classes::NUM);
        self.before.is(determiner) || self.before.is(Classes::PREP) && !self.before.is(Classes::ADV)
    }

    /// `le`, `la`, `les`, `l'` before a verb are clitics, before anything else determiners.
    fn article_or_clitic(&self, classes: Classes) -> Classes {
        let next = self.after;
        let verb_only = next.is(FINITE.or(Classes::INF).or(Classes::PRESPART))
            && !next.is(NOMINAL)
            && !next.capital();
        // `que le président`: of the relatives only `qui` is a subject.
        let relative = self.before.is(Classes::REL)
            && (closed!["qui"].has(self.before.entry) || !next.is(NOMINAL));
        let subject = relative
            || self.before.is(Classes::SUBJ.or(Classes::NEG))
            || self.before.is(Classes::CLITIC) && !self.before.is(Classes::DET);
        // `de les reporter`: before an article `de` would have been `des`.
        if self.before.is(Classes::DE)
            && closed!["de"].has(self.before.entry)
            && next.is(Classes::INF)
            && closed!["le", "les"].has(self.token.entry)
        {
            return classes.without(Classes::DET);
        }
        // « Le maire le juge « disproportionné » »: nothing else can be the verb.
        let object = next.is(FINITE)
            && next.is(NOMINAL)
            && self.behind_noun_phrase()
            && !self.verb_in_clause();
        if object {
            return classes.without(Classes::DET);
        }
        // « comme le note le maire »: a verb of saying with its subject behind it.
        let commented = closed!["comme"].has(self.before.entry)
            && next.is(FINITE)
            && next.is(Classes::CUE)
            && (self.after2.is(Classes::DET) || self.after2.capital());
        if commented {
            return classes.without(Classes::DET);
        }
        let avoir =
            next.is(Classes::AVOIR) && next.is(Classes::FINITE) && self.after2.is(Classes::PPART);
        if verb_only
            && (next.is(Classes::INF.or(Classes::PRESPART)) || subject || avoir || next.is(FINITE))
            || subject && next.is(FINITE)
        {
            classes.without(Classes::DET)
        } else {
            classes.without(Classes::CLITIC)
        }
    }

    fn after_determiner(&self) -> bool {
        let b = self.before;
        let article = b.is(Classes::DET) & !b.is(Classes::CLITIC.or(Classes::PRON));
        (b.kind == Kind::Word) & (article | b.is(Classes::PREP_DET))
    }

    fn auxiliary_before(&self) -> bool {
        let aux = Classes::AVOIR.or(Classes::ETRE);
        self.before.is(aux)
            || self.before.kind == Kind::Inverted
            || self.before.is(Classes::ADV.or(Classes::NEG))
                && (self.before2.is(aux) || self.before2.kind == Kind::Inverted)
    }
}

/// A capital inside a sentence: a name, never a verb.
fn capitalised(token: Token) -> Classes {
    if token.shape.has(Shape::PHRASE) || token.shape.has(Shape::ALL_CAPITALS) {
        return token.classes;
    }
    token.classes.without(NO_NAME)
}

#[cfg(test)]
mod tests;
