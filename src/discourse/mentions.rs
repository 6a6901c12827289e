//! The phrases of an article that may mention somebody, found before anybody is resolved.
//!
//! In: the sentences in order. Out: [`Mentioned`] phrases, and names, roles and introductions in the register: « Yann Le Bihan,
//! 42 ans, président du comité et docker à la retraite » is one person with two roles, not three.

mod phrases;
mod starts;

use std::borrow::Cow;
use std::ops::Range;

use crate::contract::SourceType;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::Register;
use crate::resolve::entity::EntityId;
use crate::resolve::names::{Described, describe_into};
use crate::span::Span;
use phrases::{Found, find};

/// A phrase of the article that may be a mention, described once.
#[derive(Clone, Debug)]
pub(crate) struct Mentioned {
    pub(super) phrase: Phrase,
    /// It stands inside another phrase.
    inner: bool,
    /// More doubtful as a mention than as somebody's source.
    doubted: bool,
    /// The narrator names somebody or something by it that speaks.
    pub(super) counts: bool,
    pub(super) described: Described,
}

impl Mentioned {
    fn new(found: &Found) -> Self {
        Self {
            phrase: found.phrase,
            inner: found.inner,
            doubted: false,
            counts: false,
            described: Described::default(),
        }
    }

    /// Gives the first token behind the phrase and its apposition.
    pub(super) fn end(&self) -> usize {
        let end = self.phrase.run.end;
        self.phrase.apposition.map_or(end, |a| a.end.max(end))
    }

    /// Gives the description of a phrase that is also the source of a statement; of a longer one that says the same.
    pub(super) fn describes(
        &self,
        scene: &Scene<'_>,
        phrase: &Phrase,
    ) -> Option<Cow<'_, Described>> {
        let own = &self.phrase;
        if own.main != phrase.main || own.apposition != phrase.apposition || self.doubted {
            return None;
        }
        if own.run == phrase.run {
            return Some(Cow::Borrowed(&self.described));
        }
        let joined = || (own.main.end..phrase.run.end).any(|i| scene.is(i, Classes::CONJ));
        let same = own.apposition.is_some() || !joined();
        same.then(|| Cow::Owned(self.described.over(scene.span(phrase.run))))
    }
}

/// The mentions of one article.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    found: Vec<Found>,
    /// Where the phrases found in each sentence end.
    ends: Vec<usize>,
    all: Vec<Mentioned>,
    /// Where the mentions of each sentence stand.
    ranges: Vec<Range<usize>>,
}

impl Mentions {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.found.clear();
        self.ends.clear();
        self.all.clear();
        self.ranges.clear();
    }

    /// Gives the mentions of a sentence.
    pub(crate) fn of(&self, sentence: usize) -> &[Mentioned] {
        let range = self.ranges.get(sentence);
        range.and_then(|r| self.all.get(r.clone())).unwrap_or(&[])
    }

    /// Notes the phrases of an article and learns all names, before anybody is resolved: the fullest name may come later.
    pub(crate) fn learn(&mut self, scenes: &[Scene<'_>], register: &mut Register) {
        // One step after the other for all sentences: the code of a step stays in the cache of the processor.
        for scene in scenes {
            find(scene, &mut self.found);
            self.ends.push(self.found.len());
        }
        let mut before = 0;
        for (scene, end) in scenes.iter().zip(&self.ends) {
            let start = self.all.len();
            let own = self.found.get(before..*end).unwrap_or(&[]);
            describe_all(scene, own, &mut self.all);
            self.ranges.push(start..self.all.len());
            before = *end;
        }
        for (scene, range) in scenes.iter().zip(&self.ranges) {
            let mut learner = Learner {
                scene,
                register,
                anchor: None,
            };
            for new in self.all.get_mut(range.clone()).unwrap_or(&mut []) {
                new.counts = learner.learn(new);
            }
        }
    }
}

