//! Code points: where a byte offset stands when characters are counted.
//!
//! In: a text. Out: for any of its byte offsets the number of characters before it; « été » ends at byte 5 and at code point 3.

use super::escaped;
use crate::span::Span;

/// Bytes between two places whose number is kept, so that a byte offset is converted in constant time.
const STEP: usize = 16;

const ONES: u128 = u128::MAX / 255;

/// What is counted up to every sixteenth byte of a text.
pub(super) struct Points<'a> {
    text: &'a [u8],
    marks: Vec<Mark>,
}

/// What stands before a byte.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// Code points.
    points: u32,
    /// Steps with a sign that JSON escapes.
    escapes: u32,
}

impl<'a> Points<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let (steps, _) = text.as_chunks::<STEP>();
        let mut marks = Vec::with_capacity(steps.len() + 2);
        let mut mark = Mark::default();
        marks.extend(steps.iter().map(|step| {
            let before = mark;
            let step = u128::from_le_bytes(*step);
            mark.points += STEP as u32 - inner(step);
            mark.escapes += u32::from(escaped(step as u64) | escaped((step >> 64) as u64) != 0);
            before
        }));
        marks.push(mark);
        Self { text, marks }
    }

    /// Gives the code point at a byte offset.
    #[inline]
    pub(super) fn of(&self, byte: u32) -> u32 {
        let (at, part) = (byte as usize / STEP, byte % STEP as u32);
        let base = self.marks.get(at).map_or(0, |mark| mark.points);
        let rest = self.text.get(at * STEP..).unwrap_or_default();
        let step = rest.first_chunk::<STEP>().copied().unwrap_or_else(|| {
            let mut step = [0; STEP];
            step.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            step
        });
        base + part - inner(u128::from_le_bytes(step) & ((1 << (8 * part)) - 1))
    }

    /// Tells whether a stretch can be written as it stands: nothing that JSON escapes stands in it, or in the sixteen bytes around either end. Of the last
    /// bytes of a text it knows nothing.
    #[inline]
    pub(super) fn plain(&self, span: Span) -> bool {
        let before = |at: usize| self.marks.get(at).map(|mark| mark.escapes);
        let end = before(span.end as usize / STEP + 1);
        end.is_some() & (before(span.start as usize / STEP) == end)
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
    use crate::span::Span;

    #[test]
    fn counts_characters_before_every_byte_of_one() {
        let text = "« L’été, à Nîmes : œuvre 🚀 et « fin » ».".repeat(9);
        let points = Points::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.of(at as u32) as usize, count);
        }
        assert_eq!(points.of(text.len() as u32) as usize, text.chars().count());
    }

    #[test]
    fn tells_where_nothing_is_escaped() {
        let text = "Le maire de Vernoux a dit \"oui\" à la fin de la séance, et rien de plus.";
        let points = Points::new(text);
        let whole = text.len() as u32;
        for start in 0..whole {
            for end in start..=whole {
                let span = Span::new(start, end);
                let words = text.as_bytes().get(start as usize..end as usize);
                let escaped = words.is_some_and(|words| words.contains(&b'"'));
                assert!(!(escaped && points.plain(span)));
            }
        }
        assert!(points.plain(Span::new(0, 15)) && points.plain(Span::new(50, 60)));
    }
}
