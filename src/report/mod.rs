//! Reports: what an analysis looks like to people and programs. They decide nothing.
//!
//! In: [`Report`]s of the contract. Out: text, Markdown or JSON: « Selon KCNA, le tir a eu lieu vendredi. » is one numbered
//! entry with `KCNA` as its source. Wording is neutral: a report never says that a statement or a source is right.

pub(crate) mod assemble;
mod audited;
#[cfg(feature = "report")]
pub mod claims;
pub mod concise;
#[cfg(feature = "report")]
pub mod csv;
pub mod format;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "report")]
pub mod hypothesis;
pub mod json;
pub mod markdown;
#[cfg(feature = "report")]
mod passage;
#[cfg(feature = "report")]
pub mod sarif;
#[cfg(feature = "report")]
mod table;
#[cfg(feature = "report")]
pub mod template;
pub mod text;
#[cfg(feature = "report")]
pub mod webannotation;
#[cfg(feature = "report")]
pub mod xlsx;

pub use audited::{Audited, Place};

use std::collections::BTreeMap;

use crate::catalogue::{Lang, count, fill, say};
use crate::contract::{Claim, Kind, Level, Report, Source, SourceType, Zone};

/// What many reports come to, for the summary; it grows with the number of sources, not of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// Number of articles.
    pub articles: usize,
    /// Number of claims: direct, mixed, indirect.
    pub kinds: [usize; 3],
    /// Claims that the article presents as unconfirmed.
    pub conditional: usize,
    /// Claims with a negated cue.
    pub negated: usize,
    /// Claims without a named source.
    pub unnamed: usize,
    /// Remarks: to check, to note, limits of the program.
    pub levels: [usize; 3],
    /// Claims per source, by its fullest name.
    pub sources: BTreeMap<String, usize>,
    /// Claims per agency or medium that the text names.
    pub agencies: BTreeMap<String, usize>,
    /// Articles per credited agency.
    pub credits: BTreeMap<String, usize>,
}

impl Tally {
    /// Counts one report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut tally = Self {
            articles: 1,
            ..Self::default()
        };
        for claim in &report.claims {
            let kind = match claim.kind {
                Kind::Direct => 0,
                Kind::Mixed => 1,
                Kind::Indirect => 2,
            };
            tally.kinds[kind] += 1;
            tally.conditional += usize::from(claim.modality.conditional);
            tally.negated += usize::from(claim.modality.negated);
            match claim.source.as_ref().and_then(name) {
                Some(source) => *tally.sources.entry(one_line(source)).or_default() += 1,
                None => tally.unnamed += 1,
            }
            if let Some(agency) = &claim.agency {
                *tally.agencies.entry(agency.clone()).or_default() += 1;
            }
        }
        for finding in &report.findings {
            let at = match finding.level {
                Level::Check => 0,
                Level::Note => 1,
                Level::Limit => 2,
            };
            tally.levels[at] += 1;
        }
        tally
            .credits
            .extend(report.article.credits.iter().map(|id| (id.clone(), 1)));
        tally
    }

    /// Adds what another tally has counted.
    pub fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.kinds
            .iter_mut()
            .zip(other.kinds)
            .for_each(|(sum, more)| *sum += more);
        self.levels
            .iter_mut()
            .zip(other.levels)
            .for_each(|(sum, more)| *sum += more);
        self.conditional += other.conditional;
        self.negated += other.negated;
        self.unnamed += other.unnamed;
        add(&mut self.sources, other.sources);
        add(&mut self.agencies, other.agencies);
        add(&mut self.credits, other.credits);
    }

    /// Number of remarks.
    #[must_use]
    pub fn remarks(&self) -> usize {
        self.levels.iter().sum()
    }

    /// Number of claims.
    #[must_use]
    pub fn claims(&self) -> usize {
        self.kinds.iter().sum()
    }
}

fn add(sum: &mut BTreeMap<String, usize>, more: BTreeMap<String, usize>) {
    for (name, count) in more {
        *sum.entry(name).or_default() += count;
    }
}

/// The most frequent first, then by name.
fn ranked(counts: &BTreeMap<String, usize>) -> Vec<(&str, usize)> {
    let mut ranked: Vec<_> = counts
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    ranked
}

/// How the claims of a tally divide.
fn kinds(tally: &Tally, lang: Lang) -> String {
    let [direct, mixed, indirect] = tally.kinds;
    let counts = [
        ("direct", direct),
        ("mixed", mixed),
        ("indirect", indirect),
        ("conditional", tally.conditional),
        ("negated", tally.negated),
        ("unnamed", tally.unnamed),
    ]
    .map(|(name, count)| (name, count.to_string()));
    fill(
        lang,
        "report.kinds",
        &counts.each_ref().map(|(n, c)| (*n, c.as_str())),
    )
}

