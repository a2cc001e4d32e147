//! Which meeting answers which row of a plan.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{blob, id};
use crate::error::StoreError;

/// Notes the row of a plan that a meeting answers, or that it answers none.
pub(crate) fn set(connection: &Connection, meeting: Uuid, wanted: Option<Uuid>) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT part AS id FROM planned WHERE meeting = ?1")?;
    let known = statement.query_row([blob(&meeting)], |row| id(row, "id")).optional()?;
    if known == wanted {
        return Ok(());
    }
    connection.prepare_cached("DELETE FROM planned WHERE meeting = ?1")?.execute([blob(&meeting)])?;
    if let Some(part) = wanted {
        connection
            .prepare_cached("INSERT INTO planned (meeting, part) VALUES (?1, ?2)")?
            .execute([blob(&meeting), blob(&part)])?;
    }
    Ok(())
}

/// Meetings that answer a row of a plan.
pub(crate) fn meetings(connection: &Connection, part: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT meeting AS id FROM planned WHERE part = ?1 ORDER BY meeting")?;
    let rows = statement.query_map([blob(&part)], |row| id(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
