//! Rules on who speaks and who is spoken of.

use selon::audit::Choice;
use selon::{Analyser, Article, Error};

use super::{fires, is_silent};

#[test]
fn src001_finds_speech_that_nobody_says() {
    fires(
        "SRC001",
        &[
            "Le vent est tombé dans la nuit. « On ne tiendra pas une semaine de plus ainsi. » La nuit a été longue, et la route reste fermée.",
            "Sur la grève, les filets sèchent. « Nous avons tout perdu en une heure. » Le soir tombe, la route est vide.",
        ],
    );
    is_silent(
        "SRC001",
        &[
            "« On ne tiendra pas une semaine de plus ainsi », a déclaré la maire de Vernoux.",
            "Le roman « Les Hivers qui ne finissent pas » paraît lundi.",
            "Le maire a salué « un effort de tous les jours ».",
            "La maire est venue sur le quai. « Nous avons tout perdu en une heure. » Elle avait les mains dans les poches.",
        ],
    );
}

#[test]
fn src002_says_whom_the_program_did_not_find() {
    fires(
        "SRC002",
        &[
            "Il a promis que le pont rouvrirait lundi.",
            "Elle a affirmé que la grève continuerait.",
        ],
    );
    is_silent(
        "SRC002",
        &[
            "Le maire a promis que le pont rouvrirait lundi.",
            "On dit que le pont rouvrira lundi.",
        ],
    );
}

#[test]
fn src003_finds_one_voice_alone() {
    fires(
        "SRC003",
        &[
            "Le maire a déclaré que le pont rouvrirait. Le maire a ajouté que la route suivrait. Le maire a promis que tout irait vite.",
            "Selon Météo-France, il pleuvra. Selon Météo-France, le vent tournera. Selon Météo-France, il fera froid.",
        ],
    );
    is_silent(
        "SRC003",
        &[
            "Le maire a déclaré que le pont rouvrirait. Le préfet a ajouté que la route suivrait. Le maire a promis que tout irait vite.",
            "Le maire a déclaré que le pont rouvrirait. Le maire a ajouté que la route suivrait.",
        ],
    );
}

#[test]
fn ano001_finds_insiders_without_a_reason() {
    fires(
        "ANO001",
        &[
            "Selon une source proche du dossier, l'offre sera relevée mardi.",
            "« L'accord est mort », a confié un diplomate européen.",
        ],
    );
    is_silent(
        "ANO001",
        &[
            "Selon une source proche des vendeurs, qui a requis l'anonymat, cette offre sera relevée mardi.",
            "« L'accord est mort », a confié un diplomate européen sous couvert d'anonymat.",
            "« On a tout perdu », a raconté une habitante.",
            "« L'accord est mort », a confié un diplomate européen, Piet Van Aken.",
        ],
    );
}

#[test]
fn ano002_finds_judgements_without_a_name() {
    fires(
        "ANO002",
        &[
            "Le maire Loïc Kervadec a réuni son conseil. « Loïc Kervadec est dépassé », glisse un cadre du parti.",
            "Le ministre Bruno Maillard présente sa loi. « Bruno Maillard est un incompétent », souffle une source gouvernementale.",
        ],
    );
    is_silent(
        "ANO002",
        &[
            "Le maire Loïc Kervadec a réuni son conseil. « Loïc Kervadec viendra lundi », glisse un cadre du parti.",
            "Le maire Loïc Kervadec est à l'hôpital. « Loïc Kervadec a été agressé », confie une source policière.",
            "Le maire Loïc Kervadec a réuni son conseil. « Loïc Kervadec est dépassé », a déclaré Anne Petit, cheffe de l'opposition.",
        ],
    );
}

#[test]
fn ano003_finds_experts_whom_nobody_can_ask() {
    fires(
        "ANO003",
        &[
            "Selon des experts, l'accord ne tiendra pas l'hiver.",
            "Les observateurs estiment que le scrutin sera serré.",
        ],
    );
    is_silent(
        "ANO003",
        &[
            "Selon des experts de l'Inserm, le vaccin protège un an.",
            "Les chercheurs estiment que la mesure tient.",
            "Selon l'économiste Anne Petit, l'accord ne tiendra pas l'hiver.",
        ],
    );
}

#[test]
fn id001_finds_names_without_a_function() {
    fires(
        "ID001",
        &[
            "La pluie a cessé à midi. « On recommence lundi », a dit Anne Tazerout en riant.",
            "Le quai est vide. Selon Bastien Rouvière, la pêche reprendra vendredi.",
        ],
    );
    is_silent(
        "ID001",
        &[
            "La pluie a cessé à midi. « On recommence lundi », a dit Anne Tazerout, gérante du camping.",
            "Le quai est vide. Selon le mareyeur Bastien Rouvière, la pêche reprendra vendredi.",
        ],
    );
}

#[test]
fn rep001_finds_the_accused_who_does_not_answer() {
    fires(
        "REP001",
        &[
            "L'association Eau vive accuse Bruno Maillard d'avoir vendu les terres du lac. La plainte vise trois parcelles.",
            "La députée Anne Petit a accusé Loïc Kervadec d'avoir détourné des fonds. Le budget sera voté mardi.",
        ],
    );
    is_silent(
        "REP001",
        &[
            "L'association Eau vive accuse Bruno Maillard d'avoir vendu les terres du lac. « Je n'ai rien vendu », a déclaré Bruno Maillard.",
            "La députée Anne Petit a accusé Loïc Kervadec d'avoir détourné des fonds. Sollicité, l'élu n'a pas donné suite.",
            "La députée Anne Petit a accusé la pluie d'avoir tout gâché.",
            "Loïc Kervadec s'accuse d'avoir trop tardé.",
        ],
    );
}

#[test]
fn words_of_a_desk_are_signs_too() {
    let rows = "[sign]\n\"gredin*\" = { kinds = [\"blow\"] }\n".to_owned();
    let text = "Le maire Loïc Kervadec a réuni son conseil. « Loïc Kervadec est un gredin », glisse un cadre du parti.";
    is_silent("ANO002", &[text]);
    let desk = Analyser::with_lexicon(&[("desk.toml".to_owned(), rows)]).expect("the row is sound");
    let article = Article::from_text("test", text);
    let found = desk.audit(&article, &desk.analyse(&article), &Choice::default());
    assert!(found.iter().any(|f| f.code == "ANO002"), "{found:?}");
}

#[test]
fn a_sign_of_no_kind_is_told() {
    let rows = "[sign]\n\"gredin*\" = { kinds = [\"insult\"] }\n".to_owned();
    let told = Analyser::with_lexicon(&[("desk.toml".to_owned(), rows)]);
    assert!(
        matches!(told, Err(Error::Lexicon { line: 2, .. })),
        "{told:?}"
    );
}
