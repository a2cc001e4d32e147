//! The year at a glance, and search.

use pps_app::checks::Overview;
use pps_app::domain::NaiveDate;
use pps_app::domain::ids::CommunityId;
use pps_app::finding::{Found, Pieces};

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

/// Marks what was typed in the texts of the record that is open.
#[tauri::command]
pub(crate) async fn mark_texts(
    desk: DeskState<'_>,
    words: String,
    texts: Vec<String>,
) -> Answer<Vec<Pieces>> {
    aside(&desk, move |_| Ok(pps_app::finding::mark_texts(&words, texts))).await
}
