//! Adjuncts of the saying: to whom, through what, when and how something was said.
//!
//! In: a position. Out: where the adjunct ends that stands there, and its run: in « a-t-il confié mardi à l'AFP, par téléphone » the
//! phrases `à l'AFP` and `par téléphone`.

use smallvec::SmallVec;

use super::noun::NounPhrase;
use super::time::may_open_time;
use super::{Run, Scene};
use crate::lex::token::{Kind, Token};
use crate::lexicon::closed::Closed;
use crate::lexicon::{Classes, closed};

/// The prepositional cues that end a clause or a phrase.
pub(super) const SELON: Closed = closed![
    "selon",
    "d'après",
    "selon les mots de",
    "selon les mots du",
    "selon les termes de",
    "selon les termes du",
    "à en croire",
    "de l'avis de",
    "aux dires de",
    "selon l'expression de",
];

/// An adjunct that was passed over: `à l'AFP`, `sur franceinfo`, `dans un communiqué`.
pub(crate) type Adjuncts = SmallVec<[Run; 2]>;

/// Tells whether an adjunct may begin with a token.
#[inline]
fn may_open_adjunct(token: &Token) -> bool {
    let opens = Classes::ADV
        .or(Classes::TONIC)
        .or(Classes::REASON)
        .or(Classes::OPENER)
        .or(Classes::PREP);
    let word = (token.kind == Kind::Word) & token.is(opens);
    (token.kind == Kind::Comma) | word | may_open_time(token)
}

