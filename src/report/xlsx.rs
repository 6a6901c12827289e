//! XLSX: a workbook with one row a remark and an empty column for the decision.
//!
//! In: [`Audited`] articles. Out: a workbook whose heading stays in sight and can be filtered; all words are written as words, so
//! that « =SOMME(A1:A9) », a dit le ministre, is never computed.

use std::io::{self, Write};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as Style, FormatAlign, Workbook, Worksheet,
    XlsxError,
};

use super::format::{Document, Format, items};
use super::table::{COLUMNS, Cell, heading, rows};
use super::{Audited, Tally};
use crate::Error;
use crate::catalogue::{Lang, fill, say};

/// Rows of a sheet, its heading among them.
const ROWS: u32 = 1_048_576;
/// Code points of a cell: the format allows 32,767 UTF-16 units.
const LONGEST: usize = 16_000;

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Xlsx {
    /// Language of headings and remarks.
    pub lang: Lang,
}

impl Format for Xlsx {
    /// Gives the rows as JSON: the workbook is put together in the order of the input.
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>) {
        out.push(b'[');
        items(rows(audited, self.lang), out);
        out.push(b']');
    }

    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a> {
        Box::new(Book {
            out,
            lang: self.lang,
            full: Vec::new(),
            sheet: None,
            row: 0,
        })
    }
}

/// A workbook that is being filled.
struct Book<'a> {
    out: &'a mut dyn Write,
    lang: Lang,
    full: Vec<Worksheet>,
    sheet: Option<Worksheet>,
    /// The next row of the sheet.
    row: u32,
}

impl Document for Book<'_> {
    fn push(&mut self, article: &[u8]) -> io::Result<()> {
        let rows: Vec<Vec<Cell>> = serde_json::from_slice(article)?;
        rows.iter()
            .try_for_each(|row| self.add(row))
            .map_err(|error| told(&error))
    }

    fn finish(mut self: Box<Self>, _: &Tally) -> io::Result<()> {
        let bytes = self.bytes().map_err(|error| told(&error))?;
        self.out.write_all(&bytes)?;
        self.out.flush()
    }
}

impl Book<'_> {
    fn add(&mut self, row: &[Cell]) -> Result<(), XlsxError> {
        if self.row == ROWS {
            self.close()?;
        }
        let mut sheet = match self.sheet.take() {
            Some(sheet) => sheet,
            None => self.open()?,
        };
        for (column, cell) in (0u16..).zip(row) {
            match cell {
                Cell::Number(number) => sheet.write_number(self.row, column, *number)?,
                Cell::Words(words) if words.is_empty() => continue,
                Cell::Words(words) => sheet.write_string(self.row, column, shortened(words))?,
            };
        }
        self.row += 1;
        self.sheet = Some(sheet);
        Ok(())
    }

    /// Begins a sheet with its heading.
    fn open(&mut self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        let number = self.full.len() + 1;
        sheet.set_name(match number {
            1 => say(self.lang, "formats.sheet").to_owned(),
            _ => fill(
                self.lang,
                "formats.sheet-next",
                &[("number", &number.to_string())],
            ),
        })?;
        let head = Style::new()
            .set_bold()
            .set_background_color(Color::RGB(0x00DD_E3EA))
            .set_align(FormatAlign::Top);
        let wrap = Style::new().set_text_wrap().set_align(FormatAlign::Top);
        for (at, column) in (0u16..).zip(COLUMNS.iter().chain(&["decision"])) {
            sheet.set_column_width(at, width(column))?;
            sheet.set_column_format(at, &wrap)?;
            sheet.write_string_with_format(0, at, heading(column, self.lang), &head)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        self.row = 1;
        Ok(sheet)
    }

    /// Ends a sheet: its filters reach over all its rows.
    fn close(&mut self) -> Result<(), XlsxError> {
        if let Some(mut sheet) = self.sheet.take() {
            sheet.autofilter(0, 0, self.row.saturating_sub(1), COLUMNS.len() as u16)?;
            self.full.push(sheet);
        }
        Ok(())
    }

    fn bytes(&mut self) -> Result<Vec<u8>, XlsxError> {
        if self.sheet.is_none() && self.full.is_empty() {
            self.sheet = Some(self.open()?);
        }
        self.close()?;
        let mut book = Workbook::new();
        // The same remarks give the same bytes, whenever they are written.
        let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        for sheet in self.full.drain(..) {
            book.push_worksheet(sheet);
        }
        book.save_to_buffer()
    }
}

/// The width of a column, in characters.
fn width(column: &str) -> f64 {
    match column {
        "remark" | "words" => 60.0,
        "article" | "title" | "source" | "decision" => 30.0,
        "line" | "column" => 8.0,
        _ => 16.0,
    }
}

fn shortened(words: &str) -> String {
    if words.chars().nth(LONGEST).is_none() {
        return words.to_owned();
    }
    words.chars().take(LONGEST).chain(['…']).collect()
}

fn told(error: &XlsxError) -> io::Error {
    io::Error::other(Error::Input {
        name: "workbook".to_owned(),
        problem: format!("could not be made: {error}"),
        help: "`--format csv` has the same columns".to_owned(),
    })
}
