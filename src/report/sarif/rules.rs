//! The tool and its rules, as a SARIF log describes them.
//!
//! In: a language. Out: the driver with one descriptor a rule, in the order of [`RULES`]; that of `QUO001` explains what becomes of
//! « Le pont tiendra, a-t-il dit.

use serde::Serialize;

use super::level;
use crate::audit::{RULES, Rule};
use crate::catalogue::Lang;

#[derive(Serialize)]
pub(super) struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    help: Text,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
    enabled: bool,
}

/// Describes the program.
pub(super) fn driver(lang: Lang) -> Driver {
    Driver {
        name: "selon",
        version: env!("CARGO_PKG_VERSION"),
        rules: RULES.iter().map(|rule| descriptor(rule, lang)).collect(),
    }
}

fn descriptor(rule: &Rule, lang: Lang) -> Descriptor {
    let parts: Vec<_> = rule
        .page(lang)
        .map(|(head, text)| format!("{head}\n\n{text}"))
        .collect();
    Descriptor {
        id: rule.code,
        short_description: Text {
            text: rule.title(lang).to_owned(),
        },
        help: Text {
            text: parts.join("\n\n"),
        },
        default_configuration: Configuration {
            level: level(rule.level),
            enabled: rule.on,
        },
    }
}
