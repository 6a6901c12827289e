//! What the words said tell of who says them, and pronouns that stand before their name.
//!
//! In: a reading whose source is a pronoun. Out: the [`Voice`]: in « Le jury a primé Léa Roy. « Je pense à ma mère », a-t-elle dit »
//! the jury has no mother.

use super::Statement;
use crate::attribute::{Reading, Who};
use crate::lexicon::closed;
use crate::pieces::Scene;
use crate::resolve::Voice;
use crate::resolve::entity::EntityId;

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
