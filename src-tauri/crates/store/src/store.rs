//! The store and its thread.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

use chrono::{DateTime, NaiveDate, Utc};
use pps_domain::personal::Export;
use pps_domain::text::cleaned;
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use crate::error::StoreError;
use crate::history::{self, Act, Anonymising, HistoryFault, NewOperation, Session};
use crate::opening::{self, Draft, Files, Key, Lock, OpenError};
use crate::reader::Reader;
use crate::schema::Schema;
use crate::search::CardCache;
use crate::sql::{export, file, former_key};
use crate::words::without_advice;
use crate::writer::{ChangedRecord, Writer};

/// An open data file. One thread owns the only connection; whoever asks waits for its answer, and whoever saves
/// waits until the change is on the disk.
///
/// Dropping the store closes the file in an orderly way.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    key: Key,
    only_read: bool,
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<Result<(), OpenError>>>,
}

/// Which way a step through the history goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// «Отменить»
    Back,
    /// «Вернуть»
    Forth,
}

type Job = Box<dyn FnOnce(&mut StoreThread) + Send>;

/// What the thread works with.
struct StoreThread {
    records: Connection,
    files: Files,
    session: Session,
    cards: CardCache,
    only_read: bool,
}

impl Store {
    /// Creates an empty data file. It is complete on the disk when this returns, and it is not open yet.
    ///
    /// # Errors
    /// There is such a file already, or the disk refuses.
    pub fn create(path: &Path) -> Result<(), OpenError> {
        let path = opening::absolute(path)?;
        if path.exists() {
            return Err(OpenError::Exists(path));
        }
        // What lies in the place of the attached files is looked at before anything is made: a data file beside
        // a foreign one could never be opened, and would stand in the way of the next try.
        let key = Key::open();
        Files::of(&path, &key)?;
        let lock = Lock::take(&path)?;
        opening::create_records(&path, &key).inspect_err(|_| lock.withdraw())
    }

    /// Creates a data file that holds something from its first moment on: `fill` works with it under another name, and it
    /// bears its own only when it is complete on the disk. So nothing that ends the program leaves an empty file behind.
    ///
    /// # Errors
    /// There is such a file already, what `fill` says, or the disk refuses; nothing is left then.
    pub fn create_filled<E: From<OpenError>>(
        path: &Path,
        today: NaiveDate,
        fill: impl FnOnce(&Self) -> Result<(), E>,
    ) -> Result<(), E> {
        let path = opening::absolute(path).map_err(OpenError::from)?;
        if path.exists() {
            return Err(OpenError::Exists(path).into());
        }
        let key = Key::open();
        Files::of(&path, &key)?;
        let lock = Lock::take(&path)?;
        let made = Draft::begin(&path).map_err(E::from).and_then(|draft| {
            Self::create(&draft.path)?;
            let store = Self::open(&draft.path, None, today)?;
            fill(&store)?;
            store.close()?;
            Ok(draft.finish()?)
        });
        made.inspect_err(|_| lock.withdraw())
    }

    /// Opens a data file. `today` decides whether the weekly check is due.
    ///
    /// # Errors
    /// Why it was not opened; its bytes are then the same as before.
    pub fn open(path: &Path, key: Option<Key>, today: NaiveDate) -> Result<Self, OpenError> {
        let path = opening::absolute(path)?;
        let key = opening::key_for(&path, key)?;
        let (desk, lock) = match StoreThread::open(&path, &key, today) {
            Err(OpenError::ReadOnly) => (StoreThread::open_to_read(&path, &key)?, None),
            opened => opened.map(|(desk, lock)| (desk, Some(lock)))?,
        };
        let only_read = lock.is_none();
        let (jobs, queue) = channel::<Job>();
        let of = path.clone();
        let thread = Builder::new().name("pps-store".to_owned()).spawn(move || {
            let mut desk = desk;
            while let Ok(job) = queue.recv() {
                job(&mut desk);
            }
            let closed = desk.close(&of);
            // The lock goes last: nobody may open the file while it is being closed.
            drop(lock);
            closed
        })?;
        Ok(Self { path, key, only_read, jobs: Some(jobs), thread: Some(thread) })
    }

    /// Whether the file lies where nothing can be written, so that it can only be read.
    #[must_use]
    pub fn is_only_read(&self) -> bool {
        self.only_read
    }

