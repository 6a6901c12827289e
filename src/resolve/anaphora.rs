//! Definite descriptions without a name: whom `le maire`, `la chanteuse de 34 ans`, `l'intéressée`, `le groupe lyonnais` take up.
//!
//! In: a description and the register. Out: the entity: « le maire de Vernay » in a headline is the Paul Orsini whom the story
//! calls « maire sans étiquette de Vernay »; « la spécialiste » is the person who spoke last.

use super::circle::{elsewhere, other};
use super::entity::{Entity, EntityId, compatible};
use super::fit::{company, further_names, named_person};
use super::folded::Told;
use super::names::Described;
use super::sorts::Crowd;
use super::{Register, Words, same_number};
use crate::contract::SourceType;
use crate::lexicon::{Circle, Classes};

/// Tokens within which a description takes up somebody of whom the article has not told the role.
const NEAR: usize = 80;

/// Tokens of headline and standfirst, where a description may stand before the name.
const OPENING: usize = 120;

/// Who is concerned (`l'intéressée`), as folded words.
const CONCERNED: [&str; 2] = ["intéressé", "intéressée"];

impl Register {
    /// Gives the entities of a crowd, in order.
    fn each(&self, crowd: Crowd) -> impl Iterator<Item = (EntityId, &Entity)> {
        let ids = crowd.ids(self.entities.len());
        ids.filter_map(|id| self.entities.get(id).map(|e| (id, e)))
    }

    /// The one entity of a crowd that fits, when no other does.
    fn only(&self, among: Crowd, fits: impl Fn(EntityId, &Entity) -> bool) -> Option<EntityId> {
        let mut all = self.each(among).filter(|(id, e)| fits(*id, e));
        let (one, _) = all.next()?;
        all.next().is_none().then_some(one)
    }

    /// A definite description without a name: by role phrase, by role or hypernym, then the last speaker.
    pub(super) fn anaphora(
        &mut self,
        d: &Described,
        told: Told,
        at: usize,
        w: Words<'_>,
    ) -> Option<EntityId> {
        if told.single && CONCERNED.contains(&self.folded.of(told.words)) {
            return self.topic(d, at);
        }
        // Mostly no phrase begins with that word, and only of one word can more be the beginning of another first word: `porte` of
        // `porte-parole`.
        let begun = told.single && !d.bare || self.heads.may_have(told.head);
        if begun && let Some(found) = self.by_phrase(d, told, at) {
            return Some(found);
        }
        if self.pair.is_some() | !self.sorts.several().is_empty() {
            let together = self.together(d, at, w);
            if let Some(found) = together.or_else(|| self.one_of_two(d, w)) {
                return Some(found);
            }
        }
        let Some(lemma) = d.lemma else {
            return match d.demonstrative {
                true if d.bare => self.latest(d, at),
                true => self.same_source(d, at),
                false => self.demonym(d, at, w),
            };
        };
        match () {
            () if d.bare | d.demonstrative => self.noun_alone(d, told, lemma, at, w),
            () if d.kind == SourceType::Person => self.longer(d, told, lemma, at, w),
            () if d.office => None,
            () => self.firm(d, at, w),
        }
    }

    /// A noun alone, or behind a demonstrative: whom it names by role or hypernym, then the last speaker.
    #[inline(never)]
    fn noun_alone(
        &mut self,
        d: &Described,
        told: Told,
        lemma: u16,
        at: usize,
        w: Words<'_>,
    ) -> Option<EntityId> {
        self.by_role(d, told, lemma, at)
            .or_else(|| self.former(d, lemma, at, w))
            .or_else(|| self.hypernym(d, at, w))
            .or_else(|| self.body(d, at, w))
            .or_else(|| self.firm(d, at, w))
            .or_else(|| self.narrower(d, w))
            .or_else(|| self.unplaced(d, at, w))
    }

    /// A role with more behind it.
    #[inline(never)]
    fn longer(
        &mut self,
        d: &Described,
        told: Told,
        lemma: u16,
        at: usize,
        w: Words<'_>,
    ) -> Option<EntityId> {
        self.by_country(d, told, lemma, at, w)
            .or_else(|| self.unplaced(d, at, w))
            .or_else(|| self.told_of(d, told, at, w))
    }

