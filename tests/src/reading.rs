//! Reading a paper as a person would: what stands on its pages, in which order.

use std::io::Write;
use std::process::{Command, Stdio};

/// The text of one page.
pub type Page = String;

/// The text of each page of a PDF, in reading order, by pdftotext.
///
/// # Panics
/// The bytes are no PDF, or pdftotext is not installed (`cargo xtask test` installs it).
#[must_use]
pub fn pages(pdf: &[u8]) -> Vec<Page> {
    read(pdf, &[])
}

fn read(pdf: &[u8], order: &[&str]) -> Vec<Page> {
    let mut child = Command::new("pdftotext")
        .args(order)
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is installed");
    let mut stdin = child.stdin.take().expect("a pipe");
    let bytes = pdf.to_vec();
    let writing = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().expect("pdftotext ends");
    writing.join().expect("the writer ends").expect("pdftotext reads all");
    assert!(output.status.success(), "pdftotext refused the paper");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut pages: Vec<Page> = text.split('\u{c}').map(str::to_owned).collect();
    // Each page ends with a form feed, so what follows the last one is no page.
    pages.pop();
    pages
}

/// The whole text on one line: line ends and non-breaking spaces are spaces, words that were divided at the end
/// of a line are whole again.
#[must_use]
pub fn text(pdf: &[u8]) -> String {
    on_one_line(&pages(pdf))
}

/// The same in the order of the file: a row of a table stands together, whatever its height.
#[must_use]
pub fn rows(pdf: &[u8]) -> String {
    on_one_line(&read(pdf, &["-raw"]))
}

fn on_one_line(pages: &[Page]) -> String {
    let whole = pages.join("\n");
    let whole = whole.replace("\u{ad}\n", "").replace('\u{ad}', "");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text, so that two texts can be compared whatever their lines.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
