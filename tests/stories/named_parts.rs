//! Rows of the plan name their task and the decisions that prove them, meetings name the row of the plan that they
//! answer. What goes out of a plan or a protocol goes out of whatever names it, and comes back with it.

use pps_app::domain::calendar::SchoolYear;
use std::sync::Arc;

use pps_app::domain::community_records::CommunityRecords;
use pps_app::domain::ids::{ActivityId, SectionId};
use pps_app::domain::records::{Activity, Plan, PlanSection, Record};
use pps_app::editing::Kept;
use pps_app::views::SeenRecord;
use pps_tests::Fixture;
use uuid::Uuid;

const YEAR: SchoolYear = SchoolYear(2025);

fn records(fixture: &Fixture) -> Arc<CommunityRecords> {
    fixture.workplace.community_records(fixture.community).unwrap()
}

fn save(fixture: &Fixture, record: impl Into<Record>) -> Kept {
    let record = record.into();
    let seen = fixture.workplace.record(record.id()).unwrap().map(|(_, seen)| seen);
    fixture.workplace.save(record, seen).unwrap()
}

fn plan(fixture: &Fixture) -> Plan {
    records(fixture).plan(YEAR).unwrap().clone()
}

fn named(fixture: &Fixture, text: &str) -> Activity {
    let records = records(fixture);
    records.activities.values().find(|row| row.text.starts_with(text)).unwrap().clone()
}

fn differences(fixture: &Fixture, row: ActivityId) -> Vec<String> {
    fixture.workplace.history_of(row.0).unwrap().remove(0).differences
}

