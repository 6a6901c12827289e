//! Spelling of verb forms: which stem stands before mute `e`, and how stems and endings meet.
//!
//! In: stems and endings, with variants of spelling separated by `/`. Out: the same, spelt: in « nous
//! annonçons que les cours s'achèveront lundi », `annonc` met `ons` and `achev` became `achèv`.
//!
//! The rules of 1990 and those before them both hold, as the press uses both.

use super::models::GRAVE_ONLY;

/// Gives the stems of a verb in `-er` before mute `e`, and those of its future.
pub(super) fn mute_stems(infinitive: &str, stem: &str) -> (String, String) {
    let same = |stems: String| (stems.clone(), stems);
    if let Some(head) = stem.strip_suffix("ay") {
        return same(format!("{head}ai/{stem}"));
    }
    if let Some(head) = stem
        .strip_suffix('y')
        .filter(|head| head.ends_with(['o', 'u']))
    {
        return same(format!("{head}i"));
    }
    match last_syllable(stem) {
        Some((head, 'é', consonants)) => {
            let grave = format!("{head}è{consonants}");
            (grave.clone(), format!("{stem}/{grave}"))
        }
        Some((head, 'e', consonants @ ("l" | "t"))) => {
            same(doubled(infinitive, stem, head, consonants))
        }
        Some((head, 'e', consonants)) if takes_grave(head, consonants) => {
            same(format!("{head}è{consonants}"))
        }
        _ => same(stem.to_owned()),
    }
}

/// Splits a stem before its last vowel: `lev` into `l`, `e`, `v`; the `u` of `gu` and `qu` is no vowel.
fn last_syllable(stem: &str) -> Option<(&str, char, &str)> {
    let bare = if stem.ends_with("gu") || stem.ends_with("qu") {
        stem.strip_suffix('u')?
    } else {
        stem
    };
    let (head, rest) = stem.split_at(bare.rfind(|letter| "aàâeéèêëiîïoôuùûüyœ".contains(letter))?);
    let mut letters = rest.chars();
    let vowel = letters.next()?;
    Some((head, vowel, letters.as_str())).filter(|(.., consonants)| !consonants.is_empty())
}

/// Tells whether `e` before `consonants` becomes `è`: in `lever` and `sevrer`, not in `rester`, `annexer`, `briefer`.
fn takes_grave(head: &str, consonants: &str) -> bool {
    let single = consonants.chars().count() == 1 && !matches!(consonants, "w" | "x");
    (single || consonants == "vr") && !head.ends_with(['e', 'i'])
}

/// Verbs in `-eler` and `-eter`: `appelle`, `achète`, and both for those on which the rules differ.
fn doubled(infinitive: &str, stem: &str, head: &str, consonant: &str) -> String {
    let double = format!("{stem}{consonant}");
    let grave = format!("{head}è{consonant}");
    if head.ends_with('e') {
        stem.to_owned()
    } else if stem.ends_with("appel") || stem.ends_with("jet") {
        double
    } else if GRAVE_ONLY
        .split_ascii_whitespace()
        .any(|verb| verb == infinitive)
    {
        grave
    } else {
        format!("{double}/{grave}")
    }
}

/// Adds the `s` of the plural where there is none.
pub(super) fn plural(word: &str) -> String {
    if word.ends_with('s') {
        word.to_owned()
    } else {
        format!("{word}s")
    }
}

/// Puts `prefix` before each variant; `-` becomes empty.
pub(super) fn prefixed(prefix: &str, variants: &str) -> String {
    if variants == "-" {
        return String::new();
    }
    variants
        .split('/')
        .map(|form| format!("{prefix}{form}"))
        .collect::<Vec<_>>()
        .join("/")
}

/// Takes `ending` off each variant that has it.
pub(super) fn without(variants: &str, ending: &str) -> String {
    variants
        .split('/')
        .filter_map(|form| form.strip_suffix(ending))
        .collect::<Vec<_>>()
        .join("/")
}

/// Puts `ending` after each variant.
pub(super) fn joined(stems: &str, ending: &str) -> String {
    let mut out = String::new();
    for stem in stems.split('/').filter(|stem| !stem.is_empty()) {
        if !out.is_empty() {
            out.push('/');
        }
        join(&mut out, stem, ending);
    }
    out
}

/// Puts a stem and an ending together, keeping `c` and `g` soft: `plaçons`, `mangeons`; `joggons` was never soft.
pub(super) fn join(out: &mut String, stem: &str, ending: &str) {
    out.push_str(stem);
    if ending.starts_with(['a', 'â', 'o']) {
        if out.ends_with('c') {
            out.pop();
            out.push('ç');
        } else if out.ends_with('g') && !out.ends_with("gg") {
            out.push('e');
        }
    }
    out.push_str(ending);
}
