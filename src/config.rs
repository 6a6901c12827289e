//! Configuration: what a desk has settled once, in `selon.toml`.
//!
//! In: the text of a file such as `ignore = ["TRA"]`, or arguments on top of it. Out: a [`Config`], or an error with file,
//! line and key. It says which remarks a desk wants to see: what « Selon KCNA, … » means is never a matter of taste.

mod baseline;
mod codes;
mod names;
mod policy;
mod read;
mod select;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::contract::Level;
use crate::{Article, Error};

pub use baseline::Baseline;
pub use names::Root;
pub use policy::Policy;
#[cfg(feature = "cli")]
pub(crate) use read::checked;

/// The name of the file.
pub const FILE: &str = "selon.toml";

/// What stands in `selon.toml`; every key may be left out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Config {
    /// A named choice of remarks and of their number.
    pub profile: Option<Profile>,
    /// Codes, or their beginnings, of the remarks that are wanted; `ALL` is every one.
    #[schemars(with = "Vec<String>")]
    pub select: Vec<Spanned<String>>,
    /// Codes, or their beginnings, of the remarks that are not wanted.
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Spanned<String>>,
    /// The lowest level of a remark that makes the exit code 1.
    pub fail_on: Option<FailOn>,
    /// Levels by code, or by the beginning of codes; the longest that fits counts.
    #[schemars(with = "BTreeMap<String, Level>")]
    pub levels: BTreeMap<Spanned<String>, Level>,
    /// Codes that are not wanted, by a pattern of paths relative to the folder of this file.
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub per_path_ignores: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Files with more language data, relative to the folder of this file.
    pub lexicon: Vec<String>,
    /// Names of outlets by web domain, for articles that have an address and no outlet.
    pub outlets: BTreeMap<String, String>,
    /// Single remarks that somebody has looked at and set aside.
    pub suppress: Vec<Suppression>,
    /// The folder of the file; the working directory when there is none.
    #[serde(skip)]
    pub root: Root,
    /// The file as given or found.
    #[serde(skip)]
    pub file: Option<PathBuf>,
}

/// A named choice of remarks.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Profile {
    /// At most ten remarks an article, the gravest first
    Desk,
    /// Every remark of every rule
    Research,
}

/// From which level on a remark makes the exit code 1.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FailOn {
    /// Something is to be looked at
    #[default]
    Check,
    /// Something is worth knowing, or graver
    Note,
    /// Something could not be read, or graver
    Limit,
    /// Whatever is found
    Never,
}

impl FailOn {
    /// Tells whether a remark of this level makes the exit code 1.
    #[must_use]
    pub fn reached(self, level: Level) -> bool {
        match self {
            Self::Check => level >= Level::Check,
            Self::Note => level >= Level::Note,
            Self::Limit => true,
            Self::Never => false,
        }
    }
}

/// A remark that somebody has looked at and set aside.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Suppression {
    /// The fingerprint, as JSON, SARIF and CSV show it.
    #[schemars(with = "String")]
    pub fingerprint: Spanned<String>,
    /// Why it is set aside.
    #[schemars(with = "String")]
    pub reason: Spanned<String>,
    /// The line in the file, from 1.
    #[serde(skip)]
    pub line: usize,
}

impl Config {
    /// An error about something in this configuration that only shows later.
    fn fault(&self, key: &str, problem: &str) -> Error {
        let file = self.file.as_deref().unwrap_or(Path::new(FILE));
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().position(|line| line.contains(key));
        Error::Config {
            file: file.to_string_lossy().into_owned(),
            line: line.map_or(1, |line| line + 1),
            key: key.to_owned(),
            problem: problem.to_owned(),
            help: "patterns look like `archives/**/*.txt`, relative to the folder of this file"
                .to_owned(),
        }
    }

    /// Names the outlet of an article by the domain of its address, when it has an address and no outlet.
    pub fn name_outlet(&self, article: &mut Article) {
        if self.outlets.is_empty() || article.outlet.is_some() {
            return;
        }
        let found = article
            .url
            .as_deref()
            .and_then(|url| self.outlet(host(url)));
        article.outlet = found.map(str::to_owned);
    }

    /// Looks a host up, then the domains that it lies in.
    fn outlet(&self, host: &str) -> Option<&str> {
        let mut domain = host;
        loop {
            if let Some(name) = self.outlets.get(domain) {
                return Some(name);
            }
            (_, domain) = domain.split_once('.')?;
        }
    }
}

/// Gives the host of an address, without `www.`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = place.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_outlet_by_the_nearest_domain() {
        let config = Config {
            outlets: [
                ("journal.example", "Le Journal"),
                ("sport.journal.example", "Le Stade"),
            ]
            .map(|(domain, name)| (domain.to_owned(), name.to_owned()))
            .into(),
            ..Config::default()
        };
        let named = |url: &str| {
            let mut article = Article::from_text("a", "Oui.");
            article.url = Some(url.to_owned());
            config.name_outlet(&mut article);
            article.outlet
        };
        assert_eq!(
            named("https://www.journal.example/a?b").as_deref(),
            Some("Le Journal")
        );
        assert_eq!(
            named("http://moi@live.sport.journal.example:80/").as_deref(),
            Some("Le Stade")
        );
        assert_eq!(named("https://unjournal.example/"), None);
    }
}
