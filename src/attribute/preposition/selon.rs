//! `Selon X`, `d'après X`, `pour reprendre les mots de X`, `à en croire X`.
//!
//! In: the cue with its source. Out: a reading with the clause before, around or behind: « La digue, selon le préfet, tient. »

use super::super::features::Feature;
use super::super::speaker::speaker_like;
use super::super::{Reading, Runs, Who};
use super::clause::{around, behind, clause_start};
use super::relative::{relative, reported};
use super::source::source_after;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Reads one cue of the family.
pub(super) fn family(scene: &Scene<'_>, at: usize, family: &'static str) -> Option<Reading> {
    let relatives = closed![
        "que",
        "qu'",
        "si",
        "qui",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
        "ce",
        "ce que",
        "ce qu'",
    ];
    // `selon ce sondage`: a determiner, not `selon ce que`.
    let relative_next = scene.one_of(at + 1, relatives) && !scene.is(at + 1, Classes::DET)
        || scene.one_of(at + 1, closed!["ce"]) && scene.one_of(at + 2, closed!["que", "qu'"]);
    let marked = scene.kind(at + 1) == Kind::Open;
    if relative_next || scene.kind(at + 1) != Kind::Word && !marked {
        return relative(scene, at).or_else(|| reported(scene, at));
    }
    let (phrase, end, mut adjuncts) = source_after(scene, at, scene.level_end(at))?;
    let rules = match family {
        "selon" => ["selon-initial", "selon-medial", "selon-final"],
        "words-of" => ["words-of"; 3],
        _ => ["a-en-croire"; 3],
    };
    let strong = family != "selon" || speaker_like(scene, &phrase);
    let lead = led_in(scene, at);
    let start = clause_start(scene, lead);
    let initial = opens_clause(scene, start, lead, end) || behind_another(scene, start, lead);
    if initial && scene.kind(end) == Kind::Comma && scene.selon_at(end + 1) {
        return None;
    }
    let set_off = initial || scene.before(lead).is_none_or(|t| t.kind == Kind::Comma);
    if !strong && !(set_off && made_known(scene, &phrase, end, !adjuncts.is_empty())) {
        return None;
    }
    let (content, place) = if initial {
        (Runs::from_iter([behind(scene, end)?]), 0)
    } else if scene.is(lead - 1, Classes::REL) {
        (Runs::from_iter([inside_relative(scene, end)?]), 1)
    } else {
        around(scene, start, lead, end)
    };
    adjuncts.push(phrase.run);
    let cue = Some(Run::new(at, at + 1));
    let mut reading = Reading::new(rules.get(place).copied()?, cue, Who::Words(phrase), content)
        .with(Feature::Preposition, 26)
        .with(Feature::Source, if strong { 8 } else { 0 });
    reading.adjuncts = adjuncts;
    Some(reading)
}

/// `À entendre X, P`, `À lire le rapport, P`: before a clause, and only of somebody or a text.
pub(super) fn listening(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    let opens = (clause_start(scene, at)..at).all(|i| scene.kind(i) != Kind::Word);
    let speaker = scene.noun(at + 1, scene.level_end(at)).is_some_and(|np| {
        let phrase = Phrase::plain(np);
        speaker_like(scene, &phrase) && !scene.is(np.head, Classes::CUE_NOUN)
    });
    (opens && speaker)
        .then(|| family(scene, at, "a-en-croire"))
        .flatten()
}

/// Where a cue begins with the adverb that leads it in behind a comma: `, toujours selon la police`.
fn led_in(scene: &Scene<'_>, at: usize) -> usize {
    let adverb = at > scene.sentence.start + 1
        && scene.is(at - 1, Classes::ADV)
        && scene.behind_comma(at - 1);
    at - usize::from(adverb)
}

/// `D'après un premier bilan, | selon la même source, P`: the nearer of two speaks.
fn behind_another(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    start < at
        && scene.selon_at(start)
        && scene.behind_comma(at)
        && source_after(scene, start, scene.level_end(at)).is_some_and(|(_, end, _)| end + 1 == at)
}

/// `qui selon les sondages | est en tête`: the relative clause up to the comma.
fn inside_relative(scene: &Scene<'_>, from: usize) -> Option<Run> {
    let limit = scene.clause_end(from, None);
    let end = (from..limit)
        .find(|i| scene.kind(*i) == Kind::Comma)
        .unwrap_or(limit);
    scene
        .is(from, Classes::FINITE.or(Classes::NEG).or(Classes::SE))
        .then(|| Run::new(from, end))
}

/// Tells whether the cue stands before its clause.
fn opens_clause(scene: &Scene<'_>, start: usize, at: usize, end: usize) -> bool {
    let light = Classes::CONJ.or(Classes::SUB).or(Classes::ADV);
    let initial = (start..at).all(|i| {
        !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open) || scene.is(i, light)
    });
    // `car selon eux, P`, `et que, selon les calculs, P`: a conjunction right before it opens the clause.
    let comma = usize::from(scene.behind_comma(at));
    initial
        || at > comma
            && scene.is(at - comma - 1, Classes::CONJ.or(Classes::SUB))
            && scene.kind(end) == Kind::Comma
}

/// An unknown noun is a source when it is plural with a complement (`les sondages de sortie des urnes`) or has something added
/// to it (`le consensus compilé par l'entreprise`).
fn made_known(scene: &Scene<'_>, phrase: &Phrase, end: usize, added: bool) -> bool {
    let closed = matches!(
        scene.kind(end),
        Kind::Comma | Kind::Period | Kind::Break | Kind::Close
    );
    let plural =
        phrase.main.agreement.has(Classes::PLURAL) && phrase.main.end > phrase.main.head + 1;
    closed && (plural || added) && scene.is(phrase.main.start, Classes::DET)
}
