//! Text: the words of an article as neighbouring parts with the classes and numbers that the page lights up.
//!
//! In: a text with its report. Out: paragraphs of [`Part`]s, or excerpts of them: around the claim of « Il neige, dit-on à
//! Chamonix. » a few words stay, and `[…]` stands for the rest.

use std::collections::BTreeSet;

use serde::Serialize;

use super::cuts::{Cut, Layer, Role, cuts};
use super::excerpt::Keep;
use super::place::Ruler;
use crate::contract::{Claim, Cue, Finding, Kind, Level, MarkClass, Report, Source, Stretch};

/// Some words that share their classes, the number of a claim that begins here, or a gap.
#[derive(Debug, Default, Serialize, PartialEq, Eq)]
pub(super) struct Part {
    /// The words.
    words: String,
    /// Classes, none for plain words.
    class: String,
    /// Numbers of the claims whose words these are, outer before inner.
    content: String,
    cue: String,
    source: String,
    antecedent: String,
    relay: String,
    /// Number of the claim that begins here; no words.
    pin: usize,
    /// Whether the claim of the pin has a remark to check.
    grave: bool,
    /// Number of the remark that begins here and is about no claim; no words.
    place: usize,
    /// Words are left out here.
    gap: bool,
}

impl Part {
    /// What the page sees of the part besides its words.
    fn seen(&self) -> [&str; 6] {
        [
            &self.class,
            &self.content,
            &self.cue,
            &self.source,
            &self.antecedent,
            &self.relay,
        ]
    }

    fn looks_like(&self, other: &Self) -> bool {
        let plain = self.pin == 0 && self.place == 0 && !self.gap;
        plain && self.seen() == other.seen()
    }
}

/// One paragraph.
#[derive(Debug, Default, Serialize, PartialEq, Eq)]
pub(super) struct Paragraph {
    headline: bool,
    parts: Vec<Part>,
}

/// Gives the whole text, or excerpts around what was read.
pub(super) fn paragraphs(text: &str, report: &Report, excerpts: bool) -> Vec<Paragraph> {
    let ruler = Ruler::new(text);
    let layers = layers(&ruler, report);
    let (pins, grave) = (pins(report), grave(report));
    let cuts = cuts(ruler.length(), &layers);
    let mut writer = Writer {
        ruler: &ruler,
        report,
        cuts: &cuts,
        pins: &pins,
        grave: &grave,
        at: 0,
        pin: 0,
    };
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut keep = Keep::new(&layers, excerpts);
    for bounds in ruler.paragraphs() {
        let windows = keep.windows(&ruler, bounds);
        let parts = writer.parts(bounds, &windows);
        let words = ruler.slice(bounds.0, bounds.1);
        let headline = paragraphs.is_empty() && report.article.title.as_deref() == Some(words);
        let gap = |paragraph: &Paragraph| paragraph.parts.iter().all(|part| part.gap);
        let paragraph = Paragraph { headline, parts };
        if !(gap(&paragraph) && paragraphs.last().is_some_and(gap)) {
            paragraphs.push(paragraph);
        }
    }
    paragraphs
}

/// Something that stands before a code point: the number of a claim, or the place of a remark, both from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pin {
    Remark(usize),
    Claim(usize),
}

/// Where the first words of each claim stand, and of each remark that is about no claim, in the order of the text.
fn pins(report: &Report) -> Vec<(usize, Pin)> {
    let claims = report.claims.iter().enumerate();
    let claims = claims.filter_map(|(at, claim)| {
        let first = claim.content.first()?;
        Some((first.start as usize, Pin::Claim(at + 1)))
    });
    // Limits may come by the thousand, and the page counts those in a row that say the same.
    let told = |at: usize, finding: &Finding| {
        let before = at.checked_sub(1).and_then(|at| report.findings.get(at));
        finding.level == Level::Limit
            && before.is_some_and(|b| b.code == finding.code && b.message == finding.message)
    };
    let remarks = report.findings.iter().enumerate();
    let remarks = remarks.filter(|(at, f)| f.claim.is_none() && !told(*at, f));
    let remarks = remarks.filter_map(|(at, finding)| {
        let span = finding.span.as_ref()?;
        Some((span.start as usize, Pin::Remark(at + 1)))
    });
    let mut pins: Vec<_> = claims.chain(remarks).collect();
    pins.sort_unstable();
    pins
}

