//! Checks the language data of `grammar/` with the loader that runs at run time, and packs it.

#[path = "src/lexicon/mod.rs"]
#[allow(
    dead_code,
    unused_macros,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "the build script needs only part of the module"
)]
mod lexicon;

use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    println!("cargo:rerun-if-changed=grammar");
    println!("cargo:rerun-if-changed=src/lexicon");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut hash = Sha256::new();
    let mut tables = lexicon::rows::Tables::default();
    let mut constructions = Vec::new();
    let mut verbs = String::new();
    for path in files(Path::new("grammar"))? {
        let name = path.display().to_string();
        let text = fs::read_to_string(&path)?;
        hash.update(text.as_bytes());
        match path.file_name().and_then(|n| n.to_str()) {
            Some("constructions.toml") => {
                constructions =
                    lexicon::rows::read_constructions(&name, &text).map_err(|e| e.to_string())?;
            }
            Some("verbs.txt") => verbs = text,
            Some(file) if has_extension(file, "toml") => {
                tables.extend(lexicon::rows::read_tables(&name, &text).map_err(|e| e.to_string())?);
            }
            _ => {}
        }
    }
    constructions.sort_by(|a, b| a.id.cmp(&b.id));
    let infinitives: Vec<&str> = verbs
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .collect();
    let mut compiler = lexicon::compile::Compiler::new(None);
    compiler
        .add(&tables, &infinitives)
        .map_err(|(key, problem)| format!("grammar/, key `{key}`: {problem}"))?;
    let digest = hash
        .finalize()
        .iter()
        .take(6)
        .fold(String::new(), |s, b| s + &format!("{b:02x}"));
    let (bytes, meta) = compiler.finish(digest);
    fs::write(out.join("table.bin"), bytes)?;
    fs::write(out.join("meta.bin"), postcard::to_allocvec(&meta)?)?;
    fs::write(
        out.join("constructions.bin"),
        postcard::to_allocvec(&constructions)?,
    )?;
    Ok(())
}

fn has_extension(file: &str, extension: &str) -> bool {
    Path::new(file).extension().is_some_and(|e| e == extension)
}

/// Lists the data files in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = fs::read_dir(folder)?
        .map(|e| e.map(|e| e.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
