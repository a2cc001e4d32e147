//! Keeping the index in step with the records.

use std::collections::{BTreeSet, HashMap};
use std::sync::mpsc::sync_channel;
use std::thread::Builder;

use chrono::Datelike;
use pps_domain::records::Record;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::cards::Cards;
use super::words::{Stems, each_word, words};
use crate::codec::decode;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::{blob, link, record, state};
use crate::words::io;
use crate::writer::{AT_ONCE, MANY, Touched, Writer};

/// Raised whenever other words would be found: the index is then built anew on opening.
const VERSION: u32 = 3;

/// Before all that has a day: a person or a school that is looked for by name is one card among many papers,
/// and should not come after them.
const CARDS: i64 = 1 << 30;

/// Words wait until there are so many bytes of them, and are then written in the order of their rows.
const MOST_WAITING: usize = 16 << 20;

/// Turns records into rows of the index.
pub(crate) struct Indexer<'a> {
    reader: &'a Reader<'a>,
    stems: Stems,
    cards: Cards<'a>,
    /// Words that are in the list, each with the last record in which it stood.
    known: HashMap<String, u64>,
    /// How many records were put.
    records: u64,
    /// The last number of each day that was asked for.
    last: HashMap<i64, i64>,
    /// Rows on their way into the index.
    rows: Vec<(Row, String)>,
    /// How long their words are together.
    length: usize,
}

impl<'a> Indexer<'a> {
    fn new(reader: &'a Reader<'a>, cards: Cards<'a>) -> Self {
        let (known, last, rows) = (HashMap::new(), HashMap::new(), Vec::new());
        Self { reader, stems: Stems::new(), cards, known, records: 0, last, rows, length: 0 }
    }

    /// Puts a record, one that has no row yet or another one, with the words of its own texts.
    fn put(&mut self, record: &Record, own: &str, is_new: bool) -> Result<(), StoreError> {
        // «Заполненная анкета № 12»: three thousand parts of something, each with a number, are nothing to look for.
        let is_part = record.kind().words().within && own.is_empty();
        let title = if is_part { String::new() } else { self.cards.title(record)? };
        self.records += 1;
        let mut line = owner(record.community().map(|community| community.0));
        own.split_terminator(' ').try_for_each(|word| self.add(word, &mut line))?;
        for card in self.cards.named(record)? {
            card.words.iter().try_for_each(|word| self.add(word, &mut line))?;
        }
        words(&title).try_for_each(|word| self.add(&word.folded, &mut line))?;
        let row = self.row(record, is_new)?;
        self.length += line.len();
        self.rows.push((row, line));
        if self.length > MOST_WAITING { self.write() } else { Ok(()) }
    }

