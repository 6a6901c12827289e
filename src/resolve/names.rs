//! What the words of a noun phrase say: the name in it, its role, its owner.
//!
//! In: a phrase of tokens. Out: what it [`Described`]: « le ministre de la Santé, Loïc Kervadec » is a person with the role
//! `ministre` and the name `Loïc Kervadec`.

use super::entity::EntityId;
use super::few::Few;
use super::name_word::NameWord;
use super::outlets::Outlet;
use super::parts::part_of;
use super::person::{nicknamed, owner, spelt};
use super::traits::Traits;
use crate::contract::SourceType;
use crate::lex::token::{Kind, Shape, Token};
use crate::lexicon::{Classes, Entry, Lexicon, SenseKind, closed};
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
    pub words: Few<NameWord, 3>,
    /// Lemma of the role or collective noun that heads it.
    pub lemma: Option<u16>,
    /// Lemma with its hypernyms.
    pub roles: Few<u16, 6>,
    /// Parts of society that the roles belong to.
    pub circles: u16,
    /// The phrase without its determiner; only with a lemma.
    pub phrase: Span,
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
    /// Takes up the last one mentioned (`ce dernier`, `celle-ci`).
    pub resuming: bool,
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
    /// Who has learnt the roles of this very phrase already.
    pub learnt: Option<EntityId>,
    /// Entry of the head noun.
    head: Entry,
    /// `de` stands behind the head noun.
    complement: bool,
    /// The whole name, where more of it stands behind the phrase (`l'organisme chargé de la liaison avec Gaza (COGAT)`).
    pub full: Option<Span>,
    /// A stressed pronoun of persons (`selon lui`, `pour eux`).
    pub tonic: bool,
    /// Folded words of a name that what it tells of belongs to (`l'avocat de Marc Bernard`), who is somebody else.
    pub owner: Few<NameWord, 2>,
    /// A form of address that serves women and men stands before the name (`le Dr Roy`).
    pub epicene: bool,
    /// Begins with a role without a determiner (`docker à la retraite`): it tells of somebody, and names nobody.
    pub predicate: bool,
}

/// Describes a phrase.
#[must_use]
pub(crate) fn describe(scene: &Scene<'_>, phrase: &Phrase) -> Described {
    let np = &phrase.main;
    let whole = Traits::of(scene, Run::new(np.start, np.end));
    let mut d = Described::default();
    describe_into(scene, phrase, whole, &mut d);
    d
}

/// Describes a phrase whose words are known taken together, in the place of another description.
pub(crate) fn describe_into(scene: &Scene<'_>, phrase: &Phrase, whole: Traits, d: &mut Described) {
    let np = &phrase.main;
    d.clear();
    d.span = scene.span(phrase.run);
    d.agreement = np.agreement;
    d.head = scene.token(np.head).map_or(Entry::default(), |t| t.entry);
    d.complement = scene.is(np.head + 1, Classes::DE);
    let (first, head) = (classes(scene, np.start), classes(scene, np.head));
    determined(scene, np, first, d);
    part_of(scene, np, whole, d);
    if let Some(second) = &phrase.apposition {
        let traits = Traits::of(scene, Run::new(second.start, second.end));
        part_of(scene, second, traits, d);
        beside(second, d);
    }
    d.bare = (np.end <= np.head + 1) & d.name.is_none() & d.outlet.is_none();
    d.office = head.has(Classes::OFFICE);
    d.coordinated =
        phrase.apposition.is_none() && (np.end..phrase.run.end).any(|i| scene.is(i, Classes::CONJ));
    if d.coordinated {
        d.agreement = d.agreement.without(Classes::SINGULAR) | Classes::PLURAL;
    }
    d.corporate = head.has(Classes::COLLECTIVE) & head.has(Classes::ROLE);
    if d.lemma.is_some() {
        role_of(scene, phrase, whole, d);
    }
    d.tonic = d.pronoun && scene.one_of(np.start, closed!["lui"]);
    d.predicate = predicate(scene, np, first, d);
    if d.indefinite && d.name.is_none() && scene.anchors.sign(Kind::Open) {
        nicknamed(scene, np, d);
    }
    kind(scene, head, whole.words, d);
    if d.definite
        && d.kind == SourceType::Institution
        && let Some((whole, acronym)) = spelt(scene, np)
    {
        d.full = Some(whole);
        d.acronym = d.acronym.or(Some(acronym));
    }
    if d.kind == SourceType::Government && first.has(Classes::CAPITAL) {
        d.agreement |= Classes::MASCULINE | Classes::SINGULAR;
    }
}

