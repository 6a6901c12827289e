//! `selon completions`: the script that lets a shell complete commands and options.
//!
//! In: the name of a shell. Out: its script; « Selon KCNA, … » plays no part here.

use std::io::{self, Write};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// The arguments of `selon completions`.
#[derive(Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    pub(super) fn run(&self) -> io::Result<bool> {
        // The generator panics when it cannot write, so it writes to memory first.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::Cli::command(), "selon", &mut script);
        let mut out = super::output::stdout();
        out.write_all(&script)?;
        out.flush()?;
        Ok(true)
    }
}
