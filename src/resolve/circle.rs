//! Who a role noun cannot mean: one person is mostly known in one part of society.
//!
//! In: a description and somebody known. Out: whether it means somebody else: in « La cour a entendu l'expert Marc Roy. L'accusé nie »
//! the accused is not the expert, and where a minister visits a farm, the farmer is not the minister.

use super::entity::Entity;
use super::names::Described;
use crate::lexicon::Circle;

/// Circles of which one person mostly belongs to one.
const SOCIETY: u16 = Circle::Bench.bit()
    | Circle::Bar.bit()
    | Circle::Police.bit()
    | Circle::Care.bit()
    | Circle::Land.bit()
    | Circle::School.bit()
    | Circle::Trade.bit()
    | Circle::Politics.bit()
    | Circle::Faith.bit()
    | Circle::Sport.bit();

/// Circles of those who deal with a case, and are none of its parties.
const OFFICIAL: u16 = Circle::Bench.bit()
    | Circle::Bar.bit()
    | Circle::Police.bit()
    | Circle::Care.bit()
    | Circle::Politics.bit();

/// Tells whether the noun of a description means somebody else than one who is known.
pub(super) fn elsewhere(d: &Described, e: &Entity) -> bool {
    if d.circles == 0 || d.demonstrative || d.lemma.is_some_and(|l| e.has_role(l)) {
        return false;
    }
    let has = |set: u16, circle: Circle| set & circle.bit() != 0;
    let (told, known) = (d.circles & SOCIETY, e.circles & SOCIETY);
    // A farmer, a doctor or a footballer may go into politics; a minister who visits a farm does not run it.
    let elected = told == Circle::Politics.bit() && known & OFFICIAL & !Circle::Care.bit() == 0;
    let apart = told != 0 && known != 0 && told & known == 0 && !elected;
    let lent = has(d.circles, Circle::Head)
        && has(e.circles, Circle::Voice)
        && !has(e.circles, Circle::Head);
    let party = has(d.circles, Circle::Case)
        && !has(e.circles, Circle::Case)
        && !e.struck
        && e.circles & (OFFICIAL | Circle::Head.bit()) != 0;
    let local = has(d.circles, Circle::Local) && known == 0 && (e.struck || e.visiting);
    apart || lent || party || local
}

/// Tells whether a definite noun means somebody else than one known by another noun alone: « le prévenu … l'expert ». A noun without
/// hypernyms (`l'homme`) may mean anybody.
pub(super) fn other(d: &Described, e: &Entity) -> bool {
    let general = d.roles.len() <= 1 && d.circles == 0 || e.roles.len() <= 1 && e.circles == 0;
    e.nameless && !e.roles.is_empty() && !general && !d.roles.iter().any(|r| e.has_role(*r))
}
