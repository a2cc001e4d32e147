//! How many pages are kept deciphered in memory.

use rusqlite::Connection;

use crate::error::StoreError;

/// Kilobytes while much is written at once. With the two megabytes that are usual the same page of an index is enciphered
/// and written hundreds of times over while a year's records come in.
const LARGE: i64 = 65_536;
/// Kilobytes otherwise: what SQLite takes by itself.
const USUAL: i64 = 2_000;

/// A large cache, for as long as this lives.
pub(crate) struct LargeCache<'a>(&'a Connection);

impl<'a> LargeCache<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, StoreError> {
        set(connection, LARGE)?;
        Ok(Self(connection))
    }
}

impl Drop for LargeCache<'_> {
    fn drop(&mut self) {
        if let Err(fault) = set(self.0, USUAL) {
            tracing::warn!(%fault, "the cache of pages stays large");
        }
    }
}

fn set(connection: &Connection, kilobytes: i64) -> Result<(), StoreError> {
    Ok(connection.pragma_update(None, "cache_size", -kilobytes)?)
}
