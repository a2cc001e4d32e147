//! The end of an operation: checks, revisions, search.

use uuid::Uuid;

use super::NewOperation;
use super::typing::{TextChange, Typing};
use crate::codec::Stored;
use crate::error::StoreError;
use crate::sql::{operation, revision};
use crate::writer::{ChangedRecord, Touched, Writer};

/// What lasts from opening to closing.
#[derive(Debug, Default, Clone)]
pub(crate) struct Session {
    /// The typing that the next save may go on with.
    typing: Option<Typing>,
}

/// What an operation came to.
pub(crate) struct Settled {
    /// The session after it, to be taken over once the transaction is on the disk.
    pub(crate) session: Session,
    /// What it has changed.
    pub(crate) changed: Vec<ChangedRecord>,
}

/// Ends an operation. What changed nothing leaves no operation, unless it undoes another one.
pub(crate) fn settle(
    writer: &Writer<'_>,
    new: &NewOperation,
    undoes: Option<Uuid>,
    session: Session,
) -> Result<Settled, StoreError> {
    writer.check_links()?;
    crate::search::update(writer)?;

    let mut changed = Vec::new();
    for touched in &writer.touched {
        let after = touched.after.as_ref().map(|after| after.stored.clone());
        if after != touched.before {
            changed.push((touched, after));
        }
    }
    if changed.is_empty() && undoes.is_none() {
        return Ok(Settled { session, changed: writer.changed() });
    }
    let typed = typed(new, undoes, &changed);
    if let Some((touched, after, change)) = &typed
        && let Some(settled) = merged(writer, new, &session, touched, after, change)?
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
    let typing = typed.map(|(touched, _, change)| Typing::begun(number, touched.id, new.at, change));
    Ok(Settled { session: Session { typing }, changed: writer.changed() })
}

/// The one text that the operation changed, where it is a save of a field that is being typed. A record that comes or
/// goes is an act of its own, and so is whatever changes more than one text.
fn typed<'a>(
    new: &NewOperation,
    undoes: Option<Uuid>,
    changed: &'a [(&'a Touched, Option<Stored>)],
) -> Option<(&'a Touched, &'a Stored, TextChange)> {
    let [(touched, Some(after))] = changed else { return None };
    let before = touched.before.as_ref().filter(|_| new.merge && undoes.is_none())?;
    Some((touched, after, TextChange::of(touched.kind, before, after)?))
}

/// Goes on with the operation before it, where that is the same typing.
fn merged(
    writer: &Writer<'_>,
    new: &NewOperation,
    session: &Session,
    touched: &Touched,
    after: &Stored,
    change: &TextChange,
) -> Result<Option<Settled>, StoreError> {
    let Some(typing) = &session.typing else { return Ok(None) };
    let Some(longer) = typing.with(touched.id, new.at, change) else { return Ok(None) };
    let Some(last) = operation::last(writer.connection)? else { return Ok(None) };
    let revisions = revision::of_operation(writer.connection, typing.operation)?;
    let [row] = revisions.as_slice() else { return Ok(None) };
    // Where the text is again what it was, what stood there in between would be in no history.
    if last.number != typing.operation || row.before.as_ref() == Some(after) {
        return Ok(None);
    }
    if last.name != new.name {
        operation::rename(writer.connection, &last, &new.name)?;
    }
    revision::set_after(writer.connection, row, Some(after))?;
    Ok(Some(Settled { session: Session { typing: Some(longer) }, changed: writer.changed() }))
}
