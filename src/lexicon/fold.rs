//! Look-up keys: lower case, NFC, straight apostrophes.
//!
//! In: words as they stand. Out: the key under which the lexicon knows them; « L’Élysée » and « l'élysée » (in NFD too) agree.
//! The text itself is never rewritten.

use unicode_normalization::UnicodeNormalization;

use super::eight::Eight;

/// Appends the key of `word` to `key`.
pub fn fold_into(word: &str, key: &mut String) {
    if !push_plain(word, key) {
        rare(word, key);
    }
}

/// Appends the key of a word in which nothing but capitals of ASCII has to change; tells whether it is one.
fn push_plain(word: &str, key: &mut String) -> bool {
    let Some(capital) = plain(word.as_bytes()) else {
        return false;
    };
    let start = key.len();
    key.push_str(word);
    if capital && let Some(tail) = key.get_mut(start..) {
        tail.make_ascii_lowercase();
    }
    true
}

/// Tells whether a word has capitals of ASCII, when no other character has to change: the rest is ASCII, Latin-1 in lower case, or
/// `œ`.
#[must_use]
pub fn plain(word: &[u8]) -> Option<bool> {
    let (eights, rest) = word.as_chunks();
    let end = match word.last_chunk() {
        Some(last) => Eight::of(*last),
        None => Eight(rest.iter().fold(0, |n, b| n << 8 | u64::from(*b))),
    };
    let (mut others, mut capitals) = (end.others(), end.capitals());
    for eight in eights.iter().map(|bytes| Eight::of(*bytes)) {
        others |= eight.others();
        capitals |= eight.capitals();
    }
    if others == 0 || is_plain(word) {
        Some(capitals != 0)
    } else {
        None
    }
}

/// The same by one character after the other, which knows all of those that need not change.
fn is_plain(word: &[u8]) -> bool {
    let mut rest = word;
    loop {
        rest = match *rest {
            [] => return true,
            [0..=0x7F, ref behind @ ..]
            | [0xC2, _, ref behind @ ..]
            | [0xC3, 0x9F..=0xFF, ref behind @ ..]
            | [0xC5, 0x93, ref behind @ ..] => behind,
            _ => return false,
        };
    }
}

/// Appends the key of a word with other characters.
#[inline(never)]
fn rare(word: &str, key: &mut String) {
    // Most often an apostrophe is all that has to change, and nothing composes over one.
    for (number, part) in word.split('\u{2019}').enumerate() {
        if number > 0 {
            key.push('\'');
        }
        if !push_plain(part, key) {
            push_lowered(part, key);
        }
    }
}

/// Appends the key of a word, one character after the other.
fn push_lowered(word: &str, key: &mut String) {
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
    fn folds_as_lower_case_with_straight_apostrophes() {
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
            assert_eq!(fold(word), word.to_lowercase().replace('’', "'"));
        }
    }

    #[test]
    fn agrees_on_composed_and_decomposed_letters() {
        assert_eq!(fold("Élysée"), fold("E\u{301}lyse\u{301}e"));
        assert_eq!(fold("L’Élysée"), "l'élysée");
    }
}
