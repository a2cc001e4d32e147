//! What happened to a record, and its earlier texts.

use pps_app::editing::Revision;
use pps_app::views::{Changes, Edition};
use uuid::Uuid;

use super::{Answer, StateRef, error_view, run_blocking};

/// The changes of a record, newest first.
#[tauri::command]
pub(crate) async fn history(state: StateRef<'_>, id: Uuid) -> Answer<Vec<Edition>> {
    run_blocking(&state, move |state| state.workplace()?.history_of(id).map_err(error_view)).await
}

/// Saves that text anew.
#[tauri::command]
pub(crate) async fn bring_back(state: StateRef<'_>, id: Uuid, operation: Uuid, seen: i64) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        state.workplace()?.bring_back(id, operation, Revision(seen)).map_err(error_view)
    })
    .await
}
