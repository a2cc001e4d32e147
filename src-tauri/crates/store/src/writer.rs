//! Writing, on the store's thread, within one transaction.

use std::collections::{BTreeSet, HashMap};
use std::ops::Deref;
use std::sync::mpsc::sync_channel;
use std::thread::Builder;

use chrono::{DateTime, Utc};
use pps_domain::records::{Attachment, AttachmentRole, Kind, Record};
use uuid::Uuid;

use crate::Revision;
use crate::codec::canonical::hex;
use crate::codec::{Stored, clean_record, decode, kept};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::page_cache::LargeCache;
use crate::sql::record::Live;
use crate::sql::{Proofs, bin, file, link, named_part, part, record, state};
use crate::words;

/// What may be done within one operation. It also reads, and sees its own changes.
///
/// Within an operation records may come in any order; at its end everything that a record names must be there.
pub struct Writer<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) at: DateTime<Utc>,
    pub(crate) touched: Vec<Touched>,
    /// Where each record stands among them.
    places: HashMap<Uuid, usize>,
    change: Option<i64>,
    cache: Option<LargeCache<'a>>,
}

/// An operation that changes so many records writes more pages than are usually kept in memory.
pub(crate) const MANY: usize = 500;

/// So many of them go from one thread to another at once, and four times as many may wait.
pub(crate) const AT_ONCE: usize = 64;

/// A record that the operation has touched, as it was before.
pub(crate) struct Touched {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) before: Option<Stored>,
    /// As it is now; none where it went to the bin.
    pub(crate) after: Option<After>,
    /// Whether it came to another community meanwhile, so that who names it must be looked at.
    pub(crate) moved: bool,
}

/// A record as an operation leaves it: what was just written needs not be read again.
pub(crate) struct After {
    pub(crate) record: Record,
    pub(crate) stored: Stored,
    pub(crate) revision: Revision,
    /// The hashes that prove it as a new record, where they were made before.
    pub(crate) proofs: Option<Proofs>,
}

/// A record that is about to be put, with its text.
struct Prepared {
    record: Record,
    stored: Stored,
    proofs: Option<Proofs>,
}

impl Prepared {
    fn new(record: Record) -> Result<Self, StoreError> {
        let (record, stored) = kept(record)?;
        Ok(Self { record, stored, proofs: None })
    }

    /// With the hashes of a new record: whoever prepares has nothing else to do.
    fn proved(record: Record) -> Result<Self, StoreError> {
        let Self { record, stored, .. } = Self::new(record)?;
        let proofs = Some(Proofs::of_new(record.kind(), record.id(), &stored));
        Ok(Self { record, stored, proofs })
    }
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(reader: Reader<'a>, at: DateTime<Utc>) -> Self {
        Self { reader, at, touched: Vec::new(), places: HashMap::new(), change: None, cache: None }
    }

    /// Saves a record, its texts cleaned of what nobody can see ([`pps_domain::text::cleaned`]). `seen` is the revision that the caller has read, or none for a record that is new.
    /// Answers with the revision to be seen from now on; saving what is there already changes nothing.
    ///
    /// # Errors
    /// The record was changed since ([`StoreError::Stale`]), is deleted, is of another kind, is an attachment whose
    /// bytes were not put, or is signed ([`StoreError::Signed`], [`StoreError::HandedOver`]).
    pub fn put(&mut self, record: impl Into<Record>, seen: Option<Revision>) -> Result<Revision, StoreError> {
        self.put_prepared(Prepared::new(record.into())?, seen)
    }

    /// Saves many new records. While one is written, the next ones are turned into text on another thread.
    ///
    /// # Errors
    /// As for [`Writer::put`], of the first that is refused.
    pub fn put_all(&mut self, records: Vec<Record>) -> Result<(), StoreError> {
        if records.len() < MANY {
            return records.into_iter().try_for_each(|record| self.put(record, None).map(drop));
        }
        std::thread::scope(|scope| {
            let (made, prepared) = sync_channel(4);
            let prepare = move || {
                let mut records = records.into_iter();
                loop {
                    let some: Vec<_> = records.by_ref().take(AT_ONCE).map(Prepared::proved).collect();
                    // Nobody waits any more where one was refused.
                    if some.is_empty() || made.send(some).is_err() {
                        break;
                    }
                }
            };
            let thread = Builder::new().name("pps-prepare".to_owned());
            thread.spawn_scoped(scope, prepare).map_err(|fault| StoreError::Io(words::io(&fault)))?;
            prepared.into_iter().flatten().try_for_each(|one| self.put_prepared(one?, None).map(drop))
        })
    }

