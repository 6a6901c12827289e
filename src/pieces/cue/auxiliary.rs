//! What stands to the left of a verb form: auxiliaries and semi-auxiliaries.
//!
//! In: the position of a participle or an infinitive. Out: where the group begins and what its words say of tense, voice and negation: in
//! « La mairie a, lundi, refusé de commenter l'affaire » the auxiliary `a` and that nothing was said.

use super::{AUX, Group, adverb};
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::{Closed, closed};
use crate::lexicon::{Classes, SenseKind};

/// What stands to the left of the verb form.
#[derive(Default)]
pub(super) struct Left {
    pub(super) start: usize,
    pub(super) negated: bool,
    pub(super) reflexive: bool,
    pub(super) auxiliary: Option<usize>,
    pub(super) passive: bool,
    pub(super) inverted: Option<usize>,
    pub(super) finite: Option<usize>,
    pub(super) withheld: bool,
    pub(super) gerund: bool,
    /// The semi-auxiliary is a participle (`se bornant à dire`).
    pub(super) participle: bool,
    /// The semi-auxiliary is a reflexive verb: its `se` says nothing of the verb that follows.
    pub(super) own_reflexive: bool,
}

impl Group<'_> {
    /// Walks to the left of the verb form over auxiliaries, adverbs, negation and clitics.
    pub(super) fn left(&self, verb: usize, token: &Token) -> Left {
        let mut left = Left {
            start: verb,
            ..Left::default()
        };
        if token.is(Classes::PPART) {
            self.auxiliary(verb, &mut left);
        }
        if left.auxiliary.is_none() && token.is(Classes::INF) {
            self.semi(verb, &mut left);
        }
        self.clitics(&mut left);
        left.gerund |= (token.is(Classes::PRESPART) || left.participle)
            && self
                .before(left.start)
                .is_some_and(|t| t.kind == Kind::Word && closed!["en"].has(t.entry));
        left
    }

    /// Finds `avoir` or `être` before a participle, over adverbs, negation and one phrase between commas.
    fn auxiliary(&self, verb: usize, left: &mut Left) {
        let mut at = verb;
        let mut commas = 0;
        for _ in 0..10 {
            let Some(before) = self.before(at) else {
                return;
            };
            at -= 1;
            match before.kind {
                Kind::Inverted => left.inverted = Some(at),
                Kind::Comma if commas < 2 => commas += 1,
                Kind::Word if before.is(AUX) && before.is(Classes::VERBAL) => {
                    if commas == 1 {
                        return;
                    }
                    if !been(before) {
                        return self.take_auxiliary(at, before, left);
                    }
                    left.passive = true;
                }
                Kind::Word if before.is(Classes::NEG) && !before.is(Classes::SUBJ) => {
                    left.negated = true;
                }
                Kind::Word if adverb(before) || closed!["juste"].has(before.entry) => {}
                Kind::Word if commas == 1 && !before.is(Classes::FINITE) => {}
                _ => return,
            }
        }
    }

    fn take_auxiliary(&self, at: usize, token: &Token, left: &mut Left) {
        left.auxiliary = Some(at);
        left.finite = token.is(Classes::FINITE).then_some(at);
        left.passive |= token.is(Classes::ETRE) && !self.reflexive_before(at);
        left.start = at;
        if !token.is(Classes::FINITE) && token.is(Classes::INF) {
            self.semi(at, left);
        }
    }

    /// Finds a semi-auxiliary before an infinitive: `tient à`, `vient de`, `a refusé de`.
    fn semi(&self, infinitive: usize, left: &mut Left) {
        let mut at = infinitive;
        let mut link = "";
        for _ in 0..5 {
            let Some(before) = self.before(at) else {
                return;
            };
            at -= 1;
            if before.kind == Kind::Inverted {
                left.inverted = Some(at);
                continue;
            }
            if before.kind != Kind::Word {
                return;
            }
            if before.is(Classes::SEMI) && before.is(Classes::VERBAL) {
                return self.take_semi(at, before, link, left);
            }
            match link_word(before) {
                Some(word) if link.is_empty() => link = word,
                _ if adverb(before)
                    || before.is(Classes::CLITIC.or(Classes::SE)) && !before.is(Classes::DET) => {}
                _ if closed!["le", "la", "l'", "les"].has(before.entry) => {}
                _ if closed!["pas", "plus", "jamais", "ne", "n'"].has(before.entry) => {
                    left.negated = true;
                }
                _ => return,
            }
        }
    }

    fn take_semi(&self, at: usize, token: &Token, link: &str, left: &mut Left) {
        let fits = self
            .lexicon
            .senses(token.entry)
            .filter(|s| s.kind == SenseKind::Semi)
            .find_map(|s| {
                let semi = self.lexicon.meta().semis.get(s.id as usize)?;
                (semi.link == link
                    && (!semi.reflexive || self.reflexive_before(at) || token.is(Classes::PPART)))
                .then_some((semi.negative, semi.reflexive))
            });
        let Some((negative, reflexive)) = fits else {
            return;
        };
        left.own_reflexive = reflexive;
        left.start = at;
        left.withheld = negative;
        left.finite = token.is(Classes::FINITE).then_some(at);
        if token.is(Classes::PPART) {
            self.auxiliary(at, left);
        }
        left.passive = false;
        left.participle = token.is(Classes::PRESPART);
    }
}

/// Tells whether a token is `été` and nothing else.
fn been(t: &Token) -> bool {
    t.is(Classes::ETRE) && t.is(Classes::PPART) && !t.is(Classes::FINITE)
}

/// The preposition that links a semi-auxiliary to its infinitive.
fn link_word(t: &Token) -> Option<&'static str> {
    let is = |set: Closed| set.has(t.entry);
    match () {
        () if is(closed!["de", "d'"]) => Some("de"),
        () if is(closed!["à"]) => Some("à"),
        () if is(closed!["par"]) => Some("par"),
        () => None,
    }
}
