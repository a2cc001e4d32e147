//! The mark «Сдано», which freezes the texts of what РИМК has taken.

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{CommunityId, SubmissionId};
use pps_app::domain::records::Submission;
use pps_app::editing::Revision;
use pps_app::submission::ReportStanding;
use pps_app::views::Changes;

use super::{Answer, StateRef, error_view, run_blocking};

/// Marks papers as handed over and keeps their texts.
#[tauri::command]
pub(crate) async fn submit(state: StateRef<'_>, mark: Submission, seen: Option<i64>) -> Answer<Changes> {
    run_blocking(&state, move |state| state.workplace()?.submit(mark, seen.map(Revision)).map_err(error_view))
        .await
}

/// Begins a new version of a report that was handed over, or goes back to the handed-over one.
#[tauri::command]
pub(crate) async fn reopen_report(
    state: StateRef<'_>,
    submission: SubmissionId,
    reopened: bool,
    seen: i64,
) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        state.workplace()?.reopen_report(submission, reopened, Revision(seen)).map_err(error_view)
    })
    .await
}

/// How the report stands to what was handed over.
#[tauri::command]
pub(crate) async fn report_standing(
    state: StateRef<'_>,
    community: CommunityId,
    year: i32,
    on: NaiveDate,
) -> Answer<Option<ReportStanding>> {
    run_blocking(&state, move |state| {
        state.workplace()?.report_standing(community, SchoolYear(year), on).map_err(error_view)
    })
    .await
}
