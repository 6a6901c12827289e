//! What holds of all remarks: order, fingerprints, both languages.

use selon::catalogue::Lang;

use super::remarks;
use crate::corpus::articles;
use crate::desk::Desk;

#[test]
fn the_gravest_come_first() {
    for sample in articles() {
        let found = remarks(&sample.text);
        let rank = |f: &selon::audit::Finding| (f.level, f.weight);
        assert!(
            found.is_sorted_by(|a, b| rank(a) >= rank(b)),
            "{}",
            sample.name
        );
    }
}

#[test]
fn fingerprints_are_unique_in_an_article() {
    for sample in articles() {
        let mut prints: Vec<String> = remarks(&sample.text)
            .into_iter()
            .map(|f| f.fingerprint)
            .collect();
        let count = prints.len();
        prints.sort();
        prints.dedup();
        assert_eq!(prints.len(), count, "{}", sample.name);
    }
}

#[test]
fn a_fingerprint_survives_edits_elsewhere() {
    let text = "Selon une source proche du dossier, l'offre sera relevée mardi.";
    let longer = format!("La bourse a ouvert en hausse lundi matin.\n\n{text}");
    let print = |text: &str| {
        let found = remarks(text).into_iter().find(|f| f.code == "ANO001");
        found.map(|f| f.fingerprint)
    };
    assert!(print(text).is_some());
    assert_eq!(print(text), print(&longer));
}

#[test]
fn every_remark_can_be_said_in_both_languages() {
    for sample in articles() {
        for finding in remarks(&sample.text) {
            let [en, fr] = Lang::ALL.map(|lang| finding.say(lang));
            assert_ne!(en, fr, "{}", finding.code);
            assert!(!en.contains('{') && !fr.contains('{'), "{en} / {fr}");
        }
    }
}

#[test]
fn explain_prints_the_page_of_a_code_in_the_language_asked_for() {
    let desk = Desk::new("pages");
    let french = desk.selon(&["explain", "rep001", "--lang", "fr"]).out;
    assert!(french.starts_with("REP001"), "{french}");
    assert!(french.contains("Pourquoi c'est utile"), "{french}");
    let english = desk.selon(&["explain", "REP001", "--lang", "en"]).out;
    assert!(english.contains("Why it matters"), "{english}");
}

#[test]
fn a_report_shows_level_code_and_sentence_in_the_language_asked_for() {
    let desk = Desk::new("remarks");
    let file = desk.file(
        "a.txt",
        "Selon une source proche du dossier, l'offre sera relevée mardi.",
    );
    for format in ["text", "markdown"] {
        let shown = desk
            .selon(&["audit", "--format", format, "--lang", "fr", &file])
            .out;
        assert!(shown.contains("à vérifier"), "{shown}");
        assert!(shown.contains("ANO001"), "{shown}");
        assert!(shown.contains("sans motif donné"), "{shown}");
    }
    let told = desk.selon(&["audit", "--format", "jsonl", &file]).out;
    assert!(told.contains("no reason given"), "{told}");
    let bare = desk.selon(&["extract", &file]).out;
    assert!(bare.contains("\"findings\":[]"), "{bare}");
}
