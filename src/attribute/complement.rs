//! What a cue governs: the frame that makes it a cue, and where its content begins.
//!
//! In: a cue group. Out: the construction and the first token of the content. « Le groupe estime à 3 % la hausse » has no
//! complement that `estimer` takes as a cue; « estime que la hausse tient » has one.

use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::cue::{Cue, Form};
use crate::pieces::{Run, Scene};

/// What a cue governs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complement {
    /// Id of the construction, for a finite cue.
    pub rule: &'static str,
    /// First token of the content.
    pub start: usize,
    /// Adjuncts between cue and complement.
    pub adjuncts: Adjuncts,
    /// Whether the content is what one quotation holds.
    pub quotation: bool,
    /// Strength of the frame: clauses before infinitives before objects.
    pub weight: i16,
}

/// Finds the complement of a cue.
#[must_use]
pub(crate) fn of(scene: &Scene<'_>, cue: &Cue) -> Option<Complement> {
    if cue.form == Form::Passive {
        return passive(scene, cue);
    }
    let limit = scene.level_end(cue.start.max(cue.end.saturating_sub(1)));
    let mut at = cue.end;
    let mut adjuncts = Adjuncts::new();
    for _ in 0..7 {
        if let Some((rule, start, quotation, weight)) = starter(scene, cue, at, limit) {
            return Some(Complement {
                rule,
                start,
                adjuncts,
                quotation,
                weight,
            });
        }
        let next = scene.adjunct(at, limit, &mut adjuncts);
        if next != at {
            at = next;
            continue;
        }
        // `a rapporté hier, citant un communiqué, que P`: the clause goes on behind a relay between commas.
        let comma = relay_between(scene, cue, at, limit)?;
        adjuncts.push(Run::new(at + 1, comma));
        at = comma + 1;
    }
    None
}

