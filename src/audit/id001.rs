//! ID001: a person without a function at first mention.
//!
//! In: persons who speak. Out: a note where the sentence that names one first says nothing of who it is: « “Non”, répond Anne Roy. »

use super::{Context, Finds, Rule, context};
use crate::contract::{Level, SourceType};
use crate::lexicon::Classes;
use crate::span::Span;

pub(super) const RULE: Rule = Rule::new("ID001", Level::Note, 2, run);

fn run(c: Context<'_>, finds: &mut Finds<'_>) {
    let mut seen = Vec::new();
    for (i, claim) in c.claims() {
        let Some(at) = claim.source.and_then(|s| s.entity) else {
            continue;
        };
        if seen.contains(&at) {
            continue;
        }
        seen.push(at);
        if let Some(place) =
            first_mention(c, at).filter(|p| !introduced(c, *p) && !described(c, at))
        {
            let found = finds.add("rules.ID001", place).about(i);
            found.with("name", place.of(c.text));
        }
    }
}

/// Gives the place of the whole name where the running text has it first.
fn first_mention(c: Context<'_>, entity: usize) -> Option<Span> {
    let entity = c.analysis.entities.get(entity)?;
    let name = entity.name;
    let person = entity.kind == SourceType::Person && name.contains([' ', '\u{a0}']);
    if !person || !context::proper(name) || name.contains(" et ") {
        return None;
    }
    c.prose().find_map(|block| {
        let at = context::find_word(block.span.of(c.text), name)? as u32 + block.span.start;
        Some(Span::new(at, at + name.len() as u32))
    })
}

/// A role, a body or an apposition stands in the sentence.
fn introduced(c: Context<'_>, place: Span) -> bool {
    let sentence = c.sentence(place.start).to(place);
    let after = Span::new(place.end, sentence.end).of(c.text);
    let by = || {
        let own = c.ground.word_from(place.start);
        c.key(c.ground.before(own, 1)) == "selon"
    };
    let apposition = after.starts_with(", ") && !after.starts_with(", a ") && !by()
        || after.starts_with(" (")
        || after.starts_with("\u{a0}(");
    if apposition {
        return true;
    }
    let classes =
        Classes::ROLE | Classes::COLLECTIVE | Classes::ORG | Classes::MEDIA_NOUN | Classes::TITLE;
    c.words(sentence).any(|word| {
        let words = word.of(c.text);
        let initials = words.len() > 1 && words.chars().all(char::is_uppercase);
        let own = place.start <= word.start && word.end <= place.end;
        !own && (initials || c.is(word, classes))
    })
}

/// Another sentence calls the person by a function: `le président russe`.
fn described(c: Context<'_>, entity: usize) -> bool {
    let role = |span: Span| c.words(span).any(|word| c.is(word, Classes::ROLE));
    c.claims()
        .filter_map(|(_, x)| x.source)
        .any(|s| s.entity == Some(entity) && s.span.is_some_and(role))
}
