//! `selon man`: the manual page, of the program or of one command.
//!
//! In: the name of a command, or none. Out: a page for `man -l -`; « Selon KCNA, … » plays no part here.

use std::io::{self, Write};

use clap::{Args, CommandFactory};

use super::output::{complain, stdout};
use crate::Error;

/// The arguments of `selon man`.
#[derive(Args)]
pub(super) struct Man {
    /// A command, for its own page
    command: Option<String>,
}

impl Man {
    /// Tells whether the command is known.
    pub(super) fn run(&self) -> io::Result<bool> {
        let mut program = super::Cli::command();
        program.build();
        let command = match &self.command {
            None => Some(program.clone()),
            Some(name) => program.find_subcommand(name).cloned(),
        };
        let Some(command) = command else {
            let names: Vec<_> = program
                .get_subcommands()
                .map(clap::Command::get_name)
                .collect();
            complain(&Error::Input {
                name: self.command.clone().unwrap_or_default(),
                problem: "expected the name of a command, found none of this name".to_owned(),
                help: format!("the commands are {}", names.join(", ")),
            });
            return Ok(false);
        };
        let mut out = stdout();
        clap_mangen::Man::new(command).render(&mut out)?;
        out.flush()?;
        Ok(true)
    }
}
