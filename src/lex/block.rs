//! From the words of a block to its tokens.
//!
//! In: a block. Out: its tokens with classes, phrases joined, and a break behind them: « M. Roy, l'ex-maire, dit-il. » has a title
//! with its dot, and an inverted pronoun of its own.

mod cut;

use cut::inner_capital;

use super::cache::{Cache, Known};
use super::phrases::{self, Head};
use super::tag;
use super::token::{Kind, Shape, Token};
use super::{chars, plain, scan};
use crate::lexicon::fold::fold_into;
use crate::lexicon::table::{STOP, step};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;

/// What is known of words, and buffers that are reused from block to block.
#[derive(Debug, Default)]
pub(super) struct Words {
    cache: Cache,
    /// Tokens of the block that begin a phrase with the next one.
    heads: Vec<Head>,
    key: String,
}

impl Words {
    /// Forgets everything when another lexicon is used.
    pub(super) fn belong_to(&mut self, lexicon: &Lexicon) {
        self.cache.belong_to(lexicon.hash());
    }

    /// Gives what is known of a word.
    fn known(&mut self, text: &str, span: Span, lexicon: &Lexicon) -> Known {
        let key = key_of(text, span);
        if let Some(known) = key.and_then(|key| self.cache.word(key)) {
            return *known;
        }
        let found = phrases::look_up(span.of(text), lexicon, &mut self.key);
        if let Some(key) = key {
            self.cache.note(key, found);
        }
        found
    }
}

/// A block that is being read.
pub(super) struct Block<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
    words: &'a mut Words,
    /// Number of the last token when a phrase may begin with it, else 0.
    before: u64,
}

impl<'a> Block<'a> {
    pub(super) fn new(
        text: &'a str,
        lexicon: &'a Lexicon,
        tokens: &'a mut Vec<Token>,
        words: &'a mut Words,
    ) -> Self {
        words.heads.clear();
        Self {
            text,
            lexicon,
            tokens,
            words,
            before: 0,
        }
    }

    /// Adds the tokens of the block at `span`.
    pub(super) fn read(mut self, span: Span) {
        let first = self.tokens.len();
        self.pieces(span);
        if let Some(token) = self.tokens.get_mut(first) {
            token.shape.set(Shape::BLOCK_START);
        }
        let Words { cache, heads, key } = self.words;
        phrases::join(self.tokens, heads, self.lexicon, |span| {
            let known = key_of(self.text, span).and_then(|key| cache.word(key));
            known.map_or_else(
                || phrases::look_up(span.of(self.text), self.lexicon, key).number,
                |known| known.number,
            )
        });
        self.tokens.push(Token {
            span: Span::new(span.end, span.end),
            kind: Kind::Break,
            ..Token::default()
        });
    }

    /// Cuts the block; nine words in ten are known, and need no grammar of characters.
    fn pieces(&mut self, span: Span) {
        let bytes = self.text.as_bytes();
        let bytes = bytes.get(..span.end as usize).unwrap_or(bytes);
        let mut at = span.start as usize;
        while let Some(from) = plain::space(bytes, at) {
            let next = if let Some((known, end)) = self.known(bytes, from) {
                self.add(span_of(from, end), Kind::Word, from > at, &known);
                Some(end)
            } else {
                self.other(bytes, at, from)
            };
            let Some(end) = next else {
                break;
            };
            at = end;
        }
    }

    /// Gives what is known of the word at `from`, and the first byte after it.
    #[inline]
    fn known(&self, bytes: &[u8], from: usize) -> Option<(Known, usize)> {
        if !plain::letter(*bytes.get(from)?) {
            return None;
        }
        let cache = &self.words.cache;
        let (known, end) = if let Some((key, end)) = scan::short(bytes, from) {
            (cache.short(key)?, end)
        } else {
            let (key, end) = scan::word(bytes, from)?;
            (cache.word(key)?, end)
        };
        known.whole.then_some((*known, end))
    }

    /// Reads a piece that is no known word; white space stands from `at` to `from`.
    #[inline(never)]
    fn other(&mut self, bytes: &[u8], at: usize, from: usize) -> Option<usize> {
        let spaced = from > at;
        if let Some((kind, end)) = plain::sign(bytes, from) {
            self.sign(span_of(from, end), kind, spaced);
            Some(end)
        } else if let Some(end) = plain::number(bytes, from) {
            self.word(span_of(from, end), Kind::Number, spaced);
            Some(end)
        } else {
            let new = self.new_word(bytes, from, spaced);
            new.or_else(|| self.piece(at, bytes.len()))
        }
    }

    /// Adds a word of letters that is met for the first time, unless it has to be cut.
    fn new_word(&mut self, bytes: &[u8], from: usize, spaced: bool) -> Option<usize> {
        let end = from + plain::word(bytes.get(from..)?)?;
        let (key, _) = scan::word(bytes, from).filter(|(_, whole)| *whole == end)?;
        let span = span_of(from, end);
        let word = span.of(self.text);
        if word == "A" || word.len() > 6 && inner_capital(word).is_some() {
            return None;
        }
        let known = Known {
            whole: true,
            ..phrases::look_up(word, self.lexicon, &mut self.words.key)
        };
        self.words.cache.note(key, known);
        self.add(span, Kind::Word, spaced, &known);
        Some(end)
    }

