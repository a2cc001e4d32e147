//! Operations and revisions: what was done, undoing it, and proving that nothing was changed behind our back.

mod log;
mod settle;
mod undo;
mod verify;

pub use log::{Change, HistoryEntry, Operation};
pub use undo::Undone;
pub use verify::HistoryFault;

pub(crate) use settle::{Sitting, settle};
pub(crate) use undo::{redo, undo};
pub(crate) use verify::verify;

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
    /// Whether it may merge with the operation before it: a field that is saved while it is typed. Saves merge
    /// within a minute of the first one, in one sitting, of one record, under one name.
    pub merge: bool,
}
