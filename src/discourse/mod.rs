//! Between sentences: who goes on speaking, and what a quotation without a cue belongs to.
//!
//! In: the readings of each sentence in order. Out: [`Statement`]s with their speakers: in « « A », a dit Mme Roy. « B. » »
//! the second quotation continues the first, and « Elle a ajouté que C » finds Mme Roy again.

mod announcement;
pub(crate) mod interview;
pub(crate) mod marks;
mod mentions;
mod narrated;
mod quotes;
mod said;
mod source;
mod subject;
mod voice;

use said::Said;
use smallvec::SmallVec;

use crate::analysis::Source;
use crate::article::{BlockKind, Layout};
use crate::attribute::Reading;
use crate::contract::{SourceType, Zone};
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::names::describe;
use crate::resolve::outlets::Outlet;

use crate::resolve::{Rank, Register};
pub(crate) use mentions::{Mentioned, Mentions};

/// A reading with its speaker.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// The reading.
    pub reading: Reading,
    /// Who speaks.
    pub source: Option<Source>,
    /// Index of the sentence.
    pub sentence: usize,
    /// It continues a statement before it without a cue of its own.
    pub continues: bool,
    /// Through whom it came, nearest to the speaker first; the chain fills it.
    pub relays: Vec<Relayed>,
    /// Agency or medium named in the chain.
    pub agency: Option<Outlet>,
}

/// A further source of a chain, with the run of the cue that attributes to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Relayed {
    /// The cue.
    pub cue: Option<Run>,
    /// Who relays.
    pub source: Source,
}

impl Statement {
    /// Takes a reading of a sentence; nobody is known to have said it yet.
    fn new(reading: Reading, sentence: usize) -> Self {
        Self {
            reading,
            source: None,
            sentence,
            continues: false,
            relays: Vec::new(),
            agency: None,
        }
    }
}

/// Resolves the readings of one sentence and what stands without a cue in it.
pub(crate) fn follow(
    scene: &Scene<'_>,
    at: Place<'_>,
    readings: impl ExactSizeIterator<Item = Reading>,
    register: &mut Register,
    out: &mut Vec<Statement>,
) {
    let block = at.layout.blocks.get(scene.sentence.block);
    let heading = block.is_some_and(|b| b.kind == BlockKind::Heading || b.zone == Zone::Headline);
    let told = told_of_the_last(scene, &at, out);
    let first = out.len();
    // In most sentences nobody speaks.
    if readings.len() != 0 || told.is_some() {
        out.extend(readings.map(|reading| Statement::new(reading, at.number)));
        if let Some(reading) = told {
            tell(reading, at.number, first, out);
        }
        spoken(
            scene,
            &at,
            out.get_mut(first..).unwrap_or(&mut []),
            register,
        );
    } else {
        note(scene, at.mentioned, &Said::NOTHING, register);
    }
    if scene.anchors.sign(Kind::Open) {
        quotes::attach(scene, at.number, first, heading, register, out);
    }
    if out.len() > first {
        quotes::across(scene, first, out);
    }
    for (end, entity) in register.met() {
        voice::named_behind(out, end, entity);
    }
    if heading {
        register.reset_salience();
    }
}

/// Reads who said the sentence before, or the quotation that this one begins with; what that puts right is taken back.
fn told_of_the_last(
    scene: &Scene<'_>,
    at: &Place<'_>,
    out: &mut Vec<Statement>,
) -> Option<Reading> {
    let told = match out.last().filter(|s| s.sentence + 1 == at.number) {
        None => announcement::read(scene, at.before),
        // A new person takes the word: the quotation before was not the last speaker's.
        Some(s) if s.reading.rule == "continuation-quote" => {
            announcement::introduced(scene, at.before).or_else(|| {
                announcement::read(scene, at.before).filter(|r| r.rule == "block-signature")
            })
        }
        Some(_) => None,
    }?;
    if out.last().is_some_and(|s| {
        s.reading.content == told.content
            || s.sentence + 1 == at.number && told.rule == "block-signature"
    }) {
        out.pop();
    }
    Some(told)
}

/// Puts what a sentence tells of the one before in front of its own statements, unless they say the same.
fn tell(told: Reading, number: usize, first: usize, out: &mut Vec<Statement>) {
    let own = out.get(first..).unwrap_or(&[]);
    let taken = |s: &Statement| s.reading.extent().overlaps(told.extent());
    if !own.iter().any(taken) {
        out.insert(first, Statement::new(told, number));
    }
}

