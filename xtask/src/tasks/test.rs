//! `cargo xtask test`: all that CI checks, in the order in which a mistake is found soonest.

use std::fmt;
use std::path::Path;

use super::bindings;
use crate::files;
use crate::page::Page;
use crate::process::{self, Outcome, Problem, cargo};
use crate::setup::{BUILD, DENY, NEXTEST, TEST, prepare};
use crate::steps::Steps;
use crate::tally::Tally;
use crate::tidy;

/// Dialogs that answer by themselves, for the window's tests; what is shipped lacks them.
pub(super) const REHEARSAL: &[&str] = &["--features", "pps-workplace/rehearsal"];

/// Runs every check, however many fail, and ends with one line of figures.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    if !words.is_empty() {
        return Err(Problem::new("it takes no options; docs/testing.md says how to run one test"));
    }
    let mut steps = Steps::new();
    let mut counted = Counted::default();
    let mut page = None;

    if steps.step("set-up", || prepare(&[BUILD, TEST])) {
        steps.step("rustfmt", || process::run(cargo(root).args(["fmt", "--all", "--check"])));
        steps.step("tidy", || tidy::run(root, &[]));
        steps.step("page: libraries", || Page::prepare(root).map(|prepared| page = Some(prepared)));
    }
    let built = page.is_some_and(|page| check_page(&page, &mut steps, &mut counted));
    if built {
        steps.step("licences and sources", || check_licences(root));
        steps.step("clippy", || clippy(root));
        steps.step("generated types", || bindings::run(root, &["--check".into()]));
        steps.step("tests", || nextest(root, "not (binary(window) or binary(hand))", &mut counted.rust));
        steps.step("tests of the window", || {
            nextest(root, "binary(window) or binary(hand)", &mut counted.window)
        });
        if has_doc_tests(root)? {
            steps.step("doc tests", || process::run(cargo(root).args(["test", "--workspace", "--doc"])));
        }
    } else {
        // The program embeds the page, so without a page nothing of Rust compiles.
        steps.skip("everything in Rust");
    }

    // The figures are the last line, whether all is well or not.
    match steps.finish() {
        Ok(()) => {
            println!("in the real window: {}", counted.window.unwrap_or_default());
            println!("{counted}");
            Ok(())
        }
        Err(problem) => Err(Problem::new(format!("{problem}\n{counted}"))),
    }
}

/// What was counted; nothing where the tests did not come to run, which is not the same as no failure.
#[derive(Default)]
struct Counted {
    page: Option<Tally>,
    rust: Option<Tally>,
    window: Option<Tally>,
}

impl fmt::Display for Counted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [self.page, self.rust, self.window].into_iter().flatten();
        write!(out, "{}", all.fold(Tally::default(), Tally::and))?;
        for (part, name) in [(self.page, "the page"), (self.rust, "Rust"), (self.window, "the window")] {
            if part.is_none() {
                write!(out, "; the tests of {name} did not run")?;
            }
        }
        Ok(())
    }
}

fn check_page(page: &Page, steps: &mut Steps, counted: &mut Counted) -> bool {
    steps.step("page: types", || page.check_types());
    steps.step("page: eslint", || page.lint());
    steps.step("page: prettier", || page.check_format());
    steps.step("page: tests", || {
        let tally = page.test()?;
        counted.page = Some(tally);
        if tally.failed == 0 { Ok(()) } else { Err(Problem::new(format!("{tally}"))) }
    });
    steps.step("page: build", || page.build())
}

fn check_licences(root: &Path) -> Outcome {
    let mut deny = DENY.command(root)?;
    process::run(deny.args([
        "--log-level",
        "warn",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]))
}

fn clippy(root: &Path) -> Outcome {
    let mut clippy = cargo(root);
    clippy.args(["clippy", "--workspace", "--all-targets", "--quiet"]).args(REHEARSAL);
    process::run(clippy.args(["--", "-D", "warnings"]))
}

/// Runs the tests that a filter of nextest names, and counts them.
fn nextest(root: &Path, which: &str, counted: &mut Option<Tally>) -> Outcome {
    let mut nextest = NEXTEST.command(root)?;
    nextest.args(["run", "--workspace", "--no-fail-fast", "--color", "never", "--status-level", "slow"]);
    nextest
        .args(REHEARSAL)
        .args(["--final-status-level", "fail", "-E"])
        .arg(format!("{which} and not test(/{}/)", bindings::GENERATED_TESTS));
    let outcome = process::watch(&mut nextest, |line| *counted = Tally::of_nextest(line).or(*counted));
    match *counted {
        Some(tally) if tally.failed > 0 => Err(Problem::new(format!("{tally}"))),
        Some(_) => outcome,
        None => outcome.and(Err(Problem::new("cargo-nextest did not say how many tests passed"))),
    }
}

/// Doc tests are built one by one and slowly, so cargo is asked for them only where there are any.
fn has_doc_tests(root: &Path) -> Outcome<bool> {
    let sources = root.join("src-tauri");
    for path in files::under(&sources)? {
        if path.extension().is_some_and(|ending| ending == "rs")
            && doc_test_in(&files::read(&sources.join(path))?)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a doc comment opens a block that rustdoc would run.
fn doc_test_in(source: &str) -> bool {
    let mut inside = false;
    for line in source.lines() {
        let line = line.trim_start();
        let Some(text) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) else {
            inside = false;
            continue;
        };
        let Some(language) = text.trim().strip_prefix("```") else { continue };
        let runs = language.split(',').all(|word| {
            matches!(word.trim(), "" | "rust" | "should_panic" | "no_run" | "compile_fail" | "edition2024")
        });
        if !inside && runs {
            return true;
        }
        inside = !inside;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Counted, Tally, doc_test_in};

    #[test]
    fn tests_that_did_not_run_are_not_passed_over_in_silence() {
        let page = Some(Tally { passed: 2, failed: 0 });
        let rust = Some(Tally { passed: 40, failed: 1 });
        let window = Some(Tally { passed: 3, failed: 0 });
        assert_eq!(Counted { page, rust, window }.to_string(), "45 passed, 1 failed");
        let halved = Counted { page, rust: None, window: None }.to_string();
        let missing = "; the tests of Rust did not run; the tests of the window did not run";
        assert_eq!(halved, format!("2 passed, 0 failed{missing}"));
    }

    #[test]
    fn only_blocks_that_rustdoc_runs_count_as_doc_tests() {
        assert!(doc_test_in("/// ```\n/// let x = 1;\n/// ```\nfn f() {}"));
        assert!(doc_test_in("//! ```rust,should_panic\n//! ```"));
        assert!(doc_test_in("    /// ```no_run\n    /// ```"));
        assert!(!doc_test_in("/// ```text\n/// a picture\n/// ```"));
        assert!(!doc_test_in("/// ```json\n/// {}\n/// ```\n/// ```rust,ignore\n/// ```"));
        assert!(!doc_test_in("// ```\nfn f() {}"));
    }
}
