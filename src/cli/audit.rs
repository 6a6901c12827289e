//! `selon audit`: a report that people read.
//!
//! In: articles. Out: per article the statements in order with source, chain, modality and rule, then a summary:
//! « Selon KCNA, le tir a eu lieu vendredi. » shows `KCNA` as its source.

use std::io::{self, Write};

use anstream::AutoStream;
use clap::{Args, ValueEnum};

use super::Reading;
use super::batch::Run;
use super::output::{Framing, Objects, complain, stdout};
use crate::contract::Report;
use crate::report::{Tally, json, markdown, text};
use crate::{Error, Limits};

/// The arguments of `selon audit`.
#[derive(Args)]
pub(super) struct Audit {
    #[command(flatten)]
    reading: Reading,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Whether the text has colours
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    Text,
    /// For a wiki or a ticket
    Markdown,
    /// One array of the objects that `extract` prints
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal that wants them
    Auto,
    /// Even into a file
    Always,
    /// Never
    Never,
}

impl Audit {
    /// Tells whether everything could be read.
    pub(super) fn run(&self) -> io::Result<bool> {
        match self.format {
            Format::Json => self.objects(),
            Format::Markdown => self.pages(markdown::article, markdown::summary),
            Format::Text => {
                let page = self.page();
                self.pages(
                    |report, out| text::article(report, &page, out),
                    |tally| text::summary(tally, &page),
                )
            }
        }
    }

    fn objects(&self) -> io::Result<bool> {
        let mut out = Objects::new(stdout(), Framing::Array);
        let sound = self.each(json::indented, |bytes, ()| out.push(bytes))?;
        out.finish()?;
        Ok(sound)
    }

    fn pages(
        &self,
        article: impl Fn(&Report, &mut String) + Sync,
        summary: impl Fn(&Tally) -> String,
    ) -> io::Result<bool> {
        let (mut out, mut total) = (stdout(), Tally::default());
        let show = |report: &Report, bytes: &mut Vec<u8>| {
            let mut words = String::new();
            article(report, &mut words);
            bytes.extend_from_slice(words.as_bytes());
            Tally::of(report)
        };
        let sound = self.each(show, |bytes, tally| {
            total.add(tally);
            out.write_all(bytes)
        })?;
        out.write_all(summary(&total).as_bytes())?;
        out.flush()?;
        Ok(sound)
    }

    fn each<T: Send>(
        &self,
        show: impl Fn(&Report, &mut Vec<u8>) -> T + Sync,
        mut take: impl FnMut(&[u8], T) -> io::Result<()>,
    ) -> io::Result<bool> {
        let (analyser, mut sound) = self.reading.analyser();
        let limits = Limits::default();
        let run = Run {
            analyser: &analyser,
            limits,
            jobs: self.reading.jobs(),
        };
        run.each(
            self.reading.inputs(limits),
            show,
            |made: Result<(&[u8], T), Error>| match made {
                Ok((bytes, more)) => take(bytes, more),
                Err(error) => {
                    complain(&error);
                    sound = false;
                    Ok(())
                }
            },
        )?;
        Ok(sound)
    }

    /// The width and the colours that the terminal and the environment ask for.
    fn page(&self) -> text::Page {
        let colours = match self.color {
            Colour::Auto => AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
            Colour::Always => true,
            Colour::Never => false,
        };
        let columns = std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok());
        text::Page::new(columns.unwrap_or(100), colours)
    }
}
