//! Between sentences: who goes on speaking, and what a quotation without a cue belongs to.
//!
//! In: the readings of each sentence in order. Out: [`Statement`]s with their speakers: in « « A », a dit Mme Roy. « B. » »
//! the second quotation continues the first, and « Elle a ajouté que C » finds Mme Roy again.

mod announcement;
pub(crate) mod marks;
mod quotes;

use crate::analysis::Source;
use crate::article::{BlockKind, Layout};
use crate::attribute::{Reading, Who};
use crate::contract::SourceType;
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;
use crate::resolve::names::{Described, describe};

/// A reading with its speaker.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// The reading.
    pub reading: Reading,
    /// Who speaks.
    pub source: Option<Source>,
    /// Index of the sentence.
    pub sentence: usize,
    /// The statement that this one continues without a cue of its own.
    pub continues: Option<usize>,
}

/// A phrase of the article that may be a mention, described once.
#[derive(Clone, Debug)]
pub(crate) struct Mentioned {
    phrase: Phrase,
    described: Described,
}

/// Notes the phrases of a sentence and learns all names, before anybody is resolved: the fullest name may come later.
pub(crate) fn learn_names(scene: &Scene<'_>, register: &mut Register, out: &mut Vec<Mentioned>) {
    each_phrase(scene, |phrase| {
        let described = describe(scene, &phrase);
        register.learn(&described, scene.words());
        let d = &described;
        let speaks = d.name.is_some()
            || d.outlet.is_some()
            || !d.roles.is_empty()
            || matches!(d.kind, SourceType::Government | SourceType::Institution);
        if (speaks || d.pronoun)
            && !(d.possessive && d.name.is_none())
            && d.kind != SourceType::Document
            && scene.level(phrase.run.start) == 0
        {
            out.push(Mentioned { phrase, described });
        }
    });
}

/// Goes through the noun phrases of a sentence that may be mentions.
fn each_phrase(scene: &Scene<'_>, mut visit: impl FnMut(Phrase)) {
    let mut at = scene.sentence.start;
    while at < scene.sentence.end {
        let starts = scene.token(at).is_some_and(|t| {
            t.kind == Kind::Word
                && (t.is(Classes::DET.or(Classes::TITLE).or(Classes::ROLE)) || t.capital())
                || personal(scene, at)
        });
        let starts = starts && may_name(scene, at);
        let Some(np) = (if starts {
            scene.noun(at, scene.sentence.end)
        } else {
            None
        }) else {
            at += 1;
            continue;
        };
        let mut phrase = Phrase::plain(np);
        if scene.kind(np.end) == Kind::Comma
            && let Some(second) = scene.noun(np.end + 1, scene.sentence.end)
            && apposed(scene, &np, &second)
        {
            phrase.apposition = Some(second);
        }
        visit(phrase);
        at = phrase.apposition.map_or(np.end, |a| a.end).max(at + 1);
        inner_names(scene, &np, &mut visit);
    }
}

/// A quick look ahead: a capital, a role, a body or a pronoun among the next words, before the phrase is read.
fn may_name(scene: &Scene<'_>, at: usize) -> bool {
    let naming = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::MEDIA)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::SEAT)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::SUBJ);
    (at..(at + 9).min(scene.sentence.end))
        .take_while(|i| *i == at || !scene.is(*i, Classes::FINITE))
        .any(|i| {
            scene
                .tokens
                .get(i)
                .is_some_and(|t| t.kind == Kind::Word && (t.is(naming) || t.capital()))
        })
}

/// `il`, `elle` as subject of the narrator's sentence; `il y a`, `il faut`, `il s'agit` name nobody.
fn personal(scene: &Scene<'_>, at: usize) -> bool {
    let pronoun = scene.among(at, &["il", "elle", "ils", "elles"])
        && scene.is(at, Classes::SUBJ)
        && scene.level(at) == 0;
    let impersonal = scene.among(at, &["il"])
        && (scene.among(
            at + 1,
            &["y", "faut", "fallait", "faudra", "faudrait", "s'"],
        ) || scene.is(at + 1, Classes::ETRE));
    pronoun && !impersonal
}

