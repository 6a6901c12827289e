//! Where noun phrases that may be mentions begin, found for many tokens at once.
//!
//! In: tokens of a sentence. Out: a bit for each word that begins a phrase worth reading: in « Hier, la pluie a cessé, et le maire de
//! Vernay a parlé » one for `le`, and none for `la`, behind which a verb stands before any name or role.

use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::Classes;

/// Tokens behind the first word of a phrase among which a name or role has to stand.
const AHEAD: u32 = 8;

/// Words that begin a noun phrase.
const BEGINS: Classes = Classes::DET.or(Classes::TITLE).or(Classes::ROLE);

/// Words that may name somebody or tell who it is.
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

/// Tokens that may begin a phrase, one bit for each of some, the lowest for the first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Starts {
    pub begun: u64,
    /// How many tokens were looked at to the end.
    pub seen: usize,
}

impl Starts {
    /// Looks at the first tokens of some; without branches, for nobody can foresee what the next word is.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let near = tokens.get(..64).unwrap_or(tokens);
        let (mut words, mut capitals, mut begun) = (0, 0, 0);
        let (mut names, mut verbs) = (0, 0);
        for token in near.iter().rev() {
            words = words << 1 | u64::from(token.kind == Kind::Word);
            capitals = capitals << 1 | u64::from(token.shape.0 & Shape::CAPITAL.0);
            begun = begun << 1 | u64::from(token.is(BEGINS.or(Classes::SUBJ)));
            names = names << 1 | u64::from(token.is(NAMING));
            verbs = verbs << 1 | u64::from(token.is(Classes::FINITE));
        }
        begun = (begun | capitals) & words;
        names |= capitals;
        let reached = names | ahead(names & words & !verbs, verbs & words);
        let seen = if tokens.len() > near.len() {
            64 - AHEAD
        } else {
            near.len() as u32
        };
        let whole = u64::MAX.checked_shr(64 - seen).unwrap_or(0);
        Self {
            begun: begun & reached & whole,
            seen: seen as usize,
        }
    }
}

/// Gives the tokens behind which one of some stands near, and none of the others before it.
fn ahead(some: u64, others: u64) -> u64 {
    let (mut found, mut open) = (0, !0);
    for distance in 1..=AHEAD {
        found |= open & some >> distance;
        open &= !(others >> distance);
    }
    found
}

/// Tells whether a word begins no phrase although its classes may: `De son côté`, `Interrogé par` name nobody, for all their capitals.
pub(super) fn adverbial(token: &Token) -> bool {
    token.is(Classes::OPENER.or(Classes::ADV))
        & !token.is(Classes::FIRST_NAME.or(Classes::ROLE).or(Classes::DET))
}

/// Tells whether a word begins a phrase only as a personal pronoun.
pub(super) fn pronoun_only(token: &Token) -> bool {
    !(token.capital() | token.is(BEGINS))
}

#[cfg(test)]
mod tests {
    use super::Starts;
    use crate::lex::token::{Kind, Token};
    use crate::lexicon::Classes;

    fn word(classes: Classes) -> Token {
        Token {
            classes,
            ..Token::default()
        }
    }

    #[test]
    fn finds_what_begins_before_a_role_and_no_verb_between() {
        let (article, verb, role) = (
            word(Classes::DET),
            word(Classes::FINITE),
            word(Classes::ROLE),
        );
        let noun = word(Classes::NOUN);
        let starts = Starts::of(&[article, noun, verb, article, noun, role]);
        assert_eq!((starts.begun, starts.seen), (0b10_1000, 6));
    }

    #[test]
    fn looks_eight_tokens_ahead_and_no_further() {
        let mut tokens = vec![word(Classes::DET)];
        tokens.resize(100, word(Classes::NOUN));
        for (place, begun) in [(8, 1), (9, 0)] {
            let mut tokens = tokens.clone();
            tokens[place] = word(Classes::DOCUMENT);
            let starts = Starts::of(&tokens);
            assert_eq!((starts.begun, starts.seen), (begun, 56));
        }
        tokens[8] = Token {
            kind: Kind::Comma,
            ..word(Classes::DOCUMENT)
        };
        assert_eq!(Starts::of(&tokens).begun, 0);
        assert_eq!(Starts::of(&[]).seen, 0);
    }
}
