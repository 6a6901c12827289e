//! The bodies that `on` speaks for.
//!
//! In: the source of a reading. Out: for `on` the body that the place before it names: « Au ministère, on dément ».

use super::super::Who;
use super::super::unnamed::{source_end, source_phrase};
use crate::lex::token::Token;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::subject::Phrase;

/// `on` without a body that it stands for (`on craint que`): the narrator's own voice.
pub(super) fn generic(scene: &Scene<'_>, who: Who) -> bool {
    matches!(who, Who::Words(p) if scene.one_of(p.main.start, closed!["on", "l'on"]))
        && named_by_place(scene, who) == who
}

/// `Au ministère, on qualifie …`, `du côté de la ligue, on parle …`: `on` speaks for the body that the adjunct names.
pub(super) fn named_by_place(scene: &Scene<'_>, who: Who) -> Who {
    let Who::Words(phrase) = who else { return who };
    if !scene.one_of(phrase.main.start, closed!["on", "l'on"])
        || phrase.main.end > phrase.main.start + 1
    {
        return who;
    }
    let body = Classes::COLLECTIVE
        .or(Classes::ORG)
        .or(Classes::ROLE)
        .or(Classes::SEAT)
        .or(Classes::MEDIA)
        .or(Classes::ANON);
    let mut at = phrase.main.start;
    while let Some(before) = scene.step_back(at) {
        at = before;
        // `De source diplomatique, on estime que P`
        if scene.one_of(at, closed!["de source", "de sources"]) {
            let end = source_end(scene, at, phrase.main.start);
            return Who::Words(source_phrase(at, end));
        }
        let side = scene.one_of(
            at,
            closed!["du côté de", "du côté du", "du côté d'", "chez"],
        );
        let place = scene.is(at, Classes::PREP) && !scene.is(at, Classes::DE);
        let names =
            |i: usize| scene.is(i, body) || side && scene.token(i).is_some_and(Token::capital);
        if place
            && let Some(np) = scene.noun(at + 1, phrase.main.start)
            && (np.start..np.end).any(names)
        {
            return Who::Words(Phrase::plain(np));
        }
    }
    who
}
