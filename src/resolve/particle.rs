//! Small words inside names of persons, and articles that are part of a word.
//!
//! In: a token. Out: whether it is one: `de` of « Loïc de Kervadec », `al-` of « Ahmed al-Charaa ».

use crate::lex::token::{Kind, Token};
use crate::pieces::Scene;

/// Small words inside a name, in lower case, as the numbers that their bytes make.
const PARTICLES: [u64; 28] = {
    let words: [&str; 28] = [
        "&", "de", "d'", "d’", "du", "des", "von", "van", "der", "den", "ben", "bin", "al", "el",
        "da", "dos", "di", "della", "ter", "la", "le", "y", "e", "è", "wa", "ibn", "ould", "ti",
    ];
    let mut numbers = [0; 28];
    let mut i = 0;
    while i < words.len() {
        let (bytes, mut k) = (words[i].as_bytes(), 0);
        while k < bytes.len() {
            numbers[i] = numbers[i] << 8 | bytes[k] as u64;
            k += 1;
        }
        i += 1;
    }
    numbers
};

/// `al-Charaa`, `el-Béchir`: the article of an Arabic name.
pub(super) fn prefixed(scene: &Scene<'_>, at: usize) -> bool {
    let Some(token) = scene.token(at).filter(|t| t.kind == Kind::Word) else {
        return false;
    };
    // The hyphen stands behind the article; the other one begins with E2.
    let start = token.span.start as usize;
    let near = scene.text.as_bytes().get(start..start + 4);
    let hyphen = |b: &u8| matches!(b, b'-' | 0xE2);
    if near.is_some_and(|near| !near.iter().any(hyphen)) {
        return false;
    }
    let capital = |rest: &str| rest.starts_with(char::is_uppercase);
    let parts = token.span.of(scene.text).split_once(['-', '‑']);
    parts.is_some_and(|(article, rest)| article.len() <= 3 && capital(rest))
}

/// `de`, `von`, `el` between two words of a name.
pub(super) fn particle(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    leads_on(scene, at, limit) && is_particle(scene, at)
}

/// Tells whether the word behind a particle carries a name on.
pub(super) fn leads_on(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    at + 1 < limit
        && scene
            .token(at + 1)
            .is_some_and(|t| t.capital() || is_particle(scene, at + 1))
}

/// Tells whether a word is one that may stand inside a name in lower case.
pub(super) fn is_particle(scene: &Scene<'_>, at: usize) -> bool {
    let short = |t: &&Token| (t.kind == Kind::Word) & (t.span.len() <= 5);
    scene.token(at).filter(short).is_some_and(|t| {
        let word = t.span.of(scene.text).as_bytes();
        let number = word
            .iter()
            .fold(0, |n, b| n << 8 | u64::from(b.to_ascii_lowercase()));
        PARTICLES.contains(&number)
    })
}
