//! Look-up of words and of phrases that are one entry.
//!
//! In: raw tokens. Out: tokens with classes; `Corée du Nord`, `d'après`, `conférence de presse` become one token, longest first.
//! A proper name counts only with its capitals: « le monde change » names no newspaper.

use super::cache::{Cache, Known, Step};
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

/// Until marks are paired, `mark` of a token holds how many words a phrase that begins with it may have, this bit when it may
/// stand behind the first one, and [`DOTTED`].
pub(super) const LATER: u16 = 1 << 8;

/// The bit of a token that may be an abbreviation when a full stop follows.
pub(super) const DOTTED: u16 = 1 << 9;

/// The number of a full stop behind the first word of a phrase.
pub(super) const STOP: u32 = u32::MAX;

/// The number of a word that is no entry, or of a sign without characters: the cache does not know it.
pub(super) const NAMELESS: u32 = u32::MAX - 1;

/// A token that may begin a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// Its index.
    pub(super) at: usize,
    /// The number of the token behind it.
    pub(super) later: u32,
}

/// Tells whether a phrase may begin with a token.
#[inline]
pub(super) fn begins(token: &Token) -> bool {
    most(token) > 1
}

#[inline]
fn most(token: &Token) -> u16 {
    token.mark & !(LATER | DOTTED)
}

/// Finds what the lexicon knows of one word, alone and in phrases.
#[cold]
#[inline(never)]
pub(super) fn look_up(word: &str, lexicon: &Lexicon, key: &mut String) -> Known {
    key.clear();
    key.push(table::BESIDE);
    fold_into(word, key);
    let (later, dotted) = beside(key, lexicon);
    let mut known = look_up_alone(word, alone(key), lexicon);
    known.later = later;
    known.mark |= if later == 0 { 0 } else { LATER };
    known.mark |= if dotted { DOTTED } else { 0 };
    known
}

/// Gives a key without the sign before it.
fn alone(key: &str) -> &str {
    key.strip_prefix(table::BESIDE).unwrap_or(key)
}

/// Gives the number that a word has behind the first one of a phrase, and whether it may be an abbreviation; `key` has the sign
/// before it.
fn beside(key: &str, lexicon: &Lexicon) -> (u32, bool) {
    let whole = lexicon.beside(key);
    // Phrases are cut at every apostrophe, words are not: `aujourd'hui`.
    let first = match key.bytes().position(|b| b == b' ' || b == b'\'') {
        Some(at) if key.as_bytes().get(at) == Some(&b'\'') => at + 1,
        Some(at) => at,
        None => key.len(),
    };
    if first == key.len() {
        return (whole.later, whole.dotted);
    }
    let part = key.get(..first).map(|part| lexicon.beside(part));
    let later = part.is_some_and(|part| part.later != 0);
    let own = lexicon.find(alone(key)).map_or(NAMELESS, |entry| entry.0);
    (if later { own } else { 0 }, whole.dotted)
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
    known.mark = lexicon.phrase_words(entry).into();
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

/// Joins phrases among the tokens, longest first; `heads` are the tokens that may begin one, in order.
pub(super) fn join(
    tokens: &mut Vec<Token>,
    heads: &[Head],
    words: Words<'_>,
    cache: &mut Cache,
    key: &mut String,
) {
    let Some(first) = heads.first() else {
        return;
    };
    let (mut write, mut read) = (first.at, first.at);
    for head in heads {
        // A word belongs to the phrase that begins first.
        let Some(part) = tokens.get(head.at..).filter(|_| head.at >= read) else {
            continue;
        };
        if let Some((token, used)) = longest(part, head.later, words, cache, key) {
            tokens.copy_within(read..head.at, write);
            write += head.at - read;
            if let Some(place) = tokens.get_mut(write) {
                *place = token;
            }
            write += 1;
            read = head.at + used;
        }
    }
    tokens.copy_within(read.., write);
    tokens.truncate(write + tokens.len() - read);
}

/// Gives the longest phrase that the tokens begin with, and how many it has of them.
fn longest(
    tokens: &[Token],
    later: u32,
    words: Words<'_>,
    cache: &mut Cache,
    key: &mut String,
) -> Option<(Token, usize)> {
    let head = tokens.first()?;
    let mut starts = [head.entry; 16];
    let mut count = 1;
    for token in tokens.iter().take(most(head).min(15).into()).skip(1) {
        let stop = token.kind == Kind::Period;
        if !stop && (!matches!(token.kind, Kind::Word | Kind::Number) || token.mark & LATER == 0) {
            break;
        }
        let start = *starts.get(count - 1)?;
        let number = if count == 1 {
            later
        } else {
            number(token, words.text)
        };
        let step = Step::new(start, number);
        let next = cache.step(step).unwrap_or_else(|| {
            let next = start_of(tokens.get(..=count), words, key);
            if number != NAMELESS {
                cache.note_step(step, next);
            }
            next
        });
        if next.0 == 0 {
            break;
        }
        *starts.get_mut(count)? = next;
        count += 1;
        if stop {
            break;
        }
    }
    (2..=count).rev().find_map(|n| {
        let part = tokens.get(..n)?;
        phrase(part, *starts.get(n - 1)?, words.lexicon).map(|token| (token, n))
    })
}

/// Gives a number that stands for a word behind the second one of a phrase.
fn number(token: &Token, text: &str) -> u32 {
    match token.kind {
        Kind::Period if token.span.is_empty() => NAMELESS,
        Kind::Period => STOP,
        // The entry of `A` is that of `à`.
        _ if token.entry.0 == 0 || token.span.of(text) == "A" => NAMELESS,
        _ => token.entry.0,
    }
}

/// Finds the entry of words that may be a phrase or the start of one; 0 for none.
fn start_of(part: Option<&[Token]>, words: Words<'_>, key: &mut String) -> Entry {
    key.clear();
    for (i, token) in part.unwrap_or_default().iter().enumerate() {
        if i > 0 && token.kind != Kind::Period && !key.ends_with('\'') {
            key.push(' ');
        }
        let word = token.span.of(words.text);
        fold_into(if word == "A" && i == 0 { "à" } else { word }, key);
    }
    words.lexicon.find(key).unwrap_or_default()
}

/// Makes one token of the words of an entry, when they have the capitals that it needs.
fn phrase(part: &[Token], entry: Entry, lexicon: &Lexicon) -> Option<Token> {
    let capitals =
        part.iter().take(7).enumerate().fold(
            0u8,
            |set, (i, t)| if t.capital() { set | 1 << i } else { set },
        );
    let all = part.iter().all(|t| t.shape.has(Shape::ALL_CAPITALS));
    let classes = classes_of(entry, capitals, all, lexicon);
    let usable = lexicon.senses(entry).next().is_some()
        && (classes != Classes::NONE)
        && !only_missing_names(entry, classes, lexicon);
    if !usable {
        return None;
    }
    let (head, last) = (part.first()?, part.last()?);
    let mut shape = head.shape;
    shape.set(Shape::PHRASE);
    if last.shape.has(Shape::ELIDED) {
        shape.set(Shape::ELIDED);
    } else {
        shape.0 &= !Shape::ELIDED.0;
    }
    Some(Token {
        span: Span::new(head.span.start, last.span.end),
        classes,
        entry,
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