impl Described {
    /// Describes a medium by its name alone.
    #[must_use]
    pub(crate) fn medium(name: Span) -> Self {
        Self {
            span: name,
            outlet: Some(Outlet::Named(name)),
            kind: SourceType::Media,
            ..Self::default()
        }
    }

    /// Forgets all that [`describe_into`] sets only for some phrases.
    fn clear(&mut self) {
        self.name = None;
        self.words.clear();
        self.lemma = None;
        self.roles.clear();
        self.circles = 0;
        self.phrase = Span::default();
        self.outlet = None;
        self.acronym = None;
        self.country = None;
        self.doubtful = false;
        self.uncertain = false;
        self.learnt = None;
        self.full = None;
        self.owner.clear();
        self.epicene = false;
    }

    /// Says the same with more words.
    pub(crate) fn over(&self, span: Span) -> Self {
        Self {
            span,
            ..self.clone()
        }
    }

    /// Tells whether `de` stands right behind the head, and the head is no name (`le groupe de Cupertino`).
    pub(super) const fn seated(&self) -> bool {
        self.complement
    }

    /// Tells whether the head is a noun of bodies that an adjective alone may stand behind (`l'agence onusienne`).
    pub(super) fn modified(&self, lexicon: &Lexicon) -> bool {
        self.firm(lexicon)
            || !self.complement && self.kind == SourceType::Institution
            || !self.complement && self.kind == SourceType::Document
    }

    /// Tells whether the head is a noun of firms, parties or clubs, which bear names (`l'entreprise`, `le groupe`).
    pub(super) fn firm(&self, lexicon: &Lexicon) -> bool {
        lexicon
            .sense(self.head, SenseKind::Collective)
            .and_then(|s| lexicon.meta().nouns.get(s.id as usize))
            .is_some_and(|n| {
                matches!(n.kind.as_str(), "company" | "team")
                    || matches!(n.kind.as_str(), "organisation" | "group") && !self.complement
            })
    }
}

/// The classes of a word; none of anything else.
fn classes(scene: &Scene<'_>, at: usize) -> Classes {
    scene
        .token(at)
        .filter(|t| t.kind == Kind::Word)
        .map_or(Classes::NONE, |t| t.classes)
}

/// Notes what the first word says: a pronoun, or which sort of determiner.
fn determined(scene: &Scene<'_>, np: &NounPhrase, first: Classes, d: &mut Described) {
    d.pronoun = np.sort == Sort::Pronoun
        && np.end == np.start + 1
        && !first.has(Classes::INDEF)
        && scene.is_pronoun(np.start);
    d.resuming = np.sort == Sort::Pronoun && scene.resumes(np.start);
    d.indefinite =
        first.has(Classes::INDEF) || np.sort == Sort::Pronoun && !d.pronoun && !d.resuming;
    d.possessive = first.has(Classes::POSS);
    d.demonstrative = first.has(Classes::DEM) || d.resuming;
    d.definite = first.has(Classes::DET) && !(d.indefinite || d.possessive || d.demonstrative);
}

/// Tells whether a phrase begins with a role without a determiner (`docker à la retraite`).
fn predicate(scene: &Scene<'_>, np: &NounPhrase, first: Classes, d: &Described) -> bool {
    d.name.is_none()
        && d.outlet.is_none()
        && np.head == np.start
        && first.has(Classes::ROLE)
        && !first.has(Classes::DET.or(Classes::COLLECTIVE))
        && !(first.has(Classes::TITLE) && scene.token(np.start).is_some_and(Token::capital))
}

/// What the other half of an apposition tells of the name: gender, and that it is a person's.
fn beside(second: &NounPhrase, d: &mut Described) {
    let gender = Classes::FEMININE.or(Classes::MASCULINE);
    if !(d.agreement & gender).0.is_power_of_two() {
        d.agreement = d.agreement.without(gender) | (second.agreement & gender);
    }
    if !d.roles.is_empty() {
        d.doubtful = false;
        d.uncertain = false;
    }
}

