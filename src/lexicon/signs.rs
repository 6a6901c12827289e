//! Signs: words and phrases that an audit looks for, and what each is a sign of.
//!
//! In: rows of `[sign]` and of `[anonymity]`. Out: for each word of a text the signs that begin there: in « sous couvert
//! d'anonymat » `anonymat` tells why a source stays unnamed. A word of a row that ends in `*` stands for every word that begins so.

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::table::number;

/// What a word or phrase is a sign of.
#[derive(Debug, Deserialize, Serialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum SignKind {
    /// Wrongdoing that somebody may be accused of.
    Accusation,
    /// A cause, a fault or a judgement that a reader may contest.
    Contestable,
    /// People killed, hurt or missing.
    Casualty,
    /// Members of an armed force, as they are counted.
    Troops,
    /// The answer of somebody who is accused, or the attempt to get one.
    Reply,
    /// The death of a person.
    Death,
    /// A source that stands without a cue: police, a toll, a register.
    Sourcing,
    /// Media that are not named.
    VagueRelay,
    /// Who controls a medium.
    Disclosure,
    /// Words about the language in which something was said.
    Language,
    /// A country where French is a language of public life.
    Francophone,
    /// Somebody's family, counsel or circle.
    Kin,
    /// A blow to somebody's reputation.
    Blow,
    /// Something that is over or known: `procès`, `condamné`.
    Settled,
    /// Why or on what terms a source stays unnamed.
    Reason,
    /// Experts and observers in the plural.
    Experts,
    /// Those of them whom nothing before need have named: `les observateurs`.
    Observers,
    /// A vague authority.
    Expert,
    /// A vague quantity of people.
    Crowd,
    /// A source named by its nature only.
    Unnamed,
    /// Anonymous only alone.
    Witness,
}

impl SignKind {
    /// Gives the kind of a row of `[anonymity]`.
    #[must_use]
    pub fn of_anonymity(kind: &str) -> Option<Self> {
        Some(match kind {
            "reason" | "name-changed" => Self::Reason,
            "expert" => Self::Expert,
            "crowd" => Self::Crowd,
            "source" => Self::Unnamed,
            "witness" => Self::Witness,
            _ => return None,
        })
    }
}

/// A word or phrase of `[sign]`.
#[derive(Debug, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SignRow {
    /// What it is a sign of.
    pub kinds: Vec<SignKind>,
}

/// Gives the byte ranges of the words of a text: letters and digits; an elided word keeps its apostrophe (`d'`).
pub fn words(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while letter(text, at) == 0 {
            at += width(*bytes.get(at)?);
        }
        let start = at;
        loop {
            // Most letters are plain ones.
            let plain = bytes.get(at..).unwrap_or_default().iter();
            at += plain.take_while(|b| b.is_ascii_alphanumeric()).count();
            match letter(text, at) {
                0 => break,
                length => at += length,
            }
        }
        at += apostrophe(bytes, at);
        Some((start, at))
    })
}

/// Length in bytes of the letter, digit or combining mark at a place; 0 for anything else. The letters of French take no look
/// into the tables of Unicode.
fn letter(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(byte) = bytes.get(at) else {
        return 0;
    };
    let next = || bytes.get(at + 1).copied().unwrap_or(0);
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => 1,
        0..=0x7F | 0xC2 => 0,
        0xC3 if matches!(next(), 0x97 | 0xB7) => 0,
        0xC3..=0xC5 | 0xCC => 2,
        0xCA if next() == 0xBC => 0,
        0xE2 if matches!(next(), 0x80 | 0x81) => 0,
        _ => {
            let rest = text.get(at..).unwrap_or("");
            let first = rest
                .chars()
                .next()
                .filter(|c| c.is_alphanumeric() || is_mark(*c));
            first.map_or(0, char::len_utf8)
        }
    }
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Length in bytes of the apostrophe at a place: `'`, `’` or `ʼ`.
fn apostrophe(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest {
        [b'\'', ..] => 1,
        [0xE2, 0x80, 0x99, ..] => 3,
        [0xCA, 0xBC, ..] => 2,
        _ => 0,
    }
}

