//! Several records changed at once are one act of the person.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use pps_app::domain::ids::CommunityId;
use pps_app::domain::records::{Activity, Kind, Record};
use pps_app::editing::Revision;
use pps_app::{ClockOnDay, Workplace};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

struct Desk {
    workplace: Workplace,
    community: CommunityId,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let on = ClockOnDay("2026-01-20".parse().unwrap());
        let workplace = Workplace::create_example(&folder.path().join("year.db"), Arc::new(on)).unwrap();
        let community = workplace.community(None).unwrap();
        Self { workplace, community, _folder: folder }
    }

    /// Three rows of the plan that nothing else names.
    fn three(&self) -> Vec<Activity> {
        let archive = self.workplace.archive(self.community).unwrap();
        archive
            .activities
            .values()
            .filter(|row| archive.attachments_of(row.id.0).is_empty())
            .take(3)
            .cloned()
            .collect()
    }

    fn seen(&self, id: Uuid) -> Revision {
        self.workplace.record(id).unwrap().unwrap().1
    }

    fn texts(&self, rows: &[Activity]) -> Vec<String> {
        let archive = self.workplace.archive(self.community).unwrap();
        rows.iter()
            .filter_map(|row| archive.activities.get(&row.id).map(|row| row.expected.clone()))
            .collect()
    }
}

#[test]
fn rows_changed_at_once_are_one_operation_and_come_back_by_one_undo() {
    let desk = Desk::new();
    let rows = desk.three();
    let before = desk.texts(&rows);
    let change = |row: &Activity| {
        let changed = Activity { expected: "отчёт".into(), ..row.clone() };
        (Record::from(changed), Some(desk.seen(row.id.0)))
    };
    let changed = desk.workplace.save_all(rows.iter().map(change).collect()).unwrap();
    assert_eq!(changed.name, "Изменено: 3\u{a0}мероприятия");
    assert_eq!(changed.records.len(), 3);
    assert_eq!(desk.texts(&rows), ["отчёт", "отчёт", "отчёт"]);
    let undone = desk.workplace.undo().unwrap().unwrap();
    assert_eq!(undone.name, changed.name);
    assert_eq!(desk.texts(&rows), before);
}

#[test]
fn where_one_of_the_rows_was_changed_meanwhile_none_is_saved() {
    let desk = Desk::new();
    let rows = desk.three();
    let before = desk.texts(&rows);
    let seen: Vec<Revision> = rows.iter().map(|row| desk.seen(row.id.0)).collect();
    let meanwhile =
        Activity { text: "Исправлено в другом окне".into(), ..rows[2].clone() };
    desk.workplace.save(meanwhile.into(), Some(seen[2])).unwrap();
    let changes = rows
        .iter()
        .zip(&seen)
        .map(|(row, seen)| (Record::from(Activity { expected: "отчёт".into(), ..row.clone() }), Some(*seen)));
    assert!(desk.workplace.save_all(changes.collect()).is_err());
    assert_eq!(desk.texts(&rows), before);
}

#[test]
fn rows_deleted_at_once_come_back_at_once() {
    let desk = Desk::new();
    let rows = desk.three();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id.0).collect();
    assert_eq!(desk.workplace.delete_all(ids.clone()).unwrap(), "Удалено: 3\u{a0}мероприятия");
    assert_eq!(desk.texts(&rows).len(), 0);
    assert_eq!(desk.workplace.restore_all(ids).unwrap(), "Возвращено: 3\u{a0}мероприятия");
    assert_eq!(desk.texts(&rows).len(), 3);
    desk.workplace.undo().unwrap();
    assert_eq!(desk.texts(&rows).len(), 0);
}

/// What comes along when something is pasted, and what is kept of it.
const PASTED: &str =
    " раз\u{b}два\u{c}три\r\nчетыре\u{85}пять\u{2028}шесть\u{1e}семь\u{1f}\u{7}\u{0}\u{ad}\u{200b}\u{feff}";
const KEPT: &str = " раз\nдва\nтри\nчетыре\nпять\nшесть-семь";

/// Writes something more into every text of a record where a person writes.
fn write_into_all(record: &Record, more: &str) -> Record {
    fn places(value: &Value, place: &str, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(place.to_owned()),
            Value::Array(items) => (0..).zip(items).for_each(|(at, item): (usize, _)| {
                places(item, &format!("{place}/{at}"), found);
            }),
            Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| places(value, &format!("{place}/{key}"), found));
            }
            _ => {}
        }
    }
    let mut whole = serde_json::to_value(record).unwrap();
    let mut found = Vec::new();
    places(&whole, "", &mut found);
    for place in found {
        let mut changed = whole.clone();
        let text = changed.pointer_mut(&place).unwrap();
        *text = Value::from(format!("{}{more}", text.as_str().unwrap()));
        // An identifier, a day and a word of ours are no texts; the sum of a file is not written by anybody.
        let is_text = serde_json::from_value::<Record>(changed.clone()).is_ok();
        if is_text && !place.ends_with("sha256") && !place.contains("/texts/") {
            whole = changed;
        }
    }
    serde_json::from_value(whole).unwrap()
}

#[test]
fn every_record_is_saved_whatever_signs_were_pasted_into_its_fields() {
    let desk = Desk::new();
    let mut saved = BTreeSet::new();
    for seen in desk.workplace.seen(desk.community).unwrap() {
        let (kind, id) = (seen.record.kind(), seen.record.id());
        let pasted = write_into_all(&seen.record, PASTED);
        if pasted == seen.record {
            continue;
        }
        match desk.workplace.save(pasted, Some(Revision(seen.revision))) {
            Ok(kept) => {
                let now = desk.workplace.record(id).unwrap().unwrap().0;
                assert_eq!(now, write_into_all(&seen.record, KEPT), "{kind}");
                assert_eq!(kept.cleaned, Some(now), "{kind}");
                saved.insert(kind);
            }
            // What was signed or handed over does not change, with or without such signs.
            Err(refused) => assert!(refused.to_string().contains("текст больше не меняется"), "{refused}"),
        }
    }
    // A membership holds no text, and the files of the example keep what was signed.
    let without_text = [Kind::Membership, Kind::Attachment];
    let expected: BTreeSet<Kind> =
        Kind::ALL.iter().copied().filter(|kind| !without_text.contains(kind)).collect();
    assert!(saved.is_superset(&expected), "not saved: {:?}", expected.difference(&saved));
}
