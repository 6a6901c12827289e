//! What the words of a noun phrase say: the name in it, its role, its owner.
//!
//! In: a phrase of tokens. Out: what it [`Described`]: « le ministre de la Santé, Loïc Kervadec » is a person with the role
//! `ministre` and the name `Loïc Kervadec`.

use crate::contract::SourceType;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::fold::{fold, fold_into};
use crate::lexicon::{Classes, Morph, SenseKind};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::span::Span;

/// An agency or medium: a row of the lexicon, or a name after a noun of media.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outlet {
    /// Index of the name in the lexicon.
    Known(u16),
    /// The words of the name (`la chaîne al-Jadeed`).
    Named(Span),
}

/// What a phrase says of whom it names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Described {
    /// Words of the whole phrase.
    pub span: Span,
    /// The proper name in it, for persons.
    pub name: Option<Span>,
    /// Folded words of that name.
    pub words: Vec<String>,
    /// Lemma of the role or collective noun that heads it.
    pub lemma: Option<u16>,
    /// Lemma with its hypernyms.
    pub roles: Vec<u16>,
    /// The phrase without its determiner, folded; only with a lemma.
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
    /// Agency or medium.
    pub outlet: Option<Outlet>,
    /// A common head alone, that may refer back (`l'élue`, `le groupe`).
    pub bare: bool,
    /// A role that one person holds at a time (`le maire`): it does not stand for somebody of another role.
    pub office: bool,
    /// Acronym in brackets.
    pub acronym: Option<Span>,
    /// Country that an adjective or a complement names (`le président russe`).
    pub country: Option<u16>,
    /// Several phrases joined by `et`.
    pub coordinated: bool,
    /// A single word at the start of a sentence, which may be no name at all.
    pub doubtful: bool,
}

const PARTICLES: [&str; 22] = [
    "de", "d'", "du", "des", "von", "van", "der", "den", "ben", "bin", "al", "el", "da", "dos",
    "di", "della", "ter", "la", "le", "y", "ibn", "ould",
];

/// Describes a phrase.
#[must_use]
pub(crate) fn describe(scene: &Scene<'_>, phrase: &Phrase) -> Described {
    let np = &phrase.main;
    let mut d = Described {
        span: scene.span(phrase.run),
        agreement: np.agreement,
        ..Described::default()
    };
    let article = scene.is(np.start, Classes::DET);
    d.pronoun = np.sort == Sort::Pronoun
        && np.end == np.start + 1
        && !scene.is(np.start, Classes::INDEF)
        && scene.is_pronoun(np.start);
    d.indefinite = scene.is(np.start, Classes::INDEF) || np.sort == Sort::Pronoun && !d.pronoun;
    d.possessive = scene.is(np.start, Classes::POSS);
    d.demonstrative = scene.is(np.start, Classes::DEM)
        || scene.among(
            np.start,
            &[
                "ce dernier",
                "cette dernière",
                "ces derniers",
                "ces dernières",
            ],
        );
    for part in std::iter::once(np).chain(phrase.apposition.as_ref()) {
        part_of(scene, part, &mut d);
    }
    d.bare = np.end <= np.head + 1 && d.name.is_none() && d.outlet.is_none();
    d.office = scene.is(np.head, Classes::OFFICE);
    d.coordinated =
        (np.end..phrase.run.end).any(|i| scene.is(i, Classes::CONJ)) && phrase.apposition.is_none();
    if d.coordinated {
        d.agreement = d.agreement.without(Classes::SINGULAR) | Classes::PLURAL;
    }
    if d.lemma.is_some() {
        fold_into(
            scene
                .span(Run::new(np.start + usize::from(article), np.end))
                .of(scene.text),
            &mut d.phrase,
        );
    }
    kind(scene, phrase, &mut d);
    d
}

