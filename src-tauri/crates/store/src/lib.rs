//! Storage of records: one SQLite file, its history, its attached files, its search, and open JSON of it all.
//!
//! Nothing that was acknowledged is ever lost: an operation is on the disk before it is answered, what is
//! deleted moves to the bin, and every change keeps the text before and after.
//!
//! | module | holds |
//! |---|---|
//! | [`codec`] | records as versioned JSON, the one form for tables, history and open data |
//! | [`backup`] | copies of a data file |
//! | [`rescue`] | saving what a damaged file still holds |
//! | [`sealed`] | a small text beside a data file, under its key |
//! | `opening` | creating and opening, in the order that keeps foreign files untouched |
//! | `store` | [`Store`] and its thread, which owns the only connection |
//! | `reader`, `writer` | what may be asked and done within one transaction |
//! | `links` | what must hold of links at the end of an operation |
//! | `history` | operations, revisions, undoing, proving by hashes |
//! | `dump` | open JSON of everything, and loading it |
//! | `search` | full-text search in Russian |
//! | `tables` | the tables, one module each |
//!
//! What this crate never does: it knows no rules of the regulation, prints nothing, asks neither for the time
//! nor for random numbers (identifiers, instants and the day are given by the caller), and opens no network.

pub mod backup;
pub mod codec;
mod dump;
mod error;
mod history;
mod instant;
mod links;
mod opening;
mod reader;
pub mod rescue;
mod schema;
pub mod sealed;
mod search;
mod sql;
mod store;
mod words;
mod writer;

pub use dump::{Load, LoadError, Loaded, load};
pub use error::{Named, StoreError};
pub use history::{
    Act, Anonymising, Change, HistoryEntry, HistoryFault, Mention, NewOperation, Operation, Standing,
};
#[cfg(feature = "statements")]
pub use opening::meddle;
pub use opening::{Key, OpenError, RecoveryTypo, is_locked, is_older, key_by_password, key_by_recovery};
pub use reader::{AllRecords, Deleted, Reader};
pub use search::{Hit, Marked, Question, marked};
pub use sql::file::FileEntry;
pub use store::{Direction, Store};
pub use writer::{ChangedRecord, Writer};

/// The state of a record that somebody has seen. It is given back when the record is saved, so that a change
/// made meanwhile is never overwritten unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub i64);
