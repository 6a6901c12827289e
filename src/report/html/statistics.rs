//! Statistics: drawings of what many reports come to.
//!
//! In: all reports. Out: bars for sources and agencies, and for the media of the chains who controls them, according to which
//! source of which year: in « Selon KCNA, … » one claim through an agency of the State.

use std::collections::BTreeMap;

use serde::Serialize;

use super::media::{CLASSES, Control, control, country, words};
use super::{Scene, Sheet};
use crate::contract::{Claim, Kind, SourceType};
use crate::lexicon::meta::Name;
use crate::report::{Tally, ranked};

/// Bars of one drawing.
const BARS: usize = 12;
/// Height of one bar with the space around it, and width of the longest, in units of the drawing.
const STEP: usize = 26;
const LONGEST: usize = 400;
/// Code points of a label that fit beside a bar.
const LABEL: usize = 34;

/// All drawings.
#[derive(Debug, Serialize)]
pub(super) struct Statistics {
    sources: Drawing,
    agencies: Drawing,
    credits: Drawing,
    kinds: Vec<Share>,
    controls: Vec<Share>,
    /// Claims that came through no agency or medium named in the text.
    without: usize,
    conditional: usize,
    negated: usize,
    unnamed: usize,
    media: Vec<Medium>,
}

/// Bars, longest first.
#[derive(Debug, Serialize)]
struct Drawing {
    height: usize,
    bars: Vec<Bar>,
    /// Rows that have no bar.
    more: usize,
}

#[derive(Debug, Serialize)]
struct Bar {
    label: String,
    whole: String,
    count: usize,
    y: usize,
    width: usize,
    class: &'static str,
}

/// A part of a whole.
#[derive(Debug, Serialize)]
struct Share {
    class: &'static str,
    words: &'static str,
    count: usize,
    x: usize,
    width: usize,
}

/// One agency or medium with who controls it.
#[derive(Debug, Serialize)]
struct Medium {
    name: String,
    country: String,
    control: Control,
    claims: usize,
    articles: usize,
}

/// Counts and draws.
pub(super) fn statistics(scene: &Scene<'_>, sheets: &[Sheet], tally: &Tally) -> Statistics {
    let agencies = by_name(scene, &tally.agencies);
    let credits = by_name(scene, &tally.credits);
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, count) in &tally.agencies {
        *classes.entry(class(scene, id)).or_default() += count;
    }
    let kinds = [
        (Kind::Direct, "direct"),
        (Kind::Mixed, "mixed"),
        (Kind::Indirect, "indirect"),
    ];
    let kinds = kinds.map(|(kind, class)| {
        (
            class,
            super::card::kind(scene, kind).1,
            tally.kinds[kind as usize],
        )
    });
    let controls = CLASSES.map(|class| {
        let count = classes.get(class).copied().unwrap_or_default();
        (class, words(class, scene.lang), count)
    });
    Statistics {
        sources: drawing(&ranked(&tally.sources), |_| "plain"),
        agencies: drawing(&ranked(&agencies), |name| named(scene, name)),
        credits: drawing(&ranked(&credits), |name| named(scene, name)),
        kinds: shares(&kinds),
        controls: shares(&controls),
        without: tally.claims() - tally.agencies.values().sum::<usize>().min(tally.claims()),
        conditional: tally.conditional,
        negated: tally.negated,
        unnamed: tally.unnamed,
        media: media(scene, sheets),
    }
}

fn by_name(scene: &Scene<'_>, counts: &BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    let mut named = BTreeMap::new();
    for (id, count) in counts {
        *named.entry(scene.media.shown(id)).or_default() += count;
    }
    named
}

