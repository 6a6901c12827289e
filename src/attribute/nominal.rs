//! Nouns that attribute: `l'annonce que P`, `la promesse de V`, `l'annonce a été faite par X`.
//!
//! In: cue nouns with a complement of theirs. Out: readings; « l'idée que le pont tienne » has no owner and stays without one.

use super::features::Feature;
use super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, SenseKind, closed};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Proposes readings around cue nouns.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for at in scene.sentence.start..scene.sentence.end {
        if scene.is(at, Classes::CUE_NOUN)
            && scene.before(at).is_some_and(|t| {
                t.is(Classes::DET.or(Classes::PREP_DET).or(Classes::ADJ)) || t.is(Classes::DE)
            })
        {
            out.extend(governed(scene, at).or_else(|| quoted(scene, at)));
        }
    }
}

/// The noun phrase that holds the cue noun at `at`.
fn phrase_around(scene: &Scene<'_>, at: usize) -> Option<crate::pieces::noun::NounPhrase> {
    let limit = scene.level_end(at);
    (at.saturating_sub(3)..=at)
        .filter_map(|s| scene.noun(s, limit))
        .find(|np| np.start <= at && at < np.end)
}

/// Gives the frames of the cue noun at `at`.
fn frames(scene: &Scene<'_>, at: usize) -> Option<u32> {
    let entry = scene.token(at)?.entry;
    let sense = scene.lexicon.sense(entry, SenseKind::CueNoun)?;
    let noun = scene.lexicon.meta().cue_nouns.get(sense.id as usize)?;
    Some(noun.frames)
}

fn governed(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    let frames = frames(scene, at)?;
    let np = phrase_around(scene, at)?;
    let end = np.end;
    let who = who(scene, at, &np, end);
    if scene.is(np.start, Classes::INDEF)
        || !scene.is(np.start, Classes::DET)
        || scene.kind(np.start) == Kind::Number
    {
        return None;
    }
    let clause = scene.one_of(end, closed!["que", "qu'"]) && frames & Frame::Que.bit() != 0;
    let reflexive =
        scene.one_of(end + 1, closed!["ne", "se", "s'"]) && scene.is(end + 2, Classes::INF);
    let infinitive =
        scene.one_of(end, closed!["de", "d'"]) && (scene.is(end + 1, Classes::INF) || reflexive);
    if !clause && !(infinitive && frames & Frame::DeInf.bit() != 0) {
        return None;
    }
    let from = end + 1;
    if who == Who::Nobody {
        return None;
    }
    let end = scene.clause_end(from, None);
    let content = Run::new(from, scene.main_verb_after(from, end));
    Some(
        Reading::new("noun-que", Some(Run::new(at, at + 1)), who, [content])
            .with(Feature::Noun, 16),
    )
}

/// `La formule de Talbot, « P », orne …`, `ses propos sur « P »`: a noun of saying with an owner, and marks behind it.
fn quoted(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    let frames = frames(scene, at)?;
    let np = phrase_around(scene, at)?;
    let mut open = np.end;
    if scene.kind(open) == Kind::Comma || scene.one_of(open, closed!["sur", "à", "contre"]) {
        open += 1;
    }
    let (_, pair) = scene.pair_at(open)?;
    let spoken = pair.close > open + 3 && scene.kind(pair.close) == Kind::Close;
    let who = who(scene, at, &np, np.end);
    if frames & Frame::Quote.bit() == 0
        || !spoken
        || who == Who::Nobody
        || scene.is(np.start, Classes::INDEF)
    {
        return None;
    }
    let content = [Run::new(open, pair.close + 1)];
    Some(
        Reading::new("noun-quoted", Some(Run::new(at, at + 1)), who, content)
            .with(Feature::Noun, 12),
    )
}

fn who(scene: &Scene<'_>, at: usize, np: &crate::pieces::noun::NounPhrase, end: usize) -> Who {
    if scene.is(np.start, Classes::POSS) {
        return Who::Words(Phrase {
            run: Run::new(np.start, np.start + 1),
            main: *np,
            apposition: None,
        });
    }
    match super::preposition::owner(
        scene,
        &Phrase {
            main: crate::pieces::noun::NounPhrase { head: at, ..*np },
            ..Phrase::plain(*np)
        },
    ) {
        Who::Nobody if scene.kind(end) == Kind::Word => Who::Nobody,
        other => other,
    }
}
