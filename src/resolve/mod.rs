//! From mentions to entities: names, aliases, roles, acronyms, pronouns, with a salience list.
//!
//! In: the phrases of an article in the order of the text. Out: the entity of each. « Le Bihan », « le capitaine » and « il »
//! after « le capitaine Yoann Le Bihan » are he; when nobody fits, nobody is named: silence is better than the wrong person.

pub mod entity;
pub mod names;

use crate::contract::SourceType;
use crate::lexicon::Classes;
use crate::lexicon::fold::fold;
use entity::{Entity, EntityId, compatible};
use names::Described;

/// One mention of an entity.
#[derive(Clone, Copy, Debug)]
struct Mention {
    at: usize,
    entity: EntityId,
    subject: bool,
}

/// The entities of one article, and what was mentioned when.
#[derive(Debug, Default)]
pub struct Register {
    /// All entities.
    pub entities: Vec<Entity>,
    mentions: Vec<Mention>,
    speaker: Option<EntityId>,
    index: std::collections::HashMap<String, EntityId>,
}

impl Register {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entities.clear();
        self.mentions.clear();
        self.speaker = None;
        self.index.clear();
    }

    /// Forgets who was mentioned, at a heading or a new interview turn; the entities stay.
    pub fn reset_salience(&mut self) {
        self.mentions.clear();
        self.speaker = None;
    }

    /// Remembers who spoke last.
    pub fn spoke(&mut self, entity: EntityId, at: usize) {
        self.speaker = Some(entity);
        self.mention(entity, at, true);
    }

    /// Gives who spoke last.
    #[must_use]
    pub fn speaker(&self) -> Option<EntityId> {
        self.speaker
    }

    /// Remembers a mention at a token.
    pub fn mention(&mut self, entity: EntityId, at: usize, subject: bool) {
        self.mentions.push(Mention { at, entity, subject });
    }

    /// Learns a named phrase without asking who it is in context: the first pass over an article.
    pub fn learn(&mut self, d: &Described) -> Option<EntityId> {
        if let Some((id, name)) = &d.outlet
            && matches!(d.kind, SourceType::Agency | SourceType::Media)
        {
            return Some(self.outlet(id, name, d));
        }
        d.name.as_ref()?;
        Some(self.person(d))
    }

    fn outlet(&mut self, id: &str, name: &str, d: &Described) -> EntityId {
        if let Some(found) = self.entities.iter().position(|e| e.outlet.as_deref() == Some(id)) {
            if let Some(e) = self.entities.get_mut(found) {
                e.learn_alias(&d.text);
            }
            return found;
        }
        let mut entity = Entity { name: name.to_owned(), kind: d.kind, outlet: Some(id.to_owned()), agreement: d.agreement, ..Entity::default() };
        entity.learn_alias(&d.text);
        entity.learn_roles(&["agence", "média", "journal", "quotidien", "chaîne", "site", "organe"].map(str::to_owned));
        self.push(entity)
    }

    fn push(&mut self, entity: Entity) -> EntityId {
        self.entities.push(entity);
        self.entities.len() - 1
    }

    /// Finds or makes the person of a name; the longer form becomes the name.
    fn person(&mut self, d: &Described) -> EntityId {
        let name = d.name.clone().unwrap_or_default();
        let last = d.words.last().cloned().unwrap_or_default();
        let found = self.entities.iter().position(|e| !e.words.is_empty() && same_person(&e.words, &d.words) && (compatible(e.agreement, d.agreement) || e.words.len() > 1 && d.words.len() > 1));
        let id = found.unwrap_or_else(|| self.push(Entity { name: name.clone(), words: d.words.clone(), kind: SourceType::Person, agreement: Classes::SINGULAR, ..Entity::default() }));
        if let Some(e) = self.entities.get_mut(id) {
            if d.words.len() > e.words.len() {
                e.words = d.words.clone();
                let old = std::mem::replace(&mut e.name, name);
                e.learn_alias(&old);
            }
            e.learn_roles(&d.roles);
            e.learn_agreement(d.agreement);
            if !d.phrase.is_empty() && !d.roles.is_empty() && !e.phrases.contains(&d.phrase) {
                e.phrases.push(d.phrase.clone());
            }
        }
        self.index.insert(last, id);
        id
    }

    /// Resolves a phrase in context at token `at`; `None` when nobody fits.
    pub fn resolve(&mut self, d: &Described, at: usize) -> Option<EntityId> {
        if let Some(known) = self.learn(d) {
            return Some(known);
        }
        if d.pronoun {
            return self.pronoun(d, at);
        }
        if d.possessive {
            return Some(self.possessed(d, at));
        }
        if let Some(known) = self.same_words(d) {
            return Some(known);
        }
        if d.indefinite {
            return Some(self.describe(d));
        }
        if let Some(acronym) = &d.acronym {
            let id = self.describe(d);
            let acronym = acronym.clone();
            if let Some(e) = self.entities.get_mut(id) {
                e.learn_alias(&acronym);
            }
            return Some(id);
        }
        if let Some(known) = self.anaphora(d, at) {
            return Some(known);
        }
        Some(self.describe(d))
    }

    /// The same words (or the acronym, or the tail of the name) as an entity already known.
    fn same_words(&mut self, d: &Described) -> Option<EntityId> {
        let key = strip_determiner(&fold(&d.text)).to_owned();
        let found = self.entities.iter().position(|e| {
            let name = fold(&e.name);
            let name = strip_determiner(&name);
            name == key || e.aliases.iter().any(|a| strip_determiner(&fold(a)) == key) || !d.bare && e.phrases.contains(&d.phrase)
        })?;
        if d.indefinite && self.entities.get(found).is_some_and(|e| e.kind == SourceType::Person && !e.nameless) { None } else { Some(found) }
    }

    /// Makes a new entity of a description, or finds the one of the same words.
    fn describe(&mut self, d: &Described) -> EntityId {
        let mut entity = Entity { name: d.text.clone(), kind: d.kind, agreement: d.agreement, roles: d.roles.clone(), nameless: true, ..Entity::default() };
        if !d.phrase.is_empty() {
            entity.phrases.push(d.phrase.clone());
        }
        self.push(entity)
    }

    fn pronoun(&mut self, d: &Described, at: usize) -> Option<EntityId> {
        let fits = |e: &Entity| compatible(e.agreement, d.agreement) && (known(e, d) || e.kind != SourceType::Document);
        if let Some(s) = self.speaker
            && self.entities.get(s).is_some_and(|e| fits(e) && agrees_strongly(e, d))
            && self.recent(s, at, 160)
        {
            return Some(s);
        }
        self.salient(at, 220, |e| fits(e) && agrees_strongly(e, d))
    }

    fn recent(&self, entity: EntityId, at: usize, window: usize) -> bool {
        self.mentions.iter().rev().any(|m| m.entity == entity && m.at <= at && at - m.at < window)
    }

    /// The most salient entity before `at` that fits: subjects before others, nearer before farther.
    fn salient(&self, at: usize, window: usize, fits: impl Fn(&Entity) -> bool) -> Option<EntityId> {
        let near = |m: &&Mention| m.at < at && at - m.at < window && self.entities.get(m.entity).is_some_and(&fits);
        let last = self.mentions.iter().rev().find(near)?;
        let subject = self.mentions.iter().rev().find(|m| near(m) && m.subject);
        Some(match subject {
            Some(s) if last.at.saturating_sub(s.at) < 60 => s.entity,
            _ => last.entity,
        })
    }

    /// `Son porte-parole`: the owner is the last salient entity.
    fn possessed(&mut self, d: &Described, at: usize) -> EntityId {
        let owner = self.salient(at, 120, |e| !e.name.is_empty());
        let mut d = d.clone();
        if let Some(owner) = owner.and_then(|o| self.entities.get(o)) {
            let bare = d.text.split_once([' ', '\u{a0}']).map_or(d.text.as_str(), |(_, rest)| rest).to_owned();
            d.text = format!("{} de {}", d.text, owner.name);
            let _ = bare;
        }
        self.describe(&d)
    }

    /// A definite description without a name: by role or hypernym, the last speaker first, then by salience.
    fn anaphora(&mut self, d: &Described, at: usize) -> Option<EntityId> {
        if d.roles.is_empty() && !d.demonstrative {
            return None;
        }
        let head = d.roles.first().cloned().unwrap_or_default();
        let exact = |e: &Entity| e.phrases.iter().any(|p| *p == d.phrase) && compatible(e.agreement, d.agreement);
        if let Some(found) = self.salient(at, usize::MAX, exact) {
            return Some(found);
        }
        if !d.bare && !d.demonstrative {
            // A longer description: only somebody known by this role and not yet by another name of that sort.
            let prefix = |e: &Entity| compatible(e.agreement, d.agreement) && e.phrases.iter().any(|p| p.starts_with(&d.phrase) || d.phrase.starts_with(p.as_str()) && p.contains(' '));
            return self.salient(at, usize::MAX, prefix);
        }
        let isa = |e: &Entity| compatible(e.agreement, d.agreement) && (e.roles.contains(&head) || d.demonstrative && d.roles.is_empty());
        if let Some(s) = self.speaker
            && self.entities.get(s).is_some_and(isa)
            && self.recent(s, at, 250)
        {
            return Some(s);
        }
        if let Some(found) = self.salient(at, usize::MAX, isa) {
            return Some(found);
        }
        if let Some(found) = self.entities.iter().position(|e| !e.nameless && isa(e)) {
            return Some(found);
        }
        // A hypernym that tells something new of the last speaker: « la magistrate » of somebody without a known role.
        self.speaker.filter(|s| self.recent(*s, at, 120) && d.kind == SourceType::Person && self.entities.get(*s).is_some_and(|e| e.kind == SourceType::Person && !e.nameless && compatible(e.agreement, d.agreement) && e.roles.is_empty()))
    }
}

fn known(e: &Entity, _d: &Described) -> bool {
    e.kind != SourceType::Unknown
}

/// A pronoun needs an antecedent whose gender is known to agree, or a person of unknown gender.
fn agrees_strongly(e: &Entity, d: &Described) -> bool {
    let plural = d.agreement.has(Classes::PLURAL) && !d.agreement.has(Classes::SINGULAR);
    let entity_plural = e.agreement.has(Classes::PLURAL) && !e.agreement.has(Classes::SINGULAR);
    plural == entity_plural
}

/// Tells whether two names can be one person: the same surname, and first names that do not differ.
fn same_person(a: &[String], b: &[String]) -> bool {
    if a == b {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() == 1 {
        return short.first().is_some_and(|s| long.last() == Some(s) || long.first() == Some(s) && long.len() > 1);
    }
    long.ends_with(short) || long.starts_with(short) || short.first() == long.first() && short.last() == long.last()
}

fn strip_determiner(key: &str) -> &str {
    for article in ["le ", "la ", "les ", "l'", "un ", "une ", "des ", "ce ", "cette "] {
        if let Some(rest) = key.strip_prefix(article) {
            return rest;
        }
    }
    key
}
