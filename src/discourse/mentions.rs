//! The phrases of an article that may mention somebody, found before anybody is resolved.
//!
//! In: the sentences in order. Out: [`Mentioned`] phrases, and names, roles and introductions in the register: « Yann Le Bihan,
//! 42 ans, président du comité et docker à la retraite » is one person with two roles, not three.

use crate::contract::SourceType;
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::NICKNAME;
use crate::resolve::Register;
use crate::resolve::entity::EntityId;
use crate::resolve::names::{Described, describe_into};
use crate::resolve::traits::Traits;
use crate::span::Span;

/// A phrase of the article that may be a mention, described once.
#[derive(Clone, Debug)]
pub(crate) struct Mentioned {
    pub(super) phrase: Phrase,
    /// More doubtful as a mention than as somebody's source.
    doubted: bool,
    pub(super) described: Described,
}

impl Mentioned {
    /// Gives the first token behind the phrase and its apposition.
    pub(super) fn end(&self) -> usize {
        let end = self.phrase.run.end;
        self.phrase.apposition.map_or(end, |a| a.end.max(end))
    }

    /// Gives the description of a phrase that is also the source of a statement.
    pub(super) fn describes(&self, phrase: &Phrase) -> Option<&Described> {
        let (own, d) = (&self.phrase, &self.described);
        if own.main != phrase.main || own.apposition != phrase.apposition || self.doubted {
            return None;
        }
        // Whom a name with an apposition means does not hang on where the phrase ends.
        let named = d.name.is_some() && d.outlet.is_none() && !d.doubtful;
        let same = own.run == phrase.run
            || named && own.apposition.is_some() && own.run.start == phrase.run.start;
        same.then_some(d)
    }
}

/// Notes the phrases of a sentence and learns all names, before anybody is resolved: the fullest name may come later.
pub(crate) fn learn_names(scene: &Scene<'_>, register: &mut Register, out: &mut Vec<Mentioned>) {
    let mut learner = Learner {
        scene,
        register,
        anchor: None,
    };
    each_phrase(scene, |phrase, inner| {
        let traits = Traits::of(scene, phrase.run);
        if !telling(scene, &phrase, traits, inner) {
            return None;
        }
        out.push(Mentioned {
            phrase,
            doubted: false,
            described: Described::default(),
        });
        if let Some(new) = out.last_mut() {
            describe_into(scene, &phrase, traits, &mut new.described);
            let name = new.described.name;
            if !learner.learn(new, inner) {
                out.pop();
            }
            return name;
        }
        None
    });
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
    fn learn(&mut self, new: &mut Mentioned, inner: bool) -> bool {
        let (scene, run) = (self.scene, new.phrase.run);
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

/// Tells whether a phrase can teach anything or be a mention: most cannot, and need not be described.
fn telling(scene: &Scene<'_>, phrase: &Phrase, traits: Traits, inner: bool) -> bool {
    let np = &phrase.main;
    if traits.may_name() || phrase.apposition.is_some() {
        return true;
    }
    let pronoun = np.sort == Sort::Pronoun;
    if pronoun && !inner && scene.is(np.start, Classes::SUBJ.or(Classes::TONIC)) {
        return true;
    }
    let tells = traits.has_noun() || !inner && traits.has_body();
    if pronoun || scene.is(np.start, Classes::INDEF) {
        return tells || marked(scene, np);
    }
    // Without a name, a phrase counts only as the narrator's, or as what is told of the name before it.
    let told = np.head == np.start && scene.is(np.start, Classes::ROLE);
    let mention = scene.level(np.start) == 0 && !scene.is(np.start, Classes::POSS);
    tells && (told || mention)
}

/// Tells whether a quotation mark opens where it may hold a name: `un certain « Marquise »`.
fn marked(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    let end = (np.end + NICKNAME).min(scene.sentence.end);
    let near = scene.tokens.get(np.start..end);
    near.is_some_and(|t| t.iter().any(|t| t.kind == Kind::Open))
}

/// Goes through the noun phrases of a sentence that may be mentions.
fn each_phrase(scene: &Scene<'_>, mut visit: impl FnMut(Phrase, bool) -> Option<Span>) {
    let begins = Classes::DET.or(Classes::TITLE).or(Classes::ROLE);
    let asked = begins.or(Classes::SUBJ);
    let end = scene.sentence.end;
    let (mut at, mut rest) = (scene.sentence.start, scene.own);
    while let [token, behind @ ..] = rest {
        let starts = (token.capital() | token.is(asked))
            && token.kind == Kind::Word
            && (token.capital() || token.is(begins) || personal(scene, at))
            && !adverbial(token)
            && may_name(token, behind);
        let np = if starts { scene.noun(at, end) } else { None };
        let Some(np) = np else {
            (at, rest) = (at + 1, behind);
            continue;
        };
        let mut phrase = Phrase::plain(np);
        if scene.kind(np.end) == Kind::Comma
            && may_appose(scene, &np)
            && let Some(second) = scene.noun(np.end + 1, scene.sentence.end)
            && apposed(scene, &np, &second)
        {
            phrase.apposition = Some(second);
        }
        let name = visit(phrase, false);
        inner_names(scene, &np, name, &mut visit);
        at = phrase.apposition.map_or(np.end, |a| a.end).max(at + 1);
        rest = scene.tokens.get(at..end).unwrap_or(&[]);
    }
}

/// `De son côté`, `Interrogé par`: no name, for all its capital.
fn adverbial(token: &Token) -> bool {
    token.is(Classes::OPENER.or(Classes::ADV))
        && !token.is(Classes::FIRST_NAME.or(Classes::ROLE).or(Classes::DET))
}

/// A quick look ahead: a capital, a role, a body or a pronoun among the next words, before the phrase is read.
fn may_name(first: &Token, behind: &[Token]) -> bool {
    const NAMING: Classes = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::MEDIA)
        .or(Classes::MEDIA_NOUN)
        .or(Classes::SEAT)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::DOCUMENT)
        .or(Classes::SUBJ);
    let names = |t: &Token| t.is(NAMING) | t.capital();
    if names(first) {
        return true;
    }
    let ends = NAMING.or(Classes::FINITE);
    let mut near = behind.iter().take(8);
    let next = near.find(|t| (t.is(ends) | t.capital()) && t.kind == Kind::Word);
    next.is_some_and(|t| !t.is(Classes::FINITE))
}

