//! Claims: statements as schema.org describes them, in JSON-LD, for search engines and archives. It holds no verdict.
//!
//! In: [`Audited`] articles. Out: a graph of `Quotation` for words between marks and `Claim` for others: « On tient bon », a dit la
//! maire, is a `Quotation` whose `creator` is a `Person`. Under a negated cue nobody has said anything.

use std::io::Write;

use serde::Serialize;

use super::format::{Document, Format, Frame, Streamed, items};
use super::passage::{address, name};
use super::{Audited, chain, one_line};
use crate::catalogue::Lang;
use crate::contract::{ArticleInfo, Claim, Kind, Source, SourceType, Stretch};

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Claims {
    /// Language of the line of credit.
    pub lang: Lang,
}

#[derive(Serialize)]
struct Statement<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    text: String,
    #[serde(rename = "inLanguage")]
    language: &'static str,
    #[serde(flatten)]
    whose: Whose<'a>,
    #[serde(rename = "creditText", skip_serializing_if = "String::is_empty")]
    credit: String,
    #[serde(rename = "hasPart", skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Words>,
    /// Where a quotation stands.
    #[serde(rename = "isPartOf", skip_serializing_if = "Option::is_none")]
    part_of: Option<Article<'a>>,
    /// Where a claim appears.
    #[serde(skip_serializing_if = "Option::is_none")]
    appearance: Option<Article<'a>>,
}

/// Who speaks, when the article names somebody.
#[derive(Serialize, Default)]
struct Whose<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Named<'a>>,
    #[serde(rename = "isBasedOn", skip_serializing_if = "Option::is_none")]
    document: Option<Named<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

/// A fragment between marks inside a claim.
#[derive(Serialize)]
struct Words {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Article<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'a>>,
}

impl Format for Claims {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        let report = &audited.report;
        // Of somebody who has not said something, nothing is to be told here.
        let said = report.claims.iter().filter(|claim| !claim.modality.negated);
        items(said.map(|claim| self.statement(audited, claim)), out);
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        let frame = Frame {
            head: "{\"@context\":\"https://schema.org\",\"@graph\":[\n".into(),
            between: ",\n",
            foot: "\n]}\n",
            empty: "{\"@context\":\"https://schema.org\",\"@graph\":[]}\n".into(),
        };
        Box::new(Streamed::new(out, frame))
    }
}

impl Claims {
    fn statement<'a>(self, audited: &'a Audited<'_>, claim: &'a Claim) -> Statement<'a> {
        let article = &audited.report.article;
        let direct = claim.kind == Kind::Direct;
        let parts = claim.quotes.iter().filter(|_| !direct);
        let place = about(article);
        let (part_of, appearance) = if direct {
            (Some(place), None)
        } else {
            (None, Some(place))
        };
        Statement {
            kind: if direct { "Quotation" } else { "Claim" },
            id: name(&["claim", &address(article), &claim.id]),
            text: joined(&claim.content),
            language: "fr",
            whose: claim.source.as_ref().map(whose).unwrap_or_default(),
            credit: chain(&audited.report, claim, self.lang),
            parts: parts.map(words).collect(),
            part_of,
            appearance,
        }
    }
}

fn about(article: &ArticleInfo) -> Article<'_> {
    Article {
        kind: "NewsArticle",
        url: address(article),
        headline: article.title.as_deref(),
        published: article.published.as_deref(),
        publisher: article.outlet.as_deref().map(|name| Named {
            kind: "NewsMediaOrganization",
            name,
        }),
    }
}

/// Says who speaks; somebody who is not named has no entry.
fn whose(source: &Source) -> Whose<'_> {
    let kind = match source.kind {
        SourceType::Person => "Person",
        SourceType::Government => "GovernmentOrganization",
        SourceType::Agency | SourceType::Media => "NewsMediaOrganization",
        SourceType::Institution | SourceType::Collective => "Organization",
        SourceType::Document => "CreativeWork",
        SourceType::Anonymous | SourceType::Unknown => return Whose::default(),
    };
    let named = super::name(source).map(|name| Named { kind, name });
    match source.kind {
        SourceType::Document => Whose {
            document: named,
            ..Whose::default()
        },
        _ => Whose {
            creator: named,
            ..Whose::default()
        },
    }
}

fn words(quote: &Stretch) -> Words {
    Words {
        kind: "Quotation",
        text: one_line(&quote.text),
    }
}

fn joined(content: &[Stretch]) -> String {
    let segments: Vec<_> = content.iter().map(|part| one_line(&part.text)).collect();
    segments.join(" […] ")
}
