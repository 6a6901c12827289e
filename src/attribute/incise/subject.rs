//! Whom an incise names: the inverted pronoun, the subject behind the verb, or where `on` learnt it.
//!
//! In: the cue group of an incise. Out: its source and its end: « le maire » in « …, a dit hier le maire, … », the prosecution in
//! « …, a-t-on appris auprès du parquet ».

use super::super::Who;
use super::super::unnamed::{source_end, source_phrase};
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// The source of an incise.
pub(super) struct Named {
    /// Whom it names.
    pub who: Who,
    /// End of the incise.
    pub end: usize,
    /// Adjuncts of the saying.
    pub adjuncts: Adjuncts,
    /// How plainly the source is named.
    pub sureness: i16,
    /// Construction, when it is one of its own.
    pub rule: Option<&'static str>,
}

impl Named {
    fn impersonal(who: Who, end: usize, adjuncts: Adjuncts, sureness: i16) -> Self {
        Self {
            who,
            end,
            adjuncts,
            sureness,
            rule: Some("incise-impersonal"),
        }
    }
}

/// Finds the source of an incise.
pub(super) fn of(scene: &Scene<'_>, cue: &Cue, limit: usize) -> Option<Named> {
    match cue.inverted {
        Some(pronoun) => Some(inverted_pronoun(scene, cue, pronoun, limit)),
        None => inverted_noun(scene, cue, limit),
    }
}

/// `a-t-il ajouté`, `a-t-on appris`, `ressort-il de l'enquête`.
fn inverted_pronoun(scene: &Scene<'_>, cue: &Cue, pronoun: usize, limit: usize) -> Named {
    let from_document = scene.among_inverted(pronoun, "il")
        && (cue.form == Form::Passive
            || scene.row(cue).is_some_and(|r| r.impersonal) && scene.is(cue.end, Classes::DE));
    if scene.among_inverted(pronoun, "on") || from_document {
        return impersonal(scene, cue, limit);
    }
    let (end, adjuncts) = scene.adjuncts(cue.end, limit);
    let comma = scene.kind(end.wrapping_sub(1)) == Kind::Comma;
    Named {
        who: Who::Inverted(pronoun),
        end: end - usize::from(comma),
        adjuncts,
        sureness: 12,
        rule: Some("incise-pronoun"),
    }
}

/// `a déclaré le maire`; `a appris franceinfo de sources syndicales`.
fn inverted_noun(scene: &Scene<'_>, cue: &Cue, limit: usize) -> Option<Named> {
    let (phrase, adjuncts) = scene.inverted_subject(cue.end, limit)?;
    if !scene.ends_incise(phrase.run.end)
        || !agrees(scene, cue, &phrase)
        || only_time(scene, &phrase)
    {
        return None;
    }
    let learnt = scene.takes(cue, Frame::Que)
        && scene.word(cue.verb).starts_with("appri")
        && phrase_is_media(scene, &phrase);
    Some(Named {
        who: if learnt {
            learnt_from(scene, &phrase, &adjuncts)
        } else {
            Who::Words(phrase)
        },
        end: phrase.run.end,
        adjuncts,
        sureness: 12,
        rule: learnt.then_some("incise-impersonal"),
    })
}

/// `a appris franceinfo de sources syndicales`: the sources speak, the medium relays.
pub(in crate::attribute) fn learnt_from(
    scene: &Scene<'_>,
    phrase: &Phrase,
    adjuncts: &[Run],
) -> Who {
    let inside = (phrase.run.start..phrase.run.end)
        .find(|i| scene.one_of(*i, closed!["de source", "de sources"]));
    if let Some(at) = inside {
        return Who::Words(source_phrase(at, source_end(scene, at, phrase.run.end)));
    }
    for run in adjuncts {
        if scene.one_of(run.start, closed!["de source", "de sources"]) {
            return Who::Words(source_phrase(run.start, run.end));
        }
        if (scene.is(run.start, Classes::DE)
            || scene.one_of(
                run.start,
                closed!["auprès de", "auprès du", "auprès d'", "auprès des"],
            ))
            && let Some(np) = scene.noun(run.start + 1, scene.sentence.end)
        {
            return Who::Words(Phrase::plain(np));
        }
    }
    Who::Words(*phrase)
}

