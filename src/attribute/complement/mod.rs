//! What a cue governs: the frame that makes it a cue, and where its content begins.
//!
//! In: a cue group. Out: the construction and the first token of the content. « Le groupe estime à 3 % la hausse » has no
//! complement that `estimer` takes as a cue; « estime que la hausse tient » has one.

mod clause;
mod infinitive;
mod object;
mod quotation;

use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::{Run, Scene};

/// What a cue governs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complement {
    /// Id of the construction, for a finite cue.
    pub rule: &'static str,
    /// First token of the content.
    pub start: usize,
    /// Adjuncts between cue and complement.
    pub adjuncts: Adjuncts,
    /// Whether the content is what one quotation holds.
    pub quotation: bool,
    /// Strength of the frame: clauses before infinitives before objects.
    pub weight: i16,
}

/// Finds the complement of a cue.
#[must_use]
pub(crate) fn of(scene: &Scene<'_>, cue: &Cue) -> Option<Complement> {
    if cue.form == Form::Passive {
        return passive(scene, cue);
    }
    let limit = scene.level_end(cue.start.max(cue.end.saturating_sub(1)));
    let mut at = cue.end;
    let mut adjuncts = Adjuncts::new();
    for _ in 0..7 {
        if let Some((rule, start, quotation, weight)) = starter(scene, cue, at, limit) {
            return Some(Complement {
                rule,
                start,
                adjuncts,
                quotation,
                weight,
            });
        }
        let next = scene.adjunct(at, limit, &mut adjuncts);
        if next != at {
            at = next;
            continue;
        }
        if let Some(end) = told(scene, cue, at, limit) {
            at = end;
            continue;
        }
        if let Some(colon) = manner_before_colon(scene, at, limit) {
            at = colon;
            continue;
        }
        // `a rapporté hier, citant un communiqué, que P`: the clause goes on behind a relay between commas.
        let comma = relay_between(scene, cue, at, limit)?;
        adjuncts.push(Run::new(at + 1, comma));
        at = comma + 1;
    }
    None
}

/// Gives the colon behind how something was said: « Et d'ajouter, sourire en coin | : « P » »
fn manner_before_colon(scene: &Scene<'_>, at: usize, limit: usize) -> Option<usize> {
    if scene.kind(at) != Kind::Comma {
        return None;
    }
    let end = (at + 1..limit.min(at + 12)).find(|i| scene.kind(*i) != Kind::Word)?;
    let verb = scene.holds(Run::new(at + 1, end), Classes::FINITE);
    (!verb && scene.kind(end) == Kind::Colon && scene.kind(end + 1) == Kind::Open).then_some(end)
}

/// Gives the end of whom the cue tells, before its clause: `a prévenu les habitants | que P`.
fn told(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<usize> {
    if !scene.takes(cue, Frame::NpQue) || scene.is(at, Classes::PREP) {
        return None;
    }
    let np = scene.noun(at, limit)?;
    let (end, _) = scene.adjuncts(scene.long_phrase_end(&np, limit), limit);
    let that = |i: usize| scene.one_of(i, closed!["que", "qu'"]);
    if that(end) {
        return Some(end);
    }
    // `a prévenu l'Iran, qui enrichit de l'uranium, | que P`
    let comma = |i: &usize| scene.kind(*i) == Kind::Comma && that(*i + 1);
    (scene.kind(end) == Kind::Comma)
        .then(|| (end..limit.min(end + 30)).find(comma))
        .flatten()
        .map(|i| i + 1)
}

/// Finds the comma before `que` that ends what is inserted there: `, selon X, qui se réfère à Y, | que`, `, vidéo à l'appui, | que`.
fn relay_between(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<usize> {
    let closing = match scene.kind(at) {
        Kind::Comma => Kind::Comma,
        Kind::ParenOpen => Kind::ParenClose,
        Kind::Dash => Kind::Dash,
        _ => return None,
    };
    if !scene.takes(cue, Frame::Que) {
        return None;
    }
    let relay = scene.selon_at(at + 1)
        || scene.is(at + 1, Classes::PRESPART)
        || scene.one_of(at + 1, closed!["comme", "il y a"])
        || closing != Kind::Comma;
    let end = (at + 2..limit.min(at + 40))
        .find(|i| scene.kind(*i) == closing && scene.one_of(*i + 1, closed!["que", "qu'"]))?;
    let verbless = !(at + 1..end).any(|i| scene.is(i, Classes::FINITE) || scene.level(i) != 0);
    (relay || verbless && end < at + 16).then_some(end)
}

/// What begins a content: construction, first token, whether one quotation holds it, strength of the frame.
type Start = (&'static str, usize, bool, i16);

fn starter(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<Start> {
    if at >= limit {
        return None;
    }
    match scene.kind(at) {
        Kind::Word => clause::at(scene, cue, at)
            .or_else(|| infinitive::at(scene, cue, at))
            .or_else(|| quotation::behind_preposition(scene, cue, at, limit))
            .or_else(|| object::at(scene, cue, at, limit)),
        Kind::Number => object::at(scene, cue, at, limit),
        Kind::Colon => quotation::behind_colon(scene, cue, at),
        Kind::Open => quotation::in_marks(scene, cue, at),
        _ => None,
    }
}

/// `il a été annoncé par X que P`, `il est reproché à Y de P`.
fn passive(scene: &Scene<'_>, cue: &Cue) -> Option<Complement> {
    let limit = scene.level_end(cue.start);
    let mut adjuncts = Adjuncts::new();
    let mut at = cue.end;
    // `ont été informés par X que P`
    let told = scene.takes(cue, Frame::NpQue) && !impersonal(scene, cue);
    if !told && !impersonal(scene, cue) {
        return None;
    }
    for _ in 0..5 {
        let that = scene.one_of(at, closed!["que", "qu'"]);
        let clause = that && (told || scene.takes(cue, Frame::Que));
        let infinitive = scene.one_of(at, closed!["de", "d'"])
            && scene.is(at + 1, Classes::INF)
            && scene.takes(cue, Frame::DeInf);
        if clause || !told && infinitive {
            return Some(Complement {
                rule: if told {
                    "que-clause"
                } else {
                    "passive-impersonal"
                },
                start: at + 1,
                adjuncts,
                quotation: false,
                weight: 30,
            });
        }
        let next = scene.adjunct(at, limit, &mut adjuncts);
        if next == at {
            return None;
        }
        at = next;
    }
    None
}

/// Tells whether `il` stands before the group, or before a pronoun there: `il | est dit`, `il lui | est reproché`.
fn impersonal(scene: &Scene<'_>, cue: &Cue) -> bool {
    let pronoun = cue.start.saturating_sub(1);
    let dative = scene.is(pronoun, Classes::CLITIC) && !scene.is(pronoun, Classes::SUBJ);
    scene.one_of(pronoun - usize::from(dative).min(pronoun), closed!["il"])
}
