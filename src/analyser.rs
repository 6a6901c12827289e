//! The pipeline in one place: article → lex → pieces → attribute → resolve → discourse → chain.
//!
//! In: an [`Article`]. Out: its [`Analysis`]. Build one [`Analyser`] and call it from as many threads as there are; « Selon les
//! pompiers, dix maisons ont brûlé. » gives the same result in each.

use std::sync::LazyLock;

use crate::analysis::{Analysis, Claim, Cue, Limit, Mark, Relay, Source};
use crate::article::{Article, Layout, Limits};
use crate::attribute::{self, Reading, Verb};
use crate::chain::{self, Chained};
use crate::contract::{Kind, MarkClass, Zone};
use crate::discourse::{self, Mentioned, Statement};
use crate::error::Error;
use crate::lex::token::Kind as Sign;
use crate::lex::{Lexed, Sentence};
use crate::lexicon::{Classes, Construction, Lexicon, Table, closed};
use crate::pieces::cue::{Cue as Group, Form, cues};
use crate::pieces::memo::Memo;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;
use crate::resolve::entity::Entity;
use crate::span::Span;

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(built_in);

fn built_in() -> Lexicon {
    let table = Table::new(
        include_bytes!(concat!(env!("OUT_DIR"), "/table.bin"))
            .as_slice()
            .into(),
    );
    let meta = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/meta.bin")))
        .unwrap_or_default();
    Lexicon::new(table, meta, constructions)
}

/// The constructions are decoded only when somebody asks for them.
fn constructions() -> &'static [Construction] {
    static ROWS: LazyLock<Vec<Construction>> = LazyLock::new(|| {
        postcard::from_bytes(include_bytes!(concat!(
            env!("OUT_DIR"),
            "/constructions.bin"
        )))
        .unwrap_or_default()
    });
    &ROWS
}

/// Reads articles with one set of language data.
#[derive(Debug, Clone)]
pub struct Analyser {
    lexicon: Lexicon,
    limits: Limits,
}

/// Buffers that are reused from article to article, one set per thread.
#[derive(Debug, Default)]
pub struct Scratch {
    lexed: Lexed,
    groups: Vec<Group>,
    ranges: Vec<(usize, usize)>,
    memo: Memo,
    mentioned: Vec<Mentioned>,
    mentions: Vec<(usize, usize)>,
    register: Register,
}

impl Default for Analyser {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyser {
    /// Builds an analyser with the built-in language data.
    #[must_use]
    pub fn new() -> Self {
        Self {
            lexicon: BUILT_IN.clone(),
            limits: Limits::default(),
        }
    }

    /// Builds an analyser with the rows of user files (name as given, text) on top of the built-in data.
    ///
    /// # Errors
    /// [`Error::Lexicon`] when a row is broken: the file, the line and the key.
    pub fn with_lexicon(files: &[(String, String)]) -> Result<Self, Error> {
        let lexicon = BUILT_IN
            .clone()
            .extended(files)
            .map_err(|e| Error::Lexicon {
                file: e.file,
                line: e.line,
                key: e.key,
                problem: e.problem,
            })?;
        Ok(Self {
            lexicon,
            limits: Limits::default(),
        })
    }

    /// Gives the language data.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads one article.
    #[must_use]
    pub fn analyse(&self, article: &Article) -> Analysis {
        self.analyse_with(&mut Scratch::default(), article)
    }