/// Notes the mentions of a sentence in which somebody speaks, and finds who.
fn spoken(scene: &Scene<'_>, at: &Place<'_>, own: &mut [Statement], register: &mut Register) {
    if own.is_empty() {
        return note(scene, at.mentioned, &Said::NOTHING, register);
    }
    let said = Said::of(scene, own);
    let rest = speakers(scene, own, &said, at.mentioned, register);
    voice::subject_before(scene, at.before, own, register);
    note(scene, rest, &said, register);
}

/// Resolves the sources of the readings of a sentence, each behind the mentions before it; gives the mentions behind all of them.
fn speakers<'a>(
    scene: &Scene<'_>,
    own: &mut [Statement],
    said: &Said,
    mentioned: &'a [Mentioned],
    register: &mut Register,
) -> &'a [Mentioned] {
    let mut rest = mentioned;
    let mut order: SmallVec<[(usize, usize); 8]> = SmallVec::new();
    if let [_, _, ..] = own {
        order.extend(own.iter().map(|s| place_of(&s.reading)).zip(0..));
        order.sort_unstable();
    }
    for n in 0..own.len() {
        let i = order.get(n).map_or(n, |(_, i)| *i);
        let Some(reading) = own.get(i).map(|s| &s.reading) else {
            continue;
        };
        let place = place_of(reading);
        let upto = source::start(reading).unwrap_or(scene.sentence.start);
        let before = rest.iter().take_while(|m| m.phrase.run.start < upto);
        let (before, behind) = rest.split_at(before.count());
        note(scene, before, said, register);
        rest = behind;
        let source = source::resolve(scene, reading, own, mentioned, register);
        if let Some(entity) = source.and_then(|s| s.entity) {
            register.mention(entity, place, Rank::Subject);
        }
        if let Some(statement) = own.get_mut(i) {
            statement.source = source;
        }
    }
    for statement in own {
        if let Some(entity) = statement.source.and_then(|s| s.entity) {
            register.spoke(entity, place_of(&statement.reading));
        }
    }
    rest
}

/// Notes mentions.
fn note(scene: &Scene<'_>, mentioned: &[Mentioned], said: &Said, register: &mut Register) {
    for m in mentioned {
        mention(scene, m, said, register);
    }
}

/// Gives the token at which a reading attributes.
fn place_of(reading: &Reading) -> usize {
    reading.cue.map_or(reading.extent().start, |c| c.start)
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
fn mention(scene: &Scene<'_>, m: &Mentioned, said: &Said, register: &mut Register) {
    if !m.counts {
        return;
    }
    let at = m.phrase.run.start;
    let entity = if m.described.doubtful {
        register.learn(&m.described, scene.words())
    } else {
        register.resolve(&m.described, at, scene.words())
    };
    if let Some(entity) = entity {
        let object = scene.before(at).is_some_and(|t| {
            t.is(Classes::PREP
                .or(Classes::DE)
                .or(Classes::FINITE)
                .or(Classes::PPART)
                .or(Classes::INF))
        });
        let rank = match () {
            () if said.holds(at) => Rank::Said,
            () if object && !inverted(scene, at) => Rank::Object,
            () => Rank::Subject,
        };
        register.mention(entity, at, rank);
        if rank == Rank::Object && narrated::dealt(scene, at) {
            register.dealt();
        }
        if rank == Rank::Subject && m.described.name.is_some() {
            narrated::tell(scene, m, entity, register);
        }
        narrated::join(scene, m, (entity, rank), register);
    }
}

/// `…, répond l'avocate Maud Kerleau`: the phrase is the subject of a verb of saying behind a comma or a mark.
fn inverted(scene: &Scene<'_>, at: usize) -> bool {
    let cue = scene.cues.iter().find(|c| c.end == at);
    cue.is_some_and(|c| {
        scene
            .before(c.start)
            .is_some_and(|t| matches!(t.kind, Kind::Comma | Kind::Close | Kind::Exclaim))
    })
}

/// Tells whether a phrase names somebody who can speak.
pub(crate) fn can_speak(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let d = describe(scene, phrase);
    d.name.is_some()
        || d.outlet.is_some()
        || !d.roles.is_empty()
        || matches!(
            d.kind,
            SourceType::Government | SourceType::Institution | SourceType::Anonymous
        )
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
