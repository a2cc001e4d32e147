//! The one text of a sealed note.

use rusqlite::Connection;

/// Makes a database of nothing but the text.
pub(crate) fn put(connection: &Connection, text: &str) -> rusqlite::Result<()> {
    connection.execute_batch("CREATE TABLE note (text TEXT NOT NULL) STRICT")?;
    connection.execute("INSERT INTO note (text) VALUES (?1)", [text]).map(drop)
}

/// The text.
pub(crate) fn get(connection: &Connection) -> rusqlite::Result<String> {
    connection.query_row("SELECT text FROM note", [], |row| row.get(0))
}
