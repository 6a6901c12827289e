//! Colons: a name, a label or a sentence before them, speech behind them.
//!
//! In: colons of the sentence. Out: readings for headlines (« Moreau : « on tient » »), labels, and sentences whose subject
//! speaks behind the colon: « Elle avale un café : « Demandez-moi demain. » »

mod announced;
mod headline;

use std::cell::LazyCell;

use super::features::Feature;
use super::{Reading, Who};
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::subject::{Phrase, Subject};
use crate::pieces::{Run, Scene};

/// Proposes readings around colons.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for at in scene.places(|t| t.kind == Kind::Colon && t.mark == 0) {
        let reading = announced::read(scene, at)
            .or_else(|| noun(scene, at))
            .or_else(|| name(scene, at))
            .or_else(|| headline::quotation_first(scene, at))
            .or_else(|| narrated(scene, at));
        if let Some(reading) = reading {
            out.push(reading);
        }
    }
}

/// `Moreau : « P »`, `Le ministre de l'Hydraulique : la station entrera en service`.
fn name(scene: &Scene<'_>, colon: usize) -> Option<Reading> {
    let phrase = headline::before(scene, colon)?;
    let np = phrase.main;
    let person = Classes::ROLE
        .or(Classes::FIRST_NAME)
        .or(Classes::TITLE)
        .or(Classes::SEAT)
        .or(Classes::ORG);
    let opens = scene.kind(colon + 1) == Kind::Open;
    // `Radio Rive : « P »`: before words in marks a medium or a body speaks too.
    let body = Classes::MEDIA
        .or(Classes::MEDIA_NOUN)
        .or(Classes::AGENCY)
        .or(Classes::COLLECTIVE);
    let words = headline::own_words(scene, &np);
    let apposed = phrase.apposition.map_or(words, |a| a.run());
    let mut own = (words.start..words.end).chain(apposed.start..apposed.end);
    let known = LazyCell::new(|| headline::named_later(scene, &np));
    let elsewhere = Classes::PLACE.or(Classes::COUNTRY).or(Classes::INDEF);
    let speaker = !scene.is(np.start, elsewhere)
        && (own.any(|i| scene.is(i, person)) || opens && scene.is(np.head, body) || *known);
    if !speaker {
        return None;
    }
    let content = if opens {
        let (_, pair) = scene.pair_at(colon + 1)?;
        Run::new(colon + 1, pair.close + 1)
    } else {
        Run::new(colon + 1, scene.clause_end(colon + 1, None))
    };
    let quoted = opens || (content.start..content.end).any(|i| scene.kind(i) == Kind::Open);
    let clause = || {
        let person = Classes::ROLE.or(Classes::FIRST_NAME).or(Classes::TITLE);
        scene.holds(content, Classes::FINITE)
            && (scene.holds(Run::new(np.start, phrase.run.end), person) || *known)
    };
    if !(quoted || clause())
        || scene.cues.iter().any(|c| {
            content.contains(Run::new(c.start, c.end)) && !opens && scene.complement(c).is_some()
        })
    {
        return None;
    }
    Some(
        Reading::new("colon-name", None, Who::Words(phrase), [content])
            .with(Feature::Colon, 14)
            .with(Feature::Mark, if opens { 6 } else { 0 }),
    )
}

/// `Son message : « P »`, `Un seul mot d'ordre : « P »`.
fn noun(scene: &Scene<'_>, colon: usize) -> Option<Reading> {
    if scene.kind(colon + 1) != Kind::Open {
        return None;
    }
    let cue = (scene.sentence.start..colon).rev().take(12).find(|i| {
        scene.is(*i, Classes::CUE_NOUN) && !scene.one_of(i.wrapping_sub(1), closed!["sans"])
    })?;
    // `Interview | Paul Vidal :`: the noun names the kind of text.
    let apart = (cue..colon).any(|i| matches!(scene.kind(i), Kind::Other | Kind::Dash));
    let verb = |i| scene.is(i, Classes::FINITE) && !scene.is(i, Classes::ETRE);
    if apart || (cue..colon).any(verb) {
        return None;
    }
    let (_, pair) = scene.pair_at(colon + 1)?;
    let np = (cue.saturating_sub(3).max(scene.sentence.start)..=cue).find_map(|s| {
        scene
            .noun(s, colon)
            .filter(|n| n.start <= cue && cue < n.end)
    });
    let possessive = np.is_some_and(|n| scene.is(n.start, Classes::POSS));
    let who = if possessive {
        np.map_or(Who::Running, |n| {
            Who::Words(Phrase {
                run: Run::new(n.start, n.start + 1),
                main: n,
                apposition: None,
            })
        })
    } else {
        np.map_or(Who::Nobody, |n| {
            super::preposition::owner(
                scene,
                &Phrase {
                    main: crate::pieces::noun::NounPhrase { head: cue, ..n },
                    ..Phrase::plain(n)
                },
            )
        })
    };
    let who = if who != Who::Nobody {
        who
    } else if let Some(whose) = shared_by(scene, cue, colon) {
        Who::Words(whose)
    } else if who == Who::Nobody {
        super::governed::main_subject(scene, cue)
    } else {
        who
    };
    Some(
        Reading::new(
            "noun-colon",
            Some(Run::new(cue, cue + 1)),
            who,
            [Run::new(colon + 1, pair.close + 1)],
        )
        .with(Feature::Colon, 20),
    )
}

