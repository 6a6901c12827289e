//! Where an incise stands.
//!
//! In: the first token of a verb group. Out: the comma, mark or dash before it, if it may open an incise there: in « Il pleut, note
//! le maire » the comma before `note`.

use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;

/// Where an incise stands: the first token of the interruption, and its mark level.
pub(super) struct Place {
    /// Comma, mark or dash before the cue.
    pub edge: usize,
    /// Whether the incise stands inside a mark.
    pub inside: bool,
    /// Whether words in marks stand directly before.
    pub after_mark: bool,
}

/// Finds the place of an incise whose verb group begins at `start`.
pub(super) fn of(scene: &Scene<'_>, start: usize) -> Option<Place> {
    let at = edge(scene, start)?;
    let inside = scene.level(start) != 0;
    let place = |edge, after_mark| {
        Some(Place {
            edge,
            inside,
            after_mark,
        })
    };
    match scene.kind(at) {
        Kind::Comma => {
            let before = at.checked_sub(1)?;
            let close = scene.kind(before) == Kind::Close && scene.pair_closing(before).is_some();
            place(if close { before } else { at }, close)
        }
        // Without a comma the quotation must open its clause: in « la tempête « Barnabé » a touché terre » it is part of the subject.
        Kind::Close
            if scene
                .pair_closing(at)
                .is_some_and(|(_, p)| opens_clause(scene, p.open)) =>
        {
            place(at, true)
        }
        Kind::Exclaim => place(at, false),
        Kind::Dash if inside => place(at, false),
        Kind::Word
            if scene.one_of(at, closed!["comme", "ainsi que"])
                && scene.kind(at.wrapping_sub(1)) == Kind::Comma =>
        {
            place(at - 1, false)
        }
        _ => None,
    }
}

/// The token before the verb group and its object pronouns: `nous a confié X`, `comme l'a rappelé X`; of `« P », — a dit X` the comma.
fn edge(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let mut at = start.checked_sub(1)?;
    while at > scene.sentence.start
        && (scene.is(at, Classes::CLITIC) || scene.one_of(at, closed!["nous", "vous", "l'"]))
        && (matches!(scene.kind(at - 1), Kind::Comma | Kind::Close | Kind::Dash)
            || scene.one_of(at - 1, closed!["comme"]))
        && !matches!(
            scene.word(start).as_bytes(),
            [.., b'o', b'n', b's'] | [.., b'e', b'z']
        )
    {
        at -= 1;
    }
    let doubled = scene.kind(at) == Kind::Dash
        && matches!(scene.kind(at.wrapping_sub(1)), Kind::Comma | Kind::Close);
    Some(at - usize::from(doubled))
}

fn opens_clause(scene: &Scene<'_>, open: usize) -> bool {
    scene.before(open).is_none_or(|t| {
        matches!(
            t.kind,
            Kind::Colon
                | Kind::Comma
                | Kind::Dash
                | Kind::Semicolon
                | Kind::Break
                | Kind::Period
                | Kind::Exclaim
                | Kind::ParenOpen
                | Kind::Other
        ) || t.is(Classes::SUB.or(Classes::FINITE).or(Classes::CONJ))
    })
}
