//! Direct, mixed or indirect.
//!
//! In: a reading. Out: the kind of the claim and its quotations: « Il a promis « un effort » » is mixed.

use crate::attribute::Reading;
use crate::contract::Kind as Words;
use crate::lex::token::Kind;
use crate::pieces::{Run, Scene};
use crate::span::Span;

/// Tells in whose words a reading is.
pub(super) fn of(scene: &Scene<'_>, reading: &Reading) -> (Words, Vec<Span>) {
    let (direct, quotes) = quotes(scene, reading);
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
    let turn = matches!(reading.rule, "dialogue-dash" | "interview-turn");
    let kind = if turn || direct && !narrator {
        Words::Direct
    } else if direct || !quotes.is_empty() {
        Words::Mixed
    } else {
        Words::Indirect
    };
    (kind, quotes)
}

/// Gives the quotations of a reading, and whether it has nothing else.
fn quotes(scene: &Scene<'_>, reading: &Reading) -> (bool, Vec<Span>) {
    let mut quotes = Vec::new();
    let mut direct = true;
    for run in &reading.content {
        if marked(scene, *run) {
            quotes.push(scene.span(*run));
            continue;
        }
        direct = false;
        let mut at = run.start;
        let behind = scene.pairs.partition_point(|p| p.open < at);
        let pairs = scene.pairs.iter().skip(behind);
        for pair in pairs.take_while(|p| p.open < run.end) {
            if pair.open >= at && scene.kind(pair.open) == Kind::Open {
                quotes.push(pair.inner);
                at = pair.close + 1;
            }
        }
    }
    (direct, quotes)
}

/// Tells whether a segment lies between the marks of one quotation.
fn marked(scene: &Scene<'_>, run: Run) -> bool {
    scene
        .level(run.start)
        .checked_sub(1)
        .and_then(|i| scene.pairs.get(i as usize))
        .is_some_and(|p| p.open < run.start && p.close >= run.end.saturating_sub(1))
}
