//! Forms of a name: whether two can be one person's, and what they have in common.
//!
//! In: folded words. Out: yes or no: « V. Sapounov » and « Valentine Sapounov », « Pastor » and « Ana Pastor García » can be one.

use super::name_word::NameWord;

/// Tells whether all words of one folded phrase stand in the other, small words apart.
pub(super) fn words_within(short: &str, long: &str) -> bool {
    const SMALL: [&[u8]; 10] = [
        b"",
        b"\xC3\xA0",
        b"au",
        b"d",
        b"de",
        b"des",
        b"du",
        b"l",
        b"la",
        b"le",
    ];
    let is_break = |b: &u8| matches!(*b, b' ' | b'\'');
    let (short, long) = (short.as_bytes(), long.as_bytes());
    short
        .split(is_break)
        .filter(|w| w.len() > 3 || !SMALL.contains(w))
        .all(|w| long.split(is_break).any(|l| l == w))
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

/// Tells whether one name is a surname inside the other: `Zarifé` of Dina Khoury-Zarifé, `Déby` of Mahamat Idriss Déby Itno.
pub(super) fn shortened(a: &[NameWord], b: &[NameWord]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let ([one], [_, inner @ .., last]) = (short, long) else {
        return false;
    };
    last.has_part(one) || one.long && inner.len() > 1 && inner.contains(one)
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
    (x.initial || y.initial) && x.begins_like(y) && a.len() > 1 && a.get(1..) == b.get(1..)
}

/// Takes the determiner from a folded phrase.
pub(super) fn strip_determiner(key: &str) -> &str {
    let article = match key.as_bytes().first_chunk() {
        Some(b"cett") if key.starts_with("cette ") => 6,
        Some(first) => article(*first),
        None => article_alone(key),
    };
    key.get(article..).unwrap_or(key)
}

/// Gives the length of an article in the first four bytes; without branches, for nobody can foresee which it is.
fn article(first: [u8; 4]) -> usize {
    let is = |article: &[u8; 4], bytes: u32| {
        let differ = u32::from_le_bytes(*article) ^ u32::from_le_bytes(first);
        usize::from(differ << (32 - 8 * bytes) == 0)
    };
    let three = is(b"le  ", 3) + is(b"la  ", 3) + is(b"un  ", 3) + is(b"ce  ", 3);
    let four = is(b"les ", 4) + is(b"des ", 4) + is(b"une ", 4);
    2 * is(b"l'  ", 2) + 3 * three + 4 * four
}

/// Gives the length of an article with hardly anything behind it.
#[cold]
fn article_alone(key: &str) -> usize {
    match key {
        "le " | "la " | "un " | "ce " => 3,
        _ if key.starts_with("l'") => 2,
        _ => 0,
    }
}
