//! `selon audit`: what an auditor should look at, in the form that the desk wants.
//!
//! In: articles. Out: one document on standard output or in a file: a report for people, a table, annotations or JSON. In
//! « Selon KCNA, le tir a eu lieu vendredi. » the source is `KCNA` in each of them.

use std::io::{self, Write};

use anstream::AutoStream;
use clap::{Args, ValueEnum};

use super::Reading;
use super::batch::Run;
use super::output::{complain, stdout};
use crate::audit::Choice;
use crate::catalogue::Lang;
use crate::report::concise::Concise;
use crate::report::format::Format;
use crate::report::json::{Json, Jsonl};
use crate::report::markdown::Markdown;
use crate::report::text::Page;
use crate::report::{Audited, Tally};
use crate::{Analysis, Article, Error, Limits};

/// The arguments of `selon audit`.
#[derive(Args)]
pub(super) struct Audit {
    #[command(flatten)]
    reading: Reading,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Shape::Text)]
    format: Shape,
    /// Whether the text has colours
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
    /// Language of the report [default: the locale's for people, English for programs]
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// For the terminal
    Text,
    /// One line a remark
    Concise,
    /// For a wiki or a ticket
    Markdown,
    /// One array of the objects that `extract` prints, with all remarks
    Json,
    /// One of these objects a line
    Jsonl,
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
        let format = self.format();
        let mut out = stdout();
        self.write(&*format, &mut out)
    }

    fn format(&self) -> Box<dyn Format> {
        let lang = self.lang();
        match self.format {
            Shape::Text => Box::new(self.page(lang)),
            Shape::Concise => Box::new(Concise),
            Shape::Markdown => Box::new(Markdown { lang }),
            Shape::Json => Box::new(Json),
            Shape::Jsonl => Box::new(Jsonl),
        }
    }

    /// The language that was asked for, else the one of whoever reads: a program reads English.
    fn lang(&self) -> Lang {
        let program = matches!(self.format, Shape::Json | Shape::Jsonl);
        let own = || (!program).then(Lang::from_environment);
        self.lang.or_else(own).unwrap_or_default()
    }

    fn write(&self, format: &dyn Format, out: &mut dyn Write) -> io::Result<bool> {
        let (analyser, mut sound) = self.reading.analyser();
        let limits = Limits::default();
        let run = Run {
            analyser: &analyser,
            limits,
            jobs: self.reading.jobs(),
        };
        let mut total = Tally::default();
        let mut document = format.document(out);
        let (choice, lang) = (Choice::default(), self.lang());
        let show = |article: &Article, analysis: &Analysis, bytes: &mut Vec<u8>| {
            let findings = analyser.audit(article, analysis, &choice);
            let report = analyser.audited(article, analysis, &findings, lang);
            let audited = Audited::new(&article.text, report);
            format.article(&audited, bytes);
            format.sums_up().then(|| Tally::of(&audited.report))
        };
        run.each_analysis(
            self.reading.inputs(limits),
            show,
            |made: Result<(&[u8], Option<Tally>), Error>| match made {
                Ok((bytes, tally)) => {
                    total.add(tally.unwrap_or_default());
                    document.push(bytes)
                }
                Err(error) => {
                    complain(&error);
                    sound = false;
                    Ok(())
                }
            },
        )?;
        document.finish(&total)?;
        Ok(sound)
    }

    /// The width and the colours that the terminal and the environment ask for.
    fn page(&self, lang: Lang) -> Page {
        let colours = match self.color {
            Colour::Auto => AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
            Colour::Always => true,
            Colour::Never => false,
        };
        let columns = std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok());
        Page::new(columns.unwrap_or(100), colours, lang)
    }
}
