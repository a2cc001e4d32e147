//! The commands that write, each with what has to hold once it was interrupted: the work is done or not begun, what was
//! there before is whole, and the next command is not in the way of what the interrupted one has left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::answer::{Answer, run};
use crate::year::{Held, Year, held};

/// What a command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    /// Makes `new.db`.
    Makes,
    /// Changes `year.db`.
    Changes,
    /// Writes a file of this name.
    Writes(&'static str),
    /// Writes a package into this folder.
    HandsOver(&'static str),
}

/// A command that writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Act {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
    does: Does,
}

const fn act(name: &'static str, does: Does, words: &'static [&'static str]) -> Act {
    Act { name, words, does }
}

pub(crate) const ACTS: [Act; 8] = [
    act("init", Does::Makes, &["--db", "new.db", "init"]),
    act("example", Does::Makes, &["--db", "new.db", "example"]),
    act("load", Does::Makes, &["--db", "new.db", "load", "whole.json"]),
    act("dump", Does::Writes("y.json"), &["--db", "year.db", "dump", "--out", "y.json"]),
    act("import", Does::Changes, &["--db", "year.db", "import", "activities", "план.csv", "--year", "2025"]),
    act("scan", Does::Changes, &["--db", "year.db", "scan", "--year", "2025", "--number", "1", "a.jpg"]),
    act(
        "hand-over",
        Does::HandsOver("stick"),
        &["--db", "year.db", "hand-over", "--year", "2025", "--on", "2026-08-20", "--to", "stick"],
    ),
    act(
        "hand-over as ZIP",
        Does::HandsOver("stick"),
        &["--db", "year.db", "hand-over", "--year", "2025", "--on", "2026-08-20", "--to", "stick", "--zip"],
    ),
];

/// What a command comes to when nothing interrupts it.
pub(crate) struct Known {
    act: Act,
    before: Held,
    after: Held,
    written: BTreeMap<String, Vec<u8>>,
    /// How long it takes.
    pub(crate) takes: Duration,
    /// How many bytes the folder grows by.
    pub(crate) grows: u64,
}

impl Act {
    fn file(self) -> &'static str {
        if self.does == Does::Makes { "new.db" } else { "year.db" }
    }

    /// A folder in which the command can be typed.
    pub(crate) fn prepare(self, year: &Year, folder: &Path) {
        year.copy_to(folder);
        fs::create_dir(folder.join("stick")).unwrap();
    }

    /// A folder of its own for it.
    pub(crate) fn prepared(self, year: &Year) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        self.prepare(year, folder.path());
        folder
    }

    /// Does it undisturbed.
    pub(crate) fn known(self, year: &Year) -> Known {
        let folder = self.prepared(year);
        let before = held(folder.path(), "year.db").unwrap();
        let size = size_of(folder.path());
        let began = Instant::now();
        run(folder.path(), self.words).done().unwrap_or_else(|told| panic!("{}: {told}", self.name));
        let takes = began.elapsed();
        let grows = size_of(folder.path()).saturating_sub(size);
        let after = held(folder.path(), self.file()).unwrap();
        let mut written = BTreeMap::new();
        if let Does::Writes(name) = self.does {
            written.insert(name.to_owned(), fs::read(folder.path().join(name)).unwrap());
        }
        Known { act: self, before, after, written, takes, grows }
    }
}

impl Known {
    /// What has to hold after the command was interrupted or refused; where it said that it was done, also that it was.
    pub(crate) fn settled(&self, folder: &Path, said_done: bool) -> Result<(), String> {
        match self.act.does {
            Does::Makes => self.made(folder, said_done)?,
            Does::Changes => self.changed(folder, said_done)?,
            Does::Writes(name) => self.wrote(folder, name, said_done)?,
            Does::HandsOver(stick) => self.handed_over(folder, stick, said_done)?,
        }
        let part = ["new.db.part", "new.files.db.part", "year.db.part", "year.files.db.part"];
        match part.iter().find(|name| folder.join(name).exists()) {
            Some(name) => Err(format!("«{name}» stays")),
            None => Ok(()),
        }
    }

    fn again(&self, folder: &Path) -> Answer {
        run(folder, self.act.words)
    }

    fn made(&self, folder: &Path, said_done: bool) -> Result<(), String> {
        let there = folder.join("new.db").exists();
        if said_done && !there {
            return Err("it said done, and there is no file".to_owned());
        }
        match (self.again(folder), said_done) {
            (Answer::Done(_), false) if !there => {}
            (Answer::Done(_), _) => return Err("it was made over a file that was there".to_owned()),
            (Answer::Refused(_), _) if there => {}
            (Answer::Refused(told) | Answer::Broken(told), _) => return Err(format!("again: {told}")),
        }
        self.holds(folder, "new.db", &[&self.after])
    }

    fn changed(&self, folder: &Path, said_done: bool) -> Result<(), String> {
        let now = held(folder, "year.db")?;
        if said_done || now != self.before {
            return self.holds(folder, "year.db", &[&self.after]);
        }
        self.again(folder).done().map_err(|told| format!("again: {told}"))?;
        self.holds(folder, "year.db", &[&self.after])
    }

    fn wrote(&self, folder: &Path, name: &str, said_done: bool) -> Result<(), String> {
        let whole = |there: Option<Vec<u8>>| there.is_none_or(|bytes| bytes == self.written[name]);
        let there = fs::read(folder.join(name)).ok();
        if said_done && there.is_none() {
            return Err(format!("it said done, and there is no «{name}»"));
        }
        if !whole(there) {
            return Err(format!("«{name}» is not whole"));
        }
        self.again(folder).done().map_err(|told| format!("again: {told}"))?;
        if whole(fs::read(folder.join(name)).ok()) { Ok(()) } else { Err(format!("«{name}» is spoilt")) }
    }

    fn handed_over(&self, folder: &Path, stick: &str, said_done: bool) -> Result<(), String> {
        let stick = folder.join(stick);
        let found = packages_in(&stick);
        if said_done && found.is_empty() {
            return Err("it said done, and there is no package".to_owned());
        }
        found.iter().try_for_each(|package| verified(folder, package))?;
        self.again(folder).done().map_err(|told| format!("again: {told}"))?;
        let found = packages_in(&stick);
        if found.is_empty() {
            return Err("there is no package".to_owned());
        }
        found.iter().try_for_each(|package| verified(folder, package))?;
        held(folder, "year.db").map(drop)
    }

    fn holds(&self, folder: &Path, file: &str, allowed: &[&Held]) -> Result<(), String> {
        let now = held(folder, file)?;
        if allowed.contains(&&now) { Ok(()) } else { Err(format!("«{file}» holds {now:?}")) }
    }
}

/// Whatever bears the name of a finished package.
pub(crate) fn packages_in(stick: &Path) -> Vec<String> {
    let entries = fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path());
    let finished = |name: &str| name.starts_with("ППС_") && !name.ends_with(".part");
    entries
        .filter(|path| finished(&path.file_name().unwrap().to_string_lossy()))
        .map(|path| path.to_str().unwrap().to_owned())
        .collect()
}

pub(crate) fn verified(folder: &Path, package: &str) -> Result<(), String> {
    run(folder, &["verify", package]).done().map(drop).map_err(|told| format!("«{package}»: {told}"))
}

/// The bytes of all files below a folder.
fn size_of(folder: &Path) -> u64 {
    crate::year::files(folder).values().map(|bytes| bytes.len() as u64).sum()
}