    /// Reads one article with reused buffers.
    #[must_use]
    pub fn analyse_with(&self, scratch: &mut Scratch, article: &Article) -> Analysis {
        let prepared = self.prepare(scratch, article);
        let Prepared {
            text,
            lexicon,
            layout,
            lexed,
            groups,
            ranges,
            memo,
            mentioned,
            mentions,
            register,
        } = prepared;
        let parts = Parts {
            text,
            lexicon,
            lexed,
            groups,
            ranges,
            memo,
        };
        let mut statements: Vec<Statement> = Vec::new();
        let mut chained = Vec::new();
        let scenes: Vec<Scene<'_>> = (0..lexed.sentences.len())
            .filter_map(|n| parts.scene(n))
            .collect();
        // One stage after the other for all sentences: the code of a stage stays in the cache of the processor.
        let mut readings: Vec<Reading> = Vec::new();
        let counts: Vec<usize> = scenes
            .iter()
            .map(|scene| {
                let before = readings.len();
                attribute::read(scene, &mut readings);
                readings.len() - before
            })
            .collect();
        let mut readings = readings.into_iter();
        for (number, (scene, count)) in scenes.iter().zip(counts).enumerate() {
            let own = mentions
                .get(number)
                .and_then(|(a, b)| mentioned.get(*a..*b))
                .unwrap_or(&[]);
            let place = discourse::Place {
                number,
                before: number
                    .checked_sub(1)
                    .and_then(|n| lexed.sentences.get(n))
                    .copied(),
                layout: &layout,
                mentioned: own,
            };
            let own = readings.by_ref().take(count).collect();
            discourse::follow(scene, place, own, register, &mut statements);
        }
        discourse::interview::answers(&scenes, &layout, register, &mut statements);
        let mut rest = statements.into_iter().peekable();
        for scene in scenes {
            let own = |s: &Statement| {
                lexed
                    .sentences
                    .get(s.sentence)
                    .is_some_and(|x| *x == scene.sentence)
            };
            let mut part = Vec::new();
            while let Some(next) = rest.next_if(own) {
                part.push(next);
            }
            let mut folded = chain::fold(&scene, part, register);
            carry_over(&mut folded, &chained);
            chained.extend(folded);
        }
        finish(&parts, &register.entities, layout, chained)
    }

    /// Lexes the article, groups its cues and learns its names.
    pub(crate) fn prepare<'a>(
        &'a self,
        scratch: &'a mut Scratch,
        article: &'a Article,
    ) -> Prepared<'a> {
        let layout = article.layout();
        let text = article.text.as_str();
        let Scratch {
            lexed,
            groups,
            ranges,
            memo,
            mentioned,
            mentions,
            register,
        } = scratch;
        lexed.read(text, &layout, &self.lexicon, &self.limits);
        groups.clear();
        ranges.clear();
        mentioned.clear();
        mentions.clear();
        register.clear();
        for sentence in &lexed.sentences {
            let start = groups.len();
            cues(text, &lexed.tokens, *sentence, &self.lexicon, groups);
            ranges.push((start, groups.len()));
        }
        memo.clear(groups.len());
        let parts = Parts {
            text,
            lexicon: &self.lexicon,
            lexed,
            groups,
            ranges,
            memo,
        };
        for number in 0..lexed.sentences.len() {
            let start = mentioned.len();
            if let Some(scene) = parts.scene(number) {
                discourse::learn_names(&scene, register, mentioned);
            }
            mentions.push((start, mentioned.len()));
        }
        Prepared {
            text,
            lexicon: &self.lexicon,
            layout,
            lexed,
            groups,
            ranges,
            memo,
            mentioned,
            mentions,
            register,
        }
    }

    /// Puts an analysis into the form of the output contract.
    #[must_use]
    pub fn report(&self, article: &Article, analysis: &Analysis) -> crate::contract::Report {
        crate::report::assemble::report(article, analysis, self.lexicon.hash())
    }
}

/// An article cut into sentences with their cue groups and names, before anything is attributed.
pub(crate) struct Prepared<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    layout: Layout,
    lexed: &'a Lexed,
    groups: &'a [Group],
    ranges: &'a [(usize, usize)],
    memo: &'a Memo,
    mentioned: &'a [Mentioned],
    mentions: &'a [(usize, usize)],
    register: &'a mut Register,
}

