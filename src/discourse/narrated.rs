//! What the narrator tells of those mentioned: what happened to them, whom they visit, beside whom they stand.
//!
//! In: a mention. Out: more in the register: « Luc Roy a été condamné. Le juge a parlé d'un affront » names no judge called Roy.

use super::Mentioned;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::subject::Phrase;
use crate::resolve::entity::EntityId;
use crate::resolve::names::describe;
use crate::resolve::{Link, Rank, Register};

/// Tells whether a mention is the object of a verb, or who acts in the passive.
pub(super) fn dealt(scene: &Scene<'_>, at: usize) -> bool {
    let verb = Classes::FINITE.or(Classes::PPART).or(Classes::INF);
    at.checked_sub(1).is_some_and(|before| {
        scene.one_of(before, closed!["par"])
            || scene.is(before, verb) && !scene.is(before, Classes::PREP.or(Classes::DE))
    })
}

/// Notes what a subject with a name is, what happened to it, or that it visits.
pub(super) fn tell(scene: &Scene<'_>, m: &Mentioned, entity: EntityId, register: &mut Register) {
    let end = m.end();
    // Behind an apposition stands a comma.
    let verb = end + usize::from(scene.kind(end) == Kind::Comma);
    if scene.is(verb, Classes::ETRE) && scene.is(verb + 1, Classes::ROLE) {
        if let Some(np) = scene.noun(verb + 1, scene.sentence.end) {
            let d = describe(scene, &Phrase::plain(np));
            if d.predicate {
                register.describe_further(entity, &d, scene.words());
            }
        }
        return;
    }
    let (struck, visiting) = (struck(scene, verb), visiting(scene, verb));
    if let Some(e) = register.entities.get_mut(entity) {
        e.struck |= struck;
        e.visiting |= visiting;
    }
}

/// `a été condamné`, `est blessé`: something happened to the subject; an office that somebody was given does not count.
fn struck(scene: &Scene<'_>, verb: usize) -> bool {
    let participle = (verb + 1..verb + 4)
        .take_while(|i| scene.is(*i, Classes::PPART.or(Classes::ADV)))
        .filter(|i| !scene.is(*i, Classes::ETRE.or(Classes::ADV)))
        .last();
    let compound = scene.is(verb, Classes::AVOIR) && scene.is(verb + 1, Classes::ETRE);
    let state = closed![
        "absent",
        "absente",
        "accusé",
        "accusée",
        "apparu",
        "apparue",
        "arrêté",
        "arrêtée",
        "attendu",
        "attendue",
        "blessé",
        "blessée",
        "condamné",
        "condamnée",
        "décédé",
        "décédée",
        "détenu",
        "détenue",
        "jugé",
        "jugée",
        "mort",
        "morte",
        "poursuivi",
        "poursuivie",
        "soupçonné",
        "soupçonnée",
    ];
    let office = closed![
        "choisi", "choisie", "nommé", "nommée", "réélu", "réélue", "élu", "élue"
    ];
    let tried = closed!["comparaissait", "comparaît", "comparaîtra"];
    match participle {
        _ if scene.one_of(verb, tried) => true,
        Some(at) if compound => !scene.one_of(at, office),
        _ => scene.is(verb, Classes::ETRE) && scene.one_of(verb + 1, state),
    }
}

/// `a visité une ferme`, `était à Strasbourg`, `s'est rendu`: the subject comes from elsewhere.
fn visiting(scene: &Scene<'_>, verb: usize) -> bool {
    let place = |i: usize| {
        scene.is(i, Classes::PREP.or(Classes::PREP_DET))
            && scene
                .token(i + 1)
                .is_some_and(crate::lex::token::Token::capital)
    };
    let visit = closed!["visite", "visitait", "visité", "rendu", "rendue"];
    scene.is(verb, Classes::ETRE) && place(verb + 1)
        || (verb..(verb + 4).min(scene.sentence.end)).any(|i| scene.one_of(i, visit))
}

/// Puts a mention beside the one before it.
pub(super) fn join(
    scene: &Scene<'_>,
    m: &Mentioned,
    (entity, rank): (EntityId, Rank),
    register: &mut Register,
) {
    let at = m.phrase.run.start;
    let before = register.joint_end().filter(|end| end + 1 == at);
    let link = match before {
        Some(end) if scene.kind(end) == Kind::Comma => Link::Comma,
        Some(end) if scene.one_of(end, closed!["et"]) => Link::And,
        _ => Link::Apart,
    };
    register.join(
        entity,
        (&m.described, m.end()),
        link,
        (at, rank),
        scene.words(),
    );
}
