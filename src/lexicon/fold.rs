//! Look-up keys: lower case, NFC, straight apostrophes.
//!
//! In: words as they stand. Out: the key under which the lexicon knows them; « L’Élysée » and « l'élysée » (in NFD too) agree.
//! The text itself is never rewritten.

use unicode_normalization::UnicodeNormalization;

/// Appends the key of `word` to `key`.
pub fn fold_into(word: &str, key: &mut String) {
    if word.is_ascii() {
        key.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    if word.chars().all(is_composed) {
        key.extend(word.chars().flat_map(char::to_lowercase).map(straight));
    } else {
        key.extend(word.nfc().flat_map(char::to_lowercase).map(straight));
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
