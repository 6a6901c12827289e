//! Zones: where in the article a paragraph stands.
//!
//! In: lines that know whether they are furniture. Out: headline, standfirst, lead, body and captions, and which short
//! lines are headings: « Le ticket de tram passe mal » before « Publié le 2 septembre » is the headline of what follows.

use memchr::{memchr_iter, memchr3_iter};

use super::furniture::{Furniture, capitals, fold};
use super::{Line, Opening, ended, quoted, shorter};
use crate::contract::Zone;

/// Longest headline, in code points.
const HEADLINE: usize = 200;
/// Longest paragraph of a standfirst, in code points, when a by-line follows it.
const STANDFIRST: usize = 420;
/// Longest caption, in code points.
const CAPTION: usize = 260;
/// Longest heading between paragraphs, in code points.
const HEADING: usize = 90;

/// Gives every line its zone.
pub(super) fn assign(text: &str, lines: &mut [Line]) {
    let first = lines.iter().position(|line| line.furniture.is_none());
    let Some(first) = first else { return };
    let titled = headline(text, lines, first);
    if titled {
        lines[first].zone = Zone::Headline;
    }
    captions(text, lines);
    let body = if titled {
        head(text, lines, first + 1)
    } else {
        first
    };
    for line in lines
        .iter_mut()
        .take(body)
        .skip(first + 1)
        .filter(|line| reads_on(line))
    {
        line.zone = Zone::Standfirst;
    }
    headings(text, lines, body);
    let lead = lines
        .iter()
        .skip(body)
        .position(|line| reads_on(line) && !line.heading);
    if let Some(line) = lead.and_then(|at| lines.get_mut(body + at)) {
        line.zone = Zone::Lead;
    }
    signature(text, lines);
}

/// Tells whether a line is running text that has no zone of its own yet.
fn reads_on(line: &Line) -> bool {
    line.furniture.is_none() && line.zone == Zone::Body
}

/// A headline is short, has no full stop and no dateline, and something follows it; a page that prints its title twice
/// may end it with a full stop.
fn headline(text: &str, lines: &[Line], first: usize) -> bool {
    let words = lines[first].span.of(text);
    let follows = lines
        .iter()
        .skip(first + 1)
        .any(|line| line.furniture.is_none());
    let dated = lines[first].dateline == Opening::Dateline;
    let again = || {
        lines
            .iter()
            .skip(first + 1)
            .take(3)
            .any(|line| line.span.of(text) == words)
    };
    let open = !words.ends_with('.') || words.ends_with("..");
    follows && shorter(words, HEADLINE) && !dated && (open || again())
}

/// Finds the first line of the body: after the last by-line among the short paragraphs under the headline, at a dateline,
/// else after a paragraph that is short beside the one that follows it.
fn head(text: &str, lines: &mut [Line], from: usize) -> usize {
    let (mut at, mut body, mut short) = (from, from, 0);
    while at < lines.len() {
        let words = lines[at].span.of(text);
        if signs(text, lines, at) {
            lines[at].furniture = Some(Furniture::ByLine);
        }
        let line = lines[at];
        let sets_off = matches!(line.furniture, Some(Furniture::ByLine | Furniture::Credit));
        if sets_off || line.zone == Zone::Caption {
            body = at + 1;
        } else if line.furniture.is_none() {
            short += 1;
            let dated = line.dateline == Opening::Dateline;
            if dated {
                body = at;
            }
            if short > 2 || dated || !shorter(words, STANDFIRST) {
                break;
            }
        }
        at += 1;
    }
    if body == from {
        lone(text, lines, from)
    } else {
        body
    }
}

/// Without a by-line, the first paragraph is a standfirst when it is short and the next two are longer.
fn lone(text: &str, lines: &[Line], from: usize) -> usize {
    let paragraphs: Vec<usize> = (from..lines.len())
        .filter(|at| reads_on(&lines[*at]))
        .take(3)
        .collect();
    let len = |at: &usize| lines[*at].span.len();
    match paragraphs.as_slice() {
        [first, rest @ ..]
            if rest.len() == 2
                && shorter(lines[*first].span.of(text), 190)
                && (ended(lines[*first].span.of(text))
                    || !shorter(lines[*first].span.of(text), HEADING))
                && lines[*first].dateline != Opening::Dateline
                && rest.iter().all(|at| len(at) > len(first)) =>
        {
            first + 1
        }
        _ => from,
    }
}

/// A name alone under a headline signs the article; a single word only beside another line (`Ouest-France`).
fn signs(text: &str, lines: &[Line], at: usize) -> bool {
    let words = lines[at].span.of(text);
    let beside = lines.get(at + 1).is_some_and(|next| !next.gap);
    reads_on(&lines[at])
        && name(words)
        && (words.contains(' ') || beside && !words.contains(['\'', '’']))
}

