//! From the words of a block to its tokens.
//!
//! In: a block. Out: its tokens with classes, phrases joined, and a break behind them: « M. Roy, l'ex-maire, dit-il. » has a title
//! with its dot, and an inverted pronoun of its own.

mod cut;
mod row;
mod sign;

use cut::inner_capital;
use row::Row;

use super::cache::{Cache, Known};
use super::phrases::{self, Head};
use super::scan::{self, Key};
use super::token::{Kind, Shape, Token};
use super::{chars, plain};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// What is known of words, and buffers that are reused from block to block.
#[derive(Debug, Default)]
pub(super) struct Words {
    cache: Cache,
    /// Tokens of the block that begin a phrase with the next one.
    heads: Vec<Head>,
    /// Numbers of the words of the block; 0 for its signs.
    numbers: Vec<u64>,
    key: String,
}

impl Words {
    /// Forgets everything when another lexicon is used.
    pub(super) fn belong_to(&mut self, lexicon: &Lexicon) {
        self.cache.belong_to(lexicon.hash());
    }
}

/// A block that is being read.
pub(super) struct Block<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    cache: &'a mut Cache,
    key: &'a mut String,
    row: Row<'a>,
}

impl<'a> Block<'a> {
    pub(super) fn new(
        text: &'a str,
        lexicon: &'a Lexicon,
        tokens: &'a mut Vec<Token>,
        words: &'a mut Words,
    ) -> Self {
        let Words {
            cache,
            heads,
            numbers,
            key,
        } = words;
        heads.clear();
        numbers.clear();
        let row = Row {
            tokens,
            heads,
            numbers,
            lexicon,
            before: 0,
            begins: 0,
        };
        Self {
            text,
            lexicon,
            cache,
            key,
            row,
        }
    }

    /// Adds the tokens of the block at `span`.
    pub(super) fn read(mut self, span: Span) {
        let first = self.row.tokens.len();
        self.pieces(span);
        let row = self.row;
        if let Some(token) = row.tokens.get_mut(first) {
            token.shape.set(Shape::BLOCK_START);
        }
        phrases::join(row.tokens, row.heads, self.lexicon, first, row.numbers);
        row.tokens.push(Token {
            span: Span::new(span.end, span.end),
            kind: Kind::Break,
            ..Token::default()
        });
    }

    /// Cuts the block; nine words in ten are known, and need no grammar of characters.
    fn pieces(&mut self, span: Span) {
        let end = span.end as usize;
        let bytes = self.text.as_bytes();
        // No word goes on behind the end of a line, so that the words there can be read like all others.
        let line = bytes.get(end) == Some(&b'\n');
        let limit = if line { bytes.len() } else { end };
        let bytes = bytes.get(..limit).unwrap_or(bytes);
        let mut at = span.start as usize;
        let mut spaced = false;
        loop {
            let space = bytes.get(at) == Some(&b' ');
            spaced |= space;
            at += usize::from(space);
            let Some(byte) = bytes.get(at) else {
                return;
            };
            let next = if plain::letter(*byte) {
                match known(self.cache, bytes, at) {
                    Ok((known, next)) => {
                        self.row.add(span_of(at, next), Kind::Word, spaced, known);
                        (at, spaced) = (next, false);
                        continue;
                    }
                    Err(key) => self.unknown(key, at, end, spaced),
                }
            } else {
                self.other(bytes, at, end, spaced)
            };
            let Some(next) = next else {
                return;
            };
            (at, spaced) = (next.at, next.spaced);
        }
    }

    /// Gives what is known of a word.
    fn known(&mut self, span: Span) -> Known {
        let key = key_of(self.text, span);
        if let Some(known) = key.and_then(|key| self.cache.word(key)) {
            return *known;
        }
        let found = phrases::look_up(span.of(self.text), self.lexicon, self.key);
        if let Some(key) = key {
            self.cache.note(key, found);
        }
        found
    }