    /// The key under which the file is open.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Where the data file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads. Everything read in one go belongs to one moment.
    ///
    /// # Errors
    /// What the reading says, or a fault of the store.
    pub fn read<T, E>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.ask(move |desk| {
            let reader = Reader { connection: &desk.records, files: &desk.files, cards: &desk.cards };
            guarded(|| read(&reader))
        })
    }

    /// Does one operation: all of it or nothing. When this returns without a fault, it is on the disk.
    ///
    /// # Errors
    /// What the writing says, or a fault of the store. Nothing was changed then.
    pub fn write<T, E>(
        &self,
        operation: NewOperation,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Ok(self.operate(operation, write)?.0)
    }

    /// As [`Store::write`], and tells every record that the operation has changed.
    ///
    /// # Errors
    /// As for [`Store::write`].
    pub fn operate<T, E>(
        &self,
        mut operation: NewOperation,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<(T, Vec<ChangedRecord>), E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        // It is named after a record, perhaps before the texts of that were cleaned.
        operation.name = cleaned(&operation.name).into_owned();
        self.ask(move |desk| {
            let session = desk.session.clone();
            let answer = desk.transaction(|reader| {
                let mut writer = Writer::new(reader, operation.at);
                let answer = write(&mut writer)?;
                let session = history::settle(&writer, &operation, None, session)?;
                Ok::<_, E>(((answer, writer.into_changed()), session))
            })?;
            desk.forget_cards(&answer.1);
            Ok(answer)
        })
    }

    /// Takes back the last operation that is in force, as a new operation «Отменено: …»; none where there is
    /// nothing to take back.
    ///
    /// # Errors
    /// A record was changed otherwise since, or a fault of the store.
    pub fn undo(&self, id: Uuid, at: DateTime<Utc>) -> Result<Option<Act>, StoreError> {
        Ok(self.step(Direction::Back, id, at)?.map(|(undone, _)| undone))
    }

    /// Does again what was undone last, as a new operation «Возвращено: …»; none where nothing was, or where
    /// something new was done since.
    ///
    /// # Errors
    /// A record was changed otherwise since, or a fault of the store.
    pub fn redo(&self, id: Uuid, at: DateTime<Utc>) -> Result<Option<Act>, StoreError> {
        Ok(self.step(Direction::Forth, id, at)?.map(|(redone, _)| redone))
    }

    /// Takes back or does again ([`Store::undo`], [`Store::redo`]), and tells every record that this has changed.
    ///
    /// # Errors
    /// As for either.
    pub fn step(
        &self,
        direction: Direction,
        id: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Option<(Act, Vec<ChangedRecord>)>, StoreError> {
        self.ask(move |desk| {
            let step = desk.transaction(|reader| {
                let step = match direction {
                    Direction::Back => history::undo(reader, id, at)?,
                    Direction::Forth => history::redo(reader, id, at)?,
                };
                Ok((step, Session::default()))
            });
            if let Ok(Some((_, changed))) = &step {
                desk.forget_cards(changed);
            }
            step
        })
    }

    /// Adds a line to the journal of what was given out. It is no act: nothing of it is undone, and what the file holds stays
    /// the same.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn note_export(&self, at: DateTime<Utc>, export: Export) -> Result<(), StoreError> {
        self.ask(move |desk| export::put(&desk.records, at, &export))
    }

    /// Forgets the name of a person everywhere but in what was signed or handed over. It cannot be taken back. When this
    /// returns, neither the files nor their logs hold the name.
    ///
    /// # Errors
    /// There is no such person, or a fault of the store; nothing was changed then.
    pub fn anonymise(&self, operation: NewOperation, what: Anonymising) -> Result<(), StoreError> {
        self.ask(move |desk| {
            let unnamed = desk.transaction(|reader| {
                let unnamed = history::anonymise(&reader, &operation, &what)?;
                Ok::<_, StoreError>((unnamed, Session::default()))
            });
            desk.cards = CardCache::default();
            for hash in unnamed? {
                desk.files.write(|files| file::remove(files, &hash))?;
            }
            opening::empty_log(&desk.records)?;
            desk.files.read(opening::empty_log).map(drop)
        })
    }

    /// Everything as open JSON, as [`Reader::dump`] writes it, where every record can be read.
    ///
    /// # Errors
    /// A record is not as it was written, or a fault of the disk or the file.
    pub fn dump(&self) -> Result<String, StoreError> {
        let (text, unread) = self.read(|reader| reader.dump())?;
        unread.into_iter().next().map_or(Ok(text), Err)
    }

    /// Proves every record, revision and attached file by its hash and tells all faults.
    ///
    /// # Errors
    /// The store is closed.
    pub fn verify_history(&self) -> Result<Vec<HistoryFault>, StoreError> {
        self.read(|reader| Ok(history::verify(reader)))
    }

    /// Proves every row by its hash, but not the bytes of attached files, and tells how many faults there are.
    ///
    /// # Errors
    /// The store is closed.
    pub fn verify_rows(&self) -> Result<usize, StoreError> {
        self.read(|reader| Ok(history::verify_rows(reader).len()))
    }

    /// Closes the file and waits until that is done.
    ///
    /// # Errors
    /// The log of what was saved could not be carried over into the file, on a full disk. It stays beside the file, nothing
    /// is lost, and it is carried over when the file is opened next.
    pub fn close(mut self) -> Result<(), OpenError> {
        self.end()
    }

    fn end(&mut self) -> Result<(), OpenError> {
        // The thread ends when nobody can ask it any more.
        self.jobs = None;
        match self.thread.take().map(JoinHandle::join) {
            None => Ok(()),
            Some(Ok(closed)) => closed,
            Some(Err(_)) => {
                tracing::error!("the store's thread ended in a panic");
                Ok(())
            }
        }
    }

    fn ask<T, E>(&self, job: impl FnOnce(&mut StoreThread) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, wait) = sync_channel(1);
        let job: Job = Box::new(move |desk| {
            // Whoever asked may have gone; the answer is then nobody's.
            let _ = answer.send(job(desk));
        });
        let jobs = self.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(job).map_err(|_| StoreError::Closed)?;
        wait.recv().map_err(|_| StoreError::Closed)?
    }
}

