//! Media that a sentence names beside its sources: `à l'AFP`, `sur LCI`, `cité par le quotidien`, `au micro de Matin Première`.
//!
//! In: a sentence and its chained statements. Out: each medium that stands outside what is said and relays it: in « « Oui, raconte
//! à l'AFP Jean-Marc. Non. » » the AFP of the incise, though it stands between the marks.

use super::outlet;
use crate::analysis::Source;
use crate::attribute::Who;
use crate::discourse::{Relayed, Statement};
use crate::lex::token::{Kind, Shape};
use crate::lexicon::Classes;
use crate::pieces::noun::NounPhrase;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;
use crate::resolve::names::{Described, describe};
use crate::resolve::outlets::{Outlet, announced, at_microphone, outlet_in};

/// A medium named in the sentence outside all contents.
pub(super) struct Named {
    run: Run,
    source: Source,
    outlet: Outlet,
    back: bool,
}

pub(super) fn media_outside(
    scene: &Scene<'_>,
    chained: &[Statement],
    register: &mut Register,
) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let end = scene.sentence.end;
    let mut at = scene.sentence.start;
    while let Some(next) = promising(scene, at, end) {
        let run = if outside(scene, chained, next) {
            candidate(scene, next)
        } else {
            None
        };
        let Some(run) = run else {
            at = next + 1;
            continue;
        };
        if relayed(scene, run)
            && let Some(named) = named(scene, run, register)
        {
            register.relayed_by(named.source.entity);
            found.push(named);
        }
        at = run.end.max(next + 1);
    }
    found
}

/// Classes of the words that name a medium.
const MEDIA: Classes = Classes::MEDIA.or(Classes::AGENCY).or(Classes::MEDIA_NOUN);

/// Tells whether a sentence may name a medium: a known one, one behind a noun of media (`micro` is one), or one behind `au micro de`.
pub(super) fn may_name(scene: &Scene<'_>) -> bool {
    scene.anchors.word(MEDIA) || scene.anchors.joined()
}

/// Finds the next token that may name a medium: most can not, whatever stands around them.
fn promising(scene: &Scene<'_>, from: usize, end: usize) -> Option<usize> {
    let tokens = scene.tokens.get(from..end)?;
    // `micro` is a noun of media, or part of an entry.
    let micro = scene.anchors.joined() || scene.anchors.word(Classes::MEDIA_NOUN);
    let mut all = (from..).zip(tokens);
    all.find(|(at, t)| t.is(MEDIA) || micro & t.capital() && announced(scene, *at))
        .map(|(at, _)| at)
}

/// Tells whether a token is the narrator's: outside all contents, and outside marks or in an incise between two segments.
fn outside(scene: &Scene<'_>, chained: &[Statement], at: usize) -> bool {
    let mut readings = chained.iter().map(|s| &s.reading);
    let said = readings
        .clone()
        .any(|r| r.content.iter().any(|c| (c.start..c.end).contains(&at)));
    let incise = readings.any(|r| {
        let extent = r.extent();
        r.content.len() > 1 && (extent.start..extent.end).contains(&at)
    });
    !said && (incise || scene.level(at) == 0 || alone_in_marks(scene, at))
}

/// Tells whether a name fills a pair of marks: `au « Temps »`, `par « Le Soir »`.
fn alone_in_marks(scene: &Scene<'_>, at: usize) -> bool {
    at > scene.sentence.start
        && scene.kind(at - 1) == Kind::Open
        && scene.kind(at + 1) == Kind::Close
}

