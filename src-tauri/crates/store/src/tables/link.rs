//! Which record names which.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{blob, id};
use crate::error::StoreError;

/// Makes the links of a record what they should be, touching only those that differ: a saved field changes
/// none of a protocol's fifty.
pub(crate) fn set(connection: &Connection, source: Uuid, wanted: &BTreeSet<Uuid>) -> Result<(), StoreError> {
    let known = targets(connection, source)?;
    for target in known.difference(wanted) {
        connection
            .prepare_cached("DELETE FROM link WHERE source = ?1 AND target = ?2")?
            .execute([blob(&source), blob(target)])?;
    }
    for target in wanted.difference(&known) {
        connection
            .prepare_cached("INSERT INTO link (source, target) VALUES (?1, ?2)")?
            .execute([blob(&source), blob(target)])?;
    }
    Ok(())
}

/// What a record names.
pub(crate) fn targets(connection: &Connection, source: Uuid) -> Result<BTreeSet<Uuid>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT target AS id FROM link WHERE source = ?1")?;
    let rows = statement.query_map([blob(&source)], |row| id(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who names a record.
pub(crate) fn sources(connection: &Connection, target: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT source AS id FROM link WHERE target = ?1 ORDER BY source")?;
    let rows = statement.query_map([blob(&target)], |row| id(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Something that a record names and that is not there.
pub(crate) fn dangling(connection: &Connection, source: Uuid) -> Result<Option<Uuid>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT target AS id FROM link
         WHERE source = ?1 AND NOT EXISTS (SELECT 1 FROM record WHERE record.id = link.target)",
    )?;
    Ok(statement.query_row([blob(&source)], |row| id(row, "id")).optional()?)
}
