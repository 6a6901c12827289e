//! Gravest: the remarks that stand on top of the page, with the place they lead to.
//!
//! In: all reports. Out: at most twenty [`Grave`]s: the accusation of « Il aurait volé la caisse » before a missing function.

use std::cmp::Reverse;

use serde::Serialize;

use super::card::{Remark, remark};
use super::{Scene, Sheet};
use crate::audit::rule;
use crate::contract::{Claim, Finding, Level};

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
        let findings = sheet.report.findings.iter();
        ranked.extend(
            findings
                .filter(|finding| finding.level != Level::Limit)
                .map(|finding| {
                    let weight = rule(&finding.code).map_or(0, |rule| rule.weight);
                    (Reverse((finding.level, weight)), at, finding)
                }),
        );
    }
    ranked.sort_by_key(|(grave, at, _)| (*grave, *at));
    let found = |(_, at, finding): (Reverse<(Level, u8)>, usize, &Finding)| {
        let report = &sheets.get(at)?.report;
        let is_meant = |claim: &Claim| finding.claim.as_ref() == Some(&claim.id);
        let anchor = match report.claims.iter().position(is_meant) {
            Some(claim) => format!("a{}t{}", at + 1, claim + 1),
            None => format!("a{}", at + 1),
        };
        Some(Grave {
            anchor,
            title: scene.title(report),
            remark: remark(scene, finding),
        })
    };
    ranked.into_iter().take(GRAVEST).filter_map(found).collect()
}