fn class(scene: &Scene<'_>, id: &str) -> &'static str {
    let row = scene.media.by_id(id);
    row.map_or("unknown", |row| control(row, scene.lang).class)
}

fn named(scene: &Scene<'_>, name: &str) -> &'static str {
    let row = scene.media.by_name(name);
    row.map_or("unknown", |row| control(row, scene.lang).class)
}

fn drawing(ranked: &[(&str, usize)], class: impl Fn(&str) -> &'static str) -> Drawing {
    let longest = ranked.first().map_or(1, |(_, count)| (*count).max(1));
    let bar = |(at, (name, count)): (usize, &(&str, usize))| Bar {
        label: short(name),
        whole: super::card::shown(name),
        count: *count,
        y: at * STEP,
        width: (count * LONGEST / longest).max(2),
        class: class(name),
    };
    let bars: Vec<_> = ranked.iter().take(BARS).enumerate().map(bar).collect();
    Drawing {
        height: bars.len() * STEP,
        more: ranked.len() - bars.len(),
        bars,
    }
}

fn short(name: &str) -> String {
    let name = super::card::shown(name);
    if name.chars().count() <= LABEL {
        return name;
    }
    let head: String = name.chars().take(LABEL - 1).collect();
    head.trim_end().to_owned() + "…"
}

/// Lays the parts side by side; parts of nothing are left out.
fn shares(parts: &[(&'static str, &'static str, usize)]) -> Vec<Share> {
    /// Width of the whole, in units of the drawing.
    const WHOLE: usize = 720;
    let sum: usize = parts.iter().map(|part| part.2).sum::<usize>().max(1);
    let mut before = 0;
    let mut shares = Vec::new();
    for (class, words, count) in parts.iter().copied().filter(|part| part.2 > 0) {
        let x = before * WHOLE / sum;
        before += count;
        let width = (before * WHOLE / sum - x).max(1);
        shares.push(Share {
            class,
            words,
            count,
            x,
            width,
        });
    }
    shares
}

/// The agencies and media of all chains, the most frequent first.
fn media(scene: &Scene<'_>, sheets: &[Sheet]) -> Vec<Medium> {
    let mut counts: BTreeMap<&str, (&Name, usize, usize)> = BTreeMap::new();
    for sheet in sheets {
        let article = &sheet.report.article;
        for claim in &sheet.report.claims {
            for row in carriers(scene, claim) {
                counts.entry(&row.id).or_insert((row, 0, 0)).1 += 1;
            }
        }
        let outlet = article
            .outlet
            .as_deref()
            .and_then(|name| scene.media.by_name(name));
        let mut rows: Vec<&Name> = article
            .credits
            .iter()
            .filter_map(|id| scene.media.by_id(id))
            .collect();
        rows.extend(outlet);
        rows.dedup_by_key(|row| &row.id);
        for row in rows {
            counts.entry(&row.id).or_insert((row, 0, 0)).2 += 1;
        }
    }
    let mut media: Vec<_> = counts
        .into_values()
        .map(|(row, claims, articles)| Medium {
            name: row.shown.clone(),
            country: country(row, scene.lang),
            control: control(row, scene.lang),
            claims,
            articles,
        })
        .collect();
    media.sort_by(|a, b| {
        (b.claims + b.articles)
            .cmp(&(a.claims + a.articles))
            .then_with(|| a.name.cmp(&b.name))
    });
    media
}

/// The agencies and media in the chain of a claim, each once.
fn carriers<'a>(scene: &Scene<'a>, claim: &Claim) -> Vec<&'a Name> {
    let sources = claim
        .source
        .iter()
        .chain(claim.relays.iter().map(|relay| &relay.source));
    let mut rows: Vec<&Name> = sources
        .filter(|source| matches!(source.kind, SourceType::Agency | SourceType::Media))
        .filter_map(|source| scene.media.by_name(crate::report::name(source)?))
        .collect();
    rows.extend(claim.agency.as_deref().and_then(|id| scene.media.by_id(id)));
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows.dedup_by_key(|row| &row.id);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lays_parts_side_by_side_to_the_full_width() {
        let parts = shares(&[("a", "A", 1), ("b", "B", 0), ("c", "C", 2)]);
        let places: Vec<_> = parts
            .iter()
            .map(|part| (part.class, part.x, part.width))
            .collect();
        assert_eq!(places, [("a", 0, 240), ("c", 240, 480)]);
    }

    #[test]
    fn shortens_long_labels_and_counts_what_has_no_bar() {
        let long = "n".repeat(50);
        let mut rows = vec![(long.as_str(), 4)];
        rows.extend([("b", 1); 14]);
        let drawing = drawing(&rows, |_| "plain");
        let first = drawing.bars.first();
        assert_eq!(first.map(|bar| bar.label.chars().count()), Some(LABEL));
        assert_eq!(first.map(|bar| bar.width), Some(LONGEST));
        assert_eq!((drawing.bars.len(), drawing.more), (BARS, 3));
    }
}
