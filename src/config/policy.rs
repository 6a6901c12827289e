//! A policy: what becomes of the remarks on an article before a report shows them.
//!
//! In: a [`Report`] with the remarks of the rules that run. Out: an [`Audited`] whose remarks are those that count. A desk that has looked at
//! « On tient bon » without a speaker, and set it aside with a reason, is not told again.

use std::sync::atomic::{AtomicBool, Ordering};

use globset::{GlobBuilder, GlobMatcher};

use super::select::{Selection, longest};
use super::{Baseline, Config, Profile};
use crate::Error;
use crate::audit::{Choice, RULES};
use crate::contract::{Finding, Level, Report};
use crate::report::Audited;

/// Remarks that the profile `desk` shows of an article.
const MOST: usize = 10;

/// The settled choices, ready to be used on any thread.
#[derive(Debug, Default)]
pub struct Policy {
    config: Config,
    selection: Selection,
    paths: Vec<(GlobMatcher, Vec<String>)>,
    used: Vec<AtomicBool>,
    baseline: Option<Baseline>,
}

impl Policy {
    /// Makes a policy of a configuration.
    ///
    /// # Errors
    /// [`Error::Config`] when a pattern of paths is not understood.
    pub fn new(config: Config) -> Result<Self, Error> {
        let owned = |codes: &[toml::Spanned<String>]| -> Vec<String> {
            codes.iter().map(|code| code.get_ref().clone()).collect()
        };
        let paths = config
            .per_path_ignores
            .iter()
            .map(|(pattern, codes)| Ok((matcher(&config, pattern.get_ref())?, owned(codes))))
            .collect::<Result<_, Error>>()?;
        let selection = Selection {
            select: owned(&config.select),
            ignore: owned(&config.ignore),
            profile: config.profile,
        };
        let used = config.suppress.iter().map(|_| AtomicBool::new(false));
        Ok(Self {
            used: used.collect(),
            selection,
            paths,
            config,
            baseline: None,
        })
    }

    /// Takes the remarks of a baseline for known.
    #[must_use]
    pub fn with_baseline(self, baseline: Option<Baseline>) -> Self {
        Self { baseline, ..self }
    }

    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Gives the rules that run, with their levels.
    #[must_use]
    pub fn choice(&self) -> Choice {
        let mut choice = Choice::none();
        for rule in RULES.iter().filter(|rule| self.selection.wants(rule)) {
            choice.select(rule.code);
            if let Some(level) = self.level(rule.code) {
                choice.set_level(rule.code, level);
            }
        }
        choice
    }

    /// Sorts the remarks out that do not count.
    #[must_use]
    pub fn apply<'a>(&self, text: &'a str, report: Report) -> Audited<'a> {
        let mut audited = Audited::new(text, report);
        audited.compared = self.baseline.is_some();
        let found = std::mem::take(&mut audited.report.findings);
        if found.is_empty() {
            return audited;
        }
        let path = audited.report.article.path.as_deref();
        let ignored = self.ignored(path);
        for finding in found {
            if longest(&ignored, &finding.code).is_some() {
                continue;
            }
            if let Some(reason) = self.suppressed(&finding) {
                audited.suppressed.push((finding, reason));
            } else if self.is_known(&audited.report, &finding) {
                audited.known.push(finding);
            } else {
                audited.report.findings.push(finding);
            }
        }
        self.cut(&mut audited);
        audited
    }

    /// Gives the suppressions that no article has needed: fingerprint, and line in the file.
    pub fn unused(&self) -> impl Iterator<Item = (&str, usize)> {
        let pairs = self.config.suppress.iter().zip(&self.used);
        pairs
            .filter(|(_, used)| !used.load(Ordering::Relaxed))
            .map(|(one, _)| (one.fingerprint.get_ref().as_str(), one.line))
    }

    /// The codes that are not wanted at this path.
    fn ignored(&self, path: Option<&str>) -> Vec<String> {
        let Some(path) = path.filter(|_| !self.paths.is_empty()) else {
            return Vec::new();
        };
        let name = self.config.root.name(path);
        let fits = self.paths.iter().filter(|(glob, _)| glob.is_match(&name));
        fits.flat_map(|(_, codes)| codes.clone()).collect()
    }

    /// The level that the configuration gives to a code.
    fn level(&self, code: &str) -> Option<Level> {
        let fits = |prefix: &str| longest(&[prefix.to_owned()], code);
        let levels = self.config.levels.iter();
        levels
            .filter_map(|(prefix, level)| Some((fits(prefix.get_ref())?, *level)))
            .max()
            .map(|(_, level)| level)
    }

    fn suppressed(&self, finding: &Finding) -> Option<String> {
        let pairs = self.config.suppress.iter().zip(&self.used);
        let (one, used) = pairs
            .into_iter()
            .find(|(one, _)| *one.fingerprint.get_ref() == finding.fingerprint)?;
        used.store(true, Ordering::Relaxed);
        Some(one.reason.get_ref().clone())
    }

    fn is_known(&self, report: &Report, finding: &Finding) -> bool {
        let baseline = self.baseline.as_ref();
        baseline.is_some_and(|known| known.has(&report.article, finding))
    }

    /// Keeps what the profile shows: the remarks come gravest first.
    fn cut(&self, audited: &mut Audited<'_>) {
        if self.config.profile == Some(Profile::Desk) {
            let findings = &mut audited.report.findings;
            audited.left_out = findings.len().saturating_sub(MOST);
            findings.truncate(MOST);
        }
    }
}

/// Reads a pattern of paths; `*` stays in its folder, `**` does not.
fn matcher(config: &Config, pattern: &str) -> Result<GlobMatcher, Error> {
    let built = GlobBuilder::new(pattern).literal_separator(true).build();
    built.map(|glob| glob.compile_matcher()).map_err(|error| {
        config.fault(
            pattern,
            &format!("the pattern is not understood: {}", error.kind()),
        )
    })
}
