//! «What must come out», the part of the regulation.

use pps_app::Workplace;
use pps_app::checks::{Finding, Severity};
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::{Activity, Record};
use pps_tests::{Fixture, StandingClock, day};

fn found(fixture: &Fixture, on: &str, clause: &str) -> Vec<Finding> {
    let all = fixture.workplace.check(fixture.community, day(on)).unwrap();
    all.into_iter().filter(|finding| finding.clause == Some(clause)).collect()
}

#[test]
fn on_16_september_the_plan_is_in_order() {
    assert_eq!(found(&Fixture::example(), "2025-09-16", "4.7"), []);
}

#[test]
fn each_half_year_gets_its_meeting() {
    let fixture = Fixture::example();
    let held = |on: &str| {
        let overview = fixture.workplace.overview(fixture.community, day(on)).unwrap();
        assert_eq!(overview.school_year, SchoolYear(2025));
        overview.half_years.map(|half| half.meeting.is_some())
    };
    assert_eq!(held("2026-01-10"), [true, false]);
    assert_eq!(held("2026-06-01"), [true, true]);
    assert_eq!(found(&fixture, "2026-01-10", "4.5"), []);
    assert_eq!(found(&fixture, "2026-06-01", "4.5"), []);
}

#[test]
fn roster_changes_without_an_order_are_findings() {
    let fixture = Fixture::example();
    let names = |on: &str| {
        let found = found(&fixture, on, "1.4");
        assert!(found.iter().all(|finding| finding.severity == Severity::Warning));
        found
            .iter()
            .filter_map(|one| one.message.split('\u{a0}').next().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert!(names("2025-12-30").is_empty());
    assert_eq!(names("2025-12-31"), ["Абрамова"]);
    assert_eq!(names("2026-01-12"), ["Абрамова", "Жарова"]);
}

#[test]
fn on_20_january_protocol_2_is_not_signed_yet_and_on_1_june_all_are() {
    let fixture = Fixture::example();
    let unsigned = |on: &str| fixture.workplace.overview(fixture.community, day(on)).unwrap().unsigned;
    assert_eq!(unsigned("2026-01-20"), [2]);
    assert_eq!(unsigned("2026-06-01"), [0_u32; 0]);
}

#[test]
fn on_2_september_nothing_was_handed_over() {
    let fixture = Fixture::example();
    let broken = found(&fixture, "2026-09-02", "4.8");
    assert_eq!(broken.len(), 2);
    assert!(broken.iter().all(|finding| finding.severity == Severity::Error), "{broken:?}");
    let all = fixture.workplace.check(fixture.community, day("2026-09-02")).unwrap();
    let overdue =
        |one: &&Finding| one.message.contains("№\u{a0}3") && one.message.contains("поручение 1.2 просрочено");
    assert_eq!(all.iter().filter(overdue).count(), 1);
}

#[test]
fn old_courses_on_1_september() {
    let fixture = Fixture::example();
    let all = fixture.workplace.check(fixture.community, day("2026-09-01")).unwrap();
    let message = |part: &str| {
        let found = all.iter().find(|finding| finding.message.contains(part));
        found.unwrap_or_else(|| panic!("nothing about «{part}» in {all:?}")).message.clone()
    };
    let old = message("прошло больше трёх лет");
    assert!(old.contains("Ларина") && old.contains("Гришин"));
    for other in ["Тишкин", "Абрамова", "Мещерякова", "Жарова"] {
        assert!(!old.contains(other), "{old}");
    }
    let none = message("Нет сведений о курсах");
    assert!(none.contains("Мещерякова") && none.contains("Жарова") && !none.contains("Ларина"));
}

#[test]
fn the_rosters_of_two_meetings_have_ten_people_each_and_not_the_same() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let roster = |on: &str| {
        let members = records.roster(day(on));
        members.iter().map(|member| records.full_name(member.person, day(on))).collect::<Vec<_>>()
    };
    let (autumn, winter) = (roster("2025-09-05"), roster("2026-01-16"));
    assert_eq!((autumn.len(), winter.len()), (10, 10));
    assert!(autumn.contains(&"Абрамова Лидия Николаевна".to_owned()));
    assert!(winter.contains(&"Жарова Ксения Павловна".to_owned()));
    assert!(!winter.contains(&"Абрамова Лидия Николаевна".to_owned()));
}

#[test]
fn what_was_changed_behind_the_program_stands_in_the_overview_after_the_weekly_check() {
    let fixture = Fixture::example();
    let (file, community, folder) = (fixture.path("year.db"), fixture.community, fixture);
    assert_eq!(folder.workplace.check_weekly().unwrap(), 0);
    let found = |workplace: &Workplace| {
        let overview = workplace.overview(community, day("2026-08-20")).unwrap();
        overview.findings.iter().filter(|finding| finding.message.contains("контрольными суммами")).count()
    };
    assert_eq!(found(&folder.workplace), 0);
    folder.workplace.close().unwrap();

    // Somebody with another program: letters of the same length.
    let meddled = pps_app::meddle(&file).unwrap();
    let changed =
        meddled.execute("UPDATE revision SET after = replace(after, 'Ларина', 'Варина')", []).unwrap();
    assert!(changed > 0);
    meddled.close().unwrap();

    let within_the_week = Workplace::open(&file, StandingClock::on("2026-08-26")).unwrap();
    assert_eq!(within_the_week.check_weekly().unwrap(), 0, "the check of the week was clean");
    within_the_week.close().unwrap();
    let after = Workplace::open(&file, StandingClock::on("2026-08-27")).unwrap();
    assert!(after.check_weekly().unwrap() > 0);
    assert_eq!(found(&after), 1);
    after.close().unwrap();
    let next_day = Workplace::open(&file, StandingClock::on("2026-08-28")).unwrap();
    assert_eq!(found(&next_day), 1, "it stands there before the next check");
}

#[test]
fn what_follows_of_the_records_is_told_whole_once_and_then_only_where_it_changes() {
    let fixture = Fixture::example();
    let today = day("2026-08-20");
    let ask = |known| fixture.workplace.derived(fixture.community, today, known).unwrap();
    let first = ask(None);
    assert!(first.whole && first.put.len() > 30, "{}", first.put.len());
    let second = ask(Some(first.version));
    assert!(!second.whole && second.put.is_empty() && second.gone.is_empty(), "nothing was changed");

    // The mark of one row goes: its own state is told, and whatever else follows of it.
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let row = records.activities.values().find(|activity| activity.mark.is_some()).unwrap().clone();
    let (_, seen) = fixture.workplace.record(row.id.0).unwrap().unwrap();
    let unmarked = Record::from(Activity { mark: None, ..row.clone() });
    fixture.workplace.save(unmarked, Some(seen)).unwrap();
    let third = ask(Some(second.version));
    assert!(!third.whole && third.put.contains_key(&row.id.0) && third.put.len() < 5, "{third:?}");

    // Put together, what was told is what a fresh question tells.
    fixture.workplace.delete_all(vec![row.id.0]).unwrap();
    let fourth = ask(Some(third.version));
    assert_eq!(fourth.gone, [row.id.0]);
    let mut told = first.put;
    for changes in [third, fourth.clone()] {
        told.extend(changes.put);
        changes.gone.iter().for_each(|id| drop(told.remove(id)));
    }
    assert_eq!(ask(None).put, told);

    // An answer that was overtaken is no ground to build on.
    assert!(ask(Some(fourth.version)).whole);
}