/// A name inside a longer phrase: `le discours de Jean-Marc Ayrault`.
fn inner_names(scene: &Scene<'_>, np: &NounPhrase, visit: &mut impl FnMut(Phrase)) {
    for at in np.start + 1..np.end {
        if scene.is(at, Classes::DE)
            && let Some(inner) = scene.noun(at + 1, np.end)
        {
            visit(Phrase::plain(inner));
        }
    }
}

fn apposed(scene: &Scene<'_>, first: &NounPhrase, second: &NounPhrase) -> bool {
    let role = |np: &NounPhrase| scene.is(np.head, Classes::ROLE);
    let proper = |np: &NounPhrase| {
        np.sort == Sort::Proper && scene.token(np.start).is_some_and(Token::capital)
    };
    let closed = matches!(
        scene.kind(second.end),
        Kind::Comma | Kind::Period | Kind::Break | Kind::ParenOpen | Kind::Close
    ) || scene.is(
        second.end,
        Classes::PREP.or(Classes::REL).or(Classes::FINITE),
    );
    closed && (role(first) && proper(second) || proper(first) && role(second))
}

/// Resolves the readings of one sentence and what stands without a cue in it.
pub(crate) fn follow(
    scene: &Scene<'_>,
    at: Place<'_>,
    readings: Vec<Reading>,
    register: &mut Register,
    out: &mut Vec<Statement>,
) {
    let heading = at
        .layout
        .blocks
        .get(scene.sentence.block)
        .is_some_and(|b| b.kind == BlockKind::Heading);
    let first = out.len();
    let mut readings = readings;
    if !out.iter().any(|s| s.sentence + 1 == at.number)
        && let Some(reading) = announcement::read(scene, at.before)
    {
        readings.insert(0, reading);
    }
    let mut order: Vec<usize> = (0..readings.len()).collect();
    order.sort_by_key(|i| {
        readings
            .get(*i)
            .map_or(0, |r| r.cue.map_or(r.extent().start, |c| c.start))
    });
    let mut sources: Vec<Option<Source>> = vec![None; readings.len()];
    let mut mentions = at.mentioned.iter().peekable();
    for i in order {
        let Some(reading) = readings.get(i) else {
            continue;
        };
        let upto = source_start(reading).unwrap_or(scene.sentence.start);
        while let Some(m) = mentions.next_if(|m| m.phrase.run.start < upto) {
            mention(scene, m, &readings, register);
        }
        let source = resolve(scene, reading, &readings, &sources, register);
        if let Some(place) = sources.get_mut(i) {
            *place = source;
        }
    }
    for (reading, source) in readings.iter().zip(&sources) {
        if let Some(entity) = source.and_then(|s| s.entity) {
            register.spoke(
                entity,
                reading.cue.map_or(reading.extent().start, |c| c.start),
            );
        }
    }
    for m in mentions {
        mention(scene, m, &readings, register);
    }
    out.extend(
        readings
            .into_iter()
            .zip(sources)
            .map(|(reading, source)| Statement {
                reading,
                source,
                sentence: at.number,
                continues: None,
            }),
    );
    quotes::attach(scene, at.number, first, at.layout, register, out);
    if heading {
        register.reset_salience();
    }
}

/// Where a sentence stands in its article.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// Index of the sentence.
    pub number: usize,
    /// The sentence before.
    pub before: Option<crate::lex::Sentence>,
    /// Blocks of the article.
    pub layout: &'a Layout,
    /// Mentions of the sentence.
    pub mentioned: &'a [Mentioned],
}

