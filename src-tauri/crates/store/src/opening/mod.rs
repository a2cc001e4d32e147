//! Opening and creating the files, in the order that keeps a foreign or newer file untouched.
//!
//! First the file's header is read without SQLite; then the lock is taken; only then SQLite opens the file, and
//! it changes nothing before all checks have passed.

mod connection;
mod create;
mod durable;
mod error;
mod files;
mod header;
mod lock;
mod paths;

pub use error::OpenError;

pub(crate) use connection::{close, look_into_records, open_records};
pub(crate) use create::{Part, create_records, remove_leftovers};
pub(crate) use durable::{is_kept_open, sync_file, sync_folder};
pub(crate) use files::Files;
pub(crate) use lock::Lock;
pub(crate) use paths::{absolute, files_path};

/// Refuses what is not a data file of ours, before a lock file is made beside it.
pub(crate) fn refuse_by_header(path: &std::path::Path) -> Result<(), OpenError> {
    header::check(path, crate::schema::Schema::Records)
}

/// The key of an encrypted file. No file is encrypted yet; the place for the key is here from the beginning so
/// that no caller has to change.
#[derive(Clone)]
pub struct Key(#[expect(dead_code, reason = "read once files can be encrypted")] Vec<u8>);

impl Key {
    /// A key from what was derived from a password.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}
