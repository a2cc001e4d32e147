//! `cargo xtask fuzz`: every target of `tests/fuzz` for a minute, with other changes of its corpus each time. What breaks
//! is kept as a file of the corpus, which every later run of the tests reads.

use std::path::Path;

use super::test::REHEARSAL;
use crate::page::Page;
use crate::process::{self, Outcome, Problem};
use crate::setup::{BUILD, NEXTEST, TEST, prepare};

const MINUTE: &str = "60";

/// Runs all targets, or the one that is named; a further word is the number of seconds.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    let (target, seconds) = match words {
        [] => (None, MINUTE),
        [target] => (Some(target), MINUTE),
        [target, seconds] => (Some(target), seconds.as_str()),
        _ => return Err(Problem::new("it takes the name of a target and a number of seconds")),
    };
    prepare(&[BUILD, TEST])?;
    Page::prepare(root)?.build()?;
    let which = match target {
        Some(target) => format!("binary(fuzz) and test(targets::{target})"),
        None => "binary(fuzz)".to_owned(),
    };
    let mut nextest = NEXTEST.command(root)?;
    nextest.args([
        "run",
        "--workspace",
        "--no-fail-fast",
        "--color",
        "never",
        "--success-output",
        "immediate",
    ]);
    nextest.args(REHEARSAL).args(["-E", &which]);
    process::run(nextest.env("PPS_FUZZ_SECONDS", seconds))
}
