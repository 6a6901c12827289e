//! Words that their neighbours make a name or a noun before anything else is asked: first names that are verbs or nouns too.
//!
//! In: the tokens from a word on. Out: its classes as a name, in « Marie Dupont affirme que non »; `proche de` as a noun in « un
//! proche de Mme Roy ».

use super::tag::NO_NAME;
use super::token::{Kind, Shape, Token};
use crate::lexicon::{Classes, Entry, closed};

/// What a word is as long as it is no name.
const COMMON: Classes = NO_NAME
    .or(Classes::NOUN)
    .or(Classes::ADJ)
    .or(Classes::ORDINAL)
    .or(Classes::PREFER_OTHER)
    .or(Classes::CUE_NOUN)
    .or(Classes::ROLE)
    .or(Classes::TITLE)
    .or(Classes::ANON)
    .or(Classes::COLLECTIVE)
    .or(Classes::TIME)
    .or(Classes::OFFICE);

/// What a first name may be besides a name of a person.
const NAME: Classes = Classes::MEDIA
    .or(Classes::AGENCY)
    .or(Classes::COUNTRY)
    .or(Classes::CAPITAL)
    .or(Classes::ORG)
    .or(Classes::SEAT);

/// Gives the classes of a word that begins a sentence, when it is the first name of somebody: a surname follows.
pub(super) fn at_start(tokens: &[Token]) -> Option<Classes> {
    let [token, next, rest @ ..] = tokens else {
        return None;
    };
    let plain = Shape(Shape::PHRASE.0 | Shape::ALL_CAPITALS.0);
    if !token.capital() || !token.is(Classes::FIRST_NAME) || token.shape.has(plain) {
        return None;
    }
    // `Marie, 34 ans`, `Marie affirme`: a verb has its subject or its object behind it.
    let verb = next.is(Classes::FINITE) && !next.is(Classes::NOUN.or(Classes::DET));
    let alone =
        !token.is(Classes::WEAK) && (verb || matches!(next.kind, Kind::Comma | Kind::ParenOpen));
    // `Reine Elizabeth`: a title before a first name. `Marie de Villiers`: the particle of a surname.
    let title = token.is(Classes::TITLE) && next.is(Classes::FIRST_NAME);
    let noble = next.is(Classes::DE)
        && !token.is(Classes::WEAK)
        && rest
            .first()
            .is_some_and(|t| t.kind == Kind::Word && t.capital());
    if title || !(next.kind == Kind::Word && next.capital() || noble || alone) {
        return None;
    }
    let classes = token.classes.without(COMMON);
    if classes.has(NAME) {
        return Some(classes);
    }
    Some(classes.without(Classes::WEAK.or(Classes::PLACE)))
}

/// Tells whether an entry is `proche de`.
pub(super) fn may_be_relative(entry: Entry) -> bool {
    closed!["proche de", "proches de"].has(entry)
}

/// Gives the classes of `proche de` as a noun with its link: behind a determiner.
pub(super) fn relative(before: &Token, token: &Token) -> Option<Classes> {
    let relative =
        token.shape.has(Shape::PHRASE) && before.is(Classes::DET) && may_be_relative(token.entry);
    relative.then_some(RELATIVE)
}

/// Classes of `proche de` as a noun with its link.
const RELATIVE: Classes = Classes::NOUN.or(Classes::ANON).or(Classes::DE);
