//! Blocks: lines to paragraphs that know their zone and what they are for.
//!
//! In: the text of an article. Out: its [`Layout`]. A line is a block, lines of a hard-wrapped text are joined, page
//! furniture is set apart: « Par Thaïs Loubeyre » is passed over, « Le ticket passe mal » above it is the headline.

mod adverts;
mod furniture;
mod join;
mod signs;
mod words;
mod zones;

use furniture::{Furniture, furniture};
use memchr::{memchr2_iter, memchr3_iter};

use super::{Article, Block, BlockKind, Layout, credits};
use crate::contract::Zone;
use crate::span::Span;

/// Longest item of a list of links, in code points.
const ITEM: usize = 140;

/// One line, later one paragraph, while its purpose is found.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// A blank line stands before it.
    gap: bool,
    furniture: Option<Furniture>,
    zone: Zone,
    heading: bool,
    dateline: Opening,
}

/// Whether a dateline opens a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Opening {
    /// None does.
    #[default]
    Words,
    /// One of nothing but a place, which may as well be a speaker's.
    Place,
    /// One with a date, an hour or an agency.
    Dateline,
}

impl Article {
    /// Cuts the text into blocks, finds its credits and the datelines at the start of blocks; linear in the text.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let text = self.text.as_str();
        let mut lines = lines(text);
        adverts::set_apart(text, &mut lines);
        lists(text, &mut lines);
        tail(text, &mut lines);
        let mut lines = join::joined(text, lines);
        datelines(text, &mut lines);
        zones::assign(text, &mut lines);
        finish(text, lines)
    }
}

/// Gives the lines that are not blank, without white space around them.
fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::with_capacity(8 + text.len() / 128);
    let (mut start, mut gap) = (0, false);
    for end in memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]) {
        let line = Span::new(start as u32, end as u32);
        let span = trimmed(text, line);
        if span.is_empty() {
            // A line break of two characters is no blank line.
            gap |= !(line.is_empty()
                && start > 0
                && text.as_bytes().get(start - 1..=start) == Some(b"\r\n"));
        } else {
            found.push(Line {
                span,
                gap,
                furniture: furniture(span.of(text)),
                zone: Zone::Body,
                heading: false,
                dateline: Opening::Words,
            });
            gap = false;
        }
        start = end + 1;
    }
    found
}

/// Takes the white space around a line away.
fn trimmed(text: &str, line: Span) -> Span {
    let bytes = text.as_bytes().get(line.start as usize..line.end as usize);
    match bytes {
        None | Some([]) => line,
        // Most lines begin and end with a sign of ASCII.
        Some([first, .., last]) if first.is_ascii_graphic() && last.is_ascii_graphic() => line,
        _ => {
            let words = line.of(text);
            let start = line.end - words.trim_start().len() as u32;
            Span::new(start, start + words.trim().len() as u32)
        }
    }
}

/// Finds the lines that a dateline opens.
fn datelines(text: &str, lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|line| line.furniture.is_none()) {
        line.dateline = match credits::dateline(line.span.of(text)) {
            None => Opening::Words,
            Some(found) if found.bare => Opening::Place,
            Some(_) => Opening::Dateline,
        };
    }
}

/// Sets apart the items of the lists that `Lire aussi` and its like open.
fn lists(text: &str, lines: &mut [Line]) {
    let head = |line: &Line| line.furniture == Some(Furniture::ListHead);
    let first = lines.iter().position(head).unwrap_or(lines.len());
    let mut inside = false;
    for at in first..lines.len() {
        let words = lines[at].span.of(text);
        if lines[at].furniture == Some(Furniture::ListHead) {
            inside = true;
        } else if lines[at].furniture.is_none() && inside {
            let next = lines.get(at + 1).map_or("", |line| line.span.of(text));
            let heads = lines[at].gap && !shorter(next, ITEM);
            inside = item(words) && !heads;
            if inside {
                lines[at].furniture = Some(Furniture::Link);
            }
        }
    }
}

