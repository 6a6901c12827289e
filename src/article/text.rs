//! Text files: bytes to an article, or the place where they stop being text.
//!
//! In: the bytes of a file. Out: an [`Article`] whose text is what follows a byte order mark, if there is one, and is
//! else exactly what was read: « Selon KCNA,\u{a0}le tir a eu lieu vendredi. » keeps its no-break space.

use memchr::{memchr, memchr_iter};

use super::{Article, Limits};
use crate::error::Error;

/// The byte order mark that some editors put before UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

impl Article {
    /// Builds an article from text that is already decoded.
    #[must_use]
    pub fn from_text(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            ..Self::default()
        }
    }

    /// Reads a text file, known under `name`.
    ///
    /// # Errors
    ///
    /// [`Error::Input`] when the bytes are empty, over the limit, binary, or not UTF-8; the message gives the byte offset
    /// from the start of the file and the line, from 1.
    pub fn from_bytes(
        name: &str,
        bytes: impl Into<Vec<u8>>,
        limits: &Limits,
    ) -> Result<Self, Error> {
        let mut bytes = bytes.into();
        over_limit(name, bytes.len(), limits)?;
        check_binary(name, &bytes)?;
        let mark = if bytes.starts_with(MARK) {
            MARK.len()
        } else {
            0
        };
        bytes.drain(..mark);
        let text = String::from_utf8(bytes).map_err(|error| {
            let place = error.utf8_error().valid_up_to();
            not_utf8(name, error.as_bytes(), place, mark)
        })?;
        if text.trim().is_empty() {
            return Err(empty(name));
        }
        Ok(Self {
            path: Some(name.to_owned()),
            ..Self::from_text(name, text)
        })
    }
}

/// Fails when `found` bytes of text are more than an article may have.
pub(super) fn over_limit(name: &str, found: usize, limits: &Limits) -> Result<(), Error> {
    if found <= limits.article_bytes {
        return Ok(());
    }
    Err(Error::Input {
        name: name.to_owned(),
        problem: format!(
            "the article is too long: expected at most {} bytes, found more",
            limits.article_bytes
        ),
        help: "split it, or give one article a line as JSON Lines".to_owned(),
    })
}

/// Says that there is nothing to read.
pub(super) fn empty(name: &str) -> Error {
    Error::Input {
        name: name.to_owned(),
        problem: "expected an article, found no text".to_owned(),
        help: "check that the download or the export has ended".to_owned(),
    }
}

/// Fails on bytes that no text has: a null byte, or the mark of UTF-16.
fn check_binary(name: &str, bytes: &[u8]) -> Result<(), Error> {
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let Some(place) = memchr(0, bytes).or(wide.then_some(0)) else {
        return Ok(());
    };
    let (problem, help) = if wide {
        (
            "expected UTF-8, found UTF-16".to_owned(),
            "convert it: `iconv -f UTF-16 -t UTF-8`",
        )
    } else {
        let problem = format!("expected text, found binary data: byte {place} is zero");
        (
            problem,
            "give a `.txt`, `.md` or `.jsonl` file; other formats come later",
        )
    };
    Err(Error::Input {
        name: name.to_owned(),
        problem,
        help: help.to_owned(),
    })
}

/// Says where bytes stop being UTF-8; `mark` bytes stood before them in the file.
pub(super) fn not_utf8(name: &str, bytes: &[u8], place: usize, mark: usize) -> Error {
    let line = memchr_iter(b'\n', bytes.get(..place).unwrap_or_default()).count() + 1;
    let found = bytes.get(place).copied().unwrap_or_default();
    Error::Input {
        name: name.to_owned(),
        problem: format!(
            "expected UTF-8, found the byte 0x{found:02X} at byte {}, line {line}",
            place + mark
        ),
        help: "other charsets come later; until then convert it: `iconv -f WINDOWS-1252 -t UTF-8`"
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Article, Error> {
        Article::from_bytes("a.txt", bytes, &Limits::default())
    }

    #[test]
    fn skips_a_byte_order_mark_and_keeps_the_rest() {
        let article = read("\u{feff}« Oui »,\u{a0}dit-elle.\r\n".as_bytes()).map(|a| a.text);
        assert_eq!(article.as_deref(), Ok("« Oui »,\u{a0}dit-elle.\r\n"));
    }

    #[test]
    fn tells_the_byte_and_the_line_of_a_broken_letter() {
        let error = read(b"Paris\nl'\xe9t\xe9").map_err(|e| e.to_string());
        let message = error.err().unwrap_or_default();
        assert!(message.contains("byte 0xE9 at byte 8, line 2"), "{message}");
        assert!(message.contains("help:"), "{message}");
    }

    #[test]
    fn refuses_what_holds_no_text() {
        assert!(read(b"").is_err());
        assert!(read(b" \n\xc2\xa0\n").is_err());
        assert!(read(b"abc\0def").is_err());
        assert!(read(b"\xff\xfea\0").is_err());
        assert!(read(b"a").is_ok());
    }

    #[test]
    fn refuses_an_article_over_the_limit() {
        let limits = Limits {
            article_bytes: 4,
            ..Limits::default()
        };
        assert!(Article::from_bytes("a", "12345", &limits).is_err());
        assert!(Article::from_bytes("a", "1234", &limits).is_ok());
    }
}