impl Scene<'_> {
    /// Passes over adverbs, times and adjuncts from `at` on; gives the position behind them and the adjuncts.
    #[must_use]
    pub(crate) fn adjuncts(&self, mut at: usize, limit: usize) -> (usize, Adjuncts) {
        let mut passed = Adjuncts::new();
        for _ in 0..8 {
            let next = self.adjunct(at, limit, &mut passed);
            if next == at {
                break;
            }
            at = next;
        }
        (at, passed)
    }

    /// Passes over what stands between a verb and the subject behind it; `des` leads the subject in: `ont dit à l'AFP | des témoins`.
    pub(super) fn adjuncts_before_subject(&self, start: usize, limit: usize) -> (usize, Adjuncts) {
        let mut at = start;
        let mut passed = Adjuncts::new();
        for _ in 0..8 {
            if self.indefinite_plural(at) {
                break;
            }
            at = self.carried_on(at, at > start || self.plain_adverb(at.wrapping_sub(1)));
            let next = self.adjunct(at, limit, &mut passed);
            if next == at {
                break;
            }
            at = next;
        }
        (at, passed)
    }

    /// Steps over what carries an adjunct on: `à ses élus | réunis au stade`, `sans fard | et sous les huées`.
    fn carried_on(&self, at: usize, begun: bool) -> usize {
        let told = self.is(at, Classes::PPART) && self.is(at + 1, Classes::PREP);
        let joined = self.one_of(at, closed!["et"])
            && self.is(at + 1, Classes::PREP)
            && !self.is(at + 1, Classes::DE);
        at + usize::from(begun && (told || joined))
    }

    /// `des`, which is an article as well as `de` with one.
    pub(crate) fn indefinite_plural(&self, at: usize) -> bool {
        self.is(at, Classes::DE) && self.is(at, Classes::INDEF) && self.is(at, Classes::PLURAL)
    }

    /// Passes over one adjunct; gives `at` itself when there is none.
    #[must_use]
    pub(crate) fn adjunct(&self, at: usize, limit: usize, passed: &mut Adjuncts) -> usize {
        if at >= limit || !self.token(at).is_some_and(may_open_adjunct) {
            return at;
        }
        if self.kind(at) == Kind::Comma {
            return self.comma_phrase(at, limit, passed).unwrap_or(at);
        }
        if let Some(end) = self.time_phrase(at, limit) {
            return end;
        }
        if self.adjunct_word(at) {
            return at + 1;
        }
        if self.one_of(at, closed!["en"]) && self.is(at + 1, Classes::PRESPART) {
            return self.gerund_end(at, limit);
        }
        self.prepositional(at, limit).map_or(at, |run| {
            passed.push(run);
            run.end
        })
    }

    /// `notamment`, `lui-même`, `d'emblée`.
    fn adjunct_word(&self, at: usize) -> bool {
        self.plain_adverb(at) && !self.is(at, Classes::CONJ)
            || self.is(at, Classes::TONIC) && !self.is(at, Classes::SUBJ)
            || self.is(at, Classes::REASON)
            // `à la barre`, `en conférence de presse`: nothing follows that belongs to it.
            || self.is(at, Classes::OPENER) && !self.is(at, Classes::PREP.or(Classes::PPART))
                && !self.one_of(at, closed!["interrogé par"])
    }

    /// Gives the end of a gerund with its object: `en haussant les épaules,`.
    fn gerund_end(&self, en: usize, limit: usize) -> usize {
        let object = self.noun(en + 2, limit).filter(|np| {
            self.is(np.start, Classes::POSS)
                || self.one_of(np.end, closed!["que", "qu'"])
                || matches!(self.kind(np.end), Kind::Comma | Kind::Colon | Kind::Open)
        });
        object.map_or(en + 2, |np| np.end)
    }

    /// A phrase between two commas that holds no finite verb: `, jeudi soir à l'AFP, par téléphone,`.
    fn comma_phrase(&self, comma: usize, limit: usize, passed: &mut Adjuncts) -> Option<usize> {
        let mut at = comma + 1;
        let mut inner = Adjuncts::new();
        if !self.starts_adjunct(at, limit) {
            return None;
        }
        while at < limit && at < comma + 40 {
            match self.kind(at) {
                Kind::Comma => {
                    passed.append(&mut inner);
                    return Some(at + 1);
                }
                Kind::Word
                    if self.is(at, Classes::FINITE)
                        && !self.is(at, Classes::NOUN.or(Classes::ADJ)) =>
                {
                    return None;
                }
                Kind::Semicolon | Kind::Colon | Kind::Open => return None,
                _ => {}
            }
            let next = self.prepositional(at, limit).map(|run| {
                inner.push(run);
                run.end
            });
            at = next.unwrap_or_else(|| self.step(at)).max(at + 1);
        }
        None
    }

    /// Tells whether a phrase between commas that begins at `at` may be an adjunct.
    fn starts_adjunct(&self, at: usize, limit: usize) -> bool {
        self.is(
            at,
            Classes::PREP
                .or(Classes::TIME)
                .or(Classes::ADV)
                .or(Classes::TONIC)
                .or(Classes::PREP_DET)
                .or(Classes::PRESPART)
                .or(Classes::PPART)
                .or(Classes::REASON)
                .or(Classes::OPENER),
        ) || self.time_phrase(at, limit).is_some()
    }

    /// A preposition with its noun phrase.
    #[must_use]
    pub(crate) fn prepositional(&self, at: usize, limit: usize) -> Option<Run> {
        let preposition = self.is(at, Classes::PREP) && !self.is(at, Classes::SUBJ);
        if !preposition || self.selon_at(at) {
            return None;
        }
        if self.is(at + 1, Classes::INF.or(Classes::PRESPART)) {
            return None;
        }
        if let Some((_, pair)) = self.pair_at(at + 1) {
            // `au « Grand Jury » de RTL`: a title as place of the saying.
            let title = pair.close < at + 7 && self.capital(at + 2);
            let owner = if self.is(pair.close + 1, Classes::DE) {
                self.noun(pair.close + 2, limit)
            } else {
                None
            };
            return title.then(|| Run::new(at, owner.map_or(pair.close + 1, |np| np.end)));
        }
        let np = self.noun(at + 1, limit)?;
        Some(Run::new(at, self.before_name(&np)))
    }

    /// Where a phrase ends when a person's name follows it directly: `au téléphone | Espérance`, `à l'AFP | Jean-Marc`. Only
    /// a role, a title or a first name goes on into a name.
    fn before_name(&self, np: &NounPhrase) -> usize {
        let carries = Classes::ROLE
            .or(Classes::TITLE)
            .or(Classes::FIRST_NAME)
            .or(Classes::COLLECTIVE)
            .or(Classes::DE);
        let named = Classes::MEDIA.or(Classes::PLACE).or(Classes::COUNTRY);
        let starts = |i: usize| {
            self.is(i, Classes::FIRST_NAME)
                && !self.is(i, Classes::WEAK.or(Classes::PLACE))
                && self.capital(i)
        };
        (np.start + 1..np.end)
            .find(|i| {
                starts(*i)
                    && !self.is(i - 1, carries)
                    && !(self.capital(i - 1) && !self.is(i - 1, named))
            })
            .unwrap_or(np.end)
    }

    /// Tells whether `selon`, `d'après` with a source begins at `at`.
    #[must_use]
    pub(crate) fn selon_at(&self, at: usize) -> bool {
        self.one_of(at, SELON)
            && !(self.one_of(at, closed!["selon", "d'après"])
                && self.one_of(at + 1, closed!["que", "qu'"]))
    }

    /// `dans un communiqué`, `sur son compte X`, `lors d'une conférence de presse`.
    #[must_use]
    pub(crate) fn carrier_at(&self, at: usize, limit: usize) -> bool {
        if !self.one_of(
            at,
            closed![
                "dans",
                "sur",
                "par",
                "lors de",
                "lors d'",
                "via",
                "au cours de",
                "au cours d'",
            ],
        ) {
            return false;
        }
        self.noun(at + 1, limit).is_some_and(|np| {
            self.is(np.head, Classes::CARRIER)
                || self.is(np.head, Classes::MEDIA) && !self.is(np.head, Classes::WEAK)
        })
    }

    /// `à l'AFP`, `sur LCI`, `auprès de Reuters`, `au micro de RTL`.
    pub(super) fn media_adjunct(&self, at: usize, limit: usize) -> bool {
        let listeners = closed![
            "presse",
            "journalistes",
            "journaliste",
            "reporters",
            "médias",
            "micro",
            "télévision",
            "téléphone",
            "sortie",
        ];
        self.prepositional(at, limit).is_some_and(|run| {
            let object = Run::new(run.start + 1, run.end);
            self.holds(object, Classes::MEDIA.or(Classes::AGENCY))
                || self.one_of(run.start, closed!["à", "au", "devant", "à la"])
                    && (object.start..object.end).any(|i| self.one_of(i, listeners))
        })
    }
}
