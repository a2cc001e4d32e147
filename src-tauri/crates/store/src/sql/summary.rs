//! What a data file holds, in numbers.

use std::collections::BTreeMap;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest as _, Sha256};

use crate::backup::{Summary, last};
use crate::codec::canonical::{Hash, from_hex};
use crate::error::StoreError;

/// Counts without decoding, so that copies of older versions tell it too.
pub(crate) fn of(connection: &Connection) -> Result<Summary, StoreError> {
    let mut statement = connection.prepare("SELECT kind, count(*) FROM record NOT INDEXED GROUP BY kind")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let mut records = BTreeMap::new();
    for row in rows {
        let (kind, count) = row?;
        records.insert(kind, count.unsigned_abs());
    }
    let mut names = connection.prepare(
        "SELECT coalesce(nullif(json_extract(body, '$.short_name'), ''), json_extract(body, '$.name'))
         FROM record NOT INDEXED WHERE kind = 'community' ORDER BY 1",
    )?;
    let communities =
        names.query_map([], |row| row.get::<_, Option<String>>(0))?.collect::<Result<Vec<_>, _>>()?;
    let protocols: i64 = connection.query_row(
        "SELECT count(*) FROM record NOT INDEXED
         WHERE kind = 'meeting' AND json_type(body, '$.protocol') = 'object'",
        [],
        |row| row.get(0),
    )?;
    let change = connection
        .query_row("SELECT at, name FROM operation ORDER BY number DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    Ok(Summary {
        communities: communities.into_iter().flatten().collect(),
        records,
        protocols: protocols.unsigned_abs(),
        last: change.and_then(|(at, name)| last(&at, name)),
    })
}

/// Copies the whole database, page by page, into an empty one under the same key. Its pages keep their numbers: so a page of the
/// copy can stand for one that is damaged.
pub(crate) fn copy_whole(connection: &Connection, into: &mut Connection) -> Result<(), StoreError> {
    let copying = Backup::new(connection, into)?;
    match copying.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Io("копия не записалась целиком".to_owned())),
    }
}

/// The numbers of the pages that hold the names and places of the tables.
pub(crate) fn pages_of_schema(connection: &Connection) -> Result<Vec<u64>, StoreError> {
    let mut statement = connection.prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")?;
    let pages = statement.query_map([], |row| row.get::<_, i64>(0))?;
    Ok(pages.map(|page| page.map(i64::unsigned_abs)).collect::<Result<_, _>>()?)
}

/// The hashes of the attached files that records in force or in the bin name.
pub(crate) fn attached(connection: &Connection) -> Result<Vec<Hash>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT json_extract(body, '$.sha256') FROM record NOT INDEXED WHERE kind = 'attachment'
         UNION SELECT json_extract(body, '$.sha256') FROM bin WHERE kind = 'attachment'",
    )?;
    let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0))?;
    let hashes = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(hashes.into_iter().flatten().filter_map(|hash| from_hex(&hash)).collect())
}

/// One number for all that the tables hold.
pub(crate) fn digest(connection: &Connection) -> Result<String, StoreError> {
    let mut sum = Sha256::new();
    for table in [
        "SELECT id, sha256 FROM record ORDER BY id",
        "SELECT id, sha256 FROM bin ORDER BY id",
        "SELECT id, sha256 FROM operation ORDER BY number",
        "SELECT record, sha256 FROM revision ORDER BY number",
    ] {
        let mut statement = connection.prepare(table)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            sum.update(row.get_ref(0)?.as_blob().unwrap_or_default());
            sum.update(row.get_ref(1)?.as_blob().unwrap_or_default());
        }
        sum.update(b";");
    }
    let digest: Hash = sum.finalize().into();
    Ok(crate::codec::canonical::hex(&digest))
}
