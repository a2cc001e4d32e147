//! Texts that could not be saved, kept in a file beside the data until the person has decided about them.
//!
//! A draft is a promise of last resort: the record or the field was refused, so there is no record to put it into.
//! The file is ordinary JSON with the typed text in plain sight; whoever opens it in an editor finds the words. Where a
//! password is set, it is under the key of the data file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pps_domain::personal::NameMask;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use pps_exchange::{Disk, RealDisk};
use pps_store::{Key, sealed};

use crate::error::AppError;
use crate::files::{FileTrouble, not_read, remove, sync_names, write_whole};

/// A text that could not be saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Draft {
    /// Tells it from the others: the identifier of the record, or the name of a field with its place.
    pub key: String,
    /// «заседание: Протокол № 3»
    pub place: String,
    /// The label of the field; empty for a whole record.
    pub label: String,
    /// What was typed, as plain text.
    pub text: String,
    /// Why it was refused.
    pub why: String,
    /// The address in the window where it was typed.
    pub address: String,
    /// The whole record as it stood in the form, with its kind; none for a field.
    #[ts(type = "unknown")]
    pub record: Option<Value>,
    /// The revision from which the record was changed; none for a new one.
    #[ts(type = "number | null")]
    pub seen: Option<i64>,
}

/// The drafts that belong to a data file; none where there is no file with them. A file that cannot be read as
/// drafts is put aside under another name, for its text may still be wanted.
///
/// # Errors
/// What the disk refuses.
pub fn read_drafts(data: &Path, key: &Key) -> Result<Vec<Draft>, AppError> {
    let path = beside(data);
    let Some(text) = read_text(&path, key)? else { return Ok(Vec::new()) };
    if let Ok(drafts) = serde_json::from_str(&text) {
        return Ok(drafts);
    }
    let aside = path.with_extension("unread.json");
    RealDisk.rename(&path, &aside).map_err(|fault| not_read(&path, &fault))?;
    Ok(Vec::new())
}

/// Keeps the drafts of a data file in place of those kept before. They are on the disk when this answers.
///
/// # Errors
/// What the disk refuses; the drafts of before then stand.
pub fn keep_drafts(data: &Path, key: &Key, drafts: &[Draft]) -> Result<(), AppError> {
    let path = beside(data);
    if drafts.is_empty() {
        return remove(&path);
    }
    let text = serde_json::to_string_pretty(drafts)
        .map_err(|_| AppError::Write { path: path.clone(), trouble: FileTrouble::NoOrdinaryFile })?;
    keep_text(&path, key, &text)
}

/// What the page keeps for itself: typed words that belong to no record yet. None where there is nothing.
///
/// # Errors
/// What the disk refuses.
pub fn read_notes(data: &Path, key: &Key) -> Result<Option<String>, AppError> {
    read_text(&data.with_extension(NOTES), key)
}

/// Keeps what the page keeps for itself.
///
/// # Errors
/// What the disk refuses; what was kept before then stands.
pub fn keep_notes(data: &Path, key: &Key, notes: &str) -> Result<(), AppError> {
    let path = data.with_extension(NOTES);
    if notes.is_empty() { remove(&path) } else { keep_text(&path, key, notes) }
}

/// Brings drafts and notes under another key, when a password was set or removed.
pub(crate) fn bring_under(data: &Path, former: &Key, key: &Key) -> Result<(), AppError> {
    for path in [beside(data), data.with_extension(NOTES)] {
        if let Some(text) = read_text(&path, former)? {
            keep_text(&path, key, &text)?;
        }
    }
    Ok(())
}

/// What the page keeps for itself lies under this ending.
const NOTES: &str = "notes.json";

/// A text in plain sight, or under the key where there is a password.
fn keep_text(path: &Path, key: &Key, text: &str) -> Result<(), AppError> {
    if key.is_secret() {
        return Ok(sealed::write(path, key, text)?);
    }
    // What lies there may still be under a key, and a file under a key is never written over as an ordinary one.
    let fresh = path.with_extension("json.new");
    write_whole(&fresh, text.as_bytes())?;
    RealDisk
        .rename(&fresh, path)
        .map_err(|fault| AppError::Write { path: path.to_owned(), trouble: FileTrouble::writing(&fault) })?;
    sync_names(path)
}

