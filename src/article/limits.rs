//! Limits: how much of a hostile input the program is willing to read.
//!
//! In: nothing. Out: one struct that every stage asks. A sentence such as « Selon KCNA, le tir a eu lieu vendredi. » is
//! far from all of them; they exist so that time and memory stay in proportion to the input.

/// The bounds of one run; the defaults fit anything that a newsroom publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Largest article, in bytes of its text (16 MB); offsets are 32 bits wide and must not overflow.
    pub article_bytes: usize,
    /// Longest line of JSON Lines, in bytes (100 MB): escapes make a line up to six times as long as its text.
    pub line_bytes: usize,
    /// Deepest nesting of quotation marks, brackets and readings, in levels.
    pub depth: usize,
    /// Longest sentence, in tokens; a longer one is cut softly at this length.
    pub sentence_tokens: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            article_bytes: 16 * 1024 * 1024,
            line_bytes: 100 * 1024 * 1024,
            depth: 64,
            sentence_tokens: 512,
        }
    }
}
