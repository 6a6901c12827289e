//! What the words of a noun phrase say: the name in it, its role, its owner.
//!
//! In: a phrase of tokens. Out: a [`Reading`](Described) of it: « le ministre de la Santé, Loïc Kervadec » is a person with the
//! role `ministre` and the name `Loïc Kervadec`.

use crate::contract::SourceType;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::fold::fold;
use crate::lexicon::meta::Name;
use crate::lexicon::{Classes, Morph, SenseKind};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};

/// What a phrase says of whom it names.
#[derive(Clone, Debug, Default)]
pub struct Described {
    /// Words of the whole phrase as they stand.
    pub text: String,
    /// The proper name in it, for persons.
    pub name: Option<String>,
    /// Folded words of that name.
    pub words: Vec<String>,
    /// Role lemmas with hypernyms.
    pub roles: Vec<String>,
    /// The role phrase, folded, without determiner.
    pub phrase: String,
    /// Sort of speaker.
    pub kind: SourceType,
    /// Gender and number.
    pub agreement: Classes,
    /// A pronoun alone.
    pub pronoun: bool,
    /// Begins with an indefinite determiner.
    pub indefinite: bool,
    /// Begins with a possessive.
    pub possessive: bool,
    /// Begins with a demonstrative (`cette source`, `ce dernier`).
    pub demonstrative: bool,
    /// Agency or medium id, with the name to show.
    pub outlet: Option<(String, String)>,
    /// A common head alone, that may refer back (`l'élue`, `le groupe`).
    pub bare: bool,
    /// Acronym in brackets.
    pub acronym: Option<String>,
    /// Title of address before the name.
    pub titled: bool,
}

const PARTICLES: [&str; 22] = ["de", "d'", "du", "des", "von", "van", "der", "den", "ben", "bin", "al", "el", "da", "dos", "di", "della", "ter", "la", "le", "y", "ibn", "ould"];

/// Describes a phrase.
#[must_use]
pub fn describe(scene: &Scene<'_>, phrase: &Phrase) -> Described {
    let np = &phrase.main;
    let mut d = Described { text: scene.span(phrase.run).of(scene.text).to_owned(), agreement: np.agreement, ..Described::default() };
    d.pronoun = np.sort == Sort::Pronoun && np.end == np.start + 1 && !scene.is(np.start, Classes::INDEF);
    d.indefinite = scene.is(np.start, Classes::INDEF) || np.sort == Sort::Pronoun && scene.among(np.start, &["certains", "plusieurs", "d'autres", "l'un", "l'une", "beaucoup", "on", "quelqu'un"]);
    d.possessive = scene.is(np.start, Classes::POSS) && phrase.run.end > np.start;
    d.demonstrative = scene.is(np.start, Classes::DEM) || scene.among(np.start, &["ce dernier", "cette dernière", "ces derniers", "ces dernières"]);
    for part in std::iter::once(np).chain(phrase.apposition.as_ref()) {
        part_of(scene, part, phrase, &mut d);
    }
    d.bare = np.end <= np.head + 2 && d.name.is_none() && d.outlet.is_none();
    d.phrase = fold(scene.span(Run::new(np.start + usize::from(scene.is(np.start, Classes::DET)), np.end)).of(scene.text));
    kind(scene, phrase, &mut d);
    d
}

fn part_of(scene: &Scene<'_>, np: &NounPhrase, phrase: &Phrase, d: &mut Described) {
    let end = np.end.max(if phrase.apposition.is_none() && phrase.main.start == np.start { np.end } else { np.end });
    for at in np.start..end {
        let Some(token) = scene.token(at) else { continue };
        if token.is(Classes::ROLE) && (at == np.head || d.roles.is_empty() && at < np.head + 3) && !owned(scene, np, at) {
            learn_noun(scene, token, SenseKind::Role, d);
        }
        if token.is(Classes::COLLECTIVE) && at == np.head {
            learn_noun(scene, token, SenseKind::Collective, d);
        }
        d.titled |= token.is(Classes::TITLE) && token.capital();
    }
    if d.name.is_none()
        && let Some(run) = person_name(scene, np)
    {
        let name = scene.span(run).of(scene.text);
        d.words = (run.start..run.end).map(|i| fold(scene.word(i))).filter(|w| !w.is_empty()).collect();
        d.name = Some(name.to_owned());
        if let Some(sense) = scene.token(run.start).and_then(|t| scene.lexicon.sense(t.entry, SenseKind::FirstName)) {
            d.agreement = gendered(d.agreement, sense.morph);
        }
    }
    if d.outlet.is_none() && d.name.is_none() {
        d.outlet = outlet_in(scene, Run::new(np.start, np.end));
    }
    if scene.kind(np.end.wrapping_sub(1)) == Kind::ParenClose
        && let Some(open) = (np.start..np.end).find(|i| scene.kind(*i) == Kind::ParenOpen)
    {
        d.acronym = Some(scene.word(open + 1).to_owned());
    }
}

