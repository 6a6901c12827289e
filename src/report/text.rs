//! Text: the report for the terminal.
//!
//! In: a [`Report`]. Out: a header, then each claim with its words, source, chain, manner and rule: under
//! « Selon KCNA, le tir a eu lieu vendredi. » stands `source: KCNA`. Colours are added only when they are asked for.

use std::fmt::Write;

use super::format::{self, Document, Format, Summed};
use super::{
    Audited, Tally, chain, counted, label, manner, one_line, origin, ranked, said, speaker,
    sureness,
};
use crate::contract::{Claim, Level, Report};

/// Number of sources that the summary names.
const SOURCES: usize = 20;
/// Where the words of a claim begin, in columns.
const INDENT: usize = 5;

/// Width and colours of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    width: usize,
    colours: bool,
}

impl Page {
    /// Sets the width, in columns, kept between 80 and 100, and whether there are colours.
    #[must_use]
    pub fn new(width: usize, colours: bool) -> Self {
        Self {
            width: width.clamp(80, 100),
            colours,
        }
    }

    /// Puts `words` between the codes of a style.
    fn paint(self, style: Style, words: &str) -> String {
        if self.colours {
            format!("\u{1b}[{}m{words}\u{1b}[0m", style as u8)
        } else {
            words.to_owned()
        }
    }
}

impl Format for Page {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        format::text(out, |out| article(&audited.report, self, out));
    }

    fn document<'a>(&'a self, out: &'a mut dyn std::io::Write) -> Box<dyn Document + 'a> {
        Box::new(Summed::new(out, |total| summary(total, self)))
    }

    fn sums_up(&self) -> bool {
        true
    }
}

/// The codes of ANSI terminals that are used.
#[derive(Clone, Copy)]
enum Style {
    Strong = 1,
    Faint = 2,
    Said = 36,
    Look = 33,
}

/// Adds the report on one article to `out`.
pub fn article(report: &Report, page: &Page, out: &mut String) {
    let _ = writeln!(out, "{}", page.paint(Style::Strong, &label(report)));
    if let Some(title) = &report.article.title {
        fold(&one_line(title), 2, *page, Style::Strong, out);
    }
    let origin = origin(report);
    if !origin.is_empty() {
        let _ = writeln!(out, "  {}", page.paint(Style::Faint, &origin.join(" · ")));
    }
    out.push('\n');
    if report.claims.is_empty() {
        out.push_str("  no statement found\n\n");
    }
    for (at, one) in report.claims.iter().enumerate() {
        claim(report, one, at + 1, *page, out);
    }
    findings(report, *page, out);
}

fn claim(report: &Report, claim: &Claim, number: usize, page: Page, out: &mut String) {
    let mut words = String::new();
    fold(&said(claim), INDENT, page, Style::Said, &mut words);
    let _ = write!(out, "{number:>3}  {}", words.trim_start_matches(' '));
    fold(
        &format!("source: {}", speaker(claim)),
        INDENT,
        page,
        Style::Strong,
        out,
    );
    let chain = chain(report, claim);
    if !chain.is_empty() {
        fold(&format!("chain:  {chain}"), INDENT, page, Style::Faint, out);
    }
    let mut notes: Vec<String> = manner(claim).into_iter().map(str::to_owned).collect();
    notes.extend(
        claim
            .cue
            .as_ref()
            .map(|cue| format!("cue “{}”", one_line(&cue.text))),
    );
    notes.extend(claim.said_at.as_ref().map(|day| format!("said {day}")));
    notes.push(format!("rule {}", claim.rule));
    notes.push(format!("reading: {}", sureness(claim.confidence)));
    fold(&notes.join(" · "), INDENT, page, Style::Faint, out);
    out.push('\n');
}

