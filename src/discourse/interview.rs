//! Interviews: the answers belong to the person interviewed, without a cue and mostly without marks.
//!
//! In: the scenes of an article and the statements read so far. Out: one statement for each paragraph of an answer: in « Entretien avec
//! Awa Diallo. / — Le modèle a-t-il changé ? / — Oui, du tout au tout. » she says the last line. What she reports in it stays hers, except
//! words in marks of their own.

use super::Statement;
use crate::analysis::Source;
use crate::article::{BlockKind, Layout};
use crate::attribute::features::Feature;
use crate::attribute::{Reading, Who};
use crate::contract::{SourceType, Zone};
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed;
use crate::lexicon::closed::Closed;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;
use crate::resolve::entity::{Entity, EntityId};

/// Adds the answers of an interview to the statements, in the order of the text.
pub(crate) fn answers(
    scenes: &[Scene<'_>],
    layout: &Layout,
    register: &mut Register,
    statements: &mut Vec<Statement>,
) {
    if !scenes.iter().any(asks) {
        return;
    }
    let turns = turns(scenes, layout);
    let Some(first) = turns.iter().position(|t| t.asks) else {
        return;
    };
    let asked = || turns.iter().filter(|t| t.asks);
    let dashes = turns.iter().skip(first).filter(|t| t.dash).count();
    let announced = || turns.iter().take(first).any(Turn::announces);
    if !(announced() || dashes > 3 && asked().count() > 1 && asked().any(Turn::says_you)) {
        return;
    }
    let Some(speaker) = interviewee(scenes, register, &turns, first) else {
        return;
    };
    let mut answering = false;
    for turn in turns.iter().skip(first) {
        // In a dialogue of dashes question and answer take turns, even where a question has no question mark.
        answering = match () {
            () if turn.asks => false,
            () if turn.apart() => false,
            () if turn.dash && dashes > 1 => !answering,
            () if dashes > 1 => false,
            () => true,
        };
        if answering {
            answer(turn, speaker, register, statements);
        }
        if turn.apart() {
            break;
        }
    }
    statements.sort_by_key(|s| (s.sentence, s.reading.extent().start));
}

/// One paragraph of the article.
struct Turn<'a, 'b> {
    scenes: &'a [Scene<'b>],
    /// Index of its first sentence.
    number: usize,
    asks: bool,
    dash: bool,
}

impl Turn<'_, '_> {
    /// Tells whether one of some words stands in it.
    fn holds(&self, words: Closed) -> bool {
        let holds = |s: &Scene<'_>| (s.sentence.start..s.sentence.end).any(|i| s.one_of(i, words));
        self.scenes.iter().any(holds)
    }

    fn says_you(&self) -> bool {
        self.holds(closed!["vous", "votre", "vos"])
    }

    fn announces(&self) -> bool {
        self.holds(closed!["entretien", "interview", "rencontre", "recueillis"])
    }

    /// Tells whether it is a note on the interview, no turn.
    fn apart(&self) -> bool {
        self.holds(closed!["recueillis"])
    }
}

fn turns<'a, 'b>(scenes: &'a [Scene<'b>], layout: &Layout) -> Vec<Turn<'a, 'b>> {
    let mut turns = Vec::new();
    let mut number = 0;
    for part in scenes.chunk_by(|a, b| a.sentence.block == b.sentence.block) {
        let block = part
            .first()
            .and_then(|s| layout.blocks.get(s.sentence.block));
        let prose = block.is_some_and(|b| b.kind == BlockKind::Prose && b.zone != Zone::Caption);
        if prose {
            turns.push(turn(part, number));
        }
        number += part.len();
    }
    turns
}

fn turn<'a, 'b>(scenes: &'a [Scene<'b>], number: usize) -> Turn<'a, 'b> {
    let dash = |s: &Scene<'_>| s.kind(s.sentence.start) == Kind::Dash;
    Turn {
        scenes,
        number,
        asks: scenes.last().is_some_and(asks),
        dash: scenes.first().is_some_and(dash),
    }
}

