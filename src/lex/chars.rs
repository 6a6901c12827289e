//! From characters to raw tokens, with nom.
//!
//! In: the text of one block. Out: words, numbers, signs and quotation marks; « qu'il a-t-elle » gives `qu'`, `il`, `a`, `-t-elle`.
//! Combining marks are word characters, so composed and decomposed text give the same words.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{anychar, satisfy};
use nom::combinator::{opt, peek, recognize, value, verify};
use nom::multi::many1_count;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

use super::plain;
use super::token::Kind;

/// Error type of production: none, so that failure costs nothing.
pub(crate) type Parsed<'a, T> = IResult<&'a str, T, ()>;

/// A piece of text with its kind.
pub(crate) type Raw<'a> = (&'a str, Kind);

/// Reads the next token; white space is eaten before it.
pub(crate) fn token(input: &str) -> Parsed<'_, Raw<'_>> {
    let input = input.strip_prefix(' ').unwrap_or(input);
    if let Some((word, rest)) =
        plain::word(input.as_bytes()).and_then(|end| input.split_at_checked(end))
    {
        return Ok((rest, (word, Kind::Word)));
    }
    preceded(take_while(char::is_whitespace), sign_or_word).parse(input)
}

fn sign_or_word(input: &str) -> Parsed<'_, Raw<'_>> {
    match input.as_bytes().first() {
        Some(b'a'..=b'z' | b'A'..=b'Z') => word(input),
        Some(b'0'..=b'9') => number(input),
        Some(b',') => one(input, Kind::Comma),
        Some(b'.') => alt((
            value(Kind::Exclaim, tag("...")),
            value(Kind::Period, tag(".")),
        ))
        .parse(input)
        .map(|(r, k)| (r, (before(input, r), k))),
        Some(b'!' | b'?') => one(input, Kind::Exclaim),
        Some(b';') => one(input, Kind::Semicolon),
        Some(b':') => one(input, Kind::Colon),
        Some(b'"') => one(input, Kind::Mark),
        Some(b'(' | b'[') => one(input, Kind::ParenOpen),
        Some(b')' | b']') => one(input, Kind::ParenClose),
        Some(b'-') => dash(input),
        // `Roy & Fils` is one name.
        Some(b'&') => one(input, Kind::Word),
        Some(0..=0x7F) => one(input, Kind::Other),
        _ => beyond_ascii(input),
    }
}

fn one(input: &str, kind: Kind) -> Parsed<'_, Raw<'_>> {
    let (rest, _) = anychar(input)?;
    Ok((rest, (before(input, rest), kind)))
}

/// Gives the part of `input` that was read when `rest` is left.
fn before<'a>(input: &'a str, rest: &str) -> &'a str {
    input.get(..input.len() - rest.len()).unwrap_or("")
}

fn dash(input: &str) -> Parsed<'_, Raw<'_>> {
    let (rest, text) = take_while1(|c| c == '-')(input)?;
    Ok((rest, (text, Kind::Dash)))
}

fn beyond_ascii(input: &str) -> Parsed<'_, Raw<'_>> {
    let (_, first) = anychar(input)?;
    match first {
        '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '‘' => {
            one(input, Kind::Mark)
        }
        '–' | '—' | '―' | '−' => one(input, Kind::Dash),
        '…' => one(input, Kind::Exclaim),
        c if is_letter(c) => word(input),
        c if c.is_numeric() => number(input),
        _ => one(input, Kind::Other),
    }
}

/// Tells whether `c` belongs to a word.
#[must_use]
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&c)
}

fn letters(input: &str) -> Parsed<'_, &str> {
    take_while1(|c: char| {
        is_letter(c) || c.is_ascii_digit() || c == '²' || c == '&' || c == '@' || c == '_'
    })
    .parse(input)
}

fn apostrophe(input: &str) -> Parsed<'_, char> {
    satisfy(|c| c == '\'' || c == '’' || c == 'ʼ').parse(input)
}

/// A word: letters, with inner hyphens and apostrophes; an elided word ends with its apostrophe.
fn word(input: &str) -> Parsed<'_, Raw<'_>> {
    let (rest, head) = alt((initials, letters)).parse(input)?;
    if matches!(head, "n" | "N")
        && let Some(figures) = rest.strip_prefix(['°', 'º'])
    {
        let rest = figures.trim_start_matches(|c: char| c.is_ascii_digit());
        return Ok((rest, (before(input, rest), Kind::Word)));
    }
    if let Ok((after, _)) = apostrophe(rest) {
        let next = after.chars().next();
        if elides(head) && !name_with_apostrophe(head, next) {
            return Ok((after, (before(input, after), Kind::Word)));
        }
        if next.is_some_and(is_letter) {
            return rest_of_word(input, after);
        }
    }
    rest_of_word(input, rest)
}

fn initials(input: &str) -> Parsed<'_, &str> {
    let letter = terminated(satisfy(char::is_uppercase), tag("."));
    verify(
        recognize(pair(many1_count(letter), opt(satisfy(char::is_uppercase)))),
        |s: &str| s.chars().count() > 2,
    )
    .parse(input)
}

