//! `cargo xtask bindings`: the page's types, generated from the Rust types that cross to it.
//!
//! ts-rs writes a type from a test that its derive makes, named `export_bindings_…`. These tests are run in
//! one process per crate, because two processes could write the same file at once.

use std::path::Path;

use crate::files;
use crate::process::{Outcome, Problem, cargo, output};

/// How the generated tests are called; the other test runs leave them out.
pub(crate) const GENERATED_TESTS: &str = "export_bindings_";

const COMMITTED: &str = "ui/src/api/types";
const FRESH: &str = "target/bindings";

/// Writes the types, or with `--check` fails when the committed ones are not what Rust says.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err(Problem::new("the only option is --check")),
    };
    generate(root)?;
    if check { compare(root) } else { write(root) }
}

fn generate(root: &Path) -> Outcome {
    let fresh = root.join(FRESH);
    files::fresh_folder(&fresh)?;
    // The whole workspace with the same features as in the tests, so that nothing is compiled a second time.
    let mut tests = cargo(root);
    tests.args(["test", "--workspace", "--lib", "--", GENERATED_TESTS]).env("TS_RS_EXPORT_DIR", &fresh);
    let (well, report) = output(&mut tests)?;
    if well { Ok(()) } else { Err(Problem::new(format!("the types could not be generated:\n{report}"))) }
}

fn compare(root: &Path) -> Outcome {
    let stale = files::differences(&root.join(FRESH), &root.join(COMMITTED))?;
    if stale.is_empty() {
        println!("{COMMITTED} is what Rust says.");
        return Ok(());
    }
    let names: Vec<String> = stale.iter().map(|path| format!("    {}", path.display())).collect();
    Err(Problem::new(format!(
        "{COMMITTED} is stale; run `cargo xtask bindings` and commit what it changes:\n{}",
        names.join("\n")
    )))
}

fn write(root: &Path) -> Outcome {
    let changed = files::mirror(&root.join(FRESH), &root.join(COMMITTED))?;
    for path in &changed {
        println!("    {COMMITTED}/{}", path.display());
    }
    println!("{} of the page's types changed.", changed.len());
    Ok(())
}
