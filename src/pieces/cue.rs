//! Cue groups: auxiliaries, negation, clitics, adverbs and the verb that attributes.
//!
//! In: the tokens of a sentence. Out: one [`Cue`] per verb that may attribute: « a, en retour, exprimé », « a-t-il ajouté »,
//! « n'a pas exclu », « tient à préciser », « avant d'assurer ». Whether it does is for its frames to decide.

use crate::lex::Sentence;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::closed::{Closed, closed};
use crate::lexicon::meta::Head;
use crate::lexicon::{Classes, Entry, Lexicon, Morph, Sense, SenseKind};
use crate::span::Span;

/// A verb group that may attribute; token indices of the article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// Its number among the cue groups of the article.
    pub number: usize,
    /// First token: clitic of negation, reflexive or auxiliary.
    pub start: usize,
    /// First token after the group, adverbs included.
    pub end: usize,
    /// The verb that attributes.
    pub verb: usize,
    /// Form of the group.
    pub form: Form,
    /// Index of the verb's head in the lexicon.
    pub head: u16,
    /// Index of the row of that head.
    pub row: u16,
    /// Set of frames of the row.
    pub frames: u32,
    /// Inverted pronoun inside the group.
    pub inverted: Option<usize>,
    /// Number and person of the finite verb.
    pub agreement: Classes,
    /// Negated.
    pub negated: bool,
    /// The finite verb stands in the conditional.
    pub conditional: bool,
    /// Whether the semi-auxiliary says that nothing was said (`a refusé de dire`).
    pub withheld: bool,
    /// Compound tense: a participle with its auxiliary.
    pub compound: bool,
}

/// Form of a cue group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A finite verb, simple or compound.
    Finite,
    /// A present participle; `en` before it makes it a gerund.
    Participle,
    /// A gerund (`en affirmant`).
    Gerund,
    /// A past participle without auxiliary (`, estimé que`).
    Bare,
    /// An infinitive without semi-auxiliary (`avant d'assurer`).
    Infinitive,
    /// Passive (`a été annoncé`).
    Passive,
}

const AUX: Classes = Classes::AVOIR.or(Classes::ETRE);

/// Finds the cue groups of a sentence.
pub(crate) fn cues(
    text: &str,
    tokens: &[Token],
    sentence: Sentence,
    lexicon: &Lexicon,
    out: &mut Vec<Cue>,
) {
    let group = Group {
        text,
        tokens,
        own: tokens.get(sentence.start..sentence.end).unwrap_or(&[]),
        sentence,
        lexicon,
    };
    let mut at = sentence.start;
    while let Some(token) = group.token(at) {
        let verb = token.kind == Kind::Word && token.is(Classes::CUE) && token.is(Classes::VERBAL);
        let found = if verb { group.read(at) } else { None };
        match found {
            Some(cue) => {
                at = cue.end.max(at + 1);
                if out
                    .last()
                    .is_some_and(|c| c.end > cue.start && c.start >= sentence.start)
                {
                    out.pop();
                }
                let number = out.len();
                out.push(Cue { number, ..cue });
            }
            None => at += 1,
        }
    }
}

struct Group<'a> {
    text: &'a str,
    tokens: &'a [Token],
    own: &'a [Token],
    sentence: Sentence,
    lexicon: &'a Lexicon,
}

/// What stands to the left of the verb form.
#[derive(Default)]
struct Left {
    start: usize,
    negated: bool,
    reflexive: bool,
    auxiliary: Option<usize>,
    passive: bool,
    inverted: Option<usize>,
    finite: Option<usize>,
    withheld: bool,
    gerund: bool,
}

