//! The rules of the audit: each fires on texts written for it and stays silent on look-alikes.
//!
//! In: short articles. Out: codes, such as `REP001` for « L'ONG accuse Calvert d'avoir déversé des boues. » without an answer.

mod chains;
mod claims;
mod figures;
mod headlines;
mod order;
mod people;

use selon::Article;
use selon::audit::{Choice, Finding};

use crate::corpus::ANALYSER;

/// Gives the remarks of all rules on a text, also of those that are off by default.
pub(crate) fn remarks(text: &str) -> Vec<Finding> {
    let article = Article::from_text("test", text);
    ANALYSER.audit(&article, &ANALYSER.analyse(&article), &Choice::all())
}

fn count(code: &str, text: &str) -> usize {
    remarks(text).iter().filter(|f| f.code == code).count()
}

/// Holds that a rule finds something in each text.
fn fires(code: &str, texts: &[&str]) {
    for text in texts {
        assert!(count(code, text) > 0, "{code} is silent on: {text}");
    }
}

/// Holds that a rule finds nothing in any text.
fn is_silent(code: &str, texts: &[&str]) {
    for text in texts {
        let found: Vec<Finding> = remarks(text)
            .into_iter()
            .filter(|f| f.code == code)
            .collect();
        assert!(found.is_empty(), "{code} fires on: {text}\n{found:?}");
    }
}
