//! Media: what the lexicon knows of an agency or a medium, and who controls it according to whom.
//!
//! In: the lexicon. Out: the row behind an id or a name: `kcna` and « KCNA » are one agency, whose control is a judgement with a
//! source and a year, never ours.

use std::collections::HashMap;

use serde::Serialize;

use crate::catalogue::{Lang, find};
use crate::lexicon::Lexicon;
use crate::lexicon::fold::fold;
use crate::lexicon::meta::Name;

/// Agencies and media by id and by name.
pub(super) struct Media<'a> {
    ids: HashMap<&'a str, &'a Name>,
    names: HashMap<String, &'a Name>,
}

/// Who controls a medium, in the words of the page.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub(super) struct Control {
    /// `state`, `public`, `cooperative`, `private` or `unknown`: a class of the style sheet.
    pub(super) class: &'static str,
    pub(super) words: &'static str,
    /// Source and year of the judgement, as they stand in the language data; empty when none is given.
    pub(super) source: String,
}

/// The classes of control, in the order of the page.
pub(super) const CLASSES: [&str; 5] = ["state", "public", "cooperative", "private", "unknown"];

impl<'a> Media<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        let medium = |name: &&Name| matches!(name.sort.as_str(), "agency" | "media" | "platform");
        let rows = || lexicon.meta().names.iter().filter(medium);
        Self {
            ids: rows().map(|name| (name.id.as_str(), name)).collect(),
            names: rows().map(|name| (fold(&name.shown), name)).collect(),
        }
    }

    /// The row of an id.
    pub(super) fn by_id(&self, id: &str) -> Option<&'a Name> {
        self.ids.get(id).copied()
    }

    /// The row of a name as the page shows it.
    pub(super) fn by_name(&self, name: &str) -> Option<&'a Name> {
        self.names.get(&fold(name)).copied()
    }

    /// The name behind an id; the id where no row has it.
    pub(super) fn shown(&self, id: &str) -> String {
        self.by_id(id)
            .map_or_else(|| id.to_owned(), |name| name.shown.clone())
    }
}

/// Who controls the medium of a row.
pub(super) fn control(name: &Name, lang: Lang) -> Control {
    let class = CLASSES
        .into_iter()
        .find(|class| *class == name.control)
        .unwrap_or("unknown");
    Control {
        class,
        words: words(class, lang),
        source: source(&name.control_source, lang),
    }
}

/// The country of the seat, in the language of the page; as in the language data when the catalogue has no such country.
pub(super) fn country(name: &Name, lang: Lang) -> String {
    let words = find(lang, &format!("countries.{}", name.country));
    words.unwrap_or(&name.country).to_owned()
}

/// The words for a class of control.
pub(super) fn words(class: &str, lang: Lang) -> &'static str {
    find(lang, &format!("html.control-{class}")).unwrap_or_default()
}

/// The source of a judgement: what a medium says of itself is told in the language of the page, a citation stays as it is.
fn source(given: &str, lang: Lang) -> String {
    for (head, key) in [
        ("own description", "html.own-description"),
        ("own statutes", "html.own-statutes"),
        ("own statute", "html.own-statutes"),
    ] {
        if let Some(more) = given.strip_prefix(head) {
            return format!("{}{more}", find(lang, key).unwrap_or_default());
        }
    }
    given.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyser;

    #[test]
    fn knows_the_country_of_every_medium_in_both_languages() {
        let analyser = Analyser::new();
        let media = Media::new(analyser.lexicon());
        let mut countries: Vec<_> = media
            .ids
            .values()
            .map(|name| name.country.as_str())
            .collect();
        countries.sort_unstable();
        countries.dedup();
        assert!(countries.len() > 100);
        for country in countries.into_iter().filter(|country| !country.is_empty()) {
            let key = format!("countries.{country}");
            assert_eq!(find(Lang::Fr, &key), Some(country));
            assert!(find(Lang::En, &key).is_some(), "{key}");
        }
    }

    #[test]
    fn never_shows_state_and_public_as_one() {
        let analyser = Analyser::new();
        let media = Media::new(analyser.lexicon());
        let class = |id| media.by_id(id).map(|name| control(name, Lang::Fr).class);
        assert_eq!(
            [class("kcna"), class("afp")],
            [Some("state"), Some("public")]
        );
        assert_ne!(words("state", Lang::Fr), words("public", Lang::Fr));
    }
}