impl Group<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.own.get(at.wrapping_sub(self.sentence.start))
    }

    fn read(&self, verb: usize) -> Option<Cue> {
        let token = *self.token(verb)?;
        let sense = self.lexicon.sense(token.entry, SenseKind::Cue)?;
        let head = self.lexicon.meta().heads.get(sense.id as usize)?;
        let opening = self.opening(verb + 1);
        if !head
            .openings
            .iter()
            .any(|bit| *bit == 0 || opening & bit != 0)
        {
            return None;
        }
        let left = self.left(verb, &token);
        let form = self.form(&token, &left)?;
        let (row, tail) = self.row(head, opening, verb, &left)?;
        let frames = head.rows.get(row)?.frames;
        let mut end = verb + 1 + tail;
        let mut inverted = left.inverted;
        if self.token(end).is_some_and(|t| t.kind == Kind::Inverted) {
            inverted = Some(end);
            end += 1;
        }
        let opens_infinitive = |t: &Token| closed!["ne", "n'"].has(t.entry);
        while self
            .token(end)
            .is_some_and(|t| adverb(t) && !opens_infinitive(t))
        {
            end += 1;
        }
        let finite = left
            .finite
            .and_then(|f| self.token(f))
            .copied()
            .unwrap_or(token);
        Some(Cue {
            number: 0,
            start: left.start,
            end,
            verb,
            form,
            head: sense.id,
            row: row as u16,
            frames,
            inverted,
            agreement: self.number(&finite, inverted),
            negated: left.negated || self.negation_after(verb, end),
            conditional: finite.is(Classes::COND) && !finite.is(Classes::FUTURE),
            withheld: left.withheld,
            compound: left.auxiliary.is_some(),
        })
    }

    fn number(&self, finite: &Token, inverted: Option<usize>) -> Classes {
        if let Some(pronoun) = inverted.and_then(|i| self.token(i)) {
            return pronoun.classes
                & (Classes::PLURAL | Classes::SINGULAR | Classes::FEMININE | Classes::MASCULINE);
        }
        number_of(self.lexicon, finite.entry)
    }

    /// Walks to the left of the verb form over auxiliaries, adverbs, negation and clitics.
    fn left(&self, verb: usize, token: &Token) -> Left {
        let mut left = Left {
            start: verb,
            ..Left::default()
        };
        if token.is(Classes::PPART) && !token.is(Classes::FINITE) || token.is(Classes::PPART) {
            self.auxiliary(verb, &mut left);
        }
        if left.auxiliary.is_none() && token.is(Classes::INF) {
            self.semi(verb, &mut left);
        }
        self.clitics(&mut left);
        if let Some(before) = left.start.checked_sub(1).and_then(|i| self.token(i))
            && before.kind == Kind::Word
            && closed!["en"].has(before.entry)
            && token.is(Classes::PRESPART)
        {
            left.gerund = true;
        }
        left
    }

    /// Finds `avoir` or `être` before a participle, over adverbs, negation and one phrase between commas.
    fn auxiliary(&self, verb: usize, left: &mut Left) {
        let mut at = verb;
        let mut commas = 0;
        for _ in 0..10 {
            let Some(before) = at.checked_sub(1).and_then(|i| self.token(i)) else {
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
                    let been = before.is(Classes::ETRE);
                    if been && before.is(Classes::PPART) && !before.is(Classes::FINITE) {
                        left.passive = true;
                        continue;
                    }
                    left.auxiliary = Some(at);
                    left.finite = before.is(Classes::FINITE).then_some(at);
                    left.passive |= been && !self.reflexive_before(at);
                    left.start = at;
                    if !before.is(Classes::FINITE) && before.is(Classes::INF) {
                        self.semi(at, left);
                    }
                    return;
                }
                Kind::Word if before.is(Classes::NEG) && !before.is(Classes::SUBJ) => {
                    left.negated = true;
                }
                Kind::Word if adverb(before) => {}
                Kind::Word if commas == 1 && !before.is(Classes::FINITE) => {}
                _ => return,
            }
        }
    }

    fn reflexive_before(&self, at: usize) -> bool {
        (1..=2).any(|n| {
            at.checked_sub(n)
                .and_then(|i| self.token(i))
                .is_some_and(|t| t.kind == Kind::Word && t.is(Classes::SE))
        })
    }

    /// Finds a semi-auxiliary before an infinitive: `tient à`, `vient de`, `a refusé de`.
    fn semi(&self, infinitive: usize, left: &mut Left) {
        let mut at = infinitive;
        let mut link = "";
        for _ in 0..5 {
            let Some(before) = at.checked_sub(1).and_then(|i| self.token(i)) else {
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
                self.take_semi(at, before, link, left);
                return;
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
                .then_some(semi.negative)
            });
        let Some(negative) = fits else { return };
        left.start = at;
        left.withheld = negative;
        left.finite = token.is(Classes::FINITE).then_some(at);
        if token.is(Classes::PPART) {
            self.auxiliary(at, left);
        }
        left.passive = false;
        if left.finite.is_none() && left.auxiliary.is_none() && token.is(Classes::PRESPART) {
            left.gerund = false;
        }
    }

    /// Takes clitics and negation directly before the group.
    fn clitics(&self, left: &mut Left) {
        for _ in 0..4 {
            let Some(before) = left.start.checked_sub(1).and_then(|i| self.token(i)) else {
                return;
            };
            if before.kind != Kind::Word {
                return;
            }
            if before.is(Classes::SE) && before.span.len() <= 4 {
                left.reflexive = true;
            } else if closed!["ne", "n'"].has(before.entry) {
                left.negated = true;
            } else if !closed!["y", "en"].has(before.entry)
                || self
                    .tokens
                    .get(left.start)
                    .is_some_and(|t| t.is(Classes::PRESPART))
            {
                let dative = before.is(Classes::CLITIC)
                    && !before.is(Classes::DET.or(Classes::SUBJ).or(Classes::PREP))
                    || closed!["l'", "le", "la", "les"].has(before.entry)
                        && !before.is(Classes::DET);
                if !dative {
                    return;
                }
                // `me`, `lui`, `l'` belong to the verb but not to the cue; only negation may stand before them.
                let further = left
                    .start
                    .checked_sub(2)
                    .and_then(|i| self.token(i))
                    .is_some_and(|t| closed!["ne", "n'"].has(t.entry));
                if !further {
                    return;
                }
            }
            left.start -= 1;
        }
    }

    fn negation_after(&self, verb: usize, end: usize) -> bool {
        (verb + 1..end).any(|i| {
            self.token(i)
                .is_some_and(|t| closed!["pas", "jamais", "guère"].has(t.entry))
        })
    }

    fn form(&self, token: &Token, left: &Left) -> Option<Form> {
        if left.auxiliary.is_some() || left.finite.is_some() {
            return if left.passive && !left.reflexive {
                Some(Form::Passive)
            } else if left.finite.is_some() {
                Some(Form::Finite)
            } else {
                let aux = left.auxiliary.and_then(|a| self.token(a))?;
                Some(if aux.is(Classes::INF) {
                    Form::Infinitive
                } else {
                    Form::Participle
                })
            };
        }
        let fin = token.is(Classes::FINITE);
        match () {
            () if token.is(Classes::PRESPART) => Some(if left.gerund {
                Form::Gerund
            } else {
                Form::Participle
            }),
            () if token.is(Classes::INF) => Some(Form::Infinitive),
            () if fin && !(token.is(Classes::PPART) && !self.finite_reading(left)) => {
                Some(Form::Finite)
            }
            () if token.is(Classes::PPART) => Some(Form::Bare),
            () => None,
        }
    }

    /// Decides `dit`, `écrit`, `promis` without auxiliary: finite after a subject, a clitic or where an incise stands.
    fn finite_reading(&self, left: &Left) -> bool {
        let Some(before) = left.start.checked_sub(1).and_then(|i| self.token(i)) else {
            return true;
        };
        let next = self.token(left.start + 1);
        // `, écrit notamment le quotidien X`
        let after = if next.is_some_and(adverb) {
            self.token(left.start + 2)
        } else {
            next
        };
        match before.kind {
            Kind::Comma => {
                after.is_some_and(|t| t.kind == Kind::Inverted || t.is(Classes::DET) || t.capital())
                    || left.reflexive
                    || !self.compound_before(left.start)
            }
            Kind::Word if before.is(Classes::CONJ) => {
                left.reflexive || !self.compound_before(left.start)
            }
            Kind::Word => !before.is(Classes::PREP) || left.reflexive,
            _ => true,
        }
    }

    /// Tells whether the last finite verb before is the auxiliary of a participle: then a bare participle continues it.
    fn compound_before(&self, at: usize) -> bool {
        let level = self.token(at).map_or(0, |t| t.mark);
        (self.sentence.start..at)
            .rev()
            .find(|i| {
                self.token(*i).is_some_and(|t| {
                    t.kind == Kind::Word && t.mark == level && t.is(Classes::FINITE)
                })
            })
            .is_some_and(|i| self.token(i).is_some_and(|t| t.is(AUX)))
    }

    /// Chooses the row: the one whose tail follows, reflexive when the pronoun stands there.
    fn row(&self, head: &Head, opening: u64, verb: usize, left: &Left) -> Option<(usize, usize)> {
        let fits = |reflexive: bool| {
            head.openings.iter().enumerate().find_map(|(i, bit)| {
                if *bit != 0 && opening & bit == 0 {
                    return None;
                }
                let row = head.rows.get(i).filter(|r| r.reflexive == reflexive)?;
                self.tail(&row.tail, verb + 1).map(|n| (i, n))
            })
        };
        if left.reflexive {
            fits(true).or_else(|| fits(false))
        } else {
            fits(false)
        }
    }

    /// Gives the bits of the bytes that the tail of a phrase at `at` may begin with: those of the words that may be passed over
    /// before it, and of the first that may not.
    fn opening(&self, at: usize) -> u64 {
        let mut set = 0;
        for token in (at..at + 4).map_while(|i| self.token(i)) {
            let byte = self.text.as_bytes().get(token.span.start as usize);
            set |= byte.map_or(0, |b| Head::opening(*b));
            if !passed(token) {
                break;
            }
        }
        set
    }

    /// Gives the number of tokens that the tail of a phrase takes, adverbs and pronouns between its words included.
    fn tail(&self, tail: &[String], from: usize) -> Option<usize> {
        let mut at = from;
        for (n, word) in tail.iter().enumerate() {
            let mut skipped = 0;
            loop {
                let token = self.token(at)?;
                if same(token.span, self.text, word) {
                    at += 1;
                    break;
                }
                if token.shape.has(Shape::PHRASE)
                    && tail
                        .get(n..)
                        .is_some_and(|rest| same(token.span, self.text, &join(rest)))
                {
                    return Some(at + 1 - from);
                }
                if skipped > 2 || !passed(token) {
                    return None;
                }
                skipped += 1;
                at += 1;
            }
        }
        Some(at - from)
    }
}

