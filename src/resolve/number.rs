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
