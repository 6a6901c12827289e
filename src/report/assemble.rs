//! From an analysis to the output contract: spans become code points, ids become names.
//!
//! In: an [`Article`] and its [`Analysis`]. Out: a [`Report`]; in « L’été, selon Météo-France » the source begins at code point 14.

mod points;
#[cfg(feature = "cli")]
mod sorts;
#[cfg(feature = "cli")]
mod stream;

#[cfg(feature = "cli")]
pub(crate) use stream::{audited_line, line};

use sha2::{Digest, Sha256};
use smallvec::{SmallVec, smallvec};

use crate::analysis::{self, Analysis};
use crate::article::Article;
use crate::audit;
use crate::catalogue::Lang;
use crate::contract::{
    ArticleInfo, Claim, Cue, Entity, Finding, Mark, Modality, Relay, Report, SCHEMA, Source,
    Stretch,
};
use crate::span::Span;
use points::Points;

/// Builds the report of one article, with nothing but limits as remarks.
#[must_use]
pub(crate) fn report(article: &Article, analysis: &Analysis, lexicon: &str) -> Report {
    let limits = audit::limits(&article.text, analysis);
    audited(article, analysis, lexicon, &limits, Lang::En)
}

/// Builds the report of one article with remarks, in their order, said in `lang`.
#[must_use]
pub(crate) fn audited(
    article: &Article,
    analysis: &Analysis,
    lexicon: &str,
    findings: &[audit::Finding],
    lang: Lang,
) -> Report {
    let a = Assembler::new(article, analysis);
    Report {
        schema: SCHEMA,
        selon: env!("CARGO_PKG_VERSION").to_owned(),
        lexicon: lexicon.to_owned(),
        article: info(article, analysis),
        claims: analysis
            .claims
            .iter()
            .enumerate()
            .map(|(i, c)| a.claim(i, c))
            .collect(),
        marks: analysis.marks.iter().map(|m| a.mark(m)).collect(),
        entities: a.entities(),
        findings: findings.iter().map(|f| a.finding(f, lang)).collect(),
    }
}

fn info(article: &Article, analysis: &Analysis) -> ArticleInfo {
    ArticleInfo {
        id: article.id.clone(),
        path: article.path.clone(),
        title: article.title.clone().or_else(|| {
            analysis
                .headline
                .map(|s| s.of(&article.text).trim().to_owned())
        }),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        published: article.published.clone(),
        credits: analysis.layout.credits.clone(),
        sha256: digest(&article.text).map(char::from).iter().collect(),
    }
}

/// Gives the SHA-256 of a text in hexadecimal digits.
fn digest(text: &str) -> [u8; 64] {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    let digit = |n: u8| DIGITS[usize::from(n & 15)];
    let mut digits = [0; 64];
    let (pairs, _) = digits.as_chunks_mut::<2>();
    for (pair, byte) in pairs.iter_mut().zip(Sha256::digest(text.as_bytes())) {
        *pair = [digit(byte >> 4), digit(byte)];
    }
    digits
}

/// Gives a measure of sureness with two decimals.
fn rounded(confidence: f32) -> f32 {
    (confidence * 100.0).round() / 100.0
}

struct Assembler<'a> {
    text: &'a str,
    points: Points<'a>,
    analysis: &'a Analysis,
}

impl<'a> Assembler<'a> {
    fn new(article: &'a Article, analysis: &'a Analysis) -> Self {
        Self {
            text: &article.text,
            points: Points::new(&article.text),
            analysis,
        }
    }

    fn stretch(&self, span: Span) -> Stretch {
        Stretch {
            start: self.points.of(span.start),
            end: self.points.of(span.end),
            text: span.of(self.text).to_owned(),
        }
    }

    fn cue(&self, cue: &analysis::Cue) -> Cue {
        let s = self.stretch(cue.span);
        Cue {
            start: s.start,
            end: s.end,
            text: s.text,
            lemma: cue.lemma.clone(),
        }
    }

    fn source(&self, source: analysis::Source) -> Source {
        let words = source.span.map(|s| self.stretch(s));
        let entity = source.entity.and_then(|e| self.analysis.entities.get(e));
        Source {
            start: words.as_ref().map(|w| w.start),
            end: words.as_ref().map(|w| w.end),
            text: words.map(|w| w.text),
            entity: entity.map(|e| e.name.to_owned()),
            kind: source.kind,
            id: source.entity.map(entity_id),
        }
    }

    fn claim(&self, index: usize, c: &analysis::Claim) -> Claim {
        Claim {
            id: claim_id(index),
            kind: c.kind,
            content: c.content.iter().map(|s| self.stretch(*s)).collect(),
            quotes: c.quotes.iter().map(|s| self.stretch(*s)).collect(),
            cue: c.cue.as_ref().map(|x| self.cue(x)),
            source: c.source.map(|s| self.source(s)),
            relays: c
                .relays
                .iter()
                .map(|r| Relay {
                    cue: r.cue.as_ref().map(|x| self.cue(x)),
                    source: self.source(r.source),
                })
                .collect(),
            agency: c.agency.clone(),
            zone: c.zone,
            said_at: None,
            modality: Modality {
                conditional: c.conditional,
                negated: c.negated,
            },
            rule: c.rule.to_owned(),
            confidence: rounded(c.confidence),
            basis: c
                .basis
                .iter()
                .map(|(feature, weight)| format!("{} {weight:+}", feature.name()))
                .collect(),
        }
    }

    fn mark(&self, m: &analysis::Mark) -> Mark {
        let s = self.stretch(m.inner);
        Mark {
            start: s.start,
            end: s.end,
            text: s.text,
            class: m.class,
            claim: m.claim.map(claim_id),
        }
    }

    /// Gives the entities that a claim or a relay names, with their indexes.
    fn named(&self) -> impl Iterator<Item = (usize, analysis::Entity<'_>)> {
        let mut used: SmallVec<[u64; 4]> = smallvec![0; self.analysis.entities.len().div_ceil(64)];
        for claim in &self.analysis.claims {
            let relays = claim.relays.iter().map(|relay| &relay.source);
            let sources = claim.source.iter().chain(relays);
            for entity in sources.filter_map(|source| source.entity) {
                if let Some(used) = used.get_mut(entity / 64) {
                    *used |= 1 << (entity % 64);
                }
            }
        }
        let entities = &self.analysis.entities;
        let mut word = 0;
        std::iter::from_fn(move || {
            while *used.get(word)? == 0 {
                word += 1;
            }
            let left = used.get_mut(word)?;
            let number = word * 64 + left.trailing_zeros() as usize;
            *left &= *left - 1;
            Some((number, entities.get(number)?))
        })
    }

    fn entities(&self) -> Vec<Entity> {
        self.named()
            .map(|(i, e)| Entity {
                id: entity_id(i),
                name: e.name.to_owned(),
                kind: e.kind,
                aliases: e
                    .aliases(self.text)
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
            })
            .collect()
    }

    fn finding(&self, found: &audit::Finding, lang: Lang) -> Finding {
        Finding {
            code: found.code.to_owned(),
            level: found.level,
            message: found.say(lang),
            span: Some(self.stretch(found.span)),
            claim: found.claim.map(claim_id),
            fingerprint: found.fingerprint.clone(),
        }
    }
}

fn claim_id(index: usize) -> String {
    format!("c{}", index + 1)
}

fn entity_id(index: usize) -> String {
    format!("e{}", index + 1)
}
