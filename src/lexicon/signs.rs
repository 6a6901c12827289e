//! Signs: words and phrases that an audit looks for, and what each is a sign of.
//!
//! In: rows of `[sign]` and of `[anonymity]`. Out: for each word of a text the signs that begin there: in « sous couvert
//! d'anonymat » `anonymat` tells why a source stays unnamed. A word of a row that ends in `*` stands for every word that begins so.

mod head;
mod words;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::fold::fold;
pub use head::{Head, Heads};
pub use words::{Word, cut, word_before, words};

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

/// A word of a phrase: the key, and whether more letters may follow.
type Stem = (String, bool);

#[derive(Debug)]
struct Pattern {
    stems: Vec<Stem>,
    /// The word that the pattern is found by: the longest is the rarest.
    anchor: usize,
    kind: SignKind,
}

/// Kinds of signs, a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// The kind alone.
    #[must_use]
    pub const fn one(kind: SignKind) -> Self {
        Self(1 << kind as u8)
    }

    /// Gives the kinds of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Gives the kinds that both have.
    #[must_use]
    pub const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Tells whether both have a kind.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What tells the word of a pattern from most others.
#[derive(Debug, Clone, Copy)]
struct Clue {
    head: Head,
    /// Bytes of the head that count.
    count: usize,
}

/// All signs, by the first letters of the word that they are found by.
#[derive(Debug)]
pub struct Signs {
    /// The first letters of all main words, and those of the shortest.
    heads: [Heads; 2],
    /// For each slot the first of its patterns; the next slot tells where they end.
    slots: Vec<u32>,
    /// The patterns in the order of their slots, whole words before others.
    patterns: Vec<(Clue, Pattern)>,
    /// Those with fewer letters.
    brief: Vec<Pattern>,
}

/// Letters by which all but the shortest stems are told apart; longer ones have more to tell.
const SHORT: usize = 4;
const LONG: usize = 6;

const SLOTS: usize = 1 << 12;

/// Gives the slot of a word, by its first letters.
fn slot(head: Head) -> usize {
    head.mixed(SHORT) / ((1 << 15) / SLOTS)
}

impl Signs {
    /// Indexes rows.
    #[must_use]
    pub fn new(rows: &[(String, SignKind)]) -> Self {
        let (mut patterns, mut brief) = (Vec::new(), Vec::new());
        let mut heads = [Heads::of(LONG), Heads::of(SHORT)];
        for (phrase, kind) in rows {
            let pattern = Pattern::new(phrase, *kind);
            let Some(clue) = pattern.clue() else {
                brief.extend((!pattern.stems.is_empty()).then_some(pattern));
                continue;
            };
            heads[usize::from(clue.count < LONG)].add(clue.head);
            patterns.push((clue, pattern));
        }
        patterns.sort_by_key(|(clue, pattern)| (slot(clue.head), pattern.open()));
        let mut slots = vec![0; SLOTS + 1];
        for (clue, _) in &patterns {
            slots[slot(clue.head) + 1] += 1;
        }
        let mut before = 0;
        for first in &mut slots {
            before += *first;
            *first = before;
        }
        Self {
            heads,
            slots,
            patterns,
            brief,
        }
    }

    /// Tells of which kinds the signs may be that are found by a word; most words find none.
    #[inline]
    #[must_use]
    pub fn kinds(&self, head: Head) -> Kinds {
        let [long, short] = &self.heads;
        if long.has(head) || short.has(head) || !self.brief.is_empty() {
            self.kinds_near(head)
        } else {
            Kinds::default()
        }
    }

    #[inline(never)]
    fn kinds_near(&self, head: Head) -> Kinds {
        let brief = self.brief.iter().map(|pattern| Kinds::one(pattern.kind));
        let near = self.near(head).map(|pattern| Kinds::one(pattern.kind));
        near.chain(brief).fold(Kinds::default(), Kinds::and)
    }

