//! Creating a database: under another name first, so that a half-made file never bears the real one.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::connection::{close, prepare, set};
use super::paths::{beside, files_path};
use super::{OpenError, header, sync_file, sync_folder};
use crate::schema::Schema;

/// A database in the making. Whatever ends it before [`Part::finish`] removes it.
pub(crate) struct Part {
    connection: Option<Connection>,
    path: PathBuf,
    target: PathBuf,
}

impl Part {
    /// Begins a database that will lie at `target`. What an earlier attempt left is thrown away: the caller
    /// holds the lock, so nobody is working on it.
    pub(crate) fn begin(target: &Path, schema: Schema) -> Result<Self, OpenError> {
        let path = beside(target, ".part");
        let mut part = Self { connection: None, path, target: target.to_owned() };
        part.remove();
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = part.connection.insert(Connection::open_with_flags(&part.path, flags)?);
        set(connection, "locking_mode", "EXCLUSIVE")?;
        set(connection, "trusted_schema", "OFF")?;
        set(connection, "application_id", &schema.application_id().to_string())?;
        prepare(connection)?;
        schema.migrate(connection)?;
        Ok(part)
    }

    /// The connection to work with.
    pub(crate) fn connection(&mut self) -> Result<&mut Connection, OpenError> {
        self.connection.as_mut().ok_or_else(|| OpenError::Io("файл уже закрыт".to_owned()))
    }

    /// Closes the file and writes it through to the disk, still under its temporary name.
    pub(crate) fn seal(&mut self) -> Result<(), OpenError> {
        if let Some(connection) = self.connection.take() {
            close(connection)?;
            sync_file(&self.path)?;
        }
        Ok(())
    }

    /// Gives the file its real name.
    pub(crate) fn finish(mut self) -> Result<(), OpenError> {
        self.seal()?;
        fs::rename(&self.path, &self.target)?;
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

fn remove_with_logs(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// Removes what a program that was killed while it made a database has left beside a data file, whose lock the
/// caller holds. A file of the same name that another program made, as browsers do, is left alone.
pub(crate) fn remove_leftovers(records: &Path) {
    for (target, schema) in [(records.to_owned(), Schema::Records), (files_path(records), Schema::Files)] {
        let part = beside(&target, ".part");
        let ours = match fs::metadata(&part) {
            Ok(found) => found.is_file() && found.len() > 0 && header::check(&part, schema).is_ok(),
            // Its logs may have outlived it.
            Err(_) => true,
        };
        if ours {
            remove_with_logs(&part);
        }
    }
}

/// Creates an empty file of records, whose lock the caller holds.
pub(crate) fn create_records(path: &Path) -> Result<(), OpenError> {
    if fs::exists(path)? {
        return Err(OpenError::Exists(path.to_owned()));
    }
    Part::begin(path, Schema::Records)?.finish()
}
