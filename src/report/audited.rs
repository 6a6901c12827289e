//! What every format gets to see of one article: its text, the report, and the remarks that do not count.
//!
//! In: an article's text and its [`Report`]. Out: an [`Audited`], with places as people count them: in
//! « Selon KCNA,\nle tir a eu lieu. » the verb stands on line 2, column 8.

use crate::contract::{Claim, Finding, Report};

/// One article with what an audit made of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Audited<'a> {
    /// The decoded text, exactly as read.
    pub text: &'a str,
    /// What was read; its findings are those that count.
    pub report: Report,
    /// Findings that a baseline knows already.
    pub known: Vec<Finding>,
    /// Findings that somebody has set aside, with the reason.
    pub suppressed: Vec<(Finding, String)>,
    /// There was a baseline to compare with.
    pub compared: bool,
    /// Number of findings that a profile leaves out of the report.
    pub left_out: usize,
}

impl<'a> Audited<'a> {
    /// Takes a report as it is: every finding counts.
    #[must_use]
    pub fn new(text: &'a str, report: Report) -> Self {
        Self {
            text,
            report,
            known: Vec::new(),
            suppressed: Vec::new(),
            compared: false,
            left_out: 0,
        }
    }

    /// Gives the claim that a finding is about.
    #[must_use]
    pub fn claim(&self, finding: &Finding) -> Option<&Claim> {
        let id = finding.claim.as_ref()?;
        self.report.claims.iter().find(|claim| claim.id == *id)
    }

    /// Gives line and column, in code points, both from 1, of each offset of `points`, which rise.
    pub fn places(&self, points: impl IntoIterator<Item = u32>) -> Vec<Place> {
        let mut chars = self.text.chars();
        let (mut at, mut here) = (0, Place::START);
        let mut places = Vec::new();
        for point in points {
            while at < point {
                match chars.next() {
                    Some('\n') => here = here.next_line(),
                    Some(_) => here.column += 1,
                    None => break,
                }
                at += 1;
            }
            places.push(here);
        }
        places
    }

    /// Pairs each finding that counts with the place where it begins; the start of the text when it has none.
    #[must_use]
    pub fn placed(&self) -> Vec<(Place, &Finding)> {
        let findings = self.report.findings.iter();
        let starts = self.located(
            findings
                .clone()
                .map(|f| f.span.as_ref().map_or(0, |s| s.start)),
        );
        starts.into_iter().zip(findings).collect()
    }

    /// Gives the place of each offset of `points`, in any order.
    pub(super) fn located(&self, points: impl Iterator<Item = u32>) -> Vec<Place> {
        let mut order: Vec<(u32, usize)> = points.zip(0..).collect();
        order.sort_unstable();
        let places = self.places(order.iter().map(|(point, _)| *point));
        let mut located: Vec<_> = order.iter().map(|(_, at)| *at).zip(places).collect();
        located.sort_unstable_by_key(|(at, _)| *at);
        located.into_iter().map(|(_, place)| place).collect()
    }
}

/// A line and a column, in code points, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Place {
    const START: Self = Self { line: 1, column: 1 };

    fn next_line(self) -> Self {
        Self {
            line: self.line + 1,
            column: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample;

    #[test]
    fn counts_lines_and_columns_in_code_points() {
        let audited = Audited::new("L'été 😀\nou l'hiver", sample());
        let place = |line, column| Place { line, column };
        assert_eq!(
            audited.places([0, 6, 8, 9, 400]),
            [
                place(1, 1),
                place(1, 7),
                place(2, 1),
                place(2, 2),
                place(2, 11)
            ]
        );
    }
}