impl Prepared<'_> {
    /// Gives the scene of each sentence.
    pub(crate) fn scenes(&self) -> impl Iterator<Item = Scene<'_>> {
        let parts = Parts {
            text: self.text,
            lexicon: self.lexicon,
            lexed: self.lexed,
            groups: self.groups,
            ranges: self.ranges,
            memo: self.memo,
        };
        (0..self.lexed.sentences.len()).filter_map(move |n| parts.scene(n))
    }
}

/// What the scenes of an article share.
#[derive(Clone, Copy)]
struct Parts<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    lexed: &'a Lexed,
    groups: &'a [Group],
    ranges: &'a [(usize, usize)],
    memo: &'a Memo,
}

impl<'a> Parts<'a> {
    /// Gives the scene of a sentence.
    fn scene(&self, number: usize) -> Option<Scene<'a>> {
        let (start, end) = *self.ranges.get(number)?;
        let sentence = *self.lexed.sentences.get(number)?;
        Some(Scene {
            cues: self.groups.get(start..end)?,
            sentence,
            own: self.lexed.tokens.get(sentence.start..sentence.end)?,
            ..self.whole()
        })
    }

    /// Gives the article as one scene without cues.
    fn whole(&self) -> Scene<'a> {
        Scene {
            text: self.text,
            tokens: &self.lexed.tokens,
            pairs: &self.lexed.pairs,
            lexicon: self.lexicon,
            sentence: Sentence {
                start: 0,
                end: self.lexed.tokens.len(),
                block: 0,
                cut: false,
            },
            own: &self.lexed.tokens,
            cues: &[],
            memo: self.memo,
        }
    }
}

/// A quotation that continues without a cue keeps the chain of the statement before.
fn carry_over(folded: &mut [Chained], before: &[Chained]) {
    for one in folded
        .iter_mut()
        .filter(|c| c.statement.continues.is_some())
    {
        if let Some(last) = before.last().filter(|l| {
            l.statement.source.map(|s| s.entity) == one.statement.source.map(|s| s.entity)
        }) {
            one.agency.clone_from(&last.agency);
            one.relays.clone_from(&last.relays);
        }
    }
}

/// Turns runs of tokens into spans, classifies the marks and numbers everything.
fn finish(
    parts: &Parts<'_>,
    entities: &[Entity],
    layout: Layout,
    chained: Vec<Chained>,
) -> Analysis {
    let Parts {
        text,
        lexicon,
        lexed,
        ..
    } = *parts;
    let whole = parts.whole();
    let owners = mark_owners(&whole, &chained);
    let mut marks: Vec<Mark> = lexed
        .pairs
        .iter()
        .zip(&owners)
        .filter(|(p, _)| !p.inner.is_empty())
        .map(|(p, o)| Mark {
            inner: p.inner,
            class: discourse::marks::class(&whole, p, o.is_some(), o.is_some_and(|(_, w)| w)),
            claim: o.map(|(c, _)| c),
        })
        .collect();
    discourse::marks::repeat_terms(text, &mut marks);
    for mark in &mut marks {
        mark.claim = mark.claim.filter(|_| mark.class == MarkClass::Speech);
    }
    let block_zone = |at: usize| {
        let behind = lexed.sentences.partition_point(|s| s.end <= at);
        lexed
            .sentences
            .get(behind)
            .and_then(|s| layout.blocks.get(s.block))
            .map_or(Zone::Body, |b| b.zone)
    };
    let claims = chained
        .into_iter()
        .map(|c| claim(&whole, c, lexicon, &block_zone))
        .collect();
    let entities = entities
        .iter()
        .map(|e| crate::analysis::Entity {
            name: e.name.clone(),
            kind: e.kind,
            aliases: aliases(text, e),
        })
        .collect();
    let headline = layout
        .blocks
        .iter()
        .find(|b| b.zone == Zone::Headline)
        .map(|b| b.span);
    Analysis {
        claims,
        marks,
        entities,
        headline,
        limits: limits(lexed),
        layout,
    }
}

