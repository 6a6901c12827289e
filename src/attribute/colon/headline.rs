//! Headlines with a colon: whose name stands before it, and who is named behind a quotation that opens the line.
//!
//! In: a colon. Out: the phrase before it that may speak (« Coupe d'Europe – Yann Morel : « On y croit » »), or a reading whose
//! speaker follows: « « On n'a pas le choix » : le maire ferme la piscine ».

use super::super::features::Feature;
use super::super::speaker::names_somebody;
use super::super::{Reading, Who};
use crate::lex::marks::Pair;
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::search::places;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// How far behind a headline a name may be found again, in tokens.
const REACH: usize = 600;

/// What makes a word that of a person.
const PERSON: Classes = Classes::ROLE.or(Classes::FIRST_NAME).or(Classes::TITLE);

/// Reads the phrase that stands alone before a colon, up to a topic before it: `CAN 2025 – Aliou Cissé`, `Julie Roy face aux élus`.
pub(super) fn before(scene: &Scene<'_>, colon: usize) -> Option<Phrase> {
    let edge = without_bracket(scene, colon);
    let topic = (scene.sentence.start..edge)
        .rev()
        .find(|i| matches!(scene.kind(*i), Kind::Dash | Kind::Other));
    let from = topic.map_or(scene.sentence.start, |t| t + 1);
    let mut start = (from..edge).find(|i| scene.kind(*i) == Kind::Word)?;
    // `Entretien avec Paul Vidal :`
    let meeting = closed!["entretien", "interview", "rencontre"];
    if scene.one_of(start, meeting) && scene.one_of(start + 1, closed!["avec"]) {
        start += 2;
    }
    let np = scene.noun(start, edge)?;
    let mut phrase = Phrase::plain(np);
    phrase.run.end = scene.long_phrase_end(&np, edge);
    scene.appose(&mut phrase, edge);
    let told = phrase.run.end != edge
        && is_person(scene, &np)
        && scene.adjuncts(phrase.run.end, edge).0 == edge;
    (phrase.run.end == edge || told).then_some(phrase)
}

/// Steps back over a bracket directly before the colon: `Aliou Cissé (entraîneur, au micro de RFI) :`.
fn without_bracket(scene: &Scene<'_>, colon: usize) -> usize {
    if scene.kind(colon.wrapping_sub(1)) != Kind::ParenClose {
        return colon;
    }
    (scene.sentence.start..colon)
        .rev()
        .take(24)
        .find(|i| scene.kind(*i) == Kind::ParenOpen)
        .filter(|open| *open > scene.sentence.start)
        .unwrap_or(colon)
}

/// Gives the first token after the words of a phrase that name it, before its complements.
pub(super) fn own_words(scene: &Scene<'_>, np: &NounPhrase) -> Run {
    let link = Classes::DE.or(Classes::PREP);
    let end = (np.start + 1..np.end).find(|i| scene.is(*i, link));
    Run::new(np.start, end.unwrap_or(np.end))
}

/// Tells whether a phrase is that of a person, named or by a role.
fn is_person(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    let own = own_words(scene, np);
    scene.holds(Run::new(own.start, own.end), PERSON) || named_later(scene, np)
}

/// Tells whether a family name alone (« Sonko : « Je suis candidat » ») stands behind a first name, a title or a role in the text
/// that follows; a topic (« Retraites : … ») never does.
pub(super) fn named_later(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    let single = np.end == np.start + 1 && np.sort == Sort::Proper;
    let other = Classes::PLACE.or(Classes::COUNTRY).or(Classes::COLLECTIVE);
    if !single || scene.is(np.start, other) {
        return false;
    }
    let word = scene.word(np.start);
    let from = scene.sentence.end + 1;
    let rest = scene.tokens.get(from..).unwrap_or(&[]);
    let alike =
        |t: &Token| (t.kind == Kind::Word) & t.capital() & (t.span.len() as usize == word.len());
    places(rest.get(..REACH).unwrap_or(rest), from, alike).any(|at| {
        let person = |t: &Token| t.kind == Kind::Word && t.is(PERSON);
        scene.tokens.get(at - 1).is_some_and(person)
            && scene
                .tokens
                .get(at)
                .is_some_and(|t| t.span.of(scene.text) == word)
    })
}

