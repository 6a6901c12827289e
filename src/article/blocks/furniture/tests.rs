use super::*;

#[test]
fn knows_the_furniture_of_pages() {
    use Furniture::{Advert, ByLine, Credit, Junk, Link, ListHead, Photo};
    for (line, kind) in [
        ("-", Junk),
        ("logo", Link),
        ("Lire aussi", ListHead),
        ("À voir également sur Le Journal :", ListHead),
        (
            "Lire aussi : « On a tout donné » : le dernier concert",
            Link,
        ),
        (
            "Publié le 02/09/2026 à 07h12 | Mis à jour le 02/09/2026 à 11h48 | Temps de lecture : 2 min",
            ByLine,
        ),
        ("02/11/2024 à 08:40 • Actualisé à 17:05", ByLine),
        ("Le 14/08 à 19:27", ByLine),
        ("11 h 48", ByLine),
        ("Par Thaïs Loubeyre", ByLine),
        ("Propos recueillis par Hortense Lagarrigue", ByLine),
        ("mnd-sb/fal/jpr", ByLine),
        ("PHOTO LÉO MARCHAIS", Photo),
        ("JOËL SANTERRE / AFP", Photo),
        ("AFP/Archives", Photo),
        (
            "Partager sur Facebook | Partager sur X | Envoyer par e-mail",
            Link,
        ),
        ("Accueil > Transports > Métropole", Link),
        ("Déjà abonné ? Se connecter", Link),
        ("🚀 Annonces de nos partenaires !", Advert),
        ("Le Monde avec AFP", Credit),
    ] {
        assert_eq!(furniture(line), Some(kind), "{line}");
    }
}

#[test]
fn leaves_sentences_and_headings_alone() {
    for line in [
        "Publié le 12 mars, le rapport accuse la direction.",
        "Par ailleurs, la direction dément.",
        "Partager la richesse, voilà le défi",
        "À lire le rapport, la direction savait, accuse le syndicat.",
        "« Connectez-vous », a-t-il lancé.",
        "Vendredi 22 mai",
        "141 km/h",
        "🔴 Le président annonce sa démission",
        "Photo à l'appui, le maire dément avoir reçu la somme en liquide.",
        "Le trafic reprend",
        "Oui.",
    ] {
        assert_eq!(furniture(line), None, "{line}");
    }
}

/// Lines as the lists of words make them: bare, with a capital, in capitals, with something behind.
fn built() -> Vec<String> {
    let openings = [&LISTS, &PROMPTS, &AUTHORS, &PICTURES, &MADE];
    let words = openings.iter().flat_map(|list| list.words());
    let words = words.chain(BUTTONS.words()).chain(TIMES.words());
    let words: Vec<&str> = words.copied().chain(["par", "©", "accueil >"]).collect();
    let behind = [
        "",
        " : le tram attendra",
        " Thaïs Loubeyre",
        " le 12 mai 2026",
        " sur facebook",
        " | min 3",
        " à cet article",
        " et commenter cet article ici",
        " notre newsletter",
        " votre boîte mail",
        " avec AFP",
        " / Reuters",
        ".",
    ];
    let mut lines = Vec::new();
    for word in words {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        let capital = first.to_uppercase() + rest;
        for start in [word.to_owned(), capital, word.to_uppercase()] {
            lines.extend(behind.iter().map(|behind| format!("{start}{behind}")));
        }
    }
    lines
}

#[test]
fn never_takes_furniture_for_ordinary() {
    let lines = built();
    let found = lines.iter().filter(|line| {
        let (signs, line) = (LineSigns::of(line), line.trim());
        let kind = asked(line, signs);
        assert!(kind.is_none() || !ordinary(line, signs), "{line}: {kind:?}");
        kind.is_some()
    });
    // A third of them is furniture indeed, so that there is something to lose.
    assert!(found.count() * 3 > lines.len());
}
