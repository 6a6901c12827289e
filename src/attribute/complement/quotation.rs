//! Words in marks that a cue takes: behind a colon, alone, behind a preposition, or further on in its object.
//!
//! In: a cue and the token behind it. Out: where the content begins: at the mark in « La ligue dénonce « un coup de force » ».

use super::Start;
use crate::lex::token::{Kind, Token};
use crate::lexicon::rows::{Act, Frame};
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::{Run, Scene};

/// The frames of verbs behind which words in marks stand as what they say.
const MARKED: u32 = Frame::Quote.bit()
    | Frame::Que.bit()
    | Frame::Attr.bit()
    | Frame::NpAttr.bit()
    | Frame::Inf.bit()
    | Frame::NpAInf.bit();

/// `a dit : « P »`, `a dit : P`.
pub(super) fn behind_colon(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    if !matches!(
        cue.form,
        Form::Finite | Form::Participle | Form::Gerund | Form::Infinitive | Form::Bare
    ) {
        return None;
    }
    let opens = scene.kind(at + 1) == Kind::Open;
    let speaks = scene.takes(cue, Frame::Colon)
        || scene.takes(cue, Frame::Incise)
        || scene.takes(cue, Frame::Que)
        || scene.takes(cue, Frame::Quote);
    let plain = (scene.takes(cue, Frame::Colon) || scene.takes(cue, Frame::Que)) && cue.end == at;
    ((opens && speaks) || plain).then_some(("colon-cue", at + 1, opens, 34))
}

/// `dénonce « P »`, `se dit « P »`.
pub(super) fn in_marks(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    let takes =
        cue.frames & MARKED != 0 || cue.form != Form::Bare && scene.takes(cue, Frame::Incise);
    // What is shouted is speech, with a capital too: « a crié « Liberté » ».
    let shouted = || {
        scene
            .row(cue)
            .is_some_and(|r| matches!(r.act, Act::Expressive))
    };
    if !takes || titled(scene, at) && !shouted() {
        return None;
    }
    let whole = scene
        .pair_at(at)
        .is_some_and(|(_, p)| ends_after(scene, p.close + 1));
    let rule = if !whole && scene.takes(cue, Frame::NpAttr) {
        "object-attribute"
    } else if scene.takes(cue, Frame::Attr) && !scene.takes(cue, Frame::Quote) {
        "reflexive-attribute"
    } else {
        "quoted-object"
    };
    Some((rule, at, whole, 30))
}

/// A short name in marks with a capital (`expose « La Laitière »`) is a title, not speech.
fn titled(scene: &Scene<'_>, open: usize) -> bool {
    let Some((_, pair)) = scene.pair_at(open) else {
        return false;
    };
    let words = pair.close.saturating_sub(open + 1);
    let capital = scene.token(open + 1).is_some_and(Token::capital);
    let verb = scene.holds(
        Run::new(open + 1, pair.close),
        Classes::FINITE.or(Classes::SUBJ),
    );
    capital
        && words <= 4
        && !verb
        && !(open + 1..pair.close).any(|i| scene.kind(i) == Kind::Exclaim)
}

fn ends_after(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.kind(at),
        Kind::Period | Kind::Comma | Kind::Semicolon | Kind::Break | Kind::Exclaim
    )
}

/// `se plaint de « P »`, `met en garde contre « P »`, `accuse X de « P »`.
pub(super) fn behind_preposition(
    scene: &Scene<'_>,
    cue: &Cue,
    at: usize,
    limit: usize,
) -> Option<Start> {
    if !scene.anchors.sign(Kind::Open) {
        return None;
    }
    let frame = if scene.is(at, Classes::DE) {
        Frame::DeQuote
    } else if scene.one_of(at, closed!["à", "au", "aux"]) {
        Frame::AQuote
    } else if scene.one_of(at, closed!["contre"]) {
        Frame::ContreQuote
    } else if scene.one_of(at, closed!["sur"]) {
        Frame::SurQuote
    } else if scene.one_of(at, closed!["pour"]) {
        Frame::PourQuote
    } else {
        return None;
    };
    let attribute = frame == Frame::DeQuote
        && (scene.takes(cue, Frame::NpDe) || scene.takes(cue, Frame::NpDeInf));
    if !(scene.takes(cue, frame) || attribute) || !speech_ahead(scene, cue, at + 1, limit) {
        return None;
    }
    Some((
        if attribute {
            "object-de-attribute"
        } else {
            "prepositional-quoted"
        },
        at + 1,
        false,
        22,
    ))
}

/// Tells whether a quotation stands in the object that begins at `at`, before another cue takes over.
pub(super) fn speech_ahead(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> bool {
    if !scene.anchors.sign(Kind::Open) {
        return false;
    }
    let mut i = at;
    while i < limit {
        match scene.kind(i) {
            Kind::Open => return true,
            Kind::Semicolon | Kind::Colon | Kind::Break => return false,
            Kind::Comma
                if scene.selon_at(i + 1) || scene.is(i + 1, Classes::SUBJ.or(Classes::SUB)) =>
            {
                return false;
            }
            Kind::Word
                if i > cue.end
                    && scene.cues.iter().any(|c| {
                        c.start == i
                            && matches!(c.form, Form::Finite | Form::Participle | Form::Gerund)
                            && !scene.before(i).is_some_and(|b| b.is(Classes::REL))
                    }) =>
            {
                return false;
            }
            Kind::Word
                if scene.is(i, Classes::SUB)
                    && !scene.is(i, Classes::PREP.or(Classes::ADV))
                    && !scene.one_of(i, closed!["comme"]) =>
            {
                return false;
            }
            _ => {}
        }
        i = scene.step(i);
    }
    false
}