/// Tells whether the role at `at` only owns the head: `l'avocat du ministre`.
fn owned(scene: &Scene<'_>, np: &NounPhrase, at: usize) -> bool {
    at > np.head && (np.head..at).any(|i| scene.is(i, Classes::DE))
}

fn gendered(agreement: Classes, morph: Morph) -> Classes {
    let gender = Classes::FEMININE.or(Classes::MASCULINE);
    if (agreement & gender).0.count_ones() == 1 {
        return agreement;
    }
    let plain = agreement.without(gender);
    match () {
        () if morph.has(Morph::FEMININE) => plain | Classes::FEMININE | Classes::SINGULAR,
        () if morph.has(Morph::MASCULINE) => plain | Classes::MASCULINE | Classes::SINGULAR,
        () => plain | Classes::SINGULAR,
    }
}

fn learn_noun(scene: &Scene<'_>, token: &Token, kind: SenseKind, d: &mut Described) {
    let Some(sense) = scene.lexicon.sense(token.entry, kind) else { return };
    let Some(noun) = scene.lexicon.meta().nouns.get(sense.id as usize) else { return };
    for isa in &noun.isa {
        let key = fold(isa);
        if !d.roles.contains(&key) {
            d.roles.push(key);
        }
    }
}

/// Finds the name of a person in a noun phrase: after a role or title, or beginning with a first name.
fn person_name(scene: &Scene<'_>, np: &NounPhrase) -> Option<Run> {
    let mut at = np.start;
    let mut role = false;
    let mut chained = false;
    while at < np.end {
        let token = scene.token(at)?;
        role |= token.is(Classes::ROLE.or(Classes::TITLE).or(Classes::NATION));
        chained |= token.is(Classes::DE) && at > np.start;
        let begins = token.kind == Kind::Word && token.capital() && !token.is(Classes::TITLE) && !token.is(Classes::DET.or(Classes::PREP));
        let place = token.is(Classes::COUNTRY.or(Classes::CAPITAL).or(Classes::PLACE).or(Classes::ORG).or(Classes::SEAT).or(Classes::MEDIA).or(Classes::COLLECTIVE)) && !token.is(Classes::FIRST_NAME);
        let common = token.shape.has(Shape::INITIAL) && token.is(Classes::ROLE.or(Classes::COLLECTIVE).or(Classes::NOUN).or(Classes::DOCUMENT)) && !token.is(Classes::FIRST_NAME);
        if begins && !place && !common {
            let end = name_end(scene, at, np.end);
            let first = token.is(Classes::FIRST_NAME);
            let linked = at > np.start && scene.is(at - 1, Classes::DE);
            let proper = np.sort == Sort::Proper && at == np.start && !token.shape.has(Shape::ALL_CAPITALS);
            let after_role = role && !linked && (!token.shape.has(Shape::ALL_CAPITALS) || end > at + 1);
            let full_name = first && end > at + 1 && (!linked || !chained || role && at + 2 >= np.end);
            if (after_role || proper || full_name && !linked) && !token.is(Classes::NATION) {
                return Some(Run::new(at, end));
            }
            at = end;
            continue;
        }
        at += 1;
    }
    None
}

fn name_end(scene: &Scene<'_>, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        let Some(token) = scene.token(end) else { break };
        let capital = token.kind == Kind::Word && token.capital() && !token.is(Classes::TITLE);
        let particle = token.kind == Kind::Word && scene.among(end, &PARTICLES) && scene.token(end + 1).is_some_and(|t| t.capital() || scene.among(end + 1, &PARTICLES)) && end + 1 < limit;
        if !capital && !particle {
            break;
        }
        end += 1;
    }
    end
}

/// Finds the agency or medium that a run names.
#[must_use]
pub fn outlet_in(scene: &Scene<'_>, run: Run) -> Option<(String, String)> {
    for at in run.start..run.end {
        let Some(token) = scene.token(at).filter(|t| t.kind == Kind::Word || t.kind == Kind::Number) else { continue };
        if let Some(name) = outlet_at(scene, at, token) {
            return Some((name.id.clone(), name.name.clone()));
        }
    }
    described_outlet(scene, run)
}

