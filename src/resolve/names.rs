//! What the words of a noun phrase say: the name in it, its role, its owner.
//!
//! In: a phrase of tokens. Out: what it [`Described`]: « le ministre de la Santé, Loïc Kervadec » is a person with the role
//! `ministre` and the name `Loïc Kervadec`.

use super::outlets::{Outlet, outlet_in};
use super::person::{nicknamed, person_name, spelt, unknown_subject};
use crate::contract::SourceType;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::fold::{fold, fold_into};
use crate::lexicon::{Classes, Morph, SenseKind};
use crate::pieces::noun::{NounPhrase, Sort};
use crate::pieces::subject::Phrase;
use crate::pieces::{Run, Scene};
use crate::span::Span;

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
    /// Begins with a definite article.
    pub definite: bool,
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
    /// A single word at the start of a sentence, or behind a preposition of place, which may be no name of a person at all.
    pub doubtful: bool,
    /// One word with nothing that tells a person from a firm (`Verralis`).
    pub uncertain: bool,
    /// The head is a noun of firms as well as of persons (`le gestionnaire du réseau`).
    pub corporate: bool,
    /// The head is a noun of firms, parties or clubs, which bear names (`l'entreprise`, `le groupe`).
    pub firm: bool,
    /// The whole name, where more of it stands behind the phrase (`l'organisme chargé de la liaison avec Gaza (COGAT)`).
    pub full: Option<Span>,
    /// A stressed pronoun of persons (`selon lui`, `pour eux`).
    pub tonic: bool,
    /// Begins with a role without a determiner (`docker à la retraite`): it tells of somebody, and names nobody.
    pub predicate: bool,
}

/// Describes a phrase.
#[must_use]
pub(crate) fn describe(scene: &Scene<'_>, phrase: &Phrase) -> Described {
    let np = &phrase.main;
    let mut d = Described {
        span: scene.span(phrase.run),
        agreement: np.agreement,
        ..Described::default()
    };
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
    d.definite =
        scene.is(np.start, Classes::DET) && !(d.indefinite || d.possessive || d.demonstrative);
    for part in std::iter::once(np).chain(phrase.apposition.as_ref()) {
        part_of(scene, part, &mut d);
    }
    beside(phrase, &mut d);
    d.bare = np.end <= np.head + 1 && d.name.is_none() && d.outlet.is_none();
    d.office = scene.is(np.head, Classes::OFFICE);
    d.coordinated =
        (np.end..phrase.run.end).any(|i| scene.is(i, Classes::CONJ)) && phrase.apposition.is_none();
    if d.coordinated {
        d.agreement = d.agreement.without(Classes::SINGULAR) | Classes::PLURAL;
    }
    d.corporate = scene.is(np.head, Classes::COLLECTIVE) && scene.is(np.head, Classes::ROLE);
    if d.lemma.is_some() {
        let part = phrase
            .apposition
            .filter(|_| d.name.is_some() && !heads(scene, np));
        phrase_of(scene, &part.unwrap_or(*np), &mut d);
    }
    d.tonic = d.pronoun && scene.among(np.start, &["lui"]);
    d.firm = firm(scene, np.head);
    d.predicate = d.name.is_none()
        && d.outlet.is_none()
        && np.head == np.start
        && scene.is(np.start, Classes::ROLE)
        && !scene.is(np.start, Classes::DET.or(Classes::COLLECTIVE))
        && !(scene.is(np.start, Classes::TITLE)
            && scene.token(np.start).is_some_and(Token::capital));
    nicknamed(scene, np, &mut d);
    kind(scene, phrase, &mut d);
    d.full = spelt(scene, np).filter(|_| d.definite && d.kind == SourceType::Institution);
    if d.kind == SourceType::Government && scene.is(np.start, Classes::CAPITAL) {
        d.agreement |= Classes::MASCULINE | Classes::SINGULAR;
    }
    d
}

/// What the other half of an apposition tells of the name: gender, and that it is a person's.
fn beside(phrase: &Phrase, d: &mut Described) {
    let gender = Classes::FEMININE.or(Classes::MASCULINE);
    let Some(second) = phrase.apposition else {
        return;
    };
    if !(d.agreement & gender).0.is_power_of_two() {
        d.agreement = d.agreement.without(gender) | (second.agreement & gender);
    }
    if !d.roles.is_empty() {
        d.doubtful = false;
        d.uncertain &= d.firm;
    }
}

/// Tells whether a noun is one of firms, teams or organisations.
fn firm(scene: &Scene<'_>, head: usize) -> bool {
    scene
        .token(head)
        .and_then(|t| scene.lexicon.sense(t.entry, SenseKind::Collective))
        .and_then(|s| scene.lexicon.meta().nouns.get(s.id as usize))
        .is_some_and(|n| {
            matches!(n.kind.as_str(), "company" | "team")
                || matches!(n.kind.as_str(), "organisation" | "group")
                    && !scene.is(head + 1, Classes::DE)
        })
}

fn heads(scene: &Scene<'_>, np: &NounPhrase) -> bool {
    scene.is(np.head, Classes::ROLE.or(Classes::COLLECTIVE))
}

/// Notes the words of a role without determiner and name: `maire de Rennes` of « le maire de Rennes, Luc Roy ».
fn phrase_of(scene: &Scene<'_>, np: &NounPhrase, d: &mut Described) {
    let start = np.start + usize::from(scene.is(np.start, Classes::DET));
    let named = d.name.and_then(|name| {
        (start + 1..np.end).find(|i| scene.token(*i).is_some_and(|t| t.span.start == name.start))
    });
    let end = named.unwrap_or(np.end);
    if start < end {
        fold_into(
            scene.span(Run::new(start, end)).of(scene.text),
            &mut d.phrase,
        );
    }
}

impl Scene<'_> {
    /// Tells whether the word at `at` is a personal pronoun or `ce dernier`.
    fn is_pronoun(&self, at: usize) -> bool {
        let inverted = self.kind(at) == Kind::Inverted;
        inverted
            || self.is(at, Classes::SUBJ.or(Classes::TONIC))
                && !self.among(
                    at,
                    &["on", "ce", "c'", "je", "j'", "nous", "vous", "tu", "l'on"],
                )
    }
}

fn part_of(scene: &Scene<'_>, np: &NounPhrase, d: &mut Described) {
    let mut chained = false;
    for at in np.start..np.end {
        let Some(token) = scene.token(at) else {
            continue;
        };
        chained |= token.is(Classes::DE) && at > np.start;
        let address = token.is(Classes::TITLE) && token.capital();
        if token.is(Classes::ROLE) && !address && (!chained || at == np.head) {
            learn_noun(scene, token, SenseKind::Role, d);
        }
        if token.is(Classes::COLLECTIVE) && at == np.head {
            learn_noun(scene, token, SenseKind::Collective, d);
        }
        if token.is(Classes::DOCUMENT)
            && at == np.head
            && !token.is(Classes::ROLE.or(Classes::COLLECTIVE))
        {
            learn_noun(scene, token, SenseKind::Document, d);
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
            && d.roles.is_empty()
            && !unknown_subject(scene, run);
        let human = (np.start..run.start)
            .any(|i| scene.is(i, Classes::TITLE.or(Classes::OFFICE).or(Classes::NATION)));
        d.uncertain = single && !human && !first.is_some_and(|t| t.is(Classes::FIRST_NAME));
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
    // `le docteur Anne-Lise Pujol`: a masculine role may be a woman's, the first name decides.
    if (agreement & gender).0.is_power_of_two() && !morph.has(Morph::FEMININE) {
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
