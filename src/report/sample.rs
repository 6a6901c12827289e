//! A report made by hand, for the tests of the formats.
//!
//! In: nothing. Out: a direct claim with a chain, « Le pont rouvrira […] lundi » from the mayor over TASS, and an indirect one
//! without a source.

use crate::contract::{
    ArticleInfo, Claim, Cue, Kind, Modality, Relay, Report, SCHEMA, Source, SourceType, Stretch,
    Zone,
};

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

fn stretch(text: &str) -> Stretch {
    Stretch {
        start: 0,
        end: 0,
        text: text.to_owned(),
    }
}

fn direct() -> Claim {
    Claim {
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
    }
}

/// A report made by hand: one direct claim with a chain, one indirect claim without a source.
pub(crate) fn sample() -> Report {
    let direct = direct();
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
