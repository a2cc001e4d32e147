//! What is proposed of the example year: words for its report, rows for the next plan, and what is left.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{FigureGroup, ReportFigures};
use pps_domain::proposals::{ProposalReason, for_plan, left_over, prose};
use pps_domain::records::{Kind, MarkState, Plan, Record, ReportSection, Task};
use rstest::rstest;

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

fn august() -> NaiveDate {
    "2026-08-20".parse().unwrap()
}

#[rstest]
#[case(ReportSection::Meetings, "Проведено 3\u{a0}заседания, присутствовало 27 из 30 (90\u{a0}%)")]
#[case(ReportSection::Growth, "")]
fn a_section_begins_with_its_figures(#[case] section: ReportSection, #[case] begin: &str) {
    let words = prose(&example(), section, YEAR, august());
    assert!(words.starts_with(begin), "{words}");
}

#[test]
fn every_section_is_whole_sentences_without_doubled_stops() {
    for section in ReportSection::ALL {
        let words = prose(&example(), *section, YEAR, august());
        assert!(words.is_empty() || words.ends_with('.'), "{words}");
        assert!(!words.contains("..") && !words.contains("  ") && !words.contains("««"), "{words}");
    }
}

#[test]
fn what_was_proposed_agrees_with_the_records() {
    let mut records = example();
    let texts: Vec<_> = ReportSection::ALL
        .iter()
        .map(|section| (*section, prose(&records, *section, YEAR, august())))
        .collect();
    let before = left_over(&records, YEAR, august()).len();
    let report = records.reports.values_mut().find(|report| report.school_year == YEAR).unwrap();
    report.prose.extend(texts.into_iter().filter(|(_, text)| !text.is_empty()));
    assert!(left_over(&records, YEAR, august()).len() <= before);
}

#[test]
fn a_row_without_a_mark_and_a_meeting_without_a_protocol_are_left() {
    let mut records = example();
    let kept = left_over(&records, YEAR, august()).len();
    let plan = records.plan(YEAR).unwrap().id;
    let row = records.activities.values_mut().find(|row| row.plan == plan && row.mark.is_some()).unwrap();
    row.mark = None;
    let row = row.id.0;
    let meeting = records.meetings.values_mut().find(|meeting| meeting.school_year == YEAR).unwrap();
    meeting.protocol = None;
    let meeting = meeting.id.0;
    let left = left_over(&records, YEAR, august());
    assert_eq!(left.len(), kept + 2, "{left:?}");
    assert!(left.iter().any(|one| one.kind == Kind::Activity && one.id == Some(row)));
    assert!(left.iter().any(|one| one.kind == Kind::Meeting && one.id == Some(meeting)));
}

#[test]
fn until_the_last_month_of_lessons_only_what_is_past_is_left() {
    let mut records = example();
    records.activities.values_mut().for_each(|row| row.mark = None);
    records.plans.values_mut().for_each(|plan| plan.tasks.iter_mut().for_each(|task| task.state = None));
    records.reports.values_mut().for_each(|report| report.prose.clear());
    let left = |on: &str| left_over(&records, YEAR, on.parse().unwrap());
    let november = left("2025-11-30");
    let rows = records.activities_of(records.plan(YEAR).unwrap().id);
    let past: Vec<_> = rows
        .iter()
        .filter(|row| {
            row.term_on(YEAR, "2025-11-30".parse().unwrap())
                .is_some_and(|term| term.has_passed(YEAR, "2025-11-30".parse().unwrap()))
        })
        .map(|row| Some(row.id.0))
        .collect();
    let named: Vec<_> = november.iter().filter(|one| one.kind == Kind::Activity).map(|one| one.id).collect();
    assert_eq!(named, past);
    assert!(!past.is_empty() && past.len() < rows.len());
    assert!(!november.iter().any(|one| one.kind == Kind::Report), "{november:?}");
    assert!(!left("2026-04-30").iter().any(|one| one.kind == Kind::Plan));
    let may = left("2026-05-01");
    assert!(may.iter().any(|one| one.words == "В отчёте нет выводов."));
    assert!(may.iter().any(|one| one.kind == Kind::Plan));
    let over = left("2026-08-20");
    assert_eq!(over.iter().filter(|one| one.kind == Kind::Activity).count(), rows.len());
}