/// The other forms of a name, each once.
fn aliases(text: &str, entity: &Entity) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for form in entity.aliases.iter().map(|s| s.of(text)) {
        if form != entity.name && !forms.iter().any(|f| f == form) {
            forms.push(form.to_owned());
        }
    }
    forms
}

fn limits(lexed: &Lexed) -> Vec<Limit> {
    let mut found: Vec<Limit> = lexed.stray.iter().map(|s| Limit::Stray(*s)).collect();
    for pair in &lexed.pairs {
        if pair.reversed {
            found.push(Limit::Reversed(pair.inner));
        } else if !pair.closed {
            found.push(Limit::Unclosed(pair.inner));
        }
    }
    for s in lexed.sentences.iter().filter(|s| s.cut) {
        let span = |i: usize| lexed.tokens.get(i).map_or(Span::default(), |t| t.span);
        found.push(Limit::LongSentence(
            span(s.start).to(span(s.end.saturating_sub(1))),
        ));
    }
    found
}

/// For each pair: the statement that holds it, and whether it is the whole of a segment.
fn mark_owners(scene: &Scene<'_>, chained: &[Chained]) -> Vec<Option<(usize, bool)>> {
    scene
        .pairs
        .iter()
        .map(|p| {
            let inner = Run::new(p.open + 1, p.close.max(p.open + 1));
            chained
                .iter()
                .enumerate()
                .filter_map(|(i, c)| {
                    let run = c
                        .statement
                        .reading
                        .content
                        .iter()
                        .find(|r| r.overlaps(inner) || r.contains(Run::new(p.open, p.close)))?;
                    Some((
                        i,
                        *run == scene.trimmed(inner) || inner.contains(*run),
                        run.end - run.start,
                    ))
                })
                .min_by_key(|(_, _, size)| *size)
                .map(|(i, whole, _)| (i, whole))
        })
        .collect()
}

fn claim(scene: &Scene<'_>, c: Chained, lexicon: &Lexicon, zone: &impl Fn(usize) -> Zone) -> Claim {
    let Statement {
        reading, source, ..
    } = c.statement;
    let content: Vec<Span> = reading.content.iter().map(|r| scene.span(*r)).collect();
    let (kind, quotes) = kind(scene, &reading);
    let conditional = unconfirmed(scene, &reading);
    let lemma = lemma(scene, &reading, lexicon);
    let relays = c
        .relays
        .into_iter()
        .map(|(run, relay)| Relay {
            cue: run.map(|r| Cue {
                span: scene.span(r),
                lemma: scene.span(r).of(scene.text).to_lowercase(),
            }),
            ..relay
        })
        .collect();
    Claim {
        kind,
        quotes,
        cue: reading.cue.map(|r| Cue {
            span: scene.span(r),
            lemma,
        }),
        source,
        relays,
        agency: c.agency,
        zone: zone(reading.extent().start),
        conditional,
        negated: reading.verb.is_some_and(|v| v.negated),
        rule: reading.rule,
        confidence: confidence(&reading, source),
        basis: reading
            .features
            .iter()
            .map(|(f, w)| (f.name(), i32::from(*w)))
            .collect(),
        content,
    }
}

fn lemma(scene: &Scene<'_>, reading: &Reading, lexicon: &Lexicon) -> String {
    let from_verb = reading.verb.and_then(|v| {
        lexicon
            .meta()
            .heads
            .get(v.head as usize)?
            .rows
            .get(v.row as usize)
            .map(|r| r.lemma.clone())
    });
    from_verb.unwrap_or_else(|| {
        reading.cue.map_or(String::new(), |r| {
            scene.span(r).of(scene.text).to_lowercase()
        })
    })
}

