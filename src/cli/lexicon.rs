//! `selon lexicon`: what the language data knows about a word.
//!
//! In: a word or a phrase in any form, such as « déclarait ». Out: one line per sense: what it is, and which complements
//! make it a cue.

use std::io::{self, Write};

use clap::Args;

use super::output::{complain, stdout};
use crate::{Analyser, Error};

/// The arguments of `selon lexicon`.
#[derive(Args)]
pub(super) struct Word {
    /// A word or a phrase, in any form
    #[arg(required = true)]
    word: Vec<String>,
}

impl Word {
    /// Tells whether the word is known.
    pub(super) fn run(&self) -> io::Result<bool> {
        let word = self.word.join(" ");
        let senses = Analyser::new().lexicon().describe(&word);
        if senses.is_empty() {
            complain(&Error::Input {
                name: word,
                problem: "expected a word of the language data, found none".to_owned(),
                help: "it is read as an ordinary word; a row in a `--lexicon` file makes it more"
                    .to_owned(),
            });
            return Ok(false);
        }
        let mut out = stdout();
        for sense in senses {
            writeln!(out, "{sense}")?;
        }
        out.flush()?;
        Ok(true)
    }
}
