//! Rules, and which of them a run asks.
//!
//! In: codes or their beginnings (`SRC`, `QUO003`). Out: the rules that run, each with its level: a desk that wants nothing of
//! conditionals (« aurait signé ») leaves `MOD` out.

use super::{Context, Finds, RULES};
use crate::catalogue::{Lang, find};
use crate::contract::Level;

/// One rule: its code never changes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Code, three capitals and three digits.
    pub code: &'static str,
    /// Level, unless the configuration says otherwise.
    pub level: Level,
    /// How soon its remarks come within their level: 9 first, 0 last.
    pub weight: u8,
    /// Runs without being asked for.
    pub on: bool,
    /// Looks at one article.
    pub(super) run: fn(Context<'_>, &mut Finds<'_>),
}

impl Rule {
    /// Makes a rule that runs without being asked for.
    pub(super) const fn new(
        code: &'static str,
        level: Level,
        weight: u8,
        run: fn(Context<'_>, &mut Finds<'_>),
    ) -> Self {
        Self {
            code,
            level,
            weight,
            on: true,
            run,
        }
    }

    /// Makes it run only when it is asked for.
    pub(super) const fn off(self) -> Self {
        Self { on: false, ..self }
    }
}

/// The parts of the page of a rule.
const PARTS: [&str; 5] = ["finds", "why", "example", "limits", "principle"];

impl Rule {
    /// Gives the title in a language.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &'static str {
        find(lang, &format!("rules.{}-title", self.code)).unwrap_or(self.code)
    }

    /// Gives the parts of the rule's page: heading and text, in the order in which they are read.
    pub fn page(&self, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
        let code = self.code;
        PARTS.iter().filter_map(move |part| {
            let head = find(lang, &format!("pages.head-{part}"))?;
            Some((head, find(lang, &format!("pages.{code}-{part}"))?))
        })
    }
}

/// Finds a rule by its code, in any case of letters.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|r| r.code.eq_ignore_ascii_case(code))
}

/// Which rules run, and at which level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    levels: Vec<Option<Level>>,
}

impl Default for Choice {
    /// The rules that run without being asked for.
    fn default() -> Self {
        Self {
            levels: RULES.iter().map(|r| r.on.then_some(r.level)).collect(),
        }
    }
}

impl Choice {
    /// No rule.
    #[must_use]
    pub fn none() -> Self {
        Self {
            levels: vec![None; RULES.len()],
        }
    }

    /// Every rule, also those that are off by default.
    #[must_use]
    pub fn all() -> Self {
        Self {
            levels: RULES.iter().map(|r| Some(r.level)).collect(),
        }
    }

    /// Adds the rules whose codes begin with `prefix`, at their own level; gives their number.
    pub fn select(&mut self, prefix: &str) -> usize {
        self.each(prefix, |rule, level| *level = level.or(Some(rule.level)))
    }

    /// Leaves out the rules whose codes begin with `prefix`; gives their number.
    pub fn ignore(&mut self, prefix: &str) -> usize {
        self.each(prefix, |_, level| *level = None)
    }

    /// Sets the level of the rules that run and whose codes begin with `prefix`; gives the number of rules of that prefix.
    pub fn set_level(&mut self, prefix: &str, to: Level) -> usize {
        self.each(prefix, |_, level| *level = level.map(|_| to))
    }

    /// Tells whether a rule runs, and at which level.
    #[must_use]
    pub fn level(&self, code: &str) -> Option<Level> {
        self.rules().find(|(r, _)| r.code == code).map(|(_, l)| l)
    }

    /// Gives the rules that run, with their levels.
    pub fn rules(&self) -> impl Iterator<Item = (&'static Rule, Level)> {
        let pairs = RULES.iter().zip(&self.levels);
        pairs.filter_map(|(rule, level)| level.map(|l| (rule, l)))
    }

    fn each(&mut self, prefix: &str, mut change: impl FnMut(&Rule, &mut Option<Level>)) -> usize {
        let mut count = 0;
        for (rule, level) in RULES.iter().zip(&mut self.levels) {
            if rule.code.starts_with(prefix) {
                change(rule, level);
                count += 1;
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_stand_once() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
    }

    #[test]
    fn every_rule_has_a_title_and_a_whole_page_in_both_languages() {
        for rule in RULES {
            for lang in Lang::ALL {
                assert_ne!(rule.title(lang), rule.code, "{}", rule.code);
                assert_eq!(rule.page(lang).count(), PARTS.len(), "{}", rule.code);
            }
        }
    }

    #[test]
    fn selects_and_ignores_by_the_beginning_of_codes() {
        let mut choice = Choice::none();
        assert_eq!(choice.select("QUO00"), choice.rules().count());
        assert_eq!(choice.ignore("QUO002"), 1);
        assert_eq!(choice.level("QUO002"), None);
        choice.set_level("QUO", Level::Note);
        assert_eq!(choice.level("QUO001"), Some(Level::Note));
        assert_eq!(choice.select("XYZ"), 0);
    }
}
