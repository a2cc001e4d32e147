//! Records as versioned JSON. One codec serves the table of records, revisions, open data and the package.
//!
//! Each kind has a format number. A text of an older format is lifted step by step when it is read; a newer one
//! is refused. The text itself is never rewritten for that: history keeps the bytes that were once saved.

pub mod canonical;
mod fault;
pub mod json_path;
mod ordered;
mod russian;
pub mod strict;
mod upgrade;

pub use fault::CodecFault;
pub use russian::in_russian;
pub use upgrade::{FORMATS, Formats, Upgrade};

use pps_domain::records::{Kind, Record};
use pps_domain::text::{cleaned, is_clean};
use serde_json::Value;

use canonical::canonical;
use json_path::JsonPath;
use ordered::ordered;

/// A record as it is kept: canonical JSON and its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Format number of the kind when the text was written.
    pub format: u32,
    /// The JSON.
    pub text: String,
}

/// The canonical JSON of a record in the current format, its texts as they are kept ([`cleaned`]).
///
/// # Errors
/// What the record's own serialisation refuses; no record of the domain does.
pub fn encode(record: &Record) -> Result<Stored, CodecFault> {
    let format = record.kind().format();
    if let Some(text) = clean_text(record) {
        return Ok(Stored { format, text });
    }
    let mut value = to_value(record)?;
    clean_texts(&mut value);
    Ok(Stored { format, text: canonical(&value) })
}

/// The same where all texts are as they are kept, which is nearly always; none where that is not sure.
fn clean_text(record: &Record) -> Option<String> {
    let whole = serde_json::to_string(record).ok()?;
    let head = format!("{{\"kind\":\"{}\",\"record\":", record.kind().word());
    let text = whole.strip_prefix(&head)?.strip_suffix('}')?;
    if is_clean(text) { ordered(text) } else { None }
}

/// The record as it is kept, where that is not what was given: signs that nobody can see went out of its texts.
///
/// # Errors
/// What the record's own serialisation refuses; no record of the domain does.
pub fn clean_record(record: &Record) -> Result<Option<Record>, CodecFault> {
    if clean_text(record).is_some() {
        return Ok(None);
    }
    let mut value = to_value(record)?;
    if clean_texts(&mut value) { from_value(record.kind(), value).map(Some) } else { Ok(None) }
}

/// A record as it is kept, with its canonical JSON: the same as [`clean_record`] and [`encode`] in one go.
///
/// # Errors
/// What the record's own serialisation refuses; no record of the domain does.
pub(crate) fn kept(record: Record) -> Result<(Record, Stored), CodecFault> {
    if let Some(text) = clean_text(&record) {
        let format = record.kind().format();
        return Ok((record, Stored { format, text }));
    }
    let record = clean_record(&record)?.unwrap_or(record);
    let stored = encode(&record)?;
    Ok((record, stored))
}

/// The JSON value of a record in the current format.
///
/// # Errors
/// What the record's own serialisation refuses; no record of the domain does.
pub fn to_value(record: &Record) -> Result<Value, CodecFault> {
    let shape =
        |fault: &serde_json::Error| CodecFault::Shape { place: JsonPath::default(), what: in_russian(fault) };
    let mut tagged = serde_json::to_value(record).map_err(|fault| shape(&fault))?;
    Ok(tagged.get_mut("record").map(Value::take).unwrap_or_default())
}

/// Reads a record that this program has stored.
///
/// # Errors
/// A newer format, or a text that is not such a record.
pub fn decode(kind: Kind, stored: &Stored) -> Result<Record, CodecFault> {
    if stored.format == kind.format() {
        return from_text(kind, &stored.text);
    }
    let value = strict::parse(stored.text.as_bytes()).map_err(|fault| CodecFault::syntax(&fault))?;
    from_value(kind, FORMATS.upgrade(kind, stored.format, value)?)
}

/// Reads a record that came from outside: besides what [`decode`] refuses, nothing in the value may be left
/// over. Its texts are cleaned as those of any record that is saved.
///
/// # Errors
/// The first fault with its place.
pub fn decode_foreign(kind: Kind, format: u32, mut value: Value) -> Result<Record, CodecFault> {
    clean_texts(&mut value);
    let value = FORMATS.upgrade(kind, format, value)?;
    let record = from_value(kind, value.clone())?;
    check_nothing_lost(&value, &to_value(&record)?, &JsonPath::default())?;
    Ok(record)
}

