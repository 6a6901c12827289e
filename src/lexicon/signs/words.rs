//! Words as signs are made of them: letters and digits; an elided word keeps its apostrophe, and hyphens cut.
//!
//! In: a text. Out: the place of each word and its first letters as one number, by which most words are told from all signs
//! without folding them: « L’élu » is `L’` and `élu`.

use super::super::eight::Eight;
use super::super::fold::fold;
use super::head::{HIGH, Head, alphanumeric, ascii_letters};

/// One word of a text: a byte range, and its first letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
    /// Its first letters.
    pub head: Head,
}

impl Word {
    /// Gives the word as it stands in its text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
}

/// Calls `each` with the words of a text in order.
#[inline]
pub fn cut(text: &str, mut each: impl FnMut(Word)) {
    let mut at = 0;
    while at < text.len() {
        let (word, after) = step(text, at);
        at = after;
        if word.head != Head::default() {
            each(word);
        }
    }
}

/// Gives the words of a text that lie from one byte to another; a word that begins before is passed over.
pub fn words(text: &str, start: usize, end: usize) -> impl Iterator<Item = Word> + Clone + '_ {
    let mut at = start + part_of_word(text, start);
    std::iter::from_fn(move || {
        while at < end {
            let (word, after) = step(text, at);
            at = after;
            if word.head != Head::default() {
                return (after <= end).then_some(word);
            }
        }
        None
    })
}

/// Gives the last word that begins before a byte.
#[must_use]
pub fn word_before(text: &str, at: usize) -> Option<Word> {
    let mut start = None;
    for (place, _) in text.get(..at)?.char_indices().rev() {
        if letter(text, place) != 0 {
            start = Some(place);
        } else if start.is_some() {
            break;
        }
    }
    start.map(|start| step(text, start).0)
}

/// Length in bytes of the rest of a word that begins before a byte.
fn part_of_word(text: &str, at: usize) -> usize {
    let Some(byte) = at.checked_sub(1).and_then(|at| text.as_bytes().get(at)) else {
        return 0;
    };
    let before = || text.get(..at)?.chars().next_back();
    let letter = byte.is_ascii_alphanumeric()
        || !byte.is_ascii() && before().is_some_and(|c| letter(text, at - c.len_utf8()) != 0);
    if letter {
        let end = letters(text, at).0;
        end - at + apostrophe(text.as_bytes(), end)
    } else {
        0
    }
}

/// Reads on from a byte: gives the next word, with letters when it begins within eight bytes, and the byte to go on from.
#[inline]
fn step(text: &str, at: usize) -> (Word, usize) {
    let bytes = text.as_bytes();
    // Mostly a word begins and ends within the next eight bytes.
    let window = Eight::at(bytes, at).0;
    let letters = alphanumeric(window);
    let skipped = (letters | window & HIGH).trailing_zeros() / 8;
    let start = at + skipped as usize;
    let stops = (!letters & HIGH).checked_shr(8 * skipped).unwrap_or(0);
    let mut end = start + stops.trailing_zeros() as usize / 8;
    if stops == 0 {
        if skipped == 8 {
            return (Word::default(), start);
        }
        end = ascii_letters(bytes, at + 8);
    }
    let (after, head) = match bytes.get(end) {
        Some(b'\'') => (
            end + 1,
            Head::start_of(Eight::at(bytes, start).0, end - start),
        ),
        Some(byte) if !byte.is_ascii() => beyond(text, start, end),
        _ => (end, Head::start_of(Eight::at(bytes, start).0, end - start)),
    };
    let word = Word {
        start: start as u32,
        end: after as u32,
        head,
    };
    (word, after)
}

/// Ends the word that begins at `start` and has its first character beyond ASCII, or a sign after it, at `at`: gives the first byte
/// after it, and its first letters; none when it has no letter.
#[inline(never)]
fn beyond(text: &str, start: usize, at: usize) -> (usize, Head) {
    let bytes = text.as_bytes();
    let (end, plain) = letters(text, at);
    if end == start {
        let sign = bytes.get(start).map_or(1, |byte| width(*byte));
        return (start + sign, Head::default());
    }
    let head = if plain {
        Head::start_of(Eight::at(bytes, start).0, end - start)
    } else {
        folded(text, start, end)
    };
    (end + apostrophe(bytes, end), head)
}

