//! REP001: an accusation of a named person or company with no reply found in the text.
//!
//! In: claims that accuse. Out: a remark where the one accused neither speaks nor was asked: « Il accuse Nadège Roy d'avoir
//! détourné des fonds. », and nothing more.

use super::context::{capital, speakers};
use super::{Context, Finds, Rule, context};
use crate::analysis::Claim;
use crate::contract::{Level, SourceType};
use crate::lexicon::Classes;
use crate::lexicon::rows::Act;
use crate::lexicon::signs::SignKind;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("REP001", Level::Check, 9, run);

const TARGETS: &[SourceType] = &[SourceType::Person, SourceType::Institution];

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for (i, claim) in c.claims() {
        let Some((name, place)) = accused(c, claim) else {
            continue;
        };
        if seen.contains(&name) || answered(c, name, i) {
            continue;
        }
        seen.push(name);
        let whole = context::place(claim).to(place);
        finds.add("rules.REP001", whole).about(i).with("name", name);
    }
}

/// Gives whom a claim accuses: the name with which its content begins.
fn accused<'a>(c: Context<'a>, claim: &Claim) -> Option<(&'a str, Span)> {
    if !matches!(c.act(claim), Some((Act::Accuse, _))) || claim.negated {
        return None;
    }
    let content = claim.content.first()?;
    let words = c.ground.within(*content);
    let start = c.ground.span(words.start, words.end.min(words.start + 8));
    let known = c.named(start, TARGETS);
    let known =
        known.and_then(|(e, place)| Some((c.analysis.entities.get(e)?.name.as_str(), place)));
    let (name, place) = known.or_else(|| bare(c, words))?;
    let own = speakers(claim).any(|s| c.name(s).contains(last(name)));
    (!own).then_some((name, place))
}

/// Gives a name without an article that opens the content and is no place: `Rajoy` in `accuse Rajoy de`.
fn bare(c: Context<'_>, words: std::ops::Range<usize>) -> Option<(&str, Span)> {
    let titles = |at: &usize| c.is(*at, Classes::TITLE) || c.ground.key(*at) == "m";
    let start = words.clone().find(|at| !titles(at))?;
    let end = words
        .skip_while(|at| *at < start)
        .find(|at| !capital(c.word(*at)))?;
    let places = [
        Classes::COUNTRY,
        Classes::CAPITAL,
        Classes::SEAT,
        Classes::PLACE,
    ];
    let place = (start..end).any(|at| places.iter().any(|class| c.is(at, *class)));
    let span = c.ground.span(start, end);
    (end > start && !place).then(|| (span.of(c.text), span))
}

fn last(name: &str) -> &str {
    name.rsplit([' ', '\u{a0}']).next().unwrap_or(name)
}

/// Looks for an answer: words of the accused, of a counsel or of those around, or the sign of one anywhere in the text.
fn answered(c: Context<'_>, name: &str, accusation: usize) -> bool {
    let whole = Span::new(0, c.text.len() as u32);
    let speaks = |(i, claim): (usize, &Claim)| {
        i != accusation
            && speakers(claim).any(|s| {
                let kin = s.span.is_some_and(|span| c.has(span, SignKind::Kin));
                kin || c.name(s).contains(last(name))
            })
    };
    c.claims().any(speaks) || c.has(whole, SignKind::Reply)
}
