//! SRC002: a source that resolves to nobody.
//!
//! In: claims. Out: a limit of reading where the words of a source lead to no name: `Il` in « Il a promis de revenir. » alone.

use super::{Context, Finds, Rule};
use crate::analysis::Claim;
use crate::contract::Level;
use crate::lexicon::{Classes, fold::fold};

pub(super) const RULE: Rule = Rule::new("SRC002", Level::Limit, 1, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for (i, claim) in c.claims() {
        let Some(span) = claim.source.and_then(|s| s.span) else {
            continue;
        };
        if nobody(c, claim) {
            let words = span.of(c.text);
            finds
                .add("rules.SRC002", span)
                .about(i)
                .with("source", words);
        }
    }
}

fn nobody(c: Context<'_>, claim: &Claim) -> bool {
    let Some(entity) = c.entity(claim.source) else {
        return true;
    };
    // `on` and `personne` stand for nobody in particular: there is nobody to find.
    let key = fold(&entity.name);
    let pronoun = Classes::SUBJ | Classes::TONIC | Classes::DEM;
    let entry = c.lexicon.find(&key).filter(|_| key != "on");
    entry.is_some_and(|e| c.lexicon.classes(e).has(pronoun)) || key.starts_with("ce dernier")
}
