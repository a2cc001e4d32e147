//! What is watched in the example year, and road maps and expertise in its report and its next plan.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::control::{ControlLine, Decided, Standing, lines, watched};
use pps_domain::figures::{FigureGroup, ReportFigures};
use pps_domain::proposals::{ProposalReason, for_plan, prose};
use pps_domain::records::{Conclusion, Expertise, Kind, Record, ReportSection, RoadMap};
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

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn road_map(records: &mut CommunityRecords) -> &mut RoadMap {
    records.road_maps.values_mut().next().unwrap()
}

fn expertise(records: &mut CommunityRecords) -> &mut Expertise {
    records.expertises.values_mut().next().unwrap()
}

fn count(all: &[ControlLine], kind: Kind) -> usize {
    all.iter().filter(|line| line.kind == kind).count()
}

#[test]
fn assignments_rows_of_the_plan_and_of_road_maps_are_watched_together() {
    let records = example();
    let all = lines(&records, YEAR, day("2026-08-20"));
    assert_eq!(count(&all, Kind::Activity), 17);
    assert_eq!(count(&all, Kind::RoadMap), 9);
    // 1.2 and 2.2 of the first protocol, 1.2 and 2.1 of the second, 1.2 and 2.2 of the third; recommendations are not
    // watched.
    assert_eq!(count(&all, Kind::Meeting), 6);
    let open: Vec<_> = all.iter().filter(|line| line.standing != Standing::Closed).collect();
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(plain(&open[0].source), "протокол № 3 от 22.05.2026, п. 1.2");
    assert_eq!((open[0].standing, open[0].days_left), (Standing::Soon, Some(11)));
}

#[test]
fn what_is_late_comes_first_and_what_is_marked_last() {
    let records = example();
    let on = day("2026-01-20");
    let all = watched(&records, YEAR, on);
    let standings: Vec<Standing> = all.iter().map(|one| one.standing).collect();
    assert!(standings.is_sorted(), "{standings:?}");
    assert!(all.iter().filter(|one| one.standing == Standing::Soon).all(|one| {
        let due = one.due.unwrap();
        on <= due && due <= day("2026-02-03")
    }));
    let marked: Vec<_> = all
        .iter()
        .filter(|one| one.standing == Standing::Closed)
        .filter_map(|one| one.work.mark_on(on).and_then(|mark| mark.date))
        .map(|date| date.first_day())
        .collect();
    assert!(marked.is_sorted_by(|one, next| next <= one), "{marked:?}");
}

#[test]
fn an_overdue_step_of_a_road_map_says_by_how_many_days() {
    let mut records = example();
    let step = &mut road_map(&mut records).rows[3];
    step.mark = None;
    let all = lines(&records, YEAR, day("2025-11-12"));
    let first = &all[0];
    assert_eq!(first.kind, Kind::RoadMap);
    assert_eq!(plain(&first.source), "дорожная карта «Поддержка Батуринской СШ»");
    assert_eq!((first.standing, first.days_late), (Standing::Late, Some(12)));
    assert_eq!(first.who.iter().map(|name| plain(name)).collect::<Vec<_>>(), ["Ларина С. Ю."]);
    // The road map is that of the school, wherever whoever answers works.
    let school = records.road_maps.values().next().unwrap().organisation.unwrap();
    assert_eq!(first.schools, [school]);
}

#[test]
fn what_earlier_years_left_open_is_watched_until_it_is_marked() {
    let mut records = example();
    let next = SchoolYear(2026);
    let on = day("2026-09-15");
    let left = lines(&records, next, on);
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!((left[0].kind, left[0].standing), (Kind::Meeting, Standing::Late));
    road_map(&mut records).rows[8].mark = None;
    assert_eq!(count(&lines(&records, next, on), Kind::RoadMap), 1);
    // A road map that goes on stands there whole.
    road_map(&mut records).until = Some(day("2026-12-31"));
    assert_eq!(count(&lines(&records, next, on), Kind::RoadMap), 9);
}

#[test]
fn a_row_that_says_nothing_yet_is_not_watched() {
    let mut records = example();
    road_map(&mut records).rows[0].text = "  ".to_owned();
    let all = watched(&records, YEAR, day("2026-08-20"));
    let rows = all.iter().filter(|one| matches!(one.decided, Decided::RoadMap(..)));
    assert_eq!(rows.count(), 8);
}

