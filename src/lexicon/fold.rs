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

/// Tells whether a word has capitals of ASCII, when no other character has to change: the rest is ASCII, Latin-1 in lower case, or
/// `œ`.
fn plain(word: &[u8]) -> Option<bool> {
    let mut capital = false;
    let mut bytes = word.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            0..=0x7F => capital |= byte.is_ascii_uppercase(),
            0xC2 => _ = bytes.next()?,
            0xC3 => _ = bytes.next().filter(|b| **b >= 0x9F)?,
            0xC5 => _ = bytes.next().filter(|b| **b == 0x93)?,
            _ => return None,
        }
    }
    Some(capital)
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
    use super::fold;

    #[test]
    fn agrees_on_composed_and_decomposed_letters() {
        assert_eq!(fold("Élysée"), fold("E\u{301}lyse\u{301}e"));
        assert_eq!(fold("L’Élysée"), "l'élysée");
    }
}
