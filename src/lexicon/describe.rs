//! What the lexicon knows of a word, said to people.
//!
//! In: a word or phrase. Out: one line a sense: `martelé`, as in « Le maire a martelé que non », is a past participle of a cue
//! verb.

use super::fold::fold;
use super::meta::{CueNoun, Head, Name, Noun, Semi};
use super::rows::Frame;
use super::{Lexicon, Morph, Sense, SenseKind};

impl Lexicon {
    /// Describes the senses of a word or phrase, one line each.
    #[must_use]
    pub fn describe(&self, word: &str) -> Vec<String> {
        let Some(entry) = self.find(&fold(word)) else {
            return Vec::new();
        };
        let mut lines: Vec<String> = self
            .senses(entry)
            .filter_map(|s| self.describe_sense(s))
            .collect();
        if lines.is_empty() {
            let names = self.classes(entry).names().join(", ").to_lowercase();
            if !names.is_empty() {
                lines.push(format!("classes: {names}"));
            }
        }
        lines.dedup();
        lines
    }

    fn describe_sense(&self, s: Sense) -> Option<String> {
        let (meta, id) = (&self.meta, usize::from(s.id));
        let line = match s.kind {
            SenseKind::Cue => cue_verb(meta.heads.get(id)?, s.morph),
            SenseKind::Verb => format!("verb; here {}", inflection(s.morph)),
            SenseKind::CueNoun => cue_noun(meta.cue_nouns.get(id)?),
            SenseKind::Role
            | SenseKind::Collective
            | SenseKind::Document
            | SenseKind::MediaNoun => self.noun(meta.nouns.get(id)?, s.kind),
            SenseKind::Org
            | SenseKind::Agency
            | SenseKind::Media
            | SenseKind::Country
            | SenseKind::Capital
            | SenseKind::Seat
            | SenseKind::Nation => name(self.name(s.id)?, s.kind),
            SenseKind::Semi => semi_auxiliary(meta.semis.get(id)?, s.morph),
            SenseKind::Time | SenseKind::Anon | SenseKind::CuePreposition | SenseKind::Marker => {
                format!("{}: {}", lower(s.kind), meta.tags.get(id)?)
            }
            SenseKind::FirstName => "first name".to_owned(),
            SenseKind::City => "place".to_owned(),
            SenseKind::Word => return None,
        };
        Some(line)
    }

    fn noun(&self, noun: &Noun, kind: SenseKind) -> String {
        let isa: Vec<_> = noun.isa.iter().map(|i| self.lemma(*i)).collect();
        format!(
            "{} noun `{}`: is a {}",
            lower(kind),
            self.lemma(noun.lemma),
            isa.join(", ")
        )
    }
}

fn cue_verb(head: &Head, morph: Morph) -> String {
    let rows = head.rows.iter().map(|r| {
        format!(
            "`{}` ({}, {}): {}",
            r.lemma,
            lower(r.act),
            lower(r.stance),
            Frame::names(r.frames).join(", ")
        )
    });
    let rows: Vec<String> = rows.collect();
    format!("cue verb {}; here {}", rows.join("; "), inflection(morph))
}

fn cue_noun(noun: &CueNoun) -> String {
    let frames = Frame::names(noun.frames).join(", ");
    format!("cue noun `{}`: {frames}", noun.lemma)
}

fn name(name: &Name, kind: SenseKind) -> String {
    let stands = match name.stands_for.as_str() {
        "" => String::new(),
        institution => format!(", stands for {institution}"),
    };
    let control = match name.control.as_str() {
        "" => String::new(),
        control => format!(", {control} ({})", name.control_source),
    };
    let (shown, id) = (&name.shown, &name.id);
    format!("{} of `{shown}` ({id}){stands}{control}", lower(kind))
}

fn semi_auxiliary(semi: &Semi, morph: Morph) -> String {
    format!(
        "semi-auxiliary `{} {}`; here {}",
        semi.infinitive,
        semi.link,
        inflection(morph)
    )
}

fn lower(value: impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn inflection(m: Morph) -> String {
    const MOODS: [&str; 8] = [
        "",
        "indicative",
        "conditional",
        "subjunctive",
        "imperative",
        "infinitive",
        "present participle",
        "past participle",
    ];
    const TENSES: [&str; 4] = ["present", "imperfect", "past historic", "future"];
    let mood = MOODS.get(m.mood() as usize).copied().unwrap_or_default();
    let number = if m.has(Morph::PLURAL) {
        "plural"
    } else {
        "singular"
    };
    match m.mood() {
        5 | 6 => mood.to_owned(),
        7 if m.has(Morph::FEMININE) => format!("{mood}, feminine {number}"),
        7 => format!("{mood}, masculine {number}"),
        _ => {
            let tense = TENSES.get(m.tense() as usize).copied().unwrap_or_default();
            format!("{mood} {tense}, person {} {number}", m.person())
        }
    }
}
