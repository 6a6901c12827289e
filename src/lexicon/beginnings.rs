//! A small set before the table of phrases, which tells of most words that no phrase begins with them.
//!
//! In: numbers of the starts of phrases, see [`step`](super::table::step). Out: whether a number may be one of them: « le conseil » may
//! begin a phrase, « le chat » hardly does. One number in ten that is none of them is taken for one; the table knows.

/// Bits of the set: small enough to stay in the fastest memory.
const BITS: u32 = 17;

/// Numbers of 64 bits in the set.
const SIZE: usize = 1 << (BITS - 6);

/// Bytes of the set as it is packed.
pub(super) const PACKED: usize = SIZE * 8;

/// The set: one bit for each number.
#[derive(Clone, Debug)]
pub(super) struct Beginnings(Box<[u64; SIZE]>);

impl Default for Beginnings {
    fn default() -> Self {
        Self(Box::new([0; SIZE]))
    }
}

impl Beginnings {
    /// Reads what [`Self::pack`] gave.
    pub(super) fn packed(bytes: &[u8]) -> Self {
        let mut set = Self::default();
        for (word, bytes) in set.0.iter_mut().zip(bytes.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        set
    }

    /// Gives the bytes of the set.
    pub(super) fn pack(&self) -> impl Iterator<Item = u8> + '_ {
        self.0.iter().flat_map(|word| word.to_le_bytes())
    }

    /// Adds a number.
    pub(super) fn add(&mut self, number: u64) {
        self.0[place(number)] |= 1 << bit(number);
    }

    /// Adds the numbers of another set.
    pub(super) fn add_all(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0.iter()) {
            *word |= more;
        }
    }

    /// Gives a number whose lowest bit is set when `number` may have been added.
    #[inline]
    pub(super) fn bits(&self, number: u64) -> u64 {
        self.0[place(number)] >> bit(number)
    }
}

#[inline]
const fn place(number: u64) -> usize {
    (number >> (64 - BITS + 6)) as usize
}

#[inline]
const fn bit(number: u64) -> u32 {
    (number >> (64 - BITS)) as u32 & 63
}

#[cfg(test)]
mod tests {
    use super::Beginnings;

    #[test]
    fn has_what_was_added_and_little_else() {
        let mut set = Beginnings::default();
        set.add(u64::MAX);
        set.add(1 << 63);
        let bytes: Vec<u8> = set.pack().collect();
        let mut read = Beginnings::default();
        read.add_all(&Beginnings::packed(&bytes));
        let has = |number| read.bits(number) & 1 == 1;
        assert!(has(u64::MAX) && has(1 << 63) && !has(0) && !has(1 << 62));
    }
}
