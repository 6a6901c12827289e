//! Excerpts: which stretches of a text are shown when the page may leave the desk.
//!
//! In: the layers of a text. Out: by paragraph the windows around them: of « Il neige, dit-on à Chamonix. Le col est fermé. » the
//! claim with a few words on both sides.

use super::cuts::{Layer, Role};
use super::place::Ruler;

/// Words that an excerpt keeps on both sides of a claim.
const AROUND: usize = 6;

/// What is kept of the text: all of it, or stretches in rising order.
pub(super) struct Keep {
    stretches: Option<Vec<(usize, usize)>>,
    at: usize,
}

impl Keep {
    pub(super) fn new(layers: &[Layer], excerpts: bool) -> Self {
        let shown = |layer: &&Layer| !matches!(layer.role, Role::Speech | Role::Term);
        let stretches = excerpts.then(|| {
            let mut stretches: Vec<_> = layers
                .iter()
                .filter(shown)
                .map(|l| (l.start, l.end))
                .collect();
            stretches.sort_unstable();
            let mut joined: Vec<(usize, usize)> = Vec::new();
            for stretch in stretches {
                match joined.last_mut() {
                    Some(last) if stretch.0 <= last.1 => last.1 = last.1.max(stretch.1),
                    _ => joined.push(stretch),
                }
            }
            joined
        });
        Self { stretches, at: 0 }
    }

    /// The stretches of a paragraph that are shown, with some words around; paragraphs come in order.
    pub(super) fn windows(
        &mut self,
        ruler: &Ruler<'_>,
        bounds: (usize, usize),
    ) -> Vec<(usize, usize)> {
        let Some(stretches) = &self.stretches else {
            return vec![bounds];
        };
        let mut windows: Vec<(usize, usize)> = Vec::new();
        while let Some(stretch) = stretches.get(self.at).filter(|s| s.0 < bounds.1) {
            let inside = (stretch.0.max(bounds.0), stretch.1.min(bounds.1));
            if inside.0 < inside.1 {
                let wide = ruler.around(inside, AROUND, bounds);
                match windows.last_mut() {
                    Some(last) if wide.0 <= last.1 => last.1 = last.1.max(wide.1),
                    _ => windows.push(wide),
                }
            }
            if stretch.1 > bounds.1 {
                break;
            }
            self.at += 1;
        }
        windows
    }
}
