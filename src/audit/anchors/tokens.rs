//! Anchors by way of the tokens of a reading: most of them are passed over without a look at the text.
//!
//! In: the tokens of an article, and what is known of their entries. Out: the anchors that the text has too. An entry of the lexicon
//! is looked at once: that nothing is found by `pas` in « L’élu n’a pas répondu » is known from then on.

use super::{Anchor, Anchors, WATCHED, conditional};
use crate::lex::token::{Kind, Token};
use crate::lexicon::Lexicon;
use crate::lexicon::signs::{Head, Kinds, Signs, cut};
use crate::lexicon::table::{Entry, OVERLAY};
use crate::span::Span;

/// What is known of the words of the lexicon: the hint of each entry.
#[derive(Debug, Default)]
pub(crate) struct Hints {
    lexicon: String,
    known: Vec<Hint>,
    /// Bit for each entry by whose words nothing is found.
    quiet: Vec<u64>,
    /// Indices of the tokens to be looked at in an article.
    loud: Vec<u32>,
}

/// What is known of the words of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Hint {
    #[default]
    Unknown,
    /// Nothing is found by them.
    Nothing,
    /// Signs are found by the first word.
    First(Kinds),
    /// Each word has to be looked at.
    Several,
}

impl Hints {
    /// Forgets everything when another lexicon is used.
    fn belong_to(&mut self, lexicon: &str) {
        if self.lexicon != lexicon {
            self.known.clear();
            self.quiet.clear();
            lexicon.clone_into(&mut self.lexicon);
        }
    }

    fn of(&self, entry: Entry) -> Hint {
        self.known
            .get(entry.0 as usize)
            .copied()
            .unwrap_or_default()
    }

    #[inline]
    fn quiet(&self, entry: Entry) -> bool {
        let bits = self.quiet.get(entry.0 as usize / 64);
        bits.is_some_and(|bits| bits >> (entry.0 % 64) & 1 != 0)
    }

    /// Notes the tokens by which something may be found, or before which a gap is.
    fn listen(&mut self, tokens: &[Token]) {
        let mut loud = std::mem::take(&mut self.loud);
        loud.clear();
        loud.resize(tokens.len(), 0);
        let (mut count, mut at) = (0, 0);
        for (n, token) in tokens.iter().enumerate() {
            // One byte between two tokens is a space.
            let gap = token.span.start > at + 1;
            at = token.span.end;
            // Which words are quiet is hard to foresee, so nothing depends on it but a number.
            if let Some(place) = loud.get_mut(count) {
                *place = n as u32;
            }
            count += usize::from(gap | has_letters(token.kind) & !self.quiet(token.entry));
        }
        loud.truncate(count);
        self.loud = loud;
    }

    /// Keeps the hint of an entry; words without one and those of users are looked at each time.
    fn learn(&mut self, entry: Entry, hint: Hint) {
        let at = entry.0 as usize;
        if entry.0 & OVERLAY == 0 && entry != Entry::default() {
            self.known
                .resize(self.known.len().max(at + 1), Hint::Unknown);
            self.known[at] = hint;
            self.quiet.resize(self.quiet.len().max(at / 64 + 1), 0);
            self.quiet[at / 64] |= u64::from(hint == Hint::Nothing) << (at % 64);
        }
    }
}

impl Anchors {
    /// Finds the anchors of a text whose tokens are known; what no token covers is looked at too.
    pub(in crate::audit) fn of_tokens(
        text: &str,
        lexicon: &Lexicon,
        (tokens, hints): (&[Token], &mut Hints),
    ) -> Self {
        let signs = lexicon.signs();
        hints.belong_to(lexicon.hash());
        let mut anchors = Self::default();
        hints.listen(tokens);
        let loud = std::mem::take(&mut hints.loud);
        for &at in &loud {
            let Some(token) = tokens.get(at as usize) else {
                continue;
            };
            let before = tokens.get((at as usize).wrapping_sub(1));
            let before = before.map_or(0, |token| token.span.end);
            if token.span.start > before + 1 {
                anchors.add_gap(text, Span::new(before, token.span.start), signs);
            }
            if has_letters(token.kind) {
                anchors.add_token(text, token, signs, hints);
            }
        }
        hints.loud = loud;
        let end = tokens.last().map_or(0, |token| token.span.end);
        anchors.add_gap(text, Span::new(end, text.len() as u32), signs);
        anchors
    }

