//! From text to tokens that know their classes, marks that know their pair, and sentences that know both.
//!
//! In: an article's text and its blocks. Out: [`Lexed`]. « M. Macron a dit « oui ». Il part. » has two sentences: the dot of
//! `M.` ends none, and a mark is never cut.

mod cache;
pub(crate) mod chars;
pub(crate) mod marks;
mod phrases;
mod plain;
mod scan;
mod sentences;
mod tag;
pub(crate) mod token;

use crate::article::{BlockKind, Layout, Limits};
use crate::lexicon::table::{STOP, step};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use cache::Known;
use phrases::Head;
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
    pub pairs: Vec<marks::Pair>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Quotation marks without a pair.
    pub stray: Vec<Span>,
    /// First token of each block, by block index.
    block_starts: Vec<(usize, usize)>,
    /// Tokens of the block that may begin a phrase.
    heads: Vec<Head>,
    /// Number of the word that was added last.
    before: u64,
    key: String,
    cache: cache::Cache,
}

impl Lexed {
    /// Reads `text`; what was there before is forgotten.
    #[inline(never)]
    pub(crate) fn read(&mut self, text: &str, layout: &Layout, lexicon: &Lexicon, limits: &Limits) {
        self.cache.belong_to(lexicon.hash());
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
        self.heads.clear();
        let bytes = text.as_bytes();
        let bytes = bytes.get(..span.end as usize).unwrap_or(bytes);
        let mut at = span.start as usize;
        while at < bytes.len() {
            let from = plain::space(bytes, at);
            let spaced = from > at;
            // Nine words in ten are known, and need no grammar of characters.
            if let Some((known, end)) = self.known(bytes, from) {
                self.add(Kind::Word, span_of(from, end), spaced, &known, lexicon);
                at = end;
            } else if let Some((kind, end)) = plain::sign(bytes, from) {
                self.sign(text, span_of(from, end), kind, spaced, lexicon);
                at = end;
            } else if let Some(end) = plain::number(bytes, from) {
                self.word(text, span_of(from, end), Kind::Number, spaced, lexicon);
                at = end;
            } else {
                let rest = span_of(at, bytes.len()).of(text);
                let Ok((after, (piece, kind))) = chars::token(rest) else {
                    break;
                };
                let next = bytes.len() - after.len();
                let span = span_of(next - piece.len(), next);
                self.piece(text, span, kind, span.start as usize > at, lexicon);
                at = next;
            }
        }
        if let Some(token) = self.tokens.get_mut(first) {
            token.shape.set(Shape::BLOCK_START);
        }
        let (cache, key) = (&self.cache, &mut self.key);
        phrases::join(&mut self.tokens, &self.heads, lexicon, |span| {
            known_or_found(text, span, cache, lexicon, key).number
        });
        self.tokens.push(Token {
            span: Span::new(span.end, span.end),
            kind: Kind::Break,
            ..Token::default()
        });
    }

    /// Gives what is known of the word at `from`, and the first byte after it.
    #[inline]
    fn known(&self, bytes: &[u8], from: usize) -> Option<(Known, usize)> {
        let (known, end) = if let Some((key, end)) = scan::short(bytes, from) {
            (self.cache.short(key)?, end)
        } else {
            let (key, end) = scan::word(bytes, from)?;
            (self.cache.word(key)?, end)
        };
        known.whole.then_some((*known, end))
    }

    /// Adds what the grammar of characters read; a word may be two tokens.
    fn piece(&mut self, text: &str, span: Span, kind: Kind, spaced: bool, lexicon: &Lexicon) {
        let word = span.of(text);
        if kind != Kind::Word {
            if kind == Kind::Number {
                self.word(text, span, kind, spaced, lexicon);
            } else {
                self.sign(text, span, kind, spaced, lexicon);
            }
            return;
        }
        if word.contains('-')
            && let Some((verb, pronoun)) = chars::inversion(word)
        {
            let cut = span.end - pronoun.len() as u32;
            debug_assert_eq!(verb.len() as u32, cut - span.start);
            let verb = Span::new(span.start, cut);
            self.word(text, verb, Kind::Word, spaced, lexicon);
            self.tokens.push(Token {
                span: Span::new(cut, span.end),
                kind: Kind::Inverted,
                classes: Classes::SUBJ | inverted_number(pronoun),
                ..Token::default()
            });
            return;
        }
        if word.len() > 6 && self.glued(text, span, spaced, lexicon) {
            return;
        }
        self.word(text, span, kind, spaced, lexicon);
        self.note_whole(word, text, span);
    }

