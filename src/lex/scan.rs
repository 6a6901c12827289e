//! Where a word ends, eight bytes at a time.
//!
//! In: the bytes of a text and the first byte of a word. Out: the bytes up to a sign or a space that surely ends a word, as numbers.
//! Whether they are one word is not decided here: « dit-il » comes out whole, and is two. The cache knows which of them the
//! grammar of characters has read as one.

const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;

/// Bytes of the longest word that has a key.
const LONGEST: usize = 24;

/// A word of 1 to 24 bytes as three numbers, filled up with zeros: no word holds a zero byte, so no two have one key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(pub(super) [u64; 3]);

impl Key {
    /// Gives the key of a part of the text, when it is not too long.
    pub(super) fn of(text: &[u8], start: usize, end: usize) -> Option<Self> {
        let len = end
            .checked_sub(start)
            .filter(|len| (1..=LONGEST).contains(len))?;
        let part = |n: usize| match len.checked_sub(n) {
            Some(len @ 1..8) => eight(text, start + n) & ((1 << (8 * len)) - 1),
            Some(8..) => eight(text, start + n),
            _ => 0,
        };
        Some(Self([part(0), part(8), part(16)]))
    }
}

/// Reads eight bytes as one number; what is missing at the end of the text counts as zero.
#[inline]
fn eight(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    match rest.first_chunk::<8>() {
        Some(whole) => u64::from_le_bytes(*whole),
        None => rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)),
    }
}

/// What a byte behind letters tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// No word goes on with it.
    End,
    Dot,
    Apostrophe,
    Hyphen,
    /// First byte of a no-break space or a quotation mark.
    Two,
    /// First byte of general punctuation.
    Three,
    /// May belong to the word.
    Open,
}

const BEHIND: [Behind; 256] = {
    let mut behind = [Behind::Open; 256];
    let mut at = 0;
    while at < 128 {
        behind[at] = match at as u8 {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'&' | b'@' | b'_' => Behind::Open,
            b'.' => Behind::Dot,
            b'\'' => Behind::Apostrophe,
            b'-' => Behind::Hyphen,
            _ => Behind::End,
        };
        at += 1;
    }
    behind[0xC2] = Behind::Two;
    behind[0xE2] = Behind::Three;
    behind
};

/// Reads a word of at most seven bytes before a space or a plain sign, or one of eight with its apostrophe; gives the first
/// number of its key and the first byte after it.
#[inline]
pub(super) fn short(text: &[u8], at: usize) -> Option<(u64, usize)> {
    let first = u64::from_le_bytes(*text.get(at..)?.first_chunk::<8>()?);
    // Eight letters leave no bit, and the first of them behind nothing.
    let bits = stops(first).trailing_zeros() & 0x38;
    let end = at + bits as usize / 8;
    let key = first & ((1 << bits) - 1);
    match BEHIND[(first >> bits) as usize & 0xFF] {
        Behind::End => Some((key, end)),
        Behind::Apostrophe => Some((key | u64::from(b'\'') << bits, end + 1)),
        _ => None,
    }
}

/// Sets the high bit of each byte that is no letter: of those of ASCII below `A`, and of those that begin a character beyond it and
/// are even. The letters of French begin with 0xC3 and 0xC5, spaces and quotation marks with 0xC2 and 0xE2. What else counts as a
/// letter here is none to the grammar, and no word of the cache holds it.
#[inline]
const fn stops(word: u64) -> u64 {
    let from_a = (word & !HIGH) + ONES * (0x80 - b'A' as u64);
    let even_lead = word & (word << 1) & !(word << 7);
    (!(from_a | word) | even_lead) & HIGH
}

/// Reads letters from `at` on, further ones behind hyphens, and an apostrophe behind them; gives the key and the first byte after
/// them.
pub(super) fn word(text: &[u8], at: usize) -> Option<(Key, usize)> {
    let mut key = Key::default();
    let mut end = at;
    for part in &mut key.0 {
        let word = eight(text, end);
        let stops = stops(word);
        // The bytes before the lowest stop; all when there is none.
        *part = word & ((stops & stops.wrapping_neg()) >> 7).wrapping_sub(1);
        end += stops.trailing_zeros() as usize / 8;
        if stops != 0 {
            return ended(text, at, end, key);
        }
    }
    None
}

/// Looks at what stands behind the letters from `at` to `end`, whose key is `letters`.
#[inline]
fn ended(text: &[u8], at: usize, end: usize, letters: Key) -> Option<(Key, usize)> {
    let behind = text
        .get(end)
        .map_or(Behind::End, |b| BEHIND[usize::from(*b)]);
    let ends = match behind {
        Behind::End => end > at,
        Behind::Dot => end > at + 1 && matches!(text.get(end + 1), None | Some(b' ' | b'\n')),
        Behind::Apostrophe => return key(text, at, end + 1),
        Behind::Hyphen => return compound(text, at, end),
        Behind::Two => matches!(text.get(end + 1)?, 0xA0 | 0xAB | 0xBB),
        Behind::Three => match text.get(end + 1..end + 3)? {
            [0x80, 0x99] => return key(text, at, end + 3),
            [0x80, last] => matches!(last, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6 | 0xAF),
            _ => false,
        },
        Behind::Open => false,
    };
    ends.then_some((letters, end))
}

/// Goes on behind the hyphen at `end`.
#[inline(never)]
fn compound(text: &[u8], at: usize, end: usize) -> Option<(Key, usize)> {
    let letter = |byte: &u8| *byte == b'-' || stops(u64::from(*byte)) & 0x80 == 0;
    let rest = text.get(end..)?;
    let end = end + rest.iter().position(|b| !letter(b)).unwrap_or(rest.len());
    ended(text, at, end, Key::of(text, at, end)?)
}

fn key(text: &[u8], at: usize, end: usize) -> Option<(Key, usize)> {
    Some((Key::of(text, at, end)?, end))
}

#[cfg(test)]
mod tests {
    use super::{Key, short, word};

    fn read(text: &str) -> Option<&str> {
        let (key, end) = word(text.as_bytes(), 0)?;
        assert_eq!(Some(key), Key::of(text.as_bytes(), 0, end));
        if let Some(found) = short(text.as_bytes(), 0) {
            assert_eq!(found, (key.0[0], end));
        }
        text.get(..end)
    }

    #[test]
    fn ends_words_where_no_word_goes_on() {
        for (text, found) in [
            ("été, puis", Some("été")),
            ("œuvre»", Some("œuvre")),
            ("intergouvernementale.", Some("intergouvernementale")),
            ("porte-parole\u{a0}:", Some("porte-parole")),
            ("vice-président de", Some("vice-président")),
            ("l'été", Some("l'")),
            ("qu’il", Some("qu’")),
            ("AFP/", Some("AFP")),
            ("lui.\n", Some("lui")),
            ("oui…", Some("oui")),
            ("dégénérés", Some("dégénérés")),
        ] {
            assert_eq!(read(text), found, "{text}");
        }
    }

    #[test]
    fn leaves_what_may_go_on_to_the_grammar() {
        for text in [
            "G7 réuni",
            "lemonde.fr",
            "M. Roy",
            "e\u{301}te\u{301}",
            "m²",
            "aujourd'hui",
            "anticonstitutionnellement",
            "",
            ", dit",
        ] {
            let found = read(text);
            // Elision is for the grammar to judge.
            assert!(found.is_none() || found == Some("aujourd'"), "{text}");
        }
    }
}
