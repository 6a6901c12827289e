//! `Pour X, P`: somebody's view.
//!
//! In: the cue `pour`. Out: a reading for a person or body before, inside or behind a clause: « Pour le syndicat, rien n'est
//! réglé. » Whom something merely concerns (« Pour la commune, le coût s'élève à 300 000 francs ») says nothing.

use super::super::features::Feature;
use super::super::speaker::{capital_word, person_or_body};
use super::super::{Reading, Runs, Who};
use super::clause::{around, behind, clause_start, wants_verb};
use super::relative::relative;
use super::source::source_after;
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Reads `pour X` as the source of a clause.
pub(super) fn opinion(scene: &Scene<'_>, at: usize) -> Option<Reading> {
    if let Some(reading) = relative(scene, at) {
        return Some(reading);
    }
    if inside_clause(scene, at) {
        return None;
    }
    let (phrase, end, adjuncts) = source_after(scene, at, scene.level_end(at))?;
    let first = phrase.main.start;
    let reason = scene.kind(first) == Kind::Number
        || scene.is(first, Classes::NUM)
        || scene.holds(Run::new(first, phrase.main.end), Classes::TIME);
    if reason || !headed_by_person(scene, &phrase) {
        return None;
    }
    let both = scene.one_of(phrase.run.end, closed!["comme"]);
    let sure = both || person_or_body(scene, &phrase);
    let (content, weight) = closing(scene, at, &phrase)
        .map(|run| (Runs::from_iter([run]), 16))
        .or_else(|| opened(scene, at, end, &phrase))
        .or_else(|| inside(scene, at, end, &phrase).map(|runs| (runs, 16)))
        .filter(|(content, _)| sure || content.iter().any(|run| marked(scene, *run)))?;
    let cue = Some(Run::new(at, at + 1));
    let mut reading = Reading::new("pour-initial", cue, Who::Words(phrase), content)
        .with(Feature::Preposition, weight);
    reading.adjuncts = adjuncts;
    Some(reading)
}

/// Tells whether a word stands before `pour` behind which no clause can begin: no view is told there, and nothing else need be asked.
fn inside_clause(scene: &Scene<'_>, at: usize) -> bool {
    let opens = Classes::CONJ
        .or(Classes::ADV)
        .or(Classes::PREP)
        .or(Classes::SUB);
    let before = at.wrapping_sub(1);
    scene.kind(before) == Kind::Word
        && scene.level(before) == scene.level(at)
        && !scene.is(before, opens)
        && !scene.one_of(before, closed!["que", "qu'", "alors que", "alors qu'"])
}

/// Tells whether a person or body heads the phrase: in `le bonheur des enfants` none does.
fn headed_by_person(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let np = &phrase.main;
    let body = Classes::ROLE
        .or(Classes::COLLECTIVE)
        .or(Classes::ORG)
        .or(Classes::AGENCY)
        .or(Classes::ANON)
        .or(Classes::SEAT)
        .or(Classes::TITLE)
        .or(Classes::PRON)
        .or(Classes::TONIC);
    let complement = complement(scene, phrase);
    (np.start..complement).any(|i| scene.is(i, body) || capital_word(scene, i))
}

/// Where the complement of a noun begins: `le bonheur | des enfants`.
fn complement(scene: &Scene<'_>, phrase: &Phrase) -> usize {
    let np = &phrase.main;
    (np.start + 1..np.end)
        .find(|i| scene.is(*i, Classes::DE))
        .unwrap_or(np.end)
}

/// The quotation that `pour X` closes: « « Un gâchis », pour la patronne. »
///
/// In « Le maire a promis « un plan » pour les écoles » nobody's view is given: no verb but `être` may stand before.
fn closing(scene: &Scene<'_>, at: usize, phrase: &Phrase) -> Option<Run> {
    let told = (scene.sentence.start..at).any(|i| {
        scene.level(i) == 0 && scene.is(i, Classes::FINITE) && !scene.is(i, Classes::ETRE)
    });
    if told {
        return None;
    }
    let close = at.checked_sub(1 + usize::from(scene.behind_comma(at)))?;
    let (_, pair) = scene.pair_closing(close)?;
    matches!(scene.kind(phrase.run.end), Kind::Break | Kind::Period)
        .then(|| Run::new(pair.open, close + 1))
}

