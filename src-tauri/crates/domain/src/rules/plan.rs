//! п. 4.7: the plan of work.

use chrono::NaiveDate;

use super::{Finding, Severity, Supervision};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::{Kind, SubmittedPaper};
use crate::russian::date_in_prose;

pub(super) fn check(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    let due = records.community.settings.plan_approved_by.within(year);
    let plan = records.plan(year);
    let approval = plan.and_then(|plan| plan.approved.as_ref());
    if on < year.start() || approval.is_some_and(|approval| approval.date <= on) || !watch.covers(due) {
        return;
    }
    let last_day = date_in_prose(due);
    let (severity, message) = if due < on {
        let message = format!("План на {year} учебный год не утверждён РИМК; последним днём было {last_day}");
        (Severity::Error, message)
    } else {
        let message =
            format!("План на {year} учебный год ещё не утверждён РИМК; это нужно не позднее {last_day}");
        (Severity::Info, message)
    };
    let hint = match plan {
        None => "Составьте план и сдайте его в РИМК на утверждение.",
        Some(_) => "Сдайте план в РИМК; когда его утвердят, внесите дату и номер.",
    };
    let finding = Finding::regulation("4.7", severity, message, hint.to_owned());
    found.push(match plan {
        Some(plan) => finding.about(Kind::Plan, plan.id),
        None => finding,
    });

    let Some(plan) = plan else { return };
    if let Some(last) = records.handed_over(SubmittedPaper::Plan, year, on).last() {
        if last.is_returned_by(on) {
            let message =
                format!("План на {year} учебный год возвращён РИМК с замечаниями и ещё не сдан снова.");
            let hint = "Исправьте план, сдайте его снова и внесите день сдачи.".to_owned();
            found.push(Finding::office(message, hint).about(Kind::Plan, plan.id));
        }
        return;
    }
    let adopted = plan.adopted.as_ref().is_some_and(|adopted| adopted.date <= on);
    let message = if adopted {
        format!("План на {year} учебный год принят на заседании, но не сдан в РИМК.")
    } else {
        format!("План на {year} учебный год ещё не принят на заседании и не сдан в РИМК.")
    };
    let hint = "Напечатайте план и передайте его в РИМК, затем внесите день сдачи.".to_owned();
    found.push(Finding::office(message, hint).about(Kind::Plan, plan.id));
}
