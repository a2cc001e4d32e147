//! `cargo xtask bench`: measurements are printed beside their budgets by the bench program itself. They are
//! never tests, because a busy machine would fail them for nothing.

use std::path::Path;

use crate::process::{self, Outcome, cargo};
use crate::setup::{BUILD, prepare};

/// Runs the measurements; further words are handed on to choose some of them.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    prepare(&[BUILD])?;
    process::run(cargo(root).args(["bench", "--package", "pps-tests", "--"]).args(words))
}
