//! Writing a database anew under another key: one of an older version that was plain, or one whose password was changed.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::connection::{check, close, connect, guard, look_at, set};
use super::create::{Part, remove_logs};
use super::key::Key;
use super::{OpenError, log, sync_folder};
use crate::schema::Schema;
use crate::sql::former_key;

/// Brings a plain database of an older version under a key. Until the new one bears its name, the old one stands.
pub(crate) fn seal(path: &Path, schema: Schema, key: &Key) -> Result<(), OpenError> {
    rewrite(path, schema, None, key)
}

/// Brings a database from one key under another. The records remember the former key, so that the attached files and
/// copies that are still under it are opened too.
pub(crate) fn change_key(path: &Path, schema: Schema, from: &Key, to: &Key) -> Result<(), OpenError> {
    rewrite(path, schema, Some(from), to)
}

fn rewrite(path: &Path, schema: Schema, from: Option<&Key>, to: &Key) -> Result<(), OpenError> {
    if log::hides_a_change(path)? {
        return Err(OpenError::Damaged("журнал последних изменений нарушен".to_owned()));
    }
    let old = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, from)?;
    if old.is_readonly(rusqlite::MAIN_DB)? {
        return Err(OpenError::ReadOnly);
    }
    guard(&old)?;
    look_at(&old, path, schema)?;
    check(&old)?;
    // The log goes first, or it would be taken for that of the new file.
    close(path, old)?;

    let mut part = Part::begin_empty(path, schema, to)?;
    copy_into(&mut part, path, schema, from)?;
    if let (Schema::Records, Some(from)) = (schema, from.filter(|from| from.is_secret())) {
        former_key::keep(part.connection()?, from)?;
    }
    part.seal()?;
    remove_logs(path);
    sync_folder(path)?;
    part.finish()
}

/// Fills an empty part with all that a closed database holds, and brings it to the tables of today.
pub(crate) fn copy_into(
    part: &mut Part,
    from: &Path,
    schema: Schema,
    key: Option<&Key>,
) -> Result<(), OpenError> {
    let connection = part.connection()?;
    copy_all(connection, from, key)?;
    // The copy brings the tables and not their version.
    let version: i64 = connection.query_row("PRAGMA former.user_version", [], |row| row.get(0))?;
    connection.execute("DETACH former", [])?;
    // The export writes virtual tables past this connection's own list of tables, and the steps below would not find the
    // index of the search: the list is read anew.
    connection.execute_batch("PRAGMA writable_schema = RESET")?;
    set(connection, "user_version", &version.to_string())?;
    set(connection, "application_id", &schema.application_id().to_string())?;
    set(connection, "foreign_keys", "ON")?;
    Ok(schema.migrate(connection)?)
}

fn copy_all(connection: &Connection, from: &Path, key: Option<&Key>) -> Result<(), OpenError> {
    let key = key.map(Key::in_sql).unwrap_or_default();
    let name = from.to_str().ok_or_else(|| OpenError::Io("путь к файлу не читается".to_owned()))?;
    connection.execute("ATTACH ?1 AS former KEY ?2", [name, key.as_str()])?;
    // Rows come in any order, and a row may name one that comes later.
    set(connection, "foreign_keys", "OFF")?;
    Ok(connection.query_row("SELECT sqlcipher_export('main', 'former')", [], |_| Ok(()))?)
}
