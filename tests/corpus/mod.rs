//! Texts to test with, and the shared analyser that reads them.
//!
//! In: the files of `tests/articles`, and annotated articles beside the project where there are any. Out: their names and
//! texts, such as « On a vu le toit partir comme une crêpe », témoigne le gardien.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use selon::contract::Report;
use selon::{Analyser, Article};

/// The analyser with the built-in language data.
pub(crate) static ANALYSER: LazyLock<Analyser> = LazyLock::new(Analyser::new);

/// One text on disk.
pub(crate) struct Sample {
    /// Name of the file without its ending.
    pub(crate) name: String,
    /// Its words.
    pub(crate) text: String,
}

/// Gives a path in the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Lists the articles that were written for this project, by name.
pub(crate) fn articles() -> Vec<Sample> {
    let samples = texts(&project("tests/articles"));
    assert!(!samples.is_empty(), "tests/articles holds no article");
    samples
}

/// Lists the annotated articles beside the project, by folder and name; none where they are absent.
pub(crate) fn annotated() -> Vec<Sample> {
    let Ok(entries) = fs::read_dir(project("../shared/gold")) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries
        .map(|e| e.expect("the folder can be listed").path().join("text"))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.iter().flat_map(|folder| texts(folder)).collect()
}

fn texts(folder: &Path) -> Vec<Sample> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries
        .map(|e| e.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| sample(path)).collect()
}

fn sample(path: &Path) -> Sample {
    let name = path.file_stem().expect("a file has a name");
    Sample {
        name: name.to_string_lossy().into_owned(),
        text: fs::read_to_string(path).expect("an article is UTF-8"),
    }
}

/// Reads one text with the built-in language data.
pub(crate) fn report(name: &str, text: &str) -> Report {
    report_by(&ANALYSER, name, text)
}

/// Reads one text with an analyser of its own.
pub(crate) fn report_by(analyser: &Analyser, name: &str, text: &str) -> Report {
    let article = Article::from_text(name, text);
    analyser.report(&article, &analyser.analyse(&article))
}