/// Ids of the claims with a remark to check.
fn grave(report: &Report) -> BTreeSet<&str> {
    let check = |finding: &&Finding| finding.level == Level::Check;
    let claims = report.findings.iter().filter(check);
    claims
        .filter_map(|finding| finding.claim.as_deref())
        .collect()
}

fn layers(ruler: &Ruler<'_>, report: &Report) -> Vec<Layer> {
    let mut layers = Vec::new();
    for (at, claim) in report.claims.iter().enumerate() {
        claim_layers(ruler, report, claim, at + 1, &mut layers);
    }
    for (at, mark) in report.marks.iter().enumerate() {
        let role = match mark.class {
            MarkClass::Speech => Role::Speech,
            MarkClass::Term => Role::Term,
        };
        layers.push(layer(role, at, mark.start, mark.end));
    }
    for (at, finding) in report.findings.iter().enumerate() {
        if let Some(span) = finding
            .span
            .as_ref()
            .filter(|_| finding.level != Level::Limit)
        {
            layers.push(layer(Role::Remark, at, span.start, span.end));
        }
    }
    layers
}

fn layer(role: Role, number: usize, start: u32, end: u32) -> Layer {
    Layer {
        role,
        number,
        start: start as usize,
        end: end as usize,
    }
}

fn claim_layers(
    ruler: &Ruler<'_>,
    report: &Report,
    claim: &Claim,
    number: usize,
    layers: &mut Vec<Layer>,
) {
    let mut add = |role, start, end| layers.push(layer(role, number, start, end));
    for Stretch { start, end, .. } in &claim.content {
        add(Role::Content, *start, *end);
    }
    let words = |source: &Source| source.start.zip(source.end);
    if let Some(Cue { start, end, .. }) = &claim.cue {
        add(Role::Cue, *start, *end);
    }
    if let Some((start, end)) = claim.source.as_ref().and_then(words) {
        add(Role::Source, start, end);
    }
    for relay in &claim.relays {
        if let Some(cue) = &relay.cue {
            add(Role::Relay, cue.start, cue.end);
        }
        if let Some((start, end)) = words(&relay.source) {
            add(Role::Relay, start, end);
        }
    }
    if let Some((start, end)) = antecedent(ruler, report, claim) {
        add(Role::Antecedent, start as u32, end as u32);
    }
}

/// Where the name of the source stands, when the words at the cue are others.
pub(super) fn antecedent(
    ruler: &Ruler<'_>,
    report: &Report,
    claim: &Claim,
) -> Option<(usize, usize)> {
    let source = claim.source.as_ref()?;
    let name = source.entity.as_deref().filter(|name| !name.is_empty())?;
    let said = source.text.as_deref().unwrap_or_default();
    let entity = report
        .entities
        .iter()
        .find(|entity| source.id.as_ref() == Some(&entity.id));
    let mut names = vec![name];
    names.extend(
        entity
            .into_iter()
            .flat_map(|e| &e.aliases)
            .map(String::as_str),
    );
    names.retain(|name| name.chars().count() > 2 && *name != said);
    if said.contains(name) {
        return None;
    }
    let point = source
        .start
        .or_else(|| Some(claim.content.first()?.start))?;
    ruler.named(&names, point as usize)
}

