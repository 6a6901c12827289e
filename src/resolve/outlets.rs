//! Agencies and media: by name, by adjective (`l'agence nord-coréenne`), by the pattern of noun and name.
//!
//! In: a run of tokens. Out: the [`Outlet`] it names: « la chaîne al-Jadeed » is one that no list has, « l'Agence turque de gestion
//! des catastrophes » is none.

use super::person::name_end;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::fold::fold;
use crate::lexicon::{Classes, SenseKind, closed};
use crate::pieces::{Run, Scene};
use crate::span::Span;

/// An agency or medium: a row of the lexicon, or a name after a noun of media.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outlet {
    /// Index of the name in the lexicon.
    Known(u16),
    /// The words of the name (`la chaîne al-Jadeed`).
    Named(Span),
}

/// Finds the agency or medium that a run names.
#[must_use]
pub(crate) fn outlet_in(scene: &Scene<'_>, run: Run) -> Option<Outlet> {
    (run.start..run.end)
        .find_map(|at| outlet_at(scene, at))
        .or_else(|| described_outlet(scene, run))
}

fn outlet_at(scene: &Scene<'_>, at: usize) -> Option<Outlet> {
    let token = scene.token(at).filter(|t| {
        matches!(t.kind, Kind::Word | Kind::Number) && t.is(Classes::AGENCY.or(Classes::MEDIA))
    })?;
    if token.is(Classes::SUBJ
        .or(Classes::DET)
        .or(Classes::PREP)
        .or(Classes::CONJ))
    {
        return None;
    }
    let noun = (1..=3).any(|n| {
        at.checked_sub(n)
            .is_some_and(|i| scene.is(i, Classes::MEDIA_NOUN))
    });
    let linked = at.checked_sub(1).is_some_and(|i| {
        scene.is(i, Classes::PREP.or(Classes::PREP_DET)) && !scene.is(i, Classes::DE)
            || revealed(scene, i)
    });
    if token.is(Classes::WEAK) && longer(scene, at) {
        return None;
    }
    if token.is(Classes::WEAK) && !(noun || linked || token.shape.has(Shape::PHRASE)) {
        return None;
    }
    let sense = scene
        .lexicon
        .senses(token.entry)
        .find(|s| matches!(s.kind, SenseKind::Agency | SenseKind::Media))?;
    scene
        .lexicon
        .name(sense.id)
        .filter(|n| n.sort != "platform")
        .map(|_| Outlet::Known(sense.id))
}

/// `une information des Échos`, `les révélations du Monde`: the word before `des` says that a medium follows.
fn revealed(scene: &Scene<'_>, link: usize) -> bool {
    let nouns = closed![
        "information",
        "informations",
        "révélation",
        "révélations",
        "enquête",
        "article",
    ];
    scene.is(link, Classes::DE) && link.checked_sub(1).is_some_and(|n| scene.one_of(n, nouns))
}

/// A weak name with another capital behind it is part of a name that no list has: `Matin Première`.
fn longer(scene: &Scene<'_>, at: usize) -> bool {
    scene.kind(at + 1) == Kind::Word
        && scene.token(at + 1).is_some_and(Token::capital)
        && !scene.is(
            at + 1,
            Classes::FIRST_NAME.or(Classes::TITLE).or(Classes::MEDIA),
        )
}

/// `au micro de Matin Première`: a name that no list has, behind words that announce a medium; it ends before a first name.
#[must_use]
pub(crate) fn at_microphone(scene: &Scene<'_>, at: usize) -> Option<Run> {
    // The capital is the cheapest of the conditions, and most words have none.
    scene.token(at).filter(|t| t.capital())?;
    if !announced(scene, at) {
        return None;
    }
    let capital = |i: usize| {
        scene.kind(i) == Kind::Word
            && scene.token(i).is_some_and(Token::capital)
            && !(i > at && scene.is(i, Classes::FIRST_NAME.or(Classes::TITLE)))
    };
    let end = (at..at + 4).find(|i| !capital(*i)).unwrap_or(at + 4);
    (end > at).then_some(Run::new(at, end))
}

/// Tells whether `micro de` stands before a token, in two words or as one entry.
pub(crate) fn announced(scene: &Scene<'_>, at: usize) -> bool {
    let Some(link) = scene.before(at) else {
        return false;
    };
    let joined = || {
        ["micro de", "micro d'", "micro d’", "micro du"]
            .iter()
            .any(|w| link.span.of(scene.text).ends_with(w))
    };
    link.kind == Kind::Word
        && link.is(Classes::DE)
        && at > 1
        && scene.one_of(at - 2, closed!["micro"])
        || link.shape.has(Shape::PHRASE) && joined()
}

/// `l'agence nord-coréenne`, `la chaîne al-Jadeed`: by adjective, or by the productive pattern of noun and name.
fn described_outlet(scene: &Scene<'_>, run: Run) -> Option<Outlet> {
    let noun = (run.start..run.end).find(|i| scene.is(*i, Classes::MEDIA_NOUN))?;
    if (scene.word(noun).starts_with("agence") || scene.word(noun).starts_with("Agence"))
        && !institution(scene, noun, run)
    {
        let adjectives = &scene.lexicon.meta().agency_adjectives;
        for at in noun + 1..run.end {
            let key = fold(scene.word(at));
            if let Ok(found) = adjectives.binary_search_by(|(a, _)| a.as_str().cmp(&key)) {
                return adjectives.get(found).map(|(_, id)| Outlet::Known(*id));
            }
        }
    }
    let name = |i: &usize| {
        let word = scene.kind(*i) == Kind::Word
            && (scene.token(*i).is_some_and(Token::capital) || scene.word(*i).starts_with("al-"));
        word || scene.kind(*i) == Kind::Open
    };
    let at = (noun + 1..run.end).find(name)?;
    if scene.is(
        at,
        Classes::COUNTRY
            .or(Classes::PLACE)
            .or(Classes::ORG)
            .or(Classes::FIRST_NAME),
    ) || (noun + 1..at).any(|i| scene.is(i, Classes::DE))
        || scene.is(noun, Classes::COLLECTIVE) && at != noun + 1
    {
        return None;
    }
    let (at, end) = if scene.kind(at) == Kind::Open {
        (at + 1, scene.pair_at(at).map_or(at + 2, |(_, p)| p.close))
    } else {
        (at, name_end(scene, at, run.end.max(at + 1)))
    };
    Some(Outlet::Named(scene.span(Run::new(at, end))))
}

/// `l'agence turque de gestion des crises`, `l'agence française du médicament`: what it is charged with says that it is no
/// agency of news.
fn institution(scene: &Scene<'_>, noun: usize, run: Run) -> bool {
    let press = closed![
        "presse",
        "information",
        "informations",
        "nouvelles",
        "infos",
    ];
    (noun + 1..run.end).any(|i| scene.is(i, Classes::DE))
        && !(noun + 1..run.end).any(|i| scene.one_of(i, press))
        && !scene
            .token(noun)
            .is_some_and(|t| t.span.of(scene.text).contains("presse"))
}

/// Makes an id of a name: lower case, no accents, hyphens for everything else.
#[must_use]
pub(crate) fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::new();
    for c in name
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .flat_map(char::to_lowercase)
    {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}
