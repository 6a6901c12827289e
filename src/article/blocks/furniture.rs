//! Furniture: lines of a web page or a wire that are not the report.
//!
//! In: one line. Out: what it is for, or nothing when it may be a sentence: « Lire aussi : Tramway, la ligne C attendra »
//! is a link, « Publié le 12 mars, le rapport accuse la direction. » is a sentence. In doubt a line is a sentence.

use super::super::credits;
use super::adverts::advert;
use super::signs::LineSigns;
use super::words::{AUTHORS, BUTTONS, LISTS, MADE, PICTURES, PROMPTS, TIMES, any_may_open};
use crate::span::Span;
use memchr::memchr2_iter;

/// What a line that is not read is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Furniture {
    /// Names the agencies: `Le Monde avec AFP`.
    Credit,
    /// Names the author, or tells when the page was made.
    ByLine,
    /// Names the author of a picture.
    Photo,
    /// Opens a list of links: `Lire aussi`, `À regarder`, `Newsletter`.
    ListHead,
    /// A link, a button or a prompt of its own.
    Link,
    /// An advertisement, which others may follow.
    Advert,
    /// No words, or words without use: `-`, `logo`.
    Junk,
}

/// Longest line, in bytes, that is looked at; page furniture is short.
pub(super) const LONGEST: usize = 300;

/// Bytes that the longest prompt takes.
const PROMPT: u32 = 48;

/// Tells what `line`, without white space around it, is for; `None` for what may be a sentence.
pub(super) fn furniture(line: &str) -> Option<Furniture> {
    if line.len() > LONGEST {
        return None;
    }
    let word = line
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_alphanumeric);
    if !word && !line.chars().any(char::is_alphanumeric) {
        return Some(Furniture::Junk);
    }
    // A longer line with a full stop is a sentence, unless it opens as a prompt does: most paragraphs end here.
    if line.len() > 100
        && closed(line.as_bytes())
        && !(PROMPTS.may_open(line)
            && PROMPTS.open(&fold(Span::new(0, floor(line, PROMPT)).of(line))))
    {
        return None;
    }
    short(line)
}

/// Tells whether a line ends as a sentence does: with a full stop or a closing mark.
fn closed(line: &[u8]) -> bool {
    matches!(
        line,
        [.., b'.' | b'"'] | [.., 0xC2, 0xBB] | [.., 0xE2, 0x80, 0x9D]
    )
}

/// Tells what a line that is no long sentence is for.
fn short(line: &str) -> Option<Furniture> {
    let signs = LineSigns::of(line);
    if ordinary(line, signs) {
        None
    } else {
        asked(line, signs)
    }
}

/// Tells what a line is for by all that furniture is known by.
fn asked(line: &str, signs: LineSigns) -> Option<Furniture> {
    let folded = if signs.has(LineSigns::UNLIKE) {
        fold(line)
    } else {
        line.to_ascii_lowercase()
    };
    if signs.has(LineSigns::HYPHEN) && speaks(&folded) {
        return None;
    }
    let credit = || credits::credit_line(line).map(|_| Furniture::Credit);
    credit().or_else(|| page(line, &folded, signs))
}

/// Tells of most headings and titles, at little cost, that they are no furniture: they have no sign that it needs, and neither begin
/// nor end as it does.
fn ordinary(line: &str, signs: LineSigns) -> bool {
    const NEEDED: LineSigns = LineSigns::SLASH
        .or(LineSigns::GREATER)
        .or(LineSigns::LETTER);
    let letter = line.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    letter
        && line.len() > 12
        && !signs.has(NEEDED)
        && !any_may_open(line.as_bytes())
        && !BUTTONS.may_fill(line.as_bytes())
        && !(signs.has(LineSigns::DIGIT) && TIMES.may_fill(line.as_bytes()))
        && !credits::ends_as_credit(line)
        && !remark(line.as_bytes())
}

