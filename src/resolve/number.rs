//! Numbers of folded words: two words are the same when their numbers are.
//!
//! In: folded bytes, eight at a time. Out: a number of 64 bits: `maire` has the same in « le maire » and « Le Maire ».

/// Adds eight bytes to a number: multiply and rotate. In 64 bits, the words of one article never share one by chance.
pub(super) const fn mix(number: u64, eight: u64) -> u64 {
    (number.rotate_left(23) ^ eight).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Ends a number.
pub(super) const fn finished(number: u64) -> u64 {
    number ^ number >> 32
}

/// Gives the number of folded words.
pub(super) fn number(folded: &[u8]) -> u64 {
    let (whole, rest) = folded.as_chunks::<8>();
    let mut h = folded.len() as u64;
    for eight in whole {
        h = mix(h, u64::from_le_bytes(*eight));
    }
    finished(mix(h, last_eight(folded, rest)))
}

/// Gives the last eight bytes of words, which hold what is left behind the whole eights once more; of fewer, all.
pub(super) fn last_eight(words: &[u8], rest: &[u8]) -> u64 {
    match words.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => few(rest),
    }
}

/// Gives fewer than eight bytes as one number, the first lowest.
pub(super) fn few(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        // The bytes in the middle are in both, at the same place.
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
        return u64::from(u32::from_le_bytes(*first)) | last;
    }
    match *bytes {
        [a, b, c] => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
        [a, b] => u64::from(a) | u64::from(b) << 8,
        [a] => u64::from(a),
        _ => 0,
    }
}

/// Eight bytes of a folded phrase, the first lowest.
#[derive(Clone, Copy)]
pub(super) struct Eight(pub u64);

impl Eight {
    const ONES: u64 = 0x0101_0101_0101_0101;
    /// The highest bit of each byte.
    pub(super) const HIGH: u64 = 0x80 * Self::ONES;

    /// Gives the same with small letters; all bytes are ASCII.
    pub(super) const fn lowered(self) -> Self {
        let (a, behind) = (0x80 - b'A' as u64, 0x80 - (b'Z' + 1) as u64);
        let capitals = (self.0 + a * Self::ONES) & !(self.0 + behind * Self::ONES) & Self::HIGH;
        Self(self.0 | capitals >> 2)
    }

    /// Gives a number that is 0 when no byte is `sign`; its lowest bit stands in the first that is.
    pub(super) const fn with(self, sign: u8) -> u64 {
        let n = self.0 ^ (sign as u64 * Self::ONES);
        n.wrapping_sub(Self::ONES) & !n & Self::HIGH
    }

    /// Gives a number that is 0 when no byte is a space.
    pub(super) const fn spaces(self) -> u64 {
        self.with(b' ')
    }

    /// Finds the first space or apostrophe.
    pub(super) fn first_break(self) -> Option<usize> {
        let breaks = self.spaces() | self.with(b'\'');
        (breaks != 0).then(|| breaks.trailing_zeros() as usize / 8)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::number;

    #[test]
    fn gives_each_length_a_number_of_its_own() {
        let words = "aaaaaaaaaaaaaaaaaaaa";
        let numbers: BTreeSet<u64> = (0..=20).map(|n| number(&words.as_bytes()[..n])).collect();
        assert_eq!(numbers.len(), 21);
        assert_ne!(number(b"abc"), number(b"acb"));
        assert_ne!(number(b"abcdefg"), number(b"abcdeff"));
    }
}
