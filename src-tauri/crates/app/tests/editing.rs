//! Several records changed at once are one act of the person.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use pps_app::domain::ids::CommunityId;
use pps_app::domain::records::{Activity, Record};
use pps_app::editing::Revision;
use pps_app::{ClockOnDay, Workplace};
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
