//! Sources without a name behind `de`: `de source judiciaire`, `de sources proches du dossier`.
//!
//! In: the token of `de source`. Out: where the phrase ends, and the phrase: in « indique-t-on de source proche du dossier » it is
//! « de source proche du dossier ».

use crate::lex::token::{Kind, Token};
use crate::lexicon::{Classes, closed};
use crate::pieces::noun::{NounPhrase, Sort, nominal};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// Gives the end of `de source proche du dossier`.
pub(super) fn source_end(scene: &Scene<'_>, at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    while end < limit
        && (nominal(scene.token(end).unwrap_or(&Token::default()))
            || scene.is(end, Classes::DE)
            || scene.is(end, Classes::ANON)
            || scene.one_of(
                end,
                closed![
                    "à",
                    "la",
                    "le",
                    "l'",
                    "au",
                    "aux",
                    "proche",
                    "proches",
                    "proche de",
                    "proche du",
                    "proche d'",
                    "proche des",
                    "proches de",
                    "proches du",
                    "proches d'",
                    "proches des",
                    "en",
                    "les",
                ],
            ))
        && scene.kind(end) == Kind::Word
        && !(scene.is(end, Classes::PPART) && !scene.is(end, Classes::ADJ.or(Classes::NOUN)))
        && scene.time_phrase(end, limit).is_none()
    {
        end += 1;
    }
    end
}

/// Makes a phrase of `source judiciaire` inside `de source judiciaire`.
pub(super) fn source_phrase(at: usize, end: usize) -> Phrase {
    let np = NounPhrase {
        start: at,
        end,
        head: at,
        agreement: Classes::NONE,
        sort: Sort::Common,
    };
    Phrase {
        run: Run::new(at, end),
        main: np,
        apposition: None,
    }
}