/// Describes the phrases found in a sentence.
fn describe_all(scene: &Scene<'_>, found: &[Found], out: &mut Vec<Mentioned>) {
    // The name in the last phrase that stands in no other.
    let mut name: Option<Span> = None;
    for found in found {
        let run = found.phrase.run;
        // Behind the `de` of « le maire du Havre Luc Roy » stand a town and the name that is known.
        if found.inner && found.held && name.is_some_and(|name| scene.span(run).contains(name)) {
            continue;
        }
        out.push(Mentioned::new(found));
        if let Some(new) = out.last_mut() {
            describe_into(scene, &found.phrase, found.traits, &mut new.described);
            if !found.inner {
                name = new.described.name;
            }
        }
    }
}

/// What the phrases of a sentence teach, one after the other.
struct Learner<'a, 'b> {
    scene: &'a Scene<'b>,
    register: &'a mut Register,
    /// The last name, and where what may be told of it begins.
    anchor: Option<(EntityId, usize)>,
}

impl Learner<'_, '_> {
    /// Learns from a phrase that was just described; tells whether it counts as a mention.
    fn learn(&mut self, new: &mut Mentioned) -> bool {
        let (scene, run, inner) = (self.scene, new.phrase.run, new.inner);
        let d = &mut new.described;
        new.doubted = d.uncertain && !d.doubtful && (inner || placed(scene, run.start));
        d.doubtful |= new.doubted;
        if d.predicate {
            self.tell(d, run);
            return false;
        }
        if inner && d.name.is_none() && d.outlet.is_none() && d.lemma.is_none() {
            return false;
        }
        let known = self.register.learn(d, scene.words());
        let known = known.filter(|_| d.name.is_some());
        if let Some(entity) = known {
            let verb = scene.is(run.end, Classes::FINITE);
            if verb && run.start == scene.sentence.start && speaks(scene, run.end) {
                self.register.heard(entity, d.span.start);
            }
            self.register.introduce(entity, d, scene.words());
            let end = new.phrase.apposition.map_or(run.end, |a| a.end);
            self.anchor = Some((entity, end));
        } else {
            self.register.note(d);
        }
        d.learnt = known;
        counts(scene, &new.phrase, d)
    }

    /// Takes what is told of the last name: « Yann Le Bihan, 42 ans, docker à la retraite ».
    fn tell(&mut self, d: &Described, run: Run) {
        let last = self.anchor.take();
        let held = last.filter(|(_, end)| apposed_after(self.scene, *end, run.start));
        if let Some((entity, _)) = held {
            self.anchor = Some((entity, run.end));
            self.register
                .describe_further(entity, d, self.scene.words());
        }
    }
}

/// Tells whether a verb of saying begins at a token.
fn speaks(scene: &Scene<'_>, at: usize) -> bool {
    scene.cues.iter().any(|c| c.start == at)
}

/// Tells whether a phrase of the narrator may name somebody or something that speaks.
fn counts(scene: &Scene<'_>, phrase: &Phrase, d: &Described) -> bool {
    let speaks = d.name.is_some()
        || d.outlet.is_some()
        || !d.roles.is_empty()
        || matches!(d.kind, SourceType::Government | SourceType::Institution);
    // `un proche de Luc Roy` has no role of its own.
    let head = phrase.main.head;
    let near = scene.is(head, Classes::ANON) && scene.is(head, Classes::DE);
    (speaks || near || d.pronoun)
        && !(d.possessive && d.name.is_none())
        && scene.level(phrase.run.start) == 0
}

/// Behind a preposition a lone capitalised word may be a town: `à Valfroide`.
fn placed(scene: &Scene<'_>, start: usize) -> bool {
    start
        .checked_sub(1)
        .is_some_and(|b| scene.is(b, Classes::PREP.or(Classes::PREP_DET)))
}

/// Between a name and what is told of it stand commas, an age, `et`, `également`.
fn apposed_after(scene: &Scene<'_>, end: usize, start: usize) -> bool {
    end < start
        && start - end <= 6
        && (end..start).all(|i| match scene.kind(i) {
            Kind::Comma | Kind::Number => true,
            Kind::Word => {
                scene.is(i, Classes::CONJ.or(Classes::ADV)) || scene.one_of(i, closed!["ans", "an"])
            }
            _ => false,
        })
        && (end..start).any(|i| scene.kind(i) == Kind::Comma || scene.is(i, Classes::CONJ))
}
