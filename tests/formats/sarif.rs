//! SARIF: logs that tools for review can read.
//!
//! In: articles such as one with « Le pont tiendra » between marks that do not close. Out: logs that hold to a schema.
//!
//! The schema here describes the parts of SARIF 2.1.0 that `selon` writes, and forbids all others.

use serde_json::{Value, json};

use super::{audit, desk, hold_json, json as read};

/// The parts of SARIF 2.1.0 that are written, with what the standard asks of them.
fn schema() -> Value {
    let object = |required: &[&str], properties: Value| json!({"type": "object", "required": required, "properties": properties, "additionalProperties": false});
    let list = |items: Value| json!({"type": "array", "items": items});
    let positive = json!({"type": "integer", "minimum": 1});
    let text = object(&["text"], json!({"text": {"type": "string"}}));
    let level = json!({"enum": ["none", "note", "warning", "error"]});
    let region = object(
        &["startLine"],
        json!({"startLine": positive, "startColumn": positive, "endLine": positive, "endColumn": positive}),
    );
    let physical = object(
        &["artifactLocation"],
        json!({
            "artifactLocation": object(&["uri"], json!({"uri": {"type": "string", "pattern": "^[!-~]+$"}})),
            "region": region,
        }),
    );
    let logical = object(&[], json!({"fullyQualifiedName": {"type": "string"}}));
    let location = object(
        &[],
        json!({"physicalLocation": physical, "logicalLocations": list(logical)}),
    );
    let suppression = object(
        &["kind"],
        json!({"kind": {"enum": ["inSource", "external"]}, "justification": {"type": "string"}}),
    );
    let mut result = object(
        &["message"],
        json!({
            "ruleId": {"type": "string"},
            "ruleIndex": {"type": "integer", "minimum": 0},
            "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
            "level": level,
            "message": text,
            "locations": list(location),
            "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
            "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
            "suppressions": list(suppression),
        }),
    );
    // Only a failure has a level.
    result["if"] = json!({"properties": {"kind": {"not": {"const": "fail"}}}});
    result["then"] = json!({"properties": {"level": {"const": "none"}}});
    let rule = object(
        &["id"],
        json!({
            "id": {"type": "string"},
            "shortDescription": text,
            "help": text,
            "defaultConfiguration": object(&[], json!({"level": level, "enabled": {"type": "boolean"}})),
        }),
    );
    let driver = object(
        &["name"],
        json!({"name": {"type": "string"}, "version": {"type": "string"}, "rules": list(rule)}),
    );
    let run = object(
        &["tool"],
        json!({
            "tool": object(&["driver"], json!({"driver": driver})),
            "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            "language": {"type": "string", "pattern": "^[a-z]{2}$"},
            "results": list(result),
        }),
    );
    object(
        &["version", "runs"],
        json!({"version": {"const": "2.1.0"}, "$schema": {"type": "string"}, "runs": list(run)}),
    )
}

/// Holds that a log is what the schema says.
pub(super) fn sound(log: &Value) {
    let schema = jsonschema::validator_for(&schema()).expect("the schema is a schema");
    let told: Vec<_> = schema
        .iter_errors(log)
        .map(|error| error.to_string())
        .collect();
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn writes_a_log_that_holds_to_the_schema() {
    let mut log = read(&audit(
        &desk("sarif"),
        &["--format", "sarif", "--lang", "fr"],
    ));
    sound(&log);
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    for result in log["runs"][0]["results"]
        .as_array()
        .expect("results are a list")
    {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    // Rules and version change with every release.
    log["runs"][0]["tool"]["driver"] = json!({});
    for result in log["runs"][0]["results"]
        .as_array_mut()
        .expect("results are a list")
    {
        result["ruleIndex"] = json!("[index]");
    }
    hold_json("sarif", &log);
}

#[test]
fn writes_a_log_of_nothing() {
    let run = desk("sarif-none").selon(&["audit", "none.txt", "--format", "sarif"]);
    assert_eq!(run.code, Some(2));
    let log = read(&run);
    sound(&log);
    assert_eq!(log["runs"][0]["results"], json!([]));
}

#[test]
fn keeps_known_remarks_as_unchanged_and_those_set_aside_with_the_reason() {
    let desk = desk("sarif-known");
    let results = |arguments: &[&str]| {
        let log = read(&audit(&desk, &[&["--format", "sarif"], arguments].concat()));
        sound(&log);
        log["runs"][0]["results"]
            .as_array()
            .expect("results are a list")
            .clone()
    };
    assert!(
        results(&[])
            .iter()
            .all(|result| result["baselineState"].is_null())
    );
    audit(
        &desk,
        &["--write-baseline", "known.json", "--ignore", "QUO002"],
    );
    let states = |found: &[Value]| -> Vec<String> {
        found
            .iter()
            .map(|result| format!("{} {}", result["ruleId"], result["baselineState"]))
            .collect()
    };
    assert_eq!(
        states(&results(&["--baseline", "known.json"])),
        [
            "\"QUO002\" \"new\"",
            "\"MOD001\" \"unchanged\"",
            "\"QUO001\" \"unchanged\""
        ]
    );
    let print = results(&[])[0]["partialFingerprints"]["selon/v1"].clone();
    desk.file(
        "mine.toml",
        format!("[[suppress]]\nfingerprint = {print}\nreason = \"relu\"\n"),
    );
    let fixed = [
        "audit",
        "le pont.txt",
        "--config",
        "mine.toml",
        "--format",
        "sarif",
        "--select",
        "MOD001",
    ];
    let log = read(&desk.selon(&fixed));
    sound(&log);
    let result = &log["runs"][0]["results"][0];
    assert_eq!(
        result["suppressions"],
        json!([{"kind": "external", "justification": "relu"}])
    );
}
