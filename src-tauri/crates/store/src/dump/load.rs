//! Loading open JSON into a new data file: all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use chrono::{DateTime, Utc};
use pps_domain::records::{Kind, Record};
use rusqlite::Connection;
use uuid::Uuid;

use super::LoadError;
use super::read::{Content, ListedFile, PastOperation, fault, read};
use crate::codec::canonical::sha256;
use crate::codec::json_path::JsonPath;
use crate::codec::{Stored, decode, encode};
use crate::error::StoreError;
use crate::opening::{self, Files, Key, Lock, Part, files_path};
use crate::reader::Reader;
use crate::schema::Schema;
use crate::search::CardCache;
use crate::sql::{bin, file, link, named_part, operation, part, record, revision, state};
use crate::words;
use crate::writer::named_parts;

/// Name of the operation that stands for changes made by hand.
const EDITED: &str = "Загружено из файла, изменённого вне программы";

/// What is to be loaded.
pub struct Load<'a> {
    /// The open JSON.
    pub dump: &'a [u8],
    /// Fetches the bytes of an attached file by its SHA-256; none where they are not there.
    pub files: &'a dyn Fn(&str) -> io::Result<Option<Vec<u8>>>,
    /// Identifier of the operation that is added where the file was edited by hand.
    pub operation: Uuid,
    /// The instant of that operation.
    pub at: DateTime<Utc>,
}

/// What was loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loaded {
    /// Records in force.
    pub records: usize,
    /// Attached files.
    pub files: usize,
    /// Records that differed from their history, because the file was edited by hand.
    pub edited: usize,
}

/// Loads open JSON into a data file that is not there yet or holds nothing.
///
/// A record that is not as its history left it was changed by hand. It is taken as it is now, and one operation
/// «Загружено из файла, изменённого вне программы» says so at the end of the history, so that undoing goes on
/// from what is really there. A record without any history is taken as it is: no operation touched it, so none
/// can be undone that did.
///
/// # Errors
/// What is wrong and where; the target is then as it was.
pub fn load(request: &Load<'_>, target: &Path) -> Result<Loaded, LoadError> {
    let target = opening::absolute(target)?;
    let content = read(request.dump)?;
    if content.history.iter().any(|past| past.id == request.operation) {
        return Err(LoadError::OperationTwice(request.operation));
    }
    let key = if fs::exists(&target)? { opening::key_for(&target, None)? } else { Key::open() };
    let lock = Lock::take(&target)?;
    let loaded = check_empty(&target, &key).and_then(|()| build(request, &content, &target, &key));
    if loaded.is_err() {
        lock.withdraw();
    }
    loaded
}

/// The target may be there if nothing was ever saved in it.
fn check_empty(target: &Path, key: &Key) -> Result<(), LoadError> {
    // A foreign file in the place of the attached ones must not be written over.
    let files = Files::of(target, key)?;
    if !fs::exists(target)? {
        return Ok(());
    }
    let connection = opening::look_into_records(target, key)?;
    let empty = Reader { connection: &connection, files: &files, cards: &CardCache::default() }.is_empty();
    opening::leave(target, connection)?;
    if empty? { Ok(()) } else { Err(LoadError::NotEmpty(target.to_owned())) }
}

fn build(request: &Load<'_>, content: &Content, target: &Path, key: &Key) -> Result<Loaded, LoadError> {
    let mut files = None;
    if !content.files.is_empty() {
        let mut part = Part::begin(&files_path(target), Schema::Files, key)?;
        put_files(request, &content.files, part.connection()?)?;
        part.seal()?;
        files = Some(part);
    }
    let mut records = Part::begin(target, Schema::Records, key)?;
    let marked = (request.operation, request.at, EDITED);
    let edited = put_content(content, marked, records.connection()?, target)?;
    records.seal()?;
    // Files first: should the power fail between the two, files that nobody names harm nobody.
    if let Some(files) = files {
        files.finish()?;
    }
    records.finish()?;
    Ok(Loaded { records: content.records.len(), files: content.files.len(), edited })
}

