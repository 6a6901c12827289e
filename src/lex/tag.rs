//! Ambiguous forms, decided by their neighbours: determiner, clitic, agreement and position.
//!
//! In: the tokens of a sentence. Out: the same tokens with fewer classes. In « la demande a été déposée » the determiner makes
//! `demande` a noun; in « il demande un délai » the pronoun makes it a verb.

use super::Sentence;
use super::token::{Kind, Shape, Token};
use crate::lexicon::{Classes, closed};

const NOMINAL: Classes = Classes::NOUN
    .or(Classes::ADJ)
    .or(Classes::ROLE)
    .or(Classes::COLLECTIVE)
    .or(Classes::DOCUMENT)
    .or(Classes::CARRIER)
    .or(Classes::CUE_NOUN)
    .or(Classes::TIME);
const FINITE: Classes = Classes::FINITE.or(Classes::COND).or(Classes::FUTURE);

/// Decides the tokens of one sentence, left to right.
pub(super) fn decide(tokens: &mut [Token], sentence: Sentence) {
    let mut first = true;
    for i in sentence.start..sentence.end {
        let Some(token) = tokens.get(i).copied() else {
            return;
        };
        if !matches!(token.kind, Kind::Word) {
            if token.final_sign() || matches!(token.kind, Kind::Colon | Kind::Open | Kind::Dash) {
                first = true;
            }
            continue;
        }
        let mut shape = token.shape;
        if first {
            shape.set(Shape::INITIAL);
        }
        first = false;
        let token = Token { shape, ..token };
        let named = if token.capital() && !shape.has(Shape::INITIAL) {
            capitalised(token.classes, token)
        } else {
            token.classes
        };
        let classes = if open(token, named) {
            Context::new(tokens, sentence, i).classes(token, named)
        } else {
            decided(named)
        };
        if let Some(t) = tokens.get_mut(i) {
            t.shape = shape;
            t.classes = classes;
        }
    }
}

/// Tells whether the neighbours have something to decide: most words are what they are.
fn open(token: Token, classes: Classes) -> bool {
    classes.has(Classes::DET) && classes.has(Classes::SUBJ.or(Classes::CLITIC))
        || classes.has(FINITE.or(Classes::PPART))
        || token.entry.0 == 0 && classes == Classes::ADV
}

/// Takes away what only a verb can be.
fn decided(classes: Classes) -> Classes {
    if classes.has(Classes::VERBAL) {
        classes
    } else {
        classes.without(Classes::CUE.or(Classes::SEMI))
    }
}

struct Context {
    before: Token,
    before2: Token,
    after: Token,
    after2: Token,
}

impl Context {
    fn new(tokens: &[Token], sentence: Sentence, i: usize) -> Self {
        let get = |at: Option<usize>| {
            at.filter(|a| (sentence.start..sentence.end).contains(a))
                .and_then(|a| tokens.get(a))
                .copied()
                .unwrap_or(Token {
                    kind: Kind::Break,
                    ..Token::default()
                })
        };
        Self {
            before: get(i.checked_sub(1)),
            before2: get(i.checked_sub(2)),
            after: get(Some(i + 1)),
            after2: get(Some(i + 2)),
        }
    }

