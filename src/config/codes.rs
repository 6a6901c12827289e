//! The codes of all remarks.
//!
//! In: nothing. Out: codes in order, such as `QUO001` for a mark that is left open: « Le pont tiendra, a dit le maire.

/// Every code.
pub(super) const ALL: &[&str] = &[
    "ANO001", "ANO002", "ANO003", "CHN001", "CHN002", "CHN003", "CRD001", "CUE001", "DEA001",
    "DOC001", "ID001", "LED001", "LIM001", "MOD001", "MOD002", "MOD003", "NUM001", "QUO001",
    "QUO002", "QUO003", "QUO004", "QUO005", "REP001", "SRC001", "SRC002", "SRC003", "TRA001",
];

/// The word that selects everything.
pub(super) const EVERY: &str = "ALL";

/// Tells whether a code begins with `prefix`.
pub(super) fn known(prefix: &str) -> bool {
    prefix == EVERY || !prefix.is_empty() && ALL.iter().any(|code| code.starts_with(prefix))
}

/// Gives the codes and the three letters that they begin with, each once.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let mut families: Vec<&str> = ALL
        .iter()
        .filter_map(|code| code.get(..code.len() - 3))
        .collect();
    families.dedup();
    families.into_iter().chain(ALL.iter().copied())
}
