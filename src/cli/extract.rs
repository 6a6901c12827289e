//! `selon extract`: every statement as JSON, for other programs.
//!
//! In: articles. Out: one object per article in the order of the input; offsets are code points, and « Selon KCNA, … »
//! sliced by them gives back the words.

use std::io;

use clap::{Args, ValueEnum};

use super::Reading;
use super::batch::{Read, Run};
use super::output::{Framing, Objects, complain, stdout};
use crate::contract::Report;
use crate::report::{assemble, json};
use crate::{Error, Limits};

/// The arguments of `selon extract`.
#[derive(Args)]
pub(super) struct Extract {
    #[command(flatten)]
    reading: Reading,
    /// How the objects are written
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One array, indented
    Json,
    /// One object a line
    Jsonl,
}

impl Extract {
    /// Tells whether everything could be read.
    pub(super) fn run(&self) -> io::Result<bool> {
        let config = self.reading.config().map_err(io::Error::other)?;
        let (analyser, mut sound) = self.reading.analyser(&config);
        let limits = Limits::default();
        let framing = match self.format {
            Format::Json => Framing::Array,
            Format::Jsonl => Framing::Lines,
        };
        let mut out = Objects::new(stdout(), framing);
        let run = Run {
            analyser: &analyser,
            config: &config,
            limits,
            jobs: self.reading.jobs(),
        };
        let inputs = self.reading.inputs(limits);
        let take = |made: Result<(&[u8], ()), Error>| match made {
            Ok((bytes, ())) => out.push(bytes),
            Err(error) => {
                complain(&error);
                sound = false;
                Ok(())
            }
        };
        match self.format {
            Format::Json => {
                let show = |_: &_, report: Report, bytes: &mut _| json::indented(&report, bytes);
                run.each(inputs, show, take)?;
            }
            Format::Jsonl => {
                let hash = analyser.lexicon().hash();
                let show = |read: Read<'_>, bytes: &mut _| {
                    assemble::line(read.article, read.analysis, hash, bytes);
                };
                run.each_analysis(inputs, show, take)?;
            }
        }
        out.finish()?;
        Ok(sound)
    }
}
