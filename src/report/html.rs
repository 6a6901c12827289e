//! HTML: the report as one page that needs nothing but itself, for a desk that works through many articles.
//!
//! In: [`Sheet`]s, texts with their reports, and the lexicon for who controls the media. Out: one file without a request, whose
//! texts light up: in « Il pleut, a-t-elle dit » the words that attribute, the source and whom `elle` stands for. It reads without
//! `JavaScript`. Everything from articles is escaped by the templates; style and script are ours and known by their hash.

mod card;
mod chain;
mod cuts;
mod excerpt;
mod gravest;
mod media;
mod place;
mod policy;
mod statistics;
mod text;

use std::collections::BTreeSet;
use std::io::{self, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value, context};
use serde::{Deserialize, Serialize};

use self::card::{Card, Remark, cards, level_words, remark, shown};
use self::gravest::gravest;
use self::media::Media;
use self::text::{Paragraph, paragraphs};
use super::format::{Document, Format};
use super::{Audited, Tally, label, ranked};
use crate::Error;
use crate::audit::rule;
use crate::catalogue::{Lang, count, find};
use crate::contract::{Finding, Level, Report};
use crate::lexicon::Lexicon;

/// Sources among which the filter chooses.
const CHOICES: usize = 300;
/// Articles that are unfolded when the page opens.
const UNFOLDED: usize = 10;

/// One article with what was read in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sheet {
    /// The decoded text, exactly as read.
    pub text: String,
    /// What was read; its findings are those that the page shows.
    pub report: Report,
    /// Findings that somebody has set aside, with the reason.
    pub suppressed: Vec<(Finding, String)>,
    /// Number of findings that a baseline knows already.
    pub known: usize,
    /// Number of findings that a profile leaves out.
    pub left_out: usize,
}

impl Sheet {
    /// Puts a text and its report together; every finding counts.
    #[must_use]
    pub fn new(text: String, report: Report) -> Self {
        Self {
            text,
            report,
            suppressed: Vec::new(),
            known: 0,
            left_out: 0,
        }
    }
}

/// How the page is made.
#[derive(Clone, Debug)]
pub struct Html {
    /// Language of everything that is not an article.
    pub lang: Lang,
    /// Where control, country and names of media come from.
    pub lexicon: Lexicon,
    /// Keep excerpts only, so that the page may leave the desk.
    pub share: bool,
}

/// What all parts of the page need.
struct Scene<'a> {
    lang: Lang,
    media: Media<'a>,
    share: bool,
}

impl Scene<'_> {
    /// The path as given; only the name of the file where the page may leave the desk.
    fn label(&self, report: &Report) -> String {
        let label = shown(&label(report));
        match label.rsplit(['/', '\\']).next() {
            Some(last) if self.share => last.to_owned(),
            _ => label,
        }
    }

    /// The headline, else the name of the article.
    fn title(&self, report: &Report) -> String {
        let title = report.article.title.as_deref();
        let title = title.filter(|title| !title.trim().is_empty());
        title.map_or_else(|| self.label(report), shown)
    }
}

/// What one article shows.
#[derive(Serialize)]
struct View {
    number: usize,
    open: bool,
    label: String,
    title: String,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
    /// Whether the address is one that a click may follow.
    link: bool,
    paragraphs: Vec<Paragraph>,
    cards: Vec<Card>,
    remarks: Vec<Remark>,
    checks: usize,
    notes: usize,
    suppressed: Vec<(Remark, String)>,
    known: usize,
    left_out: usize,
}

impl Html {
    /// Makes pages in a language.
    #[must_use]
    pub fn new(lang: Lang, lexicon: Lexicon) -> Self {
        Self {
            lang,
            lexicon,
            share: false,
        }
    }

