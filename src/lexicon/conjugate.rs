//! Conjugates French verbs: an infinitive comes in, every simple form with its mood, tense and person goes out.
//!
//! « Elle craint qu'ils ne reviennent » is found because `craindre` and `revenir` were conjugated beforehand.
//! Compound tenses are two words and no business of this module; forms with a pronoun neither.
//!
//! The module needs nothing but `std`, so that the build script can include it too. The first group works by
//! rule (`spelling`), everything else by the rows of `models`; both fill one `Paradigm`, which is then
//! recited. Inside, a text may hold variants of spelling separated by `/`, and empty text is a missing form.

#[path = "conjugate/models.rs"]
mod models;
#[path = "conjugate/spelling.rs"]
mod spelling;

use models::{FUTURE, IMPERFECT, INVARIABLE, LIKE_FINIR, MODELS, PASTS, Past, THIRD_PERSON};
use spelling::{join, joined, mute_stems, plural, prefixed, without};

/// The mood of a verb form, with the impersonal forms counted as moods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mood {
    /// `il annonce`, `il annonçait`, `il annonça`, `il annoncera`.
    Indicative,
    /// `il annoncerait`, also the mood of unconfirmed news.
    Conditional,
    /// `qu'il annonce`, `qu'il annonçât`.
    Subjunctive,
    /// `annoncez`.
    Imperative,
    /// `annoncer`.
    Infinitive,
    /// `annonçant`.
    PresentParticiple,
    /// `annoncé`, `annoncée`, `annoncés`, `annoncées`.
    PastParticiple,
}

/// The simple tense of a verb form; `Present` for moods without tenses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tense {
    /// The present, and every form of a mood that has no tenses.
    Present,
    /// The imperfect, indicative or subjunctive.
    Imperfect,
    /// The past historic (`passé simple`).
    PastHistoric,
    /// The simple future.
    Future,
}

/// What a form says besides the meaning of its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Inflection {
    /// The mood.
    pub mood: Mood,
    /// The tense, `Present` where the mood has no tenses.
    pub tense: Tense,
    /// The grammatical person, 1 to 3, and 0 for infinitives and participles.
    pub person: u8,
    /// Whether the form is plural.
    pub plural: bool,
    /// Whether the form is feminine; only past participles can be.
    pub feminine: bool,
}

/// The verb that forms the compound tenses of a verb used without a reflexive pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Auxiliary {
    /// `il a annoncé`.
    Avoir,
    /// `il est venu`.
    Etre,
    /// Either, after the meaning: `il est sorti`, `il a sorti un livre`.
    Either,
}

const WITH_ETRE: &str = "advenir aller arriver devenir décéder intervenir mourir naitre naître obvenir partir \
    parvenir provenir redevenir renaitre renaître repartir rester retomber revenir survenir \
    tomber venir échoir éclore";

const WITH_EITHER: &str = "accourir apparaitre apparaître convenir demeurer descendre disconvenir disparaitre \
    disparaître déchoir entrer monter paraitre paraître passer redescendre remonter rentrer \
    repasser ressortir retourner réapparaitre réapparaître sortir";

/// Tells which auxiliary `infinitive` takes when it is not reflexive; reflexive verbs always take `être`.
///
/// An unknown verb takes `avoir`, as new verbs of French do.
#[must_use]
pub fn auxiliary(infinitive: &str) -> Auxiliary {
    let lists = |verbs: &str| verbs.split(' ').any(|verb| verb == infinitive);
    if lists(WITH_ETRE) {
        Auxiliary::Etre
    } else if lists(WITH_EITHER) {
        Auxiliary::Either
    } else {
        Auxiliary::Avoir
    }
}

/// Calls `emit` with every simple form of `infinitive` (lower case, NFC, no pronoun) and what the form says.
///
/// A form that says several things comes once for each; variants of spelling (`paie`, `paye`; `cédera`,
/// `cèdera`; `connaît`, `connait`) all come. Returns `false`, and emits nothing, when no model fits.
pub fn conjugate(infinitive: &str, emit: &mut dyn FnMut(&str, Inflection)) -> bool {
    let Some(paradigm) = Paradigm::of(infinitive) else {
        return false;
    };
    paradigm.recite(emit);
    true
}

