//! Whom infinitives belong to.
//!
//! In: an infinitive with its complement. Out: its source, when the infinitive tells what somebody said: « Et le maire de préciser
//! que le pont tient », « après avoir promis de payer, il … ».

use super::super::Who;
use super::super::complement::Complement;
use super::governor::{Governor, clitics_before};
use super::shared::shared;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::cue::Cue;
use crate::pieces::subject::Phrase;

/// Finds whom an infinitive belongs to.
pub(super) fn of(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<Governor> {
    let before = clitics_before(scene, cue.start).checked_sub(1)?;
    if let Some(phrase) = narrator(scene, before) {
        return Some(("infinitive-tail", Who::Words(phrase), 5));
    }
    // `le premier à dire que P`
    if scene.one_of(before, closed!["à"]) && complement.rule == "que-clause" {
        let np = scene.phrase_ending(before)?;
        return Some(("infinitive-tail", Who::Words(Phrase::plain(np)), 3));
    }
    (tells(scene, before, cue) || aims(scene, before, complement))
        .then(|| ("infinitive-tail", shared(scene, index), 4))
}

/// `Et le maire de préciser que P`: the infinitive of narration with its subject.
fn narrator(scene: &Scene<'_>, before: usize) -> Option<Phrase> {
    if !scene.one_of(before, closed!["de", "d'"]) {
        return None;
    }
    let np = scene.phrase_ending(before)?;
    let opens = scene.one_of(np.start.wrapping_sub(1), closed!["et"])
        && (scene.sentence.start..np.start)
            .filter(|i| scene.kind(*i) == Kind::Word)
            .count()
            == 1;
    opens.then(|| Phrase::plain(np))
}

/// `et de préciser`, `après avoir dit`, `avant d'ajouter`, `loin de nier`: the infinitive tells what was said.
fn tells(scene: &Scene<'_>, before: usize, cue: &Cue) -> bool {
    let links = closed!["avant de", "avant d'", "afin de", "afin d'"];
    scene.one_of(before, closed!["après"]) && cue.compound
        // `a eu beau assurer que P`
        || scene.one_of(before, closed!["beau"]) && scene.is(before.wrapping_sub(1), Classes::AVOIR)
        || scene.one_of(before, links)
        || scene.one_of(before, closed!["de", "d'"])
            && scene.one_of(before.wrapping_sub(1), closed!["et", "avant", "loin"])
}

/// `pour dire que P`, `sans préciser que P`: only with words or a clause behind.
fn aims(scene: &Scene<'_>, before: usize, complement: &Complement) -> bool {
    let said = matches!(
        complement.rule,
        "que-clause" | "quoted-object" | "colon-cue" | "prepositional-quoted"
    );
    scene.one_of(before, closed!["pour", "sans"]) && (complement.quotation || said)
}
