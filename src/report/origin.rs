//! Where an article comes from, as its report shows it.
//!
//! In: what is known of an article. Out: its name, and outlet, date, address and credits: an article that ends in « (avec AFP) »
//! credits the agency.

use super::line::one_line;
use crate::catalogue::{Lang, fill};
use crate::contract::Report;

/// Path, outlet, date and credits of an article, as far as they are known.
pub(super) fn origin(report: &Report, lang: Lang) -> Vec<String> {
    let article = &report.article;
    let credits = (!article.credits.is_empty()).then(|| {
        let agencies = article.credits.join(", ");
        fill(lang, "report.credits", &[("agencies", &agencies)])
    });
    let parts = [
        article.outlet.clone(),
        article.published.clone(),
        article.url.clone(),
        credits,
    ];
    parts
        .into_iter()
        .flatten()
        .map(|part| one_line(&part))
        .collect()
}

/// The name of an article: its path, and its id where a file holds several.
pub(super) fn label(report: &Report) -> String {
    match &report.article.path {
        Some(path) if *path != report.article.id => {
            format!("{path} · {}", one_line(&report.article.id))
        }
        Some(path) => path.clone(),
        None => one_line(&report.article.id),
    }
}
