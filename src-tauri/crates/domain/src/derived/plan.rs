use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::DerivedTerm;
use crate::calendar::{SchoolYear, Term};
use crate::community_records::CommunityRecords;
use crate::ids::{MeetingId, PlannedMeetingId, SubmissionId};
use crate::records::{MeetingStatus, Plan, PlannedMeeting, Submission, SubmittedPaper};
use crate::russian::{day_and_month, document_number};

/// What follows of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedPlan {
    /// The steps that it has gone and those before it.
    pub steps: Vec<PlanStepWords>,
    /// The last step that it has gone.
    pub reached: PlanStep,
    /// What is to be done next; none where it is approved.
    pub next: Option<NextPlanStep>,
    /// Whether РИМК has approved it by the day: from then on a changed term is a transfer.
    pub approved: bool,
    /// Each time it was given to РИМК, in order, also what is dated later. A preliminary one goes with the report of the
    /// year before.
    pub handed_over: Vec<SubmissionId>,
    /// What РИМК remarked when it returned the plan last; none where the plan did not come back.
    pub remarks: Option<String>,
    /// The meetings that it foresees.
    pub meetings: Vec<DerivedPlannedMeeting>,
}

/// A step on the way of a plan to its approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
#[serde(rename_all = "snake_case")]
pub enum PlanStep {
    /// Drawn up at the end of the year before.
    Preliminary,
    /// Being written.
    Draft,
    /// Adopted at a meeting; may be skipped.
    Adopted,
    /// Given to РИМК.
    Handed,
    /// Given back with remarks.
    Returned,
    /// Approved by РИМК.
    Approved,
}

/// Whether a step is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
#[serde(rename_all = "snake_case")]
pub enum PlanStepState {
    /// Gone.
    Done,
    /// The plan went on without it.
    Skipped,
    /// Gone, and it leads back: what РИМК returned is mended.
    Back,
    /// Still to come.
    Ahead,
}

/// A step in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct PlanStepWords {
    /// Which.
    pub step: PlanStep,
    /// «Утверждён», «Утвердить»
    pub name: &'static str,
    /// When and by what: «5 сентября, протокол № 1».
    pub said: String,
    /// Whether it is gone.
    pub state: PlanStepState,
}

/// What is to be done next with a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct NextPlanStep {
    /// A sentence.
    pub said: &'static str,
    /// Where it is done.
    pub step: PlanStep,
}

/// What follows of a meeting that a plan foresees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct DerivedPlannedMeeting {
    /// The row of the plan.
    pub id: PlannedMeetingId,
    /// Its term.
    pub term: Option<DerivedTerm>,
    /// The meeting that answers it.
    pub meeting: Option<MeetingId>,
}

impl Plan {
    /// Whether РИМК has approved it by the day.
    #[must_use]
    pub fn is_approved_by(&self, on: NaiveDate) -> bool {
        self.approved.as_ref().is_some_and(|approval| approval.date <= on)
    }

    /// The year and the paper under which it is given to РИМК.
    fn handed_over_as(&self) -> (SubmittedPaper, SchoolYear) {
        if self.preliminary {
            (SubmittedPaper::PreliminaryPlan, self.school_year.previous())
        } else {
            (SubmittedPaper::Plan, self.school_year)
        }
    }
}

impl DerivedPlan {
    pub(super) fn of(records: &CommunityRecords, plan: &Plan, on: NaiveDate) -> Self {
        let (paper, year) = plan.handed_over_as();
        let handed = records.handed_over(paper, year, on);
        let approved = plan.is_approved_by(on);
        let last = handed.last().copied();
        let back = last.filter(|last| !approved && last.is_returned_by(on));
        let steps = if plan.preliminary {
            preliminary_steps(records, plan, last)
        } else {
            steps(records, plan, last, back.is_some(), on)
        };
        let gone =
            steps.iter().rev().find(|step| matches!(step.state, PlanStepState::Done | PlanStepState::Back));
        let answers: BTreeMap<PlannedMeetingId, MeetingId> = records
            .meetings
            .values()
            .filter(|meeting| meeting.status != MeetingStatus::Cancelled)
            .filter_map(|meeting| Some((meeting.planned?, meeting.id)))
            .collect();
        let foreseen = |row: &PlannedMeeting| DerivedPlannedMeeting {
            id: row.id,
            term: row.term.as_ref().map(|term| DerivedTerm::of(term, plan.school_year)),
            meeting: answers.get(&row.id).copied(),
        };
        Self {
            reached: gone.map_or(PlanStep::Draft, |step| step.step),
            steps,
            next: next(plan, last, back.is_some(), on),
            approved,
            handed_over: records
                .handed_over(paper, year, NaiveDate::MAX)
                .iter()
                .map(|mark| mark.id)
                .collect(),
            remarks: back.and_then(|back| back.returned.as_ref()).map(|back| back.remarks.clone()),
            meetings: plan.meetings.iter().map(foreseen).collect(),
        }
    }
}

