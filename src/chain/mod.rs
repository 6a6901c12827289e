//! Chains: nested reports fold into relays, and the agency that the sentence names is noted.
//!
//! In: the statements of an article. Out: the same, with relays nearest to the speaker first: « Selon KCNA, M. Kim a salué « X » »
//! is one claim of M. Kim with the relay KCNA.

mod media;

use std::ops::Range;

use smallvec::SmallVec;

use crate::analysis::Source;
use crate::contract::SourceType;
use crate::discourse::{Relayed, Statement};
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::Closed;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::Cue;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;
use crate::resolve::names::describe;
use crate::resolve::outlets::Outlet;
use media::{Named, may_name, media_outside, relay};

/// Folds the statements of one sentence, which stand at `own`; gives where the next sentence begins.
pub(crate) fn fold(
    scene: &Scene<'_>,
    statements: &mut Vec<Statement>,
    own: Range<usize>,
    register: &mut Register,
) -> usize {
    // Most sentences have no statement, and name no medium that a later one could mean.
    if own.is_empty() && !may_name(scene) {
        return own.end;
    }
    let end = own.end - unnest(statements, own.clone(), register);
    let (before, rest) = statements.split_at_mut(own.start);
    let folded = rest.get_mut(..end - own.start).unwrap_or(&mut []);
    if may_cite(scene) {
        for one in &mut *folded {
            citing(scene, one, register);
        }
    }
    let named = if may_name(scene) {
        media_outside(scene, folded, register)
    } else {
        Vec::new()
    };
    for one in &mut *folded {
        through(one, &named, register);
    }
    carry_over(folded, before);
    end
}

/// Folds the reports of a sentence that hold others, and tells how many went.
fn unnest(statements: &mut Vec<Statement>, own: Range<usize>, register: &Register) -> usize {
    let start = own.start;
    if own.len() < 2 {
        return 0;
    }
    let dropped = nested(statements.get_mut(own).unwrap_or(&mut []), register);
    for outer in dropped.iter().rev() {
        statements.remove(start + outer);
    }
    dropped.len()
}

/// Notes the agency or medium of a statement: its source, one named beside it, or a relay.
fn through(one: &mut Statement, named: &[Named], register: &Register) {
    let source = one.source.filter(|s| s.span.is_some());
    one.agency = source.and_then(|s| outlet(register, s));
    for found in named {
        relay(one, found);
    }
    if one.agency.is_none() {
        let mut relays = one.relays.iter().rev();
        one.agency = relays.find_map(|r| outlet(register, r.source));
    }
}

/// A quotation that continues without a cue keeps the chain of the statement before.
fn carry_over(folded: &mut [Statement], before: &[Statement]) {
    let who = |s: &Statement| s.source.map(|s| s.entity);
    for one in folded.iter_mut().filter(|s| s.continues) {
        if let Some(last) = before.last().filter(|last| who(last) == who(one)) {
            one.agency = last.agency;
            one.relays.clone_from(&last.relays);
        }
    }
}

/// Lets inner reports take their medium as relay, and names the outer readings that fold away.
fn nested(chained: &mut [Statement], register: &Register) -> SmallVec<[usize; 4]> {
    let mut dropped = SmallVec::new();
    for outer in 0..chained.len() {
        for inner in 0..chained.len() {
            if outer == inner || dropped.contains(&outer) {
                continue;
            }
            let (Some(o), Some(i)) = (chained.get(outer), chained.get(inner)) else {
                continue;
            };
            if !holds(o, i) {
                continue;
            }
            let (Some(source), cue) = (o.source, o.reading.cue) else {
                continue;
            };
            let medium = is_medium(register, source);
            // `X aurait demandé à Y de P, selon une source`: whoever comments on the whole of another's report only relays it.
            let comments = o.reading.rule.starts_with("selon");
            let fold = (medium || comments) && covers(o, i);
            let inherited = o.relays.clone();
            if let Some(i) = chained.get_mut(inner) {
                i.relays.push(Relayed { cue, source });
                i.relays.extend(inherited);
            }
            if fold {
                dropped.push(outer);
            }
        }
    }
    dropped
}

fn is_medium(register: &Register, source: Source) -> bool {
    matches!(source.kind, SourceType::Agency | SourceType::Media)
        || source
            .entity
            .and_then(|e| register.entities.get(e))
            .is_some_and(|e| e.outlet.is_some())
}

/// Tells whether the cue of `inner` stands inside the content of `outer`.
fn holds(outer: &Statement, inner: &Statement) -> bool {
    let Some(cue) = inner.reading.cue else {
        return false;
    };
    outer.reading.content.iter().any(|r| r.contains(cue))
}

/// Tells whether the inner statement with its cue takes up more than six tenths of the outer content.
fn covers(outer: &Statement, inner: &Statement) -> bool {
    let size = |s: &Statement| {
        s.reading
            .content
            .iter()
            .map(|r| r.end - r.start)
            .sum::<usize>()
    };
    let words = inner.reading.cue.map_or(0, |c| c.end - c.start);
    (size(inner) + words + 3) * 10 > size(outer) * 6
}

