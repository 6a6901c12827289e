//! Datelines: place, date, agency or hour before the first words of a report.
//!
//! In: the start of a paragraph. Out: the length of its dateline in bytes: 23 for
//! « DAKAR, 12 mars (AFP) - La grève continue. », 8 for « 18h42 - Le pont est rouvert. ».
//!
//! ```ebnf
//! dateline = stamp | day , [ "." ] , dash | sign | place , [ "," , day ] , [ "." ] , [ sign , [ "." ] ] , [ dash ] ;
//! stamp    = [ "[" ] , hour , ( "]" | dash | ":" ) ;   sign = "(" , words , ")" | "/" , words , "/" ;
//! ```

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{opt, recognize, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::agencies;

type Out<'a, T> = IResult<&'a str, T, ()>;

/// What stands before the first words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::article) struct Dateline {
    /// Length in bytes, with the white space after it.
    pub(in crate::article) len: usize,
    /// Ids of the agencies in it.
    pub(in crate::article) credits: Vec<&'static str>,
    /// Only a place or a label stands before the dash: the line may as well be a speaker's.
    pub(in crate::article) bare: bool,
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const DAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

/// Reads the dateline at the start of `text`, when there is one and words follow it.
pub(in crate::article) fn dateline(text: &str) -> Option<Dateline> {
    let first = *text.as_bytes().first()?;
    let opens = match first {
        b'A'..=b'Z' | b'0'..=b'9' | b'[' | b'(' => true,
        _ => !first.is_ascii() && text.starts_with(char::is_uppercase),
    };
    if !opens || goes_on(text.as_bytes()) || !separated(text.as_bytes(), first) {
        return None;
    }
    let (rest, (credits, bare)) = match first {
        b'(' => signed(text).ok()?,
        b'[' | b'0'..=b'9' => alt((stamp, dated)).parse(text).map(known).ok()?,
        _ => match opens_with_day(text).then(|| dated(text).map(known)) {
            Some(Ok(read)) => read,
            _ => placed(text).ok()?,
        },
    };
    let len = text.len() - rest.len();
    let next = text.get(len..)?.chars().next()?;
    let starts = next.is_uppercase() || next.is_ascii_digit() || "«\"“‹„'‘".contains(next);
    starts.then_some(Dateline { len, credits, bare })
}

/// A date or an hour names no agency, and is no speaker's.
fn known((rest, ()): (&str, ())) -> (&str, (Vec<&'static str>, bool)) {
    (rest, (Vec::new(), false))
}

/// Tells whether the first word may be the name of a day: no other opens a date.
fn opens_with_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    let length = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let word = bytes.get(..length).unwrap_or_default();
    let day = |day: &&str| day.as_bytes().eq_ignore_ascii_case(word);
    bytes.get(length).is_some_and(|b| !b.is_ascii()) || DAYS.iter().any(day)
}

/// Tells whether a small word follows those with a capital at the start, and is none that the name of a place may have: then no
/// dateline does.
fn goes_on(text: &[u8]) -> bool {
    let letter = |b: &&u8| b.is_ascii_alphabetic() || matches!(b, 0x80..=0xBF | 0xC3);
    let mut rest = text;
    loop {
        let word = rest.iter().take_while(letter).count();
        match rest.get(word..) {
            Some([b' ', next, ..]) if next.is_ascii_lowercase() => {
                return word > 0 && !b"dlse".contains(next);
            }
            Some([b' ', next, ..]) if next.is_ascii_uppercase() && word > 0 => {
                rest = rest.get(word + 1..).unwrap_or_default();
            }
            _ => return false,
        }
    }
}

/// The signs that may end a dateline of a place, 1, or an hour or a date, 2.
const SEPARATORS: [u8; 256] = {
    let mut signs = [0; 256];
    let (both, hour) = (b"(/-\xe2", b":]");
    let mut at = 0;
    while at < both.len() {
        signs[both[at] as usize] = 3;
        at += 1;
    }
    signs[hour[0] as usize] = 2;
    signs[hour[1] as usize] = 2;
    signs
};

/// Tells whether a dash, a bracket or a slash stands near the start; without one there is no dateline. Only behind an hour a colon or
/// the end of a bracket will do.
fn separated(text: &[u8], first: u8) -> bool {
    let near = text.get(..90).unwrap_or(text);
    let sort = if first == b'[' || first.is_ascii_digit() {
        2
    } else {
        1
    };
    let mut signs = (0..)
        .zip(near)
        .filter(|(_, b)| SEPARATORS[usize::from(**b)] & sort != 0);
    signs.any(|(at, byte): (usize, _)| match byte {
        b'-' => matches!(near.get(at + 1), Some(b' ' | b'-' | 0xc2 | 0xe2)),
        // The first byte of – and —, but of ’ too.
        0xe2 => near.get(at + 1) == Some(&0x80) && matches!(near.get(at + 2), Some(0x93 | 0x94)),
        _ => true,
    })
}

fn space(input: &str) -> Out<'_, &str> {
    take_while(char::is_whitespace).parse(input)
}

