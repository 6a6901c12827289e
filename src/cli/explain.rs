//! `selon explain`: a rule, with the sentences that it must match and those that it must not.
//!
//! In: the code of a remark, or the id of a construction, as a claim names it. Out: the page of the one, in either language, or
//! the row of the language data that reads « Selon KCNA, le tir a eu lieu vendredi. »; for an unknown id, the nearest ones.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use clap::Args;

use super::output::{complain, stdout};
use crate::audit;
use crate::catalogue::{Lang, say};
use crate::distance::nearest;
use crate::lexicon::Construction;
use crate::{Analyser, Article, Error, Limits};

/// Splits `FILE:LINE`.
fn place(text: &str) -> Option<(&str, usize)> {
    let (file, line) = text.rsplit_once(':')?;
    Some((file, line.parse().ok()?))
}

/// Shows how the sentences of a line were read.
fn sentences(file: &str, line: usize) -> io::Result<bool> {
    let read = std::fs::read(file).map_err(|e| Error::Input {
        name: file.to_owned(),
        problem: format!("cannot be read: {e}"),
        help: "give the path of a text file and a line from 1, as in `dispatch.txt:3`".to_owned(),
    });
    let article = read.and_then(|bytes| Article::from_bytes(file, bytes, &Limits::default()));
    match article {
        Ok(article) => {
            let mut out = stdout();
            out.write_all(Analyser::new().explain(&article, line).as_bytes())?;
            out.flush()?;
            Ok(true)
        }
        Err(error) => {
            complain(&error);
            Ok(false)
        }
    }
}

/// The arguments of `selon explain`.
#[derive(Args)]
pub(super) struct Explain {
    /// Code of a remark (`SRC001`), id of the rule in the field `rule` of a claim, or <FILE:LINE> to see how the sentences of
    /// a line were read
    #[arg(value_name = "CODE|RULE|FILE:LINE")]
    rule: String,
    /// Language of the page of a remark [default: the locale's]
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

impl Explain {
    /// Tells whether the rule is known.
    pub(super) fn run(&self) -> io::Result<bool> {
        if let Some((file, line)) = place(&self.rule) {
            return sentences(file, line);
        }
        if let Some(rule) = audit::rule(&self.rule) {
            let lang = self.lang.unwrap_or_else(Lang::from_environment);
            let mut out = stdout();
            out.write_all(remark(rule, lang).as_bytes())?;
            out.flush()?;
            return Ok(true);
        }
        let analyser = Analyser::new();
        let rules = analyser.lexicon().constructions();
        let Some(rule) = rules.iter().find(|rule| rule.id == self.rule) else {
            complain(&self.unknown(rules));
            return Ok(false);
        };
        let mut out = stdout();
        out.write_all(page(rule).as_bytes())?;
        out.flush()?;
        Ok(true)
    }

    fn unknown(&self, rules: &[Construction]) -> Error {
        let asked = self.rule.to_uppercase();
        let ids = rules.iter().map(|rule| rule.id.as_str());
        let mut names = nearest(&self.rule, ids, 5);
        names.extend(nearest(
            &asked,
            audit::RULES.iter().map(|rule| rule.code),
            5,
        ));
        names.truncate(5);
        if names.is_empty() {
            names = rules.iter().map(|rule| rule.id.as_str()).collect();
        }
        Error::Input {
            name: self.rule.clone(),
            problem: "expected the id of a rule, found none of this name".to_owned(),
            help: format!(
                "did you mean {}?",
                names
                    .iter()
                    .map(|id| format!("`{id}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        }
    }
}

/// Lays the page of a remark's rule out for reading.
fn remark(rule: &audit::Rule, lang: Lang) -> String {
    let mut page = format!("{}: {}\n", rule.code, rule.title(lang));
    let off = if rule.on {
        String::new()
    } else {
        format!(" ({})", say(lang, "pages.head-off"))
    };
    let level = crate::report::level(rule.level, lang);
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{}: {level}{off}", say(lang, "pages.head-level"));
    for (head, text) in rule.page(lang) {
        let _ = write!(page, "\n{head}\n");
        crate::report::text::fold_plain(text, &mut page);
    }
    page
}

/// Lays a rule out for reading.
fn page(rule: &Construction) -> String {
    let mut page = format!(
        "{} ({})\n\n  {}\n\n  {}\n\nmatches\n",
        rule.id, rule.family, rule.explains, rule.ebnf
    );
    for example in &rule.matches {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "\n  {}", example.text.replace('\n', "\n  "));
        let source = if example.source.is_empty() {
            "none at the cue"
        } else {
            &example.source
        };
        let cue = if example.cue.is_empty() {
            "none"
        } else {
            &example.cue
        };
        let _ = writeln!(page, "    content: {}", example.content.join(" […] "));
        let _ = writeln!(page, "    cue: {cue}\n    source: {source}");
    }
    page.push_str("\ndoes not match\n\n");
    for sentence in &rule.rejects {
        let _ = writeln!(page, "  {}", sentence.replace('\n', "\n  "));
    }
    page
}
