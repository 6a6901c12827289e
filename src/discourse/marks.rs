//! What a pair of quotation marks does: it holds somebody's words, or a term.
//!
//! In: a pair and the statements. Out: speech or term. « l'opération « Sokola » », « surnommé « le Chat » » are terms; so is a short
//! phrase with capitals that nobody says. A mark inside the content of a statement is speech unless its words name a title.

use crate::contract::MarkClass;
use crate::lex::marks::Pair;
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::pieces::{Run, Scene};

/// Classifies a pair of marks; `claimed` tells whether a statement holds it, `whole` whether it is the whole content.
#[must_use]
pub(crate) fn class(scene: &Scene<'_>, pair: &Pair, claimed: bool, whole: bool) -> MarkClass {
    let inside = Run::new(pair.open + 1, pair.close);
    let words = (inside.start..inside.end)
        .filter(|i| matches!(scene.kind(*i), Kind::Word | Kind::Number))
        .count();
    if whole && words > 2 {
        return MarkClass::Speech;
    }
    let naming = named(scene, pair.open);
    let title = titled(scene, inside, words);
    let verb = (inside.start..inside.end).any(|i| scene.is(i, Classes::FINITE.or(Classes::SUBJ)));
    match () {
        () if naming && words <= 9 => MarkClass::Term,
        () if whole => MarkClass::Speech,
        () if title && !verb && words <= 7 && !opens_speech(scene, pair) => MarkClass::Term,
        () if !claimed && words <= 1 && !verb => MarkClass::Term,
        () if pair.outer != 0
            && words <= 3
            && !verb
            && scene
                .pairs
                .get(pair.outer as usize - 1)
                .is_some_and(|p| p.closed) =>
        {
            MarkClass::Term
        }
        () => MarkClass::Speech,
    }
}

/// A naming word stands before the mark: `baptisé`, `l'opération`, `sous le nom de`.
fn named(scene: &Scene<'_>, open: usize) -> bool {
    (1..=3).any(|n| {
        let Some(at) = open.checked_sub(n) else {
            return false;
        };
        let between = (at + 1..open).all(|i| {
            scene.is(i, Classes::DE.or(Classes::DET).or(Classes::ADV))
                || scene.kind(i) == Kind::Comma
        });
        let capital = scene.token(open + 1).is_some_and(Token::capital);
        between
            && (scene.is(at, Classes::NAMING) || capital && n == 1 && scene.is(at, Classes::WORK))
    })
}

/// Begins with a capital in the middle of a sentence, like a title.
fn titled(scene: &Scene<'_>, inside: Run, words: usize) -> bool {
    let first = scene.token(inside.start);
    let capitals = (inside.start..inside.end)
        .filter(|i| scene.token(*i).is_some_and(Token::capital))
        .count();
    first.is_some_and(Token::capital) && (words <= 4 || capitals * 2 >= words)
}

/// The mark follows a colon, or is followed by an incise or begins its sentence.
fn opens_speech(scene: &Scene<'_>, pair: &Pair) -> bool {
    let before = scene.before(pair.open).map_or(Kind::Break, |t| t.kind);
    matches!(
        before,
        Kind::Colon | Kind::Break | Kind::Period | Kind::Exclaim
    )
}