    fn put_prepared(&mut self, one: Prepared, seen: Option<Revision>) -> Result<Revision, StoreError> {
        let Prepared { record, stored, proofs } = one;
        let id = record.id();
        let known = record::get(self.connection, id)?;
        let current = known.as_ref().map(|live| Revision(live.revision));
        if known.as_ref().is_some_and(|live| live.kind != record.kind()) {
            return Err(StoreError::OtherKind(id));
        }
        if known.is_none() && bin::get(self.connection, id)?.is_some() {
            return Err(StoreError::InBin(id));
        }
        if current != seen {
            return Err(StoreError::Stale { title: self.title(&record)?, current });
        }
        if let Record::Attachment(attachment) = &record {
            self.check_bytes(attachment)?;
        }
        if let Some(live) = &known {
            if live.stored == stored {
                return Ok(Revision(live.revision));
            }
            self.check_signed(live, Some(&record))?;
        }
        self.put_stored(known, Prepared { record, stored, proofs })
    }

    /// Deletes a record; it goes to the bin. Whatever names it must be changed or deleted in the same operation.
    ///
    /// # Errors
    /// There is no such record, or it keeps the text of a signed paper.
    pub fn delete(&mut self, id: Uuid) -> Result<(), StoreError> {
        let live = record::get(self.connection, id)?.ok_or(StoreError::NotFound(id))?;
        self.check_signed(&live, None)?;
        self.remove(live)
    }

    /// Brings a deleted record back from the bin.
    ///
    /// # Errors
    /// It is not in the bin.
    pub fn restore(&mut self, id: Uuid) -> Result<Revision, StoreError> {
        let binned = bin::get(self.connection, id)?.ok_or(StoreError::NotFound(id))?;
        let record = binned.record()?;
        self.put_stored(None, Prepared { record, stored: binned.stored, proofs: None })
    }

