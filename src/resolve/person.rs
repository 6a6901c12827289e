//! Names of persons and bodies in the words of a noun phrase: where they begin and end, pseudonyms, long forms.
//!
//! In: a noun phrase. Out: the run of the name: in « le ministre de la Santé, Loïc de Kervadec » the last three words.

use super::folded::NameWord;
use super::names::Described;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::{Run, Scene};
use crate::span::Span;

/// Tokens behind a phrase within which a name in marks may stand.
pub(crate) const NICKNAME: usize = 10;

/// Small words inside a name, in lower case.
const PARTICLES: [&str; 22] = [
    "de", "d'", "du", "des", "von", "van", "der", "den", "ben", "bin", "al", "el", "da", "dos",
    "di", "della", "ter", "la", "le", "y", "ibn", "ould",
];

/// Finds the name of a person in a noun phrase: after a role or title, or beginning with a first name.
pub(super) fn person_name(scene: &Scene<'_>, np: &NounPhrase) -> Option<Run> {
    let mut at = np.start;
    let mut role = false;
    let mut chained = false;
    while at < np.end {
        let token = scene.token(at)?;
        if matches!(token.kind, Kind::Open | Kind::ParenOpen) {
            return None;
        }
        role |= token.is(Classes::ROLE.or(Classes::TITLE).or(Classes::NATION));
        chained |= token.is(Classes::DE.or(Classes::ROLE_LINK)) && at > np.start;
        // `le Secrétaire d'État`: with a capital it is still a role behind its article.
        let office = token.is(Classes::ROLE) && at > np.start && scene.is(at - 1, Classes::DET);
        if office || !starts_name(token) {
            at += 1;
            continue;
        }
        let end = name_end(scene, at, np.end);
        if token.span.len() == 1 && end == at + 1 {
            at += 1;
            continue;
        }
        let first = token.is(Classes::FIRST_NAME);
        let capitals = token.shape.has(Shape::ALL_CAPITALS);
        let full = first && end > at + 1;
        let proper = np.sort == Sort::Proper && at == np.start && !capitals;
        let after_role = role && !capitals && !chained;
        if after_role
            || proper
            || full
                && (!chained
                    || capitals
                    || role
                        && end == np.end
                        && !scene.is(at - 1, Classes::DE.or(Classes::DET).or(Classes::PREP))
                    || role && end == np.end && scene.is(at - 1, Classes::ROLE))
        {
            return Some(Run::new(at, end));
        }
        at = end;
    }
    None
}

/// Tells whether a name may begin with the token.
pub(super) fn starts_name(token: &Token) -> bool {
    let place = Classes::COUNTRY
        .or(Classes::CAPITAL)
        .or(Classes::PLACE)
        .or(Classes::ORG)
        .or(Classes::SEAT)
        .or(Classes::MEDIA)
        .or(Classes::NATION);
    let common = Classes::VERBAL
        .or(Classes::ADJ)
        .or(Classes::ROLE)
        .or(Classes::COLLECTIVE)
        .or(Classes::NOUN)
        .or(Classes::DOCUMENT)
        .or(Classes::TIME)
        .or(Classes::CUE_NOUN)
        .or(Classes::ADV);
    let known = token.is(Classes::FIRST_NAME) && !token.is(Classes::WEAK);
    token.kind == Kind::Word
        && token.capital()
        && !token.is(Classes::TITLE
            .or(Classes::OPENER)
            .or(Classes::PREP)
            .or(Classes::SUBJ)
            .or(Classes::PRON))
        && (!token.is(Classes::DET) || !token.shape.has(Shape::INITIAL) && token.span.len() > 1)
        && (known
            || !token.is(place)
                && !(token.shape.has(Shape::INITIAL) && token.is(common))
                && !token.is(Classes::COLLECTIVE))
}

