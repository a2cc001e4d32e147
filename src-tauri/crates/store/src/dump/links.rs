//! Links within a file that is to be loaded: what every record names must be there and be what it should be.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pps_domain::records::{Link, PartKind, PartLink, Record};
use serde_json::Value;
use uuid::Uuid;

use super::LoadError;
use super::read::fault;
use crate::codec::json_path::JsonPath;
use crate::codec::to_value;
use crate::error::StoreError;

/// All records of a file by their identifiers.
struct Known<'a> {
    live: BTreeMap<Uuid, &'a Record>,
    binned: BTreeMap<Uuid, &'a Record>,
    /// What may be named of plans and meetings, with the record that holds it.
    parts: BTreeMap<(PartKind, Uuid), &'a Record>,
}

/// Refuses the first link that may not be.
pub(super) fn check(
    records: &[(JsonPath, Record)],
    bin: &[(JsonPath, Record, DateTime<Utc>)],
) -> Result<(), LoadError> {
    let mut known = Known {
        live: records.iter().map(|(_, record)| (record.id(), record)).collect(),
        binned: bin.iter().map(|(_, record, _)| (record.id(), record)).collect(),
        parts: BTreeMap::new(),
    };
    for (_, record) in records {
        known.parts.extend(record.nameable_parts().into_iter().map(|part| (part, record)));
    }
    for (place, record) in records {
        for link in record.links() {
            if let Some(what) = known.fault(record, &link) {
                return Err(fault(&exact(place, record, link.field, link.id)?, what));
            }
        }
        if let Some((field, question)) = record.lost_part() {
            let what = format!("назван вопрос {question}, которого в этом заседании нет");
            return Err(fault(&exact(place, record, field, question)?, what));
        }
        for link in record.part_links() {
            if let Some(what) = known.part_fault(record, &link) {
                return Err(fault(&exact(place, record, link.field, link.id)?, what));
            }
        }
    }
    Ok(())
}

impl Known<'_> {
    fn fault(&self, record: &Record, link: &Link) -> Option<String> {
        let Some(named) = self.live.get(&link.id) else {
            return Some(match self.binned.get(&link.id) {
                Some(binned) => format!("названа запись «{}», которая лежит в корзине", self.title(binned)),
                None => format!("названа запись {}, которой в файле нет", link.id),
            });
        };
        let kind = named.kind();
        match link.kind {
            Some(wanted) if wanted != kind => {
                let (title, word) = (self.title(named), kind.words().one);
                Some(format!("названа запись «{title}» ({word}), а {}", wanted.needed()))
            }
            _ => match (record.community(), named.community()) {
                (Some(own), Some(other)) if own != other => {
                    Some(format!("названа запись «{}» другого сообщества", self.title(named)))
                }
                _ => None,
            },
        }
    }

    fn part_fault(&self, record: &Record, link: &PartLink) -> Option<String> {
        let id = link.id;
        let [named, held] = match link.kind {
            PartKind::PlannedMeeting => ["названа строка плана", "которой в файле нет"],
            PartKind::Task => ["названа задача", "которой в файле нет"],
            PartKind::Section => ["назван раздел плана", "которого в файле нет"],
            PartKind::Decision => ["названо решение", "которого в файле нет"],
        };
        let Some(holder) = self.parts.get(&(link.kind, id)) else {
            return Some(format!("{named} {id}, {held}"));
        };
        if holder.community() != record.community() {
            return Some(format!("{named} {id} из записи «{}» другого сообщества", self.title(holder)));
        }
        let other = link.holder.is_some_and(|wanted| wanted != holder.id());
        other.then(|| format!("{named} {id} из другой записи: «{}»", self.title(holder)))
    }

    fn title(&self, record: &Record) -> String {
        record.title(&mut |id| self.live.get(&id).map(|record| (*record).clone()))
    }
}

/// The place within a record where a field names something.
fn exact(place: &JsonPath, record: &Record, field: &str, id: Uuid) -> Result<JsonPath, LoadError> {
    let value = to_value(record).map_err(StoreError::from)?;
    let found = find(&value, None, (field, &id.to_string()), &JsonPath::default());
    Ok(found.map_or_else(|| place.key(field), |inner| place.within(&inner)))
}

fn find(value: &Value, key: Option<&str>, wanted: (&str, &str), place: &JsonPath) -> Option<JsonPath> {
    match value {
        Value::String(text) => (key == Some(wanted.0) && text == wanted.1).then(|| place.clone()),
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, item)| find(item, key, wanted, &place.item(index)))
        }
        Value::Object(map) => {
            map.iter().find_map(|(key, value)| find(value, Some(key), wanted, &place.key(key)))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
