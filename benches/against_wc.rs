//! Speed of `selon extract --jobs 1` beside `wc -w` on the same file, in CPU time of one run: a ratio means the same on any machine.
//!
//! In: the articles of `tests/articles`, repeated as JSON Lines up to 200 MB (or as many as the first argument says). Out: both
//! times, their ratio, and articles a second. Linux only: CPU times of children come from `/proc/self/stat`.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn main() -> io::Result<()> {
    let megabytes: usize = std::env::args()
        .skip(1)
        .find_map(|a| a.parse().ok())
        .unwrap_or(200);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("speed.jsonl");
    let articles = corpus(&path, megabytes * 1_000_000)?;
    let words = cpu(Command::new("wc")
        .arg("-w")
        .arg(&path)
        .env("LC_ALL", "C.UTF-8"))?;
    let selon = cpu(Command::new(env!("CARGO_BIN_EXE_selon"))
        .args(["extract", "--jobs", "1"])
        .arg(&path))?;
    let mut out = io::stdout().lock();
    writeln!(out, "{megabytes} MB, {articles} articles, CPU seconds")?;
    writeln!(out, "  wc -w                    {words:8.2}")?;
    writeln!(
        out,
        "  selon extract --jobs 1   {selon:8.2}   {:.1} times wc, {:.0} articles a second",
        selon / words,
        f64::from(articles) / selon
    )?;
    fs::remove_file(path)
}

/// Writes the bundled articles as JSON Lines until the file has `bytes` bytes; gives the number of lines.
fn corpus(path: &Path, bytes: usize) -> io::Result<u32> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles"))? {
        texts.push(fs::read_to_string(entry?.path())?);
    }
    texts.sort();
    let mut out = BufWriter::new(fs::File::create(path)?);
    let (mut written, mut lines) = (0, 0u32);
    for text in texts.iter().cycle() {
        let line = serde_json::json!({"id": lines.to_string(), "text": text}).to_string();
        writeln!(out, "{line}")?;
        written += line.len() + 1;
        lines += 1;
        if written >= bytes {
            break;
        }
    }
    out.flush()?;
    Ok(lines)
}

/// Runs a command without output and gives the CPU seconds that it took.
fn cpu(command: &mut Command) -> io::Result<f64> {
    let before = children()?;
    command.stdout(Stdio::null()).status()?;
    Ok(children()? - before)
}

/// CPU seconds of all children so far: fields 16 and 17 of `/proc/self/stat`, in ticks of a hundredth of a second.
fn children() -> io::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: f64 = after_name
        .split_whitespace()
        .skip(13)
        .take(2)
        .filter_map(|f| f.parse::<f64>().ok())
        .sum();
    Ok(ticks / 100.0)
}
