//! Records in force.

use pps_domain::records::{Kind, Record};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::{blob, id, kind, optional_id, record_hash};
use crate::codec::canonical::Hash;
use crate::codec::{Stored, decode};
use crate::error::StoreError;

/// A row of the table.
pub(crate) struct Live {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    /// The community whose record it is; none for people and organisations.
    pub(crate) community: Option<Uuid>,
    pub(crate) revision: i64,
    pub(crate) stored: Stored,
    pub(crate) sha256: Hash,
}

impl Live {
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

const COLUMNS: &str =
    "record.id, record.kind, record.community, record.revision, record.format, record.body, record.sha256";

type Raw = (Uuid, String, Option<Uuid>, i64, Stored, Hash);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let stored = Stored { format: row.get("format")?, text: row.get("body")? };
    let community = optional_id(row, "community")?;
    Ok((id(row, "id")?, row.get("kind")?, community, row.get("revision")?, stored, row.get("sha256")?))
}

fn live((id, word, community, revision, stored, sha256): Raw) -> Result<Live, StoreError> {
    Ok(Live { id, kind: kind(&word)?, community, revision, stored, sha256 })
}

/// A row of the whole table, as it stands.
pub(crate) fn row(row: &Row<'_>) -> Result<Live, StoreError> {
    live(raw(row)?)
}

/// One record.
pub(crate) fn get(connection: &Connection, id: Uuid) -> Result<Option<Live>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM record WHERE id = ?1"))?;
    statement.query_row([blob(&id)], raw).optional()?.map(live).transpose()
}

/// What a record is and whose, as links ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) kind: Kind,
    pub(crate) community: Option<Uuid>,
}

impl Place {
    pub(crate) fn of(record: &Record) -> Self {
        Self { kind: record.kind(), community: record.community().map(|community| community.0) }
    }
}

/// What a record is and whose, without its text; none where it is not there.
pub(crate) fn place(connection: &Connection, id: Uuid) -> Result<Option<Place>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT kind, community FROM record WHERE id = ?1")?;
    let found = statement
        .query_row([blob(&id)], |row| Ok((row.get::<_, String>("kind")?, optional_id(row, "community")?)));
    found.optional()?.map(|(word, community)| Ok(Place { kind: kind(&word)?, community })).transpose()
}

/// Hands over the records that a clause selects, one after another.
pub(crate) fn each<E: From<StoreError>>(
    connection: &Connection,
    clause: &str,
    parameters: impl rusqlite::Params,
    mut take: impl FnMut(Live) -> Result<(), E>,
) -> Result<(), E> {
    let sql = format!("SELECT {COLUMNS} FROM record {clause}");
    let mut statement = connection.prepare_cached(&sql).map_err(StoreError::from)?;
    let rows = statement.query_map(parameters, raw).map_err(StoreError::from)?;
    for row in rows {
        take(live(row.map_err(StoreError::from)?)?)?;
    }
    Ok(())
}

/// Writes a record, new or known.
pub(crate) fn put(
    connection: &Connection,
    record: &Record,
    stored: &Stored,
    change: i64,
) -> Result<(), StoreError> {
    let hash = record_hash(record.kind(), record.id(), stored);
    put_proved(connection, record, stored, change, &hash)
}

/// The same where the hash is known already.
pub(crate) fn put_proved(
    connection: &Connection,
    record: &Record,
    stored: &Stored,
    change: i64,
    hash: &Hash,
) -> Result<(), StoreError> {
    let (kind, id) = (record.kind(), record.id());
    let community = record.community().map(|community| community.0);
    connection
        .prepare_cached(
            "INSERT INTO record (id, kind, community, revision, format, body, sha256)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET
                 kind = excluded.kind, community = excluded.community, revision = excluded.revision,
                 format = excluded.format, body = excluded.body, sha256 = excluded.sha256",
        )?
        .execute(params![
            blob(&id),
            kind.word(),
            community.as_ref().map(blob),
            change,
            stored.format,
            stored.text,
            hash
        ])?;
    Ok(())
}

/// Takes a record out, with its links, parts and place in the search.
pub(crate) fn remove(connection: &Connection, id: Uuid) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM record WHERE id = ?1")?.execute([blob(&id)])?;
    Ok(())
}
