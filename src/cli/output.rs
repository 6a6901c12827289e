//! Output: complaints, and arrays of objects that are written as they come.
//!
//! In: an error, or pieces of JSON in the order of the input. Out: a message with its `help:` line on standard error,
//! or an array on standard output: « Selon KCNA, … » is one object in it.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};

use crate::Error;

/// Bytes that are collected before the system is asked to write them.
const BUFFER: usize = 1 << 18;

/// Standard output with a large buffer.
pub(super) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(BUFFER, io::stdout().lock())
}

/// Says on standard error what could not be read; red on a terminal that wants colours.
pub(super) fn complain(error: &Error) {
    let style: Style = AnsiColor::Red.on_default().bold();
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(anstream::stderr().lock(), "{style}error:{style:#} {error}");
}

/// Says on standard error what somebody may want to know; it does not change the exit code.
pub(super) fn warn(words: &str) {
    let style: Style = AnsiColor::Yellow.on_default().bold();
    let _ = writeln!(anstream::stderr().lock(), "{style}note:{style:#} {words}");
}

/// Says that the output could not be written.
pub(super) fn unwritten(error: &io::Error) -> Error {
    Error::Input {
        name: "standard output".to_owned(),
        problem: format!("could not be written: {error}"),
        help: "check the space on the disk".to_owned(),
    }
}

/// Says that a file could not be written.
pub(super) fn unwritten_file(file: &Path, error: &io::Error) -> Error {
    Error::Input {
        name: file.to_string_lossy().into_owned(),
        problem: format!("could not be written: {error}"),
        help: "check that its folder exists, the permissions, and the space on the disk".to_owned(),
    }
}

/// How objects follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// One object a line.
    Lines,
    /// One array.
    Array,
}

/// Writes objects one after the other.
pub(super) struct Objects<W: Write> {
    out: W,
    framing: Framing,
    count: usize,
}

impl<W: Write> Objects<W> {
    pub(super) fn new(out: W, framing: Framing) -> Self {
        Self {
            out,
            framing,
            count: 0,
        }
    }

    /// Writes one object, which has no line break at its end.
    pub(super) fn push(&mut self, object: &[u8]) -> io::Result<()> {
        let before: &[u8] = match (self.framing, self.count) {
            (Framing::Lines, _) => b"",
            (Framing::Array, 0) => b"[\n",
            (Framing::Array, _) => b",\n",
        };
        self.count += 1;
        self.out.write_all(before)?;
        self.out.write_all(object)?;
        if self.framing == Framing::Lines {
            self.out.write_all(b"\n")
        } else {
            Ok(())
        }
    }

    /// Closes the array and writes what is still in the buffer.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let end: &[u8] = match (self.framing, self.count) {
            (Framing::Lines, _) => b"",
            (Framing::Array, 0) => b"[]\n",
            (Framing::Array, _) => b"\n]\n",
        };
        self.out.write_all(end)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(framing: Framing, objects: &[&str]) -> String {
        let mut bytes = Vec::new();
        let mut out = Objects::new(&mut bytes, framing);
        for object in objects {
            assert!(out.push(object.as_bytes()).is_ok());
        }
        assert!(out.finish().is_ok());
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn frames_objects_as_lines_or_as_an_array() {
        assert_eq!(written(Framing::Lines, &["{}", "1"]), "{}\n1\n");
        assert_eq!(written(Framing::Array, &["{}", "1"]), "[\n{},\n1\n]\n");
        assert_eq!(written(Framing::Array, &[]), "[]\n");
    }
}
