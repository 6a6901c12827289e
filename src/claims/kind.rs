//! Direct, mixed or indirect.
//!
//! In: a reading. Out: the kind of the claim and its quotations: « Il a promis « un effort » » is mixed.

use super::construction::Construction;
use crate::analysis::Spans;
use crate::attribute::Reading;
use crate::contract::Kind as Words;
use crate::lex::token::Kind;
use crate::pieces::anchors::Anchors;
use crate::pieces::{Run, Scene};

/// Tells in whose words a reading of a construction is, and gives its quotations.
pub(super) fn of(
    scene: &Scene<'_>,
    reading: &Reading,
    construction: Construction,
    anchors: Anchors,
) -> (Words, Spans) {
    let (direct, quotes) = quotes(scene, reading, anchors);
    let kind = if construction.turn || direct && !construction.narrator {
        Words::Direct
    } else if direct || !quotes.is_empty() {
        Words::Mixed
    } else {
        Words::Indirect
    };
    (kind, quotes)
}

/// Gives the quotations of a reading, and whether it has nothing else.
fn quotes(scene: &Scene<'_>, reading: &Reading, anchors: Anchors) -> (bool, Spans) {
    let mut quotes = Spans::new();
    let mut direct = true;
    for run in &reading.content {
        if marked(scene, *run) {
            quotes.push(scene.span(*run));
            continue;
        }
        direct = false;
        if !anchors.sign(Kind::Open) {
            continue;
        }
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