/// Goes on through hyphens, apostrophes and domain dots.
fn rest_of_word<'a>(input: &'a str, mut rest: &'a str) -> Parsed<'a, Raw<'a>> {
    loop {
        let hyphen = preceded(alt((tag("-"), tag("‑"), tag("‐"))), letters);
        let dot = preceded(
            tag("."),
            verify(letters, |s: &str| {
                s.len() <= 4 && s.chars().all(|c| c.is_ascii_lowercase())
            }),
        );
        let inner = preceded(apostrophe, verify(letters, |_: &str| true));
        let glued = terminated(tag(""), peek(satisfy(is_letter)));
        let mut step = alt((
            recognize(hyphen),
            recognize(dot),
            recognize(inner),
            recognize(preceded(glued, letters)),
        ));
        match step.parse(rest) {
            Ok((after, _)) => rest = after,
            Err(_) => return Ok((rest, (before(input, rest), Kind::Word))),
        }
    }
}

/// Tells whether a word loses its last vowel before an apostrophe and stands alone then.
fn elides(word: &str) -> bool {
    matches!(word.len(), 1..=8)
        && [
            "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
            "quoiqu", "parce qu",
        ]
        .iter()
        .any(|e| e.eq_ignore_ascii_case(word))
}

/// Tells whether `N'Golo`, `M'Bappé` is a name: capital before the apostrophe and a capital consonant after it.
fn name_with_apostrophe(head: &str, next: Option<char>) -> bool {
    let capital = matches!(head, "N" | "M" | "O" | "T");
    capital && next.is_some_and(|c| c.is_uppercase() && !"AEIOUYHÉÈÊÀÂÎÔŒ".contains(c))
}

fn digits(input: &str) -> Parsed<'_, &str> {
    take_while1(char::is_numeric).parse(input)
}

/// A number with separators inside (`12 800`, `47,2`, `18h30`, `90’000`) and letters that follow directly.
fn number(input: &str) -> Parsed<'_, Raw<'_>> {
    let (mut rest, _) = digits(input)?;
    loop {
        let separated = preceded(
            satisfy(|c| matches!(c, '.' | ',' | '\'' | '’' | ':' | '/')),
            digits,
        );
        let spaced = preceded(
            satisfy(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}')),
            terminated(
                verify(digits, |d: &str| d.len() == 3),
                peek(verify(opt(anychar), |c| !c.is_some_and(char::is_numeric))),
            ),
        );
        match alt((separated, spaced, letters)).parse(rest) {
            Ok((after, _)) => rest = after,
            Err(_) => break,
        }
    }
    let (rest, _) = opt(preceded(tag("-"), letters)).parse(rest)?;
    Ok((rest, (before(input, rest), Kind::Number)))
}

/// Splits an inverted pronoun off a word: `a-t-il` gives `a` and `-t-il`.
#[must_use]
pub(crate) fn inversion(word: &str) -> Option<(&str, &str)> {
    let last = word.rfind('-')?;
    let (head, tail) = word.split_at_checked(last)?;
    let pronoun = tail.trim_start_matches('-');
    if ![
        "il", "elle", "on", "ils", "elles", "je", "nous", "vous", "tu", "ce",
    ]
    .contains(&pronoun)
        || head.is_empty()
        || word == "rendez-vous"
    {
        return None;
    }
    let cut = head
        .strip_suffix("-t")
        .or_else(|| head.strip_suffix("-T"))
        .map_or(last, str::len);
    word.split_at_checked(cut)
        .filter(|(verb, _)| !verb.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{inversion, token};

    fn words(mut text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        while let Ok((rest, (word, _))) = token(text) {
            out.push(word);
            text = rest;
        }
        out
    }

    #[test]
    fn cuts_elided_words_after_the_apostrophe() {
        assert_eq!(words("qu’il l'a dit"), ["qu’", "il", "l'", "a", "dit"]);
        assert_eq!(
            words("aujourd'hui N'Golo d'Istanbul"),
            ["aujourd'hui", "N'Golo", "d'", "Istanbul"]
        );
    }

    #[test]
    fn keeps_numbers_with_their_separators() {
        assert_eq!(
            words("12 800 tonnes, 47,2% à 18h30"),
            ["12 800", "tonnes", ",", "47,2", "%", "à", "18h30"]
        );
    }

    #[test]
    fn keeps_combining_marks_in_words() {
        assert_eq!(
            words("E\u{301}lyse\u{301}e vide"),
            ["E\u{301}lyse\u{301}e", "vide"]
        );
    }

    #[test]
    fn splits_inverted_pronouns() {
        assert_eq!(inversion("a-t-il"), Some(("a", "-t-il")));
        assert_eq!(inversion("dit-elle"), Some(("dit", "-elle")));
        assert_eq!(inversion("porte-parole"), None);
    }
}
