//! Folded words and phrases as numbers: two are the same when their numbers are, and nothing is allocated to compare them.
//!
//! In: words of the text. Out: the [`NameWord`]s of « Yann Le Bihan », the [`Told`] phrase `maire de rennes` of « le maire de
//! Rennes ».

use crate::lexicon::fold::{fold, fold_into};

/// Gives the number of folded words: multiply and rotate over eight bytes at a time. In 64 bits, the words of one article
/// never share one by chance.
pub(super) fn number(folded: &[u8]) -> u64 {
    let mix = |h: u64, word: u64| (h.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (whole, rest) = folded.as_chunks::<8>();
    let mut h = folded.len() as u64;
    for word in whole {
        h = mix(h, u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        h = mix(h, rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)));
    }
    h ^ h >> 32
}

/// One folded word of a person's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameWord {
    number: u64,
    /// First letter.
    pub first: Option<char>,
    /// Length in bytes.
    pub bytes: u32,
    /// Number of letters.
    pub letters: u32,
    /// One letter, with its dot or without.
    pub initial: bool,
}

impl NameWord {
    /// Takes a word as it stands in the text.
    pub(super) fn of(word: &str) -> Self {
        let mut small = [0; 16];
        match small.get_mut(..word.len()) {
            Some(small) if word.is_ascii() => {
                small.copy_from_slice(word.as_bytes());
                small.make_ascii_lowercase();
                Self::folded(small, small.first().copied().map(char::from), small.len())
            }
            _ => Self::of_folded(&fold(word)),
        }
    }

    /// Takes a word that is folded already.
    pub(super) fn of_folded(word: &str) -> Self {
        Self::folded(word.as_bytes(), word.chars().next(), word.chars().count())
    }

    fn folded(word: &[u8], first: Option<char>, letters: usize) -> Self {
        let dots = word.iter().rev().take_while(|b| **b == b'.').count();
        Self {
            number: number(word),
            first,
            bytes: word.len() as u32,
            letters: letters as u32,
            initial: letters == dots + 1,
        }
    }
}

/// A folded role phrase without its determiner; the words themselves are in [`Folded`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    /// Number of the whole phrase.
    pub number: u64,
    /// Number of its first word.
    pub head: u64,
    /// The first word is the whole phrase.
    pub single: bool,
    /// Several words with spaces between them.
    pub spaced: bool,
    start: u32,
    end: u32,
}

impl Told {
    /// Tells whether there is no phrase at all.
    pub(super) const fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// The folded phrases of one article, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Folded {
    text: String,
}

impl Folded {
    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.text.clear();
    }

    /// Folds words of the text and keeps them.
    pub(super) fn add(&mut self, words: &str) -> Told {
        if words.is_empty() {
            return Told::default();
        }
        let start = self.text.len();
        fold_into(words, &mut self.text);
        let phrase = self.text.as_bytes().get(start..).unwrap_or_default();
        let head = phrase.iter().position(|b| matches!(b, b' ' | b'\''));
        Told {
            number: number(phrase),
            head: number(head.and_then(|h| phrase.get(..h)).unwrap_or(phrase)),
            single: head.is_none(),
            spaced: phrase.contains(&b' '),
            start: start as u32,
            end: self.text.len() as u32,
        }
    }

    /// Gives the words of a phrase.
    pub(super) fn of(&self, told: Told) -> &str {
        let (start, end) = (told.start as usize, told.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Drops a phrase that was added last, when nobody has taken it.
    pub(super) fn drop_last(&mut self, told: Told) {
        if told.end as usize == self.text.len() {
            self.text.truncate(told.start as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, NameWord};

    #[test]
    fn gives_one_number_to_all_spellings_of_a_word() {
        assert_eq!(NameWord::of("GWENAËLLE"), NameWord::of("Gwenae\u{308}lle"));
        assert_eq!(NameWord::of("Kerleau"), NameWord::of_folded("kerleau"));
        assert_ne!(NameWord::of("Kerleau"), NameWord::of("Kerlean"));
        assert!(NameWord::of("É.").initial && NameWord::of("V").initial);
    }

    #[test]
    fn knows_the_first_word_of_a_phrase() {
        let mut folded = Folded::default();
        let (long, short) = (folded.add("Maire de l’Isle"), folded.add("maire"));
        assert_eq!(long.head, short.number);
        assert!(short.single && long.spaced && !long.single);
        assert_eq!(folded.of(long), "maire de l'isle");
    }
}
