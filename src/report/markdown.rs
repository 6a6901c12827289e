//! Markdown: the report for a wiki, a ticket or a review.
//!
//! In: a [`Report`]. Out: one table per article, with every character that Markdown would read escaped, so that
//! « Selon *KCNA*, le tir a eu lieu vendredi. » keeps its stars.

use std::fmt::Write;

use super::format::{self, Document, Format, Summed};
use super::{
    Audited, Tally, chain, excerpt, kinds, label, level, manner, obeyed, origin, ranked, said,
    speaker, sureness,
};
use crate::catalogue::{Lang, count, say};
use crate::contract::{Finding, Report};

/// Most code points of the words of a remark.
const EXCERPT: usize = 160;

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown {
    /// The language.
    pub lang: Lang,
}

impl Format for Markdown {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        format::text(out, |out| article(&audited.report, self.lang, out));
    }

    fn document<'a>(&'a self, out: &'a mut dyn std::io::Write) -> Box<dyn Document + 'a> {
        Box::new(Summed::new(out, |total| summary(total, self.lang)))
    }

    fn sums_up(&self) -> bool {
        true
    }
}

/// Adds the report on one article to `out`, in a language.
pub fn article(report: &Report, lang: Lang, out: &mut String) {
    let title = report
        .article
        .title
        .clone()
        .unwrap_or_else(|| label(report));
    let _ = writeln!(out, "## {}\n", escaped(&title));
    let mut origin = origin(report, lang);
    origin.insert(0, label(report));
    let _ = writeln!(out, "{}\n", escaped(&origin.join(" · ")));
    claims(report, lang, out);
    for one in &report.findings {
        finding(one, lang, out);
    }
    if !report.findings.is_empty() {
        out.push('\n');
    }
}

fn claims(report: &Report, lang: Lang, out: &mut String) {
    if report.claims.is_empty() {
        let _ = writeln!(out, "{}\n", say(lang, "report.no-statement"));
        return;
    }
    let heads = ["words", "source", "chain", "manner", "rule", "reading"];
    out.push_str("| # |");
    for head in heads {
        let key = format!("report.column-{head}");
        let _ = write!(
            out,
            " {} |",
            crate::catalogue::find(lang, &key).unwrap_or(head)
        );
    }
    out.push_str("\n|--:|---|---|---|---|---|---|\n");
    for (at, claim) in report.claims.iter().enumerate() {
        let cells = [
            &said(claim),
            &speaker(claim, lang),
            &chain(report, claim, lang),
            &manner(claim, lang).join(", "),
            &claim.rule,
        ];
        let cells = cells.map(|cell| escaped(cell)).join(" | ");
        let sureness = sureness(claim.confidence, lang);
        let _ = writeln!(out, "| {} | {cells} | {sureness} |", at + 1);
    }
    out.push('\n');
}

/// Level, code and sentence of a remark, and the words that it is about.
fn finding(finding: &Finding, lang: Lang, out: &mut String) {
    let level = level(finding.level, lang);
    let about = finding.claim.as_ref().map(|id| format!(" ({id})"));
    let message = escaped(&finding.message);
    let about = about.unwrap_or_default();
    let _ = write!(out, "- **{level}** {}: {message}{about}", finding.code);
    if let Some(span) = finding.span.as_ref().filter(|s| !s.text.trim().is_empty()) {
        let _ = write!(out, " · {}", escaped(&excerpt(&span.text, EXCERPT)));
    }
    out.push('\n');
}

/// Sums up all articles, in a language.
#[must_use]
pub fn summary(tally: &Tally, lang: Lang) -> String {
    let mut out = format!(
        "## {}\n\n{}, {}: {}.\n",
        say(lang, "report.summary"),
        count(lang, "report.articles", tally.articles),
        count(lang, "report.claims", tally.claims()),
        kinds(tally, lang)
    );
    if tally.remarks() > 0 {
        let _ = writeln!(out, "\n{}.", super::remarks(tally, lang));
    }
    for (title, unit, counts) in [
        (
            "report.column-source",
            "report.column-claims",
            &tally.sources,
        ),
        (
            "report.column-named",
            "report.column-claims",
            &tally.agencies,
        ),
        (
            "report.column-credited",
            "report.column-articles",
            &tally.credits,
        ),
    ] {
        if counts.is_empty() {
            continue;
        }
        let (title, unit) = (say(lang, title), say(lang, unit));
        let _ = writeln!(out, "\n| {title} | {unit} |\n|---|--:|");
        for (name, count) in ranked(counts) {
            let _ = writeln!(out, "| {} | {count} |", escaped(name));
        }
    }
    out
}

/// Escapes what Markdown or HTML would read, and makes one line of it.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            c if obeyed(c) => out.push(' '),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '>' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample;

    #[test]
    fn keeps_a_table_whole_whatever_is_said() {
        let mut out = String::new();
        article(&sample(), Lang::En, &mut out);
        assert!(out.starts_with("## Un &lt;pont\\>\n"), "{out}");
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(
            out.lines()
                .filter(|line| line.starts_with('|'))
                .all(|line| bars(line) == 8),
            "{out}"
        );
        assert!(out.contains("lundi \\| à midi"), "{out}");
    }

    #[test]
    fn sums_up_in_tables() {
        let summary = summary(&Tally::of(&sample()), Lang::En);
        assert!(summary.contains("| Loïc Kervadec | 1 |"), "{summary}");
        assert!(summary.contains("| afp | 1 |"), "{summary}");
    }
}
