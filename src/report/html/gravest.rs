//! Gravest: the remarks that stand on top of the page, with the place they lead to.
//!
//! In: all reports. Out: at most twenty [`Grave`]s: the accusation of « Il aurait volé la caisse » before a missing function.

use std::cmp::Reverse;

use serde::Serialize;

use super::card::{Remark, remark};
use super::{Scene, Sheet};
use crate::audit::rule;
use crate::contract::{Claim, Finding, Level, Report};

/// Remarks that stand on top of the page.
const GRAVEST: usize = 20;

/// A remark on top of the page.
#[derive(Serialize)]
pub(super) struct Grave {
    anchor: String,
    title: String,
    remark: Remark,
}

/// The gravest remarks, by level and by the weight of their rule; limits of the program are no remarks on an article.
pub(super) fn gravest(scene: &Scene<'_>, sheets: &[Sheet]) -> Vec<Grave> {
    let mut ranked = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let findings = sheet.report.findings.iter().enumerate();
        let grave = findings.filter(|(_, finding)| finding.level != Level::Limit);
        ranked.extend(grave.map(|(number, finding)| {
            let weight = rule(&finding.code).map_or(0, |rule| rule.weight);
            (Reverse((finding.level, weight)), at, number)
        }));
    }
    ranked.sort_by_key(|(grave, at, _)| (*grave, *at));
    let found = |(_, at, number): (Reverse<(Level, u8)>, usize, usize)| {
        let report = &sheets.get(at)?.report;
        let finding = report.findings.get(number)?;
        let anchor = format!("a{}{}", at + 1, place(report, finding, number + 1));
        Some(Grave {
            anchor,
            title: scene.title(report),
            remark: remark(scene, finding),
        })
    };
    ranked.into_iter().take(GRAVEST).filter_map(found).collect()
}

/// Where a remark leads to inside its article: its claim, its own place, or the top.
fn place(report: &Report, finding: &Finding, number: usize) -> String {
    let is_meant = |claim: &Claim| finding.claim.as_ref() == Some(&claim.id);
    match report.claims.iter().position(is_meant) {
        Some(claim) => format!("t{}", claim + 1),
        None if finding.claim.is_none() && finding.span.is_some() => format!("r{number}"),
        None => String::new(),
    }
}
