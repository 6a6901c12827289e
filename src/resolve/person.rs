//! Names of persons and bodies in the words of a noun phrase: where they begin and end, pseudonyms, long forms.
//!
//! In: a noun phrase. Out: the run of the name: in « le ministre de la Santé, Loïc de Kervadec » the last three words.

use super::few::Few;
use super::holder::{Place, bears, called, holder, is_person};
use super::name_word::NameWord;
use super::names::Described;
use super::particle::{is_particle, leads_on, particle, prefixed};
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::{Circle, Classes, closed};
use crate::pieces::noun::NounPhrase;
use crate::pieces::{Run, Scene};
use crate::span::Span;

/// Tokens behind a phrase within which a name in marks may stand.
pub(crate) const NICKNAME: usize = 10;

/// Finds the name of a person in a noun phrase: after a role or title, or beginning with a first name.
pub(super) fn person_name(scene: &Scene<'_>, np: &NounPhrase, circles: u16) -> Option<Run> {
    let limit = before_bracket(scene, np);
    let telling = Classes::ROLE.or(Classes::TITLE).or(Classes::NATION);
    let linking = Classes::DE.or(Classes::ROLE_LINK);
    let mut at = np.start;
    let mut role = false;
    let mut chained = false;
    while at < limit {
        let token = scene.token(at)?;
        if token.kind == Kind::Open {
            return None;
        }
        // `le député (PS) Luc Roy`: the name stands behind the bracket.
        if token.kind == Kind::ParenOpen {
            at = (at..limit).find(|i| scene.kind(*i) == Kind::ParenClose)?;
            continue;
        }
        if at == np.head && bears(scene, at) {
            // `l'association Bruxelles Laïque`, `la Fondation Abbé Pierre`: all of the name is the body's.
            return None;
        }
        role |= token.is(telling);
        chained |= (at > np.start) & token.is(linking);
        let title = (at > np.start) & scene.is(at.wrapping_sub(1), Classes::TITLE);
        // Mostly a word in lower case, which begins no name.
        if !(token.capital() | title) {
            at += 1;
            continue;
        }
        // `le Secrétaire d'État`: with a capital it is still a role behind its article.
        let office = token.is(Classes::ROLE) && at > np.start && scene.is(at - 1, Classes::DET);
        let noble = title
            && addressed(scene, at - 1)
            && (particle(scene, at, limit) || prefixed(scene, at));
        if !noble && (office || !begins_name(scene, at)) {
            at += 1;
            continue;
        }
        let mut end = name_end(scene, at, limit);
        // `le gouverneur de la Banque de France François Roy de Vernay`: what the role is of has been told.
        let noble_end =
            scene.is(end, Classes::DE) && scene.token(end + 1).is_some_and(Token::capital);
        if role && chained && noble_end && end + 2 == limit && end > at + 1 {
            end = limit;
        }
        if token.span.len() == 1 && end == at + 1 {
            at += 1;
            continue;
        }
        let run = Run::new(at, end);
        let place = Place {
            role,
            chained,
            closes: end == limit,
            borne: at > np.start && called(scene, at - 1),
            political: circles & Circle::Politics.bit() != 0,
            sporting: circles & Circle::Sport.bit() != 0,
        };
        // `une cliente du magasin Luc Roy`: behind what an unnamed person belongs to stands no name of that person.
        if chained && scene.is(np.start, Classes::INDEF) {
            return None;
        }
        let person = noble || !place.borne && is_person(scene, np, run, place);
        if let Some(name) = if person {
            Some(run)
        } else {
            holder(scene, np, run, place)
        } {
            return Some(name);
        }
        at = end;
    }
    None
}

/// Gives the end of a phrase without a bracket that closes it: `Carole Blanc (PS)`.
fn before_bracket(scene: &Scene<'_>, np: &NounPhrase) -> usize {
    if scene.kind(np.end.wrapping_sub(1)) != Kind::ParenClose {
        return np.end;
    }
    (np.start..np.end)
        .rfind(|i| scene.kind(*i) == Kind::ParenOpen)
        .unwrap_or(np.end)
}

/// Gives the words of the first name behind `de`: of « l'avocat de Marc Bernard », those of Marc Bernard.
#[inline(never)]
pub(super) fn owner(scene: &Scene<'_>, np: &NounPhrase) -> Few<NameWord, 2> {
    let link = (np.head + 1..np.end).find(|i| scene.is(*i, Classes::DE));
    let first = link.and_then(|l| (l + 1..np.end).find(|i| begins_name(scene, *i)));
    let Some(first) = first else {
        return Few::default();
    };
    let mut words = Few::default();
    for at in first..name_end(scene, first, np.end) {
        words.push(NameWord::of(scene.word(at)));
    }
    words
}

/// Tells whether a word is a form of address, behind which a name may begin with a particle: `M. d'Anjou`.
fn addressed(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, Classes::TITLE)
        && (title_gender(scene.word(at)) != Classes::NONE
            || matches!(scene.word(at), "Me" | "Dr" | "Pr"))
}