fn join(words: &[String]) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() && !out.ends_with('\'') {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn same(span: Span, text: &str, key: &str) -> bool {
    super::same_word(span.of(text), key)
}

/// Gives the number of a finite verb form, when it has one number only.
pub(super) fn number_of(lexicon: &Lexicon, entry: Entry) -> Classes {
    let verb = |s: &Sense| {
        let kind = matches!(s.kind, SenseKind::Cue | SenseKind::Verb | SenseKind::Semi);
        kind && matches!(s.morph.mood(), 1..=3)
    };
    let mut set = Classes::NONE;
    for sense in lexicon.senses(entry).filter(verb) {
        set |= if sense.morph.has(Morph::PLURAL) {
            Classes::PLURAL
        } else {
            Classes::SINGULAR
        };
    }
    if set.0.is_power_of_two() {
        set
    } else {
        Classes::NONE
    }
}

/// Tells whether a token may stand between a verb and the tail of its phrase.
fn passed(t: &Token) -> bool {
    adverb(t) || t.kind == Kind::Inverted || t.is(Classes::NEG)
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

/// Adverbs that may stand inside or after a cue group.
fn adverb(t: &Token) -> bool {
    t.kind == Kind::Word
        && t.is(Classes::ADV.or(Classes::NEG))
        && !t.is(Classes::PREP
            .or(Classes::SUB)
            .or(Classes::CONJ)
            .or(Classes::DET)
            .or(Classes::SUBJ)
            .or(Classes::CLITIC))
        && !t.capital()
}