/// Tells whether a sentence ends with a question mark outside quotation marks.
fn asks(scene: &Scene<'_>) -> bool {
    if !scene.anchors.sign(Kind::Exclaim) {
        return false;
    }
    let end = (scene.sentence.start..scene.sentence.end)
        .rev()
        .find(|i| scene.kind(*i) != Kind::Break);
    end.and_then(|i| scene.token(i))
        .is_some_and(|t| t.kind == Kind::Exclaim && t.mark == 0 && t.span.of(scene.text) == "?")
}

/// A name with a colon or a full stop behind it at the start of a paragraph: `Jeanne Oriol : Pas une seconde.`
fn label(scene: &Scene<'_>) -> Option<Run> {
    let start = scene.sentence.start;
    let np = scene.noun(start, scene.sentence.end)?;
    let name = (np.start..np.end).all(|i| scene.token(i).is_some_and(Token::capital) || i == start);
    let stop = matches!(scene.kind(np.end), Kind::Colon | Kind::Period);
    (name && stop && np.end < start + 6).then(|| Run::new(np.start, np.end))
}

/// The person interviewed: the first whom the article names in full before the questions, or the one who signs the answers.
fn interviewee(
    scenes: &[Scene<'_>],
    register: &Register,
    turns: &[Turn<'_, '_>],
    first: usize,
) -> Option<EntityId> {
    let text = scenes.first()?.text;
    let upto = turns
        .get(first + 1)
        .and_then(|t| t.scenes.first())
        .map_or(0, |s| {
            s.span(Run::new(s.sentence.end, s.sentence.end)).start
        });
    let asker = |e: &Entity| {
        let before = text.get(..e.first as usize).unwrap_or_default();
        before.trim_end().ends_with("recueillis par") || before.trim_end().ends_with("par")
    };
    register
        .entities
        .iter()
        .enumerate()
        .filter(|(_, e)| {
            e.kind == SourceType::Person && !e.nameless && e.words.len() > 1 && e.first < upto
        })
        .filter(|(_, e)| !asker(e))
        .min_by_key(|(_, e)| e.first)
        .map(|(id, _)| id)
}

/// Makes one statement of a paragraph; what was read inside stays where it has marks of its own.
fn answer(
    turn: &Turn<'_, '_>,
    speaker: EntityId,
    register: &mut Register,
    statements: &mut Vec<Statement>,
) {
    let (Some(first), Some(last)) = (turn.scenes.first(), turn.scenes.last()) else {
        return;
    };
    let whole = last.at_sentence(crate::lex::Sentence {
        start: first.sentence.start,
        ..last.sentence
    });
    let label = label(first);
    // The first word behind a dash or the name of the speaker.
    let start = label.map_or(first.sentence.start + usize::from(turn.dash), |l| l.end + 1);
    let content = whole.trimmed(Run::new(start, last.sentence.end));
    if content.is_empty() {
        return;
    }
    let own = |s: &Statement| (turn.number..turn.number + turn.scenes.len()).contains(&s.sentence);
    // A name before a colon was read as such.
    if label.is_some()
        && statements
            .iter()
            .any(|s| own(s) && s.reading.rule == "colon-name")
    {
        return;
    }
    let marked = |s: &Statement| {
        s.reading.cue.is_some()
            && s.reading
                .content
                .iter()
                .all(|r| whole.level(r.start) != 0 || whole.kind(r.start) == Kind::Open)
    };
    statements.retain(|s| !own(s) || marked(s));
    register.spoke(speaker, content.start);
    let kind = SourceType::Person;
    let reading =
        Reading::new("interview-turn", None, Who::Running, [content]).with(Feature::Answer, 10);
    statements.push(Statement {
        source: Some(Source {
            span: label.map(|l| first.span(l)),
            entity: Some(speaker),
            kind,
        }),
        ..Statement::new(reading, turn.number)
    });
}
