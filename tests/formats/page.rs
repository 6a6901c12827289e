//! The page of `selon audit --format html`, as the command writes it; what a browser makes of it is tested in `tests/browser`.
//!
//! In: the two articles, and a file that is not there. Out: one page, the same for any number of jobs.

use super::desk;

fn arguments<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let fixed = [
        "audit",
        "le pont.txt",
        "feed.jsonl",
        "--isolated",
        "--format",
        "html",
    ];
    [&fixed, more].concat()
}

#[test]
fn writes_one_page_in_the_language_that_is_asked_for() {
    let desk = desk("page");
    for (lang, words) in [
        ("fr", "L’absence de remarque ne vaut pas approbation."),
        ("en", "An absence of remarks is no approval."),
    ] {
        let page = desk.selon(&arguments(&["--lang", lang])).out;
        assert!(page.starts_with("<!doctype html>"));
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        assert!(page.contains(words));
        assert!(page.contains("2026-03-12") && page.contains("Kervadec"));
    }
}

#[test]
fn tells_on_the_page_what_was_not_read() {
    let run = desk("unread").selon(&arguments(&["absent.txt", "--lang", "fr"]));
    assert_eq!(run.code, Some(2));
    assert!(run.out.contains("1 fichier ou article non lu"));
    assert!(run.out.contains("absent.txt"));
}

#[test]
fn writes_the_same_page_with_any_number_of_jobs() {
    let desk = desk("jobs");
    let page = |jobs| {
        desk.selon(&arguments(&["--lang", "fr", "--jobs", jobs]))
            .out
    };
    assert_eq!(page("1"), page("4"));
}

#[test]
fn shares_no_sentence_without_a_claim_nearby() {
    let desk = desk("share");
    let rest = "La route, elle, reste ouverte dans les deux sens jusqu'à la fin du mois de mars. "
        .repeat(5);
    desk.file(
        "long.txt",
        format!("« Le pont tiendra », a déclaré la maire.\n\n{rest}\n"),
    );
    let page = |more: &[&str]| {
        let fixed = [
            "audit",
            "long.txt",
            "--isolated",
            "--ignore",
            "NUM,LED",
            "--format",
            "html",
        ];
        desk.selon(&[&fixed, more].concat()).out
    };
    assert!(page(&[]).contains("jusqu&#x27;à la fin du mois"));
    let shared = page(&["--share"]);
    assert!(shared.contains("Le pont tiendra"));
    assert!(!shared.contains("fin du mois"));
}
