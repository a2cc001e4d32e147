//! What is typed in the page and belongs to no record.

use pps_app::drafts::{keep_notes, read_notes};

use super::{Answer, StateRef, error_view, run_blocking};

/// What was typed outside of records, as the page wrote it.
#[tauri::command]
pub(crate) async fn page_notes(state: StateRef<'_>) -> Answer<String> {
    run_blocking(&state, |state| {
        Ok(read_notes(&state.own(), &state.key()).map_err(error_view)?.unwrap_or_default())
    })
    .await
}

/// Keeps it in place of what was kept before; the answer comes when it is on the disk.
#[tauri::command]
pub(crate) async fn keep_page_notes(state: StateRef<'_>, text: String) -> Answer<()> {
    run_blocking(&state, move |state| keep_notes(&state.own(), &state.key(), &text).map_err(error_view)).await
}
