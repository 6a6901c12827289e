//! Common nouns in both numbers: those that attribute, persons, bodies, documents and media.
//!
//! In: rows of nouns with their direct hypernyms. Out: numbered [`Noun`]s that know all their hypernyms: in « Le maire a dit non.
//! L'élu a ajouté » one may stand for the other.

use std::collections::BTreeMap;

use super::super::classes::Classes;
use super::super::meta::{CueNoun, Name, Noun};
use super::super::rows::{Collective, Document, Gender, Tables, frame_set};
use super::super::table::SenseKind;
use super::Compiler;
use super::inflection::{gender, one_or_many, plural, plural_or};

/// Direct hypernyms of each noun.
type Hypernyms<'a> = BTreeMap<&'a str, Vec<&'a str>>;

impl Compiler<'_> {
    pub(super) fn cue_nouns(&mut self, tables: &Tables) {
        for (key, row) in &tables.cue_noun {
            let id = self.meta.cue_nouns.len();
            self.meta.cue_nouns.push(CueNoun {
                lemma: key.clone(),
                frames: frame_set(&row.frames),
            });
            let sort = (Classes::CUE_NOUN, SenseKind::CueNoun);
            if row.plural {
                self.put_one(key, sort, id, row.gender, true);
            } else {
                self.put_both((key, &plural(key)), sort, id, row.gender);
            }
        }
    }

    pub(super) fn nouns(&mut self, tables: &Tables) {
        let direct = hypernyms(tables);
        self.roles(tables, &direct);
        self.collectives(tables, &direct);
        self.documents(tables);
        self.media_nouns(tables);
    }

    fn roles(&mut self, tables: &Tables, direct: &Hypernyms<'_>) {
        for (key, row) in &tables.role {
            let masculine = Some(&row.lemma).filter(|lemma| !lemma.is_empty());
            let lemma = self.lemma(masculine.unwrap_or(key));
            let all = closure(key, direct);
            let circles = circles(tables, [key, &row.lemma], &all);
            let isa = self.lemmas(&all);
            let id = self.noun(Noun {
                lemma,
                gender: row.gender,
                isa,
                kind: "person".into(),
                title: row.title,
                circles,
            });
            let mut classes = Classes::ROLE;
            if row.title {
                classes |= Classes::TITLE;
            }
            let both = (key.as_str(), &*plural_or(&row.plural, key));
            self.put_both(both, (classes, SenseKind::Role), id, row.gender);
        }
    }

    fn collectives(&mut self, tables: &Tables, direct: &Hypernyms<'_>) {
        for (key, row) in &tables.collective {
            if row.proper {
                self.organisation(key, row, direct);
            } else {
                self.collective(key, row, direct);
            }
        }
    }

    fn organisation(&mut self, key: &String, row: &Collective, direct: &Hypernyms<'_>) {
        let isa = self.lemmas(&generic(row, closure(key, direct)));
        let id = self.name(Name {
            id: key.clone(),
            shown: key.clone(),
            sort: "org".into(),
            gender: row.gender,
            plural: row.plural,
            isa,
            ..Name::default()
        });
        self.put_names((key, &row.names), Classes::ORG, SenseKind::Org, id);
    }

    fn collective(&mut self, key: &str, row: &Collective, direct: &Hypernyms<'_>) {
        let all = generic(row, closure(key, direct));
        let (lemma, isa) = (self.lemma(key), self.lemmas(&all));
        let id = self.noun(Noun {
            lemma,
            gender: row.gender,
            isa,
            kind: row.kind.clone(),
            title: false,
            circles: 0,
        });
        let sort = (Classes::COLLECTIVE, SenseKind::Collective);
        if row.plural {
            self.put_one(key, sort, id, row.gender, true);
        } else {
            self.put_both((key, &plural(key)), sort, id, row.gender);
        }
    }

    fn documents(&mut self, tables: &Tables) {
        for (key, row) in &tables.document {
            let (lemma, isa) = (self.lemma(key), self.lemmas(&[key, "document", "texte"]));
            let id = self.noun(Noun {
                lemma,
                gender: row.gender,
                isa,
                kind: "document".into(),
                title: row.media,
                circles: 0,
            });
            let both = (key.as_str(), &*plural_or(&row.plural, key));
            let sort = (document_classes(row), SenseKind::Document);
            self.put_both(both, sort, id, row.gender);
        }
    }

    fn media_nouns(&mut self, tables: &Tables) {
        for (key, row) in &tables.media_noun {
            let (lemma, isa) = (self.lemma(key), self.lemmas(&[key, "média"]));
            let id = self.noun(Noun {
                lemma,
                gender: row.gender,
                isa,
                kind: row.kind.clone(),
                title: false,
                circles: 0,
            });
            let sort = (Classes::MEDIA_NOUN, SenseKind::MediaNoun);
            self.put_both((key, &plural(key)), sort, id, row.gender);
        }
    }

    fn noun(&mut self, noun: Noun) -> usize {
        self.meta.nouns.push(noun);
        self.meta.nouns.len() - 1
    }

    /// Puts a noun in the singular and in the plural.
    fn put_both(
        &mut self,
        (one, many): (&str, &str),
        sort: (Classes, SenseKind),
        id: usize,
        gender: Gender,
    ) {
        self.put_one(one, sort, id, gender, false);
        self.put_one(many, sort, id, gender, true);
    }

    /// Puts a noun in one number.
    fn put_one(
        &mut self,
        key: &str,
        (classes, kind): (Classes, SenseKind),
        id: usize,
        of: Gender,
        plural: bool,
    ) {
        self.put(key, classes, kind, id, gender(of) | one_or_many(plural));
    }
}

