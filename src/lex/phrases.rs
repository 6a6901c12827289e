//! Look-up of words and of phrases that are one entry.
//!
//! In: raw tokens. Out: tokens with classes; `Corée du Nord`, `d'après`, `conférence de presse` become one token, longest first.
//! A proper name counts only with its capitals: « le monde change » names no newspaper.

use super::cache::{Cache, Known};
use super::token::{Kind, Shape, Token};
use crate::lexicon::fold::fold_into;
use crate::lexicon::table::phrase_tokens;
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

/// Until phrases are joined, `mark` of a token holds how many words a phrase that begins with it may have, and this bit when
/// it may be the second word of one.
pub(super) const SECOND: u16 = 1 << 8;

/// Gives what `mark` holds until phrases are joined.
pub(super) fn mark(known: Known) -> u16 {
    u16::from(known.phrase_words) | if known.second { SECOND } else { 0 }
}

/// Finds what the lexicon knows of one word, as the first and as the second word of a phrase.
#[cold]
#[inline(never)]
pub(super) fn look_up(word: &str, lexicon: &Lexicon, key: &mut String) -> Known {
    let known = look_up_alone(word, lexicon, key);
    let first = phrase_tokens(key).first().map_or(0, |w| w.len());
    key.truncate(first);
    key.insert(0, table::SECOND);
    Known {
        // As a second word `A` is a letter, and its entry is that of `à`.
        second: word == "A" || lexicon.find(key).is_some(),
        ..known
    }
}

fn look_up_alone(word: &str, lexicon: &Lexicon, key: &mut String) -> Known {
    let mut known = Known {
        shape: super::shape(word),
        ..Known::default()
    };
    key.clear();
    if word == "A" {
        key.push('à');
    } else {
        fold_into(word, key);
    }
    let Some(entry) = lexicon.find(key) else {
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

/// Joins phrases among the tokens from `first` on; see [`SECOND`].
pub(super) fn join(
    tokens: &mut Vec<Token>,
    first: usize,
    text: &str,
    lexicon: &Lexicon,
    cache: &mut Cache,
    key: &mut String,
) {
    let mut write = first;
    let mut read = first;
    while let Some(token) = tokens.get(read) {
        let most = token.mark & !SECOND;
        let joined = if most > 1 && tokens.get(read + 1).is_some_and(may_follow) {
            longest(
                tokens,
                read,
                most.into(),
                Words { text, lexicon },
                cache,
                key,
            )
        } else {
            None
        };
        let used = joined.map_or(1, |(_, used)| used);
        if write < read || used > 1 {
            let token = joined.map(|(token, _)| token).or(tokens.get(read).copied());
            if let Some((place, token)) = tokens.get_mut(write).zip(token) {
                *place = token;
            }
        }
        write += 1;
        read += used;
    }
    tokens.truncate(write);
}

/// Tells whether a token may be the second of a phrase; a full stop is one in an abbreviation.
fn may_follow(token: &Token) -> bool {
    token.kind == Kind::Period
        || matches!(token.kind, Kind::Word | Kind::Number) && token.mark & SECOND != 0
}

/// Gives a number that stands for the second word of a phrase, when there is one.
fn number(token: &Token, text: &str) -> Option<u32> {
    match token.kind {
        // The full stop between glued words has no sign.
        Kind::Period => (!token.span.is_empty()).then_some(u32::MAX),
        _ => (token.entry.0 != 0 && token.span.of(text) != "A").then_some(token.entry.0),
    }
}

/// The text and the lexicon that phrases are looked up in.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
}

fn longest(
    tokens: &[Token],
    at: usize,
    most: usize,
    words: Words<'_>,
    cache: &mut Cache,
    key: &mut String,
) -> Option<(Token, usize)> {
    let Words { text, lexicon } = words;
    let head = tokens.get(at)?.entry;
    let next = number(tokens.get(at + 1)?, text);
    if next.is_some_and(|next| cache.begins_nothing(head, next)) {
        return None;
    }
    key.clear();
    let mut ends = [0usize; 16];
    let mut count = 0;
    for (i, token) in tokens.get(at..)?.iter().take(most.min(15)).enumerate() {
        let abbreviation = token.kind == Kind::Period && i > 0;
        if !matches!(token.kind, Kind::Word | Kind::Number) && !abbreviation {
            break;
        }
        if i > 0 && !abbreviation && !key.ends_with('\'') {
            key.push(' ');
        }
        let word = token.span.of(text);
        fold_into(if word == "A" && i == 0 { "à" } else { word }, key);
        count = i + 1;
        if let Some(end) = ends.get_mut(count) {
            *end = key.len();
        }
        if count == 2 && lexicon.find(key).is_none() {
            if let Some(next) = next {
                cache.note_nothing(head, next);
            }
            return None;
        }
        if abbreviation {
            break;
        }
    }
    (2..=count).rev().find_map(|n| {
        let key = key.get(..*ends.get(n)?)?;
        phrase(tokens.get(at..at + n)?, key, lexicon).map(|t| (t, n))
    })
}

fn phrase(part: &[Token], key: &str, lexicon: &Lexicon) -> Option<Token> {
    let entry = lexicon.find(key)?;
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
