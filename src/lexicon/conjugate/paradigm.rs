//! The paradigm of a verb: what tells all its forms.
//!
//! In: an infinitive. Out: whole forms, and stems that take regular endings: `craindre` gives `craign` for « Ils craignaient une
//! grève ».

use super::models::{INVARIABLE, LIKE_FINIR, MODELS, PASTS, Past, THIRD_PERSON};
use super::spelling::{joined, mute_stems, plural, prefixed, without};

/// Everything that tells the forms of one verb: whole forms, or stems that take regular endings.
pub(super) struct Paradigm {
    pub(super) infinitive: String,
    pub(super) present: [String; 6],
    /// Stem of the imperfect.
    pub(super) imperfect: String,
    /// Stem of the past historic and the class of its endings.
    pub(super) past: Option<(String, &'static Past)>,
    /// Stem of the future and the conditional, `r` included.
    pub(super) future: String,
    pub(super) subjunctive: [String; 6],
    pub(super) imperative: [String; 3],
    pub(super) gerund: String,
    /// Masculine, masculine plural, feminine, feminine plural.
    pub(super) participle: [String; 4],
    /// The persons in use, `1` to `6`.
    pub(super) persons: &'static str,
}

impl Paradigm {
    pub(super) fn of(infinitive: &str) -> Option<Self> {
        let mut paradigm = match model(infinitive) {
            Some((prefix, row)) => Self::irregular(prefix, row)?,
            None => Self::first_group(infinitive)?,
        };
        if never_agrees(infinitive) {
            paradigm.participle[1..].iter_mut().for_each(String::clear);
        }
        if THIRD_PERSON.contains(&infinitive) {
            paradigm.persons = "36";
            paradigm.imperative.iter_mut().for_each(String::clear);
        }
        Some(paradigm)
    }

    /// Builds the paradigm of a verb in `-er` from its stem and from the stem before mute `e`.
    fn first_group(infinitive: &str) -> Option<Self> {
        let stem = infinitive
            .strip_suffix("er")
            .filter(|stem| stem.chars().count() > 1)?;
        let (mute, future) = mute_stems(infinitive, stem);
        let present = [
            joined(&mute, "e"),
            joined(&mute, "es"),
            joined(&mute, "e"),
            joined(stem, "ons"),
            joined(stem, "ez"),
            joined(&mute, "ent"),
        ];
        Some(Self {
            infinitive: infinitive.to_owned(),
            imperfect: stem.to_owned(),
            past: PASTS
                .iter()
                .find(|past| past.mark == "a")
                .map(|past| (stem.to_owned(), past)),
            future: joined(&future, "er"),
            subjunctive: subjunctive_from(&mute, stem),
            imperative: imperative(&present),
            gerund: joined(stem, "ant"),
            participle: ["é", "és", "ée", "ées"].map(|ending| joined(stem, ending)),
            present,
            persons: "123456",
        })
    }

