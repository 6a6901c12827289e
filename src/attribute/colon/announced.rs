//! Nouns of saying that head what stands before a colon.
//!
//! In: a colon. Out: a reading whose source is the owner of the noun, not the noun: « La réaction de Berne n'a pas tardé : « Nous
//! regrettons. » » · « Même prudence à la Banque nationale : « Il est trop tôt. » »

use super::super::features::Feature;
use super::super::nominal::{agent_behind, owner_of};
use super::super::speaker::phrase_is_human;
use super::super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::Form;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Reads what a noun of saying announces before the colon.
pub(super) fn read(scene: &Scene<'_>, colon: usize) -> Option<Reading> {
    let start = (scene.sentence.start..colon).find(|i| scene.kind(*i) == Kind::Word)?;
    let (cue, who, content) = same_tone(scene, start, colon)
        .or_else(|| headed(scene, start, colon))
        .or_else(|| put_forward(scene, colon))?;
    let reading = Reading::new("noun-colon", Some(cue), who, [content]);
    Some(reading.with(Feature::Colon, 46))
}

/// Cue, source and content.
type Found = (Run, Who, Run);

/// `Même prudence à la Banque nationale : « P »`.
fn same_tone(scene: &Scene<'_>, start: usize, colon: usize) -> Option<Found> {
    let links = closed![
        "chez",
        "du côté de",
        "du côté du",
        "du côté d'",
        "du côté des",
        "à",
        "au",
        "aux"
    ];
    if !scene.one_of(start, closed!["même"]) {
        return None;
    }
    let link = (start + 2..colon.min(start + 7)).find(|i| scene.one_of(*i, links))?;
    let phrase = Phrase::plain(scene.noun(link + 1, colon)?);
    // A noun of saying (`même constat`) needs no such help.
    let fits = !scene.holds(Run::new(start, link), Classes::CUE_NOUN)
        && scene.long_phrase_end(&phrase.main, colon) == colon
        && phrase_is_human(scene, &phrase);
    let (_, pair) = scene
        .pair_at(colon + 1)
        .filter(|(_, p)| fits && p.close > colon + 5)?;
    let content = Run::new(colon + 1, pair.close + 1);
    Some((Run::new(start + 1, link), Who::Words(phrase), content))
}

/// `Le constat de X est sans appel : P`, `La réaction de X n'a pas tardé : « P »`, `Seule certitude pour X : « P »`.
fn headed(scene: &Scene<'_>, start: usize, colon: usize) -> Option<Found> {
    if !scene.anchors.word(Classes::CUE_NOUN) {
        return None;
    }
    let np = scene.noun(start, colon)?;
    let body = Classes::COLLECTIVE.or(Classes::ORG).or(Classes::ROLE);
    let cue = (np.start..np.end)
        .take_while(|i| !scene.is(*i, Classes::DE))
        .find(|i| scene.is(*i, Classes::CUE_NOUN) && !scene.is(*i, body))?;
    let who = owner_of(scene, cue, &np)
        .or_else(|| agent_behind(scene, np.end, colon))
        .or_else(|| in_view_of(scene, np.end, colon))?;
    let said = matches!(who, Who::Words(p) if scene.is(p.run.start, Classes::POSS) || phrase_is_human(scene, &p));
    let mut verbs = (np.end..colon).filter(|i| scene.is(*i, Classes::FINITE));
    let verb = verbs.next();
    let alone = verb.is_none() && scene.kind(np.end) == Kind::Colon;
    if !said || alone || verbs.next().is_some() {
        return None;
    }
    let copula = verb.is_some_and(|v| scene.is(v, Classes::ETRE));
    let content = words_behind(scene, colon, copula)?;
    Some((Run::new(cue, cue + 1), who, content))
}

/// `Seule certitude | pour le maire`.
fn in_view_of(scene: &Scene<'_>, at: usize, colon: usize) -> Option<Who> {
    let np = scene
        .noun(at + 1, colon)
        .filter(|_| scene.one_of(at, closed!["pour"]))?;
    (scene.long_phrase_end(&np, colon) == colon).then(|| Who::Words(Phrase::plain(np)))
}

/// `Raison invoquée par le club : des « divergences »`, `L'argument avancé par X est connu : P`.
fn put_forward(scene: &Scene<'_>, colon: usize) -> Option<Found> {
    let cue = scene
        .cues
        .iter()
        .find(|c| c.form == Form::Bare && c.end < colon && scene.one_of(c.end, closed!["par"]))?;
    let opens = scene
        .noun(scene.sentence.start, cue.start + 1)
        .is_some_and(|np| np.end >= cue.start);
    let who = agent_behind(scene, cue.start, colon).filter(|_| opens)?;
    let Who::Words(agent) = who else { return None };
    let mut verbs = (agent.run.end..colon).filter(|i| scene.is(*i, Classes::FINITE));
    let copula = verbs.next().is_some_and(|v| scene.is(v, Classes::ETRE));
    if !copula && agent.run.end != colon || verbs.next().is_some() {
        return None;
    }
    let content = words_behind(scene, colon, copula)?;
    Some((Run::new(cue.start, cue.end), who, content))
}

/// What stands behind the colon: a quotation, words with a fragment in marks, or behind a copula a clause.
fn words_behind(scene: &Scene<'_>, colon: usize, copula: bool) -> Option<Run> {
    if let Some((_, pair)) = scene.pair_at(colon + 1) {
        return Some(Run::new(colon + 1, pair.close + 1));
    }
    let run = Run::new(colon + 1, scene.clause_end(colon + 1, None));
    let marked = (run.start..run.end).any(|i| scene.kind(i) == Kind::Open);
    let clause = scene.holds(
        Run::new(run.start, run.end),
        Classes::FINITE.or(Classes::INF),
    );
    let bare = scene.is(run.start, Classes::NEG) || scene.one_of(run.start, closed!["pas"]);
    (marked || copula && (clause || bare)).then_some(run)
}
