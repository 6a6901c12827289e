//! Concise: one line a remark, for `grep`, editors and terminals.
//!
//! In: [`Audited`] articles. Out: `depeche.txt:3:12 SRC001 …` for each remark, in the order of the text; an article without remarks has no line. A
//! quotation that is left open, as in « Le pont tiendra, is one line.

use std::fmt::Write as _;
use std::io::Write;

use super::format::{Document, Format, Frame, Streamed, text};
use super::{Audited, label, visible};

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Concise;

impl Format for Concise {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        text(out, |out| article(audited, out));
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Streamed::new(out, Frame::PLAIN))
    }
}

/// Adds the remarks on one article to `out`.
pub fn article(audited: &Audited<'_>, out: &mut String) {
    let name = visible(&label(&audited.report));
    let mut placed = audited.placed();
    placed.sort_by_key(|(place, _)| *place);
    for (place, finding) in placed {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{name}:{}:{} {} {}",
            place.line,
            place.column,
            finding.code,
            visible(&finding.message)
        );
    }
}
