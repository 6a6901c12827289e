//! Conjugates French verbs: an infinitive comes in, every simple form with its mood, tense and person goes out.
//!
//! « Elle craint qu'ils ne reviennent » is found because `craindre` and `revenir` were conjugated beforehand.
//! Compound tenses are two words and no business of this module; forms with a pronoun neither.
//!
//! The module needs nothing but `std`, so that the build script can include it too. The first group works by
//! rule (`spelling`), everything else by the rows of `models`; both fill one `Paradigm`, which is then
//! recited. Inside, a text may hold variants of spelling separated by `/`, and empty text is a missing form.

mod models;
mod paradigm;
mod recite;
mod spelling;

use paradigm::Paradigm;

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

#[cfg(test)]
mod tests;