fn findings(report: &Report, page: Page, out: &mut String) {
    for finding in &report.findings {
        let level = match finding.level {
            Level::Check => "check",
            Level::Note => "note",
            Level::Limit => "limit of the program",
        };
        let about = finding
            .claim
            .as_ref()
            .map(|id| format!(" ({id})"))
            .unwrap_or_default();
        fold(
            &format!("{level}: {} {}{about}", finding.code, finding.message),
            2,
            page,
            Style::Look,
            out,
        );
    }
    if !report.findings.is_empty() {
        out.push('\n');
    }
}

/// Sums up all articles.
#[must_use]
pub fn summary(tally: &Tally, page: &Page) -> String {
    let mut out = String::new();
    let [direct, mixed, indirect] = tally.kinds;
    let head = format!(
        "{}, {}",
        counted(tally.articles, "article"),
        counted(tally.claims(), "claim")
    );
    let _ = writeln!(out, "{}", page.paint(Style::Strong, &head));
    let _ = writeln!(
        out,
        "  {direct} direct, {mixed} mixed, {indirect} indirect; {} conditional, {} negated, {} without a named source",
        tally.conditional, tally.negated, tally.unnamed
    );
    let sources = ranked(&tally.sources);
    table("sources", &sources, &mut out);
    if sources.len() > SOURCES {
        let _ = writeln!(out, "    … and {} more", sources.len() - SOURCES);
    }
    table(
        "agencies and media named",
        &ranked(&tally.agencies),
        &mut out,
    );
    table(
        "agencies credited (articles)",
        &ranked(&tally.credits),
        &mut out,
    );
    out
}

fn table(title: &str, rows: &[(&str, usize)], out: &mut String) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n  {title}");
    for (name, count) in rows.iter().take(SOURCES) {
        let _ = writeln!(out, "  {count:>5}  {name}");
    }
}

/// Adds `words` in lines that fit the page, `indent` columns from its edge; no-break spaces do not break.
fn fold(words: &str, indent: usize, page: Page, style: Style, out: &mut String) {
    let room = page.width - indent;
    let mut line = String::new();
    let mut width = 0;
    let mut flush = |line: &mut String| {
        let _ = writeln!(out, "{:indent$}{}", "", page.paint(style, line));
        line.clear();
    };
    for word in words.split(' ') {
        let columns = columns(word);
        if width > 0 && width + 1 + columns > room {
            flush(&mut line);
            width = 0;
        }
        if width > 0 {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += columns;
    }
    flush(&mut line);
}

/// Counts columns, about: combining marks take none.
fn columns(word: &str) -> usize {
    word.chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::sample;

    fn shown(colours: bool) -> String {
        let mut out = String::new();
        article(&sample(), &Page::new(80, colours), &mut out);
        out
    }

    #[test]
    fn shows_words_source_chain_and_manner() {
        let expected = "\
a.txt
  Un <pont>
  Le Journal · credits afp

  1  «\u{a0}Le pont rouvrira […] lundi | à midi\u{a0}»
     source: le maire → Loïc Kervadec
     chain:  Loïc Kervadec → TASS → afp (credit) → Le Journal
     direct · in the headline · conditional · cue “a dit” · rule incise-inverted
     · reading: sure

  2  Le pont rouvrira […] lundi | à midi
     source: none named
     chain:  ? → afp (credit) → Le Journal
     indirect · rule incise-inverted · reading: check

";
        assert_eq!(shown(false), expected);
    }

    #[test]
    fn has_colours_only_when_they_are_asked_for() {
        assert!(!shown(false).contains('\u{1b}'));
        assert!(shown(true).contains("\u{1b}[1m"));
    }

    #[test]
    fn sums_sources_and_agencies_up() {
        let summary = summary(&Tally::of(&sample()), &Page::new(80, false));
        assert!(summary.starts_with("1 article, 2 claims\n"), "{summary}");
        assert!(summary.contains("    1  Loïc Kervadec\n"), "{summary}");
        assert!(summary.contains("    1  tass\n"), "{summary}");
    }
}
