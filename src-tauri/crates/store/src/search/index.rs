//! Keeping the index in step with the records.

use std::collections::{BTreeSet, HashSet};

use chrono::Datelike;
use pps_domain::records::Record;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::cards::Cards;
use super::words::{Stems, is_listed, words};
use crate::codec::decode;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::{blob, link, record, state};
use crate::writer::Writer;

/// Raised whenever other words would be found: the index is then built anew on opening.
const VERSION: u32 = 2;

/// Before all that has a day: a person or a school that is looked for by name is one card among many papers,
/// and should not come after them.
const CARDS: i64 = 1 << 30;

/// Turns records into rows of the index.
pub(crate) struct Indexer<'a> {
    reader: &'a Reader<'a>,
    stems: Stems,
    cards: Cards<'a>,
    /// Words that are in the list already.
    listed: HashSet<String>,
}

impl<'a> Indexer<'a> {
    fn new(reader: &'a Reader<'a>, cards: Cards<'a>) -> Self {
        Self { reader, stems: Stems::new(), cards, listed: HashSet::new() }
    }

    /// Writes the row of a record, new or known.
    pub(crate) fn put(&mut self, record: &Record) -> Result<(), StoreError> {
        let mut folded = BTreeSet::new();
        let (texts, within) = (record.texts(), record.kind().words().within);
        // «Заполненная анкета № 12»: three thousand parts of something, each with a number, are nothing to look for.
        let title = if within && texts.is_empty() { String::new() } else { self.cards.title(record)? };
        for text in texts.iter().chain(&self.cards.names(record)?).chain([&title]) {
            folded.extend(words(text).map(|word| word.folded));
        }
        let stems: BTreeSet<String> = folded.iter().map(|word| self.stems.stem(word)).collect();
        let row = row(self.reader.connection, record)?;
        self.reader
            .connection
            .prepare_cached("INSERT OR REPLACE INTO search (rowid, stems, words) VALUES (?1, ?2, ?3)")?
            .execute(params![row, joined(&stems), joined(&folded)])?;
        for word in folded.iter().filter(|word| is_listed(word)) {
            self.list(word)?;
        }
        Ok(())
    }

    /// Adds a word to the list of words.
    fn list(&mut self, word: &str) -> Result<(), StoreError> {
        if !self.listed.contains(word) {
            self.reader
                .connection
                .prepare_cached("INSERT INTO search_word (word) VALUES (?1) ON CONFLICT DO NOTHING")?
                .execute([word])?;
            self.listed.insert(word.to_owned());
        }
        Ok(())
    }
}

fn joined(words: &BTreeSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The number of a record's row: its day in the high bits, so that the newest come first in the order of the
/// table itself.
fn row(connection: &Connection, record: &Record) -> Result<i64, StoreError> {
    let id = record.id();
    let day = match record.date() {
        Some(date) => i64::from(date.num_days_from_ce()).clamp(1, CARDS - 1),
        None if record.kind().words().card => CARDS,
        None => 0,
    };
    if let Some(known) = row_of(connection, id)? {
        if known >> 32 == day {
            return Ok(known);
        }
        forget(connection, id)?;
    }
    let (first, last) = (day << 32, (day << 32) | i64::from(u32::MAX));
    let highest: Option<i64> = connection
        .prepare_cached("SELECT max(number) FROM search_row WHERE number BETWEEN ?1 AND ?2")?
        .query_row([first, last], |row| row.get(0))?;
    let number = highest.map_or(first, |highest| highest + 1);
    connection
        .prepare_cached("INSERT INTO search_row (number, record) VALUES (?1, ?2)")?
        .execute(params![number, blob(&id)])?;
    Ok(number)
}

fn row_of(connection: &Connection, id: Uuid) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT number FROM search_row WHERE record = ?1")?;
    Ok(statement.query_row([blob(&id)], |row| row.get(0)).optional()?)
}

/// Takes a record out of the index.
pub(crate) fn forget(connection: &Connection, id: Uuid) -> Result<(), StoreError> {
    if let Some(row) = row_of(connection, id)? {
        connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
        connection.prepare_cached("DELETE FROM search_row WHERE number = ?1")?.execute([row])?;
    }
    Ok(())
}

/// Brings the index up to an operation, at its end: only then all whom a record names are there.
pub(crate) fn update(writer: &Writer<'_>) -> Result<(), StoreError> {
    let mut indexer = Indexer::new(&writer.reader, Cards::within(writer));
    let mut again = BTreeSet::new();
    for touched in &writer.touched {
        let Some(after) = &touched.after else { continue };
        if touched.before.as_ref() == Some(&after.stored) {
            continue;
        }
        let record = &after.record;
        indexer.put(record)?;
        if let Some(before) = touched.before.as_ref().filter(|_| touched.kind.words().card)
            && decode(touched.kind, before)?.names() != record.names()
        {
            again.extend(link::sources(writer.connection, touched.id)?);
        }
    }
    // Whoever names a person or a school is found by the new name too.
    for id in again.into_iter().filter(|id| writer.touched(*id).is_none()) {
        if let Some(live) = record::get(writer.connection, id)? {
            indexer.put(&live.record()?)?;
        }
    }
    Ok(())
}

/// Builds the index anew where other rules, or none, built it.
pub(crate) fn refresh(reader: &Reader<'_>) -> Result<(), StoreError> {
    let connection = reader.connection;
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')", [])?;
    connection.execute("DELETE FROM search_row", [])?;
    connection.execute("DELETE FROM search_word", [])?;
    let mut indexer = Indexer::new(reader, Cards::new(reader));
    record::each::<StoreError>(connection, "ORDER BY id", [], |live| indexer.put(&live.record()?))?;
    state::set_search_version(connection, VERSION)
}

/// Whether the index was built by other rules.
pub(crate) fn is_outdated(connection: &Connection) -> Result<bool, StoreError> {
    Ok(state::search_version(connection)? != VERSION)
}
