//! What a format is: bytes of each article, made on any thread, and a document that takes them in the order of the input.
//!
//! In: [`Audited`] articles. Out: bytes on a writer. A format that needs all articles before it can begin keeps them in its
//! document; the others stream, so that memory does not grow: « Selon KCNA, … » is written before the next is read.

use std::borrow::Cow;
use std::io::{self, Write};

#[cfg(feature = "report")]
use serde::Serialize;

use super::{Audited, Tally};
use crate::Error;

/// One way to write an audit.
pub trait Format: Sync {
    /// Adds what the format needs of one article to `out`; called from several threads.
    fn article(&self, audited: &Audited<'_>, out: &mut Vec<u8>);

    /// Begins a document that is written to `out`.
    fn document<'a>(&'a self, out: &'a mut dyn Write) -> Box<dyn Document + 'a>;

    /// Tells whether the document ends in a sum of all articles, which takes time to count.
    fn sums_up(&self) -> bool {
        false
    }
}

/// A document that is being written.
pub trait Document {
    /// Takes the bytes of the next article.
    ///
    /// # Errors
    /// Those of the writer.
    fn push(&mut self, article: &[u8]) -> io::Result<()>;

    /// Learns that an article, a file or a folder could not be read; most formats leave that to standard error.
    fn skip(&mut self, _error: &Error) {}

    /// Ends the document; `total` is empty unless the format sums up.
    ///
    /// # Errors
    /// Those of the writer; an [`Error`] inside [`io::Error`] when the document cannot be made.
    fn finish(self: Box<Self>, total: &Tally) -> io::Result<()>;
}

/// A document that writes what it gets: `head`, articles with `between` among them, `foot`.
pub struct Streamed<'a> {
    out: &'a mut dyn Write,
    frame: Frame,
    count: usize,
}

/// What stands around and between the articles of a streamed document.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Before the first article.
    pub head: Cow<'static, str>,
    /// Before each further article.
    pub between: &'static str,
    /// After the last article.
    pub foot: &'static str,
    /// Instead of everything when there is no article.
    pub empty: Cow<'static, str>,
}

impl Frame {
    /// Objects in a JSON array.
    pub const ARRAY: Self = Self {
        head: Cow::Borrowed("[\n"),
        between: ",\n",
        foot: "\n]\n",
        empty: Cow::Borrowed("[]\n"),
    };
    /// One article after the other.
    pub const PLAIN: Self = Self {
        head: Cow::Borrowed(""),
        between: "",
        foot: "",
        empty: Cow::Borrowed(""),
    };

    /// Lines under a heading that is there even when no line is.
    #[must_use]
    pub fn headed(head: String) -> Self {
        Self {
            empty: head.clone().into(),
            head: head.into(),
            ..Self::PLAIN
        }
    }
}

impl<'a> Streamed<'a> {
    /// Begins a document with this frame; articles without bytes are passed over.
    pub fn new(out: &'a mut dyn Write, frame: Frame) -> Self {
        Self {
            out,
            frame,
            count: 0,
        }
    }
}

impl Document for Streamed<'_> {
    fn push(&mut self, article: &[u8]) -> io::Result<()> {
        if article.is_empty() {
            return Ok(());
        }
        let before = match self.count {
            0 => &self.frame.head,
            _ => self.frame.between,
        };
        self.count += 1;
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(article)
    }

    fn finish(self: Box<Self>, _: &Tally) -> io::Result<()> {
        let end = match self.count {
            0 => &self.frame.empty,
            _ => self.frame.foot,
        };
        self.out.write_all(end.as_bytes())?;
        self.out.flush()
    }
}

/// A document of text that ends in a summary.
pub struct Summed<'a> {
    out: &'a mut dyn Write,
    summary: Box<dyn Fn(&Tally) -> String + 'a>,
}

impl<'a> Summed<'a> {
    /// Begins a document that writes `summary` at its end.
    pub fn new(out: &'a mut dyn Write, summary: impl Fn(&Tally) -> String + 'a) -> Self {
        Self {
            out,
            summary: Box::new(summary),
        }
    }
}

impl Document for Summed<'_> {
    fn push(&mut self, article: &[u8]) -> io::Result<()> {
        self.out.write_all(article)
    }

    fn finish(self: Box<Self>, total: &Tally) -> io::Result<()> {
        self.out.write_all((self.summary)(total).as_bytes())?;
        self.out.flush()
    }
}

/// Makes bytes of what writes to a string.
pub(super) fn text(out: &mut Vec<u8>, write: impl FnOnce(&mut String)) {
    let mut words = String::new();
    write(&mut words);
    out.extend_from_slice(words.as_bytes());
}

/// Adds values of a JSON array, each on a line of its own, without what stands around the array.
#[cfg(feature = "report")]
pub(super) fn items<T: Serialize>(values: impl IntoIterator<Item = T>, out: &mut Vec<u8>) {
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            out.extend_from_slice(b",\n");
        }
        // Writing to memory cannot fail.
        let written = serde_json::to_writer(&mut *out, &value);
        debug_assert!(written.is_ok(), "a value of ours is always JSON");
    }
}
