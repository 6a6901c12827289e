//! Capitals: which words of a name need one, and how one is written without its accent.
//!
//! In: a name or a key. Out: a mask of its words, and a second key: « L'Elysée a démenti » finds `l'Élysée`.

/// Gives a bit for each of the first seven words that begins with a capital.
pub(super) fn capital_mask(text: &str) -> u8 {
    let folded: Vec<&str> = text
        .split(' ')
        .flat_map(|p| p.split_inclusive(['\'', '’']))
        .collect();
    folded.iter().take(7).enumerate().fold(0, |mask, (i, w)| {
        if w.chars().next().is_some_and(char::is_uppercase) {
            mask | 1 << i
        } else {
            mask
        }
    })
}

/// Gives the form without accents on initial capitals (`Etat`, `Elysée`), or `None` when it is the same.
pub(super) fn unaccented_start(key: &str) -> Option<String> {
    let mut start = true;
    let mut changed = false;
    let plain = key
        .chars()
        .map(|c| {
            let bare = match c {
                'é' | 'è' | 'ê' => 'e',
                'à' | 'â' => 'a',
                'î' => 'i',
                'ô' => 'o',
                other => other,
            };
            let out = if start { bare } else { c };
            changed |= out != c;
            start = matches!(c, ' ' | '\'' | '-');
            out
        })
        .collect();
    // `à jamais` must not make one word of « n'a jamais »; the lexer knows a capital `A` for `À`.
    (changed && key.chars().count() > 1 && !key.starts_with("à ")).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::capital_mask;

    #[test]
    fn remembers_which_words_are_capitalised() {
        assert_eq!(capital_mask("Corée du Nord"), 0b101);
    }
}
