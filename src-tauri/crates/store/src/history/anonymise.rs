//! Forgetting the name of a person. The only act that changes what the history says: every state that the history keeps of
//! the person is rewritten, and with it the hashes that prove it. It cannot be taken back, for nothing is left to bring
//! the name back from.
//!
//! What was frozen when a paper was signed or handed over stays: it says what stands on the sheet in the folder.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use pps_domain::ids::PersonId;
use pps_domain::personal::NameMask;
use pps_domain::records::{Attachment, AttachmentRole, Kind, Person, Record};
use pps_domain::russian::FullName;
use rusqlite::{Connection, params};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::NewOperation;
use crate::codec::canonical::{Hash, canonical, from_hex};
use crate::codec::{CodecFault, Stored, decode, encode, strict};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::revision::RevisionRow;
use crate::sql::{bin, blob, export, operation, record, record_hash, revision, state};

/// Whose name is to be forgotten, and where else it is to go.
#[derive(Debug, Clone)]
pub struct Anonymising {
    /// The person.
    pub person: PersonId,
    /// What stands in place of the name: «участник 3».
    pub label: String,
    /// Other records whose texts hold the name and are to be rewritten, now and in their history.
    pub texts: BTreeSet<Uuid>,
    /// Attached files that are to go for good.
    pub files: BTreeSet<Uuid>,
}

/// A record, other than the person's own, whose texts hold the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its kind.
    pub kind: Kind,
    /// Its identifier.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// Where the name stands.
    pub standing: Standing,
    /// The words around the name.
    pub passages: Vec<String>,
}

/// In which state of a record a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// As it is now.
    Now,
    /// As it lies in the bin.
    Binned,
    /// Only as it was earlier.
    Earlier,
}

impl Reader<'_> {
    /// Every name that a person ever had here, to be found in texts that lie elsewhere.
    ///
    /// # Errors
    /// There is no such person, or a fault of the file.
    pub fn names_of(&self, person: PersonId, label: &str) -> Result<NameMask, StoreError> {
        mask_of(self.connection, person, label)
    }

    /// The records that name a person in their texts, as they are, in the bin and in the history.
    ///
    /// # Errors
    /// There is no such person, or a fault of the file.
    pub fn mentions(&self, person: PersonId) -> Result<Vec<Mention>, StoreError> {
        let mut found = self.naming(&mask_of(self.connection, person, "")?)?;
        found.retain(|mention| mention.id != person.0);
        Ok(found)
    }

    /// The records in whose texts one of the names stands.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn naming(&self, mask: &NameMask) -> Result<Vec<Mention>, StoreError> {
        let mut found = BTreeMap::<Uuid, Mention>::new();
        each_text(self.connection, |standing, kind, id, stored| {
            let known = found.get(&id).is_some_and(|known| known.standing < standing);
            if known || !mask.may_stand_in(&stored.text) {
                return Ok(());
            }
            let mut passages = Vec::new();
            let mut value = parse(stored)?;
            each_text_in(&mut value, &mut |text| passages.extend(mask.passages(text)));
            if passages.is_empty() {
                return Ok(());
            }
            let title = match decode(kind, stored) {
                Ok(record) => self.title(&record)?,
                Err(_) => kind.words().unnamed.to_owned(),
            };
            let mention =
                found.entry(id).or_insert(Mention { kind, id, title, standing, passages: Vec::new() });
            for passage in passages {
                if !mention.passages.contains(&passage) {
                    mention.passages.push(passage);
                }
            }
            Ok(())
        })?;
        Ok(found.into_values().collect())
    }
}

