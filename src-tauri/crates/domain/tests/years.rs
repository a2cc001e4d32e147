//! The year beside those before it: what is compared, what is absent, and the loaded behind each figure.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{FigureGroup, Measured, ReportFigures, YearByYear, YearMeasure};
use pps_domain::records::{Absence, Kind, Mark, MarkState, Presence, Record};
use rstest::rstest;

const YEAR: SchoolYear = SchoolYear(2025);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The example year and so many years before it: the same people, plan and meetings, each a year earlier.
fn years(before: i32) -> CommunityRecords {
    let text = include_str!("../../../../assets/example/year-2025-2026.json");
    let loaded: Vec<Record> = serde_json::from_str(text).unwrap();
    let community = loaded.iter().find_map(|record| match record {
        Record::Community(community) => Some(community.clone()),
        _ => None,
    });
    let mut records = CommunityRecords::new(community.unwrap());
    for back in 1..=before {
        loaded.iter().filter_map(|record| earlier(record, back)).for_each(|record| records.insert(record));
    }
    loaded.into_iter().for_each(|record| records.insert(record));
    for member in records.memberships.values_mut().filter(|member| member.from == day("2025-08-29")) {
        member.from = YEAR.start() - chrono::Months::new(12 * before.unsigned_abs());
    }
    records
}

/// What belongs to a year, so many years earlier and with identifiers of its own.
fn earlier(record: &Record, back: i32) -> Option<Record> {
    if !matches!(record.kind(), Kind::Plan | Kind::Activity | Kind::Meeting) {
        return None;
    }
    let mut text = serde_json::to_string(record).unwrap();
    // The groups of the example's identifiers that belong to a year have digits to spare.
    for group in 9..=17 {
        let own = format!("01990000-{group:04x}-7000-8000-");
        text = text.replace(&own, &format!("01990000-{group:04x}-7000-9{back:03x}-"));
    }
    for year in 2025..=2027 {
        text = text.replace(&format!("\"{year}-"), &format!("\"{}-", year - back));
    }
    let year = format!("\"school_year\":{}", YEAR.0);
    Some(serde_json::from_str(&text.replace(&year, &format!("\"school_year\":{}", YEAR.0 - back))).unwrap())
}

fn august() -> NaiveDate {
    day("2026-08-20")
}

fn share(count: usize, of: usize) -> Option<Measured> {
    Some(Measured { count, of: Some(of) })
}

fn number(count: usize) -> Option<Measured> {
    Some(Measured { count, of: None })
}

fn found(compared: &YearByYear, measure: YearMeasure) -> Vec<Option<Measured>> {
    compared
        .measures
        .iter()
        .find(|one| one.measure == measure)
        .map(|measure| measure.found.clone())
        .unwrap_or_default()
}

fn compared_years(compared: &YearByYear) -> Vec<i32> {
    compared.years.iter().map(|year| year.school_year.0).collect()
}

#[test]
fn each_year_is_counted_from_its_own_records() {
    let mut records = years(2);
    // Last year one more stayed away, and a row that was done is not.
    let last = records.meetings.values_mut().find(|meeting| meeting.school_year == YEAR.previous()).unwrap();
    let came = last.attendance.iter_mut().find(|member| member.presence.is_present()).unwrap();
    came.presence = Presence::Absent(Absence { reason: String::new() });
    let plan = records.plan(YEAR.previous()).unwrap().id;
    let done = |mark: &Mark| mark.state == MarkState::Done;
    let row =
        records.activities.values_mut().find(|row| row.plan == plan && row.mark.as_ref().is_some_and(done));
    row.unwrap().mark.as_mut().unwrap().state = MarkState::NotDone;

    let compared = YearByYear::of(&records, YEAR, august()).unwrap();
    assert_eq!(compared_years(&compared), [2023, 2024, 2025]);
    assert!(compared.years.iter().all(|year| year.note.is_none()), "{:?}", compared.years);
    let of = |measure| found(&compared, measure);
    assert_eq!(of(YearMeasure::Attendance), [share(27, 30), share(26, 30), share(27, 30)]);
    assert_eq!(of(YearMeasure::Plan), [share(14, 17), share(13, 17), share(14, 17)]);
    assert_eq!(of(YearMeasure::Meetings), [number(3); 3]);
    assert_eq!(of(YearMeasure::Members), [number(10); 3]);
    assert_eq!(of(YearMeasure::Assignments).len(), 3);
    assert_eq!(share(27, 30).unwrap().in_words(), "27 из 30 (90\u{a0}%)");
}

