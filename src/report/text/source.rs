//! Remarks in the terminal: the line of the article that a remark is about, with carets under the words.
//!
//! In: a remark with its place, and the text. Out: lines such as `5 | Le préfet a dénoncé une »agression« …` with `^` below; a long
//! paragraph is cut around the words, so that a page of them costs the same.

use annotate_snippets::renderer::{self, AnsiColor, Effects};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Page, Style};
use crate::contract::{self, Finding};
use crate::report::passage::Passages;
use crate::report::{Place, level, visible};

/// Code points that are shown before the words.
const BEFORE: usize = 30;
/// Columns that the number of the line and the rule beside it take.
const GUTTER: usize = 12;

/// Renders the remarks on one text.
pub(super) struct Source<'a> {
    passages: &'a Passages<'a>,
    name: &'a str,
    page: Page,
    renderer: Renderer,
}

impl<'a> Source<'a> {
    pub(super) fn new(passages: &'a Passages<'a>, name: &'a str, page: Page) -> Self {
        let strong = |colour: AnsiColor| {
            renderer::Style::new()
                .fg_color(Some(colour.into()))
                .effects(Effects::BOLD)
        };
        let renderer = if page.colours {
            Renderer::styled()
                .warning(strong(AnsiColor::Yellow))
                .info(strong(AnsiColor::Blue))
                .help(strong(AnsiColor::Cyan))
        } else {
            Renderer::plain()
        };
        Self {
            passages,
            name,
            page,
            renderer: renderer.term_width(page.width),
        }
    }

    /// Gives the lines of one remark.
    pub(super) fn show(&self, finding: &Finding, place: Place) -> String {
        let sort = match finding.level {
            contract::Level::Check => Level::WARNING,
            contract::Level::Note => Level::INFO,
            contract::Level::Limit => Level::HELP,
        };
        let claim = finding.claim.as_ref().map(|id| format!(" ({id})"));
        let message = format!("{}{}", visible(&finding.message), claim.unwrap_or_default());
        let title = sort
            .with_name(level(finding.level, self.page.lang))
            .primary_title(message)
            .id(finding.code.as_str());
        let Some(span) = &finding.span else {
            return self
                .renderer
                .render(&[title.element(Origin::path(self.name))]);
        };
        let (line, words) = self.passages.window(span, BEFORE, self.page.width - GUTTER);
        let snippet = Snippet::source(line)
            .line_start(place.line as usize)
            .annotation(AnnotationKind::Primary.span(words));
        let shown = self.renderer.render(&[title.element(snippet)]);
        // The renderer would count columns from where the line was cut.
        let (head, lines) = shown.split_once('\n').unwrap_or((&shown, ""));
        let place = format!("  --> {}:{}:{}", self.name, place.line, place.column);
        format!("{head}\n{}\n{lines}", self.page.paint(Style::Faint, &place))
    }
}
