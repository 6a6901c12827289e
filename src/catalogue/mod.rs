//! The catalogue: everything that a desk reads, in French and in English.
//!
//! In: a language, a key such as `report.source` (the file, then the row) and the words that fill its `{placeholders}`. Out: a
//! sentence: « propos sans source » or its English counterpart. Codes, keys of JSON and commands are not in it: they are English.
//! A file is parsed when the first of its rows is asked for, so that a run that shows none of them pays nothing.

mod lang;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

pub use lang::Lang;

/// One row: the same words in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    en: String,
    fr: String,
}

impl Row {
    fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

type Rows = BTreeMap<String, Row>;

/// One file of the catalogue.
struct Area {
    name: &'static str,
    rows: LazyLock<Rows, fn() -> Rows>,
}

/// Lists the files; a new one is one more name here.
macro_rules! areas {
    ($($name:literal),* $(,)?) => {
        static AREAS: [Area; [$($name),*].len()] = [$(Area {
            name: $name,
            rows: LazyLock::new(|| parsed($name, include_str!(concat!($name, ".toml")))),
        }),*];
    };
}

areas![
    "rules",
    "pages",
    "report",
    "html",
    "formats",
    "constructions",
    "countries"
];

/// The tests parse every file, so that a broken one never leaves the workshop.
fn parsed(name: &str, text: &str) -> Rows {
    let rows = toml::from_str(text);
    debug_assert!(rows.is_ok(), "`{name}.toml`: {rows:?}");
    rows.unwrap_or_default()
}

fn row(key: &str) -> Option<&'static Row> {
    let (area, key) = key.split_once('.')?;
    AREAS.iter().find(|a| a.name == area)?.rows.get(key)
}

/// Gives the words of a key (`report.source`); the key itself when no row has it.
#[must_use]
pub fn say(lang: Lang, key: &'static str) -> &'static str {
    let found = row(key);
    debug_assert!(found.is_some(), "`{key}` is not in the catalogue");
    found.map_or(key, |row| row.words(lang))
}

/// Gives the words of a key that is put together at run time; none when no row has it.
#[must_use]
pub fn find(lang: Lang, key: &str) -> Option<&'static str> {
    row(key).map(|row| row.words(lang))
}

/// Gives the words of a key with its placeholders filled.
#[must_use]
pub fn fill(lang: Lang, key: &'static str, with: &[(&str, &str)]) -> String {
    filled(say(lang, key), with)
}

/// Puts words into the `{placeholders}` of a template, once: braces in the words stay as they are.
#[must_use]
pub fn filled(template: &str, with: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 40);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match with.iter().find(|(n, _)| *n == name) {
            Some((_, words)) => out.push_str(words),
            None => out.extend(["{", name, "}"]),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Gives the words for a count: the row `key-one` for one (and in French for none), the row `key-many` else, `{count}` filled.
#[must_use]
pub fn count(lang: Lang, key: &str, number: usize) -> String {
    let one = number == 1 || number == 0 && lang == Lang::Fr;
    let whole = format!("{key}-{}", if one { "one" } else { "many" });
    let found = find(lang, &whole);
    debug_assert!(found.is_some(), "`{whole}` is not in the catalogue");
    filled(found.unwrap_or(key), &[("count", &number.to_string())])
}

#[cfg(test)]
mod tests;
