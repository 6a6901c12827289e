//! Cuts: a text divided wherever something begins or ends, so that spans may nest and overlap and the page stays flat.
//!
//! In: [`Layer`]s, stretches in code points that say what the words are for. Out: neighbouring [`Cut`]s, each with the innermost
//! layers above it: in « Selon KCNA, « le tir » a réussi » the words `le tir` lie under a claim and under a mark.

/// Layers of one role that a cut remembers: more would be no help to a reader, and a hostile text nests thousands.
const DEPTH: usize = 6;

/// What a stretch of the text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Words of a claim.
    Content,
    /// Words that attribute it.
    Cue,
    /// Words that name its source.
    Source,
    /// Words that name whom a pronoun or a role stands for.
    Antecedent,
    /// Words that name a relay, or attribute to it.
    Relay,
    /// Inside of quotation marks that hold speech.
    Speech,
    /// Inside of quotation marks that hold a term.
    Term,
    /// Words that a remark is about.
    Remark,
}

/// Number of roles.
pub(super) const ROLES: usize = 8;

/// A stretch with its role and the number of what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    pub(super) role: Role,
    pub(super) number: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A stretch over which nothing begins or ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) start: usize,
    pub(super) end: usize,
    /// By role, the numbers of the innermost layers, outer before inner.
    pub(super) numbers: [Vec<usize>; ROLES],
}

impl Cut {
    /// The numbers of the layers of one role.
    pub(super) fn of(&self, role: Role) -> &[usize] {
        self.numbers.get(role as usize).map_or(&[], Vec::as_slice)
    }

    /// Tells whether nothing lies over the cut.
    pub(super) fn is_plain(&self) -> bool {
        self.numbers.iter().all(Vec::is_empty)
    }
}

/// Divides `length` code points; layers that are empty, reversed or outside are passed over.
pub(super) fn cuts(length: usize, layers: &[Layer]) -> Vec<Cut> {
    let sound = |layer: &&Layer| layer.start < layer.end && layer.end <= length;
    let mut opening: Vec<&Layer> = layers.iter().filter(sound).collect();
    opening.sort_by_key(|layer| (layer.start, std::cmp::Reverse(layer.end)));
    let mut closing = opening.clone();
    closing.sort_by_key(|layer| layer.end);
    let mut points: Vec<usize> = opening.iter().flat_map(|l| [l.start, l.end]).collect();
    points.extend([0, length]);
    points.sort_unstable();
    points.dedup();
    let (mut opening, mut closing) = (
        opening.into_iter().peekable(),
        closing.into_iter().peekable(),
    );
    let mut open: [Vec<usize>; ROLES] = Default::default();
    let mut made = Vec::with_capacity(points.len());
    for pair in points.windows(2) {
        let &[start, end] = pair else { continue };
        while let Some(layer) = closing.next_if(|layer| layer.end <= start) {
            close(&mut open, layer);
        }
        while let Some(layer) = opening.next_if(|layer| layer.start <= start) {
            if let Some(stack) = open.get_mut(layer.role as usize) {
                stack.push(layer.number);
            }
        }
        let numbers = open.each_ref().map(|stack| innermost(stack));
        made.push(Cut {
            start,
            end,
            numbers,
        });
    }
    made
}

/// Takes a layer off its stack; nested ones lie on top.
fn close(open: &mut [Vec<usize>; ROLES], layer: &Layer) {
    if let Some(stack) = open.get_mut(layer.role as usize)
        && let Some(at) = stack.iter().rposition(|number| *number == layer.number)
    {
        stack.remove(at);
    }
}

/// The last layers of a stack, each number once.
fn innermost(stack: &[usize]) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::new();
    for number in stack.iter().rev() {
        if numbers.len() == DEPTH {
            break;
        }
        if !numbers.contains(number) {
            numbers.push(*number);
        }
    }
    numbers.reverse();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(role: Role, number: usize, start: usize, end: usize) -> Layer {
        Layer {
            role,
            number,
            start,
            end,
        }
    }

    fn shown(cuts: &[Cut]) -> Vec<(usize, usize, Vec<usize>)> {
        cuts.iter()
            .map(|cut| (cut.start, cut.end, cut.of(Role::Content).to_vec()))
            .collect()
    }

    #[test]
    fn covers_the_text_without_gap_when_layers_overlap() {
        let layers = [
            layer(Role::Content, 1, 2, 6),
            layer(Role::Content, 2, 4, 8),
            layer(Role::Content, 3, 4, 5),
        ];
        assert_eq!(
            shown(&cuts(10, &layers)),
            [
                (0, 2, vec![]),
                (2, 4, vec![1]),
                (4, 5, vec![1, 2, 3]),
                (5, 6, vec![1, 2]),
                (6, 8, vec![2]),
                (8, 10, vec![])
            ]
        );
    }

    #[test]
    fn passes_over_layers_that_do_not_fit_the_text() {
        let layers = [
            layer(Role::Cue, 1, 5, 5),
            layer(Role::Cue, 2, 7, 3),
            layer(Role::Cue, 3, 0, 11),
        ];
        let cuts = cuts(10, &layers);
        assert_eq!(cuts.len(), 1);
        assert!(cuts.iter().all(Cut::is_plain));
    }

    #[test]
    fn remembers_the_innermost_of_ten_thousand_layers() {
        let deep = 10_000;
        let layers: Vec<_> = (0..deep)
            .map(|at| layer(Role::Speech, at, at, 2 * deep - at))
            .collect();
        let cuts = cuts(2 * deep, &layers);
        assert_eq!(cuts.len(), 2 * deep - 1);
        assert!(cuts.iter().all(|cut| cut.of(Role::Speech).len() <= DEPTH));
        let middle = cuts.get(deep - 1).map(|cut| cut.of(Role::Speech).to_vec());
        assert_eq!(middle, Some((deep - DEPTH..deep).collect()));
    }
}
