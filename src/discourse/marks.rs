//! What a pair of quotation marks does: it holds somebody's words, or a term.
//!
//! In: a pair and the statements. Out: speech or term. « l'opération « Sokola » », « surnommé « le Chat » » are terms; so is a short
//! phrase with capitals that nobody says. A mark inside the content of a statement is speech unless its words name a title.

use crate::analysis::Mark;
use crate::contract::MarkClass;
use crate::lex::marks::Pair;
use crate::lex::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::pieces::Scene;

/// Classifies a pair of marks; `claimed` tells whether a statement holds it, `whole` whether it is the whole content.
#[must_use]
pub(crate) fn class(scene: &Scene<'_>, pair: &Pair, claimed: bool, whole: bool) -> MarkClass {
    let Inside {
        words,
        capitals,
        verb,
    } = Inside::of(scene, pair);
    if whole && words > 2 {
        return MarkClass::Speech;
    }
    let title = || {
        let first = scene.token(pair.open + 1).is_some_and(Token::capital);
        first && (words <= 4 || capitals * 2 >= words)
    };
    match () {
        () if words <= 9 && named(scene, pair.open) => MarkClass::Term,
        () if whole => MarkClass::Speech,
        () if !verb && words <= 7 && title() && !opens_speech(scene, pair) => MarkClass::Term,
        () if !claimed && !verb && unsaid(scene, pair, words) => MarkClass::Term,
        () if pair.outer != 0
            && words <= 3
            && !verb
            && scene
                .pairs
                .get(pair.outer as usize - 1)
                .is_some_and(|p| p.closed) =>
        {
            MarkClass::Term
        }
        () => MarkClass::Speech,
    }
}

/// What stands in a pair of marks.
struct Inside {
    /// How many words and numbers.
    words: usize,
    /// How many tokens with a capital.
    capitals: usize,
    /// A finite verb or its subject pronoun is there.
    verb: bool,
}

impl Inside {
    /// Counts in one go, without a question that only one sort of token is asked.
    fn of(scene: &Scene<'_>, pair: &Pair) -> Self {
        let (mut words, mut capitals, mut verb) = (0, 0, false);
        for token in (pair.open + 1..pair.close).filter_map(|i| scene.token(i)) {
            let word = token.kind == Kind::Word;
            words += usize::from(word || token.kind == Kind::Number);
            capitals += usize::from(token.capital());
            verb |= word & token.is(Classes::FINITE.or(Classes::SUBJ));
        }
        Self {
            words,
            capitals,
            verb,
        }
    }
}

/// What is a term in one place of an article is one in all: a title stays a title where nothing else tells.
pub(crate) fn repeat_terms(text: &str, marks: &mut [Mark]) {
    let terms: Vec<&str> = marks
        .iter()
        .filter(|m| m.class == MarkClass::Term)
        .map(|m| m.inner.of(text).trim())
        .collect();
    if terms.is_empty() {
        return;
    }
    for mark in marks.iter_mut().filter(|m| m.claim.is_none()) {
        if terms.contains(&mark.inner.of(text).trim()) {
            mark.class = MarkClass::Term;
        }
    }
}

/// Words in marks without a verb that no statement holds: a title when they begin with a capital inside a sentence or are its subject,
/// a so-called word when they are short and stand where a noun does (« la « flotte fantôme » », « mis en examen pour « homicide
/// involontaire » »). Behind an indefinite determiner, a comma or a colon they are a fragment of somebody's words.
fn unsaid(scene: &Scene<'_>, pair: &Pair, words: usize) -> bool {
    if words <= 1 {
        return true;
    }
    let first = pair.open + 1;
    let capital = scene.token(first).is_some_and(Token::capital);
    let opens = opens_speech(scene, pair);
    let subject = scene.is(pair.close + 1, Classes::FINITE)
        || scene.is(pair.close + 1, Classes::SE.or(Classes::NEG))
            && scene.is(pair.close + 2, Classes::FINITE);
    if capital && words <= 9 && (!opens || subject) {
        return true;
    }
    let before = pair.open.checked_sub(1);
    let at = |classes: Classes| before.is_some_and(|b| scene.is(b, classes));
    let fused = at(Classes::PREP_DET)
        && !before
            .and_then(|b| b.checked_sub(1))
            .is_some_and(|b| scene.is(b, Classes::PREP));
    let indefinite = at(Classes::INDEF.or(Classes::NUM)) && !fused;
    let apart = before.is_none_or(|b| scene.kind(b) != Kind::Word);
    let fragment = Classes::PREP
        .or(Classes::INF)
        .or(Classes::NEG)
        .or(Classes::SUB)
        .or(Classes::ADV)
        .or(Classes::DET);
    let said = scene.is(first, fragment) && !capital || at(Classes::ETRE);
    words <= 4 && !indefinite && !apart && !opens && !said
}