/// Notes the words of the role, and the name that it belongs to when it is somebody else's; only who has a role is asked for.
fn role_of(scene: &Scene<'_>, phrase: &Phrase, whole: Traits, d: &mut Described) {
    let np = &phrase.main;
    if d.name.is_none() && whole.named {
        d.owner = owner(scene, np);
    }
    let heads = scene.is(np.head, Classes::ROLE.or(Classes::COLLECTIVE));
    match &phrase.apposition {
        Some(second) if d.name.is_some() && !heads => phrase_of(scene, second, d),
        _ => phrase_of(scene, np, d),
    }
}

/// Notes the words of a role without determiner and name: `maire de Rennes` of « le maire de Rennes, Luc Roy ».
fn phrase_of(scene: &Scene<'_>, np: &NounPhrase, d: &mut Described) {
    let start = np.start + usize::from(scene.is(np.start, Classes::DET));
    let named = d.name.and_then(|name| {
        (start + 1..np.end).find(|i| scene.token(*i).is_some_and(|t| t.span.start == name.start))
    });
    let end = named.unwrap_or(np.end);
    if start < end {
        d.phrase = scene.span(Run::new(start, end));
    }
}

impl Scene<'_> {
    /// Tells whether the word at `at` takes up the last one mentioned: `ce dernier`, `celle-ci`.
    fn resumes(&self, at: usize) -> bool {
        let joined = || {
            self.token(at).is_some_and(|t| t.shape.has(Shape::PHRASE))
                || self.word(at).ends_with("-ci")
        };
        self.is(at, Classes::DEM) && !self.is(at, Classes::DET.or(Classes::SUBJ)) && joined()
    }

    /// `elle-même`, `eux-mêmes` as a subject of their own.
    fn oneself(&self, at: usize) -> bool {
        let word = self.word(at);
        let person = ["elle", "lui", "eux", "Elle", "Lui", "Eux"];
        word.contains("-même") && person.iter().any(|p| word.starts_with(p))
    }

    /// Tells whether the word at `at` is a personal pronoun.
    fn is_pronoun(&self, at: usize) -> bool {
        let inverted = self.kind(at) == Kind::Inverted;
        inverted
            // `à l'en croire`: as a noun phrase of its own an article is a pronoun.
            || self.one_of(at, closed!["l'", "les"])
            || self.is(at, Classes::PRON) && self.oneself(at)
            || self.is(at, Classes::SUBJ.or(Classes::TONIC))
                && !self.one_of(
                    at,
                    closed!["on", "ce", "c'", "je", "j'", "nous", "vous", "tu", "l'on"],
                )
    }
}

/// Decides the sort of speaker by the classes of the head and of all words.
fn kind(scene: &Scene<'_>, head: Classes, words: Classes, d: &mut Described) {
    if head.has(Classes::ROLE) {
        d.outlet = None;
    }
    let agency = matches!(d.outlet, Some(Outlet::Known(id)) if scene.lexicon.name(id).is_some_and(|n| n.sort == "agency"));
    d.kind = match () {
        () if agency => SourceType::Agency,
        () if d.outlet.is_some() => SourceType::Media,
        () if d.name.is_some() => SourceType::Person,
        () if head.has(Classes::ANON)
            && !head.has(Classes::COLLECTIVE)
            && (d.indefinite || !words.has(Classes::DET)) =>
        {
            SourceType::Anonymous
        }
        () if head.has(Classes::ROLE) && d.indefinite => SourceType::Anonymous,
        () if head.has(Classes::ROLE) && d.agreement.has(Classes::PLURAL) => SourceType::Collective,
        () if head.has(Classes::ROLE) => SourceType::Person,
        () if words.has(Classes::SEAT.or(Classes::COUNTRY).or(Classes::CAPITAL))
            && !head.has(Classes::COLLECTIVE.or(Classes::DOCUMENT)) =>
        {
            SourceType::Government
        }
        () if head.has(Classes::COLLECTIVE)
            || head.has(Classes::MEDIA_NOUN) && !head.has(Classes::DOCUMENT)
            || words.has(Classes::ORG) && !head.has(Classes::DOCUMENT) =>
        {
            SourceType::Institution
        }
        () if head.has(Classes::DOCUMENT.or(Classes::CARRIER)) => SourceType::Document,
        () if d.indefinite => SourceType::Anonymous,
        () if d.pronoun => SourceType::Unknown,
        () if d.agreement.has(Classes::PLURAL) => SourceType::Collective,
        () => SourceType::Unknown,
    };
}
