//! Formats: which one a run writes, with the arguments that only some of them take.
//!
//! In: `--format concise`. Out: a [`Format`]: « Selon KCNA, le tir a eu lieu vendredi. » in the shape that was asked for.

use std::io;

use anstream::AutoStream;
use clap::{Args, ValueEnum};

use crate::Analyser;
use crate::catalogue::Lang;
use crate::report::concise::Concise;
use crate::report::format::Format;
#[cfg(feature = "html")]
use crate::report::html::Html;
use crate::report::json::{Json, Jsonl};
use crate::report::markdown::Markdown;
use crate::report::text::Page;

/// The arguments that make a format.
#[derive(Args)]
pub(super) struct Formats {
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Shape::Text)]
    format: Shape,
    /// Whether the text has colours
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
    /// Language of the report [default: the locale's for people, English for programs]
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Keep excerpts only in a page, so that it may leave the desk
    #[cfg(feature = "html")]
    #[arg(long)]
    share: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// For the terminal
    Text,
    /// One line a remark
    Concise,
    /// For a wiki or a ticket
    Markdown,
    /// One web page that needs nothing but itself
    #[cfg(feature = "html")]
    Html,
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

impl Formats {
    /// Makes the format that was asked for; a page tells what the language data of `analyser` knows of media.
    pub(super) fn format(&self, analyser: &Analyser) -> Box<dyn Format> {
        let lang = self.lang();
        match self.format {
            Shape::Text => Box::new(self.page(lang)),
            Shape::Concise => Box::new(Concise),
            Shape::Markdown => Box::new(Markdown { lang }),
            #[cfg(feature = "html")]
            Shape::Html => Box::new(Html {
                share: self.share,
                ..Html::new(lang, analyser.lexicon().clone())
            }),
            Shape::Json => Box::new(Json),
            Shape::Jsonl => Box::new(Jsonl),
        }
    }

    /// The language that was asked for, else the one of whoever reads: a program reads English.
    pub(super) fn lang(&self) -> Lang {
        let program = matches!(self.format, Shape::Json | Shape::Jsonl);
        let own = || (!program).then(Lang::from_environment);
        self.lang.or_else(own).unwrap_or_default()
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
