//! Rules on relays and credits.

use super::{fires, is_silent};

#[test]
fn chn001_finds_words_heard_by_another() {
    fires(
        "CHN001",
        &[
            "Le ministère, cité par l'agence Interfax, a démenti que le navire ait coulé.",
            "Le maire a déclaré à l'AFP que le pont rouvrirait lundi.",
        ],
    );
    is_silent(
        "CHN001",
        &[
            "Le maire a déclaré que le pont rouvrirait lundi.",
            "VERNOUX, 12 mars (AFP) - Le maire a déclaré à l'AFP que le pont rouvrirait lundi, après trois mois de travaux sur la pile.",
        ],
    );
}

#[test]
fn chn002_finds_media_whose_control_is_not_told() {
    fires(
        "CHN002",
        &[
            "Selon KCNA, le tir a réussi.",
            "Selon Sputnik, le navire est arrivé lundi.",
        ],
    );
    is_silent(
        "CHN002",
        &[
            "Selon l'agence officielle KCNA, le tir a réussi.",
            "Selon Reuters, le navire est arrivé lundi.",
        ],
    );
}

#[test]
fn chn003_finds_media_that_stay_unnamed() {
    fires(
        "CHN003",
        &[
            "Selon des médias locaux, le pont a cédé lundi.",
            "Selon la presse locale, le maire viendra.",
        ],
    );
    is_silent(
        "CHN003",
        &[
            "Selon des médias locaux, le pont a cédé lundi. Selon Ouest-France, deux voitures sont tombées.",
            "Selon La Presse, le maire viendra.",
        ],
    );
}

#[test]
fn crd001_finds_dispatches_without_a_credit() {
    let body = "Les marins qui assurent la liaison avec la Casamance ont cessé le travail mercredi, et la compagnie, qui dit perdre dix \
        millions de francs par jour, demande au gouvernement d'intervenir avant la fin de la semaine dans le port.";
    let dated = format!("Les marins en grève\n\nDAKAR, 12 mars - {body}\n\n{body}");
    let signed = format!("Les marins en grève\n\n{body}\n\n{body}\n\nmnd-sb/fal\n");
    fires("CRD001", &[&dated, &signed]);
    let credited =
        format!("Les marins en grève\n\nDAKAR, 12 mars (AFP) - {body}\n\n{body}\n\nmnd-sb/fal\n");
    let day = format!("Les marins en grève\n\n12 mars 2026. - {body}\n\n{body}");
    is_silent("CRD001", &[&credited, &day]);
}
