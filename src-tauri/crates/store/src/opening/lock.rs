use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::OpenError;
use super::paths::beside;

/// The right to be the only program that has a data file open. It ends with the process, however that ends.
///
/// The file itself stays after an orderly end: removing it would let two programs hold locks on two files of
/// the same name. SQLite's own exclusive lock stands behind this one; this one gives the clear answer.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    file: File,
    created: bool,
}

impl Lock {
    /// Takes the lock of a data file.
    pub(crate) fn take(data: &Path) -> Result<Self, OpenError> {
        let path = beside(data, ".lock");
        let created = !fs::exists(&path)?;
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(|fault| {
                match fault.kind() {
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                        OpenError::ReadOnly
                    }
                    _ => fault.into(),
                }
            })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { path, file, created }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
            // Some network folders know no locks. SQLite's own lock is then the only one.
            Err(TryLockError::Error(fault)) if fault.kind() == io::ErrorKind::Unsupported => {
                tracing::warn!(%fault, "the folder knows no locks");
                Ok(Self { path, file, created })
            }
            Err(TryLockError::Error(fault)) => Err(fault.into()),
        }
    }

    /// Gives the lock back and leaves no trace where there was none before, for a file that was refused.
    pub(crate) fn withdraw(self) {
        if self.created {
            // What cannot be removed stays as an empty file and harms nobody.
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}
