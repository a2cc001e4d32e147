//! Control of decisions, and taking things back.

use pps_app::domain::records::Record;
use pps_tests::{Fixture, day};

#[test]
fn assignments_open_on_20_january() {
    let fixture = Fixture::example();
    let overview = fixture.workplace.overview(fixture.community, day("2026-01-20")).unwrap();
    let open: Vec<_> = overview
        .assignments
        .iter()
        .map(|assignment| (&*assignment.number, assignment.responsible.replace('\u{a0}', " ")))
        .collect();
    assert_eq!(open, [("1.2", "Ларина С. Ю.".to_owned()), ("2.1", "Фомин Д. С.".to_owned())]);
    let recommended: Vec<_> =
        overview.recommendations.iter().map(|recommendation| &*recommendation.number).collect();
    assert_eq!(recommended, ["1.3"]);
}

#[test]
fn a_change_is_undone_after_the_file_was_closed_and_opened() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let activity = records.activities.values().next().unwrap().clone();
    let (_, seen) = fixture.workplace.record(activity.id.0).unwrap().unwrap();
    let mut changed = activity.clone();
    changed.text = "Другое мероприятие".to_owned();
    fixture.workplace.save(changed.into(), Some(seen)).unwrap();

    let id = activity.id.0;
    let fixture = fixture.reopened("2026-08-21");
    let undone = fixture.workplace.undo().unwrap().unwrap();
    assert_eq!(undone.step.unwrap().words, "что будет сделано, «Другое мероприятие»");
    let (record, _) = fixture.workplace.record(id).unwrap().unwrap();
    assert_eq!(record, Record::from(activity));
    fixture.workplace.redo().unwrap().unwrap();
    let (record, _) = fixture.workplace.record(id).unwrap().unwrap();
    assert!(matches!(record, Record::Activity(one) if one.text == "Другое мероприятие"));
}

#[test]
fn what_is_deleted_comes_back() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let activity = records.activities.keys().next().unwrap().0;
    fixture.workplace.delete(activity).unwrap();
    assert!(fixture.workplace.record(activity).unwrap().is_none());
    fixture.workplace.restore(activity).unwrap();
    assert!(fixture.workplace.record(activity).unwrap().is_some());
}

#[test]
fn a_person_named_in_a_protocol_is_not_deleted() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let person = records.people.keys().next().unwrap().0;
    let refused = fixture.workplace.delete(person).unwrap_err();
    assert_eq!(refused.code(), "still_named");
    assert!(refused.to_string().contains("Протокол № 1"), "{refused}");
}
