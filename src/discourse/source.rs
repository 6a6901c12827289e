//! Who is the source of a reading: the words that name it, a pronoun behind the verb, or whoever spoke before.
//!
//! In: a reading. Out: its source with the entity: of « Le pont tient, a-t-elle dit » the prefect named before.

use std::borrow::Cow;

use super::Mentioned;
use super::subject::{dislocated, told_of};
use super::{Statement, kind_of, pronoun_span, voice};
use crate::analysis::Source;
use crate::attribute::{Reading, Who};
use crate::contract::SourceType;
use crate::lex::token::Kind;
use crate::pieces::Scene;
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::{Phrase, Subject};
use crate::resolve::names::{Described, describe};
use crate::resolve::{Register, Voice};

/// Gives the token at which the words for the source of a reading begin.
pub(super) fn start(reading: &Reading) -> Option<usize> {
    match reading.who {
        Who::Words(p) => Some(p.run.start),
        Who::Inverted(at) => Some(at),
        _ => reading.cue.map(|c| c.start),
    }
}

/// Resolves the source of a reading.
pub(super) fn resolve(
    scene: &Scene<'_>,
    reading: &Reading,
    own: &[Statement],
    mentioned: &[Mentioned],
    register: &mut Register,
) -> Option<Source> {
    match reading.who {
        Who::Words(phrase) => {
            let known = mentioned.iter().find_map(|m| m.describes(scene, &phrase));
            let known = known.unwrap_or_else(|| Cow::Owned(describe(scene, &phrase)));
            let d = known.as_ref();
            let voice = voice::of(scene, reading, d.pronoun);
            let topic = if d.pronoun {
                dislocated(scene, &phrase)
            } else {
                None
            };
            let entity = match topic {
                Some(np) => {
                    let d = describe(scene, &Phrase::plain(np));
                    register.resolve_said(&d, np.start, Voice::Any, scene.words())
                }
                None => register.resolve_said(d, phrase.run.start, voice, scene.words()),
            };
            let span = Some(scene.span(phrase.run));
            let kind = kind_of(register, entity, d.kind);
            Some(Source { span, entity, kind })
        }
        Who::Inverted(at) => {
            if let Some(source) = told_of(scene, reading, at, register) {
                return Some(source);
            }
            let d = inverted_pronoun(scene, at);
            let voice = voice::of(scene, reading, true);
            let entity = register.resolve_said(&d, at, voice, scene.words());
            let span = scene.token(at).map(|t| pronoun_span(scene.text, t.span));
            Some(Source {
                span,
                entity,
                kind: kind_of(register, entity, SourceType::Unknown),
            })
        }
        Who::SameAs(cue) => own
            .iter()
            .find(|s| s.reading.cue.is_some_and(|c| c.start == cue))
            .and_then(|s| s.source)
            .or_else(|| fallback(scene, cue, register)),
        Who::Running => register.speaker().map(|entity| Source {
            span: None,
            entity: Some(entity),
            kind: kind_of(register, Some(entity), SourceType::Unknown),
        }),
        Who::Nobody => None,
    }
}

/// Describes the pronoun behind a verb: `-t-il`.
fn inverted_pronoun(scene: &Scene<'_>, at: usize) -> Described {
    let token = scene.token(at).copied().unwrap_or_default();
    if token.kind == Kind::Inverted && !token.capital() {
        let mut d = Described::default();
        d.span = token.span;
        d.agreement = token.classes;
        d.pronoun = true;
        d.bare = true;
        return d;
    }
    let np = NounPhrase {
        start: at,
        end: at + 1,
        head: at,
        agreement: token.classes,
        sort: Sort::Pronoun,
    };
    describe(scene, &Phrase::plain(np))
}

/// The cue that lends its source was not kept as a reading: its subject is read again.
fn fallback(scene: &Scene<'_>, cue: usize, register: &mut Register) -> Option<Source> {
    let group = scene.cues.iter().find(|c| c.start == cue)?;
    let phrase = match scene.subject_before(group.start) {
        Subject::Phrase(p) | Subject::Relative(Some(p)) => p,
        _ => scene.inverted_subject(group.end, scene.sentence.end)?.0,
    };
    let d = describe(scene, &phrase);
    let entity = register.resolve(&d, phrase.run.start, scene.words());
    Some(Source {
        span: Some(scene.span(phrase.run)),
        entity,
        kind: kind_of(register, entity, d.kind),
    })
}
