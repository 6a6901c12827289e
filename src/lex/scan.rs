//! Where a word ends, eight bytes at a time.
//!
//! In: the bytes of a text and the first byte of a word. Out: the bytes of the word as numbers, when it is of letters and hyphens
//! and something follows that surely ends it. Whether those bytes are one word is not decided here: « dit-il » comes out whole,
//! and is two. The cache knows which of them the grammar of characters has read as one.

const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;
const LOW: u64 = HIGH - ONES;

/// A word of 1 to 24 bytes as three numbers, filled up with zeros: no word holds a zero byte, so no two have one key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(pub(super) [u64; 3]);

impl Key {
    /// Gives the key of a whole slice.
    pub(super) fn of(text: &[u8], start: usize, end: usize) -> Option<Self> {
        let len = end.checked_sub(start).filter(|len| (1..=24).contains(len))?;
        let part = |n: usize| eight(text, start + n) & below(len.saturating_sub(n).min(8));
        Some(Self([part(0), part(8), part(16)]))
    }
}

/// What a byte behind letters tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// No word goes on with it.
    End,
    Dot,
    Apostrophe,
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
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'&' | b'@' | b'_' | b'-' => Behind::Open,
            b'.' => Behind::Dot,
            b'\'' => Behind::Apostrophe,
            _ => Behind::End,
        };
        at += 1;
    }
    behind[0xC2] = Behind::Two;
    behind[0xE2] = Behind::Three;
    behind
};

/// Reads letters and hyphens from `at` on, with an apostrophe behind them; gives the key and the first byte after them.
#[inline]
pub(super) fn word(text: &[u8], at: usize) -> Option<(Key, usize)> {
    let first = eight(text, at);
    let (run, lead) = letters(first, 0);
    let mut key = Key([first & below(run), 0, 0]);
    let mut len = run;
    if run == 8 {
        let second = eight(text, at + 8);
        let (run, lead) = letters(second, lead);
        key.0[1] = second & below(run);
        len += run;
        if run == 8 {
            let third = eight(text, at + 16);
            let (run, _) = letters(third, lead);
            key.0[2] = third & below(run);
            len += run;
        }
    }
    let end = at + len;
    if len == 0 || len == 24 {
        return None;
    }
    let Some(behind) = text.get(end) else {
        return Some((key, end));
    };
    match BEHIND[usize::from(*behind)] {
        Behind::End => Some((key, end)),
        Behind::Dot => (len > 1 && matches!(text.get(end + 1), None | Some(b' ' | b'\n')))
            .then_some((key, end)),
        Behind::Apostrophe => elided(key, end, len, &[b'\'']),
        Behind::Two => matches!(text.get(end + 1)?, 0xA0 | 0xAB | 0xBB).then_some((key, end)),
        Behind::Three => match text.get(end + 1..end + 3)? {
            [0x80, 0x99] => elided(key, end, len, "’".as_bytes()),
            [0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6 | 0xAF] => Some((key, end)),
            _ => None,
        },
        Behind::Open => None,
    }
}

/// Adds the apostrophe to a short word.
fn elided(key: Key, end: usize, len: usize, apostrophe: &[u8]) -> Option<(Key, usize)> {
    let whole = len + apostrophe.len();
    if whole > 8 {
        return None;
    }
    let sign = eight(apostrophe, 0) << (8 * len);
    Some((Key([key.0[0] | sign, 0, 0]), end + apostrophe.len()))
}

/// Counts the letters of French and the hyphens that `word` begins with; `lead` is the high bit of its first byte when the byte
/// before it began a letter of two. The other number is that of the next word.
#[inline]
fn letters(word: u64, lead: u64) -> (usize, u64) {
    let small = (word & LOW) | (ONES * 0x20);
    let from_a = small + ONES * (0x80 - b'a' as u64);
    let beyond_z = small + ONES * (0x7F - b'z' as u64);
    // 0xC3, 0xC5 and 0xC7: `é` and `œ` begin so, and no space or sign does.
    let leads = equal(word | (ONES * 6), 0xC7);
    let found = (from_a & !beyond_z & !word)
        | equal(word, b'-')
        | leads
        | (leads << 8)
        | lead;
    let other = !found & HIGH;
    (other.trailing_zeros() as usize / 8, leads >> 56)
}

/// Sets the high bit of each byte that is `byte`.
#[inline]
fn equal(word: u64, byte: u8) -> u64 {
    let differs = word ^ (ONES * u64::from(byte));
    !(((differs & LOW) + LOW) | differs) & HIGH
}

/// Gives a mask of the first `len` bytes, of at most eight.
#[inline]
const fn below(len: usize) -> u64 {
    if len >= 8 {
        u64::MAX
    } else {
        (1 << (8 * len)) - 1
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

#[cfg(test)]
mod tests {
    use super::{Key, word};

    fn read(text: &str) -> Option<&str> {
        let (key, end) = word(text.as_bytes(), 0)?;
        assert_eq!(Some(key), Key::of(text.as_bytes(), 0, end));
        text.get(..end)
    }

    #[test]
    fn ends_words_where_no_word_goes_on() {
        for (text, found) in [
            ("été, puis", Some("été")),
            ("œuvre»", Some("œuvre")),
            ("intergouvernementale.", Some("intergouvernementale")),
            ("porte-parole\u{a0}:", Some("porte-parole")),
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
            assert!(found.is_none() || found == Some("aujourd'"), "{text}");
        }
    }
}
