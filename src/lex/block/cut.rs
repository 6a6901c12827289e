//! Words that are two tokens: a verb with its inverted pronoun, and words that a web page glued together.
//!
//! In: a word as the grammar of characters reads it. Out: its tokens: « dit-il » is `dit` and `-il`, `MaintenantKim` two words
//! with the end of a sentence between them.

use super::Block;
use crate::lex::chars;
use crate::lex::phrases::Head;
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::lexicon::fold::fold_into;
use crate::span::Span;

impl Block<'_> {
    /// Adds what the grammar of characters read as a word; it may be two.
    pub(super) fn words_of(&mut self, word: &str, span: Span, spaced: bool) {
        if let Some((_, pronoun)) = chars::inversion(word) {
            self.inverted(span, pronoun, spaced);
        } else if word.len() <= 6 || !self.glued(word, span, spaced) {
            self.word(span, Kind::Word, spaced);
            self.note_whole(word, span);
        }
    }

    /// Adds a verb and the pronoun behind it.
    fn inverted(&mut self, span: Span, pronoun: &str, spaced: bool) {
        let cut = span.end - pronoun.len() as u32;
        self.word(Span::new(span.start, cut), Kind::Word, spaced);
        self.row.push(Token {
            span: Span::new(cut, span.end),
            kind: Kind::Inverted,
            classes: Classes::SUBJ | inverted_number(pronoun),
            ..Token::default()
        });
    }

    /// Splits words that a web page glued together (`MaintenantKim`): an unknown word with a capital inside, whose first part is known.
    fn glued(&mut self, word: &str, span: Span, spaced: bool) -> bool {
        let Some((left, _)) = inner_capital(word).and_then(|at| word.split_at_checked(at)) else {
            return false;
        };
        if left.chars().count() < 4 || self.ordinary(word) || !self.ordinary(left) {
            return false;
        }
        let cut = span.start + left.len() as u32;
        self.word(Span::new(span.start, cut), Kind::Word, spaced);
        // No sign stands there, so that a word which may begin a phrase is one with it.
        if let Some(head) = self.row.tokens.last().filter(|_| self.row.begins != 0) {
            let (start, entry) = (self.row.before, head.entry);
            let at = self.row.tokens.len() - 1;
            self.row.heads.push(Head { at, start, entry });
        }
        self.row.push(Token {
            span: Span::new(cut, cut),
            kind: Kind::Period,
            ..Token::default()
        });
        self.word(Span::new(cut, span.end), Kind::Word, true);
        true
    }

    /// Tells whether the lexicon knows a word as more than a first name.
    fn ordinary(&mut self, word: &str) -> bool {
        self.key.clear();
        fold_into(word, self.key);
        self.lexicon.find(self.key).is_some_and(|entry| {
            let classes = self.lexicon.classes(entry);
            !classes.has(Classes::FIRST_NAME) && classes != Classes::NONE
        })
    }
}

/// Gives the byte of a capital that follows a small letter, outside hyphenated words.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "what stands there cannot be foreseen"
)]
pub(super) fn inner_capital(word: &str) -> Option<usize> {
    let mut lead = 0;
    let mut capital = false;
    for byte in word.bytes().skip(1) {
        // The small letters of Latin-1 are behind 0xC3.
        capital |= byte.is_ascii_uppercase() | (lead == 0xC3) & (byte < 0x9F) | (lead > 0xC3);
        lead = byte;
    }
    if !capital {
        return None;
    }
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
