//! Look-up of words and of phrases that are one entry.
//!
//! In: raw tokens. Out: tokens with classes; `Corée du Nord`, `d'après`, `conférence de presse` become one token, longest first.
//! A proper name counts only with its capitals: « le monde change » names no newspaper.

use super::cache::{Cache, Known, Pair, Phrase};
use super::token::{Kind, Shape, Token};
use crate::lexicon::fold::fold_into;
use crate::lexicon::{Classes, Entry, Lexicon, SenseKind, table};
use crate::span::Span;

/// Classes of proper names, which need their capitals.
pub(super) const NAMES: Classes = Classes::COUNTRY
    .or(Classes::CAPITAL)
    .or(Classes::SEAT)
    .or(Classes::PLACE)
    .or(Classes::ORG)
    .or(Classes::AGENCY)
    .or(Classes::MEDIA)
    .or(Classes::FIRST_NAME);

/// Until marks are paired, `mark` of a token holds how many words a phrase that begins with it may have, this bit when it may be
/// the second word of one without being known to the cache, and [`DOTTED`].
pub(super) const SECOND: u16 = 1 << 8;

/// The bit of a token that is an abbreviation when a full stop follows.
pub(super) const DOTTED: u16 = 1 << 9;

/// The number, as a second word, of a word that is an entry only together with others.
const NAMELESS: u32 = u32::MAX - 1;

/// Gives the number of a second word when it stands for one word only.
pub(super) fn named(second: u32) -> Option<u32> {
    (second != NAMELESS).then_some(second)
}

/// Gives what `mark` holds until marks are paired.
#[inline]
pub(super) fn mark(known: Known) -> u16 {
    let second = if known.second == 0 { 0 } else { SECOND };
    let dotted = if known.dotted { DOTTED } else { 0 };
    u16::from(known.phrase_words) | second | dotted
}

/// Tells whether a phrase may begin with a token.
#[inline]
pub(super) fn begins(token: &Token) -> bool {
    most(token) > 1
}

fn most(token: &Token) -> u16 {
    token.mark & !(SECOND | DOTTED)
}

/// Two tokens that may begin a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    /// Index of the first one.
    pub(super) head: usize,
    /// Both, when the cache may know them.
    pub(super) pair: Option<Pair>,
}

/// Finds what the lexicon knows of one word, as the first and as the second word of a phrase.
#[cold]
#[inline(never)]
pub(super) fn look_up(word: &str, lexicon: &Lexicon, key: &mut String) -> Known {
    key.clear();
    key.push(table::SECOND);
    fold_into(word, key);
    let second = number(key, lexicon);
    key.push('.');
    let dotted = lexicon
        .find(alone(key))
        .is_some_and(|e| lexicon.classes(e).has(Classes::ABBREVIATION));
    key.pop();
    Known {
        second,
        dotted,
        ..look_up_alone(word, alone(key), lexicon)
    }
}

/// Gives a key without the sign of a second word before it.
fn alone(key: &str) -> &str {
    key.strip_prefix(table::SECOND).unwrap_or(key)
}

/// Gives the number that a word has as the second of a phrase; `key` has the sign of a second word before it.
fn number(key: &str, lexicon: &Lexicon) -> u32 {
    let first = match key.find([' ', '\'']) {
        Some(at) if key.as_bytes().get(at) == Some(&b'\'') => at + 1,
        Some(at) => at,
        None => key.len(),
    };
    match key.get(..first).and_then(|key| lexicon.find(key)) {
        None => 0,
        Some(found) if first == key.len() => found.0,
        Some(_) => lexicon.find(alone(key)).map_or(NAMELESS, |e| e.0),
    }
}

fn look_up_alone(word: &str, key: &str, lexicon: &Lexicon) -> Known {
    let mut known = Known {
        shape: super::shape(word),
        ..Known::default()
    };
    // A capital `A` is `À` without its accent.
    let Some(entry) = lexicon.find(if word == "A" { "à" } else { key }) else {
        if key.ends_with("ment") && key.len() > 6 && !known.shape.has(Shape::CAPITAL) {
            known.classes = Classes::ADV;
        }
        return known;
    };
    known.entry = entry;
    known.classes = classes_of(
        entry,
        u8::from(known.shape.has(Shape::CAPITAL)),
        known.shape.has(Shape::ALL_CAPITALS),
        lexicon,
    );
    known.phrase_words = lexicon.phrase_words(entry);
    known
}

/// Gives the classes of an entry, without those of names whose capitals are missing.
fn classes_of(entry: Entry, capitals: u8, all_capitals: bool, lexicon: &Lexicon) -> Classes {
    let classes = lexicon.classes(entry);
    if !classes.has(NAMES) {
        return classes;
    }
    let mut missing = Classes::NONE;
    let mut met = Classes::NONE;
    for sense in lexicon.senses(entry) {
        let class = name_class(sense.kind);
        let good = if sense.mask & 0x80 != 0 {
            all_capitals
        } else {
            sense.mask & capitals == sense.mask
        };
        if good {
            met |= class;
        } else {
            missing |= class;
        }
    }
    classes.without(missing.without(met))
}