    /// `l'intéressée`: the person whom the article has named most, who is not the one that spoke last.
    fn topic(&self, d: &Described, at: usize) -> Option<EntityId> {
        let count = |id: EntityId| self.mentions.iter().filter(|m| m.entity == id).count();
        (0..self.entities.len())
            .filter(|id| {
                Some(*id) != self.speaker
                    && self.recent(*id, at, usize::MAX)
                    && self.entities.get(*id).is_some_and(|e| named_person(e, d))
            })
            .max_by_key(|id| count(*id))
            .or_else(|| {
                let person = |e: &Entity| {
                    matches!(e.kind, SourceType::Person | SourceType::Anonymous)
                        && (e.nameless || e.words.len() > 1)
                        && compatible(e.agreement, d.agreement)
                };
                self.salient(at, NEAR, self.human(), person)
            })
    }

    /// Somebody of the role or a hypernym: the last one before; else somebody whom the article names later with that very
    /// noun, as a headline does.
    fn by_role(&self, d: &Described, told: Told, lemma: u16, at: usize) -> Option<EntityId> {
        let among = self.sorts.role(lemma);
        if among.is_empty() {
            return None;
        }
        let isa = |e: &Entity| {
            e.has_role(lemma) && compatible(e.agreement, d.agreement) && same_number(e, d)
        };
        if let Some(found) = self.salient(at, usize::MAX, among, isa) {
            return Some(found);
        }
        let noun = |id: EntityId| self.alike_of(id, told).next().is_some();
        let held =
            |(id, e): &(EntityId, &Entity)| !e.nameless && isa(e) && (at < OPENING || noun(*id));
        let mut later = self.each(among).filter(held);
        let (one, _) = later.next()?;
        (later.next().is_none() || noun(one)).then_some(one)
    }

    /// `le président russe`, `la sénatrice du Jura`: the one named person of that role (and country) who is known by no other
    /// complement; else the last one of whom neither role nor country is known.
    fn by_country(
        &mut self,
        d: &Described,
        told: Told,
        lemma: u16,
        at: usize,
        w: Words<'_>,
    ) -> Option<EntityId> {
        let country =
            |e: &Entity| e.country.is_none() || d.country.is_none() || e.country == d.country;
        let person = |e: &Entity| named_person(e, d) && country(e);
        let same_country = |e: &Entity| d.country.is_some() && e.country == d.country;
        let free = |id: EntityId| {
            let mut same = self.alike_of(id, told).peekable();
            same.peek().is_some() && !same.any(|p| p.told.spaced)
        };
        let persons = self.sorts.persons();
        let known = self.only(persons.and(self.sorts.role(lemma)), |id, e| {
            e.has_role(lemma) && person(e) && (same_country(e) || free(id))
        });
        if known.is_some() {
            return known;
        }
        let unknown = |e: &Entity| person(e) && e.roles.is_empty() && e.country.is_none();
        let found = if d.country.is_some() {
            self.salient(at, 400, persons.and(self.sorts.untold()), unknown)
        } else {
            None
        }?;
        self.learn_of(found, d, w);
        Some(found)
    }

    /// An office that nobody named holds (`le ministre`) goes to the only person whose office the article does not tell, or
    /// to the nearest of several.
    fn unplaced(&mut self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        if !d.office || d.kind != SourceType::Person || judging(d) {
            return None;
        }
        let among = self.sorts.persons().and(self.sorts.untold());
        if among.is_empty() {
            return None;
        }
        let free = |e: &Entity| {
            named_person(e, d)
                && e.roles.is_empty()
                && e.words.len() > 1
                && e.country.is_none()
                && !elsewhere(d, e)
        };
        let found = self
            .salient(at, NEAR, among, free)
            .or_else(|| self.only(among, |_, e| free(e) && e.first < d.span.start))
            .or_else(|| self.named_next(d, among, free))
            .or_else(|| self.only(among, |_, e| free(e)))?;
        self.learn_of(found, d, w);
        Some(found)
    }

    /// « Le ministre a promis un plan. Israel Roy a précisé que P. »: the name comes right behind the office.
    fn named_next(
        &self,
        d: &Described,
        among: Crowd,
        free: impl Fn(&Entity) -> bool,
    ) -> Option<EntityId> {
        /// Bytes within which the name comes.
        const AHEAD: u32 = 500;
        let ahead = d.span.end..d.span.end + AHEAD;
        let next = |(_, e): &(EntityId, &Entity)| ahead.contains(&e.first) && e.speaks && free(e);
        let found = self.each(among).filter(next).min_by_key(|(_, e)| e.first);
        found.map(|(id, _)| id)
    }

