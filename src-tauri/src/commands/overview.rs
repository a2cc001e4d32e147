//! The year at a glance, and search.

use pps_app::checks::Overview;
use pps_app::domain::NaiveDate;
use pps_app::domain::ids::CommunityId;
use pps_app::finding::Found;

use super::{Answer, DeskState, aside, told};

/// The year at a glance.
#[tauri::command]
pub(crate) async fn overview(desk: DeskState<'_>, community: CommunityId, on: NaiveDate) -> Answer<Overview> {
    aside(&desk, move |desk| desk.workplace()?.overview(community, on).map_err(told)).await
}

/// Finds records by words.
#[tauri::command]
pub(crate) async fn search(desk: DeskState<'_>, community: CommunityId, words: String) -> Answer<Vec<Found>> {
    aside(&desk, move |desk| desk.workplace()?.search(&words, Some(community)).map_err(told)).await
}
