//! The phrases of an article that may mention somebody, found before anybody is resolved.
//!
//! In: the sentences in order. Out: [`Mentioned`] phrases, and names, roles and introductions in the register: « Yann Le Bihan,
//! 42 ans, président du comité et docker à la retraite » is one person with two roles, not three.

use crate::contract::SourceType;
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;
use crate::resolve::entity::EntityId;
use crate::resolve::names::{Described, describe};

/// A phrase of the article that may be a mention, described once.
#[derive(Clone, Debug)]
pub(crate) struct Mentioned {
    /// First token.
    pub(super) at: usize,
    pub(super) described: Described,
}

/// Notes the phrases of a sentence and learns all names, before anybody is resolved: the fullest name may come later.
pub(crate) fn learn_names(scene: &Scene<'_>, register: &mut Register, out: &mut Vec<Mentioned>) {
    let mut anchor: Option<(EntityId, usize)> = None;
    each_phrase(scene, |phrase, inner| {
        if !telling(scene, &phrase) {
            return;
        }
        let mut described = describe(scene, &phrase);
        if inner || placed(scene, phrase.run.start) {
            described.doubtful |= described.uncertain;
        }
        let d = &described;
        if d.predicate {
            let held = anchor.filter(|(_, end)| apposed_after(scene, *end, phrase.run.start));
            anchor = held.map(|(entity, _)| (entity, phrase.run.end));
            if let Some((entity, _)) = held {
                register.describe_further(entity, d, scene.words());
            }
            return;
        }
        if inner && d.name.is_none() && d.outlet.is_none() && d.lemma.is_none() {
            return;
        }
        let known = register.learn(d, scene.words());
        if let Some(entity) = known.filter(|_| d.name.is_some()) {
            register.introduce(entity, d, scene.words());
            let end = phrase.apposition.map_or(phrase.run.end, |a| a.end);
            anchor = Some((entity, end));
        } else {
            register.note(d);
        }
        if counts(scene, &phrase, d) {
            out.push(Mentioned {
                at: phrase.run.start,
                described,
            });
        }
    });
}

/// Tells whether a phrase of the narrator may name somebody or something that speaks.
fn counts(scene: &Scene<'_>, phrase: &Phrase, d: &Described) -> bool {
    let speaks = d.name.is_some()
        || d.outlet.is_some()
        || !d.roles.is_empty()
        || matches!(d.kind, SourceType::Government | SourceType::Institution);
    (speaks || d.pronoun)
        && !(d.possessive && d.name.is_none())
        && scene.level(phrase.run.start) == 0
}

/// Behind a preposition a lone capitalised word may be a town: `à Valfroide`.
fn placed(scene: &Scene<'_>, start: usize) -> bool {
    start
        .checked_sub(1)
        .is_some_and(|b| scene.is(b, Classes::PREP.or(Classes::PREP_DET)))
}

/// Between a name and what is told of it stand commas, an age, `et`, `également`.
fn apposed_after(scene: &Scene<'_>, end: usize, start: usize) -> bool {
    end < start
        && start - end <= 6
        && (end..start).all(|i| match scene.kind(i) {
            Kind::Comma | Kind::Number => true,
            Kind::Word => {
                scene.is(i, Classes::CONJ.or(Classes::ADV)) || scene.among(i, &["ans", "an"])
            }
            _ => false,
        })
        && (end..start).any(|i| scene.kind(i) == Kind::Comma || scene.is(i, Classes::CONJ))
}

/// Classes of the words that make a phrase name somebody or something that speaks; a capital does so too.
const TELLING: Classes = Classes::ROLE
    .or(Classes::COLLECTIVE)
    .or(Classes::DOCUMENT)
    .or(Classes::ORG)
    .or(Classes::AGENCY)
    .or(Classes::MEDIA)
    .or(Classes::MEDIA_NOUN)
    .or(Classes::SEAT)
    .or(Classes::COUNTRY)
    .or(Classes::CAPITAL);

/// A phrase that begins with one of these may be a pronoun, or be named in marks behind it: `un certain « Marquise »`.
const OPENING: Classes = Classes::INDEF
    .or(Classes::SUBJ)
    .or(Classes::PRON)
    .or(Classes::TONIC);

/// Most phrases name nobody: they need not be described.
fn telling(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let np = &phrase.main;
    np.sort == Sort::Pronoun
        || phrase.apposition.is_some()
        || scene.is(np.start, OPENING)
        || tells(scene, Run::new(np.start, np.end))
}

fn tells(scene: &Scene<'_>, run: Run) -> bool {
    scene
        .tokens
        .get(run.start..run.end)
        .is_some_and(|t| t.iter().any(|t| t.capital() || t.is(TELLING)))
}

