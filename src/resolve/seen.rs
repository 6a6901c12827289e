//! A quick look whether a number can be known at all: most words are not, and no list need be searched for them.
//!
//! In: numbers of words and phrases. Out: whether one may be among them: behind « le maire a parlé », `préfète` is not.

/// Some numbers, one bit for each; two may share a bit.
#[derive(Debug, Default)]
pub(super) struct Seen([u64; Seen::SIZE]);

impl Seen {
    const SIZE: usize = 16;

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.0 = [0; Self::SIZE];
    }

    /// Adds a number.
    pub(super) fn add(&mut self, number: u64) {
        if let Some(bits) = self.0.get_mut(Self::place(number)) {
            *bits |= 1 << (number % 64);
        }
    }

    /// Tells whether a number may be among them; `false` is certain.
    pub(super) fn may_have(&self, number: u64) -> bool {
        let bits = self.0.get(Self::place(number));
        bits.is_some_and(|bits| bits & 1 << (number % 64) != 0)
    }

    const fn place(number: u64) -> usize {
        (number / 64) as usize % Self::SIZE
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn never_misses_a_number() {
        let mut seen = Seen::default();
        let numbers = || (0..40u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        assert!(!seen.may_have(0));
        numbers().for_each(|n| seen.add(n));
        assert!(numbers().all(|n| seen.may_have(n)));
        assert!((1000..2000).any(|n| !seen.may_have(n)));
        seen.clear();
        assert!(!numbers().any(|n| seen.may_have(n)));
    }
}
