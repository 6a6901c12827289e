//! Text: the report for the terminal.
//!
//! In: a [`Report`]. Out: a header, then each claim with its words, source, chain, manner and rule: under
//! « Selon KCNA, le tir a eu lieu vendredi. » stands `source: KCNA`. Colours are added only when they are asked for.

#[cfg(feature = "report")]
mod source;

use std::fmt::Write;

use super::format::{self, Document, Format, Summed};
use super::{
    Audited, Tally, chain, kinds, label, level, manner, obeyed, one_line, origin, ranked, said,
    speaker, sureness, visible,
};
use crate::catalogue::{Lang, count, fill, say};
use crate::contract::{Claim, Finding, Report};

/// Number of sources that the summary names.
const SOURCES: usize = 20;
/// Where the words of a claim begin, in columns.
const INDENT: usize = 5;
/// Most code points of the words of a remark.
const EXCERPT: usize = 160;

/// Width, colours and language of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    width: usize,
    colours: bool,
    lang: Lang,
}

impl Page {
    /// Sets the width, in columns, kept between 80 and 100, whether there are colours, and the language.
    #[must_use]
    pub fn new(width: usize, colours: bool, lang: Lang) -> Self {
        Self {
            width: width.clamp(80, 100),
            colours,
            lang,
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
        format::text(out, |out| {
            statements(&audited.report, *self, out);
            remarks(audited, *self, out);
        });
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
    statements(report, *page, out);
    findings(report, *page, out);
}

/// The remarks, each with the line that it is about.
#[cfg(feature = "report")]
fn remarks(audited: &Audited<'_>, page: Page, out: &mut String) {
    let report = &audited.report;
    let sorts = [
        ("report.remarks", report.findings.len()),
        ("formats.known", audited.known.len()),
        ("formats.aside", audited.suppressed.len()),
    ];
    let heads = sorts.iter().filter(|(_, number)| *number > 0);
    let heads: Vec<_> = heads
        .map(|(key, number)| count(page.lang, key, *number))
        .collect();
    if heads.is_empty() {
        return;
    }
    let _ = writeln!(out, "  {}\n", page.paint(Style::Strong, &heads.join(", ")));
    let (passages, name) = (
        super::passage::Passages::new(audited),
        visible(&label(report)),
    );
    let source = source::Source::new(&passages, &name, page);
    for (place, finding) in audited.placed() {
        let _ = writeln!(out, "{}\n", source.show(finding, place));
    }
    if audited.left_out > 0 {
        let rest = audited.left_out.to_string();
        let more = fill(page.lang, "report.more", &[("count", &rest)]);
        let _ = writeln!(out, "  {more}\n");
    }
}

#[cfg(not(feature = "report"))]
fn remarks(audited: &Audited<'_>, page: Page, out: &mut String) {
    findings(&audited.report, page, out);
}

fn statements(report: &Report, page: Page, out: &mut String) {
    let _ = writeln!(
        out,
        "{}",
        page.paint(Style::Strong, &visible(&label(report)))
    );
    if let Some(title) = &report.article.title {
        fold(&one_line(title), 2, page, Style::Strong, out);
    }
    let origin = origin(report, page.lang);
    if !origin.is_empty() {
        let _ = writeln!(
            out,
            "  {}",
            page.paint(Style::Faint, &visible(&origin.join(" · ")))
        );
    }
    out.push('\n');
    if report.claims.is_empty() {
        let _ = writeln!(out, "  {}\n", say(page.lang, "report.no-statement"));
    }
    for (at, one) in report.claims.iter().enumerate() {
        claim(report, one, at + 1, page, out);
    }
}

fn claim(report: &Report, claim: &Claim, number: usize, page: Page, out: &mut String) {
    let mut words = String::new();
    fold(&said(claim), INDENT, page, Style::Said, &mut words);
    let _ = write!(out, "{number:>3}  {}", words.trim_start_matches(' '));
    let lang = page.lang;
    let source = format!("{}: {}", say(lang, "report.source"), speaker(claim, lang));
    fold(&source, INDENT, page, Style::Strong, out);
    let chain = chain(report, claim, lang);
    if !chain.is_empty() {
        let label = format!("{}:", say(lang, "report.chain"));
        fold(
            &format!("{label:<7} {chain}"),
            INDENT,
            page,
            Style::Faint,
            out,
        );
    }
    fold(&notes(claim, lang), INDENT, page, Style::Faint, out);
    out.push('\n');
}

/// Manner, cue, rule and sureness of a claim.
fn notes(claim: &Claim, lang: Lang) -> String {
    let mut notes: Vec<String> = manner(claim, lang).into_iter().map(str::to_owned).collect();
    let cue = claim.cue.as_ref().map(|cue| one_line(&cue.text));
    notes.extend(cue.map(|words| fill(lang, "report.cue", &[("words", &words)])));
    let day = claim.said_at.as_ref();
    notes.extend(day.map(|day| fill(lang, "report.said-on", &[("day", day)])));
    notes.push(fill(lang, "report.rule", &[("id", &claim.rule)]));
    let sureness = sureness(claim.confidence, lang);
    notes.push(fill(lang, "report.reading", &[("sureness", sureness)]));
    notes.join(" · ")
}

fn findings(report: &Report, page: Page, out: &mut String) {
    if report.findings.is_empty() {
        return;
    }
    let head = count(page.lang, "report.remarks", report.findings.len());
    let _ = writeln!(out, "  {}", page.paint(Style::Strong, &head));
    for one in &report.findings {
        finding(one, page, out);
    }
    out.push('\n');
}

/// Level, code and sentence of a remark, then the words that it is about.
fn finding(finding: &Finding, page: Page, out: &mut String) {
    let level = level(finding.level, page.lang);
    let about = finding.claim.as_ref().map(|id| format!(" ({id})"));
    let about = about.unwrap_or_default();
    let line = format!("{level}: {} {}{about}", finding.code, finding.message);
    fold(&line, 2, page, Style::Look, out);
    if let Some(span) = finding.span.as_ref().filter(|s| !s.text.trim().is_empty()) {
        let words = super::excerpt(&span.text, EXCERPT);
        fold(&words, INDENT, page, Style::Faint, out);
    }
}

/// Sums up all articles.
#[must_use]
pub fn summary(tally: &Tally, page: &Page) -> String {
    let mut out = String::new();
    let lang = page.lang;
    let head = [
        ("report.articles", tally.articles),
        ("report.claims", tally.claims()),
    ]
    .map(|(key, number)| count(lang, key, number))
    .join(", ");
    let _ = writeln!(out, "{}", page.paint(Style::Strong, &head));
    let _ = writeln!(out, "  {}", kinds(tally, lang));
    if tally.remarks() > 0 {
        let _ = writeln!(out, "  {}", super::remarks(tally, lang));
    }
    let sources = ranked(&tally.sources);
    table(say(lang, "report.sources"), &sources, &mut out);
    if sources.len() > SOURCES {
        let rest = (sources.len() - SOURCES).to_string();
        let _ = writeln!(
            out,
            "    {}",
            fill(lang, "report.more", &[("count", &rest)])
        );
    }
    for (title, counts) in [
        ("report.agencies-named", &tally.agencies),
        ("report.agencies-credited", &tally.credits),
    ] {
        table(say(lang, title), &ranked(counts), &mut out);
    }
    out
}

fn table(title: &str, rows: &[(&str, usize)], out: &mut String) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n  {title}");
    for (name, count) in rows.iter().take(SOURCES) {
        let _ = writeln!(out, "  {count:>5}  {}", visible(name));
    }
}

/// Adds `words` in lines of at most 88 columns, two from the edge.
#[cfg(feature = "cli")]
pub(crate) fn fold_plain(words: &str, out: &mut String) {
    let page = Page::new(90, false, Lang::En);
    fold(words, 2, page, Style::Strong, out);
}

/// Adds `words` in lines that fit the page, `indent` columns from its edge; no-break spaces do not break.
fn fold(words: &str, indent: usize, page: Page, style: Style, out: &mut String) {
    let room = page.width - indent;
    let plain = |c: char| if obeyed(c) { ' ' } else { c };
    let words: String = words.chars().map(plain).collect();
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
    use crate::report::sample::sample;

    fn shown(colours: bool) -> String {
        let mut out = String::new();
        article(&sample(), &Page::new(80, colours, Lang::En), &mut out);
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
        let summary = summary(&Tally::of(&sample()), &Page::new(80, false, Lang::En));
        assert!(summary.starts_with("1 article, 2 claims\n"), "{summary}");
        assert!(summary.contains("    1  Loïc Kervadec\n"), "{summary}");
        assert!(summary.contains("    1  tass\n"), "{summary}");
    }
}