/// Forgets the name within a transaction. Answers with the bytes that nobody names any more.
pub(crate) fn anonymise(
    reader: &Reader<'_>,
    new: &NewOperation,
    what: &Anonymising,
) -> Result<Vec<Hash>, StoreError> {
    let connection = reader.connection;
    let mask = mask_of(connection, what.person, &what.label)?;
    let change = state::next_change(connection)?;
    let bare = |stored: &Stored| bare(stored, &what.label);
    rewrite(connection, what.person.0, change, &bare)?;
    let masked = |stored: &Stored| masked(stored, &mask);
    for id in what.texts.iter().filter(|id| **id != what.person.0) {
        rewrite(connection, *id, change, &masked)?;
    }
    let unnamed = remove_files(connection, &what.files)?;
    let mut renamed = Vec::new();
    operation::each::<StoreError>(connection, |row| {
        let name = mask.masked(&row.name);
        if *name != *row.name {
            let name = name.into_owned();
            renamed.push((row, name));
        }
        Ok(())
    })?;
    for (row, name) in &renamed {
        operation::rename(connection, row, name)?;
    }
    export::mask(connection, &mask)?;
    operation::insert(connection, new.id, new.at, &new.name, None, None)?;
    // The list of words keeps those of texts that are gone, so nothing less than a new index forgets.
    what.texts.iter().chain([&what.person.0]).for_each(|id| reader.cards.forget(*id));
    crate::search::refresh(reader)?;
    Ok(unnamed)
}

/// Every name that the person ever had here.
fn mask_of(connection: &Connection, person: PersonId, label: &str) -> Result<NameMask, StoreError> {
    let mut mask = NameMask::default();
    let mut known = false;
    let mut take = |stored: &Stored| -> Result<(), StoreError> {
        let person = person_in(stored)?;
        known = true;
        person.facts.iter().for_each(|facts| mask.add(&facts.name, label));
        Ok(())
    };
    if let Some(live) = record::get(connection, person.0)?.filter(|live| live.kind == Kind::Person) {
        take(&live.stored)?;
    }
    if let Some(binned) = bin::get(connection, person.0)?.filter(|binned| binned.kind == Kind::Person) {
        take(&binned.stored)?;
    }
    for row in revision::of_record(connection, person.0)?.iter().filter(|row| row.kind == Kind::Person) {
        row.before.iter().chain(&row.after).try_for_each(&mut take)?;
    }
    if known { Ok(mask) } else { Err(StoreError::NotFound(person.0)) }
}

fn person_in(stored: &Stored) -> Result<Person, StoreError> {
    match decode(Kind::Person, stored)? {
        Record::Person(person) => Ok(person),
        _ => Err(StoreError::Damaged("карточка участника хранит другую запись".to_owned())),
    }
}

/// The person's card without the name.
fn bare(stored: &Stored, label: &str) -> Result<Stored, StoreError> {
    Ok(encode(&person_in(stored)?.anonymised_as(label).into())?)
}

/// Any record without the name in its texts. Its format stays, for history keeps what was once written.
fn masked(stored: &Stored, mask: &NameMask) -> Result<Stored, StoreError> {
    if !mask.may_stand_in(&stored.text) {
        return Ok(stored.clone());
    }
    let mut value = parse(stored)?;
    each_text_in(&mut value, &mut |text| {
        if let Cow::Owned(without) = mask.masked(text) {
            *text = without;
        }
    });
    Ok(Stored { format: stored.format, text: canonical(&value) })
}

fn parse(stored: &Stored) -> Result<Value, StoreError> {
    Ok(strict::parse(stored.text.as_bytes()).map_err(|fault| CodecFault::syntax(&fault))?)
}

