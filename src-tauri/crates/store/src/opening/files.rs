//! The files database beside the records.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::connection::{close, open_files, open_to_read};
use super::convert::change_key;
use super::create::Part;
use super::header::{self, Found};
use super::key::Key;
use super::{OpenError, files_path};
use crate::error::StoreError;
use crate::schema::Schema;
use crate::words::without_advice;

/// The files database, opened when it is first needed and created when the first file is put. A data file
/// without attachments has none.
pub(crate) struct Files {
    path: PathBuf,
    key: Key,
    /// Keys of before, one of which it may still be under.
    former: Vec<Key>,
    /// Whether nothing can be written where it lies.
    only_read: bool,
    connection: RefCell<Option<Connection>>,
}

impl Files {
    /// The files of a file of records. What lies there already must be ours; it is not opened yet. That it is damaged is
    /// told to whoever wants a file: the records can be read without it.
    pub(crate) fn of(records: &Path, key: &Key) -> Result<Self, OpenError> {
        Self::at(files_path(records), key)
    }

    /// The files database at a path.
    pub(crate) fn at(path: PathBuf, key: &Key) -> Result<Self, OpenError> {
        match header::look(&path, Schema::Files) {
            Ok(_) | Err(OpenError::Missing(_) | OpenError::Damaged(_)) => {}
            Err(fault) => return Err(fault),
        }
        Ok(Self {
            path,
            key: key.clone(),
            former: vec![Key::open()],
            only_read: false,
            connection: RefCell::new(None),
        })
    }

    /// As [`Files::knowing`], for a scratch file that may be damaged: what is under a former key is opened as it is.
    pub(crate) fn reading(mut self, known: Vec<Key>) -> Self {
        if let Ok(Found::Sealed(head)) = header::look(&self.path, Schema::Files)
            && let Some(key) = known.into_iter().find(|key| key.head() == head)
        {
            self.key = key;
        }
        self
    }

    /// For files that lie where nothing can be written.
    pub(crate) fn only_read(mut self) -> Self {
        self.only_read = true;
        self
    }

    /// Also opens what is still under one of these keys, and brings it under the key in use.
    pub(crate) fn knowing(mut self, former: Vec<Key>) -> Self {
        self.former.extend(former);
        self
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
            None => self.open().map_err(of_files)?,
        };
        write(connection.insert(opened))
    }

    fn open(&self) -> Result<Connection, OpenError> {
        if self.only_read {
            return open_to_read(&self.path, Schema::Files, &self.key);
        }
        if !fs::exists(&self.path)? {
            Part::begin(&self.path, Schema::Files, &self.key)?.finish()?;
        }
        if let Found::Sealed(head) = header::look(&self.path, Schema::Files)?
            && head != self.key.head()
            && let Some(former) = self.former.iter().find(|former| former.head() == head)
        {
            change_key(&self.path, Schema::Files, former, &self.key)?;
        }
        open_files(&self.path, &self.key)
    }

    /// Closes it in an orderly way.
    pub(crate) fn close(self) -> Result<(), OpenError> {
        let Self { path, only_read, connection, .. } = self;
        let connection = connection.into_inner().filter(|_| !only_read);
        connection.map_or(Ok(()), |connection| close(&path, connection))
    }
}

/// Says that it is the attached files that do not open.
fn of_files(fault: OpenError) -> StoreError {
    match fault {
        OpenError::DiskFull => StoreError::DiskFull,
        OpenError::Io(told) => StoreError::Io(told),
        OpenError::Damaged(told) => StoreError::Damaged(format!("база прикреплённых файлов, {told}")),
        other => {
            StoreError::Damaged(format!("прикреплённые файлы не открываются: {}", without_advice(&other)))
        }
    }
}
