//! From statements to claims: runs of tokens become spans, marks are classified, everything is numbered.
//!
//! In: statements with their chains. Out: the [`Analysis`]: « Selon la mairie, le pont serait fermé » is one indirect claim in the
//! conditional.

mod kind;
mod limits;
mod marks;
mod modality;
mod sureness;

use crate::analyser::Parts;
use crate::analysis::{Analysis, Claim, Cue, Relay};
use crate::article::Layout;
use crate::attribute::Reading;
use crate::chain::Chained;
use crate::contract::Zone;
use crate::discourse::Statement;
use crate::lex::Lexed;
use crate::pieces::{Run, Scene};
use crate::resolve::entity::Entity;

/// Turns the statements of an article into its analysis.
pub(crate) fn analysis(
    parts: &Parts<'_>,
    entities: &[Entity],
    layout: Layout,
    chained: Vec<Chained>,
) -> Analysis {
    let whole = parts.whole();
    let marks = marks::classified(&whole, &chained);
    let claims = chained
        .into_iter()
        .map(|c| {
            let zone = zone(parts.lexed, &layout, c.statement.reading.extent().start);
            claim(&whole, c, zone)
        })
        .collect();
    let entities = entities.iter().map(|e| entity(parts.text, e)).collect();
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
        limits: limits::met(parts.lexed),
        layout,
    }
}

/// The zone of the block that holds a token.
fn zone(lexed: &Lexed, layout: &Layout, at: usize) -> Zone {
    let behind = lexed.sentences.partition_point(|s| s.end <= at);
    lexed
        .sentences
        .get(behind)
        .and_then(|s| layout.blocks.get(s.block))
        .map_or(Zone::Body, |b| b.zone)
}

fn entity(text: &str, entity: &Entity) -> crate::analysis::Entity {
    crate::analysis::Entity {
        name: entity.name.clone(),
        kind: entity.kind,
        aliases: aliases(text, entity),
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

fn claim(scene: &Scene<'_>, chained: Chained, zone: Zone) -> Claim {
    let Statement {
        reading, source, ..
    } = chained.statement;
    let (kind, quotes) = kind::of(scene, &reading);
    let relays = chained
        .relays
        .into_iter()
        .map(|(run, relay)| Relay {
            cue: run.map(|r| Cue {
                span: scene.span(r),
                lemma: lower(scene, r),
            }),
            ..relay
        })
        .collect();
    Claim {
        kind,
        quotes,
        cue: reading.cue.map(|r| Cue {
            span: scene.span(r),
            lemma: lemma(scene, &reading, r),
        }),
        source,
        relays,
        agency: chained.agency,
        zone,
        conditional: modality::unconfirmed(scene, &reading),
        negated: reading.verb.is_some_and(|v| v.negated),
        rule: reading.rule,
        confidence: sureness::of(&reading, source),
        basis: reading
            .features
            .iter()
            .map(|(f, w)| (f.name(), i32::from(*w)))
            .collect(),
        content: reading.content.iter().map(|r| scene.span(*r)).collect(),
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
