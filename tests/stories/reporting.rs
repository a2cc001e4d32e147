//! «What must come out»: the figures of the report, and the next year's plan out of this one.

use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::figures::FigureGroup;
use pps_app::domain::ids::SectionId;
use pps_app::domain::records::{PlanSection, Record, ReportSection};
use pps_app::papers::{PaperKind, PaperRequest};
use pps_tests::{Fixture, day, full_year, nearly_empty_year, pages, text, years_up_to_the_example};
use uuid::Uuid;

const YEAR: SchoolYear = SchoolYear(2025);

#[test]
fn attendance_is_27_of_30_and_leads_to_three_protocols() {
    let fixture = Fixture::example();
    let found = fixture.workplace.report_figures(fixture.community, YEAR, day("2026-08-20")).unwrap();
    let of_year = found.figures.iter().find(|figure| figure.group == FigureGroup::Attendance).unwrap();
    assert_eq!(of_year.words, "27 из 30 (90\u{a0}%)");
    assert_eq!(of_year.sources.len(), 3);
    let words = fixture
        .workplace
        .report_prose(fixture.community, YEAR, ReportSection::Meetings, day("2026-08-20"))
        .unwrap();
    assert!(words.starts_with("Проведено 3\u{a0}заседания, присутствовало 27 из 30 (90\u{a0}%)"), "{words}");
}

#[test]
fn what_is_taken_becomes_rows_of_the_next_plan_in_one_operation() {
    let fixture = Fixture::example();
    let next = YEAR.next();
    let before = fixture.workplace.plan_proposals(fixture.community, next).unwrap();
    let ids: Vec<_> = before.iter().take(2).map(|one| one.id).collect();
    let changed = fixture.workplace.take_proposals(fixture.community, next, ids.clone()).unwrap();
    let rows = changed.put.iter().filter(|one| matches!(one.record, Record::Activity(_))).count();
    assert_eq!(rows, 2);
    let known = fixture.workplace.community_records(fixture.community).unwrap();
    assert!(known.plan(next).unwrap().preliminary);
    let after = fixture.workplace.plan_proposals(fixture.community, next).unwrap();
    assert!(after.iter().all(|one| !ids.contains(&one.id)), "what was taken is proposed again");
    fixture.workplace.undo().unwrap();
    assert_eq!(fixture.workplace.plan_proposals(fixture.community, next).unwrap(), before);
}

/// The words of a report on the example's year.
fn report(fixture: &Fixture) -> String {
    text(&fixture.workplace.paper(&fixture.request(PaperKind::Report, "2026-08-20")).unwrap())
}

#[test]
fn the_report_shows_the_year_beside_those_before_it() {
    let alone = report(&Fixture::example());
    assert!(!alone.contains("Год к году"), "{alone}");
    for before in 1..=3 {
        let fixture = Fixture::of(years_up_to_the_example(before));
        let told = report(&fixture);
        let (_, picture) = told.split_once("Год к году").expect("the picture is there");
        let (picture, _) = picture.split_once("Заседания № Дата").unwrap_or((picture, ""));
        for year in 2025 - before..=2025 {
            assert!(picture.contains(&format!("{year}/{}", year + 1)), "{year}: {picture}");
        }
        assert!(!picture.contains(&format!("{}/", 2025 - before - 1)), "{picture}");
        // This year as the report counts it elsewhere, and last year with one absence more at each meeting.
        for part in ["Присутствовали на заседаниях", "27 из 30 (90 %)", "14 из 17 (82 %)"]
        {
            assert!(picture.contains(part), "no «{part}» in: {picture}");
        }
    }
}

#[test]
fn a_full_year_makes_a_long_report_and_an_empty_one_a_short_one() {
    let pages_of = |records| {
        let fixture = Fixture::of(records);
        let report = PaperRequest { full: true, ..fixture.request(PaperKind::Report, "2026-08-20") };
        pages(&fixture.workplace.paper(&report).unwrap())
    };
    let full = pages_of(full_year());
    assert!(full.len() >= 12, "{} pages", full.len());
    assert!(full.iter().all(|page| page.split_whitespace().count() > 20), "a page has hardly anything on it");
    let empty = pages_of(nearly_empty_year());
    assert_eq!(empty.len(), 2);
    assert!(empty[1].contains("1. Общие сведения"), "{}", empty[1]);
}

#[test]
fn the_next_plan_takes_over_sections_and_whoever_answers_in_words() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let mut plan = records.plan(SchoolYear(2025)).unwrap().clone();
    let section = PlanSection {
        id: SectionId(Uuid::from_u128(77)),
        name: "Школа молодого педагога".to_owned(),
    };
    plan.sections.push(section.clone());
    let mut row =
        records.activities.values().find(|row| row.text.starts_with("Консультации")).unwrap().clone();
    (row.section, row.responsible_in_words) = (Some(section.id), "рабочая группа".to_owned());
    for record in [Record::from(plan), row.clone().into()] {
        let (_, seen) = fixture.workplace.record(record.id()).unwrap().unwrap();
        fixture.workplace.save(record, Some(seen)).unwrap();
    }
    let next = SchoolYear(2026);
    fixture.workplace.take_proposals(fixture.community, next, vec![row.id.0]).unwrap();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let plan = records.plan(next).unwrap();
    let taken = records.activities_of(plan.id)[0];
    assert_eq!(taken.responsible_in_words, "рабочая группа");
    let (number, again) = records.section_of(taken).unwrap();
    assert_eq!((number, again.name.as_str()), (1, "Школа молодого педагога"));
    assert_ne!(again.id, section.id);
}
