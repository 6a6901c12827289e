//! A few bytes that are put together before they go into the line at once.
//!
//! In: signs of JSON and numbers. Out: their bytes; for « Selon KCNA, … » the beginning of a place is `{"start":0,"end":5,"text":"`.

use super::json::{MOST, digits};

/// Up to sixty-four bytes; what has no room left is not taken.
pub(super) struct Short {
    bytes: [u8; 64],
    len: usize,
}

impl Short {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; 64],
            len: 0,
        }
    }

    /// Adds signs.
    #[inline]
    pub(super) fn add<const N: usize>(&mut self, signs: &[u8; N]) {
        let room = self.bytes.get_mut(self.len..);
        if let Some(room) = room.and_then(<[u8]>::first_chunk_mut::<N>) {
            *room = *signs;
            self.len += N;
        }
    }

    /// Adds a number.
    #[inline]
    pub(super) fn number(&mut self, number: u32) {
        if number > MOST {
            return self.great(number);
        }
        let (digits, count) = digits(number);
        let start = self.len;
        self.add(&digits);
        self.len = start + count;
    }

    /// Adds a number of more than eight digits.
    #[cold]
    fn great(&mut self, number: u32) {
        number
            .to_string()
            .bytes()
            .for_each(|digit| self.add(&[digit]));
    }

    /// Writes the bytes behind others.
    #[inline]
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let end = out.len() + self.len;
        // Always as many bytes: a copy of a length that is known needs no branch.
        out.extend_from_slice(&self.bytes);
        out.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::Short;

    #[test]
    fn puts_signs_and_numbers_together() {
        let mut short = Short::new();
        short.add(b"{\"start\":");
        for number in [0, 7, 99_999_999, 100_000_000, u32::MAX] {
            short.number(number);
            short.add(b",");
        }
        let mut out = Vec::new();
        short.write(&mut out);
        assert_eq!(
            String::from_utf8_lossy(&out),
            "{\"start\":0,7,99999999,100000000,4294967295,"
        );
    }
}
