//! CHN002: a claim that came only through State-controlled media whose control the text does not disclose.
//!
//! In: chains, and who controls a medium by the language data (with its source and year). Out: a note, once for each medium:
//! « selon Sputnik » without « l'agence d'État ».

use super::context::speakers;
use super::{Context, Finds, Rule, context, relay};
use crate::contract::Level;
use crate::lexicon::meta::Name;
use crate::lexicon::signs::SignKind;

pub(super) const RULE: Rule = Rule::new("CHN002", Level::Note, 5, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for (i, claim) in c.claims() {
        let Some(id) = claim.agency.as_deref() else {
            continue;
        };
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let Some(medium) = controlled(c, id).filter(|medium| !disclosed(c, medium)) else {
            continue;
        };
        let place = speakers(claim)
            .filter(|s| relay::medium(s.kind))
            .find_map(|s| s.span);
        let place = place.unwrap_or_else(|| context::place(claim));
        let found = finds.add("rules.CHN002", place).about(i);
        found
            .with("medium", medium.shown.as_str())
            .with("judgement", medium.control_source.as_str());
    }
}

/// Gives the State-controlled medium of an id, when the article does not itself come from it.
fn controlled<'a>(c: Context<'a>, id: &str) -> Option<&'a Name> {
    let medium = c.lexicon.outlet(id).filter(|n| n.control == "state")?;
    (!c.analysis.layout.credits.iter().any(|credit| credit == id)).then_some(medium)
}

/// A sentence that names the medium, or a source that stands for it, says who controls it.
fn disclosed(c: Context<'_>, medium: &Name) -> bool {
    c.claims()
        .filter(|(_, x)| x.agency.as_deref() == Some(&medium.id))
        .any(|(_, claim)| {
            let speakers = speakers(claim).filter(|s| relay::medium(s.kind));
            let mut places = speakers.filter_map(|s| s.span).map(|s| c.sentence(s.start));
            places.any(|sentence| c.has(sentence, SignKind::Disclosure))
        })
}
