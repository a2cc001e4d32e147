//! Copies as files: `Копии/year 2026-05-03 14-03-22 при запуске.db`, and one `Копии/year.files.db` for all of them.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use crate::error::AppError;
use crate::files::{make_folder, not_read};

/// The folder of copies, beside the records or in the second place.
const FOLDER: &str = "Копии";
/// The day and the time in a name; its length in letters is always the same.
const STAMP: &str = "%Y-%m-%d %H-%M-%S";
const STAMP_LETTERS: usize = 19;

/// The copies of one data file in one place.
pub(super) struct CopyFolder {
    pub(super) path: PathBuf,
    /// `year` of `year.db`
    stem: String,
    ending: String,
}

/// A copy in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CopyFile {
    pub(super) name: String,
    pub(super) path: PathBuf,
    pub(super) at: NaiveDateTime,
    pub(super) why: String,
    pub(super) size: u64,
}

impl CopyFolder {
    /// The copies of a data file within a folder.
    pub(super) fn within(place: &Path, data: &Path) -> Self {
        let text =
            |part: Option<&OsStr>| part.map_or_else(String::new, |part| part.to_string_lossy().into_owned());
        Self { path: place.join(FOLDER), stem: text(data.file_stem()), ending: text(data.extension()) }
    }

    /// The copies beside a data file.
    pub(super) fn beside(data: &Path) -> Self {
        Self::within(data.parent().unwrap_or(Path::new(".")), data)
    }

    /// Makes the folder.
    pub(super) fn make(&self) -> Result<(), AppError> {
        make_folder(&self.path)
    }

    /// Removes what a copy that was cut off has left: nothing of it ever bore its name.
    pub(super) fn clear(&self) {
        let Ok(entries) = fs::read_dir(&self.path) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let unfinished = [".part", ".part-wal", ".part-journal", ".part-shm"]
                .iter()
                .find_map(|end| name.strip_suffix(end));
            let files = format!("{}.files.{}", self.stem, self.ending);
            if unfinished.is_some_and(|name| name == files || self.read_name(name).is_some()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Where a new copy goes. Two copies of one second would take one name, and the first of them would be gone: the later one
    /// gets the next second that is free, and stays the newer of both.
    pub(super) fn new_copy(&self, at: NaiveDateTime, why: &str) -> PathBuf {
        let known = self.copies().unwrap_or_default();
        let mut at = at.with_nanosecond(0).unwrap_or(at);
        while known.iter().any(|copy| copy.at == at) {
            at += TimeDelta::seconds(1);
        }
        self.path.join(format!("{} {} {why}.{}", self.stem, at.format(STAMP), self.ending))
    }

    /// The attached files of all copies.
    pub(super) fn files(&self) -> PathBuf {
        self.path.join(format!("{}.files.{}", self.stem, self.ending))
    }

    /// The copies, the newest first. Files of other names are not ours.
    pub(super) fn copies(&self) -> Result<Vec<CopyFile>, AppError> {
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(fault) if matches!(fault.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Vec::new());
            }
            Err(fault) => return Err(not_read(&self.path, &fault)),
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|fault| not_read(&self.path, &fault))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some((at, why)) = self.read_name(&name) else { continue };
            let size = entry.metadata().map(|found| found.len()).unwrap_or_default();
            found.push(CopyFile { path: entry.path(), name, at, why, size });
        }
        found.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.name.cmp(&a.name)));
        Ok(found)
    }

    /// The copy of that name.
    pub(super) fn copy(&self, name: &str) -> Result<CopyFile, AppError> {
        let found = self.copies()?.into_iter().find(|copy| copy.name == name);
        found.ok_or(AppError::NoSuchBackup)
    }

    /// When the copy of that name was made; none where it is no name of a copy.
    pub(super) fn moment_in(&self, name: &str) -> Option<NaiveDateTime> {
        self.read_name(name).map(|(at, _)| at)
    }

    fn read_name(&self, name: &str) -> Option<(NaiveDateTime, String)> {
        let rest = name.strip_suffix(&self.ending)?.strip_suffix('.')?;
        let rest = rest.strip_prefix(&self.stem)?.strip_prefix(' ')?;
        let split = rest.char_indices().nth(STAMP_LETTERS).map_or(rest.len(), |(at, _)| at);
        let (stamp, why) = rest.split_at(split);
        Some((NaiveDateTime::parse_from_str(stamp, STAMP).ok()?, why.trim().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_when_and_why_and_others_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let copies = CopyFolder::beside(&folder.path().join("year.db"));
        copies.make().unwrap();
        let at = NaiveDateTime::parse_from_str("2026-05-03 14-03-22", STAMP).unwrap();
        let path = copies.new_copy(at, "при запуске");
        assert!(path.ends_with("Копии/year 2026-05-03 14-03-22 при запуске.db"));
        for name in ["year.files.db", "example 2026-05-03 14-03-22.db", "year.db", "year 2026-05-03.db"] {
            fs::write(copies.path.join(name), b"").unwrap();
        }
        fs::write(&path, b"12").unwrap();
        let found = copies.copies().unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].at, found[0].why.as_str(), found[0].size), (at, "при запуске", 2));
        assert_eq!(copies.copy(&found[0].name).unwrap(), found[0]);
        assert!(copies.copy("../year.db").is_err());
    }

    #[test]
    fn two_copies_of_one_second_are_two_copies() {
        let folder = tempfile::tempdir().unwrap();
        let copies = CopyFolder::beside(&folder.path().join("year.db"));
        copies.make().unwrap();
        let at = NaiveDateTime::parse_from_str("2026-05-03 14-03-22", STAMP).unwrap();
        for (content, why) in
            [("первая", "перед возвратом копии"), ("вторая", "перед возвратом копии"), ("третья", "вручную")]
        {
            fs::write(copies.new_copy(at, why), content).unwrap();
        }
        let found = copies.copies().unwrap();
        let contents: Vec<String> =
            found.iter().map(|copy| fs::read_to_string(&copy.path).unwrap()).collect();
        assert_eq!(contents, ["третья", "вторая", "первая"], "the newest first");
    }
}
