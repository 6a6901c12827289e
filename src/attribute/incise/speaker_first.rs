//! The speaker before the verb, behind the quotation that opens the sentence.
//!
//! In: a sentence that begins with words in marks. Out: a reading: « « On ferme », le patron a lancé hier. »

use super::super::features::Feature;
use super::super::speaker::phrase_is_human;
use super::super::{Reading, Who};
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::Form;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Proposes a reading for a short subject before the verb, directly behind a quotation that opens the sentence.
pub(in crate::attribute) fn propose(scene: &Scene<'_>, out: &mut Vec<Reading>) {
    if let Some(reading) = speaker_first(scene) {
        out.push(reading);
    }
}

fn speaker_first(scene: &Scene<'_>) -> Option<Reading> {
    let first = (scene.sentence.start..scene.sentence.end)
        .find(|i| matches!(scene.kind(*i), Kind::Open | Kind::Word | Kind::Number))?;
    let (_, pair) = scene.pair_at(first).filter(|(_, p)| p.closed)?;
    let mut start = pair.close + 1;
    while matches!(scene.kind(start), Kind::Comma | Kind::Dash) {
        start += 1;
    }
    if start == pair.close + 1 {
        return None;
    }
    let np = scene.noun(start, scene.sentence.end)?;
    // « « P », le ministre l'a répété »: the pronoun takes up the quotation.
    let object = usize::from(scene.one_of(np.end, closed!["l'", "le"]));
    let cue = scene
        .cues
        .iter()
        .find(|c| c.start == np.end + object && c.form == Form::Finite && c.inverted.is_none())?;
    let phrase = Phrase::plain(np);
    let pronoun = scene.is(np.start, Classes::SUBJ);
    let speaks = scene.takes(cue, Frame::Incise)
        && (pronoun || phrase_is_human(scene, &phrase))
        && scene.complement(cue).is_none();
    speaks.then(|| {
        Reading::new(
            "incise-subject-first",
            Some(Run::new(cue.start, cue.end)),
            Who::Words(phrase),
            [Run::new(pair.open, pair.close + 1)],
        )
        .of_verb(cue)
        .with(Feature::Incise, 16)
    })
}
