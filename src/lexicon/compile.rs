//! From rows to the packed table: conjugates, inflects, folds, and numbers the names.
//!
//! In: the [`Tables`] of `grammar/` (or of a user's file on top of them). Out: table bytes and [`Meta`]. The build script and
//! `--lexicon` run this same code, so « marteler » works the same wherever its row stands.

use std::collections::BTreeMap;

use super::classes::Classes;
use super::conjugate::{Inflection, Mood, Tense, conjugate};
use super::fold::fold;
use super::meta::{CueNoun, CueRow, Head, Meta, Name, Noun, Semi};
use super::rows::{Gender, Outlet, Prefer, Tables, Tagged, Word, frame_set};
use super::signs::SignKind;
use super::table::{Morph, Packer, Sense, SenseKind, Table};

/// Direct hypernyms of each noun.
type Hypernyms<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// Compiles rows into a table on top of `meta`.
pub struct Compiler<'a> {
    packer: Packer,
    meta: Meta,
    lemma_ids: BTreeMap<String, u16>,
    base: Option<&'a Table>,
}

impl<'a> Compiler<'a> {
    /// Starts from nothing, or from the table and numbering of the built-in data.
    #[must_use]
    pub fn new(base: Option<(&'a Table, Meta)>) -> Self {
        let (base, meta) = base.map_or((None, Meta::default()), |(t, m)| (Some(t), m));
        let lemma_ids = meta
            .lemmas
            .iter()
            .enumerate()
            .map(|(i, l)| (l.clone(), i as u16))
            .collect();
        Self {
            packer: Packer::default(),
            meta,
            lemma_ids,
            base,
        }
    }

    /// Numbers a lemma.
    fn lemma(&mut self, lemma: &str) -> u16 {
        let key = fold(lemma);
        if let Some(id) = self.lemma_ids.get(&key) {
            return *id;
        }
        let id = self.meta.lemmas.len() as u16;
        self.meta.lemmas.push(key.clone());
        self.lemma_ids.insert(key, id);
        id
    }

    fn lemmas(&mut self, words: &[String]) -> Vec<u16> {
        words.iter().map(|w| self.lemma(w)).collect()
    }

    /// Adds all rows and the infinitives of the general verbs.
    ///
    /// # Errors
    /// When a cue verb cannot be conjugated: its key and the reason.
    pub fn add(&mut self, tables: &Tables, verbs: &[&str]) -> Result<(), (String, String)> {
        for verb in verbs {
            self.general_verb(verb);
        }
        self.cue_verbs(tables)?;
        self.cue_nouns(tables);
        self.semi_verbs(tables)?;
        self.names(tables);
        self.nouns(tables);
        self.words(tables);
        self.homographs(tables);
        self.signs(tables);
        Ok(())
    }

    fn signs(&mut self, tables: &Tables) {
        let own = tables.sign.iter();
        let own = own.flat_map(|(key, row)| row.kinds.iter().map(|kind| (key.clone(), *kind)));
        let unnamed = tables.anonymity.iter();
        let unnamed = unnamed
            .filter_map(|(key, row)| Some((key.clone(), SignKind::of_anonymity(&row.kind)?)));
        self.meta.signs.extend(own.chain(unnamed));
    }

    /// Packs the table; `hash` names the language data.
    #[must_use]
    pub fn finish(mut self, hash: String) -> (Vec<u8>, Meta) {
        if let Some(base) = self.base {
            let keys: Vec<String> = self.packer.keys().cloned().collect();
            for key in keys {
                self.packer.seed(&key, base);
            }
        }
        self.meta.agency_adjectives.sort();
        self.meta.domains.sort();
        self.meta.hash = hash;
        (self.packer.pack(), self.meta)
    }

    fn put(&mut self, key: &str, classes: Classes, kind: SenseKind, id: usize, morph: u16) {
        let sense = Sense {
            kind,
            mask: 0,
            id: id as u16,
            morph: Morph(morph),
        };
        let folded = fold(key);
        self.packer
            .add(&folded, classes | number(morph), Some(sense));
        if let Some(plain) = unaccented_start(&folded) {
            self.packer
                .add(&plain, classes | number(morph), Some(sense));
        }
    }

    /// Puts a proper name: remembers which of its words must be capitalised.
    fn put_name(
        &mut self,
        text: &str,
        classes: Classes,
        kind: SenseKind,
        id: usize,
        all_caps: bool,
    ) {
        let folded = fold(text);
        let mask = if all_caps { 0x80 } else { capital_mask(text) };
        let sense = Sense {
            kind,
            mask,
            id: id as u16,
            morph: Morph(0),
        };
        self.packer.add(&folded, classes, Some(sense));
        if let Some(plain) = unaccented_start(&folded) {
            self.packer.add(&plain, classes, Some(sense));
        }
    }

    fn general_verb(&mut self, infinitive: &str) {
        let mut forms = Vec::new();
        conjugate(infinitive, &mut |form, inflection| {
            if in_press(inflection) {
                forms.push((form.to_owned(), inflection));
            }
        });
        for (form, inflection) in forms {
            self.packer.add(
                &fold(&form),
                verb_classes(infinitive, inflection),
                Some(verb_sense(SenseKind::Verb, 0, inflection)),
            );
        }
    }

    fn cue_verbs(&mut self, tables: &Tables) -> Result<(), (String, String)> {
        let mut heads: BTreeMap<String, Vec<CueRow>> = BTreeMap::new();
        for (key, row) in &tables.cue_verb {
            let folded = fold(key);
            let (reflexive, rest) = strip_reflexive(&folded);
            let mut words = super::table::phrase_tokens(rest).into_iter();
            let head = words.next().unwrap_or_default().to_owned();
            heads.entry(head).or_default().push(CueRow {
                lemma: key.clone(),
                tail: words.map(str::to_owned).collect(),
                reflexive,
                frames: frame_set(&row.frames),
                act: row.class,
                stance: row.stance,
                impersonal: row.impersonal,
            });
        }
        for (infinitive, mut rows) in heads {
            let id = self.head(&infinitive);
            if let Some(known) = self.meta.heads.get(id) {
                rows.extend(
                    known
                        .rows
                        .iter()
                        .filter(|k| !rows.iter().any(|r| r.lemma == k.lemma))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
            }
            let first = rows.first().map_or(String::new(), |r| r.lemma.clone());
            if let Some(head) = self.meta.heads.get_mut(id) {
                head.set_rows(rows);
            }
            let mut forms = Vec::new();
            if !conjugate(&infinitive, &mut |form, inflection| {
                forms.push((form.to_owned(), inflection));
            }) {
                return Err((
                    first,
                    format!(
                        "`{infinitive}` is not a verb that can be conjugated; expected an infinitive in -er, -ir, -oir or -re"
                    ),
                ));
            }
            for (form, inflection) in forms {
                let classes = verb_classes(&infinitive, inflection) | Classes::CUE;
                self.packer.add(
                    &fold(&form),
                    classes,
                    Some(verb_sense(SenseKind::Cue, id, inflection)),
                );
            }
        }
        Ok(())
    }

    fn head(&mut self, infinitive: &str) -> usize {
        if let Some(at) = self
            .meta
            .heads
            .iter()
            .position(|h| h.infinitive == infinitive)
        {
            return at;
        }
        self.meta.heads.push(Head {
            openings: Vec::new(),
            infinitive: infinitive.to_owned(),
            rows: Vec::new(),
        });
        self.meta.heads.len() - 1
    }

    fn cue_nouns(&mut self, tables: &Tables) {
        for (key, row) in &tables.cue_noun {
            let id = self.meta.cue_nouns.len();
            self.meta.cue_nouns.push(CueNoun {
                lemma: key.clone(),
                frames: frame_set(&row.frames),
            });
            let number = if row.plural {
                Morph::PLURAL
            } else {
                Morph::SINGULAR
            };
            self.put(
                key,
                Classes::CUE_NOUN,
                SenseKind::CueNoun,
                id,
                gender(row.gender) | number,
            );
            if !row.plural {
                self.put(
                    &plural(key),
                    Classes::CUE_NOUN,
                    SenseKind::CueNoun,
                    id,
                    gender(row.gender) | Morph::PLURAL,
                );
            }
        }
        for (key, row) in &tables.cue_preposition {
            let id = self.tag(&row.construction);
            self.phrase_variants(key, Classes::PREP, SenseKind::CuePreposition, id);
        }
    }

    fn semi_verbs(&mut self, tables: &Tables) -> Result<(), (String, String)> {
        for (key, row) in &tables.semi_verb {
            let id = self.meta.semis.len();
            self.meta.semis.push(Semi {
                infinitive: key.clone(),
                link: row.link.clone(),
                reflexive: row.reflexive,
                negative: row.negative,
            });
            let head = key.split(' ').next().unwrap_or(key);
            let mut forms = Vec::new();
            if !conjugate(head, &mut |form, inflection| {
                forms.push((form.to_owned(), inflection));
            }) {
                return Err((
                    key.clone(),
                    format!("`{head}` is not a verb that can be conjugated"),
                ));
            }
            for (form, inflection) in forms {
                let classes = verb_classes(head, inflection) | Classes::SEMI;
                self.packer.add(
                    &fold(&form),
                    classes,
                    Some(verb_sense(SenseKind::Semi, id, inflection)),
                );
            }
        }
        Ok(())
    }

    fn names(&mut self, tables: &Tables) {
        for (key, row) in &tables.agency {
            self.outlet(
                key,
                row,
                "agency",
                Classes::AGENCY | Classes::MEDIA,
                SenseKind::Agency,
            );
        }
        for (key, row) in &tables.media {
            let sort = if row.kind == "platform" {
                "platform"
            } else {
                "media"
            };
            self.outlet(key, row, sort, Classes::MEDIA, SenseKind::Media);
        }
        self.countries(tables);
        for (key, row) in &tables.seat {
            let isa = self.lemmas(&["présidence", "gouvernement", "exécutif"].map(str::to_owned));
            let id = self.name(Name {
                id: key.clone(),
                shown: key.clone(),
                sort: "seat".into(),
                gender: row.gender,
                country: row.country.clone(),
                stands_for: row.stands_for.clone(),
                weak: row.weak,
                isa,
                ..Name::default()
            });
            let weak = if row.weak {
                Classes::WEAK
            } else {
                Classes::NONE
            };
            for name in std::iter::once(key).chain(&row.names) {
                self.put_name(name, Classes::SEAT | weak, SenseKind::Seat, id, false);
            }
        }
        for (key, row) in &tables.party {
            let isa = self.lemmas(
                &["parti", "formation", "mouvement", "organisation", "groupe"].map(str::to_owned),
            );
            let id = self.name(Name {
                id: key.clone(),
                shown: key.clone(),
                sort: "party".into(),
                gender: row.gender,
                country: row.country.clone(),
                plural: row.plural,
                isa,
                ..Name::default()
            });
            for name in std::iter::once(key).chain(&row.names) {
                self.put_name(name, Classes::ORG, SenseKind::Org, id, false);
            }
        }
        for (key, row) in &tables.first_name {
            let weak = if row.weak {
                Classes::WEAK
            } else {
                Classes::NONE
            };
            let sense = Sense {
                kind: SenseKind::FirstName,
                mask: capital_mask(key),
                id: 0,
                morph: Morph(gender(row.gender)),
            };
            self.packer
                .add(&fold(key), Classes::FIRST_NAME | weak, Some(sense));
        }
        for (key, row) in &tables.city {
            let _ = &row.country;
            self.put_name(key, Classes::PLACE, SenseKind::City, 0, false);
        }
    }

    fn outlet(&mut self, key: &str, row: &Outlet, sort: &str, classes: Classes, kind: SenseKind) {
        let isa: &[&str] = if sort == "agency" {
            &["agence", "média", "organe"]
        } else {
            &["média", "journal", "quotidien", "chaîne", "site", "titre"]
        };
        let isa = self.lemmas(&isa.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        let id = self.name(Name {
            id: key.to_owned(),
            shown: row.name.clone(),
            sort: sort.to_owned(),
            country: row.country.clone(),
            control: row.control.clone(),
            control_source: row.control_source.clone(),
            wikidata: row.wikidata.clone(),
            weak: row.weak,
            isa,
            gender: if sort == "agency" {
                Gender::F
            } else {
                Gender::Mf
            },
            ..Name::default()
        });
        let weak = if row.weak {
            Classes::WEAK
        } else {
            Classes::NONE
        };
        for name in std::iter::once(&row.name).chain(&row.names) {
            self.put_name(name, classes | weak, kind, id, false);
            if let Some(rest) = name
                .strip_prefix("Le ")
                .or_else(|| name.strip_prefix("Les "))
            {
                self.put_name(rest, classes | Classes::WEAK, kind, id, false);
            }
        }
        for name in &row.acronyms {
            self.put_name(name, classes, kind, id, true);
        }
        self.meta
            .agency_adjectives
            .extend(row.adjectives.iter().map(|a| (fold(a), id as u16)));
        self.meta
            .domains
            .extend(row.domains.iter().map(|d| (d.clone(), id as u16)));
    }

    fn countries(&mut self, tables: &Tables) {
        for (key, row) in &tables.country {
            let isa =
                self.lemmas(&["pays", "gouvernement", "autorités", "régime"].map(str::to_owned));
            let id = self.name(Name {
                id: if row.iso.is_empty() {
                    key.clone()
                } else {
                    row.iso.clone()
                },
                shown: key.clone(),
                sort: "country".into(),
                gender: row.gender,
                country: key.clone(),
                plural: row.article == "les",
                isa,
                ..Name::default()
            });
            for name in std::iter::once(key).chain(&row.names) {
                self.put_name(name, Classes::COUNTRY, SenseKind::Country, id, false);
            }
            for name in std::iter::once(&row.capital)
                .chain(&row.capitals)
                .filter(|n| !n.is_empty())
            {
                self.put_name(
                    name,
                    Classes::CAPITAL | Classes::PLACE,
                    SenseKind::Capital,
                    id,
                    false,
                );
            }
            for name in row.demonym.iter().chain(&row.adjectives) {
                self.put(name, Classes::NATION, SenseKind::Nation, id, 0);
            }
        }
    }

    fn name(&mut self, name: Name) -> usize {
        self.meta.names.push(name);
        self.meta.names.len() - 1
    }

    fn nouns(&mut self, tables: &Tables) {
        let direct: Hypernyms<'_> = tables
            .role
            .iter()
            .map(|(k, r)| {
                (
                    k.as_str(),
                    r.isa
                        .iter()
                        .map(String::as_str)
                        .chain((!r.lemma.is_empty()).then_some(r.lemma.as_str()))
                        .collect(),
                )
            })
            .chain(
                tables
                    .collective
                    .iter()
                    .map(|(k, r)| (k.as_str(), r.isa.iter().map(String::as_str).collect())),
            )
            .collect();
        self.roles(tables, &direct);
        self.collectives(tables, &direct);
        self.documents(tables);
        self.media_nouns(tables);
    }

    fn roles(&mut self, tables: &Tables, direct: &Hypernyms<'_>) {
        for (key, row) in &tables.role {
            let lemma = self.lemma(if row.lemma.is_empty() {
                key
            } else {
                &row.lemma
            });
            let isa = self.lemmas(&closure(key, direct));
            let id = self.noun(Noun {
                lemma,
                gender: row.gender,
                isa,
                kind: "person".into(),
                title: row.title,
            });
            let classes = Classes::ROLE
                | if row.title {
                    Classes::TITLE
                } else {
                    Classes::NONE
                };
            self.put(
                key,
                classes,
                SenseKind::Role,
                id,
                gender(row.gender) | Morph::SINGULAR,
            );
            let many = if row.plural.is_empty() {
                plural(key)
            } else {
                row.plural.clone()
            };
            self.put(
                &many,
                classes,
                SenseKind::Role,
                id,
                gender(row.gender) | Morph::PLURAL,
            );
        }
    }

    fn collectives(&mut self, tables: &Tables, direct: &Hypernyms<'_>) {
        for (key, row) in &tables.collective {
            if row.proper {
                let isa = self.lemmas(&closure(key, direct));
                let id = self.name(Name {
                    id: key.clone(),
                    shown: key.clone(),
                    sort: "org".into(),
                    gender: row.gender,
                    plural: row.plural,
                    isa,
                    ..Name::default()
                });
                for name in std::iter::once(key).chain(&row.names) {
                    self.put_name(name, Classes::ORG, SenseKind::Org, id, false);
                }
                continue;
            }
            let (lemma, isa) = (self.lemma(key), self.lemmas(&closure(key, direct)));
            let id = self.noun(Noun {
                lemma,
                gender: row.gender,
                isa,
                kind: row.kind.clone(),
                title: false,
            });
            let one = if row.plural {
                Morph::PLURAL
            } else {
                Morph::SINGULAR
            };
            self.put(
                key,
                Classes::COLLECTIVE,
                SenseKind::Collective,
                id,
                gender(row.gender) | one,
            );
            if !row.plural {
                self.put(
                    &plural(key),
                    Classes::COLLECTIVE,
                    SenseKind::Collective,
                    id,
                    gender(row.gender) | Morph::PLURAL,
                );
            }
        }
    }

    fn documents(&mut self, tables: &Tables) {
        for (key, row) in &tables.document {
            let mut classes = Classes::NONE;
            for (flag, class) in [
                (row.source, Classes::DOCUMENT),
                (row.carrier, Classes::CARRIER),
                (row.event, Classes::EVENT),
            ] {
                if flag {
                    classes |= class;
                }
            }
            let (lemma, isa) = (
                self.lemma(key),
                self.lemmas(&[key.clone(), "document".into(), "texte".into()]),
            );
            let id = self.noun(Noun {
                lemma,
                gender: row.gender,
                isa,
                kind: "document".into(),
                title: row.media,
            });
            self.put(
                key,
                classes,
                SenseKind::Document,
                id,
                gender(row.gender) | Morph::SINGULAR,
            );
            let many = if row.plural.is_empty() {
                plural(key)
            } else {
                row.plural.clone()
            };
            self.put(
                &many,
                classes,
                SenseKind::Document,
                id,
                gender(row.gender) | Morph::PLURAL,
            );
        }
    }

    fn media_nouns(&mut self, tables: &Tables) {
        for (key, row) in &tables.media_noun {
            let (lemma, isa) = (self.lemma(key), self.lemmas(&[key.clone(), "média".into()]));
            let id = self.noun(Noun {
                lemma,
                gender: row.gender,
                isa,
                kind: row.kind.clone(),
                title: false,
            });
            self.put(
                key,
                Classes::MEDIA_NOUN,
                SenseKind::MediaNoun,
                id,
                gender(row.gender) | Morph::SINGULAR,
            );
            self.put(
                &plural(key),
                Classes::MEDIA_NOUN,
                SenseKind::MediaNoun,
                id,
                gender(row.gender) | Morph::PLURAL,
            );
        }
    }

    fn noun(&mut self, noun: Noun) -> usize {
        self.meta.nouns.push(noun);
        self.meta.nouns.len() - 1
    }

    fn tag(&mut self, tag: &str) -> usize {
        if let Some(at) = self.meta.tags.iter().position(|t| t == tag) {
            return at;
        }
        self.meta.tags.push(tag.to_owned());
        self.meta.tags.len() - 1
    }

    fn words(&mut self, tables: &Tables) {
        for (key, row) in &tables.word {
            let classes = row
                .class
                .iter()
                .fold(Classes::NONE, |set, c| set | word_class(c));
            let id = self.tag("word");
            let morph = gender_of(row) | number_of(row);
            if classes.has(Classes::PREP.or(Classes::SUB)) {
                self.phrase_variants(key, classes, SenseKind::Word, id);
            }
            self.put(key, classes, SenseKind::Word, id, morph);
        }
        let tagged: [(&BTreeMap<String, Tagged>, Classes, SenseKind); 3] = [
            (&tables.time, Classes::TIME, SenseKind::Time),
            (&tables.anonymity, Classes::ANON, SenseKind::Anon),
            (&tables.marker, Classes::NONE, SenseKind::Marker),
        ];
        for (rows, class, kind) in tagged {
            for (key, row) in rows {
                // `diplomate européen` stays two words: its noun is a role that agrees and refers like any other.
                if kind == SenseKind::Anon
                    && key.contains(' ')
                    && !matches!(row.kind.as_str(), "source" | "reason" | "name-changed")
                {
                    continue;
                }
                let id = self.tag(&row.kind);
                self.phrase_variants(key, class | tag_class(&row.kind), kind, id);
                if kind == SenseKind::Time && !key.contains(' ') {
                    self.put(&plural(key), class | tag_class(&row.kind), kind, id, 0);
                }
                if kind == SenseKind::Anon && row.kind == "source" {
                    self.put(&plural(key), class, kind, id, Morph::PLURAL);
                }
            }
        }
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

    fn homographs(&mut self, tables: &Tables) {
        for (key, row) in &tables.homograph {
            // Forms of `avoir` and `être` are verbs, whatever noun they may be (`aura`, `as`, `été`).
            if self
                .packer
                .classes(&fold(key))
                .has(Classes::AVOIR.or(Classes::ETRE))
            {
                continue;
            }
            let mut classes = Classes::NONE;
            let mut morph = 0;
            if let Some(g) = row.noun {
                classes |= Classes::NOUN;
                morph = gender(g);
            }
            if row.adj {
                classes |= Classes::ADJ;
            }
            if row.prefer != Prefer::Verb {
                classes |= Classes::PREFER_OTHER;
            }
            if row.other {
                classes |= Classes::ADJ;
            }
            morph |= if row.plural {
                Morph::PLURAL
            } else {
                Morph::SINGULAR
            };
            let id = self.tag("homograph");
            let sense = Sense {
                kind: SenseKind::Word,
                mask: 0,
                id: id as u16,
                morph: Morph(morph),
            };
            self.packer.add(&fold(key), classes, Some(sense));
        }
    }
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

fn gender(gender: Gender) -> u16 {
    match gender {
        Gender::M => Morph::MASCULINE,
        Gender::F => Morph::FEMININE,
        Gender::Mf => 0,
    }
}

fn gender_of(row: &Word) -> u16 {
    gender(row.gender)
}

fn number_of(row: &Word) -> u16 {
    match row.number.as_str() {
        "s" => Morph::SINGULAR,
        "p" => Morph::PLURAL,
        _ => 0,
    }
}

fn number(morph: u16) -> Classes {
    let mut classes = Classes::NONE;
    for (flag, class) in [
        (Morph::PLURAL, Classes::PLURAL),
        (Morph::SINGULAR, Classes::SINGULAR),
        (Morph::FEMININE, Classes::FEMININE),
        (Morph::MASCULINE, Classes::MASCULINE),
    ] {
        if morph & flag != 0 {
            classes |= class;
        }
    }
    classes
}

fn verb_sense(kind: SenseKind, id: usize, i: Inflection) -> Sense {
    let mood = match i.mood {
        Mood::Indicative => 1,
        Mood::Conditional => 2,
        Mood::Subjunctive => 3,
        Mood::Imperative => 4,
        Mood::Infinitive => 5,
        Mood::PresentParticiple => 6,
        Mood::PastParticiple => 7,
    };
    let tense = match i.tense {
        Tense::Present => 0,
        Tense::Imperfect => 1,
        Tense::PastHistoric => 2,
        Tense::Future => 3,
    };
    let mut morph = mood | tense << 3 | u16::from(i.person) << 5;
    if i.plural {
        morph |= Morph::PLURAL;
    }
    if i.feminine {
        morph |= Morph::FEMININE;
    }
    Sense {
        kind,
        mask: 0,
        id: id as u16,
        morph: Morph(morph),
    }
}

fn verb_classes(infinitive: &str, i: Inflection) -> Classes {
    let form = match i.mood {
        Mood::Infinitive => Classes::INF,
        Mood::PresentParticiple => Classes::PRESPART,
        Mood::PastParticiple => Classes::PPART,
        Mood::Conditional => Classes::FINITE | Classes::COND,
        Mood::Indicative if i.tense == Tense::Future => Classes::FINITE | Classes::FUTURE,
        _ => Classes::FINITE,
    };
    match infinitive {
        "avoir" => form | Classes::AVOIR,
        "être" => form | Classes::ETRE,
        _ => form,
    }
}

/// Tells whether a newspaper uses the inflection of an ordinary verb: past historic and imperfect subjunctive only in the
/// third person.
fn in_press(i: Inflection) -> bool {
    let literary = i.tense == Tense::PastHistoric
        || (i.mood == Mood::Subjunctive && i.tense == Tense::Imperfect);
    let second = i.person == 2 && !i.plural;
    (!literary || i.person == 3) && (!second || i.mood == Mood::Imperative)
}

fn strip_reflexive(lemma: &str) -> (bool, &str) {
    lemma
        .strip_prefix("se ")
        .or_else(|| lemma.strip_prefix("s'"))
        .map_or((false, lemma), |rest| (true, rest))
}

fn capital_mask(text: &str) -> u8 {
    let folded: Vec<&str> = text
        .split(' ')
        .flat_map(|p| p.split_inclusive(['\'', '’']))
        .collect();
    folded.iter().take(7).enumerate().fold(0, |mask, (i, w)| {
        if w.chars().next().is_some_and(char::is_uppercase) {
            mask | 1 << i
        } else {
            mask
        }
    })
}

/// Gives the form without accents on initial capitals (`Etat`, `Elysée`), or `None` when it is the same.
fn unaccented_start(key: &str) -> Option<String> {
    let mut start = true;
    let mut changed = false;
    let plain = key
        .chars()
        .map(|c| {
            let bare = match c {
                'é' | 'è' | 'ê' => 'e',
                'à' | 'â' => 'a',
                'î' => 'i',
                'ô' => 'o',
                other => other,
            };
            let out = if start { bare } else { c };
            changed |= out != c;
            start = matches!(c, ' ' | '\'' | '-');
            out
        })
        .collect();
    // `à jamais` must not make one word of « n'a jamais »; the lexer knows a capital `A` for `À`.
    (changed && key.chars().count() > 1 && !key.starts_with("à ")).then_some(plain)
}

/// Gives the plural of a noun or of the head of a compound.
#[must_use]
pub fn plural(key: &str) -> String {
    let cut = [
        " de ", " d'", " à ", " en ", " du ", " des ", " sans ", " sur ", " chez ", " pour ",
        " hors ",
    ]
    .iter()
    .filter_map(|p| key.find(p))
    .min()
    .unwrap_or(key.len());
    let (head, rest) = key.split_at_checked(cut).unwrap_or((key, ""));
    let many: Vec<String> = head.split(' ').map(plural_word).collect();
    format!("{}{rest}", many.join(" "))
}

fn plural_word(word: &str) -> String {
    if word.ends_with(['s', 'x', 'z']) {
        return word.to_owned();
    }
    if word.ends_with("eau") || word.ends_with("eu") {
        return format!("{word}x");
    }
    match word.strip_suffix("al") {
        Some(stem)
            if !matches!(
                word,
                "bal" | "carnaval" | "festival" | "récital" | "régal" | "chacal"
            ) =>
        {
            format!("{stem}aux")
        }
        _ => format!("{word}s"),
    }
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

#[cfg(test)]
mod tests {
    use super::{capital_mask, plural};

    #[test]
    fn forms_plurals_of_compounds_on_their_head() {
        assert_eq!(plural("chef de l'État"), "chefs de l'État");
        assert_eq!(plural("secrétaire général"), "secrétaires généraux");
        assert_eq!(plural("bureau"), "bureaux");
    }

    #[test]
    fn remembers_which_words_are_capitalised() {
        assert_eq!(capital_mask("Corée du Nord"), 0b101);
    }
}
