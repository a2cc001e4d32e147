//! `cargo xtask bench`: measurements are printed beside their budgets by the bench program itself. They are
//! never tests, because a busy machine would fail them for nothing.

use std::path::Path;

use crate::page::Page;
use crate::process::{self, Outcome, cargo};
use crate::setup::{BUILD, TEST, prepare};

/// What is measured of the window: its ratios to an empty one, what grows in an hour, and what would make WebKit lighter.
/// Each is asked for by its whole name.
const WINDOW: &[&str] = &["window", "soak", "lighter"];
/// Both commands for the window choose the same packages, so that nothing is compiled twice.
const WITH_WINDOW: &[&str] =
    &["--package", "pps-tests", "--package", "pps-workplace", "--features", "pps-workplace/custom-protocol"];

/// Runs the measurements; further words are handed on to choose some of them.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    prepare(&[BUILD])?;
    if words.iter().any(|word| WINDOW.contains(&word.as_str())) {
        return window(root, words);
    }
    process::run(cargo(root).args(["bench", "--package", "pps-tests", "--"]).args(words))
}

/// Builds our window and the empty one as they are shipped, and measures them.
fn window(root: &Path, words: &[String]) -> Outcome {
    prepare(&[TEST])?;
    Page::prepare(root)?.build()?;
    let programs = ["--bin", "pps-workplace", "--example", "empty-window"];
    process::run(cargo(root).args(["build", "--profile", "bench"]).args(WITH_WINDOW).args(programs))?;
    let built = root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()));
    let program = |name: &str| built.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let mut measure = cargo(root);
    measure
        .env("PPS_WINDOW", program("pps-workplace"))
        .env("PPS_EMPTY_WINDOW", program("examples/empty-window"))
        .arg("bench")
        .args(WITH_WINDOW)
        .args(["--bench", "budgets", "--"])
        .args(words);
    process::run(&mut measure)
}
