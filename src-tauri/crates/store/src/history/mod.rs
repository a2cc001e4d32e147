//! Operations and revisions: what was done, undoing it, and proving that nothing was changed behind our back.

mod anonymise;
mod log;
mod merge;
mod typing;
mod undo;
mod verify;

pub use anonymise::{Anonymising, Mention, Standing};
pub use log::{Act, Change, HistoryEntry, Operation};
pub use verify::HistoryFault;

pub(crate) use anonymise::anonymise;
pub(crate) use merge::{Session, settle};
pub(crate) use undo::{redo, undo};
pub(crate) use verify::{verify, verify_rows};

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What is about to be done.
#[derive(Debug, Clone)]
pub struct NewOperation {
    /// Identifier, given by the caller.
    pub id: Uuid,
    /// The instant; milliseconds are kept.
    pub at: DateTime<Utc>,
    /// What a person would call it: «Изменён протокол № 2».
    pub name: String,
    /// Whether it may go on with the operation before it: a field that is saved while it is typed. Saves of one text of
    /// one record merge while letters are put in and no more than five seconds pass between them, in one session; a
    /// piece taken away, another field, a tick or a choice begins an operation of its own.
    pub merge: bool,
}
