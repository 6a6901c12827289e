//! Articles: from bytes to text with its metadata, blocks and credits.
//!
//! In: the bytes of a file or a line of JSON. Out: an [`Article`] whose text is never rewritten, cut into blocks that know
//! their zone: « DAKAR, 12 mars (AFP) - La grève continue, a annoncé le syndicat. » is a lead with a dateline and a credit.

mod blocks;
mod credits;
mod json;
mod limits;
mod text;

pub use limits::Limits;

use crate::contract::Zone;
use crate::span::Span;

/// One text with its metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Article {
    /// Identifier given by the input, else the path.
    pub id: String,
    /// Path as given, never made absolute.
    pub path: Option<String>,
    /// Headline from the metadata.
    pub title: Option<String>,
    /// Outlet from the metadata.
    pub outlet: Option<String>,
    /// Address from the metadata.
    pub url: Option<String>,
    /// Date of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// The decoded text, exactly as read.
    pub text: String,
}

/// One paragraph (or line) of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// The words, without the line break.
    pub span: Span,
    /// The part of the article.
    pub zone: Zone,
    /// What the line is for.
    pub kind: BlockKind,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text, title, standfirst or caption: the grammar reads it.
    Prose,
    /// A heading between paragraphs: the grammar reads it, and the running speaker ends here.
    Heading,
    /// Page furniture (related links, share buttons, log-in prompts, by-lines, credits): the grammar passes over it.
    Furniture,
}

/// The blocks and credits of an article, as the pipeline needs them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Layout {
    /// Blocks in the order of the text; they do not overlap.
    pub blocks: Vec<Block>,
    /// Ids of the credited agencies, sorted, each once.
    pub credits: Vec<String>,
    /// Length in bytes of the dateline at the start of a block (`DAKAR, 12 mars (AFP) - `), by block index.
    pub datelines: Vec<(usize, u32)>,
}