/// Hands over every text of a record. A name that is kept in three fields is one text: a namesake has the same surname and
/// is told by the rest.
fn each_text_in(value: &mut Value, take: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => take(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text_in(item, take)),
        Value::Object(map) => match full_name(map) {
            Some(name) => {
                let mut text = name.full();
                take(&mut text);
                if text != name.full() {
                    map.insert("surname".to_owned(), text.into());
                    map.insert("given".to_owned(), "".into());
                    map.insert("patronymic".to_owned(), "".into());
                }
            }
            None => map.values_mut().for_each(|value| each_text_in(value, take)),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn full_name(map: &Map<String, Value>) -> Option<FullName> {
    let part = |key| map.get(key).and_then(Value::as_str).map(str::to_owned);
    let surname = part("surname").filter(|_| map.len() <= 3)?;
    Some(FullName {
        surname,
        given: part("given").unwrap_or_default(),
        patronymic: part("patronymic").unwrap_or_default(),
    })
}

/// Rewrites every state of a record: as it is, in the bin, before and after each operation.
fn rewrite(
    connection: &Connection,
    id: Uuid,
    change: i64,
    rewritten: &impl Fn(&Stored) -> Result<Stored, StoreError>,
) -> Result<(), StoreError> {
    if let Some(live) = record::get(connection, id)? {
        let stored = rewritten(&live.stored)?;
        record::put(connection, &decode(live.kind, &stored)?, &stored, change)?;
    }
    if let Some(binned) = bin::get(connection, id)? {
        let stored = rewritten(&binned.stored)?;
        connection
            .prepare_cached("UPDATE bin SET format = ?2, body = ?3, sha256 = ?4 WHERE id = ?1")?
            .execute(params![blob(&id), stored.format, stored.text, record_hash(binned.kind, id, &stored)])?;
    }
    for row in revision::of_record(connection, id)? {
        let side = |stored: Option<&Stored>| stored.map(rewritten).transpose();
        let (before, after) = (side(row.before.as_ref())?, side(row.after.as_ref())?);
        connection
            .prepare_cached(
                "UPDATE revision
                 SET before_format = ?3, before = ?4, after_format = ?5, after = ?6, sha256 = ?7
                 WHERE operation = ?1 AND record = ?2",
            )?
            .execute(params![
                row.operation,
                blob(&id),
                before.as_ref().map(|stored| stored.format),
                before.as_ref().map(|stored| &stored.text),
                after.as_ref().map(|stored| stored.format),
                after.as_ref().map(|stored| &stored.text),
                revision::hash(row.kind, id, before.as_ref(), after.as_ref())
            ])?;
    }
    Ok(())
}

/// Takes attached files away with all that the history says of them. Answers with the bytes that nobody names now.
fn remove_files(connection: &Connection, files: &BTreeSet<Uuid>) -> Result<Vec<Hash>, StoreError> {
    let mut gone = BTreeSet::new();
    let mut kept = BTreeSet::new();
    each_text(connection, |_, kind, id, stored| {
        if kind != Kind::Attachment {
            return Ok(());
        }
        let Record::Attachment(Attachment { sha256, role, .. }) = decode(kind, stored)? else {
            return Ok(());
        };
        if files.contains(&id) && role != AttachmentRole::SignedText {
            gone.insert((id, sha256));
        } else {
            kept.insert(sha256);
        }
        Ok(())
    })?;
    for (id, _) in &gone {
        record::remove(connection, *id)?;
        bin::remove(connection, *id)?;
        connection.prepare_cached("DELETE FROM revision WHERE record = ?1")?.execute([blob(id)])?;
    }
    Ok(gone
        .iter()
        .filter(|(_, sha256)| !kept.contains(sha256))
        .filter_map(|(_, sha256)| from_hex(sha256))
        .collect())
}

/// Hands over every text that the file keeps of any record: those in force first, then the bin, then the history.
fn each_text(
    connection: &Connection,
    mut take: impl FnMut(Standing, Kind, Uuid, &Stored) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    record::each::<StoreError>(connection, "ORDER BY id", [], |live| {
        take(Standing::Now, live.kind, live.id, &live.stored)
    })?;
    for binned in bin::all(connection)? {
        take(Standing::Binned, binned.kind, binned.id, &binned.stored)?;
    }
    revision::each(connection, |row: RevisionRow| {
        row.before
            .iter()
            .chain(&row.after)
            .try_for_each(|stored| take(Standing::Earlier, row.kind, row.record, stored))
    })
}
