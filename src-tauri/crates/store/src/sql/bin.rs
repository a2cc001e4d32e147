//! Deleted records.

use chrono::{DateTime, Utc};
use pps_domain::records::{Kind, Record};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::{blob, id, kind, record_hash};
use crate::codec::canonical::Hash;
use crate::codec::{Stored, decode};
use crate::error::StoreError;
use crate::instant;

/// A row of the table.
pub(crate) struct Binned {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) deleted: DateTime<Utc>,
    pub(crate) stored: Stored,
    pub(crate) sha256: Hash,
}

impl Binned {
    /// The record itself, which must be as it was written.
    pub(crate) fn record(&self) -> Result<Record, StoreError> {
        Ok(decode(self.kind, self.proved()?)?)
    }

    /// The text, proved by its hash.
    pub(crate) fn proved(&self) -> Result<&Stored, StoreError> {
        if self.sha256 == record_hash(self.kind, self.id, &self.stored) {
            return Ok(&self.stored);
        }
        Err(StoreError::Changed { kind: self.kind, id: self.id })
    }
}

type Raw = (Uuid, String, String, Stored, Hash);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let stored = Stored { format: row.get("format")?, text: row.get("body")? };
    Ok((id(row, "id")?, row.get("kind")?, row.get("deleted")?, stored, row.get("sha256")?))
}

fn binned((id, word, deleted, stored, sha256): Raw) -> Result<Binned, StoreError> {
    Ok(Binned { id, kind: kind(&word)?, deleted: instant::from_text(&deleted)?, stored, sha256 })
}

/// A row of the whole table, as it stands.
pub(crate) fn row(row: &Row<'_>) -> Result<Binned, StoreError> {
    binned(raw(row)?)
}

/// One deleted record.
pub(crate) fn get(connection: &Connection, id: Uuid) -> Result<Option<Binned>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM bin WHERE id = ?1")?;
    statement.query_row([blob(&id)], raw).optional()?.map(binned).transpose()
}

/// All of them, those deleted last first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Binned>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM bin ORDER BY deleted DESC, id")?;
    let rows = statement.query_map([], raw)?;
    rows.map(|row| binned(row?)).collect()
}

/// Keeps a record that is being deleted.
pub(crate) fn put(
    connection: &Connection,
    kind: Kind,
    id: Uuid,
    stored: &Stored,
    deleted: DateTime<Utc>,
) -> Result<(), StoreError> {
    let hash = record_hash(kind, id, stored);
    connection
        .prepare_cached(
            "INSERT INTO bin (id, kind, deleted, format, body, sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            blob(&id),
            kind.word(),
            instant::to_text(deleted),
            stored.format,
            stored.text,
            hash
        ])?;
    Ok(())
}

/// Forgets a deleted record, which is in force again.
pub(crate) fn remove(connection: &Connection, id: Uuid) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM bin WHERE id = ?1")?.execute([blob(&id)])?;
    Ok(())
}
