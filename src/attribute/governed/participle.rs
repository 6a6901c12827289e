//! Whom participles and gerunds belong to.
//!
//! In: a participle or gerund with its complement. Out: its source: « le tribunal » in « Estimant que rien ne presse, le tribunal a
//! renvoyé l'affaire ».

use super::super::Who;
use super::super::complement::Complement;
use super::governor::{Governor, clitic_before};
use super::shared::{main_subject, shared};
use crate::lex::token::Kind;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::{Cue, Form};
use crate::pieces::noun::NounPhrase;
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Finds whom a participle or gerund belongs to: the noun before it, or whoever the sentence is about.
pub(super) fn of(
    scene: &Scene<'_>,
    index: usize,
    cue: &Cue,
    complement: &Complement,
) -> Option<Governor> {
    let clause = matches!(complement.rule, "que-clause" | "si-clause");
    let rule = match cue.form {
        Form::Gerund => "gerund",
        _ if clause => "participle-que",
        _ => "participle-object",
    };
    let mut edge = cue.start;
    while clitic_before(scene, edge)
        || scene.one_of(edge.wrapping_sub(1), closed!["en", "tout", "tout en"])
    {
        edge -= 1;
    }
    let attached = scene
        .before(edge)
        .is_some_and(|t| t.kind == Kind::Word && !t.is(Classes::CONJ.or(Classes::ADV)));
    if cue.form == Form::Participle && attached {
        let np = scene.phrase_ending(edge)?;
        let who = publisher(scene, &np).unwrap_or(Who::Words(Phrase::plain(np)));
        return Some((rule, who, 5));
    }
    // « Le ministre, affirmant que P, a … »: the main verb is still to come.
    let comma = scene.behind_comma(edge).then(|| edge - 1);
    let verb = || scene.holds(Run::new(scene.sentence.start, edge), Classes::FINITE);
    if let Some(np) = comma
        .filter(|_| !verb())
        .and_then(|c| scene.phrase_ending(c))
    {
        return Some((rule, Who::Words(Phrase::plain(np)), 5));
    }
    Some((rule, shared(scene, index), 5))
}

/// `a émis un communiqué affirmant que P`, `a écarté un rachat par la ville assurant que P`: the subject of the sentence speaks,
/// not the text that it publishes or the agent of a noun.
fn publisher(scene: &Scene<'_>, np: &NounPhrase) -> Option<Who> {
    let before = scene.before(np.start)?;
    let published = scene.is(np.head, Classes::DOCUMENT.or(Classes::CARRIER))
        && scene.is(np.start, Classes::INDEF)
        && before.kind == Kind::Word
        && (before.is(Classes::VERBAL.or(Classes::TIME)) || before.is(Classes::ADV))
        && !before.is(Classes::PREP);
    let agent = scene.one_of(np.start - 1, closed!["par"]);
    if !(published || agent) {
        return None;
    }
    match main_subject(scene, np.start) {
        who @ Who::Words(_) => Some(who),
        _ => None,
    }
}

/// `Estimant que P, le tribunal a rejeté`: a participle, gerund or `après avoir` at the start of the sentence belongs to the
/// subject of the main clause, and its content ends at the comma before it.
pub(super) fn opening(
    scene: &Scene<'_>,
    cue: &Cue,
    from: usize,
    end: usize,
) -> Option<(Phrase, usize)> {
    if !matches!(cue.form, Form::Participle | Form::Gerund | Form::Infinitive) {
        return None;
    }
    let lead = (scene.sentence.start..cue.start).all(|i| {
        !matches!(scene.kind(i), Kind::Word)
            || scene.one_of(i, closed!["en", "tout", "tout en", "après", "mais", "et"])
    });
    let mut at = from;
    while lead && at < end {
        if scene.kind(at) == Kind::Comma
            && let Some(np) = scene.noun(at + 1, scene.sentence.end)
        {
            let verb = scene.is(np.end, Classes::FINITE)
                || scene.is(np.end, Classes::NEG.or(Classes::SE))
                    && scene.is(np.end + 1, Classes::FINITE);
            if verb {
                return Some((Phrase::plain(np), at));
            }
        }
        at = scene.step(at);
    }
    None
}
