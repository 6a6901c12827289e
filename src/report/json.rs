//! JSON: the contract as it is.
//!
//! In: a [`Report`]. Out: one object, on one line or indented; « Selon KCNA, … » keeps its accents, nothing is escaped that
//! JSON does not ask for.

use std::io::Write;

use serde::Serialize;

use super::Audited;
use super::format::{Document, Format, Frame, Streamed};
use crate::contract::Report;

/// One array of objects, indented.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

/// One object a line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Jsonl;

impl Format for Json {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        indented(&audited.report, out);
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Streamed::new(out, Frame::ARRAY))
    }
}

impl Format for Jsonl {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        compact(&audited.report, out);
        out.push(b'\n');
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Streamed::new(out, Frame::PLAIN))
    }
}

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
    use crate::report::sample::sample;

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
