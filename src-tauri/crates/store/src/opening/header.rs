//! The first bytes of a file, read without SQLite.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::OpenError;
use super::key::{Head, MAGIC, OPEN, is_locked};
use crate::schema::Schema;

/// How plain SQLite begins, which older versions of this program wrote.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// The length of SQLite's own header.
const HEADER: usize = 100;

/// What lies at a path, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// A file of an older version, not yet encrypted.
    Plain,
    /// A file under a key.
    Sealed(Head),
}

/// Refuses what is not a data file of ours, or is of a newer version, without opening it for writing.
pub(crate) fn look(path: &Path, schema: Schema) -> Result<Found, OpenError> {
    let header = first_bytes(path)?;
    if let Ok(head) = Head::try_from(&header[..header.len().min(OPEN.len())])
        && (head == OPEN || is_locked(&head))
    {
        return Ok(Found::Sealed(head));
    }
    if header.starts_with(PLAIN) {
        look_at_plain(path, &header, schema)?;
        return Ok(Found::Plain);
    }
    // The beginning may be what was damaged: the pages behind it prove themselves under the open key.
    if header.starts_with(MAGIC) || super::connection::opens(path, schema) {
        return Err(OpenError::Damaged("начало файла изменено".to_owned()));
    }
    Err(OpenError::Foreign(path.to_owned()))
}

/// How a copy of the records begins; none of a plain one of an older version.
pub(crate) fn head_of(copy: &Path) -> Result<Option<Head>, OpenError> {
    Ok(match look(copy, Schema::Records)? {
        Found::Sealed(head) => Some(head),
        Found::Plain => None,
    })
}

fn first_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    let found = match fs::metadata(path) {
        Ok(found) => found,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
            return Err(OpenError::Missing(path.to_owned()));
        }
        Err(fault) => return Err(fault.into()),
    };
    // Opening a pipe or reading a device could last for ever.
    if !found.is_file() {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    let mut header = Vec::with_capacity(HEADER);
    File::open(path)?.take(HEADER as u64).read_to_end(&mut header)?;
    Ok(header)
}

fn look_at_plain(path: &Path, header: &[u8], schema: Schema) -> Result<(), OpenError> {
    if header.len() < HEADER {
        return Err(OpenError::Damaged("файл обрывается".to_owned()));
    }
    let number =
        |at: usize| header[at..at + 4].iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    let (version, application) = (number(60), number(68));
    if application != schema.application_id() {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    refuse_newer(version, schema)
}

/// Refuses a version that this program does not know.
pub(crate) fn refuse_newer(version: u32, schema: Schema) -> Result<(), OpenError> {
    let known = schema.version();
    if version > known { Err(OpenError::Newer { found: version, known }) } else { Ok(()) }
}
