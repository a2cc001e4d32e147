//! Undoing and redoing. Both are operations of their own, so nothing is ever taken out of the history.

use chrono::{DateTime, Utc};
use pps_domain::records::Kind;
use uuid::Uuid;

use super::settle::{Settled, Sitting, settle};
use super::{NewOperation, log};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::tables::operation::OperationRow;
use crate::tables::{operation, record, revision};
use crate::writer::Writer;

/// What was undone or redone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// Name of the operation that was taken back or done again: «Изменён протокол № 2».
    pub name: String,
    /// The records that changed by it.
    pub records: Vec<(Kind, Uuid)>,
}

/// Takes back the last operation that is in force; none where there is nothing to take back.
pub(crate) fn undo(
    reader: Reader<'_>,
    id: Uuid,
    at: DateTime<Utc>,
) -> Result<Option<(Undone, Settled)>, StoreError> {
    let Some(target) = operation::to_undo(reader.connection)? else { return Ok(None) };
    let mut writer = Writer::new(reader, at);
    let name = target.name.clone();
    let done = reverse(&mut writer, id, at, &target, format!("Отменено: {name}"), name)?;
    Ok(Some(done))
}

/// Does again what was undone last; none where nothing was, or where something new was done since.
pub(crate) fn redo(
    reader: Reader<'_>,
    id: Uuid,
    at: DateTime<Utc>,
) -> Result<Option<(Undone, Settled)>, StoreError> {
    let Some(target) = operation::to_redo(reader.connection)? else { return Ok(None) };
    let original =
        target.undoes.map(|undone| operation::get(reader.connection, undone)).transpose()?.flatten();
    let Some(original) = original else {
        return Err(StoreError::Damaged("отмена ссылается на действие, которого нет".to_owned()));
    };
    let mut writer = Writer::new(reader, at);
    let name = original.name;
    let done = reverse(&mut writer, id, at, &target, format!("Возвращено: {name}"), name)?;
    operation::set_undone_by(writer.connection, original.id, None)?;
    Ok(Some(done))
}

fn reverse(
    writer: &mut Writer<'_>,
    id: Uuid,
    at: DateTime<Utc>,
    target: &OperationRow,
    as_operation: String,
    name: String,
) -> Result<(Undone, Settled), StoreError> {
    let revisions = revision::of_operation(writer.connection, target.number)?;
    for row in revisions.iter().rev() {
        let now = record::get(writer.connection, row.record)?.map(|live| live.stored);
        if now != row.after {
            // Operations are taken back in strict order, so this means that the file was changed otherwise.
            let any = row.after.as_ref().or(row.before.as_ref());
            let record = log::title_of(&writer.reader, row.kind, any)?;
            return Err(StoreError::ChangedSince { operation: name, record });
        }
        writer.set(row.kind, row.record, row.before.as_ref())?;
    }
    let new = NewOperation { id, at, name: as_operation, merge: false };
    let settled = settle(writer, &new, Some(target.id), Sitting::default())?;
    operation::set_undone_by(writer.connection, target.id, Some(id))?;
    let records = revisions.iter().map(|row| (row.kind, row.record)).collect();
    Ok((Undone { name, records }, settled))
}
