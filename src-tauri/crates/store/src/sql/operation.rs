//! What a person did.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::{blob, id, optional_id};
use crate::codec::canonical::{Hash, canonical, sha256};
use crate::error::StoreError;
use crate::instant;

/// A row of the table.
#[derive(Debug, Clone)]
pub(crate) struct OperationRow {
    pub(crate) number: i64,
    pub(crate) id: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) name: String,
    pub(crate) undoes: Option<Uuid>,
    pub(crate) undone_by: Option<Uuid>,
    pub(crate) sha256: Hash,
}

/// The hash that proves a row: over everything but `undone_by`, which later operations change and which
/// follows from their own `undoes`.
pub(crate) fn hash(id: Uuid, at: DateTime<Utc>, name: &str, undoes: Option<Uuid>) -> Hash {
    let whole = serde_json::json!([id, instant::to_text(at), name, undoes]);
    sha256(canonical(&whole).as_bytes())
}

type Raw = (i64, Uuid, String, String, Option<Uuid>, Option<Uuid>, Hash);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((
        row.get("number")?,
        id(row, "id")?,
        row.get("at")?,
        row.get("name")?,
        optional_id(row, "undoes")?,
        optional_id(row, "undone_by")?,
        row.get("sha256")?,
    ))
}

fn operation((number, id, at, name, undoes, undone_by, sha256): Raw) -> Result<OperationRow, StoreError> {
    Ok(OperationRow { number, id, at: instant::from_text(&at)?, name, undoes, undone_by, sha256 })
}

/// A row of the whole table, as it stands.
pub(crate) fn row(row: &Row<'_>) -> Result<OperationRow, StoreError> {
    operation(raw(row)?)
}

fn one(connection: &Connection, clause: &str) -> Result<Option<OperationRow>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT * FROM operation {clause}"))?;
    statement.query_row([], raw).optional()?.map(operation).transpose()
}

/// The operation with the identifier.
pub(crate) fn get(connection: &Connection, id: Uuid) -> Result<Option<OperationRow>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM operation WHERE id = ?1")?;
    statement.query_row([blob(&id)], raw).optional()?.map(operation).transpose()
}

/// The operation with the number.
pub(crate) fn numbered(connection: &Connection, number: i64) -> Result<Option<OperationRow>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM operation WHERE number = ?1")?;
    statement.query_row([number], raw).optional()?.map(operation).transpose()
}

/// The last operation of all.
pub(crate) fn last(connection: &Connection) -> Result<Option<OperationRow>, StoreError> {
    one(connection, "ORDER BY number DESC LIMIT 1")
}

/// What can be taken back: an operation that changed a record. A name that was forgotten and a paper that was given out
/// are told in the history, but nothing brings them back.
const UNDOABLE: &str = "EXISTS (SELECT 1 FROM revision WHERE revision.operation = operation.number)";

/// The operation that «Отменить» takes back: the last one that is in force.
pub(crate) fn to_undo(connection: &Connection) -> Result<Option<OperationRow>, StoreError> {
    let clause =
        format!("WHERE undoes IS NULL AND undone_by IS NULL AND {UNDOABLE} ORDER BY number DESC LIMIT 1");
    one(connection, &clause)
}

/// The undoing that «Вернуть» takes back: the last one that is in force, as long as nothing new was done since.
pub(crate) fn to_redo(connection: &Connection) -> Result<Option<OperationRow>, StoreError> {
    let clause = format!(
        "WHERE undone_by IS NULL
           AND number > coalesce(
               (SELECT number FROM operation WHERE undoes IS NULL AND {UNDOABLE} ORDER BY number DESC LIMIT 1), 0)
           AND undoes IN (SELECT id FROM operation WHERE undoes IS NULL)
         ORDER BY number DESC LIMIT 1"
    );
    one(connection, &clause)
}

/// The last operations, newest first.
pub(crate) fn newest(connection: &Connection, limit: u32) -> Result<Vec<OperationRow>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM operation ORDER BY number DESC LIMIT ?1")?;
    let rows = statement.query_map([limit], raw)?;
    rows.map(|row| operation(row?)).collect()
}

/// Hands over all operations in order.
pub(crate) fn each<E: From<StoreError>>(
    connection: &Connection,
    mut take: impl FnMut(OperationRow) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement =
        connection.prepare("SELECT * FROM operation ORDER BY number").map_err(StoreError::from)?;
    for row in statement.query_map([], raw).map_err(StoreError::from)? {
        take(operation(row.map_err(StoreError::from)?)?)?;
    }
    Ok(())
}

/// Writes a new operation and says its number.
pub(crate) fn insert(
    connection: &Connection,
    id: Uuid,
    at: DateTime<Utc>,
    name: &str,
    undoes: Option<Uuid>,
    undone_by: Option<Uuid>,
) -> Result<i64, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO operation (id, at, name, undoes, undone_by, sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            blob(&id),
            instant::to_text(at),
            name,
            undoes.as_ref().map(blob),
            undone_by.as_ref().map(blob),
            hash(id, at, name, undoes)
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Notes who took an operation back; nobody, once that was taken back in its turn.
pub(crate) fn set_undone_by(connection: &Connection, id: Uuid, by: Option<Uuid>) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE operation SET undone_by = ?2 WHERE id = ?1")?
        .execute(params![blob(&id), by.as_ref().map(blob)])?;
    Ok(())
}

/// Calls an operation otherwise, since the record's name was being typed.
pub(crate) fn rename(connection: &Connection, row: &OperationRow, name: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE operation SET name = ?2, sha256 = ?3 WHERE number = ?1")?
        .execute(params![row.number, name, hash(row.id, row.at, name, row.undoes)])?;
    Ok(())
}
