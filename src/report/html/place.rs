//! Places: code points of the contract in a text of bytes, words around a place, and where a name stood last.
//!
//! In: a text. Out: slices by code point, and antecedents: in « Léa Morel est venue. « Oui », a-t-elle dit. » the words that
//! `elle` stands for are the first two.

/// Bytes that are searched before a source for the name it stands for.
const LOOK_BACK: usize = 20_000;

/// A text that can be sliced by code points.
pub(super) struct Ruler<'a> {
    text: &'a str,
    /// The byte at which each code point begins, and the end.
    bytes: Vec<usize>,
}

impl<'a> Ruler<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        Self { text, bytes }
    }

    /// Number of code points.
    pub(super) fn length(&self) -> usize {
        self.bytes.len() - 1
    }

    /// The words from one code point to another; nothing where they do not fit.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        let byte = |at: usize| self.bytes.get(at).copied();
        byte(start)
            .zip(byte(end))
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    /// The paragraphs: between empty lines where the text has them, else the lines; never empty ones.
    pub(super) fn paragraphs(&self) -> Vec<(usize, usize)> {
        let mut lines = self.lines();
        let spaced = lines
            .windows(3)
            .any(|three| matches!(three, [a, b, c] if a.0 < a.1 && b.0 == b.1 && c.0 < c.1));
        if !spaced {
            lines.retain(|line| line.0 < line.1);
            return lines;
        }
        let mut paragraphs: Vec<(usize, usize)> = Vec::new();
        let mut open = false;
        for line in lines {
            let empty = line.0 == line.1;
            match paragraphs.last_mut() {
                Some(last) if open && !empty => last.1 = line.1,
                _ if !empty => paragraphs.push(line),
                _ => {}
            }
            open = !empty;
        }
        paragraphs
    }

    /// The lines without white space around; blank ones are empty.
    fn lines(&self) -> Vec<(usize, usize)> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let length = line.chars().count();
            let head = line.chars().take_while(|c| c.is_whitespace()).count();
            let tail = line.chars().rev().take_while(|c| c.is_whitespace()).count();
            lines.push(if head == length {
                (start, start)
            } else {
                (start + head, start + length - tail)
            });
            start += length + 1;
        }
        lines
    }

    /// Widens a stretch by this number of words on both sides, inside `bounds`.
    pub(super) fn around(
        &self,
        stretch: (usize, usize),
        words: usize,
        bounds: (usize, usize),
    ) -> (usize, usize) {
        let before = self.slice(bounds.0, stretch.0);
        let after = self.slice(stretch.1, bounds.1);
        let start = stretch.0 - reach(before.chars().rev(), words);
        let end = stretch.1 + reach(after.chars(), words);
        (start.max(bounds.0), end.min(bounds.1))
    }

    /// Where one of `names` stands last before a code point, else first after it.
    pub(super) fn named(&self, names: &[&str], point: usize) -> Option<(usize, usize)> {
        let middle = *self.bytes.get(point)?;
        let low = self.bytes.partition_point(|at| *at + LOOK_BACK < middle);
        let high = self.bytes.partition_point(|at| *at < middle + LOOK_BACK);
        let before = names
            .iter()
            .filter_map(|name| self.found(name, (low, point), true))
            .max_by_key(|place| (place.1, place.1 - place.0));
        before.or_else(|| {
            names
                .iter()
                .filter_map(|name| self.found(name, (point, high.min(self.length())), false))
                .min_by_key(|place| place.0)
        })
    }

    /// A whole name between two code points: the last one or the first one.
    fn found(&self, name: &str, (low, high): (usize, usize), last: bool) -> Option<(usize, usize)> {
        let (start, words) = (*self.bytes.get(low)?, self.slice(low, high));
        let whole = |at: &usize| {
            let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
            edge(words.get(..*at).and_then(|w| w.chars().next_back()))
                && edge(words.get(at + name.len()..).and_then(|w| w.chars().next()))
        };
        let at = if last {
            words.rmatch_indices(name).map(|(at, _)| at).find(whole)
        } else {
            words.match_indices(name).map(|(at, _)| at).find(whole)
        }?;
        let point = |byte: usize| self.bytes.partition_point(|b| *b < byte);
        Some((point(start + at), point(start + at + name.len())))
    }
}

/// Number of code points until so many words have gone by.
fn reach(chars: impl Iterator<Item = char>, words: usize) -> usize {
    let (mut seen, mut inside, mut length) = (0, false, 0);
    for c in chars {
        let space = c.is_whitespace();
        if space && inside {
            seen += 1;
            if seen == words {
                break;
            }
        }
        inside = !space;
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_by_code_points() {
        let ruler = Ruler::new("l'été 😀 là");
        assert_eq!(ruler.slice(2, 7), "été 😀");
        assert_eq!(ruler.slice(8, 99), "");
    }

    #[test]
    fn joins_lines_when_empty_lines_part_paragraphs() {
        let words = |text: &'static str| -> Vec<&str> {
            let ruler = Ruler::new(text);
            let paragraphs = ruler.paragraphs();
            paragraphs.iter().map(|p| ruler.slice(p.0, p.1)).collect()
        };
        assert_eq!(
            words("Titre\n\nUn\ndeux\n\n\nTrois\n"),
            ["Titre", "Un\ndeux", "Trois"]
        );
        assert_eq!(words("Un\nDeux\n"), ["Un", "Deux"]);
    }

    #[test]
    fn finds_the_whole_name_nearest_before_a_pronoun() {
        let text = "Léa Morel et Anaïs. Léa Morelle est là. « Oui », dit-elle.";
        let point = text.chars().count() - 5;
        let ruler = Ruler::new(text);
        let place = ruler.named(&["Léa Morel", "Morel"], point);
        assert_eq!(place, Some((0, 9)));
        assert_eq!(ruler.named(&["Paul"], point), None);
    }

    #[test]
    fn widens_by_words_inside_the_paragraph() {
        let text = "un deux trois quatre cinq";
        let ruler = Ruler::new(text);
        let wide = |words| {
            let (start, end) = ruler.around((8, 13), words, (3, text.len()));
            ruler.slice(start, end)
        };
        assert_eq!(wide(1), "deux trois quatre");
        assert_eq!(wide(9), "deux trois quatre cinq");
    }
}
