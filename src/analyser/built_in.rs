//! The language data that the program brings along.
//!
//! In: the tables that the build has packed. Out: one lexicon for all analysers: « a déclaré » is known without reading any file.

use std::sync::LazyLock;

use crate::lexicon::{Construction, Lexicon, Table};

/// The built-in lexicon, decoded once.
pub(super) static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(built_in);

fn built_in() -> Lexicon {
    let table = Table::new(
        include_bytes!(concat!(env!("OUT_DIR"), "/table.bin"))
            .as_slice()
            .into(),
    );
    let meta = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/meta.bin")))
        .unwrap_or_default();
    Lexicon::new(table, meta, constructions)
}

/// The constructions are decoded only when somebody asks for them.
fn constructions() -> &'static [Construction] {
    static ROWS: LazyLock<Vec<Construction>> = LazyLock::new(|| {
        postcard::from_bytes(include_bytes!(concat!(
            env!("OUT_DIR"),
            "/constructions.bin"
        )))
        .unwrap_or_default()
    });
    &ROWS
}
