//! Proper names: media, countries and their capitals, seats of power, parties, first names and towns.
//!
//! In: rows of names. Out: numbered [`Name`]s and an entry for each of their spellings: in « Pyongyang a dénoncé l'exercice » the
//! capital leads to its country.

use super::super::classes::Classes;
use super::super::fold::fold;
use super::super::meta::Name;
use super::super::rows::{Country, Gender, Outlet, Tables};
use super::super::table::{Morph, Sense, SenseKind};
use super::Compiler;
use super::capitals::capital_mask;
use super::inflection::gender;

impl Compiler<'_> {
    pub(super) fn names(&mut self, tables: &Tables) {
        self.outlets(tables);
        self.countries(tables);
        self.seats(tables);
        self.parties(tables);
        self.first_names(tables);
        for key in tables.city.keys() {
            self.put_name(key, Classes::PLACE, SenseKind::City, 0, false);
        }
    }

    fn outlets(&mut self, tables: &Tables) {
        for (key, row) in &tables.agency {
            let id = self.outlet(key, row, "agency");
            self.outlet_names(row, Classes::AGENCY | Classes::MEDIA, SenseKind::Agency, id);
        }
        for (key, row) in &tables.media {
            let platform = row.kind == "platform";
            let id = self.outlet(key, row, if platform { "platform" } else { "media" });
            self.outlet_names(row, Classes::MEDIA, SenseKind::Media, id);
        }
    }

    /// Numbers an outlet, with its adjectives and domains.
    fn outlet(&mut self, key: &str, row: &Outlet, sort: &str) -> usize {
        let (isa, gender): (&[&str], _) = if sort == "agency" {
            (&["agence", "média", "organe"], Gender::F)
        } else {
            let isa = &[
                "média",
                "journal",
                "quotidien",
                "chaîne",
                "site",
                "titre",
                "hebdomadaire",
                "magazine",
                "radio",
                "site d'information",
                "média en ligne",
                "publication",
                "diffuseur",
                "rédaction",
            ];
            (isa, Gender::Mf)
        };
        let isa = self.lemmas(isa);
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
            gender,
            ..Name::default()
        });
        let adjectives = row.adjectives.iter().map(|a| (fold(a), id as u16));
        self.meta.agency_adjectives.extend(adjectives);
        let domains = row.domains.iter().map(|d| (d.clone(), id as u16));
        self.meta.domains.extend(domains);
        id
    }

    fn outlet_names(&mut self, row: &Outlet, classes: Classes, kind: SenseKind, id: usize) {
        for name in std::iter::once(&row.name).chain(&row.names) {
            self.put_name(name, classes | weak(row.weak), kind, id, false);
            let article = name.strip_prefix("Le ");
            if let Some(rest) = article.or_else(|| name.strip_prefix("Les ")) {
                self.put_name(rest, classes | Classes::WEAK, kind, id, false);
            }
        }
        for name in &row.acronyms {
            self.put_name(name, classes, kind, id, true);
        }
    }

    fn countries(&mut self, tables: &Tables) {
        for (key, row) in &tables.country {
            let isa = self.lemmas(&["pays", "gouvernement", "autorités", "régime"]);
            let iso = Some(&row.iso).filter(|iso| !iso.is_empty());
            let id = self.name(Name {
                id: iso.unwrap_or(key).clone(),
                shown: key.clone(),
                sort: "country".into(),
                gender: row.gender,
                country: key.clone(),
                plural: row.article == "les",
                isa,
                ..Name::default()
            });
            self.put_names((key, &row.names), Classes::COUNTRY, SenseKind::Country, id);
            self.country_words(row, id);
        }
    }

    /// Puts the seats of the government, the inhabitants and the adjectives of a country.
    fn country_words(&mut self, row: &Country, id: usize) {
        let capitals = std::iter::once(&row.capital).chain(&row.capitals);
        let classes = Classes::CAPITAL | Classes::PLACE;
        for name in capitals.filter(|n| !n.is_empty()) {
            self.put_name(name, classes, SenseKind::Capital, id, false);
        }
        for name in row.demonym.iter().chain(&row.adjectives) {
            self.put(name, Classes::NATION, SenseKind::Nation, id, 0);
        }
    }

    fn seats(&mut self, tables: &Tables) {
        for (key, row) in &tables.seat {
            let isa = self.lemmas(&["présidence", "gouvernement", "exécutif"]);
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
            let classes = Classes::SEAT | weak(row.weak);
            self.put_names((key, &row.names), classes, SenseKind::Seat, id);
        }
    }

    fn parties(&mut self, tables: &Tables) {
        for (key, row) in &tables.party {
            let isa = self.lemmas(&["parti", "formation", "mouvement", "organisation", "groupe"]);
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
            self.put_names((key, &row.names), Classes::ORG, SenseKind::Org, id);
        }
    }

    fn first_names(&mut self, tables: &Tables) {
        for (key, row) in &tables.first_name {
            let sense = Sense {
                kind: SenseKind::FirstName,
                mask: capital_mask(key),
                id: 0,
                morph: Morph(gender(row.gender)),
            };
            let classes = Classes::FIRST_NAME | weak(row.weak);
            self.packer.add(&fold(key), classes, Some(sense));
        }
    }

    /// Numbers a name.
    pub(super) fn name(&mut self, name: Name) -> usize {
        self.meta.names.push(name);
        self.meta.names.len() - 1
    }

    /// Puts the name of a row and its other names.
    pub(super) fn put_names(
        &mut self,
        (key, others): (&String, &[String]),
        classes: Classes,
        kind: SenseKind,
        id: usize,
    ) {
        for name in std::iter::once(key).chain(others) {
            self.put_name(name, classes, kind, id, false);
        }
    }
}

/// Gives the class of a name that is also an ordinary word.
fn weak(weak: bool) -> Classes {
    if weak { Classes::WEAK } else { Classes::NONE }
}
