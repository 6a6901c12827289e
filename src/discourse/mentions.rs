//! The phrases of an article that may mention somebody, found before anybody is resolved.
//!
//! In: the sentences in order. Out: [`Mentioned`] phrases, and names, roles and introductions in the register: « Yann Le Bihan,
//! 42 ans, président du comité et docker à la retraite » is one person with two roles, not three.

mod phrases;
mod starts;

use std::borrow::Cow;

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
    /// More doubtful as a mention than as somebody's source, or not described.
    doubted: bool,
    /// The narrator names somebody or something by it that speaks.
    pub(super) counts: bool,
    pub(super) described: Described,
}

impl Mentioned {
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
        let d = &self.described;
        // Whom a name with an apposition means does not hang on where the phrase ends.
        let named = d.name.is_some() && d.outlet.is_none() && !d.doubtful;
        let apposed = own.apposition.is_some() && own.run.start == phrase.run.start;
        if own.run == phrase.run || named && apposed {
            return Some(Cow::Borrowed(d));
        }
        let joined = || (own.main.end..phrase.run.end).any(|i| scene.is(i, Classes::CONJ));
        let same = own.apposition.is_some() || !joined();
        same.then(|| Cow::Owned(d.over(scene.span(phrase.run))))
    }
}

/// The mentions of one article.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    found: Vec<Found>,
    /// Where the phrases of each sentence end.
    ends: Vec<usize>,
    /// The phrases found, described; behind them lie some of the articles before, whose room is used again.
    all: Vec<Mentioned>,
}

/// Mentions kept for the next article.
const SPARE: usize = 512;

impl Mentions {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.found.clear();
        self.ends.clear();
        self.all.truncate(SPARE);
    }

    /// Gives the mentions of a sentence.
    pub(crate) fn of(&self, sentence: usize) -> &[Mentioned] {
        let before = sentence.checked_sub(1);
        let start = before.and_then(|b| self.ends.get(b)).copied();
        let end = self.ends.get(sentence).copied();
        let range = start.unwrap_or(0)..end.unwrap_or(0);
        self.all.get(range).unwrap_or(&[])
    }

    /// Notes the phrases of an article and learns all names, before anybody is resolved: the fullest name may come later.
    pub(crate) fn learn(&mut self, scenes: &[Scene<'_>], register: &mut Register) {
        // One step after the other for all sentences: the code of a step stays in the cache of the processor.
        for (number, scene) in (0..).zip(scenes) {
            find(scene, number, &mut self.found);
            self.ends.push(self.found.len());
        }
        self.describe(scenes);
        let mut learner = Learner {
            register,
            sentence: 0,
            anchor: None,
        };
        for (found, new) in self.found.iter().zip(&mut self.all) {
            if let Some(scene) = scenes.get(found.sentence as usize) {
                new.counts = learner.learn(scene, found, new);
            }
        }
    }

    /// Describes the phrases found.
    fn describe(&mut self, scenes: &[Scene<'_>]) {
        // The name in the last phrase that stands in no other.
        let mut name: Option<Span> = None;
        for (number, found) in self.found.iter().enumerate() {
            let Some(scene) = scenes.get(found.sentence as usize) else {
                continue;
            };
            if number == self.all.len() {
                self.all.push(Mentioned {
                    phrase: found.phrase,
                    doubted: false,
                    counts: false,
                    described: Described::default(),
                });
            }
            let Some(new) = self.all.get_mut(number) else {
                continue;
            };
            new.phrase = found.phrase;
            // Behind the `de` of « le maire du Havre Luc Roy » stand a town and the name that is known.
            let known = |name| scene.span(found.phrase.run).contains(name);
            new.doubted = (found.inner & found.held) && name.is_some_and(known);
            if new.doubted {
                continue;
            }
            describe_into(scene, &found.phrase, found.traits, &mut new.described);
            if !found.inner {
                name = new.described.name;
            }
        }
    }
}

/// What the phrases of a sentence teach, one after the other.
struct Learner<'a> {
    register: &'a mut Register,
    /// Number of the sentence.
    sentence: u32,
    /// The last name of the sentence, and where what may be told of it begins.
    anchor: Option<(EntityId, usize)>,
}

impl Learner<'_> {
    /// Learns from a phrase that was just described; tells whether it counts as a mention.
    fn learn(&mut self, scene: &Scene<'_>, found: &Found, new: &mut Mentioned) -> bool {
        if self.sentence != found.sentence {
            self.sentence = found.sentence;
            self.anchor = None;
        }
        if new.doubted {
            return false;
        }
        let (run, inner) = (found.phrase.run, found.inner);
        let d = &mut new.described;
        new.doubted = d.uncertain && !d.doubtful && (inner || placed(scene, run.start));
        d.doubtful |= new.doubted;
        if d.predicate {
            self.tell(scene, d, run);
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
    fn tell(&mut self, scene: &Scene<'_>, d: &Described, run: Run) {
        let last = self.anchor.take();
        let held = last.filter(|(_, end)| apposed_after(scene, *end, run.start));
        if let Some((entity, _)) = held {
            self.anchor = Some((entity, run.end));
            self.register.describe_further(entity, d, scene.words());
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