/// Length in bytes of the character that begins with a byte.
const fn width(first: u8) -> usize {
    match first {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// A word of a phrase: the key, and whether more letters may follow.
type Stem = (String, bool);

#[derive(Debug)]
struct Pattern {
    stems: Vec<Stem>,
    /// The word that the pattern is found by: the first that is no article or the like.
    anchor: usize,
    kind: SignKind,
}

/// Number of slots by which words, or beginnings of words, are told apart.
const SLOTS: usize = 8192;

/// All signs, by the word that they are found by.
#[derive(Debug)]
pub struct Signs {
    /// Those whose word is whole, by the number of the word.
    whole: Slotted,
    /// Those whose word ends in `*`, by its first three bytes.
    open: Slotted,
}

/// Patterns in the order of their slots.
#[derive(Debug)]
struct Slotted {
    /// For each slot the first of its patterns; the next slot tells where they end.
    slots: Vec<u32>,
    patterns: Vec<Pattern>,
}

impl Slotted {
    fn new(mut found: Vec<(usize, Pattern)>) -> Self {
        found.sort_by_key(|(slot, _)| *slot);
        let first = |slot: usize| found.partition_point(|(s, _)| *s < slot) as u32;
        let slots = (0..=SLOTS).map(first).collect();
        let patterns = found.into_iter().map(|(_, pattern)| pattern).collect();
        Self { slots, patterns }
    }

    /// Gives the patterns of a slot.
    fn of(&self, slot: usize) -> &[Pattern] {
        match self.slots.get(slot..slot + 2) {
            Some(&[start, end]) if start < end => self
                .patterns
                .get(start as usize..end as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }
}

impl Signs {
    /// Indexes rows.
    #[must_use]
    pub fn new(rows: &[(String, SignKind)]) -> Self {
        let (mut whole, mut open) = (Vec::new(), Vec::new());
        for (phrase, kind) in rows {
            let stems = stems(phrase);
            let long = stems.iter().position(|(stem, _)| stem.len() > 3);
            let anchor = long.unwrap_or(0);
            let Some((stem, more)) = stems.get(anchor) else {
                continue;
            };
            let (slot, part) = if *more {
                (beginning(stem), &mut open)
            } else {
                (word(stem), &mut whole)
            };
            let pattern = Pattern {
                stems,
                anchor,
                kind: *kind,
            };
            part.push((slot, pattern));
        }
        Self {
            whole: Slotted::new(whole),
            open: Slotted::new(open),
        }
    }

    /// Calls `found` with each sign that a word, given as key, is the main word of: its kind, how many of its words stand before,
    /// and how many it has; `near(n)` gives the key of the n-th word after it, or before it.
    pub fn at<'a>(
        &self,
        key: &str,
        near: impl Fn(isize) -> Option<&'a str>,
        mut found: impl FnMut(SignKind, usize, usize),
    ) {
        let patterns = self.whole.of(word(key)).iter();
        for pattern in patterns.chain(self.open.of(beginning(key))) {
            let anchor = pattern.anchor;
            if !pattern
                .stems
                .get(anchor)
                .is_some_and(|stem| fits(stem, key))
            {
                continue;
            }
            let mut stems = pattern.stems.iter().enumerate();
            let whole = stems.all(|(n, stem)| {
                let far = n.cast_signed() - anchor.cast_signed();
                far == 0 || near(far).is_some_and(|k| fits(stem, k))
            });
            if whole {
                found(pattern.kind, anchor, pattern.stems.len());
            }
        }
    }
}

fn stems(phrase: &str) -> Vec<Stem> {
    let key = fold(phrase);
    words(&key)
        .filter_map(|(start, end)| {
            let open = key.as_bytes().get(end) == Some(&b'*');
            key.get(start..end).map(|word| (word.to_owned(), open))
        })
        .collect()
}

fn fits((stem, open): &Stem, key: &str) -> bool {
    if *open {
        key.starts_with(stem.as_str())
    } else {
        key == stem
    }
}

/// Slot of a whole word.
fn word(key: &str) -> usize {
    (number(key) >> 40) as usize % SLOTS
}

/// Slot of the first three bytes of a word; a stem that ends in `*` has at least three.
fn beginning(key: &str) -> usize {
    let mut bytes = key.bytes().map(u32::from);
    let mut next = || bytes.next().unwrap_or(0);
    let start = next() << 16 | next() << 8 | next();
    (start.wrapping_mul(0x9E37_79B1) >> 16) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[(&str, SignKind)], text: &str) -> Vec<(usize, SignKind, usize)> {
        let rows: Vec<_> = rows.iter().map(|(p, k)| ((*p).to_owned(), *k)).collect();
        let signs = Signs::new(&rows);
        let key = fold(text);
        let keys: Vec<&str> = words(&key).filter_map(|(a, b)| key.get(a..b)).collect();
        let mut out = Vec::new();
        for (i, k) in keys.iter().enumerate() {
            let near = |n| keys.get(i.checked_add_signed(n)?).copied();
            signs.at(k, near, |kind, before, len| {
                out.push((i - before, kind, len));
            });
        }
        out
    }

    #[test]
    fn finds_phrases_and_beginnings_of_words() {
        let rows = [
            ("corromp*", SignKind::Accusation),
            ("n'a pas répondu", SignKind::Reply),
            ("mort", SignKind::Death),
        ];
        assert_eq!(
            found(&rows, "Corrompu, l’élu n’a pas répondu : mortel"),
            [(0, SignKind::Accusation, 1), (3, SignKind::Reply, 4)]
        );
    }

    #[test]
    fn cuts_words_at_apostrophes_and_hyphens() {
        let text = "L’été, a-t-il 😀 dit : « Œuvre 2×3 »… l'ʼ Škoda\u{a0}e\u{301}té Москва'";
        let cut: Vec<&str> = words(text).filter_map(|(a, b)| text.get(a..b)).collect();
        let expected = [
            "L’",
            "été",
            "a",
            "t",
            "il",
            "dit",
            "Œuvre",
            "2",
            "3",
            "l'",
            "Škoda",
            "e\u{301}té",
            "Москва'",
        ];
        assert_eq!(cut, expected);
    }
}
