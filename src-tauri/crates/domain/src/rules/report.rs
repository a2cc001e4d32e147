//! п. 4.8: the report and the preliminary plan of the next year.

use chrono::{Datelike, NaiveDate};

use super::{Finding, Severity, Supervision};
use crate::calendar::{SchoolYear, day};
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
    let due = records.community.settings.report_handed_over_by.within(year);
    let soon = day(due.year(), due.month(), 1);
    if on < soon || !watch.covers(due) {
        return;
    }
    for (paper, name) in [
        (SubmittedPaper::Report, format!("Аналитический отчёт за {year} учебный год")),
        (SubmittedPaper::PreliminaryPlan, format!("Предварительный план на {} учебный год", year.next())),
    ] {
        if let Some(last) = records.handed_over(paper, year, on).last() {
            if last.is_returned_by(on) {
                let message = format!("{name} возвращён РИМК с замечаниями и ещё не сдан снова.");
                let hint = "Исправьте и сдайте снова, затем внесите день сдачи.".to_owned();
                found.push(Finding::office(message, hint).about(Kind::Submission, last.id));
            }
            continue;
        }
        let last_day = date_in_prose(due);
        let (severity, message) = if due < on {
            (Severity::Error, format!("{name} не сдан в РИМК; последним днём было {last_day}"))
        } else {
            (Severity::Info, format!("{name} ещё не сдан в РИМК; это нужно не позднее {last_day}"))
        };
        let hint = "Соберите папку для РИМК и передайте её; когда примут, внесите день и входящий номер.";
        found.push(Finding::regulation("4.8", severity, message, hint.to_owned()));
    }
}
