//! The history as it is shown.

use chrono::{DateTime, Utc};
use pps_domain::personal::Export;
use pps_domain::records::{Kind, Record};
use uuid::Uuid;

use crate::codec::{Stored, decode};
use crate::error::{Named, StoreError};
use crate::reader::Reader;
use crate::sql::operation::OperationRow;
use crate::sql::revision::RevisionRow;
use crate::sql::{export, operation, revision};

/// How an operation changed a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    Created,
    /// It was there before and after.
    Changed,
    /// It is not there after.
    Deleted,
}

/// An operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Identifier.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// «Изменён протокол № 2»
    pub name: String,
    /// The operation that it takes back.
    pub undoes: Option<Uuid>,
    /// The operation that took it back; none while it is in force.
    pub undone_by: Option<Uuid>,
    /// What it touched, by the names after it.
    pub records: Vec<(Named, Change)>,
}

/// An operation that is taken back or done again, with what it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Name of the operation: «Изменён протокол № 2».
    pub name: String,
    /// The records that it changed, the one that it was about first.
    pub records: Vec<(Kind, Uuid)>,
    /// The first of them as it was before; none where it was made.
    pub before: Option<Record>,
    /// The first of them as it was after; none where it was deleted.
    pub after: Option<Record>,
}

/// A record before and after an operation.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    /// The operation's identifier.
    pub operation: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Name of the operation.
    pub name: String,
    /// Whether it takes another operation back, or does one again.
    pub undoes: bool,
    /// The operation that took it back; none while it is in force.
    pub undone_by: Option<Uuid>,
    /// The record before; none where it was made.
    pub before: Option<Record>,
    /// The record after; none where it was deleted.
    pub after: Option<Record>,
}

impl Reader<'_> {
    /// The last operations, newest first.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn operations(&self, limit: u32) -> Result<Vec<Operation>, StoreError> {
        let rows = operation::newest(self.connection, limit)?;
        rows.into_iter().map(|row| self.operation(row)).collect()
    }

    /// What was given out, newest first.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn exports(&self) -> Result<Vec<(DateTime<Utc>, Export)>, StoreError> {
        export::all(self.connection)
    }

    /// What happened to a record, newest first.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn history(&self, id: Uuid) -> Result<Vec<HistoryEntry>, StoreError> {
        let rows = revision::of_record(self.connection, id)?;
        let entries = rows.into_iter().rev().map(|row| {
            let read = |stored: Option<&Stored>| stored.map(|stored| decode(row.kind, stored)).transpose();
            let operation = operation::numbered(self.connection, row.operation)?
                .ok_or_else(|| StoreError::Damaged("в истории нет действия".to_owned()))?;
            Ok(HistoryEntry {
                operation: operation.id,
                at: operation.at,
                name: operation.name,
                undoes: operation.undoes.is_some(),
                undone_by: operation.undone_by,
                before: read(row.before.as_ref())?,
                after: read(row.after.as_ref())?,
            })
        });
        entries.collect()
    }

    /// What «Отменить» would take back.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn next_undo(&self) -> Result<Option<Act>, StoreError> {
        match operation::to_undo(self.connection)? {
            Some(row) if !founds(self, &row)? => Ok(Some(act(self, &row)?)),
            _ => Ok(None),
        }
    }

    /// What «Вернуть» would do again.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn next_redo(&self) -> Result<Option<Act>, StoreError> {
        let Some(row) = operation::to_redo(self.connection)? else { return Ok(None) };
        let Some(undone) = row.undoes else { return Ok(None) };
        operation::get(self.connection, undone)?.map(|row| act(self, &row)).transpose()
    }

    fn operation(&self, row: OperationRow) -> Result<Operation, StoreError> {
        let revisions = revision::of_operation(self.connection, row.number)?;
        let records = revisions.iter().map(|revision| {
            let change = match (&revision.before, &revision.after) {
                (None, _) => Change::Created,
                (Some(_), Some(_)) => Change::Changed,
                (Some(_), None) => Change::Deleted,
            };
            let any = revision.after.as_ref().or(revision.before.as_ref());
            let title = title_of(self, revision.kind, any)?;
            Ok((Named { kind: revision.kind, id: revision.record, title }, change))
        });
        Ok(Operation {
            id: row.id,
            at: row.at,
            name: row.name,
            undoes: row.undoes,
            undone_by: row.undone_by,
            records: records.collect::<Result<_, StoreError>>()?,
        })
    }
}

/// Whether the operation is the beginning of a community. It is not taken back: nothing would be left to be shown, and
/// whoever presses the key too often would lose sight of the whole year.
pub(super) fn founds(reader: &Reader<'_>, row: &OperationRow) -> Result<bool, StoreError> {
    let revisions = revision::of_operation(reader.connection, row.number)?;
    Ok(revisions.iter().any(|row| row.kind == Kind::Community && row.before.is_none()))
}

/// An operation with the record that it was about. The others are not read, however many it changed.
pub(super) fn act(reader: &Reader<'_>, row: &OperationRow) -> Result<Act, StoreError> {
    let revisions = revision::of_operation(reader.connection, row.number)?;
    let side = |of: fn(&RevisionRow) -> Option<&Stored>| {
        let first = revisions.first();
        first.and_then(|row| Some(decode(row.kind, of(row)?))).transpose()
    };
    Ok(Act {
        name: row.name.clone(),
        records: revisions.iter().map(|row| (row.kind, row.record)).collect(),
        before: side(|row| row.before.as_ref())?,
        after: side(|row| row.after.as_ref())?,
    })
}

/// The name of a record by one of its texts.
pub(super) fn title_of(
    reader: &Reader<'_>,
    kind: Kind,
    stored: Option<&Stored>,
) -> Result<String, StoreError> {
    match stored {
        Some(stored) => reader.title(&decode(kind, stored)?),
        None => Ok(kind.words().unnamed.to_owned()),
    }
}
