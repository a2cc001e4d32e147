//! The first hundred bytes of a SQLite file, read without SQLite.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::OpenError;
use crate::schema::Schema;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// How an encrypted data file will begin. SQLite's own encryption hides the whole header, so a file can only be
/// told from noise by a mark of ours.
const ENCRYPTED: &[u8; 16] = b"PPS encrypted 1\0";

/// Refuses what is not a data file of ours, or is of a newer version, without opening it for writing.
pub(crate) fn check(path: &Path, schema: Schema) -> Result<(), OpenError> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
            return Err(OpenError::Missing(path.to_owned()));
        }
        Err(fault) => return Err(fault.into()),
    };
    if file.metadata()?.is_dir() {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    let mut header = Vec::with_capacity(100);
    Read::by_ref(&mut file).take(100).read_to_end(&mut header)?;
    if header.starts_with(ENCRYPTED) {
        return Err(OpenError::NeedsKey);
    }
    if !header.starts_with(MAGIC) {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    if header.len() < 100 {
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
