//! Word classes as a set of bits: the union over the readings of an ambiguous form.
//!
//! In: the senses of a form. Out: one `u64` per token; « porte » is a verb and a noun until its neighbours decide.

use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u64);

macro_rules! classes {
    ($($name:ident = $bit:literal, $doc:literal;)*) => {
        impl Classes {
            $(#[doc = $doc] pub const $name: Self = Self(1 << $bit);)*

            /// Names the classes of the set, for `explain`.
            #[must_use]
            pub fn names(self) -> Vec<&'static str> {
                let mut names = Vec::new();
                $(if self.has(Self::$name) { names.push(stringify!($name)); })*
                names
            }
        }
    };
}

classes! {
    DET = 0, "Article, demonstrative, possessive or quantifier before a noun.";
    INDEF = 1, "Indefinite determiner.";
    POSS = 2, "Possessive determiner.";
    DEM = 3, "Demonstrative determiner.";
    SUBJ = 4, "Subject pronoun.";
    CLITIC = 5, "Object clitic.";
    NEG = 6, "Part of a negation.";
    PREP = 7, "Preposition.";
    PREP_DET = 8, "Preposition fused with the article (`au`, `du`).";
    CONJ = 9, "Coordinating conjunction.";
    SUB = 10, "Subordinating conjunction.";
    REL = 11, "Relative pronoun.";
    WH = 12, "Interrogative word.";
    ADV = 13, "Adverb.";
    NUM = 14, "Number in letters.";
    PRON = 15, "Other pronoun (`celui`, `certains`).";
    TONIC = 16, "Stressed pronoun.";
    FINITE = 17, "Finite verb form.";
    INF = 18, "Infinitive.";
    PPART = 19, "Past participle.";
    PRESPART = 20, "Present participle.";
    COND = 21, "Conditional.";
    FUTURE = 22, "Future.";
    DE = 23, "`de` and its forms as link of nouns.";
    AVOIR = 24, "Finite or non-finite form of `avoir`.";
    ETRE = 25, "Finite or non-finite form of `être`.";
    CUE = 26, "Form of a cue verb.";
    NOUN = 27, "Common noun known as homograph of a verb form.";
    ADJ = 28, "Adjective known as homograph of a verb form.";
    ORDINAL = 29, "Adjective that stands before its noun (`deuxième`, `nouveau`).";
    PREFER_OTHER = 30, "Without help from the context not a verb.";
    CUE_NOUN = 31, "Noun that attributes.";
    ROLE = 32, "Role, profession or person noun.";
    TITLE = 33, "Title of address.";
    COLLECTIVE = 34, "Institution or group noun.";
    ORG = 35, "Proper name of an organisation, court, party or force.";
    DOCUMENT = 36, "Document that may speak.";
    CARRIER = 37, "Document or event that carries words.";
    AGENCY = 38, "News agency.";
    MEDIA = 39, "Medium.";
    MEDIA_NOUN = 40, "Noun of a medium.";
    FIRST_NAME = 41, "First name.";
    COUNTRY = 42, "Country or territory.";
    NATION = 43, "Adjective or demonym of a country.";
    CAPITAL = 44, "Seat of a government.";
    SEAT = 45, "Building or place that stands for an institution.";
    PLACE = 46, "Town or region.";
    TIME = 47, "Time word or expression.";
    ANON = 48, "Anonymity phrase.";
    SEMI = 49, "Semi-auxiliary (`vient de`, `doit`, `a tenu à`).";
    WEAK = 50, "Name that is also an ordinary word.";
    NAMING = 51, "Word that introduces a name or title (`baptisé`, `opération`).";
    PLURAL = 52, "Plural in every reading.";
    FEMININE = 53, "Feminine in every reading.";
    MASCULINE = 54, "Masculine in every reading.";
    EVENT = 55, "Event of speech.";
    REASON = 56, "Stated reason of anonymity.";
    OPENER = 57, "Opens an adjunct of the saying (`lors de`, `à l'occasion de`).";
    WORK = 58, "Noun of something that bears a name (`film`, `opération`): a name in marks follows with a capital.";
    ABBREVIATION = 59, "Abbreviation whose dot ends no sentence.";
    ROLE_LINK = 61, "Preposition that a role takes (`à`, `chez`, `pour`, `en`).";
    SE = 62, "Reflexive pronoun.";
    OFFICE = 63, "Role that one person holds at a time.";
    SINGULAR = 60, "Singular in every reading.";
}

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);
    /// Every form of a verb.
    pub const VERBAL: Self = Self(Self::FINITE.0 | Self::INF.0 | Self::PPART.0 | Self::PRESPART.0);

    /// Tells whether the two sets share a class.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Gives the set without the classes of `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Gives the set of the classes whose flag is set.
    pub(super) fn of_flags(flags: &[(bool, Self)]) -> Self {
        let set = flags.iter().filter(|(flag, _)| *flag);
        set.fold(Self::NONE, |set, (_, class)| set | *class)
    }

    /// Gives the union; usable in constants.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Classes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl BitAnd for Classes {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl Not for Classes {
    type Output = Self;
    fn not(self) -> Self {
        Self(!self.0)
    }
}
