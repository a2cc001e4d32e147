//! The open data file, on the disk and in memory. Everything that changes it goes through here, so that the memory says
//! what the disk says: an operation is on the disk first, and only what the store tells of it changes the memory.

mod memory;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::CommunityId;
use pps_domain::personal::Export;
use pps_domain::records::Record;
use pps_store::{
    Act, AllRecords, Anonymising, ChangedRecord, Direction, HistoryFault, Hit, NewOperation, OpenError,
    Question, Reader, Revision, Store, StoreError, Writer,
};
use uuid::Uuid;

use memory::Memory;

/// The open data file.
pub(crate) struct DataFile {
    store: Store,
    /// Held by whoever changes the file: the memory follows the disk in the same order.
    turn: Mutex<()>,
    /// None until somebody asks for records.
    memory: Mutex<Option<Memory>>,
    /// How many records did not prove themselves when the memory was filled.
    unread: Mutex<usize>,
}

impl DataFile {
    pub(crate) fn new(store: Store) -> Self {
        Self { store, turn: Mutex::new(()), memory: Mutex::new(None), unread: Mutex::new(0) }
    }

    /// All records of a community; none where there is no such community.
    pub(crate) fn community_records(
        &self,
        community: CommunityId,
    ) -> Result<Option<Arc<CommunityRecords>>, StoreError> {
        self.with_memory(|memory| memory.community_records(community))
    }

    /// A record with its revision; none where it is not there or deleted.
    pub(crate) fn get(&self, id: Uuid) -> Result<Option<(Record, Revision)>, StoreError> {
        self.with_memory(|memory| memory.get(id).cloned())
    }

    /// The records of a community and all people and organisations, each with its revision.
    pub(crate) fn seen(&self, community: CommunityId) -> Result<Vec<(Record, Revision)>, StoreError> {
        self.with_memory(|memory| memory.seen(community))
    }

    /// What a record is called in lists and messages.
    pub(crate) fn title(&self, record: &Record) -> Result<String, StoreError> {
        self.with_memory(|memory| memory.title(record))
    }

    /// Finds records. The file is asked for no more than which ones they are; they are shown from memory. Where nobody has
    /// asked for records yet, on the command line, those few are read, and not all.
    pub(crate) fn search(
        &self,
        words: &str,
        community: Option<CommunityId>,
        most: usize,
    ) -> Result<Vec<Hit>, StoreError> {
        let typed = words.to_owned();
        if lock(&self.memory).is_none() {
            return self.store.read(move |reader| reader.search(&typed, community, most));
        }
        let question = Question::new(words);
        let found =
            self.store.read(move |reader| reader.matching(&Question::new(&typed), community, most))?;
        self.with_memory(|memory| memory.hits(&question, &found))
    }

    /// Reads what is not kept in memory: history, the bin, attached files.
    pub(crate) fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.store.read(read)
    }

    /// Does one operation: all of it or nothing. Tells what it has changed.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        operation: NewOperation,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<(T, Vec<ChangedRecord>), StoreError> {
        let _turn = lock(&self.turn);
        let (answer, changed) = self.store.operate(operation, write)?;
        self.remember(&changed);
        Ok((answer, changed))
    }

    /// Takes back or does again; none where there is nothing.
    pub(crate) fn step(
        &self,
        direction: Direction,
        id: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Option<(Act, Vec<ChangedRecord>)>, StoreError> {
        let _turn = lock(&self.turn);
        let step = self.store.step(direction, id, at)?;
        if let Some((_, changed)) = &step {
            self.remember(changed);
        }
        Ok(step)
    }

    /// Adds a line to the journal of what was given out.
    pub(crate) fn note_export(&self, at: DateTime<Utc>, export: Export) -> Result<(), StoreError> {
        self.store.note_export(at, export)
    }

    /// Forgets the name of a person, on the disk and in memory.
    pub(crate) fn anonymise(&self, operation: NewOperation, what: Anonymising) -> Result<(), StoreError> {
        let _turn = lock(&self.turn);
        let forgotten = self.store.anonymise(operation, what);
        // Records of any kind may have changed: the next who asks reads them anew.
        *lock(&self.memory) = None;
        forgotten
    }

    pub(crate) fn path(&self) -> &Path {
        self.store.path()
    }

    /// Proves every record, revision and attached file by its hash and tells all faults.
    pub(crate) fn verify(&self) -> Result<Vec<HistoryFault>, StoreError> {
        self.store.verify_history()
    }

    #[cfg(feature = "statements")]
    pub(crate) fn statements_of<T>(&self, work: impl FnOnce() -> T) -> Result<(T, Vec<String>), StoreError> {
        self.store.statements_of(work)
    }

    pub(crate) fn close(self) -> Result<(), OpenError> {
        self.store.close()
    }

    /// How many records are left out because they do not prove themselves.
    pub(crate) fn unread(&self) -> Result<usize, StoreError> {
        self.with_memory(|_| ())?;
        Ok(*lock(&self.unread))
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    fn remember(&self, changed: &[ChangedRecord]) {
        if let Some(memory) = lock(&self.memory).as_mut() {
            memory.take(changed);
        }
    }

    /// Asks the memory, which is filled the first time.
    fn with_memory<T>(&self, ask: impl FnOnce(&mut Memory) -> T) -> Result<T, StoreError> {
        if let Some(memory) = lock(&self.memory).as_mut() {
            return Ok(ask(memory));
        }
        // Nothing may be changed between the reading and the first answer.
        let _turn = lock(&self.turn);
        let mut memory = lock(&self.memory);
        let memory = match memory.as_mut() {
            Some(filled) => filled,
            None => {
                let AllRecords { records, unread } = self.store.read(|reader| reader.everything())?;
                unread.iter().for_each(|fault| tracing::error!(%fault, "a record does not prove itself"));
                *lock(&self.unread) = unread.len();
                memory.insert(Memory::new(records))
            }
        };
        Ok(ask(memory))
    }
}

/// A panic while the lock was held leaves the memory as it was before or after one record.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
