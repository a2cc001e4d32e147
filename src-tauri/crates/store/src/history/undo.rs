//! Undoing and redoing. Both are operations of their own, so nothing is ever taken out of the history.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::merge::{Session, settle};
use super::{Act, NewOperation, log};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::operation::OperationRow;
use crate::sql::revision::RevisionRow;
use crate::sql::{operation, record, revision};
use crate::writer::{ChangedRecord, Writer};

/// Takes back the last operation that is in force; none where there is nothing to take back, or only the beginning of a
/// community.
pub(crate) fn undo(
    reader: Reader<'_>,
    id: Uuid,
    at: DateTime<Utc>,
) -> Result<Option<(Act, Vec<ChangedRecord>)>, StoreError> {
    let Some(target) = operation::to_undo(reader.connection)? else { return Ok(None) };
    if log::founds(&reader, &target)? {
        return Ok(None);
    }
    let undone = log::act(&reader, &target)?;
    let mut writer = Writer::new(reader, at);
    let name = format!("Отменено: {}", undone.name);
    reverse(&mut writer, id, at, &target, name, &undone.name)?;
    Ok(Some((undone, writer.into_changed())))
}

/// Does again what was undone last; none where nothing was, or where something new was done since.
pub(crate) fn redo(
    reader: Reader<'_>,
    id: Uuid,
    at: DateTime<Utc>,
) -> Result<Option<(Act, Vec<ChangedRecord>)>, StoreError> {
    let Some(target) = operation::to_redo(reader.connection)? else { return Ok(None) };
    let original =
        target.undoes.map(|undone| operation::get(reader.connection, undone)).transpose()?.flatten();
    let Some(original) = original else {
        return Err(StoreError::Damaged("отмена ссылается на действие, которого нет".to_owned()));
    };
    let redone = log::act(&reader, &original)?;
    let mut writer = Writer::new(reader, at);
    let name = format!("Возвращено: {}", redone.name);
    reverse(&mut writer, id, at, &target, name, &redone.name)?;
    operation::set_undone_by(writer.connection, original.id, None)?;
    Ok(Some((redone, writer.into_changed())))
}

fn reverse(
    writer: &mut Writer<'_>,
    id: Uuid,
    at: DateTime<Utc>,
    target: &OperationRow,
    as_operation: String,
    name: &str,
) -> Result<(), StoreError> {
    let revisions = revision::of_operation(writer.connection, target.number)?;
    let revisions = revisions.into_iter().map(RevisionRow::proved).collect::<Result<Vec<_>, _>>()?;
    for row in revisions.iter().rev() {
        let now = record::get(writer.connection, row.record)?.map(|live| live.stored);
        if now != row.after {
            // Operations are taken back in strict order, so this means that the file was changed otherwise.
            let any = row.after.as_ref().or(row.before.as_ref());
            let record = log::title_of(&writer.reader, row.kind, any)?;
            return Err(StoreError::ChangedSince { operation: name.to_owned(), record });
        }
        writer.set(row.kind, row.record, row.before.as_ref())?;
    }
    let new = NewOperation { id, at, name: as_operation, merge: false };
    // What is taken back or done again is gone on with by no typing.
    settle(writer, &new, Some(target.id), Session::default())?;
    operation::set_undone_by(writer.connection, target.id, Some(id))
}
