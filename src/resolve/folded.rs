//! Folded words and phrases as numbers: two are the same when their numbers are, and nothing is allocated to compare them.
//!
//! In: words of the text. Out: the [`NameWord`]s of « Yann Le Bihan », the [`Told`] phrase `maire de rennes` of « le maire de
//! Rennes ».

use unicode_normalization::UnicodeNormalization;

use super::forms::strip_determiner;
use crate::lexicon::fold::{fold, fold_into, plain};
use crate::span::Span;

/// Adds eight bytes to a number: multiply and rotate. In 64 bits, the words of one article never share one by chance.
const fn mix(number: u64, eight: u64) -> u64 {
    (number.rotate_left(23) ^ eight).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

const fn finished(number: u64) -> u64 {
    number ^ number >> 32
}

/// Gives the number of folded words.
pub(super) fn number(folded: &[u8]) -> u64 {
    let (whole, rest) = folded.as_chunks::<8>();
    let mut h = folded.len() as u64;
    for eight in whole {
        h = mix(h, u64::from_le_bytes(*eight));
    }
    finished(mix(h, last_eight(folded, rest)))
}

/// Gives the last eight bytes of words, which hold what is left behind the whole eights once more; of fewer, all.
fn last_eight(words: &[u8], rest: &[u8]) -> u64 {
    match words.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => few(rest),
    }
}

/// Gives fewer than eight bytes as one number, the first lowest.
fn few(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        // The bytes in the middle are in both, at the same place.
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
        return u64::from(u32::from_le_bytes(*first)) | last;
    }
    match *bytes {
        [a, b, c] => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
        [a, b] => u64::from(a) | u64::from(b) << 8,
        [a] => u64::from(a),
        _ => 0,
    }
}

/// One folded word of a person's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameWord {
    /// Number of the word.
    pub number: u64,
    /// The lower halves of the numbers of the first and the last part of a word with a hyphen; 0 of all others.
    pub parts: [u32; 2],
    /// First letter.
    first: Option<char>,
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
        Self::of_short(word.as_bytes()).unwrap_or_else(|| Self::of_long(word))
    }

    /// Takes a word of ASCII that two numbers of eight bytes hold, as most do.
    fn of_short(word: &[u8]) -> Option<Self> {
        let bytes = word.len();
        let (low, high) = match (word.first_chunk(), word.last_chunk()) {
            (Some(first), Some(last)) if bytes <= 16 => {
                let behind = u64::from_le_bytes(*last);
                let high = behind.checked_shr(8 * (16 - bytes as u32)).unwrap_or(0);
                (u64::from_le_bytes(*first), high)
            }
            (None, _) => (few(word), 0),
            _ => return None,
        };
        if (low | high) & Eight::HIGH != 0 {
            return None;
        }
        let (low, high) = (Eight(low).lowered(), Eight(high).lowered());
        let first = (bytes > 0).then_some(char::from(low.0 as u8));
        // `J.`, `J.-P.`: what is more than a letter is asked for slowly.
        if (low.with(b'-') | high.with(b'-') | low.with(b'.')) != 0 {
            return None;
        }
        let mut h = bytes as u64;
        let last = match bytes {
            0..8 => low.0,
            8 => {
                h = mix(h, low.0);
                low.0
            }
            9..16 => {
                h = mix(h, low.0);
                low.0 >> (8 * (bytes - 8)) | high.0 << (8 * (16 - bytes))
            }
            _ => {
                h = mix(mix(h, low.0), high.0);
                high.0
            }
        };
        Some(Self {
            number: finished(mix(h, last)),
            parts: [0; 2],
            first,
            bytes: bytes as u16,
            long: bytes > 3,
            initial: bytes == 1,
        })
    }

    #[inline(never)]
    fn of_long(word: &str) -> Self {
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

/// The folded phrases of one article.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The article with small letters for the capitals of ASCII, each byte in its place, so that most phrases are folded where they
    /// stand; behind it all other phrases.
    text: String,
    /// Length of the article.
    own: usize,
}

impl Folded {
    /// Forgets everything and takes an article.
    pub(super) fn read(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        self.text.make_ascii_lowercase();
        self.own = text.len();
    }

    /// Folds words of the text and keeps them.
    pub(super) fn add(&mut self, text: &str, words: Span) -> Told {
        match self.in_place(words) {
            Some(words) => self.told(words),
            None => {
                let words = self.append(words.of(text));
                self.told(words)
            }
        }
    }

