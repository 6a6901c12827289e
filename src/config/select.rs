//! Selection: which codes a desk wants.
//!
//! In: beginnings of codes. Out: yes or no for each code; the longer beginning wins, so that `select = ["SRC001"]` keeps
//! one rule of those that `ignore = ["SRC"]` drops: « On tient bon » without a speaker is still told.

use super::Profile;
use super::codes::EVERY;
use crate::audit::Rule;

/// Which codes are wanted.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection {
    pub(super) select: Vec<String>,
    pub(super) ignore: Vec<String>,
    pub(super) profile: Option<Profile>,
}

impl Selection {
    /// Tells whether a rule runs.
    pub(super) fn wants(&self, rule: &Rule) -> bool {
        self.takes(rule.code, rule.on)
    }

    fn takes(&self, code: &str, on: bool) -> bool {
        let ignored = longest(&self.ignore, code);
        let selected = longest(&self.select, code);
        match (selected, ignored) {
            (Some(selected), Some(ignored)) => selected > ignored,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) if self.profile == Some(Profile::Research) => true,
            (None, None) => self.select.is_empty() && on,
        }
    }
}

/// Gives the length of the longest beginning of `code`; `ALL` is the shortest one.
pub(super) fn longest(prefixes: &[String], code: &str) -> Option<usize> {
    let length = |prefix: &String| match prefix.as_str() {
        EVERY => Some(0),
        prefix => code.starts_with(prefix).then_some(prefix.len()),
    };
    prefixes.iter().filter_map(length).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(select: &[&str], ignore: &[&str], profile: Option<Profile>) -> Selection {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        Selection {
            select: owned(select),
            ignore: owned(ignore),
            profile,
        }
    }

    #[test]
    fn lets_the_longer_beginning_win() {
        let one = selection(&["SRC001", "ANO"], &["SRC", "ANO003"], None);
        assert!(one.takes("SRC001", true) && one.takes("ANO001", true));
        assert!(
            !one.takes("SRC002", true) && !one.takes("ANO003", true) && !one.takes("LED001", true)
        );
        let all = selection(&["ALL"], &["TRA"], None);
        assert!(all.takes("CUE001", false) && !all.takes("TRA001", true));
    }

    #[test]
    fn leaves_some_rules_off_until_they_are_asked_for() {
        assert!(!selection(&[], &[], None).takes("CUE001", false));
        assert!(selection(&[], &[], None).takes("SRC001", true));
        assert!(selection(&["CUE"], &[], None).takes("CUE001", false));
        let research = selection(&[], &["SRC"], Some(Profile::Research));
        assert!(research.takes("CUE001", false) && !research.takes("SRC003", false));
    }
}