/// Tells whether `words` look like an item of a list of links.
fn item(words: &str) -> bool {
    let bullet = words.starts_with(['•', '-', '>', '→', '*']);
    shorter(words, ITEM) && (bullet || !words.ends_with('.'))
}

/// Sets apart three or more short lines without final punctuation that end the text.
fn tail(text: &str, lines: &mut [Line]) {
    let loose = |line: &Line| {
        let words = line.span.of(text);
        line.furniture.is_some() || shorter(words, 110) && !ended(words) && !quoted(words)
    };
    let from = lines
        .iter()
        .rposition(|line| !loose(line))
        .map_or(lines.len(), |last| last + 1);
    let Some(last) = lines.get_mut(from..) else {
        return;
    };
    if last.iter().filter(|line| line.furniture.is_none()).count() >= 3 {
        last.iter_mut()
            .filter(|line| line.furniture.is_none())
            .for_each(|line| line.furniture = Some(Furniture::Link));
    }
}

/// Tells whether `words` have fewer than `count` code points; words of twice as many bytes never have in Latin script.
fn shorter(words: &str, count: usize) -> bool {
    words.len() < count || words.len() < 2 * count && words.chars().nth(count - 1).is_none()
}

/// Tells whether the last character ends a sentence, a quotation or an introduction.
fn ended(words: &str) -> bool {
    match words.as_bytes().last() {
        Some(b'.' | b'!' | b'?' | b':' | b';' | b'"') => true,
        Some(last) if last.is_ascii_alphanumeric() => false,
        _ => ended_behind(words),
    }
}

/// Tells the same of a line whose last character is none of ASCII, or closes a bracket.
fn ended_behind(words: &str) -> bool {
    words
        .trim_end_matches(['»', '"', '”', ')', '\u{a0}', '\u{202f}', ' '])
        .ends_with(['.', '!', '?', '…', ':', ';'])
        || words.ends_with(['»', '”', '"'])
}

/// Tells whether the line holds a quotation mark.
fn quoted(words: &str) -> bool {
    let bytes = words.as_bytes();
    // The first bytes of the marks are those of few other signs.
    memchr3_iter(b'"', 0xC2, 0xE2, bytes).any(|at| {
        matches!(
            bytes.get(at..).unwrap_or_default(),
            [b'"', ..] | [0xC2, 0xAB | 0xBB, ..] | [0xE2, 0x80, 0x9C..=0x9E | 0xB9, ..]
        )
    })
}

/// Puts the layout together: blocks, datelines, credits.
fn finish(text: &str, lines: Vec<Line>) -> Layout {
    let mut layout = Layout {
        blocks: Vec::with_capacity(lines.len()),
        ..Layout::default()
    };
    let mut credits = Vec::new();
    let mut opening = true;
    for line in lines {
        let words = line.span.of(text);
        let mut span = line.span;
        if line.furniture.is_some() {
            credits.extend(credits::credit_line(words).unwrap_or_default());
        } else {
            if let Some((len, ids)) = credits::trailing(words) {
                span.end = span.start + len as u32;
                credits.extend(ids);
            }
            let bare = || opening && line.zone != Zone::Headline && !line.heading;
            if (line.dateline == Opening::Dateline || line.dateline == Opening::Place && bare())
                && let Some(found) = credits::dateline(words)
            {
                credits.extend(found.credits);
                layout
                    .datelines
                    .push((layout.blocks.len(), found.len as u32));
            }
            opening &= matches!(line.zone, Zone::Headline | Zone::Standfirst | Zone::Caption);
        }
        layout.blocks.push(Block {
            span,
            zone: line.zone,
            kind: kind(&line),
        });
    }
    credits.sort_unstable();
    credits.dedup();
    layout.credits = credits.into_iter().map(str::to_owned).collect();
    layout
}

