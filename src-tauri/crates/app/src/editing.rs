//! Saving, deleting, bringing back. Each is one named operation, on the disk when it is answered.

use std::collections::BTreeSet;

use pps_domain::ids::CommunityId;
use pps_domain::records::{Kind, Record};
pub use pps_store::Revision;
use pps_store::codec::clean_record;
use pps_store::{Reader, StoreError, Writer};
use uuid::Uuid;

use crate::error::AppError;
use crate::naming::{Verb, many};
use crate::page::{Binned, Changed, SeenRecord};
use crate::workplace::Workplace;

/// A saved record.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its revision, to be seen from now on.
    pub revision: Revision,
    /// Other records that changed with it, because they named a part that it holds no more.
    pub besides: Vec<SeenRecord>,
    /// The record as it is kept, where its texts had to be cleaned.
    pub cleaned: Option<Record>,
}

/// Puts a record, and lets go of its parts whoever names one that it holds no more; those are answered.
pub(crate) fn put(
    writer: &mut Writer<'_>,
    record: Record,
    seen: Option<Revision>,
) -> Result<(Revision, Vec<Uuid>), StoreError> {
    let before = writer.get(record.id())?.map(|(before, _)| before.nameable_parts()).unwrap_or_default();
    let kept = record.nameable_parts();
    let gone: BTreeSet<Uuid> = before.difference(&kept).map(|(_, part)| *part).collect();
    let revision = writer.put(record, seen)?;
    let mut let_go = BTreeSet::new();
    for part in &gone {
        for (mut naming, seen) in writer.naming_part(*part)? {
            naming.let_go(&gone);
            let_go.insert(naming.id());
            writer.put(naming, Some(seen))?;
        }
    }
    Ok((revision, let_go.into_iter().collect()))
}

impl Workplace {
    /// Saves a record. `seen` is the revision that the person saw, or none for a new record; a field that is
    /// saved while it is typed merges with the save before. What names a part that the record holds no more (a task
    /// that was taken out of the plan) lets it go in the same operation.
    ///
    /// # Errors
    /// The record was changed meanwhile, or names what is not there.
    pub fn save(&self, record: Record, seen: Option<Revision>) -> Result<Kept, AppError> {
        let verb = if seen.is_some() { Verb::Changed } else { Verb::Added };
        let cleaned = clean_record(&record).map_err(StoreError::from)?;
        let record = cleaned.clone().unwrap_or(record);
        let title = self.title(record.clone())?;
        let mut operation = self.operation(verb.of(record.kind(), &title));
        operation.merge = true;
        let (revision, let_go) = self.store.write(operation, move |writer| put(writer, record, seen))?;
        let besides = self.seen_again(&let_go)?;
        Ok(Kept { revision, besides, cleaned })
    }

    /// Takes in many new records as one operation: all of them or none. They may come in any order.
    ///
    /// # Errors
    /// A record is there already, or names what is not there.
    pub fn take_in(&self, operation: &str, records: Vec<Record>) -> Result<(), AppError> {
        let operation = self.operation(operation.to_owned());
        Ok(self.store.write(operation, move |writer| {
            for record in records {
                writer.put(record, None)?;
            }
            Ok::<_, StoreError>(())
        })?)
    }

    /// Saves changes of several records as one operation: all of them or none. Each comes with the revision that the
    /// person saw.
    ///
    /// # Errors
    /// One of them was changed meanwhile, or names what is not there.
    pub fn save_all(&self, changes: Vec<(Record, Revision)>) -> Result<Changed, AppError> {
        let kinds: Vec<Kind> = changes.iter().map(|(record, _)| record.kind()).collect();
        let ids: Vec<Uuid> = changes.iter().map(|(record, _)| record.id()).collect();
        let name = format!("Изменено: {}", many(&kinds));
        self.store.write(self.operation(name.clone()), move |writer| {
            for (record, seen) in changes {
                put(writer, record, Some(seen))?;
            }
            Ok::<_, StoreError>(())
        })?;
        self.changed(name, &ids, Vec::new())
    }

    /// Deletes several records as one operation; they stay in the bin. Answers with its name.
    ///
    /// # Errors
    /// One of them is not there, or other records still name it.
    pub fn delete_all(&self, ids: Vec<Uuid>) -> Result<String, AppError> {
        let of = ids.clone();
        let found =
            self.read(move |reader| of.into_iter().map(|id| reader.get(id)).collect::<Result<Vec<_>, _>>())?;
        let kinds: Vec<Kind> = found.into_iter().flatten().map(|(record, _)| record.kind()).collect();
        let name = format!("Удалено: {}", many(&kinds));
        self.store.write(self.operation(name.clone()), move |writer| {
            ids.into_iter().try_for_each(|id| writer.delete(id))
        })?;
        Ok(name)
    }

    /// Brings several records back from the bin as one operation. Answers with its name.
    ///
    /// # Errors
    /// One of them is not in the bin, or names what is not there any more.
    pub fn restore_all(&self, ids: Vec<Uuid>) -> Result<String, AppError> {
        let bin = self.read(|reader| reader.bin())?;
        let binned = bin.iter().filter(|deleted| ids.contains(&deleted.record.id()));
        let kinds: Vec<Kind> = binned.map(|deleted| deleted.record.kind()).collect();
        let name = format!("Возвращено: {}", many(&kinds));
        self.store.write(self.operation(name.clone()), move |writer| {
            ids.into_iter().try_for_each(|id| writer.restore(id).map(drop))
        })?;
        Ok(name)
    }