/// The clause that `Pour X,` opens, with the weight of the reading.
fn opened(scene: &Scene<'_>, at: usize, end: usize, phrase: &Phrase) -> Option<(Runs, i16)> {
    let leading = (clause_start(scene, at)..at).all(|i| {
        !matches!(scene.kind(i), Kind::Word | Kind::Number | Kind::Open)
            || scene.is(i, Classes::CONJ.or(Classes::ADV).or(Classes::PREP))
    });
    if !leading || scene.kind(end) == Kind::Colon {
        return None;
    }
    let content = behind(scene, end)?;
    let verdict = scene.one_of(
        content.start,
        closed!["pas", "aucun", "aucune", "nul", "nulle"],
    );
    if verdict && let Some(colon) = colon_before_mark(scene, content) {
        return Some((Runs::from_iter([Run::new(colon + 1, content.end)]), 46));
    }
    let clause = scene.kind(content.start) == Kind::Open
        || scene.holds(Run::new(content.start, content.end), Classes::FINITE);
    let said = clause && !concerned(scene, phrase, content) || verdict || contrasted(scene, at);
    said.then(|| (Runs::from_iter([content]), 16))
}

/// The colon of a verdict without a verb: « pas de doute : « C'était lui. » »
fn colon_before_mark(scene: &Scene<'_>, content: Run) -> Option<usize> {
    (content.start..content.end.min(content.start + 5))
        .find(|i| scene.kind(*i) == Kind::Colon && scene.kind(*i + 1) == Kind::Open)
}

/// `; pour d'autres, un nouveau départ`: the second half of a contrast.
fn contrasted(scene: &Scene<'_>, at: usize) -> bool {
    scene.before(at).is_some_and(|t| t.kind == Kind::Semicolon)
        && scene.is(at + 1, Classes::PRON.or(Classes::INDEF))
}

/// The clause around `, pour X,`, when it still wants its verb or what follows that: « La hausse est, pour l'Asloca, une honte. »
fn inside(scene: &Scene<'_>, at: usize, end: usize, phrase: &Phrase) -> Option<Runs> {
    if !scene.behind_comma(at) || scene.kind(end) != Kind::Comma {
        return None;
    }
    let start = clause_start(scene, at);
    let (content, place) = around(scene, start, at, end);
    let rest = content.last().copied().filter(|_| place == 1)?;
    let person = Classes::ROLE.or(Classes::ORG).or(Classes::TONIC);
    let named =
        (phrase.main.start..phrase.main.end).any(|i| scene.is(i, person) || capital_word(scene, i));
    let fits = wants_verb(scene, Run::new(start, at - 1))
        && (marked(scene, rest) || named && !counts(scene, rest));
    fits.then_some(content)
}

/// Tells whether `pour` names whom something concerns: without words in marks, a count, or many people with no verdict of theirs.
fn concerned(scene: &Scene<'_>, phrase: &Phrase, content: Run) -> bool {
    if marked(scene, content) {
        return false;
    }
    let np = &phrase.main;
    let complement = complement(scene, phrase);
    let many = np.agreement.has(Classes::PLURAL)
        && scene.is(np.start, Classes::DET)
        && !(np.start..complement)
            .any(|i| scene.is(i, Classes::INDEF.or(Classes::ANON)) || capital_word(scene, i));
    let both = scene.one_of(phrase.run.end, closed!["comme"]);
    let denied = (content.start..content.end.min(content.start + 8)).any(|i| {
        scene.is(i, Classes::NEG) && !scene.is(i, Classes::ADV)
            || scene.is(i, Classes::SEMI)
            || scene.one_of(i, closed!["faut"])
    });
    let happens = closed![
        "arrête",
        "arrêté",
        "commence",
        "commencé",
        "débute",
        "débuté",
        "viré",
        "vire",
    ];
    let event =
        (content.start..content.end.min(content.start + 8)).any(|i| scene.one_of(i, happens));
    event || counts(scene, content) || many && !denied && !both
}

/// Tells whether a run holds words in marks.
fn marked(scene: &Scene<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| scene.kind(i) == Kind::Open)
}

/// Tells whether a run holds a number or a rank: « le coût s'élève à 340 000 francs », « c'est la cinquième victoire ».
fn counts(scene: &Scene<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| {
        scene.kind(i) == Kind::Number
            || scene.is(i, Classes::ORDINAL)
                && (scene.word(i).ends_with("ième")
                    || scene.one_of(i, closed!["premier", "première"]))
    })
}
