//! Any record but a meeting: field by field.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pps_domain::calendar::{PartialDate, SchoolYear, Term};
use pps_domain::records::{ActivityForm, Direction, Kind, Record, ReportSection};
use pps_domain::russian::{FullName, date_in_table, day_and_month, partial_in_table};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::labels::{label, word};
use super::said::{Field, changed, cited, listed, shortened};
use super::{Difference, Names};

/// An entry of a list is known by so many letters.
const HEADING: usize = 60;
/// In the name of a place by so many.
const PLACE: usize = 30;

pub(super) fn differences(before: &Record, after: &Record, names: &dyn Names) -> Vec<Difference> {
    let on = after.date().or_else(|| before.date()).unwrap_or(NaiveDate::MAX);
    let fields = Fields { kind: after.kind(), on, names };
    let mut told = Vec::new();
    if let (Some(was), Some(is)) = (object(before), object(after)) {
        fields.of_object(None, &was, &is, &mut told);
    }
    told
}

fn object(record: &Record) -> Option<Map<String, Value>> {
    match serde_json::to_value(record).ok()?.get_mut("record")?.take() {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

struct Fields<'a> {
    kind: Kind,
    on: NaiveDate,
    names: &'a dyn Names,
}

/// An entry of a list: «Чтение» of «Курсы».
struct Entry<'a> {
    list: &'a Field,
    key: &'a str,
    fields: &'a Map<String, Value>,
}

