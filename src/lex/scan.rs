//! Where a word ends, eight bytes at a time.
//!
//! In: the bytes of a text and the first byte of a word. Out: the bytes up to a sign or a space that surely ends a word, as numbers.
//! Whether they are one word is not decided here: « dit-il » comes out whole, and is two. The cache knows which of them the
//! grammar of characters has read as one.

use crate::lexicon::eight::Eight;

const ONES: u64 = Eight::ONES;
const HIGH: u64 = Eight::HIGH;

/// Bytes of the longest word that has a key.
const LONGEST: usize = 24;

/// A word of 1 to 24 bytes as three numbers, filled up with zeros: no word holds a zero byte, so no two have one key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(pub(super) [u64; 3]);

impl Key {
    /// Gives the key of a part of the text, when it is not too long.
    #[inline]
    pub(super) fn of(text: &[u8], start: usize, end: usize) -> Option<Self> {
        let len = end
            .checked_sub(start)
            .filter(|len| (1..=LONGEST).contains(len))?;
        let part = |n: usize| Eight::at(text, start + n).0 & FIRST[len.saturating_sub(n).min(8)];
        Some(Self([part(0), part(8), part(16)]))
    }

    /// Gives the key with a first letter of ASCII in lower case, and whether it was a capital.
    pub(super) fn uncapitalised(self) -> (Self, bool) {
        let Self([first, second, third]) = self;
        let capital = first & 0xE0 == 0x40;
        (
            Self([first | u64::from(capital) << 5, second, third]),
            capital,
        )
    }

    /// Tells whether the word has but small letters of ASCII and of Latin-1, after a first one that may be a capital of ASCII.
    pub(super) fn is_simple(self) -> bool {
        let Self(parts) = self.uncapitalised().0;
        parts.iter().all(|part| {
            let low = part & !HIGH;
            // The high bits of the bytes whose lower seven are at least `least`.
            let from = |least: u64| low + ONES * (0x80 - least);
            let is = |byte: u64| {
                let other = part ^ (ONES * byte);
                !(((other & !HIGH) + ONES * 0x7F) | other)
            };
            let ascii = from(0x61) & !from(0x7B) & !part;
            // `Ã` and what is behind it, from `ß` to `ÿ`; `÷` is no letter.
            let latin = from(0x1F) & !from(0x40) & part & !is(0xB7) | is(0xC3);
            (ascii | latin | is(0)) & HIGH == HIGH
        })
    }
}

/// Masks of the first 0 to 8 bytes of eight; nothing for more.
const FIRST: [u64; 16] = {
    let mut masks = [0; 16];
    let mut bytes = 1;
    while bytes < 9 {
        masks[bytes] = u64::MAX >> (64 - 8 * bytes);
        bytes += 1;
    }
    masks
};

/// No word goes on behind the first byte.
const END: u8 = 1;
/// A full stop, with a space or the end of the text behind it.
const STOP: u8 = 2;
/// A no-break space or a quotation mark, in two bytes.
const TWO: u8 = 4;
/// General punctuation, in three bytes.
const THREE: u8 = 8;
/// A full stop before a sign of two bytes, or of three.
const STOP_TWO: u8 = 16;
const STOP_THREE: u8 = 32;
/// An apostrophe, which belongs to the word: of one byte, and of three. Their place tells how many.
const STRAIGHT: u8 = 64;
const CURLY: u8 = 128;

/// What the first, the second and the third byte behind letters may belong to: when the three have one of it in common, the word ends
/// there. Nobody can foresee which sign stands behind a word, so that no branch asks.
const BEHIND: [[u8; 256]; 3] = {
    let mut behind = [
        [0; 256],
        [END | STRAIGHT; 256],
        [END | STRAIGHT | STOP | TWO; 256],
    ];
    let mut byte = 0;
    while byte < 128 {
        let goes_on = matches!(byte as u8, b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'&' | b'@' | b'_' | b'-' | b'.');
        behind[0][byte] = if goes_on { 0 } else { END };
        byte += 1;
    }
    behind[0][b'.' as usize] = STOP | STOP_TWO | STOP_THREE;
    let stopped = b"\0 \n\"),";
    let mut i = 0;
    while i < stopped.len() {
        behind[1][stopped[i] as usize] |= STOP;
        i += 1;
    }
    behind[0][0xC2] = TWO;
    behind[1][0xC2] |= STOP_TWO;
    let two = [0xA0, 0xAB, 0xBB];
    let mut i = 0;
    while i < two.len() {
        behind[1][two[i]] |= TWO;
        behind[2][two[i]] |= STOP_TWO;
        i += 1;
    }
    behind[0][b'\'' as usize] = STRAIGHT;
    behind[0][0xE2] = THREE | CURLY;
    behind[1][0x80] |= THREE | CURLY;
    behind[2][0x99] |= CURLY;
    behind[1][0xE2] |= STOP_THREE;
    behind[2][0x80] |= STOP_THREE;
    let general = [0x93, 0x94, 0x9C, 0x9D, 0xA6, 0xAF];
    let mut i = 0;
    while i < general.len() {
        behind[2][general[i]] |= THREE;
        i += 1;
    }
    behind
};