/// Adds the nouns that any firm or club may be taken up by.
fn generic(row: &Collective, mut all: Vec<String>) -> Vec<String> {
    let nouns: &[&str] = match row.kind.as_str() {
        "company" => &[
            "entreprise",
            "société",
            "groupe",
            "firme",
            "compagnie",
            "géant",
            "multinationale",
        ],
        "team" => &["club", "équipe", "formation"],
        _ => &[],
    };
    for noun in nouns {
        if !all.iter().any(|a| a == noun) {
            all.push((*noun).to_owned());
        }
    }
    all
}

/// Gives the parts of society that a role belongs to: those of its row, or of the masculine one, or of all its hypernyms.
fn circles(tables: &Tables, own: [&String; 2], all: &[String]) -> u16 {
    let bits = |key: &String| {
        let row = tables.role.get(key);
        row.map_or(0, |row| row.circle.iter().fold(0, |set, c| set | c.bit()))
    };
    let own = own.into_iter().map(bits).find(|set| *set != 0);
    own.unwrap_or_else(|| all.iter().fold(0, |set, key| set | bits(key)))
}

/// Collects the direct hypernyms of persons and bodies; the feminine row has the masculine one for its own.
fn hypernyms(tables: &Tables) -> Hypernyms<'_> {
    let roles = tables.role.iter().map(|(key, row)| {
        let masculine = (!row.lemma.is_empty()).then_some(&row.lemma);
        let isa = row.isa.iter().chain(masculine);
        (key.as_str(), isa.map(String::as_str).collect())
    });
    let collectives = tables.collective.iter().map(|(key, row)| {
        let isa = row.isa.iter().map(String::as_str);
        (key.as_str(), isa.collect())
    });
    roles.chain(collectives).collect()
}

fn document_classes(row: &Document) -> Classes {
    Classes::of_flags(&[
        (row.source, Classes::DOCUMENT),
        (row.carrier, Classes::CARRIER),
        (row.event, Classes::EVENT),
    ])
}

/// Gives all hypernyms of a row, with itself.
fn closure(key: &str, direct: &Hypernyms<'_>) -> Vec<String> {
    let mut seen = vec![key.to_owned()];
    let mut at = 0;
    while let Some(next) = seen.get(at).cloned() {
        for parent in direct.get(next.as_str()).into_iter().flatten() {
            if seen.len() < 40 && !seen.iter().any(|s| s == parent) {
                seen.push((*parent).to_owned());
            }
        }
        at += 1;
    }
    seen
}
