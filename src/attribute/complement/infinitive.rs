//! Infinitives that a cue takes: `promet de V`, `appelle à V`, `dit vouloir V`.
//!
//! In: a cue and the token behind it. Out: where the infinitive begins, with its clitics and negation: at `ne` in « Le maire promet de
//! ne rien céder ».

use super::Start;
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::cue::Cue;

/// Tells whether an infinitive stands at `at`, behind its clitics and negation.
pub(super) fn infinitive_at(scene: &Scene<'_>, mut at: usize) -> bool {
    for _ in 0..5 {
        if scene.is(at, Classes::INF) {
            return true;
        }
        let light = scene.is(
            at,
            Classes::CLITIC
                .or(Classes::NEG)
                .or(Classes::ADV)
                .or(Classes::SE),
        ) || scene.one_of(
            at,
            closed![
                "ne", "n'", "pas", "plus", "le", "la", "les", "l'", "y", "en", "bien", "tout",
            ],
        ) || scene.kind(at) == Kind::Open;
        if !light {
            return false;
        }
        at += 1;
    }
    false
}

/// The frames that hold an infinitive.
const INFINITIVES: u32 = Frame::DeInf.bit()
    | Frame::NpDeInf.bit()
    | Frame::AInf.bit()
    | Frame::NpAInf.bit()
    | Frame::Inf.bit();

/// Finds an infinitive that the cue takes.
pub(super) fn at(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    if cue.frames & INFINITIVES == 0
        || !scene.anchors.word(Classes::INF) && !scene.anchors.sign(Kind::Open)
    {
        return None;
    }
    let de = scene.one_of(at, closed!["de", "d'"]);
    if de && scene.takes(cue, Frame::DeInf) && infinitive_at(scene, at + 1) {
        return Some(("infinitive-de", at + 1, false, 32));
    }
    if de && scene.takes(cue, Frame::NpDeInf) && infinitive_at(scene, at + 1) {
        return Some(("object-de", at + 1, false, 28));
    }
    let quoted = scene.kind(at + 1) == Kind::Open;
    if scene.one_of(at, closed!["à"])
        && (infinitive_at(scene, at + 1) || quoted)
        && (scene.takes(cue, Frame::AInf) || scene.takes(cue, Frame::NpAInf))
    {
        return Some(("infinitive-a", at + 1, false, 32));
    }
    if scene.takes(cue, Frame::Inf)
        && !scene.is(at, Classes::PREP)
        && infinitive_at(scene, at)
        && scene.kind(at) != Kind::Open
    {
        return Some(("infinitive-bare", at, false, 32));
    }
    None
}
