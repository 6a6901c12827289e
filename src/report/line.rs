//! Words of an article on one line, for terminals and tables.
//!
//! In: words as they stand, line breaks and all. Out: one line that nothing obeys, cut in the middle when it is long: « Le pont […]
//! lundi à midi ».

/// The words on one line, cut in the middle when they are longer than `most` code points.
pub(super) fn excerpt(words: &str, most: usize) -> String {
    let words = one_line(words);
    let length = words.chars().count();
    if length <= most {
        return words;
    }
    let half = most / 2;
    let start: String = words.chars().take(half).collect();
    let end: String = words.chars().skip(length - half).collect();
    format!("{} […] {}", start.trim_end(), end.trim_start())
}

/// Line breaks and runs of plain white space to single spaces; no-break spaces stay.
pub(crate) fn one_line(words: &str) -> String {
    words
        .split([' ', '\n', '\r', '\t'])
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Makes one line without what a terminal or a table would obey: control characters, and those that turn the direction
/// of writing.
pub(super) fn visible(words: &str) -> String {
    let plain = |c: char| if obeyed(c) { ' ' } else { c };
    one_line(&words.chars().map(plain).collect::<String>())
}

/// Tells whether a character is an order rather than a letter.
pub(super) fn obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
