//! `C'est ce qu'a dit X`, `Tels sont les mots de X`: words that point back to what was just said.
//!
//! In: a sentence and the one before. Out: a statement whose content is that sentence, or what stands before the comma or the colon:
//! « « Le port vivra. » C'est en ces termes que le maire Paul Aubin a salué l'accord. »

use super::quoted_whole;
use crate::attribute::features::Feature;
use crate::attribute::{Reading, Who};
use crate::lex::Sentence;
use crate::lex::token::{Kind, Token};
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::cue::Form;
use crate::pieces::subject::{Phrase, Subject};
use crate::pieces::{Run, Scene};

/// What the words that point back say.
#[derive(Clone, Copy)]
struct Pointed {
    cue: Run,
    who: Phrase,
    /// Whether a verb of saying stands in it, so that a clause without marks may be meant.
    said: bool,
}

/// Reads words that point back to the sentence before, or to what stands before them.
pub(super) fn read(scene: &Scene<'_>, before: Option<Sentence>) -> Option<Reading> {
    let first = scene.sentence.start;
    if let Some(pointed) = demonstrative(scene, first).or_else(|| noun(scene, first)) {
        let before = before.filter(|b| b.block == scene.sentence.block)?;
        let earlier = scene.at_sentence(before);
        let content = earlier.trimmed(Run::new(before.start, before.end));
        let whole = quoted_whole(scene, before) || pointed.said && clause(&earlier, content);
        return reading(scene, pointed, content, whole);
    }
    // What is said stands in marks, or words that point back have a verb of saying.
    let marks = scene.kind(first) == Kind::Open;
    let signs = scene.anchors.sign(Kind::Comma) | scene.anchors.sign(Kind::Colon);
    if !signs || !marks && scene.cues.is_empty() {
        return None;
    }
    let edge = edge(scene, first)?;
    let marked = scene
        .pair_closing(edge - 1)
        .is_some_and(|(_, p)| p.open == first);
    let pointed = demonstrative(scene, edge + 1)?;
    let content = scene.trimmed(Run::new(first, edge));
    let whole = marked || pointed.said && clause(scene, content);
    reading(scene, pointed, content, whole)
}

/// Finds the comma or the colon behind which words point back.
fn edge(scene: &Scene<'_>, first: usize) -> Option<usize> {
    const PAUSES: u16 = 1 << Kind::Comma as u16 | 1 << Kind::Colon as u16;
    // `c'est`, `tels sont`; a preposition alone may be `voilà`.
    let may_open = |word: &Token, next: &Token| {
        u16::from(word.classes == Classes::PREP) | u16::from(next.is(Classes::ETRE))
    };
    // One question for all, which is nearly always answered in the same way.
    let may = |sign: &Token, word: &Token, next: &Token| {
        let pause = PAUSES >> sign.kind as u16 & u16::from(sign.mark == 0);
        pause & may_open(word, next) != 0
    };
    let behind = scene.own.get(1..)?.windows(3);
    let mut edges = (first + 1..)
        .zip(behind)
        .filter(|(_, three)| matches!(three, [sign, word, next] if may(sign, word, next)));
    edges.find(|(i, _)| opens(scene, i + 1)).map(|(i, _)| i)
}

/// Tells whether words without marks are a clause: « Ce texte, c'est ce que demande le syndicat » names a thing.
fn clause(scene: &Scene<'_>, content: Run) -> bool {
    (content.start..content.end).any(|i| scene.is(i, Classes::FINITE))
}

fn reading(scene: &Scene<'_>, pointed: Pointed, content: Run, whole: bool) -> Option<Reading> {
    let fits = whole && !content.is_empty() && super::super::can_speak(scene, &pointed.who);
    fits.then(|| {
        Reading::new(
            "pointing-back",
            Some(pointed.cue),
            Who::Words(pointed.who),
            [content],
        )
        .with(Feature::Noun, 20)
    })
}

/// `c'est`, `voilà`, `tels sont`.
fn opens(scene: &Scene<'_>, at: usize) -> bool {
    scene.one_of(at, closed!["voilà"])
        || scene.is(at + 1, Classes::ETRE)
            && (scene.one_of(at, closed!["c'"])
                || scene.is(at, Classes::INDEF) && scene.is(at, Classes::PRON))
}

