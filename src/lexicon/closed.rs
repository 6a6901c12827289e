//! Closed-class words that the grammar asks for by name: `que`, `selon`, `ce dernier`.
//!
//! In: the names of words, while the program is compiled. Out: a [`Closed`] set that a token is asked against with one bit: in « selon
//! qui », `qui` is in `closed!["qui", "lequel"]`. The words stand in `grammar/closed-words.txt`, and a set that names another does not
//! compile. Their entries are the first of the packed table, in the order of that file.

use super::table::Entry;

/// The words, one a line, sorted by code point.
const WORDS: &str = include_str!("../../grammar/closed-words.txt");

/// Numbers that the table keeps free for them: the first other form has the next one.
pub const RESERVED: u32 = 383;

/// A set of closed-class words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed([u64; SIZE]);

/// Words of 64 bits in a set.
const SIZE: usize = 6;

impl Closed {
    /// Builds a set from words in lower case, with straight apostrophes.
    ///
    /// # Panics
    /// While the program is compiled, when a word does not stand in `grammar/closed-words.txt`.
    #[must_use]
    pub const fn of(words: &[&str]) -> Self {
        let mut set = [0; SIZE];
        let mut i = 0;
        while i < words.len() {
            let n = number(words[i].as_bytes());
            assert!(n != 0, "a word is missing in grammar/closed-words.txt");
            set[n as usize / 64] |= 1 << (n % 64);
            i += 1;
        }
        Self(set)
    }

    /// Gives the union; usable in constants.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        let mut set = self.0;
        let mut i = 0;
        while i < SIZE {
            set[i] |= other.0[i];
            i += 1;
        }
        Self(set)
    }

    /// Builds the set of the words whose entries fulfil `test`.
    #[must_use]
    pub fn of_entries(test: impl Fn(Entry) -> bool) -> Self {
        let mut set = [0; SIZE];
        for n in (1..=RESERVED).filter(|n| test(Entry(*n))) {
            if let Some(word) = set.get_mut(n as usize / 64) {
                *word |= 1 << (n % 64);
            }
        }
        Self(set)
    }

    /// Tells whether the word of an entry is in the set.
    #[must_use]
    #[inline]
    pub const fn has(self, entry: Entry) -> bool {
        let n = Self::number(entry);
        self.0[n / 64] & 1 << (n % 64) != 0
    }

    /// Gives the number of the word of an entry, 0 for a word that is none of them; which it is cannot be foreseen, so that no branch asks.
    #[inline]
    const fn number(entry: Entry) -> usize {
        let n = entry.of_table();
        if n <= RESERVED { n as usize } else { 0 }
    }
}

/// Gives the words in the order of their numbers, from 1.
pub fn words() -> impl Iterator<Item = &'static str> {
    WORDS.lines()
}

/// Gives the number of a word, from 1; 0 for a word that is not listed.
const fn number(word: &[u8]) -> u32 {
    let text = WORDS.as_bytes();
    let (mut n, mut start) = (1, 0);
    while start < text.len() {
        let mut end = start;
        while end < text.len() && text[end] != b'\n' {
            end += 1;
        }
        if same(text, start, end, word) {
            return n;
        }
        n += 1;
        start = end + 1;
    }
    0
}

const fn same(text: &[u8], start: usize, end: usize, word: &[u8]) -> bool {
    if end - start != word.len() {
        return false;
    }
    let mut i = 0;
    while i < word.len() {
        if text[start + i] != word[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Builds a [`Closed`] set of the words named.
macro_rules! closed {
    ($($word:literal),+ $(,)?) => {
        const { $crate::lexicon::closed::Closed::of(&[$($word),+]) }
    };
}
pub(crate) use closed;

#[cfg(test)]
mod tests {
    use super::{Closed, Entry, RESERVED, words};

    #[test]
    fn has_the_words_that_it_was_built_of() {
        let set = closed!["que", "qu'"];
        let entry = |w: &str| Entry(1 + words().position(|x| x == w).unwrap_or_default() as u32);
        assert!(set.has(entry("que")) && set.has(entry("qu'")));
        assert!(!set.has(entry("qui")) && !set.has(Entry(0)) && !set.has(Entry(RESERVED + 70)));
        assert_ne!(set, Closed::of(&["que"]));
        assert_eq!(set, closed!["que"].or(closed!["qu'"]));
        assert_eq!(set, Closed::of_entries(|e| set.has(e)));
    }

    #[test]
    fn lists_each_word_once_in_order() {
        let listed: Vec<&str> = words().collect();
        assert!(listed.is_sorted_by(|a, b| a < b) && listed.len() <= RESERVED as usize);
    }
}
