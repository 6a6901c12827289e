//! SRC002: a source that resolves to nobody.
//!
//! In: claims. Out: a limit of reading where the words of a source lead to no name: `Il` in « Il a promis de revenir. » alone.

use super::{Context, Finds, Rule};
use crate::analysis::Source;
use crate::contract::Level;
use crate::lexicon::fold::fold;
use crate::lexicon::sieves::{PRONOUNS, first};

pub(super) const RULE: Rule = Rule::new("SRC002", Level::Limit, 1, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut last = None;
    for (i, claim) in c.claims() {
        let Some((source, span)) = claim.source.and_then(|s| Some((s, s.span?))) else {
            continue;
        };
        // One entity often speaks several times on end.
        let known = last.filter(|(entity, _)| *entity == source.entity);
        let (_, nobody) = known.unwrap_or_else(|| (source.entity, nobody(c, source)));
        last = Some((source.entity, nobody));
        if nobody {
            let words = span.of(c.text);
            finds
                .add("rules.SRC002", span)
                .about(i)
                .with("source", words);
        }
    }
}

fn nobody(c: Context<'_>, source: Source) -> bool {
    let Some(entity) = c.entity(Some(source)) else {
        return true;
    };
    if !c.lexicon.sieves().pronouns.has(first(entity.name)) {
        return false;
    }
    // `on` and `personne` stand for nobody in particular: there is nobody to find.
    let key = fold(entity.name);
    let entry = c.lexicon.find(&key).filter(|_| key != "on");
    entry.is_some_and(|e| c.lexicon.classes(e).has(PRONOUNS)) || key.starts_with("ce dernier")
}