fn name_class(kind: SenseKind) -> Classes {
    match kind {
        SenseKind::Country => Classes::COUNTRY,
        SenseKind::Capital => Classes::CAPITAL.or(Classes::PLACE),
        SenseKind::Seat => Classes::SEAT,
        SenseKind::City => Classes::PLACE,
        SenseKind::Org => Classes::ORG,
        SenseKind::Agency => Classes::AGENCY.or(Classes::MEDIA),
        SenseKind::Media => Classes::MEDIA,
        SenseKind::FirstName => Classes::FIRST_NAME,
        _ => Classes::NONE,
    }
}

/// The text and the lexicon that phrases are looked up in.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
}

/// Joins phrases among the tokens, longest first; `joints` are in order.
pub(super) fn join(
    tokens: &mut Vec<Token>,
    joints: &[Joint],
    words: Words<'_>,
    cache: &mut Cache,
    key: &mut String,
) {
    let Some(first) = joints.first() else {
        return;
    };
    let (mut write, mut read) = (first.head, first.head);
    for joint in joints {
        // A word belongs to the phrase that begins first.
        let Some(part) = tokens.get(joint.head..).filter(|_| joint.head >= read) else {
            continue;
        };
        if let Some((token, used)) = longest(part, joint.pair, words, cache, key) {
            tokens.copy_within(read..joint.head, write);
            write += joint.head - read;
            if let Some(place) = tokens.get_mut(write) {
                *place = token;
            }
            write += 1;
            read = joint.head + used;
        }
    }
    tokens.copy_within(read.., write);
    tokens.truncate(write + tokens.len() - read);
}

/// Gives the longest phrase that the tokens begin with, and how many it has of them.
fn longest(
    tokens: &[Token],
    pair: Option<Pair>,
    words: Words<'_>,
    cache: &mut Cache,
    key: &mut String,
) -> Option<(Token, usize)> {
    let two = tokens.get(..2)?;
    let found = pair.and_then(|pair| cache.phrase(pair, capitals(two)));
    if let Some(phrase) = found {
        return joined(two, phrase).map(|token| (token, 2));
    }
    key.clear();
    let mut ends = [0usize; 16];
    let mut count = 0;
    let mut most = usize::from(most(tokens.first()?)).min(15);
    while count < most {
        let Some(token) = tokens.get(count) else {
            break;
        };
        let abbreviation = token.kind == Kind::Period && count > 0;
        if !matches!(token.kind, Kind::Word | Kind::Number) && !abbreviation {
            break;
        }
        add(key, token.span.of(words.text), count == 0, abbreviation);
        count += 1;
        if let Some(end) = ends.get_mut(count) {
            *end = key.len();
        }
        if count == 2 {
            let Some(entry) = words.lexicon.find(key) else {
                pair.into_iter().for_each(|pair| cache.note_nothing(pair));
                return None;
            };
            most = most.min(words.lexicon.further(entry).into());
        }
        if abbreviation {
            break;
        }
    }
    let phrase = (2..=count).rev().find_map(|n| {
        let part = tokens.get(..n)?;
        let phrase = phrase(part, key.get(..*ends.get(n)?)?, words.lexicon)?;
        joined(part, phrase).map(|token| (token, n))
    });
    if most <= 2
        && let Some(pair) = pair
    {
        let phrase = phrase.map_or(Phrase::default(), |(token, _)| Phrase {
            entry: token.entry,
            classes: token.classes,
        });
        cache.note_phrase(pair, capitals(two), phrase);
    }
    phrase
}

/// Adds a word to the key of a phrase.
fn add(key: &mut String, word: &str, first: bool, abbreviation: bool) {
    if !first && !abbreviation && !key.ends_with('\'') {
        key.push(' ');
    }
    fold_into(if word == "A" && first { "à" } else { word }, key);
}

/// Gives which of the first words have a capital, a bit each, and in bit 7 whether all words are capitals.
fn capitals(part: &[Token]) -> u8 {
    let all = part.iter().all(|t| t.shape.has(Shape::ALL_CAPITALS));
    let first = part.iter().take(7).enumerate();
    first.fold(u8::from(all) << 7, |set, (i, t)| {
        set | u8::from(t.capital()) << i
    })
}

fn phrase(part: &[Token], key: &str, lexicon: &Lexicon) -> Option<Phrase> {
    let entry = lexicon.find(key)?;
    let capitals = capitals(part);
    let classes = classes_of(entry, capitals & 0x7F, capitals & 0x80 != 0, lexicon);
    let usable = lexicon.senses(entry).next().is_some()
        && (classes != Classes::NONE)
        && !only_missing_names(entry, classes, lexicon);
    usable.then_some(Phrase { entry, classes })
}

/// Makes one token of the tokens of a phrase.
fn joined(part: &[Token], phrase: Phrase) -> Option<Token> {
    let (head, last) = (part.first()?, part.last()?);
    let mut shape = head.shape;
    shape.set(Shape::PHRASE);
    if last.shape.has(Shape::ELIDED) {
        shape.set(Shape::ELIDED);
    } else {
        shape.0 &= !Shape::ELIDED.0;
    }
    (phrase.entry.0 != 0).then_some(Token {
        span: Span::new(head.span.start, last.span.end),
        classes: phrase.classes,
        entry: phrase.entry,
        shape,
        kind: Kind::Word,
        ..*head
    })
}

/// Tells whether all senses were names and none of them had its capitals.
fn only_missing_names(entry: Entry, classes: Classes, lexicon: &Lexicon) -> bool {
    let all_names = lexicon
        .senses(entry)
        .all(|s| name_class(s.kind) != Classes::NONE);
    all_names && !classes.has(NAMES)
}
