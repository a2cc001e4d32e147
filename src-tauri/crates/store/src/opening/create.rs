//! Creating a database: under another name first, so that a half-made file never bears the real one.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::connection::{check, connect_new, read_only, set};
use super::key::Key;
use super::paths::{beside, files_path};
use super::{OpenError, header, rename, sync_file, sync_folder};
use crate::schema::Schema;

/// A database in the making. Whatever ends it before [`Part::finish`] removes it.
pub(crate) struct Part {
    connection: Option<Connection>,
    key: Key,
    path: PathBuf,
    target: PathBuf,
}

impl Part {
    /// Begins a database that will lie at `target`, with its tables. What an earlier attempt left is thrown away: the
    /// caller holds the lock, so nobody is working on it.
    pub(crate) fn begin(target: &Path, schema: Schema, key: &Key) -> Result<Self, OpenError> {
        let mut part = Self::begin_empty(target, schema, key)?;
        schema.migrate(part.connection()?)?;
        Ok(part)
    }

    /// Begins a database without tables.
    pub(crate) fn begin_empty(target: &Path, schema: Schema, key: &Key) -> Result<Self, OpenError> {
        let path = beside(target, ".part");
        let mut part = Self { connection: None, key: key.clone(), path, target: target.to_owned() };
        part.remove();
        let connection = part.connection.insert(connect_new(&part.path, key)?);
        set(connection, "application_id", &schema.application_id().to_string())?;
        set(connection, "foreign_keys", "ON")?;
        Ok(part)
    }

    /// Where it lies until it is finished.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The connection to work with.
    pub(crate) fn connection(&mut self) -> Result<&mut Connection, OpenError> {
        self.connection.as_mut().ok_or_else(|| OpenError::Io("файл уже закрыт".to_owned()))
    }

    /// Closes the file and writes it through to the disk, still under its temporary name.
    pub(crate) fn seal(&mut self) -> Result<(), OpenError> {
        if let Some(connection) = self.connection.take() {
            connection.close().map_err(|(_, fault)| fault)?;
            sync_file(&self.path)?;
            // What the disk has really kept, read anew.
            check(&read_only(&self.path, Some(&self.key))?)?;
        }
        Ok(())
    }

    /// Gives the file its real name.
    pub(crate) fn finish(mut self) -> Result<(), OpenError> {
        self.seal()?;
        rename(&self.path, &self.target)?;
        sync_file(&self.target)?;
        sync_folder(&self.target)?;
        Ok(())
    }

    fn remove(&self) {
        remove_with_logs(&self.path);
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // The connection goes first, or Windows would not let its file go. After `finish` nothing is left to
        // be removed.
        self.connection = None;
        self.remove();
    }
}

/// A whole data file in the making, with its attached files. It is worked with like any other, under another name; whatever
/// ends it before [`Draft::finish`] removes it.
pub(crate) struct Draft {
    pub(crate) path: PathBuf,
    target: PathBuf,
}

impl Draft {
    /// Begins a file that will lie at `target`, whose lock the caller holds.
    pub(crate) fn begin(target: &Path) -> Result<Self, OpenError> {
        let draft = Self { path: beside(target, ".new"), target: target.to_owned() };
        draft.remove();
        Ok(draft)
    }

    /// Gives the closed file its name: the attached files first, for files that nobody names harm nobody.
    pub(crate) fn finish(self) -> Result<(), OpenError> {
        for (from, to) in
            [(files_path(&self.path), files_path(&self.target)), (self.path.clone(), self.target.clone())]
        {
            if fs::exists(&from)? {
                sync_file(&from)?;
                rename(&from, &to)?;
                sync_folder(&to)?;
            }
        }
        Ok(())
    }

    fn remove(&self) {
        remove_with_logs(&self.path);
        remove_with_logs(&files_path(&self.path));
        let _ = fs::remove_file(beside(&self.path, ".lock"));
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.remove();
    }
}

pub(crate) fn remove_with_logs(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// Removes the logs of a database whose place another is about to take: they would be carried over into it.
pub(crate) fn remove_logs(path: &Path) {
    for ending in ["-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// Removes what a program that was killed while it made a database has left beside a data file, whose lock the
/// caller holds. A file of the same name that another program made, as browsers do, is left alone.
pub(crate) fn remove_leftovers(records: &Path) {
    let draft = Draft { path: beside(records, ".new"), target: records.to_owned() };
    let made = [
        (beside(records, ".part"), Schema::Records),
        (beside(&files_path(records), ".part"), Schema::Files),
        (draft.path.clone(), Schema::Records),
        (beside(records, ".copy"), Schema::Records),
        (beside(records, ".rescue"), Schema::Records),
        (beside(&files_path(records), ".rescue"), Schema::Files),
    ];
    for (part, schema) in made {
        let ours = match fs::metadata(&part) {
            Ok(found) => found.is_file() && header::look(&part, schema).is_ok(),
            // Its logs may have outlived it.
            Err(_) => true,
        };
        if ours {
            remove_with_logs(&part);
        }
    }
    // Of the draft only the file of records tells that it is ours; it goes with what belongs to it.
    if fs::exists(&draft.path).is_ok_and(|there| there) {
        std::mem::forget(draft);
    }
}

/// Creates an empty file of records, whose lock the caller holds.
pub(crate) fn create_records(path: &Path, key: &Key) -> Result<(), OpenError> {
    if fs::exists(path)? {
        return Err(OpenError::Exists(path.to_owned()));
    }
    Part::begin(path, Schema::Records, key)?.finish()
}
