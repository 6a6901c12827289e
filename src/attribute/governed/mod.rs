//! Clauses, infinitives and objects that a cue governs.
//!
//! In: cue groups with their complements. Out: readings such as « a déclaré que [P] », « accusant [Y de P] », « estimé que [Q] »
//! in a coordination, with the subject found before the cue or shared with the cue before.

mod body;
mod governor;
mod infinitive;
mod object;
mod participle;
mod shared;

pub(super) use governor::clitic_before;
pub(crate) use shared::main_subject;

use super::complement::Complement;
use super::features::Feature;
use super::incise::learnt_from;
use super::speaker::may_speak;
use super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::rows::Act;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::{Run, Scene};

/// Strength of a frame from which the complement is an infinitive or a clause.
const INFINITIVE: i16 = 32;
/// Strength of a frame from which the complement is a clause or words behind a colon.
const CLAUSE: i16 = 34;

/// Proposes one reading per cue with a complement.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for (i, cue) in scene.cues.iter().enumerate() {
        if let Some(complement) = scene.complement(cue)
            && let Some(reading) = governed(scene, i, cue, complement)
        {
            out.push(reading);
        }
    }
}

fn governed(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<Reading> {
    let (rule, who, sureness) = governor::of(scene, index, cue, complement)?;
    let who = learnt(scene, cue, complement, who);
    if who == Who::Nobody && cue.form == Form::Finite
        || body::generic(scene, who) && !complement.quotation
    {
        return None;
    }
    let who = body::named_by_place(scene, who);
    let needs_speaker = suggests(scene, cue) || complement.weight < CLAUSE;
    if needs_speaker && matches!(who, Who::Words(p) if !may_speak(scene, &p)) {
        return None;
    }
    let (who, end) = bounds(scene, cue, complement, who)?;
    let content = Run::new(complement.start, end);
    let words = Run::new(cue.start, cue.end);
    let mut reading = Reading::new(rule, Some(words), who, [content]);
    reading.set_verb(cue);
    reading.add(Feature::Frame, complement.weight);
    reading.add(Feature::Source, sureness);
    reading.adjuncts.extend_from_slice(&complement.adjuncts);
    let behind = end + usize::from(scene.kind(end) == Kind::Comma);
    let (_, after) = scene.adjuncts(behind, scene.sentence.end);
    reading.adjuncts.extend_from_slice(&after);
    if cue.withheld {
        reading.add(Feature::Withheld, -6);
    }
    Some(reading)
}

/// `On apprend du parquet que P`, `L'AFP a appris de source judiciaire que P`: whom one learnt it from speaks.
fn learnt(scene: &Scene<'_>, cue: &Cue, complement: &Complement, who: Who) -> Who {
    let Who::Words(hearer) = who else { return who };
    let medium = scene.holds(hearer.run, Classes::MEDIA.or(Classes::AGENCY));
    let hears = medium || body::generic(scene, who);
    if !hears || !scene.word(cue.verb).starts_with("appr") {
        return who;
    }
    let body = Classes::COLLECTIVE.or(Classes::ORG).or(Classes::SEAT);
    match learnt_from(scene, &hearer, &complement.adjuncts) {
        Who::Words(p)
            if medium
                || scene.holds(p.run, body)
                || scene.one_of(p.run.start, closed!["de source", "de sources"]) =>
        {
            Who::Words(p)
        }
        _ => who,
    }
}

/// Finds where the complement ends, and the subject of the main clause when that one speaks.
fn bounds(scene: &Scene<'_>, cue: &Cue, complement: &Complement, who: Who) -> Option<(Who, usize)> {
    let start = complement.start;
    let end = if complement.rule == "colon-cue" && complement.quotation {
        scene.pair_at(start).map(|(_, p)| p.close + 1)?
    } else {
        scene.clause_end(start, Some(cue))
    };
    let (who, end) = match participle::opening(scene, cue, start, end) {
        Some((subject, comma)) => (Who::Words(subject), comma),
        None => (who, end),
    };
    let clause = complement.rule == "que-clause";
    if clause && !scene.holds(Run::new(start, end), Classes::FINITE) {
        return None;
    }
    // « Une lettre affirmant que le pont tiendra | a été affichée », « L'homme qui avait juré qu'il ne reviendrait pas | est candidat »
    let relative = scene.before(cue.start).is_some_and(|t| t.is(Classes::REL));
    let told_by_subject = (cue.form == Form::Participle || relative)
        && scene
            .before(cue.start)
            .is_some_and(|t| t.kind == Kind::Word)
        && !scene.holds(Run::new(scene.sentence.start, cue.start), Classes::FINITE);
    let end = match () {
        () if complement.weight < INFINITIVE => object::end(scene, cue, start, end),
        () if told_by_subject => scene.main_verb_after(start, end),
        () => end,
    };
    Some((who, end))
}

/// Verbs that documents and facts govern too (`prouve que`, `montre que`): with a thing as subject they report nobody.
fn suggests(scene: &Scene<'_>, cue: &Cue) -> bool {
    scene
        .row(cue)
        .is_some_and(|r| matches!(r.act, Act::Suggest | Act::Confirm))
}
