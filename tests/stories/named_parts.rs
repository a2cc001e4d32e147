//! Rows of the plan name their task and the decisions that prove them, meetings name the row of the plan that they
//! answer. What goes out of a plan or a protocol goes out of whatever names it, and comes back with it.

use pps_app::domain::archive::Archive;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::ActivityId;
use pps_app::domain::records::{Activity, Plan, Record};
use pps_app::editing::Kept;
use pps_app::page::SeenRecord;
use pps_tests::Desk;

const YEAR: SchoolYear = SchoolYear(2025);

fn archive(desk: &Desk) -> Archive {
    desk.workplace.archive(desk.community).unwrap()
}

fn save(desk: &Desk, record: impl Into<Record>) -> Kept {
    let record = record.into();
    let seen = desk.workplace.record(record.id()).unwrap().map(|(_, seen)| seen);
    desk.workplace.save(record, seen).unwrap()
}

fn plan(desk: &Desk) -> Plan {
    archive(desk).plan(YEAR).unwrap().clone()
}

fn named(desk: &Desk, text: &str) -> Activity {
    let archive = archive(desk);
    archive.activities.values().find(|row| row.text.starts_with(text)).unwrap().clone()
}

fn differences(desk: &Desk, row: ActivityId) -> Vec<String> {
    desk.workplace.history_of(row.0).unwrap().remove(0).differences
}

#[test]
fn a_task_that_is_deleted_goes_out_of_its_rows_in_the_same_operation() {
    let desk = Desk::example();
    let before = plan(&desk);
    let served = named(&desk, "Диагностика");
    assert_eq!(served.task, Some(before.tasks[0].id));
    let mut changed = before.clone();
    changed.tasks.remove(0);
    let kept = save(&desk, changed);
    let texts = |seen: &[SeenRecord]| {
        let rows = seen.iter().map(|one| match &one.record {
            Record::Activity(row) if row.task.is_none() => row.text.clone(),
            other => panic!("{other:?}"),
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&kept.besides),
        [
            "Анализ результатов ВПР и ОГЭ школ-участниц",
            "Диагностика профессиональных затруднений",
            "Повторная диагностика, сравнение"
        ]
    );
    assert_eq!(differences(&desk, served.id), ["Задача: убрано «задача, которой в плане больше нет»"]);

    // The window goes on from the revisions that it was told.
    let told = &kept.besides[1];
    let Record::Activity(mut row) = told.record.clone() else { panic!() };
    row.expected = "свод".to_owned();
    desk.workplace.save(row.into(), Some(pps_app::editing::Revision(told.revision))).unwrap();
    desk.workplace.undo().unwrap();
    desk.workplace.undo().unwrap();
    assert_eq!(plan(&desk), before);
    assert_eq!(named(&desk, "Диагностика"), served);
}

#[test]
fn a_decision_that_is_deleted_proves_nothing_any_more() {
    let desk = Desk::example();
    let row = named(&desk, "Взаимное посещение");
    let decision = row.decisions[0];
    let archive = archive(&desk);
    let mut meetings = archive.meetings.values();
    let meeting =
        meetings.find(|one| archive.decisions_of(one).iter().any(|placed| placed.decision.id == decision));
    let mut changed = meeting.unwrap().clone();
    let protocol = changed.protocol.as_mut().unwrap();
    protocol.items[1].decisions.clear();
    let kept = save(&desk, changed.clone());
    assert_eq!(kept.besides.len(), 1);
    assert_eq!(named(&desk, "Взаимное посещение").decisions, []);

    // Put back where it stood, it can be named again, and the history says where it stands.
    save(&desk, meeting.unwrap().clone());
    save(&desk, row.clone());
    assert_eq!(
        differences(&desk, row.id),
        ["Подтверждено решениями: добавлено «протокол № 2 от 16.01.2026, п. 2.1»"]
    );
    // An earlier text of the meeting, without the decision, is brought back in the same way.
    let history = desk.workplace.history_of(changed.id.0).unwrap();
    let (_, seen) = desk.workplace.record(changed.id.0).unwrap().unwrap();
    let mut unsigned = meeting.unwrap().clone();
    unsigned.protocol.as_mut().unwrap().signed = None;
    desk.workplace.save(unsigned.into(), Some(seen)).unwrap();
    let (_, seen) = desk.workplace.record(changed.id.0).unwrap().unwrap();
    let without = history[1].operation;
    let brought = desk.workplace.bring_back(changed.id.0, without, seen).unwrap();
    assert_eq!(brought.records.len(), 2);
    assert_eq!(named(&desk, "Взаимное посещение").decisions, []);
}

#[test]
fn a_meeting_that_the_plan_no_longer_foresees_is_held_outside_the_plan() {
    let desk = Desk::example();
    let mut changed = plan(&desk);
    let gone = changed.meetings.remove(0).id;
    let answered = archive(&desk).meetings.into_values().find(|one| one.planned == Some(gone)).unwrap();
    let kept = save(&desk, changed);
    assert_eq!(kept.besides.len(), 1);
    assert_eq!(archive(&desk).meetings[&answered.id].planned, None);
    desk.workplace.undo().unwrap();
    assert_eq!(archive(&desk).meetings[&answered.id], answered);
}
