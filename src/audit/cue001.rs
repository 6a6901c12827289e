//! CUE001: a cue that takes a side.
//!
//! In: cues and their stance by the language data. Out: a note where the verb presupposes what is said (`révéler`), keeps its
//! distance (`prétendre`) or turns it up (`marteler`): « Le maire martèle que le pont tient. »

use super::{Context, Finds, Rule};
use crate::contract::Level;
use crate::lexicon::rows::Stance;

pub(super) const RULE: Rule = Rule::new("CUE001", Level::Note, 0, run).off();

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    for (i, claim) in c.claims() {
        let Some((cue, (_, stance))) = claim.cue.as_ref().zip(c.act(claim)) else {
            continue;
        };
        let message = match stance {
            Stance::Neutral => continue,
            Stance::Factive => "rules.CUE001-factive",
            Stance::Distancing => "rules.CUE001-distancing",
            Stance::Intense => "rules.CUE001-intense",
        };
        finds
            .add(message, cue.span)
            .about(i)
            .with("cue", cue.lemma.as_str());
    }
}
