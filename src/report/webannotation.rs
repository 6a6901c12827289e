//! Web annotations: remarks and claims as the W3C model writes them, in JSON-LD.
//!
//! In: [`Audited`] articles. Out: an array of annotations that point at words both by quoting and by counting them: the claim in
//! « Selon KCNA, le tir a eu lieu vendredi. » is an annotation that describes it with its source.

use std::io::Write;

use serde::Serialize;

use super::Audited;
use super::format::{Document, Format, Frame, Streamed, items};
use super::passage::{Passages, Selector, address, name};
use super::{level, manner, one_line, speaker};
use crate::catalogue::{Lang, fill};
use crate::contract::{Claim, Finding, Stretch};

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct WebAnnotation {
    /// Language of the remarks.
    pub lang: Lang,
}

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: String,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
}

#[derive(Serialize)]
struct Target<'a> {
    source: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector<'a>>,
}

impl Format for WebAnnotation {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        let passages = Passages::new(audited);
        let page = Page {
            address: address(&audited.report.article),
            passages,
            lang: self.lang,
        };
        let remarks = audited.report.findings.iter().map(|one| page.remark(one));
        let claims = audited.report.claims.iter().map(|one| page.claim(one));
        items(remarks.chain(claims), out);
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Streamed::new(out, Frame::ARRAY))
    }
}

/// One article.
struct Page<'a> {
    address: String,
    passages: Passages<'a>,
    lang: Lang,
}

impl<'a> Page<'a> {
    fn remark(&self, finding: &Finding) -> Annotation<'a> {
        let said = finding.message.clone();
        let body = vec![
            self.words("commenting", said),
            tag(finding.code.clone()),
            tag(level(finding.level, self.lang).to_owned()),
        ];
        let key = ["remark", self.address.as_str(), &finding.fingerprint];
        self.annotation("commenting", &key, body, finding.span.as_slice())
    }

    fn claim(&self, claim: &Claim) -> Annotation<'a> {
        let source = one_line(&speaker(claim, self.lang));
        let said = fill(self.lang, "formats.author", &[("source", &source)]);
        let manner = manner(claim, self.lang).join(", ");
        let said = format!("{said} · {manner}");
        let body = vec![self.words("describing", said), tag(claim.rule.clone())];
        let key = ["claim", self.address.as_str(), &claim.id];
        self.annotation("describing", &key, body, &claim.content)
    }

    fn annotation(
        &self,
        motivation: &'static str,
        key: &[&str],
        body: Vec<Body>,
        stretches: &[Stretch],
    ) -> Annotation<'a> {
        let target = |selector| Target {
            source: self.address.clone(),
            selector,
        };
        let pointed = stretches.iter().map(|stretch| {
            let (start, end) = (stretch.start, stretch.end);
            target(vec![
                self.passages.quote(stretch),
                Selector::Position { start, end },
            ])
        });
        let mut pointed: Vec<_> = pointed.collect();
        if pointed.is_empty() {
            pointed.push(target(Vec::new()));
        }
        Annotation {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: name(key),
            kind: "Annotation",
            motivation,
            body,
            target: pointed,
        }
    }

    fn words(&self, purpose: &'static str, value: String) -> Body {
        Body {
            language: Some(self.lang.tag()),
            purpose,
            ..tag(value)
        }
    }
}

fn tag(value: String) -> Body {
    Body {
        kind: "TextualBody",
        purpose: "tagging",
        value,
        format: "text/plain",
        language: None,
    }
}
