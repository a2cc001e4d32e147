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

/// The text in the order of the file.
pub(crate) fn raw(bytes: &[u8]) -> String {
    run("pdftotext", &["-raw"], bytes, &["-"])
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

/// The bookmarks, as the tool prints the whole structure.
pub(crate) fn outline(bytes: &[u8]) -> String {
    let json = run("qpdf", &["--json", "--json-key=outlines"], bytes, &[]);
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    parsed["outlines"].to_string()
}

/// The text of all pages without page numbers, line ends and hyphens.
pub(crate) fn squeezed(bytes: &[u8]) -> String {
    // The order of the file: pdftotext's own guess takes a short last line for a column of its own.
    let all = raw(bytes);
    let pages = all.split('\u{C}').enumerate().map(|(index, page)| {
        let number = format!("{}\n", index + 1);
        squeeze(page.strip_prefix(&number).unwrap_or(page))
    });
    pages.collect()
}

/// A text without spaces and hyphens, since words are parted at the ends of lines.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{AD}' | '\u{2010}' | '\u{200B}'))
        .collect()
}

/// All words of a file, whole lines taken together.
pub(crate) fn words(bytes: &[u8]) -> std::collections::HashSet<String> {
    let text = raw(bytes);
    let joined = text.replace("-\n", "").replace("\u{AD}\n", "");
    joined.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

/// Whether every word lies inside the sheet's margins.
pub(crate) fn inside_margins(bytes: &[u8]) -> bool {
    let boxes = run("pdftotext", &["-bbox"], bytes, &["-"]);
    let number = |line: &str, name: &str| -> f64 {
        let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let mut width = 0.0;
    boxes.lines().all(|line| {
        if line.contains("<page") {
            width = number(line, "width");
        }
        // 30 mm at the left, 10 mm at the right; a comma may hang into the margin.
        !line.contains("<word") || number(line, "xMin") > 84.0 && number(line, "xMax") < width - 22.0
    })
}

/// The first page as a picture.
pub(crate) fn render(bytes: &[u8]) -> image::DynamicImage {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("page.pdf");
    std::fs::write(&pdf, bytes).unwrap();
    let status = Command::new("pdftoppm")
        .args(["-r", "50", "-png", "-singlefile"])
        .args([&pdf, &folder.path().join("page")])
        .status()
        .unwrap();
    assert!(status.success());
    image::open(folder.path().join("page.png")).unwrap()
}
