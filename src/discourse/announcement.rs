//! Sentences that tell who said the one before: `L'annonce a été faite par X`, `C'est ce qu'a dit X`, or the speaker as next subject.
//!
//! In: a sentence whose subject is a noun of saying, in the passive with an agent. Out: a statement whose content is the sentence
//! before: « Le pont restera fermé. L'annonce a été faite par la préfète. »

mod next_speaker;
mod pointing;

use crate::attribute::features::Feature;
use crate::attribute::{Reading, Who};
use crate::lex::Sentence;
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// A block that is one quotation, signed on a line of its own: `— Germaine Pouliquen, paludière`.
fn signature(scene: &Scene<'_>, before: Sentence) -> Option<Reading> {
    let dash = scene.sentence.start;
    if scene.kind(dash) != Kind::Dash || before.block == scene.sentence.block {
        return None;
    }
    let np = scene.noun(dash + 1, scene.sentence.end)?;
    let named =
        scene.token(np.start).is_some_and(Token::capital) && !scene.is(np.start, Classes::DET);
    let verb = (dash + 1..scene.sentence.end).any(|i| scene.is(i, Classes::FINITE));
    let earlier = scene.at_sentence(before);
    if !named || verb || !quoted_whole(scene, before) {
        return None;
    }
    let mut signer = Phrase::plain(np);
    scene.appose(&mut signer, scene.sentence.end);
    let content = earlier.trimmed(Run::new(before.start, before.end));
    Some(
        Reading::new("block-signature", None, Who::Words(signer), vec![content])
            .with(Feature::Signature, 24),
    )
}

/// Tells whether a sentence is one quotation.
fn quoted_whole(scene: &Scene<'_>, sentence: Sentence) -> bool {
    let earlier = scene.at_sentence(sentence);
    let pair = earlier.pair_at(sentence.start);
    pair.is_some_and(|(_, p)| p.closed && p.close + 3 >= sentence.end)
}

/// Reads what a sentence says of the one before, or of a quotation at its own start.
#[must_use]
pub(super) fn read(scene: &Scene<'_>, before: Option<Sentence>) -> Option<Reading> {
    before
        .and_then(|b| signature(scene, b))
        .or_else(|| pointing::read(scene, before))
        .or_else(|| announced(scene, before))
        .or_else(|| next_speaker(scene, before))
}

/// Reads a new person as the speaker of the quotation that opens the paragraph: « « Tout a brûlé. » Awa Sarr, 30 ans, cherche son chat. »
#[must_use]
pub(super) fn introduced(scene: &Scene<'_>, before: Option<Sentence>) -> Option<Reading> {
    let signed = before.and_then(|b| signature(scene, b));
    if let Some(reading) = signed.or_else(|| pointing::read(scene, before)) {
        return Some(reading);
    }
    let before = before.filter(|b| opens_block(scene, *b))?;
    next_speaker::read(scene, Some(before)).filter(|r| tells_of(scene, r))
}

/// Reads the speaker in the sentence behind a quotation that opens its paragraph, or where more than his name is told.
fn next_speaker(scene: &Scene<'_>, before: Option<Sentence>) -> Option<Reading> {
    let reading = next_speaker::read(scene, before)?;
    let opens = before.is_none_or(|b| opens_block(scene, b));
    (opens || tells_of(scene, &reading)).then_some(reading)
}

fn opens_block(scene: &Scene<'_>, sentence: Sentence) -> bool {
    let earlier = sentence.start.checked_sub(1);
    earlier
        .and_then(|i| scene.tokens.get(i))
        .is_none_or(|t| t.kind == Kind::Break)
}

/// Tells whether the speaker of a reading is introduced: an age or a trade stands behind his name.
fn tells_of(scene: &Scene<'_>, reading: &Reading) -> bool {
    matches!(reading.who, Who::Words(p) if p.apposition.is_some()
        || scene.kind(p.run.end) == Kind::Comma)
}

/// Reads the announcement in a sentence whose predecessor is `before`.
fn announced(scene: &Scene<'_>, before: Option<Sentence>) -> Option<Reading> {
    if !scene.anchors.word(Classes::CUE_NOUN) {
        return None;
    }
    let before = before.filter(|b| b.block == scene.sentence.block)?;
    let start =
        (scene.sentence.start..scene.sentence.end).find(|i| scene.kind(*i) == Kind::Word)?;
    let definite =
        scene.is(start, Classes::DET) && !scene.is(start, Classes::INDEF.or(Classes::POSS));
    if !definite {
        return None;
    }
    let subject = scene.noun(start, scene.sentence.end)?;
    if !scene.is(subject.head, Classes::CUE_NOUN) || subject.end > subject.head + 2 {
        return None;
    }
    let by = (subject.end..(subject.end + 9).min(scene.sentence.end))
        .find(|i| scene.one_of(*i, closed!["par"]))?;
    let passive = (subject.end..by).any(|i| scene.is(i, Classes::ETRE))
        && scene.is(by - 1, Classes::PPART.or(Classes::ADV).or(Classes::TIME));
    let np = scene.noun(by + 1, scene.sentence.end)?;
    let mut agent = Phrase::plain(np);
    agent.run.end = scene.long_phrase_end(&np, scene.sentence.end);
    if !passive || !super::can_speak(scene, &agent) {
        return None;
    }
    let earlier = scene.at_sentence(before);
    let content = earlier.trimmed(Run::new(before.start, before.end));
    (!content.is_empty()).then(|| {
        Reading::new(
            "announcement-passive",
            Some(Run::new(start, by + 1)),
            Who::Words(agent),
            vec![content],
        )
        .with(Feature::Noun, 20)
        .with(Feature::Agent, 8)
    })
}
