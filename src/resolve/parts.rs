//! What one noun phrase says of somebody: role, body, country, title, name, medium, acronym.
//!
//! In: a half of an apposition. Out: more of the description: « Loïc Kervadec » is the name, « le ministre de la Santé » the role.

use super::name_word::NameWord;
use super::names::Described;
use super::outlets::outlet_in;
use super::person::{heads, person_name, title_gender, unknown_subject};
use super::traits::Traits;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::{Classes, Morph, SenseKind};
use crate::pieces::noun::NounPhrase;
use crate::pieces::{Run, Scene};

/// Classes of the words that [`learn_word`] takes something from wherever they stand.
const TELLING: Classes = Classes::NATION.or(Classes::COUNTRY).or(Classes::TITLE);

/// Classes of the heads that it takes something from.
const HEADING: Classes = TELLING
    .or(Classes::ROLE)
    .or(Classes::COLLECTIVE)
    .or(Classes::DOCUMENT)
    .or(Classes::MEDIA_NOUN)
    .or(Classes::ORG);

/// Adds what one noun phrase of a description says.
pub(super) fn part_of(scene: &Scene<'_>, np: &NounPhrase, traits: Traits, d: &mut Described) {
    if traits.all.has(HEADING) {
        learn_words(scene, np, traits, d);
    }
    if traits.named
        && d.name.is_none()
        && let Some(run) = person_name(scene, np, d.circles)
    {
        learn_person(scene, np, run, d);
    }
    if traits.all.has(Traits::OUTLET) && d.outlet.is_none() && d.name.is_none() {
        d.outlet = outlet_in(scene, Run::new(np.start, np.end));
    }
    if scene.kind(np.end.wrapping_sub(1)) == Kind::ParenClose {
        learn_acronym(scene, np, d);
    }
}

/// Takes what the words of a phrase tell; behind a head that is no role, most often nothing.
fn learn_words(scene: &Scene<'_>, np: &NounPhrase, traits: Traits, d: &mut Described) {
    if !(traits.has_role() | traits.all.has(TELLING)) {
        if let Some(head) = scene.token(np.head).filter(|t| t.is(HEADING)) {
            learn_word(scene, head, false, true, d);
        }
        return;
    }
    let mut chained = false;
    let tokens = scene.tokens.get(np.start..np.end).unwrap_or(&[]);
    for (at, token) in (np.start..).zip(tokens) {
        chained |= (at > np.start) & token.is(Classes::DE);
        let (heads, role) = (at == np.head, !chained & token.is(Classes::ROLE));
        if heads & token.is(HEADING) | role | token.is(TELLING) {
            learn_word(scene, token, chained, heads, d);
        }
    }
}

/// Takes the acronym in the bracket that closes a phrase, and what it is known for.
#[inline(never)]
fn learn_acronym(scene: &Scene<'_>, np: &NounPhrase, d: &mut Described) {
    let open = (np.start..np.end).find(|i| scene.kind(*i) == Kind::ParenOpen);
    let Some(open) = open else {
        return;
    };
    let acronym = scene.token(open + 1).filter(|t| !foreign(scene, np, t));
    d.acronym = acronym.map(|t| t.span);
    if let Some(token) = acronym.filter(|t| t.is(Classes::ORG)) {
        learn_name(scene, token, d);
    }
}

/// Tells whether an acronym behind a complement is that of the whole: of « le Service de police de la Ville de Brécourt (SPVB) »,
/// the `Ville` has another first letter.
fn foreign(scene: &Scene<'_>, np: &NounPhrase, acronym: &Token) -> bool {
    let link = np
        .start
        .checked_sub(1)
        .filter(|l| *l > scene.sentence.start);
    let behind = link.is_some_and(|l| {
        let sign = scene.kind(l - 1) != Kind::Word;
        scene.is(l, Classes::PREP.or(Classes::DE)) && !sign && !scene.is(l - 1, Classes::VERBAL)
    });
    behind && !heads(scene, np, acronym)
}

