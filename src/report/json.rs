//! JSON: the contract as it is.
//!
//! In: a [`Report`]. Out: one object, on one line or indented; « Selon KCNA, … » keeps its accents, nothing is escaped that
//! JSON does not ask for.

use serde::Serialize;

use crate::contract::Report;

/// Adds the report to `out` on one line, without a line break at the end.
pub fn compact(report: &Report, out: &mut Vec<u8>) {
    // Writing to memory cannot fail, and the contract has no key that is not a string.
    let written = serde_json::to_writer(out, report);
    debug_assert!(written.is_ok(), "a report is always JSON");
}

/// Adds the report to `out`, indented by two spaces, without a line break at the end.
pub fn indented(report: &Report, out: &mut Vec<u8>) {
    let written = report.serialize(&mut serde_json::Serializer::pretty(out));
    debug_assert!(written.is_ok(), "a report is always JSON");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::sample;

    #[test]
    fn writes_what_it_reads_back() {
        for write in [compact, indented] {
            let mut bytes = Vec::new();
            write(&sample(), &mut bytes);
            assert_eq!(
                serde_json::from_slice::<Report>(&bytes).ok(),
                Some(sample())
            );
        }
    }
}
