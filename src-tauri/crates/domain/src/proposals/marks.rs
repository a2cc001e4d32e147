use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::calendar::{PartialDate, SchoolYear};
use crate::community_records::CommunityRecords;
use crate::ids::ActivityId;
use crate::records::{Activity, Kind, Mark, MarkState, RowWork};
use crate::russian::{counted, date_in_table};

/// What stands behind a row of a plan in the journals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct RowBacking {
    /// The records that say they answer the row, those without a day first, then by day.
    pub work: Vec<BackingRecord>,
    /// The mark that a person may take over; none where the row is marked, or its work goes on.
    pub mark: Option<Mark>,
}

/// A record behind a row of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct BackingRecord {
    /// Its kind.
    pub kind: Kind,
    /// Its identifier.
    pub id: Uuid,
    /// «14.11.2025»; empty for what has not happened yet.
    pub date: String,
    /// What it is called.
    pub name: String,
}

/// What stands behind each row of the plans on a day, for rows that have anything behind them.
#[must_use]
pub fn backed_rows(records: &CommunityRecords, on: NaiveDate) -> BTreeMap<ActivityId, RowBacking> {
    let mut rows: BTreeMap<ActivityId, Vec<RowWork>> = BTreeMap::new();
    for work in records.work_for_rows() {
        rows.entry(work.activity).or_default().push(work);
    }
    let backed = rows.into_iter().filter_map(|(row, mut work)| {
        let activity = records.activities.get(&row)?;
        let year = records.plans.get(&activity.plan)?.school_year;
        work.sort_by_key(|work| (work.date, work.id));
        let mark = proposed(activity, year, &work, on);
        Some((row, RowBacking { work: work.iter().map(|work| named(records, work)).collect(), mark }))
    });
    backed.collect()
}

fn named(records: &CommunityRecords, work: &RowWork) -> BackingRecord {
    let record = records.get(work.id);
    let name = record.map(|record| record.title(&mut |id| records.get(id))).unwrap_or_default();
    let date = work.date.map(date_in_table).unwrap_or_default();
    BackingRecord { kind: work.kind, id: work.id, date, name }
}

/// «Выполнено» on the day of the last work. Where a row has a long term («ноябрь — март», «ежемесячно»), one lesson in
/// November does not mean that all is done: nothing is proposed until the term ends.
fn proposed(activity: &Activity, year: SchoolYear, work: &[RowWork], on: NaiveDate) -> Option<Mark> {
    let done: Vec<&RowWork> = work.iter().filter(|work| work.date.is_some_and(|date| date <= on)).collect();
    let last = done.iter().filter_map(|work| work.date).max()?;
    let term = activity.term_on(year, on);
    let short = term.is_none_or(|term| term.months_in(year).len() < 2);
    let over = term.and_then(|term| term.end(year)).is_some_and(|end| end < on);
    if activity.mark.is_some() || !(short || over) {
        return None;
    }
    let result = match done.as_slice() {
        [only] => only.outcome.clone(),
        several => counted_kinds(several),
    };
    let date = Some(PartialDate::Day(last));
    Some(Mark { state: MarkState::Done, date, result, reason: String::new() })
}

/// «6 посещённых уроков», «2 семинара, 1 консультация»
fn counted_kinds(work: &[&RowWork]) -> String {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for work in work {
        *kinds.entry(work.kind).or_default() += 1;
    }
    let words = kinds.into_iter().map(|(kind, count)| {
        let [one, few, many] = kind.words().counted;
        counted(count, one, few, many)
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::calendar::{Month, Term, day};
    use crate::ids::{ConsultationId, PlanId};
    use crate::proposals::tests_id;

    fn records(term: Value, mark: Value) -> CommunityRecords {
        let community = json!({"id": tests_id(9), "name": "ППС"});
        let mut records = CommunityRecords::new(serde_json::from_value(community).unwrap());
        let plan = json!({"id": tests_id(1), "community": tests_id(9), "school_year": 2025});
        let row = json!({"id": tests_id(2), "community": tests_id(9), "plan": tests_id(1),
            "direction": "3.1.4", "text": "Консультации", "term": term, "mark": mark});
        records.plans.insert(PlanId(tests_id(1)), serde_json::from_value(plan).unwrap());
        records.activities.insert(ActivityId(tests_id(2)), serde_json::from_value(row).unwrap());
        records
    }

    fn consult(records: &mut CommunityRecords, number: u128, date: &str) {
        let given = json!({"id": tests_id(number), "community": tests_id(9), "date": date, "topic": "Оценивание",
            "activity": tests_id(2)});
        records
            .consultations
            .insert(ConsultationId(tests_id(number)), serde_json::from_value(given).unwrap());
    }

    fn months(list: &[(i32, u32)]) -> Value {
        let months = list.iter().map(|&(year, month)| Month { year, month }).collect();
        serde_json::to_value(Term::Months { months, words: None }).unwrap()
    }

    fn october() -> Value {
        months(&[(2025, 10)])
    }

    fn backing(records: &CommunityRecords, on: NaiveDate) -> Option<RowBacking> {
        backed_rows(records, on).remove(&ActivityId(tests_id(2)))
    }

    #[test]
    fn what_was_done_in_a_short_term_is_proposed_as_done_on_its_last_day() {
        let mut records = records(october(), Value::Null);
        assert_eq!(backing(&records, day(2025, 10, 30)), None);
        consult(&mut records, 3, "2025-10-20");
        consult(&mut records, 4, "2025-10-14");
        let backing = backing(&records, day(2025, 10, 30)).unwrap();
        assert_eq!(
            backing.work.iter().map(|work| work.date.as_str()).collect::<Vec<_>>(),
            ["14.10.2025", "20.10.2025"]
        );
        let mark = backing.mark.unwrap();
        assert_eq!(mark.date, Some(PartialDate::Day(day(2025, 10, 20))));
        assert_eq!(mark.result, "2\u{a0}консультации");
    }

    #[test]
    fn nothing_is_proposed_for_what_is_marked_or_yet_to_come() {
        let mut marked = records(october(), json!({"state": "not_done"}));
        consult(&mut marked, 3, "2025-10-20");
        assert_eq!(backing(&marked, day(2025, 10, 30)).unwrap().mark, None);
        let mut ahead = records(october(), Value::Null);
        consult(&mut ahead, 3, "2025-10-20");
        assert_eq!(backing(&ahead, day(2025, 10, 19)).unwrap().mark, None);
    }

    #[test]
    fn a_row_for_many_months_waits_for_the_end_of_its_term() {
        let mut records = records(months(&[(2025, 10), (2026, 1)]), Value::Null);
        consult(&mut records, 3, "2025-10-20");
        assert_eq!(backing(&records, day(2025, 11, 30)).unwrap().mark, None);
        assert!(backing(&records, day(2026, 2, 1)).unwrap().mark.is_some());
    }
}
