//! Verbs in full, against what the module makes of them; the table was compared with the dictionary cell by cell.

mod table;

use super::{Auxiliary, Inflection, Mood, Tense, auxiliary, conjugate};
use std::collections::BTreeSet;
use table::TABLE;

const TENSES: [(Mood, Tense); 7] = [
    (Mood::Indicative, Tense::Present),
    (Mood::Indicative, Tense::Imperfect),
    (Mood::Indicative, Tense::PastHistoric),
    (Mood::Indicative, Tense::Future),
    (Mood::Conditional, Tense::Present),
    (Mood::Subjunctive, Tense::Present),
    (Mood::Subjunctive, Tense::Imperfect),
];

fn conjugated(infinitive: &str) -> Vec<(String, Inflection)> {
    let mut forms = Vec::new();
    conjugate(infinitive, &mut |form, inflection| {
        forms.push((form.to_owned(), inflection));
    });
    forms
}

/// The forms of `infinitive` that fit, variants sorted and joined by `/`, or `-`.
fn cell(infinitive: &str, fits: impl Fn(&Inflection) -> bool) -> String {
    let forms = conjugated(infinitive);
    let variants: BTreeSet<&str> = forms
        .iter()
        .filter(|(_, inflection)| fits(inflection))
        .map(|(form, _)| form.as_str())
        .collect();
    if variants.is_empty() {
        "-".to_owned()
    } else {
        variants.into_iter().collect::<Vec<_>>().join("/")
    }
}

fn finite(infinitive: &str, mood: Mood, tense: Tense, person: u8, plural: bool) -> String {
    let wanted = Inflection {
        mood,
        tense,
        person,
        plural,
        feminine: false,
    };
    cell(infinitive, |inflection| *inflection == wanted)
}

fn present(infinitive: &str) -> [String; 6] {
    [
        (1, false),
        (2, false),
        (3, false),
        (1, true),
        (2, true),
        (3, true),
    ]
    .map(|(person, plural)| finite(infinitive, Mood::Indicative, Tense::Present, person, plural))
}

fn imperative(infinitive: &str) -> [String; 3] {
    [(2, false), (1, true), (2, true)].map(|(person, plural)| {
        finite(infinitive, Mood::Imperative, Tense::Present, person, plural)
    })
}

fn row(infinitive: &str) -> String {
    let mut cells = Vec::new();
    for (mood, tense) in TENSES {
        cells.extend([false, true].map(|plural| finite(infinitive, mood, tense, 3, plural)));
    }
    cells.push(cell(infinitive, |inflection| {
        inflection.mood == Mood::PresentParticiple
    }));
    for (feminine, plural) in [(false, false), (false, true), (true, false), (true, true)] {
        cells.push(cell(infinitive, |inflection| {
            inflection.mood == Mood::PastParticiple
                && (inflection.feminine, inflection.plural) == (feminine, plural)
        }));
    }
    cells.join(" ")
}

#[test]
fn conjugates_the_verbs_of_the_table() {
    for line in TABLE.lines() {
        let (infinitive, expected) = line.split_once(" | ").unwrap_or_default();
        assert_eq!(row(infinitive), expected, "{infinitive}");
    }
    assert!(TABLE.lines().count() >= 60);
}

#[test]
fn emits_the_infinitive_of_every_verb_of_the_table() {
    for infinitive in TABLE
        .lines()
        .filter_map(|line| Some(line.split_once(" | ")?.0))
    {
        let forms = cell(infinitive, |inflection| inflection.mood == Mood::Infinitive);
        assert!(
            forms.split('/').any(|form| form == infinitive),
            "{infinitive}: {forms}"
        );
    }
}

#[test]
fn doubles_the_consonant_of_appeler() {
    assert_eq!(
        present("rappeler"),
        [
            "rappelle",
            "rappelles",
            "rappelle",
            "rappelons",
            "rappelez",
            "rappellent"
        ]
    );
}

#[test]
fn accents_the_vowel_of_acheter() {
    assert_eq!(
        present("acheter"),
        [
            "achète",
            "achètes",
            "achète",
            "achetons",
            "achetez",
            "achètent"
        ]
    );
}

#[test]
fn leaves_the_e_of_rester_and_interviewer_alone() {
    assert_eq!(
        finite("rester", Mood::Indicative, Tense::Present, 3, false),
        "reste"
    );
    assert_eq!(
        finite("interviewer", Mood::Indicative, Tense::Present, 3, false),
        "interviewe"
    );
    assert_eq!(
        finite("annexer", Mood::Indicative, Tense::Future, 3, false),
        "annexera"
    );
}

#[test]
fn accents_across_gu_and_qu() {
    assert_eq!(
        finite("léguer", Mood::Indicative, Tense::Present, 3, false),
        "lègue"
    );
    assert_eq!(
        finite("disséquer", Mood::Indicative, Tense::Present, 3, true),
        "dissèquent"
    );
}

