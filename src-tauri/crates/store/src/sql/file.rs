//! Attached files, in the files database.

use rusqlite::blob::Blob;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, params};
use sha2::{Digest as _, Sha256};

use crate::codec::canonical::{Hash, from_hex, hex, sha256};
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

/// A piece of the bytes, read without the rest.
pub(crate) fn piece(
    connection: &Connection,
    hash: &Hash,
    offset: u64,
    length: usize,
) -> Result<Vec<u8>, StoreError> {
    let Some(blob) = open(connection, hash)? else { return Ok(Vec::new()) };
    let offset = usize::try_from(offset).unwrap_or(usize::MAX).min(blob.len());
    let mut bytes = vec![0; length.min(blob.len() - offset)];
    blob.read_at_exact(&mut bytes, offset)?;
    Ok(bytes)
}

/// Keeps a file whose bytes come piece by piece, from the offset that is asked for; an empty piece is the end. All of it is
/// there when this returns, or nothing.
pub(crate) fn put_in_pieces(
    connection: &Connection,
    entry: &FileEntry,
    mut piece: impl FnMut(u64) -> Result<Vec<u8>, StoreError>,
) -> Result<(), StoreError> {
    let changed =
        || StoreError::Damaged(format!("содержимое прикреплённого файла {} изменилось", entry.sha256));
    let hash = from_hex(&entry.sha256).ok_or_else(changed)?;
    let size = i64::try_from(entry.size).map_err(|_| changed())?;
    let transaction = connection.unchecked_transaction()?;
    transaction.execute(
        "INSERT INTO file (sha256, size, media_type, bytes) VALUES (?1, ?2, ?3, zeroblob(?2))",
        params![hash, size, entry.media_type],
    )?;
    {
        let mut blob =
            transaction.blob_open(MAIN_DB, "file", "bytes", transaction.last_insert_rowid(), false)?;
        let (mut sum, mut offset) = (Sha256::new(), 0_usize);
        loop {
            let bytes = piece(offset as u64)?;
            if bytes.is_empty() {
                break;
            }
            if offset + bytes.len() > blob.len() {
                return Err(changed());
            }
            sum.update(&bytes);
            blob.write_all_at(&bytes, offset)?;
            offset += bytes.len();
        }
        if offset != blob.len() || Hash::from(sum.finalize()) != hash {
            return Err(changed());
        }
    }
    Ok(transaction.commit()?)
}

fn open<'c>(connection: &'c Connection, hash: &Hash) -> Result<Option<Blob<'c>>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT rowid FROM file WHERE sha256 = ?1")?;
    let row: Option<i64> = statement.query_row([hash.as_slice()], |row| row.get(0)).optional()?;
    Ok(row.map(|row| connection.blob_open(MAIN_DB, "file", "bytes", row, true)).transpose()?)
}

/// The size of a file that is there.
pub(crate) fn size(connection: &Connection, hash: &Hash) -> Result<Option<u64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT size FROM file WHERE sha256 = ?1")?;
    let size: Option<i64> = statement.query_row([hash.as_slice()], |row| row.get(0)).optional()?;
    Ok(size.map(i64::unsigned_abs))
}

/// Takes bytes away that nobody names any more.
pub(crate) fn remove(connection: &Connection, hash: &Hash) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM file WHERE sha256 = ?1")?.execute([hash.as_slice()])?;
    Ok(())
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
