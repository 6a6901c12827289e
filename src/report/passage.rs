//! Passages: how annotations point at words of a text that may move.
//!
//! In: an [`Audited`] article and a stretch of it. Out: the words with what stands around them, an address for the article, and
//! names for annotations: in « Selon KCNA, le tir a eu lieu » the passage `KCNA` follows `Selon `.

use std::fmt::Write as _;
use std::ops::Range;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Audited;
use crate::contract::{ArticleInfo, Stretch};

/// Code points that are kept on each side.
const AROUND: usize = 32;

/// The text of an article, ready to be asked for passages.
pub(super) struct Passages<'a> {
    text: &'a str,
    /// The byte at which each code point begins, and the end.
    bytes: Vec<usize>,
}

/// A passage by its words and by its place, as the W3C model writes them.
#[derive(Serialize)]
#[serde(tag = "type")]
pub(super) enum Selector<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'a str,
        prefix: &'a str,
        suffix: &'a str,
    },
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
}

impl<'a> Passages<'a> {
    pub(super) fn new(audited: &Audited<'a>) -> Self {
        let text = audited.text;
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        Self {
            text,
            bytes: bytes.collect(),
        }
    }

    /// Points at a stretch by its words and what stands around them.
    pub(super) fn quote(&self, stretch: &Stretch) -> Selector<'a> {
        let (start, end) = (stretch.start as usize, stretch.end as usize);
        Selector::Quote {
            exact: self.slice(start, end),
            prefix: self.slice(start.saturating_sub(AROUND), start),
            suffix: self.slice(end, end + AROUND),
        }
    }

    /// Cuts the line out that a stretch begins on, with at most `before` code points before the stretch and `room` in all; gives
    /// it with the bytes of it that the stretch takes.
    pub(super) fn window(
        &self,
        stretch: &Stretch,
        before: usize,
        room: usize,
    ) -> (String, Range<usize>) {
        let (start, end) = (stretch.start as usize, stretch.end as usize);
        let lead = self.slice(start.saturating_sub(before), start);
        let lead = lead.rsplit('\n').next().unwrap_or_default();
        let length = lead.chars().count();
        let rest = self.slice(start, start + room.saturating_sub(length));
        let rest = rest.split('\n').next().unwrap_or_default();
        let whole = |point: usize| matches!(self.slice(point, point + 1), "" | "\n");
        let first = start - length;
        let cut = |there: bool| if there { "…" } else { "" };
        let head = cut(first > 0 && !whole(first - 1));
        let tail = cut(!whole(start + rest.chars().count()));
        let from = head.len() + lead.len();
        let taken = self.slice(start, end).len().min(rest.len());
        (format!("{head}{lead}{rest}{tail}"), from..from + taken)
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        let last = self.bytes.len() - 1;
        let byte = |point: usize| self.bytes.get(point.min(last)).copied().unwrap_or_default();
        self.text.get(byte(start)..byte(end)).unwrap_or_default()
    }
}

/// Gives the address of an article: its own, else its path as a relative one.
pub(super) fn address(article: &ArticleInfo) -> String {
    let path = article.path.as_deref().unwrap_or(&article.id);
    match article.url.as_deref().filter(|url| followed(url)) {
        Some(url) => url.to_owned(),
        None if article.id.starts_with(path) => encoded(&article.id),
        None => format!("{}#{}", encoded(path), encoded(&article.id)),
    }
}

/// Tells whether an address is one of the web without anything that does not belong into one.
pub(super) fn followed(url: &str) -> bool {
    let plain = |c: char| !c.is_control() && !c.is_whitespace() && !"<>\"{}|\\^`".contains(c);
    (url.starts_with("https://") || url.starts_with("http://")) && url.chars().all(plain)
}

/// Writes a path as the reference of an address.
pub(super) fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    // A colon in the first part would make a scheme of it.
    if path
        .split('/')
        .next()
        .is_some_and(|first| first.contains(':'))
    {
        out.push_str("./");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                out.push(char::from(byte));
            }
            // Writing to a string cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

/// Names something for good: a UUID of version 8 that the same words always give.
pub(super) fn name(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\u{0}").as_bytes());
    let mut bytes: Vec<u8> = digest.iter().copied().take(16).collect();
    for (at, mask, bits) in [(6, 0x0f, 0x80), (8, 0x3f, 0x80)] {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = *byte & mask | bits;
        }
    }
    let mut out = String::from("urn:uuid:");
    for (at, byte) in bytes.iter().enumerate() {
        if [4, 6, 8, 10].contains(&at) {
            out.push('-');
        }
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_paths_as_references() {
        assert_eq!(encoded("une dépêche.txt"), "une%20d%C3%A9p%C3%AAche.txt");
        assert_eq!(encoded("feed.jsonl:3"), "./feed.jsonl:3");
        assert_eq!(encoded("javascript:alert(1)"), "./javascript:alert%281%29");
    }

    #[test]
    fn cuts_a_line_around_the_words() {
        let text = "Titre\nLe préfet a dénoncé une agression contre l'État\nFin";
        let mut report = crate::report::sample::sample();
        report.findings.clear();
        let audited = Audited::new(text, report);
        let passages = Passages::new(&audited);
        let stretch = |start, end| Stretch {
            start,
            end,
            text: String::new(),
        };
        let (line, words) = passages.window(&stretch(30, 39), 8, 20);
        assert_eq!(line, "…ncé une agression co…");
        assert_eq!(line.get(words), Some("agression"));
        let (line, words) = passages.window(&stretch(6, 400), 8, 80);
        assert_eq!(
            (line.as_str(), words),
            ("Le préfet a dénoncé une agression contre l'État", 0..51)
        );
    }

    #[test]
    fn gives_the_same_name_to_the_same_words() {
        let one = name(&["a", "b"]);
        assert_eq!(one, name(&["a", "b"]));
        assert_ne!(one, name(&["ab", ""]));
        assert_eq!((one.len(), one.as_bytes()[23]), (45, b'8'), "{one}");
    }

    #[test]
    fn follows_addresses_of_the_web_only() {
        assert!(followed("https://journal.example/a?b=é"));
        for url in [
            "javascript:alert(1)",
            "https://a b",
            "data:text/html,x",
            "https://a/\"><script>",
        ] {
            assert!(!followed(url), "{url}");
        }
    }
}