impl Scene<'_> {
    /// Tells whether the word at `at` is a personal pronoun or `ce dernier`.
    fn is_pronoun(&self, at: usize) -> bool {
        let inverted = self.kind(at) == Kind::Inverted;
        inverted
            || self.is(at, Classes::SUBJ.or(Classes::TONIC))
                && !self.among(at, &["on", "ce", "c'", "je", "nous", "vous", "tu", "l'on"])
    }
}

fn part_of(scene: &Scene<'_>, np: &NounPhrase, d: &mut Described) {
    let mut chained = false;
    for at in np.start..np.end {
        let Some(token) = scene.token(at) else {
            continue;
        };
        chained |= token.is(Classes::DE) && at > np.start;
        if token.is(Classes::ROLE) && !token.is(Classes::TITLE) && (!chained || at == np.head) {
            learn_noun(scene, token, SenseKind::Role, d);
        }
        if token.is(Classes::COLLECTIVE) && at == np.head && !token.is(Classes::ROLE) {
            learn_noun(scene, token, SenseKind::Collective, d);
        }
        if token.is(Classes::ORG) && at == np.head {
            learn_name(scene, token, d);
        }
        if d.country.is_none() && token.is(Classes::NATION.or(Classes::COUNTRY)) {
            d.country = scene
                .lexicon
                .senses(token.entry)
                .find(|s| matches!(s.kind, SenseKind::Nation | SenseKind::Country))
                .map(|s| s.id);
        }
        if token.is(Classes::TITLE) && token.capital() {
            d.agreement |= title_gender(scene.word(at));
        }
    }
    if d.name.is_none()
        && let Some(run) = person_name(scene, np)
    {
        d.words = (run.start..run.end)
            .map(|i| fold(scene.word(i)))
            .filter(|w| !w.is_empty())
            .collect();
        d.name = Some(scene.span(run));
        let first = scene.token(run.start);
        let single = run.end == run.start + 1;
        d.doubtful = single
            && first.is_some_and(|t| t.shape.has(Shape::INITIAL) && !t.is(Classes::FIRST_NAME))
            && d.roles.is_empty();
        if let Some(sense) = first.and_then(|t| scene.lexicon.sense(t.entry, SenseKind::FirstName))
        {
            d.agreement = gendered(d.agreement, sense.morph);
        } else {
            d.agreement |= Classes::SINGULAR;
        }
    }
    if d.outlet.is_none() && d.name.is_none() {
        d.outlet = outlet_in(scene, Run::new(np.start, np.end));
    }
    if scene.kind(np.end.wrapping_sub(1)) == Kind::ParenClose
        && let Some(open) = (np.start..np.end).find(|i| scene.kind(*i) == Kind::ParenOpen)
    {
        d.acronym = scene.token(open + 1).map(|t| t.span);
    }
}

fn title_gender(word: &str) -> Classes {
    match word {
        "M." | "M" | "Mgr" | "Sir" => Classes::MASCULINE | Classes::SINGULAR,
        "Mme" | "Mlle" | "Mme." => Classes::FEMININE | Classes::SINGULAR,
        _ => Classes::NONE,
    }
}

