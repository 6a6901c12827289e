//! Nouns that attribute: `l'annonce que P`, `la promesse de V`, `l'annonce a été faite par X`.
//!
//! In: cue nouns with a complement of theirs. Out: readings; « l'idée que le pont tienne » has no owner and stays without one.

use super::features::Feature;
use super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, SenseKind, closed};
use crate::pieces::noun::NounPhrase;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Proposes readings around cue nouns.
pub(super) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    for at in scene.places(|t| (t.kind == Kind::Word) & t.is(Classes::CUE_NOUN)) {
        let led_in = Classes::DET
            .or(Classes::PREP_DET)
            .or(Classes::ADJ)
            .or(Classes::DE);
        if scene.before(at).is_some_and(|t| t.is(led_in))
            && let Some(frames) = frames(scene, at).filter(|f| may_govern(scene, *f))
            && let Some(np) = phrase_around(scene, at)
        {
            let reading = governed(scene, at, frames, &np)
                .or_else(|| quoted(scene, at, frames, &np))
                .or_else(|| presented(scene, at, &np));
            if let Some(reading) = reading {
                out.push(reading);
            }
        }
    }
}

/// Tells whether the sentence has what a noun with these frames can govern: `que`, an infinitive or marks.
fn may_govern(scene: &Scene<'_>, frames: u32) -> bool {
    let has = |frame: Frame| frames & frame.bit() != 0;
    has(Frame::Que)
        && scene
            .anchors
            .word(Classes::SUB.or(Classes::REL).or(Classes::WH))
        || has(Frame::DeInf) && scene.anchors.word(Classes::INF)
        || has(Frame::Quote) && scene.anchors.sign(Kind::Open)
}