#[test]
fn a_task_that_is_deleted_goes_out_of_its_rows_in_the_same_operation() {
    let fixture = Fixture::example();
    let before = plan(&fixture);
    let served = named(&fixture, "Диагностика");
    assert_eq!(served.task, Some(before.tasks[0].id));
    let mut changed = before.clone();
    changed.tasks.remove(0);
    let kept = save(&fixture, changed);
    let texts = |seen: &[SeenRecord]| {
        let rows = seen.iter().map(|record| match &record.record {
            Record::Activity(row) if row.task.is_none() => row.text.clone(),
            other => panic!("{other:?}"),
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&kept.also_changed),
        [
            "Анализ результатов ВПР и ОГЭ школ-участниц",
            "Диагностика профессиональных затруднений",
            "Повторная диагностика, сравнение"
        ]
    );
    assert_eq!(differences(&fixture, served.id), ["Задача: убрано «задача, которой в плане больше нет»"]);

    // The window goes on from the revisions that it was told.
    let told = &kept.also_changed[1];
    let Record::Activity(mut row) = told.record.clone() else { panic!() };
    row.expected = "свод".to_owned();
    fixture.workplace.save(row.into(), Some(pps_app::editing::Revision(told.revision))).unwrap();
    fixture.workplace.undo().unwrap();
    fixture.workplace.undo().unwrap();
    assert_eq!(plan(&fixture), before);
    assert_eq!(named(&fixture, "Диагностика"), served);
}

#[test]
fn a_decision_that_is_deleted_proves_nothing_any_more() {
    let fixture = Fixture::example();
    let row = named(&fixture, "Взаимное посещение");
    let decision = row.decisions[0];
    let records = records(&fixture);
    let mut meetings = records.meetings.values();
    let meeting = meetings
        .find(|meeting| records.decisions_of(meeting).iter().any(|placed| placed.decision.id == decision));
    let mut changed = meeting.unwrap().clone();
    let protocol = changed.protocol.as_mut().unwrap();
    protocol.items[1].decisions.clear();
    let kept = save(&fixture, changed.clone());
    assert_eq!(kept.also_changed.len(), 1);
    assert_eq!(named(&fixture, "Взаимное посещение").decisions, []);

    // Put back where it stood, it can be named again, and the history says where it stands.
    save(&fixture, meeting.unwrap().clone());
    save(&fixture, row.clone());
    assert_eq!(
        differences(&fixture, row.id),
        ["Подтверждено решениями: добавлено «протокол № 2 от 16.01.2026, п. 2.1»"]
    );
    // An earlier text of the meeting, without the decision, is brought back in the same way.
    let history = fixture.workplace.history_of(changed.id.0).unwrap();
    let (_, seen) = fixture.workplace.record(changed.id.0).unwrap().unwrap();
    let mut unsigned = meeting.unwrap().clone();
    unsigned.protocol.as_mut().unwrap().signed = None;
    fixture.workplace.save(unsigned.into(), Some(seen)).unwrap();
    let (_, seen) = fixture.workplace.record(changed.id.0).unwrap().unwrap();
    let without = history[1].operation;
    let brought = fixture.workplace.bring_back(changed.id.0, without, seen).unwrap();
    assert_eq!(brought.put.len(), 2);
    assert_eq!(named(&fixture, "Взаимное посещение").decisions, []);
}

#[test]
fn a_meeting_that_the_plan_no_longer_foresees_is_held_outside_the_plan() {
    let fixture = Fixture::example();
    let mut changed = plan(&fixture);
    let gone = changed.meetings.remove(0).id;
    let answered = records(&fixture);
    let answered = answered.meetings.values().find(|meeting| meeting.planned == Some(gone));
    let answered = answered.unwrap().clone();
    let kept = save(&fixture, changed);
    assert_eq!(kept.also_changed.len(), 1);
    assert_eq!(records(&fixture).meetings[&answered.id].planned, None);
    fixture.workplace.undo().unwrap();
    assert_eq!(records(&fixture).meetings[&answered.id], answered);
}

#[test]
fn a_section_that_is_deleted_leaves_its_rows_and_comes_back_with_them() {
    let fixture = Fixture::example();
    let section = PlanSection {
        id: SectionId(Uuid::from_u128(77)),
        name: "Школа молодого педагога".to_owned(),
    };
    let mut changed = plan(&fixture);
    changed.sections.push(section.clone());
    save(&fixture, changed.clone());
    let mut row = named(&fixture, "Диагностика");
    row.section = Some(section.id);
    save(&fixture, row.clone());
    assert_eq!(differences(&fixture, row.id), ["Раздел: вписано «Школа молодого педагога»"]);

    changed.sections.clear();
    let kept = save(&fixture, changed);
    assert_eq!(kept.also_changed.len(), 1);
    assert_eq!(named(&fixture, "Диагностика").section, None);
    fixture.workplace.undo().unwrap();
    assert_eq!(plan(&fixture).sections, [section]);
    assert_eq!(named(&fixture, "Диагностика"), row);

    // A row may not name a section that its plan has not got.
    row.section = Some(SectionId(Uuid::from_u128(78)));
    let (_, seen) = fixture.workplace.record(row.id.0).unwrap().unwrap();
    let refused = fixture.workplace.save(row.into(), Some(seen)).unwrap_err();
    assert!(refused.to_string().contains("стоит в разделе, которого в этом плане нет"), "{refused}");
}

#[test]
fn a_record_that_is_deleted_goes_out_of_the_questions_that_dealt_with_it_and_comes_back_with_undo() {
    let fixture = Fixture::example();
    let known = records(&fixture);
    let given = known.consultations.keys().next().copied().unwrap();
    let meeting = known.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap();
    let text = meeting.frozen_text().map(str::to_owned);
    let mut dealing = meeting.clone();
    dealing.protocol.as_mut().unwrap().items[0].about = Some(given.0);
    // The protocol is signed: what a question deals with stands on no paper.
    save(&fixture, dealing.clone());
    let now = || records(&fixture).meetings[&dealing.id].clone();
    assert_eq!(now(), dealing);
    let told = |fixture: &Fixture| {
        fixture.workplace.history_of(dealing.id.0).unwrap().remove(0).differences.remove(0)
    };
    assert!(told(&fixture).starts_with("Вопрос 1, к чему относится: вписано «"), "{}", told(&fixture));

    fixture.workplace.delete(given.0).unwrap();
    assert_eq!(now().protocol.unwrap().items[0].about, None);
    assert_eq!(now().frozen_text().map(str::to_owned), text);
    fixture.workplace.undo().unwrap();
    assert_eq!(now(), dealing);
    assert!(records(&fixture).consultations.contains_key(&given));

    fixture.workplace.delete_all(vec![given.0]).unwrap();
    assert!(!records(&fixture).consultations.contains_key(&given));
    assert_eq!(now().protocol.unwrap().items[0].about, None);
}
