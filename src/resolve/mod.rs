//! From mentions to entities: names, aliases, roles, acronyms, pronouns, with a salience list.
//!
//! In: the phrases of an article in the order of the text. Out: the entity of each. « Le Bihan », « le capitaine » and « il »
//! after « le capitaine Yoann Le Bihan » are he; when nobody fits, nobody is named: silence is better than the wrong person.

pub(crate) mod entity;
pub(crate) mod names;

use crate::contract::SourceType;
use crate::lexicon::fold::fold;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use entity::{Entity, EntityId, compatible};
use names::{Described, Outlet};

/// One mention of an entity.
#[derive(Clone, Copy, Debug)]
struct Mention {
    at: usize,
    entity: EntityId,
    subject: bool,
}

/// The entities of one article, and what was mentioned when.
#[derive(Debug, Default)]
pub(crate) struct Register {
    /// All entities.
    pub entities: Vec<Entity>,
    mentions: Vec<Mention>,
    speaker: Option<EntityId>,
}

/// The text and the lexicon, which names are read from.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The language data.
    pub lexicon: &'a Lexicon,
}

impl Register {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.entities.clear();
        self.mentions.clear();
        self.speaker = None;
    }

    /// Forgets who was mentioned, at a heading or a new interview turn; the entities stay.
    pub(crate) fn reset_salience(&mut self) {
        self.mentions.clear();
        self.speaker = None;
    }

    /// Remembers who spoke last.
    pub(crate) fn spoke(&mut self, entity: EntityId, at: usize) {
        self.speaker = Some(entity);
        self.mention(entity, at, true);
    }

    /// Gives who spoke last.
    #[must_use]
    pub(crate) fn speaker(&self) -> Option<EntityId> {
        self.speaker
    }

    /// Gives who goes on speaking at a token: the last speaker, or a person whom the narrator has made the subject since.
    #[must_use]
    pub(crate) fn running(&self, at: usize) -> Option<EntityId> {
        let person = |e: &Entity| matches!(e.kind, SourceType::Person | SourceType::Anonymous);
        let subject = self.mentions.iter().rev().find(|m| {
            m.at < at
                && at - m.at < 60
                && m.subject
                && self.entities.get(m.entity).is_some_and(person)
        });
        subject.map(|m| m.entity).or(self.speaker)
    }

    /// Remembers a mention at a token.
    pub(crate) fn mention(&mut self, entity: EntityId, at: usize, subject: bool) {
        self.mentions.push(Mention {
            at,
            entity,
            subject,
        });
    }

    /// Learns a named phrase without asking who it is in context: the first pass over an article.
    pub(crate) fn learn(&mut self, d: &Described, w: Words<'_>) -> Option<EntityId> {
        if d.coordinated {
            return None;
        }
        if let Some(outlet) = d.outlet {
            return Some(self.outlet(outlet, d, w));
        }
        let name = d.name?;
        if d.doubtful
            && !self
                .entities
                .iter()
                .any(|e| same_person(&e.words, &d.words))
        {
            return None;
        }
        Some(self.person(d, name, w))
    }

    fn outlet(&mut self, outlet: Outlet, d: &Described, w: Words<'_>) -> EntityId {
        let name = match outlet {
            Outlet::Known(id) => w
                .lexicon
                .name(id)
                .map_or(String::new(), |n| n.shown.clone()),
            Outlet::Named(span) => span.of(w.text).to_owned(),
        };
        if let Some(found) = self
            .entities
            .iter()
            .position(|e| e.outlet == Some(outlet) || e.outlet.is_some() && e.name == name)
        {
            if let Some(e) = self.entities.get_mut(found) {
                e.learn_alias(d.span);
            }
            return found;
        }
        let roles = match outlet {
            Outlet::Known(id) => w.lexicon.name(id).map_or(Vec::new(), |n| n.isa.clone()),
            Outlet::Named(_) => d.roles.clone(),
        };
        let key = fold(&name);
        self.push(Entity {
            name,
            key,
            kind: d.kind,
            outlet: Some(outlet),
            agreement: d.agreement,
            roles,
            aliases: vec![d.span],
            ..Entity::default()
        })
    }

    fn push(&mut self, entity: Entity) -> EntityId {
        self.entities.push(entity);
        self.entities.len() - 1
    }

    /// Finds or makes the person of a name; the longer form becomes the name.
    fn person(&mut self, d: &Described, name: Span, w: Words<'_>) -> EntityId {
        let both_full = |e: &Entity| e.words.len() > 1 && d.words.len() > 1;
        let found = self.entities.iter().position(|e| {
            !e.words.is_empty()
                && same_person(&e.words, &d.words)
                && (compatible(e.agreement, d.agreement) || both_full(e))
        });
        let id = found.unwrap_or_else(|| {
            let name = name.of(w.text).to_owned();
            self.push(Entity {
                key: fold(&name),
                name,
                words: d.words.clone(),
                kind: SourceType::Person,
                agreement: Classes::SINGULAR,
                ..Entity::default()
            })
        });
        if let Some(e) = self.entities.get_mut(id) {
            if d.words.len() > e.words.len() {
                e.words.clone_from(&d.words);
                name.of(w.text).clone_into(&mut e.name);
                e.key = fold(&e.name);
            }
            if name.of(w.text) != e.name {
                e.learn_alias(name);
            }
            e.learn_roles(&d.roles);
            e.learn_agreement(d.agreement);
            e.learn_phrase(&d.phrase);
            e.country = e.country.or(d.country);
        }
        id
    }

    /// Resolves a phrase in context at token `at`; `None` when nobody fits.
    pub(crate) fn resolve(&mut self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        if let Some(known) = self.learn(d, w) {
            return Some(known);
        }
        if d.pronoun {
            return self.pronoun(d, at);
        }
        if d.possessive {
            return Some(self.possessed(d, at, w));
        }
        let key = strip_determiner(&fold(d.span.of(w.text))).to_owned();
        if let Some(known) = self.same_words(d, &key) {
            return Some(known);
        }
        if !d.indefinite
            && !d.coordinated
            && d.acronym.is_none()
            && let Some(known) = self.anaphora(d, at)
        {
            return Some(known);
        }
        Some(self.describe(d, key, w))
    }

    /// The same words, or the acronym, of an entity already known.
    fn same_words(&self, d: &Described, key: &str) -> Option<EntityId> {
        let same = |e: &Entity| {
            e.key == key
                || e.acronym.as_deref() == Some(key)
                || !d.bare && !d.phrase.is_empty() && e.phrases.contains(&d.phrase)
        };
        let found = self.entities.iter().rposition(same)?;
        let named = self
            .entities
            .get(found)
            .is_some_and(|e| e.kind == SourceType::Person && !e.nameless);
        (!(d.indefinite && named)).then_some(found)
    }

    /// Makes a new entity of a description.
    fn describe(&mut self, d: &Described, key: String, w: Words<'_>) -> EntityId {
        let phrases = if d.phrase.is_empty() {
            Vec::new()
        } else {
            vec![d.phrase.clone()]
        };
        let acronym = d.acronym.map(|a| fold(a.of(w.text)));
        self.push(Entity {
            name: d.span.of(w.text).to_owned(),
            key,
            kind: d.kind,
            agreement: d.agreement,
            roles: d.roles.clone(),
            phrases,
            acronym,
            country: d.country,
            nameless: true,
            ..Entity::default()
        })
    }

    fn pronoun(&mut self, d: &Described, at: usize) -> Option<EntityId> {
        self.salient(at, 260, |e| {
            compatible(e.agreement, d.agreement)
                && same_number(e, d)
                && e.kind != SourceType::Document
        })
    }

    fn recent(&self, entity: EntityId, at: usize, window: usize) -> bool {
        self.mentions
            .iter()
            .rev()
            .any(|m| m.entity == entity && m.at <= at && at - m.at < window)
    }

    /// The most salient entity before `at` that fits: subjects and speakers before others, nearer before farther.
    fn salient(
        &self,
        at: usize,
        window: usize,
        fits: impl Fn(&Entity) -> bool,
    ) -> Option<EntityId> {
        let near = |m: &&Mention| {
            m.at < at && at - m.at < window && self.entities.get(m.entity).is_some_and(&fits)
        };
        let subject = self.mentions.iter().rev().find(|m| near(m) && m.subject);
        let last = self.mentions.iter().rev().find(near)?;
        Some(match subject {
            Some(s) if last.at.saturating_sub(s.at) < 90 => s.entity,
            _ => last.entity,
        })
    }

    /// `Son porte-parole`: the owner is the last salient entity.
    fn possessed(&mut self, d: &Described, at: usize, w: Words<'_>) -> EntityId {
        let owner = self.salient(at, 160, |e| !e.name.is_empty());
        let own = d.span.of(w.text).to_owned();
        let name = owner
            .and_then(|o| self.entities.get(o))
            .map_or_else(|| own.clone(), |o| format!("{own} de {}", o.name));
        let key = fold(&name);
        if let Some(found) = self.entities.iter().position(|e| e.key == key) {
            return found;
        }
        let id = self.describe(d, key, w);
        if let Some(e) = self.entities.get_mut(id) {
            e.name = name;
        }
        id
    }

    /// A definite description without a name: by role phrase, by role or hypernym, then the last speaker.
    fn anaphora(&mut self, d: &Described, at: usize) -> Option<EntityId> {
        if let Some(found) = self.by_phrase(d, at) {
            return Some(found);
        }
        let Some(lemma) = d.lemma else {
            return if d.demonstrative && d.bare {
                self.salient(at, 160, |e| {
                    compatible(e.agreement, d.agreement) && same_number(e, d)
                })
            } else {
                None
            };
        };
        let isa = |e: &Entity| {
            compatible(e.agreement, d.agreement) && same_number(e, d) && e.roles.contains(&lemma)
        };
        if d.bare || d.demonstrative {
            if let Some(found) = self
                .salient(at, usize::MAX, isa)
                .or_else(|| self.entities.iter().position(|e| !e.nameless && isa(e)))
            {
                return Some(found);
            }
            return self.hypernym(d, at);
        }
        self.by_country(d, lemma, at)
    }

    /// `le président russe`, `la sénatrice du Jura`: the one named person of that role (and country) who is known by no other
    /// complement; else the last one of whom neither role nor country is known.
    fn by_country(&mut self, d: &Described, lemma: u16, at: usize) -> Option<EntityId> {
        if d.kind != SourceType::Person {
            return None;
        }
        let country =
            |e: &Entity| e.country.is_none() || d.country.is_none() || e.country == d.country;
        let person = |e: &Entity| {
            e.kind == SourceType::Person
                && !e.nameless
                && compatible(e.agreement, d.agreement)
                && country(e)
        };
        let same_country = |e: &Entity| d.country.is_some() && e.country == d.country;
        let free = |e: &Entity| {
            same_country(e)
                || !e.phrases.iter().any(|p| {
                    p.contains(' ') && d.phrase.split(' ').next().is_some_and(|w| p.starts_with(w))
                })
        };
        let mut known = self
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| person(e) && e.roles.contains(&lemma) && free(e))
            .map(|(i, _)| i);
        if let (Some(one), None) = (known.next(), known.next()) {
            return Some(one);
        }
        let unknown = |e: &Entity| person(e) && e.roles.is_empty() && e.country.is_none();
        let found = if d.country.is_some() {
            self.salient(at, 400, unknown)
        } else {
            None
        }?;
        if let Some(e) = self.entities.get_mut(found) {
            e.country = d.country;
            e.learn_roles(&d.roles);
            e.learn_phrase(&d.phrase);
        }
        Some(found)
    }

    fn by_phrase(&self, d: &Described, at: usize) -> Option<EntityId> {
        if d.phrase.is_empty() {
            return None;
        }
        if d.bare {
            let begins = |e: &Entity| {
                e.nameless
                    && e.phrases.iter().any(|p| {
                        p.strip_prefix(&d.phrase)
                            .is_some_and(|r| r.starts_with(' '))
                    })
                    && compatible(e.agreement, d.agreement)
            };
            return if d.kind == SourceType::Person {
                None
            } else {
                self.salient(at, usize::MAX, begins)
            };
        }
        let exact =
            |e: &Entity| e.phrases.contains(&d.phrase) && compatible(e.agreement, d.agreement);
        let longer = |e: &Entity| {
            e.phrases.iter().any(|p| p.starts_with(&d.phrase))
                && compatible(e.agreement, d.agreement)
        };
        self.salient(at, usize::MAX, exact)
            .or_else(|| self.entities.iter().position(exact))
            .or_else(|| self.salient(at, usize::MAX, longer))
    }

    /// A noun that says something new of the last speaker: « la syndicaliste » of somebody known by name only. Offices that
    /// one person holds at a time name somebody else.
    fn hypernym(&self, d: &Described, at: usize) -> Option<EntityId> {
        if d.office && !d.demonstrative {
            return None;
        }
        let person = matches!(d.kind, SourceType::Person);
        let fits = |e: &Entity| {
            let sort = if person {
                e.kind == SourceType::Person || e.kind == SourceType::Anonymous
            } else {
                e.kind == SourceType::Institution && e.roles.is_empty()
            };
            sort && compatible(e.agreement, d.agreement) && same_number(e, d)
        };
        self.speaker
            .filter(|s| self.recent(*s, at, 200) && self.entities.get(*s).is_some_and(fits))
            .or_else(|| self.salient(at, 200, fits))
    }
}

/// A plural pronoun or noun needs a plural antecedent, and the other way round.
fn same_number(e: &Entity, d: &Described) -> bool {
    let plural = |c: Classes| c.has(Classes::PLURAL) && !c.has(Classes::SINGULAR);
    plural(d.agreement) == plural(e.agreement)
}

/// Tells whether two names can be one person: the same surname, and first names that do not differ.
fn same_person(a: &[String], b: &[String]) -> bool {
    if a == b {
        return !a.is_empty();
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match short.len() {
        0 => false,
        1 => short
            .first()
            .is_some_and(|s| long.last() == Some(s) || long.first() == Some(s)),
        _ => {
            long.ends_with(short)
                || long.starts_with(short)
                || short.first() == long.first() && short.last() == long.last()
        }
    }
}

fn strip_determiner(key: &str) -> &str {
    for article in [
        "le ", "la ", "les ", "l'", "un ", "une ", "des ", "ce ", "cette ",
    ] {
        if let Some(rest) = key.strip_prefix(article) {
            return rest;
        }
    }
    key
}