/// The noun phrase that holds the cue noun at `at`.
fn phrase_around(scene: &Scene<'_>, at: usize) -> Option<NounPhrase> {
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

fn governed(scene: &Scene<'_>, at: usize, frames: u32, np: &NounPhrase) -> Option<Reading> {
    let agent = announcing_agent(scene, at, np);
    let end = agent.map_or(np.end, |a| a.end);
    if scene.is(np.start, Classes::INDEF)
        || !scene.is(np.start, Classes::DET)
        || scene.kind(np.start) == Kind::Number
    {
        return None;
    }
    let verb = end + 1 + usize::from(scene.kind(end + 1) == Kind::Open);
    let clause = scene.one_of(end, closed!["que", "qu'"]) && frames & Frame::Que.bit() != 0;
    let reflexive =
        scene.one_of(end + 1, closed!["ne", "se", "s'"]) && scene.is(end + 2, Classes::INF);
    let infinitive =
        scene.one_of(end, closed!["de", "d'"]) && (scene.is(verb, Classes::INF) || reflexive);
    if !clause && !(infinitive && frames & Frame::DeInf.bit() != 0) {
        return None;
    }
    let from = end + 1;
    let who = match agent {
        Some(agent) => Who::Words(Phrase::plain(agent)),
        None => who(scene, at, np, end),
    };
    if who == Who::Nobody {
        return None;
    }
    let end = scene.main_verb_after(from, scene.clause_end(from, None));
    let end = if infinitive {
        before_main_clause(scene, np.start, Run::new(from, end))
    } else {
        end
    };
    let content = Run::new(from, end);
    Some(
        Reading::new("noun-que", Some(Run::new(at, at + 1)), who, [content])
            .with(Feature::Noun, 16),
    )
}

/// `l'annonce | par le gouvernement | que P`: who announces.
fn announcing_agent(scene: &Scene<'_>, at: usize, np: &NounPhrase) -> Option<NounPhrase> {
    if !scene.one_of(np.end, closed!["par"]) {
        return None;
    }
    scene.noun(np.end + 1, scene.level_end(at))
}

/// Ends an infinitive that hangs on the subject or on what leads the sentence in: « La promesse de baisser l'impôt | séduit », « Malgré
/// la promesse d'ouvrir vingt lits, | l'hôpital sature ».
fn before_main_clause(scene: &Scene<'_>, noun: usize, run: Run) -> usize {
    let opens = Classes::REL.or(Classes::SUB).or(Classes::WH);
    if scene.holds(Run::new(scene.sentence.start, noun), Classes::FINITE) {
        return run.end;
    }
    let mut at = run.start;
    while at < run.end && !scene.is(at, opens) {
        let light = Classes::NEG.or(Classes::SE).or(Classes::CLITIC);
        let verb = scene.is(at, Classes::FINITE)
            || scene.is(at, light)
                && !scene.is(at, Classes::DET)
                && scene.is(at + 1, Classes::FINITE);
        if verb || scene.kind(at) == Kind::Comma {
            return at;
        }
        at = scene.step(at);
    }
    run.end
}

/// `La formule de Talbot, « P », orne …`, `ses propos sur « P »`: a noun of saying with an owner, and marks behind it.
fn quoted(scene: &Scene<'_>, at: usize, frames: u32, np: &NounPhrase) -> Option<Reading> {
    let mut open = np.end;
    if scene.kind(open) == Kind::Comma || scene.one_of(open, closed!["sur", "à", "contre"]) {
        open += 1;
    }
    let (_, pair) = scene.pair_at(open)?;
    let spoken = pair.close > open + 3 && scene.kind(pair.close) == Kind::Close;
    if frames & Frame::Quote.bit() == 0 || !spoken || scene.is(np.start, Classes::INDEF) {
        return None;
    }
    let who = who(scene, at, np, np.end);
    if who == Who::Nobody {
        return None;
    }
    let content = [Run::new(open, pair.close + 1)];
    Some(
        Reading::new("noun-quoted", Some(Run::new(at, at + 1)), who, content)
            .with(Feature::Noun, 12),
    )
}

/// `« P », c'est le cri d'alarme lancé par X`, `« P », tel est le message de X`: words presented behind them.
fn presented(scene: &Scene<'_>, at: usize, np: &NounPhrase) -> Option<Reading> {
    let verb = np.start.checked_sub(1)?;
    let pointer = verb.checked_sub(1)?;
    let points = scene.is(verb, Classes::ETRE)
        && scene.one_of(
            pointer,
            closed!["c'", "ce", "tel", "telle", "tels", "telles"],
        );
    let close = pointer.checked_sub(2)?;
    let (_, pair) = scene
        .pair_closing(close)
        .filter(|_| points && scene.behind_comma(pointer))?;
    let limit = scene.level_end(at);
    let who = owner_of(scene, at, np).or_else(|| agent_behind(scene, np.end, limit))?;
    let content = [Run::new(pair.open, close + 1)];
    let reading = Reading::new("noun-quoted", Some(Run::new(at, at + 1)), who, content);
    Some(reading.with(Feature::Noun, 20))
}

/// Whose the noun at `at` is: `le constat de la Cour`, `son credo`.
pub(super) fn owner_of(scene: &Scene<'_>, at: usize, np: &NounPhrase) -> Option<Who> {
    let owner = who(scene, at, np, np.end);
    (!matches!(owner, Who::Nobody | Who::Running)).then_some(owner)
}

/// Who made what a participle tells of: `lancé par les directeurs d'école`.
pub(super) fn agent_behind(scene: &Scene<'_>, participle: usize, limit: usize) -> Option<Who> {
    // The noun phrase may hold the participle.
    let by = (participle..limit.min(participle + 3)).find(|i| scene.one_of(*i, closed!["par"]))?;
    let told = by
        .checked_sub(1)
        .is_some_and(|i| scene.is(i, Classes::PPART.or(Classes::TIME)));
    let mut np = scene.noun(by + 1, limit).filter(|_| told)?;
    // `adressé par les élus | au gouvernement`
    let addressee = |i: &usize| scene.one_of(*i, closed!["à", "au", "aux"]);
    np.end = (np.head + 1..np.end).find(addressee).unwrap_or(np.end);
    Some(Who::Words(Phrase::plain(np)))
}

fn who(scene: &Scene<'_>, at: usize, np: &NounPhrase, end: usize) -> Who {
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
            main: NounPhrase { head: at, ..*np },
            ..Phrase::plain(*np)
        },
    ) {
        Who::Nobody if scene.kind(end) == Kind::Word => Who::Nobody,
        other => other,
    }
}
