//! What must hold of the page whatever the articles are; what a browser makes of it is tested with a browser.

use super::*;
use crate::contract::{Finding, Stretch};
use crate::{Analyser, Article};

fn html(lang: Lang) -> Html {
    Html::new(lang, Analyser::new().lexicon().clone())
}

fn sheet(text: &str) -> Sheet {
    let (analyser, article) = (Analyser::new(), Article::from_text("a.txt", text));
    let report = analyser.report(&article, &analyser.analyse(&article));
    Sheet::new(text.to_owned(), report)
}

fn page(html: &Html, sheets: &[Sheet]) -> String {
    let mut bytes = Vec::new();
    html.write(
        sheets,
        &["`b.txt`: <b>unreadable</b>".to_owned()],
        &mut bytes,
    )
    .unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What articles made the page hold: our own style and script taken out.
fn body(page: &str) -> String {
    page.replace(&policy::STYLE.text(), "")
        .replace(&policy::SCRIPT.text(), "")
}

const TEXT: &str = "Le pont de Vernoux rouvrira\n\n« Le pont rouvrira lundi », a déclaré la maire, Léa Morel. Elle a promis de \
    « ne rien cacher ». Selon KCNA, citant le ministère, le tir a réussi.";

#[test]
fn shows_claims_with_their_chain_in_both_languages() {
    let sheets = [sheet(TEXT)];
    let french = page(&html(Lang::Fr), &sheets);
    assert!(french.contains("<html lang=\"fr\">"), "{french}");
    assert!(french.contains("Il ne dit pas si ce qui est dit est exact."));
    assert!(french.contains("contrôlé par l’État"));
    let english = page(&html(Lang::En), &sheets);
    assert!(english.contains("<html lang=\"en\">"));
    assert!(english.contains("An absence of remarks is no approval."));
    assert!(
        english.contains("data-cue=\"1\">a déclaré</span>"),
        "{}",
        body(&english)
    );
}

#[test]
fn escapes_whatever_an_article_holds() {
    let evil = "<script>alert(1)</script> </style><img src=x onerror=alert(2)>";
    let mut sheet = sheet(&format!(
        "« {evil} », a dit \"><b onclick=x>. Selon {evil}, il pleut.\u{0}\u{1b}"
    ));
    let words = || evil.to_owned();
    let article = &mut sheet.report.article;
    (article.title, article.outlet, article.path) = (Some(words()), Some(words()), Some(words()));
    (article.published, article.url) = (Some(words()), Some("javascript:alert(3)".to_owned()));
    article.credits = vec![words()];
    for claim in &mut sheet.report.claims {
        (claim.rule, claim.agency, claim.said_at) = (words(), Some(words()), Some(words()));
    }
    sheet.report.findings = vec![Finding {
        code: words(),
        level: Level::Check,
        message: words(),
        span: Some(Stretch {
            start: 0,
            end: 4,
            text: words(),
        }),
        claim: Some("c1".to_owned()),
        fingerprint: words(),
    }];
    for share in [false, true] {
        let html = Html {
            share,
            ..html(Lang::En)
        };
        let body = body(&page(&html, std::slice::from_ref(&sheet)));
        assert_eq!(body.matches("<script").count(), 1);
        assert_eq!(body.matches("</style").count(), 1);
        assert!(!body.contains("<img"));
        assert!(!body.contains("<b onclick"));
        assert!(!body.contains("href=\"javascript"));
        assert!(!body.contains('\0'));
        assert_eq!(body.contains("&lt;b&gt;unreadable&lt;&#x2f;b&gt;"), !share);
    }
}

#[test]
fn names_its_own_style_and_script_in_the_policy() {
    let page = page(&html(Lang::Fr), &[]);
    let policy = policy::policy()
        .replace('\'', "&#x27;")
        .replace('/', "&#x2f;");
    assert!(page.contains(&policy), "{policy}");
    assert!(page.contains(&format!("<style>{}</style>", policy::STYLE.text())));
    assert!(page.contains(&format!("<script>{}</script>", policy::SCRIPT.text())));
    assert!(
        !body(&page).contains("style="),
        "no style outside the sheet"
    );
}

#[test]
fn shares_excerpts_without_the_words_between_claims() {
    let filler = "Rien de plus ne fut écrit ce jour-là dans la grande salle aux volets clos du vieux moulin.";
    let text =
        format!("« Le pont rouvrira lundi », a déclaré la maire. {filler} {filler} {filler}");
    let mut sheets = [sheet(&text)];
    sheets[0].report.article.path = Some("secret/a.txt".to_owned());
    let whole = body(&page(&html(Lang::Fr), &sheets));
    let shared = body(&page(
        &Html {
            share: true,
            ..html(Lang::Fr)
        },
        &sheets,
    ));
    assert!(whole.contains("vieux moulin"));
    assert!(shared.contains("Le pont rouvrira lundi"));
    assert!(!shared.contains("vieux moulin"), "{shared}");
    assert!(shared.contains("[…]"));
    assert!(!shared.contains("secret"), "no folder leaves the desk");
}

#[test]
fn gives_the_text_back_when_the_markup_is_taken_away() {
    let shown = paragraphs(TEXT, &sheet(TEXT).report, false);
    let words = serde_json::to_value(&shown).unwrap();
    let words: Vec<String> = words
        .as_array()
        .unwrap()
        .iter()
        .map(|paragraph| {
            let parts = paragraph["parts"].as_array().unwrap();
            parts
                .iter()
                .filter_map(|part| part["words"].as_str())
                .collect()
        })
        .collect();
    assert_eq!(words.join("\n\n"), TEXT);
}

#[test]
fn says_nothing_of_percentages_beside_a_statement() {
    let body = body(&page(&html(Lang::Fr), &[sheet(TEXT)]));
    assert!(!body.contains('%'), "{body}");
    assert!(!body.contains("0.9") && !body.contains("0,9"));
}

#[test]
fn ten_thousand_nested_marks_stay_flat_and_quick() {
    let deep = 10_000;
    let text = format!(
        "{}mot{}, a dit la maire.",
        "« ".repeat(deep),
        " »".repeat(deep)
    );
    let mut sheet = sheet(&text);
    let length = text.chars().count() as u32;
    let mark = |at: u32| crate::contract::Mark {
        start: 2 * at,
        end: length - 2 * at - 20,
        text: String::new(),
        class: crate::contract::MarkClass::Speech,
        claim: None,
    };
    sheet.report.marks = (0..deep as u32).map(mark).collect();
    let page = page(&html(Lang::Fr), &[sheet]);
    assert!(page.len() < 2_000_000, "{}", page.len());
}

#[test]
fn explains_every_reading_rule_in_both_languages() {
    for row in html(Lang::En).lexicon.constructions() {
        let key = format!("constructions.{}", row.id);
        assert_eq!(find(Lang::En, &key), Some(row.explains.as_str()), "{key}");
        assert!(find(Lang::Fr, &key).is_some(), "{key}");
    }
}
