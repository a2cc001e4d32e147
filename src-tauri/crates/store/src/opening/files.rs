//! The files database beside the records.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::connection::{close, open_files};
use super::create::Part;
use super::{OpenError, files_path, header};
use crate::error::StoreError;
use crate::schema::Schema;
use crate::words::without_advice;

/// The files database, opened when it is first needed and created when the first file is put. A data file
/// without attachments has none.
pub(crate) struct Files {
    path: PathBuf,
    connection: RefCell<Option<Connection>>,
}

impl Files {
    /// The files of a file of records. What lies there already must be ours; it is not opened yet.
    pub(crate) fn of(records: &Path) -> Result<Self, OpenError> {
        let path = files_path(records);
        match header::check(&path, Schema::Files) {
            Ok(()) | Err(OpenError::Missing(_)) => {}
            Err(fault) => return Err(fault),
        }
        Ok(Self { path, connection: RefCell::new(None) })
    }

    /// Reads with the connection; none where no file was ever put.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        if self.connection.borrow().is_none() && !fs::exists(&self.path)? {
            return Ok(None);
        }
        self.write(read).map(Some)
    }

    /// Works with the connection, creating the database where there is none.
    pub(crate) fn write<T>(
        &self,
        write: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.connection.borrow_mut();
        let opened = match connection.take() {
            Some(opened) => opened,
            None => self.open()?,
        };
        write(connection.insert(opened))
    }

    fn open(&self) -> Result<Connection, StoreError> {
        if !fs::exists(&self.path)? {
            Part::begin(&self.path, Schema::Files)?.finish()?;
        }
        Ok(open_files(&self.path)?)
    }

    /// Closes it in an orderly way.
    pub(crate) fn close(self) -> Result<(), rusqlite::Error> {
        self.connection.into_inner().map_or(Ok(()), close)
    }
}

impl From<OpenError> for StoreError {
    fn from(fault: OpenError) -> Self {
        match fault {
            OpenError::DiskFull => Self::DiskFull,
            OpenError::Io(told) => Self::Io(told),
            OpenError::Damaged(told) => Self::Damaged(format!("база прикреплённых файлов, {told}")),
            other => Self::Damaged(format!("прикреплённые файлы не открываются: {}", without_advice(&other))),
        }
    }
}
