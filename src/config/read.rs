//! From text to a [`Config`]: what is written wrong is told with its place, and the nearest word that would be right.
//!
//! In: the text of `selon.toml`. Out: a [`Config`], or an [`Error::Config`]: for `selct = ["SRC"]`, which was to find
//! « On tient bon » without a speaker, it asks whether `select` was meant.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::codes::{known, words};
use super::{Config, FILE, Root};
use crate::Error;
use crate::distance::nearest;

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Input`] when the file cannot be read, [`Error::Config`] when something in it is not understood.
    pub fn from_file(file: &Path) -> Result<Self, Error> {
        let name = file.to_string_lossy();
        let text = fs::read_to_string(file).map_err(|error| Error::Input {
            name: name.clone().into_owned(),
            problem: format!("the configuration could not be read: {error}"),
            help: "check the path and the permissions".to_owned(),
        })?;
        let mut config = Self::from_text(&name, &text)?;
        config.root = Root::beside(file);
        config.file = Some(file.to_owned());
        Ok(config)
    }

    /// Reads the text of a file; `name` is for errors.
    ///
    /// # Errors
    /// [`Error::Config`] with file, line and key when something in it is not understood.
    pub fn from_text(name: &str, text: &str) -> Result<Self, Error> {
        let mut config: Self = toml::from_str(text).map_err(|error| broken(name, text, &error))?;
        for (code, span) in config.codes() {
            if !known(code) {
                return Err(unknown_code(name, text, code, span));
            }
        }
        for one in &mut config.suppress {
            one.line = line(text, one.fingerprint.span().start);
            if one.reason.get_ref().trim().is_empty() {
                return Err(no_reason(name, text, one.reason.span()));
            }
        }
        Ok(Self {
            root: Root::here(),
            ..config
        })
    }

    /// Looks for the file in the working directory and the folders that it lies in.
    #[must_use]
    pub fn found() -> Option<PathBuf> {
        let here = std::path::absolute(".").ok()?;
        let folder = here
            .ancestors()
            .find(|folder| folder.join(FILE).is_file())?;
        // In the working directory itself the short name is clearer.
        let near = folder == here;
        Some(if near { FILE.into() } else { folder.join(FILE) })
    }

    fn codes(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        let lists = self.select.iter().chain(&self.ignore);
        let paths = self.per_path_ignores.values().flatten();
        lists
            .chain(self.levels.keys())
            .chain(paths)
            .map(|code: &Spanned<String>| (code.get_ref().as_str(), code.span()))
    }
}

/// Tells about a code on the command line that no rule has.
///
/// # Errors
/// [`Error::Input`] that names the nearest code.
#[cfg(feature = "cli")]
pub(crate) fn checked(code: &str) -> Result<String, String> {
    if known(code) {
        return Ok(code.to_owned());
    }
    Err(hint(code, words()).map_or_else(
        || "no code begins like this".to_owned(),
        |hint| format!("no code begins like this; {hint}"),
    ))
}

fn unknown_code(name: &str, text: &str, code: &str, span: Range<usize>) -> Error {
    Error::Config {
        file: name.to_owned(),
        line: line(text, span.start),
        key: code.to_owned(),
        problem: "expected a code, or the beginning of codes, found none of this name".to_owned(),
        help: hint(code, words())
            .unwrap_or_else(|| "codes look like `SRC001`, their beginnings like `SRC`".to_owned()),
    }
}

fn no_reason(name: &str, text: &str, span: Range<usize>) -> Error {
    Error::Config {
        file: name.to_owned(),
        line: line(text, span.start),
        key: "reason".to_owned(),
        problem: "expected words, found none".to_owned(),
        help: "say why the remark is set aside, for those who read this file later".to_owned(),
    }
}

/// Puts an error of the TOML reader into words with a place.
fn broken(name: &str, text: &str, error: &toml::de::Error) -> Error {
    let span = error.span().unwrap_or_default();
    let message = error.message().trim();
    let mut quoted = message.split('`').skip(1).step_by(2);
    let field = message.starts_with("unknown field");
    let unknown = field || message.starts_with("unknown variant");
    let found = if unknown { quoted.next() } else { None };
    let help = found.and_then(|word| hint(word, quoted));
    Error::Config {
        file: name.to_owned(),
        line: line(text, span.start),
        key: found
            .filter(|_| field)
            .map_or_else(|| key(text, &span), str::to_owned),
        problem: if field {
            "expected a key of the configuration, found none of this name".to_owned()
        } else {
            message.lines().collect::<Vec<_>>().join("; ")
        },
        help: help.unwrap_or_else(|| "`selon schema config` prints what may stand here".to_owned()),
    }
}

