//! `cargo xtask bench`: measurements are printed beside their budgets by the bench program itself. They are
//! never tests, because a busy machine would fail them for nothing.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::package;
use crate::files;
use crate::page::Page;
use crate::process::{self, Outcome, Problem, cargo};
use crate::setup::{TEST, prepare};

/// What is measured of the window: its ratios to an empty one, what grows in an hour, and what would make WebKit lighter.
/// Each is asked for by its whole name.
const WINDOW: &[&str] = &["window", "soak", "lighter"];
const EMPTY_WINDOW: &[&str] = &["--example", "empty-window"];
/// Every measurement chooses the same packages, so that nothing is compiled twice.
const CHOSEN: &[&str] =
    &["--package", "pps-tests", "--package", "pps-workplace", "--features", "pps-workplace/custom-protocol"];
/// Where the last figures are read.
const KEPT: &str = "docs/measurements.md";

/// Runs the measurements; further words are handed on to choose some of them. What was measured whole is kept in
/// `docs/measurements.md`, so that the document says what the program did last and not what somebody remembers.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    let lines = measured(root, words)?;
    match words.iter().find(|word| WINDOW.contains(&word.as_str())) {
        Some(part) => keep(root, part, &lines),
        None if words.is_empty() => keep(root, "records", &lines),
        None => Ok(()),
    }
}

/// Measures what was asked for; a window is the very program that is packed.
fn measured(root: &Path, words: &[String]) -> Outcome<Vec<String>> {
    prepare(&[TEST])?;
    Page::prepare(root)?.build()?;
    let mut measure = cargo(root);
    if words.iter().any(|word| WINDOW.contains(&word.as_str())) {
        let built = package::build(root)?;
        process::run(cargo(root).args(["build", "--profile", "bench"]).args(CHOSEN).args(EMPTY_WINDOW))?;
        let program = |name: &str| built.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        measure.env("PPS_WINDOW", program("pps-workplace"));
        measure.env("PPS_EMPTY_WINDOW", program("examples/empty-window"));
    }
    measure.arg("bench").args(CHOSEN).args(["--bench", "budgets", "--"]).args(words);
    told(&mut measure)
}

/// Runs a measurement, shows its lines as they come and gives them.
fn told(command: &mut Command) -> Outcome<Vec<String>> {
    let not_run = |fault: std::io::Error| Problem::new(format!("the measurement did not run: {fault}"));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(not_run)?;
    let mut lines = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(not_run)?;
            println!("{line}");
            lines.push(line);
        }
    }
    let status = child.wait().map_err(not_run)?;
    if status.success() { Ok(lines) } else { Err(Problem::new(format!("the measurement failed ({status})"))) }
}

/// Puts the lines of a part in place of those that were measured before.
fn keep(root: &Path, part: &str, lines: &[String]) -> Outcome {
    let path = root.join(KEPT);
    let text = files::read(&path)?;
    let Some(kept) = replaced(&text, part, lines) else {
        println!("{KEPT} has no place for «{part}», so the figures are not kept there.");
        return Ok(());
    };
    files::write(&path, kept.as_bytes())?;
    println!("The figures are in {KEPT}; look at them before you commit it.");
    Ok(())
}

/// The document with other lines between the marks of a part; none where it has no such marks.
fn replaced(text: &str, part: &str, lines: &[String]) -> Option<String> {
    let (begin, end) = (format!("<!-- measured: {part} -->"), "<!-- end -->");
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(end)?;
    let lines = lines.join("\n");
    Some(format!("{before}{begin}\n\n```text\n{}\n```\n\n{end}{after}", lines.trim()))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn the_figures_of_one_part_take_the_place_of_the_earlier_ones() {
        let text = "# A\n<!-- measured: soak -->\nold\n<!-- end -->\nb\n<!-- measured: window -->\nkept\n<!-- end -->\n";
        let kept = replaced(text, "soak", &["x 1".to_owned(), "y 2".to_owned()]).unwrap();
        assert!(
            kept.contains("<!-- measured: soak -->\n\n```text\nx 1\ny 2\n```\n\n<!-- end -->\nb"),
            "{kept}"
        );
        assert!(kept.contains("kept") && !kept.contains("old"));
        assert_eq!(replaced(text, "records", &[]), None);
    }
}
