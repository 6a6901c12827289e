//! Folded phrases as numbers: two are the same when their numbers are, and nothing is allocated to compare them.
//!
//! In: words of the text. Out: the [`Told`] phrase `maire de rennes` of « le maire de Rennes ».

use super::forms::strip_determiner;
use super::number::{finished, last_eight, mix, number};
use crate::lexicon::eight::Eight;
use crate::lexicon::fold::{fold_into, plain};
use crate::span::Span;

/// A folded role phrase without its determiner; the words themselves are in [`Folded`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    /// Number of the whole phrase.
    pub number: u64,
    /// Number of its first word.
    pub head: u64,
    /// The first word is the whole phrase.
    pub single: bool,
    /// Several words with spaces between them.
    pub spaced: bool,
    /// The words.
    pub words: Words,
}

impl Told {
    /// Tells whether there is no phrase at all.
    pub(super) const fn is_empty(self) -> bool {
        self.words.start == self.words.end
    }
}

/// Where words stand in [`Folded`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Words {
    start: u32,
    end: u32,
}

/// The folded phrases of one article.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The article with small letters for the capitals of ASCII, each byte in its place, so that most phrases are folded where they
    /// stand; behind it all other phrases.
    text: String,
    /// Length of the article.
    own: usize,
}

impl Folded {
    /// Forgets everything and takes an article.
    pub(super) fn read(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        self.text.make_ascii_lowercase();
        self.own = text.len();
    }

    /// Folds words of the text and keeps them.
    pub(super) fn add(&mut self, text: &str, words: Span) -> Told {
        let place = self.in_place(words);
        let words = place.unwrap_or_else(|| self.append(words.of(text)));
        self.told(words)
    }

    /// Folds a whole description and the role phrase inside it; gives both, and the number of the whole without its determiner.
    pub(super) fn add_both(&mut self, text: &str, whole: Span, phrase: Span) -> (Words, Told, u64) {
        let (words, told) = match self.in_place(whole) {
            Some(words) if whole.contains(phrase) => {
                let (start, end) = (phrase.start, phrase.end);
                (words, self.told(Words { start, end }))
            }
            Some(words) => (words, self.add(text, phrase)),
            None => self.append_both(text, whole, phrase),
        };
        let bare = strip_determiner(self.of(words));
        let start = words.end - bare.len() as u32;
        // Most often the phrase is the whole without its determiner.
        let same = (start, words.end) == (told.words.start, told.words.end);
        let key = if same && !bare.is_empty() {
            told.number
        } else {
            number(bare.as_bytes())
        };
        (words, told, key)
    }

    #[inline(never)]
    fn append_both(&mut self, text: &str, whole: Span, phrase: Span) -> (Words, Told) {
        let words = self.append(whole.of(text));
        let before = Span::new(whole.start, phrase.start).of(text);
        match folded_len(before).filter(|_| phrase.end == whole.end && whole.contains(phrase)) {
            Some(len) => {
                let start = words.start + len as u32;
                (words, self.told(Words { start, ..words }))
            }
            None => (words, self.add(text, phrase)),
        }
    }

    /// Gives words where they stand, when nothing but capitals of ASCII has to change in them.
    fn in_place(&self, words: Span) -> Option<Words> {
        let (start, end) = (words.start, words.end);
        let own = self.text.as_bytes().get(..self.own)?;
        let bytes = own.get(start as usize..end as usize)?;
        plain(bytes).map(|_| Words { start, end })
    }

    /// Folds words behind all others.
    #[inline(never)]
    fn append(&mut self, words: &str) -> Words {
        let start = self.text.len() as u32;
        fold_into(words, &mut self.text);
        let end = self.text.len() as u32;
        Words { start, end }
    }

