use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::{PersonId, PlanId};
use crate::records::{BodyKind, BodyWords, ReportSection, Role, SubmittedPaper};

/// What follows of a community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedCommunity {
    /// What it is called, in all cases.
    pub body: BodyWords,
    /// What kind of body it is, chosen or by its name.
    pub body_kind: BodyKind,
    /// Who leads it on the day.
    pub leader: Option<PersonId>,
    /// Who writes its protocols on the day.
    pub secretary: Option<PersonId>,
    /// The place in the roster of somebody who joins; 0 where the roster goes by surnames.
    pub next_place: i32,
    /// The school years that can be looked at, the newest first.
    pub years: Vec<DerivedYear>,
}

/// What follows of a school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedYear {
    /// The year.
    pub school_year: SchoolYear,
    /// Its plan; of a preliminary one and the plan proper, the plan proper.
    pub plan: Option<PlanId>,
    /// The number of its next protocol.
    pub next_number: u32,
    /// п. 4.7: the last day for the plan's approval, by the settings.
    pub plan_approved_by: NaiveDate,
    /// п. 4.8: the last day for the report, by the settings.
    pub report_handed_over_by: NaiveDate,
    /// The day on which the second half-year ends, by the settings.
    pub second_half_ends: NaiveDate,
    /// What is most likely handed over next: what there is and was not taken before.
    pub likely_papers: Vec<SubmittedPaper>,
    /// The sections that its report prints.
    pub report_sections: Vec<ReportSection>,
}

impl DerivedCommunity {
    pub(super) fn of(records: &CommunityRecords, today: NaiveDate) -> Self {
        let now = SchoolYear::containing(today);
        // The year before is still brought in, and the preliminary plan of the next one is due in August.
        let mut years: BTreeSet<SchoolYear> = [now.previous(), now, now.next()].into();
        years.extend(records.plans.values().map(|plan| plan.school_year));
        years.extend(records.meetings.values().map(|meeting| meeting.school_year));
        years.extend(records.reports.values().map(|report| report.school_year));
        let numbers = next_numbers(records);
        Self {
            body: records.community.words(),
            body_kind: records.community.body_kind(),
            leader: records.holder(Role::Leader, today),
            secretary: records.holder(Role::Secretary, today),
            next_place: next_place(records),
            years: years
                .into_iter()
                .rev()
                .map(|year| DerivedYear::of(records, year, &numbers, today))
                .collect(),
        }
    }
}

/// Where nobody has a place of its own, the roster goes by surnames, and a newcomer takes part in that.
fn next_place(records: &CommunityRecords) -> i32 {
    let last = records.memberships.values().map(|membership| membership.place).max().unwrap_or(0);
    if last > 0 { last.saturating_add(1) } else { 0 }
}

fn next_numbers(records: &CommunityRecords) -> BTreeMap<SchoolYear, u32> {
    let mut numbers = BTreeMap::new();
    for meeting in records.meetings.values() {
        let next = numbers.entry(meeting.school_year).or_insert(1);
        *next = (*next).max(meeting.number().unwrap_or(0).saturating_add(1));
    }
    numbers
}

impl DerivedYear {
    fn of(
        records: &CommunityRecords,
        school_year: SchoolYear,
        numbers: &BTreeMap<SchoolYear, u32>,
        today: NaiveDate,
    ) -> Self {
        let settings = &records.community.settings;
        let report = records.report(school_year);
        let printed = |section: &ReportSection| {
            section.in_short_report() || report.is_some_and(|report| report.added.contains(section))
        };
        Self {
            school_year,
            plan: records.plan(school_year).map(|plan| plan.id),
            next_number: numbers.get(&school_year).copied().unwrap_or(1),
            plan_approved_by: settings.plan_approved_by.within(school_year),
            report_handed_over_by: settings.report_handed_over_by.within(school_year),
            second_half_ends: settings.second_half_ends.within(school_year),
            likely_papers: likely_papers(records, school_year, today),
            report_sections: ReportSection::ALL.iter().copied().filter(printed).collect(),
        }
    }
}

/// A plan that РИМК has approved was taken, marked or not; what came back, and a report that is drawn up anew, goes once
/// more. Nobody reports before the last month of lessons.
fn likely_papers(records: &CommunityRecords, year: SchoolYear, today: NaiveDate) -> Vec<SubmittedPaper> {
    let taken: BTreeSet<SubmittedPaper> = records
        .submissions
        .values()
        .filter(|mark| mark.school_year == year && !mark.is_returned_by(today) && !mark.reopened)
        .flat_map(|mark| mark.papers.iter().copied())
        .collect();
    let plan = records.plan(year).filter(|plan| !plan.preliminary);
    let next = records.plans.values().any(|plan| plan.school_year == year.next() && plan.preliminary);
    let ends = records.community.settings.second_half_ends.within(year);
    let there = |paper: &SubmittedPaper| match paper {
        SubmittedPaper::Plan => plan.is_some_and(|plan| !plan.is_approved_by(today)),
        SubmittedPaper::Report => first_of_month(ends) <= today,
        SubmittedPaper::PreliminaryPlan => next,
    };
    SubmittedPaper::ALL.into_iter().filter(|paper| there(paper) && !taken.contains(paper)).collect()
}

fn first_of_month(date: NaiveDate) -> NaiveDate {
    crate::calendar::Month::of(date).first_day()
}
