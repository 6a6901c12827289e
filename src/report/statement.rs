//! What a report says of one claim: the words, who said them, over whom they came, and how they stand in the text.
//!
//! In: a claim. Out: words for readers: « Le pont rouvrira », a dit le maire, selon TASS, came over `Loïc Kervadec → TASS`.

use super::line::one_line;
use crate::catalogue::{Lang, fill, say};
use crate::contract::{Claim, Kind, Report, Source, SourceType, Zone};

/// The words of a claim, interrupted ones joined by `[…]`, direct ones between marks.
pub(super) fn said(claim: &Claim) -> String {
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
pub(super) fn name(source: &Source) -> Option<&str> {
    source
        .entity
        .as_deref()
        .or(source.text.as_deref())
        .filter(|name| !name.is_empty())
}

/// The words at the cue and, when they are others, who that is.
pub(super) fn speaker(claim: &Claim, lang: Lang) -> String {
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
pub(super) fn chain(report: &Report, claim: &Claim, lang: Lang) -> String {
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
pub(super) fn manner(claim: &Claim, lang: Lang) -> Vec<&'static str> {
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
pub(super) fn sureness(confidence: f32, lang: Lang) -> &'static str {
    let key = match confidence {
        sure if sure >= 0.85 => "report.sure",
        likely if likely >= 0.6 => "report.sure-likely",
        _ => "report.sure-check",
    };
    say(lang, key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample;

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
}