fn space1(input: &str) -> Out<'_, &str> {
    take_while1(char::is_whitespace).parse(input)
}

/// A dash that separates: white space follows it.
fn dash(input: &str) -> Out<'_, ()> {
    let dashes = alt((tag("--"), tag("–"), tag("—"), tag("-")));
    value((), (space, dashes, space1)).parse(input)
}

fn digits(min: usize, max: usize) -> impl Fn(&str) -> Out<'_, &str> {
    move |input| {
        let (rest, found) = take_while_m_n(min, max, |c: char| c.is_ascii_digit()).parse(input)?;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            Err(nom::Err::Error(()))
        } else {
            Ok((rest, found))
        }
    }
}

/// `18h42`, `11 h 48`, `14:05`.
pub(in crate::article) fn hour(input: &str) -> Out<'_, ()> {
    value(
        (),
        (
            digits(1, 2),
            opt(space),
            one_of("h:"),
            opt(space),
            digits(2, 2),
        ),
    )
    .parse(input)
}

fn stamp(input: &str) -> Out<'_, ()> {
    let boxed = delimited((char('['), space), hour, (space, char(']'), space));
    let colon = value((), (space, char(':'), space1));
    alt((boxed, terminated(hour, alt((dash, colon))))).parse(input)
}

fn one_word<'a>(words: &'static [&'static str]) -> impl Fn(&'a str) -> Out<'a, ()> {
    move |input| {
        let (rest, word) = take_while1(crate::lex::chars::is_letter).parse(input)?;
        if words.contains(&crate::lexicon::fold::fold(word).as_str()) {
            Ok((rest, ()))
        } else {
            Err(nom::Err::Error(()))
        }
    }
}

/// `16 juin 2012`, `mardi 1er août`, `le 3 mai`, `12/03/2025`.
pub(in crate::article) fn date(input: &str) -> Out<'_, ()> {
    let weekday = terminated(one_word(&DAYS), space1);
    let year = preceded(space1, digits(4, 4));
    let written = (
        opt((tag("le"), space1)),
        opt(weekday),
        digits(1, 2),
        opt(tag("er")),
        space1,
        one_word(&MONTHS),
        opt(year),
    );
    let numbers = (
        opt((tag("le"), space1)),
        digits(1, 2),
        char('/'),
        digits(1, 2),
        opt((char('/'), digits(2, 4))),
    );
    alt((value((), written), value((), numbers))).parse(input)
}

fn dated(input: &str) -> Out<'_, ()> {
    value((), (date, opt(char('.')), dash)).parse(input)
}

/// A word with a capital, hyphens and apostrophes inside it: `N'Djamena`, `Saint-Malo`.
fn name(input: &str) -> Out<'_, &str> {
    let mut end = 0;
    let mut chars = input.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '-' | '\'' | '’')
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphabetic() || joins || ('\u{300}'..='\u{36f}').contains(&c)) {
            break;
        }
        end = at + c.len_utf8();
    }
    let (Some(word), Some(rest)) = (input.get(..end), input.get(end..)) else {
        return Err(nom::Err::Error(()));
    };
    if word.starts_with(char::is_uppercase) {
        Ok((rest, word))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// Up to five words of a name: `Saint-Elzéar-du-Lac`, `LE RÉCIT`, `La Chaux de Fonds`.
fn place(input: &str) -> Out<'_, &str> {
    let small = terminated(
        alt((tag("de"), tag("du"), tag("la"), tag("sur"), tag("en"))),
        space1,
    );
    let further = (alt((tag("/"), space1)), opt(small), name);
    recognize((name, many_m_n(0, 4, further))).parse(input)
}