fn kind(line: &Line) -> BlockKind {
    match line.furniture {
        Some(_) => BlockKind::Furniture,
        None if line.heading => BlockKind::Heading,
        None => BlockKind::Prose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let layout = Article::from_text("a", text).layout();
        let mut lines: Vec<_> = layout
            .blocks
            .iter()
            .map(|block| {
                let words = block.span.of(text);
                let start: String = words.chars().take(12).collect();
                format!("{:?} {:?} {start}", block.kind, block.zone)
            })
            .collect();
        lines.extend(
            layout
                .datelines
                .iter()
                .map(|(block, len)| format!("dateline {block} {len}")),
        );
        lines.extend(layout.credits.iter().map(|id| format!("credit {id}")));
        lines
    }

    const PARAGRAPH: &str = "Les marins qui assurent la liaison avec la Casamance ont cessé le travail mercredi, et la compagnie, qui dit \
        perdre dix millions de francs par jour, demande au gouvernement d'intervenir avant la fin de la semaine dans le port.";

    #[test]
    fn finds_the_parts_of_a_dispatch() {
        let text = format!(
            "Les marins en grève\n\nDAKAR, 12 mars (AFP) - {PARAGRAPH}\n\nLe port attend\n\n{PARAGRAPH}\n\nmnd-sb/fal\n"
        );
        assert_eq!(
            shown(&text),
            [
                "Prose Headline Les marins e",
                "Prose Lead DAKAR, 12 ma",
                "Heading Body Le port atte",
                "Prose Body Les marins q",
                "Furniture Body mnd-sb/fal",
                "dateline 1 23",
                "credit afp",
            ]
        );
    }

    #[test]
    fn finds_the_parts_of_a_page() {
        let text = format!(
            "Le ticket passe mal\r\n\r\nLa hausse divise la ville.\r\n\r\nPar Thaïs Loubeyre\r\n\r\nPHOTO LÉO MARCHAIS\r\nUne rame, mardi matin.\r\n\r\n{PARAGRAPH} (AFP)\r\n\r\nÀ lire aussi\r\n• La ligne C attendra\r\n"
        );
        assert_eq!(
            shown(&text),
            [
                "Prose Headline Le ticket pa",
                "Prose Standfirst La hausse di",
                "Furniture Body Par Thaïs Lo",
                "Furniture Body PHOTO LÉO MA",
                "Prose Caption Une rame, ma",
                "Prose Lead Les marins q",
                "Furniture Body À lire aussi",
                "Furniture Body • La ligne C",
                "credit afp",
            ]
        );
    }

    #[test]
    fn joins_hard_wrapped_lines() {
        let wrapped = PARAGRAPH
            .split(' ')
            .fold((String::new(), 0), |(mut text, width), word| {
                let fits = width + word.chars().count() < 72;
                text.push(if fits { ' ' } else { '\n' });
                text.push_str(word);
                (
                    text,
                    if fits {
                        width + word.chars().count() + 1
                    } else {
                        word.chars().count()
                    },
                )
            });
        let text = format!("Titre\n\n{}\n\n{}", wrapped.0.trim(), wrapped.0.trim());
        assert_eq!(shown(&text).len(), 3, "{:?}", shown(&text));
    }

    #[test]
    fn keeps_a_button_glued_to_a_paragraph_out_of_it() {
        let text = format!(
            "{PARAGRAPH}\n🚀 Annonces de nos partenaires !\nCommandez Maintenant{PARAGRAPH}"
        );
        assert_eq!(
            shown(&text),
            [
                "Prose Lead Les marins q",
                "Furniture Body 🚀 Annonces d",
                "Furniture Body Commandez Ma",
                "Prose Body Les marins q"
            ]
        );
    }

    #[test]
    fn reads_nothing_in_nothing() {
        assert_eq!(shown(" \n\n"), Vec::<String>::new());
        assert_eq!(shown("Oui"), ["Prose Lead Oui"]);
    }
}
