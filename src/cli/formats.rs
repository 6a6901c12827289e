//! Formats: which one a run writes, with the arguments that only some of them take.
//!
//! In: `--format concise`. Out: a [`Format`]: « Selon KCNA, le tir a eu lieu vendredi. » in the shape that was asked for.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anstream::AutoStream;
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

/// The formats, as the help lists them.
const SHAPES: &str = "\
How the report is written:
- text: for the terminal
- concise: one line a remark
- markdown: for a wiki or a ticket
- html: one web page that needs nothing but itself
- json: one array of the objects that `extract` prints, with all remarks
- jsonl: one of these objects a line
- csv: one row a remark
- xlsx: a workbook, one row a remark, with a column for the decision
- webannotation: W3C annotations, JSON-LD
- hypothesis: payloads for its API, one a line; needs --group
- claims: schema.org Claim and Quotation, JSON-LD
- sarif: SARIF 2.1.0
- template:FILE: a Jinja template of your own";

/// The arguments that make a format.
#[derive(Args)]
pub(super) struct Formats {
    #[arg(long, default_value = "text", help = "How the report is written, as in concise, csv or template:FILE", long_help = SHAPES)]
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

/// The names of the formats that need no file.
const NAMES: &[(&str, Shape)] = &[
    ("text", Shape::Text),
    ("concise", Shape::Concise),
    ("markdown", Shape::Markdown),
    #[cfg(feature = "html")]
    ("html", Shape::Html),
    ("json", Shape::Json),
    ("jsonl", Shape::Jsonl),
    ("csv", Shape::Csv),
    ("xlsx", Shape::Xlsx),
    ("webannotation", Shape::WebAnnotation),
    ("hypothesis", Shape::Hypothesis),
    ("claims", Shape::Claims),
    ("sarif", Shape::Sarif),
];

impl FromStr for Shape {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        if let Some(file) = name.strip_prefix("template:") {
            return Ok(Self::Template(file.into()));
        }
        if let Some((_, shape)) = NAMES.iter().find(|(known, _)| *known == name) {
            return Ok(shape.clone());
        }
        let names = || NAMES.iter().map(|(known, _)| *known);
        let near = nearest(name, names(), 1);
        Err(near.first().map_or_else(
            || {
                format!(
                    "expected one of {}, template:FILE",
                    names().collect::<Vec<_>>().join(", ")
                )
            },
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
