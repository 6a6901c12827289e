//! One remark, before it is put into words.
//!
//! In: a rule, a place and the words that its sentence needs. Out: a [`Finding`] that can be said in either language, with a
//! fingerprint that stays when « Le pont a tenu » is edited elsewhere in the article.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::Rule;
use crate::catalogue::{Lang, fill};
use crate::contract::Level;
use crate::span::Span;

/// Something that an auditor should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Code of the rule.
    pub code: &'static str,
    /// Level.
    pub level: Level,
    /// How soon it comes within its level: the greatest first.
    pub weight: u8,
    /// Key of its sentence in the catalogue.
    pub message: &'static str,
    /// Words for the placeholders of the sentence.
    pub with: Vec<(&'static str, String)>,
    /// Where it is, in bytes of the text.
    pub span: Span,
    /// Index of the claim that it is about.
    pub claim: Option<usize>,
    /// Stable under edits elsewhere in the article.
    pub fingerprint: String,
}

impl Finding {
    /// Says the remark in a language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let with: Vec<(&str, &str)> = self.with.iter().map(|(n, w)| (*n, w.as_str())).collect();
        fill(lang, self.message, &with)
    }

    /// Puts the claim that it is about.
    pub(super) fn about(&mut self, claim: usize) -> &mut Self {
        self.claim = Some(claim);
        self
    }

    /// Fills a placeholder.
    pub(super) fn with(&mut self, name: &'static str, words: impl Into<String>) -> &mut Self {
        self.with.push((name, words.into()));
        self
    }

    /// Moves the remark before the others of its rule.
    pub(super) fn graver(&mut self) -> &mut Self {
        self.weight += 1;
        self
    }
}

/// Collects the remarks of one article.
pub(crate) struct Finds<'a> {
    text: &'a str,
    rule: Option<(&'static Rule, Level)>,
    found: Vec<Finding>,
}

impl<'a> Finds<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            rule: None,
            found: Vec::new(),
        }
    }

    /// What follows is found by `rule`.
    pub(super) fn of(&mut self, rule: &'static Rule, level: Level) {
        self.rule = Some((rule, level));
    }

    /// Adds a remark at a place; `message` is a key of the catalogue.
    pub(super) fn add(&mut self, message: &'static str, span: Span) -> &mut Finding {
        let (code, level, weight) = self
            .rule
            .map_or(("", Level::Note, 0), |(r, l)| (r.code, l, r.weight * 2));
        let at = self.found.len();
        self.found.push(Finding {
            code,
            level,
            weight,
            message,
            with: Vec::new(),
            span,
            claim: None,
            fingerprint: String::new(),
        });
        &mut self.found[at]
    }

    /// Gives the remarks, gravest first, then in the order of the text.
    pub(super) fn sorted(self) -> Vec<Finding> {
        let mut found = self.printed();
        found.sort_by_key(|f| {
            let grave = std::cmp::Reverse((f.level, f.weight));
            (grave, f.span, f.code)
        });
        found
    }

    /// Gives the remarks in the order in which they were found, each with its fingerprint.
    pub(crate) fn printed(mut self) -> Vec<Finding> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        self.found.sort_by_key(|f| (f.code, f.span));
        for finding in &mut self.found {
            let words = finding.span.of(self.text);
            let mut key = String::with_capacity(finding.code.len() + words.len() + 4);
            key.push_str(finding.code);
            key.push('\0');
            add_normal(words, &mut key);
            let before = seen.get(&key).copied().unwrap_or(0);
            // Writing to a string cannot fail.
            let length = key.len();
            let _ = write!(key, "\0{before}");
            finding.fingerprint = fingerprint(&key);
            key.truncate(length);
            seen.insert(key, before + 1);
        }
        self.found
    }
}

/// Adds words without what a typesetter may change: case, white space, the form of apostrophes and marks.
fn add_normal(words: &str, out: &mut String) {
    let start = out.len();
    for c in words.chars().chain([' ']) {
        match c {
            'a'..='z' | '0'..='9' | 'à'..='ö' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            _ if c.is_whitespace() && out.len() > start && !out.ends_with(' ') => out.push(' '),
            _ if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
}

/// The first 16 hexadecimal digits of the SHA-256.
fn fingerprint(key: &str) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    let mut digits = String::with_capacity(16);
    for byte in Sha256::digest(key.as_bytes()).iter().take(8) {
        digits.push(digit(byte >> 4));
        digits.push(digit(byte & 15));
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::RULES;

    fn prints(text: &str, places: &[(u32, u32)]) -> Vec<String> {
        let mut finds = Finds::new(text);
        finds.of(&RULES[0], Level::Note);
        for (start, end) in places {
            finds.add("rules.QUO002", Span::new(*start, *end));
        }
        finds.printed().into_iter().map(|f| f.fingerprint).collect()
    }

    #[test]
    fn a_fingerprint_stays_when_the_rest_of_the_article_changes() {
        let first = prints("Le pont a tenu.", &[(0, 14)]);
        let second = prints("Mardi soir. LE PONT\u{a0}a tenu !", &[(12, 28)]);
        assert_eq!(first, second);
    }

    #[test]
    fn the_same_words_twice_have_two_fingerprints() {
        let both = prints("oui oui", &[(0, 3), (4, 7)]);
        assert_ne!(both[0], both[1]);
        assert_eq!(both[0].len(), 16);
    }
}
