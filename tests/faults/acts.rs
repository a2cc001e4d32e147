//! The commands that write, each with what has to hold once it was interrupted: the work is done or not begun, what was
//! there before is whole, and the next command is not in the way of what the interrupted one has left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::answer::{Answer, done, run};
use crate::year::{DATA, Held, Year, held};

/// The files of a year as the first version wrote them.
const FIRST_VERSION: [&[u8]; 2] =
    [include_bytes!("fixtures/year-v1.db"), include_bytes!("fixtures/year-v1.files.db")];

/// The word by which a person agrees that what an interrupted writing left may go.
const CONSENT: &str = "--remove-leftovers";

/// What lies in the folder when the command is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    /// The year.
    Year,
    /// The year with a copy of it, and something that was changed since.
    Copied,
    /// The same under a password.
    Locked,
    /// A year that an earlier version wrote.
    Older,
    /// The year with a copy, and then damaged.
    Damaged,
}

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
    /// Puts `year.db` in the place of itself: under another key, in another form, as it was once.
    Replaces,
    /// Leaves `year.db` and makes a copy of it.
    Copies,
}

/// A command that writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Act {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
    given: Given,
    does: Does,
}

const fn act(name: &'static str, does: Does, words: &'static [&'static str]) -> Act {
    given(Given::Year, name, does, words)
}

const fn given(given: Given, name: &'static str, does: Does, words: &'static [&'static str]) -> Act {
    Act { name, words, given, does }
}

pub(crate) const ACTS: [Act; 15] = [
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
    given(Given::Copied, "backup", Does::Copies, &["--db", "year.db", "backup"]),
    given(Given::Copied, "backup to a stick", Does::Copies, &["--db", "year.db", "backup", "--to", "stick"]),
    given(Given::Copied, "restore", Does::Replaces, &["--db", "year.db", "restore"]),
    given(Given::Copied, "setting a password", Does::Replaces, &["--db", "year.db", "password", "set"]),
    given(
        Given::Locked,
        "taking the password off",
        Does::Replaces,
        &["--db", "year.db", "password", "remove"],
    ),
    given(Given::Older, "opening an older file", Does::Replaces, &["--db", "year.db", "check"]),
    given(Given::Damaged, "rescue", Does::Replaces, &["--db", "year.db", "rescue"]),
];

/// What a command comes to when nothing interrupts it.
pub(crate) struct Known {
    act: Act,
    given: TempDir,
    /// None where what is given cannot be read.
    before: Option<Held>,
    after: Held,
    written: BTreeMap<String, Vec<u8>>,
    /// How long it takes.
    pub(crate) takes: Duration,
    /// How many bytes the folder grows by.
    pub(crate) grows: u64,
}

impl Given {
    /// Makes a folder in which the command can be typed.
    fn made(self, year: &Year) -> TempDir {
        let folder = year.copied();
        let at = folder.path();
        fs::create_dir(at.join("stick")).unwrap();
        let import = ["--db", "year.db", "import", "activities", "план.csv", "--year", "2025"];
        match self {
            Self::Year => {}
            Self::Copied => {
                done(at, &["--db", "year.db", "backup"]);
                done(at, &import);
            }
            Self::Locked => {
                done(at, &["--db", "year.db", "backup"]);
                done(at, &["--db", "year.db", "password", "set"]);
            }
            Self::Older => {
                for (name, bytes) in DATA.iter().zip(FIRST_VERSION) {
                    fs::write(at.join(name), bytes).unwrap();
                }
            }
            Self::Damaged => {
                done(at, &["--db", "year.db", "backup"]);
                done(at, &import);
                let mut bytes = fs::read(at.join("year.db")).unwrap();
                let middle = bytes.len() / 2;
                bytes[middle..middle + 512].fill(0);
                fs::write(at.join("year.db"), bytes).unwrap();
            }
        }
        folder
    }
}

impl Act {
    fn file(self) -> &'static str {
        if self.does == Does::Makes { "new.db" } else { "year.db" }
    }

    /// Does it undisturbed.
    pub(crate) fn known(self, year: &Year) -> Known {
        let given = self.given.made(year);
        let folder = copied(given.path());
        let before = held(folder.path(), "year.db").ok();
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
        Known { act: self, given, before, after, written, takes, grows }
    }
}

impl Known {
    /// A folder of its own in which the command can be typed.
    pub(crate) fn prepared(&self) -> TempDir {
        copied(self.given.path())
    }

    /// The same in a folder that is empty.
    pub(crate) fn prepare(&self, folder: &Path) {
        copy(self.given.path(), folder);
    }

    /// What has to hold after the command was interrupted or refused; where it said that it was done, also that it was.
    pub(crate) fn settled(&self, folder: &Path, said_done: bool) -> Result<(), String> {
        match self.act.does {
            Does::Makes => self.made(folder, said_done)?,
            Does::Changes => self.changed(folder, said_done)?,
            Does::Writes(name) => self.wrote(folder, name, said_done)?,
            Does::HandsOver(stick) => self.handed_over(folder, stick, said_done)?,
            Does::Replaces => self.replaced(folder, said_done)?,
            Does::Copies => self.backed_up(folder)?,
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
        if said_done || Some(&now) != self.before.as_ref() {
            return self.holds(folder, "year.db", &[&self.after]);
        }
        self.again(folder).done().map_err(|told| format!("again: {told}"))?;
        self.holds(folder, "year.db", &[&self.after])
    }

    fn replaced(&self, folder: &Path, said_done: bool) -> Result<(), String> {
        // What could not be read before need not be readable before the work is done.
        if self.before.is_some() || said_done {
            self.is_before_or_after(folder, said_done)?;
        }
        // Some say the second time that there is nothing to do.
        if let Answer::Broken(told) = self.again(folder) {
            return Err(format!("again: {told}"));
        }
        self.is_before_or_after(folder, self.before.is_none())?;
        if self.act.given == Given::Damaged {
            let damaged = fs::read(self.given.path().join("year.db")).unwrap();
            if !crate::year::files(folder).values().any(|bytes| *bytes == damaged) {
                return Err("the damaged file was not kept".to_owned());
            }
        }
        copies_are_whole(folder)
    }

    fn is_before_or_after(&self, folder: &Path, said_done: bool) -> Result<(), String> {
        match &self.before {
            Some(before) if !said_done => self.holds(folder, "year.db", &[before, &self.after]),
            _ => self.holds(folder, "year.db", &[&self.after]),
        }
    }

    fn backed_up(&self, folder: &Path) -> Result<(), String> {
        copies_are_whole(folder)?;
        self.again(folder).done().map_err(|told| format!("again: {told}"))?;
        copies_are_whole(folder)?;
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
        // Where a half-written package lies, the person is asked first, and the answer has to be enough.
        let again = match self.again(folder) {
            Answer::Refused(told) if !said_done && told.contains(CONSENT) => {
                run(folder, &[self.act.words, &[CONSENT]].concat())
            }
            answered => answered,
        };
        again.done().map_err(|told| format!("again: {told}"))?;
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

/// No copy that is listed is damaged, or under a key that nobody has.
fn copies_are_whole(folder: &Path) -> Result<(), String> {
    let list = run(folder, &["--db", "year.db", "backup", "--list"]).done()?;
    let list = String::from_utf8(list).unwrap();
    if list.contains("повреждена") || list.contains("под другим паролем") {
        Err(list)
    } else {
        Ok(())
    }
}

/// A copy of a folder.
fn copied(from: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(from, folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// The bytes of all files below a folder.
fn size_of(folder: &Path) -> u64 {
    crate::year::files(folder).values().map(|bytes| bytes.len() as u64).sum()
}