    /// Builds the paradigm of `prefix` + the verb of a row of `MODELS`.
    fn irregular(prefix: &str, row: &'static str) -> Option<Self> {
        let mut columns = row.split('|').map(str::trim);
        let mut column = || columns.next();
        let tail = column()?.trim_start_matches('^');
        let present = cells(prefix, column()?.split(' '));
        let past = past(prefix, column()?);
        let future = without(&prefixed(prefix, column()?), "a");
        let participle = participle(prefix, column()?);
        let exceptions = column()?;
        let exception = |key: &str| {
            exceptions
                .split(' ')
                .find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
        };
        let imperfect = exception("imperfect").map_or_else(
            || without(&present[3], "ons"),
            |stem| prefixed(prefix, stem),
        );
        Some(Self {
            infinitive: prefixed(prefix, tail),
            subjunctive: exception("subjunctive").map_or_else(
                || subjunctive(&present),
                |forms| cells(prefix, forms.split(',')),
            ),
            imperative: exception("imperative").map_or_else(
                || imperative(&present),
                |forms| cells(prefix, forms.split(',')),
            ),
            gerund: exception("gerund")
                .map_or_else(|| joined(&imperfect, "ant"), |form| prefixed(prefix, form)),
            persons: exception("persons").unwrap_or("123456"),
            present,
            imperfect,
            past,
            future,
            participle,
        })
    }
}

/// Finds the row with the longest tail that ends `infinitive`, and what stands before that tail.
pub(super) fn model(infinitive: &str) -> Option<(&str, &'static str)> {
    let finir = LIKE_FINIR.contains(&infinitive);
    let fits = |row: &'static str| {
        let (tails, _) = row.split_once(" |")?;
        let whole = tails.starts_with('^');
        let mut tails = tails
            .trim_start_matches('^')
            .split('/')
            .filter(|tail| !finir || *tail == "ir");
        let (prefix, tail) = tails.find_map(|tail| Some((infinitive.strip_suffix(tail)?, tail)))?;
        let wanted = if whole {
            prefix.is_empty()
        } else {
            tail != "ir" || !prefix.ends_with(['o', 'a'])
        };
        wanted.then_some((whole, tail.len(), prefix, row))
    };
    let best = MODELS
        .lines()
        .filter_map(fits)
        .max_by_key(|&(whole, length, ..)| (whole, length))?;
    Some((best.2, best.3))
}

/// Derives the present subjunctive from the third and the first person plural of the present.
fn subjunctive(present: &[String; 6]) -> [String; 6] {
    let strong = without(&present[5], "ent");
    let weak = without(&present[3], "ons");
    subjunctive_from(&strong, if weak.is_empty() { &strong } else { &weak })
}

fn subjunctive_from(strong: &str, weak: &str) -> [String; 6] {
    let slots = [
        (strong, "e"),
        (strong, "es"),
        (strong, "e"),
        (weak, "ions"),
        (weak, "iez"),
        (strong, "ent"),
    ];
    slots.map(|(stem, ending)| joined(stem, ending))
}

/// Derives the imperative from the present: `tu parles` gives `parle`, `tu finis` gives `finis`.
fn imperative(present: &[String; 6]) -> [String; 3] {
    let bare = |form: &str| {
        form.strip_suffix('s')
            .filter(|bare| bare.ends_with('e'))
            .unwrap_or(form)
            .to_owned()
    };
    let singular = present[1]
        .split('/')
        .map(bare)
        .collect::<Vec<_>>()
        .join("/");
    [singular, present[3].clone(), present[4].clone()]
}

/// Reads the class of the past historic from its third person singular.
fn past(prefix: &str, third: &str) -> Option<(String, &'static Past)> {
    PASTS
        .iter()
        .find_map(|past| Some((prefixed(prefix, third.strip_suffix(past.mark)?), past)))
}

/// Reads the past participle column into its four forms, the last three empty when it never agrees.
fn participle(prefix: &str, column: &str) -> [String; 4] {
    let mut words = column.split(' ').map(|word| prefixed(prefix, word));
    let masculine = words.next().unwrap_or_default();
    let Some(feminine) = words.next() else {
        return [masculine, String::new(), String::new(), String::new()];
    };
    let plurals = words.next().unwrap_or_else(|| {
        masculine
            .split('/')
            .map(plural)
            .collect::<Vec<_>>()
            .join("/")
    });
    let feminines = plural(&feminine);
    [masculine, plurals, feminine, feminines]
}

fn cells<'c, const N: usize>(
    prefix: &str,
    mut forms: impl Iterator<Item = &'c str>,
) -> [String; N] {
    std::array::from_fn(|_| prefixed(prefix, forms.next().unwrap_or("-")))
}

/// Tells whether the past participle never agrees: each line of the list is one first letter.
fn never_agrees(infinitive: &str) -> bool {
    let mut lines = INVARIABLE
        .lines()
        .filter(|line| line.chars().next() == infinitive.chars().next());
    lines.any(|line| line.split(' ').any(|verb| verb == infinitive))
}
