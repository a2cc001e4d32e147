//! The figures and words of the report, and what is proposed for the next plan.

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::figures::ReportFigures;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::proposals::{LeftOver, PlanProposal};
use pps_app::domain::records::ReportSection;
use pps_app::views::Changes;
use uuid::Uuid;

use super::{Answer, StateRef, error_view, run_blocking};

/// The figures of a report, each with the records behind it.
#[tauri::command]
pub(crate) async fn report_figures(
    state: StateRef<'_>,
    community: CommunityId,
    year: SchoolYear,
    on: NaiveDate,
) -> Answer<ReportFigures> {
    run_blocking(&state, move |state| {
        state.workplace()?.report_figures(community, year, on).map_err(error_view)
    })
    .await
}

/// The sections for which the records say something, whether they are chosen or not.
#[tauri::command]
pub(crate) async fn filled_sections(
    state: StateRef<'_>,
    community: CommunityId,
    year: SchoolYear,
    on: NaiveDate,
) -> Answer<Vec<ReportSection>> {
    run_blocking(&state, move |state| {
        state.workplace()?.filled_sections(community, year, on).map_err(error_view)
    })
    .await
}

/// A few sentences for a section.
#[tauri::command]
pub(crate) async fn report_prose(
    state: StateRef<'_>,
    community: CommunityId,
    year: SchoolYear,
    section: ReportSection,
    on: NaiveDate,
) -> Answer<String> {
    run_blocking(&state, move |state| {
        state.workplace()?.report_prose(community, year, section, on).map_err(error_view)
    })
    .await
}

/// What is left before the report is handed over.
#[tauri::command]
pub(crate) async fn left_over(
    state: StateRef<'_>,
    community: CommunityId,
    year: SchoolYear,
    on: NaiveDate,
) -> Answer<Vec<LeftOver>> {
    run_blocking(&state, move |state| state.workplace()?.left_over(community, year, on).map_err(error_view))
        .await
}

/// Rows proposed for the plan of a year.
#[tauri::command]
pub(crate) async fn plan_proposals(
    state: StateRef<'_>,
    community: CommunityId,
    year: SchoolYear,
) -> Answer<Vec<PlanProposal>> {
    run_blocking(&state, move |state| state.workplace()?.plan_proposals(community, year).map_err(error_view))
        .await
}

/// Takes some of them.
#[tauri::command]
pub(crate) async fn take_proposals(
    state: StateRef<'_>,
    community: CommunityId,
    year: SchoolYear,
    ids: Vec<Uuid>,
) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        state.workplace()?.take_proposals(community, year, ids).map_err(error_view)
    })
    .await
}
