//! The words of an article as rules look for them.
//!
//! In: the text, and the anchors of its signs. Out: words, cut and folded where somebody asks, and signs: in « L’élu n’a pas
//! répondu » the words `n'`, `a`, `pas`, `répondu` are the sign of an answer that was sought.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::anchors::{Anchors, WATCHED};
use super::headline::Held;
use super::mood::Conditional;
use crate::analysis::Mark;
use crate::lexicon::Lexicon;
use crate::lexicon::fold::fold;
use crate::lexicon::signs::{Kinds, SignKind, Signs, Word, word_before, words};
use crate::span::Span;

/// One sign: what it is, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub(super) kind: SignKind,
    pub(super) span: Span,
    pub(super) first: Word,
}

/// Words and signs of one article.
#[derive(Debug)]
pub(crate) struct Ground<'a> {
    text: &'a str,
    signs: &'a Signs,
    pub(super) anchors: Anchors,
    /// The conditionals of the running text, which two rules ask for.
    pub(super) conditionals: OnceCell<Vec<Conditional>>,
    /// How the text holds the quotations of the headline, which three rules ask for.
    pub(super) headline: OnceCell<Vec<(Mark, Held)>>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon, anchors: Anchors) -> Self {
        Self {
            text,
            signs: lexicon.signs(),
            anchors,
            conditionals: OnceCell::new(),
            headline: OnceCell::new(),
        }
    }

    /// Gives the words that lie in a place.
    pub(super) fn words(&self, place: Span) -> impl Iterator<Item = Word> + Clone + use<'a> {
        words(self.text, place.start as usize, place.end as usize)
    }

    /// Gives the first word from a byte on; an empty one behind the last.
    pub(super) fn word_from(&self, at: u32) -> Word {
        let whole = Span::new(at, self.text.len() as u32);
        self.words(whole).next().unwrap_or_default()
    }

    /// Gives the word after a word; an empty one behind the last.
    pub(super) fn after(&self, word: Word) -> Word {
        self.word_from(word.end)
    }

    /// Gives the words before a word, the nearest first.
    pub(super) fn backwards(&self, word: Word) -> impl Iterator<Item = Word> + use<'a> {
        let text = self.text;
        let before = move |word: &Word| word_before(text, word.start as usize);
        std::iter::successors(before(&word), before)
    }

    /// Gives the n-th word before a word; the first one of the text when there are fewer.
    pub(super) fn before(&self, word: Word, n: usize) -> Word {
        self.backwards(word).take(n).last().unwrap_or(word)
    }

    /// Gives the key of a word.
    #[inline]
    pub(super) fn key(&self, word: Word) -> Cow<'a, str> {
        key(word.of(self.text))
    }

    /// Gives the words with the key of a word, from a byte on.
    pub(super) fn again(&self, word: Word, from: u32) -> Vec<Word> {
        let key = self.key(word);
        let same = |other: &Word| other.head == word.head && self.key(*other) == key;
        let rest = Span::new(from, self.text.len() as u32);
        match key.as_bytes().first() {
            Some(letter) if letter.is_ascii_lowercase() => {
                let bytes = rest.of(self.text).as_bytes();
                let starts = memchr::memchr2_iter(*letter, letter.to_ascii_uppercase(), bytes);
                let starts = starts.map(|at| from + at as u32);
                let starts = starts.filter(|at| !word.head.refuses(self.text, *at as usize));
                let words = starts.filter_map(|at| self.word_at(at));
                words.filter(same).collect()
            }
            _ => self.words(rest).filter(same).collect(),
        }
    }

    /// Gives the word that begins at a byte; none when that is within a word.
    pub(super) fn word_at(&self, start: u32) -> Option<Word> {
        let within = start
            .checked_sub(1)
            .and_then(|at| self.text.as_bytes().get(at as usize));
        if within.is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let word = self.word_from(start);
        (word.start == start).then_some(word)
    }

    /// Gives the signs of some kinds that lie in a place, in the order of the text.
    pub(super) fn signs(&self, place: Span, kinds: Kinds) -> Vec<Sign> {
        let mut found = Vec::new();
        let mut add = |word: Word| {
            self.signs_at(word, kinds, |sign| {
                found.extend(place.contains(sign.span).then_some(sign));
            });
        };
        if kinds.both(WATCHED) == kinds {
            let anchors = &self.anchors.signs;
            let first = anchors.partition_point(|a| a.start < place.start);
            let later = anchors.get(first..).unwrap_or_default().iter();
            let own = later.take_while(|anchor| anchor.start < place.end);
            let asked = own.filter(|anchor| anchor.kinds.meets(kinds));
            asked
                .filter_map(|anchor| self.word_at(anchor.start))
                .for_each(&mut add);
        } else {
            let asked = |word: &Word| self.signs.kinds(word.head).meets(kinds);
            self.words(place).filter(asked).for_each(&mut add);
        }
        found.sort_by_key(|s| s.span);
        found
    }

    /// Calls `found` with the signs of some kinds whose main word is given.
    fn signs_at(&self, main: Word, kinds: Kinds, mut found: impl FnMut(Sign)) {
        let around = Around {
            ground: self,
            main,
            near: Default::default(),
        };
        let near = |n: isize| around.word(n).map(|word| self.key(word));
        self.signs
            .at((main.head, kinds), near, |kind, before, count| {
                let at = |n: usize| around.word(n.cast_signed() - before.cast_signed());
                let (first, last) = (at(0).unwrap_or(main), at(count - 1).unwrap_or(main));
                let span = Span::new(first.start, last.end);
                found(Sign { kind, span, first });
            });
    }

    /// Tells whether a sign of one kind lies in a place.
    pub(super) fn has(&self, place: Span, kind: SignKind) -> bool {
        !self.signs(place, Kinds::one(kind)).is_empty()
    }
}