fn from_text(kind: Kind, text: &str) -> Result<Record, CodecFault> {
    let mut data = serde_json::Deserializer::from_str(text);
    let record = kind.read(&mut data).and_then(|record| data.end().map(|()| record));
    record.map_err(|fault| CodecFault::syntax(&fault))
}

fn from_value(kind: Kind, value: Value) -> Result<Record, CodecFault> {
    let mut track = serde_path_to_error::Track::new();
    kind.read(serde_path_to_error::Deserializer::new(value, &mut track))
        .map_err(|fault| CodecFault::shape(&track.path(), &fault))
}

/// Cleans every text of a value, and says whether any was not clean.
fn clean_texts(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let dirty = !is_clean(text);
            if dirty {
                *text = cleaned(text).into_owned();
            }
            dirty
        }
        Value::Array(items) => items.iter_mut().fold(false, |dirty, item| clean_texts(item) | dirty),
        Value::Object(map) => map.values_mut().fold(false, |dirty, value| clean_texts(value) | dirty),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Every key of what was given must stand in what was read: serde quietly skips unknown fields in some enums.
fn check_nothing_lost(given: &Value, read: &Value, place: &JsonPath) -> Result<(), CodecFault> {
    match (given, read) {
        (Value::Object(given), Value::Object(read)) => {
            for (key, value) in given {
                let Some(found) = read.get(key) else {
                    let what = format!("лишнее поле «{key}»");
                    return Err(CodecFault::Shape { place: place.clone(), what });
                };
                check_nothing_lost(value, found, &place.key(key))?;
            }
            Ok(())
        }
        (Value::Array(given), Value::Array(read)) => {
            if given.len() != read.len() {
                let what = "в списке есть повторы".to_owned();
                return Err(CodecFault::Shape { place: place.clone(), what });
            }
            let mut pairs = given.iter().zip(read).enumerate();
            pairs.try_for_each(|(index, (given, read))| check_nothing_lost(given, read, &place.item(index)))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn difficulty() -> Value {
        json!({
            "id": "01890000-0000-7000-8000-000000000001",
            "community": "01890000-0000-7000-8000-000000000002",
            "title": "Оценивание",
        })
    }

    #[test]
    fn an_unknown_field_is_refused_with_its_name() {
        let mut value = difficulty();
        value["color"] = json!("red");
        let fault = decode_foreign(Kind::Difficulty, 1, value).unwrap_err();
        assert!(fault.to_string().contains("лишнее поле «color»"), "{fault}");
    }

    #[test]
    fn an_unknown_field_deep_inside_a_term_is_refused() {
        let plan = json!({
            "id": "01890000-0000-7000-8000-000000000001",
            "community": "01890000-0000-7000-8000-000000000002",
            "school_year": 2025,
            "meetings": [{
                "id": "01890000-0000-7000-8000-000000000003",
                "topic": "Итоги",
                "term": {"form": "monthly", "date": "2025-09-01"},
            }],
        });
        let fault = decode_foreign(Kind::Plan, 1, plan).unwrap_err();
        assert_eq!(fault.to_string(), "meetings → № 1 → term: лишнее поле «date»; исправьте это место.");
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_place() {
        let survey = json!({
            "id": "01890000-0000-7000-8000-000000000001",
            "community": "01890000-0000-7000-8000-000000000002",
            "school_year": 2025, "held": "2025-10", "asked": 9,
            "rows": [{"difficulty": "01890000-0000-7000-8000-000000000003", "count": "три"}],
        });
        let fault = decode_foreign(Kind::Survey, 1, survey).unwrap_err();
        assert!(
            fault.to_string().starts_with("rows → № 1 → count: здесь строка, а нужно целое число"),
            "{fault}"
        );
    }

    #[test]
    fn what_comes_from_outside_is_cleaned() {
        let mut value = difficulty();
        value["title"] = json!("Оцен\u{1}ивание\u{b}и самооценка");
        let record = decode_foreign(Kind::Difficulty, 1, value).unwrap();
        assert_eq!(to_value(&record).unwrap()["title"], "Оценивание\nи самооценка");
        assert_eq!(clean_record(&record), Ok(None));
    }

    #[test]
    fn a_newer_format_is_refused() {
        let fault = decode_foreign(Kind::Difficulty, 99, difficulty()).unwrap_err();
        assert_eq!(fault, CodecFault::Newer { kind: Kind::Difficulty, format: 99 });
    }
}
