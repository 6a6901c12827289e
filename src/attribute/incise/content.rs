//! The words around an incise.
//!
//! In: an incise with its place and source. Out: the reading, with the segments before and behind: two in « Le musée, précise la
//! conservatrice, n'ouvrira qu'à l'automne. »

use super::super::features::Feature;
use super::super::speaker::{names_somebody, speaking_head};
use super::super::{Reading, Runs, Who};
use super::place::Place;
use super::subject::Named;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::{Run, Scene};

/// Builds the reading around an incise.
pub(super) fn around(scene: &Scene<'_>, cue: &Cue, place: &Place, named: Named) -> Option<Reading> {
    let dialogue = scene.kind(scene.sentence.start) == Kind::Dash;
    let dash = !place.inside && !place.after_mark && dialogue;
    let (content, rule) = if place.inside {
        (inside_mark(scene, cue, place, named.end)?, "incise-medial")
    } else {
        outside_mark(scene, cue, place, &named)?
    };
    let rule = match rule {
        _ if dash => "dialogue-dash",
        "incise-inverted" if content.len() > 1 => "incise-split",
        rule => rule,
    };
    let quoted = place.after_mark || place.inside || dash;
    let words = Run::new(cue.start, cue.end);
    let mut reading = Reading::new(rule, Some(words), named.who, content);
    reading.add(Feature::Incise, 24);
    reading.add(Feature::Mark, if quoted { 10 } else { 0 });
    reading.adjuncts = named.adjuncts;
    Some(reading)
}

/// The words of the quotation that an incise interrupts.
fn inside_mark(scene: &Scene<'_>, cue: &Cue, place: &Place, end: usize) -> Option<Runs> {
    let limit = scene.level_end(cue.start);
    let pair = scene.pairs.get(scene.level(cue.start) as usize - 1)?;
    let opened = scene.kind(pair.open) == Kind::Open;
    let mut content = Runs::from_iter([Run::new(pair.open + usize::from(opened), place.edge)]);
    let rest = rest_start(scene, end, limit);
    if rest < limit {
        content.push(Run::new(rest, limit));
    }
    Some(content)
}

/// The words before an incise of the narrator, and those that go on behind it.
fn outside_mark(
    scene: &Scene<'_>,
    cue: &Cue,
    place: &Place,
    named: &Named,
) -> Option<(Runs, &'static str)> {
    let end = named.end;
    let start = content_start(scene, place.edge, cue);
    let left = Run::new(start, place.edge + usize::from(place.after_mark));
    let only_mark = scene
        .pair_at(first_word(scene, left))
        .is_some_and(|(_, p)| p.close + 1 >= left.end);
    let around = goes_on(scene, end, left);
    if cue.inverted.is_none()
        && !only_mark
        && (!around && governed_before(scene, left)
            || (!place.after_mark || led_in_by_des(scene, named)) && !spoken(scene, named))
    {
        return None;
    }
    let mut content = Runs::from_iter([left]);
    if around && !only_mark {
        content.push(Run::new(end + 1, scene.clause_end(end + 1, None)));
    } else {
        content.extend(resumed(scene, end, left, only_mark));
    }
    let quoted = only_mark || place.after_mark;
    let rule = if quoted {
        "incise-inverted"
    } else {
        "incise-indirect"
    };
    Some((content, rule))
}

/// Tells whether the verb has its subject before it: `Le maire, ému, annonce un plan`.
fn governed_before(scene: &Scene<'_>, left: Run) -> bool {
    !clause_verb(scene, left) && opens_with_speaker(scene, left)
}

/// Tells whether a run holds the verb of its clause; that of an incise in it is none: in « Le président, explique la porte-parole, |
/// a demandé un rapport » the subject still waits for its own.
fn clause_verb(scene: &Scene<'_>, run: Run) -> bool {
    let incise = scene.cues.iter().find(|c| {
        run.contains(Run::new(c.start, c.end))
            && scene.kind(c.start.wrapping_sub(1)) == Kind::Comma
            && scene.complement(c).is_none()
            // « Les pourparlers, suspendus, ne reprendraient pas, croit savoir l'agence »: what goes on behind an insertion is none.
            && (c.inverted.is_some()
                || scene
                    .inverted_subject(c.end, run.end)
                    .is_some_and(|(p, _)| scene.ends_incise(p.run.end)))
    });
    match incise {
        Some(c) => {
            main_verb(scene, Run::new(run.start, c.start))
                || main_verb(scene, Run::new(c.end, run.end))
        }
        None => main_verb(scene, run),
    }
}

/// `Ils dénoncent un « oubli », réclament des excuses`: behind a fragment the phrase with `des` may be an object.
fn led_in_by_des(scene: &Scene<'_>, named: &Named) -> bool {
    matches!(named.who, Who::Words(p) if scene.indefinite_plural(p.main.start))
}

/// Tells whether words without marks may belong to the source: in a dialogue, or when it can speak.
fn spoken(scene: &Scene<'_>, named: &Named) -> bool {
    scene.kind(scene.sentence.start) == Kind::Dash
        || matches!(named.who, Who::Words(p) if speaking_head(scene, &p)
            || scene.one_of(p.run.start, closed!["de source", "de sources"]))
}