/// The words around one: many phrases have the same main word, and each cuts its neighbours once.
struct Around<'a> {
    ground: &'a Ground<'a>,
    main: Word,
    near: [OnceCell<Option<Word>>; 2 * NEAR + 1],
}

/// Words before and after the main one that are kept.
const NEAR: usize = 3;

impl Around<'_> {
    /// Gives the n-th word after the main one, or before it.
    fn word(&self, n: isize) -> Option<Word> {
        let cut = || match n {
            0 => Some(self.main),
            1.. => Some(self.ground.after(self.word(n - 1)?)).filter(|word| word.end > 0),
            _ => self.ground.backwards(self.word(n + 1)?).next(),
        };
        let place = usize::try_from(n + NEAR.cast_signed()).ok();
        let kept = place.and_then(|place| self.near.get(place));
        kept.map_or_else(cut, |kept| *kept.get_or_init(cut))
    }
}

/// Gives the key of a word.
pub(super) fn key(word: &str) -> Cow<'_, str> {
    if is_key(word) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    }
}

/// Tells whether a word is its own key: small letters of ASCII and Latin-1, digits, a straight apostrophe.
fn is_key(word: &str) -> bool {
    let small = |b: &u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'\'' | 0xC3 | 0x9F..=0xBF);
    word.as_bytes().iter().all(small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyser;

    #[test]
    fn finds_signs_where_they_stand() {
        let text = "Contacté, l’élu n’a pas donné suite.";
        let analyser = Analyser::new();
        let lexicon = analyser.lexicon();
        let ground = Ground::new(text, lexicon, Anchors::of_text(text, lexicon));
        let signs = ground.signs(Span::new(0, 99), Kinds::one(SignKind::Reply));
        let found: Vec<&str> = signs.iter().map(|s| s.span.of(text)).collect();
        assert_eq!(found, ["Contacté", "pas donné suite"]);
        let place = Span::new(0, 19);
        assert_eq!(ground.words(place).count(), 3);
        let second = ground.after(ground.word_from(0));
        assert_eq!(ground.key(second), "l'");
        assert_eq!(ground.before(second, 2), ground.word_from(0));
    }
}
