//! Folded words and phrases as numbers: two are the same when their numbers are, and nothing is allocated to compare them.
//!
//! In: words of the text. Out: the [`NameWord`]s of « Yann Le Bihan », the [`Told`] phrase `maire de rennes` of « le maire de
//! Rennes ».

use unicode_normalization::UnicodeNormalization;

use super::forms::determiner;
use crate::lexicon::fold::{fold, fold_into, push_folded};
use crate::span::Span;

/// Gives the number of folded words: multiply and rotate over eight bytes at a time. In 64 bits, the words of one article
/// never share one by chance.
pub(super) fn number(folded: &[u8]) -> u64 {
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

const fn mix(h: u64, word: u64) -> u64 {
    (h.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
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
    text: Vec<u8>,
    /// Words with rare characters, while they are folded.
    rare: String,
}

impl Folded {
    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.text.clear();
    }

    /// Folds words of the text and keeps them.
    pub(super) fn add(&mut self, words: &str) -> Told {
        let start = self.text.len();
        self.append(words);
        self.told(start)
    }

    /// Folds a whole description and the role phrase inside it, once; gives the number of the whole without its determiner, too.
    pub(super) fn add_both(&mut self, text: &str, whole: Span, phrase: Span) -> (u64, Told) {
        let start = self.text.len();
        self.append(whole.of(text));
        let all = self.text.get(start..).unwrap_or_default();
        let key = number(all.get(determiner(all)..).unwrap_or_default());
        if phrase.is_empty() {
            self.text.truncate(start);
            return (key, Told::default());
        }
        // Most often the phrase is the whole without its determiner.
        let before = Span::new(whole.start, phrase.start).of(text);
        match folded_len(before).filter(|_| phrase.end == whole.end && whole.contains(phrase)) {
            Some(len) => (key, self.told(start + len)),
            None => (key, self.add(phrase.of(text))),
        }
    }

    fn append(&mut self, words: &str) {
        if !push_folded(words, &mut self.text) {
            self.rare.clear();
            fold_into(words, &mut self.rare);
            self.text.extend_from_slice(self.rare.as_bytes());
        }
    }

    /// Describes the phrase that begins at `start` and is the last.
    fn told(&mut self, start: usize) -> Told {
        let end = self.text.len();
        // Behind its end stand zeros, so that the first words of all can be looked at alike.
        self.text.extend_from_slice(&[0; 16]);
        let phrase = self.text.get(start..).unwrap_or_default();
        let first = phrase.first_chunk().and_then(|first| short_word(*first));
        self.text.truncate(end);
        let phrase = self.text.get(start..).unwrap_or_default();
        if phrase.is_empty() {
            return Told::default();
        }
        let (head, length) = first.unwrap_or_else(|| long_word(phrase));
        Told {
            number: number(phrase),
            head,
            single: length == phrase.len(),
            words: Words {
                start: start as u32,
                end: end as u32,
            },
        }
    }

    /// Gives folded words.
    pub(super) fn of(&self, words: Words) -> &str {
        str::from_utf8(self.bytes(words)).unwrap_or_default()
    }

    /// Gives the bytes of folded words.
    pub(super) fn bytes(&self, words: Words) -> &[u8] {
        let (start, end) = (words.start as usize, words.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Tells whether a phrase has several words with spaces between them.
    pub(super) fn is_spaced(&self, told: Told) -> bool {
        self.bytes(told.words).contains(&b' ')
    }

    /// Drops words that were added last, when nobody has taken them.
    pub(super) fn drop_last(&mut self, words: Words) {
        if words.end as usize == self.text.len() {
            self.text.truncate(words.start as usize);
        }
    }
}

/// Gives the number and the length of the first of some words, when it is shorter than 16 bytes; behind the last stand zeros.
fn short_word(words: [u8; 16]) -> Option<(u64, usize)> {
    let (eights, _) = words.as_chunks();
    let [a, b] = *eights else {
        return None;
    };
    let (a, b) = (u64::from_le_bytes(a), u64::from_le_bytes(b));
    let length = |n: u64| (ends(n).trailing_zeros() / 8) as usize;
    let first = length(a);
    let length = first + if first == 8 { length(b) } else { 0 };
    let upto = |bytes: usize| {
        u64::MAX
            .checked_shr(64 - 8 * bytes.min(8) as u32)
            .unwrap_or(0)
    };
    let h = mix(mix(0, a & upto(length)), b & upto(length.saturating_sub(8)));
    (length < 16).then_some((h ^ h >> 32, length))
}

/// Gives the number and the length of the first word of a phrase, however long it is.
#[inline(never)]
fn long_word(phrase: &[u8]) -> (u64, usize) {
    let is_break = |b: &u8| matches!(*b, b' ' | b'\'');
    let length = phrase.iter().position(is_break).unwrap_or(phrase.len());
    (number(phrase.get(..length).unwrap_or_default()), length)
}

/// Marks the first space, apostrophe or zero among eight bytes, with the highest bit of its byte.
const fn ends(n: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const fn zero(n: u64) -> u64 {
        n.wrapping_sub(ONES) & !n & (0x80 * ONES)
    }
    zero(n) | zero(n ^ (b' ' as u64 * ONES)) | zero(n ^ (b'\'' as u64 * ONES))
}

/// Gives the length of a determiner once it is folded; nothing when that cannot be told from its bytes.
fn folded_len(before: &str) -> Option<usize> {
    let bare = before.strip_suffix('’').unwrap_or(before);
    bare.is_ascii()
        .then(|| bare.len() + usize::from(bare.len() < before.len()))
}

#[cfg(test)]
mod tests {
    use super::{Folded, NameWord};
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
        assert_eq!(long.head, short.head);
        assert!(short.single && folded.is_spaced(long) && !long.single);
        assert_eq!(folded.of(long.words), "maire de l'isle");
    }

    #[test]
    fn knows_a_first_word_of_any_length() {
        let mut folded = Folded::default();
        for length in 1..24 {
            let word = "à".repeat(length / 2) + &"b".repeat(length % 2);
            let alone = folded.add(&word);
            assert!(alone.single);
            for end in [" c", "'c", " c'", " d'eux tous"] {
                let longer = folded.add(&(word.clone() + end));
                assert!(longer.head == alone.head && !longer.single);
            }
            assert_ne!(folded.add(&(word + "c")).head, alone.head);
        }
    }

    #[test]
    fn folds_a_description_with_its_role_phrase_inside() {
        let (mut folded, text) = (Folded::default(), "L’Avocate de Léa ici");
        let number = folded.add("Avocate de Léa").number;
        for (end, all) in [(23, "avocate de léa ici"), (19, "avocate de léa")] {
            let (key, told) = folded.add_both(text, Span::new(0, end), Span::new(4, 19));
            assert_eq!(key, folded.add(all).number);
            assert_eq!(folded.of(told.words), "avocate de léa");
            assert_eq!(told.number, number);
        }
    }
}