#[test]
fn a_row_that_was_not_done_leads_and_says_why() {
    let mut records = example();
    let plan = records.plan(YEAR).unwrap().id;
    let row = records.activities.values_mut().find(|row| row.plan == plan && row.mark.is_some()).unwrap();
    row.term = Some(Term::Until { date: "2025-11-01".parse().unwrap() });
    row.moves.clear();
    let mark = row.mark.as_mut().unwrap();
    mark.state = MarkState::NotDone;
    mark.date = None;
    mark.reason = "заболел эксперт.".to_owned();
    let row = row.id.0;
    let proposed = for_plan(&records, YEAR.next(), august());
    let one = proposed.iter().find(|one| one.id == row).unwrap();
    assert_eq!(one.reason, ProposalReason::NotDone);
    assert_eq!(one.origin, "Не выполнено в 2025/2026: заболел эксперт");
    assert_eq!(one.term, Some(Term::Until { date: "2026-11-01".parse().unwrap() }));
    assert!(proposed.is_sorted_by_key(|one| one.reason));
    assert!(proposed.iter().any(|one| one.reason == ProposalReason::Difficulty));
}

#[test]
fn a_row_that_the_new_plan_has_is_not_proposed_again() {
    let mut records = example();
    let proposed = for_plan(&records, YEAR.next(), august());
    let first = proposed.first().unwrap();
    let old = records.plan(YEAR).unwrap().clone();
    let next = pps_domain::records::Plan {
        id: uuid::Uuid::from_u128(1).into(),
        school_year: YEAR.next(),
        ..old.clone()
    };
    let any = records.activities.values().find(|row| row.plan == old.id).unwrap().clone();
    let row = pps_domain::records::Activity {
        id: uuid::Uuid::from_u128(2).into(),
        plan: next.id,
        text: format!("  {}. ", first.text.to_uppercase()),
        ..any
    };
    records.plans.retain(|_, plan| plan.school_year != YEAR.next());
    records.insert(next.into());
    records.insert(row.into());
    assert!(for_plan(&records, YEAR.next(), august()).iter().all(|one| one.text != first.text));
}

#[test]
fn a_proposed_row_names_the_task_of_the_new_plan_that_reads_the_same() {
    let mut records = example();
    let old = records.plan(YEAR).unwrap().clone();
    let task = |number, text: &str| Task {
        id: uuid::Uuid::from_u128(number).into(),
        text: text.to_owned(),
        ..old.tasks[0].clone()
    };
    let tasks = vec![task(7, "собрать банк"), task(8, "Выявить  типичные затруднения педагогов.")];
    let of = |records: &CommunityRecords, activity: &str| {
        let proposed = for_plan(records, YEAR.next(), august());
        let one = proposed.into_iter().find(|one| one.text == activity).unwrap();
        one.task.map(|task| task.0.as_u128())
    };
    let [same, other] =
        ["Диагностика профессиональных затруднений", "Экспертиза рабочих программ Вакинской СШ"];
    assert!(records.activities.values().any(|row| row.text == other && row.task.is_some()));
    records.plans.retain(|_, plan| plan.school_year != YEAR.next());
    // Without a plan there is no task, least of all that of the year before.
    assert_eq!(of(&records, same), None);
    let next = Plan { id: uuid::Uuid::from_u128(1).into(), school_year: YEAR.next(), tasks, ..old };
    records.insert(next.into());
    assert_eq!((of(&records, same), of(&records, other)), (Some(8), None));
}

#[test]
fn what_was_done_for_a_task_counts_the_rows_that_name_it() {
    let mut records = example();
    let words = |records: &CommunityRecords, on| {
        let found = ReportFigures::of(records, YEAR, on).figures.into_iter();
        let tasks = found.filter(|figure| figure.group == FigureGroup::Task);
        tasks.map(|task| (task.label, task.words, task.sources.len())).collect::<Vec<_>>()
    };
    let all = words(&records, august());
    assert_eq!(all.len(), 4);
    let (label, said, rows) = &all[2];
    assert_eq!((label.as_str(), *rows), ("собрать банк из десяти практик", 3));
    assert_eq!(said, "выполнено 2 из 3 (67\u{a0}%)");
    // What is marked later has not happened yet.
    assert_eq!(words(&records, "2025-10-01".parse().unwrap())[0].1, "выполнено 1 из 3 (33\u{a0}%)");
    records.activities.values_mut().for_each(|row| row.task = None);
    assert_eq!(words(&records, august()), []);
}

#[test]
fn each_figure_leads_to_records_that_are_there() {
    let records = example();
    let found = ReportFigures::of(&records, YEAR, august());
    for figure in &found.figures {
        assert!(!figure.sources.is_empty(), "{figure:?}");
        assert!(figure.sources.iter().all(|source| !source.name.is_empty()), "{figure:?}");
    }
    let year = found.figures.iter().find(|figure| figure.group == FigureGroup::Attendance).unwrap();
    assert_eq!(year.words, "27 из 30 (90\u{a0}%)");
    let organisations = found.figures.iter().filter(|figure| figure.group == FigureGroup::Organisation);
    let sum = organisations
        .filter_map(|organisation| organisation.share)
        .fold((0, 0), |(part, whole), share| (part + share.part, whole + share.whole));
    assert_eq!(sum, (27, 30));
}
