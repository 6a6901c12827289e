//! What the words of a noun phrase are, taken together.
//!
//! In: a run of tokens. Out: their classes in one set: « la fin de l'été » names nobody, and nothing else needs to be asked of it.

use super::person::starts_name;
use crate::lex::token::Kind;
use crate::lexicon::Classes;
use crate::pieces::{Run, Scene};

/// The classes of some tokens: most questions end here.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits {
    /// Classes of all tokens.
    pub(super) all: Classes,
    /// Classes of the words.
    pub(super) words: Classes,
    /// Classes of the tokens before the first `de`.
    pub(super) unchained: Classes,
    /// One may begin the name of a person.
    pub(super) named: bool,
}

impl Traits {
    /// Classes of the words that name a medium.
    pub(super) const OUTLET: Classes = Classes::AGENCY.or(Classes::MEDIA).or(Classes::MEDIA_NOUN);
    /// Classes of the nouns that tell what somebody is.
    pub(crate) const NOUN: Classes = Classes::ROLE.or(Classes::COLLECTIVE).or(Classes::DOCUMENT);
    /// Classes of the words that name a body or a government.
    const BODY: Classes = Classes::ORG
        .or(Classes::SEAT)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL);

    /// Takes the tokens of a run together; without branches, for nobody can foresee what the next word is.
    pub(crate) fn of(scene: &Scene<'_>, run: Run) -> Self {
        let tokens = scene.tokens.get(run.start..run.end).unwrap_or(&[]);
        let (mut all, mut words, mut unchained, mut named) = (0, 0, 0, false);
        // The first word of a phrase ties it to nothing before it.
        let (mut chained, mut link) = (0, 0);
        for token in tokens {
            let classes = token.classes.0;
            let word = u64::from(token.kind == Kind::Word).wrapping_neg();
            all |= classes;
            words |= classes & word;
            chained |= classes & link;
            link = Classes::DE.0;
            unchained |= classes & u64::from(chained == 0).wrapping_neg();
            named |= token.capital() & (starts_name(token) | token.is(Classes::FIRST_NAME));
        }
        Self {
            all: Classes(all),
            words: Classes(words),
            unchained: Classes(unchained),
            named,
        }
    }

    /// Tells whether the words may name a person or a medium.
    pub(crate) const fn may_name(self) -> bool {
        self.named | self.all.has(Self::OUTLET)
    }

    /// Tells whether a noun says what somebody is.
    pub(crate) const fn has_noun(self) -> bool {
        self.all.has(Self::NOUN)
    }

    /// Tells whether a role stands before the first `de`, behind which it is somebody else's.
    pub(crate) const fn has_role(self) -> bool {
        self.unchained.has(Classes::ROLE)
    }

    /// Tells whether a body or a government is named.
    pub(crate) const fn has_body(self) -> bool {
        self.all.has(Self::BODY)
    }

    /// Tells whether `de` stands among the words.
    pub(crate) const fn chained(self) -> bool {
        self.all.has(Classes::DE)
    }
}
