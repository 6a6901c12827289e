//! Incises: the cue stands after, inside or between the words that it attributes, verb before subject.
//!
//! In: finite cue groups behind a comma or a closing mark. Out: readings for « P », a déclaré X · « P1, a dit X, P2 » ·
//! P, a annoncé X · « P », a-t-il ajouté · P, a-t-on appris auprès de X · « On tient bon », grimace Léa (a verb of no list).

mod content;
mod leading;
mod place;
mod speaker_first;
mod subject;
mod unlisted_verb;

use super::features::Feature;
use super::speaker::{names_somebody, phrase_is_human};
use super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::lexicon::rows::Frame;
use crate::pieces::Scene;
use crate::pieces::cue::{Cue, Form};
use place::Place;

pub(super) use content::main_verb;
pub(super) use speaker_first::propose as propose_speaker_first;
pub(super) use subject::learnt_from;
pub(super) use unlisted_verb::propose as propose_unlisted_verbs;

/// Proposes a reading for each incise.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for cue in scene.cues {
        let reading = match cue.form {
            Form::Finite => incise(scene, cue).or_else(|| leading::read(scene, cue)),
            // `est-il précisé sur le site`
            Form::Passive if cue.inverted.is_some_and(|p| scene.among_inverted(p, "il")) => {
                incise(scene, cue)
            }
            Form::Infinitive => narrative_infinitive(scene, cue),
            _ => None,
        };
        if let Some(reading) = reading {
            out.push(reading);
        }
    }
}

/// « « On ferme », d'ajouter la mairesse »: an infinitive of narration behind the quotation that opens the sentence.
fn narrative_infinitive(scene: &Scene<'_>, cue: &Cue) -> Option<Reading> {
    let link = cue
        .start
        .checked_sub(1)
        .filter(|l| scene.is(*l, Classes::DE))?;
    let place = place::of(scene, link).filter(|p| p.after_mark && !p.inside)?;
    let opens = scene
        .pair_closing(place.edge)
        .is_some_and(|(_, p)| p.open == scene.sentence.start);
    let named = subject::of(scene, cue, scene.level_end(cue.start))?;
    let human = matches!(named.who, Who::Words(p) if phrase_is_human(scene, &p));
    let says = opens && human && scene.takes(cue, Frame::Incise);
    let reading = says.then(|| content::around(scene, cue, &place, named))??;
    Some(reading.of_verb(cue))
}

fn incise(scene: &Scene<'_>, cue: &Cue) -> Option<Reading> {
    let speaks =
        scene.takes(cue, Frame::Incise) || cue.inverted.is_some() && scene.takes(cue, Frame::Que);
    let place = place::of(scene, cue.start)?;
    if !speaks && !(place.after_mark && scene.takes(cue, Frame::Que)) {
        return None;
    }
    if scene
        .complement(cue)
        .is_some_and(|c| c.rule == "que-clause" && cue.inverted.is_none())
    {
        return None;
    }
    let named = subject::of(scene, cue, scene.level_end(cue.start))?;
    if title_as_subject(scene, cue, &place, named.who) {
        return None;
    }
    let (rule, sureness) = (named.rule, named.sureness);
    let mut reading = content::around(scene, cue, &place, named)?;
    if let Some(rule) = rule.filter(|_| reading.rule != "dialogue-dash") {
        reading.rule = rule;
    }
    reading.set_verb(cue);
    reading.add(Feature::Subject, sureness);
    Some(reading)
}

/// « « Charlie Hebdo » publie un numéro spécial »: a name in marks without a comma behind it is the subject, and no person follows.
fn title_as_subject(scene: &Scene<'_>, cue: &Cue, place: &Place, who: Who) -> bool {
    let direct = place.after_mark && scene.kind(cue.start.wrapping_sub(1)) == Kind::Close;
    let Some((_, pair)) = scene.pair_closing(place.edge).filter(|_| direct) else {
        return false;
    };
    let said = (pair.open + 1..pair.close).any(|i| {
        scene.is(i, Classes::FINITE) || matches!(scene.kind(i), Kind::Exclaim | Kind::Period)
    });
    !said && matches!(who, Who::Words(p) if !names_somebody(scene, p.run))
}
