//! A desk at work: opening, choosing claims, filtering, keys, themes, both languages, narrow windows.

use selon::Analyser;
use selon::catalogue::Lang;
use selon_browser_tests::Tab;

use crate::{articles, page, sheet};

const WIDE: (u32, u32) = (1360, 1000);
const CHOSEN: &str = "document.querySelector('.pin.chosen')?.id";
const SHOWN: &str = "document.querySelectorAll('main .card:not([hidden])').length";

async fn open(lang: Lang, size: (u32, u32)) -> Tab {
    let analyser = Analyser::new();
    let skipped = ["`absent.txt`: no such file or folder".to_owned()];
    let html = page(&analyser, lang, &articles(&analyser, lang), &skipped);
    Tab::open(&html, size)
        .await
        .expect("Chromium, from the package `chromium`")
}

async fn close(tab: Tab) {
    let (complaints, requests) = tab.close().await.expect("a browser");
    assert_eq!(complaints, [""; 0], "messages of the console");
    assert_eq!(requests, [""; 0], "requests");
}

#[tokio::test(flavor = "multi_thread")]
async fn opens_without_a_complaint_and_asks_nothing_of_any_server() {
    let tab = open(Lang::Fr, WIDE).await;
    assert_eq!(
        tab.ask("document.documentElement.lang").await.unwrap(),
        "fr"
    );
    assert_eq!(
        tab.ask("document.querySelectorAll('.article').length")
            .await
            .unwrap(),
        "27"
    );
    assert_eq!(
        tab.ask("document.documentElement.classList.contains('js')")
            .await
            .unwrap(),
        "true"
    );
    assert_eq!(
        tab.ask("document.querySelectorAll('.skipped li').length")
            .await
            .unwrap(),
        "1"
    );
    close(tab).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lights_up_a_claim_and_draws_its_chain_beside_the_text() {
    let text = "Le pont rouvrira\n\nLa maire, Léa Morel, a visité le chantier. « Le pont rouvrira lundi », a-t-elle déclaré.";
    let analyser = Analyser::new();
    let sheets = [sheet(&analyser, Lang::Fr, "a.txt", text)];
    let tab = Tab::open(&page(&analyser, Lang::Fr, &sheets, &[]), WIDE)
        .await
        .unwrap();
    tab.hover(".text .said").await.unwrap();
    for (lit, words) in [
        ("lit-cue", "a-t-elle déclaré"),
        ("lit-source", "elle"),
        ("lit-antecedent", "Léa Morel"),
    ] {
        let found = format!(
            "Array.from(document.querySelectorAll('.{lit}'), (e) => e.textContent).join('')"
        );
        assert_eq!(tab.ask(&found).await.unwrap(), words, "{lit}");
    }
    tab.click(".text .said").await.unwrap();
    assert_eq!(tab.ask(CHOSEN).await.unwrap(), "a1t1");
    let name = "document.querySelector('#panel .chain b').textContent";
    assert_eq!(tab.ask(name).await.unwrap(), "Léa Morel");
    assert_eq!(
        tab.ask("document.querySelectorAll('#panel .explained dd').length > 0")
            .await
            .unwrap(),
        "true"
    );
    let apart = "document.querySelector('#panel').getBoundingClientRect().left >= document.querySelector('.article').getBoundingClientRect().right";
    assert_eq!(
        tab.ask(apart).await.unwrap(),
        "true",
        "the panel covers the text"
    );
    close(tab).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn walks_through_the_claims_with_keys() {
    let tab = open(Lang::En, WIDE).await;
    let dead = "Array.from(document.querySelectorAll('a[href^=\"#\"]')).filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).map((a) => a.outerHTML).join()";
    assert_eq!(tab.ask(dead).await.unwrap(), "", "links that lead nowhere");
    for (key, chosen) in [
        ("n", "a1t1"),
        ("n", "a1t2"),
        ("j", "a1t3"),
        ("p", "a1t2"),
        ("k", "a1t1"),
        ("Escape", "undefined"),
    ] {
        tab.press(key).await.unwrap();
        assert_eq!(tab.ask(CHOSEN).await.unwrap(), chosen, "after {key}");
    }
    tab.press("/").await.unwrap();
    assert_eq!(tab.ask("document.activeElement.id").await.unwrap(), "find");
    tab.press("n").await.unwrap();
    assert_eq!(tab.ask("document.activeElement.value").await.unwrap(), "n");
    tab.press("Escape").await.unwrap();
    tab.press("Escape").await.unwrap();
    assert_eq!(
        tab.ask("document.querySelector('#find').value")
            .await
            .unwrap(),
        ""
    );
    tab.press("?").await.unwrap();
    assert_eq!(
        tab.ask("document.querySelector('#help').open")
            .await
            .unwrap(),
        "true"
    );
    tab.press("?").await.unwrap();
    assert_eq!(
        tab.ask("document.querySelector('#help').open")
            .await
            .unwrap(),
        "false"
    );
    close(tab).await;
}

/// Sets a field as a person does, and lets the page filter.
async fn set(tab: &Tab, field: &str, value: &str) {
    let set = format!(
        "(() => {{ const f = document.getElementById('{field}'); f.value = '{value}'; \
         f.dispatchEvent(new Event('input')); f.dispatchEvent(new Event('change')); return f.value; }})()"
    );
    assert_eq!(
        tab.ask(&set).await.expect("a field"),
        value,
        "{field} has no such value"
    );
    tab.settle().await.expect("time");
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_by_words_source_agency_kind_and_level() {
    let tab = open(Lang::Fr, WIDE).await;
    let all: usize = tab.ask(SHOWN).await.unwrap().parse().unwrap();
    for (field, value, attribute) in [
        ("by-source", "Sabrina Ouardi", "source"),
        ("by-agency", "KCNA", "agency"),
        ("by-kind", "mixed", "kind"),
    ] {
        set(&tab, field, value).await;
        let shown: usize = tab.ask(SHOWN).await.unwrap().parse().unwrap();
        assert!(0 < shown && shown < all, "{field}: {shown} of {all}");
        let strays = format!(
            "Array.from(document.querySelectorAll('main .card:not([hidden])')).filter((c) => c.dataset.{attribute} !== '{value}').length"
        );
        assert_eq!(tab.ask(&strays).await.unwrap(), "0", "{field}");
        assert!(
            tab.ask("document.getElementById('count').textContent")
                .await
                .unwrap()
                .contains(&shown.to_string())
        );
        set(&tab, field, "").await;
    }
    set(&tab, "find", "kcna ").await;
    tab.press("n").await.unwrap();
    tab.picture("fr-chain", false).await.unwrap();
    let shown: usize = tab.ask(SHOWN).await.unwrap().parse().unwrap();
    assert!(0 < shown && shown < all);
    set(&tab, "find", "zzzz").await;
    assert_eq!(tab.ask(SHOWN).await.unwrap(), "0");
    assert_eq!(
        tab.ask("document.getElementById('nothing').hidden")
            .await
            .unwrap(),
        "false"
    );
    tab.click("#clear").await.unwrap();
    assert_eq!(tab.ask(SHOWN).await.unwrap(), all.to_string());
    set(&tab, "by-level", "check").await;
    let checked = "Array.from(document.querySelectorAll('main .card:not([hidden])')).every((c) => c.dataset.level.includes('check'))";
    assert_eq!(tab.ask(checked).await.unwrap(), "true");
    close(tab).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn is_good_to_look_at_in_both_themes_and_both_languages() {
    let background = "getComputedStyle(document.body).backgroundColor";
    for lang in [Lang::Fr, Lang::En] {
        let tab = open(lang, WIDE).await;
        let mut seen = Vec::new();
        for theme in ["light", "dark"] {
            tab.prefer(theme).await.unwrap();
            seen.push(tab.ask(background).await.unwrap());
            tab.picture(&format!("{}-{theme}-top", lang.tag()), false)
                .await
                .unwrap();
            tab.press("n").await.unwrap();
            for _ in 0..6 {
                tab.press("n").await.unwrap();
            }
            tab.picture(&format!("{}-{theme}-chosen", lang.tag()), false)
                .await
                .unwrap();
            tab.ask("document.getElementById('statistics').scrollIntoView()")
                .await
                .unwrap();
            tab.picture(&format!("{}-{theme}-statistics", lang.tag()), false)
                .await
                .unwrap();
            tab.press("Escape").await.unwrap();
            tab.click(".gravest .where[href*=t]").await.unwrap();
            let remarks = "document.querySelectorAll('#panel .remark').length > 0";
            assert_eq!(tab.ask(remarks).await.unwrap(), "true");
            tab.picture(&format!("{}-{theme}-remark", lang.tag()), false)
                .await
                .unwrap();
            tab.press("Escape").await.unwrap();
            tab.ask("window.scrollTo(0, 0)").await.unwrap();
        }
        tab.press("t").await.unwrap();
        seen.push(tab.ask(background).await.unwrap());
        assert_eq!(
            seen[2], seen[0],
            "the switch shows the light theme on a dark system"
        );
        assert_ne!(seen[0], seen[1]);
        close(tab).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_without_its_script() {
    let analyser = Analyser::new();
    let html = page(
        &analyser,
        Lang::Fr,
        &articles(&analyser, Lang::Fr)[..3],
        &[],
    );
    let script = html.find("<script>").unwrap();
    let tab = Tab::open(html.get(..script).unwrap(), WIDE).await.unwrap();
    let hidden = "Array.from(document.querySelectorAll('.js-only')).every((e) => getComputedStyle(e).display === 'none')";
    assert_eq!(tab.ask(hidden).await.unwrap(), "true");
    assert_eq!(
        tab.ask("document.querySelector('.text').checkVisibility()")
            .await
            .unwrap(),
        "true"
    );
    tab.click(".text .pin").await.unwrap();
    assert_eq!(
        tab.ask("document.querySelector('.record').open")
            .await
            .unwrap(),
        "true"
    );
    assert_eq!(tab.ask("location.hash").await.unwrap(), "#a1c1");
    tab.picture("fr-without-script", false).await.unwrap();
    close(tab).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prints_every_text_and_no_control() {
    let analyser = Analyser::new();
    let html = page(
        &analyser,
        Lang::Fr,
        &articles(&analyser, Lang::Fr)[..2],
        &[],
    );
    let tab = Tab::open(&html, (800, 1100)).await.unwrap();
    tab.click("#fold").await.unwrap();
    tab.print().await.unwrap();
    let text = "document.querySelector('.article:last-of-type .text').checkVisibility()";
    assert_eq!(tab.ask(text).await.unwrap(), "true");
    assert_eq!(
        tab.ask("getComputedStyle(document.querySelector('.bar')).display")
            .await
            .unwrap(),
        "none"
    );
    tab.picture("fr-print", false).await.unwrap();
    close(tab).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fits_a_narrow_window() {
    let tab = open(Lang::Fr, (420, 860)).await;
    let wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(tab.ask(wider).await.unwrap(), "false");
    tab.picture("narrow-top", false).await.unwrap();
    for _ in 0..3 {
        tab.press("n").await.unwrap();
    }
    let covered = "document.querySelector('.pin.chosen').getBoundingClientRect().bottom > document.querySelector('#panel').getBoundingClientRect().top";
    assert_eq!(
        tab.ask(covered).await.unwrap(),
        "false",
        "the panel covers the claim"
    );
    tab.picture("narrow-chosen", false).await.unwrap();
    close(tab).await;
}
