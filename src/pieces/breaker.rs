//! Breakers: what begins behind a comma and takes the word away from a reported clause.
//!
//! In: the position of a comma and the cue that owns the clause. Out: whether the clause ends there. In « a dit que la pluie cesserait,
//! ajoutant que le vent tomberait » the participle breaks, in « a dit que la pluie, fine, cesserait » nothing does.

use super::cue::{Cue, Form};
use super::noun::NounPhrase;
use super::{Run, Scene};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};

impl Scene<'_> {
    /// Tells whether a clause that belongs to `owner` ends at the comma.
    pub(super) fn breaks_after_comma(
        &self,
        comma: usize,
        limit: usize,
        owner: Option<&Cue>,
    ) -> bool {
        let mut at = comma + 1;
        while at < limit && (self.is(at, Classes::CONJ) || self.plain_adverb(at)) {
            at += 1;
        }
        owner.is_some_and(|o| {
            self.comments_on_content(at, limit)
                || at == comma + 1 && self.verb_resumes(comma) && self.in_subject_relative(o)
                || self.in_leading_clause(o) && self.opens_main_clause(comma + 1, limit)
                || self.kind(comma) == Kind::Comma && self.judges_fact(comma + 1)
        }) || self.comments_on_quotation(comma, at)
            || self.is_breaker(at, limit, owner)
            || self.kind(comma) == Kind::Comma
                && self.one_of(
                    at,
                    closed!["bien qu'", "bien que", "quoique", "alors même que"],
                )
    }

    /// `, dont elle tait l'origine` comments on what was said.
    fn comments_on_content(&self, at: usize, limit: usize) -> bool {
        self.one_of(at, closed!["dont"])
            && self.holds(Run::new(at + 1, (at + 6).min(limit)), Classes::FINITE)
    }

    /// In a relative clause (`qui`, or `, dont le patron`, `, que Kinshasa`) the comma before a finite verb gives the word back to the main
    /// clause; so does the one behind a participle before which no verb stands.
    fn in_subject_relative(&self, owner: &Cue) -> bool {
        if self.one_of(owner.start.wrapping_sub(1), closed!["qui"])
            && self.before(owner.start).is_some_and(|t| t.is(Classes::REL))
        {
            return true;
        }
        let floor = owner.start.saturating_sub(10).max(self.sentence.start);
        let comma = (floor..owner.start)
            .rev()
            .find(|i| self.kind(*i) == Kind::Comma);
        let Some(comma) = comma else { return false };
        let verb = |i: usize| self.is(i, Classes::FINITE);
        let relative = self.is(comma + 1, Classes::REL)
            && comma + 1 < owner.start
            && !(comma + 1..owner.start).any(verb);
        let participle = owner.form == Form::Participle
            && comma + 1 == owner.start
            && !(self.sentence.start..comma).any(verb);
        relative || participle
    }

    /// Tells whether the owner stands in a subordinate clause that opens the sentence: « Alors que le ministre promet que P, les ménages en
    /// doutent. »
    fn in_leading_clause(&self, owner: &Cue) -> bool {
        let first = (self.sentence.start..owner.start)
            .find(|i| self.kind(*i) == Kind::Word && !self.is(*i, Classes::CONJ));
        first.is_some_and(|first| {
            self.one_of(
                first,
                closed![
                    "si",
                    "même si",
                    "alors que",
                    "alors qu'",
                    "tandis que",
                    "tandis qu'",
                    "bien que",
                    "bien qu'",
                    "quoique",
                    "lorsque",
                    "lorsqu'",
                    "quand",
                    "dès que",
                    "depuis que",
                    "pendant que",
                    "parce que",
                    "puisque",
                ],
            ) && !(first..owner.start).any(|i| self.kind(i) == Kind::Comma)
        })
    }

    /// Tells whether a subject with its finite verb begins at `at`.
    fn opens_main_clause(&self, at: usize, limit: usize) -> bool {
        let light = Classes::NEG
            .or(Classes::SE)
            .or(Classes::CLITIC)
            .or(Classes::ADV);
        let Some(np) = self.noun(at, limit) else {
            return false;
        };
        let mut verb = np.end;
        while verb < limit
            && verb < np.end + 3
            && (self.is(verb, light) || self.one_of(verb, closed!["en", "y"]))
            && !self.is(verb, Classes::FINITE)
        {
            verb += 1;
        }
        self.is(verb, Classes::FINITE)
    }

    /// `, une décision critiquée par les syndicats`, `, ce qui a retardé l'évacuation`: the narrator on what was said.
    fn judges_fact(&self, at: usize) -> bool {
        let fact = closed![
            "décision",
            "bilan",
            "information",
            "mesure",
            "annonce",
            "version",
            "accusation",
            "affirmation",
            "hypothèse",
            "première",
            "allégation",
            "estimation",
            "chiffre",
            "aveu",
        ];
        self.one_of(at, closed!["un", "une"]) && self.one_of(at + 1, fact)
            // `, ce qui a retardé l'évacuation`; `, ce qui ouvrira droit à une aide` goes on with what is said.
            || self.one_of(at, closed!["ce qui"])
                && self.is(at + 1, Classes::AVOIR)
                && self.is(at + 2, Classes::PPART)
            || self.one_of(at, closed!["confirmant"]) && self.is(at + 1, Classes::INDEF)
            // `, avant de se raviser`, `, avant de reconnaître six vols`: a speaker's act; `, avant de repartir` may be part of what is said.
            || self.one_of(at, closed!["avant de", "avant d'"])
                && self
                    .cues
                    .iter()
                    .any(|c| c.form == Form::Infinitive && (at + 1..at + 4).contains(&c.start))
    }

    /// Behind a closed quotation a participle or an adjunct with `en` comments on the saying.
    fn comments_on_quotation(&self, comma: usize, at: usize) -> bool {
        self.before(comma).is_some_and(|t| t.kind == Kind::Close)
            && (self.is(at, Classes::PRESPART)
                || self.one_of(at, closed!["en"]) && self.is(at + 1, Classes::PRESPART)
                || self.one_of(at + 1, closed!["s'"]) && self.is(at + 2, Classes::PRESPART)
                || self.one_of(at, closed!["alors que", "alors qu'", "car"]))
    }

    /// Tells whether something that attributes (or an adjunct of the saying) begins at `at`, behind a comma.
    fn is_breaker(&self, at: usize, limit: usize, owner: Option<&Cue>) -> bool {
        if at >= limit {
            return false;
        }
        if self.selon_at(at)
            || self.gerund_at(at)
            || self.is(at, Classes::OPENER) && self.trailing(at)
            || self.carrier_at(at, limit)
        {
            return true;
        }
        if self.one_of(at, closed!["ce que", "ce qu'"]) {
            return self
                .cues
                .iter()
                .any(|c| c.start > at && c.start < limit && c.start < at + 10);
        }
        if self.one_of(at, closed!["sans"]) {
            return self.is(at + 1, Classes::INF)
                || self.cues.iter().any(|c| {
                    c.form == Form::Infinitive && (c.start == at + 1 || c.start == at + 2)
                });
        }
        match self.cue_led_in(at, limit) {
            Some(cue) => self.cue_breaks(cue, at, limit, owner),
            None => self.other_subject(at, limit),
        }
    }

    /// Gives the cue that begins at `at` or behind clitics, negation and adverbs that stand there.
    fn cue_led_in(&self, at: usize, limit: usize) -> Option<&Cue> {
        let light = Classes::CLITIC
            .or(Classes::ADV)
            .or(Classes::NEG)
            .or(Classes::SE);
        self.cues
            .iter()
            .find(|c| c.start >= at && c.start <= at + 2 && c.start < limit)
            .filter(|c| (at..c.start).all(|i| self.is(i, light) || self.one_of(i, closed!["en"])))
    }

    /// Tells whether a cue behind the comma stands beside the owner, not inside what the owner reports.
    fn cue_breaks(&self, cue: &Cue, at: usize, limit: usize, owner: Option<&Cue>) -> bool {
        match cue.form {
            Form::Participle | Form::Gerund => self.has_complement(cue),
            Form::Bare => {
                let shares = owner.is_none_or(|o| o.compound || o.form == Form::Bare);
                // `a jugé que P, estimé son coût à 3 millions`: a further participle with an object of its own.
                let object = owner.is_some()
                    && cue.start == at
                    && self.is(cue.end, Classes::DET)
                    && self.time_phrase(cue.end, limit).is_none();
                shares && (object || self.has_complement(cue))
            }
            Form::Finite => {
                cue.inverted.is_some()
                    || self.has_complement(cue) && owner.is_none_or(|o| o.compound == cue.compound)
                    || self
                        .inverted_subject(cue.end, limit)
                        .is_some_and(|(p, _)| self.ends_incise(p.run.end))
            }
            Form::Passive | Form::Infinitive => false,
        }
    }

    /// Tells whether a gerund of saying begins here without a comma (`tout en assurant`).
    pub(super) fn gerund_at(&self, at: usize) -> bool {
        let en = at + usize::from(self.one_of(at, closed!["tout"]));
        let gerund = |c: &Cue| {
            c.form == Form::Gerund && c.start <= en + 2 && c.start > en && self.has_complement(c)
        };
        let near = |c: &Cue| c.start > at && c.start <= at + 3;
        let infinitive = |c: &Cue| c.form == Form::Infinitive && near(c) && self.has_complement(c);
        self.one_of(en, closed!["en"]) && self.cues.iter().any(gerund)
            || self.one_of(at, closed!["avant de", "avant d'"]) && self.cues.iter().any(infinitive)
            || self.one_of(at, closed!["tout en"]) && self.cues.iter().any(near)
    }

    /// After a comma, a new subject directly before a cue with a complement.
    fn other_subject(&self, at: usize, limit: usize) -> bool {
        let joined = self.one_of(
            at.saturating_sub(1),
            closed!["mais", "et", "or", "tandis que"],
        );
        if !joined || self.is(at, Classes::REL) {
            return false;
        }
        let speaks = |np: NounPhrase| {
            self.cues
                .iter()
                .any(|c| c.start == np.end && c.form == Form::Finite && self.has_complement(c))
        };
        self.noun(at, limit).is_some_and(speaks)
    }

    /// Tells whether what opens at `at` may trail behind a whole clause; a place or an addressee belongs to the clause.
    fn trailing(&self, at: usize) -> bool {
        !self.one_of(
            at,
            closed![
                "devant",
                "face à",
                "face au",
                "face aux",
                "auprès de",
                "à propos de",
                "au sujet de",
                "au cours de",
            ],
        )
    }
}