pub(super) fn name_end(scene: &Scene<'_>, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    let known = scene.is(start, Classes::FIRST_NAME)
        || scene.token(start).is_some_and(|t| t.span.len() <= 2);
    while end < limit {
        let Some(token) = scene.token(end) else { break };
        // `Solveig Maréchal` is a name, `Marc Maréchal Petit` would be none.
        let surname =
            known && end == start + 1 && !scene.token(end + 1).is_some_and(Token::capital);
        let capital =
            token.kind == Kind::Word && token.capital() && (surname || !token.is(Classes::TITLE));
        let full = known && end >= start + 2 && scene.token(end - 1).is_some_and(Token::capital);
        let closed = full && scene.is(end, Classes::DE);
        let ends = if closed {
            !capital || particle(scene, end, limit)
        } else {
            !capital && !particle(scene, end, limit)
        };
        if ends {
            break;
        }
        end += 1;
    }
    // A name ends in a name, not in a particle that something unknown follows.
    while end > start + 1 && !scene.token(end - 1).is_some_and(Token::capital) {
        end -= 1;
    }
    end
}

/// `de`, `von`, `el` between two words of a name.
fn particle(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    at + 1 < limit
        && scene
            .token(at + 1)
            .is_some_and(|t| t.capital() || is_particle(scene, at + 1))
        && is_particle(scene, at)
}

fn is_particle(scene: &Scene<'_>, at: usize) -> bool {
    let short = |t: &&Token| t.kind == Kind::Word && t.span.len() <= 5;
    scene.token(at).filter(short).is_some_and(|t| {
        let word = t.span.of(scene.text);
        PARTICLES.iter().any(|p| p.eq_ignore_ascii_case(word)) || matches!(word, "d’" | "D’")
    })
}

/// `Verralis relève ses objectifs`: a word that no list knows, with a capital, before a finite verb.
pub(super) fn unknown_subject(scene: &Scene<'_>, run: Run) -> bool {
    let number = Classes::SINGULAR.or(Classes::PLURAL);
    scene
        .token(run.start)
        .is_some_and(|t| t.classes.without(number) == Classes::NONE)
        && scene.is(run.end, Classes::FINITE)
}

/// `un certain « Marquise »`, `un chercheur, connu sous le nom de « Clef à molette »`: the name stands in marks.
pub(super) fn nicknamed(scene: &Scene<'_>, np: &NounPhrase, d: &mut Described) {
    if d.agreement.has(Classes::PLURAL) {
        return;
    }
    let naming = |open: usize| {
        let last = open.wrapping_sub(1);
        let noun = |i: usize| scene.one_of(i, closed!["nom", "pseudonyme", "pseudo", "surnom"]);
        scene.one_of(
            last,
            closed!["certain", "certaine", "alias", "surnommé", "surnommée"],
        ) || noun(last)
            || scene.is(last, Classes::DE) && noun(last.wrapping_sub(1))
            || ["nom de", "pseudonyme de"]
                .iter()
                .any(|w| scene.word(last).ends_with(w))
    };
    let open = (np.start + 1..(np.end + NICKNAME).min(scene.sentence.end))
        .take_while(|i| {
            *i < np.end || !scene.is(*i, Classes::FINITE) || scene.is(*i, Classes::PPART)
        })
        .find(|i| scene.kind(*i) == Kind::Open && naming(*i));
    let Some((_, pair)) = open.and_then(|o| scene.pair_at(o)) else {
        return;
    };
    let inside = Run::new(pair.open + 1, pair.close);
    d.words = (inside.start..inside.end)
        .map(|i| NameWord::of(scene.word(i)))
        .collect();
    d.name = Some(scene.span(inside));
}

/// Finds the end of a body's name behind a preposition, where an acronym in brackets closes it.
pub(super) fn spelt(scene: &Scene<'_>, np: &NounPhrase) -> Option<Span> {
    if !scene.is(np.end, Classes::PREP) || scene.kind(np.end - 1) == Kind::ParenClose {
        return None;
    }
    let second = scene.noun(np.end + 1, scene.sentence.end)?;
    let acronym = second.end.checked_sub(2)?;
    let capitals = scene
        .token(acronym)
        .is_some_and(|t| t.shape.has(Shape::ALL_CAPITALS));
    (scene.kind(second.end - 1) == Kind::ParenClose && capitals)
        .then(|| scene.span(Run::new(np.start, second.end)))
}