/// Tells whether a finite verb goes on behind the comma at `at`: « Le musée, précise la conservatrice, n'ouvrira qu'à l'automne. »
fn goes_on(scene: &Scene<'_>, comma: usize, left: Run) -> bool {
    // « Le pont, a promis le maire, « tiendra » »: the verb may open words in marks.
    let at = comma + usize::from(scene.kind(comma + 1) == Kind::Open);
    let light = Classes::NEG.or(Classes::SE).or(Classes::CLITIC);
    // `, indique une analyse, a annoncé le chercheur`: a second incise behind the first, unless the words before still want their
    // verb: « Son client, souligne-t-elle, a écrit aux victimes. »
    let incise = scene
        .cues
        .iter()
        .any(|c| c.start == at + 1 && scene.complement(c).is_none() && main_verb(scene, left));
    !incise
        && scene.kind(comma) == Kind::Comma
        && (scene.is(at + 1, Classes::FINITE)
            || scene.is(at + 1, light)
                && !scene.is(at + 1, Classes::DET)
                && scene.is(at + 2, Classes::FINITE))
        && scene.kind(at + 2) != Kind::Inverted
}

/// Tells whether a run holds a finite verb that is no part of a relative clause.
pub(in crate::attribute) fn main_verb(scene: &Scene<'_>, run: Run) -> bool {
    let mut relative = false;
    let mut at = run.start;
    while at < run.end {
        if scene.kind(at) == Kind::Comma {
            relative = false;
        }
        // `la réforme « ne change rien »`: the verb stands in the marks.
        let light = Classes::NEG.or(Classes::SE);
        let quoted = scene.kind(at) == Kind::Open
            && (scene.is(at + 1, Classes::FINITE)
                || scene.is(at + 1, light) && scene.is(at + 2, Classes::FINITE));
        if quoted && !relative {
            return true;
        }
        relative |= scene.is(at, Classes::REL);
        if scene.is(at, Classes::FINITE) && !relative {
            return true;
        }
        at = scene.step(at);
    }
    false
}

/// Tells whether a run begins with somebody who can be the subject of the verb that follows.
fn opens_with_speaker(scene: &Scene<'_>, run: Run) -> bool {
    let mut at = first_word(scene, run);
    for _ in 0..4 {
        let Some(np) = scene.noun(at, run.end) else {
            match (at..run.end).find(|i| scene.kind(*i) == Kind::Comma) {
                Some(comma) => at = comma + 1,
                None => return false,
            }
            continue;
        };
        if names_somebody(scene, np.run()) {
            return true;
        }
        at = np.end + 1;
    }
    false
}

fn first_word(scene: &Scene<'_>, run: Run) -> usize {
    (run.start..run.end)
        .find(|i| !matches!(scene.kind(*i), Kind::Comma | Kind::Dash | Kind::Break))
        .unwrap_or(run.start)
}

/// Where the words go on inside a mark after the incise: behind its comma, or in the next sentence.
fn rest_start(scene: &Scene<'_>, end: usize, limit: usize) -> usize {
    let mut at = end;
    if scene.kind(at) == Kind::Comma && !scene.is(at + 1, Classes::REL.or(Classes::PRESPART)) {
        return at + 1;
    }
    while at < limit {
        let t = scene.kind(at);
        if matches!(t, Kind::Period | Kind::Exclaim) {
            return at + 1;
        }
        at = scene.step(at);
    }
    limit
}

/// Where the words before an incise begin: the sentence, a colon, a semicolon, or the end of another incise.
fn content_start(scene: &Scene<'_>, edge: usize, cue: &Cue) -> usize {
    let mut at = edge + usize::from(scene.kind(edge) == Kind::Close);
    let mut start = scene.sentence.start;
    while let Some(before) = scene.step_back(at) {
        at = before;
        match scene.kind(at) {
            Kind::Colon | Kind::Semicolon => {
                start = at + 1;
                break;
            }
            Kind::Comma
                if scene
                    .cues
                    .iter()
                    .any(|c| c.start == at + 1 && c.start < cue.start && c.inverted.is_some()) =>
            {
                break;
            }
            _ => {}
        }
    }
    start
}

/// A second segment after an incise: `, sauf …`, `, « P2 »`; relatives, participles and adjuncts of the saying are none.
fn resumed(scene: &Scene<'_>, end: usize, left: Run, quoted: bool) -> Option<Run> {
    if scene.kind(end) != Kind::Comma {
        return None;
    }
    let at = end + 1;
    let limit = scene.sentence.end;
    if at >= limit || scene.kind(at) == Kind::Break {
        return None;
    }
    let marked = scene.kind(at) == Kind::Open;
    let named = || {
        scene.noun(at, limit).is_some_and(|np| {
            matches!(scene.kind(np.end), Kind::Comma | Kind::Period | Kind::Break)
                && np.end + 1 >= limit
        })
    };
    let other = !marked && (quoted || adds_to_saying(scene, at, limit, left) || named());
    (!other).then(|| Run::new(at, scene.clause_end(at, None)))
}

/// Tells whether what begins behind an incise belongs to the saying or to another cue, not to what is said.
fn adds_to_saying(scene: &Scene<'_>, at: usize, limit: usize, left: Run) -> bool {
    let opens = Classes::REL
        .or(Classes::PRESPART)
        .or(Classes::OPENER)
        .or(Classes::TIME)
        .or(Classes::PPART)
        .or(Classes::REASON)
        .or(Classes::TONIC);
    let small = closed![
        "avant de",
        "avant d'",
        "tout",
        "tout en",
        "en",
        "dont",
        "sous",
        "alors que",
        "selon",
        "d'après",
        "mais",
        "bien que",
        "avant",
        "après",
        "cité",
        "citant",
        "ce",
        "dans",
        "lors",
        "sur",
        "par",
        "au",
        "à",
        "confirmant",
        "sans",
        "tandis que",
        "comme",
        "puis",
    ];
    scene.is(at, opens)
        || scene.one_of(at, small)
        || scene.selon_at(at)
        || scene.carrier_at(at, limit)
        || scene.cues.iter().any(|c| {
            // « Mais, précise le maire, rien n'est décidé »: words without a verb wait for theirs.
            (at..=at + 1).contains(&c.start) && (c.form != Form::Passive || main_verb(scene, left))
        })
}
