//! What a check has to tell, in words.
//!
//! In: differences, by article. Out: lines: `~ source « On tient bon » : la maire → —`, and a summary.

use std::fmt::Write as _;

use crate::catalogue::{Lang, count, fill, find, say};
use crate::check::{Difference, Remark, Statement};

/// Code points of the words of a claim that are shown.
const EXCERPT: usize = 80;

/// The text that is being written.
pub(super) struct Told {
    lang: Lang,
    accepted: bool,
    out: String,
    differences: usize,
}

impl Told {
    pub(super) fn new(lang: Lang, accepted: bool) -> Self {
        Self {
            lang,
            accepted,
            out: String::new(),
            differences: 0,
        }
    }

    /// An article that has no snapshot.
    pub(super) fn new_article(&mut self, name: &str) {
        let words = say(self.lang, "formats.check-new");
        self.line(&format!("{}: {words}", plain(name)));
    }

    /// A snapshot that belongs to no article of this run.
    pub(super) fn stale(&mut self, file: &str, deleted: bool) {
        let key = if deleted {
            "formats.check-deleted"
        } else {
            "formats.check-stale"
        };
        let words = say(self.lang, key);
        self.line(&format!("{}: {words}", plain(file)));
    }

    /// An article that is read otherwise.
    pub(super) fn changed(&mut self, name: &str, differences: &[Difference]) {
        let _ = writeln!(self.out, "{}", plain(name));
        for difference in differences {
            let words = self.words(difference);
            self.line(&format!("  {words}"));
        }
    }

    fn line(&mut self, words: &str) {
        self.differences += 1;
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{words}");
    }

    fn words(&self, difference: &Difference) -> String {
        let or_none = |words: &str| {
            if words.is_empty() {
                "—".to_owned()
            } else {
                plain(words)
            }
        };
        match difference {
            Difference::Added(one) => format!("+ {} {}", self.label("added"), whole(one)),
            Difference::Lost(one) => format!("- {} {}", self.label("lost"), whole(one)),
            Difference::Changed {
                words,
                part,
                before,
                after,
            } => format!(
                "~ {} {}: {} → {}",
                self.label(part),
                quoted(words),
                or_none(&self.said(part, before)),
                or_none(&self.said(part, after))
            ),
            Difference::RemarkAdded(one) => format!("+ {} {}", self.label("remark"), about(one)),
            Difference::RemarkLost(one) => format!("- {} {}", self.label("remark"), about(one)),
        }
    }

    /// Says in the language of the report what a snapshot says in English.
    fn said(&self, part: &str, words: &str) -> String {
        let own = |key: &str, word: &str| {
            find(self.lang, &format!("report.{key}-{word}")).unwrap_or_default()
        };
        match part {
            "modality" => {
                let flags = words.split(", ").map(|flag| own("modality", flag));
                flags.collect::<Vec<_>>().join(", ")
            }
            "wording" => {
                ["direct", "mixed", "indirect"]
                    .iter()
                    .fold(words.to_owned(), |words, kind| {
                        words.replace(&format!("[{kind}]"), &format!("[{}]", own("kind", kind)))
                    })
            }
            _ => words.to_owned(),
        }
    }

    fn label(&self, part: &str) -> &'static str {
        find(self.lang, &format!("formats.check-{part}")).unwrap_or_default()
    }

    /// The whole text, with a summary at its end.
    pub(super) fn text(mut self, articles: usize) -> String {
        let read = count(self.lang, "report.articles", articles);
        let found = count(self.lang, "formats.check-differences", self.differences);
        let key = if self.accepted && self.differences > 0 {
            "formats.check-accepted"
        } else {
            "formats.check-sum"
        };
        let sum = fill(
            self.lang,
            key,
            &[("articles", &read), ("differences", &found)],
        );
        let _ = writeln!(self.out, "{sum}");
        self.out
    }
}

fn whole(one: &Statement) -> String {
    let source = one.source.as_deref().map_or("—".to_owned(), plain);
    format!("{} — {source}", quoted(&one.words))
}

fn about(remark: &Remark) -> String {
    format!("{} {}", plain(&remark.code), quoted(&remark.words))
}

fn quoted(words: &str) -> String {
    let words = plain(words);
    if words.chars().nth(EXCERPT).is_none() {
        return format!("« {words} »");
    }
    let start: String = words.chars().take(EXCERPT).collect();
    format!("« {start}… »")
}

/// Keeps the terminal from obeying words.
fn plain(words: &str) -> String {
    words
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
