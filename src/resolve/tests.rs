//! Who speaks, on small articles of our own.

use crate::analyser::Analyser;
use crate::article::Article;

/// Gives speaker and agency of each claim.
fn said(text: &str) -> Vec<(String, String)> {
    let analysis = Analyser::new().analyse(&Article::from_text("essai", text));
    let name = |entity: Option<usize>| {
        entity
            .and_then(|e| analysis.entities.get(e))
            .map_or(String::new(), |e| e.name.to_owned())
    };
    analysis
        .claims
        .iter()
        .map(|c| {
            let speaker = name(c.source.and_then(|s| s.entity));
            (speaker, c.agency.clone().unwrap_or_default())
        })
        .collect()
}

fn speakers(text: &str) -> Vec<String> {
    said(text).into_iter().map(|(speaker, _)| speaker).collect()
}

fn agencies(text: &str) -> Vec<String> {
    said(text).into_iter().map(|(_, agency)| agency).collect()
}

#[test]
fn finds_the_holder_of_an_office_behind_a_longer_role() {
    let text = "Invité lundi, Paul Orsini, le maire sans étiquette de Vernay-le-Lac, a défendu son projet.\n\n\
                Le maire de Vernay-le-Lac a déclaré que la piscine ouvrirait en mai.";
    assert_eq!(speakers(text), ["Paul Orsini"]);
}

#[test]
fn names_a_spokesman_whose_name_comes_later() {
    let text = "Le pont sera fermé lundi, a déclaré un porte-parole du ministère des Transports.\n\n\
                « Il rouvrira en juin », a affirmé le porte-parole, Hugo Perrault.";
    assert_eq!(speakers(text), ["Hugo Perrault", "Hugo Perrault"]);
}

#[test]
fn takes_an_age_for_the_person_just_named() {
    let text = "Lucie Aubry est arrivée hier. La chanteuse de 34 ans a déclaré que la tournée reprendrait.";
    assert_eq!(speakers(text), ["Lucie Aubry"]);
}

#[test]
fn does_not_take_a_predicate_for_a_person() {
    let text = "Paul Garnier, 68 ans, docker à la retraite, comparaissait mardi. Il a affirmé qu'il n'avait rien vu.";
    assert_eq!(speakers(text), ["Paul Garnier"]);
}

#[test]
fn finds_the_person_concerned_behind_a_critic() {
    let text = "Lucie Aubry dirige la commission depuis mars. Une ancienne collaboratrice affirme que Lucie Aubry crie \
                souvent. L'intéressée répond que tout va bien.";
    assert_eq!(
        speakers(text).last().map(String::as_str),
        Some("Lucie Aubry")
    );
}

#[test]
fn knows_a_surname_that_begins_like_a_determiner() {
    let text = "Marc Le Guen est revenu lundi. Le Guen a affirmé que le stade serait plein.";
    assert_eq!(speakers(text), ["Marc Le Guen"]);
}

#[test]
fn joins_an_initial_to_the_first_name() {
    let text =
        "V. Morel a affirmé que le lac baissait. Valentine Morel a ajouté que la source tarissait.";
    assert_eq!(speakers(text), ["Valentine Morel", "Valentine Morel"]);
}

#[test]
fn reads_a_pseudonym_in_marks() {
    let text = "Un chercheur, connu sous le nom de « Tournevis », a lu les fichiers. Selon lui, la moitié est fausse.";
    assert_eq!(speakers(text), ["Tournevis"]);
}

#[test]
fn leaves_a_new_office_without_a_name() {
    let text = "Claire Tavernier, l'avocate de la famille, est sortie. La substitute a déclaré que le tir était volontaire.";
    assert_eq!(speakers(text), ["La substitute"]);
}

#[test]
fn names_the_medium_inside_an_incise() {
    let text =
        "« On a vu passer des caravanes, raconte à l'AFP Hugo Perrault. Je n'avais jamais vu ça. »";
    assert_eq!(agencies(text), ["afp"]);
}

#[test]
fn names_the_medium_that_asked() {
    let text = "Interrogé par Anadolu, un responsable du port a confirmé que les navires partiraient lundi.";
    assert_eq!(
        said(text),
        [("un responsable du port".into(), "anadolu".into())]
    );
}

#[test]
fn makes_an_id_for_a_programme_behind_the_microphone() {
    let text = "Lucie Aubry affirme au micro de Bonjour Vernay que personne n'est venu.";
    assert_eq!(agencies(text), ["bonjour-vernay"]);
}

#[test]
fn takes_no_public_body_for_an_agency() {
    let text = "Selon l'Agence turque de gestion des catastrophes, le délai est de onze jours.";
    assert_eq!(agencies(text), [""]);
}

#[test]
fn takes_up_a_named_body_by_its_sort() {
    let text =
        "Le maire, Paul Ravel, a reçu Norvia lundi. L'entreprise assure que rien n'est décidé.";
    assert_eq!(speakers(text), ["Norvia"]);
    let text =
        "La fanfare de Norvelle a joué. L'établissement public assure que rien n'est décidé.";
    assert_eq!(speakers(text), ["L'établissement public"]);
}

#[test]
fn lets_a_woman_be_the_expert_where_the_article_does_not_tell() {
    let text = "« Le sol est sec », a expliqué Claire Aubin. « Il faudra deux hivers », a poursuivi l'expert.";
    assert_eq!(speakers(text), ["Claire Aubin", "Claire Aubin"]);
    let text = "« Le sol est sec », a expliqué Claire Aubin. « Il faudra deux hivers », a poursuivi le maire.";
    assert_eq!(speakers(text), ["Claire Aubin", "le maire"]);
}

#[test]
fn passes_over_the_medium_that_was_told() {
    let text = "Claire Aubin est morte lundi, a annoncé sa famille à l'Agence France-Presse. « Je dessine », disait-elle.";
    assert_eq!(
        speakers(text).last().map(String::as_str),
        Some("Claire Aubin")
    );
}