/// Takes role, body, document, country or title from a word of the phrase; a role behind `de` is somebody else's.
fn learn_word(scene: &Scene<'_>, token: &Token, chained: bool, head: bool, d: &mut Described) {
    let address = token.is(Classes::TITLE) && token.capital();
    if token.is(Classes::ROLE) && !address && (!chained || head) {
        learn_noun(scene, token, SenseKind::Role, d);
    }
    if head && token.is(Classes::COLLECTIVE) {
        learn_noun(scene, token, SenseKind::Collective, d);
    }
    if head && token.is(Classes::DOCUMENT) && !token.is(Classes::ROLE.or(Classes::COLLECTIVE)) {
        learn_noun(scene, token, SenseKind::Document, d);
    }
    let noun = Classes::ROLE.or(Classes::COLLECTIVE).or(Classes::DOCUMENT);
    if head && token.is(Classes::MEDIA_NOUN) && !token.is(noun) {
        learn_noun(scene, token, SenseKind::MediaNoun, d);
    }
    if head && token.is(Classes::ORG) {
        learn_name(scene, token, d);
    }
    if d.country.is_none() && token.is(Classes::NATION.or(Classes::COUNTRY)) {
        d.country = scene
            .lexicon
            .senses(token.entry)
            .find(|s| matches!(s.kind, SenseKind::Nation | SenseKind::Country))
            .map(|s| s.id);
    }
    if address {
        d.agreement |= title_gender(token.span.of(scene.text));
    }
}

/// Takes the name of a person, and what its first word says of gender and doubt.
fn learn_person(scene: &Scene<'_>, np: &NounPhrase, run: Run, d: &mut Described) {
    let mut firm = false;
    for at in run.start..run.end {
        let word = scene.word(at);
        firm |= word == "&";
        if !word.is_empty() {
            d.words.push(NameWord::of(word));
        }
    }
    d.name = Some(scene.span(run));
    let first = scene.token(run.start);
    let given = first.is_some_and(|t| t.is(Classes::FIRST_NAME));
    let single = run.end == run.start + 1;
    d.doubtful = single
        && !given
        && first.is_some_and(|t| t.shape.has(Shape::INITIAL))
        && d.roles.is_empty()
        && !unknown_subject(scene, run);
    let address = run.start > np.start && scene.is(run.start - 1, Classes::TITLE);
    d.epicene = address && title_gender(scene.word(run.start - 1)) == Classes::NONE;
    let human = || {
        (np.start..run.start)
            .any(|i| scene.is(i, Classes::TITLE.or(Classes::OFFICE).or(Classes::NATION)))
    };
    d.uncertain = single && !given && !human() || firm;
    if let Some(sense) = first.and_then(|t| scene.lexicon.sense(t.entry, SenseKind::FirstName)) {
        d.agreement = gendered(d.agreement, sense.morph);
    } else {
        d.agreement |= Classes::SINGULAR;
    }
}

fn gendered(agreement: Classes, morph: Morph) -> Classes {
    let gender = Classes::FEMININE.or(Classes::MASCULINE);
    // `le docteur Anne-Lise Pujol`: a masculine role may be a woman's, the first name decides.
    if (agreement & gender).0.is_power_of_two() && !morph.has(Morph::FEMININE) {
        return agreement;
    }
    let plain = agreement.without(gender);
    match () {
        () if morph.has(Morph::FEMININE) => plain | Classes::FEMININE | Classes::SINGULAR,
        () if morph.has(Morph::MASCULINE) => plain | Classes::MASCULINE | Classes::SINGULAR,
        () => plain | Classes::SINGULAR,
    }
}

fn learn_noun(scene: &Scene<'_>, token: &Token, kind: SenseKind, d: &mut Described) {
    let Some(sense) = scene.lexicon.sense(token.entry, kind) else {
        return;
    };
    let Some(noun) = scene.lexicon.meta().nouns.get(sense.id as usize) else {
        return;
    };
    d.lemma = d.lemma.or(Some(noun.lemma));
    d.circles |= noun.circles;
    if d.roles.is_empty() {
        d.roles.extend_from_slice(&noun.isa);
        return;
    }
    for isa in &noun.isa {
        if !d.roles.contains(isa) {
            d.roles.push(*isa);
        }
    }
}

fn learn_name(scene: &Scene<'_>, token: &Token, d: &mut Described) {
    let Some(sense) = scene.lexicon.sense(token.entry, SenseKind::Org) else {
        return;
    };
    if let Some(name) = scene.lexicon.name(sense.id) {
        d.roles.extend_from_slice(&name.isa);
    }
}
