//! Where the files lie. Beside the file of records `F` lie `F.lock`, the files database, and, while it is open,
//! SQLite's own `F-wal`.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// The path with a folder, so that SQLite never takes a name like `file:x` for an address.
pub(crate) fn absolute(path: &Path) -> io::Result<PathBuf> {
    std::path::absolute(path)
}

/// The path with something added to its name: `year.db` → `year.db.lock`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// The files database of a file of records: `year.db` → `year.files.db`. It carries the name of its owner,
/// because two data files may lie in one folder.
pub(crate) fn files_path(records: &Path) -> PathBuf {
    records.with_extension("files.db")
}
