//! The first letters of a word as one number.
//!
//! In: the bytes of a word. Out: its [`Head`], which tells it from most others: those of « L’Élysée » are the letters of `élysée`.

use super::super::eight::Eight;

const ONES: u64 = Eight::ONES;
pub(super) const HIGH: u64 = Eight::HIGH;
/// Makes letters of ASCII and Latin-1 small; digits and small letters have the bit.
const SMALL: u64 = ONES * 0x20;

/// The first eight bytes of the key of a word without its apostrophe, filled up with zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head(u64);

impl Head {
    /// Gives the head of a folded key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        let key = key.strip_suffix('\'').unwrap_or(key).as_bytes();
        Self::start_of(Eight::at(key, 0).0, key.len())
    }

    /// Gives the head of eight small letters, or of fewer with zeros behind them.
    #[must_use]
    pub const fn of_letters(letters: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(letters))
    }

    /// Keeps the first bytes of a number.
    #[inline]
    pub(super) fn start_of(bytes: u64, count: usize) -> Self {
        Self((bytes | SMALL) & first(count))
    }

    /// Gives the head of the stretch of a text that is one word of plain letters and digits; none when it has to be looked at more
    /// closely.
    #[inline]
    #[must_use]
    pub fn of_plain(text: &str, start: usize, end: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let window = Eight::at(bytes, start).0;
        let mut others = !plain(window) & first(end - start);
        let mut at = start + 8;
        while at < end {
            others |= !plain(Eight::at(bytes, at).0) & first(end - at);
            at += 8;
        }
        (others & HIGH == 0).then(|| Self::start_of(window, end - start))
    }

    /// Tells whether another word begins at a byte of a text; `false` when its first letters have to be looked at more closely.
    #[must_use]
    pub fn refuses(self, text: &str, at: usize) -> bool {
        // The letters of ASCII at the beginning, of which none may be followed by an accent.
        let letters = 8 - self.0.leading_zeros() / 8;
        let plain = ((self.0 & HIGH).trailing_zeros() / 8).min(letters).min(4);
        let mask = first(plain as usize);
        let window = Eight::at(text.as_bytes(), at).0 & mask;
        window & HIGH == 0 && (window | SMALL & mask) != self.0 & mask
    }

    /// Tells whether two keys agree in their first `count` bytes, of at most eight.
    #[inline]
    #[must_use]
    pub fn agrees(self, other: Self, count: usize) -> bool {
        (self.0 ^ other.0) & first(count) == 0
    }

    /// Gives a number below 2¹⁵, mixed of the first bytes.
    #[inline]
    #[must_use]
    pub(super) fn mixed(self, count: usize) -> usize {
        ((self.0 & first(count)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 49) as usize
    }
}

/// Heads of some words, of which a few others have the number too.
#[derive(Clone, Debug)]
pub struct Heads {
    bits: Vec<u64>,
    letters: usize,
}

impl Heads {
    /// Makes an empty set in which `letters` bytes count, eight at most.
    pub(super) fn of(letters: usize) -> Self {
        Self {
            bits: vec![0; 1 << 9],
            letters,
        }
    }

    /// Adds a head.
    pub fn add(&mut self, head: Head) {
        let bit = head.mixed(self.letters);
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    /// Tells whether a head may be in it.
    #[inline]
    #[must_use]
    pub fn has(&self, head: Head) -> bool {
        let bit = head.mixed(self.letters);
        let bits = self.bits.get(bit / 64);
        bits.is_some_and(|bits| bits >> (bit % 64) & 1 != 0)
    }
}

impl Default for Heads {
    /// Makes an empty set in which eight bytes count.
    fn default() -> Self {
        Self::of(8)
    }
}

/// Masks the first bytes of a number.
#[inline]
fn first(count: usize) -> u64 {
    FIRST[count.min(8)]
}

const FIRST: [u64; 9] = {
    let mut masks = [u64::MAX; 9];
    let mut count = 0;
    while count < 8 {
        masks[count] = (1 << (8 * count)) - 1;
        count += 1;
    }
    masks
};

/// Gives the end of the letters and digits of ASCII from a place on.
#[inline]
pub(super) fn ascii_letters(bytes: &[u8], mut at: usize) -> usize {
    loop {
        let stops = !alphanumeric(Eight::at(bytes, at).0) & HIGH;
        // Eight letters leave no bit.
        at += stops.trailing_zeros() as usize / 8;
        if stops != 0 {
            return at;
        }
    }
}

/// Sets the high bit of each byte that is a letter or a digit of ASCII.
#[inline]
pub(super) const fn alphanumeric(bytes: u64) -> u64 {
    let low = bytes & !HIGH;
    let small = low | SMALL;
    let letter = (small + ONES * (0x80 - b'a' as u64)) & !(small + ONES * (0x7F - b'z' as u64));
    let digit = (low + ONES * (0x80 - b'0' as u64)) & !(low + ONES * (0x7F - b'9' as u64));
    (letter | digit) & !bytes & HIGH
}

/// Sets the high bit of each byte of a letter or a digit of ASCII, or of a letter that begins with the byte C3.
#[inline]
const fn plain(bytes: u64) -> u64 {
    let other = bytes ^ (ONES * 0xC3);
    let lead = !(((other & !HIGH) + !HIGH) | other) & HIGH;
    alphanumeric(bytes) | lead | lead << 8
}

#[cfg(test)]
mod tests {
    use super::Head;

    fn whole(word: &str) -> Option<Head> {
        Head::of_plain(&format!("({word} -"), 1, 1 + word.len())
    }

    #[test]
    fn a_plain_word_has_the_head_of_its_key() {
        for word in [
            "a",
            "dément",
            "accusées",
            "Étranger",
            "responsabilité",
            "G7",
        ] {
            let key = crate::lexicon::fold::fold(word);
            assert_eq!(whole(word), Some(Head::of(&key)), "{word}");
        }
        for word in ["l'", "ex-maire", "cœur", "e\u{301}lu", "d’", "A.F.P"] {
            assert_eq!(whole(word), None, "{word}");
        }
    }
}
