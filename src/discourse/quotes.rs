//! Quotations without a cue: continuations, fragments, interview turns.
//!
//! In: a sentence whose quotations nobody has claimed. Out: statements of the running speaker: « « A », a dit Léa. « B. » » is one
//! statement with two segments; after another sentence or in a new paragraph B is a statement of its own.

use super::Statement;
use crate::analysis::Source;
use crate::attribute::features::Feature;
use crate::attribute::{Reading, Who};
use crate::contract::MarkClass;
use crate::lex::marks::Pair;
use crate::lex::token::{Kind, Shape};
use crate::lexicon::Classes;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;

/// Attaches the quotations of a sentence that no reading holds.
pub(super) fn attach(
    scene: &Scene<'_>,
    number: usize,
    first: usize,
    heading: bool,
    register: &mut Register,
    out: &mut Vec<Statement>,
) {
    let mut upto = scene.sentence.start;
    for pair in pairs_of(scene) {
        if pair.open < upto || scene.kind(pair.open) != Kind::Open {
            continue;
        }
        let run = Run::new(pair.open, pair.close + 1);
        let whole = !heading && whole_sentence(scene, run);
        if whole {
            forget_own_reports(first, run, out);
        }
        if whole && !claimed(out.get(first..).unwrap_or(&[]), run) {
            continuation(scene, number, first, run, register, out);
        }
        upto = run.end.max(pair.open + 1);
    }
    if out.len() == first && !heading {
        fragment(scene, number, register, out);
    }
}

/// Tells whether one of some statements holds words of a run.
fn claimed(own: &[Statement], run: Run) -> bool {
    let mut content = own.iter().flat_map(|s| &s.reading.content);
    content.any(|c| c.overlaps(run))
}

/// The paragraphs before of a quotation that goes over several belong to whom its incise names.
pub(super) fn across(scene: &Scene<'_>, first: usize, out: &mut [Statement]) {
    let incise = out.get(first..).into_iter().flatten().find_map(|s| {
        if !is_incise(s.reading.rule) || s.source.is_none() {
            return None;
        }
        let level = scene.level(s.reading.content.first()?.start);
        (level != 0).then_some((level, s.source))
    });
    let Some((level, source)) = incise else {
        return;
    };
    for earlier in out.iter_mut().take(first).rev().take(4) {
        let same = |r: &Run| scene.tokens.get(r.start).is_some_and(|t| t.mark == level);
        let running = earlier.reading.rule == "continuation-quote";
        if !running || !earlier.reading.content.first().is_some_and(same) {
            break;
        }
        earlier.source = source.map(|s| Source { span: None, ..s });
    }
}

/// What somebody reports in a quotation that is a sentence of its own stays in it: « Personne ne nous avait dit que c'était fini. »
fn forget_own_reports(first: usize, run: Run, out: &mut Vec<Statement>) {
    let own = |s: &Statement| {
        s.reading.cue.is_some_and(|c| run.contains(c)) && !is_incise(s.reading.rule)
    };
    if !out.iter().skip(first).any(own) {
        return;
    }
    let mut at = 0;
    out.retain(|s| {
        at += 1;
        at <= first || !own(s)
    });
}

/// Gives the pairs of marks that open in the sentence.
fn pairs_of<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Pair> {
    let first = scene
        .pairs
        .partition_point(|p| p.open < scene.sentence.start);
    let end = scene.sentence.end;
    let rest = scene.pairs.get(first..).unwrap_or(&[]);
    rest.iter().take_while(move |p| p.open < end)
}

/// A narrator's sentence with a quoted fragment and no cue, right after somebody's speech in the same block, goes on in his
/// words: « La direction a répondu que non. Le calendrier reste « une insulte aux maires ». »
fn fragment(scene: &Scene<'_>, number: usize, register: &Register, out: &mut Vec<Statement>) {
    let Some(before) = out
        .last()
        .filter(|s| s.sentence + 1 == number && same_block(scene, &s.reading))
    else {
        return;
    };
    let spoke = |s: &Source| s.entity.is_some() && register.speaker() == s.entity;
    let Some(source) = before.source.filter(spoke) else {
        return;
    };
    let spoken = pairs_of(scene).any(|p| {
        let last = || {
            (p.close + 1..scene.sentence.end)
                .all(|t| !matches!(scene.kind(t), Kind::Word | Kind::Number))
        };
        scene.kind(p.open) == Kind::Open
            && p.close > p.open + 3
            && last()
            && super::marks::class(scene, p, false, false) == MarkClass::Speech
    });
    let subject = (scene.sentence.start..scene.sentence.end)
        .filter(|i| scene.level(*i) == 0)
        .any(|i| {
            scene.is(i, Classes::SUBJ)
                || scene
                    .token(i)
                    .is_some_and(|t| t.capital() && !t.shape.has(Shape::INITIAL))
        });
    if !spoken || subject {
        return;
    }
    let content = scene.trimmed(Run::new(scene.sentence.start, scene.sentence.end));
    let reading = Reading::new("fragment-continuation", None, Who::Running, vec![content])
        .with(Feature::Continues, 4);
    out.push(Statement {
        source: Some(Source {
            span: None,
            ..source
        }),
        continues: true,
        ..Statement::new(reading, number)
    });
}

/// Tells whether the quotation is the whole sentence.
fn whole_sentence(scene: &Scene<'_>, run: Run) -> bool {
    let outside = |i: usize| {
        matches!(
            scene.kind(i),
            Kind::Word | Kind::Number | Kind::Open | Kind::Inverted
        )
    };
    !(scene.sentence.start..run.start).any(outside)
        && !(run.end..scene.sentence.end).any(outside)
        && run.end - run.start > 3
}

fn continuation(
    scene: &Scene<'_>,
    number: usize,
    first: usize,
    run: Run,
    register: &mut Register,
    out: &mut Vec<Statement>,
) {
    let content = scene.trimmed(run);
    let before = first.checked_sub(1).and_then(|i| out.get(i));
    let before = before.filter(|s| s.sentence + 1 == number);
    let continues = before.is_some();
    if let Some(last) = before
        && same_block(scene, &last.reading)
        && is_incise(last.reading.rule)
    {
        let (sentence, source) = (last.sentence, last.source);
        let mut earlier = out.iter_mut().take(first).rev();
        let incise = |s: &&mut Statement| s.sentence == sentence && is_incise(s.reading.rule);
        if let Some(statement) = earlier.find(incise)
            && statement.source.map(|s| s.entity) == source.map(|s| s.entity)
        {
            statement.reading.content.push(content);
            return;
        }
    }
    let Some(speaker) = register.running(run.start) else {
        return;
    };
    let known = register.entities.get(speaker);
    let kind = known.map(|e| e.kind).unwrap_or_default();
    let reading = Reading::new("continuation-quote", None, Who::Running, vec![content])
        .with(Feature::Continues, 10);
    out.push(Statement {
        source: Some(Source {
            span: None,
            entity: Some(speaker),
            kind,
        }),
        continues,
        ..Statement::new(reading, number)
    });
    register.spoke(speaker, run.start);
}

fn is_incise(rule: &str) -> bool {
    rule.starts_with("incise")
}

fn same_block(scene: &Scene<'_>, reading: &Reading) -> bool {
    let end = reading.extent().end;
    scene
        .tokens
        .get(end..scene.sentence.start)
        .is_some_and(|t| t.iter().all(|t| t.kind != Kind::Break))
}