fn outlet_at<'a>(scene: &Scene<'a>, at: usize, token: &Token) -> Option<&'a Name> {
    if !token.is(Classes::AGENCY.or(Classes::MEDIA)) {
        return None;
    }
    let weak = token.is(Classes::WEAK);
    let introduced = (1..=3).any(|n| at.checked_sub(n).is_some_and(|i| scene.is(i, Classes::MEDIA_NOUN))) || at.checked_sub(1).is_some_and(|i| scene.is(i, Classes::PREP.or(Classes::PREP_DET))) || token.shape.has(Shape::PHRASE);
    if weak && !introduced {
        return None;
    }
    let sense = scene.lexicon.senses(token.entry).find(|s| matches!(s.kind, SenseKind::Agency | SenseKind::Media))?;
    scene.lexicon.name(sense.id).filter(|n| n.sort != "platform")
}

/// `l'agence nord-coréenne`, `la chaîne al-Jadeed`: by adjective, or by the productive pattern of noun and name.
fn described_outlet(scene: &Scene<'_>, run: Run) -> Option<(String, String)> {
    let noun = (run.start..run.end).find(|i| scene.is(*i, Classes::MEDIA_NOUN))?;
    let agency = scene.word(noun).to_lowercase().starts_with("agence");
    if agency {
        for at in noun + 1..run.end {
            let key = fold(scene.word(at));
            let adjectives = &scene.lexicon.meta().agency_adjectives;
            if let Ok(found) = adjectives.binary_search_by(|(a, _)| a.as_str().cmp(&key))
                && let Some(name) = adjectives.get(found).and_then(|(_, id)| scene.lexicon.name(*id))
            {
                return Some((name.id.clone(), name.name.clone()));
            }
        }
    }
    let at = (noun + 1..run.end).find(|i| scene.kind(*i) == Kind::Word && scene.token(*i).is_some_and(Token::capital) || scene.kind(*i) == Kind::Open || scene.kind(*i) == Kind::Word && scene.word(*i).starts_with("al-"))?;
    if scene.is(at, Classes::COUNTRY.or(Classes::PLACE)) || scene.is(at.wrapping_sub(1), Classes::DE) {
        return None;
    }
    let (at, end) = if scene.kind(at) == Kind::Open { (at + 1, scene.pair_at(at).map_or(at + 2, |(_, p)| p.close)) } else { (at, name_end(scene, at, run.end.max(at + 1))) };
    let name = scene.span(Run::new(at, end)).of(scene.text);
    Some((slug(name), name.to_owned()))
}

/// Makes an id of a name: lower case, no accents, hyphens for everything else.
#[must_use]
pub fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::new();
    for c in name.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

fn kind(scene: &Scene<'_>, phrase: &Phrase, d: &mut Described) {
    let any = |c: Classes| (phrase.main.start..phrase.main.end).any(|i| scene.is(i, c));
    let head = |c: Classes| scene.is(phrase.main.head, c);
    d.kind = match () {
        () if d.outlet.as_ref().is_some_and(|(id, _)| is_agency(scene, id)) && !head(Classes::ROLE) => SourceType::Agency,
        () if d.outlet.is_some() && !head(Classes::ROLE) => SourceType::Media,
        () if d.name.is_some() => SourceType::Person,
        () if head(Classes::ANON) && !head(Classes::COLLECTIVE) && (d.indefinite || !any(Classes::DET)) => SourceType::Anonymous,
        () if head(Classes::ROLE) && d.indefinite => SourceType::Anonymous,
        () if head(Classes::ROLE) && d.agreement.has(Classes::PLURAL) => SourceType::Collective,
        () if head(Classes::ROLE) => SourceType::Person,
        () if any(Classes::SEAT.or(Classes::COUNTRY).or(Classes::CAPITAL)) && !head(Classes::COLLECTIVE.or(Classes::DOCUMENT)) => SourceType::Government,
        () if head(Classes::COLLECTIVE) || any(Classes::ORG) => SourceType::Institution,
        () if head(Classes::DOCUMENT.or(Classes::CARRIER)) => SourceType::Document,
        () if d.indefinite => SourceType::Anonymous,
        () if d.pronoun => SourceType::Unknown,
        () if d.agreement.has(Classes::PLURAL) => SourceType::Collective,
        () => SourceType::Unknown,
    };
}

fn is_agency(scene: &Scene<'_>, id: &str) -> bool {
    scene.lexicon.meta().names.iter().any(|n| n.id == id && n.sort == "agency")
}
