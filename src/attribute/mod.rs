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
use crate::lexicon::meta::CueRow;
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::anchors::Needs;
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

/// A construction: what a sentence must have for it, and what proposes its readings.
type Construction = (Needs, fn(&Scene<'_>, &mut Vec<Reading>));

/// The constructions, in the order in which equals stand.
const CONSTRUCTIONS: [Construction; 9] = [
    (Needs::CUE, incise::propose),
    (Needs::MARK, incise::propose_unlisted_verbs),
    (Needs::CUE, governed::propose),
    (Needs::PREPOSITION, preposition::propose),
    (Needs::COLON, colon::propose),
    (Needs::BRACKET, colon::propose_parenthesis),
    (Needs::CUE_NOUN, nominal::propose),
    (Needs::PASSIVE, passive::propose),
    (Needs::MARK.and(Needs::CUE), incise::propose_speaker_first),
];

/// What the constructions propose for the sentences of an article: buffers to reuse.
#[derive(Debug, Default)]
pub(crate) struct Proposals {
    readings: Vec<Option<Reading>>,
    /// Sentence and number of each reading, as one number.
    order: Vec<u64>,
    /// Those of one construction, or of one sentence.
    own: Vec<Reading>,
}

impl Proposals {
    /// Adds what was just proposed for a sentence.
    fn add(&mut self, sentence: usize) {
        for reading in self.own.drain(..) {
            let number = self.readings.len() as u64;
            self.order.push((sentence as u64) << 32 | number);
            self.readings.push(Some(reading));
        }
    }
}

/// Reads all sentences: the constructions propose, and of each sentence the best set is kept, in the order of the text. Pushes how many
/// readings each sentence has to `counts`.
pub(crate) fn read(
    scenes: &[Scene<'_>],
    proposals: &mut Proposals,
    out: &mut Vec<Reading>,
    counts: &mut Vec<usize>,
) {
    // One construction after the other for all sentences: its code stays in the cache of the processor.
    each_with(scenes, Needs::CUE, |_, scene| scene.find_complements());
    for (needs, propose) in CONSTRUCTIONS {
        each_with(scenes, needs, |number, scene| {
            propose(scene, &mut proposals.own);
            if !proposals.own.is_empty() {
                proposals.add(number);
            }
        });
    }
    proposals.order.sort_unstable();
    let mut order = proposals.order.drain(..).peekable();
    for (number, scene) in scenes.iter().enumerate() {
        let before = out.len();
        while let Some(next) = order.next_if(|next| next >> 32 == number as u64) {
            let reading = proposals.readings.get_mut(next as u32 as usize);
            proposals.own.extend(reading.and_then(Option::take));
        }
        if !proposals.own.is_empty() {
            trim(scene, &mut proposals.own);
            select::best(scene, &mut proposals.own, out);
        }
        counts.push(out.len() - before);
    }
    drop(order);
    proposals.readings.clear();
}

/// Visits the sentences that have what a construction hangs on, with their numbers; which have it is found for 64 at a time without a
/// branch.
#[inline]
fn each_with<'a>(scenes: &[Scene<'a>], needs: Needs, mut visit: impl FnMut(usize, &Scene<'a>)) {
    for (n, chunk) in scenes.chunks(64).enumerate() {
        let bits = (0..).zip(chunk);
        let mut set = bits.fold(0_u64, |set, (i, s)| {
            set | u64::from(s.anchors.meet(needs)) << i
        });
        while let Some(scene) = chunk.get(set.trailing_zeros() as usize) {
            visit(n * 64 + set.trailing_zeros() as usize, scene);
            set &= set - 1;
        }
    }
}

/// Gives all readings that the constructions propose for a sentence, trimmed.
pub(crate) fn proposed(scene: &Scene<'_>) -> Vec<Reading> {
    let mut readings = Vec::new();
    for (needs, propose) in CONSTRUCTIONS {
        if scene.anchors.meet(needs) {
            propose(scene, &mut readings);
        }
    }
    trim(scene, &mut readings);
    readings
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
