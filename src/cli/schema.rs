//! `selon schema`: the JSON Schema of an object that `extract` prints, or of the configuration.
//!
//! In: what is to be described. Out: the schema of [`Report`]: the claim of « Selon KCNA, … » is one item of its `claims`; or
//! that of [`Config`].

use std::io::{self, Write};

use clap::{Args, ValueEnum};

use crate::config::Config;
use crate::contract::Report;

/// The arguments of `selon schema`.
#[derive(Args)]
pub(super) struct Schema {
    /// What is described
    #[arg(value_enum, default_value_t = What::Report)]
    what: What,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// An object that `extract` prints
    Report,
    /// The file selon.toml
    Config,
}

impl Schema {
    /// Prints the schema.
    pub(super) fn run(&self) -> io::Result<bool> {
        let schema = match self.what {
            What::Report => schemars::schema_for!(Report),
            What::Config => schemars::schema_for!(Config),
        };
        let mut out = super::output::stdout();
        serde_json::to_writer_pretty(&mut out, &schema)?;
        out.write_all(b"\n")?;
        out.flush()?;
        Ok(true)
    }
}