/// Notes one mention; inside what somebody says it is no subject of the story.
fn mention(scene: &Scene<'_>, m: &Mentioned, readings: &[Reading], register: &mut Register) {
    let at = m.phrase.run.start;
    let said = readings
        .iter()
        .any(|r| r.content.iter().any(|c| (c.start..c.end).contains(&at)));
    if m.described.doubtful && register.learn(&m.described, scene.words()).is_none() {
        return;
    }
    if let Some(entity) = register.resolve(&m.described, at, scene.words()) {
        let object = scene.before(at).is_some_and(|t| {
            t.is(Classes::PREP
                .or(Classes::DE)
                .or(Classes::FINITE)
                .or(Classes::PPART)
                .or(Classes::INF))
        });
        register.mention(entity, at, !object && !said);
    }
}

/// Tells whether a phrase names somebody who can speak.
fn can_speak(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let d = describe(scene, phrase);
    d.name.is_some()
        || d.outlet.is_some()
        || !d.roles.is_empty()
        || matches!(
            d.kind,
            SourceType::Government | SourceType::Institution | SourceType::Anonymous
        )
}

fn source_start(reading: &Reading) -> Option<usize> {
    match reading.who {
        Who::Words(p) => Some(p.run.start),
        Who::Inverted(at) => Some(at),
        _ => reading.cue.map(|c| c.start),
    }
}

fn resolve(
    scene: &Scene<'_>,
    reading: &Reading,
    readings: &[Reading],
    sources: &[Option<Source>],
    register: &mut Register,
) -> Option<Source> {
    match reading.who {
        Who::Words(phrase) => {
            let d = describe(scene, &phrase);
            let entity = register.resolve(&d, phrase.run.start, scene.words());
            let span = Some(scene.span(phrase.run));
            let kind = kind_of(register, entity, d.kind);
            Some(Source { span, entity, kind })
        }
        Who::Inverted(at) => {
            let np = NounPhrase {
                start: at,
                end: at + 1,
                head: at,
                agreement: scene.token(at).map_or(Classes::NONE, |t| t.classes),
                sort: Sort::Pronoun,
            };
            let d = describe(scene, &Phrase::plain(np));
            let entity = register.resolve(&d, at, scene.words());
            let span = scene.token(at).map(|t| pronoun_span(scene.text, t.span));
            Some(Source {
                span,
                entity,
                kind: kind_of(register, entity, SourceType::Unknown),
            })
        }
        Who::SameAs(cue) => readings
            .iter()
            .zip(sources)
            .find(|(r, _)| r.cue.is_some_and(|c| c.start == cue))
            .and_then(|(_, s)| *s)
            .or_else(|| fallback(scene, cue, register)),
        Who::Running => register.speaker().map(|entity| Source {
            span: None,
            entity: Some(entity),
            kind: kind_of(register, Some(entity), SourceType::Unknown),
        }),
        Who::Nobody => None,
    }
}

/// The cue that lends its source was not kept as a reading: its subject is read again.
fn fallback(scene: &Scene<'_>, cue: usize, register: &mut Register) -> Option<Source> {
    let group = scene.cues.iter().find(|c| c.start == cue)?;
    let phrase = match scene.subject_before(group.start) {
        crate::pieces::subject::Subject::Phrase(p)
        | crate::pieces::subject::Subject::Relative(Some(p)) => p,
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

fn kind_of(register: &Register, entity: Option<usize>, fallback: SourceType) -> SourceType {
    entity
        .and_then(|e| register.entities.get(e))
        .map_or(fallback, |e| {
            if e.kind == SourceType::Unknown {
                fallback
            } else {
                e.kind
            }
        })
}

/// `-t-il` names its source by `il` alone.
fn pronoun_span(text: &str, span: crate::span::Span) -> crate::span::Span {
    let word = span.of(text);
    let bare = word.trim_start_matches('-');
    let bare = bare.strip_prefix("t-").unwrap_or(bare);
    crate::span::Span::new(span.end - bare.len() as u32, span.end)
}

/// Gives the run of tokens that a mark holds, marks included.
fn mark_run(scene: &Scene<'_>, open: usize) -> Option<Run> {
    scene
        .pair_at(open)
        .map(|(_, p)| Run::new(open, p.close + 1))
}