    /// Folds a whole description and the role phrase inside it; gives both, and the number of the whole without its determiner.
    pub(super) fn add_both(&mut self, text: &str, whole: Span, phrase: Span) -> (Words, Told, u64) {
        let (words, told) = match self.in_place(whole) {
            Some(words) if whole.contains(phrase) => {
                let (start, end) = (phrase.start, phrase.end);
                (words, self.told(Words { start, end }))
            }
            Some(words) => (words, self.add(text, phrase)),
            None => self.append_both(text, whole, phrase),
        };
        let bare = strip_determiner(self.of(words));
        let start = words.end - bare.len() as u32;
        // Most often the phrase is the whole without its determiner.
        let same = (start == told.words.start) & (words.end == told.words.end);
        let key = if same && !bare.is_empty() {
            told.number
        } else {
            number(bare.as_bytes())
        };
        (words, told, key)
    }

    #[inline(never)]
    fn append_both(&mut self, text: &str, whole: Span, phrase: Span) -> (Words, Told) {
        let words = self.append(whole.of(text));
        let before = Span::new(whole.start, phrase.start).of(text);
        match folded_len(before).filter(|_| phrase.end == whole.end && whole.contains(phrase)) {
            Some(len) => {
                let start = words.start + len as u32;
                (words, self.told(Words { start, ..words }))
            }
            None => (words, self.add(text, phrase)),
        }
    }

    /// Gives words where they stand, when nothing but capitals of ASCII has to change in them.
    fn in_place(&self, words: Span) -> Option<Words> {
        let (start, end) = (words.start, words.end);
        let own = self.text.as_bytes().get(..self.own)?;
        let bytes = own.get(start as usize..end as usize)?;
        plain(bytes).map(|_| Words { start, end })
    }

    /// Folds words behind all others.
    #[inline(never)]
    fn append(&mut self, words: &str) -> Words {
        let start = self.text.len() as u32;
        fold_into(words, &mut self.text);
        let end = self.text.len() as u32;
        Words { start, end }
    }

    /// Describes a folded phrase.
    fn told(&self, words: Words) -> Told {
        let (start, end) = (words.start as usize, words.end as usize);
        let phrase = self.text.as_bytes().get(start..end).unwrap_or_default();
        let (eights, rest) = phrase.as_chunks::<8>();
        let mut h = phrase.len() as u64;
        let (mut head, mut spaces) = (None, 0);
        for (number, eight) in (0..).zip(eights) {
            let eight = Eight(u64::from_le_bytes(*eight));
            h = mix(h, eight.0);
            spaces |= eight.spaces();
            head = head.or_else(|| Some(8 * number + eight.first_break()?));
        }
        let last = Eight(last_eight(phrase, rest));
        spaces |= last.spaces();
        head = head.or_else(|| Some(phrase.len().saturating_sub(8) + last.first_break()?));
        let number = finished(mix(h, last.0));
        match head {
            _ if phrase.is_empty() => Told::default(),
            None => Told {
                number,
                head: number,
                single: true,
                spaced: false,
                words,
            },
            Some(head) => Told {
                number,
                head: self::number(phrase.get(..head).unwrap_or_default()),
                single: false,
                spaced: spaces != 0,
                words,
            },
        }
    }

