//! Attached files, in the files database.

use rusqlite::{Connection, OptionalExtension, params};

use crate::codec::canonical::{Hash, hex, sha256};
use crate::error::StoreError;

/// A file in the list of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// «application/pdf»
    pub media_type: String,
}

/// Keeps the bytes. What is there already stays as it is.
pub(crate) fn put(connection: &Connection, bytes: &[u8], media_type: &str) -> Result<Hash, StoreError> {
    let hash = sha256(bytes);
    connection
        .prepare_cached(
            "INSERT INTO file (sha256, size, media_type, bytes) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute(params![hash, length(bytes)?, media_type, bytes])?;
    Ok(hash)
}

/// The bytes, proved by their hash.
pub(crate) fn get(connection: &Connection, hash: &Hash) -> Result<Option<Vec<u8>>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT bytes FROM file WHERE sha256 = ?1")?;
    let bytes: Option<Vec<u8>> = statement.query_row([hash.as_slice()], |row| row.get(0)).optional()?;
    match bytes {
        Some(bytes) if sha256(&bytes) != *hash => {
            Err(StoreError::Damaged(format!("содержимое прикреплённого файла {} изменилось", hex(hash))))
        }
        other => Ok(other),
    }
}

/// The size of a file that is there.
pub(crate) fn size(connection: &Connection, hash: &Hash) -> Result<Option<u64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT size FROM file WHERE sha256 = ?1")?;
    let size: Option<i64> = statement.query_row([hash.as_slice()], |row| row.get(0)).optional()?;
    Ok(size.map(i64::unsigned_abs))
}

/// All files by their hashes.
pub(crate) fn list(connection: &Connection) -> Result<Vec<FileEntry>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT sha256, size, media_type FROM file ORDER BY sha256")?;
    let rows = statement.query_map([], |row| {
        let hash: Hash = row.get(0)?;
        let size: i64 = row.get(1)?;
        Ok(FileEntry { sha256: hex(&hash), size: size.unsigned_abs(), media_type: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn length(bytes: &[u8]) -> Result<i64, StoreError> {
    i64::try_from(bytes.len()).map_err(|_| StoreError::Io("файл слишком велик".to_owned()))
}
