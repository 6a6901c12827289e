//! Look-up of words and of phrases that are one entry.
//!
//! In: raw tokens. Out: tokens with classes; `Corée du Nord`, `d'après`, `conférence de presse` become one token, longest first.
//! A proper name counts only with its capitals: « le monde change » names no newspaper.

use super::cache::Known;
use super::scan::Key;
use super::tag;
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

/// Until marks are paired, `mark` of a token holds how many words a phrase that begins with it may have, and this bit when it may
/// be an abbreviation with a full stop behind it.
pub(super) const DOTTED: u16 = 1 << 8;

/// The bit of `mark` that tells that a phrase may begin with a token.
const BEGINS: u32 = 15;

/// A token that begins a phrase, or the start of one, with the token behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// Its index.
    pub(super) at: usize,
    /// The number of both together.
    pub(super) start: u64,
    /// The entry of both together; 0 for none.
    pub(super) entry: Entry,
}

/// Gives 1 when a phrase may begin with a token that has this `mark`, else 0.
#[inline]
pub(super) fn begins(mark: u16) -> u64 {
    u64::from(mark >> BEGINS)
}

#[inline]
fn most(token: &Token) -> u16 {
    token.mark & 0xFF
}

/// Finds what the lexicon knows of one word, alone and in phrases.
#[cold]
#[inline(never)]
pub(super) fn look_up(word: &str, lexicon: &Lexicon, key: &mut String) -> Known {
    key.clear();
    fold_into(word, key);
    let number = table::number(key);
    let entry = if word == "A" {
        lexicon.find("à")
    } else {
        let known = lexicon.find_as(key.as_bytes(), number);
        known.or_else(|| lexicon.find(former(key)?))
    };
    known_as(key.as_bytes(), number, super::shape(word), entry, lexicon)
}

/// Finds the same of a word with [`Key::is_simple`], without writing its key down.
#[inline(never)]
pub(super) fn look_up_simple(word: &str, key: Key, lexicon: &Lexicon) -> Known {
    let (Key(parts), capital) = key.uncapitalised();
    let number = table::number_of(parts, word.len());
    let mut key = [0; 24];
    for (bytes, part) in key.as_chunks_mut().0.iter_mut().zip(parts) {
        *bytes = part.to_le_bytes();
    }
    let key = key.get(..word.len()).unwrap_or_default();
    let shape = if capital {
        Shape::CAPITAL
    } else {
        Shape::default()
    };
    known_as(key, number, shape, lexicon.find_as(key, number), lexicon)
}

/// Gives the number that a word has at the start of a phrase: there a capital `A` is `À` without its accent.
pub(super) fn first_number(word: &str, known: Known) -> u64 {
    if word == "A" {
        table::number("à")
    } else {
        known.number
    }
}

/// Gives what is known of a word by its key, the number of that, its shape and its entry.
fn known_as(
    key: &[u8],
    number: u64,
    mut shape: Shape,
    entry: Option<Entry>,
    lexicon: &Lexicon,
) -> Known {
    let (mut classes, mut mark) = (Classes::NONE, 0);
    if let Some(entry) = entry {
        let capitals = u8::from(shape.has(Shape::CAPITAL));
        classes = classes_of(entry, capitals, shape.has(Shape::ALL_CAPITALS), lexicon);
        let words = lexicon.phrase_words(entry);
        mark = u16::from(words) | u16::from(words > 1) << BEGINS;
    } else if key.ends_with(b"ment") && key.len() > 6 && !shape.has(Shape::CAPITAL) {
        classes = Classes::ADV;
    }
    let entry = entry.unwrap_or_default();
    shape.set(tag::openness(classes, entry, shape));
    let stopped = table::step(number, table::STOP);
    let dotted = lexicon.beginning(stopped) & 1 != 0
        && lexicon
            .start(stopped)
            .is_some_and(|entry| lexicon.classes(entry).has(Classes::ABBREVIATION));
    Known {
        classes,
        entry,
        number,
        mark: mark | if dotted { DOTTED } else { 0 },
        shape,
        whole: false,
    }
}

