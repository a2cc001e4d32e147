//! The open data file and the community that somebody works with.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use chrono::NaiveDate;
use pps_domain::calendar::Holidays;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Community, Kind, Record};
use pps_domain::rules::{ClockDoubt, clock_doubt, last_event};
use pps_store::{ChangedRecord, Key, NewOperation, Reader, Revision, Store, StoreError, Writer};

use crate::backups;
use crate::clock::Clock;
use crate::data_file::DataFile;
use crate::derived::Told;
use crate::drafts::{Draft, keep_drafts, read_drafts};
use crate::error::AppError;
use crate::files::must_be_fit;
use crate::soundness::known_faults;
use crate::views::{Changes, CommunityCard, OpenFile, SeenRecord};

/// An open data file.
pub struct Workplace {
    pub(crate) file: DataFile,
    pub(crate) clock: Arc<dyn Clock>,
    /// How many faults the last check of hashes has found.
    pub(crate) faults: AtomicUsize,
    /// What follows of the records, as the page was told it.
    pub(crate) told: Told,
}

impl Workplace {
    /// Makes a new empty data file and opens it.
    ///
    /// # Errors
    /// There is such a file already, or the disk refuses.
    pub fn create(path: &Path, clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        must_be_fit(path)?;
        Store::create(path)?;
        Self::open(path, clock)
    }

    /// Makes a new data file that holds these records from its first moment on, and opens it: whatever ends the program
    /// meanwhile, no empty file is left.
    ///
    /// # Errors
    /// There is such a file already, or the disk refuses; nothing is left then.
    pub(crate) fn create_with(
        path: &Path,
        clock: Arc<dyn Clock>,
        name: &str,
        records: Vec<Record>,
    ) -> Result<Self, AppError> {
        must_be_fit(path)?;
        let operation =
            NewOperation { id: clock.new_id(), at: clock.now(), name: name.to_owned(), merge: false };
        Store::create_filled(path, clock.today(), |store| {
            store.write(operation, move |writer| writer.put_all(records))?;
            Ok::<_, AppError>(())
        })?;
        Self::open(path, clock)
    }

    /// Opens a data file without a password.
    ///
    /// # Errors
    /// Why it was not opened; its bytes are then the same as before.
    pub fn open(path: &Path, clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        Self::open_with(path, &Key::open(), clock)
    }

    /// Opens a data file. One of an older version is kept as it is among the copies before it is brought to the new form.
    ///
    /// # Errors
    /// Why it was not opened; its bytes are then the same as before.
    pub fn open_with(path: &Path, key: &Key, clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        backups::keep_before_upgrade(path, key, clock.as_ref())?;
        let store = Store::open(path, Some(key.clone()), clock.today())?;
        let faults = known_faults(store.path()).into();
        Ok(Self { file: DataFile::new(store), clock, faults, told: Told::default() })
    }

    /// The key under which the file is open.
    #[must_use]
    pub fn key(&self) -> &Key {
        self.file.store().key()
    }

    /// Whether the file lies where nothing can be written, so that it can only be read.
    #[must_use]
    pub fn is_only_read(&self) -> bool {
        self.file.store().is_only_read()
    }