/// `C'est ce qu'a déclaré X`, `C'est par ces mots que X a répondu`, `Tels sont les mots de X`.
#[inline]
fn demonstrative(scene: &Scene<'_>, at: usize) -> Option<Pointed> {
    if opens(scene, at) {
        opened(scene, at)
    } else {
        None
    }
}

#[inline(never)]
fn opened(scene: &Scene<'_>, at: usize) -> Option<Pointed> {
    let link = at + 1 + usize::from(scene.is(at + 1, Classes::ETRE));
    if scene.one_of(link, closed!["ce que", "ce qu'"]) {
        return relative(scene, link);
    }
    if !scene.one_of(at, closed!["c'"]) {
        return owned(scene, at, link);
    }
    let manner = scene.is(link, Classes::PREP) && scene.is(link + 1, Classes::DEM);
    let que = if scene.one_of(link, closed!["ainsi que"]) {
        link
    } else {
        (link..link + 5)
            .find(|i| scene.one_of(*i, closed!["que", "qu'"]))
            .filter(|_| manner)?
    };
    let np = scene.noun(que + 1, scene.sentence.end)?;
    let mut who = Phrase::plain(np);
    scene.appose(&mut who, scene.sentence.end);
    Some(Pointed {
        cue: Run::new(at, que + usize::from(que == link)),
        who,
        said: false,
    })
}

/// `ce qu'a déclaré mardi X`, `ce que X affirme`.
fn relative(scene: &Scene<'_>, link: usize) -> Option<Pointed> {
    let near = |c: &&crate::pieces::cue::Cue| {
        c.start > link && c.start < link + 12 && c.form == Form::Finite && !c.negated
    };
    let cue = scene.cues.iter().find(near)?;
    let who = if cue.start == link + 1 {
        scene.inverted_subject(cue.end, scene.sentence.end)?.0
    } else {
        match scene.subject_before(cue.start) {
            Subject::Phrase(p) => p,
            _ => return None,
        }
    };
    scene.takes(cue, Frame::Que).then_some(Pointed {
        cue: Run::new(cue.start, cue.end),
        who,
        said: true,
    })
}

/// `Tels sont | les mots de X`.
fn owned(scene: &Scene<'_>, at: usize, from: usize) -> Option<Pointed> {
    let np = scene.noun(from, scene.sentence.end)?;
    let of = (np.head + 1..np.end).find(|i| scene.is(*i, Classes::DE))?;
    let owner = scene.noun(of + 1, scene.sentence.end)?;
    scene.is(np.head, Classes::CUE_NOUN).then(|| Pointed {
        cue: Run::new(at, of),
        who: Phrase::plain(owner),
        said: false,
    })
}

/// `La phrase est de X`, `La question de X résume le malaise`.
fn noun(scene: &Scene<'_>, at: usize) -> Option<Pointed> {
    let definite = scene.is(at, Classes::DET) && !scene.is(at, Classes::INDEF.or(Classes::POSS));
    if !definite || !scene.is(at + 1, Classes::CUE_NOUN) {
        return None;
    }
    let mut of = at + 2;
    if scene.is(of, Classes::ETRE) {
        of += 1;
        let signed =
            scene.is(of, Classes::PPART) && scene.token(of + 1).is_some_and(Token::capital);
        if !signed && !scene.is(of, Classes::DE) {
            return None;
        }
        of += usize::from(signed);
        return author(scene, at, of, of + usize::from(!signed));
    } else if !scene.is(of, Classes::DE) {
        return None;
    }
    author(scene, at, of, of + 1)
}

/// The words from `at` to `end` name the speech, and its author follows at `name`.
fn author(scene: &Scene<'_>, at: usize, end: usize, name: usize) -> Option<Pointed> {
    let np = scene.noun(name, scene.sentence.end)?;
    Some(Pointed {
        cue: Run::new(at, end),
        who: Phrase::plain(np),
        said: false,
    })
}
