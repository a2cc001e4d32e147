//! Any record but a meeting: field by field, as the kind declares them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use pps_domain::calendar::{PartialDate, SchoolYear, Term};
use pps_domain::records::{Field, Form, Record, ReportSection, TypedTable};
use pps_domain::russian::{FullName, cited, date_in_table, day_and_month, partial_in_table, shortened};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::said::{FieldName, changed, listed};
use super::{Difference, Names, tables};

/// An entry of a list is known by so many letters.
const HEADING: usize = 60;
/// In the name of a place by so many.
const PLACE: usize = 30;

pub(super) fn differences(before: &Record, after: &Record, names: &dyn Names) -> Vec<Difference> {
    let on = after.date().or_else(|| before.date()).unwrap_or(NaiveDate::MAX);
    let mut told = Vec::new();
    if let (Some(was), Some(is)) = (object(before), object(after)) {
        Fields { on, names }.of_object(after.kind().fields(), None, &was, &is, &mut told);
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
    on: NaiveDate,
    names: &'a dyn Names,
}

/// An entry of a list: «Чтение» of «Курсы».
struct Entry<'a> {
    list: &'a FieldName,
    field: &'static Field,
    values: &'a Map<String, Value>,
}

impl Fields<'_> {
    /// `entry` is the entry of a list that the fields belong to.
    fn of_object(
        &self,
        fields: &'static [Field],
        entry: Option<&Entry<'_>>,
        was: &Map<String, Value>,
        is: &Map<String, Value>,
        told: &mut Vec<Difference>,
    ) {
        for field in fields.iter().filter(|field| field.form != Form::Hidden) {
            let (was, is) = (value(was, field), value(is, field));
            if was == is {
                continue;
            }
            let name = match entry {
                None => FieldName::from(field.label),
                Some(entry) => self.name_within(entry, field.label),
            };
            self.of_field(&name, field, was, is, told);
        }
    }

    fn name_within(&self, Entry { list, field, values }: &Entry<'_>, label: &str) -> FieldName {
        let part = values.get("id").and_then(Value::as_str).and_then(id);
        let heading = self.heading(entries(field), values);
        let told = |most| heading.as_deref().map(|text| cited(&shortened(text, most)));
        let name = list.under(told(HEADING), told(PLACE), label, part);
        // The card of a person is named after its field anyway.
        if field.key == "facts" { name.placed(label) } else { name }
    }

    fn of_field(
        &self,
        name: &FieldName,
        field: &'static Field,
        was: &Value,
        is: &Value,
        told: &mut Vec<Difference>,
    ) {
        match (field.form, was, is) {
            (Form::Section(fields), Value::Object(was), Value::Object(is)) => {
                self.of_object(fields, None, was, is, told);
            }
            (Form::Sections, Value::Object(_), _) | (Form::Sections, _, Value::Object(_)) => {
                self.of_prose(field, was, is, told);
            }
            (Form::Tables, was, is) => told.extend(of_tables(name, was, is)),
            (_, Value::Array(was), Value::Array(is)) => self.of_list(name, field, was, is, told),
            _ => told.extend(changed(name.clone(), &self.shown(field, was), &self.shown(field, is))),
        }
    }

    /// The sections of the report, each by its title.
    fn of_prose(&self, field: &'static Field, was: &Value, is: &Value, told: &mut Vec<Difference>) {
        let sections = |value: &Value| value.as_object().cloned().unwrap_or_default();
        let (was, is) = (sections(was), sections(is));
        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        for key in keys {
            let title = read::<ReportSection>(&Value::String(key.clone())).map(ReportSection::title);
            let text =
                |of: &Map<String, Value>| of.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let section = format!("Раздел {}", cited(title.unwrap_or(field.label)));
            told.extend(changed(section.as_str(), &text(&was), &text(&is)));
        }
    }

    /// Entries with an identity are compared field by field, others by what is shown of them.
    fn of_list(
        &self,
        name: &FieldName,
        field: &'static Field,
        was: &[Value],
        is: &[Value],
        told: &mut Vec<Difference>,
    ) {
        let same =
            |entry: &&Value, other: &Value| entry.get("id").is_some() && entry.get("id") == other.get("id");
        let kept = |list: &[Value], of: &[Value]| -> Vec<String> {
            let alone = list.iter().filter(|entry| !of.iter().any(|other| same(entry, other)));
            alone.map(|entry| self.shown(field, entry)).collect()
        };
        let identified = was.iter().chain(is).any(|entry| entry.get("id").is_some());
        if !identified && let Some((was, is)) = one_changed(was, is) {
            let entry = Entry { list: name, field, values: was };
            return self.of_object(entries(field), Some(&entry), was, is, told);
        }
        told.extend(match identified {
            true => listed(name.clone(), &kept(was, is), &kept(is, was)),
            false => {
                let shown = |list: &[Value]| -> Vec<String> {
                    list.iter().map(|entry| self.shown(field, entry)).collect()
                };
                listed(name.clone(), &shown(was), &shown(is))
            }
        });
        for after in is {
            let before = was.iter().find(|before| same(before, after));
            if let (Some(Value::Object(before)), Value::Object(after)) = (before, after) {
                let entry = Entry { list: name, field, values: before };
                self.of_object(entries(field), Some(&entry), before, after, told);
            }
        }
    }

    /// What an entry of a list is known by: the first text that is typed in it, or whom or what it is about. A term or
    /// a number names nothing.
    fn heading(&self, fields: &'static [Field], entry: &Map<String, Value>) -> Option<String> {
        let skipped = |form: Form| matches!(form, Form::Hidden | Form::Choice(_) | Form::Day);
        let naming = |form: Form| matches!(form, Form::Line | Form::Text | Form::FullName | Form::Record(_));
        let naming =
            fields.iter().filter(|field| !skipped(field.form)).take_while(|field| naming(field.form));
        let mut shown = naming.map(|field| self.shown(field, value(entry, field)).trim().to_owned());
        shown.find(|text| !text.is_empty())
    }

    fn shown(&self, field: &'static Field, value: &Value) -> String {
        match (field.form, value) {
            (_, Value::Null) => String::new(),
            (_, Value::Bool(yes)) => if *yes { "да" } else { "нет" }.to_owned(),
            (Form::SchoolYear, Value::Number(number)) => {
                read::<SchoolYear>(value).map_or_else(|| number.to_string(), |year| year.to_string())
            }
            (_, Value::Number(number)) => number.to_string(),
            (_, Value::Array(items)) => {
                items.iter().map(|item| self.shown(field, item)).collect::<Vec<_>>().join(", ")
            }
            (_, Value::String(text)) => self.text(field, text).unwrap_or_else(|| text.clone()),
            (form, Value::Object(fields)) => self.whole(form, value, fields),
        }
    }

    /// A word of open data as it is said; none where the text itself is.
    fn text(&self, field: &'static Field, text: &str) -> Option<String> {
        let value = || Value::String(text.to_owned());
        match field.form {
            Form::Choice(options) => {
                options.iter().find(|(word, _)| *word == text).map(|(_, said)| (*said).to_owned())
            }
            Form::Sections => read::<ReportSection>(&value()).map(|section| section.title().to_owned()),
            Form::Day | Form::PartialDate => {
                let day = text.parse::<NaiveDate>().ok().map(date_in_table);
                day.or_else(|| read::<PartialDate>(&value()).map(partial_in_table))
            }
            Form::Person | Form::People | Form::Speaker => id(text).map(|id| self.names.person(id, self.on)),
            Form::Record(_) | Form::Records(_) | Form::AnyRecord => id(text).map(|id| self.names.record(id)),
            Form::Parts(gone) => id(text).map(|id| self.names.part(id).unwrap_or_else(|| gone.to_owned())),
            Form::Hidden
            | Form::Line
            | Form::Time
            | Form::Text
            | Form::Texts
            | Form::Number
            | Form::Tick
            | Form::DayOfYear
            | Form::Term
            | Form::SchoolYear
            | Form::FullName
            | Form::Tables
            | Form::Group(_)
            | Form::Section(_)
            | Form::List(_) => None,
        }
    }

    /// An entry in one line; what has a form of its own in Russian is shown in it.
    fn whole(&self, form: Form, value: &Value, values: &Map<String, Value>) -> String {
        match form {
            Form::Term => read::<Term>(value).map(|term| term.in_prose()).unwrap_or_default(),
            Form::FullName => read::<FullName>(value).map(|name| name.full()).unwrap_or_default(),
            Form::DayOfYear => {
                let number = |key| {
                    values.get(key).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok())
                };
                let date = number("month").zip(number("day"));
                let date = date.and_then(|(month, day)| NaiveDate::from_ymd_opt(2024, month, day));
                date.map(day_and_month).unwrap_or_default()
            }
            Form::Group(fields) | Form::Section(fields) | Form::List(fields) => {
                let told = fields.iter().filter(|field| !matches!(field.form, Form::Hidden | Form::Tick));
                let shown = told.map(|field| self.shown(field, self::value(values, field)));
                let shown: Vec<_> = shown.filter(|text| !text.is_empty()).collect();
                // An entry that was begun and holds nothing yet.
                if shown.is_empty() { "без названия".to_owned() } else { shown.join(", ") }
            }
            _ => String::new(),
        }
    }
}