    /// Where the data file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// The communities of the file.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn communities(&self) -> Result<Vec<Community>, AppError> {
        self.read(|reader| reader.communities())
    }

    /// The days of the school holidays, as the communities of the file have them.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn holidays(&self) -> Result<Vec<Holidays>, AppError> {
        Ok(self.communities()?.into_iter().flat_map(|community| community.settings.holidays).collect())
    }

    /// The community with the given name, full or short; the only one where no name is given.
    ///
    /// # Errors
    /// There is none, or there are several.
    pub fn community(&self, name: Option<&str>) -> Result<CommunityId, AppError> {
        let communities = self.communities()?;
        let names = || communities.iter().map(|community| community.shown_name().to_owned()).collect();
        let Some(wanted) = name else {
            return match communities.as_slice() {
                [] => Err(AppError::NoCommunity),
                [only] => Ok(only.id),
                _ => Err(AppError::SeveralCommunities { names: names() }),
            };
        };
        let same = |text: &str| text.trim().to_lowercase() == wanted.trim().to_lowercase();
        let mut named =
            communities.iter().filter(|community| same(&community.name) || same(&community.short_name));
        match (named.next(), named.next()) {
            (Some(one), None) => Ok(one.id),
            _ => Err(AppError::UnknownCommunity { wanted: wanted.to_owned(), names: names() }),
        }
    }

    /// All records of a community, from memory.
    ///
    /// # Errors
    /// There is no such community, or a fault of the store.
    pub fn community_records(&self, community: CommunityId) -> Result<Arc<CommunityRecords>, AppError> {
        self.file.community_records(community)?.ok_or(AppError::NoCommunity)
    }

    /// The day on which a community is looked at: the example has one of its own.
    pub(crate) fn today(&self, records: &CommunityRecords) -> NaiveDate {
        records.community.example_day.unwrap_or_else(|| self.clock.today())
    }

    /// Does one operation and answers with what it has changed.
    pub(crate) fn write(
        &self,
        operation: NewOperation,
        write: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<Changes, AppError> {
        let name = operation.name.clone();
        let ((), changed) = self.file.write(operation, write)?;
        Ok(self.changes(name, changed))
    }

    /// What an operation has come to.
    pub(crate) fn changes(&self, name: String, changed: Vec<ChangedRecord>) -> Changes {
        let (mut put, mut gone) = (Vec::new(), Vec::new());
        for ChangedRecord { id, now, .. } in changed {
            match now {
                Some((record, Revision(revision))) => put.push(SeenRecord { record, revision }),
                None => gone.push(id),
            }
        }
        Changes { name, at: self.time(), put, gone, step: None }
    }

    /// Reads what is not in memory.
    pub(crate) fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        Ok(self.file.read(read)?)
    }

    /// A new operation, of now.
    pub(crate) fn operation(&self, name: String) -> NewOperation {
        NewOperation { id: self.clock.new_id(), at: self.clock.now(), name, merge: false }
    }

    /// The open file as the page knows it. The example is looked at on its own day.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn open_file(&self) -> Result<OpenFile, AppError> {
        let communities = self.communities()?;
        let clock = self.clock_doubt(&communities)?;
        let example_day = communities.iter().find_map(|community| community.example_day);
        let cards = communities.into_iter().map(|community| CommunityCard {
            id: community.id,
            name: community.name,
            short_name: community.short_name,
            district: community.district,
        });
        Ok(OpenFile {
            example: example_day.is_some(),
            only_read: self.is_only_read(),
            today: example_day.unwrap_or_else(|| self.clock.today()),
            path: self.file.path().display().to_string(),
            communities: cards.collect(),
            clock,
        })
    }

    /// Whether the day of the computer fits what was saved here last and what the records tell.
    fn clock_doubt(&self, communities: &[Community]) -> Result<Option<ClockDoubt>, AppError> {
        if communities.iter().any(|community| community.example_day.is_some()) {
            return Ok(None);
        }
        let (saved, records) = self.read(|reader| {
            let saved = reader.operations(1)?.first().map(|last| last.at.date_naive());
            let mut records = reader.of_kind(Kind::Meeting)?;
            records.extend(reader.of_kind(Kind::Submission)?);
            records.extend(reader.of_kind(Kind::Order)?);
            Ok((saved, records))
        })?;
        Ok(clock_doubt(saved, last_event(&records), self.clock.today()))
    }

    /// What could not be saved in this file.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn drafts(&self) -> Result<Vec<Draft>, AppError> {
        read_drafts(self.file.path(), self.key())
    }

    /// Keeps what could not be saved in this file.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn keep_drafts(&self, drafts: &[Draft]) -> Result<(), AppError> {
        keep_drafts(self.file.path(), self.key(), drafts)
    }

    /// «14:03»
    #[must_use]
    pub fn time(&self) -> String {
        self.clock.time().format("%H:%M").to_string()
    }

    /// Does something and tells every statement that SQLite ran meanwhile: for tests that count what is read.
    ///
    /// # Errors
    /// The file is closed.
    #[cfg(feature = "statements")]
    pub fn statements_of<T>(&self, work: impl FnOnce() -> T) -> Result<(T, Vec<String>), AppError> {
        Ok(self.file.statements_of(work)?)
    }

    /// Closes the file and waits until that is done.
    ///
    /// # Errors
    /// The disk is full: what was saved stays beside the file and is carried over when it is opened next.
    pub fn close(self) -> Result<(), AppError> {
        Ok(self.file.close()?)
    }
}
