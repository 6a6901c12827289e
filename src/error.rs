//! The one public error: lower case, names in backticks, what was expected and found, then a `help:` line.
//!
//! In: what went wrong, with file, line and key where there is one. Out: a message such as
//! "`notes.bin` is not text: byte 3 is not UTF-8", never a verdict on an article.

use std::fmt;

/// Why something could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A file or a line of input could not be read as an article.
    Input {
        /// Path or identifier as given.
        name: String,
        /// What is wrong.
        problem: String,
        /// What to do about it.
        help: String,
    },
    /// A row of language data is broken.
    Lexicon {
        /// File as given.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Key of the row, when there is one.
        key: String,
        /// What is wrong.
        problem: String,
    },
    /// Something in a configuration is not understood.
    Config {
        /// File as given.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Key or word, when there is one.
        key: String,
        /// What is wrong.
        problem: String,
        /// What to do about it.
        help: String,
    },
    /// The program failed on one article; the others are not touched.
    Internal {
        /// Path or identifier as given.
        name: String,
        /// What the failure said.
        problem: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input {
                name,
                problem,
                help,
            } => write!(f, "`{name}`: {problem}\n  help: {help}"),
            Self::Lexicon {
                file,
                line,
                key,
                problem,
            } => {
                write!(f, "`{file}`, line {line}")?;
                if !key.is_empty() {
                    write!(f, ", key `{key}`")?;
                }
                write!(
                    f,
                    ": {problem}\n  help: rows look like `\"marteler\" = {{ class = \"assert\", stance = \"intense\", frames = [\"que\", \"incise\"] }}` under a header such as `[cue-verb]`"
                )
            }
            Self::Config {
                file,
                line,
                key,
                problem,
                help,
            } => {
                write!(f, "`{file}`, line {line}")?;
                if !key.is_empty() {
                    write!(f, ", key `{key}`")?;
                }
                write!(f, ": {problem}\n  help: {help}")
            }
            Self::Internal { name, problem } => {
                write!(
                    f,
                    "`{name}`: the analysis failed: {problem}\n  help: please report this with the article; the other articles were read"
                )
            }
        }
    }
}

impl std::error::Error for Error {}