/// `Selon TASS, citant le Kremlin, P`, `Le journal, qui cite un responsable, croit savoir que P`: the cited one speaks, the other
/// relays.
fn citing(scene: &Scene<'_>, one: &mut Statement, register: &mut Register) {
    let Some((cue, object)) = cited(scene, one) else {
        return;
    };
    let Some(np) = scene.noun(object, scene.sentence.end) else {
        return;
    };
    let mut phrase = Phrase::plain(np);
    phrase.run.end = scene.long_phrase_end(&np, scene.sentence.end);
    let d = describe(scene, &phrase);
    // `a dit X, citant la facture` names an argument, not a speaker.
    let document = d.kind == SourceType::Document;
    if !(document || crate::discourse::can_speak(scene, &phrase)) {
        return;
    }
    let entity = register.resolve(&d, phrase.run.start, scene.words());
    let source = Source {
        span: Some(scene.span(phrase.run)),
        entity,
        kind: d.kind,
    };
    if let Some(before) = one.source.replace(source) {
        one.relays.push(Relayed {
            cue: one.reading.cue,
            source: before,
        });
    }
    if (cue.start..cue.end).any(|i| scene.is(i, Classes::PRESPART)) {
        one.reading.cue = Some(cue);
    }
}

/// Finds `en se référant à X` or `qui se réfère à X` outside the content.
fn referring(scene: &Scene<'_>, from: usize, content: Run) -> Option<(Run, usize)> {
    let outside = |i: usize| i >= content.end || i < content.start && i > from;
    let mut words = (scene.sentence.start..).zip(scene.own);
    let (verb, _) =
        words.find(|(at, t)| REFERS.has(t.entry) && t.kind == Kind::Word && outside(*at))?;
    let reflexive = verb.checked_sub(1).filter(|i| scene.is(*i, Classes::SE))?;
    let gerund = reflexive
        .checked_sub(1)
        .filter(|i| scene.one_of(*i, closed!["en"]));
    let link = scene.one_of(verb + 1, closed!["à", "au", "aux"]);
    link.then(|| (Run::new(gerund.unwrap_or(reflexive), verb + 2), verb + 2))
}

/// Finds `citant X` or `qui cite X` outside the content, between the source and the content or right behind it.
fn cited(scene: &Scene<'_>, statement: &Statement) -> Option<(Run, usize)> {
    let from = statement.reading.cue?.start.min(scene_source(statement)?);
    let content = statement.reading.extent();
    for cue in scene.cues {
        let first = cue.start == scene.sentence.start;
        let tied = first || source_end(statement) == Some(cue.start);
        let outside =
            || cue.start >= content.end || cue.end <= content.start && (first || cue.start > from);
        if cites(scene, cue, tied) && outside() && scene.kind(cue.end) == Kind::Word {
            return Some((Run::new(cue.start, cue.end), cue.end));
        }
    }
    if may_refer(scene) {
        referring(scene, from, content)
    } else {
        None
    }
}

/// Tells whether a word of the sentence may cite: a participle, a verb behind a relative pronoun, or one that refers.
fn may_cite(scene: &Scene<'_>) -> bool {
    scene.anchors.word(Classes::PRESPART.or(Classes::REL)) || may_refer(scene)
}

/// Tells whether one of the verbs that refer stands behind a reflexive pronoun.
fn may_refer(scene: &Scene<'_>) -> bool {
    let pairs = || scene.own.iter().zip(scene.own.iter().skip(1));
    let refers = |(se, verb): (&Token, &Token)| se.is(Classes::SE) & REFERS.has(verb.entry);
    scene.anchors.word(Classes::SE) && pairs().any(refers)
}

/// The verbs of `se référer`.
const REFERS: Closed = closed!["référant", "réfère", "réfèrent"];

/// Tells whether a cue is `citant` behind a comma or `tied` to the source, or `cite` behind a relative pronoun.
fn cites(scene: &Scene<'_>, cue: &Cue, tied: bool) -> bool {
    let before = scene.before(cue.start);
    let comma = || tied || before.is_some_and(|t| t.kind == Kind::Comma);
    let placed = scene.is(cue.verb, Classes::PRESPART) && comma()
        || scene.is(cue.verb, Classes::FINITE) && before.is_some_and(|t| t.is(Classes::REL));
    let head = || scene.lexicon.meta().heads.get(cue.head as usize);
    placed && head().is_some_and(|h| h.infinitive == "citer")
}

fn scene_source(statement: &Statement) -> Option<usize> {
    match statement.reading.who {
        crate::attribute::Who::Words(p) => Some(p.run.start),
        crate::attribute::Who::Inverted(at) => Some(at),
        _ => None,
    }
}

/// Where the words that name the source end: `Selon Reuters | citant deux sources`.
fn source_end(statement: &Statement) -> Option<usize> {
    match statement.reading.who {
        crate::attribute::Who::Words(p) => Some(p.run.end),
        _ => None,
    }
}

/// Gives the agency or medium that a source is.
fn outlet(register: &Register, source: Source) -> Option<Outlet> {
    register.entities.get(source.entity?)?.outlet
}

#[cfg(test)]
mod tests {
    use crate::{Analyser, Article};

    fn speaker(text: &str) -> Option<String> {
        let (analyser, article) = (Analyser::new(), Article::from_text("a", text));
        let report = analyser.report(&article, &analyser.analyse(&article));
        report.claims.first()?.source.as_ref()?.entity.clone()
    }

    #[test]
    fn takes_no_cited_argument_for_a_speaker() {
        let text = "« La hausse était inévitable », défend le maire, Luc Ormel, citant la facture de chauffage.";
        assert_eq!(speaker(text).as_deref(), Some("Luc Ormel"));
        let text = "Selon TASS, citant le parquet de Sotchi, le navire a quitté le port.";
        assert_eq!(speaker(text).as_deref(), Some("le parquet de Sotchi"));
    }
}
