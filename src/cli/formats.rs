//! Formats: which one a run writes, with the arguments that only some of them take.
//!
//! In: `--format concise`. Out: a [`Format`]: « Selon KCNA, le tir a eu lieu vendredi. » in the shape that was asked for.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anstream::AutoStream;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Args, ValueEnum};

use crate::catalogue::Lang;
use crate::distance::nearest;
use crate::report::claims::Claims;
use crate::report::concise::Concise;
use crate::report::csv::{Csv, Dialect};
use crate::report::format::Format;
#[cfg(feature = "html")]
use crate::report::html::Html;
use crate::report::hypothesis::Hypothesis;
use crate::report::json::{Json, Jsonl};
use crate::report::markdown::Markdown;
use crate::report::sarif::Sarif;
use crate::report::template::Template;
use crate::report::text::Page;
use crate::report::webannotation::WebAnnotation;
use crate::report::xlsx::Xlsx;
use crate::{Analyser, Error};

/// The arguments that make a format.
#[derive(Args)]
pub(super) struct Formats {
    /// How the report is written
    #[arg(long, default_value = "text", value_parser = Shapes)]
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
    /// How CSV is written [default: that of the language]
    #[arg(long, value_enum)]
    csv_dialect: Option<Dialect>,
    /// Hypothesis group that the annotations belong to
    #[arg(long, value_name = "ID", required_if_eq("format", "hypothesis"))]
    group: Option<String>,
}

#[derive(Clone, PartialEq, Eq)]
enum Shape {
    Text,
    Concise,
    Markdown,
    #[cfg(feature = "html")]
    Html,
    Json,
    Jsonl,
    Csv,
    Xlsx,
    WebAnnotation,
    Hypothesis,
    Claims,
    Sarif,
    Template(PathBuf),
}

/// The formats that need no file, with what the help says of them.
const NAMES: &[(&str, &str, Shape)] = &[
    ("text", "For the terminal", Shape::Text),
    ("concise", "One line a remark", Shape::Concise),
    ("markdown", "For a wiki or a ticket", Shape::Markdown),
    #[cfg(feature = "html")]
    (
        "html",
        "One web page that needs nothing but itself",
        Shape::Html,
    ),
    (
        "json",
        "One array of the objects that `extract` prints, with all remarks",
        Shape::Json,
    ),
    ("jsonl", "One of these objects a line", Shape::Jsonl),
    ("csv", "One row a remark", Shape::Csv),
    (
        "xlsx",
        "A workbook, one row a remark, with a column for the decision",
        Shape::Xlsx,
    ),
    (
        "webannotation",
        "W3C annotations, JSON-LD",
        Shape::WebAnnotation,
    ),
    (
        "hypothesis",
        "Payloads for the API of Hypothesis, one a line; needs --group",
        Shape::Hypothesis,
    ),
    (
        "claims",
        "schema.org Claim and Quotation, JSON-LD",
        Shape::Claims,
    ),
    ("sarif", "SARIF 2.1.0", Shape::Sarif),
];

/// Reads the name of a format.
#[derive(Clone)]
struct Shapes;

impl TypedValueParser for Shapes {
    type Value = Shape;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Shape, clap::Error> {
        let names = StringValueParser::new().try_map(|name: String| name.parse::<Shape>());
        names.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let named = NAMES
            .iter()
            .map(|(name, help, _)| PossibleValue::new(*name).help(*help));
        let own = PossibleValue::new("template:FILE").help("A Jinja template of your own");
        Some(Box::new(named.chain([own])))
    }
}

impl FromStr for Shape {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        if let Some(file) = name.strip_prefix("template:") {
            return Ok(Self::Template(file.into()));
        }
        if let Some((_, _, shape)) = NAMES.iter().find(|(known, ..)| *known == name) {
            return Ok(shape.clone());
        }
        let names: Vec<_> = NAMES.iter().map(|(known, ..)| *known).collect();
        let near = nearest(name, names.iter().copied(), 1);
        Err(near.first().map_or_else(
            || format!("expected one of {}, template:FILE", names.join(", ")),
            |near| format!("did you mean `{near}`?"),
        ))
    }
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
    /// Makes the format that was asked for; `output` is the file that it goes to. A page tells what the language data of
    /// `analyser` knows of media.
    pub(super) fn format(
        &self,
        analyser: &Analyser,
        output: Option<&Path>,
    ) -> Result<Box<dyn Format>, Error> {
        #[cfg(not(feature = "html"))]
        let _ = analyser;
        let lang = self.lang();
        Ok(match &self.format {
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
            Shape::Csv => Box::new(Csv {
                lang,
                dialect: self.dialect(lang),
            }),
            Shape::Xlsx if output.is_none() && io::stdout().is_terminal() => return Err(binary()),
            Shape::Xlsx => Box::new(Xlsx { lang }),
            Shape::WebAnnotation => Box::new(WebAnnotation { lang }),
            Shape::Hypothesis => Box::new(Hypothesis {
                group: self.group.clone().unwrap_or_default(),
                lang,
            }),
            Shape::Claims => Box::new(Claims { lang }),
            Shape::Sarif => Box::new(Sarif { lang }),
            Shape::Template(file) => Box::new(Template::from_file(file, lang)?),
        })
    }

    /// Tells whether every article is one line of the output contract.
    pub(super) fn is_lines(&self) -> bool {
        self.format == Shape::Jsonl
    }

    /// The language that was asked for, else the one of whoever reads: a program reads English.
    pub(super) fn lang(&self) -> Lang {
        let program = matches!(
            self.format,
            Shape::Json | Shape::Jsonl | Shape::Claims | Shape::Sarif
        );
        let own = || (!program).then(Lang::from_environment);
        self.lang.or_else(own).unwrap_or_default()
    }

    fn dialect(&self, lang: Lang) -> Dialect {
        self.csv_dialect.unwrap_or(match lang {
            Lang::Fr => Dialect::Fr,
            _ => Dialect::Rfc4180,
        })
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

fn binary() -> Error {
    Error::Input {
        name: "xlsx".to_owned(),
        problem: "expected a file for the workbook, found a terminal".to_owned(),
        help: "name one with `--output remarques.xlsx`".to_owned(),
    }
}
