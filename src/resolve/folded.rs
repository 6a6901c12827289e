//! Folded words and phrases as numbers: two are the same when their numbers are, and nothing is allocated to compare them.
//!
//! In: words of the text. Out: the [`NameWord`]s of « Yann Le Bihan », the [`Told`] phrase `maire de rennes` of « le maire de
//! Rennes ».

use unicode_normalization::UnicodeNormalization;

use crate::lexicon::fold::{fold, fold_into};
use crate::span::Span;

/// Gives the number of folded words: multiply and rotate over eight bytes at a time. In 64 bits, the words of one article
/// never share one by chance.
pub(super) fn number(folded: &[u8]) -> u64 {
    let mix = |h: u64, word: u64| (h.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (whole, rest) = folded.as_chunks::<8>();
    let mut h = folded.len() as u64;
    for word in whole {
        h = mix(h, u64::from_le_bytes(*word));
    }
    // The last eight bytes once more hold what is left of a long phrase.
    let tail = match folded.last_chunk::<8>() {
        Some(last) => u64::from_le_bytes(*last),
        None => rest.iter().fold(0, |n, b| n << 8 | u64::from(*b)),
    };
    h = mix(h, tail);
    h ^ h >> 32
}

/// One folded word of a person's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameWord {
    /// Number of the word.
    pub number: u64,
    /// The lower halves of the numbers of the first and the last part of a word with a hyphen; 0 of all others.
    pub parts: [u32; 2],
    /// First letter.
    pub first: Option<char>,
    /// Length in bytes.
    pub bytes: u16,
    /// More than three letters.
    pub long: bool,
    /// One letter, with its dot or without.
    pub initial: bool,
}

impl NameWord {
    /// Tells whether another word is one part of it: `Zarifé` of `Khoury-Zarifé`.
    pub(super) fn has_part(&self, other: &Self) -> bool {
        other.long && self.parts != [0; 2] && self.parts.contains(&(other.number as u32))
    }

    /// Tells whether it begins with the same letter as another word.
    pub(super) fn begins_like(&self, other: &Self) -> bool {
        self.first == other.first
    }

    /// Takes a word as it stands in the text.
    pub(super) fn of(word: &str) -> Self {
        let mut room = [0; 32];
        match bare(word.as_bytes(), &mut room) {
            Some(bare) => Self::of_bare(bare),
            None => Self::of_rare(word),
        }
    }

    /// Takes a word that is folded already.
    pub(super) fn of_folded(word: &str) -> Self {
        let bare = (!word.is_ascii()).then(|| without_accents(word));
        let word = bare.as_deref().unwrap_or(word);
        if word.is_ascii() {
            return Self::of_bare(word.as_bytes());
        }
        let mut letters = word.chars();
        let first = letters.next();
        Self::of_letters(word.as_bytes(), first, letters.nth(2).is_some())
    }

    #[inline(never)]
    fn of_rare(word: &str) -> Self {
        Self::of_folded(&fold(word))
    }

    /// Takes a folded word of ASCII.
    fn of_bare(word: &[u8]) -> Self {
        let first = word.first().map(|b| char::from(*b));
        Self::of_letters(word, first, word.len() > 3)
    }

    fn of_letters(word: &[u8], first: Option<char>, long: bool) -> Self {
        let letter = first.filter(|c| *c != '.').map_or(0, char::len_utf8);
        let dots = word.get(letter..).unwrap_or_default();
        Self {
            number: number(word),
            parts: parts(word),
            first,
            bytes: u16::try_from(word.len()).unwrap_or(u16::MAX),
            long,
            initial: letter != 0 && dots.iter().all(|b| *b == b'.'),
        }
    }
}

/// Gives the numbers of the first and the last part of a word with a hyphen, where the last has three letters at least.
fn parts(word: &[u8]) -> [u32; 2] {
    let hyphen = word.iter().fold(false, |found, b| found | (*b == b'-'));
    if hyphen { hyphenated(word) } else { [0; 2] }
}

#[inline(never)]
fn hyphenated(word: &[u8]) -> [u32; 2] {
    let mut parts = word.split(|b| *b == b'-');
    match (parts.next(), parts.next_back()) {
        (Some(head), Some(tail)) if tail.len() > 2 => [number(head) as u32, number(tail) as u32],
        _ => [0; 2],
    }
}

/// Gives a short word of a name in lower case and without accents, as bytes in `room`; nothing when it has other letters than those of
/// French.
fn bare<'a>(word: &[u8], room: &'a mut [u8; 32]) -> Option<&'a [u8]> {
    /// The letters from `À` to `ß` in Unicode, and those from `à` to `ÿ`, without their accents; 0 for those that are no such letter.
    const BARE: [u8; 32] = *b"aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0";
    let (mut length, mut accent) = (0, false);
    for byte in word.iter().copied() {
        let letter = match byte {
            0xC3 if !accent => {
                accent = true;
                continue;
            }
            0x80.. if accent => match (byte, BARE.get(usize::from(byte & 31))) {
                (0xBF, _) => b'y',
                (_, Some(bare)) if *bare != 0 => *bare,
                _ => return None,
            },
            0x80.. => return None,
            _ => byte.to_ascii_lowercase(),
        };
        accent = false;
        *room.get_mut(length)? = letter;
        length += 1;
    }
    room.get(..length)
}

/// Takes the accents from a folded name: papers write `Sánchez` and `Sanchez`.
fn without_accents(folded: &str) -> String {
    let letters = folded.nfd();
    letters
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .collect()
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
    /// The words.
    pub words: Words,
}

impl Told {
    /// Tells whether there is no phrase at all.
    pub(super) const fn is_empty(self) -> bool {
        self.words.start == self.words.end
    }
}

