//! Code points: where a byte offset stands when characters are counted.
//!
//! In: a text. Out: for any of its byte offsets the number of characters before it; « été » ends at byte 5 and at code point 3.

/// Bytes between two places whose number is kept, so that a byte offset is converted in constant time.
const STEP: usize = 16;

const ONES: u128 = u128::MAX / 255;

/// The code points before every sixteenth byte.
pub(super) struct Points<'a> {
    text: &'a [u8],
    marks: Vec<u32>,
}

impl<'a> Points<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let (steps, _) = text.as_chunks::<STEP>();
        let mut marks = Vec::with_capacity(steps.len() + 1);
        let mut count = 0;
        marks.extend(steps.iter().map(|step| {
            let before = count;
            count += STEP as u32 - inner(u128::from_le_bytes(*step));
            before
        }));
        marks.push(count);
        Self { text, marks }
    }

    /// Gives the code point at a byte offset.
    #[inline]
    pub(super) fn of(&self, byte: u32) -> u32 {
        let (at, part) = (byte as usize / STEP, byte % STEP as u32);
        let base = self.marks.get(at).copied().unwrap_or(0);
        let rest = self.text.get(at * STEP..).unwrap_or_default();
        let step = rest.first_chunk::<STEP>().copied().unwrap_or_else(|| {
            let mut step = [0; STEP];
            step.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            step
        });
        base + part - inner(u128::from_le_bytes(step) & ((1 << (8 * part)) - 1))
    }
}

/// Counts the bytes that go on with a character: `10xxxxxx`.
fn inner(bytes: u128) -> u32 {
    let found = (bytes >> 7) & !(bytes >> 6) & ONES;
    // Of both halves each byte is at most one, so that no sum overflows.
    let sums = (found as u64).wrapping_add((found >> 64) as u64);
    (sums.wrapping_mul(ONES as u64) >> 56) as u32
}

#[cfg(test)]
mod tests {
    use super::Points;

    #[test]
    fn counts_characters_before_every_byte_of_one() {
        let text = "« L’été, à Nîmes : œuvre 🚀 et « fin » ».".repeat(9);
        let points = Points::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.of(at as u32) as usize, count);
        }
        assert_eq!(points.of(text.len() as u32) as usize, text.chars().count());
    }
}
