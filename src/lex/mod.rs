//! From text to tokens that know their classes, marks that know their pair, and sentences that know both.
//!
//! In: an article's text and its blocks. Out: [`Lexed`]. « M. Macron a dit « oui ». Il part. » has two sentences: the dot of
//! `M.` ends none, and a mark is never cut.

mod cache;
pub(crate) mod chars;
pub(crate) mod marks;
mod phrases;
mod sentences;
mod tag;
pub(crate) mod token;

use crate::article::{BlockKind, Layout, Limits};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use marks::Pair;
use token::{Kind, Shape, Token};

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
    pub pairs: Vec<Pair>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Quotation marks without a pair.
    pub stray: Vec<Span>,
    /// First token of each block, by block index.
    block_starts: Vec<(usize, usize)>,
    key: String,
    cache: cache::Cache,
}

impl Lexed {
    /// Reads `text`; what was there before is forgotten.
    pub(crate) fn read(&mut self, text: &str, layout: &Layout, lexicon: &Lexicon, limits: &Limits) {
        self.cache.belong_to(lexicon.hash());
        self.tokens.clear();
        self.pairs.clear();
        self.sentences.clear();
        self.stray.clear();
        self.block_starts.clear();
        for (index, block) in layout.blocks.iter().enumerate() {
            let skip = layout
                .datelines
                .iter()
                .find(|(b, _)| *b == index)
                .map_or(0, |(_, n)| *n);
            self.block_starts.push((self.tokens.len(), index));
            self.block(
                text,
                Span::new(block.span.start + skip, block.span.end),
                lexicon,
            );
        }
        marks::pair_marks(
            text,
            &mut self.tokens,
            &mut self.pairs,
            &mut self.stray,
            limits.depth,
        );
        sentences::cut(
            &self.tokens,
            &self.pairs,
            &self.block_starts,
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
        for sentence in &self.sentences {
            tag::decide(&mut self.tokens, *sentence);
        }
    }

    fn block(&mut self, text: &str, span: Span, lexicon: &Lexicon) {
        let first = self.tokens.len();
        let block = span.of(text);
        let mut at = 0;
        loop {
            let from = at + usize::from(block.as_bytes().get(at) == Some(&b' '));
            // Nine words in ten are plain: they have no hyphen, and need no grammar of characters.
            if let Some(word) = chars::plain_word(block.as_bytes(), from).filter(|w| !w.capital) {
                let span = Span::new(span.start + from as u32, span.start + word.end as u32);
                self.word(text, span, Kind::Word, from > at, lexicon);
                at = word.end;
                continue;
            }
            let rest = block.get(at..).unwrap_or_default();
            let Ok((after, (piece, kind))) = chars::token(rest) else {
                break;
            };
            let next = block.len() - after.len();
            let from = next - piece.len();
            let span = Span::new(span.start + from as u32, span.start + next as u32);
            self.push(text, span, kind, from > at, lexicon);
            at = next;
        }
        if let Some(token) = self.tokens.get_mut(first) {
            token.shape.set(Shape::BLOCK_START);
        }
        phrases::join(
            &mut self.tokens,
            first,
            text,
            lexicon,
            &mut self.cache,
            &mut self.key,
        );
        self.tokens.push(Token {
            span: Span::new(span.end, span.end),
            kind: Kind::Break,
            ..Token::default()
        });
    }

    fn push(&mut self, text: &str, span: Span, kind: Kind, spaced: bool, lexicon: &Lexicon) {
        let word = span.of(text);
        if kind == Kind::Period && !spaced && self.abbreviated(text, span, lexicon) {
            return;
        }
        if kind == Kind::Word
            && word.contains('-')
            && let Some((verb, pronoun)) = chars::inversion(word)
        {
            let cut = span.end - pronoun.len() as u32;
            debug_assert_eq!(verb.len() as u32, cut - span.start);
            self.word(
                text,
                Span::new(span.start, cut),
                Kind::Word,
                spaced,
                lexicon,
            );
            let on = Token {
                span: Span::new(cut, span.end),
                kind: Kind::Inverted,
                classes: Classes::SUBJ | inverted_number(pronoun),
                ..Token::default()
            };
            self.tokens.push(on);
            return;
        }
        if kind == Kind::Word && word.len() > 6 && self.glued(text, span, spaced, lexicon) {
            return;
        }
        self.word(text, span, kind, spaced, lexicon);
    }

    /// Joins a dot to the abbreviation or initial before it (`M.`, `J.`).
    fn abbreviated(&mut self, text: &str, dot: Span, lexicon: &Lexicon) -> bool {
        let Some(last) = self
            .tokens
            .last_mut()
            .filter(|t| t.kind == Kind::Word && t.span.end == dot.start)
        else {
            return false;
        };
        let whole = last.span.to(dot);
        // `sur X.` ends a sentence with the platform; the initial of a name is no medium, and a place or a body of one letter
        // does not exist.
        let initial =
            last.capital() && last.span.of(text).chars().count() == 1 && !last.is(Classes::MEDIA);
        self.key.clear();
        crate::lexicon::fold::fold_into(whole.of(text), &mut self.key);
        let entry = lexicon
            .find(&self.key)
            .filter(|e| lexicon.classes(*e).has(Classes::ABBREVIATION));
        if entry.is_none() && !initial {
            return false;
        }
        last.mark = phrases::SECOND;
        last.span = whole;
        last.entry = entry.unwrap_or_default();
        last.classes = entry.map_or(Classes::NONE, |e| lexicon.classes(e));
        true
    }

    #[inline]
    fn word(&mut self, text: &str, span: Span, kind: Kind, spaced: bool, lexicon: &Lexicon) {
        let mut token = Token {
            span,
            kind,
            ..Token::default()
        };
        if matches!(kind, Kind::Word | Kind::Number) {
            let key = &mut self.key;
            let known = self
                .cache
                .word(text, span, || phrases::look_up(span.of(text), lexicon, key));
            token.entry = known.entry;
            token.classes = known.classes;
            token.shape = known.shape;
            token.mark = phrases::mark(known);
        }
        if spaced {
            token.shape.set(Shape::SPACED);
        }
        self.tokens.push(token);
    }

    /// Splits words that a web page glued together (`MaintenantKim`): an unknown word with a capital inside, whose first part is known.
    fn glued(&mut self, text: &str, span: Span, spaced: bool, lexicon: &Lexicon) -> bool {
        let word = span.of(text);
        let Some(at) = inner_capital(word) else {
            return false;
        };
        let Some((left, _)) = word.split_at_checked(at) else {
            return false;
        };
        let known = |w: &str, key: &mut String| {
            key.clear();
            crate::lexicon::fold::fold_into(w, key);
            lexicon.find(key).is_some_and(|e| {
                !lexicon.classes(e).has(Classes::FIRST_NAME) && lexicon.classes(e) != Classes::NONE
            })
        };
        let mut key = std::mem::take(&mut self.key);
        let split = left.chars().count() >= 4 && !known(word, &mut key) && known(left, &mut key);
        self.key = key;
        if split {
            let cut = span.start + at as u32;
            self.word(
                text,
                Span::new(span.start, cut),
                Kind::Word,
                spaced,
                lexicon,
            );
            self.tokens.push(Token {
                span: Span::new(cut, cut),
                kind: Kind::Period,
                ..Token::default()
            });
            let right = Span::new(cut, span.end);
            self.word(text, right, Kind::Word, true, lexicon);
        }
        split
    }
}

/// Gives the byte of a capital that follows a small letter, outside hyphenated words.
fn inner_capital(word: &str) -> Option<usize> {
    let mut small = false;
    for (i, c) in word.char_indices() {
        if small && c.is_uppercase() {
            return Some(i);
        }
        if c == '-' || c == '\'' || c == '’' {
            return None;
        }
        small = c.is_lowercase();
    }
    None
}

fn inverted_number(pronoun: &str) -> Classes {
    match pronoun
        .trim_start_matches(['-', 't', 'T'])
        .trim_start_matches('-')
    {
        "ils" => Classes::PLURAL | Classes::MASCULINE,
        "elles" => Classes::PLURAL | Classes::FEMININE,
        "elle" => Classes::SINGULAR | Classes::FEMININE,
        "il" => Classes::SINGULAR | Classes::MASCULINE,
        _ => Classes::NONE,
    }
}

/// Tells how a word is written.
fn shape(word: &str) -> Shape {
    let mut shape = Shape::default();
    if word.chars().next().is_some_and(char::is_uppercase) {
        shape.set(Shape::CAPITAL);
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        if letters.clone().count() > 1 && letters.all(char::is_uppercase) {
            shape.set(Shape::ALL_CAPITALS);
        }
    }
    if word.ends_with(['\'', '’', 'ʼ']) {
        shape.set(Shape::ELIDED);
    }
    shape
}
