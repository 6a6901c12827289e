//! Whose name stands behind a role: its holder's, the one it belongs to, or that of a house.
//!
//! In: capitalised words of a noun phrase and what stands before them. Out: the run of the holder's name: « le ministre de
//! l'Intérieur Luc Roy » is Luc Roy; « l'avocat de Luc Roy » and « le proviseur du lycée Luc Roy » are somebody else.

use crate::lex::token::{Shape, Token};
use crate::lexicon::{Classes, SenseKind};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::{Run, Scene};

/// Where capitalised words stand in a noun phrase.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// A role, a title or an adjective of nation stands before.
    pub role: bool,
    /// `de` or another link stands before.
    pub chained: bool,
    /// Nothing but a bracket stands behind.
    pub closes: bool,
    /// A noun that bears a name stands right before: `la rue Victor Hugo`.
    pub borne: bool,
    /// The role is one of politics, which a place or a portfolio may follow.
    pub political: bool,
    /// The role is one of sport, which a team may follow.
    pub sporting: bool,
}

/// Tells whether capitalised words are the name of the person whom the phrase means.
pub(super) fn is_person(scene: &Scene<'_>, np: &NounPhrase, run: Run, place: Place) -> bool {
    let Some(token) = scene.token(run.start) else {
        return false;
    };
    let Place {
        role,
        chained,
        closes,
        ..
    } = place;
    let initials = scene.word(run.start).contains('.');
    let capitals = token.shape.has(Shape::ALL_CAPITALS) && !initials;
    let full = token.is(Classes::FIRST_NAME) && run.end > run.start + 1;
    let proper = np.sort == Sort::Proper && run.start == np.start && !capitals;
    let before = || {
        let link = Classes::DE.or(Classes::DET).or(Classes::PREP);
        !scene.is(run.start - 1, link) && !owned(scene, np, run.start - 1)
    };
    role && !capitals && !chained
        || proper
        || full && (!chained || capitals || role && closes && before())
}

/// Tells whether a role stands behind `de` and belongs to whom the phrase does not mean: « la fille du président | Paul Biya ».
fn owned(scene: &Scene<'_>, np: &NounPhrase, at: usize) -> bool {
    let article = (np.start + 1..at)
        .rev()
        .find(|i| !scene.is(*i, Classes::ORDINAL));
    let owner = |i: usize| {
        scene.is(i, Classes::DE) || scene.is(i, Classes::DET) && scene.is(i - 1, Classes::DE)
    };
    let one = |t: &Token| t.is(Classes::ROLE) && !t.capital() && !t.is(Classes::PLURAL);
    scene.token(at).is_some_and(one) && article.is_some_and(owner)
}

/// Finds the holder of a role behind what it is the role of: `le ministre de l'Intérieur | Bruno Retailleau`, `le maire du Havre |
/// Édouard Philippe`. Of « l'avocat de Marc Bernard » the name is the possessor's.
pub(super) fn holder(scene: &Scene<'_>, np: &NounPhrase, run: Run, place: Place) -> Option<Run> {
    let before = run.start.checked_sub(1).filter(|_| run.start > np.start)?;
    let first = scene.token(run.start)?;
    let town = Classes::PLACE.or(Classes::CAPITAL).or(Classes::COUNTRY);
    let article = scene.is(before, Classes::DET.or(Classes::PREP_DET));
    let bare = scene.is(before, Classes::DE) && !article;
    let other = scene.is(before, Classes::PREP.or(Classes::ROLE_LINK)) && !article && !bare
        || owned(scene, np, before);
    // `l'avocat de Jean Paul Roy`, `la rue Jean Paul Roy`.
    let someone = (bare || place.borne) && first.is(Classes::FIRST_NAME);
    let free = other || someone && !first.is(Classes::WEAK);
    if free || !place.closes || !place.role && !article {
        return None;
    }
    let linked = article || bare || place.borne;
    let given = (run.start + usize::from(linked)..run.end - 1)
        .find(|i| scene.is(*i, Classes::FIRST_NAME) && scene.token(*i).is_some_and(Token::capital));
    let whole = !linked && (given.is_some() || scene.is(before, town.or(Classes::ORG)));
    let start = match given {
        // `la Fédération Wallonie-Bruxelles | Anne Roy`: what follows a capital belongs to its name.
        Some(given) if whole && scene.token(before).is_some_and(Token::capital) => given,
        _ if whole => run.start,
        Some(given) if given > run.start => {
            // `le fils de Nadim Abou Roy`: only towns, and what a politician is in charge of, stand behind `de` alone.
            let seat = first.is(town) || scene.word(run.start).contains('-');
            (!bare || place.political || seat).then_some(given)?
        }
        None if place.chained && (linked && place.political || article && place.sporting) => {
            run.start + 1
        }
        _ => return None,
    };
    let plain = given.is_some() || (start..run.end).all(|i| plain_name(scene, i));
    (plain && run.end >= start + 2 && (given.is_some() || run.end == start + 2))
        .then(|| Run::new(start, run.end))
}

/// A capitalised word that may be part of a name: no acronym, no word of the language.
fn plain_name(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|t| {
        t.capital()
            && !t.shape.has(Shape::ALL_CAPITALS)
            && !t.is(Classes::PLACE.or(Classes::ADJ).or(Classes::ORDINAL))
    })
}

/// Tells whether a noun has a name behind it that is its own: `la rue`, `le lycée`, `l'association`.
pub(super) fn bears(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, Classes::WORK) && !scene.is(at, Classes::ROLE)
}

/// Tells whether a thing or a house is called after somebody: `la rue Victor Hugo`, `l'hôpital Georges Pompidou`. Behind a firm or a
/// party stands whoever leads it.
pub(super) fn called(scene: &Scene<'_>, at: usize) -> bool {
    let house = |t: &Token| {
        let sense = scene.lexicon.sense(t.entry, SenseKind::Collective);
        let noun = sense.and_then(|s| scene.lexicon.meta().nouns.get(s.id as usize));
        noun.is_some_and(|n| n.kind == "institution")
    };
    bears(scene, at) && (!scene.is(at, Classes::COLLECTIVE) || scene.token(at).is_some_and(house))
}