/// A signature: `(AFP)`, `(Reuters)`, `/TASS/`; the ids are empty when no agency of the table is meant.
fn sign(input: &str) -> Out<'_, Vec<&'static str>> {
    let words = |close: char| {
        verify(take_while1(move |c: char| c != close), |words: &str| {
            words.len() < 40 && words.starts_with(char::is_alphabetic)
        })
    };
    let (rest, words) = alt((
        delimited(char('('), words(')'), char(')')),
        delimited(char('/'), words('/'), char('/')),
    ))
    .parse(input)?;
    Ok((rest, agencies(words).unwrap_or_default()))
}

/// A signature alone: `(AFP) - `, or a place between brackets: `(Saint-Elzéar-du-Lac) `.
fn signed(input: &str) -> Out<'_, (Vec<&'static str>, bool)> {
    if let Ok((rest, ids)) = terminated(sign, alt((dash, value((), space1)))).parse(input)
        && !ids.is_empty()
    {
        return Ok((rest, (ids, false)));
    }
    let (rest, _) = terminated(delimited(char('('), place, char(')')), space1).parse(input)?;
    Ok((rest, (Vec::new(), true)))
}

fn placed(input: &str) -> Out<'_, (Vec<&'static str>, bool)> {
    let (rest, _) = place(input)?;
    let (rest, day) = opt(preceded((char(','), space1), date)).parse(rest)?;
    let (rest, _) = opt(char('.')).parse(rest)?;
    let (rest, ids) = opt(preceded(space, sign)).parse(rest)?;
    let (rest, _) = opt(char('.')).parse(rest)?;
    let (rest, line) = opt(dash).parse(rest)?;
    let known = ids.as_ref().is_some_and(|ids| !ids.is_empty());
    if line.is_none() && !(known && rest.starts_with(char::is_whitespace)) {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = space(rest)?;
    Ok((rest, (ids.unwrap_or_default(), day.is_none() && !known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(text: &str) -> Option<&str> {
        dateline(text).and_then(|found| text.get(..found.len))
    }

    #[test]
    fn reads_the_datelines_of_the_wires() {
        for (start, credits) in [
            ("DAKAR, 12 mars (AFP) - ", vec!["afp"]),
            ("Lilongwe (AFP) – ", vec!["afp"]),
            ("BEIJING, 12 mai (Xinhua) -- ", vec!["xinhua"]),
            ("MOURMANSK, 12 mars. /TASS/. ", vec!["tass"]),
            ("BRUXELLES, 11 juin (Reuters) - ", vec!["reuters"]),
            ("SÉOUL, 7 octobre - ", vec![]),
            ("16 juin 2012. - ", vec![]),
            ("1er août 2012. - ", vec![]),
            ("18h42 - ", vec![]),
            ("[14:05] ", vec![]),
            ("(AFP) - ", vec!["afp"]),
            ("Le Caire, mardi 3 mai 2024 (MENA) — ", vec!["mena"]),
        ] {
            let text = format!("{start}La grève continue.");
            assert_eq!(prefix(&text), Some(start));
            assert_eq!(
                dateline(&text).map(|found| (found.credits, found.bare)),
                Some((credits, false))
            );
        }
    }

    #[test]
    fn marks_a_place_without_date_or_agency_as_bare() {
        for start in [
            "Cotonou – ",
            "LE RÉCIT - ",
            "(Saint-Elzéar-du-Lac) ",
            "ALGER- ",
        ] {
            let text = format!("{start}La grève continue.");
            assert_eq!(prefix(&text), Some(start));
            assert_eq!(dateline(&text).map(|found| found.bare), Some(true));
        }
    }

    #[test]
    fn leaves_sentences_alone() {
        for text in [
            "Redon. Le feu ravage une menuiserie",
            "Le président russe a parlé.",
            "Paris – qui accueille les Jeux – se tait.",
            "Jean Dupont, 43 ans, a parlé.",
            "France-L'Autorité de la concurrence inflige 84 millions",
            "16 juin 2012 : la date est passée",
            "L'Union (UE) a parlé.",
        ] {
            assert_eq!(prefix(text), None, "{text}");
        }
    }
}
