//! Articles that want to be more than words: nothing of them runs, is asked for, or leaves the element it stands in.

use selon::Analyser;
use selon::catalogue::Lang;
use selon_browser_tests::Tab;

use crate::{page, sheet};

const EVIL: &str = "<script>window.ran = 1</script><img src=x onerror=\"window.ran = 2\"></style></script></template>\
    <style>body{display:none}</style><svg onload='window.ran = 3'><a href=\"javascript:window.ran = 4\">ici</a>\
    <iframe srcdoc=\"<script>parent.ran = 5</script>\"><base href=\"https://example.org/\"><!-- ]]> \
    <link rel=stylesheet href=\"https://example.org/a.css\"><meta http-equiv=refresh content=\"0;url=https://example.org\">";

#[tokio::test(flavor = "multi_thread")]
async fn runs_nothing_and_asks_for_nothing() {
    let analyser = Analyser::new();
    let text = format!(
        "{EVIL}\n\n« {EVIL} », a déclaré la maire, {EVIL}. Selon \"><b onmouseover=ran=6>, il pleut {EVIL}."
    );
    let mut sheet = sheet(&analyser, Lang::Fr, EVIL, &text);
    let article = &mut sheet.report.article;
    for field in [
        &mut article.title,
        &mut article.outlet,
        &mut article.published,
        &mut article.path,
    ] {
        *field = Some(EVIL.to_owned());
    }
    article.url = Some("javascript:window.ran = 7".to_owned());
    article.credits = vec![EVIL.to_owned()];
    for claim in &mut sheet.report.claims {
        claim.rule = EVIL.to_owned();
        claim.agency = Some(EVIL.to_owned());
    }
    assert!(!sheet.report.claims.is_empty());
    let html = page(&analyser, Lang::Fr, &[sheet], &[EVIL.to_owned()]);
    let tab = Tab::open(&html, (1360, 1000)).await.unwrap();
    for key in ["n", "n", "t", "?", "?", "Escape"] {
        tab.press(key).await.unwrap();
    }
    tab.press("n").await.unwrap();
    assert_eq!(tab.ask("window.ran").await.unwrap(), "undefined");
    assert_eq!(
        tab.ask("document.querySelectorAll('script').length")
            .await
            .unwrap(),
        "1"
    );
    assert_eq!(
        tab.ask("document.querySelectorAll('style').length")
            .await
            .unwrap(),
        "1"
    );
    let foreign = "document.querySelectorAll('img, iframe, base, [onload], [onerror], [onmouseover], link:not([rel=icon]), main a:not([href^=\"#\"]), meta[http-equiv=refresh]').length";
    assert_eq!(tab.ask(foreign).await.unwrap(), "0");
    let visible = "getComputedStyle(document.body).display";
    assert_eq!(tab.ask(visible).await.unwrap(), "block");
    let (complaints, requests) = tab.close().await.unwrap();
    assert_eq!(complaints, [""; 0]);
    assert_eq!(requests, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn stays_quick_with_ten_thousand_nested_marks() {
    let analyser = Analyser::new();
    let deep = 10_000;
    let text = format!(
        "{}mot{}, a dit la maire.",
        "« ".repeat(deep),
        " »".repeat(deep)
    );
    let html = page(
        &analyser,
        Lang::Fr,
        &[sheet(&analyser, Lang::Fr, "a.txt", &text)],
        &[],
    );
    let tab = Tab::open(&html, (1360, 1000)).await.unwrap();
    tab.press("n").await.unwrap();
    assert_eq!(tab.ask("performance.now() < 30000").await.unwrap(), "true");
    let (complaints, _) = tab.close().await.unwrap();
    assert_eq!(complaints, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_articles_stay_usable() {
    let analyser = Analyser::new();
    let some = crate::articles(&analyser, Lang::Fr);
    let many: Vec<_> = some.iter().cycle().take(500).cloned().collect();
    let html = page(&analyser, Lang::Fr, &many, &[]);
    let tab = Tab::open(&html, (1360, 1000)).await.unwrap();
    let filtered = "(() => { const from = performance.now(); const f = document.getElementById('by-kind'); f.value = 'direct'; \
         f.dispatchEvent(new Event('change')); return performance.now() - from; })()";
    let taken: f64 = tab.ask(filtered).await.unwrap().parse().unwrap();
    assert!(taken < 4000.0, "a filter takes {taken} ms");
    let started: f64 = tab
        .ask("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        .await
        .unwrap()
        .parse()
        .unwrap();
    println!(
        "500 articles, {} bytes: shown after {started:.0} ms, filtered in {taken:.0} ms",
        html.len()
    );
    assert!(started < 30_000.0, "shown after {started} ms");
    tab.press("n").await.unwrap();
    assert!(
        tab.ask("document.querySelector('.pin.chosen').id")
            .await
            .unwrap()
            .starts_with('a')
    );
    let (complaints, requests) = tab.close().await.unwrap();
    assert_eq!((complaints, requests), (vec![], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn would_notice_a_script_a_request_and_a_complaint() {
    let open = "<!doctype html><img src=\"https://example.org/a.png\"><script>console.error('non')</script>";
    let tab = Tab::open(open, (800, 600)).await.unwrap();
    let (complaints, requests) = tab.close().await.unwrap();
    assert!(
        complaints.iter().any(|words| words.contains("non")),
        "{complaints:?}"
    );
    assert_eq!(requests, ["https://example.org/a.png"]);

    let analyser = Analyser::new();
    let page = page(&analyser, Lang::Fr, &[], &[]);
    let broken = page.replace(
        "<main",
        "<script>window.ran = 1</script><img src=a.png><p style='color:red'>.<main",
    );
    let tab = Tab::open(&broken, (800, 600)).await.unwrap();
    assert_eq!(
        tab.ask("window.ran").await.unwrap(),
        "undefined",
        "the policy lets no other script run"
    );
    let (complaints, _) = tab.close().await.unwrap();
    assert!(complaints.len() >= 3, "{complaints:?}");
}
