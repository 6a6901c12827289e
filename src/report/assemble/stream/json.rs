//! The signs of JSON: strings, numbers, lists.
//!
//! In: values of a report. Out: bytes as serde writes them; the words « Le tir a \"réussi\" » escape their marks.

use super::Line;
use super::short::Short;
use crate::lexicon::eight::Eight;
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
        self.escaped(text.as_bytes());
        self.out.push(b'"');
    }

    /// Writes a text between its quotation marks.
    #[inline]
    pub(super) fn escaped(&mut self, text: &[u8]) {
        if plain(text) {
            self.out.extend_from_slice(text);
        } else {
            self.escapes(text);
        }
    }

    /// Writes a text in which signs have to be escaped.
    #[inline(never)]
    fn escapes(&mut self, text: &[u8]) {
        let mut plain = 0;
        for (at, byte) in text.iter().enumerate() {
            if matches!(byte, b'"' | b'\\' | ..b' ') {
                let words = text.get(plain..at).unwrap_or_default();
                self.out.extend_from_slice(words);
                self.escape(*byte);
                plain = at + 1;
            }
        }
        let words = text.get(plain..).unwrap_or_default();
        self.out.extend_from_slice(words);
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
        let hundredths = (hundredths + 0.5) as u32;
        let mut share = Short::new();
        share.number(hundredths / 100);
        share.add(b".");
        let (tenths, rest) = (hundredths / 10 % 10, hundredths % 10);
        share.number(tenths);
        if rest > 0 {
            share.number(rest);
        }
        share.write(self.out);
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

/// Tells whether JSON escapes nothing in a text; eight bytes at a time, the last eight of them perhaps twice.
fn plain(bytes: &[u8]) -> bool {
    let (words, rest) = bytes.as_chunks::<8>();
    let last = bytes.last_chunk::<8>().copied().unwrap_or_else(|| {
        let mut last = [b' '; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        last
    });
    let all = words
        .iter()
        .fold(0, |all, word| all | escaped(Eight::of(*word)));
    all | escaped(Eight::of(last)) == 0
}

/// Sets high bits when one of eight bytes is escaped by JSON; 0 when none is.
fn escaped(eight: Eight) -> u64 {
    eight.with(b'"') | eight.with(b'\\') | eight.below(b' ')
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
