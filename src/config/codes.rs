//! The codes of all remarks, and their beginnings.
//!
//! In: what somebody has written. Out: whether a rule has such a code: `QUO` stands for all rules of marks, such as the one
//! that tells of « Le pont tiendra, a dit le maire.

use crate::audit::RULES;

/// The word that selects everything.
pub(super) const EVERY: &str = "ALL";

/// Tells whether a code begins with `prefix`.
pub(super) fn known(prefix: &str) -> bool {
    prefix == EVERY || !prefix.is_empty() && codes().any(|code| code.starts_with(prefix))
}

/// Gives the codes and the letters that they begin with, each once.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let letters = |code: &'static str| code.get(..code.len() - 3);
    let mut families: Vec<&str> = codes().filter_map(letters).collect();
    families.dedup();
    families.into_iter().chain(codes())
}

fn codes() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.code)
}