fn hint<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = nearest(word, known, 3);
    let quoted: Vec<_> = near.iter().map(|name| format!("`{name}`")).collect();
    (!quoted.is_empty()).then(|| format!("did you mean {}?", quoted.join(", ")))
}

fn line(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before.split(|byte| *byte == b'\n').count()
}

/// Gives the key that the line of the span begins with, when it has one.
fn key(text: &str, span: &Range<usize>) -> String {
    let line = text
        .lines()
        .nth(line(text, span.start) - 1)
        .unwrap_or_default();
    let (key, _) = line.split_once('=').unwrap_or_default();
    key.trim().trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match Config::from_text("selon.toml", text) {
            Ok(config) => format!("{config:?}"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn reads_every_key() {
        let text = "profile = \"desk\"\nselect = [\"SRC\"]\nignore = [\"SRC002\"]\nfail-on = \"note\"\nlexicon = [\"mots.toml\"]\n\
            [levels]\nTRA001 = \"check\"\n[per-path-ignores]\n\"archives/**\" = [\"CRD\"]\n[outlets]\n\"journal.example\" = \"Le Journal\"\n\
            [[suppress]]\nfingerprint = \"0123456789abcdef\"\nreason = \"vu avec la source\"\n";
        let config = Config::from_text("selon.toml", text).expect("it is sound");
        assert_eq!(config.fail_on, Some(super::super::FailOn::Note));
        assert_eq!(config.suppress.len(), 1);
    }

    #[test]
    fn tells_the_line_and_the_nearest_key() {
        insta::assert_snapshot!(told("ignore = []\nselct = [\"SRC\"]\n"), @r#"
        `selon.toml`, line 2, key `selct`: expected a key of the configuration, found none of this name
          help: did you mean `select`?
        "#);
        insta::assert_snapshot!(told("profile = \"desks\"\n"), @r#"
        `selon.toml`, line 1, key `profile`: unknown variant `desks`, expected `desk` or `research`
          help: did you mean `desk`?
        "#);
        insta::assert_snapshot!(told("\n\nselect = [\"SRC001\", \"SCR\"]\n"), @r#"
        `selon.toml`, line 3, key `SCR`: expected a code, or the beginning of codes, found none of this name
          help: did you mean `CRD`, `SRC`?
        "#);
        insta::assert_snapshot!(told("[levels]\nSRC001 = \"gravest\"\n"), @r#"
        `selon.toml`, line 2, key `SRC001`: unknown variant `gravest`, expected one of `limit`, `note`, `check`
          help: `selon schema config` prints what may stand here
        "#);
        insta::assert_snapshot!(told("select = \"SRC\"\n"), @r#"
        `selon.toml`, line 1, key `select`: invalid type: string "SRC", expected a sequence
          help: `selon schema config` prints what may stand here
        "#);
        insta::assert_snapshot!(told("select = [\n"), @r#"
        `selon.toml`, line 1, key `select`: unclosed array, expected `]`
          help: `selon schema config` prints what may stand here
        "#);
        insta::assert_snapshot!(told("[[suppress]]\nfingerprint = \"a\"\nreason = \" \"\n"), @r#"
        `selon.toml`, line 3, key `reason`: expected words, found none
          help: say why the remark is set aside, for those who read this file later
        "#);
        insta::assert_snapshot!(told("[[suppress]]\nfingerprint = \"a\"\n"), @r#"
        `selon.toml`, line 1: missing field `reason`
          help: `selon schema config` prints what may stand here
        "#);
    }
}
