//! Distance between words, for hints.
//!
//! In: a word that was not understood, and those that would be. Out: the nearest ones: for `incise-inverse`, the rule that reads
//! « On tient bon », a déclaré la maire, it is `incise-inverted`.

/// Gives the nearest of the known words, at most `count`, nearest first; none when all are far.
pub(crate) fn nearest<'a>(
    asked: &str,
    known: impl Iterator<Item = &'a str>,
    count: usize,
) -> Vec<&'a str> {
    let most = asked.chars().count() / 2 + 1;
    let mut near: Vec<_> = known
        .map(|word| (distance(asked, word), word))
        .filter(|(far, _)| *far <= most)
        .collect();
    near.sort_unstable();
    near.truncate(count);
    near.into_iter().map(|(_, word)| word).collect()
}

/// Counts the letters to change between two words (Levenshtein); a word that holds the other is one step away.
fn distance(asked: &str, known: &str) -> usize {
    if !asked.is_empty() && known.contains(asked) {
        return 1;
    }
    let known: Vec<char> = known.chars().collect();
    let mut row: Vec<usize> = (0..=known.len()).collect();
    for (i, a) in asked.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (b, above) in known.iter().zip(row.iter_mut().skip(1)) {
            let cost = (corner + usize::from(a != *b))
                .min(*above + 1)
                .min(left + 1);
            corner = std::mem::replace(above, cost);
            left = cost;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_letters_to_change() {
        assert_eq!(distance("selon-avant", "selon-avant"), 1);
        assert_eq!(distance("incise-inverse", "incise-inverted"), 2);
        assert_eq!(distance("", "abc"), 3);
    }

    #[test]
    fn keeps_silent_when_all_words_are_far() {
        let known = ["select", "ignore", "levels"];
        assert_eq!(nearest("selct", known.into_iter(), 3), ["select"]);
        assert!(nearest("xyzzy", known.into_iter(), 3).is_empty());
    }
}
