//! `cargo xtask bindings`: the page's types, generated from the Rust types that cross to it.
//!
//! ts-rs writes a type from a test that its derive makes, named `export_bindings_…`, each into a file of its own: it
//! could write several into one, but only from one process, and every crate has its own. [`join`] makes one file of
//! each folder that the types name by `export_to`.

mod join;

use std::path::Path;

use crate::files;
use crate::process::{Outcome, Problem, cargo, output};
use crate::tasks::test::REHEARSAL;

/// How the generated tests are called; the other test runs leave them out.
pub(crate) const GENERATED_TESTS: &str = "export_bindings_";

const COMMITTED: &str = "ui/src/api/types";
/// A file for each type.
const SINGLE: &str = "target/bindings";
/// A file for each folder of them.
const FRESH: &str = "target/bindings-joined";

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
    let (single, fresh) = (root.join(SINGLE), root.join(FRESH));
    files::fresh_folder(&single)?;
    files::fresh_folder(&fresh)?;
    // The whole workspace with the same features as in the tests, so that nothing is compiled a second time.
    let mut tests = cargo(root);
    tests.args(["test", "--workspace"]).args(REHEARSAL).args(["--lib", "--", GENERATED_TESTS]);
    tests.env("TS_RS_EXPORT_DIR", &single);
    let (well, report) = output(&mut tests)?;
    if !well {
        return Err(Problem::new(format!("the types could not be generated:\n{report}")));
    }
    let mut types = Vec::new();
    for inside in files::under(&single)? {
        let text = files::read(&single.join(&inside))?;
        // What is written by a test of ours is whole already.
        if inside.extension().is_some_and(|ending| ending == "js") {
            files::write(&fresh.join(inside), text.as_bytes())?;
        } else {
            types.push((inside, text));
        }
    }
    for (name, text) in join::join(&types)? {
        files::write(&fresh.join(name), text.as_bytes())?;
    }
    Ok(())
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
    println!("{} of the files of the page's types changed.", changed.len());
    Ok(())
}