    /// Reads a sign or a number, or the rest of white space; the block ends before `limit`.
    #[inline(never)]
    fn other(&mut self, bytes: &[u8], at: usize, limit: usize, spaced: bool) -> Option<Next> {
        if let Some((kind, end)) = plain::sign(bytes, at) {
            self.sign(span_of(at, end), kind, spaced);
            return Some(Next::piece(end));
        }
        let from = plain::space(bytes, at).filter(|from| *from < limit)?;
        if from > at {
            let spaced = true;
            Some(Next { at: from, spaced })
        } else if let Some(end) = plain::number(bytes, at) {
            self.word(span_of(at, end), Kind::Number, spaced);
            Some(Next::piece(end))
        } else {
            self.piece(at, limit, spaced)
        }
    }

    /// Adds a word of letters that is met for the first time, unless it has to be cut; its key is that of the cache.
    #[inline(never)]
    fn unknown(
        &mut self,
        key: Option<(Key, usize)>,
        from: usize,
        limit: usize,
        spaced: bool,
    ) -> Option<Next> {
        let Some((key, end)) = key else {
            return self.piece(from, limit, spaced);
        };
        let span = span_of(from, end);
        let word = span.of(self.text);
        let simple = key.is_simple();
        if !simple && !plain::is_word(word.as_bytes()) {
            return self.piece(from, limit, spaced);
        }
        let cut = || inner_capital(word).is_some() || chars::inversion(word).is_some();
        if word == "A" || !simple && cut() {
            self.words_of(word, span, spaced);
            return Some(Next::piece(end));
        }
        let known = if simple {
            phrases::look_up_simple(word, key, self.lexicon)
        } else {
            phrases::look_up(word, self.lexicon, self.key)
        };
        let known = Known {
            whole: true,
            ..known
        };
        self.cache.note(key, known);
        self.row.add(span, Kind::Word, spaced, &known);
        Some(Next::piece(end))
    }

    /// Reads the next piece with the grammar of characters; gives the first byte after it.
    #[inline(never)]
    fn piece(&mut self, at: usize, limit: usize, spaced: bool) -> Option<Next> {
        let (after, (piece, kind)) = chars::token(span_of(at, limit).of(self.text)).ok()?;
        let end = limit - after.len();
        let span = span_of(end - piece.len(), end);
        let spaced = spaced || span.start as usize > at;
        match kind {
            Kind::Word => self.words_of(piece, span, spaced),
            Kind::Number => self.word(span, kind, spaced),
            _ => self.sign(span, kind, spaced),
        }
        Some(Next::piece(end))
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
            self.cache.note_whole(key);
        }
    }

    /// Adds a word or a number, as the lexicon knows it.
    fn word(&mut self, span: Span, kind: Kind, spaced: bool) {
        let known = self.known(span);
        self.row.add(span, kind, spaced, &known);
        if kind == Kind::Word {
            self.row.before = phrases::first_number(span.of(self.text), known);
        }
    }
}

/// Where the next piece begins.
struct Next {
    at: usize,
    /// Whether white space was found before it.
    spaced: bool,
}

impl Next {
    /// Goes on right behind a piece.
    fn piece(at: usize) -> Self {
        Self { at, spaced: false }
    }
}

/// Gives what the cache knows of the word at `from`, which begins with a letter, and the first byte after it; else the key of the word,
/// when it surely ends somewhere.
#[inline]
fn known<'a>(
    cache: &'a Cache,
    bytes: &[u8],
    from: usize,
) -> Result<(&'a Known, usize), Option<(Key, usize)>> {
    let (key, end) = scan::short(bytes, from);
    let (known, key, end) = if key == 0 {
        let (key, end) = scan::word(bytes, from).ok_or(None)?;
        (cache.word(key), key, end)
    } else {
        (cache.short(key), Key([key, 0, 0]), end)
    };
    match known {
        Some(known) if known.whole => Ok((known, end)),
        _ => Err(Some((key, end))),
    }
}

fn key_of(text: &str, span: Span) -> Option<Key> {
    Key::of(text.as_bytes(), span.start as usize, span.end as usize)
}

/// Builds the span of two byte offsets.
fn span_of(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}