fn phrase_is_media(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    scene.holds(phrase.run, Classes::MEDIA)
}

/// `s'agace-t-on à Berne`: a verb of no list, when the place of those who speak is named.
pub(super) fn on_somewhere(scene: &Scene<'_>, cue: &Cue, limit: usize) -> Option<Named> {
    let named = impersonal(scene, cue, limit);
    matches!(named.who, Who::Words(_)).then_some(named)
}

/// `a-t-on appris auprès de X`, `indique-t-on de source judiciaire`, `balaie-t-on dans l'entourage de X`.
fn impersonal(scene: &Scene<'_>, cue: &Cue, limit: usize) -> Named {
    // `a-t-on précisé de même source`: whoever spoke last.
    if scene.one_of(cue.end, closed!["source"]) {
        return Named::impersonal(Who::Running, cue.end + 1, Adjuncts::new(), 8);
    }
    let (mut at, mut adjuncts) = (cue.end, Adjuncts::new());
    for _ in 0..6 {
        if let Some(phrase) = origin(scene, at, limit) {
            return Named::impersonal(Who::Words(phrase), phrase.run.end, adjuncts, 12);
        }
        let next = scene.adjunct(at, limit, &mut adjuncts);
        if next == at {
            break;
        }
        at = next;
    }
    Named::impersonal(Who::Running, at, adjuncts, 2)
}

/// Where `on` has it from: a source without a name, or a person or body behind a preposition of place.
fn origin(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Phrase> {
    // `de source judiciaire`: one prepositional cue.
    if scene.one_of(at, closed!["de source", "de sources"])
        || scene.one_of(at, closed!["de", "d'"]) && scene.is(at + 1, Classes::ANON)
    {
        return Some(source_phrase(at, source_end(scene, at, limit)));
    }
    let place = scene.is(at, Classes::PREP)
        && !scene.is(at, Classes::TIME)
        && scene.time_phrase(at, limit).is_none();
    if !place || scene.one_of(at, closed!["en", "par", "avant", "après", "depuis"]) {
        return None;
    }
    let np = scene.noun(at + 1, limit)?;
    let mut phrase = Phrase::plain(np);
    phrase.run.end = scene.long_phrase_end(&np, limit);
    Some(phrase)
}

/// Tells whether the verb has the number of its subject. After `une trentaine d'élus` it may take that of the persons counted; `des`
/// could as well be `de` with an article, and nothing but the number tells.
fn agrees(scene: &Scene<'_>, cue: &Cue, phrase: &Phrase) -> bool {
    let number = Classes::PLURAL.or(Classes::SINGULAR);
    let np = &phrase.main;
    let (verb, noun) = (scene.agreement(cue) & number, np.agreement & number);
    let same = verb == Classes::NONE || noun.0.count_ones() != 1 || verb == noun;
    if scene.indefinite_plural(np.start) {
        return same;
    }
    let counted = scene.is(np.start, Classes::INDEF)
        && scene.holds(Run::new(np.start + 1, np.end), Classes::DE);
    same || counted || phrase.run.end > np.end
}

/// A time cannot be the subject.
fn only_time(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    (phrase.run.start..phrase.run.end)
        .all(|i| scene.is(i, Classes::TIME) || scene.kind(i) == Kind::Number)
        || scene.is(phrase.main.head, Classes::TIME) && phrase.main.end == phrase.main.head + 1
}

impl Scene<'_> {
    /// Tells whether an inverted token is this pronoun.
    #[must_use]
    pub(super) fn among_inverted(&self, at: usize, pronoun: &str) -> bool {
        self.word(at)
            .trim_start_matches(['-', 't', 'T'])
            .trim_start_matches('-')
            .eq_ignore_ascii_case(pronoun)
    }
}