fn gendered(agreement: Classes, morph: Morph) -> Classes {
    let gender = Classes::FEMININE.or(Classes::MASCULINE);
    if (agreement & gender).0.is_power_of_two() {
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
    let Some(sense) = scene.lexicon.sense(token.entry, kind) else {
        return;
    };
    let Some(noun) = scene.lexicon.meta().nouns.get(sense.id as usize) else {
        return;
    };
    d.lemma = d.lemma.or(Some(noun.lemma));
    for isa in &noun.isa {
        if !d.roles.contains(isa) {
            d.roles.push(*isa);
        }
    }
}

fn learn_name(scene: &Scene<'_>, token: &Token, d: &mut Described) {
    let Some(sense) = scene.lexicon.sense(token.entry, SenseKind::Org) else {
        return;
    };
    if let Some(name) = scene.lexicon.name(sense.id) {
        d.roles.extend_from_slice(&name.isa);
    }
}

/// Finds the name of a person in a noun phrase: after a role or title, or beginning with a first name.
fn person_name(scene: &Scene<'_>, np: &NounPhrase) -> Option<Run> {
    let mut at = np.start;
    let mut role = false;
    let mut chained = false;
    while at < np.end {
        let token = scene.token(at)?;
        if matches!(token.kind, Kind::Open | Kind::ParenOpen) {
            return None;
        }
        role |= token.is(Classes::ROLE.or(Classes::TITLE).or(Classes::NATION));
        chained |= token.is(Classes::DE) && at > np.start;
        if starts_name(token) {
            let end = name_end(scene, at, np.end);
            let first = token.is(Classes::FIRST_NAME);
            let capitals = token.shape.has(Shape::ALL_CAPITALS);
            let full = first && end > at + 1;
            let proper = np.sort == Sort::Proper && at == np.start && !capitals;
            let after_role = role && !capitals && !chained;
            if after_role
                || proper
                || full
                    && (!chained
                        || capitals
                        || role && end == np.end && scene.is(at - 1, Classes::ROLE))
            {
                return Some(Run::new(at, end));
            }
            at = end;
            continue;
        }
        at += 1;
    }
    None
}

fn starts_name(token: &Token) -> bool {
    let place = Classes::COUNTRY
        .or(Classes::CAPITAL)
        .or(Classes::PLACE)
        .or(Classes::ORG)
        .or(Classes::SEAT)
        .or(Classes::MEDIA)
        .or(Classes::NATION);
    let common = Classes::VERBAL
        .or(Classes::ADJ)
        .or(Classes::ROLE)
        .or(Classes::COLLECTIVE)
        .or(Classes::NOUN)
        .or(Classes::DOCUMENT)
        .or(Classes::TIME)
        .or(Classes::CUE_NOUN)
        .or(Classes::ADV);
    let known = token.is(Classes::FIRST_NAME) && !token.is(Classes::WEAK);
    token.kind == Kind::Word
        && token.capital()
        && !token.is(Classes::TITLE
            .or(Classes::PREP)
            .or(Classes::SUBJ)
            .or(Classes::PRON))
        && (!token.is(Classes::DET) || !token.shape.has(Shape::INITIAL) && token.span.len() > 1)
        && (known
            || !token.is(place)
                && !(token.shape.has(Shape::INITIAL) && token.is(common))
                && !token.is(Classes::COLLECTIVE))
}

fn name_end(scene: &Scene<'_>, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        let Some(token) = scene.token(end) else { break };
        let capital = token.kind == Kind::Word && token.capital() && !token.is(Classes::TITLE);
        let particle = token.kind == Kind::Word
            && scene.among(end, &PARTICLES)
            && scene
                .token(end + 1)
                .is_some_and(|t| t.capital() || scene.among(end + 1, &PARTICLES))
            && end + 1 < limit;
        if !capital && !particle {
            break;
        }
        end += 1;
    }
    end
}

/// Finds the agency or medium that a run names.
#[must_use]
pub(crate) fn outlet_in(scene: &Scene<'_>, run: Run) -> Option<Outlet> {
    (run.start..run.end)
        .find_map(|at| outlet_at(scene, at))
        .or_else(|| described_outlet(scene, run))
}

fn outlet_at(scene: &Scene<'_>, at: usize) -> Option<Outlet> {
    let token = scene.token(at).filter(|t| {
        matches!(t.kind, Kind::Word | Kind::Number) && t.is(Classes::AGENCY.or(Classes::MEDIA))
    })?;
    if token.is(Classes::SUBJ
        .or(Classes::DET)
        .or(Classes::PREP)
        .or(Classes::CONJ))
    {
        return None;
    }
    let noun = (1..=3).any(|n| {
        at.checked_sub(n)
            .is_some_and(|i| scene.is(i, Classes::MEDIA_NOUN))
    });
    let linked = at.checked_sub(1).is_some_and(|i| {
        scene.is(i, Classes::PREP.or(Classes::PREP_DET)) && !scene.is(i, Classes::DE)
    });
    if token.is(Classes::WEAK) && !(noun || linked || token.shape.has(Shape::PHRASE)) {
        return None;
    }
    let sense = scene
        .lexicon
        .senses(token.entry)
        .find(|s| matches!(s.kind, SenseKind::Agency | SenseKind::Media))?;
    scene
        .lexicon
        .name(sense.id)
        .filter(|n| n.sort != "platform")
        .map(|_| Outlet::Known(sense.id))
}