#[rstest]
#[case::one_year_is_compared_with_nothing(0, None)]
#[case::two(1, Some(vec![2024, 2025]))]
#[case::five_are_too_many(4, Some(vec![2022, 2023, 2024, 2025]))]
fn as_many_years_stand_there_as_have_records(#[case] before: i32, #[case] years_shown: Option<Vec<i32>>) {
    let compared = YearByYear::of(&years(before), YEAR, august());
    assert_eq!(compared.map(|year| compared_years(&year)), years_shown);
}

#[test]
fn a_year_without_records_is_absent_and_no_nought() {
    let mut records = years(3);
    let gone = SchoolYear(2023);
    let plan = records.plan(gone).unwrap().id;
    records.meetings.retain(|_, meeting| meeting.school_year != gone);
    // A plan that nobody marked tells nothing of what was done.
    records.activities.values_mut().filter(|row| row.plan == plan).for_each(|row| row.mark = None);
    let compared = YearByYear::of(&records, YEAR, august()).unwrap();
    assert_eq!(compared_years(&compared), [2022, 2024, 2025]);

    // A year of which only the meetings are known has no share of a plan.
    let plan = records.plan(YEAR.previous()).unwrap().id;
    records.activities.values_mut().filter(|row| row.plan == plan).for_each(|row| row.mark = None);
    let compared = YearByYear::of(&records, YEAR, august()).unwrap();
    assert_eq!(found(&compared, YearMeasure::Plan), [share(14, 17), None, share(14, 17)]);

    // What only one year tells is compared with nothing.
    records.plans.retain(|_, plan| plan.school_year == YEAR);
    let compared = YearByYear::of(&records, YEAR, august()).unwrap();
    assert_eq!(found(&compared, YearMeasure::Plan), []);
    assert_eq!(found(&compared, YearMeasure::Attendance).len(), 3);
}

#[test]
fn a_year_that_has_not_begun_is_compared_with_nothing() {
    assert_eq!(YearByYear::of(&years(2), YEAR.next(), august()), None);
}

#[test]
fn a_year_that_is_not_whole_says_so() {
    let mut records = years(1);
    let notes = |records: &CommunityRecords, on| -> Vec<Option<String>> {
        let compared = YearByYear::of(records, YEAR, day(on)).unwrap();
        compared.years.into_iter().map(|year| year.note.map(|note| note.replace('\u{a0}', " "))).collect()
    };
    assert_eq!(notes(&records, "2026-05-30"), [None, Some("на 30.05.2026".to_owned())]);
    assert_eq!(notes(&records, "2026-05-31"), [None, None]);
    // Nothing before the day on which the community came here, though the year had begun.
    records.community.kept_since = Some(day("2024-10-12"));
    assert_eq!(notes(&records, "2026-08-20"), [None, None], "the meeting of September was written in");
    records.meetings.retain(|_, one| one.date < day("2024-09-01") || day("2024-10-12") < one.date);
    assert_eq!(notes(&records, "2026-08-20"), [Some("с 12.10.2024".to_owned()), None]);
}

#[test]
fn each_compared_figure_leads_to_the_records_of_its_year() {
    let records = years(1);
    let told = ReportFigures::of(&records, YEAR, august());
    let figures: Vec<_> = told.figures.iter().filter(|figure| figure.group == FigureGroup::Year).collect();
    let compared = told.years.unwrap();
    assert_eq!(figures.len(), compared.measures.iter().map(|measure| measure.found.len()).sum::<usize>());
    let of = |label: &str| figures.iter().find(|figure| figure.label == label).unwrap();
    let plan = of("Выполнено мероприятий плана, 2024/2025");
    assert_eq!(plan.words, "14 из 17 (82\u{a0}%)");
    assert_eq!(plan.sources.len(), 17);
    let own = records.plan(YEAR.previous()).unwrap().id;
    let belongs = |id| records.activities.values().any(|row| row.id.0 == id && row.plan == own);
    assert!(plan.sources.iter().all(|source| source.kind == Kind::Activity && belongs(source.id)));
    assert_eq!(of("Проведено заседаний, 2024/2025").sources.len(), 3);
    assert_eq!(of("Участников в составе, 2025/2026").sources.len(), 10);
    // None of the two is named before the loaded of both.
    assert!(figures.iter().all(|figure| !figure.sources.is_empty()));
}