/// Where words stand in [`Folded`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Words {
    start: u32,
    end: u32,
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
        let start = self.text.len();
        fold_into(words, &mut self.text);
        self.told(start)
    }

    /// Folds a whole description and the role phrase inside it, once; gives both.
    pub(super) fn add_both(&mut self, text: &str, whole: Span, phrase: Span) -> (Words, Told) {
        let start = self.text.len();
        fold_into(whole.of(text), &mut self.text);
        let words = self.words(start);
        // Most often the phrase is the whole without its determiner.
        let before = Span::new(whole.start, phrase.start).of(text);
        match folded_len(before).filter(|_| phrase.end == whole.end && whole.contains(phrase)) {
            Some(len) => (words, self.told(start + len)),
            None => (words, self.add(phrase.of(text))),
        }
    }

    /// Describes the phrase that begins at `start` and is the last.
    fn told(&self, start: usize) -> Told {
        let phrase = self.text.as_bytes().get(start..).unwrap_or_default();
        if phrase.is_empty() {
            return Told::default();
        }
        let head = first_break(phrase);
        let (first, rest) = phrase.split_at(head.unwrap_or(phrase.len()));
        Told {
            number: number(phrase),
            head: number(first),
            single: head.is_none(),
            spaced: rest.first() == Some(&b' ') || rest.contains(&b' '),
            words: self.words(start),
        }
    }

    fn words(&self, start: usize) -> Words {
        Words {
            start: start as u32,
            end: self.text.len() as u32,
        }
    }

    /// Gives folded words.
    pub(super) fn of(&self, words: Words) -> &str {
        let (start, end) = (words.start as usize, words.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Drops words that were added last, when nobody has taken them.
    pub(super) fn drop_last(&mut self, words: Words) {
        if words.end as usize == self.text.len() {
            self.text.truncate(words.start as usize);
        }
    }
}

/// Finds the first space or apostrophe, eight bytes at a time.
fn first_break(words: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let zero = |n: u64| n.wrapping_sub(ONES) & !n & (0x80 * ONES);
    let found = |n: u64| {
        let breaks = zero(n ^ (u64::from(b' ') * ONES)) | zero(n ^ (u64::from(b'\'') * ONES));
        (breaks != 0).then(|| breaks.trailing_zeros() as usize / 8)
    };
    let (eights, rest) = words.as_chunks();
    let whole = (0..).zip(eights);
    let mut breaks =
        whole.filter_map(|(i, eight)| Some(8 * i + found(u64::from_le_bytes(*eight))?));
    breaks.next().or_else(|| {
        let rest = rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b));
        found(rest).map(|at| 8 * eights.len() + at)
    })
}

/// Gives the length of a determiner once it is folded; nothing when that cannot be told from its bytes.
fn folded_len(before: &str) -> Option<usize> {
    let bare = before.strip_suffix('’').unwrap_or(before);
    bare.is_ascii()
        .then(|| bare.len() + usize::from(bare.len() < before.len()))
}

#[cfg(test)]
mod tests {
    use super::{Folded, NameWord, first_break};
    use crate::lexicon::fold::fold;
    use crate::span::Span;

    #[test]
    fn gives_one_number_to_all_spellings_of_a_word() {
        assert_eq!(NameWord::of("GWENAËLLE"), NameWord::of("Gwenae\u{308}lle"));
        assert_eq!(NameWord::of("Kerleau"), NameWord::of_folded("kerleau"));
        assert_ne!(NameWord::of("Kerleau"), NameWord::of("Kerlean"));
        assert!(NameWord::of("É.").initial && NameWord::of("V").initial);
        assert!(!NameWord::of("Al").initial && !NameWord::of(".").initial);
    }

    #[test]
    fn takes_a_word_of_a_name_as_its_folded_form() {
        for letter in ('\u{20}'..'\u{180}').chain(['’', '‑']) {
            let word = format!("L{letter}on-Bern");
            assert_eq!(NameWord::of(&word), NameWord::of_folded(&fold(&word)));
        }
    }

    #[test]
    fn knows_the_parts_of_a_word_with_a_hyphen() {
        let double = NameWord::of("Khoury-el-Zarifé");
        assert!(double.has_part(&NameWord::of("Zarifé")));
        assert!(double.has_part(&NameWord::of("Khoury")));
        assert!(!double.has_part(&NameWord::of("Khour")));
        assert_eq!(NameWord::of("Ana-Li").parts, [0; 2]);
    }

    #[test]
    fn knows_the_first_word_of_a_phrase() {
        let mut folded = Folded::default();
        let (long, short) = (folded.add("Maire de l’Isle"), folded.add("maire"));
        assert_eq!(long.head, short.number);
        assert!(short.single && long.spaced && !long.single);
        assert_eq!(folded.of(long.words), "maire de l'isle");
    }

    #[test]
    fn finds_the_end_of_a_first_word_of_any_length() {
        for length in 0..20 {
            let word = "à".repeat(length / 2) + &"b".repeat(length % 2);
            assert_eq!(first_break(word.as_bytes()), None);
            for end in [" c", "'c", " c'", "' ", " d'eux tous"] {
                assert_eq!(first_break((word.clone() + end).as_bytes()), Some(length));
            }
        }
    }

    #[test]
    fn folds_a_description_with_its_role_phrase_inside() {
        let (mut folded, text) = (Folded::default(), "L’Avocate de Léa ici");
        let number = folded.add("Avocate de Léa").number;
        for (end, all) in [(23, "l'avocate de léa ici"), (19, "l'avocate de léa")] {
            let (words, told) = folded.add_both(text, Span::new(0, end), Span::new(4, 19));
            assert_eq!(folded.of(words), all);
            assert_eq!(folded.of(told.words), "avocate de léa");
            assert_eq!(told.number, number);
        }
    }
}