/// Tables under a text, or under the sections of a report.
fn of_tables(name: &FieldName, was: &Value, is: &Value) -> Vec<Difference> {
    let tables = |value: &Value| read::<Vec<TypedTable>>(value).unwrap_or_default();
    let by_section = |value: &Value| -> BTreeMap<ReportSection, Vec<TypedTable>> {
        Some(value).filter(|value| value.is_object()).and_then(read).unwrap_or_default()
    };
    if !was.is_object() && !is.is_object() {
        return tables::differences(name, &tables(was), &tables(is));
    }
    let (was, is) = (by_section(was), by_section(is));
    let sections: BTreeSet<ReportSection> = was.keys().chain(is.keys()).copied().collect();
    let of_section = |section: ReportSection| {
        let name = FieldName::from(format!("Раздел {}", cited(section.title())).as_str());
        let of = |tables: &BTreeMap<ReportSection, Vec<TypedTable>>| tables.get(&section).cloned();
        tables::differences(&name, &of(&was).unwrap_or_default(), &of(&is).unwrap_or_default())
    };
    sections.into_iter().flat_map(of_section).collect()
}

/// The fields of an entry of a list.
fn entries(field: &'static Field) -> &'static [Field] {
    if let Form::List(fields) = field.form { fields } else { &[] }
}

fn value<'a>(values: &'a Map<String, Value>, field: &Field) -> &'a Value {
    values.get(field.key).unwrap_or(&Value::Null)
}

fn id(text: &str) -> Option<Uuid> {
    Uuid::parse_str(text).ok().filter(|_| text.len() == 36)
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
