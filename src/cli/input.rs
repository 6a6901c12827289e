//! Input: files, folders and standard input to raw articles, one at a time and in order.
//!
//! In: the names on the command line. Out: bytes that may be an article, or an error; a folder is walked and JSON Lines
//! are read line by line, so that memory does not grow with the number of articles: « Selon KCNA, … » is one of them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;

use crate::{Article, Error, Limits};

/// Bytes that are asked of the system at a time.
const BUFFER: usize = 1 << 18;

/// Something that may be an article; its buffer is used again for the next one.
#[derive(Default)]
pub(super) struct Raw {
    name: Arc<str>,
    bytes: Vec<u8>,
    what: What,
}

/// Where the bytes of a raw article are.
#[derive(Default)]
enum What {
    /// Still in the file.
    #[default]
    File,
    /// Read from standard input.
    Text,
    /// Read from the line of this number, from 1.
    Line(usize),
    /// Nowhere.
    Fault(Error),
}

impl Raw {
    /// Makes an article of the bytes.
    pub(super) fn article(&mut self, limits: &Limits) -> Result<Article, Error> {
        match std::mem::take(&mut self.what) {
            What::File => {
                let file = File::open(&*self.name).map_err(|error| unread(&self.name, &error))?;
                Article::from_bytes(&self.name, whole(file, &self.name, limits)?, limits)
            }
            What::Text => {
                let article =
                    Article::from_bytes(&self.name, std::mem::take(&mut self.bytes), limits)?;
                Ok(Article {
                    path: None,
                    ..article
                })
            }
            What::Line(line) => {
                let mut article = Article::from_json(&self.name, line, &self.bytes, limits)?;
                article.path = article.path.filter(|path| path != "-");
                Ok(article)
            }
            What::Fault(error) => Err(error),
        }
    }

    /// The name of the file.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// About how many bytes the article will keep in memory.
    pub(super) fn weight(&self) -> usize {
        match self.what {
            What::File => std::fs::metadata(&*self.name).map_or(0, |file| file.len() as usize),
            _ => self.bytes.len(),
        }
    }
}

/// The raw articles behind the names on the command line.
pub(super) struct Inputs {
    names: std::vec::IntoIter<String>,
    folder: Option<Folder>,
    lines: Option<Lines>,
    limits: Limits,
}

/// A folder that is being walked.
struct Folder {
    name: String,
    walk: ignore::Walk,
    found: usize,
}

/// A file of JSON Lines that is being read.
struct Lines {
    name: Arc<str>,
    reader: Box<dyn BufRead>,
    number: usize,
    found: usize,
}

impl Inputs {
    pub(super) fn new(names: Vec<String>, limits: Limits) -> Self {
        Self {
            names: names.into_iter(),
            folder: None,
            lines: None,
            limits,
        }
    }

    /// Fills `raw` with the next article or error; `false` at the end.
    pub(super) fn fill(&mut self, raw: &mut Raw) -> bool {
        loop {
            let step = if let Some(lines) = &mut self.lines {
                let step = lines.next(raw, &self.limits);
                if step.is_none() {
                    self.lines = None;
                }
                step
            } else if let Some(folder) = &mut self.folder {
                let found = folder.next();
                if found.is_none() {
                    self.folder = None;
                }
                found.and_then(|found| {
                    found.map_or_else(|error| Some(Err(error)), |name| self.open(name, raw))
                })
            } else {
                match self.names.next() {
                    Some(name) => self.start(name, raw),
                    None => return false,
                }
            };
            match step {
                Some(Ok(())) => return true,
                Some(Err(error)) => {
                    raw.what = What::Fault(error);
                    return true;
                }
                None => {}
            }
        }
    }

    /// Starts on a name of the command line.
    fn start(&mut self, name: String, raw: &mut Raw) -> Option<Result<(), Error>> {
        if name == "-" {
            return self.stdin(raw);
        }
        match std::fs::metadata(&name) {
            Err(error) => Some(Err(unread(&name, &error))),
            Ok(found) if found.is_dir() => {
                let walk = ignore::WalkBuilder::new(&name)
                    .sort_by_file_path(Path::cmp)
                    .build();
                self.folder = Some(Folder {
                    name,
                    walk,
                    found: 0,
                });
                None
            }
            Ok(_) => self.open(name, raw),
        }
    }

    /// Opens one file: lines when its name says so, else text, which is read later.
    fn open(&mut self, name: String, raw: &mut Raw) -> Option<Result<(), Error>> {
        if !named(Path::new(&name), &["jsonl", "ndjson"]) {
            raw.name = name.into();
            raw.what = What::File;
            return Some(Ok(()));
        }
        match File::open(&name) {
            Ok(file) => {
                self.lines = Some(Lines::new(
                    &name,
                    Box::new(BufReader::with_capacity(BUFFER, file)),
                ));
                None
            }
            Err(error) => Some(Err(unread(&name, &error))),
        }
    }

