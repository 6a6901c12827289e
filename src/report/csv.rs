//! CSV: one row a remark, for spreadsheets and scripts.
//!
//! In: [`Audited`] articles. Out: a table that Excel in French opens as it is, or one after RFC 4180. No cell is a formula, not
//! even that of « =SOMME(A1:A9) », a dit le ministre.

use std::io::Write;

use super::Audited;
use super::format::{Document, Format, Frame, Streamed};
use super::table::{COLUMNS, Cell, heading, rows};
use crate::catalogue::Lang;

/// What spreadsheets take for the beginning of a formula, also in full width.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Csv {
    /// Language of headings and remarks.
    pub lang: Lang,
    /// How cells are separated.
    pub dialect: Dialect,
}

/// How cells are separated, and numbers written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[non_exhaustive]
pub enum Dialect {
    /// Semicolons, decimal commas and a byte order mark, for Excel in French
    Fr,
    /// Commas and decimal points, after RFC 4180
    Rfc4180,
}

impl Format for Csv {
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        let rows = rows(audited, self.lang);
        self.write(
            rows.iter()
                .map(|row| row.iter().map(|cell| self.cell(cell))),
            out,
        );
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        let mut head = match self.dialect {
            Dialect::Fr => "\u{feff}".as_bytes().to_vec(),
            Dialect::Rfc4180 => Vec::new(),
        };
        let columns = COLUMNS
            .iter()
            .map(|column| heading(column, self.lang).to_owned());
        self.write(std::iter::once(columns), &mut head);
        let head = String::from_utf8_lossy(&head).into_owned();
        Box::new(Streamed::new(out, Frame::headed(head)))
    }
}

impl Csv {
    fn write<R: Iterator<Item = String>>(self, rows: impl Iterator<Item = R>, out: &mut Vec<u8>) {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(match self.dialect {
                Dialect::Fr => b';',
                Dialect::Rfc4180 => b',',
            })
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        for row in rows {
            let written = writer.write_record(row);
            debug_assert!(written.is_ok(), "writing to memory cannot fail");
        }
    }

    fn cell(self, cell: &Cell) -> String {
        match (cell, self.dialect) {
            (Cell::Words(words), _) => inert(words),
            (Cell::Number(number), Dialect::Fr) => number.to_string().replace('.', ","),
            (Cell::Number(number), Dialect::Rfc4180) => number.to_string(),
        }
    }
}

/// Keeps a spreadsheet from reading words as a formula: an apostrophe goes before them. Control characters, tabs and line
/// breaks among them, are spaces already.
fn inert(words: &str) -> String {
    if words.trim_start().starts_with(FORMULA) {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_no_formula() {
        for words in ["=1+1", "+1", "-1", "@A1", " =1", "＝1"] {
            assert_eq!(inert(words), format!("'{words}"));
        }
        assert_eq!(inert("« =1 »"), "« =1 »");
    }

    #[test]
    fn writes_numbers_as_the_dialect_wants_them() {
        let csv = |dialect| Csv {
            lang: Lang::Fr,
            dialect,
        };
        assert_eq!(csv(Dialect::Fr).cell(&Cell::Number(0.9)), "0,9");
        assert_eq!(csv(Dialect::Rfc4180).cell(&Cell::Number(0.9)), "0.9");
    }
}
