//! Forms of a name: whether two can be one person's, and what they have in common.
//!
//! In: folded words. Out: yes or no: « V. Sapounov » and « Valentine Sapounov », « Pastor » and « Ana Pastor García » can be one.

/// Tells whether all words of one phrase stand in the other, small words apart.
pub(super) fn words_within(short: &str, long: &str) -> bool {
    const SMALL: [&str; 10] = ["", "à", "au", "d", "de", "des", "du", "l", "la", "le"];
    short
        .split([' ', '\'', '’'])
        .filter(|w| !SMALL.contains(w))
        .all(|w| long.split([' ', '\'', '’']).any(|l| l == w))
}

/// Tells whether two names can be one person: the same surname, and first names that do not differ.
pub(super) fn same_person(a: &[String], b: &[String]) -> bool {
    if a == b {
        return !a.is_empty();
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match short.len() {
        0 => false,
        1 => short.first().is_some_and(|s| {
            // `Pastor` of Ana Pastor García: the first of two surnames.
            let surname = long.len() == 3 && long.get(1) == Some(s) && s.chars().count() > 3;
            long.last() == Some(s) || long.first() == Some(s) || surname
        }),
        _ if initial(a, b) => true,
        _ => {
            long.ends_with(short)
                || long.starts_with(short)
                || short.first() == long.first() && short.last() == long.last()
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
fn initial(a: &[String], b: &[String]) -> bool {
    let (Some(x), Some(y)) = (a.first(), b.first()) else {
        return false;
    };
    let short = |w: &str| w.trim_end_matches('.').chars().count() == 1;
    (short(x) || short(y))
        && x.chars().next() == y.chars().next()
        && a.len() > 1
        && a.get(1..) == b.get(1..)
}

pub(super) fn strip_determiner(key: &str) -> &str {
    for article in [
        "le ", "la ", "les ", "l'", "un ", "une ", "des ", "ce ", "cette ",
    ] {
        if let Some(rest) = key.strip_prefix(article) {
            return rest;
        }
    }
    key
}