/// Tells whether `cet article` stands in a line: its reader may be asked what he thinks of it.
fn remark(line: &[u8]) -> bool {
    let words = b"cet article";
    memchr2_iter(b'c', b'C', line).any(|at| {
        let found = line.get(at..at + words.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(words))
    })
}

/// The last character boundary of `line` up to byte `most`.
fn floor(line: &str, most: u32) -> u32 {
    (0..=most)
        .rev()
        .find(|at| line.is_char_boundary(*at as usize))
        .unwrap_or(0)
}

/// Tells the furniture that is not a credit.
fn page(line: &str, folded: &str, signs: LineSigns) -> Option<Furniture> {
    let ended = line.ends_with('.');
    let time = signs.has(LineSigns::DIGIT) && times(folded);
    if time || AUTHORS.open(folded) || author(line, folded) || initials(line, signs) {
        return Some(Furniture::ByLine);
    }
    let labelled = PICTURES.open(folded);
    if (labelled || signs.has(LineSigns::SLASH)) && photo(line, labelled) {
        return Some(Furniture::Photo);
    }
    if PROMPTS.open(folded) || buttons(folded) || signs.has(LineSigns::GREATER) && path(folded) {
        return Some(Furniture::Link);
    }
    if LISTS.open(folded)
        && let Some(found) = list(folded, ended)
    {
        return Some(found);
    }
    if advert(line, folded) {
        return Some(Furniture::Advert);
    }
    (!ended && letter(folded, signs)).then_some(Furniture::Link)
}

/// Tells whether a line asks for the reader's address or opinion.
fn letter(folded: &str, signs: LineSigns) -> bool {
    let rare = || folded.contains("notre newsletter") || folded.contains("votre boîte mail");
    let asks =
        || folded.contains("réagir à cet article") || folded.contains("commenter cet article");
    signs.has(LineSigns::LETTER) && rare() || remark(folded.as_bytes()) && asks()
}

/// Lower case, straight apostrophes, plain spaces: for comparison only.
pub(super) fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    let mut rest = line;
    loop {
        // What stays as it is, or is a letter of ASCII, is copied together.
        let (plain, more) = rest.split_at(LineSigns::alike(rest));
        folded.push_str(plain);
        let mut chars = more.chars();
        let Some(c) = chars.next() else {
            break;
        };
        match c {
            '’' => folded.push('\''),
            'ß'..='ÿ' | 'œ' => folded.push(c),
            _ if c.is_ascii() => folded.push(if c.is_ascii_whitespace() { ' ' } else { c }),
            _ if c.is_whitespace() => folded.push(' '),
            _ => folded.extend(c.to_lowercase()),
        }
        rest = chars.as_str();
    }
    folded.make_ascii_lowercase();
    folded
}

/// Tells whether a line carries an inverted cue (`dit-il`, `a-t-elle ajouté`): then somebody speaks in it.
fn speaks(folded: &str) -> bool {
    folded.match_indices('-').any(|(at, _)| {
        let rest = folded.get(at + 1..).unwrap_or_default();
        let ends = |rest: &str| rest.starts_with([' ', ',', '.']);
        ["t-il", "t-elle", "t-on"]
            .iter()
            .any(|cue| rest.starts_with(cue))
            || ["il", "elle"]
                .iter()
                .any(|word| rest.strip_prefix(word).is_some_and(ends))
    })
}

/// `Lire aussi` alone, or with words after a colon.
fn list(folded: &str, ended: bool) -> Option<Furniture> {
    let head = folded.trim_end_matches([' ', ':']);
    let colon = folded.find(':').is_some_and(|at| at < 45);
    if head.chars().count() <= 45 && !head.contains([':', '«', '"', '“', ',']) && !ended {
        Some(Furniture::ListHead)
    } else {
        colon.then_some(Furniture::Link)
    }
}

/// A line of nothing but words of buttons.
fn buttons(folded: &str) -> bool {
    let mut words = 0;
    let known = |word: &str| BUTTONS.has(word) || word.chars().all(|c| !c.is_alphabetic());
    let split = folded
        .split([' ', '•', '|', '(', ')', '·', '/'])
        .filter(|word| !word.is_empty());
    split.inspect(|_| words += 1).all(known)
        && words <= 16
        && folded.chars().any(char::is_alphabetic)
}

