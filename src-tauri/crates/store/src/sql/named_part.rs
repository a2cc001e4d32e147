//! Which record names which part of another.

use std::collections::BTreeSet;

use rusqlite::Connection;
use uuid::Uuid;

use super::{blob, id};
use crate::error::StoreError;

/// Makes the parts that a record names what they should be, touching only those that differ. A record that is new has none.
pub(crate) fn set(
    connection: &Connection,
    source: Uuid,
    wanted: &BTreeSet<Uuid>,
    is_new: bool,
) -> Result<(), StoreError> {
    let mut known = BTreeSet::new();
    if !is_new {
        let mut statement =
            connection.prepare_cached("SELECT part AS id FROM named_part WHERE source = ?1")?;
        let rows = statement.query_map([blob(&source)], |row| id(row, "id"))?;
        known = rows.collect::<Result<_, _>>()?;
    }
    for part in known.difference(wanted) {
        connection
            .prepare_cached("DELETE FROM named_part WHERE source = ?1 AND part = ?2")?
            .execute([blob(&source), blob(part)])?;
    }
    for part in wanted.difference(&known) {
        connection
            .prepare_cached("INSERT INTO named_part (source, part) VALUES (?1, ?2)")?
            .execute([blob(&source), blob(part)])?;
    }
    Ok(())
}

/// Who names a part.
pub(crate) fn sources(connection: &Connection, part: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT source AS id FROM named_part WHERE part = ?1 ORDER BY source")?;
    let rows = statement.query_map([blob(&part)], |row| id(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
