//! Saving, deleting, bringing back. Each is one named operation, on the disk when it is answered.

use std::collections::BTreeSet;

use pps_domain::ids::{CommunityId, OrderId};
use pps_domain::records::{Kind, Membership, Record};
use pps_domain::russian::counted;
pub use pps_store::Revision;
use pps_store::codec::clean_record;
use pps_store::{StoreError, Writer};
use uuid::Uuid;

use crate::error::AppError;
use crate::naming::{Verb, many};
use crate::views::{Binned, Changes, SeenRecord};
use crate::workplace::Workplace;

/// A saved record.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its revision, to be seen from now on.
    pub revision: Revision,
    /// Other records that changed with it, because they named a part that it holds no more.
    pub also_changed: Vec<SeenRecord>,
    /// The record as it is kept, where its texts had to be cleaned.
    pub cleaned: Option<Record>,
}

/// Puts a record, its numbers without «№», and lets go of its parts whoever names one that it holds no more.
pub(crate) fn put(
    writer: &mut Writer<'_>,
    record: Record,
    seen: Option<Revision>,
) -> Result<Revision, StoreError> {
    let record = record.with_bare_numbers();
    let id = record.id();
    let revision = writer.put(record, seen)?;
    let gone = writer.parts_gone(id)?;
    for part in &gone {
        for (mut naming, seen) in writer.naming_part(*part)? {
            naming.unlink(&gone);
            writer.put(naming, Some(seen))?;
        }
    }
    Ok(revision)
}

