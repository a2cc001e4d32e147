//! Reading open JSON and proving that it holds together, before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use pps_domain::records::{Kind, Record};
use pps_domain::text::cleaned;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{FileLine, LoadError, OperationLine, links, shape};
use crate::codec::canonical::{Hash, from_hex};
use crate::codec::json_path::JsonPath;
use crate::codec::{CodecFault, Stored, decode_foreign, in_russian, strict};
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
    let text = shape::checked(file)?;
    let value = strict::parse(text).map_err(|fault| LoadError::Syntax {
        line: fault.line(),
        column: fault.column(),
        what: in_russian(&fault),
    })?;
    let Value::Object(mut whole) = value else { return Err(LoadError::Foreign) };
    let formats = formats(&mut whole)?;
    let mut ids = Ids::default();
    let records = records(&mut whole, &formats, &mut ids)?;
    let bin = bin(&mut whole, &formats, &mut ids)?;
    let files = files(&mut whole)?;
    let history = history(&mut whole)?;
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

fn formats(whole: &mut Map<String, Value>) -> Result<BTreeMap<Kind, u32>, LoadError> {
    let place = JsonPath::default().key("formats");
    let formats: BTreeMap<Kind, u32> = typed(&place, whole.remove("formats").unwrap_or_default())?;
    match formats.iter().find(|(kind, format)| **format > kind.format()) {
        Some((_, format)) => Err(LoadError::Newer((*format).into())),
        None => Ok(formats),
    }
}

type Placed = (JsonPath, Record);

fn records(
    whole: &mut Map<String, Value>,
    formats: &BTreeMap<Kind, u32>,
    ids: &mut Ids,
) -> Result<Vec<Placed>, LoadError> {
    let mut records = Vec::new();
    for (kind, place, value) in lists(&JsonPath::default().key("записи"), whole.remove("records"))? {
        let record = record(kind, &place, value, formats)?;
        ids.add(&place, &record, true)?;
        records.push((place, record));
    }
    Ok(records)
}

fn bin(
    whole: &mut Map<String, Value>,
    formats: &BTreeMap<Kind, u32>,
    ids: &mut Ids,
) -> Result<Vec<(JsonPath, Record, DateTime<Utc>)>, LoadError> {
    let mut binned = Vec::new();
    for (kind, place, value) in lists(&JsonPath::default().key("корзина"), whole.remove("bin"))? {
        let Value::Object(mut line) = value else {
            return Err(fault(&place, "нужна запись в скобках {}"));
        };
        let deleted = line.remove("deleted");
        let deleted = deleted.as_ref().and_then(Value::as_str).unwrap_or_default();
        let deleted = instant::from_text(deleted)
            .map_err(|_| fault(&place.key("deleted"), "нужно время вида 2026-01-16T10:00:00.000Z"))?;
        let record = record(kind, &place, line.remove("record").unwrap_or_default(), formats)?;
        if let Some(unknown) = line.keys().next() {
            return Err(fault(&place, format!("лишнее поле «{unknown}»")));
        }
        ids.add(&place, &record, false)?;
        binned.push((place, record, deleted));
    }
    Ok(binned)
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

/// All records of an object that holds a list for each kind.
fn lists(place: &JsonPath, value: Option<Value>) -> Result<Vec<(Kind, JsonPath, Value)>, LoadError> {
    let Some(value) = value else { return Err(fault(place, "этой части в файле нет")) };
    let Value::Object(map) = value else {
        return Err(fault(place, "нужны списки по видам записей"));
    };
    let mut found = Vec::new();
    for (key, list) in map {
        let kind =
            Kind::from_word(&key).ok_or_else(|| fault(place, format!("неизвестный вид записей «{key}»")))?;
        let place = place.key(kind.words().one);
        let Value::Array(items) = list else {
            return Err(fault(&place, "нужен список в скобках []"));
        };
        let items = items.into_iter().enumerate();
        found.extend(items.map(|(index, item)| (kind, place.item(index), item)));
    }
    Ok(found)
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

fn files(whole: &mut Map<String, Value>) -> Result<Vec<ListedFile>, LoadError> {
    let place = JsonPath::default().key("файлы");
    let lines: Vec<FileLine> = typed(&place, whole.remove("files").unwrap_or_default())?;
    let mut seen = BTreeSet::new();
    let files = lines.into_iter().enumerate().map(|(index, line)| {
        let place = place.item(index);
        let Some(hash) = from_hex(&line.sha256) else {
            return Err(fault(&place.key("sha256"), "нужны 64 цифры 0–9, a–f"));
        };
        if !seen.insert(hash) {
            return Err(fault(&place, "файл записан дважды"));
        }
        let (sha256, size, media_type) = (line.sha256, line.size, cleaned(&line.media_type).into_owned());
        Ok(ListedFile { place, hash, sha256, size, media_type })
    });
    files.collect()
}

fn history(whole: &mut Map<String, Value>) -> Result<Vec<PastOperation>, LoadError> {
    let place = JsonPath::default().key("история");
    let lines: Vec<OperationLine> = typed(&place, whole.remove("history").unwrap_or_default())?;
    let mut ids = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        if !ids.insert(line.id) {
            return Err(fault(&place.item(index), format!("действие {} записано дважды", line.id)));
        }
    }
    let operations = lines.into_iter().enumerate().map(|(index, line)| past(&place.item(index), line, &ids));
    operations.collect()
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
    if value.is_null() {
        return Err(fault(place, "этой части в файле нет"));
    }
    serde_path_to_error::deserialize(value)
        .map_err(|told| inside(place, CodecFault::shape(told.path(), told.inner())))
}
