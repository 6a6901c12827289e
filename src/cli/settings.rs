//! Settings: the configuration file, and the arguments that go before it.
//!
//! In: `--config`, `--isolated`, and what a command adds, such as `--select SRC`. Out: a [`Config`]; where « On tient bon » stands
//! without a speaker, it says whether somebody wants to know.

use std::path::PathBuf;

use clap::Args;
use toml::Spanned;

use super::output::warn;
use crate::Error;
use crate::config::{Config, FailOn, Policy, Profile, checked};

/// Which configuration holds.
#[derive(Args, Clone)]
pub(super) struct Source {
    /// Configuration file [default: the nearest selon.toml in this folder and those above it]
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long)]
    isolated: bool,
}

impl Source {
    /// Reads the configuration.
    pub(super) fn config(&self) -> Result<Config, Error> {
        let found = || (!self.isolated).then(Config::found).flatten();
        match self.config.clone().or_else(found) {
            Some(file) => Config::from_file(&file),
            None => Config::from_text("", ""),
        }
    }
}

/// Which remarks are wanted.
#[derive(Args)]
pub(super) struct Choices {
    /// Codes, or their beginnings, of the remarks that are wanted: SRC,ANO001 or ALL
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = checked)]
    select: Vec<String>,
    /// Codes, or their beginnings, of the remarks that are not wanted
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = checked)]
    ignore: Vec<String>,
    /// A named choice of remarks and of their number
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

impl Choices {
    /// Puts the arguments on top of the configuration.
    pub(super) fn policy(&self, mut config: Config) -> Result<Policy, Error> {
        let spanned = |codes: &[String]| -> Vec<_> {
            codes
                .iter()
                .map(|code| Spanned::new(0..0, code.clone()))
                .collect()
        };
        if !self.select.is_empty() {
            config.select = spanned(&self.select);
        }
        config.ignore.extend(spanned(&self.ignore));
        config.profile = self.profile.or(config.profile);
        Policy::new(config)
    }
}

/// From which level on remarks make the exit code 1.
#[derive(Args)]
pub(super) struct Gate {
    /// Lowest level of a remark that makes the exit code 1 [default: check]
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
}

impl Gate {
    pub(super) fn level(&self, config: &Config) -> FailOn {
        self.fail_on.or(config.fail_on).unwrap_or_default()
    }
}

/// Says which suppressions no article has needed; they do not change the exit code.
pub(super) fn tell_unused(policy: &Policy) {
    let file = policy.config().file.clone().unwrap_or_default();
    for (fingerprint, line) in policy.unused() {
        warn(&format!(
            "`{}`, line {line}, key `{fingerprint}`: no remark of this run has this fingerprint\n  help: take the row out \
             when the article has changed, or read the article too",
            file.display()
        ));
    }
}
