//! Markdown: the report for a wiki, a ticket or a review.
//!
//! In: a [`Report`]. Out: one table per article, with every character that Markdown would read escaped, so that
//! « Selon *KCNA*, le tir a eu lieu vendredi. » keeps its stars.

use std::fmt::Write;

use super::format::{self, Document, Format, Summed};
use super::{
    Audited, Tally, chain, counted, label, manner, origin, ranked, said, speaker, sureness,
};
use crate::contract::Report;

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl Format for Markdown {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        format::text(out, |out| article(&audited.report, out));
    }

    fn document<'a>(&'a self, out: &'a mut dyn std::io::Write) -> Box<dyn Document + 'a> {
        Box::new(Summed::new(out, summary))
    }

    fn sums_up(&self) -> bool {
        true
    }
}

/// Adds the report on one article to `out`.
pub fn article(report: &Report, out: &mut String) {
    let title = report
        .article
        .title
        .clone()
        .unwrap_or_else(|| label(report));
    let _ = writeln!(out, "## {}\n", escaped(&title));
    let mut origin = origin(report);
    origin.insert(0, label(report));
    let _ = writeln!(out, "{}\n", escaped(&origin.join(" · ")));
    if report.claims.is_empty() {
        out.push_str("No statement found.\n\n");
        return;
    }
    out.push_str(
        "| # | Words | Source | Chain | Manner | Rule | Reading |\n|--:|---|---|---|---|---|---|\n",
    );
    for (at, claim) in report.claims.iter().enumerate() {
        let cells = [
            &said(claim),
            &speaker(claim),
            &chain(report, claim),
            &manner(claim).join(", "),
            &claim.rule,
        ];
        let cells = cells.map(|cell| escaped(cell)).join(" | ");
        let _ = writeln!(
            out,
            "| {} | {cells} | {} |",
            at + 1,
            sureness(claim.confidence)
        );
    }
    out.push('\n');
    for finding in &report.findings {
        let about = finding
            .claim
            .as_ref()
            .map(|id| format!(" ({id})"))
            .unwrap_or_default();
        let _ = writeln!(
            out,
            "- {}: {}{about}",
            escaped(&finding.code),
            escaped(&finding.message)
        );
    }
    if !report.findings.is_empty() {
        out.push('\n');
    }
}

/// Sums up all articles.
#[must_use]
pub fn summary(tally: &Tally) -> String {
    let [direct, mixed, indirect] = tally.kinds;
    let mut out = format!(
        "## Summary\n\n{}, {}: ",
        counted(tally.articles, "article"),
        counted(tally.claims(), "claim")
    );
    let _ = writeln!(
        out,
        "{direct} direct, {mixed} mixed, {indirect} indirect; {} conditional, {} negated, {} without a named source.",
        tally.conditional, tally.negated, tally.unnamed
    );
    for (title, unit, counts) in [
        ("Source", "Claims", &tally.sources),
        ("Agency or medium named", "Claims", &tally.agencies),
        ("Agency credited", "Articles", &tally.credits),
    ] {
        if counts.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n| {title} | {unit} |\n|---|--:|");
        for (name, count) in ranked(counts) {
            let _ = writeln!(out, "| {} | {count} |", escaped(name));
        }
    }
    out
}

/// Escapes what Markdown or HTML would read, and makes one line of it.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
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
    use crate::report::tests::sample;

    #[test]
    fn keeps_a_table_whole_whatever_is_said() {
        let mut out = String::new();
        article(&sample(), &mut out);
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
        let summary = summary(&Tally::of(&sample()));
        assert!(summary.contains("| Loïc Kervadec | 1 |"), "{summary}");
        assert!(summary.contains("| afp | 1 |"), "{summary}");
    }
}
