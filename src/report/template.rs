//! Templates: a shape of the desk's own, written in Jinja.
//!
//! In: a template file, and [`Audited`] articles. Out: what the template makes of `reports`, the objects of the output contract:
//! `{{ claim.source.entity }}` is `KCNA` in « Selon KCNA, le tir a eu lieu vendredi. » A template reads no file and has an end.

use std::io::{self, Write};
use std::path::Path;

use minijinja::{
    Environment, Error as Fault, ErrorKind, UndefinedBehavior, Value, context, value::Serde,
};

use super::format::{Document, Format};
use super::{Audited, Tally, json};
use crate::Error;
use crate::catalogue::Lang;
use crate::contract::Report;

/// Steps that a template may take, and those it may take more for each article.
const FUEL: (u64, u64) = (1_000_000, 200_000);

/// The format.
pub struct Template {
    name: String,
    environment: Environment<'static>,
    lang: Lang,
}

impl Template {
    /// Reads a template; its name tells what is escaped: `.html`, `.json`, or nothing, before a last `.j2` or `.jinja`.
    ///
    /// # Errors
    /// [`Error::Input`] when the file cannot be read or is no template, with the line.
    pub fn from_file(file: &Path, lang: Lang) -> Result<Self, Error> {
        let name = file.to_string_lossy().into_owned();
        let source = std::fs::read_to_string(file)
            .map_err(|error| fault(&name, format!("the template could not be read: {error}")))?;
        Self::new(name, source, lang)
    }

    /// Takes the text of a template.
    ///
    /// # Errors
    /// [`Error::Input`] when it is no template, with the line.
    pub fn new(name: String, source: String, lang: Lang) -> Result<Self, Error> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| {
            let plain = [".j2", ".jinja", ".jinja2"]
                .iter()
                .find_map(|ending| name.strip_suffix(ending));
            minijinja::default_auto_escape_callback(plain.unwrap_or(name))
        });
        environment
            .add_template_owned(name.clone(), source)
            .map_err(|error| told(&name, &error))?;
        Ok(Self {
            name,
            environment,
            lang,
        })
    }

    fn render(&self, reports: Vec<Value>, out: &mut dyn Write) -> Result<(), Fault> {
        let mut environment = self.environment.clone();
        let articles = reports.len() as u64;
        environment.set_fuel(Some(FUEL.0 + FUEL.1.saturating_mul(articles)));
        let context = context! {
            reports,
            lang => self.lang.tag(),
            selon => env!("CARGO_PKG_VERSION"),
        };
        environment
            .get_template(&self.name)?
            .render_captured_to(context, out)
            .map(drop)
    }
}

impl Format for Template {
    /// Gives the report as JSON: the template sees all articles at once.
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        json::compact(&audited.report, out);
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Reports {
            out,
            template: self,
            read: Vec::new(),
        })
    }
}

struct Reports<'a> {
    out: &'a mut dyn Write,
    template: &'a Template,
    read: Vec<Value>,
}

impl Document for Reports<'_> {
    fn push(&mut self, article: &[u8]) -> io::Result<()> {
        let report: Report = serde_json::from_slice(article)?;
        self.read.push(Value::from(Serde(report)));
        Ok(())
    }

    fn finish(self: Box<Self>, _: &Tally) -> io::Result<()> {
        let name = &self.template.name;
        self.template
            .render(self.read, self.out)
            .map_err(|error| io::Error::other(told(name, &error)))?;
        self.out.flush()
    }
}

fn told(name: &str, error: &Fault) -> Error {
    let line = error
        .line()
        .map_or(String::new(), |line| format!("line {line}: "));
    let said = match error.kind() {
        ErrorKind::OutOfFuel => "the template takes more steps than it may".to_owned(),
        _ => error.to_string(),
    };
    fault(name, format!("{line}{said}"))
}

fn fault(name: &str, problem: String) -> Error {
    Error::Input {
        name: name.to_owned(),
        problem,
        help: "`reports` is a list of the objects that `selon schema` describes: `{% for report in reports %}`"
            .to_owned(),
    }
}
