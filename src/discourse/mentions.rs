//! The phrases of an article that may mention somebody, found before anybody is resolved.
//!
//! In: the sentences in order. Out: [`Mentioned`] phrases, and names, roles and introductions in the register: « Yann Le Bihan,
//! 42 ans, président du comité et docker à la retraite » is one person with two roles, not three.

use crate::contract::SourceType;
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::pieces::Scene;
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::resolve::Register;
use crate::resolve::entity::EntityId;
use crate::resolve::names::{Described, describe};

/// A phrase of the article that may be a mention, described once.
#[derive(Clone, Debug)]
pub(crate) struct Mentioned {
    pub(super) phrase: Phrase,
    pub(super) described: Described,
}

/// Notes the phrases of a sentence and learns all names, before anybody is resolved: the fullest name may come later.
pub(crate) fn learn_names(scene: &Scene<'_>, register: &mut Register, out: &mut Vec<Mentioned>) {
    let mut anchor: Option<(EntityId, usize)> = None;
    each_phrase(scene, |phrase, inner| {
        let mut described = describe(scene, &phrase);
        if inner || placed(scene, phrase.run.start) {
            described.doubtful |= described.uncertain;
        }
        let d = &described;
        if d.predicate {
            let held = anchor.filter(|(_, end)| apposed_after(scene, *end, phrase.run.start));
            anchor = held.map(|(entity, _)| (entity, phrase.run.end));
            if let Some((entity, _)) = held {
                register.describe_further(entity, d);
            }
            return;
        }
        if inner && d.name.is_none() && d.outlet.is_none() && d.lemma.is_none() {
            return;
        }
        let known = register.learn(d, scene.words());
        if let Some(entity) = known.filter(|_| d.name.is_some()) {
            register.introduce(entity, d);
            let end = phrase.apposition.map_or(phrase.run.end, |a| a.end);
            anchor = Some((entity, end));
        } else {
            register.note(d);
        }
        if counts(scene, &phrase, d) {
            out.push(Mentioned { phrase, described });
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
    let pronoun = scene.among(at, &["il", "elle", "ils", "elles"])
        && scene.is(at, Classes::SUBJ)
        && scene.level(at) == 0;
    let impersonal = scene.among(at, &["il"])
        && (scene.among(
            at + 1,
            &["y", "faut", "fallait", "faudra", "faudrait", "s'"],
        ) || scene.is(at + 1, Classes::ETRE));
    pronoun && !impersonal
}

/// A name inside a longer phrase: `le discours de Jean-Marc Ayrault`.
fn inner_names(scene: &Scene<'_>, np: &NounPhrase, visit: &mut impl FnMut(Phrase, bool)) {
    for at in np.start + 1..np.end {
        if scene.is(at, Classes::DE)
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

/// Tells whether one of two phrases on both sides of a comma names the person and the other tells the role.
fn apposed(scene: &Scene<'_>, first: &NounPhrase, second: &NounPhrase) -> bool {
    let role = |np: &NounPhrase| scene.is(np.head, Classes::ROLE);
    let proper = |np: &NounPhrase| {
        np.sort == Sort::Proper
            && scene
                .token(np.start)
                .is_some_and(|t| t.capital() && (t.span.len() > 1 || np.end > np.start + 1))
            && !scene.is(np.start, NO_PERSON)
    };
    // « À Kim, le président a écrit que … »: without a comma behind it, the second phrase is the subject.
    let subject = scene.is(second.end, Classes::FINITE) && !role(first);
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
    closed && !subject && (role(first) && proper(second) || proper(first) && role(second))
}
