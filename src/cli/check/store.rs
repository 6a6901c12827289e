//! The folder of the snapshots: which file is which article's.
//!
//! In: names of articles. Out: files such as `snapshots/corpus/a.txt.toml` for the article that begins « Selon KCNA, … », read,
//! written and listed; a name can never lead out of the folder.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Error;
use crate::check::Snapshot;
use crate::config::Root;
use crate::contract::ArticleInfo;

/// How the files end.
const ENDING: &str = ".toml";
/// Bytes of a part of a name that are kept; file systems allow 255.
const LONGEST: usize = 150;

/// A folder of snapshots.
pub(super) struct Store {
    folder: PathBuf,
    root: Root,
}

impl Store {
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            root: Root::beside(folder),
        }
    }

    /// Names an article, relative to the folder that the snapshots lie in.
    pub(super) fn name(&self, article: &ArticleInfo) -> String {
        self.root.article(article.path.as_deref(), &article.id)
    }

    /// Reads a snapshot; none when there is no file.
    pub(super) fn read(&self, name: &str) -> Result<Option<Snapshot>, Error> {
        let file = self.folder.join(relative(name));
        match fs::read_to_string(&file) {
            Ok(text) => Snapshot::from_text(&text)
                .map(Some)
                .map_err(|told| fault(&file, format!("the file is no snapshot: {told}"))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(fault(
                &file,
                format!("the snapshot could not be read: {error}"),
            )),
        }
    }

    /// Writes a snapshot.
    pub(super) fn write(&self, snapshot: &Snapshot) -> Result<(), Error> {
        let file = self.folder.join(relative(&snapshot.article));
        let folder = file.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, snapshot.text()))
            .map_err(|error| fault(&file, format!("the snapshot could not be written: {error}")))
    }

    pub(super) fn remove(&self, file: &str) -> Result<(), Error> {
        let file = self.folder.join(file);
        fs::remove_file(&file)
            .map_err(|error| fault(&file, format!("the snapshot could not be deleted: {error}")))
    }

    /// Lists the snapshots that belong to none of the named articles, by name.
    pub(super) fn others(&self, names: &BTreeSet<String>) -> Result<Vec<String>, Error> {
        let known: BTreeSet<String> = names.iter().map(|name| relative(name)).collect();
        let mut found = Vec::new();
        let mut folders = vec![(self.folder.clone(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    return Err(fault(
                        &folder,
                        format!("the folder could not be listed: {error}"),
                    ));
                }
            };
            for entry in entries.flatten() {
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                if folder {
                    folders.push((entry.path(), format!("{name}/")));
                } else if name.ends_with(ENDING) && !known.contains(&name) {
                    found.push(name);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

/// Gives the file of an article: the parts of its path, and its id as one more part.
fn relative(name: &str) -> String {
    let (path, id) = name
        .split_once('#')
        .map_or((name, None), |(path, id)| (path, Some(id)));
    let parts: Vec<_> = path.split('/').chain(id).map(part).collect();
    format!("{}{ENDING}", parts.join("/"))
}

/// Writes one part of a name so that every file system takes it; a long one ends in its digest.
fn part(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        let plain = c.is_alphanumeric() || "-_. '’".contains(c);
        if plain && !(c == '.' && out.is_empty()) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    if out.len() <= LONGEST {
        return out;
    }
    let mut end = LONGEST;
    while !out.is_char_boundary(end) {
        end -= 1;
    }
    out.truncate(end);
    for byte in Sha256::digest(name.as_bytes()).iter().take(8) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn fault(file: &Path, problem: String) -> Error {
    Error::Input {
        name: file.to_string_lossy().into_owned(),
        problem,
        help: "`selon check FILES --baseline DIR --update` writes the snapshots anew; a broken one must be deleted first"
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_leads_out_of_the_folder() {
        assert_eq!(relative("corpus/l'été.txt"), "corpus/l'été.txt.toml");
        assert_eq!(
            relative("feed.jsonl#a/../../b"),
            "feed.jsonl/a%2F..%2F..%2Fb.toml"
        );
        assert_eq!(relative("feed.jsonl#.."), "feed.jsonl/%2E..toml");
        let long = relative(&format!("feed.jsonl#{}", "é".repeat(400)));
        assert!(long.len() < 200 && long != relative(&format!("feed.jsonl#{}", "é".repeat(401))));
    }
}
