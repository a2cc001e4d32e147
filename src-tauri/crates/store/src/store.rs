//! The store and its thread.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

use chrono::{DateTime, NaiveDate, Utc};
use pps_domain::text::cleaned;
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use crate::error::StoreError;
use crate::history::{self, Act, HistoryFault, NewOperation, Session};
use crate::opening::{self, Files, Key, Lock, OpenError};
use crate::reader::Reader;
use crate::words::without_advice;
use crate::writer::Writer;

/// An open data file. One thread owns the only connection; whoever asks waits for its answer, and whoever saves
/// waits until the change is on the disk.
///
/// Dropping the store closes the file in an orderly way.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

type Job = Box<dyn FnOnce(&mut StoreThread) + Send>;

/// What the thread works with.
struct StoreThread {
    records: Connection,
    files: Files,
    session: Session,
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
        Files::of(&path)?;
        let lock = Lock::take(&path)?;
        opening::create_records(&path).inspect_err(|_| lock.withdraw())
    }

    /// Opens a data file. `today` decides whether the weekly check is due.
    ///
    /// # Errors
    /// Why it was not opened; its bytes are then the same as before.
    pub fn open(path: &Path, key: Option<Key>, today: NaiveDate) -> Result<Self, OpenError> {
        let path = opening::absolute(path)?;
        // No file is encrypted yet, so a key opens nothing.
        drop(key);
        let (desk, lock) = StoreThread::open(&path, today)?;
        let (jobs, queue) = channel::<Job>();
        let thread = Builder::new().name("pps-store".to_owned()).spawn(move || {
            let mut desk = desk;
            while let Ok(job) = queue.recv() {
                job(&mut desk);
            }
            desk.close();
            // The lock goes last: nobody may open the file while it is being closed.
            drop(lock);
        })?;
        Ok(Self { path, jobs: Some(jobs), thread: Some(thread) })
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
            let reader = Reader { connection: &desk.records, files: &desk.files };
            guarded(|| read(&reader))
        })
    }

    /// Does one operation: all of it or nothing. When this returns without a fault, it is on the disk.
    ///
    /// # Errors
    /// What the writing says, or a fault of the store. Nothing was changed then.
    pub fn write<T, E>(
        &self,
        mut operation: NewOperation,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        // It is named after a record, perhaps before the texts of that were cleaned.
        operation.name = cleaned(&operation.name).into_owned();
        self.ask(move |desk| {
            let session = desk.session.clone();
            desk.transaction(|reader| {
                let mut writer = Writer::new(reader, operation.at);
                let answer = write(&mut writer)?;
                let settled = history::settle(&writer, &operation, None, session)?;
                Ok((answer, settled.session))
            })
        })
    }

    /// Takes back the last operation that is in force, as a new operation «Отменено: …»; none where there is
    /// nothing to take back.
    ///
    /// # Errors
    /// A record was changed otherwise since, or a fault of the store.
    pub fn undo(&self, id: Uuid, at: DateTime<Utc>) -> Result<Option<Act>, StoreError> {
        self.ask(move |desk| {
            desk.transaction(|reader| match history::undo(reader, id, at)? {
                Some((undone, settled)) => Ok((Some(undone), settled.session)),
                None => Ok((None, Session::default())),
            })
        })
    }

    /// Does again what was undone last, as a new operation «Возвращено: …»; none where nothing was, or where
    /// something new was done since.
    ///
    /// # Errors
    /// A record was changed otherwise since, or a fault of the store.
    pub fn redo(&self, id: Uuid, at: DateTime<Utc>) -> Result<Option<Act>, StoreError> {
        self.ask(move |desk| {
            desk.transaction(|reader| match history::redo(reader, id, at)? {
                Some((undone, settled)) => Ok((Some(undone), settled.session)),
                None => Ok((None, Session::default())),
            })
        })
    }

    /// Everything as open JSON, as [`Reader::dump`] writes it.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn dump(&self) -> Result<String, StoreError> {
        self.read(|reader| reader.dump())
    }

    /// Proves every record, revision and attached file by its hash and tells all faults.
    ///
    /// # Errors
    /// The store is closed.
    pub fn verify_history(&self) -> Result<Vec<HistoryFault>, StoreError> {
        self.read(|reader| Ok(history::verify(reader)))
    }

    /// Closes the file and waits until that is done.
    pub fn close(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // The thread ends when nobody can ask it any more.
        self.jobs = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the store's thread ended in a panic");
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

impl Drop for Store {
    fn drop(&mut self) {
        self.end();
    }
}

impl StoreThread {
    fn open(path: &Path, today: NaiveDate) -> Result<(Self, Lock), OpenError> {
        opening::refuse_by_header(path)?;
        let lock = Lock::take(path)?;
        let opened = || -> Result<Self, OpenError> {
            let files = Files::of(path)?;
            let records = opening::open_records(path, today)?;
            Ok(Self { records, files, session: Session::default() })
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
        let reader = Reader { connection: &transaction, files: &self.files };
        // On any fault the transaction is dropped, which rolls it back.
        let (answer, session) = guarded(|| work(reader))?;
        transaction.commit().map_err(StoreError::from)?;
        self.session = session;
        Ok(answer)
    }

    fn close(self) {
        for closed in [self.files.close(), opening::close(self.records)] {
            if let Err(fault) = closed {
                tracing::error!(%fault, "the data file was not closed in an orderly way");
            }
        }
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
