//! Verbs of no list where an incise stands: by construction they introduce speech.
//!
//! In: finite verbs between a quotation and a subject that are no cues. Out: readings: « « On tient bon », grimace Léa. »

use super::super::features::Feature;
use super::super::speaker::phrase_is_human;
use super::super::{Reading, Who};
use super::content;
use super::place::{self, Place};
use super::subject::{self, Named};
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::lexicon::rows::Frame;
use crate::pieces::anchors::KindSet;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::{Run, Scene};

/// Proposes a reading for each finite verb of no list between a quotation and a subject.
pub(in crate::attribute) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    const BEFORE: KindSet = KindSet::of(&[Kind::Comma, Kind::Close, Kind::Exclaim, Kind::Dash]);
    for at in scene.places(|t| BEFORE.has(t)).map(|sign| sign + 1) {
        if let Some(token) = scene.token(at).filter(|t| t.kind == Kind::Word)
            && let Some(reading) = unlisted(scene, at, token)
        {
            out.push(reading);
        }
    }
}

/// Reads the word at `at`, which stands directly behind a comma, a mark or a dash.
fn unlisted(scene: &Scene<'_>, at: usize, token: &Token) -> Option<Reading> {
    let place = verb_edge(scene, at, token)?;
    let group = group(scene, at)?;
    let named = named(scene, &group, at)?;
    let mut reading = content::around(scene, &group.cue(at), &place, named)?;
    // `dixit` is a verb of saying, if no French one.
    if dixit(scene, at) {
        return Some(reading);
    }
    reading.rule = "incise-open-verb";
    Some(reading.with(Feature::OpenVerb, -8))
}

fn dixit(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|t| t.span.len() == 5) && scene.word(at) == "dixit"
}

/// The subject behind the verb: a pronoun of a person, or somebody who ends the incise.
fn named(scene: &Scene<'_>, group: &Group, verb: usize) -> Option<Named> {
    let limit = scene.level_end(group.run.start);
    let (who, end, adjuncts) = if let Some(p) = group.pronoun {
        if scene.among_inverted(p, "on") {
            return subject::on_somewhere(scene, &group.cue(verb), limit);
        }
        if scene.among_inverted(p, "ce") {
            return None;
        }
        let (end, adjuncts) = scene.adjuncts(group.run.end, limit);
        (Who::Inverted(p), end, adjuncts)
    } else {
        let (phrase, adjuncts) = scene.inverted_subject(group.run.end, limit)?;
        if !(phrase_is_human(scene, &phrase) && scene.ends_incise(phrase.run.end)) {
            return None;
        }
        (Who::Words(phrase), phrase.run.end, adjuncts)
    };
    Some(Named {
        who,
        end,
        adjuncts,
        sureness: 0,
        rule: None,
    })
}

/// A verb group of no list.
struct Group {
    run: Run,
    pronoun: Option<usize>,
}

impl Group {
    /// Makes a cue of it, with its verb at `at`.
    fn cue(&self, at: usize) -> Cue {
        Cue {
            number: usize::MAX,
            start: self.run.start,
            end: self.run.end,
            verb: at,
            form: Form::Finite,
            head: u16::MAX,
            row: 0,
            frames: Frame::Incise.bit(),
            inverted: self.pronoun,
            finite: at,
            negated: false,
            conditional: false,
            withheld: false,
            compound: false,
        }
    }
}

fn verb_edge(scene: &Scene<'_>, at: usize, token: &Token) -> Option<Place> {
    let verbal = token.is(Classes::FINITE)
        && !token.is(Classes::PREP.or(Classes::ADV).or(Classes::CONJ))
        || token.entry.0 == 0 && !token.capital()
        || dixit(scene, at);
    let reflexive = token.is(Classes::SE);
    if !(verbal || reflexive) || scene.cues.iter().any(|c| (c.start..c.end).contains(&at)) {
        return None;
    }
    place::of(scene, at).filter(|p| p.after_mark || p.inside)
}

fn group(scene: &Scene<'_>, at: usize) -> Option<Group> {
    let mut verb = at;
    if scene.is(at, Classes::SE) {
        verb += 1;
    }
    let mut end = verb + 1;
    let mut pronoun = None;
    if scene.kind(end) == Kind::Inverted {
        pronoun = Some(end);
        end += 1;
    }
    if scene.is(verb, Classes::AVOIR.or(Classes::ETRE)) {
        while scene.is(end, Classes::ADV) {
            end += 1;
        }
        if !scene.is(end, Classes::PPART) {
            return None;
        }
        end += 1;
    } else if !scene.is(verb, Classes::FINITE) {
        let unknown = scene.token(verb)?.entry.0 == 0 && scene.word(verb).ends_with('e')
            || dixit(scene, verb);
        if !unknown && pronoun.is_none() {
            return None;
        }
    }
    while scene.is(end, Classes::ADV) && !scene.is(end, Classes::PREP) {
        end += 1;
    }
    Some(Group {
        run: Run::new(at, end),
        pronoun,
    })
}