#[test]
fn the_report_counts_road_maps_and_expertise_with_their_records() {
    let records = example();
    let figures = ReportFigures::of(&records, YEAR, day("2026-08-20")).figures;
    let of = |group| figures.iter().filter(move |figure| figure.group == group).collect::<Vec<_>>();
    let maps = of(FigureGroup::RoadMap);
    assert_eq!(maps.len(), 1);
    assert_eq!(maps[0].section, ReportSection::Schools);
    assert_eq!(plain(&maps[0].words), "выполнено 7 из 9 (78 %)");
    assert_eq!(maps[0].sources[0].kind, Kind::RoadMap);
    let judged = of(FigureGroup::Expertise);
    let words: Vec<_> = judged.iter().map(|figure| (figure.label.as_str(), plain(&figure.words))).collect();
    assert_eq!(
        words,
        [("Проведена экспертиза", "1 работа".to_owned()), ("Вывод «рекомендовать»", "1 работа".to_owned())]
    );
    assert_eq!(judged[1].sources[0].name, "Рабочие программы по биологии и химии, 8–9 классы");
    // Before the day of the conclusion there was none.
    let before = ReportFigures::of(&records, YEAR, day("2026-03-18")).figures;
    assert!(before.iter().all(|figure| figure.group != FigureGroup::Expertise));
    let said = plain(&prose(&records, ReportSection::Schools, YEAR, day("2026-08-20")));
    assert_eq!(said, "Дорожная карта «Поддержка Батуринской СШ»: выполнено 7 из 9 мероприятий.");
    let said = plain(&prose(&records, ReportSection::Support, YEAR, day("2026-08-20")));
    assert!(said.ends_with("Проведена экспертиза: 1 работа, вывод: рекомендовать — 1."), "{said}");
}

#[test]
fn without_journals_the_report_and_the_plan_are_as_before() {
    let mut records = example();
    records.road_maps.clear();
    records.expertises.clear();
    records.routes.clear();
    let figures = ReportFigures::of(&records, YEAR, day("2026-08-20")).figures;
    let of_journals = [FigureGroup::RoadMap, FigureGroup::Expertise];
    assert!(figures.iter().all(|figure| !of_journals.contains(&figure.group)));
    assert_eq!(prose(&records, ReportSection::Schools, YEAR, day("2026-08-20")), "");
    let reasons = [ProposalReason::GoesOn, ProposalReason::Rework];
    let proposed = for_plan(&records, SchoolYear(2026), day("2026-08-20"));
    assert!(proposed.iter().all(|row| !reasons.contains(&row.reason)));
}

#[test]
fn a_road_map_that_goes_on_is_a_row_of_the_next_plan() {
    let mut records = example();
    records.routes.clear();
    let of = |records: &CommunityRecords, reason| -> Vec<_> {
        let all = for_plan(records, SchoolYear(2026), day("2026-08-20"));
        all.into_iter().filter(|row| row.reason == reason).collect()
    };
    assert_eq!(of(&records, ProposalReason::GoesOn).len(), 0);
    road_map(&mut records).until = Some(day("2026-12-31"));
    let rows = of(&records, ProposalReason::GoesOn);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].text, "Выполнение дорожной карты «Поддержка Батуринской СШ»");
    assert_eq!(rows[0].term, Some(Term::Until { date: day("2026-12-31") }));
    assert_eq!(rows[0].kind, Kind::RoadMap);
}

#[test]
fn a_work_given_back_is_looked_at_again_next_year_unless_it_was() {
    let mut records = example();
    expertise(&mut records).conclusion = Some(Conclusion::Rework);
    let of = |records: &CommunityRecords| -> Vec<_> {
        let all = for_plan(records, SchoolYear(2026), day("2026-08-20"));
        all.into_iter().filter(|row| row.reason == ProposalReason::Rework).collect()
    };
    let rows = of(&records);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].text, "Повторная экспертиза: «Рабочие программы по биологии и химии, 8–9 классы»");
    let mut again = expertise(&mut records).clone();
    again.id = uuid::Uuid::from_u128(7).into();
    (again.date, again.conclusion) = (day("2026-05-14"), Some(Conclusion::Recommend));
    records.insert(Record::Expertise(again));
    assert_eq!(of(&records).len(), 0);
}

#[test]
fn late_steps_of_a_road_map_are_mentioned_and_no_more() {
    let mut records = example();
    let named = |records: &CommunityRecords| {
        let all = findings(records, day("2026-06-20"));
        all.into_iter()
            .filter(|one| one.subject.is_some_and(|(kind, _)| kind == Kind::RoadMap))
            .collect::<Vec<_>>()
    };
    assert_eq!(named(&records).len(), 0);
    for row in &mut road_map(&mut records).rows[6..8] {
        row.mark = None;
    }
    let found = named(&records);
    assert_eq!(found.len(), 1);
    assert_eq!(
        plain(&found[0].message),
        "Дорожная карта «Поддержка Батуринской СШ»: срок прошёл, а отметки нет у двух мероприятий."
    );
    assert_eq!(found[0].severity, pps_domain::rules::Severity::Info);
}
