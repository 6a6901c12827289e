//! One example of a construction against what the program reads in it.
//!
//! In: the row « Selon KCNA, le tir a réussi. » with content, cue and source. Out: nothing, or why no claim agrees.
//! Content must agree word for word, whatever the punctuation; a cue may be shorter or longer than the row has it, and a
//! source must share half of its words, because both may leave adverbs or appositions out.

use selon::contract::{Claim, Source};
use selon::lexicon::Example;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::corpus::{ANALYSER, report};

/// Nothing when an example holds, else the reason.
pub(super) type Verdict = Result<(), String>;

/// Families whose rows describe a context (a relay, a coordination, a headline) in which another construction reads the claim.
pub(super) const CONTEXTS: [&str; 3] = ["coordination", "headline", "relay"];

/// Gives the family of a construction.
fn family(id: &str) -> &'static str {
    let rows = ANALYSER.lexicon().constructions();
    rows.iter()
        .find(|c| c.id == id)
        .map_or("", |c| c.family.as_str())
}

/// Tells whether a claim of `rule` can stand for the construction `id`: one family, or a context.
fn stands_for(rule: &str, id: &str) -> bool {
    rule == id || family(rule) == family(id) || CONTEXTS.contains(&family(id))
}

/// Tells whether the construction `id` itself, and no sister, reads the example.
pub(super) fn own_parser(id: &str, example: &Example) -> bool {
    let expected = words(&example.content.join(" "));
    let claims = report("example", &example.text).claims;
    claims
        .iter()
        .any(|claim| claim.rule == id && said(claim) == expected)
}

/// Holds that the construction `id` finds the claim that the example describes.
pub(super) fn matched(id: &str, example: &Example) -> Verdict {
    let claims = report("example", &example.text).claims;
    let expected = words(&example.content.join(" "));
    let found: Vec<&Claim> = claims
        .iter()
        .filter(|claim| said(claim) == expected)
        .collect();
    if found.is_empty() {
        return Err(format!("no claim says so; found {}", listed(&claims)));
    }
    let verdicts: Vec<Verdict> = found
        .iter()
        .map(|claim| agrees(id, example, claim))
        .collect();
    if verdicts.iter().any(Result::is_ok) {
        return Ok(());
    }
    verdicts.into_iter().next().unwrap_or(Ok(()))
}

/// Holds that the construction `id` finds nothing in a look-alike.
pub(super) fn rejected(id: &str, text: &str) -> Verdict {
    let claims = report("example", text).claims;
    match claims.iter().find(|claim| claim.rule == id) {
        Some(claim) => Err(format!("finds `{}`", said(claim).join(" "))),
        None => Ok(()),
    }
}

fn agrees(id: &str, example: &Example, claim: &Claim) -> Verdict {
    let hold = |holds: bool, what: &str, expected: &str, found: String| {
        if holds {
            Ok(())
        } else {
            Err(format!("{what}: expected `{expected}`, found `{found}`"))
        }
    };
    let cue = claim.cue.as_ref().map_or(String::new(), |c| c.text.clone());
    let speaker = claim.source.as_ref();
    let named = speaker.and_then(|s| s.text.clone()).unwrap_or_default();
    let entity = speaker.and_then(|s| s.entity.clone()).unwrap_or_default();
    let relays: Vec<String> = claim.relays.iter().map(|r| shown(&r.source)).collect();
    let agency = claim.agency.clone().unwrap_or_default();
    let conditional = claim.modality.conditional;
    hold(stands_for(&claim.rule, id), "rule", id, claim.rule.clone())?;
    hold(
        absent(&example.cue) || within(&example.cue, &cue),
        "cue",
        &example.cue,
        cue,
    )?;
    hold(
        absent(&example.source) || overlaps(&example.source, &named),
        "source",
        &example.source,
        named,
    )?;
    hold(
        has_words(&entity, &example.resolved),
        "resolved",
        &example.resolved,
        entity,
    )?;
    hold(
        absent(&example.relay)
            || claim
                .relays
                .iter()
                .any(|r| relays_through(&r.source, &example.relay)),
        "relay",
        &example.relay,
        relays.join("`, `"),
    )?;
    hold(
        absent(&example.agency) || agency == example.agency,
        "agency",
        &example.agency,
        agency,
    )?;
    hold(
        !example.conditional || conditional,
        "conditional",
        "true",
        conditional.to_string(),
    )
}

fn absent(expected: &str) -> bool {
    expected.is_empty()
}

/// Tells whether one of the two is a run of words of the other.
fn within(expected: &str, found: &str) -> bool {
    let (expected, found) = (words(expected), words(found));
    let (long, short) = if expected.len() < found.len() {
        (found, expected)
    } else {
        (expected, found)
    };
    !short.is_empty() && long.windows(short.len()).any(|run| run == short)
}

/// Tells whether two phrases share at least half of the words of the longer one.
fn overlaps(expected: &str, found: &str) -> bool {
    let (expected, mut found) = (words(expected), words(found));
    let longer = expected.len().max(found.len());
    let shared = expected
        .iter()
        .filter(|word| {
            let at = found.iter().position(|other| other == *word);
            at.map(|at| found.swap_remove(at)).is_some()
        })
        .count();
    shared > 0 && shared * 2 >= longer
}

/// Tells whether all words of `part` are in `name`.
fn has_words(name: &str, part: &str) -> bool {
    let name = words(name);
    words(part).iter().all(|word| name.contains(word))
}

fn relays_through(source: &Source, relay: &str) -> bool {
    let text = source.text.as_deref().unwrap_or_default();
    let entity = source.entity.as_deref().unwrap_or_default();
    overlaps(relay, text) || overlaps(relay, entity)
}

fn shown(source: &Source) -> String {
    source
        .text
        .clone()
        .or_else(|| source.entity.clone())
        .unwrap_or_default()
}

fn said(claim: &Claim) -> Vec<String> {
    claim.content.iter().flat_map(|s| words(&s.text)).collect()
}

fn listed(claims: &[Claim]) -> String {
    let lines: Vec<String> = claims
        .iter()
        .map(|claim| format!("{} `{}`", claim.rule, said(claim).join(" ")))
        .collect();
    if lines.is_empty() {
        "none".to_owned()
    } else {
        lines.join(", ")
    }
}

/// Cuts a text into words, composed: runs of letters and digits with their combining marks.
fn words(text: &str) -> Vec<String> {
    text.nfc()
        .collect::<String>()
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn compares_words_and_not_punctuation() {
    assert_eq!(words("l'été, « enfin »"), ["l", "été", "enfin"]);
    assert_eq!(words("e\u{301}te\u{301}"), ["été"]);
    assert!(within("a dit", "a dit mardi") && within("a dit mardi", "dit mardi"));
    assert!(!within("a dit", "") && !within("a dit", "a redit"));
    assert!(overlaps("le président russe", "président russe"));
    assert!(!overlaps("le président", "il") && !overlaps("le chef", "le maire de la ville"));
    assert!(has_words("Lucien Maréchal", "Maréchal") && !has_words("", "Maréchal"));
}
