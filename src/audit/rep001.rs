//! REP001: an accusation of a named person or company with no reply found in the text.
//!
//! In: claims that accuse. Out: a remark where the one accused neither speaks nor was asked: « Il accuse Nadège Roy d'avoir
//! détourné des fonds. », and nothing more.

use super::context::{capital, last, speakers};
use super::{Context, Finds, Rule, context};
use crate::analysis::Claim;
use crate::contract::{Level, SourceType};
use crate::lexicon::Classes;
use crate::lexicon::rows::Act;
use crate::lexicon::signs::{Head, SignKind, Word};
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
    let lemma = &claim.cue.as_ref()?.lemma;
    let accusations = &c.lexicon.sieves().accusations;
    if claim.negated || !accusations.has(Head::of(lemma)) {
        return None;
    }
    if !matches!(c.act(claim), Some((Act::Accuse, _))) {
        return None;
    }
    let content = claim.content.first()?;
    let first = c.ground.word_from(content.start);
    let eighth = c.words(*content).take(8).last().unwrap_or(first);
    let start = Span::new(first.start, eighth.end);
    let known = c.named(start, TARGETS);
    let known = known.and_then(|(e, place)| Some((c.analysis.entities.get(e)?.name, place)));
    let (name, place) = known.or_else(|| bare(c, *content))?;
    let own = speakers(claim).any(|s| c.name(s).contains(last(name)));
    (!own).then_some((name, place))
}

/// Gives a name without an article that opens the content and is no place: `Rajoy` in `accuse Rajoy de`.
fn bare(c: Context<'_>, content: Span) -> Option<(&str, Span)> {
    let title = |word: &Word| c.is(*word, Classes::TITLE) || c.key(*word) == "m";
    let mut words = c.words(content).skip_while(title);
    let mut name: Option<Span> = None;
    loop {
        let word = words.next()?;
        if !capital(word.of(c.text)) {
            break;
        }
        if PLACES.iter().any(|class| c.is(word, *class)) {
            return None;
        }
        let span = Span::new(word.start, word.end);
        name = Some(name.map_or(span, |name| name.to(span)));
    }
    name.map(|name| (name.of(c.text), name))
}

const PLACES: [Classes; 4] = [
    Classes::COUNTRY,
    Classes::CAPITAL,
    Classes::SEAT,
    Classes::PLACE,
];

/// Looks for an answer: words of the accused, of a counsel or of those around, or the sign of one anywhere in the text.
fn answered(c: Context<'_>, name: &str, accusation: usize) -> bool {
    let speaks = |(i, claim): (usize, &Claim)| {
        i != accusation
            && speakers(claim).any(|s| {
                let kin = s.span.is_some_and(|span| c.has(span, SignKind::Kin));
                kin || c.name(s).contains(last(name))
            })
    };
    c.claims().any(speaks) || c.has(c.whole(), SignKind::Reply)
}
