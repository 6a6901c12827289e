//! Cards: everything that the page shows of one claim, in words.
//!
//! In: a claim of a report. Out: a [`Card`] with the chain from the speaker to the outlet: for « Selon KCNA, citant le ministère,
//! le tir a réussi » the ministry, then KCNA.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Scene;
use super::chain::{Link, chain};
use super::place::Ruler;
use super::text::{antecedent, visible};
use crate::catalogue::say;
use crate::contract::{Claim, Finding, Kind, Level, Report, Zone};
use crate::report::{name, one_line};

/// One claim.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    number: usize,
    words: Vec<String>,
    kind: &'static str,
    kind_words: &'static str,
    zone: Option<&'static str>,
    conditional: bool,
    negated: bool,
    said_at: Option<String>,
    cue: Option<String>,
    /// Name of the source, else its words; the value of the filter.
    source: Option<String>,
    /// The words at the cue, when they are not the name.
    said_as: Option<String>,
    /// The words elsewhere in the text that name it.
    antecedent: Option<String>,
    chain: Vec<Link>,
    agency: Option<String>,
    sureness: &'static str,
    sureness_words: &'static str,
    rule: String,
    remarks: Vec<Remark>,
    /// Levels of the remarks, for the filter.
    levels: String,
}

/// One remark.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Remark {
    pub(super) level: &'static str,
    pub(super) level_words: &'static str,
    pub(super) code: String,
    pub(super) message: String,
    /// What the configuration names to set the remark aside.
    pub(super) fingerprint: String,
    /// How often it stands in a row.
    pub(super) times: usize,
    /// Number of its place in the text, from 1; 0 when it is about a claim or the whole article.
    pub(super) place: usize,
}

/// Makes the cards of an article, and the remarks that are about no claim.
pub(super) fn cards(scene: &Scene<'_>, text: &str, report: &Report) -> (Vec<Card>, Vec<Remark>) {
    let ruler = Ruler::new(text);
    let mut by_claim: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    let mut others = Vec::new();
    let known: BTreeSet<&str> = report.claims.iter().map(|c| c.id.as_str()).collect();
    for (at, finding) in report.findings.iter().enumerate() {
        if let Some(id) = finding.claim.as_deref().filter(|id| known.contains(id)) {
            by_claim.entry(id).or_default().push(finding);
        } else {
            let placed = finding.claim.is_none() && finding.span.is_some();
            let place = if placed { at + 1 } else { 0 };
            let remark = remark(scene, finding);
            repeat(&mut others, Remark { place, ..remark });
        }
    }
    let cards = report.claims.iter().enumerate().map(|(at, claim)| {
        let findings = by_claim.remove(claim.id.as_str()).unwrap_or_default();
        card(scene, &ruler, report, claim, at + 1, &findings)
    });
    (cards.collect(), others)
}

/// Adds a remark, or counts it when the last one says the same.
fn repeat(remarks: &mut Vec<Remark>, remark: Remark) {
    match remarks.last_mut() {
        Some(last) if last.code == remark.code && last.message == remark.message => last.times += 1,
        _ => remarks.push(remark),
    }
}

fn card(
    scene: &Scene<'_>,
    ruler: &Ruler<'_>,
    report: &Report,
    claim: &Claim,
    number: usize,
    findings: &[&Finding],
) -> Card {
    let (sureness, sureness_words) = sureness(scene, claim.confidence);
    let (kind, kind_words) = kind(scene, claim.kind);
    let source = claim.source.as_ref().and_then(name).map(shown);
    let said = claim
        .source
        .as_ref()
        .and_then(|source| source.text.as_deref())
        .map(shown);
    let mut levels: Vec<_> = findings.iter().map(|f| level(f.level)).collect();
    levels.dedup();
    Card {
        number,
        words: claim.content.iter().map(|part| shown(&part.text)).collect(),
        kind,
        kind_words,
        zone: zone(scene, claim.zone),
        conditional: claim.modality.conditional,
        negated: claim.modality.negated,
        said_at: claim.said_at.clone(),
        cue: claim.cue.as_ref().map(|cue| shown(&cue.text)),
        said_as: said.filter(|said| Some(said) != source.as_ref()),
        antecedent: antecedent(ruler, report, claim)
            .map(|place| shown(ruler.slice(place.0, place.1))),
        chain: chain(scene, report, claim),
        agency: claim.agency.as_ref().map(|id| scene.media.shown(id)),
        sureness,
        sureness_words,
        rule: claim.rule.clone(),
        remarks: findings
            .iter()
            .map(|finding| remark(scene, finding))
            .collect(),
        levels: levels.join(" "),
        source,
    }
}

/// Words on one line, with nothing that a browser would swallow.
pub(super) fn shown(words: &str) -> String {
    one_line(words).chars().map(visible).collect()
}

/// Tells what a remark is in the words of the page.
pub(super) fn remark(scene: &Scene<'_>, finding: &Finding) -> Remark {
    Remark {
        level: level(finding.level),
        level_words: level_words(scene, finding.level),
        code: finding.code.clone(),
        message: shown(&finding.message),
        fingerprint: shown(&finding.fingerprint),
        times: 1,
        place: 0,
    }
}

/// The class of a level.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Check => "check",
        Level::Note => "note",
        Level::Limit => "limit",
    }
}

/// The words of a level.
pub(super) fn level_words(scene: &Scene<'_>, level: Level) -> &'static str {
    say(
        scene.lang,
        match level {
            Level::Check => "html.level-check",
            Level::Note => "html.level-note",
            Level::Limit => "html.level-limit",
        },
    )
}

fn sureness(scene: &Scene<'_>, confidence: f32) -> (&'static str, &'static str) {
    let (class, key) = match confidence {
        sure if sure >= 0.85 => ("sure", "html.sureness-sure"),
        probable if probable >= 0.6 => ("probable", "html.sureness-probable"),
        _ => ("reread", "html.sureness-reread"),
    };
    (class, say(scene.lang, key))
}

pub(super) fn kind(scene: &Scene<'_>, kind: Kind) -> (&'static str, &'static str) {
    let (class, key) = match kind {
        Kind::Direct => ("direct", "html.kind-direct"),
        Kind::Mixed => ("mixed", "html.kind-mixed"),
        Kind::Indirect => ("indirect", "html.kind-indirect"),
    };
    (class, say(scene.lang, key))
}

fn zone(scene: &Scene<'_>, zone: Zone) -> Option<&'static str> {
    let key = match zone {
        Zone::Headline => "html.zone-headline",
        Zone::Standfirst => "html.zone-standfirst",
        Zone::Caption => "html.zone-caption",
        Zone::Lead | Zone::Body => return None,
    };
    Some(say(scene.lang, key))
}
