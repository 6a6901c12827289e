//! Sources behind prepositions, with what is inserted before the clause.
//!
//! In: the token of a preposition. Out: the source and the end of everything that belongs to it: « Selon le préfet, cité par
//! l'agence, la digue tient » has « cité par l'agence » as an insertion.

use super::insertion::insertions;
use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::adjunct::Adjuncts;
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// The source behind a prepositional cue, with the end of everything that belongs to it.
pub(super) fn source_after(
    scene: &Scene<'_>,
    at: usize,
    limit: usize,
) -> Option<(Phrase, usize, Adjuncts)> {
    let np = scene
        .noun(at + 1, limit)
        .or_else(|| medium_in_marks(scene, at + 1, limit))
        .or_else(|| medium_with_article(scene, at + 1))?;
    let mut phrase = Phrase::plain(np);
    phrase.run.end = phrase_end(scene, &np, limit);
    phrase.main.end = np.end.min(phrase.run.end);
    if resumes_split_verb(scene, at, phrase.run.end) {
        return Some((phrase, phrase.run.end, Adjuncts::new()));
    }
    if let Some(role) = apposed(scene, &np, phrase.run.end, limit) {
        phrase.run.end = phrase_end(scene, &role, limit);
        phrase.apposition = Some(role);
    }
    let (end, adjuncts) = insertions(scene, &phrase, limit, set_off(scene, at));
    Some((phrase, end, adjuncts))
}

/// Tells whether the cue opens the sentence or stands behind a comma or another sign.
pub(super) fn set_off(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .before(at)
        .is_none_or(|t| !matches!(t.kind, Kind::Word | Kind::Number | Kind::Close))
        || scene.is(at.wrapping_sub(1), Classes::CONJ.or(Classes::ADV))
}

/// Where a source ends: behind whoever made it (« un bilan communiqué jeudi par la préfecture | »), else before a participle with a
/// complement of its own (« un expert | cité par Reuters »), and before a further number (« selon la police et | 12 000 »).
fn phrase_end(scene: &Scene<'_>, np: &NounPhrase, limit: usize) -> usize {
    let end = scene.long_phrase_end(np, limit);
    let counted = |i: &usize| {
        scene.is(*i, Classes::CONJ)
            && (scene.kind(*i + 1) == Kind::Number
                || scene.is(*i + 1, Classes::DE) && scene.kind(*i + 2) == Kind::Number)
    };
    let cut =
        (np.head + 1..end).find(|i| participle_with_complement(scene, *i, limit) || counted(i));
    cut.map_or(end, |at| made_by(scene, np, at, limit).unwrap_or(at))
}

/// The end of the maker of a document: « un rapport | établi par l'Insee »; a medium only relays.
fn made_by(scene: &Scene<'_>, np: &NounPhrase, participle: usize, limit: usize) -> Option<usize> {
    let par = scene
        .time_phrase(participle + 1, limit)
        .unwrap_or(participle + 1);
    let text = scene.is(
        np.head,
        Classes::DOCUMENT.or(Classes::CARRIER).or(Classes::CUE_NOUN),
    );
    let agent = scene
        .noun(par + 1, limit)
        .filter(|_| text && scene.one_of(par, closed!["par"]))?;
    let medium = Classes::MEDIA.or(Classes::AGENCY).or(Classes::MEDIA_NOUN);
    let relays = scene.holds(agent.run(), medium);
    (!relays).then(|| scene.long_phrase_end(&agent, limit))
}

/// Tells whether a participle begins at `at` with somebody, a time or a place behind it: « un bilan | communiqué jeudi par la
/// préfecture », « des médecins | dépêchés sur place ».
fn participle_with_complement(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    let opener = scene.is(at, Classes::OPENER);
    let participle = scene.is(at, Classes::PPART)
        && !scene.is(at - 1, Classes::DE.or(Classes::DET))
        && !scene.token(at).is_some_and(Token::capital);
    let next = at + 1;
    let link = scene.is(next, Classes::PREP) && !scene.is(next, Classes::DE);
    let of_office = scene.one_of(next, closed!["à", "au", "aux", "pour"])
        && !scene.is(next + 1, Classes::PLACE.or(Classes::MEDIA));
    opener
        || participle
            && (link && !of_office
                || scene.is(next, Classes::ADV.or(Classes::OPENER))
                || scene.time_phrase(next, limit).is_some())
}

/// `la « NZZ »`, `« Le Canard enchaîné »`: a name in marks behind the preposition is that of a medium.
fn medium_in_marks(scene: &Scene<'_>, at: usize, limit: usize) -> Option<NounPhrase> {
    let open = at + usize::from(scene.is(at, Classes::DET) && !scene.is(at, Classes::INDEF));
    let (_, pair) = scene.pair_at(open).filter(|(_, p)| p.closed)?;
    let short = pair.close <= open + 5 && pair.close < limit;
    let named = scene.token(open + 1).is_some_and(Token::capital)
        && !scene.holds(Run::new(open + 1, pair.close), Classes::FINITE);
    (short && named).then(|| NounPhrase {
        start: at,
        end: pair.close + 1,
        head: open + 1,
        agreement: Classes::NONE,
        sort: Sort::Proper,
    })
}

/// `le Soir`: a medium whose name is a time as well.
fn medium_with_article(scene: &Scene<'_>, at: usize) -> Option<NounPhrase> {
    scene.is(at, Classes::MEDIA).then(|| NounPhrase {
        start: at,
        end: at + 1,
        head: at,
        agreement: Classes::NONE,
        sort: Sort::Proper,
    })
}

/// `aurait, selon X, | menti`: the participle belongs to the auxiliary before the cue.
fn resumes_split_verb(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let auxiliary = at
        .checked_sub(2)
        .is_some_and(|i| scene.is(i, Classes::AVOIR.or(Classes::ETRE)) && scene.behind_comma(at));
    auxiliary && scene.kind(end) == Kind::Comma && scene.is(end + 1, Classes::PPART)
}

/// The name or role between commas behind a source: `selon le maire, Léa Blin, P`.
pub(super) fn apposed(
    scene: &Scene<'_>,
    np: &NounPhrase,
    end: usize,
    limit: usize,
) -> Option<NounPhrase> {
    if scene.kind(end) != Kind::Comma || scene.kind(end + 1) != Kind::Word {
        return None;
    }
    scene.noun(end + 1, limit).filter(|n| {
        let bare = !scene.is(n.start, Classes::DET);
        let proper = scene.token(n.start).is_some_and(Token::capital) && bare;
        let titled = scene.holds(n.run(), Classes::ROLE)
            || bare
                && scene.token(np.end - 1).is_some_and(Token::capital)
                && !scene.is(n.start, Classes::TIME);
        let stop = matches!(
            scene.kind(scene.long_phrase_end(n, limit)),
            Kind::Comma | Kind::Period | Kind::Break
        );
        (proper || titled) && stop && !scene.is(n.start, Classes::SUBJ.or(Classes::NUM))
    })
}
