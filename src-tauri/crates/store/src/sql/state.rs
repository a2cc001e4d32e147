//! What the file remembers about itself.

use rusqlite::Connection;

use crate::error::StoreError;

/// Counts a new change and says its number.
pub(crate) fn next_change(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("UPDATE state SET change = change + 1 RETURNING change")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The version of the rules by which the search was built; zero where it never was.
pub(crate) fn search_version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.query_row("SELECT search FROM state", [], |row| row.get(0))?)
}

/// Notes the version of the rules by which the search was built.
pub(crate) fn set_search_version(connection: &Connection, version: u32) -> Result<(), StoreError> {
    connection.execute("UPDATE state SET search = ?1", [version])?;
    Ok(())
}
