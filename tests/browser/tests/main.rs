//! The page of `selon audit --format html` in a real browser: opening, choosing, filtering, keys, themes, and hostile articles.
//!
//! In: the articles of `tests/articles` and some written to break out of a page. Out: no complaint, no request, nothing run:
//! « <script> » is a word that somebody said.

mod hostile;
mod reading;

use selon::audit::Choice;
use selon::catalogue::Lang;
use selon::report::html::{Html, Sheet};
use selon::{Analyser, Article};

/// Reads an article, with the remarks of all rules.
fn sheet(analyser: &Analyser, lang: Lang, name: &str, text: &str) -> Sheet {
    let article = Article::from_text(name, text);
    let analysis = analyser.analyse(&article);
    let findings = analyser.audit(&article, &analysis, &Choice::all());
    let report = analyser.audited(&article, &analysis, &findings, lang);
    Sheet::new(text.to_owned(), report)
}

/// The articles of `tests/articles`, by name.
fn articles(analyser: &Analyser, lang: Lang) -> Vec<Sheet> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../articles");
    let entries = std::fs::read_dir(folder).expect("the folder of articles");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy();
        sheet(
            analyser,
            lang,
            &name,
            &std::fs::read_to_string(path).expect("an article"),
        )
    };
    files.iter().map(read).collect()
}

/// Writes the page.
fn page(analyser: &Analyser, lang: Lang, sheets: &[Sheet], skipped: &[String]) -> String {
    let mut bytes = Vec::new();
    let html = Html::new(lang, analyser.lexicon().clone());
    html.write(sheets, skipped, &mut bytes).expect("a page");
    String::from_utf8(bytes).expect("UTF-8")
}
