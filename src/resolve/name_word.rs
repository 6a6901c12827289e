//! Words of persons' names, folded and as numbers.
//!
//! In: words of the text. Out: the [`NameWord`]s of « Yann Le Bihan »; `SÁNCHEZ` and `Sanchez` are the same.

use unicode_normalization::UnicodeNormalization;

use super::number::{few, finished, mix, number};
use crate::lexicon::eight::Eight;
use crate::lexicon::fold::fold;

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
    if word.contains(&b'-') {
        hyphenated(word)
    } else {
        [0; 2]
    }
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

#[cfg(test)]
mod tests {
    use super::NameWord;
    use crate::lexicon::fold::fold;
    use crate::resolve::number::number;

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
}