    /// Adds the anchors of a token.
    fn add_token(&mut self, text: &str, token: &Token, signs: &Signs, hints: &mut Hints) {
        let mut known = hints.of(token.entry);
        if known == Hint::Unknown {
            known = hint(text, token.span, signs);
            hints.learn(token.entry, known);
        }
        let start = token.span.start;
        match known {
            Hint::Unknown | Hint::Nothing => {}
            Hint::First(kinds) => self.signs.push(Anchor { start, kinds }),
            Hint::Several => self.add(text, token.span, signs),
        }
    }

    /// Adds the anchors of what no token covers: mostly white space.
    fn add_gap(&mut self, text: &str, place: Span, signs: &Signs) {
        let words = place.of(text);
        if words.bytes().any(|byte| byte > b' ') {
            self.add(text, place, signs);
        }
    }
}

/// Tells whether words stand in a token.
#[inline]
fn has_letters(kind: Kind) -> bool {
    const LETTERS: u32 = 1 << Kind::Word as u32
        | 1 << Kind::Number as u32
        | 1 << Kind::Inverted as u32
        | 1 << Kind::Other as u32;
    LETTERS >> kind as u32 & 1 != 0
}

/// Finds out what is found by the words of a token.
fn hint(text: &str, token: Span, signs: &Signs) -> Hint {
    let (mut hint, mut first) = (Hint::Nothing, true);
    let mut look = |start: u32, head: Head| {
        let kinds = signs.kinds(head).both(WATCHED);
        if conditional(head) {
            hint = Hint::Several;
        } else if kinds != Kinds::default() {
            let alone = first && start == 0;
            hint = if alone {
                Hint::First(kinds)
            } else {
                Hint::Several
            };
        }
        first = false;
    };
    match Head::of_plain(text, token.start as usize, token.end as usize) {
        Some(head) => look(0, head),
        None => cut(token.of(text), |word| look(word.start, word.head)),
    }
    hint
}

#[cfg(test)]
mod tests {
    use super::super::Anchors;
    use crate::{Analyser, Article, Scratch};

    /// Holds that tokens and text lead to the same anchors.
    fn agree(analyser: &Analyser, scratch: &mut Scratch, text: &str) {
        let article = Article::from_text("a", text);
        let _ = analyser.analyse_with(scratch, &article);
        let lexicon = analyser.lexicon();
        let found = Anchors::of_tokens(&article.text, lexicon, scratch.tokens());
        assert_eq!(found, Anchors::of_text(&article.text, lexicon), "{text}");
    }

    #[test]
    fn tokens_lead_to_the_same_anchors_as_the_text() {
        let (analyser, mut scratch) = (Analyser::new(), Scratch::default());
        for text in [
            "PARIS, 3 mars (AFP) - Contacté, l’élu n’a pas répondu.\n\n\u{a0}Le porte-parole aurait démenti.",
            "D'après la police judiciaire, douze\u{202f}blessés seraient soignés ; l'avocate-conseil nie.",
            "ACCUSE\u{301}, l'ex-maire aurait-il détourné 1\u{a0}200 euros ? « Faux », a-t-il dit à l'A.F.P.",
        ] {
            agree(&analyser, &mut scratch, text);
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if let Ok(text) = std::fs::read_to_string(entry.path()) {
                agree(&analyser, &mut scratch, &text);
            }
        }
    }
}