    /// Reads the next piece with the grammar of characters; gives the first byte after it.
    fn piece(&mut self, at: usize, limit: usize) -> Option<usize> {
        let (after, (piece, kind)) = chars::token(span_of(at, limit).of(self.text)).ok()?;
        let end = limit - after.len();
        let span = span_of(end - piece.len(), end);
        let spaced = span.start as usize > at;
        match kind {
            Kind::Word => self.words_of(piece, span, spaced),
            Kind::Number => self.word(span, kind, spaced),
            _ => self.sign(span, kind, spaced),
        }
        Some(end)
    }

    /// Notes that what was read as one word is one wherever it is found.
    fn note_whole(&mut self, word: &str, span: Span) {
        // Whether `N'` is a word depends on what follows: `N'Golo`. `A` is two words, see `first_number`.
        let apostrophe = word.ends_with(['\'', '’']);
        if apostrophe && word.starts_with(['N', 'M', 'O', 'T']) || word == "A" {
            return;
        }
        if let Some((key, end)) = scan::word(self.text.as_bytes(), span.start as usize)
            && end == span.end as usize
        {
            self.words.cache.note_whole(key);
        }
    }

    fn sign(&mut self, span: Span, kind: Kind, spaced: bool) {
        if kind == Kind::Period {
            if !spaced && self.abbreviated(span) {
                return;
            }
            self.head(STOP);
        }
        let name = |t: &Token| t.kind == Kind::Word && t.capital();
        if kind == Kind::Other
            && !spaced
            && span.of(self.text) == "*"
            && self.tokens.last().is_some_and(name)
        {
            // `Karim*, 23 ans`: the star tells that the name is another.
            return;
        }
        self.before = 0;
        let shape = if spaced { Shape::SPACED } else { Shape(0) };
        self.tokens.push(Token {
            span,
            kind,
            shape,
            ..Token::default()
        });
    }

    /// Notes that the last token begins a phrase, or the start of one, with the next one.
    #[inline]
    fn head(&mut self, next: u64) {
        if self.before == 0 {
            return;
        }
        let start = step(self.before, next);
        if let Some(entry) = self.lexicon.start(start) {
            let at = self.tokens.len().saturating_sub(1);
            self.words.heads.push(Head { at, start, entry });
        }
    }

    /// Joins a dot to the abbreviation or initial before it (`M.`, `J.`).
    fn abbreviated(&mut self, dot: Span) -> bool {
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
            last.capital() && !last.is(Classes::MEDIA) && one_letter(last.span.of(self.text));
        if !initial && last.mark & phrases::DOTTED == 0 {
            return false;
        }
        let key = &mut self.words.key;
        key.clear();
        fold_into(whole.of(self.text), key);
        let entry = self.lexicon.find(key);
        let entry = entry.filter(|e| self.lexicon.classes(*e).has(Classes::ABBREVIATION));
        if entry.is_none() && !initial {
            return false;
        }
        last.mark = 0;
        last.span = whole;
        last.entry = entry.unwrap_or_default();
        last.classes = entry.map_or(Classes::NONE, |e| self.lexicon.classes(e));
        last.shape.0 &= !Shape::OPEN.0;
        let open = tag::openness(last.classes, last.entry, last.shape);
        last.shape.set(open);
        self.before_abbreviation(whole);
        true
    }

    /// Looks again whether a phrase begins before the last token: with its dot it may be in another one.
    fn before_abbreviation(&mut self, whole: Span) {
        let at = self.tokens.len().saturating_sub(2);
        self.words.heads.pop_if(|head| head.at == at);
        let head = self.tokens.get(at).filter(|token| phrases::begins(token));
        if let Some(head) = head.map(|head| head.span) {
            let first = self.words.known(self.text, head, self.lexicon);
            self.before = phrases::first_number(head.of(self.text), first);
            let next = self.words.known(self.text, whole, self.lexicon).number;
            let start = step(self.before, next);
            let entry = self.lexicon.start(start);
            let heads = entry.map(|entry| Head { at, start, entry });
            self.words.heads.extend(heads);
        }
        self.before = 0;
    }

    /// Adds a word or a number, as the lexicon knows it.
    fn word(&mut self, span: Span, kind: Kind, spaced: bool) {
        let known = self.words.known(self.text, span, self.lexicon);
        self.add(span, kind, spaced, &known);
        if self.before != 0 {
            self.before = phrases::first_number(span.of(self.text), known);
        }
    }

    #[inline]
    fn add(&mut self, span: Span, kind: Kind, spaced: bool, known: &Known) {
        self.head(known.number);
        let spaced = if spaced { Shape::SPACED } else { Shape(0) };
        let token = Token {
            span,
            classes: known.classes,
            entry: known.entry,
            kind,
            shape: Shape(known.shape.0 | spaced.0),
            mark: known.mark,
        };
        self.before = if phrases::begins(&token) {
            known.number
        } else {
            0
        };
        self.tokens.push(token);
    }
}

fn key_of(text: &str, span: Span) -> Option<scan::Key> {
    scan::Key::of(text.as_bytes(), span.start as usize, span.end as usize)
}

/// Builds the span of two byte offsets.
fn span_of(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// Tells whether a word is one character.
fn one_letter(word: &str) -> bool {
    word.len() <= 4 && word.chars().count() == 1
}
