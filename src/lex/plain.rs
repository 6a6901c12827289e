//! What needs no grammar of characters: white space, words between plain signs, signs of one character and plain numbers.
//!
//! In: the bytes of a text. Out: where a piece ends, or nothing when the grammar has to decide: of « Le 12, il dit « oui ». » all
//! pieces are plain.

use super::token::Kind;

/// Gives the first byte behind white space, when there is one; the rarer spaces are left to the grammar.
#[inline]
pub(super) fn space(text: &[u8], mut at: usize) -> Option<usize> {
    // Most words have one space before them.
    if text.get(at) == Some(&b' ') {
        at += 1;
    }
    loop {
        match text.get(at)? {
            b'!'..=b'~' => return Some(at),
            b' ' | b'\n' | b'\r' | b'\t' => at += 1,
            0xC2 if text.get(at + 1) == Some(&0xA0) => at += 2,
            0xE2 if text.get(at + 1..at + 3) == Some(&[0x80, 0xAF]) => at += 3,
            _ => return Some(at),
        }
    }
}

/// Tells whether a letter of French begins with a byte.
#[inline]
pub(super) fn letter(byte: u8) -> bool {
    LETTERS[usize::from(byte)]
}

/// The first bytes of letters.
const LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = (byte as u8).is_ascii_alphabetic() || matches!(byte, 0xC3 | 0xC5);
        byte += 1;
    }
    letters
};

/// Reads a sign of one character; three dots, rows of dashes and rarer signs are left to the grammar.
#[inline]
pub(super) fn sign(text: &[u8], at: usize) -> Option<(Kind, usize)> {
    let byte = *text.get(at)?;
    if let Some(kind) = SIGNS[usize::from(byte)] {
        let row = (text.get(at + 1) == Some(&byte)) & matches!(byte, b'.' | b'-');
        return (!row).then_some((kind, at + 1));
    }
    match *text.get(at..)? {
        [0xC2, 0xAB | 0xBB, ..] => Some((Kind::Mark, at + 2)),
        [0xE2, 0x80, third, ..] => {
            let kind = match third {
                0x93..=0x95 => Kind::Dash,
                0x98 | 0x9C..=0x9F | 0xB9 | 0xBA => Kind::Mark,
                0xA6 => Kind::Exclaim,
                _ => return None,
            };
            Some((kind, at + 3))
        }
        _ => None,
    }
}

/// The signs of ASCII.
const SIGNS: [Option<Kind>; 256] = {
    let mut signs = [None; 256];
    let mut byte = 0;
    while byte < 128 {
        signs[byte] = match byte as u8 {
            b',' => Some(Kind::Comma),
            b'.' => Some(Kind::Period),
            b':' => Some(Kind::Colon),
            b';' => Some(Kind::Semicolon),
            b'!' | b'?' => Some(Kind::Exclaim),
            b'"' => Some(Kind::Mark),
            b'(' | b'[' => Some(Kind::ParenOpen),
            b')' | b']' => Some(Kind::ParenClose),
            b'-' => Some(Kind::Dash),
            // `Roy & Fils` is one name.
            b'&' => None,
            sign if sign.is_ascii_punctuation() => Some(Kind::Other),
            _ => None,
        };
        byte += 1;
    }
    signs
};

/// Reads figures with separators between them (`12 800`, `47,2`), when a sign or a space is behind them with which no figure goes on.
pub(super) fn number(text: &[u8], at: usize) -> Option<usize> {
    let mut end = figures(text, at);
    if end == at {
        return None;
    }
    loop {
        match *text.get(end..)? {
            [b',' | b'.' | b':' | b'/', b'0'..=b'9', ..] => end = figures(text, end + 1),
            [b' ', b'0'..=b'9', ..] => {
                let thousands = figures(text, end + 1);
                if !text.get(thousands)?.is_ascii() {
                    return None;
                }
                if thousands != end + 4 {
                    return Some(end);
                }
                end = thousands;
            }
            [b' ' | b',' | b'.' | b':' | b'/', next, ..]
            | [0xC2, 0xA0, next, ..]
            | [0xE2, 0x80, 0xAF, next, ..] => {
                // Behind 0xC3 stands a letter; beyond that there are more figures than those of ASCII.
                let figure = next.is_ascii_digit() || !next.is_ascii() && next != 0xC3;
                return (!figure).then_some(end);
            }
            [b';' | b'!' | b'?' | b')' | b']' | b'%' | b'"' | b'\n', ..]
            | [0xC2, 0xAB | 0xBB, ..] => {
                return Some(end);
            }
            _ => return None,
        }
    }
}

/// Gives the first byte behind figures of ASCII.
fn figures(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let len = rest.iter().position(|b| !b.is_ascii_digit());
    at + len.unwrap_or(rest.len())
}

/// Reads a word of French letters before white space or a plain sign, and `l'`, `d'`, `qu'`.
pub(super) fn word(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        match text.get(at) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => at += 1,
            Some(lead @ (0xC3 | 0xC5)) if french(*lead, *text.get(at + 1)?) => at += 2,
            _ => break,
        }
    }
    let elision = || text.get(..at).is_some_and(short_elision);
    match text.get(at..)? {
        _ if at == 0 => None,
        // `n°2` is one word.
        [0xC2, 0xB0 | 0xBA, ..] => None,
        []
        | [
            b' ' | b'\n' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'"' | 0xC2,
            ..,
        ] => Some(at),
        [b'.'] | [b'.', b' ' | b'\n', ..] if at > 1 => Some(at),
        [b'\'', ..] if elision() => Some(at + 1),
        [0xE2, 0x80, 0x99, ..] if elision() => Some(at + 3),
        _ => None,
    }
}

/// Tells whether a word has but letters of French, with hyphens between them, or an apostrophe behind `l`, `d`, `qu`.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "what stands there cannot be foreseen"
)]
pub(super) fn is_word(word: &[u8]) -> bool {
    let elided = word.strip_suffix(b"'");
    let elided = elided.or_else(|| word.strip_suffix("’".as_bytes()));
    let mut before = b'-';
    let mut letters = true;
    for byte in elided.unwrap_or(word) {
        let lead = (before == 0xC3) | (before == 0xC5);
        let begins = letter(*byte) | (*byte == b'-') & (before != b'-');
        letters &= lead & french(before, *byte) | !lead & begins;
        before = *byte;
    }
    letters && before != b'-' && elided.is_none_or(short_elision)
}

/// Tells whether two bytes are a letter of French: `×` and `÷` stand among them.
fn french(lead: u8, second: u8) -> bool {
    if lead == 0xC3 {
        !matches!(second, 0x97 | 0xB7)
    } else {
        matches!(second, 0x92 | 0x93)
    }
}

fn short_elision(word: &[u8]) -> bool {
    match word {
        [letter] => b"ldjmtscn".contains(letter),
        _ => word == b"qu",
    }
}
