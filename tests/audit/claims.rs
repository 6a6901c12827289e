//! Rules on modality, documents and cues.

use super::{fires, is_silent};

#[test]
fn mod001_finds_hearsay_with_a_source() {
    fires(
        "MOD001",
        &[
            "Selon l'agence Kyodo, le navire aurait coulé lundi.",
            "Le maire a affirmé que les deux entreprises auraient signé un accord.",
        ],
    );
    is_silent(
        "MOD001",
        &[
            "Selon l'agence Kyodo, le navire a coulé lundi.",
            "Le maire a affirmé que la route serait refaite si l'État payait.",
        ],
    );
}

#[test]
fn mod002_finds_hearsay_without_a_source() {
    fires(
        "MOD002",
        &[
            "Le cargo a quitté le port dans la nuit. Deux conteneurs auraient été ouverts avant le départ.",
            "Loïc Kervadec tenait les comptes du club depuis dix ans. Loïc Kervadec aurait détourné 40 000 euros.",
        ],
    );
    is_silent(
        "MOD002",
        &[
            "Selon la police, deux conteneurs auraient été ouverts avant le départ.",
            "Si le vent avait tourné, le feu aurait atteint le village.",
            "Le club aurait pu gagner hier.",
            "« Le feu aurait atteint le village », a dit la maire.",
        ],
    );
}

#[test]
fn mod002_is_gravest_when_it_accuses_a_person() {
    let text = "Deux conteneurs auraient été ouverts avant le départ.\n\nLa grue est à l'arrêt depuis mardi et le quai est désert.\n\n\
        Le trésorier Loïc Kervadec tenait les comptes. Loïc Kervadec aurait détourné 40 000 euros.";
    let found = super::remarks(text);
    let mut hearsay = found.iter().filter(|f| f.code == "MOD002");
    let first = hearsay.next().map(|f| f.message);
    assert_eq!(first, Some("rules.MOD002-person"), "{found:?}");
    assert!(hearsay.next().is_some(), "{found:?}");
}

#[test]
fn mod003_finds_hearsay_that_becomes_a_fact() {
    fires(
        "MOD003",
        &[
            "Le cargo Ravna aurait coulé lundi au large d'Oran.\n\nLes secours cherchent encore. Le cargo Ravna a coulé lundi au large d'Oran avec sa cargaison.",
            "La ministre aurait signé le décret jeudi soir.\n\nLe texte est attendu. La ministre a signé le décret jeudi soir, et les préfets l'attendent.",
        ],
    );
    is_silent(
        "MOD003",
        &[
            "Le cargo Ravna aurait coulé lundi au large d'Oran.\n\nLe cargo Ravna a coulé lundi au large d'Oran, a confirmé la marine.",
            "Le cargo Ravna aurait coulé lundi au large d'Oran.\n\nLes ventes du groupe ont coulé en bourse.",
        ],
    );
}

#[test]
fn doc001_finds_documents_without_an_issuer() {
    fires(
        "DOC001",
        &[
            "Selon une étude, le café protège le cœur.",
            "Selon un rapport, la digue cédera dans dix ans.",
        ],
    );
    is_silent(
        "DOC001",
        &[
            "Selon une étude de l'Inserm, le café protège le cœur.",
            "Selon un rapport publié par la Cour des comptes, la digue cédera dans dix ans.",
            "Selon le rapport, la digue cédera dans dix ans.",
        ],
    );
}

#[test]
fn cue001_tells_three_ways_of_taking_sides() {
    let ways = |text: &str| -> Vec<&str> {
        let found = super::remarks(text);
        let own = found.iter().filter(|f| f.code == "CUE001");
        own.map(|f| f.message).collect()
    };
    assert_eq!(
        ways("Le maire a révélé que le pont était fermé."),
        ["rules.CUE001-factive"]
    );
    assert_eq!(
        ways("Le maire prétend que le pont est fermé."),
        ["rules.CUE001-distancing"]
    );
    assert_eq!(
        ways("Le maire martèle que le pont est fermé."),
        ["rules.CUE001-intense"]
    );
    is_silent(
        "CUE001",
        &[
            "Le maire a dit que le pont était fermé.",
            "Selon le maire, le pont est fermé.",
        ],
    );
}

#[test]
fn tra001_finds_words_that_were_translated() {
    fires(
        "TRA001",
        &[
            "« Nous avons gagné la partie », a déclaré le président russe.",
            "La ministre allemande a dit que « le budget sera voté avant l'été ».",
        ],
    );
    is_silent(
        "TRA001",
        &[
            "« Nous avons gagné la partie », a déclaré le président sénégalais.",
            "« Nous avons gagné la partie », a déclaré en français le président russe.",
            "« Nous avons gagné la partie », a déclaré le maire de Vernoux.",
        ],
    );
}

#[test]
fn led001_finds_blame_in_the_voice_of_the_article() {
    fires(
        "LED001",
        &[
            "La mairie a sciemment laissé l'école se dégrader pendant dix ans.",
            "Le fiasco du nouveau stade coûtera 12 millions d'euros à la ville.",
        ],
    );
    is_silent(
        "LED001",
        &[
            "La mairie a sciemment laissé l'école se dégrader, accuse l'association des parents.",
            "Le tribunal a condamné la mairie pour avoir sciemment laissé l'école se dégrader.",
            "La mairie a refait la cour de l'école cet été.",
        ],
    );
}
