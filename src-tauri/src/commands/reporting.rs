//! The figures and words of the report, and what is proposed for the next plan.

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::figures::ReportFigures;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::proposals::{LeftOver, PlanProposal};
use pps_app::domain::records::ReportSection;
use pps_app::page::Changed;
use uuid::Uuid;

use super::{Answer, DeskState, aside, told};

/// The figures of a report, each with the records behind it.
#[tauri::command]
pub(crate) async fn report_figures(
    desk: DeskState<'_>,
    community: CommunityId,
    year: SchoolYear,
    on: NaiveDate,
) -> Answer<ReportFigures> {
    aside(&desk, move |desk| desk.workplace()?.report_figures(community, year, on).map_err(told)).await
}

/// A few sentences for a section.
#[tauri::command]
pub(crate) async fn report_prose(
    desk: DeskState<'_>,
    community: CommunityId,
    year: SchoolYear,
    section: ReportSection,
    on: NaiveDate,
) -> Answer<String> {
    aside(&desk, move |desk| desk.workplace()?.report_prose(community, year, section, on).map_err(told)).await
}

/// What is left before the report is handed over.
#[tauri::command]
pub(crate) async fn left_over(
    desk: DeskState<'_>,
    community: CommunityId,
    year: SchoolYear,
    on: NaiveDate,
) -> Answer<Vec<LeftOver>> {
    aside(&desk, move |desk| desk.workplace()?.left_over(community, year, on).map_err(told)).await
}

/// Rows proposed for the plan of a year.
#[tauri::command]
pub(crate) async fn plan_proposals(
    desk: DeskState<'_>,
    community: CommunityId,
    year: SchoolYear,
) -> Answer<Vec<PlanProposal>> {
    aside(&desk, move |desk| desk.workplace()?.plan_proposals(community, year).map_err(told)).await
}

/// Takes some of them.
#[tauri::command]
pub(crate) async fn take_proposals(
    desk: DeskState<'_>,
    community: CommunityId,
    year: SchoolYear,
    ids: Vec<Uuid>,
) -> Answer<Changed> {
    aside(&desk, move |desk| desk.workplace()?.take_proposals(community, year, ids).map_err(told)).await
}
