//! Reading, on the store's thread.

use chrono::{DateTime, Utc};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Attachment, Community, Kind, Record};
use pps_domain::russian::alphabetical;
use rusqlite::Connection;
use uuid::Uuid;

use crate::Revision;
use crate::codec::canonical::from_hex;

use crate::error::{Named, StoreError};
use crate::opening::Files;
use crate::search::CardCache;
use crate::sql::file::FileEntry;
use crate::sql::{bin, blob, file, link, named_part, part, record};

/// A deleted record.
#[derive(Debug, Clone)]
pub struct Deleted {
    /// The record as it was.
    pub record: Record,
    /// Its name.
    pub title: String,
    /// When it was deleted.
    pub at: DateTime<Utc>,
}

/// Every record of a file.
#[derive(Debug, Default)]
pub struct AllRecords {
    /// Those that proved themselves, by their identifiers.
    pub records: Vec<(Record, Revision)>,
    /// Why others are left out.
    pub unread: Vec<StoreError>,
}

/// What may be asked of the store within one reading. Everything it answers belongs to one moment.
pub struct Reader<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) files: &'a Files,
    pub(crate) cards: &'a CardCache,
}

impl Reader<'_> {
    /// A record with its revision; none where it is not there or deleted.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn get(&self, id: Uuid) -> Result<Option<(Record, Revision)>, StoreError> {
        let found = record::get(self.connection, id)?;
        found.map(|live| Ok((live.record()?, Revision(live.revision)))).transpose()
    }

    /// All communities of the file, by the name they are shown under.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn communities(&self) -> Result<Vec<Community>, StoreError> {
        let mut found = Vec::new();
        for record in self.of_kind(Kind::Community)? {
            if let Record::Community(community) = record {
                found.push(community);
            }
        }
        found.sort_by_cached_key(|community| (alphabetical(community.shown_name()), community.id));
        Ok(found)
    }

    /// All records of a kind, in the order in which they were made.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn of_kind(&self, kind: Kind) -> Result<Vec<Record>, StoreError> {
        let mut found = Vec::new();
        record::each::<StoreError>(self.connection, "WHERE kind = ?1 ORDER BY id", [kind.word()], |live| {
            found.push(live.record()?);
            Ok(())
        })?;
        Ok(found)
    }

    /// All records of a community with the people and organisations that they name; none where there is no
    /// such community.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn community_records(&self, community: CommunityId) -> Result<Option<CommunityRecords>, StoreError> {
        let Some((Record::Community(own), _)) = self.get(community.0)? else { return Ok(None) };
        let mut records = CommunityRecords::new(own);
        let mut take = |live: record::Live| -> Result<(), StoreError> {
            records.insert(live.record()?);
            Ok(())
        };
        record::each(self.connection, "WHERE community = ?1", [blob(&community.0)], &mut take)?;
        record::each(self.connection, include_str!("reached.sql"), [blob(&community.0)], &mut take)?;
        Ok(Some(records))
    }

    /// The records of a community and all people and organisations, each with its revision: what a window works
    /// with. People whom nobody names yet are among them, so that they can be chosen.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn seen(&self, community: CommunityId) -> Result<Vec<(Record, Revision)>, StoreError> {
        let mut found = Vec::new();
        let wanted = "WHERE community = ?1 OR community IS NULL ORDER BY id";
        record::each::<StoreError>(self.connection, wanted, [blob(&community.0)], |live| {
            found.push((live.record()?, Revision(live.revision)));
            Ok(())
        })?;
        Ok(found)
    }

    /// Every record of the file with its revision, read from the table itself and not by an index. What is not as it was
    /// written, or cannot be read, is left out and told apart: one such record keeps nobody from the others.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn everything(&self) -> Result<AllRecords, StoreError> {
        let mut all = AllRecords::default();
        record::each::<StoreError>(self.connection, "NOT INDEXED", [], |live| {
            match live.record() {
                Ok(record) => all.records.push((record, Revision(live.revision))),
                Err(fault) => all.unread.push(fault),
            }
            Ok(())
        })?;
        all.records.sort_by_key(|(record, _)| record.id());
        Ok(all)
    }

    /// A piece of an attached file, from `offset` on and at most `length` bytes long; shorter at its end. The whole is proved
    /// by whoever puts the pieces together.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn file_piece(&self, sha256: &str, offset: u64, length: usize) -> Result<Vec<u8>, StoreError> {
        let Some(hash) = from_hex(sha256) else { return Ok(Vec::new()) };
        Ok(self.files.read(|files| file::piece(files, &hash, offset, length))?.unwrap_or_default())
    }

    /// Who names a record.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn named_by(&self, id: Uuid) -> Result<Vec<Named>, StoreError> {
        let sources = link::sources(self.connection, id)?;
        sources.into_iter().filter_map(|source| self.named(source).transpose()).collect()
    }

    /// Who names a part of a record, each with its revision.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn naming_part(&self, part: Uuid) -> Result<Vec<(Record, Revision)>, StoreError> {
        let sources = named_part::sources(self.connection, part)?;
        sources.into_iter().filter_map(|source| self.get(source).transpose()).collect()
    }

    /// What a part of a record is called: the words of a task, «протокол № 2 от 16.01.2026, п. 1.2», the topic of a
    /// planned meeting; none where no record holds it.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn part_title(&self, part: Uuid) -> Result<Option<String>, StoreError> {
        for holder in part::records(self.connection, part)? {
            if let Some((holder, _)) = self.get(holder)?
                && let Some(title) = holder.part_title(part)
            {
                return Ok(Some(title));
            }
        }
        Ok(None)
    }

    /// A record by its name; none where it is not there.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn named(&self, id: Uuid) -> Result<Option<Named>, StoreError> {
        let Some((record, _)) = self.get(id)? else { return Ok(None) };
        Ok(Some(Named { kind: record.kind(), id, title: self.title(&record)? }))
    }

    /// What a record is called in lists and messages.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn title(&self, record: &Record) -> Result<String, StoreError> {
        let mut fault = None;
        let title = record.title(&mut |id| match self.get(id) {
            Ok(found) => found.map(|(record, _)| record),
            Err(told) => {
                fault = Some(told);
                None
            }
        });
        fault.map_or(Ok(title), Err)
    }

    /// Deleted records, those deleted last first.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn bin(&self) -> Result<Vec<Deleted>, StoreError> {
        let binned = bin::all(self.connection)?;
        let deleted = binned.into_iter().map(|binned| {
            let record = binned.record()?;
            Ok(Deleted { title: self.title(&record)?, record, at: binned.deleted })
        });
        deleted.collect()
    }

    /// The bytes of an attached file, proved by their hash; none where they are not there.
    ///
    /// # Errors
    /// A fault of the disk or the file, changed bytes among them.
    pub fn file(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(hash) = from_hex(sha256) else { return Ok(None) };
        Ok(self.files.read(|files| file::get(files, &hash))?.flatten())
    }

    /// Refuses an attachment whose bytes are not there.
    pub(crate) fn check_bytes(&self, attachment: &Attachment) -> Result<(), StoreError> {
        let known = match from_hex(&attachment.sha256) {
            Some(hash) => self.files.read(|files| file::size(files, &hash))?.flatten(),
            None => None,
        };
        if known == Some(attachment.size) {
            Ok(())
        } else {
            Err(StoreError::FileMissing(attachment.name.clone()))
        }
    }

    /// All attached files, also those that no record names any more.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn files(&self) -> Result<Vec<FileEntry>, StoreError> {
        Ok(self.files.read(file::list)?.unwrap_or_default())
    }

    /// Whether nothing was ever saved here.
    ///
    /// # Errors
    /// A fault of the disk or the file.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM record) AND NOT EXISTS (SELECT 1 FROM bin)
                   AND NOT EXISTS (SELECT 1 FROM operation)";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }
}
