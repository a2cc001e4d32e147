//! The mark «Сдано», which freezes the texts of what РИМК has taken.

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{CommunityId, SubmissionId};
use pps_app::domain::records::Submission;
use pps_app::editing::Revision;
use pps_app::page::Changed;
use pps_app::submitting::ReportStanding;

use super::{Answer, DeskState, aside, told};

/// Marks papers as handed over and keeps their texts.
#[tauri::command]
pub(crate) async fn submit(desk: DeskState<'_>, mark: Submission, seen: Option<i64>) -> Answer<Changed> {
    aside(&desk, move |desk| desk.workplace()?.submit(mark, seen.map(Revision)).map_err(told)).await
}

/// Begins a new version of a report that was handed over, or goes back to the handed-over one.
#[tauri::command]
pub(crate) async fn reopen_report(
    desk: DeskState<'_>,
    submission: SubmissionId,
    reopened: bool,
    seen: i64,
) -> Answer<Changed> {
    aside(&desk, move |desk| {
        desk.workplace()?.reopen_report(submission, reopened, Revision(seen)).map_err(told)
    })
    .await
}

/// How the report stands to what was handed over.
#[tauri::command]
pub(crate) async fn report_standing(
    desk: DeskState<'_>,
    community: CommunityId,
    year: i32,
    on: NaiveDate,
) -> Answer<Option<ReportStanding>> {
    aside(&desk, move |desk| desk.workplace()?.report_standing(community, SchoolYear(year), on).map_err(told))
        .await
}