/// Deletes a record. Whoever only refers to it (a question of an agenda that dealt with it) lets it go; what cannot be
/// without it keeps it from being deleted.
pub(crate) fn delete(writer: &mut Writer<'_>, id: Uuid) -> Result<(), StoreError> {
    let gone = BTreeSet::from([id]);
    for naming in writer.named_by(id)? {
        let Some((mut record, seen)) = writer.get(naming.id)? else { continue };
        record.unlink(&gone);
        if record.links().iter().all(|link| link.id != id) {
            writer.put(record, Some(seen))?;
        }
    }
    writer.delete(id)
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
        self.check_survey(&record)?;
        let cleaned = clean_record(&record).map_err(StoreError::from)?;
        let record = cleaned.clone().unwrap_or(record);
        let (id, title) = (record.id(), self.title(&record)?);
        let mut operation = self.operation(verb.of(record.kind(), &title));
        operation.merge = true;
        let name = operation.name.clone();
        let (revision, changed) = self.file.write(operation, move |writer| put(writer, record, seen))?;
        let mut also_changed = self.changes(name, changed).put;
        also_changed.retain(|other| other.record.id() != id);
        Ok(Kept { revision, also_changed, cleaned })
    }

    /// Takes in many new records as one operation: all of them or none. They may come in any order.
    ///
    /// # Errors
    /// A record is there already, or names what is not there.
    pub fn take_in(&self, operation: &str, records: Vec<Record>) -> Result<Changes, AppError> {
        self.write(self.operation(operation.to_owned()), move |writer| writer.put_all(records))
    }

    /// The same where some of the records are there already and are changed: these come with the revision that was read.
    pub(crate) fn take_in_changed(
        &self,
        operation: &str,
        records: Vec<(Record, Option<Revision>)>,
    ) -> Result<Changes, AppError> {
        self.write(self.operation(operation.to_owned()), move |writer| {
            records.into_iter().try_for_each(|(record, seen)| put(writer, record, seen).map(drop))
        })
    }

    /// Saves several records as one operation: all of them or none. Each comes with the revision that the person saw, a
    /// new one with none.
    ///
    /// # Errors
    /// One of them was changed meanwhile, or names what is not there.
    pub fn save_all(&self, changes: Vec<(Record, Option<Revision>)>) -> Result<Changes, AppError> {
        changes.iter().try_for_each(|(record, _)| self.check_survey(record))?;
        let name = self.name_of_changes(&changes)?;
        self.write(self.operation(name), move |writer| {
            changes.into_iter().try_for_each(|(record, seen)| put(writer, record, seen).map(drop))
        })
    }

    /// «Добавлено в состав: Ларина Светлана Юрьевна», «Приказ № 39/1 от 01.09.2026 внесён для 8 человек», «Изменено: 3 записи».
    fn name_of_changes(&self, changes: &[(Record, Option<Revision>)]) -> Result<String, AppError> {
        let newcomers: Vec<String> = changes
            .iter()
            .filter(|(_, seen)| seen.is_none())
            .filter_map(|(record, _)| match record {
                Record::Person(person) => Some(person.facts.last()?.name.full()),
                _ => None,
            })
            .collect();
        if let [name] = newcomers.as_slice() {
            return Ok(format!("Добавлено в состав: {name}"));
        }
        let members: Vec<&Membership> = changes
            .iter()
            .filter_map(|(record, _)| match record {
                Record::Membership(member) => Some(member),
                _ => None,
            })
            .collect();
        let others =
            changes.iter().filter(|(record, _)| !matches!(record, Record::Membership(_) | Record::Order(_)));
        if let Some(order) =
            members.first().and_then(|member| order_of_all(&members, member.joined_by, member.left_by))
            && others.count() == 0
        {
            let new =
                changes.iter().find(|(record, _)| record.id() == order.0).map(|(record, _)| record.clone());
            let order = match new {
                Some(order) => Some(order),
                None => self.record(order.0)?.map(|(order, _)| order),
            };
            if let Some(order) = order {
                let people = counted(members.len(), "человека", "человек", "человек");
                return Ok(format!("{} внесён для {people}", self.title(&order)?));
            }
        }
        let kinds: Vec<Kind> = changes.iter().map(|(record, _)| record.kind()).collect();
        Ok(format!("Изменено: {}", many(&kinds)))
    }

    /// Deletes several records as one operation; they stay in the bin.
    ///
    /// # Errors
    /// One of them is not there, or other records still name it.
    pub fn delete_all(&self, ids: Vec<Uuid>) -> Result<Changes, AppError> {
        let mut kinds = Vec::new();
        for id in &ids {
            kinds.extend(self.record(*id)?.map(|(record, _)| record.kind()));
        }
        let name = format!("Удалено: {}", many(&kinds));
        self.write(self.operation(name), move |writer| ids.into_iter().try_for_each(|id| delete(writer, id)))
    }

    /// Brings several records back from the bin as one operation.
    ///
    /// # Errors
    /// One of them is not in the bin, or names what is not there any more.
    pub fn restore_all(&self, ids: Vec<Uuid>) -> Result<Changes, AppError> {
        let bin = self.read(|reader| reader.bin())?;
        let binned = bin.iter().filter(|deleted| ids.contains(&deleted.record.id()));
        let kinds: Vec<Kind> = binned.map(|deleted| deleted.record.kind()).collect();
        let name = format!("Возвращено: {}", many(&kinds));
        self.write(self.operation(name), move |writer| {
            ids.into_iter().try_for_each(|id| writer.restore(id).map(drop))
        })
    }

    /// Deletes a record; it stays in the bin.
    ///
    /// # Errors
    /// Other records still name it.
    pub fn delete(&self, id: Uuid) -> Result<Changes, AppError> {
        let (record, _) = self.record(id)?.ok_or(StoreError::NotFound(id))?;
        let name = Verb::Deleted.of(record.kind(), &self.title(&record)?);
        let texts = self.kept_texts_of(&record)?;
        self.write(self.operation(name), move |writer| {
            delete(writer, id)?;
            texts.iter().try_for_each(|text| writer.delete(*text))
        })
    }

    /// Brings a record back from the bin with what was deleted together with it.
    ///
    /// # Errors
    /// It is not in the bin, or names what is not there any more.
    pub fn restore(&self, id: Uuid) -> Result<Changes, AppError> {
        let bin = self.read(|reader| reader.bin())?;
        let deleted = bin.iter().find(|deleted| deleted.record.id() == id).ok_or(StoreError::NotFound(id))?;
        let name = Verb::Restored.of(deleted.record.kind(), &deleted.title);
        let also_changed: Vec<Uuid> = bin
            .iter()
            .filter(|other| {
                is_text_of(&other.record, &deleted.record)
                    || is_card_of(&other.record, &deleted.record)
                    || (other.at == deleted.at && is_card_of(&deleted.record, &other.record))
            })
            .map(|other| other.record.id())
            .collect();
        self.write(self.operation(name), move |writer| {
            writer.restore(id)?;
            also_changed.iter().try_for_each(|other| writer.restore(*other).map(drop))
        })
    }

    /// Everything that a window shows of a community: its records and all people and organisations.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn seen(&self, community: CommunityId) -> Result<Vec<SeenRecord>, AppError> {
        let seen = self.file.seen(community)?;
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
        Ok(self.file.get(id)?)
    }

    pub(crate) fn title(&self, record: &Record) -> Result<String, AppError> {
        Ok(self.file.title(record)?)
    }
}

/// The order that all of several memberships name, as the first of them names it: who joined by it or left by it.
fn order_of_all(members: &[&Membership], joined: Option<OrderId>, left: Option<OrderId>) -> Option<OrderId> {
    let named_by = |order: OrderId| {
        members.iter().all(|member| member.joined_by == Some(order) || member.left_by == Some(order))
    };
    joined.into_iter().chain(left).find(|order| named_by(*order))
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
