//! `pps-cli` as a person types it, and what came of it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

pub(crate) const CLI: &str = env!("CARGO_BIN_EXE_pps-cli");

/// What a command came to.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Exit 0, with standard output.
    Done(Vec<u8>),
    /// Exit 1 or 2, with one Russian sentence.
    Refused(String),
    /// Anything else: a panic, a signal, a refusal without a sentence.
    Broken(String),
}

impl Answer {
    pub(crate) fn of(output: Output) -> Self {
        let told = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        match output.status.code() {
            Some(0) if told.is_empty() => Self::Done(output.stdout),
            Some(1 | 2) if is_sentence(&told) => Self::Refused(told),
            _ => Self::Broken(format!("{}: {told}", output.status)),
        }
    }

    /// The output of what must have been done.
    pub(crate) fn done(self) -> Result<Vec<u8>, String> {
        match self {
            Self::Done(out) => Ok(out),
            Self::Refused(told) | Self::Broken(told) => Err(told),
        }
    }
}

/// One line in Russian that says what to do: it does not come from a library or the system.
fn is_sentence(told: &str) -> bool {
    let russian = told.chars().any(|letter| ('а'..='я').contains(&letter));
    let foreign = ["os error", "panicked", "No such", "Permission", "SQLite", "sqlite"];
    russian
        && told.lines().count() == 1
        && told.ends_with(['.', '!', '?', '»', ')'])
        && !foreign.iter().any(|word| told.contains(word))
}

/// Asked for where a password is set or to be set, and nowhere else.
const PASSWORDS: [(&str, &str); 2] =
    [("PPS_PASSWORD", "синица в руках"), ("PPS_NEW_PASSWORD", "синица в руках")];

/// The command that a person types in the folder.
pub(crate) fn typed(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(CLI);
    command
        .args(words)
        .current_dir(folder)
        .envs(PASSWORDS)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// What the words come to in the folder.
pub(crate) fn run(folder: &Path, words: &[&str]) -> Answer {
    Answer::of(typed(folder, words).output().unwrap())
}

/// The output of words that have to be done, here and now.
pub(crate) fn done(folder: &Path, words: &[&str]) -> Vec<u8> {
    run(folder, words).done().unwrap_or_else(|told| panic!("{words:?}: {told}"))
}
