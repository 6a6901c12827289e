//! The form of the data files: one row a line, sorted, unique, composed, with straight apostrophes; and enough of them.
//!
//! In: lines such as `"marteler" = { class = "assert", … }`. Out: the rows of each table by its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use unicode_normalization::is_nfc;

use crate::corpus::project;

/// The file that holds constructions, which are tables of several lines.
const CONSTRUCTIONS: &str = "constructions.toml";

/// Gives the names and texts of the data files.
fn files() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(project("grammar"))
        .expect("the language data is there")
        .map(|entry| {
            let entry = entry.expect("the folder can be listed");
            let name = entry.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path()).expect("language data is UTF-8");
            (name, text)
        })
        .filter(|(name, _)| has_ending(name, "toml") || has_ending(name, "txt"))
        .collect();
    files.sort();
    files
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|e| e == ending)
}

fn tables_of_rows() -> impl Iterator<Item = (String, String)> {
    files()
        .into_iter()
        .filter(|(name, _)| has_ending(name, "toml") && name != CONSTRUCTIONS)
}

/// Gives the key of a line, when the line is a row.
fn key(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix('"') {
        return rest.split_once("\" = ").map(|(key, _)| key);
    }
    let (key, _) = line.split_once(" = ")?;
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    key.chars().all(bare).then_some(key)
}

/// Gives the keys of each table of a file, in the order of the lines.
fn keys(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut tables: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut table = "";
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_end_matches(']');
        } else if let Some(key) = key(line) {
            tables.entry(table).or_default().push(key);
        }
    }
    tables
}

fn hold_sorted(place: &str, keys: &[&str]) {
    for pair in keys.windows(2) {
        assert!(
            pair[0] < pair[1],
            "{place}: expected `{}` before `{}`, each once, by code point",
            pair[1],
            pair[0]
        );
    }
}

#[test]
fn keeps_rows_sorted_and_unique() {
    for (file, text) in tables_of_rows() {
        for (table, keys) in keys(&text) {
            hold_sorted(&format!("grammar/{file}, `[{table}]`"), &keys);
        }
    }
}

#[test]
fn keeps_constructions_and_infinitives_sorted_and_unique() {
    for (file, text) in files() {
        let lines = text.lines();
        let keys: Vec<&str> = match file.as_str() {
            CONSTRUCTIONS => lines.filter_map(|l| l.strip_prefix("id = ")).collect(),
            "verbs.txt" => lines.filter(|l| !l.starts_with('#')).collect(),
            _ => continue,
        };
        assert!(!keys.is_empty(), "grammar/{file} holds nothing");
        hold_sorted(&format!("grammar/{file}"), &keys);
    }
}

#[test]
fn keeps_one_row_a_line() {
    for (file, text) in tables_of_rows() {
        let lines: BTreeMap<String, usize> = keys(&text)
            .into_iter()
            .map(|(table, keys)| (table.to_owned(), keys.len()))
            .collect();
        assert_eq!(lines, sizes(&file, &text), "grammar/{file}");
    }
}

#[test]
fn keeps_the_data_composed() {
    for (file, text) in files() {
        for (number, line) in text.lines().enumerate() {
            assert!(is_nfc(line), "grammar/{file}, line {}: {line}", number + 1);
        }
    }
}

/// Examples of constructions may hold typeset apostrophes, as articles do.
#[test]
fn keeps_apostrophes_straight() {
    for (file, text) in files()
        .into_iter()
        .filter(|(name, _)| name != CONSTRUCTIONS)
    {
        for (number, line) in text.lines().enumerate() {
            assert!(
                line.starts_with('#') || !line.contains(['\u{2019}', '\u{2bc}']),
                "grammar/{file}, line {}: {line}",
                number + 1
            );
        }
    }
}

/// Gives the number of rows of each table as TOML reads them.
fn sizes(file: &str, text: &str) -> BTreeMap<String, usize> {
    let tables: toml::Table = toml::from_str(text).unwrap_or_else(|e| panic!("{file}: {e}"));
    tables
        .iter()
        .map(|(name, rows)| {
            let size = rows
                .as_table()
                .map(toml::Table::len)
                .or_else(|| rows.as_array().map(Vec::len));
            (name.clone(), size.unwrap_or_default())
        })
        .collect()
}

#[test]
fn knows_enough_of_everything() {
    let mut sizes_of_all: BTreeMap<String, usize> = BTreeMap::new();
    for (file, text) in files() {
        if file == "verbs.txt" {
            let verbs = text.lines().filter(|line| !line.starts_with('#')).count();
            sizes_of_all.insert("infinitive".to_owned(), verbs);
        } else if has_ending(&file, "toml") {
            sizes_of_all.extend(sizes(&file, &text));
        }
    }
    let least = [
        (&["cue-verb"][..], 400),
        (&["agency"], 60),
        (&["media"], 200),
        (&["role", "collective"], 400),
        (&["country"], 200),
        (&["seat"], 60),
        (&["first-name"], 1000),
        (&["infinitive"], 5000),
        (&["construction"], 45),
    ];
    for (tables, least) in least {
        let size: usize = tables
            .iter()
            .map(|table| sizes_of_all.get(*table).copied().unwrap_or_default())
            .sum();
        assert!(
            size >= least,
            "{tables:?}: expected {least} rows, found {size}"
        );
    }
}

#[test]
fn knows_a_row_from_other_lines() {
    assert_eq!(key("\"d'après\" = { kind = \"x\" }"), Some("d'après"));
    assert_eq!(
        key("20-minutes = { name = \"20 Minutes\" }"),
        Some("20-minutes")
    );
    assert_eq!(key("# \"a\" and b = { } are keys"), None);
    assert_eq!(key(""), None);
}
