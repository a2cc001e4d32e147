//! Records before and after operations.

use pps_domain::records::Kind;
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::{begun, blob, id, kind, side};
use crate::codec::Stored;
use crate::codec::canonical::{Hash, sha256};
use crate::error::StoreError;

/// A row of the table.
#[derive(Debug, Clone)]
pub(crate) struct RevisionRow {
    pub(crate) operation: i64,
    pub(crate) record: Uuid,
    pub(crate) kind: Kind,
    pub(crate) before: Option<Stored>,
    pub(crate) after: Option<Stored>,
    pub(crate) sha256: Hash,
}

impl RevisionRow {
    /// The row, proved by its hash.
    pub(crate) fn proved(self) -> Result<Self, StoreError> {
        if self.sha256 == hash(self.kind, self.record, self.before.as_ref(), self.after.as_ref()) {
            return Ok(self);
        }
        Err(StoreError::Changed { kind: self.kind, id: self.record })
    }
}

/// The hash that proves a row: over the kind, the identifier and both texts with their formats.
pub(crate) fn hash(kind: Kind, id: Uuid, before: Option<&Stored>, after: Option<&Stored>) -> Hash {
    let sides = [before, after];
    let mut whole = begun(kind, id, sides.into_iter().flatten().map(|stored| stored.text.len()).sum());
    for (index, stored) in sides.into_iter().enumerate() {
        if index > 0 {
            whole.push(',');
        }
        match stored {
            Some(stored) => {
                whole.push('[');
                side(stored, &mut whole);
                whole.push(']');
            }
            None => whole.push_str("null"),
        }
    }
    whole.push(']');
    sha256(whole.as_bytes())
}

type Raw = (i64, Uuid, String, Option<Stored>, Option<Stored>, Hash);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let side = |format: Option<u32>, text: Option<String>| {
        format.zip(text).map(|(format, text)| Stored { format, text })
    };
    Ok((
        row.get("operation")?,
        id(row, "record")?,
        row.get("kind")?,
        side(row.get("before_format")?, row.get("before")?),
        side(row.get("after_format")?, row.get("after")?),
        row.get("sha256")?,
    ))
}

fn revision((operation, record, word, before, after, sha256): Raw) -> Result<RevisionRow, StoreError> {
    Ok(RevisionRow { operation, record, kind: kind(&word)?, before, after, sha256 })
}

/// A row of the whole table, as it stands.
pub(crate) fn row(row: &Row<'_>) -> Result<RevisionRow, StoreError> {
    revision(raw(row)?)
}

/// What an operation touched, in order.
pub(crate) fn of_operation(connection: &Connection, operation: i64) -> Result<Vec<RevisionRow>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM revision WHERE operation = ?1 ORDER BY number")?;
    let rows = statement.query_map([operation], raw)?;
    rows.map(|row| revision(row?)).collect()
}

/// All revisions of a record, oldest first.
pub(crate) fn of_record(connection: &Connection, record: Uuid) -> Result<Vec<RevisionRow>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM revision WHERE record = ?1 ORDER BY number")?;
    let rows = statement.query_map([blob(&record)], raw)?;
    rows.map(|row| revision(row?)).collect()
}

/// Hands over all revisions in order.
pub(crate) fn each<E: From<StoreError>>(
    connection: &Connection,
    mut take: impl FnMut(RevisionRow) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement =
        connection.prepare("SELECT * FROM revision ORDER BY number").map_err(StoreError::from)?;
    for row in statement.query_map([], raw).map_err(StoreError::from)? {
        take(revision(row.map_err(StoreError::from)?)?)?;
    }
    Ok(())
}

/// Writes a new revision.
pub(crate) fn insert(
    connection: &Connection,
    operation: i64,
    record: Uuid,
    kind: Kind,
    before: Option<&Stored>,
    after: Option<&Stored>,
) -> Result<(), StoreError> {
    let hash = hash(kind, record, before, after);
    insert_proved(connection, operation, (kind, record), [before, after], &hash)
}

/// The same where the hash is known already.
pub(crate) fn insert_proved(
    connection: &Connection,
    operation: i64,
    (kind, record): (Kind, Uuid),
    [before, after]: [Option<&Stored>; 2],
    hash: &Hash,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO revision
                 (operation, record, kind, before_format, before, after_format, after, sha256)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            operation,
            blob(&record),
            kind.word(),
            before.map(|stored| stored.format),
            before.map(|stored| &stored.text),
            after.map(|stored| stored.format),
            after.map(|stored| &stored.text),
            hash
        ])?;
    Ok(())
}

/// Replaces what a record became in an operation, for saves that merge.
pub(crate) fn set_after(
    connection: &Connection,
    row: &RevisionRow,
    after: Option<&Stored>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE revision SET after_format = ?3, after = ?4, sha256 = ?5
             WHERE operation = ?1 AND record = ?2",
        )?
        .execute(params![
            row.operation,
            blob(&row.record),
            after.map(|stored| stored.format),
            after.map(|stored| &stored.text),
            hash(row.kind, row.record, row.before.as_ref(), after)
        ])?;
    Ok(())
}
