//! The phrases of a sentence that may be mentions, before any is described.
//!
//! In: a sentence. Out: a [`Found`] phrase for each that can name or introduce somebody: of « Le maire a vu le pont du Gard » the
//! first, with the apposition that may stand beside it.

use super::starts::{Starts, adverbial, pronoun_only};
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::resolve::NICKNAME;
use crate::resolve::traits::Traits;

/// A phrase that may be a mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub phrase: Phrase,
    /// What its words are, taken together.
    pub traits: Traits,
    /// Number of the sentence.
    pub sentence: u32,
    /// It stands inside another phrase: `Jean-Marc Ayrault` of `le discours de Jean-Marc Ayrault`.
    pub inner: bool,
    /// The phrase that it stands in was found too.
    pub held: bool,
}

/// Finds the phrases of a sentence that may be mentions, in the order of the text; `sentence` is its number.
pub(super) fn find(scene: &Scene<'_>, sentence: u32, out: &mut Vec<Found>) {
    let (first, end) = (scene.sentence.start, scene.sentence.end);
    let mut at = first;
    while let Some(rest @ [_, ..]) = scene.own.get(at - first..) {
        let Starts { mut begun, seen } = Starts::of(rest);
        let base = at;
        at += seen;
        while begun != 0 {
            let start = base + begun.trailing_zeros() as usize;
            begun &= begun - 1;
            let other = |t: &Token| adverbial(t) || pronoun_only(t) && !personal(scene, start);
            if scene.token(start).is_none_or(other) {
                continue;
            }
            if let Some(np) = scene.noun(start, end) {
                let behind = take(scene, np, sentence, out).max(start + 1);
                at = at.max(behind);
                let read = u64::MAX.checked_shl((behind - base) as u32);
                begun &= read.unwrap_or(0);
            }
        }
    }
}

/// Takes up a noun phrase with its apposition, and the names inside it; gives the first token behind.
fn take(scene: &Scene<'_>, np: NounPhrase, sentence: u32, out: &mut Vec<Found>) -> usize {
    let mut phrase = Phrase::plain(np);
    if scene.kind(np.end) == Kind::Comma
        && may_appose(scene, &np)
        && let Some(second) = scene.noun(np.end + 1, scene.sentence.end)
        && apposed(scene, &np, &second)
    {
        phrase.apposition = Some(second);
    }
    let traits = Traits::of(scene, np.run());
    let held = telling(scene, &phrase, traits, false);
    if held {
        out.push(Found {
            phrase,
            traits,
            sentence,
            inner: false,
            held,
        });
    }
    if traits.chained() {
        inner_names(scene, &np, (sentence, held), out);
    }
    phrase.apposition.map_or(np.end, |a| a.end)
}

/// Tells whether a phrase can teach anything or be a mention: most cannot, and need not be described.
fn telling(scene: &Scene<'_>, phrase: &Phrase, traits: Traits, inner: bool) -> bool {
    let np = &phrase.main;
    if traits.may_name() | phrase.apposition.is_some() {
        return true;
    }
    let first = scene.token(np.start).map_or(Classes::NONE, |t| t.classes);
    let head = scene.token(np.head).map_or(Classes::NONE, |t| t.classes);
    let narrated = scene.level(np.start) == 0;
    let pronoun = np.sort == Sort::Pronoun;
    let personal = first.has(Classes::SUBJ.or(Classes::TONIC));
    if pronoun & narrated & personal && !inner {
        return true;
    }
    // Without a name, a phrase counts only as the narrator's, or as what is told of the name before it.
    let role = traits.has_role() | head.has(Traits::NOUN);
    let near = head.has(Classes::ANON) & head.has(Classes::DE) & traits.has_noun();
    let tells = role | !inner & (traits.has_body() | near);
    let told = (np.head == np.start) & first.has(Classes::ROLE);
    let open = pronoun | first.has(Classes::INDEF);
    tells & narrated & !first.has(Classes::POSS) || told || open && (role || marked(scene, np))
}

/// Tells whether a quotation mark opens where it may hold a name: `un certain « Marquise »`.
fn marked(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    if !scene.anchors.sign(Kind::Open) {
        return false;
    }
    let end = (np.end + NICKNAME).min(scene.sentence.end);
    let near = scene.tokens.get(np.start..end);
    near.is_some_and(|t| t.iter().any(|t| t.kind == Kind::Open))
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

/// Takes up names inside a longer phrase: `le discours de Jean-Marc Ayrault`.
fn inner_names(
    scene: &Scene<'_>,
    np: &NounPhrase,
    (sentence, held): (u32, bool),
    out: &mut Vec<Found>,
) {
    let words = scene.tokens.get(np.start..np.end).unwrap_or(&[]);
    for (at, token) in (np.start..).zip(words).skip(1) {
        let link = (token.kind == Kind::Word) & token.is(Classes::DE);
        if !link {
            continue;
        }
        let rest = Run::new(at + 1, np.end);
        let mut traits = Traits::of(scene, rest);
        if !may_tell(scene, rest.start, traits) {
            continue;
        }
        let Some(inner) = scene.noun(rest.start, rest.end) else {
            continue;
        };
        if inner.end < rest.end {
            traits = Traits::of(scene, inner.run());
        }
        let phrase = Phrase::plain(inner);
        if telling(scene, &phrase, traits, true) {
            out.push(Found {
                phrase,
                traits,
                sentence,
                inner: true,
                held,
            });
        }
    }
}

/// Tells whether a phrase at the start of some words may tell of somebody, before it is read.
fn may_tell(scene: &Scene<'_>, start: usize, traits: Traits) -> bool {
    let indefinite = Classes::INDEF
        .or(Classes::SUBJ)
        .or(Classes::PRON)
        .or(Classes::TONIC);
    traits.may_name() || traits.has_noun() || scene.is(start, indefinite)
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
