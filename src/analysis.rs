//! What the pipeline gives: claims, marks and entities of one article, as spans and ids.
//!
//! In: nothing; these are the results that reports render, for sentences such as « Selon KCNA, le tir a réussi. »

mod entities;

use smallvec::SmallVec;

use crate::article::Layout;
pub use crate::attribute::features::Feature;
use crate::contract::{Kind, MarkClass, SourceType, Zone};
use crate::span::Span;
pub use entities::{Entities, Entity};

/// Stretches of one statement: two at most, as a rule.
pub type Spans = SmallVec<[Span; 2]>;

/// The result for one article.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Analysis {
    /// Statements in the order of the text.
    pub claims: Vec<Claim>,
    /// Pairs of quotation marks in the order of the text.
    pub marks: Vec<Mark>,
    /// Who is named; `Claim` and `Relay` point here.
    pub entities: Entities,
    /// Blocks, datelines and credits of the article.
    pub layout: Layout,
    /// Title line of the text, when it has one.
    pub headline: Option<Span>,
    /// Quotation marks without a pair, with whether one stands the wrong way round.
    pub limits: Vec<Limit>,
}

/// Something that the program could not read as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// A quotation mark without its pair.
    Stray(Span),
    /// A pair that stands the wrong way round.
    Reversed(Span),
    /// A mark left open.
    Unclosed(Span),
    /// A sentence that was cut because of its length.
    LongSentence(Span),
}

/// A cue: words and lemma.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cue {
    /// The words.
    pub span: Span,
    /// Lemma.
    pub lemma: String,
}

/// A source: words, when some name it, and the entity, when one is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The words.
    pub span: Option<Span>,
    /// Index in `entities`.
    pub entity: Option<usize>,
    /// Sort of speaker.
    pub kind: SourceType,
}

/// A further source of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Relay {
    /// The words that attribute to it.
    pub cue: Option<Cue>,
    /// Who relays.
    pub source: Source,
}

/// One statement.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Claim {
    /// How the words stand in the text.
    pub kind: Kind,
    /// Segments of the content.
    pub content: Spans,
    /// Quoted fragments inside.
    pub quotes: Spans,
    /// The cue.
    pub cue: Option<Cue>,
    /// Who says it.
    pub source: Option<Source>,
    /// Through whom it came, nearest to the speaker first.
    pub relays: Vec<Relay>,
    /// Agency or medium named in the chain.
    pub agency: Option<String>,
    /// Where it stands.
    pub zone: Zone,
    /// Journalistic conditional.
    pub conditional: bool,
    /// Negated cue.
    pub negated: bool,
    /// Construction.
    pub rule: &'static str,
    /// Sureness, 0 to 1.
    pub confidence: f32,
    /// Features that decided, with their weights.
    pub basis: SmallVec<[(Feature, i16); 4]>,
}

/// One pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mark {
    /// The words inside.
    pub inner: Span,
    /// Speech or term.
    pub class: MarkClass,
    /// Index of the claim that it belongs to.
    pub claim: Option<usize>,
}
