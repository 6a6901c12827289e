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

/// `De son côté`, `Interrogé par`: no name, for all its capital.
const ADVERBIAL: Classes = Classes::OPENER.or(Classes::ADV);

/// Words that begin a phrase although they may be adverbs.
const KEPT: Classes = Classes::FIRST_NAME.or(Classes::ROLE).or(Classes::DET);

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
        let (mut begun, mut names, mut verbs) = (0, 0, 0);
        for token in near.iter().rev() {
            let word = u64::from(token.kind == Kind::Word);
            let classes = Classes(token.classes.0 & word.wrapping_neg());
            let capital = u64::from(token.shape.0 & Shape::CAPITAL.0) & word;
            let first = u64::from(classes.has(BEGINS.or(Classes::SUBJ))) | capital;
            let adverbial = classes.has(ADVERBIAL) & !classes.has(KEPT);
            begun = begun << 1 | first & u64::from(!adverbial);
            names = names << 1 | u64::from(classes.has(NAMING)) | capital;
            verbs = verbs << 1 | u64::from(classes.has(Classes::FINITE));
        }
        // Of the words behind, the first that names or is a verb has to name.
        let (mut named, mut open) = (names, !0);
        names &= !verbs;
        for ahead in 1..=AHEAD {
            named |= open & names >> ahead;
            open &= !(verbs >> ahead);
        }
        let seen = if tokens.len() > near.len() {
            64 - AHEAD
        } else {
            near.len() as u32
        };
        let whole = u64::MAX.checked_shr(64 - seen).unwrap_or(0);
        Self {
            begun: begun & named & whole,
            seen: seen as usize,
        }
    }
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