/// `il`, `elle` as subject of the narrator's sentence; `il y a`, `il faut`, `il s'agit` name nobody.
fn personal(scene: &Scene<'_>, at: usize) -> bool {
    if !scene.is(at, Classes::SUBJ) || scene.level(at) != 0 {
        return false;
    }
    let impersonal = || {
        scene.one_of(at, closed!["il"])
            && (scene.is(at + 1, Classes::ETRE)
                || scene.one_of(
                    at + 1,
                    closed!["y", "faut", "fallait", "faudra", "faudrait", "s'"],
                ))
    };
    scene.one_of(at, closed!["il", "elle", "ils", "elles"]) && !impersonal()
}

/// A name inside a longer phrase: `le discours de Jean-Marc Ayrault`.
fn inner_names(
    scene: &Scene<'_>,
    np: &NounPhrase,
    name: Option<Span>,
    visit: &mut impl FnMut(Phrase, bool) -> Option<Span>,
) {
    // Behind the `de` of « le maire du Havre Luc Roy » stand a town and the name that is known.
    let taken = |inner: &NounPhrase| name.is_some_and(|n| scene.span(inner.run()).contains(n));
    let words = scene.tokens.get(np.start..np.end).unwrap_or(&[]);
    for (at, token) in (np.start..).zip(words).skip(1) {
        if token.is(Classes::DE)
            && token.kind == Kind::Word
            && may_tell(scene, Run::new(at + 1, np.end))
            && let Some(inner) = scene.noun(at + 1, np.end)
            && !taken(&inner)
        {
            visit(Phrase::plain(inner), true);
        }
    }
}

/// Tells whether a phrase at the start of a run may tell of somebody, before it is read.
fn may_tell(scene: &Scene<'_>, run: Run) -> bool {
    let traits = Traits::of(scene, run);
    let indefinite = Classes::INDEF
        .or(Classes::SUBJ)
        .or(Classes::PRON)
        .or(Classes::TONIC);
    traits.may_name() || traits.has_noun() || scene.is(run.start, indefinite)
}

/// What a capital may begin besides a name of a person.
const NO_PERSON: Classes = Classes::PREP
    .or(Classes::DE)
    .or(Classes::MEDIA)
    .or(Classes::SEAT)
    .or(Classes::PLACE)
    .or(Classes::CAPITAL)
    .or(Classes::COUNTRY);

fn role(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    scene.is(np.head, Classes::ROLE)
}

fn proper(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    np.sort == Sort::Proper
        && scene
            .token(np.start)
            .is_some_and(|t| t.capital() && (t.span.len() > 1 || np.end > np.start + 1))
        && !scene.is(np.start, NO_PERSON)
}

/// Tells whether a phrase can be one half of an apposition, before the other is read: a name begins with a capital.
fn may_appose(scene: &Scene<'_>, first: &NounPhrase) -> bool {
    proper(scene, first)
        || role(scene, first) && scene.token(first.end + 1).is_some_and(Token::capital)
}

/// Tells whether one of two phrases on both sides of a comma names the person and the other tells the role.
fn apposed(scene: &Scene<'_>, first: &NounPhrase, second: &NounPhrase) -> bool {
    // « À Kim, le président a écrit que … »: without a comma behind it, the second phrase is the subject.
    let subject = scene.is(second.end, Classes::FINITE) && !role(scene, first);
    let closed = matches!(
        scene.kind(second.end),
        Kind::Comma
            | Kind::Period
            | Kind::Break
            | Kind::ParenOpen
            | Kind::Close
            | Kind::Colon
            | Kind::Semicolon
            | Kind::Dash
            | Kind::Exclaim
    ) || scene.is(
        second.end,
        Classes::PREP
            .or(Classes::REL)
            .or(Classes::FINITE)
            .or(Classes::CONJ),
    );
    closed
        && !subject
        && (role(scene, first) && proper(scene, second)
            || proper(scene, first) && role(scene, second))
}