    /// Gives folded words.
    pub(super) fn of(&self, words: Words) -> &str {
        let (start, end) = (words.start as usize, words.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Drops words that were added last, when nobody has taken them.
    pub(super) fn drop_last(&mut self, words: Words) {
        let (start, end) = (words.start as usize, words.end as usize);
        if (start >= self.own) & (end == self.text.len()) {
            self.text.truncate(start);
        }
    }
}

/// Eight bytes of a folded phrase, the first lowest.
#[derive(Clone, Copy)]
struct Eight(u64);

impl Eight {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * Self::ONES;

    /// Gives the same with small letters; all bytes are ASCII.
    const fn lowered(self) -> Self {
        let (a, behind) = (0x80 - b'A' as u64, 0x80 - (b'Z' + 1) as u64);
        let capitals = (self.0 + a * Self::ONES) & !(self.0 + behind * Self::ONES) & Self::HIGH;
        Self(self.0 | capitals >> 2)
    }

    /// Gives a number that is 0 when no byte is `sign`; its lowest bit stands in the first that is.
    const fn with(self, sign: u8) -> u64 {
        let n = self.0 ^ (sign as u64 * Self::ONES);
        n.wrapping_sub(Self::ONES) & !n & Self::HIGH
    }

    const fn spaces(self) -> u64 {
        self.with(b' ')
    }

    /// Finds the first space or apostrophe.
    fn first_break(self) -> Option<usize> {
        let breaks = self.spaces() | self.with(b'\'');
        (breaks != 0).then(|| breaks.trailing_zeros() as usize / 8)
    }
}

/// Gives the length of a determiner once it is folded; nothing when that cannot be told from its bytes.
fn folded_len(before: &str) -> Option<usize> {
    let bare = before.strip_suffix('’').unwrap_or(before);
    bare.is_ascii()
        .then(|| bare.len() + usize::from(bare.len() < before.len()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Folded, NameWord, Told, number};
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
        let letters = ('\u{20}'..'\u{180}').chain(['’', '‑']);
        for (letter, length) in letters.flat_map(|l| (0..20).map(move |n| (l, n))) {
            for word in [
                format!("L{letter}on-Bern"),
                "Ab".repeat(length) + "z" + &letter.to_string(),
            ] {
                assert_eq!(NameWord::of(&word), NameWord::of_folded(&fold(&word)));
            }
        }
        assert_eq!(NameWord::of("").number, number(b""));
    }

    #[test]
    fn knows_the_parts_of_a_word_with_a_hyphen() {
        let double = NameWord::of("Khoury-el-Zarifé");
        assert!(double.has_part(&NameWord::of("Zarifé")));
        assert!(double.has_part(&NameWord::of("Khoury")));
        assert!(!double.has_part(&NameWord::of("Khour")));
        assert_eq!(NameWord::of("Ana-Li").parts, [0; 2]);
    }

    fn told(folded: &mut Folded, words: &str) -> Told {
        folded.add(words, Span::new(0, words.len() as u32))
    }

    #[test]
    fn knows_the_first_word_of_a_phrase() {
        let mut folded = Folded::default();
        let long = told(&mut folded, "Maire de l’Isle");
        let short = told(&mut folded, "maire");
        assert_eq!(long.head, short.number);
        assert!(short.single && long.spaced && !long.single);
        assert_eq!(folded.of(long.words), "maire de l'isle");
    }

    #[test]
    fn finds_the_end_of_a_first_word_of_any_length() {
        let mut folded = Folded::default();
        for length in 1..20 {
            let word = "à".repeat(length / 2) + &"b".repeat(length % 2);
            let alone = told(&mut folded, &word);
            assert!(alone.single && !alone.spaced);
            for end in [" c", "'c", " c'", "' ", " d'eux tous"] {
                let long = told(&mut folded, &(word.clone() + end));
                assert_eq!((long.head, long.single), (alone.number, false));
                assert_eq!(long.spaced, end.contains(' '));
            }
        }
    }

    #[test]
    fn gives_each_length_a_number_of_its_own() {
        let words = "aaaaaaaaaaaaaaaaaaaa";
        let numbers: BTreeSet<u64> = (0..=20).map(|n| number(&words.as_bytes()[..n])).collect();
        assert_eq!(numbers.len(), 21);
        assert_ne!(number(b"abc"), number(b"acb"));
        assert_ne!(number(b"abcdefg"), number(b"abcdeff"));
    }

    #[test]
    fn folds_a_phrase_where_it_stands_as_anywhere_else() {
        let text = "Le Maire de Vernay, puis l’Avocate d'Ève";
        for (start, end) in [(0, 18), (3, 18), (25, 36), (25, 43)] {
            let (mut near, mut far) = (Folded::default(), Folded::default());
            near.read(text);
            let words = Span::new(start, end);
            let (here, there) = (near.add(text, words), far.add(text, words));
            assert_eq!(near.of(here.words), far.of(there.words));
            assert_eq!((here.number, here.head), (there.number, there.head));
            assert_eq!((here.single, here.spaced), (there.single, there.spaced));
            near.drop_last(here.words);
            assert_eq!(near.text, text.to_ascii_lowercase());
        }
    }

    #[test]
    fn folds_a_description_with_its_role_phrase_inside() {
        let text = "L’Avocate de Léa ici";
        let number = told(&mut Folded::default(), "Avocate de Léa").number;
        for (end, all) in [(23, "l'avocate de léa ici"), (19, "l'avocate de léa")] {
            let mut folded = Folded::default();
            folded.read(text);
            let (words, told, key) = folded.add_both(text, Span::new(0, end), Span::new(4, 19));
            assert_eq!(folded.of(words), all);
            assert_eq!(folded.of(told.words), "avocate de léa");
            assert_eq!(told.number, number);
            assert_eq!(key == number, end == 19);
        }
    }
}