fn preliminary_steps(
    records: &CommunityRecords,
    plan: &Plan,
    last: Option<&Submission>,
) -> Vec<PlanStepWords> {
    let due = records.community.settings.report_handed_over_by.within(plan.school_year.previous());
    let handed = match last {
        Some(last) => gone(PlanStep::Handed, "Сдан с отчётом", dated(last.date, &last.incoming)),
        None => ahead(PlanStep::Handed, "Сдать с отчётом", format!("не позднее {}", day_and_month(due))),
    };
    vec![
        gone(PlanStep::Preliminary, "Предварительный", String::new()),
        handed,
        ahead(PlanStep::Draft, "Проект", String::new()),
        ahead(PlanStep::Approved, "Утвердить в РИМК", String::new()),
    ]
}

fn steps(
    records: &CommunityRecords,
    plan: &Plan,
    last: Option<&Submission>,
    returned: bool,
    on: NaiveDate,
) -> Vec<PlanStepWords> {
    let approval = plan.approved.as_ref().filter(|approval| approval.date <= on);
    let adopted = plan.adopted.as_ref().filter(|adopted| adopted.date <= on);
    let adoption = match adopted {
        Some(adopted) => {
            let number = document_number(&adopted.number);
            let number = if number.is_empty() {
                String::new()
            } else {
                format!(", протокол №\u{a0}{number}")
            };
            gone(PlanStep::Adopted, "Принят", format!("{}{number}", day_and_month(adopted.date)))
        }
        None if last.is_some() || approval.is_some() => PlanStepWords {
            state: PlanStepState::Skipped,
            ..gone(PlanStep::Adopted, "Без принятия", "на заседании".to_owned())
        },
        None => ahead(PlanStep::Adopted, "Принять", "на заседании, по желанию".to_owned()),
    };
    let handed = match (last, approval) {
        (Some(last), _) => gone(PlanStep::Handed, "Сдан", dated(last.date, &last.incoming)),
        (None, Some(_)) => gone(PlanStep::Handed, "Сдан", String::new()),
        (None, None) => ahead(PlanStep::Handed, "Сдать", "в РИМК".to_owned()),
    };
    let back = returned.then(|| PlanStepWords {
        state: PlanStepState::Back,
        ..gone(PlanStep::Returned, "Возвращён", "с замечаниями".to_owned())
    });
    let due = records.community.settings.plan_approved_by.within(plan.school_year);
    let approved = match approval {
        Some(approval) => gone(PlanStep::Approved, "Утверждён", dated(approval.date, &approval.number)),
        None => {
            let until = format!("до {}, п.\u{a0}4.7", day_and_month(due));
            ahead(PlanStep::Approved, "Утвердить", until)
        }
    };
    let first = [gone(PlanStep::Draft, "Проект", String::new()), adoption, handed];
    first.into_iter().chain(back).chain([approved]).collect()
}

fn next(plan: &Plan, last: Option<&Submission>, returned: bool, on: NaiveDate) -> Option<NextPlanStep> {
    if plan.is_approved_by(on) {
        return None;
    }
    let (said, step) = match (plan.preliminary, last, returned) {
        (true, Some(_), _) => ("Осенью сделайте его проектом плана и утвердите.", PlanStep::Draft),
        (true, None, _) => ("Сдайте вместе с отчётом, а осенью сделайте проектом плана.", PlanStep::Draft),
        (false, Some(_), true) => ("Исправьте план и сдайте его снова.", PlanStep::Returned),
        (false, Some(_), false) => ("РИМК утвердит план или вернёт с замечаниями.", PlanStep::Approved),
        (false, None, _) if plan.adopted.as_ref().is_some_and(|adopted| adopted.date <= on) => {
            ("Напечатайте план и сдайте в РИМК.", PlanStep::Handed)
        }
        (false, None, _) => ("Примите план на заседании или сразу сдайте в РИМК.", PlanStep::Adopted),
    };
    Some(NextPlanStep { said, step })
}

fn gone(step: PlanStep, name: &'static str, said: String) -> PlanStepWords {
    PlanStepWords { step, name, said, state: PlanStepState::Done }
}

fn ahead(step: PlanStep, name: &'static str, said: String) -> PlanStepWords {
    PlanStepWords { step, name, said, state: PlanStepState::Ahead }
}

/// «8 сентября, № 14»
fn dated(date: NaiveDate, number: &str) -> String {
    match document_number(number).as_str() {
        "" => day_and_month(date),
        number => format!("{}, №\u{a0}{number}", day_and_month(date)),
    }
}

impl PlannedMeeting {
    /// Whether its term names the month of a day. A term of the whole year names none.
    #[must_use]
    pub fn is_of_month(&self, day: NaiveDate, year: SchoolYear) -> bool {
        let month = crate::calendar::Month::of(day);
        let named = self.term.as_ref().filter(|term| !Term::lasts_the_year(term));
        named.is_some_and(|term| term.months_in(year).contains(&month))
    }
}