    /// Deletes a record; it stays in the bin. Answers with the name of the operation. Whoever was taken into the roster
    /// by mistake goes with his or her card, where nothing else names it.
    ///
    /// # Errors
    /// Other records still name it.
    pub fn delete(&self, id: Uuid) -> Result<String, AppError> {
        let (record, title, card) = self.read(move |reader| {
            let (record, _) = reader.get(id)?.ok_or(StoreError::NotFound(id))?;
            let card = card_of(reader, &record)?;
            let named = match card {
                Some(card) => reader.get(card)?.map(|(card, _)| card),
                None => None,
            };
            let title = reader.title(named.as_ref().unwrap_or(&record))?;
            Ok((record, title, card))
        })?;
        let kind = if card.is_some() { Kind::Person } else { record.kind() };
        let name = Verb::Deleted.of(kind, &title);
        let besides: Vec<Uuid> = self.kept_texts_of(&record)?.into_iter().chain(card).collect();
        self.store.write(self.operation(name.clone()), move |writer| {
            writer.delete(id)?;
            besides.iter().try_for_each(|other| writer.delete(*other))
        })?;
        Ok(name)
    }

    /// Brings a record back from the bin with what was deleted together with it. Answers with the name of the
    /// operation.
    ///
    /// # Errors
    /// It is not in the bin, or names what is not there any more.
    pub fn restore(&self, id: Uuid) -> Result<String, AppError> {
        let bin = self.read(|reader| reader.bin())?;
        let deleted = bin.iter().find(|deleted| deleted.record.id() == id).ok_or(StoreError::NotFound(id))?;
        let name = Verb::Restored.of(deleted.record.kind(), &deleted.title);
        let besides: Vec<Uuid> = bin
            .iter()
            .filter(|other| {
                is_text_of(&other.record, &deleted.record)
                    || is_card_of(&other.record, &deleted.record)
                    || (other.at == deleted.at && is_card_of(&deleted.record, &other.record))
            })
            .map(|other| other.record.id())
            .collect();
        self.store.write(self.operation(name.clone()), move |writer| {
            writer.restore(id)?;
            besides.iter().try_for_each(|other| writer.restore(*other).map(drop))
        })?;
        Ok(name)
    }

    /// Everything that a window shows of a community: its records and all people and organisations.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn seen(&self, community: CommunityId) -> Result<Vec<SeenRecord>, AppError> {
        let seen = self.read(move |reader| reader.seen(community))?;
        let seen = seen.into_iter().map(|(record, Revision(revision))| SeenRecord { record, revision });
        Ok(seen.collect())
    }

    /// Deleted records, those deleted last first.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn bin(&self) -> Result<Vec<Binned>, AppError> {
        let deleted = self.read(|reader| reader.bin())?;
        let binned = deleted.into_iter().map(|deleted| Binned {
            id: deleted.record.id(),
            kind: deleted.record.kind(),
            title: deleted.title,
            on: deleted.at.date_naive(),
        });
        Ok(binned.collect())
    }

    /// New identifiers, for records that are being made.
    #[must_use]
    pub fn new_ids(&self, count: usize) -> Vec<Uuid> {
        (0..count).map(|_| self.clock.new_id()).collect()
    }

    /// A record with its revision.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn record(&self, id: Uuid) -> Result<Option<(Record, Revision)>, AppError> {
        self.read(move |reader| reader.get(id))
    }

    /// What an operation has come to, read back from the store.
    pub(crate) fn changed(&self, name: String, ids: &[Uuid], gone: Vec<Uuid>) -> Result<Changed, AppError> {
        Ok(Changed { name, at: self.time(), records: self.seen_again(ids)?, gone })
    }

    /// Records as they are now.
    fn seen_again(&self, ids: &[Uuid]) -> Result<Vec<SeenRecord>, AppError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let ids = ids.to_vec();
        let found = self.read(move |reader| {
            ids.into_iter().map(|id| reader.get(id)).collect::<Result<Vec<_>, StoreError>>()
        })?;
        let records = found.into_iter().flatten();
        Ok(records.map(|(record, Revision(revision))| SeenRecord { record, revision }).collect())
    }

    pub(crate) fn title(&self, record: Record) -> Result<String, AppError> {
        self.read(move |reader| reader.title(&record))
    }
}

/// Whether a file keeps a text that the mark of a handing-over names.
fn is_text_of(file: &Record, mark: &Record) -> bool {
    match (file, mark) {
        (Record::Attachment(file), Record::Submission(mark)) => {
            file.belongs_to == mark.id.0 && mark.texts.values().any(|text| *text == file.sha256)
        }
        _ => false,
    }
}

/// Whether a card is that of the person whose membership the other record is.
fn is_card_of(card: &Record, membership: &Record) -> bool {
    match (card, membership) {
        (Record::Person(person), Record::Membership(membership)) => person.id == membership.person,
        _ => false,
    }
}

/// The card of a member that nothing but this membership names.
fn card_of(reader: &Reader<'_>, record: &Record) -> Result<Option<Uuid>, StoreError> {
    let Record::Membership(membership) = record else { return Ok(None) };
    let naming = reader.named_by(membership.person.0)?;
    Ok(naming.iter().all(|other| other.id == membership.id.0).then_some(membership.person.0))
}
