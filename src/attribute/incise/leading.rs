//! The incise before its clause: `comme l'a annoncé X, P`.
//!
//! In: a finite cue group behind `comme` or `ainsi que` and an object pronoun. Out: a reading whose content is the clause behind the
//! comma: « Comme l'a confié la juge, l'audience est reportée. »

use super::super::features::Feature;
use super::super::speaker::speaking_head;
use super::super::{Reading, Who};
use super::subject;
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::{Run, Scene};

/// Reads a cue group behind `comme` at the start of a clause.
pub(super) fn read(scene: &Scene<'_>, cue: &Cue) -> Option<Reading> {
    let speaks = scene.takes(cue, Frame::Incise) || scene.takes(cue, Frame::Que);
    if cue.form != Form::Finite || !speaks || !led_in(scene, cue.start) {
        return None;
    }
    let named = subject::of(scene, cue, scene.level_end(cue.start))?;
    let comma = (named.end..scene.level_end(cue.start)).find(|i| scene.kind(*i) == Kind::Comma)?;
    let silent = matches!(named.who, Who::Words(p) if !speaking_head(scene, &p));
    let clause = scene.holds(Run::new(named.end, comma), Classes::FINITE);
    let other = scene.is(comma + 1, Classes::REL);
    if silent || clause || other {
        return None;
    }
    let content = [Run::new(comma + 1, scene.clause_end(comma + 1, None))];
    let cue_run = Run::new(cue.start, cue.end);
    let mut reading = Reading::new("incise-indirect", Some(cue_run), named.who, content)
        .of_verb(cue)
        .with(Feature::Incise, 24)
        .with(Feature::Subject, named.sureness);
    reading.adjuncts = named.adjuncts;
    Some(reading)
}

/// Tells whether `comme` with an object pronoun opens the clause before the verb: `comme l'`, `ainsi que le`, `comme nous l'`.
fn led_in(scene: &Scene<'_>, verb: usize) -> bool {
    let object = closed!["le", "l'", "nous", "nous l'", "me"];
    let pronouns = (scene.sentence.start..verb)
        .rev()
        .take_while(|i| scene.one_of(*i, object) || scene.is(*i, Classes::CLITIC))
        .count();
    let Some(link) = verb.checked_sub(pronouns + 1).filter(|_| pronouns > 0) else {
        return false;
    };
    let opens = link == scene.sentence.start
        || !matches!(
            scene.kind(link - 1),
            Kind::Word | Kind::Number | Kind::Comma | Kind::Close
        )
        || scene.is(link - 1, Classes::CONJ.or(Classes::SUB));
    opens && scene.one_of(link, closed!["comme", "ainsi que"])
}
