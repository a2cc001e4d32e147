//! Reading open JSON and proving that it holds together, before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use pps_domain::records::{Kind, Record};
use pps_domain::text::cleaned;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use super::stream::{self, Item};
use super::{FileLine, LoadError, OperationLine, links, shape};
use crate::codec::canonical::{Hash, from_hex};
use crate::codec::json_path::JsonPath;
use crate::codec::{CodecFault, Stored, decode_foreign, strict};
use crate::instant;
use crate::sql::{operation, revision};

/// All that a file holds, proved.
pub(crate) struct Content {
    pub(crate) records: Vec<Record>,
    pub(crate) bin: Vec<(Record, DateTime<Utc>)>,
    pub(crate) history: Vec<PastOperation>,
    pub(crate) files: Vec<ListedFile>,
}

/// An operation of the past.
pub(crate) struct PastOperation {
    pub(crate) id: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) name: String,
    pub(crate) undoes: Option<Uuid>,
    pub(crate) undone_by: Option<Uuid>,
    pub(crate) revisions: Vec<PastRevision>,
}

/// A record before and after an operation of the past.
pub(crate) struct PastRevision {
    pub(crate) kind: Kind,
    pub(crate) record: Uuid,
    pub(crate) before: Option<Stored>,
    pub(crate) after: Option<Stored>,
}

/// An attached file whose bytes are to be fetched.
pub(crate) struct ListedFile {
    pub(crate) place: JsonPath,
    pub(crate) hash: Hash,
    pub(crate) sha256: String,
    pub(crate) size: u64,
    pub(crate) media_type: String,
}

/// Reads a file.
pub(super) fn read(file: &[u8]) -> Result<Content, LoadError> {
    let shape::Checked { text, formats } = shape::checked(file)?;
    if let Some((_, format)) = formats.iter().find(|(kind, format)| **format > kind.format()) {
        return Err(LoadError::Newer((*format).into()));
    }
    let (mut records, mut bin, mut files, mut operations) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut ids, mut hashes) = (Ids::default(), BTreeSet::new());
    stream::each(text, &mut |place, item| {
        match item {
            Item::Record(kind, value) => {
                let record = record(kind, place, value, &formats)?;
                ids.add(place, &record, true)?;
                records.push((place.clone(), record));
            }
            Item::Binned(kind, value) => {
                let (record, deleted) = binned(kind, place, value, &formats)?;
                ids.add(place, &record, false)?;
                bin.push((place.clone(), record, deleted));
            }
            Item::File(value) => files.push(listed(place, typed(place, value)?, &mut hashes)?),
            Item::Operation(value) => operations.push((place.clone(), typed(place, value)?)),
        }
        Ok(())
    })?;
    let history = history(operations)?;
    links::check(&records, &bin)?;
    let both = records.iter().map(|(place, record)| (place, record));
    check_attachments(both.chain(bin.iter().map(|(place, record, _)| (place, record))), &files)?;
    Ok(Content {
        records: records.into_iter().map(|(_, record)| record).collect(),
        bin: bin.into_iter().map(|(_, record, deleted)| (record, deleted)).collect(),
        history,
        files,
    })
}

pub(super) fn fault(place: &JsonPath, what: impl Into<String>) -> LoadError {
    LoadError::Content { place: place.to_string(), what: what.into() }
}

/// A fault of the codec at a place of the file.
fn inside(place: &JsonPath, told: CodecFault) -> LoadError {
    match told {
        CodecFault::Shape { place: inner, what } => fault(&place.within(&inner), what),
        CodecFault::Syntax { line, column, what } => {
            fault(place, format!("строка {line}, столбец {column} этого текста: {what}"))
        }
        CodecFault::Newer { format, .. } => {
            fault(place, format!("запись сохранена более новой версией программы (формат {format})"))
        }
    }
}

/// A record in the bin, and since when it lies there.
fn binned(
    kind: Kind,
    place: &JsonPath,
    value: Value,
    formats: &BTreeMap<Kind, u32>,
) -> Result<(Record, DateTime<Utc>), LoadError> {
    let Value::Object(mut line) = value else {
        return Err(fault(place, "нужна запись в скобках {}"));
    };
    let deleted = line.remove("deleted");
    let deleted = deleted.as_ref().and_then(Value::as_str).unwrap_or_default();
    let deleted = instant::from_text(deleted)
        .map_err(|_| fault(&place.key("deleted"), "нужно время вида 2026-01-16T10:00:00.000Z"))?;
    let record = record(kind, place, line.remove("record").unwrap_or_default(), formats)?;
    match line.keys().next() {
        Some(unknown) => Err(fault(place, format!("лишнее поле «{unknown}»"))),
        None => Ok((record, deleted)),
    }
}

fn record(
    kind: Kind,
    place: &JsonPath,
    value: Value,
    formats: &BTreeMap<Kind, u32>,
) -> Result<Record, LoadError> {
    let format = formats.get(&kind).copied().unwrap_or_else(|| kind.format());
    decode_foreign(kind, format, value).map_err(|told| inside(place, told))
}

/// Identifiers with the places where they first stood.
#[derive(Default)]
struct Ids {
    places: BTreeMap<Uuid, JsonPath>,
}

