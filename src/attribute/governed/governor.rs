//! Who governs a cue, by its form.
//!
//! In: a cue with its complement. Out: the construction, the source and how plainly it is named: for `a promis` in « Le maire a
//! promis de payer » the subject `Le maire`.

use super::super::Who;
use super::super::complement::Complement;
use super::shared::{shared, shares_auxiliary};
use super::{infinitive, participle};
use crate::lex::token::Kind;
use crate::lexicon::rows::Act;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::subject::{Phrase, Subject};
use crate::pieces::{Run, Scene};

/// A construction, its source, and how plainly that is named.
pub(super) type Governor = (&'static str, Who, i16);

/// Finds who governs the cue, and names the construction by its form.
pub(super) fn of(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<Governor> {
    match cue.form {
        Form::Passive => passive(scene, cue, complement).map(|who| (complement.rule, who, 4)),
        Form::Finite => Some(finite(scene, index, cue, complement)),
        Form::Bare => (coordinated(scene, cue) && shares_auxiliary(scene, index))
            .then(|| ("coordinated-cue", shared(scene, index), 6)),
        Form::Participle | Form::Gerund => participle::of(scene, index, cue, complement),
        Form::Infinitive => infinitive::of(scene, index, cue, complement),
    }
}

/// Tells whether a comma, a conjunction or an adverb stands right before the cue.
fn coordinated(scene: &Scene<'_>, cue: &Cue) -> bool {
    scene
        .before(cue.start)
        .is_some_and(|t| t.kind == Kind::Comma || t.is(Classes::CONJ.or(Classes::ADV)))
}

/// Who says what an impersonal passive tells: the agent, the text that holds it, or for a reproach nobody whom words name.
fn passive(scene: &Scene<'_>, cue: &Cue, complement: &Complement) -> Option<Who> {
    let reproach = scene.row(cue).is_some_and(|r| r.act == Act::Accuse)
        && scene.is(complement.start, Classes::INF);
    agent(scene, complement)
        .or_else(|| text(scene, complement))
        .or(reproach.then_some(Who::Nobody))
}

/// `il est précisé dans le communiqué que P`: the text says it.
fn text(scene: &Scene<'_>, complement: &Complement) -> Option<Who> {
    let holds = |r: &&Run| scene.one_of(r.start, closed!["dans", "sur"]);
    let run = complement.adjuncts.iter().find(holds)?;
    let np = scene.noun(run.start + 1, run.end)?;
    scene
        .is(np.head, Classes::DOCUMENT.or(Classes::CARRIER))
        .then(|| Who::Words(Phrase::plain(np)))
}

fn agent(scene: &Scene<'_>, complement: &Complement) -> Option<Who> {
    let by = complement
        .adjuncts
        .iter()
        .find(|r| scene.one_of(r.start, closed!["par"]))?;
    let np = scene.noun(by.start + 1, by.end)?;
    Some(Who::Words(Phrase::plain(np)))
}

fn finite(scene: &Scene<'_>, index: usize, cue: &Cue, complement: &Complement) -> Governor {
    if let Some(pronoun) = cue.inverted {
        return (complement.rule, Who::Inverted(pronoun), 6);
    }
    match scene.subject_before(cue.start) {
        Subject::Phrase(phrase) => (complement.rule, Who::Words(phrase), 8),
        Subject::Relative(Some(phrase)) => (complement.rule, Who::Words(phrase), 6),
        Subject::Relative(None) => (complement.rule, shared(scene, index), 2),
        Subject::Shared => match (coordinated(scene, cue), shared(scene, index)) {
            (true, who) => ("coordinated-cue", who, 4),
            (false, Who::Running) => (complement.rule, Who::Nobody, 0),
            (false, who) => (complement.rule, who, 4),
        },
    }
}

/// Gives the first of the object and reflexive pronouns that stand before a verb form at `edge`.
pub(super) fn clitics_before(scene: &Scene<'_>, mut edge: usize) -> usize {
    while clitic_before(scene, edge) {
        edge -= 1;
    }
    edge
}

/// Tells whether an object or reflexive pronoun stands right before `at`.
pub(in crate::attribute) fn clitic_before(scene: &Scene<'_>, at: usize) -> bool {
    scene.before(at).is_some_and(|t| {
        t.kind == Kind::Word && t.is(Classes::CLITIC.or(Classes::SE)) && !t.is(Classes::DET)
    })
}
