//! A span: a byte range of one article's text, the only way from positions back to words.
//!
//! In: two byte offsets. Out: the words between them, as in « Selon [KCNA], le tir a eu lieu vendredi. »

/// A range of bytes in the text of one article, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the span.
    pub end: u32,
}

impl Span {
    /// Builds the span from `start` to `end`, both byte offsets on character boundaries.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Gives the words that the span covers in `text`; empty when the span does not lie on character boundaries.
    #[must_use]
    #[expect(
        clippy::string_slice,
        reason = "the one place that slices text, and it checks the boundaries"
    )]
    pub fn of(self, text: &str) -> &str {
        let (start, end) = (self.start as usize, self.end as usize);
        if start <= end && text.is_char_boundary(start) && text.is_char_boundary(end) {
            &text[start..end]
        } else {
            ""
        }
    }

    /// Tells whether nothing lies between the two ends.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Gives the length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Tells whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Gives the smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}
