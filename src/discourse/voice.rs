//! What the words said tell of who says them, and pronouns that stand before their name.
//!
//! In: a reading whose source is a pronoun. Out: the [`Voice`]: in « Le jury a primé Léa Roy. « Je pense à ma mère », a-t-elle dit »
//! the jury has no mother.

use super::Statement;
use crate::attribute::{Reading, Who};
use crate::lex::Sentence;
use crate::lex::token::Token;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::noun::NounPhrase;
use crate::pieces::subject::Phrase;
use crate::resolve::entity::{EntityId, compatible};
use crate::resolve::names::describe;
use crate::resolve::{Register, Voice};

/// Tells what a reading says of its speaker; nothing where the source is no pronoun.
pub(super) fn of(scene: &Scene<'_>, reading: &Reading, pronoun: bool) -> Voice {
    if !pronoun {
        return Voice::Any;
    }
    let mut content = reading.content.iter().flat_map(|c| c.start..c.end);
    let own = closed!["je", "j'", "me", "m'", "moi", "mon", "ma", "mes"];
    if content.any(|i| scene.level(i) != 0 && scene.one_of(i, own)) {
        return Voice::Own;
    }
    let inverted = matches!(reading.who, Who::Inverted(_));
    let mut content = reading.content.iter().flat_map(|c| c.start..c.end);
    if inverted && content.any(|i| scene.level(i) != 0) {
        return Voice::Quoted;
    }
    let of_oneself = matches!(
        reading.rule,
        "reflexive-attribute" | "infinitive-bare" | "infinitive-de"
    );
    if inverted || of_oneself || takes_up(scene, reading) {
        Voice::Aloud
    } else {
        Voice::Any
    }
}

/// `Elle a annoncé qu'elle ferait appel`: the content begins with the pronoun that speaks.
fn takes_up(scene: &Scene<'_>, reading: &Reading) -> bool {
    let (Who::Words(phrase), Some(first)) = (reading.who, reading.content.first()) else {
        return false;
    };
    let same = |word: &str| scene.word(first.start).eq_ignore_ascii_case(word);
    same(scene.word(phrase.run.start))
}

/// Gives a pronoun that stood before the name its speaker.
pub(super) fn named_behind(out: &mut [Statement], end: u32, entity: EntityId) {
    let recent = out.iter_mut().rev().take(12);
    for source in recent.filter_map(|s| s.source.as_mut()) {
        if source.entity.is_none() && source.span.is_some_and(|s| s.end == end) {
            source.entity = Some(entity);
        }
    }
}

/// Gives pronouns that nobody known fits the subject of the sentence before: « Le BEA a rendu son rapport. Il recommande que P. »
pub(super) fn subject_before(
    scene: &Scene<'_>,
    before: Option<Sentence>,
    own: &mut [Statement],
    register: &mut Register,
) {
    let lost = |s: &Statement| {
        s.source
            .is_some_and(|s| s.entity.is_none() && s.span.is_some())
    };
    if !own.iter().any(lost) {
        return;
    }
    let Some((np, earlier)) = before.and_then(|b| {
        let earlier = scene.at_sentence(b);
        let np = earlier.noun(b.start, b.end)?;
        let verb = Classes::FINITE.or(Classes::NEG).or(Classes::SE);
        (earlier.is(np.end, verb) && names(&earlier, &np)).then_some((np, earlier))
    }) else {
        return;
    };
    let d = describe(&earlier, &Phrase::plain(np));
    for statement in own.iter_mut().filter(|s| lost(s)) {
        let pronoun = match statement.reading.who {
            Who::Words(p) => p.main.agreement,
            Who::Inverted(at) => scene.token(at).map_or(Classes::NONE, |t| t.classes),
            _ => continue,
        };
        if !compatible(np.agreement, pronoun) {
            continue;
        }
        let entity = register.resolve(&d, np.start, scene.words());
        let known = entity.and_then(|id| register.entities.get(id));
        if known.is_some_and(|e| compatible(e.agreement, pronoun))
            && let Some(source) = statement.source.as_mut()
        {
            source.entity = entity;
        }
    }
}

/// Tells whether a phrase may name somebody: a role, a body or a word with a capital in it.
fn names(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    let sort = Classes::ROLE.or(Classes::COLLECTIVE).or(Classes::ANON);
    scene.is(np.head, sort)
        || (np.start + 1..np.end).any(|i| scene.token(i).is_some_and(Token::capital))
}
