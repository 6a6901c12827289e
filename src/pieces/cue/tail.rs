//! Rows of a head and the tails of their phrases: `faire | savoir`, `tirer | la sonnette d'alarme`.
//!
//! In: a verb and the rows of its head. Out: the row whose tail follows, and how many tokens that takes: in « Le syndicat fait aussi savoir
//! que la grève continue » the two words `aussi savoir`.

use super::auxiliary::Left;
use super::{Group, adverb};
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Classes;
use crate::lexicon::meta::{Head, Opening};

impl Group<'_> {
    /// Chooses the row: the one whose tail follows, reflexive when the pronoun stands there.
    pub(super) fn row(
        &self,
        head: &Head,
        next: Opening,
        verb: usize,
        left: &Left,
    ) -> Option<(usize, usize)> {
        let first = head.first_row(next);
        let fits = |reflexive: bool| {
            let openings = head.openings.get(first..)?;
            openings.iter().zip(first..).find_map(|(opening, i)| {
                // A row without a tail may always stand there.
                let plain = opening.first == 0;
                let suits = opening.reflexive == reflexive;
                if !(suits & (plain | opening.meets(next))) {
                    return None;
                }
                if plain {
                    return Some((i, 0));
                }
                let row = head.rows.get(i)?;
                self.tail(&row.tail, verb + 1).map(|n| (i, n))
            })
        };
        if left.reflexive {
            fits(true).or_else(|| fits(false))
        } else {
            fits(false)
        }
    }

    /// Tells how the tail of a phrase at `at` may begin: like the words that may be passed over before it, or the first that may not;
    /// nothing is looked at for a head without phrases.
    pub(super) fn opening(&self, head: &Head, at: usize) -> Opening {
        let mut set = Opening::default();
        if head.phrases.first == 0 {
            return set;
        }
        for token in (at..at + 4).map_while(|i| self.token(i)) {
            let (start, end) = (token.span.start as usize, token.span.end as usize);
            set.add(Opening::of(
                self.text.as_bytes().get(start..end).unwrap_or(&[]),
            ));
            if !passed(token) {
                break;
            }
        }
        set
    }

    /// Gives the number of tokens that the tail of a phrase takes, adverbs and pronouns between its words included.
    fn tail(&self, tail: &[String], from: usize) -> Option<usize> {
        let mut at = from;
        for (n, word) in tail.iter().enumerate() {
            let mut skipped = 0;
            loop {
                let token = self.token(at)?;
                if same_word(token.span.of(self.text), word) {
                    at += 1;
                    break;
                }
                if token.shape.has(Shape::PHRASE)
                    && tail
                        .get(n..)
                        .is_some_and(|rest| same_word(token.span.of(self.text), &join(rest)))
                {
                    return Some(at + 1 - from);
                }
                if skipped > 2 || !passed(token) {
                    return None;
                }
                skipped += 1;
                at += 1;
            }
        }
        Some(at - from)
    }
}

/// Writes the words of a tail as one.
fn join(words: &[String]) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() && !out.ends_with('\'') {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Tells whether a token may stand between a verb and the tail of its phrase.
fn passed(t: &Token) -> bool {
    (t.kind == Kind::Inverted) | t.is(Classes::NEG) | adverb(t)
}

/// Compares a word with a word of a tail: case and the form of the apostrophe do not count.
#[inline]
fn same_word(word: &str, key: &str) -> bool {
    let first = |text: &str| text.bytes().next().unwrap_or_default();
    let (a, b) = (first(word), first(key));
    let other = b.is_ascii_alphabetic() && a != b && a.to_ascii_lowercase() != b;
    // Every byte of the key takes one of the word, or three for the apostrophe of print.
    !other && word.len() >= key.len() && same_letters(word, key)
}

/// Compares a word with a word of a tail letter by letter.
fn same_letters(word: &str, key: &str) -> bool {
    let mut letters = key.bytes();
    let mut bytes = word.bytes();
    loop {
        match (bytes.next(), letters.next()) {
            (None, None) => return true,
            (Some(a), Some(b))
                if a == b || a.is_ascii_uppercase() && a.to_ascii_lowercase() == b => {}
            (Some(b'\xE2'), Some(b'\''))
                if bytes.next() == Some(0x80) && bytes.next() == Some(0x99) => {}
            // A letter where the key has an accented one: the text may be decomposed (NFD).
            (Some(a), Some(0xC3)) if a.is_ascii_alphabetic() => {
                return crate::lexicon::fold::fold(word) == key;
            }
            // `À` and `É` differ from `à` and `é` in one bit of the second byte.
            (Some(a @ 0x80..=0x9E), Some(b)) if a | 0x20 == b => {}
            _ => return false,
        }
    }
}