impl Fields<'_> {
    /// `entry` is the entry of a list that the fields belong to.
    fn of_object(
        &self,
        entry: Option<&Entry<'_>>,
        was: &Map<String, Value>,
        is: &Map<String, Value>,
        told: &mut Vec<Difference>,
    ) {
        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        for key in keys {
            let (was, is) = (was.get(key).unwrap_or(&Value::Null), is.get(key).unwrap_or(&Value::Null));
            let Some(label) = label(self.kind, key).filter(|_| was != is) else { continue };
            let field = match entry {
                None => Field::from(label),
                Some(entry) => self.field_of(entry, label),
            };
            self.of_field(&field, key, was, is, told);
        }
    }

    fn field_of(&self, Entry { list, key, fields }: &Entry<'_>, label: &str) -> Field {
        let part = fields.get("id").and_then(Value::as_str).and_then(|text| self.id(text));
        let heading = self.heading(fields);
        let told = |most| heading.as_deref().map(|text| cited(&shortened(text, most)));
        let field = list.under(told(HEADING), told(PLACE), label, part);
        // The card of a person is named after its field anyway.
        if *key == "facts" { field.placed(label) } else { field }
    }

    fn of_field(&self, field: &Field, key: &str, was: &Value, is: &Value, told: &mut Vec<Difference>) {
        match (was, is) {
            (Value::Object(was), Value::Object(is)) if key == "settings" => {
                self.of_object(None, was, is, told);
            }
            (Value::Object(_), _) | (_, Value::Object(_)) if key == "prose" => {
                self.of_prose(was, is, told);
            }
            (Value::Array(was), Value::Array(is)) => self.of_list(field, key, was, is, told),
            _ => told.extend(changed(field.clone(), &self.shown(key, was), &self.shown(key, is))),
        }
    }

    /// The sections of the report, each by its title.
    fn of_prose(&self, was: &Value, is: &Value, told: &mut Vec<Difference>) {
        let sections = |value: &Value| value.as_object().cloned().unwrap_or_default();
        let (was, is) = (sections(was), sections(is));
        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        for key in keys {
            let title = read::<ReportSection>(&Value::String(key.clone())).map(ReportSection::title);
            let text = |of: &Map<String, Value>| of.get(key).map(|text| self.shown(key, text));
            let (was, is) = (text(&was).unwrap_or_default(), text(&is).unwrap_or_default());
            let section = format!("Раздел {}", cited(title.unwrap_or(key)));
            told.extend(changed(section.as_str(), &was, &is));
        }
    }

    /// Entries with an identity are compared field by field, others by what is shown of them.
    fn of_list(&self, field: &Field, key: &str, was: &[Value], is: &[Value], told: &mut Vec<Difference>) {
        let same = |one: &&Value, other: &Value| one.get("id").is_some() && one.get("id") == other.get("id");
        let kept = |list: &[Value], of: &[Value]| -> Vec<String> {
            let alone = list.iter().filter(|one| !of.iter().any(|other| same(one, other)));
            alone.map(|one| self.shown(key, one)).collect()
        };
        let identified = was.iter().chain(is).any(|one| one.get("id").is_some());
        if !identified && let Some((was, is)) = one_changed(was, is) {
            let entry = Entry { list: field, key, fields: was };
            return self.of_object(Some(&entry), was, is, told);
        }
        told.extend(match identified {
            true => listed(field.clone(), &kept(was, is), &kept(is, was)),
            false => {
                let shown =
                    |list: &[Value]| -> Vec<String> { list.iter().map(|one| self.shown(key, one)).collect() };
                listed(field.clone(), &shown(was), &shown(is))
            }
        });
        for after in is {
            let before = was.iter().find(|before| same(before, after));
            if let (Some(Value::Object(before)), Value::Object(entry)) = (before, after) {
                self.of_object(Some(&Entry { list: field, key, fields: before }), before, entry, told);
            }
        }
    }

    /// What an entry of a list is known by: its first text, or what it is about.
    fn heading(&self, entry: &Map<String, Value>) -> Option<String> {
        let texts = ["title", "topic", "text", "name"].iter().filter_map(|key| entry.get(*key)?.as_str());
        let text = texts.map(str::trim).find(|text| !text.is_empty()).map(str::to_owned);
        let name = || entry.get("name").and_then(read::<FullName>).map(|name| name.full());
        let about = || Some(self.shown("difficulty", entry.get("difficulty")?));
        text.or_else(name).or_else(about).filter(|text| !text.is_empty())
    }

    fn shown(&self, key: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(yes) => if *yes { "да" } else { "нет" }.to_owned(),
            Value::Number(number) if key == "school_year" => {
                read::<SchoolYear>(value).map_or_else(|| number.to_string(), |year| year.to_string())
            }
            Value::Number(number) => number.to_string(),
            Value::String(text) => self.text(key, text),
            Value::Array(items) => {
                items.iter().map(|one| self.shown(key, one)).collect::<Vec<_>>().join(", ")
            }
            Value::Object(fields) => self.whole(key, fields),
        }
    }

    fn text(&self, key: &str, text: &str) -> String {
        let value = || Value::String(text.to_owned());
        if let Some(word) = word(key, text) {
            return word.to_owned();
        }
        match key {
            "direction" => read::<Direction>(&value()).map(|one| one.in_words().to_owned()),
            "form" if self.kind == Kind::Activity => {
                read::<ActivityForm>(&value()).map(|one| one.in_words().to_owned())
            }
            "added" if self.kind == Kind::Report => {
                read::<ReportSection>(&value()).map(|one| one.title().to_owned())
            }
            "date" | "from" | "to" | "finished" | "held" | "kept_since" | "added" => {
                let day = text.parse::<NaiveDate>().ok().map(date_in_table);
                day.or_else(|| read::<PartialDate>(&value()).map(partial_in_table))
            }
            "person" | "responsible" => self.id(text).map(|id| self.names.person(id, self.on)),
            "task" => self.id(text).map(|id| self.part(id, "задача, которой в плане больше нет")),
            "decisions" => self.id(text).map(|id| self.part(id, "решение, которого в протоколе больше нет")),
            _ => self.id(text).map(|id| self.names.record(id)),
        }
        .unwrap_or_else(|| text.to_owned())
    }

    fn part(&self, id: Uuid, gone: &str) -> String {
        self.names.part(id).unwrap_or_else(|| gone.to_owned())
    }

    fn id(&self, text: &str) -> Option<Uuid> {
        Uuid::parse_str(text).ok().filter(|_| text.len() == 36)
    }

    /// An entry in one line; what has a form of its own in Russian is shown in it.
    fn whole(&self, key: &str, fields: &Map<String, Value>) -> String {
        let value = Value::Object(fields.clone());
        if let Some(term) = read::<Term>(&value) {
            return term.in_prose();
        }
        if let Some(name) = read::<FullName>(&value) {
            return name.full();
        }
        if let (Some(month), Some(day)) = (fields.get("month"), fields.get("day")) {
            let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
            let date = number(month).zip(number(day));
            let date = date.and_then(|(month, day)| NaiveDate::from_ymd_opt(2024, month, day));
            return date.map(day_and_month).unwrap_or_default();
        }
        let told = fields.iter().filter(|(name, _)| label(self.kind, name).is_some());
        let shown =
            told.filter(|(_, value)| !value.is_boolean()).map(|(name, value)| self.shown(name, value));
        let shown: Vec<_> = shown.filter(|text| !text.is_empty()).collect();
        if shown.is_empty() { self.said_of_nothing(key) } else { shown.join(", ") }
    }

    /// An entry that was begun and holds nothing yet.
    fn said_of_nothing(&self, key: &str) -> String {
        label(self.kind, key).map(|_| "без названия".to_owned()).unwrap_or_default()
    }
}

type Object<'a> = &'a Map<String, Value>;

/// The entry that changed, where all others of a list without identities stay in their places.
fn one_changed<'a>(was: &'a [Value], is: &'a [Value]) -> Option<(Object<'a>, Object<'a>)> {
    if was.len() != is.len() {
        return None;
    }
    let mut pairs = was.iter().zip(is).filter(|(was, is)| was != is);
    match (pairs.next(), pairs.next()) {
        (Some((Value::Object(was), Value::Object(is))), None) => Some((was, is)),
        _ => None,
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}
