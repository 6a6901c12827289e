//! Look-up keys: lower case, NFC, straight apostrophes.
//!
//! In: words as they stand. Out: the key under which the lexicon knows them; « L’Élysée » and « l'élysée » (in NFD too) agree.
//! The text itself is never rewritten.

use unicode_normalization::UnicodeNormalization;

/// Appends the key of `word` to `key`.
pub fn fold_into(word: &str, key: &mut String) {
    let Some(capital) = plain(word.as_bytes()) else {
        return rare(word, key);
    };
    let start = key.len();
    key.push_str(word);
    if capital && let Some(tail) = key.get_mut(start..) {
        tail.make_ascii_lowercase();
    }
}

/// Gives the key of a short word in `room`; nothing when it is longer, or not as simple as most words are.
pub fn fold_short<'a>(word: &str, room: &'a mut [u8; 32]) -> Option<&'a str> {
    let capital = plain(word.as_bytes())?;
    let key = room.get_mut(..word.len())?;
    key.copy_from_slice(word.as_bytes());
    if capital {
        key.make_ascii_lowercase();
    }
    std::str::from_utf8(key).ok()
}

/// Tells whether a word has capitals of ASCII, when no other character has to change: the rest is ASCII, Latin-1 in lower case, or
/// `œ`.
fn plain(word: &[u8]) -> Option<bool> {
    let mut capital = false;
    let mut rest = word;
    loop {
        // Eight bytes at a time, as far as they are ASCII: most characters are.
        while let Some(eight) = rest.first_chunk() {
            let eight = u64::from_le_bytes(*eight);
            let ascii = (eight & HIGH).trailing_zeros() / 8;
            let known = u64::MAX.checked_shr(64 - 8 * ascii).unwrap_or(0);
            capital |= has_capital(eight & known);
            rest = rest.get(ascii as usize..)?;
            if ascii < 8 {
                break;
            }
        }
        rest = match *rest {
            [] => return Some(capital),
            [byte @ 0..=0x7F, ref behind @ ..] => {
                capital |= byte.is_ascii_uppercase();
                behind
            }
            [0xC2, _, ref behind @ ..]
            | [0xC3, 0x9F..=0xFF, ref behind @ ..]
            | [0xC5, 0x93, ref behind @ ..] => behind,
            _ => return None,
        };
    }
}

/// The highest bit of each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Tells whether one of eight bytes of ASCII is a capital: only a capital reaches the highest bit from `A` on and not from behind `Z`.
const fn has_capital(eight: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let from = eight + (0x80 - b'A' as u64) * EACH;
    let behind = eight + (0x7F - b'Z' as u64) * EACH;
    from & !behind & HIGH != 0
}

/// Appends the key of a word with other characters.
#[inline(never)]
fn rare(word: &str, key: &mut String) {
    if word.chars().all(is_composed) {
        word.chars().for_each(|c| push_lower(c, key));
    } else {
        word.nfc().for_each(|c| push_lower(c, key));
    }
}

/// Appends one character in lower case; the letters of French take the short way.
fn push_lower(c: char, key: &mut String) {
    match c {
        '\0'..='\x7F' => key.push(c.to_ascii_lowercase()),
        'ß'..='ÿ' | 'œ' => key.push(c),
        'À'..='Þ' if c != '×' => key.push(char::from_u32(u32::from(c) + 32).unwrap_or(c)),
        'Œ' => key.push('œ'),
        _ => key.extend(c.to_lowercase().map(straight)),
    }
}

/// Gives the key of `word`.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    fold_into(word, &mut key);
    key
}

/// Tells whether `c` needs no composition: everything below the combining marks, and general punctuation.
fn is_composed(c: char) -> bool {
    c < '\u{300}' || ('\u{2000}'..'\u{2100}').contains(&c)
}

fn straight(c: char) -> char {
    match c {
        '\u{2019}' | '\u{02BC}' | '\u{2018}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_short};

    #[test]
    fn folds_short_words_as_all_others() {
        for word in [
            "",
            "É",
            "Z",
            "[",
            "@",
            "Maël",
            "Cœur-de-Lion",
            "SAINT-BRIEUC-LES-VIGNES",
            "Aïe’",
            "abcdefghÀ",
            "Garde des Sceaux",
        ] {
            let mut room = [0; 32];
            if let Some(key) = fold_short(word, &mut room) {
                assert_eq!(key, fold(word));
            }
            assert_eq!(fold(word), word.to_lowercase().replace('’', "'"));
        }
    }

    #[test]
    fn agrees_on_composed_and_decomposed_letters() {
        assert_eq!(fold("Élysée"), fold("E\u{301}lyse\u{301}e"));
        assert_eq!(fold("L’Élysée"), "l'élysée");
    }
}
