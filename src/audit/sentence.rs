//! Where a sentence ends, for rules that look at what surrounds a word.
//!
//! In: text from the start of a sentence. Out: its length with the final sign and closing marks; « M. Roy est venu. » does not end
//! after `M.`.

/// Words before a full stop that ends nothing.
const ABBREVIATIONS: &[&str] = &[
    "M", "MM", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Me", "St", "Ste", "Mgr", "art", "p", "av",
    "apr", "env", "vol", "no", "cf", "etc",
];

/// Gives the length in bytes of the first sentence; none when the text holds no end of a sentence.
pub(super) fn end(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = from + sign(rest)?;
        let sign = text.get(at..)?.chars().next()?;
        let mut after = at + sign.len_utf8();
        let tail = text.get(after..)?;
        // A dot within a figure or a name ends nothing.
        if !tail.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            let next = closed(tail);
            after += tail.len() - next.len();
            if ends(text.get(..at)?, sign, next) {
                return Some(after);
            }
        }
        from = after;
    }
}

/// Passes over further signs, and over marks that close; white space goes only with a mark.
fn closed(tail: &str) -> &str {
    let closing = tail.trim_start_matches(['.', '!', '?', '…']);
    let closed = closing.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let shut = closed.trim_start_matches(['»', '”', '"', ')', '’']);
    if shut.len() < closed.len() {
        shut
    } else {
        closing
    }
}

/// Gives the first sign that may end a sentence.
fn sign(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let plain = memchr::memchr3(b'.', b'!', b'?', bytes);
    let before = bytes.get(..plain.unwrap_or(bytes.len()))?;
    // Its first bytes are those of apostrophes, dashes and narrow spaces too; its last one is rare.
    let ends = memchr::memchr_iter(DOTS[2], before).map(|last| last + 1);
    let mut dots = ends.filter(|end| before.get(..*end).is_some_and(|b| b.ends_with(DOTS)));
    dots.next().map(|end| end - DOTS.len()).or(plain)
}

/// Three dots in one character.
const DOTS: &[u8] = "…".as_bytes();

/// Tells whether a sign ends a sentence, by the word before and by what comes next.
fn ends(before: &str, sign: char, next: &str) -> bool {
    if next.is_empty() {
        return true;
    }
    if !next.starts_with(char::is_whitespace) || sign == '.' && abbreviated(before) {
        return false;
    }
    let first = next.trim_start().chars().next();
    first.is_none_or(|c| c.is_uppercase() || c.is_numeric() || "«\"“-–—(".contains(c))
}

/// Tells whether the last word is an initial or an abbreviation.
fn abbreviated(before: &str) -> bool {
    // They have four letters at most, and mostly a longer word ends a sentence.
    let long = before.as_bytes().last_chunk::<5>();
    if long.is_some_and(|letters| letters.iter().all(u8::is_ascii_alphabetic)) {
        return false;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    let word = word.unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::end;

    fn first(text: &str) -> &str {
        end(text).and_then(|e| text.get(..e)).unwrap_or("")
    }

    #[test]
    fn ends_after_the_final_sign_and_its_marks() {
        assert_eq!(first("« On tient. » Il est venu."), "« On tient. »");
        assert_eq!(first("Est-ce fini ? Non."), "Est-ce fini ?");
        assert_eq!(first("Fin."), "Fin.");
    }

    #[test]
    fn passes_over_abbreviations_numbers_and_initials() {
        let whole = "M. Roy, du C.N.R.S., a 3.5 points d'avance sur J. Petit.";
        assert_eq!(first(whole), whole);
        assert_eq!(
            first("« Quoi ? » demande-t-il. Rien."),
            "« Quoi ? » demande-t-il."
        );
    }
}
