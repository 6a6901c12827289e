//! The `selon` program: `selon audit article.txt` tells who says what in « Selon KCNA, le tir a eu lieu vendredi. »
//!
//! In: the command line. Out: the report, and an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    selon::cli::run()
}
