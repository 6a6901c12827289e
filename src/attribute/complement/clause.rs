//! Clauses: `que P`, `si P`, `ce qui P`, `de ce que P`, `sur le fait que P`.
//!
//! In: a cue and the token behind it. Out: where the clause begins: behind `que` in « Le maire assure que le pont tient ».

use super::Start;
use crate::lex::token::Kind;
use crate::lexicon::closed::Closed;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::Cue;
use crate::pieces::{Run, Scene};

/// The words that a clause begins with, beside the interrogative ones.
const OPENING: Closed = closed![
    "que",
    "qu'",
    "si",
    "s'",
    "ce qui",
    "ce que",
    "ce qu'",
    "ce dont",
    "où",
    "quand",
    "lequel",
    "lesquels",
    "laquelle",
    "ce",
    "à",
    "de ce que",
    "de ce qu'",
    "du fait que",
    "à ce que",
    "à ce qu'",
    "sur",
    "de",
];

/// Finds a clause that the cue takes.
pub(super) fn at(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    if !scene.one_of(at, OPENING) && !scene.is(at, Classes::WH) {
        return None;
    }
    if scene.one_of(at, closed!["que", "qu'"]) && scene.takes(cue, Frame::Que) {
        return reported(scene, cue, at);
    }
    interrogative(scene, cue, at).or_else(|| fact(scene, cue, at))
}

/// `que P`, but not `ne … que X` nor `n'annonce pas que de bonnes nouvelles`.
fn reported(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    let negation = closed!["pas", "plus", "jamais", "guère", "point"];
    // `ne cesse de répéter que P`
    let linked = scene.holds(Run::new(cue.start, cue.verb), Classes::SEMI);
    let only = !linked
        && scene.one_of(cue.start, closed!["ne"])
        && !(cue.start..cue.end).any(|i| scene.one_of(i, negation));
    let partitive = scene.is(at + 1, Classes::DE.or(Classes::PREP))
        && !scene.is(at + 1, Classes::DET.or(Classes::ADV));
    if cue.negated && (only || partitive) {
        return None;
    }
    let colon = scene.kind(at + 1) == Kind::Colon;
    Some(("que-clause", at + 1 + usize::from(colon), false, 40))
}

/// `si P`, `s'il P`, `pourquoi P`, `ce qui P`, `à qui P`.
fn interrogative(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    let manner = scene.is(at + 1, Classes::ADV)
        && !scene.is(at + 1, Classes::DET.or(Classes::SUBJ).or(Classes::PREP));
    if !scene.takes(cue, Frame::Si) || scene.one_of(at, closed!["si"]) && manner {
        return None;
    }
    if scene.one_of(at, closed!["si"])
        || scene.one_of(at, closed!["s'"]) && scene.one_of(at + 1, closed!["il", "ils"])
    {
        return Some(("si-clause", at + 1, false, 36));
    }
    let words = closed![
        "ce qui", "ce que", "ce qu'", "ce dont", "où", "quand", "lequel", "lesquels", "laquelle",
    ];
    let asks = scene.is(at, Classes::WH)
        || scene.one_of(at, words)
        || scene.one_of(at, closed!["ce"])
            && scene.one_of(at + 1, closed!["que", "qu'", "qui", "dont"])
        || scene.one_of(at, closed!["à"]) && scene.is(at + 1, Classes::WH);
    asks.then_some(("si-clause", at, false, 34))
}

/// `de ce que P`, `du fait que P`, `sur le fait que P`.
fn fact(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    let clause = |start| Some(("que-clause", start, false, 36));
    // `appelle à ce que P`, `demande à ce que P`
    let asks = [Frame::AInf, Frame::NpAInf]
        .iter()
        .any(|f| scene.takes(cue, *f));
    if asks && scene.one_of(at, closed!["à ce que", "à ce qu'"]) {
        return clause(at + 1);
    }
    if scene.takes(cue, Frame::DeCeQue)
        && scene.one_of(at, closed!["de ce que", "de ce qu'", "du fait que"])
    {
        return clause(at + 1);
    }
    // `insiste sur le fait que P`
    if scene.takes(cue, Frame::SurQuote)
        && scene.one_of(at, closed!["sur"])
        && scene.one_of(at + 1, closed!["le fait que", "le fait qu'"])
    {
        return clause(at + 2);
    }
    if scene.takes(cue, Frame::DeCeQue)
        && scene.one_of(at, closed!["de"])
        && scene.one_of(at + 1, closed!["ce", "ce que", "ce qu'"])
    {
        return clause(at + 2 + usize::from(scene.one_of(at + 1, closed!["ce"])));
    }
    None
}
