//! The list of examples that the program does not read yet.
//!
//! In: `tests/known-gaps.txt`, one `id`, `match` or `reject`, and text a line, with tabs between. Out: how often each is
//! listed: a sentence such as « « On tient », a dit Ana, ajoutant que le pont rouvrirait » may stand twice under a construction.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;

use crate::corpus::project;

const FILE: &str = "tests/known-gaps.txt";
const HEAD: &str = "\
# Examples of grammar/constructions.toml that the program does not read as their row says, or look-alikes that it claims.
# One a line: construction, match or reject, text (a line break is written \\n). The list may only become shorter.
";

/// One example of one construction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gap {
    id: String,
    side: String,
    text: String,
}

impl Gap {
    pub(super) fn new(id: &str, side: &str, text: &str) -> Self {
        let text = text.replace('\n', "\\n").replace('\t', " ");
        Self {
            id: id.to_owned(),
            side: side.to_owned(),
            text,
        }
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\t{}\t{}", self.id, self.side, self.text)
    }
}

/// Tells whether this run writes the list instead of holding the program to it.
pub(super) fn to_be_updated() -> bool {
    std::env::var_os("SELON_UPDATE_GAPS").is_some_and(|value| value == "1")
}

/// Reads the list.
pub(super) fn read() -> BTreeMap<Gap, usize> {
    let text = fs::read_to_string(project(FILE)).expect("the list of gaps is there");
    let mut gaps = BTreeMap::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let mut fields = line.splitn(3, '\t');
        let mut field = || fields.next().expect("a gap has three fields");
        *gaps.entry(Gap::new(field(), field(), field())).or_default() += 1;
    }
    gaps
}

/// Writes the list anew, sorted.
pub(super) fn write(failures: &BTreeMap<Gap, Vec<String>>) {
    let lines = failures
        .iter()
        .flat_map(|(gap, reasons)| reasons.iter().map(move |_| format!("{gap}\n")));
    let text = lines.fold(HEAD.to_owned(), |text, line| text + &line);
    fs::write(project(FILE), text).expect("the list of gaps can be written");
}

/// Rows whose construction is described but read by nothing yet, sorted.
pub(super) const ROWS_WITHOUT_PARSER: &[&str] = &[];
