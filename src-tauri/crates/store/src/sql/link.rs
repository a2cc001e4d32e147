//! Which record names which.

use std::collections::BTreeSet;

use pps_domain::records::{Kind, Link};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{blob, id};
use crate::error::StoreError;

/// A link as it is kept: the record that is named and the kind that it must be of; the word is empty where any
/// kind will do, because a key holds no nulls.
type Kept<'a> = (Uuid, &'a str);

fn kept(link: &Link) -> Kept<'static> {
    (link.id, link.kind.map_or("", Kind::word))
}

/// Makes the links of a record what they should be, touching only those that differ: a saved field changes
/// none of a protocol's fifty. A record that is new has none.
pub(crate) fn set(
    connection: &Connection,
    source: Uuid,
    wanted: &BTreeSet<Link>,
    is_new: bool,
) -> Result<(), StoreError> {
    let known = if is_new { Vec::new() } else { targets(connection, source)? };
    let mut wanted: BTreeSet<Kept<'_>> = wanted.iter().map(kept).collect();
    for (target, kind) in &known {
        if !wanted.remove(&(*target, kind.as_str())) {
            connection
                .prepare_cached("DELETE FROM link WHERE source = ?1 AND target = ?2 AND kind = ?3")?
                .execute((blob(&source), blob(target), kind))?;
        }
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let mut insert =
        connection.prepare_cached("INSERT INTO link (source, target, kind) VALUES (?1, ?2, ?3)")?;
    for (target, kind) in wanted {
        insert.execute((blob(&source), blob(&target), kind))?;
    }
    Ok(())
}

/// What a record names.
fn targets(connection: &Connection, source: Uuid) -> Result<Vec<(Uuid, String)>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT target AS id, kind FROM link WHERE source = ?1")?;
    let rows = statement.query_map([blob(&source)], |row| Ok((id(row, "id")?, row.get("kind")?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who names a record.
pub(crate) fn sources(connection: &Connection, target: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT source AS id FROM link WHERE target = ?1 ORDER BY source")?;
    let rows = statement.query_map([blob(&target)], |row| id(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A link that may not be.
pub(crate) struct Broken {
    /// Who names.
    pub(crate) source: Uuid,
    /// What is named.
    pub(crate) target: Uuid,
    /// The kind that it must be of, by its word; empty where any will do.
    pub(crate) needed: String,
}

/// Which end of a link a record is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum End {
    /// It names.
    Source,
    /// It is named.
    Target,
}

/// A link at the record that names what is not there, what is of another kind, or what is of another community.
/// What is not there comes first.
pub(crate) fn broken(connection: &Connection, record: Uuid, end: End) -> Result<Option<Broken>, StoreError> {
    let end = match end {
        End::Source => "source",
        End::Target => "target",
    };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT link.source AS source, link.target AS target, link.kind AS needed
         FROM link
         JOIN record AS own ON own.id = link.source
         LEFT JOIN record AS named ON named.id = link.target
         WHERE link.{end} = ?1 AND (
             named.id IS NULL OR link.kind NOT IN ('', named.kind) OR own.community <> named.community)
         ORDER BY named.id IS NOT NULL, link.target LIMIT 1"
    ))?;
    let found = statement.query_row([blob(&record)], |row| {
        Ok(Broken { source: id(row, "source")?, target: id(row, "target")?, needed: row.get("needed")? })
    });
    Ok(found.optional()?)
}
