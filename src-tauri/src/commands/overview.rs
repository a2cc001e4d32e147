//! The year at a glance, and search.

use pps_app::checks::Overview;
use pps_app::derived::DerivedChanges;
use pps_app::domain::NaiveDate;
use pps_app::domain::ids::CommunityId;
use pps_app::search::{Found, Pieces};

use super::{Answer, StateRef, error_view, run_blocking};

/// The year at a glance.
#[tauri::command]
pub(crate) async fn overview(state: StateRef<'_>, community: CommunityId, on: NaiveDate) -> Answer<Overview> {
    run_blocking(&state, move |state| state.workplace()?.overview(community, on).map_err(error_view)).await
}

/// What follows of every record on a day, or only what is otherwise than in the version that is known.
#[tauri::command]
pub(crate) async fn derived(
    state: StateRef<'_>,
    community: CommunityId,
    on: NaiveDate,
    known: Option<u32>,
) -> Answer<DerivedChanges> {
    run_blocking(&state, move |state| state.workplace()?.derived(community, on, known).map_err(error_view))
        .await
}

/// Finds records by words.
#[tauri::command]
pub(crate) async fn search(state: StateRef<'_>, community: CommunityId, words: String) -> Answer<Vec<Found>> {
    run_blocking(&state, move |state| state.workplace()?.search(&words, Some(community)).map_err(error_view))
        .await
}

/// Marks what was typed in the texts of the record that is open.
#[tauri::command]
pub(crate) async fn mark_texts(
    state: StateRef<'_>,
    words: String,
    texts: Vec<String>,
) -> Answer<Vec<Pieces>> {
    run_blocking(&state, move |_| Ok(pps_app::search::mark_texts(&words, texts))).await
}
