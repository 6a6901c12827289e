//! From text to tokens that know their classes, marks that know their pair, and sentences that know both.
//!
//! In: an article's text and its blocks. Out: [`Lexed`]. « M. Macron a dit « oui ». Il part. » has two sentences: the dot of
//! `M.` ends none, and a mark is never cut.

mod block;
mod cache;
pub(crate) mod chars;
mod given;
pub(crate) mod marks;
mod phrases;
mod places;
mod plain;
mod scan;
mod sentences;
mod tag;
pub(crate) mod token;

use crate::article::{BlockKind, Layout, Limits};
use crate::lexicon::Lexicon;
use crate::span::Span;
use block::Block;
use places::Places;
use token::{Shape, Token};

/// A sentence: a range of tokens, and the block that it begins in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// First token.
    pub start: usize,
    /// First token after the sentence.
    pub end: usize,
    /// Index of the block.
    pub block: usize,
    /// Whether it was cut because of its length.
    pub cut: bool,
}

/// What the lexer found; reused from article to article.
#[derive(Debug, Default)]
pub(crate) struct Lexed {
    /// All tokens.
    pub tokens: Vec<Token>,
    /// Pairs of marks.
    pub pairs: Vec<marks::Pair>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Quotation marks without a pair.
    pub stray: Vec<Span>,
    /// First token of each block, by block index.
    block_starts: Vec<(usize, usize)>,
    places: Places,
    words: block::Words,
}

impl Lexed {
    /// Reads `text`; what was there before is forgotten.
    #[inline(never)]
    pub(crate) fn read(&mut self, text: &str, layout: &Layout, lexicon: &Lexicon, limits: &Limits) {
        self.words.belong_to(lexicon);
        self.tokens.clear();
        self.pairs.clear();
        self.sentences.clear();
        self.stray.clear();
        self.block_starts.clear();
        let mut datelines = layout.datelines.iter().peekable();
        for (index, block) in layout.blocks.iter().enumerate() {
            let skip = datelines
                .next_if(|(b, _)| *b == index)
                .map_or(0, |(_, n)| *n);
            self.block_starts.push((self.tokens.len(), index));
            let span = Span::new(block.span.start + skip, block.span.end);
            Block::new(text, lexicon, &mut self.tokens, &mut self.words).read(span);
        }
        self.places.find(&mut self.tokens);
        marks::pair_marks(
            text,
            &mut self.tokens,
            &self.places.signs,
            &mut self.pairs,
            &mut self.stray,
            limits.depth,
        );
        sentences::cut(
            &self.tokens,
            &self.pairs,
            &self.block_starts,
            &self.places.signs,
            limits.sentence_tokens,
            &mut self.sentences,
        );
        // Furniture is lexed for its quotation marks only.
        self.sentences.retain(|s| {
            layout
                .blocks
                .get(s.block)
                .is_none_or(|b| b.kind != BlockKind::Furniture)
        });
        tag::decide(&mut self.tokens, &self.sentences, &self.places);
    }
}

/// Tells how a word is written.
fn shape(word: &str) -> Shape {
    let mut shape = Shape::default();
    let bytes = word.as_bytes();
    let small = bytes.first().is_some_and(u8::is_ascii_lowercase);
    if !small && word.chars().next().is_some_and(char::is_uppercase) {
        shape.set(Shape::CAPITAL);
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        if letters.clone().count() > 1 && letters.all(char::is_uppercase) {
            shape.set(Shape::ALL_CAPITALS);
        }
    }
    let letter = bytes.last().is_some_and(u8::is_ascii_alphabetic);
    if !letter && word.ends_with(['\'', '’', 'ʼ']) {
        shape.set(Shape::ELIDED);
    }
    shape
}
