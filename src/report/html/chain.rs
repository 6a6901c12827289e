//! Chain: the way of a statement from the speaker to the reader, as links with a sign each.
//!
//! In: a claim. Out: [`Link`]s, each name once: for « Selon KCNA, citant le ministère, le tir a réussi » the ministry, then KCNA,
//! then who credits and who publishes.

use serde::Serialize;

use super::Scene;
use super::card::shown;
use super::media::{Control, control};
use crate::catalogue::{find, say};
use crate::contract::{Claim, Report, Source, SourceType};
use crate::lexicon::meta::Name;
use crate::report::name;

/// One link.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(super) struct Link {
    role: &'static str,
    name: String,
    /// Class of the sign before the name: the sort of speaker.
    sort: &'static str,
    sort_words: &'static str,
    control: Option<Control>,
    /// Id of the row in the language data, for media that it knows.
    #[serde(skip)]
    id: Option<String>,
}

/// Follows a statement: speaker, relays, the agency or medium named, the agencies credited, the outlet.
pub(super) fn chain(scene: &Scene<'_>, report: &Report, claim: &Claim) -> Vec<Link> {
    let mut chain = Chain {
        scene,
        links: Vec::new(),
    };
    let relays = claim.relays.iter().map(|relay| &relay.source);
    let carriers = claim
        .source
        .iter()
        .chain(relays)
        .filter(|s| carries(s.kind));
    let carriers = carriers.count();
    let agency = claim.agency.as_deref();
    // One medium in the chain and one id: they are the same, under whatever name the text calls it.
    let only = agency
        .filter(|_| carriers == 1)
        .and_then(|id| scene.media.by_id(id));
    chain.source("html.role-speaker", claim.source.as_ref(), only);
    for relay in &claim.relays {
        chain.source("html.role-relay", Some(&relay.source), only);
    }
    if let Some(id) = agency.filter(|_| carriers == 0) {
        chain.medium("html.role-agency", id);
    }
    for id in &report.article.credits {
        chain.medium("html.role-credit", id);
    }
    if let Some(outlet) = &report.article.outlet {
        let row = scene.media.by_name(outlet);
        chain.add("html.role-outlet", outlet, SourceType::Media, row);
    }
    chain.links
}

/// The links so far.
struct Chain<'s, 'a> {
    scene: &'s Scene<'a>,
    links: Vec<Link>,
}

impl Chain<'_, '_> {
    fn source(&mut self, role: &'static str, source: Option<&Source>, only: Option<&Name>) {
        let none = say(self.scene.lang, "html.no-source");
        let words = source.and_then(name).unwrap_or(none);
        let kind = source.map_or(SourceType::Unknown, |source| source.kind);
        let row = || self.scene.media.by_name(words).or(only);
        let row = carries(kind).then(row).flatten();
        self.add(role, words, kind, row);
    }

    fn medium(&mut self, role: &'static str, id: &str) {
        let row = self.scene.media.by_id(id);
        let kind = match row.map(|row| row.sort.as_str()) {
            Some("media" | "platform") => SourceType::Media,
            _ => SourceType::Agency,
        };
        self.add(role, &self.scene.media.shown(id), kind, row);
    }

    fn add(&mut self, role: &'static str, name: &str, kind: SourceType, row: Option<&Name>) {
        let name = shown(name);
        let id = row.map(|row| row.id.clone());
        let same = |link: &Link| {
            link.name.to_lowercase() == name.to_lowercase() || id.is_some() && link.id == id
        };
        if self.links.iter().any(same) {
            return;
        }
        let (lang, sort) = (self.scene.lang, sort(kind));
        self.links.push(Link {
            role: say(lang, role),
            name,
            sort,
            sort_words: find(lang, &format!("html.sort-{sort}")).unwrap_or_default(),
            control: row.map(|row| control(row, lang)),
            id,
        });
    }
}

fn carries(kind: SourceType) -> bool {
    matches!(kind, SourceType::Agency | SourceType::Media)
}

fn sort(kind: SourceType) -> &'static str {
    match kind {
        SourceType::Person => "person",
        SourceType::Institution => "institution",
        SourceType::Government => "government",
        SourceType::Agency => "agency",
        SourceType::Media => "media",
        SourceType::Document => "document",
        SourceType::Collective => "collective",
        SourceType::Anonymous => "anonymous",
        SourceType::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Lang;
    use crate::report::html::media::Media;
    use crate::report::sample::sample;

    #[test]
    fn names_each_link_once_from_the_speaker_outwards() {
        let analyser = crate::Analyser::new();
        let scene = Scene {
            lang: Lang::En,
            media: Media::new(analyser.lexicon()),
            share: false,
        };
        let mut report = sample();
        report.article.credits.push("tass".to_owned());
        let links = chain(&scene, &report, &report.claims[0]);
        let names: Vec<_> = links
            .iter()
            .map(|link| (link.role, link.name.as_str()))
            .collect();
        assert_eq!(
            names,
            [
                ("speaks", "Loïc Kervadec"),
                ("relays", "TASS"),
                ("agency credited", "Agence France-Presse"),
                ("publishes", "Le Journal")
            ]
        );
        let controls: Vec<_> = links
            .iter()
            .map(|l| l.control.as_ref().map(|c| c.class))
            .collect();
        assert_eq!(controls, [None, Some("state"), Some("public"), None]);
    }
}
