//! Opening and creating the files, in the order that keeps a foreign or newer file untouched.
//!
//! First the file's header is read without SQLite; then the lock is taken; only then SQLite opens the file, and
//! it changes nothing before all checks have passed.

mod connection;
mod convert;
mod create;
mod durable;
mod error;
mod files;
mod header;
mod key;
mod lock;
mod log;
mod paths;

pub use error::OpenError;
pub use key::{Key, RecoveryTypo};

pub(crate) use connection::{
    check, close, connect, connect_new, empty_log, guard, leave, look_into_records, open_records,
    open_to_read, read_only, unproved_pages,
};
pub(crate) use convert::{change_key, copy_into, seal};
pub(crate) use create::{Draft, Part, create_records, remove_leftovers, remove_logs, remove_with_logs};
pub(crate) use durable::{is_kept_open, rename, sync_file, sync_folder};
pub(crate) use files::Files;
pub(crate) use header::head_of;
pub(crate) use lock::Lock;
pub(crate) use log::mend as mend_log;
pub(crate) use paths::{absolute, beside, files_path};

/// The key under which a file is to be opened: a file without a password needs none, whatever key is offered.
pub(crate) fn key_for(path: &std::path::Path, offered: Option<Key>) -> Result<Key, OpenError> {
    match header::look(path, crate::schema::Schema::Records)? {
        header::Found::Sealed(head) if key::is_locked(&head) => {
            offered.filter(|key| key.head() == head).ok_or(OpenError::NeedsKey)
        }
        header::Found::Sealed(_) => Ok(Key::open()),
        header::Found::Plain => Ok(offered.unwrap_or_else(Key::open)),
    }
}

/// Whether a file asks for a password.
///
/// # Errors
/// It is not there, or not ours.
pub fn is_locked(path: &std::path::Path) -> Result<bool, OpenError> {
    let found = header::look(path, crate::schema::Schema::Records)?;
    Ok(matches!(found, header::Found::Sealed(head) if key::is_locked(&head)))
}

/// The key of a file by the password typed for it.
///
/// # Errors
/// [`OpenError::WrongKey`], or the file is not there, or not ours.
pub fn key_by_password(path: &std::path::Path, password: &str) -> Result<Key, OpenError> {
    match header::look(path, crate::schema::Schema::Records)? {
        header::Found::Sealed(head) if key::is_locked(&head) => {
            Key::typed(password, &head).ok_or(OpenError::WrongKey)
        }
        _ => Ok(Key::open()),
    }
}

/// The key of a file by the recovery key typed for it; the refusal of what is no recovery key comes inside.
///
/// # Errors
/// [`OpenError::WrongKey`], or the file is not there, or not ours.
pub fn key_by_recovery(path: &std::path::Path, typed: &str) -> Result<Result<Key, RecoveryTypo>, OpenError> {
    match header::look(path, crate::schema::Schema::Records)? {
        header::Found::Sealed(head) if key::is_locked(&head) => match Key::recovered(typed, &head) {
            Ok(key) => key.map(Ok).ok_or(OpenError::WrongKey),
            Err(typo) => Ok(Err(typo)),
        },
        _ => Ok(Ok(Key::open())),
    }
}

/// Whether a file is of an older version, so that opening it changes it.
///
/// # Errors
/// It is not there, not ours, damaged, newer, in use, or under another key.
pub fn is_older(path: &std::path::Path, key: &Key) -> Result<bool, OpenError> {
    let path = absolute(path)?;
    let schema = crate::schema::Schema::Records;
    if header::look(&path, schema)? == header::Found::Plain {
        return Ok(true);
    }
    let key = key_for(&path, Some(key.clone()))?;
    let lock = Lock::take(&path)?;
    let found = connection::version(&path, &key);
    lock.withdraw();
    Ok(found? < schema.version())
}

/// Connects to a file without a password behind the program's back: for tests that meddle.
///
/// # Errors
/// SQLite refuses.
#[cfg(feature = "statements")]
pub fn meddle(path: &std::path::Path) -> Result<rusqlite::Connection, OpenError> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE | rusqlite::OpenFlags::SQLITE_OPEN_CREATE;
    connection::connect(path, flags, Some(&Key::open()))
}
