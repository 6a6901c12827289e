//! What the bytes of a line tell of it in one look.
//!
//! In: a line. Out: which of a few signs stand in it: « Tram-train : la ligne 4 attendra » has a hyphen and a figure, and no slash.

/// Signs of a line, taken together.
#[derive(Clone, Copy)]
pub(super) struct LineSigns(u8);

impl LineSigns {
    /// `-`
    pub(super) const HYPHEN: Self = Self(1);
    /// `/`
    pub(super) const SLASH: Self = Self(2);
    /// `>`
    pub(super) const GREATER: Self = Self(4);
    /// A figure.
    pub(super) const DIGIT: Self = Self(8);
    /// Folded it is another character than in small ASCII letters: `É`, `’`, a no-break space.
    pub(super) const UNLIKE: Self = Self(16);

    /// `w` or `î`: `newsletter`, `boîte mail`.
    pub(super) const LETTER: Self = Self(32);

    /// Gives these signs and others.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Looks at all bytes of a line.
    pub(super) fn of(line: &str) -> Self {
        Self(
            line.bytes()
                .fold(0, |all, byte| all | TABLE[usize::from(byte)]),
        )
    }

    /// Counts the bytes before the first character that is [`Self::UNLIKE`].
    pub(super) fn alike(line: &str) -> usize {
        let unlike = |byte: u8| TABLE[usize::from(byte)] & Self::UNLIKE.0 != 0;
        match line.bytes().position(unlike) {
            // The second byte of `É`.
            Some(at) if !line.is_char_boundary(at) => at - 1,
            Some(at) => at,
            None => line.len(),
        }
    }

    /// Tells whether the line has one of these signs.
    pub(super) const fn has(self, signs: Self) -> bool {
        self.0 & signs.0 != 0
    }
}

const TABLE: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'-' => LineSigns::HYPHEN.0,
            b'/' => LineSigns::SLASH.0,
            b'>' => LineSigns::GREATER.0,
            b'0'..=b'9' => LineSigns::DIGIT.0,
            // Small letters with accents are C3 9F to C3 BF; no other character goes without these bytes.
            ..b' ' | 0x80..=0x9E | 0xC2 | 0xC4.. => LineSigns::UNLIKE.0,
            _ => 0,
        };
        if matches!(byte as u8, b'w' | b'W' | 0xAE | 0x8E) {
            table[byte] |= LineSigns::LETTER.0;
        }
        byte += 1;
    }
    table
};
