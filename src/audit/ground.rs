//! The words of an article as rules look for them, cut and folded once.
//!
//! In: the text and the signs of the language data. Out: words with their keys, and the places of signs: in « L’élu n’a pas
//! répondu » the words `n'`, `a`, `pas`, `répondu` are the sign of an answer that was sought.

use crate::lexicon::Lexicon;
use crate::lexicon::fold::fold_into;
use crate::lexicon::signs::{SignKind, words};
use crate::span::Span;

/// One word: its place, and its key in `keys` when the word as it stands is not the key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    key: Option<(u32, u32)>,
}

/// One sign: what it is, and its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub(super) kind: SignKind,
    pub(super) span: Span,
    /// Index of the first word.
    pub(super) word: usize,
}

/// Words and signs of one article, both in the order of the text.
#[derive(Debug)]
pub(crate) struct Ground<'a> {
    pub(super) words: Vec<Word>,
    pub(super) signs: Vec<Sign>,
    /// Indices of the words that may be conditionals, by their ending.
    pub(super) conditionals: Vec<usize>,
    text: &'a str,
    keys: String,
}

impl<'a> Ground<'a> {
    pub(super) fn new(text: &'a str, lexicon: &Lexicon) -> Self {
        let mut ground = Self {
            words: Vec::with_capacity(text.len() / 5),
            signs: Vec::new(),
            conditionals: Vec::new(),
            text,
            keys: String::new(),
        };
        for (start, end) in words(text) {
            let span = Span::new(start as u32, end as u32);
            let word = span.of(text);
            let key = (!is_key(word)).then(|| {
                let from = ground.keys.len() as u32;
                fold_into(word, &mut ground.keys);
                straighten(&mut ground.keys, from);
                (from, ground.keys.len() as u32)
            });
            ground.words.push(Word { span, key });
        }
        ground.find(lexicon);
        ground
    }

    fn find(&mut self, lexicon: &Lexicon) {
        let (mut found, mut conditionals) = (Vec::new(), Vec::new());
        let signs = lexicon.signs();
        for at in 0..self.words.len() {
            let near = |n: isize| {
                let place = at.checked_add_signed(n)?;
                (place < self.words.len()).then(|| self.key(place))
            };
            let key = self.key(at);
            signs.at(key, near, |kind, before, count| {
                found.push((kind, at - before, count));
            });
            if matches!(
                key.as_bytes(),
                [.., b'a', b'i', b't'] | [.., b'a', b'i', b'e', b'n', b't']
            ) {
                conditionals.push(at);
            }
        }
        let signs = found.into_iter().map(|(kind, word, count)| Sign {
            kind,
            span: self.span(word, word + count),
            word,
        });
        self.signs = signs.collect();
        self.signs.sort_by_key(|s| (s.word, s.span.end));
        self.conditionals = conditionals;
    }

    /// Gives the key of a word; empty beyond the last.
    pub(super) fn key(&self, at: usize) -> &str {
        let Some(word) = self.words.get(at) else {
            return "";
        };
        match word.key {
            Some((start, end)) => Span::new(start, end).of(&self.keys),
            None => word.span.of(self.text),
        }
    }

    /// Gives the place of the words from `start` up to `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let place = |at: usize| self.words.get(at).map_or(Span::default(), |w| w.span);
        place(start).to(place(end.saturating_sub(1).max(start)))
    }

    /// Gives the indices of the words that lie in a place.
    pub(super) fn within(&self, place: Span) -> std::ops::Range<usize> {
        let start = self.words.partition_point(|w| w.span.start < place.start);
        let end = self.words.partition_point(|w| w.span.end <= place.end);
        start..end.max(start)
    }

    /// Gives the signs that lie in a place.
    pub(super) fn signs_in(&self, place: Span) -> impl Iterator<Item = &Sign> {
        let start = self.signs.partition_point(|s| s.span.start < place.start);
        let later = self.signs.get(start..).unwrap_or_default();
        later
            .iter()
            .take_while(move |s| s.span.start < place.end)
            .filter(move |s| s.span.end <= place.end)
    }

    /// Tells whether a sign of one kind lies in a place.
    pub(super) fn has(&self, place: Span, kind: SignKind) -> bool {
        self.signs_in(place).any(|s| s.kind == kind)
    }
}

/// Tells whether a word is its own key: small letters of ASCII and Latin-1, digits, a straight apostrophe.
fn is_key(word: &str) -> bool {
    let small = |b: &u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'\'' | 0xC3 | 0x9F..=0xBF);
    word.as_bytes().iter().all(small)
}

/// Typeset apostrophes become straight ones: the fast way of folding keeps them.
fn straighten(keys: &mut String, from: u32) {
    if let Some(stem) = keys.strip_suffix('\u{2019}') {
        let length = stem.len();
        if length >= from as usize {
            keys.truncate(length);
            keys.push('\'');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyser;

    #[test]
    fn finds_signs_where_they_stand() {
        let text = "Contacté, l’élu n’a pas donné suite.";
        let ground = Ground::new(text, Analyser::new().lexicon());
        let found: Vec<&str> = ground.signs.iter().map(|s| s.span.of(text)).collect();
        assert_eq!(found, ["Contacté", "pas donné suite"]);
        let words = ground.within(Span::new(0, 19));
        assert_eq!(words, 0..3);
        assert_eq!(ground.key(1), "l'");
    }
}