/// Finds the phrase of a medium at a token: a known name, a noun of media, or a name behind `au micro de`.
fn candidate(scene: &Scene<'_>, at: usize) -> Option<Run> {
    if let Some(run) = at_microphone(scene, at)
        && (outlet_in(scene, run).is_none() || run.end > at + 1)
        && !scene.token(at).is_some_and(|t| t.shape.has(Shape::PHRASE))
    {
        return Some(run);
    }
    if !scene.is(at, MEDIA) {
        return None;
    }
    if alone_in_marks(scene, at) {
        return Some(Run::new(at - 1, at + 2));
    }
    let closed = Classes::OPENER.or(Classes::PREP).or(Classes::CUE);
    let np = (at.saturating_sub(4).max(scene.sentence.start)..=at)
        .filter(|s| !scene.is(*s, closed) || scene.is(*s, Classes::DET) || *s == at)
        .find_map(|s| {
            scene
                .noun(s, scene.sentence.end)
                .filter(|n| n.start <= at && at < n.end)
        });
    let run = np.map_or(Run::new(at, at + 1), |n| Run::new(n.start, n.end));
    let back = scene.is(at, Classes::MEDIA_NOUN)
        && at > scene.sentence.start
        && scene.is(at - 1, Classes::DET)
        && outlet_in(scene, run).is_none();
    Some(if back { Run::new(at - 1, at + 1) } else { run })
}

/// `nos confrères de la RTS`: the medium itself, when another noun heads the phrase.
fn colleague(scene: &Scene<'_>, np: NounPhrase) -> NounPhrase {
    let own = Classes::MEDIA.or(Classes::AGENCY);
    let person = scene.is(
        np.head,
        Classes::ROLE.or(Classes::COLLECTIVE).or(Classes::ANON),
    );
    (np.head + 1..np.end)
        .find(|i| person && scene.is(*i, own) && !scene.is(*i, Classes::WEAK))
        .and_then(|i| scene.noun(i, np.end))
        .unwrap_or(np)
}

/// Names the medium of a phrase: by its words, or as the one named before (`l'agence`, `le quotidien`).
fn named(scene: &Scene<'_>, run: Run, register: &mut Register) -> Option<Named> {
    let unlisted = at_microphone(scene, run.start).is_some_and(|r| r == run);
    let np = scene.noun(run.start, run.end).filter(|_| !unlisted);
    let np = np.map(|np| colleague(scene, np));
    let mut d = np
        .map(|np| describe(scene, &Phrase::plain(np)))
        .unwrap_or_default();
    let back = d.outlet.is_none() && d.definite && run.end == run.start + 2;
    if d.outlet.is_none() && !back {
        at_microphone(scene, run.start)?;
        d = Described::medium(scene.span(run));
    }
    let entity = if back {
        register.relaying(d.lemma)
    } else {
        register.resolve(&d, run.start, scene.words())
    };
    let source = Source {
        span: Some(scene.span(run)),
        entity,
        kind: d.kind,
    };
    Some(Named {
        run,
        source,
        outlet: outlet(register, source)?,
        back,
    })
}

/// Tells whether the words before a medium make it a relay: `à l'AFP`, `sur LCI`, `par RFI`, `cité par`, `selon`.
fn relayed(scene: &Scene<'_>, run: Run) -> bool {
    let before = run.start.checked_sub(1);
    before.is_some_and(|b| {
        let linked = Classes::PREP
            .or(Classes::PREP_DET)
            .or(Classes::OPENER)
            .or(Classes::REL);
        scene.is(b, linked)
            || scene.is(b, Classes::CUE) && scene.is(b, Classes::PPART.or(Classes::FINITE))
            || scene.kind(b) == Kind::Comma
    }) || run.start == scene.sentence.start
        || scene.is(run.end, Classes::FINITE.or(Classes::REL))
        || scene.kind(run.end) == Kind::Comma
}

/// Adds a medium to the chain of a statement, unless it is the source or stands in its words.
pub(super) fn relay(one: &mut Statement, found: &Named) {
    let entity = found.source.entity;
    if entity.is_some() && one.source.is_some_and(|s| s.entity == entity) {
        return;
    }
    let adjunct = |run: Run| {
        let mut adjuncts = one.reading.adjuncts.iter();
        adjuncts.any(|a| a.overlaps(found.run) && *a != run)
    };
    let in_source =
        matches!(one.reading.who, Who::Words(p) if p.run.overlaps(found.run) && !adjunct(p.run));
    if in_source && !found.back {
        return;
    }
    let known = entity.is_some() && one.relays.iter().any(|r| r.source.entity == entity);
    if !known && !in_source {
        one.relays.push(Relayed {
            cue: None,
            source: found.source,
        });
    }
    one.agency = one.agency.or(Some(found.outlet));
}