    /// Writes the page; `skipped` tells what could not be read, one line each.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(
        &self,
        sheets: &[Sheet],
        skipped: &[String],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let scene = Scene {
            lang: self.lang,
            media: Media::new(&self.lexicon),
            share: self.share,
        };
        let mut tally = Tally::default();
        for sheet in sheets {
            tally.add(Tally::of(&sheet.report));
        }
        let templates = environment(self.lang).map_err(io::Error::other)?;
        let mut render = |name: &str, values: Value| {
            let template = templates.get_template(name).map_err(io::Error::other)?;
            template
                .render_captured_to(values, &mut *out)
                .map_err(io::Error::other)?;
            Ok::<_, io::Error>(())
        };
        render("head.html", self.head(&scene, sheets, skipped, &tally))?;
        for (at, sheet) in sheets.iter().enumerate() {
            let view = self.view(&scene, at + 1, sheets.len(), sheet);
            render("article.html", Value::from(Serde(&view)))?;
        }
        let statistics = statistics::statistics(&scene, sheets, &tally);
        let tail = context! {
            rules => self.rules(sheets),
            codes => self.codes(sheets),
            statistics => Value::from(Serde(&statistics)),
            script => policy::SCRIPT.text(),
        };
        render("tail.html", tail)?;
        out.flush()
    }

    fn head(
        &self,
        scene: &Scene<'_>,
        sheets: &[Sheet],
        skipped: &[String],
        tally: &Tally,
    ) -> Value {
        let dates: BTreeSet<&str> = sheets
            .iter()
            .filter_map(|s| s.report.article.published.as_deref())
            .collect();
        let levels = [Level::Check, Level::Note, Level::Limit].map(|level| {
            let findings = sheets.iter().flat_map(|sheet| &sheet.report.findings);
            let count = findings.filter(|finding| finding.level == level).count();
            context! { class => card::level(level), words => level_words(scene, level), count }
        });
        let mut sources: Vec<&str> = ranked(&tally.sources)
            .into_iter()
            .take(CHOICES)
            .map(|s| s.0)
            .collect();
        sources.sort_by_key(|name| name.to_lowercase());
        let mut agencies: Vec<String> = tally
            .agencies
            .keys()
            .map(|id| scene.media.shown(id))
            .collect();
        agencies.sort_by_key(|name| name.to_lowercase());
        agencies.dedup();
        context! {
            lang => self.lang.tag(),
            policy => policy::policy(),
            style => policy::STYLE.text(),
            share => self.share,
            version => env!("CARGO_PKG_VERSION"),
            lexicon => self.lexicon.hash(),
            articles => tally.articles,
            claims => tally.claims(),
            first => dates.first().copied(),
            last => dates.last().copied(),
            undated => sheets.iter().filter(|s| s.report.article.published.is_none()).count(),
            unread => skipped.len(),
            skipped => skipped.iter().filter(|_| !self.share).map(|words| shown(words)).collect::<Vec<_>>(),
            levels => levels.to_vec(),
            gravest => Value::from(Serde(gravest(scene, sheets))),
            sources => sources.into_iter().map(shown).collect::<Vec<_>>(),
            agencies,
        }
    }

    fn view(&self, scene: &Scene<'_>, number: usize, of: usize, sheet: &Sheet) -> View {
        let (cards, remarks) = cards(scene, &sheet.text, &sheet.report);
        let article = &sheet.report.article;
        let level = |level: Level| {
            sheet
                .report
                .findings
                .iter()
                .filter(|f| f.level == level)
                .count()
        };
        let suppressed = sheet.suppressed.iter();
        View {
            number,
            open: of <= UNFOLDED,
            label: scene.label(&sheet.report),
            title: scene.title(&sheet.report),
            outlet: article.outlet.as_deref().map(shown),
            published: article.published.clone(),
            link: article.url.as_deref().is_some_and(harmless),
            url: article.url.as_deref().map(shown),
            paragraphs: paragraphs(&sheet.text, &sheet.report, self.share),
            cards,
            remarks,
            checks: level(Level::Check),
            notes: level(Level::Note),
            suppressed: suppressed
                .map(|(f, why)| (remark(scene, f), shown(why)))
                .collect(),
            known: sheet.known,
            left_out: sheet.left_out,
        }
    }

    /// The constructions that found something, with their explanation.
    fn rules(&self, sheets: &[Sheet]) -> Vec<Value> {
        let claims = sheets.iter().flat_map(|sheet| &sheet.report.claims);
        let used: BTreeSet<&str> = claims.map(|claim| claim.rule.as_str()).collect();
        let rows = self.lexicon.constructions().iter();
        rows.filter(|row| used.contains(row.id.as_str()))
            .map(|row| {
                let words = find(self.lang, &format!("constructions.{}", row.id));
                context! { id => row.id.as_str(), words => words.unwrap_or(&row.explains) }
            })
            .collect()
    }

    /// The codes of the remarks, with their explanation.
    fn codes(&self, sheets: &[Sheet]) -> Vec<Value> {
        let findings = sheets.iter().flat_map(|sheet| &sheet.report.findings);
        let used: BTreeSet<&str> = findings.map(|finding| finding.code.as_str()).collect();
        used.into_iter()
            .filter_map(rule)
            .map(|rule| {
                let parts = rule
                    .page(self.lang)
                    .map(|(head, words)| context! { head, words });
                context! {
                    id => rule.code,
                    title => rule.title(self.lang),
                    parts => parts.collect::<Vec<_>>(),
                }
            })
            .collect()
    }
}

impl Format for Html {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        let sheet = Sheet {
            suppressed: audited.suppressed.clone(),
            known: audited.known.len(),
            left_out: audited.left_out,
            ..Sheet::new(audited.text.to_owned(), audited.report.clone())
        };
        // Nothing in a sheet can fail to be packed; an empty one would be told as unread.
        out.extend(postcard::to_allocvec(&sheet).unwrap_or_default());
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Kept {
            html: self,
            out,
            sheets: Vec::new(),
            skipped: Vec::new(),
        })
    }
}

/// A page whose articles are kept until all are known: remarks and dates stand above them.
struct Kept<'a> {
    html: &'a Html,
    out: &'a mut dyn Write,
    sheets: Vec<Sheet>,
    skipped: Vec<String>,
}

impl Document for Kept<'_> {
    fn push(&mut self, article: &[u8]) -> io::Result<()> {
        self.sheets
            .push(postcard::from_bytes(article).map_err(io::Error::other)?);
        Ok(())
    }

    fn skip(&mut self, error: &Error) {
        self.skipped.push(error.to_string());
    }

    fn finish(self: Box<Self>, _: &Tally) -> io::Result<()> {
        self.html.write(&self.sheets, &self.skipped, self.out)
    }
}

/// Tells whether an address is one of the web: never `javascript:` or a file.
fn harmless(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.chars().any(char::is_whitespace)
}

/// The templates, with the words of a language: `t("key")` and `n("key", 3)`.
fn environment(lang: Lang) -> Result<Environment<'static>, minijinja::Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    templates.add_template("head.html", include_str!("html/head.html"))?;
    templates.add_template("article.html", include_str!("html/article.html"))?;
    templates.add_template("tail.html", include_str!("html/tail.html"))?;
    templates.add_function("t", move |key: &str| {
        find(lang, &format!("html.{key}")).ok_or_else(|| {
            minijinja::Error::new(ErrorKind::UndefinedError, format!("no words for `{key}`"))
        })
    });
    templates.add_function("n", move |key: &str, number: usize| {
        count(lang, &format!("html.{key}"), number)
    });
    Ok(templates)
}

#[cfg(test)]
mod tests;
