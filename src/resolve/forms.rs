//! Forms of a name: whether two can be one person's, and what they have in common.
//!
//! In: folded words. Out: yes or no: « V. Sapounov » and « Valentine Sapounov », « Pastor » and « Ana Pastor García » can be one.

use super::folded::NameWord;

/// Tells whether all words of one phrase stand in the other, small words apart.
pub(super) fn words_within(short: &str, long: &str) -> bool {
    const SMALL: [&str; 10] = ["", "à", "au", "d", "de", "des", "du", "l", "la", "le"];
    short
        .split([' ', '\'', '’'])
        .filter(|w| !SMALL.contains(w))
        .all(|w| long.split([' ', '\'', '’']).any(|l| l == w))
}

/// Tells whether two names can be one person: the same surname, and first names that do not differ.
pub(super) fn same_person(a: &[NameWord], b: &[NameWord]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match short {
        [] => false,
        [one] => {
            // `Pastor` of Ana Pastor García: the first of two surnames.
            let surname = long.len() == 3 && long.get(1) == Some(one) && one.long;
            long.last() == Some(one) || long.first() == Some(one) || surname
        }
        [first, .., last] => {
            // The first or the last word agrees, whatever the rule.
            (long.first() == Some(first) || long.last() == Some(last))
                && (long.ends_with(short)
                    || long.starts_with(short)
                    || long.first() == Some(first) && long.last() == Some(last)
                    || initial(a, b))
        }
    }
}

/// `l'Agence nationale d'information (Ani, officielle)`: the article gives the long form of an outlet and its acronym.
pub(super) fn spelt_out(phrase: &str) -> Option<String> {
    let (long, rest) = phrase.split_once(" (")?;
    let (_, long) = long.split_once(['\'', '’', ' '])?;
    let short = rest.split([',', ')']).next()?;
    long.starts_with(char::is_uppercase)
        .then(|| format!("{long} ({short})"))
}

/// `V. Sapounov` and `Valentine Sapounov`: an initial, and the same surname.
fn initial(a: &[NameWord], b: &[NameWord]) -> bool {
    let (Some(x), Some(y)) = (a.first(), b.first()) else {
        return false;
    };
    (x.initial || y.initial) && x.first == y.first && a.len() > 1 && a.get(1..) == b.get(1..)
}

/// Takes the determiner from a folded phrase.
pub(super) fn strip_determiner(key: &str) -> &str {
    if !key.starts_with(['l', 'u', 'd', 'c']) {
        return key;
    }
    for article in [
        "le ", "la ", "les ", "l'", "un ", "une ", "des ", "ce ", "cette ",
    ] {
        if let Some(rest) = key.strip_prefix(article) {
            return rest;
        }
    }
    key
}
