//! «What must come out»: the figures of the report, and the next year's plan out of this one.

use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::figures::FigureGroup;
use pps_app::domain::records::{Record, ReportSection};
use pps_tests::{Desk, day};

const YEAR: SchoolYear = SchoolYear(2025);

#[test]
fn attendance_is_27_of_30_and_leads_to_three_protocols() {
    let desk = Desk::example();
    let found = desk.workplace.report_figures(desk.community, YEAR, day("2026-08-20")).unwrap();
    let of_year = found.figures.iter().find(|one| one.group == FigureGroup::Attendance).unwrap();
    assert_eq!(of_year.words, "27 из 30 (90\u{a0}%)");
    assert_eq!(of_year.sources.len(), 3);
    let words = desk
        .workplace
        .report_prose(desk.community, YEAR, ReportSection::Meetings, day("2026-08-20"))
        .unwrap();
    assert!(words.starts_with("Проведено 3\u{a0}заседания, присутствовало 27 из 30 (90\u{a0}%)"), "{words}");
}

#[test]
fn what_is_taken_becomes_rows_of_the_next_plan_in_one_operation() {
    let desk = Desk::example();
    let next = YEAR.next();
    let before = desk.workplace.plan_proposals(desk.community, next).unwrap();
    let ids: Vec<_> = before.iter().take(2).map(|one| one.id).collect();
    let changed = desk.workplace.take_proposals(desk.community, next, ids.clone()).unwrap();
    let rows = changed.records.iter().filter(|one| matches!(one.record, Record::Activity(_))).count();
    assert_eq!(rows, 2);
    let archive = desk.workplace.archive(desk.community).unwrap();
    assert!(archive.plan(next).unwrap().preliminary);
    let after = desk.workplace.plan_proposals(desk.community, next).unwrap();
    assert!(after.iter().all(|one| !ids.contains(&one.id)), "what was taken is proposed again");
    desk.workplace.undo().unwrap();
    assert_eq!(desk.workplace.plan_proposals(desk.community, next).unwrap(), before);
}
