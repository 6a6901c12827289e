//! Objects that a cue takes, with what is said of them or asked of them.
//!
//! In: a cue and the token behind it. Out: where the content begins: at `la mesure` in « Le syndicat juge la mesure insuffisante », at
//! `rester` in « Le préfet appelle la population à rester calme ».

use super::super::governed::clitic_before;
use super::Start;
use super::infinitive::infinitive_at;
use super::quotation::speech_ahead;
use crate::lex::token::{Kind, Token};
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::cue::Cue;
use crate::pieces::noun::{NounPhrase, Sort};

/// The frames of an object of whom something is asked.
const ASKING: u32 = Frame::NpDeInf.bit() | Frame::NpAInf.bit();
/// The frames of an object of which something is said without marks.
const TELLING: u32 = Frame::NpComme.bit() | Frame::NpDe.bit() | Frame::NpAttr.bit();
/// The frames of an object that holds words in marks.
const OBJECTS: u32 = ASKING | Frame::Quote.bit() | Frame::NpAttr.bit();
/// The frames that words in marks satisfy.
const QUOTING: u32 = OBJECTS | Frame::DeQuote.bit();

/// Finds an object or attribute that the cue takes.
pub(super) fn at(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<Start> {
    let asks = cue.frames & ASKING != 0 && scene.anchors.word(Classes::INF);
    let quotes = cue.frames & QUOTING != 0 && scene.anchors.sign(Kind::Open);
    if !(asks | quotes | (cue.frames & (TELLING | Frame::Attr.bit()) != 0)) {
        return None;
    }
    if scene.takes(cue, Frame::Attr)
        && let Some(found) = attribute(scene, at, limit)
    {
        return Some(found);
    }
    if let Some(found) = said_of_pronoun(scene, cue, at) {
        return Some(found);
    }
    if scene.is(at, Classes::PREP) && !scene.is(at, Classes::INDEF) {
        return None;
    }
    if scene.is(at, Classes::DET)
        && scene.kind(at + 1) == Kind::Open
        && scene.takes(cue, Frame::Quote)
    {
        return Some(("quoted-object", at, false, 24));
    }
    if !(asks || quotes || cue.frames & TELLING != 0) {
        return None;
    }
    let np = scene.noun(at, limit)?;
    if np.sort == Sort::Pronoun && scene.is(np.start, Classes::SUBJ) {
        return None;
    }
    if let Some(start) = assured_of(scene, cue, &np, limit) {
        return Some(("prepositional-quoted", start, false, 22));
    }
    let end = if asks || cue.frames & TELLING != 0 {
        scene.long_object_end(&np, limit)
    } else {
        np.end
    };
    let asked = asks.then(|| {
        asked_to(scene, cue, at, end).or_else(|| asked_behind_adjunct(scene, cue, (at, end), limit))
    });
    asked
        .flatten()
        .or_else(|| said_of(scene, cue, &np, (end, limit)))
}

/// `l'a décrit comme [« un homme brisé »]`, `a jugé [nécessaire que P]`, `a jugé [illégale la hausse]`: what is said of somebody or something
/// stands right behind the cue.
fn said_of_pronoun(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    if scene.takes(cue, Frame::NpComme) && scene.one_of(at, closed!["comme"]) {
        // `ce que l'ONU décrit comme « »`, `se définit comme « »`, `considère comme « illégale » l'aide`
        let relative = (cue.start.saturating_sub(6).max(scene.sentence.start)..cue.start)
            .any(|i| scene.one_of(i, closed!["ce que", "ce qu'", "que", "qu'"]));
        let object = relative
            || scene.kind(at + 1) == Kind::Open
            || clitic_before(scene, cue.start)
            || scene.is(cue.start, Classes::CLITIC.or(Classes::SE));
        return object.then_some(("object-comme", at + 1, false, 28));
    }
    let adjective = scene.takes(cue, Frame::NpAttr)
        && scene.kind(at) == Kind::Word
        && !scene.is(
            at,
            NO_PREDICATE
                .or(Classes::ADV)
                .or(Classes::NEG)
                .or(Classes::PRON),
        )
        && !scene.token(at).is_some_and(Token::capital);
    let clause = scene.one_of(at + 1, closed!["que", "qu'"])
        || scene.one_of(at + 1, closed!["de", "d'"]) && infinitive_at(scene, at + 2);
    (adjective && clause).then_some(("object-attribute", at, false, 30))
}

/// Classes of words that cannot be said of somebody or something.
const NO_PREDICATE: Classes = Classes::DET
    .or(Classes::PREP)
    .or(Classes::SUB)
    .or(Classes::FINITE)
    .or(Classes::INF)
    .or(Classes::REL)
    .or(Classes::CONJ)
    .or(Classes::TIME)
    .or(Classes::SUBJ);

/// `accuse Y de V`, `appelle Y à V`.
fn asked_to(scene: &Scene<'_>, cue: &Cue, at: usize, end: usize) -> Option<Start> {
    if scene.takes(cue, Frame::NpDeInf)
        && (at..=end).any(|i| scene.one_of(i, closed!["de", "d'"]) && infinitive_at(scene, i + 1))
    {
        return Some(("object-de", at, false, 30));
    }
    if !scene.takes(cue, Frame::NpAInf) {
        return None;
    }
    // « appelle la population à [rester calme] »: whom it addresses is no part of what is said.
    let link =
        (at..=end).find(|i| scene.one_of(*i, closed!["à"]) && infinitive_at(scene, i + 1))?;
    Some(("object-a", link + 1, false, 30))
}

/// `appelle ses salariés, dans un message, à rester`: the adjunct between object and infinitive is passed over.
fn asked_behind_adjunct(
    scene: &Scene<'_>,
    cue: &Cue,
    (at, end): (usize, usize),
    limit: usize,
) -> Option<Start> {
    let (mut behind, _) = scene.adjuncts(end, limit);
    // `accuse [l'opposition, qui rejette ces allégations, de préparer]`
    let relative = scene.kind(behind) == Kind::Comma && scene.is(behind + 1, Classes::REL);
    if relative {
        let comma = |i: &usize| {
            scene.kind(*i) == Kind::Comma && scene.one_of(*i + 1, closed!["de", "d'", "à"])
        };
        behind = (behind + 1..limit.min(behind + 30)).find(comma)? + 1;
    }
    if behind <= end || !infinitive_at(scene, behind + 1) {
        return None;
    }
    if scene.takes(cue, Frame::NpAInf) && scene.one_of(behind, closed!["à"]) {
        return Some(("object-a", behind + 1, false, 30));
    }
    let asked = scene.takes(cue, Frame::NpDeInf) && scene.one_of(behind, closed!["de", "d'"]);
    let start = if relative { at } else { behind + 1 };
    asked.then_some(("object-de", start, false, 30))
}

/// `présente Y comme P`, `qualifie Y de P`, `salue Y « P »`, `juge Y insuffisant`.
fn said_of(
    scene: &Scene<'_>,
    cue: &Cue,
    np: &NounPhrase,
    (end, limit): (usize, usize),
) -> Option<Start> {
    let at = np.start;
    let start = |rule, weight| Some((rule, at, false, weight));
    if scene.takes(cue, Frame::NpComme)
        && (at..(end + 3).min(limit)).any(|i| scene.one_of(i, closed!["comme"]))
    {
        return start("object-comme", 30);
    }
    if scene.takes(cue, Frame::NpDe) && ((at + 1)..=end).any(|i| scene.is(i, Classes::DE)) {
        return start("object-de-attribute", 28);
    }
    if cue.frames & OBJECTS != 0 && speech_ahead(scene, cue, at, limit) {
        let attribute = scene.takes(cue, Frame::NpAttr) && !scene.takes(cue, Frame::Quote);
        let rule = if attribute {
            "object-attribute"
        } else {
            "quoted-object"
        };
        return start(rule, 22);
    }
    if scene.takes(cue, Frame::NpAttr) && predicate_follows(scene, np, limit) {
        return start("object-attribute", 18);
    }
    None
}

/// `assure Tallinn du [soutien « total »]`, `avertit les élus de [« graves difficultés »]`: whom it addresses is no part of what is said.
fn assured_of(scene: &Scene<'_>, cue: &Cue, np: &NounPhrase, limit: usize) -> Option<usize> {
    let somebody = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::SEAT)
        .or(Classes::FIRST_NAME);
    if !scene.takes(cue, Frame::DeQuote) || !scene.is(np.head, somebody) {
        return None;
    }
    let link = (np.head + 1..=np.end).find(|i| scene.is(*i, Classes::DE))?;
    (speech_ahead(scene, cue, link + 1, limit)).then_some(link + 1)
}