    /// `l'ancien ministre`: somebody whom the article has called by the office itself.
    fn former(&self, d: &Described, lemma: u16, at: usize, w: Words<'_>) -> Option<EntityId> {
        let among = self.sorts.persons().and(self.mentioned);
        if among.is_empty() {
            return None;
        }
        let held = w.lexicon.lemma(lemma).strip_prefix("ancien ")?;
        let holds =
            |e: &Entity| named_person(e, d) && e.roles.iter().any(|r| w.lexicon.lemma(*r) == held);
        self.salient(at, usize::MAX, among, holds)
    }

    /// A description of a person with an age, an origin or a club (`la chanteuse de 34 ans`, `le grimpeur de Novalis`) says something new of
    /// the person just named.
    fn told_of(&mut self, d: &Described, told: Told, at: usize, w: Words<'_>) -> Option<EntityId> {
        if d.office {
            return None;
        }
        if let Some(found) = self.firm(d, at, w) {
            return Some(found);
        }
        let among = self.sorts.persons().and(self.mentioned);
        if among.is_empty() {
            return None;
        }
        let names = further_names(d, w);
        if !names && d.firm(w.lexicon) {
            return None;
        }
        let owned = || {
            let words = self.folded.of(told.words);
            let links = [" de l'", " de la ", " du ", " des "];
            !words.starts_with("ancien") && links.iter().any(|link| words.contains(link))
        };
        let fits = |id: EntityId, e: &Entity| {
            named_person(e, d)
                && !e.uncertain
                && !elsewhere(d, e)
                && if names {
                    self.alike_of(id, told).next().is_none()
                } else {
                    d.roles.iter().any(|r| e.has_role(*r)) || !owned()
                }
        };
        let window = if names { NEAR / 2 } else { NEAR };
        let found = self.salient_by_id(at, window, among, fits)?;
        self.learn_of(found, d, w);
        Some(found)
    }

    /// A noun that says something new of the last speaker: « la syndicaliste » of somebody known by name only. Offices that
    /// one person holds at a time name somebody else.
    fn hypernym(&mut self, d: &Described, at: usize, w: Words<'_>) -> Option<EntityId> {
        if d.office && !d.demonstrative {
            return None;
        }
        let person = d.kind == SourceType::Person;
        let among = if person {
            self.human()
        } else {
            self.sorts.companies()
        };
        let among = among.and(self.mentioned);
        if among.is_empty() {
            return None;
        }
        let firm = !person && d.firm(w.lexicon);
        if !person && !firm {
            return None;
        }
        let fits = |e: &Entity| {
            let sort = if person {
                matches!(e.kind, SourceType::Person | SourceType::Anonymous)
                    && !e.uncertain
                    && !elsewhere(d, e)
                    && (d.demonstrative || !other(d, e))
            } else {
                company(e, d, firm)
            };
            sort && compatible(e.agreement, d.agreement) && same_number(e, d)
        };
        // « l'expert » may be a woman who has just spoken: the article does not tell.
        let elided = || {
            let words = d.span.of(w.text);
            ["l'", "l’", "L'", "L’"]
                .iter()
                .any(|article| words.starts_with(article))
        };
        let epicene = |e: &Entity| {
            person
                && e.kind == SourceType::Person
                && e.agreement.has(Classes::FEMININE)
                && d.agreement.has(Classes::MASCULINE)
                && same_number(e, d)
                && !elsewhere(d, e)
                && elided()
        };
        let spoke = |s: &EntityId, window: usize, fits: &dyn Fn(&Entity) -> bool| {
            among.may_have(*s)
                && self.recent(*s, at, window)
                && self.entities.get(*s).is_some_and(fits)
        };
        let found = self
            .speaker
            .filter(|s| spoke(s, 200, &fits))
            .or_else(|| self.salient(at, 200, among, fits))
            .or_else(|| self.speaker.filter(|s| spoke(s, NEAR, &epicene)))?;
        if self.entities.get(found).is_some_and(|e| !e.nameless) {
            self.learn_of(found, d, w);
        }
        Some(found)
    }
}

/// `le procureur`, `la juge`: who holds such an office is told with it.
const fn judging(d: &Described) -> bool {
    const SET: u16 = Circle::Bench.bit() | Circle::Local.bit();
    d.circles & SET == SET
}
