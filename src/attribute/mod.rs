//! From pieces to readings: constructions propose, selection keeps the best set.
//!
//! In: the [`Scene`] of one sentence. Out: [`Reading`]s: content, cue and source as runs of tokens, with the construction that
//! found them. « « On tient », a dit le maire, ajoutant que le pont rouvrirait » gives two.

mod colon;
pub(crate) mod complement;
pub(crate) mod features;
mod governed;
mod incise;
mod nominal;
mod passive;
mod preposition;
mod select;
mod speaker;
mod unnamed;

pub(crate) use governed::main_subject;

use features::Feature;

use smallvec::SmallVec;

use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::lexicon::meta::CueRow;
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// The segments of a content: one or two as a rule.
pub(crate) type Runs = SmallVec<[Run; 2]>;

/// Whom a reading names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Words at the cue.
    Words(Phrase),
    /// The subject pronoun inverted in the cue group.
    Inverted(usize),
    /// The source of the reading whose cue group begins at this token.
    SameAs(usize),
    /// The speaker who goes on from the sentence before.
    Running,
    /// Nobody is named.
    Nobody,
}

/// What a reading keeps of its cue group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verb {
    /// Token of the verb.
    pub at: u32,
    /// Index of the verb's head in the lexicon.
    pub head: u16,
    /// Index of the row of that head.
    pub row: u16,
    /// Form of the group.
    pub form: Form,
    /// Negated.
    pub negated: bool,
    /// The finite verb stands in the conditional.
    pub conditional: bool,
    /// Compound tense.
    pub compound: bool,
}

/// One way to read a statement.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// Id of the construction.
    pub rule: &'static str,
    /// Words of the cue.
    pub cue: Option<Run>,
    /// Cue group, when the cue is a verb.
    pub verb: Option<Verb>,
    /// Whom it names.
    pub who: Who,
    /// Segments of the content.
    pub content: Runs,
    /// Adjuncts of the saying: where a relay may be named.
    pub adjuncts: Adjuncts,
    /// Sum of the features.
    pub weight: i32,
    /// Features that decided.
    pub features: SmallVec<[(Feature, i16); 4]>,
}

impl Reading {
    /// Starts a reading of a construction.
    #[must_use]
    #[inline]
    pub(crate) fn new(
        rule: &'static str,
        cue: Option<Run>,
        who: Who,
        content: impl IntoIterator<Item = Run>,
    ) -> Self {
        Self {
            rule,
            cue,
            verb: None,
            who,
            content: content.into_iter().collect(),
            adjuncts: Adjuncts::new(),
            weight: 0,
            features: SmallVec::new(),
        }
    }

    /// Adds a feature with its weight.
    #[must_use]
    #[inline]
    pub(crate) fn with(mut self, feature: Feature, weight: i16) -> Self {
        self.add(feature, weight);
        self
    }

    /// Adds a feature with its weight in place.
    #[inline]
    fn add(&mut self, feature: Feature, weight: i16) {
        self.weight += i32::from(weight);
        self.features.push((feature, weight));
    }

    /// Sets the cue group.
    #[must_use]
    #[inline]
    pub(crate) fn of_verb(mut self, cue: &Cue) -> Self {
        self.set_verb(cue);
        self
    }

    /// Sets the cue group in place.
    #[inline]
    fn set_verb(&mut self, cue: &Cue) {
        self.verb = Some(Verb {
            at: cue.verb as u32,
            head: cue.head,
            row: cue.row,
            form: cue.form,
            negated: cue.negated,
            conditional: cue.conditional,
            compound: cue.compound,
        });
    }

    /// Gives the first and last token of the content.
    #[must_use]
    pub(crate) fn extent(&self) -> Run {
        if let [run] = self.content.as_slice() {
            return *run;
        }
        let start = self.content.iter().map(|r| r.start).min().unwrap_or(0);
        Run::new(
            start,
            self.content.iter().map(|r| r.end).max().unwrap_or(start),
        )
    }
}

/// Reads a sentence: all constructions propose, and the best set is kept, in the order of the text. `proposed` is a buffer to reuse.
pub(crate) fn read(scene: &Scene<'_>, proposed: &mut Vec<Reading>, out: &mut Vec<Reading>) {
    proposed.clear();
    propose(scene, proposed);
    select::best(scene, proposed, out);
}

/// Adds all readings that the constructions propose, trimmed; the anchors of the sentence tell which need not be tried.
pub(crate) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    let anchors = scene.anchors;
    incise::propose(scene, out);
    if anchors.marks() {
        incise::propose_unlisted_verbs(scene, out);
    }
    governed::propose(scene, out);
    if anchors.word(Classes::PREP) {
        preposition::propose(scene, out);
    }
    if anchors.sign(Kind::Colon) {
        colon::propose(scene, out);
    }
    if anchors.sign(Kind::ParenOpen) {
        colon::propose_parenthesis(scene, out);
    }
    if anchors.word(Classes::CUE_NOUN) {
        nominal::propose(scene, out);
    }
    passive::propose(scene, out);
    if anchors.marks() && !scene.cues.is_empty() {
        incise::propose_speaker_first(scene, out);
    }
    trim(scene, out);
}

/// Trims what readings say, and drops those that say nothing.
fn trim(scene: &Scene<'_>, readings: &mut Vec<Reading>) {
    for reading in readings.iter_mut() {
        for run in &mut reading.content {
            *run = scene.trimmed(*run);
        }
        reading.content.retain(|r| !r.is_empty());
    }
    readings.retain(|r| !r.content.is_empty());
}

impl Who {
    /// Gives the words that name the source, for `explain`.
    #[must_use]
    pub(crate) fn words<'a>(&self, scene: &Scene<'a>) -> &'a str {
        match self {
            Self::Words(p) => scene.span(p.run).of(scene.text),
            Self::Inverted(at) => scene.word(*at),
            Self::SameAs(at) => scene.word(*at),
            Self::Running | Self::Nobody => "",
        }
    }
}

impl<'a> Scene<'a> {
    /// Gives what the lexicon has on a cue with its frame.
    #[must_use]
    fn row(&self, cue: &Cue) -> Option<&'a CueRow> {
        let head = self.lexicon.meta().heads.get(cue.head as usize)?;
        head.rows.get(cue.row as usize)
    }

    /// Tells whether a comma stands right before `at`.
    #[must_use]
    fn behind_comma(&self, at: usize) -> bool {
        self.before(at).is_some_and(|t| t.kind == Kind::Comma)
    }
}