    /// Notes that what was read as one word is one wherever it is found.
    fn note_whole(&mut self, word: &str, text: &str, span: Span) {
        // Whether `N'` is a word depends on what follows: `N'Golo`. `A` is two words, see `first_number`.
        let name =
            word.ends_with(['\'', '’']) && word.starts_with(['N', 'M', 'O', 'T']) || word == "A";
        if let Some((key, end)) = scan::word(text.as_bytes(), span.start as usize)
            && end == span.end as usize
            && !name
            && let Some(known) = self.cache.word(key)
        {
            let whole = Known {
                whole: true,
                ..*known
            };
            self.cache.note(key, whole);
        }
    }

    fn sign(&mut self, text: &str, span: Span, kind: Kind, spaced: bool, lexicon: &Lexicon) {
        if kind == Kind::Period {
            if !spaced && self.abbreviated(text, span, lexicon) {
                return;
            }
            self.head(STOP, lexicon);
        }
        let mut shape = Shape::default();
        if spaced {
            shape.set(Shape::SPACED);
        }
        self.tokens.push(Token {
            span,
            kind,
            shape,
            ..Token::default()
        });
    }

    /// Notes that the last token begins a phrase, or the start of one, with the next one.
    #[inline]
    fn head(&mut self, next: u64, lexicon: &Lexicon) {
        if !self.tokens.last().is_some_and(phrases::begins) {
            return;
        }
        let start = step(self.before, next);
        if let Some(entry) = lexicon.start(start) {
            let at = self.tokens.len() - 1;
            self.heads.push(Head { at, start, entry });
        }
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
        let initial = last.capital() && !last.is(Classes::MEDIA) && one_letter(last.span.of(text));
        if !initial && last.mark & phrases::DOTTED == 0 {
            return false;
        }
        self.key.clear();
        crate::lexicon::fold::fold_into(whole.of(text), &mut self.key);
        let entry = lexicon
            .find(&self.key)
            .filter(|e| lexicon.classes(*e).has(Classes::ABBREVIATION));
        if entry.is_none() && !initial {
            return false;
        }
        last.mark = 0;
        last.span = whole;
        last.entry = entry.unwrap_or_default();
        last.classes = entry.map_or(Classes::NONE, |e| lexicon.classes(e));
        // With its dot it may be in a phrase that it is not in without.
        let at = self.tokens.len().saturating_sub(2);
        self.heads.pop_if(|head| head.at == at);
        if let Some(head) = self.tokens.get(at).filter(|token| phrases::begins(token)) {
            let mut found = |span| known_or_found(text, span, &self.cache, lexicon, &mut self.key);
            let first = phrases::first_number(head.span.of(text), found(head.span));
            let start = step(first, found(whole).number);
            let entry = lexicon.start(start);
            self.heads
                .extend(entry.map(|entry| Head { at, start, entry }));
        }
        true
    }

    /// Adds a word or a number, as the lexicon knows it.
    fn word(&mut self, text: &str, span: Span, kind: Kind, spaced: bool, lexicon: &Lexicon) {
        let key = key_of(text, span);
        let known = key.and_then(|key| self.cache.word(key)).copied();
        let known = known.unwrap_or_else(|| {
            let found = phrases::look_up(span.of(text), lexicon, &mut self.key);
            key.into_iter().for_each(|key| self.cache.note(key, found));
            found
        });
        self.add(kind, span, spaced, &known, lexicon);
        self.before = phrases::first_number(span.of(text), known);
    }

    #[inline]
    fn add(&mut self, kind: Kind, span: Span, spaced: bool, known: &Known, lexicon: &Lexicon) {
        self.head(known.number, lexicon);
        self.before = known.number;
        let spaced = if spaced { Shape::SPACED.0 } else { 0 };
        self.tokens.push(Token {
            span,
            classes: known.classes,
            entry: known.entry,
            kind,
            shape: Shape(known.shape.0 | spaced),
            mark: known.mark,
        });
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
            // No sign stands there, so that a word which may begin a phrase is one with it.
            if let Some(head) = self.tokens.last().filter(|token| phrases::begins(token)) {
                let (start, entry) = (self.before, head.entry);
                let at = self.tokens.len() - 1;
                self.heads.push(Head { at, start, entry });
            }
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

fn key_of(text: &str, span: Span) -> Option<scan::Key> {
    scan::Key::of(text.as_bytes(), span.start as usize, span.end as usize)
}

/// Gives what the cache or the lexicon knows of a word.
fn known_or_found(
    text: &str,
    span: Span,
    cache: &cache::Cache,
    lexicon: &Lexicon,
    key: &mut String,
) -> Known {
    let known = key_of(text, span).and_then(|key| cache.word(key));
    known
        .copied()
        .unwrap_or_else(|| phrases::look_up(span.of(text), lexicon, key))
}

/// Builds the span of two byte offsets.
fn span_of(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// Tells whether a word is one character.
fn one_letter(word: &str) -> bool {
    word.len() <= 4 && word.chars().count() == 1
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