/// Looks at what stands behind letters, at `end`: gives 0 unless the word surely ends there, and the bytes of an apostrophe.
#[inline]
fn behind(text: &[u8], end: usize) -> (u8, usize) {
    let behind = Eight::at(text, end).0;
    let byte = |n: usize| usize::from((behind >> (8 * n)) as u8);
    let ends = BEHIND[0][byte(0)] & BEHIND[1][byte(1)] & BEHIND[2][byte(2)];
    let apostrophe = (ends >> 6) + (ends >> 7);
    (ends, usize::from(apostrophe))
}

/// Reads a word of at most eight bytes, as most are: letters, of which one stands at `at`, and an apostrophe behind them; gives its key
/// and the first byte after it. The key is 0 when there is no such word.
#[inline]
pub(super) fn short(text: &[u8], at: usize) -> (u64, usize) {
    let word = Eight::at(text, at).0;
    let letters = stops(word).trailing_zeros() as usize / 8;
    let (ends, apostrophe) = behind(text, at + letters);
    let len = letters + apostrophe;
    let all = u64::from(ends != 0).wrapping_neg();
    (word & FIRST[len & 15] & all, at + len)
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
#[inline(never)]
pub(super) fn word(text: &[u8], at: usize) -> Option<(Key, usize)> {
    let parts = [
        Eight::at(text, at).0,
        Eight::at(text, at + 8).0,
        Eight::at(text, at + 16).0,
    ];
    let [first, second, third] = parts.map(|part| stops(part).trailing_zeros() as usize / 8);
    let third = if second == 8 { third } else { 0 };
    let letters = first + if first == 8 { second + third } else { 0 };
    let mut end = at + letters;
    if text.get(end) == Some(&b'-') {
        end = compound(text, end);
    }
    let (ends, apostrophe) = behind(text, end);
    let end = end + apostrophe;
    let len = end - at;
    let masks = [0, 8, 16].map(|n| FIRST[len.saturating_sub(n).min(8)]);
    let key = [0, 1, 2].map(|n| parts[n] & masks[n]);
    (ends != 0 && letters > 0 && len <= LONGEST).then_some((Key(key), end))
}

/// Gives the end of letters and hyphens.
#[inline(never)]
fn compound(text: &[u8], hyphen: usize) -> usize {
    let letter = |byte: &u8| *byte == b'-' || stops(u64::from(*byte)) & 0x80 == 0;
    let rest = text.get(hyphen..).unwrap_or_default();
    hyphen + rest.iter().position(|b| !letter(b)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::{Key, short, word};

    fn read(text: &str) -> Option<&str> {
        let (key, end) = word(text.as_bytes(), 0)?;
        assert_eq!(Some(key), Key::of(text.as_bytes(), 0, end));
        let found = short(text.as_bytes(), 0);
        assert!(found.0 == 0 || found == (key.0[0], end));
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
            ("M. Roy", Some("M")),
            ("parti.\u{a0}»", Some("parti")),
            ("parti.”", Some("parti")),
            ("oui…", Some("oui")),
            ("dégénérés", Some("dégénérés")),
        ] {
            assert_eq!(read(text), found, "{text}");
        }
    }

    #[test]
    fn knows_words_of_small_letters() {
        let simple = |word: &str| {
            let key = Key::of(word.as_bytes(), 0, word.len());
            key.is_some_and(Key::is_simple)
        };
        for word in ["Ville", "été", "intergouvernementale", "n"] {
            assert!(simple(word), "{word}");
        }
        for word in [
            "AFP",
            "l'",
            "cœur",
            "Élysée",
            "non-dit",
            "a÷b",
            "G7",
            "deuxIème",
        ] {
            assert!(!simple(word), "{word}");
        }
    }

    #[test]
    fn leaves_what_may_go_on_to_the_grammar() {
        for text in [
            "G7 réuni",
            "lemonde.fr",
            "J.R. Roy",
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
