//! Times: days, hours and parts of the day with the words that lead them in.
//!
//! In: a position. Out: where the time ends that stands there: in « a-t-il dit mardi 3 juin dans la soirée » the position behind `soirée`.

use super::Scene;
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::Closed;
use crate::lexicon::{Classes, closed};

/// What may lead a time in.
const LEADS: Closed = closed![
    "dans", "en", "à", "vers", "au", "ce", "cette", "le", "la", "l'", "depuis", "jusqu'à", "dès",
    "début", "fin", "mi", "un peu", "plus", "peu", "avant", "après", "pendant", "durant",
];

/// What may stand between the word that leads in and the time.
const INNER: Closed = closed![
    "le", "la", "l'", "les", "un", "une", "ce", "cette", "fin", "début", "milieu", "de", "d'",
    "plus", "tard", "tôt",
];

/// What may stand between two words of time.
const LINKS: Closed = closed![
    "de", "du", "d'", "à", "en", "dans", "au", "la", "le", "l'", "plus"
];

/// What may end a time.
const ENDS: Closed = closed![
    "dernier",
    "dernière",
    "prochain",
    "prochaine",
    "tôt",
    "tard",
];

/// The words that a time may begin with although they are none themselves.
const OPENING: Closed = LEADS.or(closed!["il"]);

/// Tells whether a time may begin with a token; most cannot.
#[inline]
pub(super) fn may_open_time(token: &Token) -> bool {
    let opens = token.is(Classes::TIME.or(Classes::NUM)) | OPENING.has(token.entry);
    let word = (token.kind == Kind::Word) & opens;
    (token.kind == Kind::Number) | word
}

impl Scene<'_> {
    /// `mardi 3 juin`, `dans la soirée`, `ce matin`, `hier`.
    #[must_use]
    pub(crate) fn time_phrase(&self, at: usize, limit: usize) -> Option<usize> {
        if self.token(at).is_some_and(may_open_time) {
            self.time_opened(at, limit)
        } else {
            None
        }
    }

    #[inline(never)]
    fn time_opened(&self, at: usize, limit: usize) -> Option<usize> {
        if let Some(end) = self.time_ago(at, limit) {
            return Some(end);
        }
        if !self.anchors.word(Classes::TIME) {
            return None;
        }
        let mut end = at;
        if self.one_of(end, LEADS) {
            end += 1;
            while self.one_of(end, INNER) {
                end += 1;
            }
        }
        let mut begun = false;
        while end < limit {
            let number = self.kind(end) == Kind::Number
                || self.is(end, Classes::NUM) && self.is(end + 1, Classes::TIME);
            let time =
                self.is(end, Classes::TIME) && !self.is(end, Classes::ROLE.or(Classes::COLLECTIVE));
            let dated = number && (begun || self.is(end + 1, Classes::TIME));
            if !(dated || time || begun && self.links_times(end)) {
                break;
            }
            begun |= time || number;
            end += 1;
        }
        begun.then_some(end)
    }

    /// `il y a deux jours`, `il y a un peu plus d'un an`.
    fn time_ago(&self, at: usize, limit: usize) -> Option<usize> {
        if !(self.one_of(at, closed!["il"]) && self.one_of(at + 1, closed!["y"])) {
            return None;
        }
        let ago = self.is(at + 2, Classes::AVOIR) && self.is(at + 2, Classes::FINITE);
        let inner = |i: &usize| !self.is(*i, Classes::TIME);
        let unit = (at + 3..limit.min(at + 9)).find(|i| !inner(i) || !self.counts(*i))?;
        (ago && self.is(unit, Classes::TIME)).then_some(unit + 1)
    }

    /// Tells whether the word at `at` may stand before a unit of time: `deux`, `un peu plus d'un`, `quelques`.
    fn counts(&self, at: usize) -> bool {
        self.kind(at) == Kind::Number
            || self.is(
                at,
                Classes::NUM
                    .or(Classes::INDEF)
                    .or(Classes::ADV)
                    .or(Classes::DE),
            )
            || self.one_of(at, LEADS)
    }

    /// Tells whether the word at `at` carries on a time that has begun: `lundi | dernier`, `3 juin | dans la soirée`.
    fn links_times(&self, at: usize) -> bool {
        self.one_of(at, ENDS)
            || self.one_of(at, LINKS)
                && (self.is(at + 1, Classes::TIME)
                    || self.kind(at + 1) == Kind::Number
                    || self.is(at + 2, Classes::TIME))
    }
}
