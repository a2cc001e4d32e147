//! The records behind the comparison of years.

use chrono::NaiveDate;

use super::traces::{activities, held_meeting, people};
use super::years::last_day;
use super::{FigureGroup, FigureTrace, PlanAndFact, Source, Staff, YearByYear, YearMeasure};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::{DecisionKind, Meeting, ReportSection};

/// A figure for each measure and year, with the records of that year.
pub(super) fn years(
    records: &CommunityRecords,
    compared: Option<&YearByYear>,
    on: NaiveDate,
) -> Vec<FigureTrace> {
    let Some(compared) = compared else { return Vec::new() };
    let mut traces = Vec::new();
    for measure in &compared.measures {
        for (year, found) in compared.years.iter().zip(&measure.found) {
            let Some(found) = found else { continue };
            traces.push(FigureTrace {
                section: ReportSection::General,
                group: FigureGroup::Year,
                label: format!("{}, {}", measure.title, year.school_year),
                words: found.in_words(),
                share: None,
                before: None,
                sources: sources(records, measure.measure, year.school_year, on),
            });
        }
    }
    traces
}

fn sources(records: &CommunityRecords, measure: YearMeasure, year: SchoolYear, on: NaiveDate) -> Vec<Source> {
    let end = last_day(year, on);
    let held = |chosen: &dyn Fn(&Meeting) -> bool| -> Vec<Source> {
        let held = records.meetings_held(year, end);
        held.into_iter().filter(|meeting| chosen(meeting)).map(held_meeting).collect()
    };
    match measure {
        YearMeasure::Attendance | YearMeasure::Meetings => held(&|_| true),
        YearMeasure::Assignments => held(&|meeting| {
            let decisions = records.decisions_of(meeting);
            decisions.iter().any(|decision| decision.decision.kind == DecisionKind::Assignment)
        }),
        YearMeasure::Plan => activities(records, &PlanAndFact::of(records, year, end).total().planned),
        YearMeasure::Members => people(records, &Staff::on(records, end.max(year.start()))),
    }
}
