//! The end of an operation: checks, revisions, search.

use chrono::TimeDelta;
use uuid::Uuid;

use super::NewOperation;
use crate::codec::Stored;
use crate::error::StoreError;
use crate::tables::{operation, record, revision};
use crate::writer::{Touched, Writer};

/// How long saves of one field merge.
const MERGE_WITHIN: TimeDelta = TimeDelta::minutes(1);

/// What lasts from opening to closing.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Sitting {
    /// The operation with which the next save may merge.
    mergeable: Option<i64>,
}

/// What an operation came to.
pub(crate) struct Settled {
    /// The sitting after it, to be taken over once the transaction is on the disk.
    pub(crate) sitting: Sitting,
}

/// Ends an operation. What changed nothing leaves no operation, unless it undoes another one.
pub(crate) fn settle(
    writer: &Writer<'_>,
    new: &NewOperation,
    undoes: Option<Uuid>,
    sitting: Sitting,
) -> Result<Settled, StoreError> {
    writer.check_links()?;
    crate::search::update(writer)?;

    let mut changed = Vec::new();
    for touched in &writer.touched {
        let after = record::get(writer.connection, touched.id)?.map(|live| live.stored);
        if after != touched.before {
            changed.push((touched, after));
        }
    }
    if changed.is_empty() && undoes.is_none() {
        return Ok(Settled { sitting });
    }
    if let [(touched, after)] = changed.as_slice()
        && let Some(settled) = merged(writer, new, undoes, sitting, touched, after.as_ref())?
    {
        return Ok(settled);
    }
    if operation::get(writer.connection, new.id)?.is_some() {
        return Err(StoreError::OperationTwice(new.id));
    }
    let number = operation::insert(writer.connection, new.id, new.at, &new.name, undoes, None)?;
    for (touched, after) in &changed {
        revision::insert(
            writer.connection,
            number,
            touched.id,
            touched.kind,
            touched.before.as_ref(),
            after.as_ref(),
        )?;
    }
    let mergeable = (new.merge && undoes.is_none() && changed.len() == 1).then_some(number);
    Ok(Settled { sitting: Sitting { mergeable } })
}

/// Merges a save with the operation before it, where that may be.
fn merged(
    writer: &Writer<'_>,
    new: &NewOperation,
    undoes: Option<Uuid>,
    sitting: Sitting,
    touched: &Touched,
    after: Option<&Stored>,
) -> Result<Option<Settled>, StoreError> {
    let Some(number) = sitting.mergeable.filter(|_| new.merge && undoes.is_none()) else {
        return Ok(None);
    };
    let Some(last) = operation::last(writer.connection)? else { return Ok(None) };
    let passed = new.at.signed_duration_since(last.at);
    let in_time = passed >= TimeDelta::zero() && passed < MERGE_WITHIN;
    if last.number != number || last.name != new.name || !in_time {
        return Ok(None);
    }
    let revisions = revision::of_operation(writer.connection, number)?;
    let [row] = revisions.as_slice() else { return Ok(None) };
    // A record that comes or goes is a step of its own.
    if row.record != touched.id || after.is_none() || touched.before.is_none() {
        return Ok(None);
    }
    if row.before.as_ref() == after {
        // The field is again what it was: there is nothing left to undo.
        operation::remove(writer.connection, number)?;
        return Ok(Some(Settled { sitting: Sitting { mergeable: None } }));
    }
    revision::set_after(writer.connection, row, after)?;
    Ok(Some(Settled { sitting }))
}
