//! Pronouns that take up a subject of their own sentence.
//!
//! In: a pronoun that speaks. Out: what stands for it before: the deputy in « Sa vice-présidente, Léa Blin, a insisté : pas un agent, a-t-elle
//! juré, ne partira. »

use super::{can_speak, kind_of, pronoun_span};
use crate::analysis::Source;
use crate::attribute::{Reading, Who, main_subject};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::noun::NounPhrase;
use crate::pieces::subject::Phrase;
use crate::resolve::names::describe;
use crate::resolve::{Register, Voice};

/// What a pronoun takes up at the start of its clause: « Quant à la fédération, elle assure que … »
pub(super) fn dislocated(scene: &Scene<'_>, pronoun: &Phrase) -> Option<NounPhrase> {
    let comma = pronoun.run.start.checked_sub(1)?;
    if scene.kind(comma) != Kind::Comma {
        return None;
    }
    let np = scene.phrase_ending(comma)?;
    let topic = closed![
        "quant à",
        "quant au",
        "quant aux",
        "du côté de",
        "du côté du"
    ];
    (np.start > 0 && scene.one_of(np.start - 1, topic)).then_some(np)
}

/// The subject before what is said: « Sa vice-présidente, Léa Blin, a insisté : pas un agent, a-t-elle juré, ne partira. »
pub(super) fn told_of(
    scene: &Scene<'_>,
    reading: &Reading,
    pronoun: usize,
    register: &mut Register,
) -> Option<Source> {
    let start = reading.extent().start;
    if start == scene.sentence.start || start >= pronoun {
        return None;
    }
    let Who::Words(phrase) = main_subject(scene, start) else {
        return None;
    };
    let gender = Classes::FEMININE.or(Classes::MASCULINE);
    let number = Classes::PLURAL.or(Classes::SINGULAR);
    let classes = scene.token(pronoun)?.classes;
    let fits = |set: Classes| {
        let (own, other) = (classes & set, phrase.main.agreement & set);
        own == Classes::NONE || other == Classes::NONE || own == other
    };
    if phrase.run.end > start || !can_speak(scene, &phrase) || !fits(gender) || !fits(number) {
        return None;
    }
    let d = describe(scene, &phrase);
    let entity = register.resolve_said(&d, phrase.run.start, Voice::Any, scene.words());
    let token = scene.token(pronoun)?;
    Some(Source {
        span: Some(pronoun_span(scene.text, token.span)),
        entity,
        kind: kind_of(register, entity, d.kind),
    })
}