    /// Adds a word to a record's line, once, and to the list of words.
    fn add(&mut self, word: &str, line: &mut String) -> Result<(), StoreError> {
        match self.known.get_mut(word) {
            Some(last) if *last == self.records => return Ok(()),
            Some(last) => *last = self.records,
            None => {
                self.reader
                    .connection
                    .prepare_cached(
                        "INSERT INTO search_word (word, stem) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                    )?
                    .execute([word, &*self.stems.stem(word)])?;
                self.known.insert(word.to_owned(), self.records);
            }
        }
        line.push(' ');
        line.push_str(word);
        Ok(())
    }

    /// Writes the rows that wait, in the order of their numbers: FTS5 begins a new piece of the index wherever a number is
    /// lower than the one before.
    fn write(&mut self) -> Result<(), StoreError> {
        self.rows.sort_unstable_by_key(|(row, _)| row.number);
        let connection = self.reader.connection;
        for (row, words) in self.rows.drain(..) {
            let sql = if row.is_new {
                "INSERT INTO search (rowid, words) VALUES (?1, ?2)"
            } else {
                "INSERT OR REPLACE INTO search (rowid, words) VALUES (?1, ?2)"
            };
            connection.prepare_cached(sql)?.execute(params![row.number, words])?;
        }
        self.length = 0;
        Ok(())
    }

    /// The row of a record. Its number has the day in the high bits, so that the newest come first in the order of the
    /// table itself.
    fn row(&mut self, record: &Record, is_new: bool) -> Result<Row, StoreError> {
        let connection = self.reader.connection;
        let (id, day) = (record.id(), day(record));
        if !is_new && let Some(known) = row_of(connection, id)? {
            if known >> 32 == day {
                return Ok(Row { number: known, is_new: false });
            }
            forget(connection, id)?;
        }
        let number = match self.last.get(&day) {
            Some(last) => last + 1,
            None => {
                let (first, end) = (day << 32, (day << 32) | i64::from(u32::MAX));
                let highest: Option<i64> = connection
                    .prepare_cached("SELECT max(number) FROM search_row WHERE number BETWEEN ?1 AND ?2")?
                    .query_row([first, end], |row| row.get(0))?;
                highest.map_or(first, |highest| highest + 1)
            }
        };
        self.last.insert(day, number);
        connection
            .prepare_cached("INSERT INTO search_row (number, record) VALUES (?1, ?2)")?
            .execute(params![number, blob(&id)])?;
        Ok(Row { number, is_new: true })
    }
}

/// A row of the index.
#[derive(Debug, Clone, Copy)]
struct Row {
    number: i64,
    /// Whether the index has none of that number yet.
    is_new: bool,
}

/// Gathers the words of records' own texts.
#[derive(Default)]
struct OwnWords {
    /// Each word with the last record in which it stood.
    last: HashMap<String, u64>,
    records: u64,
}

impl OwnWords {
    /// The words of a record, each once, with a space behind it.
    fn of(&mut self, record: &Record) -> String {
        self.records += 1;
        let mut line = String::new();
        for text in record.texts() {
            each_word(&text, |word| {
                match self.last.get_mut(word) {
                    Some(last) if *last == self.records => return,
                    Some(last) => *last = self.records,
                    None => drop(self.last.insert(word.to_owned(), self.records)),
                }
                line.push_str(word);
                line.push(' ');
            });
        }
        line
    }
}

/// The day of a record, as a number that puts people and organisations first and what has no day last.
fn day(record: &Record) -> i64 {
    match record.date() {
        Some(date) => i64::from(date.num_days_from_ce()).clamp(1, CARDS - 1),
        None if record.kind().words().card => CARDS,
        None => 0,
    }
}

/// Whether a row is that of a person or an organisation.
pub(super) fn is_card(number: i64) -> bool {
    number >> 32 == CARDS
}

/// The word under which the records of a community stand in the index, or all that has none: people and organisations.
/// Its capital letter keeps it apart from every word of a text.
pub(super) fn owner(community: Option<Uuid>) -> String {
    community.map_or_else(|| "Общее".to_owned(), |community| format!("Чей{}", community.simple()))
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
    let changed = writer.touched.iter().filter_map(|touched| {
        let after = touched.after.as_ref()?;
        (touched.before.as_ref() != Some(&after.stored)).then_some((touched, &after.record))
    });
    // Day by day, so that the rows come in the order of their numbers however many they are.
    let mut changed: Vec<_> = changed.collect();
    changed.sort_by_key(|(_, record)| day(record));
    // What was not in force before has no row.
    let mut put = |(touched, record): &(&Touched, &Record), own: String| {
        indexer.put(record, &own, touched.before.is_none())
    };
    let mut own_words = OwnWords::default();
    if changed.len() < MANY {
        changed.iter().try_for_each(|one| put(one, own_words.of(one.1)))?;
    } else {
        // The words of the next records are gathered while those of one are written.
        std::thread::scope(|scope| {
            let (made, gathered) = sync_channel(4);
            let records: Vec<&Record> = changed.iter().map(|(_, record)| *record).collect();
            let gather = move || {
                let some = |records: &[&Record]| {
                    records.iter().map(|record| own_words.of(record)).collect::<Vec<_>>()
                };
                // Nobody waits any more where one could not be written.
                let _ = records.chunks(AT_ONCE).map(some).try_for_each(|some| made.send(some));
            };
            let thread = Builder::new().name("pps-words".to_owned());
            thread.spawn_scoped(scope, gather).map_err(|fault| StoreError::Io(io(&fault)))?;
            changed.iter().zip(gathered.into_iter().flatten()).try_for_each(|(one, own)| put(one, own))
        })?;
    }
    // Whoever names a person or a school is found by the new name too.
    let mut again = BTreeSet::new();
    for (touched, record) in changed {
        if let Some(before) = touched.before.as_ref().filter(|_| touched.kind.words().card)
            && decode(touched.kind, before)?.names() != record.names()
        {
            again.extend(link::sources(writer.connection, touched.id)?);
        }
    }
    let mut own_words = OwnWords::default();
    for id in again.into_iter().filter(|id| writer.touched(*id).is_none()) {
        if let Some(live) = record::get(writer.connection, id)? {
            let record = live.record()?;
            indexer.put(&record, &own_words.of(&record), false)?;
        }
    }
    indexer.write()
}

/// Builds the index anew where other rules, or none, built it.
pub(crate) fn refresh(reader: &Reader<'_>) -> Result<(), StoreError> {
    let connection = reader.connection;
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')", [])?;
    connection.execute("DELETE FROM search_row", [])?;
    connection.execute("DELETE FROM search_word", [])?;
    let mut indexer = Indexer::new(reader, Cards::new(reader));
    let mut own_words = OwnWords::default();
    record::each::<StoreError>(connection, "ORDER BY id", [], |live| {
        let record = live.record()?;
        indexer.put(&record, &own_words.of(&record), true)
    })?;
    indexer.write()?;
    state::set_search_version(connection, VERSION)
}

/// Whether the index was built by other rules.
pub(crate) fn is_outdated(connection: &Connection) -> Result<bool, StoreError> {
    Ok(state::search_version(connection)? != VERSION)
}
