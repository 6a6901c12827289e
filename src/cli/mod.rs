//! The command line: what can be asked of the program, and what the exit code means.
//!
//! In: arguments such as `selon audit depeche.txt`. Out: a report on standard output, complaints on standard error:
//! « Selon KCNA, le tir a eu lieu vendredi. » becomes one claim with its source.

mod audit;
mod batch;
mod check;
mod completions;
mod explain;
mod extract;
mod formats;
mod input;
mod lexicon;
mod man;
mod output;
mod schema;
mod settings;

use std::io;
use std::num::NonZeroUsize;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::Config;
use crate::{Analyser, Error, Limits};

/// How the help of every command ends.
const CODES: &str = "Exit codes: 0 everything was read, 1 remarks at or above --fail-on, or a difference from the \
     snapshots, 2 wrong usage or input that could not be read.";

/// Who said what, through which agency, by which rule: source attribution for French news.
#[derive(Parser)]
#[command(name = "selon", version, about, after_help = CODES, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print every statement of the articles as JSON
    Extract(extract::Extract),
    /// Print a report: who says what, through whom, and what to look at, in one of many formats
    Audit(audit::Audit),
    /// Compare what is read in the articles with snapshots of it
    Check(check::Check),
    /// Print a rule with its examples, or how a line of a file was read
    Explain(explain::Explain),
    /// Print the JSON Schema of what `extract` prints, or of selon.toml
    Schema(schema::Schema),
    /// Print what the language data knows about a word
    Lexicon(lexicon::Word),
    /// Print a completion script for a shell
    Completions(completions::Completions),
    /// Print the manual page
    Man(man::Man),
}

/// What to read, and how.
#[derive(Args)]
struct Reading {
    /// Text files (.txt, .md), JSON Lines (.jsonl, .ndjson), folders, or - for standard input
    #[arg(required = true, value_name = "FILES")]
    files: Vec<String>,
    /// Number of articles read at the same time [default: number of processors]
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// More language data, in the format of the built-in tables
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<String>,
    #[command(flatten)]
    source: settings::Source,
}

impl Reading {
    /// Reads the configuration.
    fn config(&self) -> Result<Config, Error> {
        self.source.config()
    }

    /// Builds the analyser; a table that cannot be read is told and left out, so that the articles are still analysed.
    fn analyser(&self, config: &Config) -> (Analyser, bool) {
        let mut sound = true;
        let mut complain = |error: &Error| {
            output::complain(error);
            sound = false;
        };
        let mut tables: Vec<(String, String)> = Vec::new();
        let settled = config.lexicon.iter().map(|name| config.root.file(name));
        let settled = settled.map(|file| file.to_string_lossy().into_owned());
        for name in settled.chain(self.lexicon.iter().cloned()) {
            match input::table(&name) {
                Ok(text) => tables.push((name, text)),
                Err(error) => complain(&error),
            }
        }
        while !tables.is_empty() {
            match Analyser::with_lexicon(&tables) {
                Ok(analyser) => return (analyser, sound),
                Err(error) => {
                    complain(&error);
                    leave_out(&mut tables, &error);
                }
            }
        }
        (Analyser::new(), sound)
    }

    fn inputs(&self, limits: Limits) -> input::Inputs {
        input::Inputs::new(self.files.clone(), limits)
    }

    fn jobs(&self) -> usize {
        self.jobs
            .or_else(|| std::thread::available_parallelism().ok())
            .map_or(1, NonZeroUsize::get)
    }
}

/// How a command ended; the number is the exit code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// Everything was read, and nothing is to be told.
    Clean = 0,
    /// Everything was read, and something was found.
    Found = 1,
    /// Something could not be read.
    Unread = 2,
}

impl Exit {
    fn of(sound: bool) -> Self {
        if sound { Self::Clean } else { Self::Unread }
    }
}

/// Takes the broken table out; all of them when the error does not name one.
fn leave_out(tables: &mut Vec<(String, String)>, error: &Error) {
    let before = tables.len();
    if let Error::Lexicon { file, .. } | Error::Input { name: file, .. } = error {
        tables.retain(|(name, _)| name != file);
    }
    if tables.len() == before {
        tables.clear();
    }
}

/// Runs the program on the arguments of the process and gives its exit code.
#[must_use]
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Extract(extract) => extract.run().map(Exit::of),
        Command::Audit(audit) => audit.run(),
        Command::Check(check) => check.run(),
        Command::Explain(explain) => explain.run().map(Exit::of),
        Command::Schema(schema) => schema.run().map(Exit::of),
        Command::Lexicon(word) => word.run().map(Exit::of),
        Command::Completions(completions) => completions.run().map(Exit::of),
        Command::Man(man) => man.run().map(Exit::of),
    };
    match done {
        Ok(exit) => ExitCode::from(exit as u8),
        // The reader has seen enough, as in `selon extract archive.jsonl | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let known = error.get_ref().and_then(|inner| inner.downcast_ref());
            output::complain(known.unwrap_or(&output::unwritten(&error)));
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn describes_a_sound_command_line() {
        super::Cli::command().debug_assert();
    }
}