/// How the remarks of a tally divide.
fn remarks(tally: &Tally, lang: Lang) -> String {
    let [check, note, limit] = tally.levels.map(|n| n.to_string());
    let with = [("check", &*check), ("note", &*note), ("limit", &*limit)];
    let levels = fill(lang, "report.remarks-levels", &with);
    format!(
        "{}: {levels}",
        count(lang, "report.remarks", tally.remarks())
    )
}

/// The words on one line, cut in the middle when they are longer than `most` code points.
fn excerpt(words: &str, most: usize) -> String {
    let words = one_line(words);
    let length = words.chars().count();
    if length <= most {
        return words;
    }
    let half = most / 2;
    let start: String = words.chars().take(half).collect();
    let end: String = words.chars().skip(length - half).collect();
    format!("{} […] {}", start.trim_end(), end.trim_start())
}

/// Line breaks and runs of plain white space to single spaces; no-break spaces stay.
pub(crate) fn one_line(words: &str) -> String {
    words
        .split([' ', '\n', '\r', '\t'])
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Makes one line without what a terminal or a table would obey: control characters, and those that turn the direction
/// of writing.
fn visible(words: &str) -> String {
    let plain = |c: char| if obeyed(c) { ' ' } else { c };
    one_line(&words.chars().map(plain).collect::<String>())
}

/// Tells whether a character is an order rather than a letter.
fn obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The words of a claim, interrupted ones joined by `[…]`, direct ones between marks.
fn said(claim: &Claim) -> String {
    let segments: Vec<_> = claim
        .content
        .iter()
        .map(|segment| one_line(&segment.text))
        .collect();
    let words = segments.join(" […] ");
    if claim.kind == Kind::Direct {
        format!("«\u{a0}{words}\u{a0}»")
    } else {
        words
    }
}

/// The fullest name of a source, else its words.
fn name(source: &Source) -> Option<&str> {
    source
        .entity
        .as_deref()
        .or(source.text.as_deref())
        .filter(|name| !name.is_empty())
}

/// The words at the cue and, when they are others, who that is.
fn speaker(claim: &Claim, lang: Lang) -> String {
    let none = || say(lang, "report.none-named").to_owned();
    let Some(source) = &claim.source else {
        return none();
    };
    match (
        source.text.as_deref().map(one_line),
        source.entity.as_deref().map(one_line),
    ) {
        (Some(words), Some(entity)) if words.to_lowercase() != entity.to_lowercase() => {
            format!("{words} → {entity}")
        }
        (Some(words), _) => words,
        (None, Some(entity)) => fill(lang, "report.no-words", &[("name", &entity)]),
        (None, None) => none(),
    }
}

/// The way of a statement: speaker, relays, agency, credits, outlet; empty when the speaker stands alone.
fn chain(report: &Report, claim: &Claim, lang: Lang) -> String {
    let mut links: Vec<String> = Vec::new();
    let mut link = |words: String| {
        if !links
            .iter()
            .any(|known| known.to_lowercase() == words.to_lowercase())
        {
            links.push(words);
        }
    };
    link(
        claim
            .source
            .as_ref()
            .and_then(name)
            .map_or_else(|| "?".to_owned(), one_line),
    );
    claim
        .relays
        .iter()
        .filter_map(|relay| name(&relay.source))
        .for_each(|relay| link(one_line(relay)));
    let carrier = |source: &Source| matches!(source.kind, SourceType::Agency | SourceType::Media);
    let shown = claim
        .source
        .iter()
        .chain(claim.relays.iter().map(|relay| &relay.source))
        .any(carrier);
    if let Some(agency) = claim.agency.as_ref().filter(|_| !shown) {
        link(agency.clone());
    }
    report
        .article
        .credits
        .iter()
        .for_each(|credit| link(fill(lang, "report.credit", &[("agency", credit)])));
    if let Some(outlet) = &report.article.outlet {
        link(outlet.clone());
    }
    if links.len() > 1 {
        links.join(" → ")
    } else {
        String::new()
    }
}

/// How the claim stands in the text: kind, place and modality.
fn manner(claim: &Claim, lang: Lang) -> Vec<&'static str> {
    let kind = match claim.kind {
        Kind::Direct => "report.kind-direct",
        Kind::Mixed => "report.kind-mixed",
        Kind::Indirect => "report.kind-indirect",
    };
    let zone = match claim.zone {
        Zone::Headline => Some("report.zone-headline"),
        Zone::Standfirst => Some("report.zone-standfirst"),
        Zone::Caption => Some("report.zone-caption"),
        Zone::Lead | Zone::Body => None,
    };
    let modality = claim.modality;
    let conditional = modality
        .conditional
        .then_some("report.modality-conditional");
    let negated = modality.negated.then_some("report.modality-negated");
    [Some(kind), zone, conditional, negated]
        .into_iter()
        .flatten()
        .map(|key| say(lang, key))
        .collect()
}

