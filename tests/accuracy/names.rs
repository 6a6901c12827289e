//! Whether two names mean the same source.
//!
//! In: « Mme Aïssatou Mané Sagna » as a reader resolved it, and the name that the program gives. Out: yes or no; titles of
//! address, articles and accents do not count, and an acronym stands for its words.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that name nobody.
const EMPTY: [&str; 24] = [
    "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "son", "sa", "ses", "leur",
    "leurs", "ce", "cette", "ces", "m", "mm", "mme", "madame", "monsieur",
];

/// Tells whether `found` names whom `expected` names: all its words and not many more, or one is the acronym of the other.
pub(super) fn same(expected: &str, found: &str) -> bool {
    let (expected, found) = (words(expected), words(found));
    if expected.is_empty() || found.is_empty() {
        return expected.is_empty() && found.is_empty();
    }
    let all: BTreeSet<&String> = found.iter().collect();
    let holds = expected.iter().all(|word| all.contains(word));
    holds && found.len() <= 2 * expected.len() + 4
        || expected.concat() == found.concat()
        || initials(&expected) == found.concat()
        || initials(&found) == expected.concat()
}

fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter_map(|word| word.chars().next())
        .collect()
}

fn words(name: &str) -> Vec<String> {
    let plain: String = name
        .to_lowercase()
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .collect();
    plain
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty() && !EMPTY.contains(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn knows_a_person_by_a_longer_name_and_a_union_by_its_acronym() {
    assert!(same("Noémie Sagna", "Mme Noemie Sagna"));
    assert!(same("Sagna", "Noémie Sagna") && !same("Noémie Sagna", "Sagna"));
    assert!(same("Union des marins libres", "UML") && same("UML", "Union des marins libres"));
    assert!(!same("Sagna", "") && same("", "le"));
}
