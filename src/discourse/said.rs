//! Which words of a sentence are somebody's, by its statements.
//!
//! In: the statements of a sentence. Out: for each token whether it stands in what is said: in « Le maire dit que le préfet ment » the
//! prefect does.

use super::Statement;
use crate::pieces::{Run, Scene};

/// Where in a sentence stands what somebody says: a bit for each of its first tokens.
pub(super) struct Said {
    first: usize,
    tokens: u128,
    /// Runs behind those tokens.
    far: Vec<Run>,
}

impl Said {
    /// Nobody says anything.
    pub(super) const NOTHING: Self = Self {
        first: 0,
        tokens: 0,
        far: Vec::new(),
    };

    /// Takes the contents of statements together.
    pub(super) fn of(scene: &Scene<'_>, own: &[Statement]) -> Self {
        let first = scene.sentence.start;
        let mut said = Self {
            first,
            ..Self::NOTHING
        };
        // All bits from a place on.
        let from = |place: usize| match u32::try_from(place.saturating_sub(first)) {
            Ok(bit) => u128::MAX.checked_shl(bit).unwrap_or(0),
            Err(_) => 0,
        };
        for statement in own {
            for run in &statement.reading.content {
                said.tokens |= from(run.start) & !from(run.end);
                if run.end > first + u128::BITS as usize {
                    said.far.push(*run);
                }
            }
        }
        said
    }

    /// Tells whether a token stands in it.
    pub(super) fn holds(&self, at: usize) -> bool {
        let place = at.wrapping_sub(self.first);
        match u32::try_from(place)
            .ok()
            .and_then(|p| self.tokens.checked_shr(p))
        {
            Some(tokens) => tokens & 1 != 0,
            None => self
                .far
                .iter()
                .any(|run| (run.start..run.end).contains(&at)),
        }
    }
}