/// `Même constat pour Lise Bonnet, infirmière :`, `Même son de cloche chez Karim Benali :`: who says so too.
fn shared_by(scene: &Scene<'_>, cue: usize, colon: usize) -> Option<Phrase> {
    let link = (cue + 1..colon).find(|i| {
        scene.one_of(
            *i,
            closed!["pour", "chez", "du côté de", "du côté du", "du côté d'"],
        )
    })?;
    let np = scene.noun(link + 1, colon)?;
    let mut phrase = Phrase::plain(np);
    phrase.run.end = scene.long_phrase_end(&np, colon);
    scene.appose(&mut phrase, colon);
    (phrase.run.end == colon && super::speaker::phrase_is_human(scene, &phrase)).then_some(phrase)
}

/// A sentence whose subject speaks behind the colon without a verb of saying.
fn narrated(scene: &Scene<'_>, colon: usize) -> Option<Reading> {
    if scene.kind(colon + 1) != Kind::Open {
        return None;
    }
    let (_, pair) = scene.pair_at(colon + 1)?;
    let spoken = pair.close - colon > 4;
    let verb = (scene.sentence.start..colon)
        .rev()
        .find(|i| scene.is(*i, Classes::FINITE) && scene.level(*i) == 0)?;
    if !spoken {
        return None;
    }
    let who = match scene.subject_before(verb) {
        Subject::Phrase(p) if can_speak(scene, &p) => Who::Words(p),
        Subject::Phrase(_) | Subject::Relative(_) => Who::Running,
        Subject::Shared => super::governed::main_subject(scene, verb),
    };
    Some(
        Reading::new(
            "colon-name",
            None,
            who,
            [Run::new(colon + 1, pair.close + 1)],
        )
        .with(Feature::Colon, 8)
        .with(Feature::Mark, 6),
    )
}

fn can_speak(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    super::speaker::phrase_is_human(scene, phrase) || scene.is(phrase.main.start, Classes::SUBJ)
}

/// Proposes a reading for a name in brackets that ends a headline.
pub(super) fn propose_parenthesis(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    if let Some(reading) = parenthesis(scene) {
        out.push(reading);
    }
}

/// `« P » (Moreau)` at the end of a headline.
fn parenthesis(scene: &Scene<'_>) -> Option<Reading> {
    let open = (scene.sentence.start..scene.sentence.end)
        .rev()
        .find(|i| scene.kind(*i) == Kind::ParenOpen)?;
    let np = scene.noun(open + 1, scene.sentence.end)?;
    let ends = scene.kind(np.end) == Kind::ParenClose
        && (np.end + 1..scene.sentence.end)
            .all(|i| !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open));
    let named =
        scene.token(np.start).is_some_and(Token::capital) || scene.is(np.head, Classes::ROLE);
    let close = open.checked_sub(1)?;
    let role_only = scene.is(np.head, Classes::ROLE) && scene.kind(close) != Kind::Close;
    if !ends || !named {
        return None;
    }
    let content = match scene.pair_closing(close) {
        Some((_, pair)) => Run::new(pair.open, open),
        None if role_only => Run::new(scene.sentence.start, open),
        None => return None,
    };
    Some(
        Reading::new(
            "headline-parenthesis",
            None,
            Who::Words(Phrase::plain(np)),
            [content],
        )
        .with(Feature::Bracket, 10),
    )
}