    /// Keeps the bytes of a file and answers with their SHA-256, to be named by an attachment. They are on the
    /// disk when this returns; should the operation fail afterwards, they stay as a file that nobody names.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn put_file(&mut self, bytes: &[u8], media_type: &str) -> Result<String, StoreError> {
        self.files.write(|files| file::put(files, bytes, media_type)).map(|hash| hex(&hash))
    }

    /// Makes a record what a text says, or takes it away.
    pub(crate) fn set(&mut self, kind: Kind, id: Uuid, wanted: Option<&Stored>) -> Result<(), StoreError> {
        let known = record::get(self.connection, id)?;
        match (wanted, known) {
            (Some(stored), known) => {
                let record = decode(kind, stored)?;
                // A history from elsewhere may hold what no record holds any more.
                match clean_record(&record)? {
                    Some(clean) => self.put_stored(known, Prepared::new(clean)?).map(drop),
                    None => {
                        let stored = stored.clone();
                        self.put_stored(known, Prepared { record, stored, proofs: None }).map(drop)
                    }
                }
            }
            (None, Some(live)) => self.remove(live),
            (None, None) => Ok(()),
        }
    }

    /// Refuses what would change a paper that is signed and kept as it was. Undoing and doing again are not asked:
    /// they only lead back to what has been.
    fn check_signed(&self, before: &Live, after: Option<&Record>) -> Result<(), StoreError> {
        if !matches!(before.kind, Kind::Meeting | Kind::Submission | Kind::Attachment) {
            return Ok(());
        }
        let signed = match (before.record()?, after) {
            (Record::Meeting(before), Some(Record::Meeting(after))) => {
                let signed = after.protocol.iter().any(|protocol| protocol.signed.is_some());
                let same = before.frozen_text() == after.frozen_text() && before.says_the_same(after);
                (before.frozen_text().is_some() && signed && !same).then_some(before.id.0)
            }
            (Record::Submission(before), Some(Record::Submission(after))) => {
                // A kept text is taken off or stays; it does not become another one.
                let other = |(paper, text)| after.texts.get(paper).is_some_and(|now| now != text);
                before.texts.iter().any(other).then_some(before.id.0)
            }
            (Record::Attachment(before), after) if before.role == AttachmentRole::SignedText => {
                let renamed = matches!(after, Some(Record::Attachment(after)) if Attachment {
                    name: before.name.clone(), ..after.clone()
                } == before);
                (!renamed && self.keeps_text(&before)?).then_some(before.belongs_to)
            }
            _ => None,
        };
        match signed.map(|id| self.named(id)).transpose()?.flatten() {
            Some(mark) if mark.kind == Kind::Submission => Err(StoreError::HandedOver(mark)),
            Some(meeting) => Err(StoreError::Signed(meeting)),
            None => Ok(()),
        }
    }

    /// Whether a file is the text of a meeting that is signed, or of a paper that was handed over.
    fn keeps_text(&self, file: &Attachment) -> Result<bool, StoreError> {
        Ok(match self.get(file.belongs_to)? {
            Some((Record::Meeting(owner), _)) => owner.frozen_text() == Some(&*file.sha256),
            Some((Record::Submission(owner), _)) => owner.texts.values().any(|text| *text == file.sha256),
            _ => false,
        })
    }

    fn put_stored(&mut self, known: Option<Live>, one: Prepared) -> Result<Revision, StoreError> {
        let Prepared { record, stored, proofs } = one;
        let id = record.id();
        let parts = record.part_ids();
        let distinct: BTreeSet<Uuid> = parts.iter().copied().collect();
        if distinct.len() < parts.len() {
            let part = repeated(&parts).unwrap_or(id);
            return Err(StoreError::PartTwice { record: self.name(&record)?, part });
        }
        if let Some((field, _)) = record.lost_part() {
            return Err(StoreError::QuestionMissing { record: self.name(&record)?, field });
        }
        if self.touched.len() == MANY && self.cache.is_none() {
            self.cache = Some(LargeCache::begin(self.reader.connection)?);
        }
        let change = self.change()?;
        let community = record.community().map(|community| community.0);
        let moved = known.as_ref().is_some_and(|live| live.community != community);
        match &proofs {
            Some(proofs) => {
                record::put_proved(self.connection, &record, &stored, change, &proofs.record)?;
            }
            None => record::put(self.connection, &record, &stored, change)?,
        }
        bin::remove(self.connection, id)?;
        // What is new has nothing yet that it would have to be compared with.
        let is_new = known.is_none();
        link::set(self.connection, id, &record.links(), is_new)?;
        named_part::set(self.connection, id, &named_parts(&record), is_new)?;
        part::set(self.connection, id, &distinct, is_new)?;
        let (kind, revision) = (record.kind(), Revision(change));
        let after = After { record, stored, revision, proofs };
        self.touch(id, kind, known.map(|live| live.stored), Some(after), moved);
        Ok(revision)
    }

    fn remove(&mut self, live: Live) -> Result<(), StoreError> {
        self.change()?;
        crate::search::forget(self.connection, live.id)?;
        record::remove(self.connection, live.id)?;
        bin::put(self.connection, live.kind, live.id, &live.stored, self.at)?;
        self.touch(live.id, live.kind, Some(live.stored), None, false);
        Ok(())
    }

    fn touch(&mut self, id: Uuid, kind: Kind, before: Option<Stored>, after: Option<After>, moved: bool) {
        // The first state is the one before the operation; what lies between is nobody's business.
        match self.places.get(&id).and_then(|place| self.touched.get_mut(*place)) {
            Some(touched) => {
                touched.moved |= moved;
                touched.after = after;
            }
            None => {
                self.places.insert(id, self.touched.len());
                self.touched.push(Touched { id, kind, before, after, moved });
            }
        }
    }

    /// What the operation has made of a record; none where it did not touch it.
    pub(crate) fn touched(&self, id: Uuid) -> Option<&Touched> {
        self.touched.get(*self.places.get(&id)?)
    }

    /// The parts that a record held before the operation and holds no more: whoever names one has to let it go.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn parts_gone(&self, id: Uuid) -> Result<BTreeSet<Uuid>, StoreError> {
        let Some(touched) = self.touched(id) else { return Ok(BTreeSet::new()) };
        Ok(self.lost_parts(touched)?.into_iter().map(|(_, part)| part).collect())
    }

    /// What the operation has changed.
    pub(crate) fn into_changed(self) -> Vec<ChangedRecord> {
        let changed = self.touched.into_iter().map(|touched| ChangedRecord {
            id: touched.id,
            kind: touched.kind,
            now: touched.after.map(|after| (after.record, after.revision)),
        });
        changed.collect()
    }

    fn change(&mut self) -> Result<i64, StoreError> {
        let change = match self.change {
            Some(change) => change,
            None => state::next_change(self.connection)?,
        };
        self.change = Some(change);
        Ok(change)
    }
}

/// A record that an operation has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRecord {
    /// Which one.
    pub id: Uuid,
    /// Its kind.
    pub kind: Kind,
    /// As it is now, with the revision to be seen from now on; none where it went to the bin.
    pub now: Option<(Record, Revision)>,
}

/// The parts of other records that a record names.
pub(crate) fn named_parts(record: &Record) -> BTreeSet<Uuid> {
    record.part_links().into_iter().map(|link| link.id).collect()
}

fn repeated(parts: &[Uuid]) -> Option<Uuid> {
    let mut seen = BTreeSet::new();
    parts.iter().copied().find(|part| !seen.insert(*part))
}
