//! The days that the regulation sets in a school year, and whether what they ask for is done.

use chrono::NaiveDate;

use super::half_year_meetings;
use crate::calendar::{HalfYear, SchoolYear};
use crate::community_records::CommunityRecords;
use crate::records::SubmittedPaper;

/// A day that the regulation sets.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "findings/"))]
pub struct Deadline {
    /// The last day.
    pub date: NaiveDate,
    /// What is to be done by then: «План утверждён РИМК».
    pub what: &'static str,
    /// The clause, bare.
    pub clause: &'static str,
    /// Whether it is done by the day on which one looks.
    pub met: bool,
}

/// The deadlines of a school year, by date.
#[must_use]
pub fn deadlines(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<Deadline> {
    let settings = &records.community.settings;
    let approval = records.plan(year).and_then(|plan| plan.approved.as_ref());
    let handed_over = |paper: SubmittedPaper| !records.handed_over(paper, year, on).is_empty();
    let mut deadlines = vec![
        Deadline {
            date: settings.plan_approved_by.within(year),
            what: "План утверждён РИМК",
            clause: "4.7",
            met: approval.is_some_and(|approval| approval.date <= on),
        },
        Deadline {
            date: settings.report_handed_over_by.within(year),
            what: "Отчёт и предварительный план сданы в РИМК",
            clause: "4.8",
            met: handed_over(SubmittedPaper::Report) && handed_over(SubmittedPaper::PreliminaryPlan),
        },
    ];
    for half in half_year_meetings(records, year, on) {
        let what = match half.half {
            HalfYear::First => "Заседание в первом полугодии",
            HalfYear::Second => "Заседание во втором полугодии",
        };
        deadlines.push(Deadline { date: half.due, what, clause: "4.5", met: half.meeting.is_some() });
    }
    deadlines.sort_by_key(|deadline| deadline.date);
    deadlines
}