/// Writes paragraphs in order; it never goes back.
struct Writer<'a> {
    ruler: &'a Ruler<'a>,
    report: &'a Report,
    cuts: &'a [Cut],
    pins: &'a [(usize, Pin)],
    grave: &'a BTreeSet<&'a str>,
    /// The cut that comes next.
    at: usize,
    /// The pin that comes next.
    pin: usize,
}

impl Writer<'_> {
    fn parts(&mut self, bounds: (usize, usize), windows: &[(usize, usize)]) -> Vec<Part> {
        let gap = || Part {
            gap: true,
            ..Part::default()
        };
        let mut parts = Vec::new();
        let mut from = bounds.0;
        for window in windows {
            if from < window.0 {
                parts.push(gap());
            }
            self.window(*window, &mut parts);
            from = window.1;
        }
        if from < bounds.1 {
            parts.push(gap());
        }
        parts
    }

    fn window(&mut self, (start, end): (usize, usize), parts: &mut Vec<Part>) {
        while let Some(cut) = self.cuts.get(self.at).filter(|cut| cut.start < end) {
            let (low, high) = (cut.start.max(start), cut.end.min(end));
            if low < high {
                self.pins(high, parts);
                join(parts, self.part(cut, low, high));
            }
            if cut.end > end {
                break;
            }
            self.at += 1;
        }
    }

    /// The numbers of the claims that begin before a code point.
    fn pins(&mut self, point: usize, parts: &mut Vec<Part>) {
        while let Some((_, pin)) = self.pins.get(self.pin).filter(|pin| pin.0 < point) {
            let mut part = Part::default();
            match pin {
                Pin::Remark(number) => part.place = *number,
                Pin::Claim(number) => {
                    let claim = self.report.claims.get(number - 1);
                    part.pin = *number;
                    part.grave = claim.is_some_and(|c| self.grave.contains(c.id.as_str()));
                }
            }
            parts.push(part);
            self.pin += 1;
        }
    }

    fn part(&self, cut: &Cut, start: usize, end: usize) -> Part {
        let words = self.ruler.slice(start, end);
        Part {
            words: words.chars().map(visible).collect(),
            class: self.class(cut),
            content: listed(cut.of(Role::Content)),
            cue: listed(cut.of(Role::Cue)),
            source: listed(cut.of(Role::Source)),
            antecedent: listed(cut.of(Role::Antecedent)),
            relay: listed(cut.of(Role::Relay)),
            ..Part::default()
        }
    }

    fn class(&self, cut: &Cut) -> String {
        let mut classes: Vec<&str> = Vec::new();
        let innermost = cut.of(Role::Content).last();
        if let Some(claim) = innermost.and_then(|number| self.report.claims.get(number - 1)) {
            classes.push(match claim.kind {
                Kind::Direct => "said direct",
                Kind::Mixed => "said mixed",
                Kind::Indirect => "said indirect",
            });
        }
        for (role, class) in [
            (Role::Cue, "cue"),
            (Role::Source, "source"),
            (Role::Relay, "relay"),
            (Role::Speech, "speech"),
            (Role::Term, "term"),
            (Role::Remark, "remarked"),
        ] {
            if !cut.of(role).is_empty() {
                classes.push(class);
            }
        }
        if cut.of(Role::Content).len() > 1 {
            classes.push("deep");
        }
        if classes.is_empty() && !cut.is_plain() {
            classes.push("named");
        }
        classes.join(" ")
    }
}

/// Adds a part, to the last one when the page would not tell them apart.
fn join(parts: &mut Vec<Part>, part: Part) {
    if let Some(last) = parts.last_mut().filter(|last| last.looks_like(&part)) {
        last.words.push_str(&part.words);
    } else {
        parts.push(part);
    }
}

fn listed(numbers: &[usize]) -> String {
    let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(" ")
}

/// Shows what a browser would swallow: control characters by their picture.
pub(super) fn visible(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\r' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or(c),
        '\u{7f}'..='\u{9f}' => '\u{fffd}',
        _ => c,
    }
}