/// `juge la mesure insuffisante`: an adjective or participle that closes the clause after a noun phrase with determiner.
fn predicate_follows(scene: &Scene<'_>, np: &NounPhrase, limit: usize) -> bool {
    let adverb = scene.is(np.end, Classes::ADV) && !scene.is(np.end, Classes::PREP);
    let at = np.end + usize::from(adverb);
    let predicate = scene.is(at, Classes::ADJ.or(Classes::PPART)) && !scene.is(at, Classes::FINITE);
    let closed = at + 1 >= limit || scene.ends_incise(at + 1) || scene.is(at + 1, Classes::PREP);
    predicate && closed && scene.is(np.start, Classes::DET)
}

fn attribute(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Start> {
    let ready = |i: usize| {
        // `se dit certain que P`
        scene.is(i, Classes::DET) && scene.one_of(i + 1, closed!["que", "qu'"])
            || scene.is(i, Classes::PPART.or(Classes::ADJ))
            || scene.kind(i) == Kind::Word
                && !scene.is(i, NO_PREDICATE)
                && !scene.token(i).is_some_and(Token::capital)
    };
    let mut i = at;
    while i < limit && scene.is(i, Classes::ADV) && !scene.is(i, Classes::PREP) {
        i += 1;
    }
    (ready(i)
        || scene.one_of(i, closed!["en", "à", "pour", "contre", "au"])
            && i == at
            && scene.noun(i + 1, limit).is_some())
    .then_some(("reflexive-attribute", at, false, 26))
}

impl Scene<'_> {
    /// Gives the end of an object with the prepositional phrases that follow it.
    fn long_object_end(&self, np: &NounPhrase, limit: usize) -> usize {
        let mut end = np.end;
        for _ in 0..4 {
            if self.is(end, Classes::CONJ)
                && let Some(next) = self.noun(end + 1, limit)
            {
                end = next.end;
                continue;
            }
            if self.one_of(end, closed!["de", "d'", "à"]) && infinitive_at(self, end + 1) {
                break;
            }
            match self.prepositional(end, limit) {
                Some(run) => end = run.end,
                None => break,
            }
        }
        end
    }
}
