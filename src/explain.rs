//! How a sentence was read: tokens with classes, marks, cue groups, complements, proposed readings and the choice among them.
//!
//! In: an [`Article`] and a line of it. Out: text for a fact-checker's proof and for whoever mends the grammar: for « Elle dit
//! oui. » it shows that `dit` was taken for a cue and what it lacks.

use std::fmt::Write as _;

use crate::analyser::{Analyser, Scratch};
use crate::article::Article;
use crate::attribute::{self, Proposals, Reading};
use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::pieces::{Run, Scene};

impl Analyser {
    /// Explains the sentences that touch a line of the article (from 1).
    #[must_use]
    pub fn explain(&self, article: &Article, line: usize) -> String {
        let mut scratch = Scratch::default();
        let prepared = self.prepare(&mut scratch, article);
        let (start, end) = line_bytes(&article.text, line);
        let mut out = String::new();
        for scene in &prepared.scenes {
            let span = scene.span(Run::new(scene.sentence.start, scene.sentence.end));
            if span.start < end && span.end > start {
                sentence(scene, &mut out);
            }
        }
        drop(prepared);
        statements(&self.analyse(article), article, start, end, &mut out);
        out
    }
}

fn line_bytes(text: &str, line: usize) -> (u32, u32) {
    let mut start = 0;
    for (number, content) in text.split_inclusive('\n').enumerate() {
        let end = start + content.len();
        if number + 1 == line {
            return (start as u32, end as u32);
        }
        start = end;
    }
    (0, 0)
}

fn sentence(scene: &Scene<'_>, out: &mut String) {
    let run = Run::new(scene.sentence.start, scene.sentence.end);
    let _ = writeln!(out, "sentence: {}", scene.span(run).of(scene.text).trim());
    let _ = writeln!(out, "  tokens:");
    for at in run.start..run.end {
        let Some(token) = scene.token(at) else {
            continue;
        };
        if token.kind == Kind::Break {
            continue;
        }
        let classes = token.classes.names().join(" ").to_lowercase();
        let mark = if token.mark == 0 {
            String::new()
        } else {
            format!(" in mark {}", token.mark)
        };
        let _ = writeln!(
            out,
            "    {at:>5} {:<18} {:?}{mark} {classes}",
            scene.word(at),
            token.kind
        );
    }
    for cue in scene.cues {
        let frames = Frame::names(cue.frames).join(", ");
        let _ = writeln!(
            out,
            "  cue {:?} ({:?}; takes {frames})",
            words(scene, Run::new(cue.start, cue.end)),
            cue.form
        );
        match scene.complement(cue) {
            Some(c) => {
                let _ = writeln!(
                    out,
                    "    complement {} from {:?}",
                    c.rule,
                    scene.word(c.start)
                );
            }
            None => {
                let _ = writeln!(out, "    no complement that it takes as a cue");
            }
        }
        let _ = writeln!(out, "    subject before: {}", subject(scene, cue.start));
    }
    readings(scene, out);
}

fn subject(scene: &Scene<'_>, verb: usize) -> String {
    use crate::pieces::subject::Subject;
    match scene.subject_before(verb) {
        Subject::Phrase(p) => format!("{:?}", words(scene, p.run)),
        Subject::Relative(Some(p)) => format!("`qui`, that is {:?}", words(scene, p.run)),
        Subject::Relative(None) => "`qui` without a phrase before it".to_owned(),
        Subject::Shared => "none of its own".to_owned(),
    }
}

fn words<'a>(scene: &Scene<'a>, run: Run) -> &'a str {
    scene.span(run).of(scene.text)
}

fn readings(scene: &Scene<'_>, out: &mut String) {
    let mut kept: Vec<Reading> = Vec::new();
    let mut proposals = Proposals::default();
    attribute::read(
        std::slice::from_ref(scene),
        &mut proposals,
        &mut kept,
        &mut Vec::new(),
    );
    let mut proposed = attribute::proposed(scene);
    proposed.sort_by_key(|r| std::cmp::Reverse(r.weight));
    for reading in &proposed {
        let chosen = kept.iter().any(|k| {
            k.rule == reading.rule && k.content == reading.content && k.cue == reading.cue
        });
        let features: Vec<String> = reading
            .features
            .iter()
            .map(|(feature, weight)| format!("{} {weight:+}", feature.name()))
            .collect();
        let _ = writeln!(
            out,
            "  {} {} = {} ({})",
            if chosen { "kept   " } else { "dropped" },
            reading.rule,
            reading.weight,
            features.join(", ")
        );
        for run in &reading.content {
            let _ = writeln!(out, "    content {:?}", words(scene, *run));
        }
        if let Some(cue) = reading.cue {
            let _ = writeln!(
                out,
                "    cue {:?}, source {:?}",
                words(scene, cue),
                reading.who.words(scene)
            );
        }
    }
    if proposed.is_empty() {
        let _ = writeln!(
            out,
            "  no construction fits: there is no cue with a complement, no preposition with a source, no colon after a name"
        );
    }
}

fn statements(
    analysis: &crate::Analysis,
    article: &Article,
    start: u32,
    end: u32,
    out: &mut String,
) {
    let _ = writeln!(out, "statements:");
    for claim in analysis
        .claims
        .iter()
        .filter(|c| c.content.iter().any(|s| s.start < end && s.end > start))
    {
        let content: Vec<&str> = claim.content.iter().map(|s| s.of(&article.text)).collect();
        let name = claim
            .source
            .and_then(|s| s.entity)
            .and_then(|e| analysis.entities.get(e))
            .map_or("nobody", |e| e.name);
        let agency = claim.agency.as_deref().unwrap_or("-");
        let _ = writeln!(
            out,
            "  {} | {} | {name} | agency {agency}",
            claim.rule,
            content.join(" / ")
        );
    }
}