fn kind(scene: &Scene<'_>, reading: &Reading) -> (Kind, Vec<Span>) {
    let mut quotes = Vec::new();
    let mut direct = true;
    for run in &reading.content {
        let level = scene
            .level(run.start)
            .max(u16::from(scene.kind(run.start) == Sign::Open) * scene.level(run.start));
        let mark = level
            .checked_sub(1)
            .and_then(|i| scene.pairs.get(i as usize))
            .filter(|p| p.open < run.start && p.close >= run.end.saturating_sub(1));
        if mark.is_some() {
            quotes.push(scene.span(*run));
            continue;
        }
        direct = false;
        let mut at = run.start;
        while at < run.end {
            if let Some((_, p)) = scene.pair_at(at) {
                quotes.push(p.inner);
            }
            at = scene.step(at);
        }
    }
    let narrator = matches!(
        reading.rule,
        "que-clause"
            | "participle-que"
            | "quoted-object"
            | "infinitive-de"
            | "infinitive-bare"
            | "infinitive-a"
            | "coordinated-cue"
    );
    let kind = match () {
        () if matches!(reading.rule, "dialogue-dash" | "interview-turn") => Kind::Direct,
        () if direct && narrator => Kind::Mixed,
        () if direct => Kind::Direct,
        () if !quotes.is_empty() => Kind::Mixed,
        () => Kind::Indirect,
    };
    (kind, quotes)
}

/// The journalistic conditional: a conditional verb of the content outside marks, without a `si`-clause, polite or modal form.
fn unconfirmed(scene: &Scene<'_>, reading: &Reading) -> bool {
    if reading.verb.is_some_and(|v| v.conditional && v.compound) {
        return true;
    }
    let past = reading
        .verb
        .is_some_and(|v| v.form != Form::Finite || is_past(scene, &v))
        && matches!(
            reading.rule,
            "que-clause" | "participle-que" | "coordinated-cue" | "gerund" | "infinitive-tail"
        );
    for run in &reading.content {
        if (run.start..run.end)
            .any(|i| scene.one_of(i, closed!["si", "s'"]) && !scene.is(i, Classes::ADV))
        {
            continue;
        }
        let level = scene.level(run.start);
        let mut at = run.start;
        while at < run.end {
            if scene.is(at, Classes::COND)
                && !scene.is(at, Classes::FUTURE)
                && scene.level(at) == level
            {
                // With `être` it may be a passive that is still to come (`seraient versées`): the future in the past.
                let compound = scene.is(at, Classes::AVOIR)
                    && (at + 1..at + 4).any(|i| scene.is(i, Classes::PPART));
                let modal = [
                    "pourrait",
                    "pourraient",
                    "devrait",
                    "devraient",
                    "faudrait",
                    "voudrait",
                    "aimerait",
                ]
                .contains(&scene.word(at));
                if compound || !past && !modal && level == 0 {
                    return true;
                }
            }
            at = scene.step(at);
        }
    }
    false
}

fn is_past(scene: &Scene<'_>, verb: &Verb) -> bool {
    verb.compound
        || scene.token(verb.at as usize).is_some_and(|t| {
            scene
                .lexicon
                .senses(t.entry)
                .any(|s| s.morph.mood() == 1 && matches!(s.morph.tense(), 1 | 2))
        })
}

/// Sureness of a reading: the share of readings of its tier that were right (content at 0.8 and person) on the annotated articles
/// of 2026-11, pooled over constructions that are right about equally often; the README has the table.
fn confidence(reading: &Reading, source: Option<Source>) -> f32 {
    if !source.is_some_and(|s| s.span.is_some() && s.entity.is_some()) {
        return 0.45;
    }
    match reading.rule {
        "que-clause"
        | "participle-que"
        | "incise-inverted"
        | "incise-pronoun"
        | "incise-split"
        | "selon-initial"
        | "selon-relative"
        | "infinitive-bare"
        | "gerund"
        | "infinitive-a"
        | "object-de"
        | "object-de-attribute" => 0.9,
        "quoted-object" | "coordinated-cue" | "participle-object" | "pour-initial"
        | "infinitive-de" | "infinitive-tail" | "incise-medial" | "selon-final"
        | "selon-medial" | "object-attribute" | "object-comme" | "a-en-croire" | "source-de"
        | "words-of" => 0.8,
        _ => 0.65,
    }
}
