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
use crate::contract::{Level, Report};
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
        let article = &audited.report.article;
        let place = self.place(article.path.as_deref(), &article.id);
        for finding in found {
            match self.standing(&place, &finding.code, &finding.fingerprint) {
                Standing::Ignored => {}
                Standing::Suppressed(reason) => {
                    audited.suppressed.push((finding, reason.to_owned()));
                }
                Standing::Known => audited.known.push(finding),
                Standing::Counts => audited.report.findings.push(finding),
            }
        }
        audited.left_out = self.cut(&mut audited.report.findings);
        audited
    }

    /// Keeps the remarks that count, before they are put into words.
    #[cfg(feature = "cli")]
    pub(crate) fn counted(
        &self,
        article: &crate::Article,
        mut found: Vec<crate::audit::Finding>,
    ) -> Vec<crate::audit::Finding> {
        let place = self.place(article.path.as_deref(), &article.id);
        found.retain(|one| {
            matches!(
                self.standing(&place, one.code, &one.fingerprint),
                Standing::Counts
            )
        });
        self.cut(&mut found);
        found
    }

    /// Gives the suppressions that no article has needed: fingerprint, and line in the file.
    pub fn unused(&self) -> impl Iterator<Item = (&str, usize)> {
        let pairs = self.config.suppress.iter().zip(&self.used);
        pairs
            .filter(|(_, used)| !used.load(Ordering::Relaxed))
            .map(|(one, _)| (one.fingerprint.get_ref().as_str(), one.line))
    }

    /// What holds for all remarks on one article.
    fn place(&self, path: Option<&str>, id: &str) -> Place {
        let named = path.filter(|_| !self.paths.is_empty());
        let name = named.map(|path| self.config.root.name(path));
        let fits = |glob: &GlobMatcher| name.as_ref().is_some_and(|name| glob.is_match(name));
        let ignored = self.paths.iter().filter(|(glob, _)| fits(glob));
        Place {
            ignored: ignored.flat_map(|(_, codes)| codes.clone()).collect(),
            name: self.baseline.as_ref().map(|known| known.name(path, id)),
        }
    }

    /// Tells whether a remark counts, and if not, why.
    fn standing(&self, place: &Place, code: &str, fingerprint: &str) -> Standing<'_> {
        let known = || {
            let baseline = self.baseline.as_ref().zip(place.name.as_ref());
            baseline.is_some_and(|(known, name)| known.has(name, fingerprint))
        };
        if longest(&place.ignored, code).is_some() {
            Standing::Ignored
        } else if let Some(reason) = self.suppressed(fingerprint) {
            Standing::Suppressed(reason)
        } else if known() {
            Standing::Known
        } else {
            Standing::Counts
        }
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

    fn suppressed(&self, fingerprint: &str) -> Option<&str> {
        let pairs = self.config.suppress.iter().zip(&self.used);
        let (one, used) = pairs
            .into_iter()
            .find(|(one, _)| one.fingerprint.get_ref() == fingerprint)?;
        used.store(true, Ordering::Relaxed);
        Some(one.reason.get_ref())
    }

    /// Keeps what the profile shows, gravest first as the remarks come, and gives the number of those left out.
    fn cut<T>(&self, findings: &mut Vec<T>) -> usize {
        if self.config.profile != Some(Profile::Desk) {
            return 0;
        }
        let left_out = findings.len().saturating_sub(MOST);
        findings.truncate(MOST);
        left_out
    }
}

/// What holds for all remarks on one article.
struct Place {
    /// Codes that are not wanted there.
    ignored: Vec<String>,
    /// Its name in the baseline.
    name: Option<String>,
}

/// Whether a remark counts, and if not, why.
enum Standing<'a> {
    Counts,
    Ignored,
    Suppressed(&'a str),
    Known,
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