/// Tells whether a line may be a name: `Solenn QUÉMÉNEUR`, `Le Journal`.
fn name(words: &str) -> bool {
    shorter(words, 40)
        && (1..=4).contains(&words.split_whitespace().count())
        && capitals(words)
        && !ended(words)
        && !quoted(words)
        && words
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '\u{a0}' | '.'))
}

/// A name alone at the end signs the article too, under at least two paragraphs.
fn signature(text: &str, lines: &mut [Line]) {
    let paragraphs = lines.iter().filter(|line| reads_on(line)).count();
    let last = lines.iter_mut().rev().find(|line| line.furniture.is_none());
    if let Some(line) = last.filter(|line| paragraphs >= 2 && line.zone == Zone::Body) {
        let words = line.span.of(text);
        if name(words) && (2..=3).contains(&words.split_whitespace().count()) {
            line.furniture = Some(Furniture::ByLine);
        }
    }
}

/// A caption is a short line that names a picture, or stands directly beside the name of its author.
fn captions(text: &str, lines: &mut [Line]) {
    let photo =
        |line: Option<&Line>| line.is_some_and(|line| line.furniture == Some(Furniture::Photo));
    for at in 0..lines.len() {
        let words = lines[at].span.of(text);
        // No line of so many bytes is short; the others are counted when they may be captions.
        let long = words.len() >= 2 * CAPTION;
        if long || lines[at].furniture.is_some() || lines[at].zone != Zone::Body {
            continue;
        }
        let after = at > 0 && photo(lines.get(at - 1)) && !lines[at].gap;
        let before = photo(lines.get(at + 1)) && lines.get(at + 1).is_some_and(|next| !next.gap);
        if (after || before || pictured(words)) && shorter(words, CAPTION) {
            lines[at].zone = Zone::Caption;
        }
    }
}

/// Tells whether the end of a line names a picture: `(photo d'illustration).`, `© Jean Dupont`, `| ARCHIVES LE JOURNAL`,
/// `le 2 mai - Icon Sport`.
fn pictured(words: &str) -> bool {
    // `photo` and `légende`: the articles, with which most lines begin, are no reason to fold.
    let starts = matches!(
        words.as_bytes(),
        [b'P' | b'p', b'h' | b'H', ..] | [b'L' | b'l', 0xC3, ..]
    ) && labelled(&fold(words));
    let last = words.bytes().rfind(|b| !matches!(b, b'.' | b' '));
    let bracketed = last == Some(b')')
        && words.rsplit_once('(').is_some_and(|(before, inside)| {
            before.len() > 10 && shorter(inside, 60) && labelled(&fold(inside))
        });
    starts && !shorter(words, 20) || bracketed || copyright(words) || !ended(words) && barred(words)
}

/// Tells whether the line ends with the sign of copyright and a name.
fn copyright(words: &str) -> bool {
    // The first byte of © is rare, its last one is that of `é`.
    let sign = |at: &usize| words.as_bytes().get(at + 1) == Some(&0xA9);
    let last = memchr_iter(0xC2, words.as_bytes()).rev().find(sign);
    last.and_then(|at| words.get(at + 2..))
        .is_some_and(|name| shorter(name, 40))
}

/// Tells whether the line ends with a name behind a bar or a dash: `Une rame, lundi à Vernay | ARCHIVES LE JOURNAL`.
fn barred(words: &str) -> bool {
    let bytes = words.as_bytes();
    let alone =
        |at: usize| at > 0 && bytes.get(at - 1) == Some(&b' ') && bytes.get(at + 1) == Some(&b' ');
    let named = |mark: &str| {
        words.rsplit_once(mark).is_some_and(|(before, name)| {
            before.len() > 30 && before.contains(',') && shorter(name, 40) && capitals(name)
        })
    };
    memchr3_iter(b'|', b'-', b'/', bytes).any(alone) && [" | ", " - ", " / "].into_iter().any(named)
}

/// Tells whether words about a picture open a line or what stands between brackets.
fn labelled(folded: &str) -> bool {
    let known = [
        "photo",
        "crédit",
        "illustration",
        "archives",
        "capture",
        "légende :",
    ];
    known.iter().any(|label| folded.starts_with(label)) && !folded.contains("à l'appui")
}

/// A heading is a short line of the body without final punctuation and quotation, before a paragraph.
fn headings(text: &str, lines: &mut [Line], body: usize) {
    for at in body..lines.len() {
        let words = lines[at].span.of(text);
        let plain = shorter(words, HEADING) && !ended(words) && !quoted(words) && !dashed(words);
        if at == 0 || !plain || !reads_on(&lines[at]) {
            continue;
        }
        let next = lines
            .iter()
            .skip(at + 1)
            .find(|line| line.furniture.is_none());
        lines[at].heading = next.is_some_and(|next| {
            let next = next.span.of(text);
            ended(next) || !shorter(next, HEADING) || !shorter(next, words.chars().count())
        });
    }
}

/// Tells whether a dash or a bullet opens the line: a turn of a dialogue or an item, never a heading.
fn dashed(words: &str) -> bool {
    words.starts_with(['-', '–', '—', '•', '*'])
}
