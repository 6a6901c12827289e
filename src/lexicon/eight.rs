//! Eight bytes of a text that are looked at together, as one number.
//!
//! In: bytes, the first lowest in the number. Out: numbers that have the highest bit of a byte set where the answer is yes: of « Le pont »
//! the first byte is a capital and the third one a space.

/// Eight bytes, the first lowest.
#[derive(Clone, Copy, Debug)]
pub struct Eight(pub u64);

impl Eight {
    /// One in each byte.
    pub const ONES: u64 = 0x0101_0101_0101_0101;
    /// The highest bit of each byte.
    pub const HIGH: u64 = 0x80 * Self::ONES;

    /// Takes eight bytes.
    #[must_use]
    pub const fn of(bytes: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(bytes))
    }

    /// Takes the eight bytes from `at` on; what is missing at the end of the text counts as zero.
    #[must_use]
    #[inline]
    pub fn at(text: &[u8], at: usize) -> Self {
        match text.get(at..).and_then(<[u8]>::first_chunk) {
            Some(whole) => Self::of(*whole),
            None => Self::last(text, at),
        }
    }

    #[cold]
    #[inline(never)]
    fn last(text: &[u8], at: usize) -> Self {
        let rest = text.get(at..).unwrap_or_default();
        Self(rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)))
    }

    /// Gives the bytes whose lower seven bits are at least `least`.
    const fn from(self, least: u8) -> u64 {
        (self.0 & !Self::HIGH) + (0x80 - least as u64) * Self::ONES
    }

    /// Gives the capitals of ASCII.
    #[must_use]
    pub const fn capitals(self) -> u64 {
        self.from(b'A') & !self.from(b'Z' + 1) & !self.0 & Self::HIGH
    }

    /// Gives the same with small letters for the capitals of ASCII.
    #[must_use]
    pub const fn lowered(self) -> Self {
        Self(self.0 | self.capitals() >> 2)
    }

    /// Gives the bytes that are neither ASCII nor part of a small letter of Latin-1, `Ã` and a byte from 9F to BF.
    #[must_use]
    pub const fn others(self) -> u64 {
        let second = self.from(0x1F) & !self.from(0x40);
        let first = !Self(self.0 ^ (0x43 * Self::ONES)).from(1);
        self.0 & Self::HIGH & !(first | second)
    }

    /// Gives the first byte that is `sign`, and perhaps some behind it; 0 when none is.
    #[must_use]
    pub const fn with(self, sign: u8) -> u64 {
        let n = self.0 ^ (sign as u64 * Self::ONES);
        n.wrapping_sub(Self::ONES) & !n & Self::HIGH
    }

    /// Gives the first byte of ASCII below `least`, and perhaps some behind it; 0 when none is.
    #[must_use]
    pub const fn below(self, least: u8) -> u64 {
        self.0.wrapping_sub(least as u64 * Self::ONES) & !self.0 & Self::HIGH
    }

    /// Gives the first space, and perhaps bytes behind it; 0 when there is none.
    #[must_use]
    pub const fn spaces(self) -> u64 {
        self.with(b' ')
    }

    /// Finds the first space or apostrophe.
    #[must_use]
    pub fn first_break(self) -> Option<usize> {
        let breaks = self.spaces() | self.with(b'\'');
        (breaks != 0).then(|| breaks.trailing_zeros() as usize / 8)
    }
}

#[cfg(test)]
mod tests {
    use super::Eight;

    #[test]
    fn lowers_capitals_and_nothing_else() {
        let lowered = |bytes: &[u8; 8]| Eight::of(*bytes).lowered().0.to_le_bytes();
        assert_eq!(&lowered(b"L'@[Z`a "), b"l'@[z`a ");
        assert_eq!(lowered(&[0xC1; 8]), [0xC1; 8]);
    }

    #[test]
    fn tells_where_a_sign_or_one_below_another_stands() {
        let eight = Eight::of(*b"dit \"oui");
        assert_eq!(eight.with(b'"').trailing_zeros(), 8 * 4 + 7);
        assert_eq!(eight.below(b'"').trailing_zeros(), 8 * 3 + 7);
        assert_eq!(eight.below(b' '), 0);
        assert_eq!(Eight::of([0xC3; 8]).below(b' '), 0);
    }

    #[test]
    fn reads_beyond_the_end_as_zeros() {
        assert_eq!(Eight::at(b"oui", 1).0.to_le_bytes(), *b"ui\0\0\0\0\0\0");
        assert_eq!(Eight::at(b"oui", 9).0, 0);
    }

    #[test]
    fn finds_the_first_break() {
        assert_eq!(Eight::of(*b"l'hommes").first_break(), Some(1));
        assert_eq!(Eight::of(*b"il parle").first_break(), Some(2));
        assert_eq!(Eight::of(*b"parlerai").first_break(), None);
    }
}
