//! `selon schema`: the JSON Schema of an object that `extract` prints.
//!
//! In: nothing. Out: the schema of [`Report`]: the claim of « Selon KCNA, … » is one item of its `claims`.

use std::io::{self, Write};

use crate::contract::Report;

/// Prints the schema.
pub(super) fn run() -> io::Result<bool> {
    let schema = schemars::schema_for!(Report);
    let mut out = super::output::stdout();
    serde_json::to_writer_pretty(&mut out, &schema)?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(true)
}
