//! Reads finished files with the tools that a reviewer has at hand.

use std::process::Command;

use chrono::NaiveDate;
use pps_documents::Paper;
use tempfile::NamedTempFile;

pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 20).unwrap()
}

pub(crate) fn pdf(paper: &Paper) -> Vec<u8> {
    match paper.pdf(day()) {
        Ok(bytes) => bytes,
        Err(error) => panic!("{error} {error:?}"),
    }
}

fn run(tool: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> String {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let output = Command::new(tool)
        .args(before)
        .arg(file.path())
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{tool} must be installed (poppler-utils, qpdf): {error}"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text in reading order.
pub(crate) fn text(bytes: &[u8]) -> String {
    run("pdftotext", &[], bytes, &["-"])
}

/// The text as it lies on the sheet.
pub(crate) fn layout(bytes: &[u8]) -> String {
    run("pdftotext", &["-layout"], bytes, &["-"])
}

pub(crate) fn pages(bytes: &[u8]) -> Vec<String> {
    let all = layout(bytes);
    let mut pages: Vec<String> = all.split('\u{C}').map(str::to_owned).collect();
    pages.pop();
    pages
}

pub(crate) fn fonts(bytes: &[u8]) -> String {
    run("pdffonts", &[], bytes, &[])
}

pub(crate) fn info(bytes: &[u8]) -> String {
    run("pdfinfo", &[], bytes, &[])
}

pub(crate) fn check(bytes: &[u8]) -> String {
    run("qpdf", &["--check"], bytes, &[])
}