/// `« P » : le maire défend son budget`, `« P » : le cri du cœur de Paul Vidal`.
pub(super) fn quotation_first(scene: &Scene<'_>, colon: usize) -> Option<Reading> {
    let (_, pair) = scene.pair_closing(colon.checked_sub(1)?)?;
    let opens = (scene.sentence.start..pair.open)
        .all(|i| !matches!(scene.kind(i), Kind::Word | Kind::Number));
    if !opens || scene.kind(colon + 1) != Kind::Word || !utterance(scene, pair) {
        return None;
    }
    let limit = scene.sentence.end;
    let np = scene.noun(colon + 1, limit)?;
    let mut phrase = Phrase::plain(np);
    phrase.run.end = scene.long_phrase_end(&np, limit);
    let phrase = if goes_on_with_verb(scene, phrase.run.end) || definite_body(scene, &np) {
        Some(phrase).filter(|_| speaks(scene, &np))
    } else if ends(scene, phrase.run.end) && holds_verb(scene, pair) {
        person_at_end(scene, phrase)
    } else {
        None
    }?;
    Some(
        Reading::new(
            "colon-name",
            None,
            Who::Words(phrase),
            [Run::new(pair.open, pair.close + 1)],
        )
        .with(Feature::Colon, 8)
        .with(Feature::Mark, 6),
    )
}

/// Tells whether a quotation is somebody's words and no title: it has a verb, or opens with a small word behind which no name stands.
fn utterance(scene: &Scene<'_>, pair: &Pair) -> bool {
    let first = pair.open + 1;
    let small = Classes::DET
        .or(Classes::SUBJ)
        .or(Classes::ADV)
        .or(Classes::NEG)
        .or(Classes::PREP)
        .or(Classes::PRON)
        .or(Classes::WH)
        .or(Classes::INF);
    let named = (first + 1..pair.close).any(|i| scene.token(i).is_some_and(Token::capital));
    let introduced = scene.is(first, Classes::NAMING.or(Classes::WORK));
    pair.close > first + 1
        && !introduced
        && (holds_verb(scene, pair) || scene.is(first, small) && !named)
}

fn holds_verb(scene: &Scene<'_>, pair: &Pair) -> bool {
    scene.holds(Run::new(pair.open + 1, pair.close), Classes::FINITE)
}

/// Tells whether a finite verb stands at `at`, with its small words.
fn goes_on_with_verb(scene: &Scene<'_>, mut at: usize) -> bool {
    let light = Classes::NEG.or(Classes::SE).or(Classes::CLITIC);
    while scene.is(at, light) && !scene.is(at, Classes::FINITE) {
        at += 1;
    }
    scene.is(at, Classes::FINITE)
}

/// `le maire`, `les syndicats`: somebody known, so that no verb need follow.
fn definite_body(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    scene.is(np.start, Classes::DET)
        && !scene.is(np.start, Classes::INDEF)
        && scene.is(np.head, Classes::ROLE.or(Classes::COLLECTIVE))
}

fn speaks(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    np.sort != Sort::Pronoun && names_somebody(scene, own_words(scene, np))
}

fn ends(scene: &Scene<'_>, at: usize) -> bool {
    at >= scene.sentence.end || matches!(scene.kind(at), Kind::Period | Kind::Break)
}

/// The person whom a phrase is or ends with: `Paul Vidal`, `l'appel à l'aide d'| une maire`.
fn person_at_end(scene: &Scene<'_>, phrase: Phrase) -> Option<Phrase> {
    let np = phrase.main;
    if is_person(scene, &np) {
        return Some(phrase);
    }
    let link = (np.head + 1..phrase.run.end)
        .rev()
        .find(|i| scene.is(*i, Classes::DE))?;
    let owner = scene.noun(link + 1, scene.sentence.end)?;
    (owner.end == phrase.run.end && is_person(scene, &owner)).then(|| Phrase::plain(owner))
}