impl Ids {
    /// Notes a record and, of one in force, its parts: what lies in the bin may hold parts that were moved.
    fn add(&mut self, place: &JsonPath, record: &Record, live: bool) -> Result<(), LoadError> {
        self.note(place, record.id())?;
        if live {
            record.part_ids().into_iter().try_for_each(|part| self.note(place, part))?;
        }
        Ok(())
    }

    fn note(&mut self, place: &JsonPath, id: Uuid) -> Result<(), LoadError> {
        match self.places.insert(id, place.clone()) {
            None => Ok(()),
            Some(first) => Err(fault(place, format!("номер {id} уже есть: {first}"))),
        }
    }
}

fn check_attachments<'a>(
    records: impl Iterator<Item = (&'a JsonPath, &'a Record)>,
    files: &[ListedFile],
) -> Result<(), LoadError> {
    let known: BTreeMap<&str, u64> = files.iter().map(|file| (file.sha256.as_str(), file.size)).collect();
    for (place, record) in records {
        if let Record::Attachment(attachment) = record {
            match known.get(attachment.sha256.as_str()) {
                Some(size) if *size == attachment.size => {}
                Some(_) => return Err(fault(&place.key("size"), "размер файла не тот, что в списке files")),
                None => return Err(fault(&place.key("sha256"), "такого файла нет в списке files")),
            }
        }
    }
    Ok(())
}

fn listed(place: &JsonPath, line: FileLine, seen: &mut BTreeSet<Hash>) -> Result<ListedFile, LoadError> {
    let Some(hash) = from_hex(&line.sha256) else {
        return Err(fault(&place.key("sha256"), "нужны 64 цифры 0–9, a–f"));
    };
    if !seen.insert(hash) {
        return Err(fault(place, "файл записан дважды"));
    }
    let (sha256, size, media_type) = (line.sha256, line.size, cleaned(&line.media_type).into_owned());
    Ok(ListedFile { place: place.clone(), hash, sha256, size, media_type })
}

fn history(lines: Vec<(JsonPath, OperationLine)>) -> Result<Vec<PastOperation>, LoadError> {
    let mut ids = BTreeSet::new();
    for (place, line) in &lines {
        if !ids.insert(line.id) {
            return Err(fault(place, format!("действие {} записано дважды", line.id)));
        }
    }
    lines.into_iter().map(|(place, line)| past(&place, line, &ids)).collect()
}

fn past(place: &JsonPath, line: OperationLine, ids: &BTreeSet<Uuid>) -> Result<PastOperation, LoadError> {
    let at = instant::from_text(&line.at)
        .map_err(|_| fault(&place.key("at"), "нужно время вида 2026-01-16T10:00:00.000Z"))?;
    if let Some(missing) = [line.undoes, line.undone_by].into_iter().flatten().find(|id| !ids.contains(id)) {
        return Err(fault(place, format!("названо действие {missing}, которого в файле нет")));
    }
    if from_hex(&line.sha256) != Some(operation::hash(line.id, at, &line.name, line.undoes)) {
        return Err(fault(place, "действие изменено: не сходится sha256"));
    }
    let mut touched = BTreeSet::new();
    let revisions = line.revisions.iter().enumerate().map(|(index, line)| {
        let place = place.key("revisions").item(index);
        let (kind, record) = (line.kind, line.record);
        let Some((before, after)) = line.sides() else {
            return Err(fault(&place, "у текста до или после нет формата, или у формата нет текста"));
        };
        if from_hex(&line.sha256) != Some(revision::hash(kind, record, before.as_ref(), after.as_ref())) {
            return Err(fault(&place, "запись истории изменена: не сходится sha256"));
        }
        if !touched.insert(record) {
            return Err(fault(&place, format!("запись {record} стоит в действии дважды")));
        }
        for (name, side) in [("before", &before), ("after", &after)] {
            check_side(&place.key(name), kind, record, side.as_ref())?;
        }
        Ok(PastRevision { kind, record, before, after })
    });
    Ok(PastOperation {
        id: line.id,
        at,
        revisions: revisions.collect::<Result<_, _>>()?,
        name: line.name,
        undoes: line.undoes,
        undone_by: line.undone_by,
    })
}

/// A text of the history must be the record that it claims to be, or undoing would fail on it one day.
fn check_side(place: &JsonPath, kind: Kind, id: Uuid, side: Option<&Stored>) -> Result<(), LoadError> {
    let Some(side) = side else { return Ok(()) };
    let value =
        strict::parse(side.text.as_bytes()).map_err(|told| inside(place, CodecFault::syntax(&told)))?;
    let record = decode_foreign(kind, side.format, value).map_err(|told| inside(place, told))?;
    if record.id() == id {
        Ok(())
    } else {
        Err(fault(place, format!("здесь запись {}, а не {id}", record.id())))
    }
}

fn typed<T: DeserializeOwned>(place: &JsonPath, value: Value) -> Result<T, LoadError> {
    serde_path_to_error::deserialize(value)
        .map_err(|told| inside(place, CodecFault::shape(told.path(), told.inner())))
}