#[cfg(feature = "statements")]
impl Store {
    /// Does something and tells every statement that SQLite ran meanwhile, with its values: for tests that count what is
    /// read.
    ///
    /// # Errors
    /// The store is closed.
    pub fn statements_of<T>(&self, work: impl FnOnce() -> T) -> Result<(T, Vec<String>), StoreError> {
        use rusqlite::trace::TraceEventCodes;
        self.ask(|desk| {
            RAN.with_borrow_mut(Vec::clear);
            desk.records.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
            Ok::<_, StoreError>(())
        })?;
        let answer = work();
        let ran = self.ask(|desk| {
            desk.records.trace_v2(TraceEventCodes::empty(), None);
            Ok::<_, StoreError>(RAN.with_borrow_mut(std::mem::take))
        })?;
        Ok((answer, ran))
    }
}

#[cfg(feature = "statements")]
thread_local! {
    /// What SQLite ran on the store's thread.
    static RAN: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(Vec::new()) };
}

#[cfg(feature = "statements")]
fn note(event: rusqlite::trace::TraceEvent<'_>) {
    if let rusqlite::trace::TraceEvent::Stmt(statement, _) = event {
        RAN.with_borrow_mut(|ran| ran.push(statement.expanded_sql().unwrap_or_default()));
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Err(fault) = self.end() {
            tracing::error!(%fault, "the data file was not closed in an orderly way");
        }
    }
}

impl StoreThread {
    fn open(path: &Path, key: &Key, today: NaiveDate) -> Result<(Self, Lock), OpenError> {
        let lock = Lock::take(path)?;
        let opened = || -> Result<Self, OpenError> {
            let files = Files::of(path, key)?;
            let records = opening::open_records(path, key, today)?;
            let files = files.knowing(former_key::all(&records)?);
            let (session, cards) = (Session::default(), CardCache::default());
            Ok(Self { records, files, session, cards, only_read: false })
        };
        match opened() {
            Ok(mut desk) => {
                opening::remove_leftovers(path);
                desk.refresh_search()?;
                Ok((desk, lock))
            }
            Err(fault) => {
                lock.withdraw();
                Err(fault)
            }
        }
    }

    /// Opens a file that lies where nothing can be written. No lock is taken: nobody can change it.
    fn open_to_read(path: &Path, key: &Key) -> Result<Self, OpenError> {
        let records = opening::open_to_read(path, Schema::Records, key)?;
        let files = Files::of(path, key)?.only_read();
        let (session, cards) = (Session::default(), CardCache::default());
        Ok(Self { records, files, session, cards, only_read: true })
    }

    /// Builds the search anew where other rules built it.
    fn refresh_search(&mut self) -> Result<(), OpenError> {
        let refreshed = match crate::search::is_outdated(&self.records) {
            Ok(false) => return Ok(()),
            Ok(true) => self.transaction(|reader| {
                crate::search::refresh(&reader)?;
                Ok::<_, StoreError>(((), Session::default()))
            }),
            Err(fault) => Err(fault),
        };
        refreshed.map_err(|fault| match fault {
            StoreError::DiskFull => OpenError::DiskFull,
            StoreError::Io(told) => OpenError::Io(told),
            other => OpenError::Damaged(without_advice(&other)),
        })
    }

    /// Works within one transaction; the session is taken over once the transaction is on the disk.
    fn transaction<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(Reader<'_>) -> Result<(T, Session), E>,
    ) -> Result<T, E> {
        let transaction = self
            .records
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let reader = Reader { connection: &transaction, files: &self.files, cards: &self.cards };
        // On any fault the transaction is dropped, which rolls it back.
        let (answer, session) = guarded(|| work(reader))?;
        transaction.commit().map_err(StoreError::from)?;
        self.session = session;
        Ok(answer)
    }

    /// What was changed is read anew by whoever needs its name next.
    fn forget_cards(&self, changed: &[ChangedRecord]) {
        changed.iter().for_each(|record| self.cards.forget(record.id));
    }

    fn close(self, path: &Path) -> Result<(), OpenError> {
        if self.only_read {
            return Ok(());
        }
        self.files.close().and(opening::close(path, self.records))
    }
}

/// Turns a panic into a fault, so that the thread lives and the file stays open.
fn guarded<T, E: From<StoreError>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let told = reason(&*panic);
        tracing::error!(told, "an operation panicked");
        Err(StoreError::Panicked(told.to_owned()).into())
    })
}

fn reason(panic: &(dyn Any + Send)) -> &str {
    let told = panic.downcast_ref::<&str>().copied();
    told.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("без пояснения")
}