/// How sure the reading is; it says nothing about the statement.
fn sureness(confidence: f32, lang: Lang) -> &'static str {
    let key = match confidence {
        sure if sure >= 0.85 => "report.sure",
        likely if likely >= 0.6 => "report.sure-likely",
        _ => "report.sure-check",
    };
    say(lang, key)
}

/// The word of a level.
pub(crate) fn level(level: Level, lang: Lang) -> &'static str {
    let key = match level {
        Level::Check => "report.level-check",
        Level::Note => "report.level-note",
        Level::Limit => "report.level-limit",
    };
    say(lang, key)
}

/// Path, outlet, date and credits of an article, as far as they are known.
fn origin(report: &Report, lang: Lang) -> Vec<String> {
    let article = &report.article;
    let credits = (!article.credits.is_empty()).then(|| {
        let agencies = article.credits.join(", ");
        fill(lang, "report.credits", &[("agencies", &agencies)])
    });
    let parts = [
        article.outlet.clone(),
        article.published.clone(),
        article.url.clone(),
        credits,
    ];
    parts
        .into_iter()
        .flatten()
        .map(|part| one_line(&part))
        .collect()
}

/// The name of an article: its path, and its id where a file holds several.
fn label(report: &Report) -> String {
    match &report.article.path {
        Some(path) if *path != report.article.id => {
            format!("{path} · {}", one_line(&report.article.id))
        }
        Some(path) => path.clone(),
        None => one_line(&report.article.id),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::contract::{ArticleInfo, Cue, Modality, Relay, SCHEMA, Stretch};

    fn source(text: &str, entity: &str, kind: SourceType) -> Source {
        let known = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        Source {
            start: None,
            end: None,
            text: known(text),
            entity: known(entity),
            kind,
            id: None,
        }
    }

    /// A report made by hand: one direct claim with a chain, one indirect claim without a source.
    pub(crate) fn sample() -> Report {
        let stretch = |text: &str| Stretch {
            start: 0,
            end: 0,
            text: text.to_owned(),
        };
        let direct = Claim {
            id: "c1".to_owned(),
            kind: Kind::Direct,
            content: vec![stretch("Le pont\nrouvrira"), stretch("lundi | à midi")],
            quotes: Vec::new(),
            cue: Some(Cue {
                start: 0,
                end: 0,
                text: "a dit".to_owned(),
                lemma: "dire".to_owned(),
            }),
            source: Some(source("le maire", "Loïc Kervadec", SourceType::Person)),
            relays: vec![Relay {
                cue: None,
                source: source("l'agence TASS", "TASS", SourceType::Agency),
            }],
            agency: Some("tass".to_owned()),
            zone: Zone::Headline,
            said_at: None,
            modality: Modality {
                conditional: true,
                negated: false,
            },
            rule: "incise-inverted".to_owned(),
            confidence: 0.93,
            basis: Vec::new(),
        };
        let indirect = Claim {
            id: "c2".to_owned(),
            kind: Kind::Indirect,
            source: None,
            relays: Vec::new(),
            agency: None,
            cue: None,
            confidence: 0.4,
            zone: Zone::Body,
            modality: Modality::default(),
            ..direct.clone()
        };
        let article = ArticleInfo {
            id: "a.txt".to_owned(),
            path: Some("a.txt".to_owned()),
            title: Some("Un <pont>".to_owned()),
            outlet: Some("Le Journal".to_owned()),
            credits: vec!["afp".to_owned()],
            ..ArticleInfo::default()
        };
        let claims = vec![direct, indirect];
        let (selon, lexicon) = ("0".to_owned(), String::new());
        Report {
            schema: SCHEMA,
            selon,
            lexicon,
            article,
            claims,
            marks: vec![],
            entities: vec![],
            findings: vec![],
        }
    }

    #[test]
    fn follows_the_chain_from_the_speaker_outwards() {
        let report = sample();
        assert_eq!(
            chain(&report, &report.claims[0], Lang::En),
            "Loïc Kervadec → TASS → afp (credit) → Le Journal"
        );
        assert_eq!(
            speaker(&report.claims[0], Lang::En),
            "le maire → Loïc Kervadec"
        );
        assert_eq!(speaker(&report.claims[1], Lang::Fr), "non nommée");
    }

    #[test]
    fn says_how_sure_a_reading_is_in_three_words() {
        let shown = |lang| [0.85, 0.6, 0.59].map(|sure| sureness(sure, lang));
        assert_eq!(shown(Lang::En), ["sure", "likely", "check"]);
        assert_eq!(shown(Lang::Fr), ["sûre", "probable", "à relire"]);
    }

    #[test]
    fn counts_the_same_in_one_go_and_in_two() {
        let mut twice = Tally::of(&sample());
        twice.add(Tally::of(&sample()));
        assert_eq!(
            (
                twice.articles,
                twice.claims(),
                twice.conditional,
                twice.unnamed
            ),
            (2, 4, 2, 2)
        );
        assert_eq!(ranked(&twice.sources), [("Loïc Kervadec", 2)]);
    }
}