/// Finds the comma before `que` that ends a relay between commas: `, selon X, qui se réfère à Y, | que`.
fn relay_between(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<usize> {
    let relay = scene.kind(at) == Kind::Comma
        && scene.takes(cue, Frame::Que)
        && (scene.selon_at(at + 1) || scene.is(at + 1, Classes::PRESPART));
    if !relay {
        return None;
    }
    (at + 2..limit.min(at + 40))
        .find(|i| scene.kind(*i) == Kind::Comma && scene.one_of(*i + 1, closed!["que", "qu'"]))
}

type Start = (&'static str, usize, bool, i16);

fn starter(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<Start> {
    if at >= limit {
        return None;
    }
    clause(scene, cue, at)
        .or_else(|| colon(scene, cue, at))
        .or_else(|| mark(scene, cue, at))
        .or_else(|| infinitive(scene, cue, at, limit))
        .or_else(|| prepositional(scene, cue, at, limit))
        .or_else(|| object(scene, cue, at, limit))
}

fn clause(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    if scene.one_of(at, closed!["que", "qu'"]) && scene.takes(cue, Frame::Que) {
        let only = cue.negated
            && !(cue.start..cue.end)
                .any(|i| scene.one_of(i, closed!["pas", "plus", "jamais", "guère", "point"]))
            && !scene.one_of(cue.start, closed!["n'"]);
        if only && scene.one_of(cue.start, closed!["ne"]) {
            return None;
        }
        if cue.negated
            && scene.is(at + 1, Classes::DE.or(Classes::PREP))
            && !scene.is(at + 1, Classes::DET.or(Classes::ADV))
        {
            return None;
        }
        let start = if scene.kind(at + 1) == Kind::Colon {
            at + 2
        } else {
            at + 1
        };
        return Some(("que-clause", start, false, 40));
    }
    let manner = scene.is(at + 1, Classes::ADV)
        && !scene.is(at + 1, Classes::DET.or(Classes::SUBJ).or(Classes::PREP));
    if scene.takes(cue, Frame::Si) && !(scene.one_of(at, closed!["si"]) && manner) {
        if scene.one_of(at, closed!["si"])
            || scene.one_of(at, closed!["s'"]) && scene.one_of(at + 1, closed!["il", "ils"])
        {
            return Some(("si-clause", at + 1, false, 36));
        }
        if scene.is(at, Classes::WH)
            || scene.one_of(
                at,
                closed![
                    "ce qui", "ce que", "ce qu'", "ce dont", "où", "quand", "lequel", "lesquels",
                    "laquelle",
                ],
            )
            || scene.one_of(at, closed!["ce"])
                && scene.one_of(at + 1, closed!["que", "qu'", "qui", "dont"])
            || scene.one_of(at, closed!["à"]) && scene.is(at + 1, Classes::WH)
        {
            return Some(("si-clause", at, false, 34));
        }
    }
    if scene.takes(cue, Frame::DeCeQue)
        && scene.one_of(at, closed!["de ce que", "de ce qu'", "du fait que"])
    {
        return Some(("que-clause", at + 1, false, 36));
    }
    // `insiste sur le fait que P`
    if scene.takes(cue, Frame::SurQuote)
        && scene.one_of(at, closed!["sur"])
        && scene.one_of(at + 1, closed!["le fait que", "le fait qu'"])
    {
        return Some(("que-clause", at + 2, false, 36));
    }
    if scene.takes(cue, Frame::DeCeQue)
        && scene.one_of(at, closed!["de"])
        && scene.one_of(at + 1, closed!["ce", "ce que", "ce qu'"])
    {
        let start = if scene.one_of(at + 1, closed!["ce"]) {
            at + 3
        } else {
            at + 2
        };
        return Some(("que-clause", start, false, 36));
    }
    None
}

fn colon(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    if scene.kind(at) != Kind::Colon
        || !matches!(
            cue.form,
            Form::Finite | Form::Participle | Form::Gerund | Form::Infinitive | Form::Bare
        )
    {
        return None;
    }
    let opens = scene.kind(at + 1) == Kind::Open;
    let speaks = scene.takes(cue, Frame::Colon)
        || scene.takes(cue, Frame::Incise)
        || scene.takes(cue, Frame::Que)
        || scene.takes(cue, Frame::Quote);
    let plain = (scene.takes(cue, Frame::Colon) || scene.takes(cue, Frame::Que)) && cue.end == at;
    ((opens && speaks) || plain).then_some(("colon-cue", at + 1, opens, 34))
}

fn mark(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    if scene.kind(at) != Kind::Open {
        return None;
    }
    let takes = [
        Frame::Quote,
        Frame::Que,
        Frame::Attr,
        Frame::NpAttr,
        Frame::Inf,
        Frame::NpAInf,
    ]
    .iter()
    .any(|f| scene.takes(cue, *f))
        || cue.form != Form::Bare && scene.takes(cue, Frame::Incise);
    if !takes || titled(scene, at) {
        return None;
    }
    let whole = scene
        .pair_at(at)
        .is_some_and(|(_, p)| ends_after(scene, p.close + 1));
    let rule = if !whole && scene.takes(cue, Frame::NpAttr) {
        "object-attribute"
    } else if scene.takes(cue, Frame::Attr) && !scene.takes(cue, Frame::Quote) {
        "reflexive-attribute"
    } else {
        "quoted-object"
    };
    Some((rule, at, whole, 30))
}

/// A short name in marks with a capital (`expose « La Laitière »`) is a title, not speech.
fn titled(scene: &Scene<'_>, open: usize) -> bool {
    let Some((_, pair)) = scene.pair_at(open) else {
        return false;
    };
    let words = pair.close.saturating_sub(open + 1);
    let capital = scene
        .token(open + 1)
        .is_some_and(crate::lex::token::Token::capital);
    let verb = (open + 1..pair.close).any(|i| scene.is(i, Classes::FINITE.or(Classes::SUBJ)));
    capital
        && words <= 4
        && !verb
        && !(open + 1..pair.close).any(|i| scene.kind(i) == Kind::Exclaim)
}

fn ends_after(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.kind(at),
        Kind::Period | Kind::Comma | Kind::Semicolon | Kind::Break | Kind::Exclaim
    )
}

/// Position behind clitics and negation, when an infinitive stands there.
fn infinitive_at(scene: &Scene<'_>, mut at: usize) -> bool {
    for _ in 0..5 {
        if scene.is(at, Classes::INF) {
            return true;
        }
        let light = scene.is(
            at,
            Classes::CLITIC
                .or(Classes::NEG)
                .or(Classes::ADV)
                .or(Classes::SE),
        ) || scene.one_of(
            at,
            closed![
                "ne", "n'", "pas", "plus", "le", "la", "les", "l'", "y", "en", "bien", "tout",
            ],
        ) || scene.kind(at) == Kind::Open;
        if !light {
            return false;
        }
        at += 1;
    }
    false
}

fn infinitive(scene: &Scene<'_>, cue: &Cue, at: usize, _limit: usize) -> Option<Start> {
    let de = scene.one_of(at, closed!["de", "d'"]);
    if de && scene.takes(cue, Frame::DeInf) && infinitive_at(scene, at + 1) {
        return Some(("infinitive-de", at + 1, false, 32));
    }
    if de && scene.takes(cue, Frame::NpDeInf) && infinitive_at(scene, at + 1) {
        return Some(("object-de", at + 1, false, 28));
    }
    let quoted = scene.kind(at + 1) == Kind::Open;
    if scene.one_of(at, closed!["à"])
        && (infinitive_at(scene, at + 1) || quoted)
        && (scene.takes(cue, Frame::AInf) || scene.takes(cue, Frame::NpAInf))
    {
        return Some(("infinitive-a", at + 1, false, 32));
    }
    if scene.takes(cue, Frame::Inf)
        && !scene.is(at, Classes::PREP)
        && infinitive_at(scene, at)
        && scene.kind(at) != Kind::Open
    {
        return Some(("infinitive-bare", at, false, 32));
    }
    None
}

fn prepositional(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<Start> {
    let frame = if scene.is(at, Classes::DE) {
        Frame::DeQuote
    } else if scene.one_of(at, closed!["à", "au", "aux"]) {
        Frame::AQuote
    } else if scene.one_of(at, closed!["contre"]) {
        Frame::ContreQuote
    } else if scene.one_of(at, closed!["sur"]) {
        Frame::SurQuote
    } else {
        return None;
    };
    let attribute = frame == Frame::DeQuote && scene.takes(cue, Frame::NpDe);
    if !(scene.takes(cue, frame) || attribute) || !speech_ahead(scene, cue, at + 1, limit) {
        return None;
    }
    Some((
        if attribute {
            "object-de-attribute"
        } else {
            "prepositional-quoted"
        },
        at + 1,
        false,
        22,
    ))
}

fn object(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> Option<Start> {
    if scene.takes(cue, Frame::Attr)
        && let Some(found) = attribute(scene, cue, at, limit)
    {
        return Some(found);
    }
    if scene.is(at, Classes::PREP) && !scene.is(at, Classes::INDEF) {
        return None;
    }
    if scene.is(at, Classes::DET)
        && scene.kind(at + 1) == Kind::Open
        && scene.takes(cue, Frame::Quote)
    {
        return Some(("quoted-object", at, false, 24));
    }
    let np = scene.noun(at, limit)?;
    if np.sort == crate::pieces::noun::Sort::Pronoun && scene.is(np.start, Classes::SUBJ) {
        return None;
    }
    if let Some(start) = assured_of(scene, cue, &np, limit) {
        return Some(("prepositional-quoted", start, false, 22));
    }
    let end = scene.long_object_end(&np, limit);
    if scene.takes(cue, Frame::NpDeInf)
        && (at..=end).any(|i| scene.one_of(i, closed!["de", "d'"]) && infinitive_at(scene, i + 1))
    {
        return Some(("object-de", at, false, 30));
    }
    // « appelle la population à [rester calme] »: whom it addresses is no part of what is said.
    if scene.takes(cue, Frame::NpAInf)
        && let Some(link) =
            (at..=end).find(|i| scene.one_of(*i, closed!["à"]) && infinitive_at(scene, i + 1))
    {
        return Some(("object-a", link + 1, false, 30));
    }
    // `appelle ses salariés, dans un message, à rester`: the adjunct between object and infinitive is passed over.
    let (behind, _) = scene.adjuncts(end, limit);
    if behind > end && infinitive_at(scene, behind + 1) {
        if scene.takes(cue, Frame::NpAInf) && scene.one_of(behind, closed!["à"]) {
            return Some(("object-a", behind + 1, false, 30));
        }
        if scene.takes(cue, Frame::NpDeInf) && scene.one_of(behind, closed!["de", "d'"]) {
            return Some(("object-de", behind + 1, false, 30));
        }
    }
    if scene.takes(cue, Frame::NpComme)
        && (at..(end + 3).min(limit)).any(|i| scene.one_of(i, closed!["comme"]))
    {
        return Some(("object-comme", at, false, 30));
    }
    if scene.takes(cue, Frame::NpDe) && ((at + 1)..=end).any(|i| scene.is(i, Classes::DE)) {
        return Some(("object-de-attribute", at, false, 28));
    }
    let quoted = [Frame::Quote, Frame::NpAttr, Frame::NpAInf, Frame::NpDeInf]
        .iter()
        .any(|f| scene.takes(cue, *f));
    if quoted && speech_ahead(scene, cue, at, limit) {
        let rule = if scene.takes(cue, Frame::NpAttr) && !scene.takes(cue, Frame::Quote) {
            "object-attribute"
        } else {
            "quoted-object"
        };
        return Some((rule, at, false, 22));
    }
    if scene.takes(cue, Frame::NpAttr) && predicate_follows(scene, &np, limit) {
        return Some(("object-attribute", at, false, 18));
    }
    None
}

/// `assure Moscou du [soutien « total »]`, `avertit les élus de [« graves difficultés »]`: whom it addresses is no part of what is said.
fn assured_of(
    scene: &Scene<'_>,
    cue: &Cue,
    np: &crate::pieces::noun::NounPhrase,
    limit: usize,
) -> Option<usize> {
    let somebody = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::COUNTRY)
        .or(Classes::CAPITAL)
        .or(Classes::SEAT)
        .or(Classes::FIRST_NAME);
    let addressed = scene.takes(cue, Frame::DeQuote) && scene.is(np.head, somebody);
    let link = (np.head + 1..=np.end).find(|i| scene.is(*i, Classes::DE))?;
    (addressed && speech_ahead(scene, cue, link + 1, limit)).then_some(link + 1)
}

/// `juge la mesure insuffisante`: an adjective or participle that closes the clause after a noun phrase with determiner.
fn predicate_follows(
    scene: &Scene<'_>,
    np: &crate::pieces::noun::NounPhrase,
    limit: usize,
) -> bool {
    let adverb = scene.is(np.end, Classes::ADV) && !scene.is(np.end, Classes::PREP);
    let at = np.end + usize::from(adverb);
    let predicate = scene.is(at, Classes::ADJ.or(Classes::PPART)) && !scene.is(at, Classes::FINITE);
    let closed = at + 1 >= limit || scene.ends_incise(at + 1) || scene.is(at + 1, Classes::PREP);
    predicate && closed && scene.is(np.start, Classes::DET)
}

fn attribute(scene: &Scene<'_>, _cue: &Cue, at: usize, limit: usize) -> Option<Start> {
    let ready = |i: usize| {
        scene.is(i, Classes::PPART.or(Classes::ADJ))
            || scene.kind(i) == Kind::Word
                && !scene.is(
                    i,
                    Classes::DET
                        .or(Classes::PREP)
                        .or(Classes::SUB)
                        .or(Classes::FINITE)
                        .or(Classes::INF)
                        .or(Classes::REL)
                        .or(Classes::CONJ)
                        .or(Classes::TIME)
                        .or(Classes::SUBJ),
                )
                && !scene
                    .token(i)
                    .is_some_and(crate::lex::token::Token::capital)
    };
    let mut i = at;
    while i < limit && scene.is(i, Classes::ADV) && !scene.is(i, Classes::PREP) {
        i += 1;
    }
    (ready(i)
        || scene.one_of(i, closed!["en", "à", "pour", "contre", "au"])
            && i == at
            && scene.noun(i + 1, limit).is_some())
    .then_some(("reflexive-attribute", at, false, 26))
}

/// Tells whether a quotation stands in the object that begins at `at`, before another cue takes over.
fn speech_ahead(scene: &Scene<'_>, cue: &Cue, at: usize, limit: usize) -> bool {
    let mut i = at;
    while i < limit {
        match scene.kind(i) {
            Kind::Open => return true,
            Kind::Semicolon | Kind::Colon | Kind::Break => return false,
            Kind::Comma
                if scene.selon_at(i + 1) || scene.is(i + 1, Classes::SUBJ.or(Classes::SUB)) =>
            {
                return false;
            }
            Kind::Word
                if i > cue.end
                    && scene.cues.iter().any(|c| {
                        c.start == i
                            && matches!(c.form, Form::Finite | Form::Participle | Form::Gerund)
                            && !scene.before(i).is_some_and(|b| b.is(Classes::REL))
                    }) =>
            {
                return false;
            }
            Kind::Word
                if scene.is(i, Classes::SUB)
                    && !scene.is(i, Classes::PREP.or(Classes::ADV))
                    && !scene.one_of(i, closed!["comme"]) =>
            {
                return false;
            }
            _ => {}
        }
        i = scene.step(i);
    }
    false
}

/// `il a été annoncé par X que P`, `est qualifiée de « Z » par X`.
fn passive(scene: &Scene<'_>, cue: &Cue) -> Option<Complement> {
    let limit = scene.level_end(cue.start);
    let mut adjuncts = Adjuncts::new();
    let mut at = cue.end;
    for _ in 0..5 {
        if scene.one_of(at, closed!["que", "qu'"])
            && scene.takes(cue, Frame::Que)
            && scene.one_of(cue.start.saturating_sub(1), closed!["il"])
        {
            return Some(Complement {
                rule: "passive-impersonal",
                start: at + 1,
                adjuncts,
                quotation: false,
                weight: 30,
            });
        }
        let next = scene.adjunct(at, limit, &mut adjuncts);
        if next == at {
            return None;
        }
        at = next;
    }
    None
}

impl Scene<'_> {
    /// Gives the end of an object with the prepositional phrases that follow it.
    fn long_object_end(&self, np: &crate::pieces::noun::NounPhrase, limit: usize) -> usize {
        let mut end = np.end;
        for _ in 0..4 {
            if self.is(end, Classes::CONJ)
                && let Some(next) = self.noun(end + 1, limit)
            {
                end = next.end;
                continue;
            }
            if self.one_of(end, closed!["de", "d'", "à"]) && infinitive_at(self, end + 1) {
                break;
            }
            match self.prepositional(end, limit) {
                Some(run) => end = run.end,
                None => break,
            }
        }
        end
    }
}