/// Gives the head of a word whose key has other bytes than its letters in small.
#[inline(never)]
fn folded(text: &str, start: usize, end: usize) -> Head {
    Head::of(&fold(text.get(start..end).unwrap_or("")))
}

/// Gives the end of the letters and digits from a place on, of which the first is none of ASCII, and whether their key is made by
/// writing them small.
#[inline]
fn letters(text: &str, mut at: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut plain = true;
    loop {
        let length = letter(text, at);
        if length == 0 {
            return (at, plain);
        }
        plain &= bytes.get(at).is_none_or(|b| b.is_ascii() || *b == 0xC3);
        at = ascii_letters(bytes, at + length);
    }
}

/// Length in bytes of the letter, digit or combining mark at a place; 0 for anything else. The letters of French take no look
/// into the tables of Unicode.
fn letter(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(byte) = bytes.get(at) else {
        return 0;
    };
    let next = || bytes.get(at + 1).copied().unwrap_or(0);
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => 1,
        0..=0x7F | 0xC2 => 0,
        0xC3 if matches!(next(), 0x97 | 0xB7) => 0,
        0xC3..=0xC5 | 0xCC => 2,
        0xCA if next() == 0xBC => 0,
        0xE2 if matches!(next(), 0x80 | 0x81) => 0,
        _ => {
            let rest = text.get(at..).unwrap_or("");
            let first = rest
                .chars()
                .next()
                .filter(|c| c.is_alphanumeric() || is_mark(*c));
            first.map_or(0, char::len_utf8)
        }
    }
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Length in bytes of the apostrophe at a place: `'`, `’` or `ʼ`.
#[inline]
fn apostrophe(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'\'') => 1,
        Some(0xE2) if bytes.get(at + 1..at + 3) == Some(&[0x80, 0x99]) => 3,
        Some(0xCA) if bytes.get(at + 1) == Some(&0xBC) => 2,
        _ => 0,
    }
}

/// Length in bytes of the character that begins with a byte.
const fn width(first: u8) -> usize {
    match first {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        words(text, 0, text.len())
            .map(|word| word.of(text))
            .collect()
    }

    #[test]
    fn cuts_words_at_apostrophes_and_hyphens() {
        let text = "L’été, a-t-il 😀 dit : « Œuvre 2×3 »… l'ʼ Škoda\u{a0}e\u{301}té Москва'";
        let expected = [
            "L’",
            "été",
            "a",
            "t",
            "il",
            "dit",
            "Œuvre",
            "2",
            "3",
            "l'",
            "Škoda",
            "e\u{301}té",
            "Москва'",
        ];
        assert_eq!(all(text), expected);
    }

    #[test]
    fn a_head_is_that_of_the_key() {
        let text = "L’Élysée, ÉTAT e\u{301}lu PROCÈS-verbal Œuvrer aujourd’hui déconcerte\u{301} straße ÿ 2024 a İstanbul";
        for word in words(text, 0, text.len()) {
            let key = fold(word.of(text));
            assert_eq!(word.head, Head::of(&key), "{key}");
        }
    }

    #[test]
    fn finds_words_from_any_character() {
        let text = "« L’été à Nîmes, qu'il dit e\u{301}norme »…  ?";
        let whole: Vec<Word> = words(text, 0, text.len()).collect();
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let later = whole.iter().filter(|word| word.start as usize >= at);
            assert!(words(text, at, text.len()).eq(later.copied()), "{at}");
            let before = whole.iter().rfind(|word| (word.start as usize) < at);
            assert_eq!(word_before(text, at), before.copied(), "{at}");
            let until = whole.iter().filter(|word| word.end as usize <= at);
            assert!(words(text, 0, at).eq(until.copied()), "{at}");
        }
    }
}