/// `l'agence nord-coréenne`, `la chaîne al-Jadeed`: by adjective, or by the productive pattern of noun and name.
fn described_outlet(scene: &Scene<'_>, run: Run) -> Option<Outlet> {
    let noun = (run.start..run.end).find(|i| scene.is(*i, Classes::MEDIA_NOUN))?;
    if scene.word(noun).starts_with("agence") || scene.word(noun).starts_with("Agence") {
        let adjectives = &scene.lexicon.meta().agency_adjectives;
        for at in noun + 1..run.end {
            let key = fold(scene.word(at));
            if let Ok(found) = adjectives.binary_search_by(|(a, _)| a.as_str().cmp(&key)) {
                return adjectives.get(found).map(|(_, id)| Outlet::Known(*id));
            }
        }
    }
    let name = |i: &usize| {
        let word = scene.kind(*i) == Kind::Word
            && (scene.token(*i).is_some_and(Token::capital) || scene.word(*i).starts_with("al-"));
        word || scene.kind(*i) == Kind::Open
    };
    let at = (noun + 1..run.end).find(name)?;
    if scene.is(
        at,
        Classes::COUNTRY
            .or(Classes::PLACE)
            .or(Classes::ORG)
            .or(Classes::FIRST_NAME),
    ) || (noun + 1..at).any(|i| scene.is(i, Classes::DE))
        || scene.is(noun, Classes::COLLECTIVE)
    {
        return None;
    }
    let (at, end) = if scene.kind(at) == Kind::Open {
        (at + 1, scene.pair_at(at).map_or(at + 2, |(_, p)| p.close))
    } else {
        (at, name_end(scene, at, run.end.max(at + 1)))
    };
    Some(Outlet::Named(scene.span(Run::new(at, end))))
}

/// Makes an id of a name: lower case, no accents, hyphens for everything else.
#[must_use]
pub(crate) fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::new();
    for c in name
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .flat_map(char::to_lowercase)
    {
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
    if d.outlet.is_some() && head(Classes::ROLE) {
        d.outlet = None;
    }
    let agency = matches!(d.outlet, Some(Outlet::Known(id)) if scene.lexicon.name(id).is_some_and(|n| n.sort == "agency"));
    d.kind = match () {
        () if agency => SourceType::Agency,
        () if d.outlet.is_some() => SourceType::Media,
        () if d.name.is_some() => SourceType::Person,
        () if head(Classes::ANON)
            && !head(Classes::COLLECTIVE)
            && (d.indefinite || !any(Classes::DET)) =>
        {
            SourceType::Anonymous
        }
        () if head(Classes::ROLE) && d.indefinite => SourceType::Anonymous,
        () if head(Classes::ROLE) && d.agreement.has(Classes::PLURAL) => SourceType::Collective,
        () if head(Classes::ROLE) => SourceType::Person,
        () if any(Classes::SEAT.or(Classes::COUNTRY).or(Classes::CAPITAL))
            && !head(Classes::COLLECTIVE.or(Classes::DOCUMENT)) =>
        {
            SourceType::Government
        }
        () if head(Classes::COLLECTIVE) || any(Classes::ORG) => SourceType::Institution,
        () if head(Classes::DOCUMENT.or(Classes::CARRIER)) => SourceType::Document,
        () if d.indefinite => SourceType::Anonymous,
        () if d.pronoun => SourceType::Unknown,
        () if d.agreement.has(Classes::PLURAL) => SourceType::Collective,
        () => SourceType::Unknown,
    };
}
