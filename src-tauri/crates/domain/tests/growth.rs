//! Courses, attestation, self-education and routes (ИОМ) of the example year: what is planned is none yet.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use pps_domain::calendar::{PartialDate, SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::course_schedule::CourseNeed;
use pps_domain::derived::{Derived, derive};
use pps_domain::figures::{Figures, ReportFigures};
use pps_domain::ids::PersonId;
use pps_domain::proposals::for_plan;
use pps_domain::records::{CourseState, ExperienceBands, Kind, Person, Record, ReportSection, RouteState};
use pps_domain::rules::findings;

const YEAR: SchoolYear = SchoolYear(2025);

fn example() -> CommunityRecords {
    let text = include_str!("../../../../assets/example/year-2025-2026.json");
    let loaded: Vec<Record> = serde_json::from_str(text).unwrap();
    let community = loaded.iter().find_map(|record| match record {
        Record::Community(community) => Some(community.clone()),
        _ => None,
    });
    let mut records = CommunityRecords::new(community.unwrap());
    loaded.into_iter().for_each(|record| records.insert(record));
    records
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn person<'a>(records: &'a mut CommunityRecords, surname: &str) -> &'a mut Person {
    records.people.values_mut().find(|person| person.facts[0].name.surname == surname).unwrap()
}

fn id(records: &mut CommunityRecords, surname: &str) -> PersonId {
    person(records, surname).id
}

fn messages(records: &CommunityRecords, on: &str) -> String {
    let found = findings(records, day(on)).into_iter().map(|finding| finding.message);
    found.collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
}

#[test]
fn a_planned_course_is_counted_nowhere_among_those_that_were_taken() {
    let mut records = example();
    let fomin = person(&mut records, "Фомин");
    fomin.courses.iter_mut().for_each(|course| course.state = CourseState::Planned);
    let fomin = fomin.id;
    assert_eq!(Figures::of(&records, YEAR, day("2026-08-20")).courses.len(), 2);
    assert_eq!(records.course_need(fomin, day("2026-08-20")), (CourseNeed::Unknown, None));
    let told = messages(&records, "2026-09-01");
    assert!(told.contains("Нет сведений о курсах") && told.contains("Фомин Д. С."), "{told}");
    assert!(
        told.contains("Запланированные курсы уже должны были кончиться: Фомин Д. С. (2025 г.)."),
        "{told}"
    );
}

#[test]
fn who_is_due_is_said_by_one_rule() {
    let mut records = example();
    let on = day("2026-09-01");
    let need = |records: &mut CommunityRecords, surname| {
        let id = id(records, surname);
        records.course_need(id, on)
    };
    assert_eq!(need(&mut records, "Ларина"), (CourseNeed::Due, Some(2021)));
    assert_eq!(need(&mut records, "Тишкин"), (CourseNeed::Recent, Some(2026)));
    assert_eq!(need(&mut records, "Жарова"), (CourseNeed::Unknown, None));
    // The one that is planned for the next year stands in its schedule and in no figure of it.
    let planned = records.courses_of(SchoolYear(2026), on);
    assert_eq!(planned.iter().filter(|one| one.course.state == CourseState::Planned).count(), 1);
    assert!(Figures::of(&records, SchoolYear(2026), day("2026-12-31")).courses.is_empty());
}

#[test]
fn an_attestation_is_asked_about_when_its_planned_time_is_over() {
    let mut records = example();
    assert!(!messages(&records, "2026-11-30").contains("аттестация"));
    let told = messages(&records, "2026-12-01");
    let expected = "Запланированная аттестация уже прошла: Щербакова-Дёмина А. В. (11.2026).";
    assert!(told.contains(expected) || told.contains("ноябрь 2026"), "{told}");
    person(&mut records, "Щербакова-Дёмина").attestations[0].held = Some(PartialDate::Day(day("2026-11-20")));
    assert!(!messages(&records, "2026-12-01").contains("аттестация"));
    // A category of long ago has no term: nothing is said of it.
    person(&mut records, "Ларина").facts[0].category_since = Some(PartialDate::Year(2010));
    assert!(!messages(&records, "2026-12-01").contains("аттестация"));
}

#[test]
fn section_ten_counts_attestation_topics_and_routes_with_their_records() {
    let records = example();
    let growth = |on: &str| Figures::of(&records, YEAR, day(on)).growth;
    let whole = growth("2026-08-20");
    assert_eq!((whole.attestations.len(), whole.self_education.len()), (1, 3));
    assert_eq!((whole.routes_begun.len(), whole.routes_finished.len()), (2, 1));
    let autumn = growth("2025-11-01");
    assert_eq!(
        (autumn.attestations.len(), autumn.routes_begun.len(), autumn.routes_finished.len()),
        (0, 2, 0)
    );
    assert!(growth("2025-10-23").routes_begun.is_empty());

    let traces = ReportFigures::of(&records, YEAR, day("2026-08-20")).figures;
    let of_growth: Vec<_> = traces.iter().filter(|one| one.section == ReportSection::Growth).collect();
    let finished = of_growth.iter().find(|one| one.label == "Завершены ИОМ").unwrap();
    assert_eq!(finished.words, "1\u{a0}маршрут");
    assert_eq!(finished.sources[0].name.replace('\u{a0}', " "), "ИОМ: Мещерякова Н. О.");
    assert!(of_growth.iter().all(|one| !one.sources.is_empty()));
}

#[test]
fn the_brackets_of_seniority_are_a_setting_and_lead_to_their_people() {
    let mut records = example();
    let on = day("2026-08-20");
    assert_eq!(Figures::of(&records, YEAR, on).staff_at_end.total().experience, [2, 3, 4, 1]);
    records.community.settings.experience_bands = ExperienceBands::FromFive;
    let staff = Figures::of(&records, YEAR, on).staff_at_end;
    assert_eq!(staff.total().experience, [3, 2, 4, 1]);
    assert_eq!(staff.bands.in_words()[0], "до 5");
    let traces = ReportFigures::of(&records, YEAR, on).figures;
    let young = traces.iter().find(|one| one.label == "Стаж до 5 лет").unwrap();
    assert_eq!((young.sources.len(), young.share.map(|share| share.whole)), (3, Some(10)));
}

#[test]
fn a_route_that_goes_on_is_proposed_for_the_next_plan_and_a_finished_one_is_not() {
    let records = example();
    let proposed = for_plan(&records, SchoolYear(2026), day("2026-08-20"));
    let routes: Vec<_> = proposed.iter().filter(|one| one.kind == Kind::Route).collect();
    assert_eq!(routes.len(), 1);
    assert_eq!(routes[0].text.replace('\u{a0}', " "), "Сопровождение ИОМ: Щербакова-Дёмина А. В.");
    assert_eq!(routes[0].term, Some(Term::Until { date: day("2026-12-25") }));
    assert_eq!(routes[0].responsible.len(), 1);
}

#[test]
fn a_route_tells_what_is_late_and_a_finished_one_does_not() {
    let mut records = example();
    let open = records.routes.values().find(|route| route.state == RouteState::Going).unwrap().id;
    let derived = |records: &CommunityRecords, on: &str| match derive(records, day(on)).remove(&open.0) {
        Some(Derived::Route(route)) => route,
        other => panic!("{other:?}"),
    };
    let route = derived(&records, "2026-08-20");
    assert_eq!((route.done, route.overdue.len(), route.words), (2, 0, "идёт"));
    assert_eq!(derived(&records, "2026-12-02").overdue.len(), 1);
    records.routes.get_mut(&open).unwrap().state = RouteState::Stopped;
    assert!(derived(&records, "2026-12-02").overdue.is_empty());
}
