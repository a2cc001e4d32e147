//! Files beside the database: papers and open data that a person asked for.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::AppError;

/// Writes a file whole or not at all: into a temporary file beside it, then by one renaming. What was there
/// before stays until then.
///
/// # Errors
/// What the disk refuses.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let part = beside(path);
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let renamed = written.and_then(|()| fs::rename(&part, path));
    renamed.map_err(|fault| {
        // The temporary file may not even have been made; the first fault is the one to tell.
        let _ = fs::remove_file(&part);
        AppError::writing(path)(fault)
    })
}

/// Reads a file that a person has named.
///
/// # Errors
/// What the disk refuses.
pub(crate) fn read_whole(path: &Path) -> Result<Vec<u8>, AppError> {
    fs::read(path).map_err(AppError::reading(path))
}

/// The name of a file as a person knows it.
pub(crate) fn shown_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}
