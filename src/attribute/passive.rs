//! Passives with an agent: `est qualifiée de « Z » par X`, `le projet, jugé « hors sol » par X`, `a été accusé par X de P`.
//!
//! In: passive cue groups and bare participles behind a noun. Out: readings whose content is the subject and the attribute, and
//! whose source is the agent.

use super::features::Feature;
use super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::noun::NounPhrase;
use crate::pieces::subject::{Phrase, Subject};
use crate::pieces::{Run, Scene};

/// The frames that leave something to be said beside an agent.
const FRAMES: u32 = Frame::NpDe.bit()
    | Frame::NpComme.bit()
    | Frame::NpAttr.bit()
    | Frame::NpDeInf.bit()
    | Frame::Quote.bit();

/// Proposes a reading for each passive with an agent.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for cue in scene
        .cues
        .iter()
        .filter(|c| matches!(c.form, Form::Passive | Form::Bare) && c.frames & FRAMES != 0)
    {
        if let Some(reading) = passive(scene, cue) {
            out.push(reading);
        }
    }
}

fn passive(scene: &Scene<'_>, cue: &Cue) -> Option<Reading> {
    let limit = scene.level_end(cue.start);
    let (agent, attribute) = parts(scene, cue, limit)?;
    let subject = subject(scene, cue)?;
    let content = [Run::new(subject.start, subject.end), attribute];
    Some(
        Reading::new(
            "passive-agent",
            Some(Run::new(cue.start, cue.end)),
            Who::Words(Phrase::plain(agent)),
            content,
        )
        .of_verb(cue)
        .with(Feature::Agent, 30),
    )
}

/// The passive subject before the group, or the noun that the participle stands behind.
fn subject(scene: &Scene<'_>, cue: &Cue) -> Option<NounPhrase> {
    if cue.form == Form::Bare {
        let comma = usize::from(scene.behind_comma(cue.start));
        return scene.phrase_ending(cue.start - comma);
    }
    match scene.subject_before(cue.start) {
        Subject::Phrase(p) | Subject::Relative(Some(p)) => Some(p.main),
        _ => None,
    }
}

/// Finds the agent behind `par` and the attribute before or behind it.
fn parts(scene: &Scene<'_>, cue: &Cue, limit: usize) -> Option<(NounPhrase, Run)> {
    let mut at = cue.end;
    let by = loop {
        if at >= limit || matches!(scene.kind(at), Kind::Comma | Kind::Semicolon | Kind::Break) {
            return None;
        }
        if scene.one_of(at, closed!["par"]) {
            break at;
        }
        at = scene.step(at);
    };
    let agent = scene.noun(by + 1, limit)?;
    if agent.end == by + 1 || !super::speaker::phrase_is_human(scene, &Phrase::plain(agent)) {
        return None;
    }
    let before = Run::new(cue.end, by);
    if attributive(scene, before, cue) {
        return Some((agent, before));
    }
    let end = (agent.end..limit)
        .find(|i| {
            matches!(
                scene.kind(*i),
                Kind::Comma | Kind::Semicolon | Kind::Break | Kind::Period
            )
        })
        .unwrap_or(limit);
    let behind = Run::new(agent.end, end);
    attributive(scene, behind, cue).then_some((agent, behind))
}

/// A run that begins with `de`, `comme` or a mark and holds what the frame asks for.
fn attributive(scene: &Scene<'_>, run: Run, cue: &Cue) -> bool {
    let quoted = (run.start..run.end).any(|i| scene.kind(i) == Kind::Open);
    let de = scene.is(run.start, Classes::DE);
    let comme = scene.one_of(run.start, closed!["comme"]);
    let infinitive = de && scene.is(run.start + 1, Classes::INF);
    scene.takes(cue, Frame::NpComme) && comme
        || scene.takes(cue, Frame::NpDe) && de
        || scene.takes(cue, Frame::NpDeInf) && infinitive
        || quoted && (de || comme || scene.kind(run.start) == Kind::Open)
}