fn put_files(request: &Load<'_>, files: &[ListedFile], connection: &mut Connection) -> Result<(), LoadError> {
    let transaction = connection.transaction()?;
    for listed in files {
        let fetched = (request.files)(&listed.sha256).map_err(|told| {
            fault(&listed.place, format!("файл {} не читается: {}", listed.sha256, words::io(&told)))
        })?;
        let Some(bytes) = fetched else {
            return Err(fault(&listed.place, format!("содержимого файла {} нет", listed.sha256)));
        };
        if bytes.len() as u64 != listed.size || sha256(&bytes) != listed.hash {
            return Err(fault(&listed.place, format!("содержимое файла {} изменено", listed.sha256)));
        }
        file::put(&transaction, &bytes, &listed.media_type)?;
    }
    Ok(transaction.commit()?)
}

/// Fills an empty database. Where a record is not as its history left it, the marked operation says so; tells how many.
pub(crate) fn put_content(
    content: &Content,
    (marked, at, name): (Uuid, DateTime<Utc>, &str),
    connection: &mut Connection,
    target: &Path,
) -> Result<usize, LoadError> {
    let transaction = connection.transaction()?;
    let change = state::next_change(&transaction)?;
    let latest = put_history(&content.history, &transaction)?;
    let mut edited = Vec::new();

    for record in &content.records {
        let (id, kind) = (record.id(), record.kind());
        let encoded = encode(record).map_err(StoreError::from)?;
        let stored = match latest.get(&id) {
            // The text of the history is kept to the letter, in its old format too.
            Some((known, Some(last)))
                if *known == kind && decode(kind, last).ok().as_ref() == Some(record) =>
            {
                last.clone()
            }
            Some((known, _)) if *known != kind => {
                let place = JsonPath::default().key("записи").key(kind.words().one);
                return Err(fault(
                    &place,
                    format!("в истории запись {id} другого вида: {}", known.words().one),
                ));
            }
            Some((_, last)) => {
                edited.push((id, kind, last.clone(), Some(encoded.clone())));
                encoded
            }
            None => encoded,
        };
        put(&transaction, record, &stored, change)?;
    }
    for (record, deleted) in &content.bin {
        let stored = encode(record).map_err(StoreError::from)?;
        bin::put(&transaction, record.kind(), record.id(), &stored, *deleted)?;
    }
    let live: BTreeSet<Uuid> = content.records.iter().map(Record::id).collect();
    for (id, (kind, last)) in latest {
        if last.is_some() && !live.contains(&id) {
            edited.push((id, kind, last, None));
        }
    }
    if !edited.is_empty() {
        let number = operation::insert(&transaction, marked, at, name, None, None)?;
        for (id, kind, before, after) in &edited {
            revision::insert(&transaction, number, *id, *kind, before.as_ref(), after.as_ref())?;
        }
    }
    crate::search::refresh(&Reader {
        connection: &transaction,
        files: &Files::of(target, &Key::open())?,
        cards: &CardCache::default(),
    })?;
    transaction.commit()?;
    Ok(edited.len())
}

fn put(connection: &Connection, record: &Record, stored: &Stored, change: i64) -> Result<(), LoadError> {
    record::put(connection, record, stored, change)?;
    link::set(connection, record.id(), &record.links(), true)?;
    named_part::set(connection, record.id(), &named_parts(record), true)?;
    part::set(connection, record.id(), &record.part_ids().into_iter().collect(), true)?;
    Ok(())
}

/// Writes the history and says how it left each record.
fn put_history(
    history: &[PastOperation],
    connection: &Connection,
) -> Result<BTreeMap<Uuid, (Kind, Option<Stored>)>, LoadError> {
    let mut latest = BTreeMap::new();
    for past in history {
        let number =
            operation::insert(connection, past.id, past.at, &past.name, past.undoes, past.undone_by)?;
        for row in &past.revisions {
            let (before, after) = (row.before.as_ref(), row.after.as_ref());
            revision::insert(connection, number, row.record, row.kind, before, after)?;
            latest.insert(row.record, (row.kind, row.after.clone()));
        }
    }
    Ok(latest)
}
