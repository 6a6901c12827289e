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
    byte.is_ascii_alphabetic() || matches!(byte, 0xC3 | 0xC5)
}

/// Reads a sign of one character; three dots, dashes and other marks are left to the grammar.
#[inline]
pub(super) fn sign(text: &[u8], at: usize) -> Option<(Kind, usize)> {
    let kind = match text.get(at)? {
        b',' => Kind::Comma,
        b'.' if text.get(at + 1) != Some(&b'.') => Kind::Period,
        b':' => Kind::Colon,
        b';' => Kind::Semicolon,
        b'!' | b'?' => Kind::Exclaim,
        b'"' => Kind::Mark,
        b'(' | b'[' => Kind::ParenOpen,
        b')' | b']' => Kind::ParenClose,
        0xC2 if matches!(text.get(at + 1), Some(0xAB | 0xBB)) => return Some((Kind::Mark, at + 2)),
        _ => return None,
    };
    Some((kind, at + 1))
}

/// Reads figures that end before a sign or a space behind which no figure goes on.
#[inline]
pub(super) fn number(text: &[u8], at: usize) -> Option<usize> {
    let figures = text.get(at..)?;
    let len = figures.iter().position(|b| !b.is_ascii_digit())?;
    let [sign, next, ..] = figures.get(len..)? else {
        return None;
    };
    // Behind 0xC3 stands a letter; beyond that there are more figures than those of ASCII.
    let figure = next.is_ascii_digit() || !next.is_ascii() && *next != 0xC3;
    let ends = match sign {
        b' ' | b',' | b'.' | b':' | b'/' => !figure,
        b';' | b'!' | b'?' | b')' | b'%' | b'"' | b'\n' => true,
        _ => false,
    };
    (len > 0 && ends).then_some(at + len)
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
