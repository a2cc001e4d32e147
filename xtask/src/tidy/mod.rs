//! `cargo xtask tidy`: the rules of `docs/architecture.md` that the compiler cannot see.
//!
//! Each rule is a pure function of text, so that its tests can show that it is able to fail.

mod crates;
mod page;
mod rust;
mod source;
mod windows;

use std::fmt;
use std::path::Path;

use crate::files;
use crate::process::{Outcome, Problem};

/// A file read for checking: where it is, from the root and with `/`, and what it holds.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A rule that is broken at a place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Breach {
    /// The file, and the line where that is known.
    pub(crate) place: String,
    /// The rule, as a sentence.
    pub(crate) rule: String,
}

impl Breach {
    fn new(path: &str, line: usize, rule: impl Into<String>) -> Self {
        Self { place: format!("{path}:{line}"), rule: rule.into() }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.rule)
    }
}

/// A file longer than this is probably about two things.
const LONG: usize = 400;

/// Folders of what people write in this repository.
const FOLDERS: &[&str] = &["src-tauri", "tests", "xtask", "ui/src"];

/// Checks every rule and lists every breach.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    if !words.is_empty() {
        return Err(Problem::new("it takes no options"));
    }
    let files = read_all(root)?;
    let mut breaches = crates::check(root)?;
    for file in &files {
        if file.path.ends_with(".rs") {
            breaches.extend(rust::check(file));
        } else if file.path.starts_with("ui/") {
            breaches.extend(page::check(file));
        }
    }
    breaches.extend(page::circles(&files));
    breaches.extend(windows::check(&files));

    for file in files.iter().filter(|file| file.text.lines().count() > LONG) {
        println!("to talk about: {} has {} lines", file.path, file.text.lines().count());
    }
    for breach in &breaches {
        eprintln!("{breach}");
    }
    if breaches.is_empty() {
        println!("{} files are tidy.", files.len());
        return Ok(());
    }
    Err(Problem::new(format!("{} rules are broken", breaches.len())))
}

fn read_all(root: &Path) -> Outcome<Vec<File>> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        for inside in files::under(&root.join(folder))? {
            let path = format!("{folder}/{}", inside.to_string_lossy().replace('\\', "/"));
            let ending = path.rsplit('.').next().unwrap_or_default();
            if matches!(ending, "rs" | "js" | "jsx" | "css" | "typ" | "sql")
                && !path.starts_with("ui/src/api/types/")
            {
                let text = files::read(&root.join(&path))?;
                found.push(File { path, text });
            }
        }
    }
    Ok(found)
}
