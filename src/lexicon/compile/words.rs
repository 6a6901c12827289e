//! Function words, words with a kind, prepositional cues and homographs.
//!
//! In: rows of words. Out: entries with their classes, phrases with elided and fused forms: `à l'issue de` also finds « À l'issue
//! du conseil, elle a dit oui ».

use std::collections::BTreeMap;

use super::super::classes::Classes;
use super::super::fold::fold;
use super::super::rows::{Homograph, Prefer, Tables, Tagged};
use super::super::table::{Morph, Sense, SenseKind};
use super::Compiler;
use super::inflection::{agreement, gender, one_or_many, plural};

impl Compiler<'_> {
    pub(super) fn cue_prepositions(&mut self, tables: &Tables) {
        for (key, row) in &tables.cue_preposition {
            let id = self.tag(&row.construction);
            self.phrase_variants(key, Classes::PREP, SenseKind::CuePreposition, id);
        }
    }

    pub(super) fn words(&mut self, tables: &Tables) {
        for (key, row) in &tables.word {
            let names = row.class.iter();
            let classes = names.fold(Classes::NONE, |set, c| set | word_class(c));
            let id = self.tag("word");
            if classes.has(Classes::PREP.or(Classes::SUB)) {
                self.phrase_variants(key, classes, SenseKind::Word, id);
            }
            self.put(key, classes, SenseKind::Word, id, agreement(row));
        }
        let tagged: [(&BTreeMap<String, Tagged>, Classes, SenseKind); 3] = [
            (&tables.time, Classes::TIME, SenseKind::Time),
            (&tables.anonymity, Classes::ANON, SenseKind::Anon),
            (&tables.marker, Classes::NONE, SenseKind::Marker),
        ];
        for (rows, class, kind) in tagged {
            for (key, row) in rows {
                self.tagged(key, &row.kind, class, kind);
            }
        }
    }

    fn tagged(&mut self, key: &str, tag: &str, class: Classes, kind: SenseKind) {
        let anonymous = kind == SenseKind::Anon;
        // `diplomate européen` stays two words: its noun is a role that agrees and refers like any other.
        if anonymous && key.contains(' ') && !matches!(tag, "source" | "reason" | "name-changed") {
            return;
        }
        let id = self.tag(tag);
        let classes = class | tag_class(tag);
        self.phrase_variants(key, classes, kind, id);
        if kind == SenseKind::Time && !key.contains(' ') {
            self.put(&plural(key), classes, kind, id, 0);
        }
        if anonymous && tag == "source" {
            self.put(&plural(key), class, kind, id, Morph::PLURAL);
        }
    }

    /// Numbers a kind.
    fn tag(&mut self, tag: &str) -> usize {
        if let Some(at) = self.meta.tags.iter().position(|t| t == tag) {
            return at;
        }
        self.meta.tags.push(tag.to_owned());
        self.meta.tags.len() - 1
    }

    /// Adds a phrase that ends in `de`, `à` or `que` with its elided and fused forms.
    fn phrase_variants(&mut self, key: &str, classes: Classes, kind: SenseKind, id: usize) {
        self.put(key, classes, kind, id, 0);
        for (end, variants) in [
            (" de", [" d'", " du", " des"].as_slice()),
            (" à", &[" au", " aux"]),
            (" que", &[" qu'"]),
        ] {
            if let Some(stem) = key.strip_suffix(end) {
                for variant in variants {
                    let fused = if *variant == " d'" || end == " que" {
                        Classes::NONE
                    } else {
                        Classes::PREP_DET
                    };
                    self.put(&format!("{stem}{variant}"), classes | fused, kind, id, 0);
                }
            }
        }
    }

    pub(super) fn homographs(&mut self, tables: &Tables) {
        for (key, row) in &tables.homograph {
            let key = fold(key);
            // Forms of `avoir` and `être` are verbs, whatever noun they may be (`aura`, `as`, `été`).
            let known = self.packer.classes(&key);
            if known.has(Classes::AVOIR.or(Classes::ETRE)) {
                continue;
            }
            let id = self.tag("homograph");
            let sense = Sense {
                kind: SenseKind::Word,
                mask: 0,
                id: id as u16,
                morph: Morph(row.noun.map_or(0, gender) | one_or_many(row.plural)),
            };
            self.packer.add(&key, homograph_classes(row), Some(sense));
        }
    }
}

fn homograph_classes(row: &Homograph) -> Classes {
    Classes::of_flags(&[
        (row.noun.is_some(), Classes::NOUN),
        (row.adj || row.other, Classes::ADJ),
        (row.prefer != Prefer::Verb, Classes::PREFER_OTHER),
    ])
}

fn word_class(name: &str) -> Classes {
    match name {
        "det" => Classes::DET,
        "indef" => Classes::INDEF,
        "poss" => Classes::POSS,
        "dem" => Classes::DEM,
        "subj-pron" => Classes::SUBJ,
        "clitic" => Classes::CLITIC,
        "neg" => Classes::NEG,
        "prep" => Classes::PREP,
        "prep-det" => Classes::PREP_DET.or(Classes::PREP),
        "conj" => Classes::CONJ,
        "sub" => Classes::SUB,
        "rel" => Classes::REL,
        "wh" => Classes::WH,
        "adv" => Classes::ADV,
        "num" => Classes::NUM,
        "pron" => Classes::PRON,
        "tonic" => Classes::TONIC,
        _ => Classes::NONE,
    }
}

fn tag_class(kind: &str) -> Classes {
    match kind {
        "reason" => Classes::REASON,
        "naming" => Classes::NAMING,
        "work" => Classes::WORK,
        "abbreviation" => Classes::ABBREVIATION,
        "link-de" => Classes::DE,
        "link-role" => Classes::ROLE_LINK,
        "reflexive" => Classes::SE,
        "opener" => Classes::OPENER,
        "office" => Classes::OFFICE,
        "prenominal" => Classes::ORDINAL,
        _ => Classes::NONE,
    }
}
