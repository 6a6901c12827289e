//! From statements to claims: runs of tokens become spans, marks are classified, everything is numbered.
//!
//! In: statements with their chains. Out: the [`Analysis`]: « Selon la mairie, le pont serait fermé » is one indirect claim in the
//! conditional.

mod construction;
mod kind;
mod limits;
mod marks;
mod modality;

use smallvec::SmallVec;

use crate::analyser::Parts;
use crate::analysis::{Analysis, Claim, Cue, Entities, Relay};
use crate::article::Layout;
use crate::attribute::Reading;
use crate::contract::Zone;
use crate::discourse::{Relayed, Statement};
use crate::lex::Lexed;
use crate::pieces::{Run, Scene};
use crate::resolve::entity::Entity;
use crate::resolve::outlets::{Outlet, slug};
use construction::Construction;

/// Turns the statements of an article into its analysis.
pub(crate) fn analysis(
    parts: &Parts<'_>,
    entities: &[Entity],
    layout: Layout,
    statements: &[Statement],
) -> Analysis {
    let whole = parts.whole();
    let marks = marks::classified(&whole, statements);
    let claims = statements
        .iter()
        .map(|s| claim(parts, &whole, s, zone(parts.lexed, &layout, s)))
        .collect();
    let headline = layout
        .blocks
        .iter()
        .find(|b| b.zone == Zone::Headline)
        .map(|b| b.span);
    Analysis {
        claims,
        marks,
        entities: named(entities),
        headline,
        limits: limits::met(parts.lexed),
        layout,
    }
}

/// The zone of the block in which the content of a statement begins: that of its sentence, as a rule.
fn zone(lexed: &Lexed, layout: &Layout, statement: &Statement) -> Zone {
    let at = statement.reading.extent().start;
    let own = lexed.sentences.get(statement.sentence);
    let sentence = own.filter(|s| (s.start..s.end).contains(&at)).or_else(|| {
        let behind = lexed.sentences.partition_point(|s| s.end <= at);
        lexed.sentences.get(behind)
    });
    sentence
        .and_then(|s| layout.blocks.get(s.block))
        .map_or(Zone::Body, |b| b.zone)
}

/// Gives all entities, each under its number.
fn named(entities: &[Entity]) -> Entities {
    let mut named = Entities::with_capacity(entities.len());
    for entity in entities {
        named.add(&entity.name, entity.kind, &entity.aliases);
    }
    named
}

fn claim(parts: &Parts<'_>, scene: &Scene<'_>, statement: &Statement, zone: Zone) -> Claim {
    let Statement {
        reading, source, ..
    } = statement;
    let construction = Construction::of(reading.rule);
    let anchors = parts.anchors(statement.sentence, reading.extent());
    let (kind, quotes) = kind::of(scene, reading, construction, anchors);
    Claim {
        kind,
        quotes,
        cue: reading.cue.map(|r| Cue {
            span: scene.span(r),
            lemma: lemma(scene, reading, r),
        }),
        source: *source,
        relays: relays(scene, &statement.relays),
        agency: statement.agency.and_then(|a| id(scene, a)),
        zone,
        conditional: modality::unconfirmed(scene, reading, construction, anchors),
        negated: reading.verb.is_some_and(|v| v.negated),
        rule: reading.rule,
        confidence: construction.sureness(*source),
        basis: SmallVec::from_slice(&reading.features),
        content: reading.content.iter().map(|r| scene.span(*r)).collect(),
    }
}

/// Gives the further sources of a chain; most claims have none.
fn relays(scene: &Scene<'_>, relayed: &[Relayed]) -> Vec<Relay> {
    if relayed.is_empty() {
        return Vec::new();
    }
    relayed.iter().map(|r| relay(scene, r)).collect()
}

fn relay(scene: &Scene<'_>, relayed: &Relayed) -> Relay {
    Relay {
        cue: relayed.cue.map(|r| Cue {
            span: scene.span(r),
            lemma: lower(scene, r),
        }),
        source: relayed.source,
    }
}

/// The id of an agency or medium: as the lexicon has it, or made of its name.
fn id(scene: &Scene<'_>, outlet: Outlet) -> Option<String> {
    match outlet {
        Outlet::Known(id) => scene.lexicon.name(id).map(|n| n.id.clone()),
        Outlet::Named(span) => Some(slug(span.of(scene.text))),
    }
}

/// The lemma of a verb, else the words of the cue in small letters.
fn lemma(scene: &Scene<'_>, reading: &Reading, cue: Run) -> String {
    let row = reading.verb.and_then(|v| {
        let head = scene.lexicon.meta().heads.get(v.head as usize)?;
        head.rows.get(v.row as usize)
    });
    row.map_or_else(|| lower(scene, cue), |r| r.lemma.clone())
}

fn lower(scene: &Scene<'_>, run: Run) -> String {
    scene.span(run).of(scene.text).to_lowercase()
}
