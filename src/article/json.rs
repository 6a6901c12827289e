//! JSON Lines: one object a line to an article.
//!
//! In: a line such as `{"id": 7, "text": "Selon KCNA, le tir a eu lieu vendredi.", "outlet": "Le Journal"}`. Out: an
//! [`Article`]; fields that it does not know are passed over, and a broken line is told with its file and number.

use std::borrow::Cow;
use std::str::from_utf8;

use serde::Deserialize;

use super::text::{empty, not_utf8, over_limit};
use super::{Article, Limits};
use crate::error::Error;

/// The fields that are read; strings without escapes are borrowed from the line.
#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow, default)]
    id: Option<Id<'a>>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    title: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    outlet: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    url: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    published: Option<Cow<'a, str>>,
}

/// An identifier: databases give numbers, feeds give strings.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id<'a> {
    Text(#[serde(borrow)] Cow<'a, str>),
    Number(serde_json::Number),
}

impl Article {
    /// Reads one line of JSON Lines; `name` is the file as given and `line` the number of the line, from 1.
    ///
    /// # Errors
    ///
    /// [`Error::Input`] with the file, the line and the column, in bytes from 1, when the line is too long, not UTF-8,
    /// no JSON object, has no `text`, or has one that is empty, over the limit or holds a null character.
    pub fn from_json(
        name: &str,
        line: usize,
        bytes: &[u8],
        limits: &Limits,
    ) -> Result<Self, Error> {
        let place = || format!("{name}:{line}");
        if bytes.len() > limits.line_bytes {
            return Err(long_line(name, line, limits));
        }
        let json = simdutf8::compat::from_utf8(bytes)
            .map_err(|error| not_utf8(&place(), bytes, error.valid_up_to(), 0))?;
        let row: Row<'_> = serde_json::from_str(json).map_err(|e| broken(&place(), &e))?;
        if row.text.len() > limits.article_bytes {
            over_limit(&place(), row.text.len(), limits)?;
        }
        if row.text.trim_start().is_empty() {
            return Err(empty(&place()));
        }
        if memchr::memchr(0, row.text.as_bytes()).is_some() {
            return Err(null(&place()));
        }
        Ok(row.into_article(name, line))
    }
}

impl Row<'_> {
    fn into_article(self, name: &str, line: usize) -> Article {
        let id = match self.id {
            Some(Id::Text(id)) => id.into_owned(),
            Some(Id::Number(id)) => id.to_string(),
            None => format!("{name}:{line}"),
        };
        let owned = |field: Option<Cow<'_, str>>| {
            field
                .filter(|words| !words.trim().is_empty())
                .map(Cow::into_owned)
        };
        Article {
            id,
            path: Some(name.to_owned()),
            title: owned(self.title),
            outlet: owned(self.outlet),
            url: owned(self.url),
            published: self.published.as_deref().and_then(day),
            text: self.text.into_owned(),
        }
    }
}

/// Says that line `line` is longer than a line may be.
fn long_line(name: &str, line: usize, limits: &Limits) -> Error {
    Error::Input {
        name: format!("{name}:{line}"),
        problem: format!(
            "the line is too long: expected at most {} bytes",
            limits.line_bytes
        ),
        help: "JSON Lines has one article a line; check the line breaks".to_owned(),
    }
}

/// Says what a line lacks to be an article.
fn broken(name: &str, error: &serde_json::Error) -> Error {
    let message = error.to_string();
    let reason = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(reason, _)| reason);
    Error::Input {
        name: name.to_owned(),
        problem: format!("the line is no article: {reason} (column {})", error.column()),
        help: "a line looks like `{\"id\": \"a1\", \"text\": \"…\"}`; `title`, `outlet`, `url` and `published` may follow"
            .to_owned(),
    }
}

/// Says that a text holds a character that no text has.
fn null(name: &str) -> Error {
    Error::Input {
        name: name.to_owned(),
        problem: "expected text, found a null character in `text`".to_owned(),
        help: "the field holds binary data; export the article as text".to_owned(),
    }
}

/// Gives the day of a date as `YYYY-MM-DD`; what is neither ISO 8601 nor `DD/MM/YYYY` is left out.
fn day(date: &str) -> Option<String> {
    let head: Vec<u8> = date.trim().bytes().take(10).collect();
    let shape = |places: [usize; 2], mark: u8| {
        let fits = |(at, byte): (usize, &u8)| {
            if places.contains(&at) {
                *byte == mark
            } else {
                byte.is_ascii_digit()
            }
        };
        head.len() == 10 && head.iter().enumerate().all(fits)
    };
    let text = from_utf8(&head).ok()?;
    if shape([4, 7], b'-') {
        return Some(text.to_owned());
    }
    let mut parts = shape([2, 5], b'/').then(|| text.split('/'))?;
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!("{year}-{month}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Article, Error> {
        Article::from_json("feed.jsonl", 7, line.as_bytes(), &Limits::default())
    }

    fn problem(line: &str) -> String {
        read(line)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn reads_the_fields_it_knows_and_passes_over_the_others() {
        let line = r#"{"id":12,"text":"« Oui »\nNon.","outlet":"Le Journal","published":"2025-08-13T10:00:00Z","tags":[{"a":1}],"title":null}"#;
        let Ok(article) = read(line) else {
            panic!("{}", problem(line))
        };
        assert_eq!(article.id, "12");
        assert_eq!(article.text, "« Oui »\nNon.");
        assert_eq!(article.outlet.as_deref(), Some("Le Journal"));
        assert_eq!(article.published.as_deref(), Some("2025-08-13"));
        assert_eq!(article.title, None);
    }

    #[test]
    fn names_an_article_without_id_by_its_place() {
        assert_eq!(
            read(r#"{"text":"Oui."}"#).map(|a| a.id).as_deref(),
            Ok("feed.jsonl:7")
        );
    }

    #[test]
    fn tells_the_file_and_the_line_of_a_broken_object() {
        for line in [
            "{\"text\": 3}",
            "{\"id\":\"a\"}",
            "{\"text\":\"a\"",
            "[1]",
            "{\"text\":\" \"}",
        ] {
            assert!(
                problem(line).contains("`feed.jsonl:7`"),
                "{line}: {}",
                problem(line)
            );
        }
        assert!(problem("{\"text\":\"a\\u0000b\"}").contains("null character"));
        assert!(problem("{\"id\":\"a\"}").contains("missing field `text`"));
    }

    #[test]
    fn reads_french_and_iso_dates() {
        assert_eq!(day("13/08/2025 10:00").as_deref(), Some("2025-08-13"));
        assert_eq!(day("2025-08-13").as_deref(), Some("2025-08-13"));
        assert_eq!(day("hier"), None);
    }
}
