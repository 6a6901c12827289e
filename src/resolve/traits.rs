//! What the words of a noun phrase are, taken together.
//!
//! In: a run of tokens. Out: their classes in one set: « la fin de l'été » names nobody, and nothing else needs to be asked of it.

use super::person::starts_name;
use crate::lex::token::{Kind, Shape};
use crate::lexicon::Classes;
use crate::pieces::{Run, Scene};

/// The classes of some tokens: most questions end here.
#[derive(Clone, Copy, Default)]
pub(crate) struct Traits {
    /// Classes of all tokens.
    pub(super) all: Classes,
    /// Classes of the words.
    pub(super) words: Classes,
    /// One may begin the name of a person.
    pub(super) named: bool,
}

impl Traits {
    /// Classes of the words that name a medium.
    pub(super) const OUTLET: Classes = Classes::AGENCY.or(Classes::MEDIA).or(Classes::MEDIA_NOUN);
    /// Classes of the nouns that tell what somebody is.
    const NOUN: Classes = Classes::ROLE.or(Classes::COLLECTIVE).or(Classes::DOCUMENT);
    /// Classes of the words that name a body or a government.
    const BODY: Classes = Classes::ORG
        .or(Classes::SEAT)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL);

    /// Takes the tokens of a run together.
    pub(crate) fn of(scene: &Scene<'_>, run: Run) -> Self {
        let tokens = scene.tokens.get(run.start..run.end).unwrap_or(&[]);
        let (mut all, mut words, mut capitals) = (0, 0, 0);
        for token in tokens {
            let word = u64::from(token.kind == Kind::Word).wrapping_neg();
            all |= token.classes.0;
            words |= token.classes.0 & word;
            capitals |= token.shape.0;
        }
        let capital = Shape(capitals).has(Shape::CAPITAL);
        Self {
            all: Classes(all),
            words: Classes(words),
            named: capital
                && tokens
                    .iter()
                    .any(|t| t.capital() && (starts_name(t) || t.is(Classes::FIRST_NAME))),
        }
    }

    /// Tells whether the words may name a person or a medium.
    pub(crate) const fn may_name(self) -> bool {
        self.named || self.all.has(Self::OUTLET)
    }

    /// Tells whether a noun says what somebody is.
    pub(crate) const fn has_noun(self) -> bool {
        self.all.has(Self::NOUN)
    }

    /// Tells whether a body or a government is named.
    pub(crate) const fn has_body(self) -> bool {
        self.all.has(Self::BODY)
    }
}