fn read_text(path: &Path, key: &Key) -> Result<Option<String>, AppError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(not_read(path, &fault)),
    };
    // A change of the password may have been cut off between the records and this file.
    match String::from_utf8(bytes) {
        Ok(text) if !text.starts_with(Key::MARK) => Ok(Some(text)),
        _ => Ok(sealed::read(path, std::slice::from_ref(key))?),
    }
}

/// Takes the names out of the drafts of a data file; that of the person's own card goes as a whole.
pub(crate) fn hide_names_in_drafts(
    data: &Path,
    key: &Key,
    person: Uuid,
    mask: &NameMask,
) -> Result<(), AppError> {
    for path in [beside(data).with_extension("unread.json"), data.with_extension(NOTES)] {
        if let Some(text) = read_text(&path, key)?.filter(|text| mask.stands_in(text)) {
            keep_text(&path, key, &mask.masked(&text))?;
        }
    }
    let drafts = read_drafts(data, key)?;
    if drafts.is_empty() {
        return Ok(());
    }
    let is_card = |draft: &Draft| {
        let record = draft.record.as_ref().and_then(|record| record.pointer("/record/id"));
        record.and_then(Value::as_str).is_some_and(|id| id == person.to_string())
    };
    let mut kept: Vec<Draft> = drafts.into_iter().filter(|draft| !is_card(draft)).collect();
    for draft in &mut kept {
        for text in [&mut draft.place, &mut draft.label, &mut draft.text, &mut draft.why] {
            *text = mask.masked(text).into_owned();
        }
        draft.record.iter_mut().for_each(|record| hide_names(record, mask));
    }
    keep_drafts(data, key, &kept)
}

fn hide_names(value: &mut Value, mask: &NameMask) {
    match value {
        Value::String(text) => *text = mask.masked(text).into_owned(),
        Value::Array(items) => items.iter_mut().for_each(|item| hide_names(item, mask)),
        Value::Object(fields) => fields.values_mut().for_each(|field| hide_names(field, mask)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `year.db` → `year.drafts.json`
fn beside(data: &Path) -> PathBuf {
    data.with_extension("drafts.json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn draft(text: &str) -> Draft {
        Draft {
            key: "1".to_owned(),
            place: "заседание".to_owned(),
            label: "СЛУШАЛИ".to_owned(),
            text: text.to_owned(),
            why: "не хватило места".to_owned(),
            address: "#/meetings/1".to_owned(),
            record: Some(json!({"kind": "meeting", "record": {"topic": text}})),
            seen: Some(4),
        }
    }

    #[test]
    fn drafts_come_back_as_they_were_and_go_without_a_trace() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("year.db");
        assert_eq!(read_drafts(&data, &Key::open()).unwrap(), []);
        let kept = [draft("Наставничество:\n«вторая строка» — и знак 🙂"), draft("")];
        keep_drafts(&data, &Key::open(), &kept).unwrap();
        assert_eq!(read_drafts(&data, &Key::open()).unwrap(), kept);
        keep_drafts(&data, &Key::open(), &kept[1..]).unwrap();
        assert_eq!(read_drafts(&data, &Key::open()).unwrap(), kept[1..]);
        keep_drafts(&data, &Key::open(), &[]).unwrap();
        keep_drafts(&data, &Key::open(), &[]).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_words_stand_in_the_file_as_they_were_typed() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("year.db");
        keep_drafts(&data, &Key::open(), &[draft("Обсудили наставничество")]).unwrap();
        let file = fs::read_to_string(folder.path().join("year.drafts.json")).unwrap();
        assert!(file.contains("Обсудили наставничество"), "{file}");
    }

    #[test]
    fn what_is_no_list_of_drafts_is_put_aside_and_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("year.db");
        fs::write(beside(&data), "[{\"key\": \"обрыв").unwrap();
        assert_eq!(read_drafts(&data, &Key::open()).unwrap(), []);
        keep_drafts(&data, &Key::open(), &[draft("новое")]).unwrap();
        let aside = folder.path().join("year.drafts.unread.json");
        assert_eq!(fs::read_to_string(aside).unwrap(), "[{\"key\": \"обрыв");
    }
}
