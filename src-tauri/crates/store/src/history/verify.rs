//! Proving that nothing was changed behind the program's back. SQLite's own check looks at the structure only
//! and misses most flipped bits; the hashes miss none.

use std::collections::BTreeMap;

use pps_domain::records::{Kind, Record};
use thiserror::Error;
use uuid::Uuid;

use crate::codec::canonical::from_hex;
use crate::codec::{Stored, decode};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::operation::OperationRow;
use crate::sql::{bin, file, operation, record, record_hash, revision};
use crate::words::without_advice;

/// Something that does not agree with its hash or with the history.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HistoryFault {
    /// A record in force or in the bin.
    #[error("Запись изменена вне программы: {} {id}; сверьте её с запасной копией.", kind.words().one)]
    Record {
        /// Its kind.
        kind: Kind,
        /// Its identifier.
        id: Uuid,
    },
    /// A record that cannot be read.
    #[error("Запись не читается: {} {id} ({what}); восстановите её из запасной копии.", kind.words().one)]
    Unreadable {
        /// Its kind.
        kind: Kind,
        /// Its identifier.
        id: Uuid,
        /// Why.
        what: String,
    },
    /// A revision.
    #[error(
        "История записи изменена вне программы: {} {id}, действие «{operation}»; сверьте её с запасной копией.",
        kind.words().one
    )]
    Revision {
        /// Kind of the record.
        kind: Kind,
        /// The record.
        id: Uuid,
        /// Name of the operation.
        operation: String,
    },
    /// A record does not continue what its history says.
    #[error("Запись расходится со своей историей: {} {id}; сверьте её с запасной копией.", kind.words().one)]
    Chain {
        /// Its kind.
        kind: Kind,
        /// Its identifier.
        id: Uuid,
    },
    /// An operation.
    #[error("Действие в истории изменено вне программы: «{name}» ({id}); сверьте его с запасной копией.")]
    Operation {
        /// Its name now.
        name: String,
        /// Its identifier.
        id: Uuid,
    },
    /// The bytes of an attached file are missing or changed.
    #[error("Содержимого файла «{name}» нет или оно изменено ({sha256}); прикрепите файл ещё раз.")]
    File {
        /// The attachment's name.
        name: String,
        /// The hash that it names.
        sha256: String,
    },
    /// A table that cannot be read to its end.
    #[error("Файл данных не читается до конца: {0}; восстановите его из запасной копии.")]
    Damaged(String),
}

/// Looks at everything and tells all faults, not the first alone.
pub(crate) fn verify(reader: &Reader<'_>) -> Vec<HistoryFault> {
    let mut found = verify_rows(reader);
    let looked = attached(reader, &mut found);
    note(looked, &mut found);
    found
}

/// Looks at every row, but not at the bytes of attached files.
pub(crate) fn verify_rows(reader: &Reader<'_>) -> Vec<HistoryFault> {
    let mut found = Vec::new();
    let mut latest = BTreeMap::new();
    let looked = operations(reader, &mut latest, &mut found);
    note(looked, &mut found);
    for look in [records, binned, structure] {
        let looked = look(reader, &mut found);
        note(looked, &mut found);
    }
    for (id, (kind, last)) in latest {
        match record::get(reader.connection, id) {
            Ok(live) if live.as_ref().map(|live| &live.stored) != last.as_ref() => {
                found.push(HistoryFault::Chain { kind, id });
            }
            Ok(_) => {}
            Err(fault) => found.push(HistoryFault::Damaged(without_advice(&fault))),
        }
    }
    found
}

/// A part that cannot be read to its end is a fault too, and does not keep the others from being read.
fn note(looked: Result<(), StoreError>, found: &mut Vec<HistoryFault>) {
    if let Err(fault) = looked {
        found.push(HistoryFault::Damaged(without_advice(&fault)));
    }
}

type Latest = BTreeMap<Uuid, (Kind, Option<Stored>)>;

fn operations(
    reader: &Reader<'_>,
    latest: &mut Latest,
    found: &mut Vec<HistoryFault>,
) -> Result<(), StoreError> {
    operation::each::<StoreError>(reader.connection, |row| {
        if row.sha256 != operation::hash(row.id, row.at, &row.name, row.undoes)
            || !undone_agrees(reader, &row)?
        {
            found.push(HistoryFault::Operation { name: row.name.clone(), id: row.id });
        }
        for one in revision::of_operation(reader.connection, row.number)? {
            let (kind, id) = (one.kind, one.record);
            if one.sha256 != revision::hash(kind, id, one.before.as_ref(), one.after.as_ref()) {
                found.push(HistoryFault::Revision { kind, id, operation: row.name.clone() });
            }
            if let Some((_, last)) = latest.get(&id)
                && *last != one.before
            {
                found.push(HistoryFault::Chain { kind, id });
            }
            latest.insert(id, (kind, one.after));
        }
        Ok(())
    })
}

/// `undone_by` has no part in the hash; the operation that it names must say the same from its side.
fn undone_agrees(reader: &Reader<'_>, row: &OperationRow) -> Result<bool, StoreError> {
    let Some(by) = row.undone_by else { return Ok(true) };
    Ok(operation::get(reader.connection, by)?.is_some_and(|by| by.undoes == Some(row.id)))
}

fn records(reader: &Reader<'_>, found: &mut Vec<HistoryFault>) -> Result<(), StoreError> {
    record::each::<StoreError>(reader.connection, "NOT INDEXED", [], |live| {
        let (kind, id) = (live.kind, live.id);
        if live.sha256 != record_hash(kind, id, &live.stored) {
            found.push(HistoryFault::Record { kind, id });
        }
        if let Err(fault) = decode(kind, &live.stored) {
            found.push(HistoryFault::Unreadable { kind, id, what: without_advice(&fault) });
        }
        Ok(())
    })
}

/// The bytes behind every attachment in force.
fn attached(reader: &Reader<'_>, found: &mut Vec<HistoryFault>) -> Result<(), StoreError> {
    let clause = "NOT INDEXED WHERE kind = ?1";
    record::each::<StoreError>(reader.connection, clause, [Kind::Attachment.word()], |live| {
        let Ok(Record::Attachment(attachment)) = decode(live.kind, &live.stored) else { return Ok(()) };
        let bytes = from_hex(&attachment.sha256)
            .map(|hash| reader.files.read(|files| file::get(files, &hash)))
            .transpose();
        if !matches!(bytes, Ok(Some(Some(Some(_))))) {
            let (name, sha256) = (attachment.name, attachment.sha256);
            found.push(HistoryFault::File { name, sha256 });
        }
        Ok(())
    })
}

fn binned(reader: &Reader<'_>, found: &mut Vec<HistoryFault>) -> Result<(), StoreError> {
    for one in bin::all(reader.connection)? {
        if one.sha256 != record_hash(one.kind, one.id, &one.stored) {
            found.push(HistoryFault::Record { kind: one.kind, id: one.id });
        }
    }
    Ok(())
}

/// SQLite's own look at indexes and foreign keys, which hashes of rows cannot replace.
fn structure(reader: &Reader<'_>, found: &mut Vec<HistoryFault>) -> Result<(), StoreError> {
    for pragma in ["PRAGMA integrity_check(10)", "PRAGMA foreign_key_check"] {
        let mut statement = reader.connection.prepare(pragma)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let told = rows.collect::<Result<Vec<_>, _>>()?;
        if told.iter().any(|told| told != "ok") {
            tracing::warn!(pragma, ?told, "the structure is not sound");
            found.push(HistoryFault::Damaged("нарушены связи внутри файла".to_owned()));
        }
    }
    Ok(())
}
