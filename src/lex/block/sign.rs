//! Signs, and the full stop that belongs to the word before it.
//!
//! In: a sign of a block. Out: its token; the dot of « M. Roy » becomes part of the title.

use super::Block;
use crate::lex::phrases::{self, Head};
use crate::lex::tag;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Classes;
use crate::lexicon::fold::fold_into;
use crate::lexicon::table::{self, STOP, step};
use crate::span::Span;

impl Block<'_> {
    /// Adds a sign.
    pub(super) fn sign(&mut self, span: Span, kind: Kind, spaced: bool) {
        if kind == Kind::Period {
            if !spaced && self.abbreviated(span) {
                return;
            }
            self.row.head(STOP);
        }
        let name = |t: &Token| t.kind == Kind::Word && t.capital();
        if kind == Kind::Other
            && !spaced
            && span.of(self.text) == "*"
            && self.row.tokens.last().is_some_and(name)
        {
            // `Karim*, 23 ans`: the star tells that the name is another.
            return;
        }
        self.row.add_sign(span, kind, spaced);
    }

    /// Joins a dot to the abbreviation or initial before it (`M.`, `J.`).
    fn abbreviated(&mut self, dot: Span) -> bool {
        let Some(last) = self
            .row
            .tokens
            .last_mut()
            .filter(|t| t.kind == Kind::Word && t.span.end == dot.start)
        else {
            return false;
        };
        let whole = last.span.to(dot);
        // `sur X.` ends a sentence with the platform; the initial of a name is no medium, and a place or a body of one letter
        // does not exist.
        let initial =
            last.capital() && !last.is(Classes::MEDIA) && one_letter(last.span.of(self.text));
        if !initial && last.mark & phrases::DOTTED == 0 {
            return false;
        }
        self.key.clear();
        fold_into(whole.of(self.text), self.key);
        let entry = self.lexicon.find(self.key);
        let entry = entry.filter(|e| self.lexicon.classes(*e).has(Classes::ABBREVIATION));
        if entry.is_none() && !initial {
            return false;
        }
        if let Some(number) = self.row.numbers.last_mut() {
            *number = table::number(self.key);
        }
        last.mark = 0;
        last.span = whole;
        last.entry = entry.unwrap_or_default();
        last.classes = entry.map_or(Classes::NONE, |e| self.lexicon.classes(e));
        last.shape.0 &= !Shape::OPEN.0;
        let open = tag::openness(last.classes, last.entry, last.shape);
        last.shape.set(open);
        self.before_abbreviation(whole);
        true
    }

    /// Looks again whether a phrase begins before the last token: with its dot it may be in another one.
    fn before_abbreviation(&mut self, whole: Span) {
        let at = self.row.tokens.len().saturating_sub(2);
        self.row.heads.pop_if(|head| head.at == at);
        let head = self.row.tokens.get(at);
        let head = head.filter(|token| phrases::begins(token.mark) != 0);
        if let Some(head) = head.map(|head| head.span) {
            let first = self.known(head);
            let first = phrases::first_number(head.of(self.text), first);
            let start = step(first, self.known(whole).number);
            let entry = self.lexicon.start(start);
            let heads = entry.map(|entry| Head { at, start, entry });
            self.row.heads.extend(heads);
        }
        self.row.begins = 0;
    }
}

/// Tells whether a word is one character.
fn one_letter(word: &str) -> bool {
    word.len() <= 4 && word.chars().count() == 1
}