/// Gives the noun of a compound that changes neither its class nor its gender: `gendarme` of `ex-gendarme`.
fn former(key: &str) -> Option<&str> {
    ["ex-", "co-", "vice-", "sous-", "néo-"]
        .iter()
        .find_map(|prefix| key.strip_prefix(prefix))
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

/// Joins phrases among the tokens, longest first; `heads` are in order, and `numbers` are those of the words from the token `first` on.
pub(super) fn join(
    tokens: &mut Vec<Token>,
    heads: &[Head],
    lexicon: &Lexicon,
    first: usize,
    numbers: &[u64],
) {
    let Some(head) = heads.first() else {
        return;
    };
    let longest = |tokens: &[Token], head: &Head| {
        let numbers = numbers.get(head.at - first..)?;
        longest(tokens.get(head.at..)?, numbers, *head, lexicon)
    };
    let (mut write, mut read) = (head.at, head.at);
    for (i, head) in heads.iter().enumerate() {
        // A word belongs to the phrase that begins first.
        if head.at < read {
            continue;
        }
        if let Some((token, used)) = longest(tokens, head) {
            // In « l'Union européenne » the article does not begin the name of the newspaper L'Union.
            let elided = tokens
                .get(head.at)
                .is_some_and(|t| t.shape.has(Shape::ELIDED));
            let next = heads.get(i + 1).filter(|h| elided && h.at == head.at + 1);
            let name = next.and_then(|next| longest(tokens, next));
            if name.is_some_and(|(name, words)| name.is(NAMES) && words + 1 > used) {
                continue;
            }
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
    numbers: &[u64],
    head: Head,
    lexicon: &Lexicon,
) -> Option<(Token, usize)> {
    if !goes_on(tokens, numbers, head, lexicon) {
        let two = phrase(tokens.get(..2)?, head.entry, lexicon)?;
        return Some((two, 2));
    }
    let mut entries = [head.entry; 16];
    let mut count = 2;
    let mut start = head.start;
    let most = usize::from(most(tokens.first()?)).min(15);
    // A full stop ends a phrase.
    let mut open = tokens.get(1)?.kind != Kind::Period;
    while let Some(token) = tokens.get(count).filter(|_| open && count < most) {
        let entry = match token.kind {
            // The full stop between glued words has no sign.
            Kind::Period if token.span.is_empty() => *entries.get(count)?,
            Kind::Period | Kind::Word | Kind::Number => {
                open = token.kind != Kind::Period;
                let word = numbers.get(count).copied().unwrap_or_default();
                start = table::step(start, if open { word } else { table::STOP });
                if lexicon.beginning(start) & 1 == 0 {
                    break;
                }
                match lexicon.start(start) {
                    Some(entry) => entry,
                    None => break,
                }
            }
            _ => break,
        };
        open &= token.kind != Kind::Period;
        count += 1;
        *entries.get_mut(count)? = entry;
    }
    (2..=count).rev().find_map(|n| {
        let entry = entries.get(n)?;
        phrase(tokens.get(..n)?, *entry, lexicon).map(|token| (token, n))
    })
}

/// Tells whether the third token may go on with the phrase that `head` begins: most have two words.
fn goes_on(tokens: &[Token], numbers: &[u64], head: Head, lexicon: &Lexicon) -> bool {
    let third = numbers.get(2).copied().unwrap_or_default();
    let goes_on = lexicon.beginning(table::step(head.start, third)) & 1 != 0;
    goes_on || tokens.get(2).is_some_and(|t| t.kind == Kind::Period)
}

/// Makes one token of the words of an entry, when they have the capitals that it needs.
fn phrase(part: &[Token], entry: Entry, lexicon: &Lexicon) -> Option<Token> {
    if entry.0 == 0 {
        return None;
    }
    let firsts = part.iter().take(7).enumerate();
    let capitals = firsts.fold(0, |set, (i, t)| set | u8::from(t.capital()) << i);
    let all = part.iter().all(|t| t.shape.has(Shape::ALL_CAPITALS));
    let mut classes = classes_of(entry, capitals, all, lexicon);
    if classes.has(Classes::MEDIA) {
        // With its capital `le Soir` is no time of day.
        classes = classes.without(Classes::TIME);
    }
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
    shape.0 &= !Shape::OPEN.0;
    shape.set(tag::openness(classes, entry, shape));
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