/// A line, which has figures, of nothing but words and figures of dates; a date of an agenda, without year or hour, is a heading.
fn times(folded: &str) -> bool {
    let word = |word: &str| {
        let core = word.trim_matches([',', '.', ':', '(', ')']);
        let figures = core
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'/' | b':' | b'h' | b'-' | b'.'))
            || core
                .strip_suffix("min")
                .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
        figures || TIMES.has(core)
    };
    let mut split = folded
        .split([' ', '•', '|', '·', '–', '—'])
        .filter(|part| !part.is_empty());
    if !split.all(word) {
        return false;
    }
    let year = folded
        .split(' ')
        .any(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit()));
    let clock = credits::hour(folded).is_ok_and(|(rest, ())| rest.is_empty());
    let day = credits::date(folded).is_ok_and(|(rest, ())| rest.is_empty());
    let whole = credits::date(folded).is_ok_and(|(rest, ())| !rest.is_empty());
    clock || whole || day && (year || folded.contains('/')) || MADE.open(folded)
}

/// `Par Prénom Nom`, `Par Le Figaro et notre envoyé spécial`.
fn author(line: &str, folded: &str) -> bool {
    #[rustfmt::skip]
    const SMALL: &[&str] = &[
        "avec", "et", "à", "de", "du", "des", "la", "le", "pour", "notre", "nos", "envoyé", "envoyée", "spécial",
        "spéciale", "correspondant", "correspondante", "en", "photos", "photo", "texte", "franceinfo", "&", "•", "|", "-",
    ];
    let Some(rest) = folded
        .starts_with("par ")
        .then(|| line.get(4..).unwrap_or_default())
    else {
        return false;
    };
    let name = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c == '(')
            || SMALL.contains(&word.trim_end_matches(','))
    };
    let words = rest.split_whitespace().count();
    (1..=14).contains(&words)
        && rest.split_whitespace().all(name)
        && rest.contains(char::is_uppercase)
        && !ends_sentence(rest)
}

/// `Camille Durand.` may be signed with a full stop only when it is an initial.
fn ends_sentence(line: &str) -> bool {
    line.ends_with(['!', '?'])
        || line
            .strip_suffix('.')
            .is_some_and(|rest| !rest.ends_with(char::is_uppercase))
}

/// Initials of the desk: `str-jg/bur/eb`, `C.D.`, `G. M.`.
fn initials(line: &str, signs: LineSigns) -> bool {
    let desk = signs.has(LineSigns::SLASH)
        && line.split(['/', '-']).all(|part| {
            (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
        });
    let mut dots = line.split(['.', ' ']).filter(|part| !part.is_empty());
    let short = line.len() <= 12 && line.ends_with('.') && line.matches('.').count() >= 2;
    desk || short
        && dots.all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase))
}

/// A line that names the author of a picture and says little else; `labelled` tells whether it begins so.
fn photo(line: &str, labelled: bool) -> bool {
    let words = line.split_whitespace().count();
    let signed = line.rsplit_once('/').is_some_and(|(name, agency)| {
        credits::agency(agency).is_some() && words <= 7 && capitals(name)
            || credits::agency(name).is_some()
                && matches!(fold(agency).trim(), "archives" | "archive")
    });
    (labelled && words <= 8 || signed) && !(line.ends_with('.') && words > 5)
}

/// Tells whether every word of a name has a capital first.
pub(super) fn capitals(name: &str) -> bool {
    let mut words = name.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "de" | "du" | "Le" | "la" | "-")
        })
}

/// A path through the site: `Accueil > Football > Transferts`.
fn path(folded: &str) -> bool {
    folded.contains('>')
        && folded.split(' ').count() < 24
        && (folded.starts_with("accueil >") || folded.matches(" > ").count() >= 2)
}

#[cfg(test)]
mod tests;
