//! The signs of JSON: strings, numbers, lists.
//!
//! In: values of a report. Out: bytes as serde writes them; the words « Le tir a \"réussi\" » escape their marks.

use super::Line;
use crate::report::assemble::rounded;

impl Line<'_> {
    #[inline]
    pub(super) fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// Writes what is rare, or what serde names, as serde does.
    pub(super) fn value(&mut self, value: &impl serde::Serialize) {
        // Writing to memory cannot fail.
        let written = serde_json::to_writer(&mut *self.out, value);
        debug_assert!(written.is_ok(), "a part of a report is always JSON");
    }

    pub(super) fn number(&mut self, number: u32) {
        if number > MOST {
            return self.value(&number);
        }
        let (digits, count) = digits(number);
        let end = self.out.len() + count;
        self.out.extend_from_slice(&digits);
        self.out.truncate(end);
    }

    pub(super) fn string(&mut self, text: &str) {
        self.out.push(b'"');
        self.escaped(text);
        self.out.push(b'"');
    }

    /// Writes a text between its quotation marks.
    #[inline]
    pub(super) fn escaped(&mut self, text: &str) {
        let text = text.as_bytes();
        let plain = plain(text);
        let (first, more) = text.split_at_checked(plain).unwrap_or((text, &[]));
        self.out.extend_from_slice(first);
        if !more.is_empty() {
            self.escapes(more);
        }
    }

    /// Writes a text that begins with a sign to be escaped.
    #[inline(never)]
    fn escapes(&mut self, mut text: &[u8]) {
        while let Some((byte, rest)) = text.split_first() {
            self.escape(*byte);
            let (plain, rest) = rest.split_at(plain(rest));
            self.out.extend_from_slice(plain);
            text = rest;
        }
    }

    fn escape(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0C => b'f',
            _ => {
                let digit = |n: u8| HEX.get(usize::from(n)).copied().unwrap_or(b'0');
                self.out.extend_from_slice(&[
                    b'\\',
                    b'u',
                    b'0',
                    b'0',
                    digit(byte >> 4),
                    digit(byte & 15),
                ]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }

    pub(super) fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.string(text),
            None => self.raw("null"),
        }
    }

    pub(super) fn flag(&mut self, flag: bool) {
        self.raw(if flag { "true" } else { "false" });
    }

    /// Writes a measure of sureness with at most two decimals.
    pub(super) fn share(&mut self, confidence: f32) {
        let hundredths = rounded(confidence) * 100.0;
        if !(0.0..=100.0).contains(&hundredths) {
            return self.value(&rounded(confidence));
        }
        #[expect(
            clippy::cast_sign_loss,
            reason = "it lies between 0 and 100, and is whole but for the error of a float"
        )]
        let hundredths = hundredths.round() as u32;
        self.number(hundredths / 100);
        self.raw(".");
        let (tenths, rest) = (hundredths / 10 % 10, hundredths % 10);
        self.number(tenths);
        if rest > 0 {
            self.number(rest);
        }
    }

    pub(super) fn list<T>(
        &mut self,
        items: impl Iterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.raw("[");
        for (i, item) in items.enumerate() {
            if i > 0 {
                self.raw(",");
            }
            write(self, item);
        }
        self.raw("]");
    }
}

/// The greatest number of eight digits.
pub(super) const MOST: u32 = 99_999_999;

/// Gives the digits of a number of at most eight, and how many they are; what follows them has no meaning.
#[inline]
pub(super) fn digits(number: u32) -> ([u8; 8], usize) {
    // Halves of four digits, each in 32 bits, are cut into pairs in 16 and into digits in 8, the first ones lowest. A product and
    // a shift divide by 100 up to 9999, and by 10 up to 99.
    let number = u64::from(number);
    let halves = (number / 10_000) | ((number % 10_000) << 32);
    let upper = ((halves * 10_486) >> 20) & 0x7F_0000_007F;
    let pairs = upper | ((halves - upper * 100) << 16);
    let upper = ((pairs * 103) >> 10) & 0x0F_000F_000F_000F;
    let digits = upper | ((pairs - upper * 10) << 8);
    let zeros = (digits.trailing_zeros() / 8).min(7);
    let shown = (digits | 0x3030_3030_3030_3030) >> (8 * zeros);
    (shown.to_le_bytes(), 8 - zeros as usize)
}

/// Counts the bytes before the first one that JSON escapes, eight at a time.
fn plain(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (i, word) in words.iter().enumerate() {
        let found = escaped(u64::from_le_bytes(*word));
        if found != 0 {
            return i * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let last = rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b));
    // What is missing in the last word counts as zeros, which are escaped, and so ends the text.
    let found = escaped(last).trailing_zeros() as usize / 8;
    words.len() * 8 + found.min(rest.len())
}

/// Sets the high bit of the first byte that JSON escapes, and of some that follow it; 0 when there is none.
fn escaped(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let quote = word ^ (ONES * u64::from(b'"'));
    let slash = word ^ (ONES * u64::from(b'\\'));
    let below =
        word.wrapping_sub(ONES * 0x20) | quote.wrapping_sub(ONES) | slash.wrapping_sub(ONES);
    below & !word & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn writes_numbers_digit_by_digit() {
        let powers = (0..8).map(|n| 10u32.pow(n));
        let more = (0..=9_999).chain(powers.flat_map(|n| [n - 1, n, n + 7, n.saturating_mul(9)]));
        for number in more.chain([12_345_678, 99_999_999, 90_000_009]) {
            let (digits, count) = digits(number);
            assert_eq!(
                String::from_utf8_lossy(digits.get(..count).unwrap_or_default()),
                number.to_string()
            );
        }
    }
}
