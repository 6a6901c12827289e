//! Who can speak: which phrases may stand as the source of a statement.
//!
//! In: a phrase. Out: whether it names a person, a body, a medium or a text that says something. In « La journée promet d'être
//! longue » the subject cannot, in « Le comité promet de payer » it can.

use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::noun::Sort;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Persons and the bodies that they make up.
const BODY: Classes = Classes::ROLE
    .or(Classes::COLLECTIVE)
    .or(Classes::ORG)
    .or(Classes::AGENCY)
    .or(Classes::FIRST_NAME)
    .or(Classes::SEAT)
    .or(Classes::TITLE);

/// Countries and capitals, which stand for governments.
const STATE: Classes = Classes::COUNTRY.or(Classes::CAPITAL);

/// Everybody who publishes: bodies, states and media.
const PUBLIC: Classes = BODY.or(STATE).or(Classes::MEDIA).or(Classes::MEDIA_NOUN);

/// What heads a source: somebody, named or not, or a text.
const SOURCE: Classes = PUBLIC
    .or(Classes::ANON)
    .or(Classes::DOCUMENT)
    .or(Classes::CARRIER);

/// Tells whether a word has a capital.
pub(super) fn capital_word(scene: &Scene<'_>, at: usize) -> bool {
    scene.kind(at) == Kind::Word && scene.token(at).is_some_and(Token::capital)
}

/// The first word of a phrase behind its determiner.
fn first_word(scene: &Scene<'_>, phrase: &Phrase) -> usize {
    phrase.main.start + usize::from(scene.is(phrase.main.start, Classes::DET))
}

/// A phrase that can speak: a role, a collective, a name, a pronoun.
pub(super) fn phrase_is_human(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let speaks = BODY
        .or(STATE)
        .or(Classes::MEDIA)
        .or(Classes::ANON)
        .or(Classes::NATION);
    (phrase.run.start..phrase.run.end).any(|i| scene.is(i, speaks) || capital_word(scene, i))
}

/// Tells whether words name somebody; the capital of a known word at the start of a sentence says nothing (« Trop cher, a estimé
/// le maire »).
pub(super) fn names_somebody(scene: &Scene<'_>, run: Run) -> bool {
    let speaks = BODY.or(STATE).or(Classes::MEDIA).or(Classes::ANON);
    let opens = |i: usize| {
        scene
            .token(i)
            .is_some_and(|t| t.shape.has(Shape::INITIAL) && t.entry.0 != 0)
    };
    (run.start..run.end).any(|i| scene.is(i, speaks) || capital_word(scene, i) && !opens(i))
}

/// Tells whether the head of a phrase can speak: without marks before it, an object (`souligne la volonté de deux pays`) must
/// not be taken for an inverted subject.
pub(super) fn speaking_head(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let np = &phrase.main;
    [np.head, first_word(scene, phrase)]
        .iter()
        .any(|i| scene.is(*i, SOURCE) || capital_word(scene, *i))
        || np.sort == Sort::Pronoun
}

/// Tells whether a subject can say something: a thing or an event (`la journée promet d'être longue`) cannot.
pub(super) fn may_speak(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let speaks = SOURCE.or(Classes::NATION).or(Classes::CUE_NOUN);
    let np = &phrase.main;
    let known = |i: usize| scene.is(i, speaks) || capital_word(scene, i);
    if np.sort == Sort::Pronoun {
        return !scene.one_of(np.start, closed!["cela", "ça", "ce", "c'", "rien", "tout"]);
    }
    // `un deuxième`, `deux clients sur quatre`, `l'un d'eux`: a number or an ordinal stands for persons named before.
    let counted = scene.is(np.head, Classes::ORDINAL.or(Classes::NUM))
        || scene.is(np.start, Classes::NUM) && !scene.is(np.start, Classes::DET)
        || scene.kind(np.head) == Kind::Number && (np.head..np.end).any(known);
    known(np.head)
        || counted
        || known(first_word(scene, phrase))
        || phrase.apposition.is_some()
        || (np.head..np.end).any(|i| capital_word(scene, i) && !scene.is(i, Classes::PLACE))
}

/// A person or body whose view `pour` gives, not a thing that something is for.
pub(super) fn person_or_body(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let body = BODY.or(Classes::ANON);
    let start = phrase.main.start;
    scene.is(start, Classes::TONIC)
        || scene.holds(Run::new(start, phrase.main.end), body)
        || phrase.apposition.is_some()
        || scene.token(start).is_some_and(Token::capital)
            && !scene.is(start, Classes::PLACE.or(Classes::DET))
}

/// A source that can say something: its head is a known noun, a name, a pronoun or a document, or what it is made of belongs
/// to one (`les prévisions de l'entreprise`). A work of art says nothing (`d'après un roman de Zola`).
pub(super) fn speaker_like(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let speaks = SOURCE
        .or(Classes::TONIC)
        .or(Classes::PRON)
        .or(Classes::CUE_NOUN);
    let np = &phrase.main;
    if scene.is(np.head, Classes::WORK) && !scene.is(np.head, PUBLIC) {
        return false;
    }
    [np.head, first_word(scene, phrase)]
        .iter()
        .any(|i| scene.is(*i, speaks) || capital_word(scene, *i))
        || (np.start..phrase.run.end).any(|i| scene.is(i, PUBLIC) || capital_word(scene, i))
}