#[test]
fn keeps_c_and_g_soft_before_a_and_o_only() {
    assert_eq!(
        finite("annoncer", Mood::Indicative, Tense::Present, 1, true),
        "annonçons"
    );
    assert_eq!(
        finite("engager", Mood::Indicative, Tense::Imperfect, 3, false),
        "engageait"
    );
    assert_eq!(
        finite("engager", Mood::Subjunctive, Tense::Present, 1, true),
        "engagions"
    );
    assert_eq!(
        finite("annoncer", Mood::Indicative, Tense::PastHistoric, 3, true),
        "annoncèrent"
    );
}

#[test]
fn gives_both_future_spellings_of_céder() {
    assert_eq!(
        finite("céder", Mood::Indicative, Tense::Future, 3, false),
        "cèdera/cédera"
    );
}

#[test]
fn drops_the_s_of_the_imperative_after_mute_e_only() {
    assert_eq!(imperative("parler"), ["parle", "parlons", "parlez"]);
    assert_eq!(imperative("ouvrir"), ["ouvre", "ouvrons", "ouvrez"]);
    assert_eq!(imperative("finir"), ["finis", "finissons", "finissez"]);
    assert_eq!(imperative("aller"), ["va", "allons", "allez"]);
    assert_eq!(imperative("pouvoir"), ["-", "-", "-"]);
}

#[test]
fn keeps_dites_for_dire_and_redire_alone() {
    assert_eq!(
        finite("redire", Mood::Indicative, Tense::Present, 2, true),
        "redites"
    );
    assert_eq!(
        finite("interdire", Mood::Indicative, Tense::Present, 2, true),
        "interdisez"
    );
}

#[test]
fn tells_répartir_from_repartir() {
    assert_eq!(
        finite("répartir", Mood::Indicative, Tense::Present, 3, true),
        "répartissent"
    );
    assert_eq!(
        finite("repartir", Mood::Indicative, Tense::Present, 3, true),
        "repartent"
    );
    assert_eq!(
        finite("asservir", Mood::Indicative, Tense::Present, 3, true),
        "asservissent"
    );
}

#[test]
fn conjugates_derivatives_like_their_base() {
    let tests = [
        ("entreprendre", "entreprennent"),
        ("démettre", "démettent"),
        ("intervenir", "interviennent"),
        ("satisfaire", "satisfont"),
        ("prescrire", "prescrivent"),
        ("conquérir", "conquièrent"),
        ("disparaître", "disparaissent"),
        ("poursuivre", "poursuivent"),
        ("renvoyer", "renvoient"),
    ];
    for (infinitive, expected) in tests {
        assert_eq!(
            finite(infinitive, Mood::Indicative, Tense::Present, 3, true),
            expected
        );
    }
}

#[test]
fn knows_both_spellings_of_the_infinitive_of_paraître() {
    assert_eq!(
        cell("apparaître", |inflection| inflection.mood
            == Mood::Infinitive),
        "apparaitre/apparaître"
    );
    assert_eq!(row("apparaitre"), row("apparaître"));
}

#[test]
fn gives_one_participle_to_verbs_without_object() {
    for infinitive in ["insister", "réagir", "mentir", "nuire", "survivre"] {
        let count = conjugated(infinitive)
            .iter()
            .filter(|(_, inflection)| inflection.mood == Mood::PastParticiple)
            .count();
        assert_eq!(count, 1, "{infinitive}");
    }
}

#[test]
fn keeps_weather_and_fallout_to_the_third_person() {
    for infinitive in ["neiger", "résulter", "pleuvoir", "falloir"] {
        assert!(
            conjugated(infinitive)
                .iter()
                .all(|(_, inflection)| matches!(inflection.person, 0 | 3)),
            "{infinitive}"
        );
    }
}

#[test]
fn refuses_what_is_no_verb() {
    for word in ["", "er", "selon", "vouloire", "Kremlin", "soir", "occire"] {
        assert!(
            !conjugate(word, &mut |form, _| panic!("`{word}` gave `{form}`")),
            "{word}"
        );
    }
}

#[test]
fn reads_every_row_of_the_models() {
    for line in super::models::MODELS.lines() {
        assert_eq!(line.split('|').count(), 6, "{line}");
        assert_eq!(
            line.split('|')
                .nth(1)
                .map(|cells| cells.split_whitespace().count()),
            Some(6),
            "{line}"
        );
        let tail = line
            .trim_start_matches('^')
            .split([' ', '/'])
            .next()
            .unwrap_or_default();
        let infinitive = if tail == "ir" { "finir" } else { tail };
        let own = super::paradigm::model(infinitive).map(|(_, row)| row);
        assert!(
            own == Some(line) || !line.starts_with('^'),
            "{line} is out of reach"
        );
    }
}

#[test]
fn keeps_the_lists_sorted_by_initial() {
    for line in super::models::INVARIABLE.lines() {
        assert!(
            line.split(' ')
                .all(|verb| verb.chars().next() == line.chars().next()),
            "{line}"
        );
    }
}

#[test]
fn knows_the_auxiliaries() {
    assert_eq!(auxiliary("intervenir"), Auxiliary::Etre);
    assert_eq!(auxiliary("prévenir"), Auxiliary::Avoir);
    assert_eq!(auxiliary("sortir"), Auxiliary::Either);
    assert_eq!(auxiliary("annoncer"), Auxiliary::Avoir);
}
