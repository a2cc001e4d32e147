//! Keys under which the file, its attached files and its copies were before.

use rusqlite::{Connection, params};

use crate::opening::Key;

/// Keeps a key that is no longer in use.
pub(crate) fn keep(connection: &Connection, key: &Key) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO former_key (head, secret) VALUES (?1, ?2) ON CONFLICT (head) DO NOTHING",
        params![key.head(), key.secret()],
    )?;
    Ok(())
}

/// All of them.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Key>> {
    let mut statement = connection.prepare("SELECT head, secret FROM former_key")?;
    let keys = statement.query_map([], |row| Ok(Key::kept(row.get(0)?, row.get(1)?)))?;
    keys.collect()
}
