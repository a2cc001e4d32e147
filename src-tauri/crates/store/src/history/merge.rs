//! The end of an operation: checks, revisions, search.

use uuid::Uuid;

use super::NewOperation;
use super::typing::{TextChange, Typing};
use crate::codec::Stored;
use crate::error::StoreError;
use crate::sql::{operation, revision};
use crate::writer::{Touched, Writer};

/// What lasts from opening to closing.
#[derive(Debug, Default, Clone)]
pub(crate) struct Session {
    /// The typing that the next save may go on with.
    typing: Option<Typing>,
}

/// Ends an operation. What changed nothing leaves no operation, unless it undoes another one. Answers with the session after
/// it, to be taken over once the transaction is on the disk.
pub(crate) fn settle(
    writer: &Writer<'_>,
    new: &NewOperation,
    undoes: Option<Uuid>,
    session: Session,
) -> Result<Session, StoreError> {
    writer.check_links()?;
    crate::search::update(writer)?;

    let changed =
        writer.touched.iter().map(|touched| (touched, touched.after.as_ref().map(|after| &after.stored)));
    let changed: Vec<_> = changed.filter(|(touched, after)| *after != touched.before.as_ref()).collect();
    if changed.is_empty() && undoes.is_none() {
        return Ok(session);
    }
    let typed = typed(new, undoes, &changed);
    if let Some((touched, after, change)) = &typed
        && let Some(session) = merged(writer, new, &session, touched, after, change)?
    {
        return Ok(session);
    }
    if operation::get(writer.connection, new.id)?.is_some() {
        return Err(StoreError::OperationTwice(new.id));
    }
    let number = operation::insert(writer.connection, new.id, new.at, &new.name, undoes, None)?;
    for (touched, after) in &changed {
        let (whose, sides) = ((touched.kind, touched.id), [touched.before.as_ref(), *after]);
        let known =
            touched.after.as_ref().and_then(|after| after.proofs).filter(|_| touched.before.is_none());
        let hash = known.map_or_else(
            || revision::hash(touched.kind, touched.id, touched.before.as_ref(), *after),
            |proofs| proofs.revision,
        );
        revision::insert_proved(writer.connection, number, whose, sides, &hash)?;
    }
    let typing = typed.map(|(touched, _, change)| Typing::begun(number, touched.id, new.at, change));
    Ok(Session { typing })
}

/// The one text that the operation changed, where it is a save of a field that is being typed. A record that comes or
/// goes is an act of its own, and so is whatever changes more than one text.
fn typed<'a>(
    new: &NewOperation,
    undoes: Option<Uuid>,
    changed: &[(&'a Touched, Option<&'a Stored>)],
) -> Option<(&'a Touched, &'a Stored, TextChange)> {
    let &[(touched, Some(after))] = changed else { return None };
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
) -> Result<Option<Session>, StoreError> {
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
    Ok(Some(Session { typing: Some(longer) }))
}
