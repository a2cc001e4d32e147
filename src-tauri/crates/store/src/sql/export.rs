//! The journal of what was given out.

use chrono::{DateTime, Utc};
use pps_domain::personal::{Export, NameMask};
use rusqlite::{Connection, params};

use crate::error::StoreError;
use crate::instant;

/// Adds a line.
pub(crate) fn put(connection: &Connection, at: DateTime<Utc>, export: &Export) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO export (at, what, place, personal) VALUES (?1, ?2, ?3, ?4)",
        params![instant::to_text(at), export.what, export.place, export.personal],
    )?;
    Ok(())
}

/// All lines, the newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(DateTime<Utc>, Export)>, StoreError> {
    let mut statement = connection.prepare("SELECT * FROM export ORDER BY number DESC")?;
    let rows = statement.query_map([], |row| {
        let export =
            Export { what: row.get("what")?, place: row.get("place")?, personal: row.get("personal")? };
        Ok((row.get::<_, String>("at")?, export))
    })?;
    let lines = rows.map(|row| {
        let (at, export) = row?;
        Ok((instant::from_text(&at)?, export))
    });
    lines.collect()
}

/// Takes a name out of all lines: a paper is often called by it.
pub(crate) fn mask(connection: &Connection, mask: &NameMask) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT number, what FROM export")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    for (number, what) in rows.collect::<Result<Vec<_>, _>>()? {
        let without = mask.masked(&what);
        if *without != *what {
            connection
                .execute("UPDATE export SET what = ?2 WHERE number = ?1", params![number, &*without])?;
        }
    }
    Ok(())
}