    /// Describes a folded phrase.
    fn told(&self, words: Words) -> Told {
        let (start, end) = (words.start as usize, words.end as usize);
        let phrase = self.text.as_bytes().get(start..end).unwrap_or_default();
        let (eights, rest) = phrase.as_chunks::<8>();
        let mut h = phrase.len() as u64;
        let (mut head, mut spaces) = (None, 0);
        for (number, eight) in (0..).zip(eights) {
            let eight = Eight(u64::from_le_bytes(*eight));
            h = mix(h, eight.0);
            spaces |= eight.spaces();
            head = head.or_else(|| Some(8 * number + eight.first_break()?));
        }
        let last = Eight(last_eight(phrase, rest));
        spaces |= last.spaces();
        head = head.or_else(|| Some(phrase.len().saturating_sub(8) + last.first_break()?));
        let number = finished(mix(h, last.0));
        match head {
            _ if phrase.is_empty() => Told::default(),
            None => Told {
                number,
                head: number,
                single: true,
                spaced: false,
                words,
            },
            Some(head) => Told {
                number,
                head: self::number(phrase.get(..head).unwrap_or_default()),
                single: false,
                spaced: spaces != 0,
                words,
            },
        }
    }

    /// Gives folded words.
    pub(super) fn of(&self, words: Words) -> &str {
        let (start, end) = (words.start as usize, words.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Drops words that were added last, when nobody has taken them.
    pub(super) fn drop_last(&mut self, words: Words) {
        let (start, end) = (words.start as usize, words.end as usize);
        if (start >= self.own) & (end == self.text.len()) {
            self.text.truncate(start);
        }
    }
}

/// Gives the length of a determiner once it is folded; nothing when that cannot be told from its bytes.
fn folded_len(before: &str) -> Option<usize> {
    let bare = before.strip_suffix('’').unwrap_or(before);
    bare.is_ascii()
        .then(|| bare.len() + usize::from(bare.len() < before.len()))
}

#[cfg(test)]
mod tests {
    use super::{Folded, Told};
    use crate::span::Span;

    fn told(folded: &mut Folded, words: &str) -> Told {
        folded.add(words, Span::new(0, words.len() as u32))
    }

    #[test]
    fn knows_the_first_word_of_a_phrase() {
        let mut folded = Folded::default();
        let long = told(&mut folded, "Maire de l’Isle");
        let short = told(&mut folded, "maire");
        assert_eq!(long.head, short.number);
        assert!(short.single && long.spaced && !long.single);
        assert_eq!(folded.of(long.words), "maire de l'isle");
    }

    #[test]
    fn finds_the_end_of_a_first_word_of_any_length() {
        let mut folded = Folded::default();
        for length in 1..20 {
            let word = "à".repeat(length / 2) + &"b".repeat(length % 2);
            let alone = told(&mut folded, &word);
            assert!(alone.single && !alone.spaced);
            for end in [" c", "'c", " c'", "' ", " d'eux tous"] {
                let long = told(&mut folded, &(word.clone() + end));
                assert_eq!((long.head, long.single), (alone.number, false));
                assert_eq!(long.spaced, end.contains(' '));
            }
        }
    }

    #[test]
    fn folds_a_phrase_where_it_stands_as_anywhere_else() {
        let text = "Le Maire de Vernay, puis l’Avocate d'Ève";
        for (start, end) in [(0, 18), (3, 18), (25, 36), (25, 43)] {
            let (mut near, mut far) = (Folded::default(), Folded::default());
            near.read(text);
            let words = Span::new(start, end);
            let (here, there) = (near.add(text, words), far.add(text, words));
            assert_eq!(near.of(here.words), far.of(there.words));
            assert_eq!((here.number, here.head), (there.number, there.head));
            assert_eq!((here.single, here.spaced), (there.single, there.spaced));
            near.drop_last(here.words);
            assert_eq!(near.text, text.to_ascii_lowercase());
        }
    }

    #[test]
    fn folds_a_description_with_its_role_phrase_inside() {
        let text = "L’Avocate de Léa ici";
        let number = told(&mut Folded::default(), "Avocate de Léa").number;
        for (end, all) in [(23, "l'avocate de léa ici"), (19, "l'avocate de léa")] {
            let mut folded = Folded::default();
            folded.read(text);
            let (words, told, key) = folded.add_both(text, Span::new(0, end), Span::new(4, 19));
            assert_eq!(folded.of(words), all);
            assert_eq!(folded.of(told.words), "avocate de léa");
            assert_eq!(told.number, number);
            assert_eq!(key == number, end == 19);
        }
    }
}
