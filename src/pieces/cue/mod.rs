//! Cue groups: auxiliaries, negation, clitics, adverbs and the verb that attributes.
//!
//! In: the tokens of a sentence. Out: one [`Cue`] per verb that may attribute: « a, en retour, exprimé », « a-t-il ajouté »,
//! « n'a pas exclu », « tient à préciser », « avant d'assurer ». Whether it does is for its frames to decide.

mod auxiliary;
mod clitic;
mod form;
mod tail;

use super::Scene;
use super::anchors::Anchors;
use super::search::places;
use crate::lex::Sentence;
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::closed;
use crate::lexicon::{Classes, Entry, Lexicon, Morph, Sense, SenseKind};

/// A verb group that may attribute; token indices of the article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// Its number among the cue groups of the article.
    pub number: usize,
    /// First token: clitic of negation, reflexive or auxiliary.
    pub start: usize,
    /// First token after the group, adverbs included.
    pub end: usize,
    /// The verb that attributes.
    pub verb: usize,
    /// Form of the group.
    pub form: Form,
    /// Index of the verb's head in the lexicon.
    pub head: u16,
    /// Index of the row of that head.
    pub row: u16,
    /// Set of frames of the row.
    pub frames: u32,
    /// Inverted pronoun inside the group.
    pub inverted: Option<usize>,
    /// The finite verb, else the verb that attributes.
    pub finite: usize,
    /// Negated.
    pub negated: bool,
    /// The finite verb stands in the conditional.
    pub conditional: bool,
    /// Whether the semi-auxiliary says that nothing was said (`a refusé de dire`).
    pub withheld: bool,
    /// Compound tense: a participle with its auxiliary.
    pub compound: bool,
}

/// Form of a cue group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A finite verb, simple or compound.
    Finite,
    /// A present participle; `en` before it makes it a gerund.
    Participle,
    /// A gerund (`en affirmant`).
    Gerund,
    /// A past participle without auxiliary (`, estimé que`).
    Bare,
    /// An infinitive without semi-auxiliary (`avant d'assurer`).
    Infinitive,
    /// Passive (`a été annoncé`).
    Passive,
}

const AUX: Classes = Classes::AVOIR.or(Classes::ETRE);

/// Finds the cue groups of a sentence, and what its tokens are taken together.
pub(crate) fn cues(
    text: &str,
    tokens: &[Token],
    sentence: Sentence,
    lexicon: &Lexicon,
    out: &mut Vec<Cue>,
) -> Anchors {
    let group = Group {
        text,
        own: tokens.get(sentence.start..sentence.end).unwrap_or(&[]),
        sentence,
        lexicon,
    };
    let mut anchors = Anchors::default();
    let first = out.len();
    let mut behind = sentence.start;
    let verb = |token: &Token| {
        anchors.add(token);
        (token.kind == Kind::Word) & token.is(Classes::CUE) & token.is(Classes::VERBAL)
    };
    for at in places(group.own, sentence.start, verb) {
        if at >= behind
            && let Some(cue) = group.read(at)
        {
            behind = cue.end;
            // Of two groups that share words the later one stays.
            if out
                .last()
                .is_some_and(|c| c.end > cue.start && c.start >= sentence.start)
            {
                out.pop();
            }
            let number = out.len();
            out.push(Cue { number, ..cue });
        }
    }
    anchors.settle(out.get(first..).unwrap_or(&[]));
    anchors
}

/// The sentence in which cue groups are looked for.
struct Group<'a> {
    text: &'a str,
    own: &'a [Token],
    sentence: Sentence,
    lexicon: &'a Lexicon,
}

impl Group<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.own.get(at.wrapping_sub(self.sentence.start))
    }

    fn before(&self, at: usize) -> Option<&Token> {
        at.checked_sub(1).and_then(|i| self.token(i))
    }

    /// Reads the group of the verb form at `verb`.
    fn read(&self, verb: usize) -> Option<Cue> {
        let token = self.token(verb)?;
        let sense = self.lexicon.sense(token.entry, SenseKind::Cue)?;
        let head = self.lexicon.meta().heads.get(sense.id as usize)?;
        let opening = self.opening(head, verb + 1);
        if head.first_row(opening) >= head.rows.len() {
            return None;
        }
        let left = self.left(verb, token);
        let form = self.form(token, &left)?;
        let (row, tail) = self.row(head, opening, verb, &left)?;
        let frames = head.rows.get(row)?.frames;
        // `fait-il valoir`: the pronoun stands before the tail.
        let inside = (verb + 1..verb + 1 + tail)
            .find(|i| self.token(*i).is_some_and(|t| t.kind == Kind::Inverted));
        let (end, inverted) = self.end(verb + 1 + tail, left.inverted.or(inside));
        let finite = left.finite.unwrap_or(verb);
        let mood = self.token(finite)?;
        Some(Cue {
            number: 0,
            start: left.start,
            end,
            verb,
            form,
            head: sense.id,
            row: row as u16,
            frames,
            inverted,
            finite,
            negated: left.negated || self.negation_after(verb, end),
            conditional: mood.is(Classes::COND) && !mood.is(Classes::FUTURE),
            withheld: left.withheld,
            compound: left.auxiliary.is_some(),
        })
    }

    /// Takes an inverted pronoun and adverbs behind the verb and its tail; gives the end of the group and the pronoun.
    fn end(&self, mut at: usize, mut inverted: Option<usize>) -> (usize, Option<usize>) {
        if self.token(at).is_some_and(|t| t.kind == Kind::Inverted) {
            inverted = Some(at);
            at += 1;
        }
        let opens_infinitive = |t: &Token| closed!["ne", "n'", "ne pas"].has(t.entry);
        while self
            .token(at)
            .is_some_and(|t| adverb(t) && !opens_infinitive(t))
        {
            at += 1;
        }
        (at, inverted)
    }
}

impl Scene<'_> {
    /// Gives number and gender of the inverted pronoun of a cue, else the number of its finite verb.
    #[must_use]
    pub(crate) fn agreement(&self, cue: &Cue) -> Classes {
        if let Some(pronoun) = cue.inverted.and_then(|i| self.token(i)) {
            return pronoun.classes
                & (Classes::PLURAL | Classes::SINGULAR | Classes::FEMININE | Classes::MASCULINE);
        }
        let entry = self
            .token(cue.finite)
            .map_or_else(Entry::default, |t| t.entry);
        number_of(self.lexicon, entry)
    }
}

/// Gives the number of a finite verb form, when it has one number only.
pub(super) fn number_of(lexicon: &Lexicon, entry: Entry) -> Classes {
    let verb = |s: &Sense| {
        let kind = matches!(s.kind, SenseKind::Cue | SenseKind::Verb | SenseKind::Semi);
        kind && matches!(s.morph.mood(), 1..=3)
    };
    let mut set = Classes::NONE;
    for sense in lexicon.senses(entry).filter(verb) {
        set |= if sense.morph.has(Morph::PLURAL) {
            Classes::PLURAL
        } else {
            Classes::SINGULAR
        };
    }
    if set.0.is_power_of_two() {
        set
    } else {
        Classes::NONE
    }
}

/// Adverbs that may stand inside or after a cue group; without branches, for nobody can foresee what stands there.
fn adverb(t: &Token) -> bool {
    let other = Classes::PREP
        .or(Classes::SUB)
        .or(Classes::CONJ)
        .or(Classes::DET)
        .or(Classes::SUBJ)
        .or(Classes::CLITIC);
    (t.kind == Kind::Word) & t.is(Classes::ADV.or(Classes::NEG)) & !t.is(other) & !t.capital()
}
