//! Forms of verbs that may be nouns or participles too.
//!
//! In: a form with its neighbours. Out: its classes without those that the neighbours rule out: « la demande » is a noun, « il
//! demande » a verb.

use super::{Context, FINITE, NOMINAL};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};

impl Context<'_> {
    /// A form of a verb may be a noun, or finite and a participle.
    #[inline]
    pub(super) fn verb(&self, mut classes: Classes) -> Classes {
        let determined = self.after_determiner();
        if determined | classes.has(NOMINAL) {
            // « sept médecins sur dix ont refusé »: a number is no determiner of a verb.
            let counted = self.before.is(Classes::NUM) && !self.before.is(Classes::SINGULAR);
            if classes.has(FINITE) && (classes.has(NOMINAL) || determined && !counted) {
                classes = self.verb_or_noun(classes);
            }
            if determined
                && classes.has(Classes::PPART)
                && classes.has(NOMINAL)
                && !self.auxiliary_before()
            {
                classes = classes.without(Classes::PPART.or(Classes::CUE));
            }
        }
        if classes.has(Classes::PPART) && classes.has(FINITE) {
            classes = self.finite_or_participle(classes);
        }
        classes
    }

    fn verb_or_noun(&self, classes: Classes) -> Classes {
        let b = self.before;
        let noun = classes.without(FINITE.or(Classes::CUE).or(Classes::SEMI).or(Classes::PPART));
        let verb = classes.without(NOMINAL);
        if self.after.kind == Kind::Inverted {
            return verb;
        }
        if self.after_determiner() {
            return noun;
        }
        if b.is(Classes::CLITIC)
            && b.is(Classes::PREP)
            && !self.before2.is(Classes::SUBJ
                .or(Classes::NEG)
                .or(Classes::REL)
                .or(Classes::CLITIC))
        {
            return noun;
        }
        if b.is(Classes::SUBJ) && !b.is(Classes::DET)
            || b.is(Classes::CLITIC) && !b.is(Classes::DET)
            || b.is(Classes::NEG) && !b.is(Classes::ADV.or(Classes::DET))
        {
            return verb;
        }
        if b.is(Classes::PREP) && !b.is(Classes::ADV)
            || b.is(Classes::POSS.or(Classes::DEM).or(Classes::INDEF))
            || (b.kind == Kind::Number || b.is(Classes::NUM))
                && !self.token.is(Classes::ETRE.or(Classes::AVOIR))
        {
            return noun;
        }
        if b.is(Classes::REL) && !b.is(Classes::SUB) {
            return verb;
        }
        let modifier = b.is(Classes::ADJ) && !b.is(Classes::VERBAL) || b.is(Classes::ORDINAL);
        if modifier && self.before2.is(Classes::DET.or(Classes::PREP_DET)) {
            return noun;
        }
        if self.complement_follows() {
            return verb;
        }
        if classes.has(Classes::PREFER_OTHER)
            && !(classes.has(Classes::CUE) && self.cue_position())
            && !self.wanted()
        {
            noun
        } else {
            verb
        }
    }

    /// `que P`, an infinitive with `de`, a colon or a determiner after the form speak for a verb.
    fn complement_follows(&self) -> bool {
        let a = self.after;
        a.kind == Kind::Word
            && (a.is(Classes::SUB)
                || a.is(Classes::DET) && !a.is(Classes::PREP)
                || a.is(Classes::NEG))
            && !self.before.is(Classes::PREP)
    }

    /// After a comma or closing mark, or before a proper name or mark: where an incise stands.
    fn cue_position(&self) -> bool {
        let incise = matches!(
            self.before.kind,
            Kind::Comma | Kind::Close | Kind::Exclaim | Kind::Dash
        );
        incise
            && (self.after.is(Classes::DET)
                || self.after.capital()
                || self.after.is(Classes::ADV)
                || closed!["à", "au", "aux", "en"].has(self.after.entry))
            || matches!(self.after.kind, Kind::Colon | Kind::Open) && !self.before.is(Classes::DET)
    }

    /// `dit`, `fait`, `craint`: a participle after an auxiliary, else finite.
    fn finite_or_participle(&self, classes: Classes) -> Classes {
        if self.auxiliary_before() {
            classes.without(FINITE)
        } else {
            classes
        }
    }
}