/// What a form of address says of gender and number.
pub(super) fn title_gender(word: &str) -> Classes {
    match word {
        "M." | "M" | "Mgr" | "Sir" | "Monsieur" => Classes::MASCULINE | Classes::SINGULAR,
        "Mme" | "Mlle" | "Mme." | "Dre" | "Madame" => Classes::FEMININE | Classes::SINGULAR,
        _ => Classes::NONE,
    }
}

/// Tells whether a name may begin at a token: a first name that is also a word, only before another name (`Marine Caron`).
pub(super) fn begins_name(scene: &Scene<'_>, at: usize) -> bool {
    let Some(token) = scene.token(at) else {
        return false;
    };
    let given = || {
        let other = Classes::ROLE.or(Classes::COLLECTIVE).or(Classes::NATION);
        token.kind == Kind::Word
            && token.capital()
            && token.is(Classes::FIRST_NAME)
            && scene.kind(at + 1) == Kind::Word
            && scene.token(at + 1).is_some_and(Token::capital)
            && !scene.is(at + 1, other)
    };
    starts_name(token) || given()
}

/// Tells whether a name may begin with the token; without branches, for nobody can foresee it.
#[inline]
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
    let never = Classes::TITLE
        .or(Classes::OPENER)
        .or(Classes::PREP)
        .or(Classes::SUBJ)
        .or(Classes::PRON);
    let initial = token.shape.has(Shape::INITIAL);
    let known = token.is(Classes::FIRST_NAME) & !token.is(Classes::WEAK);
    let unlisted = !token.is(place.or(Classes::COLLECTIVE)) & !(initial & token.is(common));
    let fits = known | unlisted;
    (token.kind == Kind::Word)
        & token.capital()
        & !token.is(never)
        & (!token.is(Classes::DET) | !initial & (token.span.len() > 1))
        & fits
}

/// Gives the end of a name that begins at `start`.
pub(super) fn name_end(scene: &Scene<'_>, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    let known = scene.is(start, Classes::FIRST_NAME)
        || scene.token(start).is_some_and(|t| t.span.len() <= 2);
    // One of the words taken is a particle, the last one is.
    let mut noble = is_particle(scene, start);
    let mut behind = noble;
    while end < limit {
        let Some(token) = scene.token(end) else { break };
        let small = is_particle(scene, end);
        // `Solveig Maréchal` is a name, `Marc Maréchal Petit` would be none.
        let surname =
            known && end == start + 1 && !scene.token(end + 1).is_some_and(Token::capital);
        let titled = !behind & token.is(Classes::TITLE);
        let capital = (token.kind == Kind::Word) & token.capital() && (!titled || surname)
            || prefixed(scene, end);
        let full = known && end >= start + 2 && scene.token(end - 1).is_some_and(Token::capital);
        // `Anne-Sophie van den Bossche d'Oultremont`: behind one particle there may be another.
        let again = noble & token.shape.has(Shape::ELIDED);
        let closed = full && scene.is(end, Classes::DE) && !again;
        let particle = small && leads_on(scene, end, limit);
        let ends = if closed {
            !capital || particle
        } else {
            !capital && !particle
        };
        if ends {
            break;
        }
        noble |= small;
        behind = small;
        end += 1;
    }
    // A name ends in a name, not in a particle that something unknown follows.
    let last =
        |end: usize| scene.token(end - 1).is_some_and(Token::capital) || prefixed(scene, end - 1);
    while end > start + 1 && !last(end) {
        end -= 1;
    }
    end
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
#[inline(never)]
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
    d.words = Few::default();
    for at in inside.start..inside.end {
        d.words.push(NameWord::of(scene.word(at)));
    }
    d.name = Some(scene.span(inside));
}

/// Finds the whole of a body's name behind a preposition, where an acronym in brackets closes it, and the acronym.
pub(super) fn spelt(scene: &Scene<'_>, np: &NounPhrase) -> Option<(Span, Span)> {
    if !scene.is(np.end, Classes::PREP) || scene.kind(np.end - 1) == Kind::ParenClose {
        return None;
    }
    let second = scene.noun(np.end + 1, scene.sentence.end)?;
    let acronym = second.end.checked_sub(2)?;
    let short = scene
        .token(acronym)
        .filter(|t| t.shape.has(Shape::ALL_CAPITALS) || t.capital() && heads(scene, np, t))?;
    (scene.kind(second.end - 1) == Kind::ParenClose).then(|| {
        let whole = scene.span(Run::new(np.start, second.end));
        (whole, short.span)
    })
}

/// Tells whether an acronym begins with the letter of the word behind the article: « l'Agence pour … (Afsca) ».
pub(super) fn heads(scene: &Scene<'_>, np: &NounPhrase, acronym: &Token) -> bool {
    let letter = |t: &Token| {
        t.span
            .of(scene.text)
            .chars()
            .next()
            .map(|c| c.to_ascii_lowercase())
    };
    let mut words = (np.start..np.end).filter_map(|i| scene.token(i));
    let first = words.find(|t| !t.is(Classes::DET));
    first.is_some_and(|t| letter(t) == letter(acronym))
}