    /// Reads standard input: lines when an object opens it, else one text.
    fn stdin(&mut self, raw: &mut Raw) -> Option<Result<(), Error>> {
        let mut reader = BufReader::with_capacity(BUFFER, io::stdin());
        let head = match reader.fill_buf() {
            Ok(head) => head
                .strip_prefix(b"\xef\xbb\xbf")
                .unwrap_or(head)
                .trim_ascii_start(),
            Err(error) => return Some(Err(unread("-", &error))),
        };
        if head.first() == Some(&b'{') {
            self.lines = Some(Lines::new("-", Box::new(reader)));
            return None;
        }
        raw.name = "-".into();
        raw.what = What::Text;
        Some(whole(reader, "-", &self.limits).map(|bytes| raw.bytes = bytes))
    }
}

impl Folder {
    /// The next file that may hold articles.
    fn next(&mut self) -> Option<Result<String, Error>> {
        for entry in self.walk.by_ref() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => return Some(Err(blocked(&self.name, &error))),
            };
            let file = entry.file_type().is_some_and(|kind| !kind.is_dir());
            if file && named(entry.path(), &["txt", "md", "jsonl", "ndjson"]) {
                self.found += 1;
                return Some(Ok(entry.path().to_string_lossy().into_owned()));
            }
        }
        (std::mem::replace(&mut self.found, 1) == 0).then(|| Err(barren(&self.name)))
    }
}

impl Lines {
    fn new(name: &str, reader: Box<dyn BufRead>) -> Self {
        Self {
            name: name.into(),
            reader,
            number: 0,
            found: 0,
        }
    }

    /// Reads the next line that is not blank; a line over the limit is cut, and the rest of it skipped.
    fn next(&mut self, raw: &mut Raw, limits: &Limits) -> Option<Result<(), Error>> {
        loop {
            raw.bytes.clear();
            let most = limits.line_bytes as u64 + 1;
            let read = self
                .reader
                .by_ref()
                .take(most)
                .read_until(b'\n', &mut raw.bytes);
            match read {
                Err(error) => {
                    // Ends the file at the next call: a broken disk is told once.
                    self.reader = Box::new(io::empty());
                    self.found = 1;
                    return Some(Err(unread(&self.name, &error)));
                }
                Ok(0) => {
                    return (std::mem::replace(&mut self.found, 1) == 0)
                        .then(|| Err(no_line(&self.name)));
                }
                Ok(_) => self.number += 1,
            }
            if raw.bytes.len() > limits.line_bytes && !raw.bytes.ends_with(b"\n") {
                let _ = self.reader.skip_until(b'\n');
            }
            if self.number == 1 && raw.bytes.starts_with(b"\xef\xbb\xbf") {
                raw.bytes.drain(..3);
            }
            if !raw.bytes.trim_ascii().is_empty() {
                self.found += 1;
                raw.name.clone_from(&self.name);
                raw.what = What::Line(self.number);
                return Some(Ok(()));
            }
        }
    }
}

/// Reads a table of language data.
pub(super) fn table(name: &str) -> Result<String, Error> {
    let file = File::open(name).map_err(|error| unread(name, &error))?;
    let limits = Limits::default();
    Article::from_bytes(name, whole(file, name, &limits)?, &limits).map(|table| table.text)
}

/// Reads to the end, at most a little further than an article may go.
fn whole(mut reader: impl Read, name: &str, limits: &Limits) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let most = limits.article_bytes as u64 + 1;
    reader
        .by_ref()
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| unread(name, &error))?;
    Ok(bytes)
}

/// Tells whether the name ends in one of the extensions, in any case.
fn named(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().unwrap_or_default();
    extensions
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

fn fault(name: &str, problem: impl Into<String>, help: &str) -> Error {
    Error::Input {
        name: name.to_owned(),
        problem: problem.into(),
        help: help.to_owned(),
    }
}

fn unread(name: &str, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => fault(
            name,
            "no such file or folder",
            "check the path; `-` stands for standard input",
        ),
        io::ErrorKind::PermissionDenied => fault(
            name,
            "may not be read",
            "check who owns it, and its permissions",
        ),
        _ => fault(
            name,
            format!("could not be read: {error}"),
            "check the path and the disk",
        ),
    }
}

fn blocked(name: &str, error: &ignore::Error) -> Error {
    match error.io_error() {
        Some(io) => fault(
            name,
            format!("the folder could not be walked: {io}"),
            "check the permissions in it",
        ),
        None => fault(
            name,
            format!("the folder could not be walked: {error}"),
            "check the links in it",
        ),
    }
}

fn barren(name: &str) -> Error {
    fault(
        name,
        "expected an article in the folder, found none",
        "articles end in `.txt`, `.md`, `.jsonl` or `.ndjson`; hidden and ignored files are passed over",
    )
}

fn no_line(name: &str) -> Error {
    fault(
        name,
        "expected articles as JSON Lines, found no line",
        "a line looks like `{\"id\": \"a1\", \"text\": \"…\"}`",
    )
}