/// Everything that tells the forms of one verb: whole forms, or stems that take regular endings.
struct Paradigm {
    infinitive: String,
    present: [String; 6],
    /// Stem of the imperfect.
    imperfect: String,
    /// Stem of the past historic and the class of its endings.
    past: Option<(String, &'static Past)>,
    /// Stem of the future and the conditional, `r` included.
    future: String,
    subjunctive: [String; 6],
    imperative: [String; 3],
    gerund: String,
    /// Masculine, masculine plural, feminine, feminine plural.
    participle: [String; 4],
    /// The persons in use, `1` to `6`.
    persons: &'static str,
}

impl Paradigm {
    fn of(infinitive: &str) -> Option<Self> {
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

    fn recite(&self, emit: &mut dyn FnMut(&str, Inflection)) {
        let mut voice = Voice {
            emit,
            persons: self.persons,
            form: String::new(),
        };
        voice.say(&self.infinitive, "", impersonal(Mood::Infinitive));
        voice.cells(Mood::Indicative, &self.present);
        voice.cells(Mood::Subjunctive, &self.subjunctive);
        voice.stem(
            Mood::Indicative,
            Tense::Imperfect,
            &self.imperfect,
            IMPERFECT,
        );
        voice.stem(Mood::Indicative, Tense::Future, &self.future, FUTURE);
        voice.stem(Mood::Conditional, Tense::Present, &self.future, IMPERFECT);
        if let Some((stem, past)) = &self.past {
            voice.stem(Mood::Indicative, Tense::PastHistoric, stem, past.historic);
            voice.stem(Mood::Subjunctive, Tense::Imperfect, stem, past.subjunctive);
        }
        for (form, (person, plural)) in
            self.imperative
                .iter()
                .zip([(2, false), (1, true), (2, true)])
        {
            voice.say(
                form,
                "",
                Inflection {
                    person,
                    plural,
                    ..impersonal(Mood::Imperative)
                },
            );
        }
        voice.say(&self.gerund, "", impersonal(Mood::PresentParticiple));
        for (form, (feminine, plural)) in
            self.participle
                .iter()
                .zip([(false, false), (false, true), (true, false), (true, true)])
        {
            voice.say(
                form,
                "",
                Inflection {
                    plural,
                    feminine,
                    ..impersonal(Mood::PastParticiple)
                },
            );
        }
    }
}

/// Hands forms to the caller, one variant of spelling at a time, through one buffer.
struct Voice<'a> {
    emit: &'a mut dyn FnMut(&str, Inflection),
    persons: &'static str,
    form: String,
}

impl Voice<'_> {
    fn say(&mut self, stems: &str, ending: &str, inflection: Inflection) {
        for stem in stems.split('/').filter(|stem| !stem.is_empty()) {
            self.form.clear();
            join(&mut self.form, stem, ending);
            (self.emit)(&self.form, inflection);
        }
    }

    fn cells(&mut self, mood: Mood, cells: &[String; 6]) {
        self.persons(mood, Tense::Present, |slot| (&cells[slot], ""));
    }

    fn stem(&mut self, mood: Mood, tense: Tense, stem: &str, endings: [&str; 6]) {
        self.persons(mood, tense, |slot| (stem, endings[slot]));
    }

    fn persons<'t>(
        &mut self,
        mood: Mood,
        tense: Tense,
        form: impl Fn(usize) -> (&'t str, &'t str),
    ) {
        for (slot, name) in ('1'..='6')
            .enumerate()
            .filter(|(_, name)| self.persons.contains(*name))
        {
            let person = if matches!(name, '1' | '4') {
                1
            } else if matches!(name, '2' | '5') {
                2
            } else {
                3
            };
            let (stem, ending) = form(slot);
            self.say(
                stem,
                ending,
                Inflection {
                    tense,
                    person,
                    plural: slot > 2,
                    ..impersonal(mood)
                },
            );
        }
    }
}

fn impersonal(mood: Mood) -> Inflection {
    Inflection {
        mood,
        tense: Tense::Present,
        person: 0,
        plural: false,
        feminine: false,
    }
}

/// Finds the row with the longest tail that ends `infinitive`, and what stands before that tail.
fn model(infinitive: &str) -> Option<(&str, &'static str)> {
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

#[cfg(test)]
#[path = "conjugate/tests.rs"]
mod tests;