    fn classes(&self, token: Token, mut classes: Classes) -> Classes {
        if classes.has(Classes::DET) && classes.has(Classes::SUBJ) {
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
        if classes.has(Classes::DET) && classes.has(Classes::CLITIC) {
            classes = self.article_or_clitic(token, classes);
        }
        if classes.has(FINITE) && (classes.has(NOMINAL) || self.after_determiner()) {
            classes = self.verb_or_noun(token, classes);
        }
        if classes.has(Classes::PPART)
            && classes.has(NOMINAL)
            && self.after_determiner()
            && !self.auxiliary_before()
        {
            classes = classes.without(Classes::PPART.or(Classes::CUE));
        }
        if classes.has(Classes::PPART) && classes.has(FINITE) {
            classes = self.finite_or_participle(classes);
        }
        // `-ment` makes adverbs and nouns alike: behind a determiner it is a noun.
        if token.entry.0 == 0
            && classes == Classes::ADV
            && (self.before.is(Classes::DET
                .or(Classes::PREP_DET)
                .or(Classes::DE)
                .or(Classes::NUM))
                || self.before.is(Classes::PREP) && !self.before.is(Classes::ADV))
        {
            classes = Classes::NONE;
        }
        decided(classes)
    }

    /// `le`, `la`, `les`, `l'` before a verb are clitics, before anything else determiners.
    fn article_or_clitic(&self, token: Token, classes: Classes) -> Classes {
        let next = self.after;
        let verb_only = next.is(FINITE.or(Classes::INF).or(Classes::PRESPART))
            && !next.is(NOMINAL)
            && !next.capital();
        let subject = self
            .before
            .is(Classes::SUBJ.or(Classes::NEG).or(Classes::REL))
            || self.before.is(Classes::CLITIC) && !self.before.is(Classes::DET);
        // `de les reporter`: before an article `de` would have been `des`.
        if self.before.is(Classes::DE)
            && closed!["de"].has(self.before.entry)
            && next.is(Classes::INF)
            && closed!["le", "les"].has(token.entry)
        {
            return classes.without(Classes::DET);
        }
        let avoir =
            next.is(Classes::AVOIR) && next.is(Classes::FINITE) && self.after2.is(Classes::PPART);
        if verb_only && (next.is(Classes::INF) || subject || avoir || next.is(FINITE))
            || subject && next.is(FINITE)
        {
            classes.without(Classes::DET)
        } else {
            classes.without(Classes::CLITIC)
        }
    }

    fn after_determiner(&self) -> bool {
        let b = self.before;
        b.kind == Kind::Word
            && (b.is(Classes::DET) && !b.is(Classes::CLITIC.or(Classes::PRON))
                || b.is(Classes::PREP_DET))
    }

    fn auxiliary_before(&self) -> bool {
        let aux = Classes::AVOIR.or(Classes::ETRE);
        self.before.is(aux)
            || self.before.kind == Kind::Inverted
            || self.before.is(Classes::ADV.or(Classes::NEG))
                && (self.before2.is(aux) || self.before2.kind == Kind::Inverted)
    }

    fn verb_or_noun(&self, token: Token, classes: Classes) -> Classes {
        let b = self.before;
        let noun = classes.without(FINITE.or(Classes::CUE).or(Classes::SEMI).or(Classes::PPART));
        let verb = classes.without(NOMINAL);
        if self.after.kind == Kind::Inverted {
            return verb;
        }
        if self.after_determiner() {
            return noun;
        }
        if b.is(Classes::CLITIC)
            && b.is(Classes::PREP)
            && !self.before2.is(Classes::SUBJ
                .or(Classes::NEG)
                .or(Classes::REL)
                .or(Classes::CLITIC))
        {
            return noun;
        }
        if b.is(Classes::SUBJ) && !b.is(Classes::DET)
            || b.is(Classes::CLITIC) && !b.is(Classes::DET)
            || b.is(Classes::NEG) && !b.is(Classes::ADV)
        {
            return verb;
        }
        if b.is(Classes::PREP) && !b.is(Classes::ADV)
            || b.is(Classes::POSS.or(Classes::DEM).or(Classes::INDEF))
            || (b.kind == Kind::Number || b.is(Classes::NUM))
                && !token.is(Classes::ETRE.or(Classes::AVOIR))
        {
            return noun;
        }
        if b.is(Classes::REL) && !b.is(Classes::SUB) {
            return verb;
        }
        let modifier = b.is(Classes::ADJ) && !b.is(Classes::VERBAL) || b.is(Classes::ORDINAL);
        if modifier && self.before2.is(Classes::DET.or(Classes::PREP_DET)) {
            return noun;
        }
        if self.complement_follows() {
            return verb;
        }
        if classes.has(Classes::PREFER_OTHER)
            && !(classes.has(Classes::CUE) && self.cue_position(token))
        {
            noun
        } else {
            verb
        }
    }

    /// `que P`, an infinitive with `de`, a colon or a determiner after the form speak for a verb.
    fn complement_follows(&self) -> bool {
        let a = self.after;
        a.kind == Kind::Word
            && (a.is(Classes::SUB)
                || a.is(Classes::DET) && !a.is(Classes::PREP)
                || a.is(Classes::NEG))
            && !self.before.is(Classes::PREP)
    }

    /// After a comma or closing mark, or before a proper name or mark: where an incise stands.
    fn cue_position(&self, _token: Token) -> bool {
        let incise = matches!(
            self.before.kind,
            Kind::Comma | Kind::Close | Kind::Exclaim | Kind::Dash
        );
        incise
            && (self.after.is(Classes::DET) || self.after.capital() || self.after.is(Classes::ADV))
            || matches!(self.after.kind, Kind::Colon | Kind::Open) && !self.before.is(Classes::DET)
    }

    /// `dit`, `fait`, `craint`: a participle after an auxiliary, else finite.
    fn finite_or_participle(&self, classes: Classes) -> Classes {
        if self.auxiliary_before() {
            classes.without(FINITE)
        } else {
            classes
        }
    }
}

/// A capital inside a sentence: a name, never a verb.
fn capitalised(classes: Classes, token: Token) -> Classes {
    if token.shape.has(Shape::PHRASE) || token.shape.has(Shape::ALL_CAPITALS) {
        return classes;
    }
    classes.without(
        Classes::VERBAL
            .or(Classes::CUE)
            .or(Classes::SEMI)
            .or(Classes::COND)
            .or(Classes::FUTURE)
            .or(Classes::AVOIR)
            .or(Classes::ETRE)
            .or(Classes::ADV)
            .or(Classes::PREP),
    )
}