/// A naming word stands before the mark: `baptisé`, `l'opération`, `sous le nom de`.
fn named(scene: &Scene<'_>, open: usize) -> bool {
    // `telles que « A » ou « B »`
    let joined = open
        .checked_sub(2)
        .filter(|i| scene.kind(*i) == Kind::Close && scene.is(open - 1, Classes::CONJ))
        .and_then(|i| scene.pair_closing(i));
    if let Some((_, first)) = joined {
        return first.open < open && named(scene, first.open);
    }
    (1..=3).any(|n| {
        let Some(at) = open.checked_sub(n) else {
            return false;
        };
        let between = (at + 1..open).all(|i| {
            scene.is(i, Classes::DE.or(Classes::DET).or(Classes::ADV))
                || scene.is(i, Classes::PREP) && scene.is(i + 1, Classes::COUNTRY)
                || scene.is(i, Classes::COUNTRY)
                || scene.kind(i) == Kind::Comma
        });
        let capital = scene.token(open + 1).is_some_and(Token::capital);
        between
            && (scene.is(at, Classes::NAMING) || capital && n == 1 && scene.is(at, Classes::WORK))
    })
}

/// The mark follows a colon, or is followed by an incise or begins its sentence.
fn opens_speech(scene: &Scene<'_>, pair: &Pair) -> bool {
    let before = scene.before(pair.open).map_or(Kind::Break, |t| t.kind);
    matches!(
        before,
        Kind::Colon | Kind::Break | Kind::Period | Kind::Exclaim
    )
}

#[cfg(test)]
mod tests {
    use crate::contract::MarkClass;
    use crate::{Analyser, Article};

    fn hold(class: MarkClass, texts: &[&str]) {
        let analyser = Analyser::new();
        for text in texts {
            let analysis = analyser.analyse(&Article::from_text("a", *text));
            let found: Vec<MarkClass> = analysis.marks.iter().map(|m| m.class).collect();
            assert_eq!(found, [class], "{text}");
        }
    }

    #[test]
    fn takes_short_words_that_nobody_says_for_terms() {
        hold(
            MarkClass::Term,
            &[
                "Le cargo appartient à la « flotte grise » qui contourne l'embargo.",
                "Le procès des « incendiaires du port » s'est ouvert lundi à Sassari.",
                "Le film suit les « gueules noires » du bassin de Charleroi.",
            ],
        );
    }

    #[test]
    fn takes_charges_for_terms() {
        hold(
            MarkClass::Term,
            &[
                "Le chauffeur a été mis en examen pour « blessures involontaires ».",
                "Deux courtiers ont été condamnés pour « faux en écriture ».",
                "L'armateur est poursuivi pour « pollution maritime » à Brest.",
            ],
        );
    }

    #[test]
    fn takes_titles_in_subject_position_for_terms() {
        hold(
            MarkClass::Term,
            &[
                "« La Marée haute » sort mercredi dans trente salles.",
                "« Les Mains d'argile » a reçu le prix du premier roman.",
                "À Namur, « Le Dernier Bac » se joue à guichets fermés.",
            ],
        );
    }

    #[test]
    fn keeps_short_words_of_somebody_as_speech() {
        hold(
            MarkClass::Speech,
            &[
                "La maire dénonce une « mesure brutale ».",
                "L'accord est « une honte », selon le capitaine du port.",
                "Il parle d'une « erreur de jeunesse ».",
                "« La Marée montait », raconte le passeur.",
            ],
        );
    }
}