/// Goes through the noun phrases of a sentence that may be mentions.
fn each_phrase(scene: &Scene<'_>, mut visit: impl FnMut(Phrase, bool)) {
    let mut at = scene.sentence.start;
    while at < scene.sentence.end {
        let starts = scene.token(at).is_some_and(|t| {
            t.kind == Kind::Word
                && (t.is(Classes::DET.or(Classes::TITLE).or(Classes::ROLE)) || t.capital())
                || personal(scene, at)
        });
        let starts = starts && !adverbial(scene, at) && may_name(scene, at);
        let Some(np) = (if starts {
            scene.noun(at, scene.sentence.end)
        } else {
            None
        }) else {
            at += 1;
            continue;
        };
        let mut phrase = Phrase::plain(np);
        if scene.kind(np.end) == Kind::Comma
            && may_appose(scene, &np)
            && let Some(second) = scene.noun(np.end + 1, scene.sentence.end)
            && apposed(scene, &np, &second)
        {
            phrase.apposition = Some(second);
        }
        visit(phrase, false);
        at = phrase.apposition.map_or(np.end, |a| a.end).max(at + 1);
        inner_names(scene, &np, &mut visit);
    }
}

/// `De son côté`, `Interrogé par`: no name, for all its capital.
fn adverbial(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, Classes::OPENER.or(Classes::ADV))
        && !scene.is(at, Classes::FIRST_NAME.or(Classes::ROLE).or(Classes::DET))
}

/// A quick look ahead: a capital, a role, a body or a pronoun among the next words, before the phrase is read.
fn may_name(scene: &Scene<'_>, at: usize) -> bool {
    let naming = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::MEDIA)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::SEAT)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::DOCUMENT)
        .or(Classes::SUBJ);
    (at..(at + 9).min(scene.sentence.end))
        .take_while(|i| *i == at || !scene.is(*i, Classes::FINITE))
        .any(|i| {
            scene
                .tokens
                .get(i)
                .is_some_and(|t| t.kind == Kind::Word && (t.is(naming) || t.capital()))
        })
}

/// `il`, `elle` as subject of the narrator's sentence; `il y a`, `il faut`, `il s'agit` name nobody.
fn personal(scene: &Scene<'_>, at: usize) -> bool {
    // The class is cheaper to ask than the word, and most words have it not.
    if !scene.is(at, Classes::SUBJ) || scene.level(at) != 0 {
        return false;
    }
    let impersonal = || {
        scene.among(at, &["il"])
            && (scene.is(at + 1, Classes::ETRE)
                || scene.among(
                    at + 1,
                    &["y", "faut", "fallait", "faudra", "faudrait", "s'"],
                ))
    };
    scene.among(at, &["il", "elle", "ils", "elles"]) && !impersonal()
}

/// A name inside a longer phrase: `le discours de Jean-Marc Ayrault`.
fn inner_names(scene: &Scene<'_>, np: &NounPhrase, visit: &mut impl FnMut(Phrase, bool)) {
    for at in np.start + 1..np.end {
        if scene.is(at, Classes::DE)
            && (scene.is(at + 1, OPENING) || tells(scene, Run::new(at + 1, np.end)))
            && let Some(inner) = scene.noun(at + 1, np.end)
        {
            visit(Phrase::plain(inner), true);
        }
    }
}

/// What a capital may begin besides a name of a person.
const NO_PERSON: Classes = Classes::PREP
    .or(Classes::DE)
    .or(Classes::MEDIA)
    .or(Classes::SEAT)
    .or(Classes::PLACE)
    .or(Classes::CAPITAL)
    .or(Classes::COUNTRY);

fn role(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    scene.is(np.head, Classes::ROLE)
}

fn proper(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    np.sort == Sort::Proper
        && scene
            .token(np.start)
            .is_some_and(|t| t.capital() && (t.span.len() > 1 || np.end > np.start + 1))
        && !scene.is(np.start, NO_PERSON)
}

/// Tells whether a phrase can be one half of an apposition, before the other is read: a name begins with a capital.
fn may_appose(scene: &Scene<'_>, first: &NounPhrase) -> bool {
    proper(scene, first)
        || role(scene, first) && scene.token(first.end + 1).is_some_and(Token::capital)
}

/// Tells whether one of two phrases on both sides of a comma names the person and the other tells the role.
fn apposed(scene: &Scene<'_>, first: &NounPhrase, second: &NounPhrase) -> bool {
    // « À Kim, le président a écrit que … »: without a comma behind it, the second phrase is the subject.
    let subject = scene.is(second.end, Classes::FINITE) && !role(scene, first);
    let closed = matches!(
        scene.kind(second.end),
        Kind::Comma
            | Kind::Period
            | Kind::Break
            | Kind::ParenOpen
            | Kind::Close
            | Kind::Colon
            | Kind::Semicolon
            | Kind::Dash
            | Kind::Exclaim
    ) || scene.is(
        second.end,
        Classes::PREP
            .or(Classes::REL)
            .or(Classes::FINITE)
            .or(Classes::CONJ),
    );
    closed
        && !subject
        && (role(scene, first) && proper(scene, second)
            || proper(scene, first) && role(scene, second))
}
