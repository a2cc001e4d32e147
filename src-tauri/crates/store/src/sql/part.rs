//! Identifiers of parts.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{blob, id};
use crate::error::StoreError;

/// Makes the parts of a record what they should be, touching only those that differ. A record that is new has none.
pub(crate) fn set(
    connection: &Connection,
    record: Uuid,
    wanted: &BTreeSet<Uuid>,
    is_new: bool,
) -> Result<(), StoreError> {
    let mut known = BTreeSet::new();
    if !is_new {
        let mut statement = connection.prepare_cached("SELECT id FROM part WHERE record = ?1")?;
        let rows = statement.query_map([blob(&record)], |row| id(row, "id"))?;
        known = rows.collect::<Result<_, _>>()?;
    }
    for part in known.difference(wanted) {
        connection
            .prepare_cached("DELETE FROM part WHERE record = ?1 AND id = ?2")?
            .execute([blob(&record), blob(part)])?;
    }
    for part in wanted.difference(&known) {
        connection
            .prepare_cached("INSERT INTO part (record, id) VALUES (?1, ?2)")?
            .execute([blob(&record), blob(part)])?;
    }
    Ok(())
}

/// The records that hold a part: one, save within an operation that moves it.
pub(crate) fn records(connection: &Connection, part: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT record AS id FROM part WHERE id = ?1")?;
    let rows = statement.query_map([blob(&part)], |row| id(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A part of the record that another record holds too, or that is itself a record.
pub(crate) fn repeated(connection: &Connection, record: Uuid) -> Result<Option<Uuid>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT own.id AS id FROM part AS own
         WHERE own.record = ?1 AND (
             EXISTS (SELECT 1 FROM part AS other WHERE other.id = own.id AND other.record <> own.record)
             OR EXISTS (SELECT 1 FROM record WHERE record.id = own.id))",
    )?;
    Ok(statement.query_row([blob(&record)], |row| id(row, "id")).optional()?)
}