    /// Gives the patterns that a word with these first letters may be of.
    fn near(&self, head: Head) -> impl Iterator<Item = &Pattern> {
        let slot = slot(head);
        let near = match self.slots.get(slot..slot + 2) {
            Some(&[start, end]) => self.patterns.get(start as usize..end as usize),
            _ => None,
        };
        let near = near.unwrap_or_default().iter();
        near.filter(move |(clue, _)| clue.head.agrees(head, clue.count))
            .map(|(_, pattern)| pattern)
    }

    /// Calls `found` with each sign of these kinds that a word is the main word of: its kind, how many of its words stand before,
    /// and how many it has; `key(n)` gives the key of the n-th word after it, or before it, and for 0 its own.
    pub fn at<'a>(
        &self,
        (head, kinds): (Head, Kinds),
        key: impl Fn(isize) -> Option<Cow<'a, str>>,
        mut found: impl FnMut(SignKind, usize, usize),
    ) {
        let own = key(0).unwrap_or_default();
        let near = self.near(head);
        let asked = |pattern: &&Pattern| kinds.meets(Kinds::one(pattern.kind));
        for pattern in near.chain(&self.brief).filter(asked) {
            let anchor = pattern.anchor;
            let fits_at = |(n, stem): (usize, &Stem)| match n.cast_signed() - anchor.cast_signed() {
                0 => fits(stem, &own),
                far => key(far).is_some_and(|key| fits(stem, &key)),
            };
            let stems = || pattern.stems.iter().enumerate();
            if stems().skip(anchor).all(fits_at) && stems().take(anchor).all(fits_at) {
                found(pattern.kind, anchor, pattern.stems.len());
            }
        }
    }
}

impl Pattern {
    fn new(phrase: &str, kind: SignKind) -> Self {
        let stems = stems(phrase);
        let longest = stems
            .iter()
            .rev()
            .enumerate()
            .max_by_key(|(_, (stem, _))| stem.len());
        Self {
            anchor: longest.map_or(0, |(n, _)| stems.len() - 1 - n),
            stems,
            kind,
        }
    }

    /// Tells whether its main word may go on.
    fn open(&self) -> bool {
        self.stems.get(self.anchor).is_some_and(|(_, open)| *open)
    }

    /// Gives the clue to its main word; none when that may have too few letters for a slot.
    fn clue(&self) -> Option<Clue> {
        let (stem, open) = self.stems.get(self.anchor)?;
        let letters = stem.strip_suffix('\'').unwrap_or(stem).len();
        let count = if *open { letters.min(8) } else { 8 };
        (count >= SHORT).then_some(Clue {
            head: Head::of(stem),
            count,
        })
    }
}

fn stems(phrase: &str) -> Vec<Stem> {
    let key = fold(phrase);
    let stem = |word: Word| {
        let open = key.as_bytes().get(word.end as usize) == Some(&b'*');
        (word.of(&key).to_owned(), open)
    };
    words(&key, 0, key.len()).map(stem).collect()
}

fn fits((stem, open): &Stem, key: &str) -> bool {
    if *open {
        key.starts_with(stem.as_str())
    } else {
        key == stem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[(&str, SignKind)], text: &str) -> Vec<(usize, SignKind, usize)> {
        let rows: Vec<_> = rows.iter().map(|(p, k)| ((*p).to_owned(), *k)).collect();
        let signs = Signs::new(&rows);
        let key = fold(text);
        let words: Vec<Word> = words(&key, 0, key.len()).collect();
        let mut out = Vec::new();
        for (i, word) in words.iter().enumerate() {
            let near = |n| {
                let word = words.get(i.checked_add_signed(n)?)?;
                Some(Cow::Borrowed(word.of(&key)))
            };
            let kinds = signs.kinds(word.head);
            signs.at((word.head, kinds), near, |kind, before, len| {
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
            ("ong*", SignKind::Sourcing),
        ];
        assert_eq!(
            found(&rows, "Corrompu, l’élu n’a pas répondu : mortel, ONG-mère"),
            [
                (0, SignKind::Accusation, 1),
                (3, SignKind::Reply, 4),
                (8, SignKind::Sourcing, 1)
            ]
        );
    }
}
