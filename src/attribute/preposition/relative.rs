//! Relatives behind prepositions: `X, selon qui P`, `un rapport selon lequel P`, `selon ce qu'a rapporté X`.
//!
//! In: the preposition. Out: a reading whose source is the antecedent, the owner of a noun of saying, or an inverted subject: « la
//! préfète, selon qui la digue tient ».

use super::super::features::Feature;
use super::super::speaker::may_speak;
use super::super::{Reading, Who};
use super::clause::{behind, clause_start};
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// `selon ce qu'a rapporté l'agence APS`.
pub(super) fn reported(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    if !scene.one_of(at + 1, closed!["ce", "ce que", "ce qu'"]) {
        return None;
    }
    let cue = scene
        .cues
        .iter()
        .find(|c| c.start > at && c.start <= at + 4 && scene.takes(c, Frame::Incise))?;
    let limit = scene.level_end(at);
    let (phrase, _) = scene.inverted_subject(cue.end, limit)?;
    let start = clause_start(scene, at);
    let edge = at - usize::from(scene.behind_comma(at));
    let (rule, content) = if start < edge {
        ("selon-final", Run::new(start, edge))
    } else {
        ("selon-initial", behind(scene, phrase.run.end)?)
    };
    let cue = Some(Run::new(at, cue.end));
    let reading = Reading::new(rule, cue, Who::Words(phrase), [content]);
    Some(reading.with(Feature::Preposition, 24))
}

/// `X, selon qui P`, `un rapport selon lequel P`, `X, pour qui P`.
pub(super) fn relative(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    if !scene.one_of(
        at + 1,
        closed!["qui", "lequel", "laquelle", "lesquels", "lesquelles"],
    ) {
        return None;
    }
    let phrase = scene
        .antecedent(at - usize::from(scene.behind_comma(at)))
        .or_else(|| scene.antecedent(at))?;
    let from = at + 2;
    if !(from..scene.level_end(from))
        .any(|i| scene.is(i, Classes::FINITE) || scene.kind(i) == Kind::Open)
    {
        return None;
    }
    let quoted = scene
        .pair_at(from)
        .map(|(_, p)| p.close + 1)
        .filter(|end| scene.is(*end, Classes::FINITE));
    let end = quoted.unwrap_or_else(|| scene.main_verb_after(from, scene.clause_end(from, None)));
    let noun = scene.is(phrase.main.head, Classes::CUE_NOUN) && !scene.one_of(at, closed!["pour"]);
    if !noun && !scene.one_of(at, closed!["pour"]) && !may_speak(scene, &phrase) {
        return None;
    }
    let cue = if noun {
        Run::new(phrase.main.head, phrase.main.head + 1)
    } else {
        Run::new(at, at + 2)
    };
    let who = if noun {
        owner(scene, &phrase)
    } else {
        Who::Words(phrase)
    };
    Some(
        Reading::new("selon-relative", Some(cue), who, [Run::new(from, end)])
            .with(Feature::Preposition, 26)
            .with(Feature::Relative, 4),
    )
}

/// `les allégations de certains médias`: whose allegations.
pub(in crate::attribute) fn owner(scene: &Scene<'_>, phrase: &Phrase) -> Who {
    let of = (phrase.main.head + 1..phrase.main.end).find(|i| scene.is(*i, Classes::DE));
    of.and_then(|i| scene.noun(i + 1, phrase.run.end))
        .map_or(Who::Nobody, |np| Who::Words(Phrase::plain(np)))
}
