//! A hostile article: everything that a table, a page or a log might obey.
//!
//! In: an article whose words, title and outlet are formulas, tags and control characters, and one of 10,000 nested marks such as
//! « « « …. Out: documents in which they are words, and nothing but words.

use selon::catalogue::Lang;
use selon::report::claims::Claims;
use selon::report::concise::Concise;
use selon::report::csv::{Csv, Dialect};
use selon::report::format::Format;
use selon::report::json::Json;
use selon::report::markdown::Markdown;
use selon::report::sarif::Sarif;
use selon::report::text::Page;
use selon::report::webannotation::WebAnnotation;
use selon::report::xlsx::Xlsx;
use selon::report::{Audited, Tally};
use serde_json::Value;

use super::{part, sarif};
use crate::desk::Desk;

/// What must stay words.
const HOSTILE: &str = "=HYPERLINK(\"http://mal.example\";\"ici\")";

fn desk(name: &str) -> Desk {
    let desk = Desk::new(&format!("hostile-{name}"));
    let text = format!(
        "{HOSTILE}\n\n=1+1 »\n\n+33 »\n\n@A1 »\n\n-2+3 »\n\n\t=2 »\n\n</script><script>alert(1)</script> «\n\n\
         {{{{ 7*7 }}}}{{% raw %}} «\n\nUn\u{1}deux\u{7}trois\u{1b}[31m\u{202e} «\n\n« </style><img src=x onerror=alert(1)>, a dit le maire.\n",
    );
    let line = serde_json::json!({
        "id": HOSTILE, "title": HOSTILE, "outlet": "\r\n=1;\"\u{0b}", "published": "@SUM(A1)",
        "url": "javascript:alert(1)", "text": text,
    });
    desk.file("feed.jsonl", format!("{line}\n"));
    desk
}

fn audit(desk: &Desk, format: &str) -> String {
    let fixed = [
        "audit",
        "feed.jsonl",
        "--isolated",
        "--fail-on",
        "never",
        "--lang",
        "fr",
        "--select",
        "ALL",
        "--group",
        "g",
    ];
    let run = desk.selon(&[&fixed[..], &["--format", format]].concat());
    assert!(
        run.code == Some(0) || format == "hypothesis",
        "{}",
        run.complaint
    );
    run.out
}

/// Splits a table into its cells.
fn cells(table: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(table.as_bytes());
    let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|row| cells(row.expect("every row has all cells")))
        .collect()
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let desk = desk("csv");
    let table = audit(&desk, "csv");
    let rows = cells(&table, b';');
    assert!(rows.len() > 4, "{table}");
    for cell in rows.iter().flatten() {
        let first = cell.trim_start().chars().next().unwrap_or('a');
        assert!(!"=+-@\t\r".contains(first), "{cell}");
        assert!(!cell.chars().any(char::is_control), "{cell:?}");
    }
    assert_eq!(table.matches("\r\n").count(), rows.len() + 1);
}

#[test]
fn no_cell_of_a_workbook_is_a_formula_or_a_link() {
    let desk = desk("xlsx");
    let fixed = [
        "audit",
        "feed.jsonl",
        "--isolated",
        "--fail-on",
        "never",
        "--select",
        "ALL",
        "--format",
        "xlsx",
        "-o",
        "out.xlsx",
    ];
    let run = desk.selon(&fixed);
    assert_eq!(run.code, Some(0), "{}", run.complaint);
    let book = std::fs::read(desk.path("out.xlsx")).expect("the workbook is there");
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    assert!(
        !sheet.contains("<f>") && !sheet.contains("hyperlink"),
        "{sheet}"
    );
    let words = part(&book, "xl/sharedStrings.xml");
    assert!(
        words.contains("=HYPERLINK(") && !words.contains("<script"),
        "{words}"
    );
    assert!(
        !words.chars().any(|c| c.is_control() && c != '\n'),
        "{words:?}"
    );
}

#[test]
fn structured_formats_keep_hostile_words_as_words() {
    let desk = desk("json");
    for format in ["json", "webannotation", "claims", "sarif"] {
        let read: Value = serde_json::from_str(&audit(&desk, format)).expect("the output is JSON");
        if format == "sarif" {
            sarif::sound(&read);
        } else {
            assert!(read.to_string().contains("<img src=x"), "{format}");
        }
        if format != "json" {
            // An address is one of the web, or a relative one.
            assert!(!read.to_string().contains("\"javascript:"), "{format}");
        }
    }
    assert_eq!(audit(&desk, "hypothesis"), "");
}

#[test]
fn a_line_a_remark_stays_one_and_gives_no_order_to_the_terminal() {
    let desk = desk("concise");
    let lines = audit(&desk, "concise");
    assert!(lines.lines().count() > 4, "{lines}");
    assert!(
        lines
            .lines()
            .all(|line| line.starts_with("feed.jsonl · =HYPERLINK")),
        "{lines}"
    );
    assert!(
        !lines.chars().any(|c| c.is_control() && c != '\n'),
        "{lines:?}"
    );
}

#[test]
fn reports_for_people_give_no_order_to_the_terminal() {
    let desk = desk("text");
    for format in ["text", "markdown"] {
        let report = audit(&desk, format);
        assert!(report.contains("HYPERLINK"), "{report}");
        assert!(
            !report
                .chars()
                .any(|c| c.is_control() && c != '\n' || c == '\u{202e}'),
            "{report:?}"
        );
    }
    assert!(!audit(&desk, "markdown").contains("<script"));
}

#[test]
fn a_template_escapes_and_does_not_read_the_article_as_a_template() {
    let desk = desk("template");
    desk.file(
        "t.html",
        "{% for report in reports %}{% for finding in report.findings %}<li>{{ finding.span.text }}</li>{% endfor %}\
         {% for claim in report.claims %}<li>{{ claim.content[0].text }}</li>{% endfor %}{{ report.article.title }}{% endfor %}",
    );
    let page = audit(&desk, "template:t.html");
    for tag in ["<script", "<img", "</style"] {
        assert!(!page.contains(tag), "{page}");
    }
    assert!(page.contains("=HYPERLINK"), "{page}");
}

#[test]
fn ten_thousand_nested_marks_are_told_in_every_format() {
    let text = format!("{} a dit le maire.\n", "« a ".repeat(10_000));
    let report = crate::corpus::report("nested.txt", &text);
    assert!(report.findings.len() > 1_000, "{}", report.findings.len());
    let audited = Audited::new(&text, report);
    let lang = Lang::Fr;
    let dialect = Dialect::Fr;
    let formats: [&dyn Format; 9] = [
        &Page::new(80, false, lang),
        &Concise,
        &Markdown { lang },
        &Json,
        &Csv { lang, dialect },
        &WebAnnotation { lang },
        &Claims { lang },
        &Sarif { lang },
        &Xlsx { lang },
    ];
    for (at, format) in formats.iter().enumerate() {
        let (mut article, mut whole) = (Vec::new(), Vec::new());
        format.article(&audited, &mut article);
        let mut document = format.document(&mut whole);
        document.push(&article).expect("memory can be written");
        document
            .finish(&Tally::of(&audited.report))
            .expect("memory can be written");
        // A workbook is compressed, and nobody is named who could have claimed something.
        let least = match at {
            6 => 10,
            8 => 10_000,
            _ => 100_000,
        };
        assert!(whole.len() > least, "{at}: {}", whole.len());
    }
}
