//! The places that the steps behind the reading of words go to: signs, and words that are still open.
//!
//! In: the tokens of an article. Out: two lists of their indices. Of « Il a dit : « oui ». » only the signs matter to whoever pairs
//! marks or cuts sentences, and only `a` and `dit` to whoever decides what a word is.

use super::token::{Kind, Shape, Token};

/// Indices of the tokens that later steps visit, in order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Signs other than commas, and ends of blocks.
    pub(super) signs: Vec<u32>,
    /// Words with [`Shape::OPEN`].
    pub(super) open: Vec<u32>,
}

/// The kinds of words and of commas, one bit each.
const COMMON: u32 = 1 << Kind::Word as u32
    | 1 << Kind::Number as u32
    | 1 << Kind::Inverted as u32
    | 1 << Kind::Comma as u32;

impl Places {
    /// Finds the places among the tokens of an article, and empties `mark` for the pairs of marks. Nobody can foresee where they
    /// are: each index is written, and the next one over it unless it counts.
    pub(super) fn find(&mut self, tokens: &mut [Token]) {
        self.signs.resize(tokens.len(), 0);
        self.open.resize(tokens.len(), 0);
        let (mut signs, mut open) = (0, 0);
        for (i, token) in (0..).zip(tokens) {
            token.mark = 0;
            if let Some(place) = self.signs.get_mut(signs) {
                *place = i;
            }
            signs += usize::from(1 << token.kind as u32 & COMMON == 0);
            if let Some(place) = self.open.get_mut(open) {
                *place = i;
            }
            open += usize::from((token.kind == Kind::Word) & token.shape.has(Shape::OPEN));
        }
        self.signs.truncate(signs);
        self.open.truncate(open);
    }
}
