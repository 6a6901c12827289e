//! Rules that hold the headline against the text.

use super::{fires, is_silent};

/// An article with a headline and two paragraphs, of which `body` is the second.
fn article(headline: &str, body: &str) -> String {
    format!(
        "{headline}\n\nLe conseil municipal s'est réuni lundi soir pendant quatre heures dans la salle des fêtes, devant une centaine \
         d'habitants venus entendre le bilan des travaux du port et le prix de l'eau.\n\n{body}\n"
    )
}

#[test]
fn quo003_finds_words_that_the_text_does_not_hold() {
    let lost = article(
        "La maire du port : « Tout est perdu pour nous »",
        "« Rien n'est encore joué », a déclaré la maire, Anne Petit, avant de quitter la salle.",
    );
    let other = article(
        "Le préfet promet « une aide immédiate aux pêcheurs »",
        "Le préfet a dit vouloir étudier la demande avant la fin du mois, sans donner de somme.",
    );
    fires("QUO003", &[&lost, &other]);
    let whole = article(
        "La maire du port : « Tout est perdu pour nous »",
        "« Tout est perdu pour nous », a déclaré la maire, Anne Petit, avant de quitter la salle.",
    );
    let fitted = article(
        "Pour la maire du port, « une catastrophe sans nom »",
        "La maire, Anne Petit, a parlé de « catastrophe sans nom » avant de quitter la salle.",
    );
    is_silent("QUO003", &[&whole, &fitted]);
    is_silent("QUO004", &[&whole, &fitted]);
}

#[test]
fn quo004_finds_words_that_were_put_together() {
    let cut = article(
        "La maire du port : « Nous avons perdu le port »",
        "« Nous avons, il faut le dire, perdu une partie de ce qui faisait le port », a déclaré la maire, Anne Petit.",
    );
    let short = article(
        "Le préfet : « L'aide viendra avant l'hiver »",
        "« L'aide de l'État, je l'espère, viendra avant la fin de l'hiver », a déclaré le préfet.",
    );
    fires("QUO004", &[&cut, &short]);
    is_silent("QUO003", &[&cut, &short]);
    let whole = article(
        "Le préfet : « L'aide viendra avant l'hiver »",
        "« L'aide viendra avant l'hiver », a déclaré le préfet.",
    );
    let none = article(
        "Le préfet : « L'aide viendra avant l'hiver »",
        "Le préfet a quitté la salle sans un mot.",
    );
    is_silent("QUO004", &[&whole, &none]);
}

#[test]
fn quo005_finds_words_given_to_somebody_else() {
    let one = article(
        "Anne Petit : « Le port est perdu »",
        "Anne Petit n'a pas parlé. « Le port est perdu », a déclaré Bruno Maillard, le préfet.",
    );
    let two = article(
        "« Nous ne céderons pas », dit Loïc Kervadec",
        "Loïc Kervadec écoutait. « Nous ne céderons pas », a lancé Maud Querrien, conseillère.",
    );
    fires("QUO005", &[&one, &two]);
    let same = article(
        "Anne Petit : « Le port est perdu »",
        "« Le port est perdu », a déclaré Anne Petit, la maire.",
    );
    let role = article(
        "La maire : « Le port est perdu »",
        "« Le port est perdu », a déclaré Anne Petit, la maire.",
    );
    is_silent("QUO005", &[&same, &role]);
}
