//! Names of articles that do not depend on the machine: relative to a folder, with `/` between their parts.
//!
//! In: an article's path and id. Out: `corpus/a.txt` for `/home/moi/projet/corpus/a.txt` when the folder is `projet`; the
//! article that begins « Selon KCNA, … » keeps its name wherever the project lies.

use std::path::{Component, Path, PathBuf};

/// A folder that names are relative to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root(PathBuf);

impl Root {
    /// Names relative to the folder that `file` lies in.
    #[must_use]
    pub fn beside(file: &Path) -> Self {
        let whole = plain(file);
        Self(whole.parent().map_or_else(|| whole.clone(), Path::to_owned))
    }

    /// Names relative to the working directory.
    #[must_use]
    pub fn here() -> Self {
        Self(plain(Path::new(".")))
    }

    /// Gives the file that a name in a configuration stands for.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Names a path: relative to the folder, else to the working directory, else by its last part alone.
    #[must_use]
    pub fn name(&self, path: &str) -> String {
        let whole = plain(Path::new(path));
        let inside = whole
            .strip_prefix(&self.0)
            .ok()
            .or_else(|| whole.strip_prefix(Self::here().0).ok());
        match inside {
            Some(inside) => joined(inside),
            None => whole.file_name().map_or_else(
                || path.to_owned(),
                |name| name.to_string_lossy().into_owned(),
            ),
        }
    }

    /// Names an article: its path, and its id where a file holds several.
    #[must_use]
    pub fn article(&self, path: Option<&str>, id: &str) -> String {
        let Some(path) = path else {
            return id.to_owned();
        };
        match id.strip_prefix(path) {
            Some(rest) => format!("{}{rest}", self.name(path)),
            None => format!("{}#{id}", self.name(path)),
        }
    }
}

/// Makes a path absolute and takes `.` and `..` out, without asking the disk.
fn plain(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

fn joined(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_articles_relative_to_the_folder() {
        let root = Root::beside(Path::new("/projet/selon.toml"));
        assert_eq!(root.name("/projet/corpus/./b/../a.txt"), "corpus/a.txt");
        assert_eq!(root.name("corpus/a.txt"), "corpus/a.txt");
        assert_eq!(root.name("/ailleurs/a.txt"), "a.txt");
    }

    #[test]
    fn tells_the_articles_of_one_file_apart() {
        let root = Root::here();
        let name = |id: &str| root.article(Some("./feed.jsonl"), id);
        assert_eq!(name("./feed.jsonl:3"), "feed.jsonl:3");
        assert_eq!(name("a1"), "feed.jsonl#a1");
        assert_eq!(name("./feed.jsonl"), "feed.jsonl");
    }
}
